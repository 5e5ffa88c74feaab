import { expect, test } from "vitest";
import {
  correctionOf,
  findingsAfter,
  labelsAfter,
  type Correction,
} from "../../../src/features/guides/import/corrections.ts";
import { guideFromText, type ReadGuide } from "../../../src/interchange/guideText/guideText.ts";
import type { LineLabel } from "../../../src/interchange/guideText/labels/lineLabels.ts";
import { readHalf } from "../../interchange/guideText/corpus/corpus.ts";
import { read as readDocument } from "../../interchange/guideText/corpus/score.ts";

const said = (line: number, label: LineLabel | null) => ({ lines: [line], at: line, label, like: undefined });

/** What each line above is, and what there is to say of it. */
const above = (read: ReadGuide, corrections: readonly Correction[], at: number) => [
  read.lines.flatMap(({ line, label }) => (line < at ? [[line, label]] : [])),
  findingsAfter(read, corrections)
    .filter(({ line }) => line < at)
    .map(({ line, message }) => [line, message])
    .toSorted(([a], [b]) => Number(a) - Number(b)),
];

const guides = readHalf("seen").filter(({ isGuide }) => isGuide);

test.each(guides)(
  "what stands above a correction stays as it was read, with all there is to say of it: $name",
  (document) => {
    const asRead = readDocument(document);
    const last = asRead.lines.findLast(({ label }) => label === "question" || label === "area");
    const middle = asRead.lines[Math.floor(asRead.lines.length / 2)];
    for (const { line: at } of [last, middle].filter((line) => line !== undefined)) {
      for (const label of ["leftOut", "question", "followUp"] as const) {
        const corrections = [correctionOf(said(at, label), asRead, [])];
        const after = readDocument(document, labelsAfter(corrections));
        expect(above(after, corrections, at)).toEqual(above(asRead, [], at));
        expect(after.lines.find(({ line }) => line === at)?.label).toBe(label);
      }
    }
  },
);

const text = `# Night baker

## Questions

- Tell me about a batch that failed.
- Why did you choose this bakery?

Their hands are quick
- Describe a night when the oven stopped.
`;

const page = (corrections: readonly Correction[]) => guideFromText(text, undefined, labelsAfter(corrections));

test("who goes back up has what is below read anew, but for what was said of it", () => {
  const first = correctionOf(said(9, "followUp"), page([]), []);
  const second = correctionOf(said(5, "followUp"), page([first]), [first]);
  expect([...labelsAfter([first, second])].filter(([line]) => line >= 5)).toEqual([
    [9, "followUp"],
    [5, "followUp"],
  ]);
});

test("what was said and is taken back is as it was read", () => {
  const asRead = page([]).lines.map(({ label }) => label);
  const corrections: Correction[] = [];
  for (const one of [said(5, "area"), said(9, "followUp"), said(9, null), said(5, null)])
    corrections.push(correctionOf(one, page(corrections), corrections.slice()));
  expect(page(corrections).lines.map(({ label }) => label)).toEqual(asRead);
});

test("of a page that is not offered nothing is held to: one question that is said of it has all of it read", () => {
  const withheld = readHalf("seen")
    .map((document) => readDocument(document))
    .find((one) => one.withheld > 0);
  if (!withheld) throw new Error("There is no such page.");
  const { line: at } = withheld.lines.at(-1) ?? { line: 0 };
  const corrections = [correctionOf(said(at, "question"), withheld, [])];
  expect([...labelsAfter(corrections)]).toEqual([[at, "question"]]);
});
