import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { segmentMinutesOf, usualSegmentMinutes } from "../../../src/domain/session/segment.ts";
import {
  minutesFor,
  adviceFor,
  anchorsFor,
  competencyName,
  levelAdvice,
  levels,
  proposeQuestionIds,
  type Guide,
  type Question,
} from "../../../src/domain/guides/guide.ts";
import { questionIn, smallGuide } from "../../smallInterview.ts";

test("advice is found by its place, and by level", () => {
  expect(adviceFor(smallGuide, "remote")?.title).toBe("From home");
  expect(adviceFor(smallGuide, "planning")).toBeUndefined();
  expect(levelAdvice(smallGuide, "lead")?.text).toBe("Ask about teaching.");
  expect(levelAdvice(smallGuide, "junior")).toBeUndefined();
  expect(levelAdvice({ ...smallGuide, advice: [] }, "lead")).toBeUndefined();
});

test("a competency has its name, a question without one has none", () => {
  expect(competencyName(smallGuide, "people")).toBe("People");
  expect(competencyName(smallGuide, "")).toBe("");
});

test("an area shows its own anchors, or its competency's where it has none", () => {
  const question = questionIn(smallGuide, "failed");
  const [withOwn, without] = question.areas;
  expect(anchorsFor(smallGuide, question, withOwn!)).toBe(withOwn!.anchors);
  expect(anchorsFor(smallGuide, question, without!)).toEqual([{ point: 3, text: "says how it was judged" }]);
  expect(anchorsFor(smallGuide, { ...question, competencyId: "" }, without!)).toEqual([]);
});

describe("the questions proposed for a plan", () => {
  test("there is one for each competency", () => {
    expect(proposeQuestionIds(smallGuide, "mid", 60, 1)).toEqual(["failed", "apprentice"]);
  });

  test("a slot of an hour has three of a quarter of an hour beside the introduction and the candidate's own", () => {
    const questions = [1, 2, 3, 4, 5].map((at) => ({
      ...questionIn(smallGuide, "failed"),
      id: `q${at}`,
      competencyId: "",
    }));
    const minutes = 60 - segmentMinutesOf(usualSegmentMinutes);
    expect(proposeQuestionIds({ ...smallGuide, questions }, "mid", minutes, 1)).toHaveLength(3);
  });

  test("the competencies that the level favours come before the others, in the guide's order", () => {
    expect(proposeQuestionIds(smallGuide, "mid", 20, 1)).toEqual(["failed"]);
    expect(proposeQuestionIds(smallGuide, "lead", 20, 1)).toEqual(["apprentice"]);
    expect(proposeQuestionIds(smallGuide, "lead", 30, 1)).toEqual(["failed", "apprentice"]);
  });

  test("a candidate with more time gets fewer questions", () => {
    expect(proposeQuestionIds(smallGuide, "mid", 30, 1)).toHaveLength(2);
    expect(proposeQuestionIds(smallGuide, "mid", 30, 1.5)).toHaveLength(1);
  });

  test("questions that name no competency are each proposed", () => {
    const questions = smallGuide.questions.map((question) => ({ ...question, competencyId: "" }));
    const ids = proposeQuestionIds({ ...smallGuide, questions }, "mid", 180, 1);
    expect(ids).toEqual(questions.map(({ id }) => id));
  });

  test("they fit the time, are four at most and at least one, one a competency, in the guide's order", () => {
    const guideOf = (minutes: readonly (readonly [number, number])[]): Guide => ({
      ...smallGuide,
      questions: minutes.map(([plannedMinutes, competency], index): Question => ({
        ...questionIn(smallGuide, "recipe"),
        id: `q${index}`,
        competencyId: `c${competency}`,
        plannedMinutes,
      })),
      advice: smallGuide.advice.map((advice) => ({
        ...advice,
        levels: advice.levels.map((level) => ({ ...level, favours: ["c2", "c4"] })),
      })),
    });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 60 }), fc.nat(6))),
        fc.constantFrom(...levels),
        fc.integer({ min: 1, max: 180 }),
        fc.constantFrom(1, 1.25, 1.5, 2),
        (minutes, level, slotMinutes, timeMultiplier) => {
          const guide = guideOf(minutes);
          const ids = proposeQuestionIds(guide, level, slotMinutes, timeMultiplier);
          const chosen = guide.questions.filter(({ id }) => ids.includes(id));
          expect(ids).toEqual(chosen.map(({ id }) => id));
          expect(chosen.length).toBeLessThanOrEqual(4);
          expect(chosen.length > 0).toBe(guide.questions.length > 0);
          expect(new Set(chosen.map(({ competencyId }) => competencyId)).size).toBe(chosen.length);
          const taken = chosen.reduce((sum, one) => sum + minutesFor(one, timeMultiplier), 0);
          if (chosen.length > 1) expect(taken).toBeLessThanOrEqual(slotMinutes);
        },
      ),
    );
  });
});
