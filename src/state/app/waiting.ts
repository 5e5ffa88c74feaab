import { isBackupWrong } from "../../domain/backups/backupRecord.ts";
import { watchDueCount, watchWaitingCounts, type WaitingCounts } from "../../storage/waiting.ts";
import { followRecord, readRecord } from "../backups/backupRecord.ts";
import type { AppParts } from "./appContext.ts";

/** How many wait for a person, by where they are dealt with. */
export interface Waiting extends WaitingCounts {
  /** Due for deletion, and on no hold. */
  readonly candidates: number;
  /** 1 where the automatic backups are not as they should be. */
  readonly settings: number;
}

const COUNT_EVERY_MS = 60_000;
/** What is due is read last: it may take long. */
const DUE_AFTER_MS = 2000;

/**
 * Calls back with how many wait for a person now, after each change, from whichever tab, and as time goes on.
 *
 * @returns ends it
 */
export function watchWaiting(
  { database, clock }: AppParts,
  onChange: (waiting: Waiting) => void,
): () => void {
  let counts: WaitingCounts | undefined;
  let candidates = 0;
  const tell = () => {
    if (counts) onChange({ ...counts, candidates, settings: isBackupWrong(readRecord().status) ? 1 : 0 });
  };
  const count = () =>
    watchWaitingCounts(database, new Date(clock.now()).setHours(24, 0, 0, 0), (counted) => {
      counts = counted;
      tell();
    });
  let stop = count();
  const timer = setInterval(() => {
    stop();
    stop = count();
  }, COUNT_EVERY_MS);
  let stopDue: (() => void) | undefined;
  const dueTimer = setTimeout(() => {
    stopDue = watchDueCount(database, clock.now, (due) => {
      candidates = due;
      tell();
    });
  }, DUE_AFTER_MS);
  const unfollow = followRecord(tell);
  return () => {
    stop();
    stopDue?.();
    clearInterval(timer);
    clearTimeout(dueTimer);
    unfollow();
  };
}
