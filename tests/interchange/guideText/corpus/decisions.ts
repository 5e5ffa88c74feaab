import {
  correctionOf,
  correctedBy,
  linesAlike,
  type Correction,
  type Said,
} from "../../../../src/features/guides/import/corrections.ts";
import type { ReadGuide } from "../../../../src/interchange/guideText/guideText.ts";
import type { LineLabel } from "../../../../src/interchange/guideText/labels/lineLabels.ts";
import type { LabelledDocument } from "./corpus.ts";
import { read, scoreReading, type DocumentScore, type Miss } from "./score.ts";

const labels: Readonly<Record<string, LineLabel>> = {
  q: "question",
  a: "area",
  f: "followUp",
  "-": "leftOut",
};

/** A guide that takes more is put right by hand elsewhere. */
const MOST = 100;

/**
 * Puts a guide right as a person does in the app: from top to bottom, of each wrong line what it is, or of it and the
 * wrong ones right below it that are the same, or of all like it, whichever leaves fewest wrong; what is said of a line
 * may change others. To read it anyway is a decision, too.
 *
 * @returns how many decisions it took; a line that could not be put right counts as one
 */
export function decisionsInApp(document: LabelledDocument): number {
  let corrections: readonly Correction[] = [];
  const isRefused = read(document).withheld > 0;
  const scored = (made: readonly Correction[]): DocumentScore =>
    scoreReading(document, read(document, correctedBy(made), isRefused));
  const passed = new Set<number>();
  let count = isRefused ? 1 : 0;
  for (let now = scored(corrections); count < MOST; count++) {
    const miss = now.misses.find(({ piece }) => !passed.has(document.pieces.indexOf(piece)));
    if (!miss) break;
    const { piece } = miss;
    const below = now.misses.slice(now.misses.indexOf(miss));
    const run = below.filter(
      (one, at) =>
        labelFor(one) === labelFor(miss) &&
        document.pieces.indexOf(one.piece) === document.pieces.indexOf(piece) + at,
    );
    const shown = read(document, correctedBy(corrections), isRefused);
    const made = waysToSay(run, corrections, shown);
    const [best] = made
      .map((way) => ({ way, score: scored(way) }))
      .toSorted((a, b) => a.score.misses.length - b.score.misses.length);
    if (best !== undefined) [corrections, now] = [best.way, best.score];
    if (now.misses.some((one) => one.piece === piece)) passed.add(document.pieces.indexOf(piece));
  }
  return count;
}

function labelFor({ piece }: Miss): LineLabel {
  return labels[piece.labels[0] ?? ""] ?? "continues";
}

/** Of the first line alone, of all like it, and of all that are wrong in the same way right below it. */
function waysToSay(
  run: readonly Miss[],
  before: readonly Correction[],
  shown: ReadGuide,
): readonly (readonly Correction[])[] {
  const wrong = run.flatMap((miss) => {
    const label = labelFor(miss);
    const line = miss.covering.find((one) => one.label !== label);
    return line === undefined ? [] : [{ ...line, label, was: line.label }];
  });
  const [first] = wrong;
  if (first === undefined) return [];
  const { line, shape, label, was } = first;
  const after = (made: readonly Correction[], said: Omit<Said, "at" | "label">) => [
    ...made,
    correctionOf({ ...said, at: line, label }, shown),
  ];
  const one = after(before, { lines: [line], like: { shape, label: was } });
  const alike = after(one, { lines: [...linesAlike(shown.lines, one)], like: undefined });
  const chosen = after(before, { lines: wrong.map((other) => other.line), like: undefined });
  return [one, alike, chosen];
}
