import { describe, expect, test } from "vitest";
import { changeToWords } from "../../../src/state/session/changeWords.ts";
import { liveInterview, smallGuide } from "../../smallInterview.ts";

const whole = liveInterview();
const failed = smallGuide.questions.find(({ id }) => id === "failed")!;
const [area, otherArea] = failed.areas;
const notRated = { covered: false, rating: null };

describe("what was undone is named", () => {
  test.each([
    ["a rating by its point and its word", { covered: true, rating: 4 }, `${area!.text}: 4, Strong`],
    [
      "a reason that takes a rating’s place",
      { covered: true, rating: "notAsked" },
      `${area!.text}: not assessed, not asked`,
    ],
    ["a tick", { covered: true, rating: null }, `${area!.text}: covered`],
    ["a point that the scale has no more", { covered: true, rating: 77 }, `${area!.text}: not rated`],
  ] as const)("%s", (_what, to, words) => {
    const part = { kind: "area", areaId: area!.id, from: notRated, to } as const;
    expect(changeToWords(whole, { questionId: "failed", parts: [part] })).toBe(words);
  });

  test("a tick that is gone, and of several changes the first with how many more", () => {
    const parts = [area!, otherArea!].map(
      ({ id }) =>
        ({ kind: "area", areaId: id, from: { covered: true, rating: null }, to: notRated }) as const,
    );
    expect(changeToWords(whole, { questionId: "failed", parts })).toBe(
      `${area!.text}: not covered, and 1 more change`,
    );
  });

  test("a follow-up, of the question or on a rehearsed answer, and minutes that were added", () => {
    const [followUp] = failed.followUps;
    const to = { asked: { followUpId: followUp!.id, atMs: 0 }, at: 0 };
    const change = (part: Parameters<typeof changeToWords>[1]["parts"][number]) =>
      changeToWords(whole, { questionId: "failed", parts: [part] });
    expect(change({ kind: "followUp", followUpId: followUp!.id, from: null, to })).toBe(
      `asked: ${followUp!.text}`,
    );
    expect(change({ kind: "followUp", followUpId: followUp!.id, from: to, to: null })).toBe(
      `not asked: ${followUp!.text}`,
    );
    expect(change({ kind: "addedMinutes", from: 0, to: 2 })).toBe(`${failed.title}: 2 minutes added`);
    expect(change({ kind: "addedMinutes", from: 2, to: 0 })).toBe(`${failed.title}: planned time`);
  });

  test("also where its question, its area or its follow-up is not there any more", () => {
    const change = (questionId: string, part: Parameters<typeof changeToWords>[1]["parts"][number]) =>
      changeToWords(whole, { questionId, parts: [part] });
    const rated = { covered: true, rating: 4 };
    expect(change("gone", { kind: "area", areaId: "gone", from: notRated, to: rated })).toBe(": 4, Strong");
    expect(change("failed", { kind: "area", areaId: "gone", from: notRated, to: rated })).toBe(": 4, Strong");
    expect(change("gone", { kind: "followUp", followUpId: "gone", from: null, to: null })).toBe(
      "not asked: ",
    );
    expect(change("gone", { kind: "addedMinutes", from: 0, to: 2 })).toBe(": 2 minutes added");
    expect(changeToWords(whole, { questionId: "failed", parts: [] })).toBe("");
  });
});
