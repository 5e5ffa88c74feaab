import { Link } from "wouter";
import { quantityToText } from "../../../domain/text/quantityText.ts";
import { FoldedRows, splitRows } from "../../../ui/rows/FoldedRows.tsx";
import type { FileDraft } from "./severalFiles.ts";

interface Props {
  readonly drafts: readonly FileDraft[];
  /** How many were left when somebody cancelled. */
  readonly unreadCount: number;
}

/** What became of several files: a draft each, or why there is none. */
export function FileDrafts({ drafts, unreadCount }: Props) {
  const madeCount = drafts.filter(({ address }) => address !== null).length;
  const [first, rest] = splitRows(drafts, ({ address }) => address === null);
  const toList = (listed: readonly FileDraft[]) => (
    <ul>
      {listed.map(({ name, address, problem }, index) => (
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
  );
  return (
    <section aria-labelledby="file-drafts">
      <div role="status">
        <h2 id="file-drafts">
          Drafts of {madeCount} of {drafts.length + unreadCount} files
        </h2>
        {unreadCount > 0 && <p>You cancelled: {quantityToText(unreadCount, "file")} not read.</p>}
      </div>
      {toList(first)}
      <FoldedRows count={rest.length} words="drafts">
        {toList(rest)}
      </FoldedRows>
    </section>
  );
}
