import type { Question } from "../guides/guide.ts";
import {
  agendaOf,
  changeClock,
  clockOf,
  pauseItem,
  runningItem,
  runningItems,
  startItem,
  type AgendaItem,
} from "./agenda.ts";
import { changeSession, type WholeSession } from "./wholeSession.ts";
import { msToClock, startTimer, stopTimer, takeOff, type ClockGap } from "./timer.ts";

/**
 * Goes live, with the first question on the screen and the clock of the introduction on; where that has no minutes, the
 * clock of the first question. Coming back to a call that was finished, the clock that ran then goes on.
 *
 * @param now epoch ms
 * @returns the session itself where it is neither planned nor being wrapped up
 */
export function startSession(whole: WholeSession, now: number): WholeSession {
  const { session } = whole;
  if (session.status !== "planned" && session.status !== "wrapUp") return whole;
  const live = changeSession(
    whole,
    {
      status: "live",
      clock: startTimer(session.clock, now),
      startedAt: session.startedAt ?? now,
      endedAt: null,
      seenAt: now,
      currentQuestionId: session.currentQuestionId ?? session.questionIds[0] ?? null,
    },
    now,
  );
  const item = session.startedAt === null ? agendaOf(live)[0] : session.finishedOn;
  if (!item) return live;
  const shown = live.session.currentQuestionId;
  const begun = startItem(live, item, now);
  // What is looked back at stays on the screen.
  return changeSession(begun, { finishedOn: null, currentQuestionId: shown }, now);
}

/**
 * Adds a question that comes next: after the one whose clock runs, else after the one on the screen.
 *
 * @param added one of the guide's, or an own one
 */
export function addQuestion(whole: WholeSession, added: Question, now: number): WholeSession {
  const { questionIds, ownQuestions, currentQuestionId } = whole.session;
  const { id } = added;
  const isOwn = !whole.guide.questions.some((question) => question.id === id);
  const running = runningItem(whole);
  const at =
    running?.kind === "segment"
      ? running.id === "introduction"
        ? 0
        : questionIds.length
      : questionIds.indexOf(running?.id ?? currentQuestionId ?? "") + 1;
  return changeSession(
    whole,
    {
      questionIds: questionIds.toSpliced(at, 0, id),
      currentQuestionId: currentQuestionId ?? id,
      ...(isOwn && { ownQuestions: [...ownQuestions, added] }),
    },
    now,
  );
}

/** @returns whether nothing was recorded for the question, so that it can be taken off the agenda again */
export function canTakeOff({ answers }: WholeSession, questionId: string): boolean {
  return answers[questionId] === undefined;
}

/** Takes a question off the agenda again that was added. On the screen the one before it takes its place, else the next. */
export function takeOffQuestion(whole: WholeSession, questionId: string, now: number): WholeSession {
  const { questionIds, ownQuestions, currentQuestionId } = whole.session;
  const at = questionIds.indexOf(questionId);
  return changeSession(
    whole,
    {
      questionIds: questionIds.filter((id) => id !== questionId),
      ownQuestions: ownQuestions.filter(({ id }) => id !== questionId),
      ...(currentQuestionId === questionId && {
        currentQuestionId: questionIds[at === 0 ? 1 : at - 1] ?? null,
      }),
    },
    now,
  );
}

/** Ends the call: every clock stands still, the session is to be wrapped up. One that is not live is left as it is. */
export function finishSession(whole: WholeSession, now: number): WholeSession {
  if (whole.session.status !== "live") return whole;
  const stopped = runningItems(whole).reduce((before, item) => pauseItem(before, item, now), whole);
  return changeSession(
    stopped,
    {
      status: "wrapUp",
      clock: stopTimer(whole.session.clock, now),
      finishedOn: runningItem(whole),
      // The wall clock may have been set back since; a session does not end before it starts.
      endedAt: Math.max(now, whole.session.startedAt ?? now),
    },
    now,
  );
}

/** Takes a recorded gap off the item's time and the session's. One set back, or taken off before, is left. */
export function takeOffGap(whole: WholeSession, item: AgendaItem, gapAt: number, now: number): WholeSession {
  const gap = clockOf(whole, item).gaps.find(({ at }) => at === gapAt);
  if (!gap || gap.takenOff || gap.gapMs <= 0) return whole;
  const changed = changeClock(
    whole,
    item,
    (clock) => ({
      ...clock,
      timer: takeOff(clock.timer, gap.gapMs, now),
      gaps: clock.gaps.map((entry) => (entry === gap ? { ...entry, takenOff: true } : entry)),
    }),
    now,
  );
  return changeSession(changed, { clock: takeOff(whole.session.clock, gap.gapMs, now) }, now);
}

/** Leaves a recorded gap in the item's time, and asks no more. */
export function keepGap(whole: WholeSession, item: AgendaItem, gapAt: number, now: number): WholeSession {
  return changeClock(
    whole,
    item,
    (clock) => ({
      ...clock,
      gaps: clock.gaps.map((entry) => (entry.at === gapAt ? { ...entry, kept: true } : entry)),
    }),
    now,
  );
}

/** A stretch that a clock counted while the page did not live, with whose clock it was. */
export interface OpenGap {
  readonly item: AgendaItem;
  readonly gap: ClockGap;
}

/** @returns the last gap of which it was not said yet whether it counts, whatever runs or is on the screen; or null */
export function openGapOf(whole: WholeSession): OpenGap | null {
  let last: OpenGap | null = null;
  for (const item of agendaOf(whole)) {
    const gap = clockOf(whole, item).gaps.findLast(({ takenOff, kept }) => !takenOff && kept !== true);
    if (gap && (!last || gap.at > last.gap.at)) last = { item, gap };
  }
  return last;
}

/** @returns a sentence that says what happened to the timer */
export function gapToWords({ gapMs }: ClockGap): string {
  return gapMs > 0
    ? `The timer ran ${msToClock(gapMs)} while you were away.`
    : `The clock was set back by ${msToClock(-gapMs)}. The timer went on without it.`;
}
