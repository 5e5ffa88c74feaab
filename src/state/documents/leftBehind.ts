import { isLeftBehind, keyToName, listLeftBehind, type DocumentName } from "../../storage/leftBehind.ts";
import { followItems } from "../../storage/localItems.ts";
import type { AppParts } from "../app/appContext.ts";
import { guideLockId, waitForDocumentLock } from "./documentLock.ts";

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
 * Writes into the database what pages that went away left behind, each document as soon as no tab has it open for
 * writing: for all that only read it. Goes on with what is left from now on.
 *
 * @param afterMs how long the next tab that opens the document has before
 */
export function keepTakingUp({ database }: Pick<AppParts, "database">, afterMs = AFTER_MS): void {
  /** Of which the lock is waited for already. */
  const waiting = new Set<string>();

  async function takeUp({ kind, id }: DocumentName): Promise<void> {
    const lockId = lockIdOf({ kind, id });
    // Read only where something was left: the first screen does without.
    const { takeUpLeftBehind } = await import("../../storage/takingUp.ts");
    if (waiting.has(lockId) || !isLeftBehind({ kind, id })) return;
    waiting.add(lockId);
    let end = () => {};
    const isDone = new Promise<void>((resolve) => {
      end = resolve;
    });
    const events = { onAsked: () => isDone, onLost: () => {} };
    const lock = await waitForDocumentLock(lockId, events, new AbortController().signal);
    waiting.delete(lockId);
    try {
      await takeUpLeftBehind(database, { kind, id });
    } finally {
      end();
      lock?.release();
    }
  }

  // Where it can't be written it stays, for the next opening.
  const takeUpIn = (name: DocumentName, ms: number) =>
    void setTimeout(() => void takeUp(name).catch(() => {}), ms);
  for (const name of listLeftBehind()) takeUpIn(name, afterMs);
  followItems((key, value) => {
    const name = value === null || key === null ? undefined : keyToName(key);
    // What is written into a debrief by another tab from now on is the newer, and nothing would tell.
    if (name) takeUpIn(name, name.kind === "debrief" ? 0 : afterMs);
  });
}
