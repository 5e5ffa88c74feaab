// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { GuideDraft } from "../../../src/domain/backups/storedRows.ts";
import { keepTakingUp } from "../../../src/state/documents/leftBehind.ts";
import {
  acquireDocumentLock,
  guideLockId,
  takeDocumentLock,
} from "../../../src/state/documents/documentLock.ts";
import { createDatabase, type Database } from "../../../src/storage/database.ts";
import { dropLeftBehind, isLeftBehind, leaveBehind } from "../../../src/storage/leftBehind.ts";
import { smallGuide, START } from "../../smallInterview.ts";
import { createLocks } from "../fakeLocks.ts";

const name = { kind: "guideDraft", id: "g1" } as const;
const draftOf = (title: string, updatedAt = START): GuideDraft => ({
  id: "g1",
  guide: { ...smallGuide, title },
  previousId: null,
  updatedAt,
});
const nobody = { onAsked: () => Promise.resolve(), onLost: () => {} };

let database: Database;
let count = 0;

beforeEach(() => {
  Object.defineProperty(navigator, "locks", { value: createLocks(), configurable: true });
  database = createDatabase(`left behind ${count++}`);
  leaveBehind(database, { kind: "guideDraft", draft: draftOf("Dusk baker") });
});

afterEach(() => {
  vi.restoreAllMocks();
  localStorage.clear();
  database.close();
});

const untilTakenUp = () => vi.waitFor(() => expect(isLeftBehind(name)).toBe(false));
const titleHere = async () => (await database.guideDrafts.get("g1"))?.guide.title;

test("the draft that a page left behind is written when no tab edits the guide any more", async () => {
  const lock = await acquireDocumentLock(guideLockId("g1"), nobody);
  keepTakingUp({ database }, 0);
  await database.guideDrafts.put(draftOf("Dusk bake", START - 1));
  expect([isLeftBehind(name), await titleHere()]).toEqual([true, "Dusk bake"]);
  lock?.release();
  await untilTakenUp();
  expect(await titleHere()).toBe("Dusk baker");
});

test("who opens the guide next comes before a tab that only stands in line to write what was left", async () => {
  const before = await acquireDocumentLock(guideLockId("g1"), nobody);
  keepTakingUp({ database }, 400);
  await vi.waitFor(async () => expect((await navigator.locks.query()).pending).toHaveLength(1));
  before?.release();
  await vi.waitFor(async () => expect((await navigator.locks.query()).held).toEqual([]));
  const next = await acquireDocumentLock(guideLockId("g1"), nobody);
  expect([next?.isHeld(), isLeftBehind(name), await titleHere()]).toEqual([true, true, undefined]);
  next?.release();
  await untilTakenUp();
  expect(await titleHere()).toBe("Dusk baker");
});

test("a draft that is newer stays", async () => {
  await database.guideDrafts.put(draftOf("Night baker", START + 1));
  keepTakingUp({ database }, 0);
  await untilTakenUp();
  expect(await titleHere()).toBe("Night baker");
});

test("a tab that wants to edit the guide meanwhile gets it with what was left", async () => {
  keepTakingUp({ database }, 0);
  await vi.waitFor(async () => expect((await navigator.locks.query()).held).toHaveLength(1));
  await takeDocumentLock(guideLockId("g1"), nobody);
  expect([isLeftBehind(name), await titleHere()]).toEqual([false, "Dusk baker"]);
});

test("what is deleted while it is about to be written stays deleted", async () => {
  keepTakingUp({ database }, 0);
  await vi.waitFor(async () => expect((await navigator.locks.query()).held).toHaveLength(1));
  dropLeftBehind(name);
  await vi.waitFor(async () => expect((await navigator.locks.query()).held).toEqual([]));
  expect(await titleHere()).toBeUndefined();
});

test("what is left while the one before is about to be written is not lost", async () => {
  keepTakingUp({ database }, 0);
  await vi.waitFor(async () => expect((await navigator.locks.query()).held).toHaveLength(1));
  leaveBehind(database, { kind: "guideDraft", draft: draftOf("Dawn baker", START + 1) });
  await untilTakenUp();
  expect(await titleHere()).toBe("Dawn baker");
});

test("what can't be written stays, for the next opening", async () => {
  const full = vi.spyOn(database, "transaction").mockRejectedValue(new Error("The disk is full."));
  keepTakingUp({ database }, 0);
  await vi.waitFor(() => expect(full).toHaveBeenCalled());
  await vi.waitFor(async () => expect((await navigator.locks.query()).held).toEqual([]));
  expect(isLeftBehind(name)).toBe(true);
});

test("where nothing was left, and of what is no business of this, nothing is written", async () => {
  dropLeftBehind(name);
  keepTakingUp({ database }, 0);
  const say = (key: string | null, newValue: string | null) =>
    window.dispatchEvent(new StorageEvent("storage", { key, newValue }));
  say(null, null);
  say("left behind guideDraft g1", null);
  say("of another program", "{}");
  say("left behind guideDraft g1", "{}");
  await vi.waitFor(async () => expect((await navigator.locks.query()).held).toEqual([]));
  expect(await database.guideDrafts.count()).toBe(0);
});
