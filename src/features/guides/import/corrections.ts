import type { Corrected, ReadGuide, ReadLine } from "../../../interchange/guideText/guideText.ts";
import type { LineLabel } from "../../../interchange/guideText/labels/lineLabels.ts";

/** What a line looks like, where it stands and what it was read as. */
type LineLike = Pick<ReadLine, "shape" | "label">;

/** What a person says at once: of a line, of several that were chosen, or of all that look like one. */
export interface Said {
  readonly lines: readonly number[];
  /** The line that the person has come to. */
  readonly at: number;
  /** null takes back what was said of them. */
  readonly label: LineLabel | null;
  /** What the line looked like, and was read as, of which the same can be said; undefined for several. */
  readonly like: LineLike | undefined;
}

/** What was said, and what stays as it was read before: who goes from top to bottom has seen what is above, and left it. */
export interface Correction extends Said {
  readonly passed: Corrected["passed"];
  /** An earlier version of the app kept none with a draft. */
  readonly asked?: Corrected["asked"];
}

/** @param read as it is shown. Of a page that is not offered nothing was seen, and all of it may be read anew */
export function correctionOf(said: Said, { lines, withheld }: ReadGuide): Correction {
  const first = lines.findIndex(({ line }) => line >= said.at);
  const asked = lines.flatMap(({ line, label }) => (label === "question" ? [line] : []));
  return { ...said, passed: withheld > 0 ? [] : lines.slice(0, Math.max(0, first)), asked };
}

/**
 * @returns the corrections as they are kept with a draft: what was passed is a copy of the lines, and is needed of the last
 *   one only. Where that is undone, the lines above are read anew
 */
export function keptOf(corrections: readonly Correction[]): readonly Correction[] {
  return corrections.map((one, at) => (at < corrections.length - 1 ? { ...one, passed: [] } : one));
}

/** @returns what the reader is told: what was said, and what was passed above the last of it or read as a question then */
export function correctedBy(corrections: readonly Correction[]): Corrected {
  const { passed = [], asked = [] } = corrections.at(-1) ?? {};
  return { said: saidAfter(corrections), passed, asked };
}

/** @returns what a person said of each line, by its number, as the last correction of it has it */
export function saidAfter(corrections: readonly Said[]): Corrected["said"] {
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
export function linesAlike(lines: readonly ReadLine[], corrections: readonly Said[]): ReadonlySet<number> {
  const { like, label } = corrections.at(-1) ?? {};
  if (like === undefined || label === like.label) return new Set();
  const said = saidAfter(corrections);
  return new Set(
    lines
      .filter((line) => line.shape === like.shape && line.label === like.label && !said.has(line.line))
      .map(({ line }) => line),
  );
}
