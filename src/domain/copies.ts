/** A backup that the app made without being asked; its name says all of it, so that none need be opened to be listed. */
export interface Copy {
  /** Epoch ms. */
  readonly madeAt: number;
  readonly sessions: number;
  readonly panels: number;
  /** It was much smaller than the one before, and nobody had deleted so much: it stands beside, and replaces none. */
  readonly isBeside: boolean;
}

/** What there is of a database, by number. */
export type Amount = Pick<Copy, "sessions" | "panels">;

const DAY_MS = 86_400_000;
const NEWEST_KEPT = 2;
const DAYS_KEPT = 7;

/** @returns the newest of the copies that are not beside; undefined where there is none */
export function newestCopy(copies: readonly Copy[]): Copy | undefined {
  return copies.filter(({ isBeside }) => !isBeside).toSorted(byNewest)[0];
}

/**
 * @param before what the last copy had
 * @param deleted how many sessions and panels were deleted since, by whoever uses the app
 * @returns whether so much is gone that it can’t be what somebody did
 */
export function isShrunk(now: Amount, before: Amount, deleted: number): boolean {
  return amountOf(now) + deleted < amountOf(before) / 2;
}

/** @returns how many sessions and panels there are together */
export function amountOf({ sessions, panels }: Amount): number {
  return sessions + panels;
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
