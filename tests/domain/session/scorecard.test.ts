import { expect, test } from "vitest";
import { rateArea, type Rating } from "../../../src/domain/session/answer.ts";
import { competencyResults } from "../../../src/domain/session/scorecard.ts";
import { changeAnswer, questionsOf, type WholeSession } from "../../../src/domain/session/wholeSession.ts";
import { liveInterview, START } from "../../smallInterview.ts";

function rated(ratings: Readonly<Record<string, Rating>>): WholeSession {
  return Object.entries(ratings).reduce(
    (whole, [areaId, rating]) =>
      changeAnswer(whole, areaId.split(".")[0]!, (answer) => rateArea(answer, areaId, rating), START),
    liveInterview(),
  );
}

const resultsOf = (whole: WholeSession) => competencyResults(whole, questionsOf(whole));

test("not assessed is kept out of the ratings", () => {
  const whole = rated({ "failed.cause": 2, "failed.after": "noEvidence", "recipe.trial": 5 });
  expect(resultsOf(whole)).toEqual([
    { competencyId: "dough", name: "Dough", points: [2, 5], notAssessedCount: 1 },
  ]);
});

test("areas without a rating count neither as rated nor as not assessed", () => {
  const whole = rated({ "failed.cause": 4 });
  expect(resultsOf(whole)).toMatchObject([{ points: [4], notAssessedCount: 0 }]);
});

test("a competency of which nothing was rated has no rating, never a zero", () => {
  const whole = rated({ "failed.cause": "notAsked", "failed.after": "notAsked", "recipe.trial": "notAsked" });
  expect(resultsOf(whole)).toMatchObject([{ points: [], notAssessedCount: 3 }]);
});

test("only the competencies of the given questions are there, in the guide's order", () => {
  const { guide, ...whole } = rated({});
  const reversed = guide.questions.toReversed();
  expect(competencyResults({ ...whole, guide }, reversed).map(({ name }) => name)).toEqual([
    "Dough",
    "People",
  ]);
  expect(competencyResults({ ...whole, guide }, [])).toEqual([]);
});
