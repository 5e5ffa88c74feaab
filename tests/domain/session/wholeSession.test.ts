import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { noteArea, rateArea, type Rating } from "../../../src/domain/session/answer.ts";
import { startSession } from "../../../src/domain/session/call.ts";
import { recommendations, stoppedAt } from "../../../src/domain/session/session.ts";
import {
  askedQuestions,
  changeAnswer,
  takeUpLeft,
  followUpsOf,
  isComplete,
  lockSubmission,
  lockWhenDue,
  missingForSubmit,
  openAreas,
  plannedMinutesOf,
  plannedMs,
  planSession,
  questionById,
  questionsOf,
  recommend,
  submitSession,
  submitsInMs,
  submitSoon,
  summarise,
  type WholeSession,
} from "../../../src/domain/session/wholeSession.ts";
import {
  completeInterview,
  liveInterview,
  HOUR,
  MINUTE,
  ownQuestion,
  plannedInterview,
  questionIn,
  smallGuide,
  smallPlan,
  START,
  submittedInterview,
} from "../../smallInterview.ts";

describe("a plan", () => {
  test("a new session holds what was planned and nothing else", () => {
    expect(planSession("s9", smallPlan(), START)).toMatchObject({
      ...smallPlan(),
      id: "s9",
      status: "planned",
      currentQuestionId: null,
      recommendation: null,
      summary: "",
      startedAt: null,
      submittedAt: null,
    });
  });

  test("questions come in the order they are asked, own ones among them; an id that points nowhere is passed over", () => {
    const { session, guide } = plannedInterview("s1", { questionIds: ["recipe", "own", "gone", "failed"] });
    const asked = { guide, session: { ...session, ownQuestions: [ownQuestion] } };
    expect(questionsOf(asked).map(({ id }) => id)).toEqual(["recipe", "own", "failed"]);
    expect(questionById(asked, "own")).toBe(ownQuestion);
    expect(questionById(asked, null)).toBeUndefined();
  });

  test("a remote role adds the guide's remote follow-ups to every question", () => {
    const question = questionIn(smallGuide, "failed");
    expect(followUpsOf(plannedInterview(), question)).toEqual(question.followUps);
    const remote = plannedInterview("s1", { remote: true });
    expect(followUpsOf(remote, question).map(({ id }) => id)).toEqual([
      "failed.f1",
      "failed.f2",
      "from-home.f1",
    ]);
    expect(followUpsOf({ ...remote, guide: { ...smallGuide, advice: [] } }, question)).toHaveLength(2);
  });

  test("a candidate with half as much time again has it on every question, to the whole minute and none less, and on top what the call grants", () => {
    const { session } = plannedInterview("s1", { timeMultiplier: 1.5 });
    const question = questionIn(smallGuide, "failed");
    expect(plannedMs(session, question)).toBe(23 * MINUTE);
    expect(plannedMs(session, question, 5)).toBe(28 * MINUTE);
    expect(plannedMinutesOf(smallGuide.questions, 1.5)).toBe(61);
  });
});

describe("what a page left behind", () => {
  const noted = (note: string, now: number) =>
    changeAnswer(liveInterview(), "failed", (answer) => noteArea(answer, "failed.cause", note), now);
  const left = (note: string, now: number) => {
    const { session, answers } = noted(note, now);
    return { session, answers: Object.values(answers) };
  };
  const noteOf = (whole: WholeSession) => whole.answers["failed"]?.areas["failed.cause"]?.note;

  test("is taken up where it is not older than what is stored, and else leaves that as it is", () => {
    const stored = noted("sal", START + MINUTE);
    expect(noteOf(takeUpLeft(stored, left("salt", START + MINUTE)))).toBe("salt");
    expect(noteOf(takeUpLeft(stored, left("salt", START + 2 * MINUTE)))).toBe("salt");
    expect(noteOf(takeUpLeft(stored, left("s", START)))).toBe("sal");
  });

  test("is newer than what was stored before it, also where the clock was set back in between", () => {
    const stored = noted("sal", START + 60 * MINUTE);
    const later = changeAnswer(stored, "failed", (answer) => noteArea(answer, "failed.cause", "salt"), START);
    const { session, answers } = later;
    expect(noteOf(takeUpLeft(stored, { session, answers: Object.values(answers) }))).toBe("salt");
  });
});

describe("submitting", () => {
  const complete = completeInterview();
  const now = START + 20 * MINUTE;

  const changed = (change: (whole: WholeSession) => WholeSession) => change(complete);
  const firstAnswer = complete.answers["failed"]!;

  test("a complete session is submitted", () => {
    expect(isComplete(missingForSubmit(complete, now))).toBe(true);
    expect(submitSession(complete, now).session).toMatchObject({ status: "submitted", submittedAt: now });
  });

  test("what the wrap-up calls complete is submitted, also where a question's clock was left running", () => {
    const timer = { startedAt: complete.session.endedAt, elapsedBeforeMs: 0 };
    const whole = changeAnswer(complete, "recipe", (answer) => ({ ...answer, timer }), START);
    expect(isComplete(missingForSubmit(whole, stoppedAt(whole.session)))).toBe(true);
    expect(submitSession(whole, now).session.status).toBe("submitted");
  });

  test("a clock set back does not put the submission before the end", () => {
    expect(submitSession(complete, START - HOUR).session.submittedAt).toBe(complete.session.endedAt);
    const endless = { ...complete, session: { ...complete.session, endedAt: null } };
    expect(submitSession(endless, now).session.submittedAt).toBe(now);
  });

  test.each<[string, WholeSession]>([
    [
      "an area of an asked question without a rating",
      changed((whole) =>
        changeAnswer(whole, "failed", (answer) => rateArea(answer, "failed.after", null), now),
      ),
    ],
    ["no summary", changed((whole) => summarise(whole, "  ", now))],
    [
      "no recommendation",
      changed((whole) => ({ ...whole, session: { ...whole.session, recommendation: null } })),
    ],
    [
      "a question that was asked and not rated",
      changed((whole) =>
        changeAnswer(
          whole,
          "recipe",
          (answer) => ({ ...answer, timer: { startedAt: null, elapsedBeforeMs: 30_000 } }),
          now,
        ),
      ),
    ],
  ])("%s stands in the way", (_title, whole) => {
    expect(isComplete(missingForSubmit(whole, now))).toBe(false);
    expect(submitSession(whole, now)).toBe(whole);
  });

  test("a session is to be submitted in half a minute, however the clock is set meanwhile", () => {
    const pending = submitSoon(complete, now);
    expect(submitsInMs(complete.session, now)).toBeNull();
    expect(submitsInMs(pending.session, now + 1000)).toBe(29_000);
    expect(submitsInMs(pending.session, now - 1000)).toBe(29_000);
    expect(lockWhenDue(pending, now + 29_999)).toBe(pending);
    for (const later of [now + 30_000, now + HOUR, now - HOUR])
      expect(lockWhenDue(pending, later).session.status).toBe("submitted");
  });

  test("nothing is to be submitted of which something is missing; what came to miss something is taken back", () => {
    const bare = changed((whole) => summarise(whole, "", now));
    expect(submitSoon(bare, now)).toBe(bare);
    const pending = summarise(submitSoon(complete, now), "", now);
    expect(lockSubmission(pending, now + HOUR)).toEqual(summarise(complete, "", now + HOUR));
  });

  test("a session that is not being wrapped up can't be submitted, nor one twice", () => {
    const live = startSession(complete, now);
    expect(submitSession(live, now)).toBe(live);
    const submitted = submittedInterview();
    expect(submitSession(submitted, now)).toBe(submitted);
  });

  test("questions that were not asked ask for nothing", () => {
    expect(askedQuestions(complete, now).map(({ id }) => id)).toEqual(["failed"]);
    expect(openAreas(complete, now)).toEqual([]);
  });

  test("open areas are named with their question, in order", () => {
    const whole = changeAnswer(
      liveInterview(),
      "failed",
      (answer) => rateArea(answer, "failed.after", 3),
      now,
    );
    expect(openAreas(whole, now).map(({ question, area }) => [question.id, area.id])).toEqual([
      ["failed", "failed.cause"],
    ]);
  });

  test("a session is submitted when, and only when, nothing is missing", () => {
    const rating = fc.constantFrom<(Rating | null)[]>(null, 1, 2, 3, 4, 5, "noEvidence", "notAsked");
    const area = fc.record({ covered: fc.boolean(), rating, note: fc.constantFrom("", " ", "salt") });
    fc.assert(
      fc.property(
        fc.record({ "failed.cause": area, "failed.after": area }),
        fc.option(fc.constantFrom(...recommendations)),
        fc.constantFrom("", " ", "Knows dough."),
        (areas, recommendation, summary) => {
          const whole: WholeSession = {
            ...complete,
            session: { ...complete.session, recommendation, summary },
            answers: { failed: { ...firstAnswer, areas } },
          };
          const nothingMissing =
            recommendation !== null &&
            summary.trim() !== "" &&
            Object.values(areas).every(({ rating: given }) => given !== null);
          const { status } = submitSession(whole, now).session;
          expect(status).toBe(nothingMissing ? "submitted" : "wrapUp");
        },
      ),
    );
  });

  test("the recommendation and the summary are the interviewer's", () => {
    const whole = summarise(recommend(complete, "noDecision", now), "Ran out of time.", now + 9);
    expect(whole.session).toMatchObject({
      recommendation: "noDecision",
      summary: "Ran out of time.",
      updatedAt: now + 9,
    });
  });
});
