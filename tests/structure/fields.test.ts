import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";

const features = resolve(import.meta.dirname, "../../src/features");

/** A whole guide is pasted there, and read before it is kept. */
const unkept = new Set(["guides/import/SourceIntake.tsx"]);

function openFieldsIn(file: string): readonly string[] {
  const source = readFileSync(join(features, file), "utf8");
  return source
    .split(/(?=<(?:input|textarea|NoteField|CandidateField)\b)/u)
    .slice(1)
    .map((rest) => rest.slice(0, rest.indexOf("/>")))
    .filter((tag) => /^<(?:Note|Candidate)Field|dir="auto"/u.test(tag) && !/\breadOnly\s/u.test(tag));
}

test("every field in which somebody writes what is kept takes no more than can be read back", () => {
  const files = readdirSync(features, { recursive: true, encoding: "utf8" }).filter(
    (file) => file.endsWith(".tsx") && !unkept.has(file),
  );
  const fields = files.flatMap((file) => openFieldsIn(file).map((tag) => ({ file, tag })));
  expect(fields.length).toBeGreaterThan(30);
  expect(
    fields.filter(({ tag }) => !/maxLength=\{(?:LONGEST_NAME|LONGEST_TEXT|LONGEST_WORDS)\}/u.test(tag)),
  ).toEqual([]);
});

test("a note is typed in the one field for notes", () => {
  const sources = readdirSync(features, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".tsx"))
    .map((file) => ({ file, source: readFileSync(join(features, file), "utf8") }));
  const noted = sources.filter(({ source }) => /<Note(?:Field|Line)\b/u.test(source));
  expect(noted.map(({ file }) => file).toSorted()).toEqual([
    "interview/question/AreaPane.tsx",
    "interview/question/Notes.tsx",
    "panels/debrief/AreaFocus.tsx",
    "panels/debrief/ConclusionSection.tsx",
    "scorecard/ReviseDialog.tsx",
    "wrapUp/AreaReview.tsx",
    "wrapUp/QuestionReview.tsx",
    "wrapUp/Verdict.tsx",
  ]);
  expect(noted.filter(({ source }) => source.includes("<textarea"))).toEqual([]);
  expect(sources.filter(({ source }) => /addEventListener\("(?:input|composition)/u.test(source))).toEqual(
    [],
  );
});
