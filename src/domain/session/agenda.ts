import { GLANCE_MS, isAsked } from "./answer.ts";
import {
  changeAnswer,
  changeSession,
  plannedMs,
  questionById,
  questionsOf,
  sessionElapsedMs,
  type Asked,
  type WholeSession,
} from "./wholeSession.ts";
import {
  newItemClock,
  planSegments,
  segmentIds,
  segmentOf,
  type AgendaItem,
  type ItemClock,
  type SegmentId,
} from "./segment.ts";
import { elapsedMs, isRunning, startTimer, stopTimer } from "./timer.ts";

export type { AgendaItem, SegmentId } from "./segment.ts";

const introduction: AgendaItem = { kind: "segment", id: "introduction" };
const candidateQuestions: AgendaItem = { kind: "segment", id: "candidateQuestions" };

/** @returns the question as an item of the agenda */
export function questionItem(id: string): AgendaItem {
  return { kind: "question", id };
}

/** @returns whether both are the same part of the call */
export function isSameItem(a: AgendaItem | null, b: AgendaItem | null): boolean {
  return a?.kind === b?.kind && a?.id === b?.id;
}

/** @returns what the call goes through, in its order; a segment of 0 minutes is not in it */
export function agendaOf(asked: Asked): readonly AgendaItem[] {
  const has = (id: SegmentId) => segmentOf(asked.session, id).plannedMinutes > 0;
  return [
    ...(has("introduction") ? [introduction] : []),
    ...questionsOf(asked).map(({ id }) => questionItem(id)),
    ...(has("candidateQuestions") ? [candidateQuestions] : []),
  ];
}

/** @returns all whose clocks run: one at most, but in a file from elsewhere */
export function runningItems({ session, answers }: WholeSession): readonly AgendaItem[] {
  const segments = segmentIds.filter((id) => isRunning(segmentOf(session, id).timer));
  const questions = Object.values(answers).filter(({ timer }) => isRunning(timer));
  return [
    ...segments.map((id): AgendaItem => ({ kind: "segment", id })),
    ...questions.map(({ questionId }) => questionItem(questionId)),
  ];
}

/** @returns whose clock runs, or null */
export function runningItem(whole: WholeSession): AgendaItem | null {
  return runningItems(whole)[0] ?? null;
}

/** @returns the item's clock; one that stands at zero where the item was not begun */
export function clockOf({ session, answers }: WholeSession, { kind, id }: AgendaItem): ItemClock {
  return kind === "segment" ? segmentOf(session, id) : (answers[id] ?? newItemClock);
}

/** @returns ms on the item's clock at `now` (epoch ms) */
export function elapsedMsOf(whole: WholeSession, item: AgendaItem, now: number): number {
  return elapsedMs(clockOf(whole, item).timer, now);
}

/** @returns how long the item should take, for a question with the minutes granted in the call, in ms */
export function plannedMsOf(whole: WholeSession, { kind, id }: AgendaItem): number {
  if (kind === "segment") return segmentOf(whole.session, id).plannedMinutes * 60_000;
  const question = questionById(whole, id);
  return question ? plannedMs(whole.session, question, whole.answers[id]?.addedMinutes) : 0;
}

/**
 * Applies a change to an item's clock. A change may return what it was given.
 *
 * @returns the session itself where nothing is changed
 */
export function changeClock(
  whole: WholeSession,
  { kind, id }: AgendaItem,
  change: <T extends ItemClock>(clock: T) => T,
  now: number,
): WholeSession {
  if (kind === "question") return changeAnswer(whole, id, change, now);
  const { segments = planSegments({ introduction: 0, candidateQuestions: 0 }) } = whole.session;
  const changed = change(segments[id]);
  return changed === segments[id]
    ? whole
    : changeSession(whole, { segments: { ...segments, [id]: changed } }, now);
}

/** Puts a question on the screen, to rate what was said. No clock is touched. */
export function showQuestion(whole: WholeSession, questionId: string, now: number): WholeSession {
  return questionId === whole.session.currentQuestionId
    ? whole
    : changeSession(whole, { currentQuestionId: questionId }, now);
}

/** Starts the item's clock and stops every other one; a question is put on the screen. What is not on the agenda is left. */
export function startItem(whole: WholeSession, item: AgendaItem, now: number): WholeSession {
  if (!agendaOf(whole).some((one) => isSameItem(one, item))) return whole;
  const others = runningItems(whole).filter((one) => !isSameItem(one, item));
  const stopped = others.reduce((before, one) => stopClock(before, one, now), whole);
  const shown = item.kind === "question" ? showQuestion(stopped, item.id, now) : stopped;
  return changeClock(
    shown,
    item,
    (clock) => (isRunning(clock.timer) ? clock : { ...clock, timer: startTimer(clock.timer, now) }),
    now,
  );
}

/** Stops the item's clock. It is what the call is at until another one is started. */
export function pauseItem(whole: WholeSession, item: AgendaItem, now: number): WholeSession {
  const stopped = stopClock(whole, item, now);
  return stopped === whole ? whole : changeSession(stopped, { finishedOn: item }, now);
}

function stopClock(whole: WholeSession, item: AgendaItem, now: number): WholeSession {
  return changeClock(
    whole,
    item,
    (clock) => (isRunning(clock.timer) ? { ...clock, timer: stopTimer(clock.timer, now) } : clock),
    now,
  );
}

/** @returns from where "Next" goes on: whose clock runs, else the question on the screen where it was begun, or null */
function nextFrom(whole: WholeSession): AgendaItem | null {
  const running = runningItem(whole);
  if (running) return running;
  const { currentQuestionId } = whole.session;
  if (currentQuestionId === null) return null;
  const shown = questionItem(currentQuestionId);
  return wasOn(whole, shown) ? shown : null;
}

/** @returns what the call is at: whose clock runs or was paused last, whatever is looked at; null before any */
function placeOf(whole: WholeSession): AgendaItem | null {
  const paused = whole.session.finishedOn ?? null;
  const isThere = paused !== null && agendaOf(whole).some((item) => isSameItem(item, paused));
  return runningItem(whole) ?? (isThere ? paused : nextFrom(whole));
}

function wasOn(whole: WholeSession, item: AgendaItem): boolean {
  const { startedAt, elapsedBeforeMs } = clockOf(whole, item).timer;
  return startedAt !== null || elapsedBeforeMs > 0;
}

/** A question that was on the clock for less than this was not even read: "Next" was pressed twice. */
const SLIP_MS = 3000;

/** Whether the item's clock was on for so short that "Next" was pressed by mistake, or went through it. */
function isGlance(whole: WholeSession, item: AgendaItem): boolean {
  return clockOf(whole, item).timer.elapsedBeforeMs < GLANCE_MS;
}

/**
 * What is still to come after a place, in the order in which "Next" starts it: the questions after it that had no turn yet,
 * then those before it that were passed over, for an answer may come out of order, then the candidate's own questions
 * where they had no turn yet, then the questions that were seen and left unasked. Whatever was not asked stays to come.
 */
function itemsToCome(whole: WholeSession, place: AgendaItem | null): readonly AgendaItem[] {
  const agenda = agendaOf(whole);
  const shown = whole.session.currentQuestionId;
  const placeAt = place
    ? agenda.findIndex((item) => isSameItem(item, place))
    : agenda.findIndex(({ kind, id }) => kind === "question" && id === shown) - 1;
  const isOther = (item: AgendaItem) => item.kind === "question" && !isSameItem(item, place);
  const left = agenda.filter(
    (item, at) => isOther(item) && at <= placeAt && !isAsked(whole.answers[item.id], 0),
  );
  const isPassed = (item: AgendaItem) => clockOf(whole, item).timer.elapsedBeforeMs < SLIP_MS;
  return [
    ...agenda.filter((item, at) => isOther(item) && at > placeAt && isGlance(whole, item)),
    ...left.filter(isPassed),
    ...agenda.filter(
      (item) => isSameItem(item, candidateQuestions) && !isSameItem(item, place) && isGlance(whole, item),
    ),
    ...left.filter((item) => !isPassed(item)),
  ];
}

/**
 * @returns what "Next" starts: the first that had no turn yet after the one whose clock runs, else after the one on the
 * screen, and that one itself where its clock was never on; null where nothing is left, and the call can be finished
 */
export function nextItem(whole: WholeSession): AgendaItem | null {
  return itemsToCome(whole, nextFrom(whole))[0] ?? null;
}

export interface CallPace {
  /** When the slot ends, epoch ms. */
  readonly endsAt: number;
  /** Ms by which the call is behind its agenda, or its slot where that is shorter; negative where it is ahead. */
  readonly behindMs: number;
}

/**
 * Compares what was used, and what is planned for all that is still to come, with the agenda.
 *
 * @param now epoch ms
 */
export function paceOfCall(whole: WholeSession, now: number): CallPace {
  const { session } = whole;
  const slotMs = session.slotMinutes * 60_000;
  const usedMs = sessionElapsedMs(session, now);
  const place = placeOf(whole);
  const sum = (items: readonly AgendaItem[], of: (item: AgendaItem) => number) =>
    items.reduce((ms, item) => ms + of(item), 0);
  const plannedInAllMs = sum(agendaOf(whole), (item) => plannedMsOf(whole, item));
  const toComeMs = sum([...(place ? [place] : []), ...itemsToCome(whole, place)], (item) =>
    Math.max(0, plannedMsOf(whole, item) - elapsedMsOf(whole, item, now)),
  );
  return {
    // A file may say any length, and not every number is a time.
    endsAt: Math.max(0, now + slotMs - usedMs),
    behindMs: usedMs + toComeMs - Math.min(plannedInAllMs, slotMs),
  };
}
