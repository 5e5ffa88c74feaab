import { describe, expect, test } from "vitest";
import type { Guide } from "../../../src/domain/guides/guide.ts";
import {
  countLooseAnchors,
  insertQuestion,
  linesToTexts,
  moveQuestion,
  removeQuestion,
  replaceCompetencies,
  replaceQuestion,
  resizeScale,
  toEveryLevel,
  toEveryPoint,
  withAreaEach,
  withWords,
} from "../../../src/domain/guides/guideEditing.ts";
import { encodeGuideFile } from "../../../src/interchange/formats/guideFile.ts";
import { decodeGuideFile } from "../../interchange/guideText/fileTexts.ts";
import { ownQuestion, questionIn, smallGuide } from "../../smallInterview.ts";

const idsOf = ({ questions }: Guide) => questions.map(({ id }) => id);

describe("questions", () => {
  test("one without areas gets one for the answer as a whole, and the others stay as they are", () => {
    const bare = { ...ownQuestion, areas: [] };
    const guide = insertQuestion(smallGuide, bare, null);
    const filled = withAreaEach(guide);
    expect(filled.questions.at(-1)?.areas).toEqual([
      { id: `${bare.id}.whole`, text: "The answer as a whole", anchors: [] },
    ]);
    expect(filled.questions.slice(0, -1)).toEqual(smallGuide.questions);
    expect(withAreaEach(filled)).toBe(filled);
    expect(decodeGuideFile(encodeGuideFile(filled, 0, "t"))).toEqual({ ok: true, value: filled });
  });

  test("one is put after another, or last", () => {
    expect(idsOf(insertQuestion(smallGuide, ownQuestion, "failed"))).toEqual([
      "failed",
      "own",
      "recipe",
      "apprentice",
    ]);
    expect(idsOf(insertQuestion(smallGuide, ownQuestion, null)).at(-1)).toBe("own");
  });

  test("one is moved to any place there is, and stays where there is none", () => {
    expect(idsOf(moveQuestion(smallGuide, "failed", 2))).toEqual(["recipe", "apprentice", "failed"]);
    expect(idsOf(moveQuestion(smallGuide, "apprentice", 0))).toEqual(["apprentice", "failed", "recipe"]);
    expect(moveQuestion(smallGuide, "failed", 3)).toBe(smallGuide);
    expect(moveQuestion(smallGuide, "failed", -1)).toBe(smallGuide);
    expect(moveQuestion(smallGuide, "failed", 0)).toBe(smallGuide);
    expect(moveQuestion(smallGuide, "unknown", 0)).toBe(smallGuide);
  });

  test("one is taken out or written anew, and the others stay the very same", () => {
    expect(idsOf(removeQuestion(smallGuide, "recipe"))).toEqual(["failed", "apprentice"]);
    const changed = replaceQuestion(smallGuide, { ...questionIn(smallGuide, "recipe"), text: "New" });
    expect(questionIn(changed, "recipe").text).toBe("New");
    expect(questionIn(changed, "failed")).toBe(questionIn(smallGuide, "failed"));
  });
});

test("questions and advice that named a competency which is gone name none, the others stay the very same", () => {
  const [dough] = smallGuide.competencies;
  const changed = replaceCompetencies(smallGuide, [dough!]);
  expect(questionIn(changed, "apprentice").competencyId).toBe("");
  expect(changed.advice[0]?.levels).toEqual([{ level: "lead", text: "Ask about teaching.", favours: [] }]);
  expect(questionIn(changed, "failed")).toBe(questionIn(smallGuide, "failed"));
  expect(changed.advice[1]).toBe(smallGuide.advice[1]);
});

describe("the scale", () => {
  test("from five points to four, point 5 goes with its anchors, and the rest keeps its words", () => {
    const changed = resizeScale(smallGuide, 4);
    expect(changed.scale.points).toEqual(smallGuide.scale.points.slice(0, 4));
    expect(countLooseAnchors(smallGuide, 4)).toBe(1);
    expect(questionIn(changed, "failed").areas[0]?.anchors).toEqual([]);
    expect(changed.competencies).toEqual(smallGuide.competencies);
  });

  test("from four points to five, a worded point is added", () => {
    const changed = resizeScale(resizeScale(smallGuide, 4), 5);
    expect(changed.scale.points.map(({ value, label }) => [value, label]).at(-1)).toEqual([5, "Outstanding"]);
    expect(countLooseAnchors(smallGuide, 5)).toBe(0);
  });

  test("an unusual scale becomes a usual one", () => {
    const points = [0, 3, 9].map((value) => ({ value, label: `own ${value}`, meaning: "" }));
    const changed = resizeScale({ ...smallGuide, scale: { points } }, 4);
    expect(changed.scale.points.map(({ label }) => label)).toEqual(["Poor", "Weak", "own 3", "Strong"]);
  });
});

describe("what a form shows", () => {
  test("there is an anchor for every point, and only those with words are kept", () => {
    const anchors = [{ point: 3, text: "so" }];
    const shown = toEveryPoint(anchors, smallGuide.scale);
    expect(shown.map(({ point, text }) => `${point} ${text}`)).toEqual(["1 ", "2 ", "3 so", "4 ", "5 "]);
    expect(withWords(shown)).toEqual(anchors);
  });

  test("of two anchors for one point no word is lost", () => {
    const twice = [
      { point: 1, text: "a" },
      { point: 1, text: "b" },
    ];
    expect(withWords(toEveryPoint(twice, smallGuide.scale))).toEqual([{ point: 1, text: "a\nb" }]);
  });

  test("there is an entry for every level", () => {
    const entries = [
      { level: "lead", text: "a", favours: ["x"] },
      { level: "lead", text: "b", favours: ["x", "y"] },
    ] as const;
    expect(toEveryLevel(entries)).toEqual([
      { level: "junior", text: "", favours: [] },
      { level: "mid", text: "", favours: [] },
      { level: "senior", text: "", favours: [] },
      { level: "lead", text: "a\nb", favours: ["x", "y"] },
    ]);
  });
});

test("lines that are pasted lose their bullets and numbers, and nothing else", () => {
  expect(linesToTexts("• one\r\n\n  - two\n3. three\n4) four\n[ ] five\n2 weeks of it\n-minus\n–")).toEqual([
    "one",
    "two",
    "three",
    "four",
    "five",
    "2 weeks of it",
    "-minus",
    "–",
  ]);
  expect(linesToTexts("just words")).toEqual(["just words"]);
});
