import type { Candidate, CandidatePart } from "./candidate.ts";
import type { Hold } from "./deletion.ts";
import { MOST_RETENTION_MONTHS } from "../text/limits.ts";
import { isUnspaced, textToTokens, withoutMarks } from "../text/tokens.ts";

/*
 * How long what is known of a candidate is kept, and when it may be deleted. All times are epoch ms.
 */

/** How long, in calendar months. */
export const retentionPresets = [6, 12, 24, 48] as const;
export const DEFAULT_RETENTION_MONTHS = 12;

/** @returns whether it is a number of months that can be kept for: whole, and at least one */
export function isRetention(months: unknown): months is number {
  return (
    typeof months === "number" && Number.isInteger(months) && months >= 1 && months <= MOST_RETENTION_MONTHS
  );
}

/**
 * @returns when the months begin to count: at the decision of a panel, at the last change of what has none. Where
 * there are several parts, the latest counts.
 */
export function keptFrom(parts: readonly CandidatePart[]): number {
  return Math.max(...parts.map(({ decidedAt, changedAt }) => decidedAt ?? changedAt));
}

/** @returns when the parts are to be deleted, and may be */
export function dueAt(parts: readonly CandidatePart[], months: number): number {
  return addMonths(keptFrom(parts), months);
}

/**
 * @returns when all that is under a candidate's name is to be deleted; null where there is but a hold. What was deleted
 * by hand counts, where nothing else is left, from then: it is in copies and files.
 */
export function candidateDueAt({ parts, deletedByHand }: Candidate, months: number): number | null {
  if (parts.length > 0) return dueAt(parts, months);
  const [last] = deletedByHand;
  return last ? addMonths(last.deletedAt, months) : null;
}

/** What keeps parts of a candidate from being deleted. */
export type DeletionRefusal =
  | { readonly kind: "hold"; readonly hold: Hold }
  | { readonly kind: "early"; readonly dueAt: number };

/** @returns why the parts may not be deleted now, or null. What was deleted by hand already is kept by a hold alone. */
export function deletionRefusal(
  parts: readonly CandidatePart[],
  hold: Hold | null,
  months: number,
  now: number,
): DeletionRefusal | null {
  if (hold) return { kind: "hold", hold };
  if (parts.length === 0) return null;
  const due = dueAt(parts, months);
  return due > now ? { kind: "early", dueAt: due } : null;
}

/**
 * Looks for a name in what stays when a candidate is deleted, such as the reason for an override in the tombstones.
 *
 * @param names the candidate's, in each way they are written
 * @returns the first word of the text that is one of a name's; null where there is none. A single letter is no name.
 */
export function nameInText(text: string, names: readonly string[]): string | null {
  const named = names.flatMap((name) => textToTokens(withoutMarks(name))).filter((word) => word.length > 1);
  const isName = (word: string) =>
    named.some((one) => (isUnspaced(one) ? word.startsWith(one) : one === word));
  return textToTokens(withoutMarks(text)).find(isName) ?? null;
}

const DAY_MS = 86_400_000;
const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/**
 * @returns the same day of the month that many calendar months later, or that month's last day where it has none, at
 * the same time of the day. The calendar is UTC's, so that every machine counts alike.
 */
export function addMonths(at: number, months: number): number {
  const day = Math.floor(at / DAY_MS);
  const { year, month, dayOfMonth } = dayToDate(day);
  const target = year * 12 + month + months;
  const targetYear = Math.floor(target / 12);
  const targetMonth = target - targetYear * 12;
  const inMonth = Math.min(dayOfMonth, monthLength(targetYear, targetMonth) - 1);
  return at + (firstDayOf(targetYear, targetMonth) + inMonth - day) * DAY_MS;
}

/** @returns year, month and day of the month, the last two from 0, of a day counted from 1 January 1970 */
function dayToDate(day: number) {
  const guess = 1970 + Math.floor(day / 365.2425);
  const year = [guess + 1, guess].find((one) => firstDayOf(one, 0) <= day) ?? guess - 1;
  let month = 11;
  while (firstDayOf(year, month) > day) month--;
  return { year, month, dayOfMonth: day - firstDayOf(year, month) };
}

/** @returns the first day of a month, counted from 1 January 1970 */
function firstDayOf(year: number, month: number): number {
  let day = 365 * (year - 1970) + leapDaysBefore(year) - leapDaysBefore(1970);
  for (let before = 0; before < month; before++) day += monthLength(year, before);
  return day;
}

function leapDaysBefore(year: number): number {
  const last = year - 1;
  return Math.floor(last / 4) - Math.floor(last / 100) + Math.floor(last / 400);
}

function monthLength(year: number, month: number): number {
  const isLeap = leapDaysBefore(year + 1) > leapDaysBefore(year);
  return month === 1 && isLeap ? 29 : (monthLengths[month] ?? 31);
}
