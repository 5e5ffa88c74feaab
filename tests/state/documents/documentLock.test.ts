import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { isAnyDocumentLocked } from "../../../src/state/documents/lockedDocuments.ts";
import {
  acquireDocumentLock,
  lockingSessions,
  takeDocumentLock,
  waitForDocumentLock,
  type DocumentLock,
} from "../../../src/state/documents/documentLock.ts";
import { createLocks } from "../fakeLocks.ts";

const open: DocumentLock[] = [];

beforeEach(() => vi.stubGlobal("navigator", { locks: createLocks() }));

afterEach(() => {
  for (const lock of open.splice(0)) lock.release();
  vi.unstubAllGlobals();
});

/** One tab's side of the lock: what it was told, and its lock. */
function openTab(onAsked: () => Promise<void> = () => Promise.resolve()) {
  const told: string[] = [];
  const events = {
    onAsked: async () => {
      told.push("asked");
      await onAsked();
      told.push("ready");
    },
    onLost: () => void told.push("lost"),
  };
  const keep = (lock: DocumentLock | null) => {
    if (lock) open.push(lock);
    return lock;
  };
  return {
    told,
    acquire: async () => keep(await acquireDocumentLock("s1", events)),
    wait: async (signal: AbortSignal) => keep(await waitForDocumentLock("s1", events, signal)),
    take: async () => keep(await takeDocumentLock("s1", events)),
  };
}

test("one tab has a session at a time", async () => {
  const first = await openTab().acquire();
  expect(first?.isHeld()).toBe(true);
  expect(await openTab().acquire()).toBeNull();
  first?.release();
  expect(first?.isHeld()).toBe(false);
  const third = openTab();
  await vi.waitFor(async () => expect(await third.acquire()).not.toBeNull());
});

test("it is known whether any session is open for writing", async () => {
  expect(await isAnyDocumentLocked()).toBe(false);
  const lock = await openTab().acquire();
  expect(await isAnyDocumentLocked()).toBe(true);
  lock?.release();
  await vi.waitFor(async () => expect(await isAnyDocumentLocked()).toBe(false));
});

test("a tab in line has its turn when the one before lets go, unless it gave up", async () => {
  const first = await openTab().acquire();
  const givingUp = new AbortController();
  const second = openTab().wait(givingUp.signal);
  const third = openTab().wait(new AbortController().signal);
  givingUp.abort();
  await expect(second).rejects.toThrow();
  first?.release();
  expect((await third)?.isHeld()).toBe(true);
});

test("a tab that is asked for the session saves what waits, then hands it over", async () => {
  const first = openTab();
  const lock = await first.acquire();
  const second = await openTab().take();
  expect(second?.isHeld()).toBe(true);
  expect(lock?.isHeld()).toBe(false);
  expect(first.told).toEqual(["asked", "ready", "lost"]);
});

test("a frozen tab is passed over, and hears of its loss once when it wakes up", async () => {
  let wakeUp = () => {};
  const first = openTab(
    () =>
      new Promise((resolve) => {
        wakeUp = resolve;
      }),
  );
  const lock = await first.acquire();
  const second = await openTab().take();
  expect(second?.isHeld()).toBe(true);
  await vi.waitFor(() => expect(first.told).toEqual(["asked", "lost"]));
  expect(lock?.isHeld()).toBe(false);

  wakeUp();
  await vi.waitFor(() => expect(first.told).toContain("ready"));
  await Promise.resolve();
  expect(first.told).toEqual(["asked", "lost", "ready"]);
  expect(second?.isHeld()).toBe(true);
});

test("where the browser has no locks every tab may write", async () => {
  vi.stubGlobal("navigator", {});
  expect((await openTab().acquire())?.isHeld()).toBe(true);
  expect((await openTab().acquire())?.isHeld()).toBe(true);
  expect(await isAnyDocumentLocked()).toBe(false);
});

test("of several sessions none stays locked where the lock of one could not be asked for", async () => {
  const locks = createLocks();
  let askedCount = 0;
  const request = async (name: string, options: LockOptions, work: LockGrantedCallback<unknown>) => {
    if (name.endsWith("refused")) throw new DOMException("The page is going.", "InvalidStateError");
    // The others come after that one has failed.
    await new Promise((resolve) => {
      setTimeout(resolve, 5);
    });
    askedCount++;
    return locks.request(name, options, work);
  };
  vi.stubGlobal("navigator", { locks: { request, query: () => locks.query() } });
  await expect(lockingSessions(["a", "refused", "c"], async () => "done")).rejects.toThrow(
    "The page is going.",
  );
  await vi.waitFor(() => expect(askedCount).toBe(2));
  await new Promise((resolve) => {
    setTimeout(resolve, 5);
  });
  expect((await locks.query()).held).toEqual([]);
});
