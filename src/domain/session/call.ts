import type { Answer } from "./answer.ts";
import type { Question } from "../guides/guide.ts";
import { changeAnswer, changeSession, type WholeSession } from "./session.ts";
import { isRunning, newTimer, startTimer, stopTimer, type Timer } from "./timer.ts";

/** @returns the answers whose timers are on; one at most, but in files of others */
export function runningAnswers({ answers }: WholeSession): readonly Answer[] {
  return Object.values(answers).filter(({ timer }) => isRunning(timer));
}

function stopTimers(whole: WholeSession, now: number): WholeSession {
  return runningAnswers(whole).reduce(
    (before, { questionId }) => pauseQuestion(before, questionId, now),
    whole,
  );
}

/** Goes live. The first question is on the screen, its timer waits for the first move on it (there is a greeting first). */
export function startSession(whole: WholeSession, now: number): WholeSession {
  return changeSession(
    whole,
    {
      status: "live",
      clock: startTimer(whole.session.clock, now),
      startedAt: whole.session.startedAt ?? now,
      endedAt: null,
      seenAt: now,
      currentQuestionId: whole.session.currentQuestionId ?? whole.session.questionIds[0] ?? null,
    },
    now,
  );
}

/** Puts a question on the screen and on the clock; the one before it is stopped. */
export function goToQuestion(whole: WholeSession, questionId: string, now: number): WholeSession {
  return runQuestion(showQuestion(whole, questionId, now), questionId, now);
}

/** Puts a question on the screen, to rate what was said; the clock goes on for the one that is being answered. */
export function showQuestion(whole: WholeSession, questionId: string, now: number): WholeSession {
  return questionId === whole.session.currentQuestionId
    ? whole
    : changeSession(whole, { currentQuestionId: questionId }, now);
}

/** Starts a question's timer; one timer runs at most. */
export function runQuestion(whole: WholeSession, questionId: string, now: number): WholeSession {
  const isThisOn = isRunning(whole.answers[questionId]?.timer ?? newTimer);
  return changeTimer(isThisOn ? whole : stopTimers(whole, now), questionId, startTimer, now);
}

/** Stops a question's timer. */
export function pauseQuestion(whole: WholeSession, questionId: string, now: number): WholeSession {
  return changeTimer(whole, questionId, stopTimer, now);
}

function changeTimer(
  whole: WholeSession,
  questionId: string,
  change: (timer: Timer, now: number) => Timer,
  now: number,
): WholeSession {
  return changeAnswer(
    whole,
    questionId,
    (answer) => {
      const timer = change(answer.timer, now);
      return timer === answer.timer ? answer : { ...answer, timer };
    },
    now,
  );
}

/** Adds a question to the end of the session: one of the guide's by its id, or an own one. */
export function addQuestion(whole: WholeSession, added: string | Question, now: number): WholeSession {
  const { questionIds, ownQuestions } = whole.session;
  if (typeof added === "string") return changeSession(whole, { questionIds: [...questionIds, added] }, now);
  return changeSession(
    whole,
    { questionIds: [...questionIds, added.id], ownQuestions: [...ownQuestions, added] },
    now,
  );
}

/** Ends the call: every timer stands still, the session is to be wrapped up. */
export function finishSession(whole: WholeSession, now: number): WholeSession {
  return changeSession(
    stopTimers(whole, now),
    {
      status: "wrapUp",
      clock: stopTimer(whole.session.clock, now),
      // The wall clock may have been set back since; a session does not end before it starts.
      endedAt: Math.max(now, whole.session.startedAt ?? now),
    },
    now,
  );
}
