import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  newAnswer,
  noteArea,
  rateArea,
  type AreaAnswer,
  type Rating,
} from "../../../src/domain/session/answer.ts";
import type { Question } from "../../../src/domain/guides/guide.ts";
import {
  areasWithoutEvidence,
  hurriedRatings,
  reviewGaps,
  straightLine,
} from "../../../src/domain/session/reviewHints.ts";
import { submitSession, type WholeSession } from "../../../src/domain/session/wholeSession.ts";
import { completeInterview, smallGuide, START } from "../../smallInterview.ts";

const complete = completeInterview();
const now = START + 20 * 60_000;

const areaIds = ["a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8", "a9", "a10"];

/** One question of ten areas, rated so. */
function rated(areas: readonly (Rating | null)[], notes: readonly string[] = []): WholeSession {
  const question: Question = {
    ...smallGuide.questions[0]!,
    areas: areaIds.map((id) => ({ id, text: id, anchors: [] })),
  };
  const answerOf = (rating: Rating | null, note = ""): AreaAnswer => ({ covered: false, rating, note });
  return {
    ...complete,
    session: { ...complete.session, questionIds: ["failed"] },
    guide: { ...smallGuide, questions: [question] },
    answers: {
      failed: {
        ...newAnswer("s1", "failed", now),
        timer: { startedAt: null, elapsedBeforeMs: 60_000 },
        areas: Object.fromEntries(
          areaIds.map((id, index) => [id, answerOf(areas[index] ?? null, notes[index])]),
        ),
      },
    },
  };
}

const ids = (found: readonly { readonly area: { readonly id: string } }[]) =>
  found.map(({ area }) => area.id);

describe("evidence", () => {
  test("is missed at both ends of the scale and nowhere between", () => {
    expect(ids(areasWithoutEvidence(rated([1, 2, 3, 4, 5, "noEvidence", "notAsked", null]), now))).toEqual([
      "a1",
      "a5",
    ]);
  });

  test("is a note that says something", () => {
    expect(ids(areasWithoutEvidence(rated([1, 5, 5], [" \n", "weighed it", ""]), now))).toEqual(["a1", "a3"]);
  });

  test("that is missing keeps nobody from submitting", () => {
    const bare = {
      ...complete,
      answers: { failed: noteArea(complete.answers["failed"]!, "failed.cause", "") },
    };
    expect(ids(areasWithoutEvidence(bare, now))).toEqual(["failed.cause"]);
    expect(submitSession(bare, now).session.status).toBe("submitted");
  });

  test("gaps are areas left open and ends without a note, none twice", () => {
    const gaps = reviewGaps(rated([5, null, 3, 1, null, 2, 2, 2, 2, 2], ["", "heard"]), now);
    expect(ids(gaps.open)).toEqual(["a2", "a5"]);
    expect(ids(gaps.withoutEvidence)).toEqual(["a1", "a4"]);
  });

  test("a question that was not asked has no gaps", () => {
    const [first, ...others] = smallGuide.questions;
    const whole = { ...complete, guide: { ...smallGuide, questions: [first!, ...others] }, answers: {} };
    expect(reviewGaps(whole, now)).toEqual({ open: [], withoutEvidence: [] });
  });
});

describe("a straight line", () => {
  test("is eight areas or more on one point, those not assessed aside", () => {
    expect(straightLine(rated([3, 3, 3, 3, 3, 3, 3, "notAsked", 3]), now)).toEqual({ point: 3, count: 8 });
    expect(straightLine(rated([3, 3, 3, 3, 3, 3, 3, "notAsked"]), now)).toBeNull();
  });

  test("is none where one rating differs, wherever it stands", () => {
    const point = fc.integer({ min: 1, max: 5 });
    fc.assert(
      fc.property(point, point, fc.nat({ max: 9 }), (all, other, at) => {
        const ratings = areaIds.map((_id, index) => (index === at ? other : all));
        expect(straightLine(rated(ratings), now)).toEqual(all === other ? { point: all, count: 10 } : null);
      }),
    );
  });

  test("is none where nothing was rated", () => {
    expect(straightLine(rated([]), now)).toBeNull();
    const unrated = rateArea(complete.answers["failed"]!, "failed.cause", null);
    expect(straightLine({ ...complete, answers: { failed: unrated } }, now)).toBeNull();
  });
});

describe("hurried ratings", () => {
  test("are four or more, each within two seconds of the one before", () => {
    expect(hurriedRatings([0, 2000, 4000, 6000])).toBe(4);
    expect(hurriedRatings([0, 2000, 4000])).toBe(0);
    expect(hurriedRatings([0, 2000, 4001, 6002, 8003])).toBe(0);
    expect(hurriedRatings([])).toBe(0);
  });

  test("are counted in the longest run, in whatever order they are told", () => {
    expect(hurriedRatings([90_000, 1000, 2000, 3000, 60_000, 4000, 5000])).toBe(5);
  });

  test("never come of ratings that were taken time over", () => {
    const pauses = fc.array(fc.integer({ min: 2001, max: 60_000 }), { maxLength: 30 });
    fc.assert(
      fc.property(pauses, (gaps) => {
        let at = START;
        expect(hurriedRatings(gaps.map((gap) => (at += gap)))).toBe(0);
      }),
    );
  });
});
