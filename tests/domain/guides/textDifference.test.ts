import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { textDifference, type TextRun } from "../../../src/domain/guides/textDifference.ts";

const of = (runs: readonly TextRun[], ...kinds: readonly TextRun["kind"][]) =>
  runs
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ text }) => text)
    .join("");
const shown = (before: string, after: string) =>
  textDifference(before, after)
    .map(({ kind, text }) => (kind === "kept" ? text : kind === "added" ? `[+${text}]` : `[-${text}]`))
    .join("");

describe("what is marked", () => {
  test.each([
    ["a word that changed", "What was slow?", "What was broken?", "What was [-slow][+broken]?"],
    ["a word that came", "Tell me about it", "Tell me all about it", "Tell me [+all ]about it"],
    ["words that went", "Tell me all about it", "Tell me", "Tell me[- all about it]"],
    [
      "neighbouring words that changed, as one",
      "we saw two cats",
      "we saw no dogs",
      "we saw [-two cats][+no dogs]",
    ],
    ["one character of a sentence without spaces", "先看日志", "先看指标", "先看[-日志][+指标]"],
    ["an accent, as a whole word", "un café froid", "un cafe froid", "un [-café][+cafe] froid"],
    ["a text that is new", "", "All new", "[+All new]"],
    ["nothing where nothing changed", "It’s the same.", "It’s the same.", "It’s the same."],
  ])("%s", (_title, before, after, marked) => {
    expect(shown(before, after)).toBe(marked);
  });
});

/** Texts of few words, so that they have some in common. */
const anyWords = fc.oneof(
  fc
    .array(fc.constantFrom("a", "b", "c", " ", " ", ".", "é", "王", "👩🏽‍💻", "\n"), { maxLength: 30 })
    .map((words) => words.join("")),
  fc.string({ unit: "binary", maxLength: 20 }),
);

test("both texts can be read from the runs, and no two neighbours are of one kind", () => {
  fc.assert(
    fc.property(anyWords, anyWords, (before, after) => {
      const runs = textDifference(before, after);
      expect(of(runs, "kept", "removed")).toBe(before);
      expect(of(runs, "kept", "added")).toBe(after);
      runs.slice(1).forEach(({ kind }, index) => expect(kind).not.toBe(runs[index]?.kind));
      expect(runs.every(({ text }) => text !== "")).toBe(true);
    }),
  );
});

test("a text is the same as itself", () => {
  fc.assert(
    fc.property(anyWords, (text) => {
      expect(textDifference(text, text)).toEqual(text === "" ? [] : [{ kind: "kept", text }]);
    }),
  );
});

test("two long texts that have nothing in common are told as replaced, without comparing every word", () => {
  const long = (word: string) => Array.from({ length: 50_000 }, (_, index) => `${word}${index}`).join(" ");
  const before = `the same ${long("a")} end`;
  const after = `the same ${long("b")} end`;
  expect(textDifference(before, after).map(({ kind }) => kind)).toEqual(["kept", "removed", "added", "kept"]);
  expect(of(textDifference(before, after), "kept")).toBe("the same  end");
});
