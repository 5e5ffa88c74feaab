import type { Amount } from "../../domain/backups/autoBackups.ts";
import { readItem, writeItem } from "../../storage/localItems.ts";

/** What is remembered of the database outside of it, to know by that something was in it. */
export interface Witness extends Amount {
  readonly submitted: number;
  /** Epoch ms at which it was last looked. */
  readonly at: number;
  /** How many sessions, panels and guides were deleted by hand since the last copy. */
  readonly deleted: number;
}

export const nothing = { sessions: 0, panels: 0, guides: 0, submitted: 0 } as const;

const KEY = "interview-scorecard stored";
const UNCOPIED = "interview-scorecard uncopied";

/** Where copies lie: in the browser's own files for the app, or in a folder of the user's. */
export type CopyPlace = "private" | "folder";

const STALE: Readonly<Record<CopyPlace, string>> = {
  private: "interview-scorecard copies to replace",
  folder: "interview-scorecard copies to replace in the folder",
};
const UNTOLD = "yes";
const TOLD = "told";

/** @returns what was last noted; null where nothing was */
export function readWitness(): Witness | null {
  try {
    // What was noted at first says nothing of guides.
    const value = { guides: 0, ...(JSON.parse(readItem(KEY) ?? "null") as Partial<Witness> | null) };
    return isWitness(value) ? value : null;
  } catch {
    return null;
  }
}

function isWitness(value: Partial<Witness>): value is Witness {
  const { sessions, panels, guides, submitted, at, deleted } = value;
  return [sessions, panels, guides, submitted, at, deleted].every(Number.isFinite);
}

/** Notes how much there is. @param amount with how many of the sessions are submitted */
export function noteAmount(amount: Amount & Pick<Witness, "submitted">, at: number): void {
  const { sessions, panels, guides, submitted } = amount;
  write({ sessions, panels, guides, submitted, at, deleted: readWitness()?.deleted ?? 0 });
}

/**
 * Notes what somebody deleted, before anything else can happen: who deletes everything and leaves at once is not to be told
 * that it vanished. Whatever else is missing was not deleted by hand.
 */
export function noteDeleted({ sessions = 0, panels = 0, guides = 0 }: Partial<Amount>): void {
  const before = readWitness();
  if (!before) return;
  const left = Math.max(0, before.sessions - sessions);
  write({
    ...before,
    sessions: left,
    panels: Math.max(0, before.panels - panels),
    guides: Math.max(0, before.guides - guides),
    submitted: Math.min(before.submitted, left),
    deleted: before.deleted + sessions + panels + guides,
  });
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

/**
 * Marks that the copies hold somebody who is deleted: the next ones replace them all, whichever tab makes them.
 *
 * @returns takes the marks back
 */
export function markStale(): () => void {
  const before = Object.values(STALE).map((key) => [key, readItem(key)] as const);
  for (const [key] of before) writeItem(key, UNTOLD);
  return () => {
    for (const [key, value] of before) writeItem(key, value);
  };
}

/** @returns whether the next copy in that place is to replace all others there */
export function isStale(place: CopyPlace): boolean {
  return readItem(STALE[place]) !== null;
}

/** @returns whether copies hold somebody who is deleted, wherever they are */
export function isAnyStale(): boolean {
  return isStale("private") || isStale("folder");
}

/** The copies in that place hold nobody any more who is deleted. */
export function forgetStale(place: CopyPlace): void {
  writeItem(STALE[place], null);
}

/** @returns whether the copies in the folder hold somebody who is deleted, and nobody was told that they are still there */
export function isUntold(): boolean {
  return readItem(STALE.folder) === UNTOLD;
}

/** Somebody was told. */
export function noteTold(): void {
  writeItem(STALE.folder, TOLD);
}

function write(witness: Witness): void {
  writeItem(KEY, JSON.stringify(witness));
}
