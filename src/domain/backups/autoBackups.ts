import type { GuideDraft, GuideRow } from "./storedRows.ts";

/** What there is of a database, by number. */
export interface Amount {
  readonly sessions: number;
  readonly panels: number;
  /** Those that are somebody's own, as `countGuides` counts them. */
  readonly guides: number;
}

/** A backup that the app made without being asked; its name says all of it, so that none need be opened to be listed. */
export interface Copy extends Amount {
  /** Epoch ms. */
  readonly madeAt: number;
  /** The id of who made it; null in names of an earlier form, which say nothing of guides either. */
  readonly writer: string | null;
  /** It was much smaller than the one before, and nobody had deleted so much: it stands beside, and replaces none. */
  readonly isBeside: boolean;
}

const DAY_MS = 86_400_000;
const NEWEST_KEPT = 2;
const DAYS_KEPT = 7;

/** @returns those that the writer made */
export function copiesOf(copies: readonly Copy[], writer: string): readonly Copy[] {
  return copies.filter((copy) => copy.writer === writer);
}

/** @returns the newest of the copies that are not beside; undefined where there is none */
export function newestCopy(copies: readonly Copy[]): Copy | undefined {
  return copies.filter(({ isBeside }) => !isBeside).toSorted(byNewest)[0];
}

/**
 * @param before what the last copy had
 * @param deleted how many sessions, panels and guides were deleted since, by whoever uses the app
 * @returns whether so much is gone that it can’t be what somebody did
 */
export function isShrunk(now: Amount, before: Amount, deleted: number): boolean {
  return amountOf(now) + deleted < amountOf(before) / 2;
}

/** @returns how many sessions, panels and guides there are together */
export function amountOf({ sessions, panels, guides }: Amount): number {
  return sessions + panels + guides;
}

/** @returns how many guides there are that were saved here, and drafts of others: what comes with the app or with a session is nobody's own */
export function countGuides(
  versions: readonly Pick<GuideRow, "id" | "lineId" | "savedAt">[],
  drafts: readonly Pick<GuideDraft, "id">[],
): number {
  const saved = versions.filter(({ savedAt }) => savedAt !== null);
  const ids = new Set(saved.map(({ id }) => id));
  return new Set(saved.map(({ lineId }) => lineId)).size + drafts.filter(({ id }) => !ids.has(id)).length;
}

/**
 * @returns those that are not to be kept: all but the newest two, the newest of each of the last seven days on which
 *   copies were made, and the newest of those that stand beside where it is newer than all others
 */
export function copiesToRemove(copies: readonly Copy[]): readonly Copy[] {
  const sorted = copies.filter(({ isBeside }) => !isBeside).toSorted(byNewest);
  const newestByDay = new Map<number, Copy>();
  for (const copy of sorted) {
    const day = Math.floor(copy.madeAt / DAY_MS);
    if (!newestByDay.has(day)) newestByDay.set(day, copy);
  }
  const [beside] = copies.filter(({ isBeside }) => isBeside).toSorted(byNewest);
  const kept = new Set<Copy | undefined>([
    ...sorted.slice(0, NEWEST_KEPT),
    ...[...newestByDay.values()].slice(0, DAYS_KEPT),
  ]);
  if (beside && beside.madeAt > (sorted[0]?.madeAt ?? 0)) kept.add(beside);
  return copies.filter((copy) => !kept.has(copy));
}

function byNewest(a: Copy, b: Copy): number {
  return b.madeAt - a.madeAt;
}
