import { toError } from "../../domain/text/errorText.ts";
import { lockManager } from "../app/lockManager.ts";
import { LOCK_PREFIX } from "./lockedDocuments.ts";

/** The right to write one document: an interview, the draft of a guide. One tab has it at a time. */
export interface DocumentLock {
  /** False once it was released or another tab took it. */
  readonly isHeld: () => boolean;
  readonly release: () => void;
}

export interface LockEvents {
  /** Another tab wants to write: save what waits, then it is released. */
  readonly onAsked: () => Promise<void>;
  /** The lock is gone, by agreement or because another tab took it. */
  readonly onLost: () => void;
}

/** How long a tab may take to hand over; a frozen one is passed over after. */
const HAND_OVER_MS = 750;

/** @returns the id of the lock of a guide that is being edited; that of a session is its own id */
export function guideLockId(id: string): string {
  return `of guide ${id}`;
}

/** @returns the lock, or null where another tab has it */
export function acquireDocumentLock(lockId: string, events: LockEvents): Promise<DocumentLock | null> {
  return requestLock(lockId, events, { ifAvailable: true });
}

/** Waits in line for the lock. @throws where the signal gives up waiting */
export async function waitForDocumentLock(
  lockId: string,
  events: LockEvents,
  signal: AbortSignal,
): Promise<DocumentLock | null> {
  return requestLock(lockId, events, { signal });
}

/** Gets the lock from the tab that has it: asks for it first, takes it where no answer comes. */
export async function takeDocumentLock(lockId: string, events: LockEvents): Promise<DocumentLock | null> {
  const channel = new BroadcastChannel(LOCK_PREFIX + lockId);
  channel.postMessage("release");
  channel.close();
  try {
    return await requestLock(lockId, events, { signal: AbortSignal.timeout(HAND_OVER_MS) });
  } catch {
    return requestLock(lockId, events, { steal: true });
  }
}

/**
 * Keeps every tab from writing those sessions for as long as the work takes: one that wants to waits for its end. What it
 * reads after is what the work left.
 *
 * @param work is given the ids of those that a tab has open, and is not to touch
 * @returns what the work gives
 * @throws what the work throws
 */
export async function lockingSessions<T>(
  sessionIds: readonly string[],
  work: (openIds: ReadonlySet<string>) => Promise<T>,
): Promise<T> {
  let letOthersOn = () => {};
  const isOver = new Promise<void>((resolve) => {
    letOthersOn = resolve;
  });
  const locks: DocumentLock[] = [];
  const openIds = new Set<string>();
  const asked = sessionIds.map(async (id) => {
    const lock = await acquireDocumentLock(id, { onAsked: () => isOver, onLost: () => {} });
    if (lock) locks.push(lock);
    else openIds.add(id);
  });
  try {
    await Promise.all(asked);
    return await work(openIds);
  } finally {
    // Where one fails, others may still be granted.
    await Promise.allSettled(asked);
    letOthersOn();
    for (const lock of locks) lock.release();
  }
}

/**
 * Does work that touches all of those sessions, or none.
 *
 * @returns what the work gives; or the ids of those that a tab has open, and the work was not begun
 * @throws what the work throws
 */
export function whileNobodyWrites<T>(
  sessionIds: readonly string[],
  work: () => Promise<T>,
): Promise<{ readonly done: T } | { readonly open: readonly string[] }> {
  return lockingSessions(sessionIds, async (openIds) =>
    openIds.size > 0 ? { open: [...openIds] } : { done: await work() },
  );
}

function requestLock(lockId: string, events: LockEvents, options: LockOptions): Promise<DocumentLock | null> {
  const manager = lockManager();
  const name = LOCK_PREFIX + lockId;
  if (!manager) return Promise.resolve({ isHeld: () => true, release: () => {} });
  return new Promise((resolve, reject) => {
    let granted = false;
    let isHeld = false;
    let channel: BroadcastChannel | undefined;
    const done = manager.request(name, options, (lock) => {
      if (!lock) {
        resolve(null);
        return undefined;
      }
      granted = true;
      isHeld = true;
      return new Promise<void>((letGo) => {
        channel = new BroadcastChannel(name);
        const release = () => {
          isHeld = false;
          channel?.close();
          letGo();
        };
        channel.onmessage = () => {
          void events.onAsked().then(() => {
            // It may have been taken while this tab was saving.
            if (!isHeld) return;
            release();
            events.onLost();
          });
        };
        resolve({ isHeld: () => isHeld, release });
      });
    });
    done.catch((error: unknown) => {
      isHeld = false;
      channel?.close();
      if (granted) events.onLost();
      else reject(toError(error));
    });
  });
}
