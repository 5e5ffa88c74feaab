import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Guide } from "../../../src/domain/guides/guide.ts";
import { emptyGuideLike, copyQuestions } from "../../../src/domain/guides/copiedQuestions.ts";
import { encodeGuideFile } from "../../../src/interchange/formats/guideFile.ts";
import { decodeGuideFile } from "../../interchange/guideText/fileTexts.ts";
import { anyGuide } from "../../interchange/formats/wholeSessions.ts";
import { questionIn, smallGuide, START } from "../../smallInterview.ts";

const other: Guide = {
  ...smallGuide,
  title: "Day baker",
  competencies: [
    { id: "people", name: "Customers", anchors: [] },
    { id: "d", name: " dough", anchors: [] },
  ],
  questions: [{ ...questionIn(smallGuide, "apprentice"), id: "failed", text: "Who came first?" }],
  advice: [{ ...smallGuide.advice[1]!, followUps: [{ id: "failed.f1", text: "At what hour?" }] }],
};

describe("questions that are taken into another guide", () => {
  const { guide, taken } = copyQuestions(smallGuide, ["apprentice", "failed"], other);

  test("they stand behind its own, in the order of the guide they come from", () => {
    expect(guide.questions.map(({ text }) => text)).toEqual([
      "Who came first?",
      "Tell me about a batch that failed.",
      "Tell me about somebody you taught.",
    ]);
    expect(guide.questions.slice(1)).toEqual(taken);
    expect(guide.questions[0]).toBe(other.questions[0]);
  });

  test("an id that is taken gets a number behind it, any other stays", () => {
    expect(taken[0]).toMatchObject({
      id: "failed-2",
      areas: [{ id: "failed.cause" }, { id: "failed.after" }],
      followUps: [{ id: "failed.f1-2" }, { id: "failed.f2" }],
    });
    expect(taken[1]).toMatchObject({ id: "apprentice", areas: [{ id: "apprentice.way-2" }] });
  });

  test("an id of the greatest length has a number behind it as well, and is no longer than before", () => {
    const source = {
      ...smallGuide,
      questions: [{ ...questionIn(smallGuide, "recipe"), id: "👩".repeat(100) }],
    };
    const again = { ...source, questions: source.questions.map((one) => ({ ...one, text: "Other?" })) };
    const [question] = copyQuestions(again, ["👩".repeat(100)], source).taken;
    expect(question?.id).toBe(`${"👩".repeat(90)}-2`);
  });

  test("a competency that is there by name is used, any other comes along with its anchors", () => {
    expect(taken[0]?.competencyId).toBe("d");
    expect(guide.competencies).toEqual([
      ...other.competencies,
      { ...smallGuide.competencies[1], id: "people-2" },
    ]);
    expect(taken[1]?.competencyId).toBe("people-2");
  });

  test("the anchors of areas come along where the scales have the same points, and only there", () => {
    expect(taken[0]?.areas[0]?.anchors).toEqual(questionIn(smallGuide, "failed").areas[0]?.anchors);
    const scale = { points: smallGuide.scale.points.slice(1) };
    const onFour = copyQuestions(smallGuide, ["failed", "apprentice"], { ...other, scale });
    expect(onFour.hasLostAnchors).toBe(true);
    expect(onFour.taken.flatMap(({ areas }) => areas.flatMap(({ anchors }) => anchors))).toEqual([]);
    expect(onFour.guide.competencies.at(-1)).toMatchObject({ name: "People", anchors: [] });
    const without = copyQuestions(smallGuide, ["recipe"], { ...other, scale });
    expect(without.hasLostAnchors).toBe(false);
  });

  test("a question whose text is there already is not taken again", () => {
    const again = copyQuestions(smallGuide, ["failed", "recipe"], guide);
    expect(again.alreadyThere.map(({ id }) => id)).toEqual(["failed"]);
    expect(again.taken.map(({ id }) => id)).toEqual(["recipe"]);
  });

  test("a question without a competency has none there either", () => {
    const source = { ...smallGuide, questions: [{ ...questionIn(smallGuide, "failed"), competencyId: "" }] };
    expect(copyQuestions(source, ["failed"], other).taken[0]?.competencyId).toBe("");
  });
});

test("a new guide for taken questions has the scale, the role and the language, and nothing else", () => {
  const { guide } = copyQuestions(smallGuide, ["recipe"], emptyGuideLike(smallGuide));
  expect(guide).toEqual({
    ...smallGuide,
    title: "",
    introduction: "",
    competencies: smallGuide.competencies.slice(0, 1),
    questions: [questionIn(smallGuide, "recipe")],
    advice: [],
  });
});

test("whatever is taken, the guide can be written to a file and read again", () => {
  fc.assert(
    fc.property(anyGuide, anyGuide, fc.boolean(), (source, target, isOwn) => {
      const into = isOwn ? source : target;
      const ids = source.questions.map(({ id }) => id);
      const { guide, taken, alreadyThere } = copyQuestions(source, ids, into);
      expect(taken.length + alreadyThere.length).toBe(ids.length);
      expect(decodeGuideFile(encodeGuideFile(guide, START, "Test 1"))).toEqual({ ok: true, value: guide });
    }),
  );
});
