import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { noteArea, rateArea, type Rating } from "../../../src/domain/session/answer.ts";
import {
  addQuestion,
  finishSession,
  goToQuestion,
  pauseQuestion,
  runQuestion,
  startSession,
} from "../../../src/domain/session/call.ts";
import { readClocks, reopenSession, takeOffGap, heartbeat } from "../../../src/domain/session/clockGaps.ts";
import {
  askedQuestions,
  changeAnswer,
  takeUpLeft,
  followUpsOf,
  isComplete,
  missingForSubmit,
  openAreas,
  plannedMinutesOf,
  plannedMs,
  planSession,
  questionById,
  questionsOf,
  recommend,
  recommendations,
  sessionElapsedMs,
  submitSession,
  summarise,
  type WholeSession,
} from "../../../src/domain/session/session.ts";
import { elapsedMs, isRunning, type ClockReading } from "../../../src/domain/session/timer.ts";
import {
  completeInterview,
  liveInterview,
  MINUTE,
  ownQuestion,
  plannedInterview,
  questionIn,
  smallGuide,
  smallPlan,
  START,
  submittedInterview,
} from "../../smallInterview.ts";

const HOUR = 60 * MINUTE;
function questionMs(whole: WholeSession, id: string, now: number): number {
  const answer = whole.answers[id];
  return answer ? elapsedMs(answer.timer, now) : 0;
}

const runningIds = ({ answers }: WholeSession) =>
  Object.values(answers)
    .filter(({ timer }) => isRunning(timer))
    .map(({ questionId }) => questionId);

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

  test("a candidate with half as much time again has it on every question, and on top what the call grants", () => {
    const { session } = plannedInterview("s1", { timeMultiplier: 1.5 });
    const question = questionIn(smallGuide, "failed");
    expect(plannedMs(session, question)).toBe(22.5 * MINUTE);
    expect(plannedMs(session, question, 5)).toBe(27.5 * MINUTE);
    expect(plannedMinutesOf(smallGuide.questions, 1.5)).toBe(60);
  });
});

describe("the call", () => {
  test("it begins with the first question on the screen, the session's clock on and the question's off", () => {
    const whole = startSession(plannedInterview(), START);
    expect(whole.session).toMatchObject({ status: "live", currentQuestionId: "failed", startedAt: START });
    expect(runningIds(whole)).toEqual([]);
    expect(sessionElapsedMs(whole.session, START + 5000)).toBe(5000);
  });

  test("it can begin without a question", () => {
    expect(liveInterview("s1", { questionIds: [] }).session.currentQuestionId).toBeNull();
  });

  test("going live again after the wrap-up keeps the first start, the question and the time used", () => {
    const over = finishSession(goToQuestion(liveInterview(), "recipe", START), START + 10_000);
    const again = startSession(over, START + HOUR);
    expect(again.session).toMatchObject({
      status: "live",
      startedAt: START,
      endedAt: null,
      currentQuestionId: "recipe",
    });
    expect(sessionElapsedMs(again.session, START + HOUR)).toBe(10_000);
  });

  test("going to a question stops the one before, and going back to it goes on counting", () => {
    const first = goToQuestion(liveInterview(), "failed", START);
    const second = goToQuestion(first, "recipe", START + 4000);
    const back = goToQuestion(second, "failed", START + 5000);
    expect(questionMs(back, "failed", START + 6000)).toBe(5000);
    expect(questionMs(back, "recipe", START + 6000)).toBe(1000);
    expect(back.session.currentQuestionId).toBe("failed");
  });

  test("going to the question that is on already changes nothing", () => {
    const whole = goToQuestion(liveInterview(), "failed", START);
    expect(goToQuestion(whole, "failed", START + 5000)).toBe(whole);
  });

  test("pausing a question that stands still changes nothing", () => {
    const whole = pauseQuestion(goToQuestion(liveInterview(), "failed", START), "failed", START + 1000);
    expect(pauseQuestion(whole, "failed", START + 2000)).toBe(whole);
    expect(questionMs(runQuestion(whole, "failed", START + 3000), "failed", START + 4000)).toBe(2000);
  });

  test("a question of the guide, or an own one, can be added to the end", () => {
    const more = addQuestion(addQuestion(liveInterview(), "apprentice", START), ownQuestion, START);
    expect(more.session.questionIds).toEqual(["failed", "recipe", "apprentice", "own"]);
    expect(more.session.ownQuestions).toEqual([ownQuestion]);
  });

  test("the end stops every timer and is kept; a clock set back does not put it before the start", () => {
    const over = finishSession(goToQuestion(liveInterview(), "failed", START), START + 7000);
    expect(over.session).toMatchObject({ status: "wrapUp", endedAt: START + 7000 });
    expect(runningIds(over)).toEqual([]);
    expect(sessionElapsedMs(over.session, START + HOUR)).toBe(7000);
    expect(finishSession(liveInterview(), START - HOUR).session.endedAt).toBe(START);
    expect(finishSession(plannedInterview(), START).session.endedAt).toBe(START);
  });

  test("a change to one answer leaves the others alone, and says when it was", () => {
    const first = goToQuestion(liveInterview(), "failed", START);
    const both = changeAnswer(first, "recipe", (answer) => rateArea(answer, "recipe.trial", 3), START + 5);
    expect(both.answers["failed"]).toBe(first.answers["failed"]);
    expect(both.answers["recipe"]).toMatchObject({ sessionId: "s1", updatedAt: START + 5 });
    expect(changeAnswer(both, "recipe", (answer) => answer, START + 9)).toBe(both);
  });

  test("at most one question is on the clock, and no time shown ever falls, whatever is done and however clocks jump", () => {
    const ids = ["failed", "recipe", "apprentice"];
    const step = fc.record({
      move: fc.constantFrom("pause", "run", "finish", "start", "reopen", ...ids),
      wallMs: fc.oneof(fc.integer({ min: -2 * HOUR, max: 2 * HOUR }), fc.integer({ min: -3000, max: 3000 })),
      monotonicMs: fc.nat(HOUR),
    });

    function apply(whole: WholeSession, move: string, now: number): WholeSession {
      if (move === "finish") return finishSession(whole, now);
      if (move === "start") return startSession(whole, now);
      if (whole.session.status !== "live") return whole;
      if (move === "reopen") return reopenSession(heartbeat(whole, now), now);
      if (ids.includes(move)) return goToQuestion(whole, move, now);
      const current = whole.session.currentQuestionId!;
      return move === "pause" ? pauseQuestion(whole, current, now) : runQuestion(whole, current, now);
    }

    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let before: ClockReading = { wallMs: START, monotonicMs: 0 };
        let whole = liveInterview("s1", { questionIds: ids });
        const shown = (now: number) => [
          sessionElapsedMs(whole.session, now),
          ...whole.session.questionIds.map((id) => questionMs(whole, id, now)),
        ];
        let last = shown(START);
        for (const { move, wallMs, monotonicMs } of steps) {
          const after = { wallMs: before.wallMs + wallMs, monotonicMs: before.monotonicMs + monotonicMs };
          whole = readClocks(whole, before, after);
          const carried = shown(after.wallMs);
          for (const [index, ms] of carried.entries()) expect(ms).toBeGreaterThanOrEqual(last[index]!);
          whole = apply(whole, move, after.wallMs);
          expect(shown(after.wallMs)).toEqual(carried);
          expect(runningIds(whole).length).toBeLessThanOrEqual(1);
          if (whole.session.status === "wrapUp") {
            expect(runningIds(whole)).toEqual([]);
            expect(whole.session.endedAt).toBeGreaterThanOrEqual(whole.session.startedAt!);
          }
          last = carried;
          before = after;
        }
      }),
    );
  });
});

describe("the clocks", () => {
  const start: ClockReading = { wallMs: START, monotonicMs: 0 };
  const onFirst = goToQuestion(liveInterview(), "failed", START);

  test("clocks that go together change nothing", () => {
    expect(readClocks(onFirst, start, { wallMs: START + 500, monotonicMs: 500 })).toBe(onFirst);
  });

  test("a night's sleep is recorded as a gap and can be taken off", () => {
    const woken = { wallMs: START + 8 * HOUR, monotonicMs: 500 };
    const whole = readClocks(onFirst, start, woken);
    expect(whole.answers["failed"]?.gaps).toEqual([
      { at: woken.wallMs, gapMs: 8 * HOUR - 500, takenOff: false },
    ]);
    expect(questionMs(whole, "failed", woken.wallMs)).toBe(8 * HOUR);

    const off = takeOffGap(whole, "failed", woken.wallMs, woken.wallMs);
    expect(questionMs(off, "failed", woken.wallMs)).toBe(500);
    expect(sessionElapsedMs(off.session, woken.wallMs)).toBe(500);
    expect(off.answers["failed"]?.gaps[0]?.takenOff).toBe(true);
    expect(takeOffGap(off, "failed", woken.wallMs, woken.wallMs)).toBe(off);
  });

  test("a gap of a question that is over comes off it without setting it going", () => {
    const woken = { wallMs: START + 8 * HOUR, monotonicMs: 500 };
    const next = goToQuestion(readClocks(onFirst, start, woken), "recipe", woken.wallMs);
    const off = takeOffGap(next, "failed", woken.wallMs, woken.wallMs + MINUTE);
    expect(runningIds(off)).toEqual(["recipe"]);
    expect(questionMs(off, "failed", woken.wallMs + HOUR)).toBe(500);
  });

  test("only the gap that was asked for is taken off", () => {
    const once = readClocks(onFirst, start, { wallMs: START + HOUR, monotonicMs: 0 });
    const twice = readClocks(
      once,
      { wallMs: START + HOUR, monotonicMs: 0 },
      { wallMs: START + 2 * HOUR, monotonicMs: 0 },
    );
    const off = takeOffGap(twice, "failed", START + 2 * HOUR, START + 2 * HOUR);
    expect(off.answers["failed"]?.gaps.map(({ takenOff }) => takenOff)).toEqual([false, true]);
    expect(questionMs(off, "failed", START + 2 * HOUR)).toBe(HOUR);
  });

  test("the clock set back an hour leaves both times standing, and is nothing to take off", () => {
    const after = { wallMs: START - HOUR, monotonicMs: 1000 };
    const whole = readClocks(onFirst, start, after);
    expect(questionMs(whole, "failed", after.wallMs)).toBe(1000);
    expect(sessionElapsedMs(whole.session, after.wallMs)).toBe(1000);
    expect(whole.answers["failed"]?.gaps).toMatchObject([{ gapMs: -HOUR - 1000, takenOff: false }]);
    expect(takeOffGap(whole, "failed", after.wallMs, after.wallMs)).toBe(whole);
  });

  test("a clock that drifts back by a second is carried over and is no gap", () => {
    const after = { wallMs: START - 1000, monotonicMs: 500 };
    const whole = readClocks(onFirst, start, after);
    expect(questionMs(whole, "failed", after.wallMs)).toBe(500);
    expect(whole.answers["failed"]?.gaps).toEqual([]);
  });

  test("a sleep while the question is paused is not recorded on it", () => {
    const paused = pauseQuestion(onFirst, "failed", START);
    const whole = readClocks(paused, start, { wallMs: START + HOUR, monotonicMs: 0 });
    expect(whole.answers["failed"]?.gaps).toEqual([]);
    expect(questionMs(whole, "failed", START + HOUR)).toBe(0);
  });

  test("a sleep before any question is open has nowhere to be recorded", () => {
    const whole = liveInterview();
    expect(readClocks(whole, start, { wallMs: START + HOUR, monotonicMs: 0 })).toBe(whole);
    const none = liveInterview("s1", { questionIds: [] });
    const back = readClocks(none, start, { wallMs: START - HOUR, monotonicMs: 0 });
    expect(sessionElapsedMs(back.session, START - HOUR)).toBe(0);
    expect(back.answers).toEqual({});
  });

  test("a session that is not live takes no notice of the clocks", () => {
    const over = finishSession(onFirst, START);
    expect(readClocks(over, start, { wallMs: START + HOUR, monotonicMs: 0 })).toBe(over);
  });

  test("a page closed for more than a minute leaves a gap, a reload does not", () => {
    const seen = heartbeat(onFirst, START + MINUTE);
    expect(reopenSession(seen, START + MINUTE + 59_999)).toBe(seen);
    const later = START + HOUR;
    expect(reopenSession(seen, later).answers["failed"]?.gaps).toEqual([
      { at: later, gapMs: HOUR - MINUTE, takenOff: false },
    ]);
  });

  test("a page opened again after the clock was set back shows what it showed", () => {
    const seen = heartbeat(onFirst, START + MINUTE);
    const whole = reopenSession(seen, START - HOUR);
    expect(questionMs(whole, "failed", START - HOUR)).toBe(MINUTE);
  });

  test("a session whose page nobody saw is opened as it is", () => {
    const planned = plannedInterview();
    expect(reopenSession(planned, START + HOUR)).toBe(planned);
  });

  test("there is no gap to take off where none was noticed", () => {
    expect(takeOffGap(onFirst, "failed", START, START)).toBe(onFirst);
    expect(takeOffGap(onFirst, "recipe", START, START)).toBe(onFirst);
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
    const whole = summarise(recommend(complete, "noDecision", now), "Ran out of time.", now);
    expect(whole.session).toMatchObject({
      recommendation: "noDecision",
      summary: "Ran out of time.",
      updatedAt: now,
    });
  });
});
