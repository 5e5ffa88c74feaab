import type { ReadLine } from "../../../interchange/guideText/guideText.ts";
import type { LineLabel } from "../../../interchange/guideText/labels/lineLabels.ts";
import type { Relabelled } from "../../../state/guides/guideReading.ts";

/** What a line looks like, where it stands and what it was read as. */
type LineLike = Pick<ReadLine, "shape" | "label">;

/** What a person said at once: of a line, of several that were chosen, or of all that look like one. */
export interface Correction {
  readonly lines: readonly number[];
  /** null takes back what was said of them. */
  readonly label: LineLabel | null;
  /** What the line looked like, and was read as, of which the same can be said; undefined for several. */
  readonly like: LineLike | undefined;
}

/** @returns what holds of each line after all corrections, by its number */
export function labelsAfter(corrections: readonly Correction[]): Relabelled {
  const labels = new Map<number, LineLabel>();
  for (const { lines, label } of corrections) {
    for (const line of lines) {
      if (label === null) labels.delete(line);
      else labels.set(line, label);
    }
  }
  return labels;
}

/** @returns the numbers of the lines of which the same can be said as in the last correction, and is not yet */
export function linesAlike(
  lines: readonly ReadLine[],
  corrections: readonly Correction[],
): ReadonlySet<number> {
  const { like, label } = corrections.at(-1) ?? {};
  if (like === undefined || label === like.label) return new Set();
  const said = labelsAfter(corrections);
  return new Set(
    lines
      .filter((line) => line.shape === like.shape && line.label === like.label && !said.has(line.line))
      .map(({ line }) => line),
  );
}
