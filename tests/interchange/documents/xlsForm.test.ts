// @vitest-environment node
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { read, utils } from "@e965/xlsx";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import shippedGuides from "../../../data/shippedGuides.json" with { type: "json" };
import type { Guide } from "../../../src/domain/guides/guide.ts";
import { encodeXlsForm } from "../../../src/interchange/documents/xlsForm.ts";
import { LONGEST_CELL } from "../../../src/interchange/files/xlsx.ts";
import { decodeGuide } from "../../../src/interchange/formats/guideFile.ts";
import { hashGuide, smallGuide, START } from "../../smallInterview.ts";
import { anyGuide } from "../formats/wholeSessions.ts";

const bytesOf = (guide: Guide) =>
  Buffer.concat(encodeXlsForm(guide, hashGuide(guide), START).map((part) => Buffer.from(part)));

type Row = Readonly<Record<string, string>>;

/** Reads the form with a reader of spreadsheets that has nothing to do with its writer. */
function formOf(guide: Guide) {
  const { Sheets, SheetNames } = read(bytesOf(guide), { raw: true });
  expect(SheetNames).toEqual(["survey", "choices", "settings"]);
  const rows = (name: string): readonly Row[] => {
    const sheet = Sheets[name];
    if (!sheet) throw new Error(`There is no sheet ${name}`);
    return utils.sheet_to_json<Row>(sheet, { defval: "", raw: true });
  };
  return { survey: rows("survey"), choices: rows("choices"), settings: rows("settings") };
}

test("a question is a group: its text, each area with a rating and a note, follow-ups, notes", () => {
  const { survey } = formOf(smallGuide);
  const from = survey.findIndex(({ type }) => type === "begin_group");
  const until = survey.findIndex(({ type }) => type === "end_group");
  expect(
    survey.slice(from, until + 1).map(({ type, name, label, hint }) => [type, name, label, hint]),
  ).toEqual([
    ["begin_group", "q1", "A failed batch", ""],
    ["note", "q1_text", "Tell me about a batch that failed.", "15 min"],
    ["select_one rating", "q1_a1", "The cause", "5: shows how it was proved"],
    ["text", "q1_a1_note", "Note: The cause", ""],
    ["select_one rating", "q1_a2", "What changed", "3: says how it was judged"],
    ["text", "q1_a2_note", "Note: What changed", ""],
    ["select_multiple q1_followups", "q1_followups", "Follow-ups asked", ""],
    ["text", "q1_notes", "Notes", ""],
    ["end_group", "", "", ""],
  ]);
  expect(survey.slice(0, from).map(({ name, required }) => [name, required])).toEqual([
    ["introduction", ""],
    ["candidate", "yes"],
    ["interviewer", "yes"],
  ]);
});

test("the choices are the guide's scale with both reasons for no rating, the recommendations and the follow-ups", () => {
  const { choices, settings } = formOf(smallGuide);
  const listOf = (list: string) =>
    choices.filter((row) => row["list_name"] === list).map(({ name, label }) => `${name}: ${label}`);
  expect(listOf("rating").slice(0, 5)).toEqual([
    "1: 1 Poor",
    "2: 2 Weak",
    "3: 3 Sound",
    "4: 4 Strong",
    "5: 5 Outstanding",
  ]);
  expect(listOf("rating").slice(5)).toHaveLength(2);
  expect(listOf("recommendation")).toHaveLength(5);
  expect(listOf("q1_followups")).toEqual(["f1: How did you know?", "f2: What did it cost?"]);
  expect(settings).toEqual([
    {
      form_title: "Night baker",
      form_id: `guide_${hashGuide(smallGuide).slice(0, 12)}`,
      version: hashGuide(smallGuide).slice(0, 12),
      default_language: "English (en)",
    },
  ]);
});

/** What XLSForm asks of every form: https://xlsform.org/en/. */
function expectSound({ survey, choices, settings }: ReturnType<typeof formOf>) {
  const named = survey.filter(({ type }) => type !== "end_group");
  const names = named.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const { name, label, type } of named) {
    expect(name).toMatch(/^[A-Za-z_][\w.-]*$/u);
    expect(label?.trim()).not.toBe("");
    const [kind, list] = (type ?? "").split(" ");
    expect(["note", "text", "begin_group", "select_one", "select_multiple"]).toContain(kind);
    if (list !== undefined) expect(choices.some((row) => row["list_name"] === list)).toBe(true);
  }
  const depth = survey.map(({ type }) => (type === "begin_group" ? 1 : type === "end_group" ? -1 : 0));
  expect(depth.reduce<number>((sum, step) => sum + step, 0)).toBe(0);
  const keys = choices.map((row) => `${row["list_name"]} ${row["name"]}`);
  expect(new Set(keys).size).toBe(keys.length);
  for (const { name, label } of choices) {
    expect(name).toMatch(/^\S+$/u);
    expect(label?.trim()).not.toBe("");
  }
  expect(settings).toHaveLength(1);
  for (const row of [...survey, ...choices, ...settings])
    for (const cell of Object.values(row)) expect(cell).not.toContain("${");
}

test("whatever a guide holds, its form keeps to the standard", () => {
  fc.assert(
    fc.property(anyGuide, (guide) => {
      expectSound(formOf(guide));
    }),
    { numRuns: 50 },
  );
});

const texts = ['=1+1 & <b>"x"</b>', "two\nlines\r\nand\rthree", "  spaces  ", "أميرة 👩🏽‍💻", "x".repeat(40_000)];
const oddGuide: Guide = {
  ...smallGuide,
  introduction: "Ask ${candidate} \u0000\uFFFF",
  questions: texts.map((text, at) => ({ ...smallGuide.questions[0]!, id: `t${at}`, text })),
};

test("a text that looks like a formula, a reference or markup stays that text, and one too long is cut", () => {
  const { survey } = formOf(oddGuide);
  expect(survey[0]?.["label"]).toBe("Ask $ {candidate} \uFFFD\uFFFD");
  const shown = survey.filter(({ name }) => /^q\d+_text$/u.test(name ?? "")).map(({ label }) => label);
  expect(shown.slice(0, 4).map((text) => text?.replaceAll(/\r\n?/gu, "\n"))).toEqual(
    texts.slice(0, 4).map((text) => text.replaceAll(/\r\n?/gu, "\n")),
  );
  expect(shown[4]).toBe(`${"x".repeat(LONGEST_CELL - 1)}…`);
});

const guides = shippedGuides.map(({ file }) => {
  const path = resolve(import.meta.dirname, `../../../data/guides/${file}.json`);
  const decoded = decodeGuide(JSON.parse(readFileSync(path, "utf8")));
  if (!decoded.ok) throw new Error(file);
  return [file, decoded.value] as const;
});

test.each(guides)("the form of the guide %s keeps to the standard", (_file, guide) => {
  expectSound(formOf(guide));
});

const pyxform = spawnSync("xls2xform", ["--help"]).status === 0;

describe.runIf(pyxform)("in pyxform, which makes forms of ODK from it", () => {
  test.each([["small", smallGuide] as const, ["odd", oddGuide] as const, ...guides])(
    "the form of the guide %s is read without a word against it",
    { timeout: 120_000 },
    (_file, guide) => {
      const folder = mkdtempSync(join(tmpdir(), "xlsform-"));
      const [from, to] = [join(folder, "guide.xlsx"), join(folder, "guide.xml")];
      writeFileSync(from, bytesOf(guide));
      const run = spawnSync("xls2xform", ["--json", "--skip_validate", from, to], { encoding: "utf8" });
      const said = JSON.parse(run.stdout || run.stderr) as {
        readonly code: number;
        readonly warnings?: readonly string[];
      };
      const form = readFileSync(to, "utf8");
      rmSync(folder, { recursive: true });
      expect(said).toMatchObject({ code: 100, warnings: [] });
      for (const at of guide.questions.keys())
        expect(form).toContain(`ref="/data/q${at + 1}/q${at + 1}_notes"`);
    },
  );
});
