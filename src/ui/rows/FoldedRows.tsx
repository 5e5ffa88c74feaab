import type { ReactNode } from "react";

/** So many results are seen in one look. */
const MOST_UNFOLDED = 10;

/** @returns the rows to show first, and those to fold: nothing where all are seen in one look */
export function splitRows<Row>(
  rows: readonly Row[],
  needsSomebody: (row: Row) => boolean,
): readonly [first: readonly Row[], rest: readonly Row[]] {
  if (rows.length <= MOST_UNFOLDED) return [rows, []];
  return [rows.filter(needsSomebody), rows.filter((row) => !needsSomebody(row))];
}

interface Props {
  /** How many rows there are. */
  readonly count: number;
  /** What all of them are: "without a problem". */
  readonly words: string;
  readonly children: ReactNode;
}

/** Rows that nobody has to look at, below those that somebody has: folded where they are many. */
export function FoldedRows({ count, words, children }: Props) {
  if (count === 0) return null;
  if (count <= MOST_UNFOLDED) return children;
  return (
    <details>
      <summary className="figures">
        {count} {words}
      </summary>
      {children}
    </details>
  );
}
