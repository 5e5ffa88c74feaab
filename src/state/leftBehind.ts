import { keyToName, listLeftBehind, takeUpLeftBehind, type DocumentName } from "../storage/leftBehind.ts";
import type { AppParts } from "./appContext.ts";
import { guideLockId, waitForSessionLock } from "./sessionLock.ts";

/**
 * Writes into the database what pages that went away left behind, each document as soon as no tab has it open for
 * writing: for all that only read it. Goes on with what is left from now on.
 */
export function keepTakingUp({ database }: Pick<AppParts, "database">): void {
  const takeUp = async ({ kind, id }: DocumentName) => {
    let end = () => {};
    const isDone = new Promise<void>((resolve) => {
      end = resolve;
    });
    const lockId = kind === "session" ? id : guideLockId(id);
    const events = { onAsked: () => isDone, onLost: () => {} };
    const lock = await waitForSessionLock(lockId, events, new AbortController().signal);
    try {
      await takeUpLeftBehind(database, { kind, id });
    } finally {
      end();
      lock?.release();
    }
  };
  // Where it can't be written it stays, for the next opening.
  const tryToTakeUp = (name: DocumentName) => void takeUp(name).catch(() => {});
  for (const name of listLeftBehind()) tryToTakeUp(name);
  window.addEventListener("storage", ({ key, newValue }) => {
    const name = newValue === null || key === null ? undefined : keyToName(key);
    if (name) tryToTakeUp(name);
  });
}
