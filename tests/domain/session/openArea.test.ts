import { expect, test } from "vitest";
import { newAnswer, rateArea } from "../../../src/domain/session/answer.ts";
import { nextOpenArea } from "../../../src/domain/session/openArea.ts";
import { questionIn, smallGuide, START } from "../../smallInterview.ts";

const question = {
  ...questionIn(smallGuide, "failed"),
  areas: ["a", "b", "c", "d"].map((id) => ({ id, text: id, anchors: [] })),
};

/** @returns an answer in which these areas are rated or marked */
const rated = (...ids: readonly string[]) =>
  ids.reduce(
    (answer, id, at) => rateArea(answer, id, at % 2 === 0 ? 3 : "notAsked"),
    newAnswer("s1", "failed", START),
  );

test.each([
  ["the next below", rated("b"), "b", "c"],
  ["past those that are rated", rated("b", "c"), "b", "d"],
  ["the first above, where none is below", rated("c", "d"), "d", "a"],
  ["the last that is open", rated("a", "b", "c"), "a", "d"],
])("from an area one goes on to %s", (_what, answer, from, to) => {
  expect(nextOpenArea(question, answer, from)?.id).toBe(to);
});

test("where all is rated, or there is one area only, there is nowhere to go on to", () => {
  expect(nextOpenArea(question, rated("a", "b", "c", "d"), "d")).toBeNull();
  expect(nextOpenArea({ ...question, areas: question.areas.slice(0, 1) }, undefined, "a")).toBeNull();
});

test("with nothing recorded yet, the next one is open", () => {
  expect(nextOpenArea(question, undefined, "a")?.id).toBe("b");
});
