import { Link } from "wouter";
import type { FileDraft } from "./severalFiles.ts";

/** What became of several files: a draft each, or why there is none. */
export function FileDrafts({ drafts }: { readonly drafts: readonly FileDraft[] }) {
  const made = drafts.filter(({ address }) => address !== null).length;
  return (
    <section aria-labelledby="file-drafts">
      <div role="status">
        <h2 id="file-drafts">
          Drafts of {made} of {drafts.length} files
        </h2>
      </div>
      <ul>
        {drafts.map(({ name, address, problem }, index) => (
          <li key={`${String(index)} ${name}`}>
            {address === null ? (
              <>
                <bdi>{name}</bdi>: {problem}
              </>
            ) : (
              <Link href={address}>
                <bdi>{name}</bdi>
              </Link>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
