import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rateArea } from "../../../src/domain/session/answer.ts";
import {
  elapsedMsOf,
  nextItem,
  pauseItem,
  questionItem,
  runningItem,
  showQuestion,
  startItem,
  type AgendaItem,
} from "../../../src/domain/session/agenda.ts";
import { addQuestion, finishSession, startSession } from "../../../src/domain/session/call.ts";
import { heartbeat, readClocks, reopenSession } from "../../../src/domain/session/clockGaps.ts";
import { planSegments } from "../../../src/domain/session/segment.ts";
import {
  changeAnswer,
  sessionElapsedMs,
  type WholeSession,
} from "../../../src/domain/session/wholeSession.ts";
import type { ClockReading } from "../../../src/domain/session/timer.ts";
import {
  askQuestion,
  candidateQuestions,
  HOUR,
  introduction,
  liveInterview,
  liveInterviewWithSegments,
  MINUTE,
  ownQuestion,
  plannedInterview,
  questionIn,
  questionMs,
  runningIds,
  smallGuide,
  START,
  submittedInterview,
  usualSegments,
} from "../../smallInterview.ts";

describe("the call", () => {
  test("it begins with the first question on the screen, the session's clock and the introduction's on", () => {
    const whole = startSession(plannedInterview("s1", { segments: usualSegments }), START);
    expect(whole.session).toMatchObject({ status: "live", currentQuestionId: "failed", startedAt: START });
    expect(runningIds(whole)).toEqual(["introduction"]);
    expect(sessionElapsedMs(whole.session, START + 5000)).toBe(5000);
    expect(elapsedMsOf(whole, introduction, START + 5000)).toBe(5000);
  });

  test("without an introduction the first question's clock starts at once", () => {
    expect(runningIds(startSession(plannedInterview(), START))).toEqual(["failed"]);
    const none = planSegments({ introduction: 0, candidateQuestions: 10 });
    expect(runningIds(startSession(plannedInterview("s1", { segments: none }), START))).toEqual(["failed"]);
  });

  test("what is finished is not finished again: coming back, the clock that ran goes on", () => {
    const over = finishSession(liveInterview(), START + MINUTE);
    const twice = finishSession(over, START + 2 * MINUTE);
    expect(twice).toBe(over);
    expect(runningIds(startSession(twice, START + 3 * MINUTE))).toEqual(["failed"]);
  });

  test("a call is neither begun nor finished where it is not its turn", () => {
    const planned = plannedInterview();
    const submitted = submittedInterview();
    expect(finishSession(planned, START)).toBe(planned);
    expect(finishSession(submitted, START + 20 * MINUTE)).toBe(submitted);
    expect(startSession(submitted, START + 20 * MINUTE)).toBe(submitted);
    const live = liveInterview();
    expect(startSession(live, START + MINUTE)).toBe(live);
  });

  test("what is live is not begun anew", () => {
    const whole = pauseItem(liveInterviewWithSegments(), introduction, START + 5000);
    expect(runningIds(startSession(whole, START + 6000))).toEqual([]);
  });

  test("it can begin without a question", () => {
    expect(liveInterview("s1", { questionIds: [] }).session.currentQuestionId).toBeNull();
  });

  test("going back to the call from the wrap-up keeps the first start and the time used, and the clock that ran goes on", () => {
    const looked = showQuestion(askQuestion(liveInterview(), "recipe", START), "failed", START);
    const again = startSession(finishSession(looked, START + 10_000), START + HOUR);
    expect(again.session).toMatchObject({
      status: "live",
      startedAt: START,
      endedAt: null,
      currentQuestionId: "failed",
      finishedOn: null,
    });
    expect(runningIds(again)).toEqual(["recipe"]);
    expect(sessionElapsedMs(again.session, START + HOUR)).toBe(10_000);
    expect(questionMs(again, "recipe", START + HOUR + 1000)).toBe(11_000);
  });

  test("finishing what is finished changes nothing: the clock that ran still goes on", () => {
    const over = finishSession(liveInterview(), START + 1000);
    expect(finishSession(over, START + 2000)).toBe(over);
  });

  test("so does that of a segment; where none ran, none goes on", () => {
    const closing = startItem(liveInterviewWithSegments(), candidateQuestions, START);
    expect(runningIds(startSession(finishSession(closing, START + 1000), START + HOUR))).toEqual([
      "candidateQuestions",
    ]);
    const paused = pauseItem(closing, candidateQuestions, START);
    expect(runningIds(startSession(finishSession(paused, START + 1000), START + HOUR))).toEqual([]);
  });

  test("a question that a file says was on the clock, and that is not asked, starts nothing", () => {
    const over = finishSession(liveInterview(), START + 1000);
    const odd = { ...over, session: { ...over.session, finishedOn: questionItem("gone") } };
    expect(startSession(odd, START + HOUR).answers).toEqual(over.answers);
  });

  test("asking a question stops the one before, and asking that again goes on counting", () => {
    const first = askQuestion(liveInterview(), "failed", START);
    const second = askQuestion(first, "recipe", START + 4000);
    const back = askQuestion(second, "failed", START + 5000);
    expect(questionMs(back, "failed", START + 6000)).toBe(5000);
    expect(questionMs(back, "recipe", START + 6000)).toBe(1000);
    expect(back.session.currentQuestionId).toBe("failed");
  });

  test("asking the question that is on already changes nothing", () => {
    const whole = askQuestion(liveInterview(), "failed", START);
    expect(askQuestion(whole, "failed", START + 5000)).toBe(whole);
  });

  test("pausing a question that stands still changes nothing", () => {
    const whole = pauseItem(
      askQuestion(liveInterview(), "failed", START),
      questionItem("failed"),
      START + 1000,
    );
    expect(pauseItem(whole, questionItem("failed"), START + 2000)).toBe(whole);
    expect(questionMs(startItem(whole, questionItem("failed"), START + 3000), "failed", START + 4000)).toBe(
      2000,
    );
  });

  test("showing a question touches no clock, and neither does what is recorded on it", () => {
    const whole = liveInterviewWithSegments();
    const shown = showQuestion(whole, "recipe", START + 1000);
    const rated = changeAnswer(
      shown,
      "recipe",
      (answer) => rateArea(answer, "recipe.trial", 3),
      START + 2000,
    );
    expect(rated.session.currentQuestionId).toBe("recipe");
    expect(runningIds(rated)).toEqual(["introduction"]);
    expect(questionMs(rated, "recipe", START + HOUR)).toBe(0);
    expect(rated.session.segments).toBe(whole.session.segments);
  });

  test("an added question comes next: after the one on the clock, whatever is on the screen", () => {
    const whole = showQuestion(liveInterview(), "recipe", START);
    const more = addQuestion(whole, questionIn(smallGuide, "apprentice"), START);
    expect(more.session.questionIds).toEqual(["failed", "apprentice", "recipe"]);
    expect(nextItem(more)).toEqual(questionItem("apprentice"));
    const own = addQuestion(more, ownQuestion, START);
    expect(own.session.questionIds).toEqual(["failed", "own", "apprentice", "recipe"]);
    expect(own.session.ownQuestions).toEqual([ownQuestion]);
  });

  test("where nothing is on the clock, it comes after the one on the screen", () => {
    const paused = pauseItem(liveInterview(), questionItem("failed"), START + MINUTE);
    const whole = addQuestion(
      showQuestion(paused, "recipe", START),
      questionIn(smallGuide, "apprentice"),
      START,
    );
    expect(whole.session.questionIds).toEqual(["failed", "recipe", "apprentice"]);
  });

  test("in the introduction it comes first, in the candidate's questions last, and is next either time", () => {
    const early = addQuestion(liveInterviewWithSegments(), ownQuestion, START);
    expect(early.session.questionIds).toEqual(["own", "failed", "recipe"]);
    expect(nextItem(early)).toEqual(questionItem("own"));
    const asked = askQuestion(liveInterviewWithSegments(), "failed", START);
    const closing = startItem(
      askQuestion(asked, "recipe", START + MINUTE),
      candidateQuestions,
      START + 2 * MINUTE,
    );
    const late = addQuestion(closing, ownQuestion, START);
    expect(late.session.questionIds).toEqual(["failed", "recipe", "own"]);
    expect(nextItem(late)).toEqual(questionItem("own"));
    expect(nextItem(startItem(late, questionItem("own"), START))).toEqual(candidateQuestions);
  });

  test("the first question of an interview without any is on the screen when it is added", () => {
    const whole = addQuestion(liveInterview("s1", { questionIds: [] }), ownQuestion, START);
    expect(whole.session.currentQuestionId).toBe("own");
    expect(nextItem(whole)).toEqual(questionItem("own"));
  });

  test("the end stops every timer and is kept; a clock set back does not put it before the start", () => {
    const over = finishSession(askQuestion(liveInterview(), "failed", START), START + 7000);
    expect(over.session).toMatchObject({ status: "wrapUp", endedAt: START + 7000 });
    expect(runningIds(over)).toEqual([]);
    expect(sessionElapsedMs(over.session, START + HOUR)).toBe(7000);
    expect(finishSession(liveInterview(), START - HOUR).session.endedAt).toBe(START);
    const live = liveInterview();
    const undated = { ...live, session: { ...live.session, startedAt: null } };
    expect(finishSession(undated, START).session.endedAt).toBe(START);
    expect(runningIds(finishSession(liveInterviewWithSegments(), START))).toEqual([]);
  });

  test("a change to one answer leaves the others alone, and says when it was", () => {
    const first = askQuestion(liveInterview(), "failed", START);
    const both = changeAnswer(first, "recipe", (answer) => rateArea(answer, "recipe.trial", 3), START + 5);
    expect(both.answers["failed"]).toBe(first.answers["failed"]);
    expect(both.answers["recipe"]).toMatchObject({ sessionId: "s1", updatedAt: START + 5 });
    expect(changeAnswer(both, "recipe", (answer) => answer, START + 9)).toBe(both);
  });

  test("at most one clock runs, and no time shown ever falls, whatever is done and however clocks jump", () => {
    const ids = ["failed", "recipe", "apprentice"];
    const items = [introduction, ...ids.map(questionItem), candidateQuestions];
    type Move = AgendaItem | "pause" | "next" | "finish" | "start" | "reopen" | "show";
    const step = fc.record({
      move: fc.constantFrom<Move[]>("pause", "next", "finish", "start", "reopen", "show", ...items),
      wallMs: fc.oneof(fc.integer({ min: -2 * HOUR, max: 2 * HOUR }), fc.integer({ min: -3000, max: 3000 })),
      monotonicMs: fc.nat(HOUR),
    });

    function apply(whole: WholeSession, move: Move, now: number): WholeSession {
      if (move === "finish") return finishSession(whole, now);
      if (move === "start") return startSession(whole, now);
      if (whole.session.status !== "live") return whole;
      if (move === "reopen") return reopenSession(heartbeat(whole, now), now);
      if (move === "show") return showQuestion(whole, "apprentice", now);
      const item = move === "next" ? nextItem(whole) : move === "pause" ? runningItem(whole) : move;
      if (item === null) return whole;
      return move === "pause" ? pauseItem(whole, item, now) : startItem(whole, item, now);
    }

    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let before: ClockReading = { wallMs: START, monotonicMs: 0 };
        let whole = liveInterviewWithSegments("s1", { questionIds: ids });
        const shown = (now: number) => [
          sessionElapsedMs(whole.session, now),
          ...items.map((item) => elapsedMsOf(whole, item, now)),
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
