import type { Finding } from "../../../interchange/guideText/draft/draftLines.ts";
import type { ReadGuide, ReadLine } from "../../../interchange/guideText/guideText.ts";
import type { LineLabel } from "../../../interchange/guideText/labels/lineLabels.ts";
import type { Relabelled } from "../../../state/guides/guideReading.ts";

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
  /** What each line above is, by its number. */
  readonly passed: Relabelled;
  /** What there was to say of those lines. */
  readonly found: readonly Finding[];
}

/**
 * @param read as it is shown. Of a page that is not offered nothing was seen, and all of it may be read anew
 * @param before the corrections until then
 */
export function correctionOf(said: Said, read: ReadGuide, before: readonly Correction[]): Correction {
  const above = read.withheld > 0 ? [] : read.lines.filter(({ line }) => line < said.at);
  const passed = new Map(above.map(({ line, label }) => [line, label]));
  return { ...said, passed, found: findingsAfter(read, before).filter(({ line }) => passed.has(line)) };
}

/** @returns what the reader is to hold to, by the number of a line: what was said, and what was passed above the last of it */
export function labelsAfter(corrections: readonly Correction[]): Relabelled {
  return new Map([...(corrections.at(-1)?.passed ?? []), ...saidAfter(corrections)]);
}

/** @returns what there is to say of the lines: of those that were passed, too, of which a reader that holds to them says nothing */
export function findingsAfter(
  { findings }: Pick<ReadGuide, "findings">,
  corrections: readonly Correction[],
): readonly Finding[] {
  const said = saidAfter(corrections);
  const known = new Set(findings.map(({ line }) => line));
  const kept = corrections.at(-1)?.found.filter(({ line }) => !said.has(line) && !known.has(line)) ?? [];
  return [...kept, ...findings];
}

/** @returns what a person said of each line, by its number, as the last correction of it has it */
export function saidAfter(corrections: readonly Said[]): Relabelled {
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
