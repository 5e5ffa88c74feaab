import fc from "fast-check";
import { expect, test } from "vitest";
import { findPassages, guideToPassages } from "../../../src/domain/guides/guideSearch.ts";
import { anyGuide } from "../../interchange/formats/wholeSessions.ts";
import { smallGuide } from "../../smallInterview.ts";

const passages = guideToPassages({
  ...smallGuide,
  questions: smallGuide.questions.map((question, index) =>
    index === 0
      ? { ...question, areas: [...question.areas, { id: "cjk", text: "温度管理", anchors: [] }] }
      : question,
  ),
});
const find = (text: string) =>
  findPassages(passages, text)?.map(({ kind, text: found }) => `${kind}: ${found}`) ?? null;

test.each<[string, string, readonly string[] | null]>([
  ["a word of an area", "trials", ["area: The trials"]],
  ["the beginning of a word, in capitals", "TRIA", ["area: The trials"]],
  ["a word of a question", "taught", ["question: Tell me about somebody you taught."]],
  ["a word of a follow-up", "cost", ["followUp: What did it cost?"]],
  ["a word of an area's anchor", "proved", ["anchor: shows how it was proved"]],
  ["a word of a competency's anchor", "blames", ["anchor: blames the shift before"]],
  ["the role", "bak", ["head: Night baker", "head: Baker", "advice: Nobody bakes from home."]],
  ["a competency", "dough", ["competency: Dough"]],
  ["advice for a level", "teaching ask", ["advice: Ask about teaching."]],
  [
    "two words of one passage, in any order",
    "you taught somebody",
    ["question: Tell me about somebody you taught."],
  ],
  ["words that stand apart", "trials door", ["area: The trials", "advice: Who opened the door?"]],
  ["the middle of a Chinese phrase", "管理", ["area: 温度管理"]],
  ["a word that is nowhere", "trials zebra", null],
  ["the middle of a word", "rials", null],
  ["no word at all", " — ", []],
])("%s", (_title, text, found) => {
  expect(find(text)).toEqual(found);
});

test("every text of a guide is found by its own words", () => {
  fc.assert(
    fc.property(anyGuide, (guide) => {
      const all = guideToPassages(guide);
      for (const passage of all) expect(findPassages(all, passage.text)).toContain(passage);
    }),
  );
});
