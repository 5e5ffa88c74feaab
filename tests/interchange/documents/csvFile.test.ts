// @vitest-environment node
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import type { Scorecard } from "../../../src/domain/session/scorecard.ts";
import { competencyNamesOf, scorecardToReport } from "../../../src/domain/session/scorecardReport.ts";
import {
  csvHead,
  harmlessText,
  scorecardToCsv,
  type CsvRows,
} from "../../../src/interchange/documents/csvFile.ts";
import {
  scorecardWithSegments,
  revisedScorecard,
  scorecardOfText,
  unassessedScorecard,
} from "../../nastyScorecard.ts";
import { plannedInterview, smallGuide } from "../../smallInterview.ts";
import { smallScorecard } from "../../smallPanel.ts";
import { anyText } from "../formats/wholeSessions.ts";

function csvOf(scorecards: readonly Scorecard[], kind: CsvRows["of"]) {
  const competencies = [...new Set(scorecards.flatMap(({ first }) => competencyNamesOf(first)))];
  const rows: CsvRows = kind === "areas" ? { of: kind } : { of: kind, competencies, figures: "on" };
  return csvHead(rows) + scorecards.map((one) => scorecardToCsv(scorecardToReport(one), rows)).join("");
}

function cellsOf(csv: string, newline: "\r\n" | "\n" = "\r\n"): string[][] {
  const parsed = Papa.parse<string[]>(csv.replace(/^\uFEFF/u, ""), { newline, skipEmptyLines: true });
  expect(parsed.errors).toEqual([]);
  return parsed.data;
}

function rowsOf(csv: string): Record<string, string | undefined>[] {
  const [names = [], ...rows] = cellsOf(csv);
  return rows.map((row) => Object.fromEntries(names.map((name, at) => [name, row[at]])));
}

const formulas = [
  "=1+1",
  "+1",
  "-1",
  "@SUM(A1)",
  "\t=1",
  "\r=1",
  "\n=1",
  "  =1",
  "\u00A0=1",
  "\u200B=1",
  "\uFEFF=1",
  "\uFF1D1",
  "\uFF0B1",
  "\uFF0D1",
  "\uFF20a",
  "\uFE661",
  '=HYPERLINK("http://x";"y")',
  "=cmd|' /C calc'!A0",
];

test("one row an area: who, which question, what was rated first and last, and why it changed", () => {
  const rows = rowsOf(csvOf([revisedScorecard()], "areas"));
  expect(rows).toHaveLength(4);
  expect(rows[0]).toMatchObject({
    "Interview ID": "s1",
    Candidate: "Amira Haddad",
    Level: "mid-level",
    Status: "submitted",
    Question: "A failed batch",
    Competency: "Dough",
    Asked: "yes",
    "Planned (minutes)": "15",
    "Used (minutes)": "7",
    Area: "The cause",
    Covered: "yes",
    Rating: "3",
    "Not assessed": "",
    Note: "revised by r1",
    "First rating": "5",
    "First note": "weighed the salt again",
    "Reasons for revisions": "because of r1",
    "Question text": revisedScorecard().first.guide.questions[0]?.text,
  });
  expect(rows[1]).toMatchObject({ Rating: "", "Not assessed": "not enough signal", Covered: "no" });
  expect(rows[2]).toMatchObject({ Asked: "no", Rating: "", "Not assessed": "" });
});

test("an interview that is only planned has no time at which it was held", () => {
  const rows = rowsOf(csvOf([{ first: plannedInterview("s2"), revisions: [] }, revisedScorecard()], "areas"));
  expect(rows[0]).toMatchObject({ Status: "planned", "Held (local time)": "" });
  expect(rows.at(-1)?.["Held (local time)"]).toMatch(/^\d{4}-/u);
});

test("one row a session: counts, means, recommendation, and whether it is submitted", () => {
  const csv = csvOf([revisedScorecard(), { first: plannedInterview("s2"), revisions: [] }], "sessions");
  expect(rowsOf(csv)).toMatchObject([
    {
      "Interview ID": "s1",
      Recommendation: "no",
      "First recommendation": "yes",
      "Questions planned": "3",
      "Questions asked": "1",
      "Areas rated": "1",
      "Areas not assessed": "1",
      "Areas not rated": "0",
      "Dough (mean)": "3",
      "Dough (ratings)": "1",
      Summary: "Not the whole cause.",
      Revisions: "1",
    },
    {
      "Interview ID": "s2",
      Status: "planned",
      Recommendation: "none",
      "Submitted (local time)": "",
      Revisions: "0",
    },
  ]);
});

test("one row a session says how long the introduction and the candidate's questions took, where they were planned", () => {
  const rows = rowsOf(csvOf([scorecardWithSegments(), revisedScorecard()], "sessions"));
  expect(rows).toMatchObject([
    {
      "Introduction: planned (minutes)": "5",
      "Introduction: used (minutes)": "5.17",
      "Candidate’s questions: planned (minutes)": "10",
      "Candidate’s questions: used (minutes)": "8",
    },
    { "Introduction: planned (minutes)": "", "Candidate’s questions: used (minutes)": "" },
  ]);
});

test("a remote sample in which nothing could be assessed says so", () => {
  expect(rowsOf(csvOf([unassessedScorecard()], "sessions"))[0]).toMatchObject({
    Remote: "yes",
    Sample: "yes",
    "No competency (mean)": "",
    "No competency (ratings)": "0",
    Recommendation: "no decision",
  });
});

test("each competency of the sessions has columns of its own, the same in every row", () => {
  const other = { ...smallGuide, competencies: [{ id: "dough", name: "Oven", anchors: [] }] };
  const scorecards = [
    smallScorecard("noor", { "failed.cause": 4, "failed.after": 3, "recipe.trial": 2 }),
    smallScorecard("ben", { "failed.cause": 1 }, { guide: other }),
  ];
  const rows = rowsOf(csvOf(scorecards, "sessions"));
  expect(rows.map((row) => [row["Dough (mean)"], row["Dough (ratings)"]])).toEqual([
    ["3", "3"],
    ["", ""],
  ]);
  expect(rows.map((row) => [row["Oven (mean)"], row["Oven (ratings)"]])).toEqual([
    ["", ""],
    ["1", "1"],
  ]);
});

test("two competencies of one name are one column, with every rating weighed alike", () => {
  const twice = {
    ...smallGuide,
    competencies: [
      { id: "dough", name: "Dough", anchors: [] },
      { id: "more", name: "Dough", anchors: [] },
    ],
    questions: smallGuide.questions.map((question, at) =>
      at === 0 ? question : { ...question, competencyId: "more" },
    ),
  };
  const scorecard = smallScorecard(
    "noor",
    { "failed.cause": 5, "failed.after": 5, "recipe.trial": 2 },
    { guide: twice },
  );
  expect(rowsOf(csvOf([scorecard], "sessions"))[0]).toMatchObject({
    "Dough (mean)": "4",
    "Dough (ratings)": "3",
  });
});

test("it begins with the mark of UTF-8, and every row ends as RFC 4180 says", () => {
  const csv = csvOf([scorecardOfText("plain")], "areas");
  expect(csv.startsWith("\uFEFFInterview ID,Candidate,")).toBe(true);
  expect(csv.endsWith("\r\n")).toBe(true);
  expect(csv.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/u);
});

test.each(formulas)("a text that a spreadsheet may run is made harmless: %j", (text) => {
  expect(harmlessText(text)).toBe(`'${text.replace(/^[\t\r\n]/u, "$&'")}`);
});

test.each(["", "a=1", "1-2", "a, b; c", "weighed – again", "'=1", "#1", "3 + 4"])(
  "%j stays as it is",
  (text) => {
    expect(harmlessText(text)).toBe(text);
  },
);

test.each([
  ["x;=cmd|'/C calc'!A0;y", "x;'=cmd|'/C calc'!A0;y"],
  ["a,=1", "a,'=1"],
  ["a\t+1", "a\t'+1"],
  ["a| @x", "a|' @x"],
  ['a;"=1', "a;'\"=1"],
  ["a;\t=1", "a;\t'=1"],
  ["first\r\n\r\n- second", "first\r\n\r\n'- second"],
  [";=1", ";'=1"],
  ['"=1', "'\"=1"],
  ["a; b, c | d - e", "a; b, c | d - e"],
])("%j, which would be run when it is split elsewhere, is written %j", (text, written) => {
  expect(harmlessText(text)).toBe(written);
});

test("a text with another separator in it stays one cell where a spreadsheet splits at any of them", () => {
  for (const text of ["a;b", "a\tb", "a|b"])
    expect(csvOf([scorecardOfText(text)], "areas")).toContain(`,"${text}",`);
});

test("a rating below zero stays a number", () => {
  const scorecard = revisedScorecard();
  const answer = scorecard.first.answers["failed"]!;
  const areas = { ...answer.areas, "failed.cause": { covered: true, rating: -2, note: "" } };
  const first = { ...scorecard.first, answers: { failed: { ...answer, areas } } };
  expect(rowsOf(csvOf([{ first, revisions: [] }], "areas"))[0]?.["Rating"]).toBe("-2");
});

test("whatever is written comes back from a reader of CSV, and no cell of it can run", () => {
  fc.assert(
    fc.property(fc.oneof(anyText, fc.constantFrom(...formulas, 'a,"b";c\r\nd')), (text) => {
      for (const kind of ["areas", "sessions"] as const) {
        const csv = csvOf([scorecardOfText(text)], kind);
        const expected = harmlessText(text);
        for (const row of rowsOf(csv)) {
          expect(row["Candidate"]).toBe(expected);
          expect(row["Reasons for revisions"]).toBeOneOf([expected, ""]);
        }
        for (const cell of cellsOf(csv).flat())
          expect(cell).not.toMatch(/^[\s\p{Cf}]*[=+@\uFF0B\uFF0D\uFF1D\uFF20]|^-(?!\d)/u);
      }
    }),
  );
});

/** Texts of what splits cells and what begins formulas, and little else. */
const splitText = fc
  .array(
    fc.constantFrom(
      "=1",
      "+",
      "-",
      "@",
      ",",
      ";",
      "\t",
      "|",
      '"',
      "'",
      " ",
      "\r",
      "\n",
      "\r\n",
      "a",
      "\u200B",
    ),
  )
  .map((pieces) => pieces.join(""));

/** @returns whether a cell would be run; a number is none that would */
const canRun = (cell: string) => /^[\s"\p{Cc}\p{Cf}]*[=+\-@]/u.test(cell) && !/^-\d+$/u.test(cell);

test("wherever a file is split, with quotes or without, no piece can run", () => {
  fc.assert(
    fc.property(fc.oneof(anyText, splitText), (text) => {
      for (const kind of ["areas", "sessions"] as const) {
        const csv = csvOf([scorecardOfText(text)], kind);
        for (const delimiter of [",", ";", "\t", "|"]) {
          const unquoted = csv.split(/[\r\n]/u).flatMap((line) => line.split(delimiter));
          const quoted = Papa.parse<string[]>(csv, { delimiter }).data.flat();
          expect([...unquoted, ...quoted].filter(canRun)).toEqual([]);
        }
      }
    }),
    { seed: 10 },
  );
});

const libreOffice = spawnSync("soffice", ["--version"]).status === 0;

describe.runIf(libreOffice)("in LibreOffice", () => {
  test.each(["areas", "sessions"] as const)(
    "the file of %s opens as it is, cell by cell",
    { timeout: 120_000 },
    (rows) => {
      const folder = mkdtempSync(join(tmpdir(), "csv-"));
      const texts = [
        // A lone CR comes out as a line end.
        ...formulas.filter((text) => !text.includes("\r")),
        'He said "it’s a, b; c"',
        "أميرة حداد",
        "王小明：先看日志",
        "two\nlines\n\nand three",
        "👩🏽‍💻 Zoë",
        "</script>",
      ];
      const csv = csvOf([revisedScorecard(), ...texts.map(scorecardOfText)], rows);
      writeFileSync(join(folder, "export.csv"), csv);
      const run = spawnSync(
        "soffice",
        [
          `-env:UserInstallation=file://${folder}/profile`,
          "--headless",
          "--convert-to",
          // UTF-8, quotes where needed, cells as they are shown.
          "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false",
          "--outdir",
          join(folder, "out"),
          join(folder, "export.csv"),
        ],
        { encoding: "utf8" },
      );
      expect(run.stderr).not.toContain("Error");
      const shown = cellsOf(readFileSync(join(folder, "out", "export.csv"), "utf8"), "\n");
      rmSync(folder, { recursive: true });
      expect(shown).toEqual(cellsOf(csv));
    },
  );
});
