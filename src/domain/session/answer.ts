import type { Area, FollowUp, Question } from "../guides/guide.ts";
import { elapsedMs, newTimer, type ClockGap, type Timer } from "./timer.ts";

/** What one session holds for one question. The row that is written on every key press. */
export interface Answer {
  readonly sessionId: string;
  readonly questionId: string;
  readonly timer: Timer;
  /** Minutes granted on top of the plan during the call. */
  readonly addedMinutes: number;
  readonly gaps: readonly ClockGap[];
  /** By area id; an area that nothing was done with may be missing. */
  readonly areas: Readonly<Record<string, AreaAnswer>>;
  readonly followUpsAsked: readonly FollowUpAsked[];
  readonly notes: readonly TimedNote[];
  /** Epoch ms of the last change. */
  readonly updatedAt: number;
}

export interface AreaAnswer {
  readonly covered: boolean;
  /** Null until it is rated or marked not assessed. */
  readonly rating: Rating | null;
  readonly note: string;
}

/** A point on the guide's scale, or why the area was not assessed. Never a zero, never a midpoint. */
export type Rating = number | NotAssessed;

export const notAssessedReasons = ["noEvidence", "notAsked"] as const;
export type NotAssessed = (typeof notAssessedReasons)[number];

/** @returns what "not assessed" says next where it is said of that rating: its first reason, the other one, then none */
export function nextReason(rating: Rating | null): NotAssessed | null {
  return notAssessedReasons[notAssessedReasons.findIndex((reason) => reason === rating) + 1] ?? null;
}

export const notAssessedWords: Readonly<Record<NotAssessed, string>> = {
  noEvidence: "not enough signal",
  notAsked: "not asked",
};

export interface FollowUpAsked {
  readonly followUpId: string;
  /** Ms on the question's timer. */
  readonly atMs: number;
}

export interface TimedNote {
  readonly id: string;
  /** Ms on the question's timer when the note was begun. */
  readonly atMs: number;
  readonly text: string;
}

const emptyArea: AreaAnswer = { covered: false, rating: null, note: "" };

/** @param now epoch ms */
export function newAnswer(sessionId: string, questionId: string, now: number): Answer {
  return {
    sessionId,
    questionId,
    timer: newTimer,
    addedMinutes: 0,
    gaps: [],
    areas: {},
    followUpsAsked: [],
    notes: [],
    updatedAt: now,
  };
}

/** @returns what is held for the area; the empty one where nothing was done with it */
export function areaAnswer(answer: Answer | undefined, areaId: string): AreaAnswer {
  return answer?.areas[areaId] ?? emptyArea;
}

/** @returns whether the rating is a point on the scale */
export function isPoint(rating: Rating | null): rating is number {
  return typeof rating === "number";
}

function withArea(answer: Answer, areaId: string, change: Partial<AreaAnswer>): Answer {
  return { ...answer, areas: { ...answer.areas, [areaId]: { ...areaAnswer(answer, areaId), ...change } } };
}

/** Ticks an area, or takes that back. */
export function coverArea(answer: Answer, areaId: string, covered: boolean): Answer {
  return withArea(answer, areaId, { covered });
}

/** Rates an area, marks it not assessed, or takes either back (null). A point means that it was heard: it is ticked too. */
export function rateArea(answer: Answer, areaId: string, rating: Rating | null): Answer {
  return withArea(answer, areaId, isPoint(rating) ? { rating, covered: true } : { rating });
}

/** Writes an area's note. */
export function noteArea(answer: Answer, areaId: string, note: string): Answer {
  return withArea(answer, areaId, { note });
}

/** Marks every area that has no rating yet as not assessed. */
export function closeUnrated(answer: Answer, question: Question, reason: NotAssessed): Answer {
  return unratedAreas(question, answer).reduce((changed, area) => rateArea(changed, area.id, reason), answer);
}

/**
 * Logs a follow-up as asked, or takes that back.
 *
 * @param now epoch ms
 */
export function markFollowUp(answer: Answer, followUpId: string, asked: boolean, now: number): Answer {
  const others = answer.followUpsAsked.filter((entry) => entry.followUpId !== followUpId);
  const atMs = elapsedMs(answer.timer, now);
  return { ...answer, followUpsAsked: asked ? [...others, { followUpId, atMs }] : others };
}

/** @returns whether the follow-up is among those asked */
export function isFollowUpAsked(asked: readonly FollowUpAsked[], followUpId: string): boolean {
  return asked.some((entry) => entry.followUpId === followUpId);
}

/** @returns the first of those follow-ups that was not asked yet, or undefined */
export function nextFollowUp(
  asked: readonly FollowUpAsked[],
  followUps: readonly FollowUp[],
): FollowUp | undefined {
  return followUps.find((followUp) => !isFollowUpAsked(asked, followUp.id));
}

/**
 * Writes a timed note: a new one is stamped with the question's time, one that exists gets the text.
 *
 * @param now epoch ms
 */
export function writeNote(answer: Answer, noteId: string, text: string, now: number): Answer {
  const known = answer.notes.some((note) => note.id === noteId);
  const notes = known
    ? answer.notes.map((note) => (note.id === noteId ? { ...note, text } : note))
    : [...answer.notes, { id: noteId, atMs: elapsedMs(answer.timer, now), text }];
  return { ...answer, notes };
}

/** @returns whether a timed note has a word in it */
export function isNoteWritten({ text }: TimedNote): boolean {
  return text.trim() !== "";
}

/** Drops the timed notes that were left without a word. */
export function dropEmptyNotes(answer: Answer): Answer {
  const notes = answer.notes.filter(isNoteWritten);
  return notes.length === answer.notes.length ? answer : { ...answer, notes };
}

export interface Progress {
  readonly covered: number;
  /** Rated or marked not assessed. */
  readonly rated: number;
  readonly total: number;
}

/** @returns how many of the question's areas are covered and rated */
export function progressOf(question: Question, answer: Answer | undefined): Progress {
  let covered = 0;
  let rated = 0;
  // A loop, for it runs for every question of the rail on every key.
  for (const { id } of question.areas) {
    const area = areaAnswer(answer, id);
    if (area.covered) covered++;
    if (area.rating !== null) rated++;
  }
  return { covered, rated, total: question.areas.length };
}

/** @returns the areas that are neither rated nor marked not assessed */
export function unratedAreas(question: Question, answer: Answer | undefined): readonly Area[] {
  return question.areas.filter((area) => areaAnswer(answer, area.id).rating === null);
}

/**
 * @param from the place that one goes on from; -1 for none
 * @returns the next one below it that is open, else the first above, else itself where it is open
 */
export function nextOpen<T>(list: readonly T[], from: number, isOpen: (one: T) => boolean): T | undefined {
  return [...list.slice(from + 1), ...list.slice(0, from + 1)].find(isOpen);
}

/**
 * @param at the place of what was rated
 * @returns the next one below it that is open, where a rating by key leads; undefined where one stays: after the last of
 * them, so that a note is on what was just rated, and with a reason, which its key changes
 */
export function nextAfter<T>(
  list: readonly T[],
  at: number,
  rating: Rating | null,
  isOpen: (one: T) => boolean,
): T | undefined {
  return isPoint(rating) ? list.slice(at + 1).find(isOpen) : undefined;
}

/** A look at a question for less than this, with nothing written, does not count as asking it. */
export const GLANCE_MS = 30_000;

/**
 * @param now epoch ms
 * @returns whether the question was put to the candidate: something was recorded on it, or it was on the clock for half a minute
 */
export function isAsked(answer: Answer | undefined, now: number): boolean {
  if (!answer) return false;
  return (
    elapsedMs(answer.timer, now) >= GLANCE_MS ||
    isAnswerWritten(answer) ||
    answer.followUpsAsked.length > 0 ||
    Object.values(answer.areas).some((area) => area.covered)
  );
}

/** @returns whether it holds a rating or a note */
export function isAnswerWritten({ notes, areas }: Answer): boolean {
  return (
    notes.some(isNoteWritten) ||
    Object.values(areas).some(({ rating, note }) => rating !== null || note !== "")
  );
}
