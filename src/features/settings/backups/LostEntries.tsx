import type { Listed, LostEntry } from "../../../state/backups/backups.ts";
import { Listing } from "./Listing.tsx";

interface Props {
  readonly title: string;
  readonly list: Listed<LostEntry>;
}

/** A reason or two tell what is wrong with an entry. */
const SHOWN_ERRORS = 3;

/** The entries of a backup that can’t be written or read, each with its name and the reason. */
export function LostEntries({ title, list }: Props) {
  return (
    <Listing title={title} list={list}>
      {({ title: name, errors }) => (
        <>
          {name !== "" && (
            <>
              <bdi>{name}</bdi> ·{" "}
            </>
          )}
          {errors.slice(0, SHOWN_ERRORS).map(({ path, message }, at) => (
            <span key={path}>
              {at > 0 && "; "}
              {path !== "" && <code>{path}: </code>}
              {message}
            </span>
          ))}
          {errors.length > SHOWN_ERRORS && ` … and ${errors.length - SHOWN_ERRORS} more.`}
        </>
      )}
    </Listing>
  );
}
