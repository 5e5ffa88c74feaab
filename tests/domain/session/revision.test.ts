import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { areaAnswer } from "../../../src/domain/session/answer.ts";
import {
  finalOf,
  mergeRevisions,
  reviseScorecard,
  type WantedChange,
} from "../../../src/domain/session/revision.ts";
import type { Revision, Scorecard } from "../../../src/domain/session/scorecard.ts";
import { completeInterview, MINUTE, START, submittedInterview } from "../../smallInterview.ts";

const SUBMITTED = START + 12 * MINUTE;
const scorecard: Scorecard = { first: submittedInterview(), revisions: [] };
const nothing: WantedChange = {
  reason: "Read my notes again.",
  areas: {},
  recommendation: null,
  summary: "",
};

const revision = (change: Partial<Revision>): Revision => ({
  id: "r",
  sessionId: "s1",
  at: SUBMITTED + MINUTE,
  reason: "Because.",
  areas: {},
  recommendation: null,
  summary: "",
  ...change,
});
const ratingOf = (one: Scorecard, questionId: string, areaId: string) =>
  areaAnswer(finalOf(one).answers[questionId], areaId);

describe("the scorecard as it stands", () => {
  test("without revisions it is what was submitted", () => {
    expect(finalOf(scorecard)).toEqual(scorecard.first);
  });

  test("later revisions win, in whatever order they are listed, and what was submitted stays", () => {
    const before = structuredClone(scorecard.first);
    const early = revision({ id: "b", at: 1, areas: { "failed.cause": { rating: 2, note: "early" } } });
    const late = revision({
      id: "a",
      at: 2,
      areas: { "failed.cause": { rating: 4, note: "late" } },
      recommendation: "no",
      summary: "Not proved.",
    });
    for (const revisions of [
      [early, late],
      [late, early],
    ]) {
      const one = { ...scorecard, revisions };
      expect(ratingOf(one, "failed", "failed.cause")).toMatchObject({ rating: 4, note: "late" });
      expect(finalOf(one).session).toMatchObject({ recommendation: "no", summary: "Not proved." });
    }
    expect(scorecard.first).toEqual(before);
  });

  test("of two revisions of one moment the one with the later id wins", () => {
    const rated = (id: string, rating: number) =>
      revision({ id, areas: { "failed.cause": { rating, note: "" } } });
    const revisions = [rated("b", 2), rated("a", 3)];
    expect(ratingOf({ ...scorecard, revisions }, "failed", "failed.cause").rating).toBe(2);
  });

  test("a question that was not opened, and an own one, can be revised; an area that is nowhere is passed over", () => {
    const revisions = [
      revision({
        areas: {
          "recipe.trial": { rating: "noEvidence", note: "" },
          "own.area": { rating: 3, note: "the oven" },
          gone: { rating: 1, note: "" },
        },
      }),
    ];
    const one = { ...scorecard, revisions };
    expect(ratingOf(one, "recipe", "recipe.trial").rating).toBe("noEvidence");
    expect(ratingOf(one, "own", "own.area")).toEqual({ covered: true, rating: 3, note: "the oven" });
    expect(finalOf(one).session).toEqual(scorecard.first.session);
  });
});

const anyRevision: fc.Arbitrary<Revision> = fc.record({
  id: fc.constantFrom("a", "b", "c", "d"),
  sessionId: fc.constant("s1"),
  at: fc.integer({ min: 0, max: 2 }),
  reason: fc.constantFrom("one", "two"),
  areas: fc.dictionary(
    fc.constantFrom("failed.cause", "failed.after"),
    fc.record({ rating: fc.constantFrom(1, 2, "notAsked" as const), note: fc.constantFrom("", "x") }),
  ),
  recommendation: fc.constantFrom(null, "yes" as const, "no" as const),
  summary: fc.constantFrom("", "y"),
});
const anyRevisions = fc.array(anyRevision, { maxLength: 6 }).map((list) => mergeRevisions(list, []));

describe("merging revisions from two places", () => {
  test("it does not matter which comes first", () => {
    fc.assert(
      fc.property(anyRevisions, anyRevisions, (a, b) => {
        expect(mergeRevisions(a, b)).toEqual(mergeRevisions(b, a));
      }),
    );
  });

  test("nor in which order three are merged", () => {
    fc.assert(
      fc.property(anyRevisions, anyRevisions, anyRevisions, (a, b, c) => {
        expect(mergeRevisions(mergeRevisions(a, b), c)).toEqual(mergeRevisions(a, mergeRevisions(b, c)));
      }),
    );
  });

  test("merging again changes nothing", () => {
    fc.assert(
      fc.property(anyRevisions, anyRevisions, (a, b) => {
        const merged = mergeRevisions(a, b);
        expect(mergeRevisions(a, a)).toEqual(a);
        expect(mergeRevisions(merged, b)).toEqual(merged);
      }),
    );
  });

  test("none is lost", () => {
    fc.assert(
      fc.property(anyRevisions, anyRevisions, (a, b) => {
        const ids = new Set([...a, ...b].map(({ id }) => id));
        expect(
          mergeRevisions(a, b)
            .map(({ id }) => id)
            .toSorted(),
        ).toEqual([...ids].toSorted());
      }),
    );
  });

  test("two copies of one revision are one, however their fields are ordered", () => {
    const one = revision({ areas: { "failed.cause": { rating: 2, note: "x" } } });
    const copy = JSON.parse(JSON.stringify(Object.fromEntries(Object.entries(one).toReversed()))) as Revision;
    expect(mergeRevisions([one], [copy])).toEqual([one]);
  });
});

describe("making a revision", () => {
  test("it holds only what differs, with its reason", () => {
    const made = reviseScorecard(
      scorecard,
      {
        reason: "  Read my notes again. ",
        areas: {
          "failed.cause": { rating: 5, note: "weighed the salt again" },
          "failed.after": { rating: 3, note: "" },
        },
        recommendation: "yes",
        summary: "Found the cause.",
      },
      "r1",
      SUBMITTED + MINUTE,
    );
    expect(made).toEqual({
      id: "r1",
      sessionId: "s1",
      at: SUBMITTED + MINUTE,
      reason: "Read my notes again.",
      areas: { "failed.after": { rating: 3, note: "" } },
      recommendation: null,
      summary: "",
    });
  });

  test("a note alone, the recommendation alone, or its reasons alone can be revised", () => {
    const note = { "failed.cause": { rating: 5, note: "other words" } };
    expect(reviseScorecard(scorecard, { ...nothing, areas: note }, "r", SUBMITTED)).toMatchObject({
      areas: note,
    });
    expect(reviseScorecard(scorecard, { ...nothing, recommendation: "no" }, "r", SUBMITTED)).toMatchObject({
      recommendation: "no",
    });
    expect(reviseScorecard(scorecard, { ...nothing, summary: "New." }, "r", SUBMITTED)).toMatchObject({
      summary: "New.",
    });
  });

  test("a summary of nothing but blanks takes none away, and is no change by itself", () => {
    const blank = { ...nothing, summary: " \n " };
    const made = reviseScorecard(scorecard, { ...blank, recommendation: "no" }, "r", SUBMITTED) as Revision;
    expect(made).toMatchObject({ recommendation: "no", summary: "" });
    expect(reviseScorecard(scorecard, blank, "r", SUBMITTED)).toBe("nothingChanges");
    // As an earlier version made one.
    for (const one of [made, { ...made, summary: blank.summary }])
      expect(finalOf({ ...scorecard, revisions: [one] }).session).toMatchObject({
        recommendation: "no",
        summary: "Found the cause.",
      });
  });

  test("blanks around a summary are no change, and are not kept", () => {
    const same = { ...nothing, summary: " Found the cause.\n" };
    expect(reviseScorecard(scorecard, same, "r", SUBMITTED)).toBe("nothingChanges");
    const other = { ...nothing, summary: " Found it.\n" };
    expect(reviseScorecard(scorecard, other, "r", SUBMITTED)).toMatchObject({ summary: "Found it." });
  });

  test("it differs from the last revision, not from what was submitted", () => {
    const revised = {
      ...scorecard,
      revisions: [revision({ areas: { "failed.cause": { rating: 2, note: "x" } } })],
    };
    const back = { "failed.cause": { rating: 5, note: "weighed the salt again" } };
    expect(reviseScorecard(revised, { ...nothing, areas: back }, "r2", SUBMITTED)).toMatchObject({
      areas: back,
    });
  });

  test("a clock that was set back does not put it before an earlier one", () => {
    const wanted = { ...nothing, recommendation: "no" as const };
    expect(reviseScorecard(scorecard, wanted, "r", 0)).toMatchObject({ at: SUBMITTED });
    const revised = { ...scorecard, revisions: [revision({ at: SUBMITTED + MINUTE })] };
    expect(reviseScorecard(revised, wanted, "r2", 0)).toMatchObject({ at: SUBMITTED + MINUTE + 1 });
  });

  test.each<[string, Scorecard, Partial<WantedChange>, string]>([
    ["without a reason", scorecard, { reason: " \n", recommendation: "no" }, "noReason"],
    ["where nothing changes", scorecard, {}, "nothingChanges"],
    ["off the scale", scorecard, { areas: { "failed.cause": { rating: 6, note: "" } } }, "offScale"],
    ["of an area that is nowhere", scorecard, { areas: { gone: { rating: 3, note: "" } } }, "noSuchArea"],
    [
      "of a session that is not submitted",
      { first: completeInterview(), revisions: [] },
      { recommendation: "no" },
      "notSubmitted",
    ],
  ])("none is made %s", (_title, one, change, refusal) => {
    expect(reviseScorecard(one, { ...nothing, ...change }, "r", SUBMITTED)).toBe(refusal);
  });
});
