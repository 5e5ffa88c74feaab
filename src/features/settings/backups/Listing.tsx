import type { ReactNode } from "react";
import type { Listed } from "../../../state/backups/backups.ts";
import styles from "./BackupSection.module.css";

interface Props<T> {
  readonly title: string;
  readonly list: Listed<T>;
  readonly children: (item: T) => ReactNode;
}

/** What there is of one kind, folded where it is long; nothing where there is none. */
export function Listing<T extends object>({ title, list: { first, count }, children }: Props<T>) {
  if (count === 0) return null;
  return (
    <details open={count <= 20}>
      <summary>
        {title} ({count})
      </summary>
      <ul className={styles.list}>
        {first.map((item, at) => (
          // The list does not change while it is shown.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={at}>{children(item)}</li>
        ))}
      </ul>
      {count > first.length && <p className="small soft">… and {count - first.length} more.</p>}
    </details>
  );
}
