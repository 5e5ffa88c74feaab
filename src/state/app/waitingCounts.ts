import { isBackupWrong } from "../../domain/backups/backupRecord.ts";
import { followRecord, readRecord } from "../backups/backupRecord.ts";
import type { AppParts } from "./appContext.ts";
import { watchWork, type WaitingWork } from "./waiting.ts";

/** How many wait for a person, by where they are dealt with. */
export interface WaitingCounts {
  readonly interviews: number;
  readonly guides: number;
  readonly panels: number;
  /** Due for deletion, and on no hold. */
  readonly candidates: number;
  /** 1 where the automatic backups are not as they should be. */
  readonly settings: number;
}

/** What is due is read last: it may take long. Where what reads it can't be had, it is asked for again. */
const [DUE_AFTER_MS, DUE_AGAIN_AFTER_MS] = [2000, 60_000];

/**
 * Calls back with how many wait for a person now, after each change, from whichever tab, and as time goes on.
 *
 * @returns ends it
 */
export function watchWaiting(app: AppParts, onChange: (waiting: WaitingCounts) => void): () => void {
  let work: WaitingWork | undefined;
  let candidates = 0;
  const tell = () => {
    if (!work) return;
    const { live, planned, toWrapUp, toSend, asked, debriefs, draftCount } = work;
    onChange({
      interviews: live.count + planned.count + toWrapUp.count + toSend.count,
      guides: draftCount,
      panels: asked.count + debriefs.count,
      candidates,
      settings: isBackupWrong(readRecord().status) ? 1 : 0,
    });
  };
  const stopWork = watchWork(app, (next) => {
    work = next;
    tell();
  });
  let stopDue: (() => void) | undefined;
  let hasEnded = false;
  const followDue = async () => {
    try {
      const { watchDueCount } = await import("../../storage/candidates/dueCount.ts");
      if (hasEnded) return;
      stopDue = watchDueCount(app.database, app.clock.now, (due) => {
        candidates = due;
        tell();
      });
    } catch {
      if (!hasEnded) dueTimer = setTimeout(() => void followDue(), DUE_AGAIN_AFTER_MS);
    }
  };
  let dueTimer = setTimeout(() => void followDue(), DUE_AFTER_MS);
  const unfollow = followRecord(tell);
  return () => {
    hasEnded = true;
    stopWork();
    stopDue?.();
    clearTimeout(dueTimer);
    unfollow();
  };
}
