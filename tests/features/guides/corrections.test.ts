import { expect, test } from "vitest";
import {
  correctedBy,
  correctionOf,
  type Correction,
} from "../../../src/features/guides/import/corrections.ts";
import { guideFromText, type ReadGuide } from "../../../src/interchange/guideText/guideText.ts";
import type { LineLabel } from "../../../src/interchange/guideText/labels/lineLabels.ts";
import { readHalf } from "../../interchange/guideText/corpus/corpus.ts";
import { read as readDocument } from "../../interchange/guideText/corpus/score.ts";

const said = (line: number, label: LineLabel | null) => ({ lines: [line], at: line, label, like: undefined });

/** What each line above is, and why it is left out or doubtful. */
const above = ({ lines }: ReadGuide, at: number) =>
  lines.flatMap(({ line, label, message }) => (line < at ? [[line, label, message]] : []));

const guides = readHalf("seen").filter(({ isGuide }) => isGuide);

test.each(guides)(
  "what stands above a correction stays as it was read, with all there is to say of it: $name",
  (document) => {
    const asRead = readDocument(document);
    const last = asRead.lines.findLast(({ label }) => label === "question" || label === "area");
    const middle = asRead.lines[Math.floor(asRead.lines.length / 2)];
    for (const { line: at } of [last, middle].filter((line) => line !== undefined)) {
      for (const label of ["leftOut", "question", "followUp"] as const) {
        const corrections = [correctionOf(said(at, label), asRead)];
        const after = readDocument(document, correctedBy(corrections));
        expect(above(after, at)).toEqual(above(asRead, at));
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

const page = (corrections: readonly Correction[]) => guideFromText(text, undefined, correctedBy(corrections));

test("who goes back up has what is below read anew, but for what was said of it", () => {
  const first = correctionOf(said(9, "followUp"), page([]));
  const second = correctionOf(said(5, "followUp"), page([first]));
  expect(correctedBy([first, second])).toEqual({
    said: new Map([
      [9, "followUp"],
      [5, "followUp"],
    ]),
    passed: page([first]).lines.filter(({ line }) => line < 5),
    asked: page([first]).lines.flatMap(({ line, label }) => (label === "question" ? [line] : [])),
  });
});

test("what was said and is taken back is as it was read", () => {
  const asRead = page([]).lines.map(({ label }) => label);
  const corrections: Correction[] = [];
  for (const one of [said(5, "area"), said(9, "followUp"), said(9, null), said(5, null)])
    corrections.push(correctionOf(one, page(corrections)));
  expect(page(corrections).lines.map(({ label }) => label)).toEqual(asRead);
});

test("of a page that is not offered nothing is held to: one question that is said of it has all of it read", () => {
  const withheld = readHalf("seen")
    .map((document) => readDocument(document))
    .find((one) => one.withheld > 0);
  if (!withheld) throw new Error("There is no such page.");
  const { line: at } = withheld.lines.at(-1) ?? { line: 0 };
  const corrections = [correctionOf(said(at, "question"), withheld)];
  expect(correctedBy(corrections)).toEqual({ said: new Map([[at, "question"]]), passed: [], asked: [] });
});

const lead = `# Coffee lead

## Questions

1. Tell me about a time you calmed an angry guest.

Areas to cover:
- What the guest wanted
- What they said
- How it ended
`;

test("what is said of one line of a list leaves the rest of the list what it is, and the guide its title", () => {
  const asRead = guideFromText(lead);
  const { guide, lines } = guideFromText(
    lead,
    undefined,
    correctedBy([correctionOf(said(8, "followUp"), asRead)]),
  );
  expect(lines.map(({ label }) => label)).toEqual(
    asRead.lines.map(({ line, label }) => (line === 8 ? "followUp" : label)),
  );
  expect([guide.title, guide.questions[0]?.areas.map((area) => area.text)]).toEqual([
    "Coffee lead",
    ["What they said", "How it ended"],
  ]);
});

const count = Array.from({ length: 6 }, (_, at) => at + 1);
const plain = [
  "Interview guide",
  "",
  ...count.flatMap((at) => [
    `${at}. How did you solve problem ${at} at your last job?`,
    `   - names the cause ${at}`,
    `   - checks the result ${at}`,
    `   - tells others ${at}`,
  ]),
];
const inParts = [
  "Leitfaden Einstellungsgespräch",
  "",
  "Motivation (10 Min.)",
  "1. Warum bewerben Sie sich bei uns?",
  "2. Was wissen Sie über uns?",
  "",
  "Persönliche Kompetenzen (15 Min.)",
  "3. Wie reagieren Sie auf Kritik?",
  "4. Beschreiben Sie einen Konflikt.",
  "",
  "Soziale Kompetenzen (15 Min.)",
  "5. Wie arbeiten Sie im Team?",
  "6. Was tun Sie, wenn ein Kollege nicht mitzieht?",
];

test.each([
  ["an area of a plain guide", plain],
  ["a question of a guide in parts", inParts],
])("no other question is lost by what is said of one line, such as %s", (_what, lines) => {
  const source = lines.join("\n");
  const asRead = guideFromText(source);
  const asked = asRead.lines.filter(({ label }) => label === "question").map(({ line }) => line);
  expect(asked).toHaveLength(6);
  for (const { line: at } of asRead.lines)
    for (const label of ["leftOut", "question", "followUp", "area"] as const) {
      const after = guideFromText(source, undefined, correctedBy([correctionOf(said(at, label), asRead)]));
      const left = after.lines.filter((line) => line.label === "question").map(({ line }) => line);
      expect(left).toEqual(expect.arrayContaining(asked.filter((line) => line !== at)));
    }
});
