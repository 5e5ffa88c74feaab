import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  areaAnswer,
  closeUnrated,
  coverArea,
  dropEmptyNotes,
  isAsked,
  isFollowUpAsked,
  markFollowUp,
  nextAfter,
  newAnswer,
  nextFollowUp,
  noteArea,
  progressOf,
  rateArea,
  unratedAreas,
  writeNote,
  type Answer,
  type Rating,
} from "../../../src/domain/session/answer.ts";
import { startTimer } from "../../../src/domain/session/timer.ts";
import { questionIn, smallGuide, START } from "../../smallInterview.ts";

const question = questionIn(smallGuide, "failed");
const empty = newAnswer("s1", "failed", START);
const running: Answer = { ...empty, timer: startTimer(empty.timer, START) };

describe("areas", () => {
  test("an area that nothing was done with is empty", () => {
    const nothing = { covered: false, rating: null, note: "" };
    expect(areaAnswer(empty, "failed.cause")).toEqual(nothing);
    expect(areaAnswer(undefined, "failed.cause")).toEqual(nothing);
  });

  test("a rating of 4 ticks the area", () => {
    expect(areaAnswer(rateArea(empty, "failed.cause", 4), "failed.cause")).toEqual({
      covered: true,
      rating: 4,
      note: "",
    });
  });

  test("not assessed does not tick the area", () => {
    expect(areaAnswer(rateArea(empty, "failed.cause", "notAsked"), "failed.cause").covered).toBe(false);
  });

  test("taking a rating back, or the tick, leaves the rest of the area as it was", () => {
    const rated = noteArea(rateArea(empty, "failed.cause", 4), "failed.cause", "salt");
    expect(areaAnswer(rateArea(rated, "failed.cause", null), "failed.cause")).toEqual({
      covered: true,
      rating: null,
      note: "salt",
    });
    expect(areaAnswer(coverArea(rated, "failed.cause", false), "failed.cause")).toEqual({
      covered: false,
      rating: 4,
      note: "salt",
    });
  });

  test("what is done with one area leaves the other areas alone", () => {
    const first = rateArea(empty, "failed.cause", 2);
    const both = coverArea(first, "failed.after", true);
    expect(both.areas["failed.cause"]).toBe(first.areas["failed.cause"]);
  });

  test("closing what is open marks only the areas without a rating", () => {
    const rated = rateArea(empty, "failed.cause", 2);
    const closed = closeUnrated(rated, question, "notAsked");
    expect(areaAnswer(closed, "failed.cause").rating).toBe(2);
    expect(areaAnswer(closed, "failed.after").rating).toBe("notAsked");
    expect(unratedAreas(question, closed)).toEqual([]);
    expect(closeUnrated(closed, question, "noEvidence")).toBe(closed);
  });

  test("progress counts what is ticked and what is rated or marked not assessed", () => {
    expect(progressOf(question, undefined)).toEqual({ covered: 0, rated: 0, total: 2 });
    const some = rateArea(coverArea(empty, "failed.cause", true), "failed.after", "noEvidence");
    expect(progressOf(question, some)).toEqual({ covered: 1, rated: 1, total: 2 });
    expect(unratedAreas(question, some).map(({ id }) => id)).toEqual(["failed.cause"]);
  });
});

describe("follow-ups", () => {
  test("one that was asked is logged at the time on the question's timer, and can be taken back", () => {
    const asked = markFollowUp(running, "failed.f1", true, START + 90_000);
    expect(asked.followUpsAsked).toEqual([{ followUpId: "failed.f1", atMs: 90_000 }]);
    expect(isFollowUpAsked(asked.followUpsAsked, "failed.f1")).toBe(true);
    expect(isFollowUpAsked(asked.followUpsAsked, "failed.f2")).toBe(false);
    expect(markFollowUp(asked, "failed.f1", false, START + 95_000).followUpsAsked).toEqual([]);
  });

  test("one is never logged twice", () => {
    const moves = fc.array(fc.tuple(fc.constantFrom("failed.f1", "failed.f2"), fc.boolean()));
    fc.assert(
      fc.property(moves, (marks) => {
        const last = new Map(marks);
        const answer = marks.reduce(
          (marked, [id, isOn], index) => markFollowUp(marked, id, isOn, START + index),
          running,
        );
        const asked = answer.followUpsAsked.map(({ followUpId }) => followUpId).toSorted();
        expect(asked).toEqual([...last.keys()].filter((id) => last.get(id)).toSorted());
      }),
    );
  });

  test("the next one is the first that was not asked, until all were", () => {
    expect(nextFollowUp([], question.followUps)?.id).toBe("failed.f1");
    const first = markFollowUp(running, "failed.f1", true, START);
    expect(nextFollowUp(first.followUpsAsked, question.followUps)?.id).toBe("failed.f2");
    const both = markFollowUp(first, "failed.f2", true, START);
    expect(nextFollowUp(both.followUpsAsked, question.followUps)).toBeUndefined();
  });
});

describe("timed notes", () => {
  test("a note keeps the time it was begun at while its text grows", () => {
    const begun = writeNote(running, "n1", "o", START + 5000);
    const grown = writeNote(begun, "n1", "over-salted", START + 9000);
    expect(grown.notes).toEqual([{ id: "n1", atMs: 5000, text: "over-salted" }]);
  });

  test("a note that is emptied stays while it is written, and goes when it is left", () => {
    const two = writeNote(writeNote(running, "n1", "one", START), "n2", "two", START);
    const emptied = writeNote(two, "n1", "", START);
    expect(emptied.notes.map(({ id }) => id)).toEqual(["n1", "n2"]);
    expect(dropEmptyNotes(emptied).notes.map(({ id }) => id)).toEqual(["n2"]);
    expect(dropEmptyNotes(writeNote(two, "n1", " \n", START)).notes.map(({ id }) => id)).toEqual(["n2"]);
    expect(dropEmptyNotes(two)).toBe(two);
  });
});

describe("whether a question was asked", () => {
  test("a question not opened, or glanced at for under half a minute, was not", () => {
    expect(isAsked(undefined, START)).toBe(false);
    expect(isAsked(running, START + 29_999)).toBe(false);
    expect(isAsked({ ...empty, areas: { "failed.cause": areaAnswer(empty, "") } }, START)).toBe(false);
  });

  test.each<[string, Answer]>([
    ["half a minute on the clock", { ...empty, timer: { startedAt: null, elapsedBeforeMs: 30_000 } }],
    ["a timed note", writeNote(empty, "n1", "salt", START)],
    ["a follow-up", markFollowUp(empty, "failed.f1", true, START)],
    ["a tick", coverArea(empty, "failed.cause", true)],
    ["a rating", rateArea(empty, "failed.cause", "notAsked")],
    ["a note on an area", noteArea(empty, "failed.cause", "salt")],
  ])("%s says that it was", (_title, answer) => {
    expect(isAsked(answer, START)).toBe(true);
  });
});

describe("going on from an area", () => {
  const list = {
    ...question,
    areas: ["a", "b", "c", "d"].map((id) => ({ id, text: id, anchors: [] })),
  };

  /** @returns an answer in which these areas are rated or marked */
  const rated = (...ids: readonly string[]) =>
    ids.reduce(
      (answer, id, at) => rateArea(answer, id, at % 2 === 0 ? 3 : "notAsked"),
      newAnswer("s1", "failed", START),
    );

  const next = (answer: Answer | undefined, from: number, rating: Rating | null = 3) =>
    nextAfter(list.areas, from, rating, ({ id }) => areaAnswer(answer, id).rating === null)?.id;

  test.each([
    ["the next below", rated("b"), 1, "c"],
    ["past those that are rated", rated("b", "c"), 1, "d"],
    ["the last that is open", rated("a", "b", "c"), 0, "d"],
    ["the next, with nothing recorded yet", undefined, 0, "b"],
  ])("from an area one goes on to %s", (_what, answer, from, to) => {
    expect(next(answer, from)).toBe(to);
  });

  test("where nothing below is open there is nowhere to go on to, though an area above is", () => {
    expect(next(rated("b", "c", "d"), 1)).toBeUndefined();
  });

  test.each([null, "noEvidence", "notAsked"] as const)("%s is no rating to go on from", (rating) => {
    expect(next(rated("a"), 0, rating)).toBeUndefined();
  });
});
