import fc from "fast-check";
import { expect, test } from "vitest";
import type { Guide } from "../../../src/domain/guides/guide.ts";
import { encodeCaseRubric } from "../../../src/interchange/documents/caseRubric.ts";
import { validateCaseRubric } from "../formats/publishedSchemas.ts";
import { hashGuide, smallGuide, START } from "../../smallInterview.ts";
import { anyGuide } from "../formats/wholeSessions.ts";

function rubricOf(guide: Guide): unknown {
  const rubric: unknown = JSON.parse(encodeCaseRubric(guide, hashGuide(guide), START));
  expect(validateCaseRubric(rubric)).toEqual([]);
  return rubric;
}

test("an area is a criterion, a point of the scale a level of it, an anchor its feedback", () => {
  const time = new Date(START).toISOString();
  const rubric = rubricOf(smallGuide);
  expect(rubric).toMatchObject({
    title: "Night baker",
    description: "Ask about one real night.",
    lastChangeDateTime: time,
    CFRubricCriteria: [
      { category: "Dough", description: "The cause", position: 1 },
      { category: "Dough", description: "What changed", position: 2 },
      { category: "Dough", description: "The trials", position: 3 },
      { category: "People", description: "The way of teaching", position: 4 },
    ],
  });
  const { CFRubricCriteria: criteria, identifier } = rubric as {
    readonly identifier: string;
    readonly CFRubricCriteria: readonly {
      readonly identifier: string;
      readonly rubricId: string;
      readonly CFRubricCriterionLevels: readonly Readonly<Record<string, unknown>>[];
    }[];
  };
  const [first, second] = criteria;
  expect(first?.rubricId).toBe(identifier);
  expect(
    first?.CFRubricCriterionLevels.map(({ quality, score, feedback }) => [quality, score, feedback]),
  ).toEqual([
    ["Poor", 1, undefined],
    ["Weak", 2, undefined],
    ["Sound", 3, undefined],
    ["Strong", 4, undefined],
    ["Outstanding", 5, "shows how it was proved"],
  ]);
  // An area without anchors of its own has its competency's.
  expect(second?.CFRubricCriterionLevels[2]).toMatchObject({
    description: "There was a real example.",
    feedback: "says how it was judged",
    rubricCriterionId: second?.identifier,
  });
});

test("whatever a guide holds, its rubric has the fields of CASE, and every part an identifier of its own", () => {
  fc.assert(
    fc.property(anyGuide, (guide) => {
      const ids = Array.from(
        JSON.stringify(rubricOf(guide)).matchAll(/"identifier":"([^"]*)"/gu),
        ([, id]) => id,
      );
      expect(new Set(ids).size).toBe(ids.length);
    }),
    { numRuns: 50 },
  );
});

test("the same version has the same identifiers, whenever it is written", () => {
  const withoutTimes = (at: number) =>
    encodeCaseRubric(smallGuide, hashGuide(smallGuide), at).replaceAll(new Date(at).toISOString(), "");
  expect(withoutTimes(START)).toBe(withoutTimes(START + 1000));
});
