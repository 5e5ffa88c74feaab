import { isLeftBehind, keyToName, listLeftBehind, type DocumentName } from "../../storage/leftBehind.ts";
import { followItems } from "../../storage/localItems.ts";
import type { AppParts } from "../app/appContext.ts";
import { acquireDocumentLock, guideLockId, waitForDocumentLock } from "./documentLock.ts";

function lockIdOf({ kind, id }: DocumentName): string {
  switch (kind) {
    case "session":
      return id;
    case "guideDraft":
      return guideLockId(id);
    case "debrief":
      // Nobody holds it but who takes up what was left: every tab writes its own changes of a debrief.
      return `of debrief ${id}`;
  }
}

/** Who opens the document, a reloaded tab first of all, comes before one that only tidies up. */
const AFTER_MS = 2000;

/**
 * Writes into the database what pages that went away left behind, for all that only read it: of each document once no tab
 * has had it open for some time, and none has left anything since. Goes on with what is left from now on.
 *
 * A page that goes lets go of the document before its writes have landed. In WebKitGTK a write that another tab begins in
 * that moment never ends, on a busy machine, and every tab waits for it until the browser is closed.
 *
 * @param afterMs how long the next tab that opens the document has before
 */
export function keepTakingUp({ database }: Pick<AppParts, "database">, afterMs = AFTER_MS): void {
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  /** Of which it is waited for that no tab has them. */
  const waiting = new Set<string>();

  function takeUpIn(name: DocumentName, ms: number): void {
    const lockId = lockIdOf(name);
    clearTimeout(timers.get(lockId));
    // Where it can't be written it stays, for the next opening.
    timers.set(
      lockId,
      setTimeout(() => void takeUp(name, ms).catch(() => {}), ms),
    );
  }

  async function takeUp(name: DocumentName, ms: number): Promise<void> {
    const lockId = lockIdOf(name);
    // Read only where something was left: the first screen does without.
    const { takeUpLeftBehind } = await import("../../storage/takingUp.ts");
    if (waiting.has(lockId) || !isLeftBehind(name)) return;
    let end = () => {};
    const isDone = new Promise<void>((resolve) => {
      end = resolve;
    });
    const events = { onAsked: () => isDone, onLost: () => {} };
    const lock = await acquireDocumentLock(lockId, events);
    if (!lock) {
      waiting.add(lockId);
      (await waitForDocumentLock(lockId, events, new AbortController().signal))?.release();
      waiting.delete(lockId);
      takeUpIn(name, ms);
      return;
    }
    try {
      await takeUpLeftBehind(database, name);
    } finally {
      end();
      lock.release();
    }
  }

  for (const name of listLeftBehind()) takeUpIn(name, afterMs);
  followItems((key, value) => {
    const name = value === null || key === null ? undefined : keyToName(key);
    // What is written into a debrief by another tab from now on is the newer, and nothing would tell.
    if (name) takeUpIn(name, name.kind === "debrief" ? 0 : afterMs);
  });
}
