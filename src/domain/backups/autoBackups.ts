import type { Amount } from "./amount.ts";

/** A backup that the app made without being asked; its name says all of it, so that none need be opened to be listed. */
export interface AutoBackup extends Amount {
  /** Epoch ms. */
  readonly madeAt: number;
  /** The id of who made it; null in names of an earlier form, which say nothing of guides either. */
  readonly writer: string | null;
  /** It was much smaller than the one before, and nobody had deleted so much: it is quarantined, and replaces none. */
  readonly isQuarantined: boolean;
}

const DAY_MS = 86_400_000;
const NEWEST_KEPT = 2;
const DAYS_KEPT = 7;

/** @returns those that the writer made */
export function autoBackupsOf(backups: readonly AutoBackup[], writer: string): readonly AutoBackup[] {
  return backups.filter((backup) => backup.writer === writer);
}

/**
 * @param now epoch ms
 * @returns the newest of the backups that are not quarantined; undefined where there is none
 */
export function newestAutoBackup(backups: readonly AutoBackup[], now: number): AutoBackup | undefined {
  return backups.filter(({ isQuarantined }) => !isQuarantined).toSorted(byNewest(now))[0];
}

/**
 * @param now epoch ms
 * @returns those that are not to be kept: all but the newest two, the newest of each of the last seven days on which
 *   backups were made, and the newest quarantined one where it is newer than all others
 */
export function autoBackupsToRemove(backups: readonly AutoBackup[], now: number): readonly AutoBackup[] {
  const order = byNewest(now);
  const sorted = backups.filter(({ isQuarantined }) => !isQuarantined).toSorted(order);
  const newestByDay = new Map<number, AutoBackup>();
  for (const backup of sorted) {
    const day = Math.floor(backup.madeAt / DAY_MS);
    if (!newestByDay.has(day)) newestByDay.set(day, backup);
  }
  const [newest] = sorted;
  const [quarantined] = backups.filter(({ isQuarantined }) => isQuarantined).toSorted(order);
  const kept = new Set<AutoBackup | undefined>([
    ...sorted.slice(0, NEWEST_KEPT),
    ...[...newestByDay.values()].slice(0, DAYS_KEPT),
  ]);
  if (quarantined && (!newest || order(quarantined, newest) < 0)) kept.add(quarantined);
  return backups.filter((backup) => !kept.has(backup));
}

/** One of a time to come was made while the clock ran ahead: before all that were made since it is right again. */
function byNewest(now: number): (a: AutoBackup, b: AutoBackup) => number {
  return (a, b) => Number(a.madeAt > now) - Number(b.madeAt > now) || b.madeAt - a.madeAt;
}
