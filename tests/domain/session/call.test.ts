import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rateArea } from "../../../src/domain/session/answer.ts";
import {
  elapsedOf,
  pauseItem,
  questionItem,
  runningItems,
  startItem,
} from "../../../src/domain/session/agenda.ts";
import { addQuestion, finishSession, startSession } from "../../../src/domain/session/call.ts";
import { heartbeat, readClocks, reopenSession } from "../../../src/domain/session/clockGaps.ts";
import { changeAnswer, sessionElapsedMs, type WholeSession } from "../../../src/domain/session/session.ts";
import type { ClockReading } from "../../../src/domain/session/timer.ts";
import {
  askQuestion,
  liveInterview,
  MINUTE,
  ownQuestion,
  plannedInterview,
  START,
} from "../../smallInterview.ts";

const HOUR = 60 * MINUTE;

function questionMs(whole: WholeSession, id: string, now: number): number {
  return elapsedOf(whole, questionItem(id), now);
}

const runningIds = (whole: WholeSession) => runningItems(whole).map(({ id }) => id);

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
    const over = finishSession(askQuestion(liveInterview(), "recipe", START), START + 10_000);
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
    const first = askQuestion(liveInterview(), "failed", START);
    const second = askQuestion(first, "recipe", START + 4000);
    const back = askQuestion(second, "failed", START + 5000);
    expect(questionMs(back, "failed", START + 6000)).toBe(5000);
    expect(questionMs(back, "recipe", START + 6000)).toBe(1000);
    expect(back.session.currentQuestionId).toBe("failed");
  });

  test("going to the question that is on already changes nothing", () => {
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

  test("a question of the guide, or an own one, can be added to the end", () => {
    const more = addQuestion(addQuestion(liveInterview(), "apprentice", START), ownQuestion, START);
    expect(more.session.questionIds).toEqual(["failed", "recipe", "apprentice", "own"]);
    expect(more.session.ownQuestions).toEqual([ownQuestion]);
  });

  test("the end stops every timer and is kept; a clock set back does not put it before the start", () => {
    const over = finishSession(askQuestion(liveInterview(), "failed", START), START + 7000);
    expect(over.session).toMatchObject({ status: "wrapUp", endedAt: START + 7000 });
    expect(runningIds(over)).toEqual([]);
    expect(sessionElapsedMs(over.session, START + HOUR)).toBe(7000);
    expect(finishSession(liveInterview(), START - HOUR).session.endedAt).toBe(START);
    expect(finishSession(plannedInterview(), START).session.endedAt).toBe(START);
  });

  test("a change to one answer leaves the others alone, and says when it was", () => {
    const first = askQuestion(liveInterview(), "failed", START);
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
      if (ids.includes(move)) return askQuestion(whole, move, now);
      const current = whole.session.currentQuestionId!;
      return move === "pause"
        ? pauseItem(whole, questionItem(current), now)
        : startItem(whole, questionItem(current), now);
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
