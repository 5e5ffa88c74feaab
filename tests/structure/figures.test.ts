// @vitest-environment node
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";

const source = resolve(import.meta.dirname, "../../src");

/** What computes a figure from ratings. */
const computing =
  /\b(?:meanOf|competencyMeans|questionMeans|overallMeans|compareCandidates|compareAreas|calibrate|straightLine|hurriedRatings)\(/u;
/** That it is asked whether figures may be computed, or said that none are. */
const asking = /\bfigures\b|\buseFigures\b|\breadFigures\b|"off"/u;
/** What writes a number with decimals: figures, and what is no figure. */
const roundings: readonly string[] = [
  "features/calibration/calibrationWords.ts",
  "interchange/documents/documentWords.ts",
  "ui/words/bytes.ts",
];

const files = readdirSync(source, { recursive: true, encoding: "utf8" })
  .filter((path) => /\.tsx?$/u.test(path) && !path.startsWith("domain/"))
  .map((path) => ({ path, text: readFileSync(join(source, path), "utf8") }));

const unasked = (text: string) => computing.test(text) && !asking.test(text);

test("whoever has a figure computed asks whether it may be", () => {
  expect(files.filter(({ text }) => computing.test(text)).length).toBeGreaterThan(5);
  expect(files.filter(({ text }) => unasked(text)).map(({ path }) => path)).toEqual([]);
  expect(unasked("const means = overallMeans(competencies, debrief);")).toBe(true);
});

test("the setting is read in one place", () => {
  expect(files.filter(({ text }) => text.includes('"computedFigures"')).map(({ path }) => path)).toEqual([
    "state/app/figures.ts",
  ]);
});

test("figures are put into words in few places", () => {
  expect(
    files
      .filter(({ text }) => text.includes(".toFixed("))
      .map(({ path }) => path)
      .toSorted(),
  ).toEqual(roundings);
});
