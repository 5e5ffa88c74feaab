import { amountOf, type Amount } from "../domain/copies.ts";
import { readItem, writeItem } from "./localItems.ts";

/** What is remembered of the database outside of it, to know by that something was in it. */
export interface Witness extends Amount {
  readonly submitted: number;
  /** Epoch ms at which it was last looked. */
  readonly at: number;
  /** How many sessions and panels were deleted by hand since the last copy. */
  readonly deleted: number;
}

export const nothing = { sessions: 0, panels: 0, submitted: 0 } as const;

const KEY = "interview-scorecard stored";
const UNCOPIED = "interview-scorecard uncopied";
const STALE = "interview-scorecard copies to replace";

/** @returns what was last noted; null where nothing was, or the browser keeps nothing */
export function readWitness(): Witness | null {
  try {
    const value: unknown = JSON.parse(readItem(KEY) ?? "null");
    return isWitness(value) ? value : null;
  } catch {
    return null;
  }
}

function isWitness(value: unknown): value is Witness {
  const numbers: Readonly<Record<keyof Witness, unknown>> | null = value as Witness | null;
  return (
    typeof numbers === "object" &&
    numbers !== null &&
    [numbers.sessions, numbers.panels, numbers.submitted, numbers.at, numbers.deleted].every(Number.isFinite)
  );
}

/**
 * Notes how much there is.
 *
 * @param amount with how many of the sessions are submitted
 * @param isSeen whether this tab saw the change: what is fewer then was deleted by hand
 */
export function noteAmount(
  { sessions, panels, submitted }: Amount & Pick<Witness, "submitted">,
  at: number,
  isSeen: boolean,
): void {
  const before = readWitness();
  const fewer = before && isSeen ? Math.max(0, amountOf(before) - sessions - panels) : 0;
  write({ sessions, panels, submitted, at, deleted: (before?.deleted ?? 0) + fewer });
}

/**
 * Marks that there is a change that no copy has.
 *
 * @param since epoch ms; an earlier mark stays
 */
export function markUncopied(since: number): void {
  if (readItem(UNCOPIED) === null) writeItem(UNCOPIED, String(since));
}

/** @returns epoch ms of the first change that no copy has; null where there is none */
export function uncopiedSince(): number | null {
  const since = readItem(UNCOPIED);
  return since === null ? null : Number(since);
}

/** Changes from now on are new to the next copy. */
export function forgetUncopied(): void {
  writeItem(UNCOPIED, null);
}

/** A copy was made: what is deleted from now on counts against that one. */
export function forgetDeleted(): void {
  const before = readWitness();
  if (before) write({ ...before, deleted: 0 });
}

/** Marks that the copies hold somebody who is deleted: the next one replaces them all, whichever tab makes it. */
export function markStale(): void {
  writeItem(STALE, "yes");
}

/** @returns whether the next copy is to replace all others */
export function isStale(): boolean {
  return readItem(STALE) !== null;
}

/** The copies hold nobody any more who is deleted. */
export function forgetStale(): void {
  writeItem(STALE, null);
}

function write(witness: Witness): void {
  writeItem(KEY, JSON.stringify(witness));
}
