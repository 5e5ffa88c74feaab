// @vitest-environment node
import { describe, expect, test } from "vitest";
import { amountOf } from "../../../amount.ts";
import { halves, readHalf, readSet, type LabelledDocument } from "./corpus.ts";
import { decisionsInApp } from "./decisions.ts";
import { drawnGuides } from "../drawn/drawnGuides.ts";
import { isLost, scoreHalf, type DocumentScore } from "./score.ts";

/** Which part to print ("seen", …, or "all"), and of which to tell every document and line; another folder to score; whether to put all right as in the app. */
const {
  SCORE: printed = "",
  SCORE_VERBOSE: told = "",
  SCORE_FOLDER: elsewhere = "",
  SCORE_DECISIONS: isPutRight = "",
} = process.env;

/** The most that the reader may get wrong. One page of "later" is still taken for a guide, and so are two of "apart", which nobody has built with. */
const limits = {
  seen: { lines: 0.3, decisions: 0.3, lost: 0, claimed: 0 },
  unseen: { lines: 0.5, decisions: 0.3, lost: 0, claimed: 0 },
  fresh: { lines: 0.7, decisions: 0.7, lost: 0, claimed: 0 },
  later: { lines: 2, decisions: 1.4, lost: 0, claimed: 5 },
  latest: { lines: 0.8, decisions: 0.7, lost: 0, claimed: 0 },
  sheets: { lines: 1.6, decisions: 0.9, lost: 0, claimed: 1 },
  aside: { lines: 5, decisions: 2.1, lost: 0, claimed: 0 },
  apart: { lines: 5.4, decisions: 2.1, lost: 1, claimed: 31 },
  drawn: { lines: 0.7, decisions: 0.3, lost: 2, claimed: 0 },
  drawnAside: { lines: 1.4, decisions: 0.7, lost: 7, claimed: 0 },
  drawnApart: { lines: 2.2, decisions: 0.6, lost: 11, claimed: 0 },
};

/** They take as long as all other parts together. */
const drawnToMeasure = (["drawnAside", "drawnApart"] as const).slice(0, amountOf(2, 0));

const parts = [
  ...halves.map((half) => ({ part: half, set: readHalf(half) })),
  { part: "drawn", set: drawnGuides("built") },
  ...drawnToMeasure.map((half) => ({
    part: half,
    set: drawnGuides(half === "drawnAside" ? "aside" : "apart"),
  })),
] as const;

/** What is put aside to be measured with is small, and in some of the languages. */
const largeParts = halves.filter((half) => half !== "aside");

test.each(largeParts)(
  "the %s part of the measuring set has guides and other pages, in each of the languages",
  (half) => {
    const set = readHalf(half);
    const guides = set.filter(({ isGuide }) => isGuide);
    expect(guides.length).toBeGreaterThanOrEqual(28);
    expect(set.length - guides.length).toBeGreaterThanOrEqual(7);
    expect([...new Set(guides.map(({ language }) => language))].toSorted()).toEqual([
      "ar",
      "de",
      "en",
      "es",
      "fr",
      "he",
      "ja",
      "zh",
    ]);
  },
);

describe.each(parts)("the $part part of the measuring set", ({ part: half, set }) => {
  let scored: ReturnType<typeof scoreHalf> | undefined;
  const score = () => (scored ??= scoreHalf(set));

  test("has questions in every guide and none on any other page", () => {
    const asks = set.map(({ name, pieces }) => [name, pieces.some(({ labels }) => labels[0] === "q")]);
    expect(asks).toEqual(set.map(({ name, isGuide }) => [name, isGuide]));
  });

  test("is read with every line that is given found in its document", () => {
    const { documents, figures } = score();
    if (printed === half || printed === "all")
      print(half, { ...figures, ...inApp(set) }, told === half ? documents : []);
    expect(documents).toHaveLength(set.length);
    expect(
      documents.flatMap(({ document, strays }) => strays.map(({ text }) => `${document.name}: ${text}`)),
    ).toEqual([]);
  });

  test("is read with few lines to correct, hardly a guide lost, and hardly a page taken for one", () => {
    const { documents, figures } = score();
    const { lines, decisions, lost, claimed } = limits[half];
    expect(Number(figures["lines of 100 to correct"])).toBeLessThanOrEqual(lines);
    expect(Number(figures["decisions of 100 lines"])).toBeLessThanOrEqual(decisions);
    expect(documents.filter((one) => one.document.isGuide && isLost(one)).length).toBeLessThanOrEqual(lost);
    expect(Number(figures["questions claimed on 1,000 lines of pages"])).toBeLessThanOrEqual(claimed);
  });
});

test.runIf(elsewhere !== "")("a folder outside the repository is scored", () => {
  const set = readSet(elsewhere);
  const { documents, figures } = scoreHalf(set);
  print(elsewhere, { ...figures, ...inApp(set) }, told === "folder" ? documents : []);
  expect(documents.length).toBeGreaterThan(0);
});

/** It takes minutes. */
function inApp(set: readonly LabelledDocument[]): Readonly<Record<string, string>> {
  if (isPutRight === "") return {};
  const counts = set.filter(({ isGuide }) => isGuide).map(decisionsInApp);
  return { "decisions in the app": String(counts.reduce((total, count) => total + count, 0)) };
}

function print(half: string, figures: Readonly<Record<string, string>>, documents: readonly DocumentScore[]) {
  const rows = Object.entries(figures).map(([name, value]) => `| ${name} | ${value} |`);
  const each = documents.flatMap((score) => {
    const { document, lines, misses, decisions, questions, questionsFound, claimed } = score;
    const found = document.isGuide
      ? `${String(misses.length)} of ${String(lines)} lines, ${String(decisions)} decisions, ${String(questionsFound)} of ${String(questions)} questions${isLost(score) ? " LOST" : ""}`
      : `${String(claimed)} claimed on ${String(lines)} lines`;
    return [
      `${document.name}.${document.language}.${document.kind}: ${found}`,
      ...misses.map(
        ({ piece, got }) =>
          `    ${String(piece.line)} ${piece.labels.join("/")} was ${got}: ${piece.text.trim().slice(0, 90)}`,
      ),
    ];
  });
  process.stdout.write(`\n${["", ...each, "", `| ${half} | |`, "| --- | --- |", ...rows].join("\n")}\n`);
}
