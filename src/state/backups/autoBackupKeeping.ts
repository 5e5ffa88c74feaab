import { amountOf } from "../../domain/backups/amount.ts";
import { isDue, mustReplaceIn, noteChange } from "../../domain/backups/backupRecord.ts";
import { watchChanges } from "../../storage/writeNotices.ts";
import type { AppParts } from "../app/appContext.ts";
import { lookForBuried, makeDueBackup } from "./autoBackups.ts";
import { noteStored } from "./storedNoting.ts";
import { keepOwnSteps, readRecord, updateRecord } from "./backupRecord.ts";

/** Nobody types meanwhile: reading everything would let a key wait. */
const QUIET_MS = 3000;
/** A change is copied so long after it, and one that follows on and on twice as long. */
const EVERY_MS = 5 * 60_000;

/**
 * Notes how much there is after each change, and makes automatic backups: after a submit, and at most every five minutes of change,
 * which are counted from one page to the next; at once where a page was killed while it copied, or where those that there
 * are hold somebody who is deleted. It runs as long as the page.
 */
export async function keepAutoBackups(app: AppParts): Promise<void> {
  const { clock } = app;
  // All in ms of the clock that nobody sets.
  const startedAt = clock.monotonic();
  let typedAt = -Infinity;
  let wakesAt = Infinity;
  let attemptedAt = -Infinity;
  /** When this page saw first that the change is due. */
  let due = { changedAt: 0, seenAt: -Infinity };
  /** When a backup is due that an earlier page left; Infinity where none is. */
  let leftOverAt = startedAt + leftOverIn(clock.now());
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Whether there are backups that could not be replaced the last time: they wait until a backup is made anyway. */
  let isLeftToReplace = false;

  const mustReplace = () => mustReplaceIn(readRecord());
  /** Lost before it was counted, what came first would be taken for a first visit; to count so little holds up no key. */
  const isUncounted = () => readRecord().lastKnown === null;
  const note = () => updateRecord((record) => noteChange(record, clock.now()));

  /** @returns how much there is, whether it is other than when a tab looked last, and whether a session was submitted */
  const look = async () => {
    const before = readRecord().lastKnown;
    const amount = await noteStored(app);
    const keys = ["sessions", "panels", "guides", "submitted", "drafts"] as const;
    const isOther = before !== null && keys.some((key) => amount[key] !== before[key]);
    return { amount, isOther, isSubmit: amount.submitted > (before?.submitted ?? 0) };
  };

  const wakeIn = (ms: number) => {
    const at = clock.monotonic() + ms;
    if (at >= wakesAt) return;
    wakesAt = at;
    clearTimeout(timer);
    timer = setTimeout(() => void wake(), ms);
  };

  /** @returns one that failed is not tried again at once */
  const dueAt = () => {
    const record = readRecord();
    if (!isDue(record)) {
      leftOverAt = Infinity;
      return Infinity;
    }
    const { changedAt } = record;
    if (changedAt !== due.changedAt) due = { changedAt, seenAt: clock.monotonic() };
    return Math.max(Math.min(leftOverAt, due.seenAt + EVERY_MS), attemptedAt + EVERY_MS);
  };

  const wakeWhenDue = () => {
    const at = dueAt();
    if (at < Infinity) wakeIn(Math.max(QUIET_MS, at - clock.monotonic()));
  };

  const backUp = async (isSubmit: boolean) => {
    attemptedAt = clock.monotonic();
    leftOverAt = Infinity;
    await makeDueBackup(app, isSubmit);
    isLeftToReplace = mustReplace();
  };

  const wake = async () => {
    wakesAt = Infinity;
    const leftMs = QUIET_MS - (clock.monotonic() - typedAt);
    if (leftMs > 0 && !isUncounted() && clock.monotonic() < dueAt() + EVERY_MS) {
      wakeIn(leftMs);
      return;
    }
    try {
      const { isSubmit } = await look();
      isLeftToReplace &&= mustReplace();
      if (isSubmit || mustReplace() !== isLeftToReplace || clock.monotonic() >= dueAt())
        await backUp(isSubmit);
    } catch {
      // The database is gone for the moment. It says so where somebody works with it.
    }
    wakeWhenDue();
  };

  keepOwnSteps();
  watchChanges(() => {
    note();
    dueAt();
    typedAt = clock.monotonic();
    wakeIn(isUncounted() ? 0 : QUIET_MS);
  });
  const { amount, isOther, isSubmit } = await look();
  // A browser was killed before it had noted a change, or what it noted had not reached the disk.
  if (isOther) leftOverAt = startedAt;
  const isUncopied = isOther || (amountOf(amount) > 0 && readRecord().status.madeAt === null);
  if (isUncopied && !isDue(readRecord())) note();
  await lookForBuried(app);
  if (isSubmit || mustReplace()) await backUp(isSubmit);
  wakeWhenDue();
}

/**
 * @param now epoch ms
 * @returns in how many ms a backup is due of what an earlier page left; at once where it was killed while it copied, and
 *   Infinity where it left nothing
 */
function leftOverIn(now: number): number {
  const record = readRecord();
  if (!isDue(record)) return Infinity;
  if (record.copyingUpTo === record.changedAt) return 0;
  return Math.min(EVERY_MS, Math.max(0, record.changedAt + EVERY_MS - now));
}
