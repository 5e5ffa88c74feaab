// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { agree, decide } from "../../../src/domain/panels/debrief.ts";
import type { Panel } from "../../../src/domain/panels/panel.ts";
import type { AppParts } from "../../../src/state/app/appContext.ts";
import { keepTakingUp } from "../../../src/state/documents/leftBehind.ts";
import { openDebrief, type OpenDebrief } from "../../../src/state/panels/openDebrief.ts";
import { createDatabase } from "../../../src/storage/database.ts";
import { leaveDocuments } from "../../../src/storage/openWriters.ts";
import { isLeftBehind, leaveBehind, peekLeftDebrief } from "../../../src/storage/leftBehind.ts";
import { readAuditEntries } from "../../../src/storage/candidates/auditLog.ts";
import { addPanel, deletePanel } from "../../../src/storage/panels/panels.ts";
import { takeUpLeftBehind } from "../../../src/storage/takingUp.ts";
import { smallGuide, START } from "../../smallInterview.ts";
import { startedPanel } from "../../smallPanel.ts";
import { createLocks } from "../fakeLocks.ts";

let app: AppParts;
let panel: Panel;
let opened: OpenDebrief[];
let now: number;
let count = 0;

beforeEach(async () => {
  Object.defineProperty(navigator, "locks", { value: createLocks(), configurable: true });
  const database = createDatabase(`open debrief ${count}`);
  now = START + 1000;
  opened = [];
  app = { database, clock: { now: () => now, monotonic: () => 0 }, newId: () => "n1", appName: "Test 1" };
  // Of its own for each test: unsaved work outlives the test that made it.
  panel = { ...startedPanel, id: `p${count++}` };
  await addPanel(database, panel, smallGuide, "");
});

afterEach(async () => {
  vi.restoreAllMocks();
  localStorage.clear();
  for (const debrief of opened) {
    await untilSaved(debrief);
    debrief.close();
  }
  app.database.close();
});

function open(): OpenDebrief {
  const debrief = openDebrief(app, panel, peekLeftDebrief(app.database, panel.id));
  opened.push(debrief);
  return debrief;
}

const stored = async () => (await app.database.panels.get(panel.id))!;
const storedNote = async (areaId = "a") => (await stored()).debrief.agreedByAreaId[areaId]?.note;
const noteOf = ({ store }: OpenDebrief) => store.getState().debrief.agreedByAreaId["a"]?.note;
const type = (debrief: OpenDebrief, note: string, areaId = "a") =>
  debrief.change((before) => agree(before, areaId, { note }));
const untilSaved = ({ store }: OpenDebrief) =>
  vi.waitFor(() => expect(store.getState().saveState.kind).toBe("saved"));
const left = () => isLeftBehind({ kind: "debrief", id: panel.id });
const leaveNote = (note: string) =>
  leaveBehind(app.database, {
    kind: "debrief",
    panelId: panel.id,
    parts: [{ key: "agreed a", areaId: "a", agreed: { rating: null, note } }],
    at: START + 500,
  });

/** No write gets to the disk until it is told so. */
function breakDisk(): () => void {
  const connection = app.database.backendDB();
  const begin = connection.transaction.bind(connection);
  const broken = vi.spyOn(connection, "transaction").mockImplementation((...args) => {
    if (args[1] === "readwrite") throw new DOMException("The disk is full.", "QuotaExceededError");
    return begin(...args);
  });
  return () => broken.mockRestore();
}

test("what is typed while another tab takes up what was left is the newer: the older is not written over it", async () => {
  leaveNote("salt");
  const taking = takeUpLeftBehind(app.database, { kind: "debrief", id: panel.id });
  const debrief = open();
  type(debrief, "salty");
  await untilSaved(debrief);
  await taking;
  expect(await storedNote()).toBe("salty");
  expect(left()).toBe(false);
});

test("what was left is taken up as it is in that moment: a tab may have gone on with it since it was looked for", async () => {
  leaveNote("salt");
  const { panels } = app.database;
  const get = panels.get.bind(panels);
  vi.spyOn(panels, "get").mockImplementationOnce(() => {
    leaveNote("salty");
    return get(panel.id);
  });
  await takeUpLeftBehind(app.database, { kind: "debrief", id: panel.id });
  expect([await storedNote(), left()]).toEqual(["salty", false]);
});

test("each key is begun to be written with it, strictly, and is on the disk when saved is said", async () => {
  const debrief = open();
  const begin = vi.spyOn(app.database.backendDB(), "transaction");
  for (const note of ["s", "sa", "salt"]) type(debrief, note);
  const strict = [["panels"], "readwrite", { durability: "strict" }];
  expect(begin.mock.calls).toEqual([strict, strict, strict]);
  expect([noteOf(debrief), debrief.store.getState().saveState.kind]).toEqual(["salt", "saving"]);
  await untilSaved(debrief);
  expect(await storedNote()).toBe("salt");
  expect((await stored()).updatedAt).toBeGreaterThanOrEqual(now);
});

test("what was decided and agreed is logged in the transaction that writes over it, and a note is not", async () => {
  const debrief = open();
  const begin = vi.spyOn(app.database.backendDB(), "transaction");
  const withLog = [["panels", "auditEntries"], "readwrite", { durability: "strict" }];
  debrief.change((before) => agree(before, "a", { rating: 3 }));
  now++;
  debrief.change((before) => agree(before, "a", { rating: 4 }));
  type(debrief, "salt");
  debrief.change((before) => ({ ...before, recommendationsShownAt: now++ }));
  debrief.change((before) => decide(before, "hire", "Strong on method.", now));
  debrief.change((before) => decide(before, "noHire", "References say otherwise.", now + 1));
  expect(begin.mock.calls.map((call) => call[0])).toEqual([
    withLog[0],
    withLog[0],
    ["panels"],
    ["panels"],
    ["panels"],
    withLog[0],
  ]);
  expect(begin.mock.calls.at(-1)).toEqual(withLog);
  await untilSaved(debrief);
  expect((await readAuditEntries(app.database, [panel.id])).map(({ change }) => change)).toMatchObject([
    { what: "agreed", from: null, to: 3 },
    { what: "agreed", from: 3, to: 4 },
    { what: "decided", outcome: "hire" },
  ]);
});

test("what is logged waits for the disk with the change that it tells of, also when the page goes", async () => {
  const debrief = open();
  const mend = breakDisk();
  debrief.change((before) => agree(before, "a", { rating: 3 }));
  now++;
  debrief.change((before) => agree(before, "a", { rating: 4 }));
  leaveDocuments();
  expect(await app.database.auditEntries.count()).toBe(0);
  mend();
  debrief.close();
  keepTakingUp(app);
  await vi.waitFor(async () => {
    expect((await readAuditEntries(app.database, [panel.id])).map(({ change }) => change)).toMatchObject([
      { from: null, to: 3 },
      { from: 3, to: 4 },
    ]);
  });
  await untilSaved(debrief);
  expect((await stored()).debrief.agreedByAreaId["a"]?.rating).toBe(4);
});

test("two tabs do not undo each other’s changes, nor what came into the panel meanwhile", async () => {
  const [one, other] = [open(), open()];
  const eva = { id: "new", name: "New", questionIds: [] };
  type(one, "salt");
  await app.database.panels.update(panel.id, { interviewers: [...panel.interviewers, eva] });
  type(other, "yeast", "b");
  await Promise.all([untilSaved(one), untilSaved(other)]);
  expect([await storedNote("a"), await storedNote("b")]).toEqual(["salt", "yeast"]);
  expect((await stored()).interviewers.at(-1)).toEqual(eva);
});

test("what another tab wrote is followed, but never what was there before this tab’s own", async () => {
  const debrief = open();
  type(debrief, "salt");
  debrief.follow(panel);
  expect(noteOf(debrief)).toBe("salt");
  await untilSaved(debrief);
  debrief.follow(panel);
  expect(noteOf(debrief)).toBe("salt");
  debrief.follow({ ...panel, updatedAt: now + 1000 });
  expect(noteOf(debrief)).toBeUndefined();
});

test("what can’t be written is said, tried again, and found by the next visit", async () => {
  const debrief = open();
  const mendDisk = breakDisk();
  type(debrief, "salt");
  expect(debrief.store.getState().saveState).toMatchObject({ kind: "failed", failure: "full" });
  debrief.close();
  expect(open()).toBe(debrief);
  debrief.close();
  mendDisk();
  await untilSaved(debrief);
  expect(await storedNote()).toBe("salt");
  expect(open()).not.toBe(debrief);
});

test("a page that goes away leaves its last keys behind; the next one has them at once and writes them", async () => {
  const first = open();
  const mendDisk = breakDisk();
  type(first, "salt");
  leaveDocuments();
  expect(left()).toBe(true);
  mendDisk();
  await untilSaved(first);
  expect(left()).toBe(false);

  leaveNote("salt and yeast");
  const next = open();
  expect(noteOf(next)).toBe("salt and yeast");
  await vi.waitFor(async () => expect(await storedNote()).toBe("salt and yeast"));
  await vi.waitFor(() => expect(left()).toBe(false));
});

test("what is typed before the rest of the page before has landed is the newer, also where that page goes too", async () => {
  leaveNote("salt");
  const debrief = open();
  type(debrief, "salt and yeast");
  type(debrief, "water", "b");
  await untilSaved(debrief);
  // Nothing older may be written over it.
  expect(left()).toBe(false);
  debrief.follow(await stored());
  expect(noteOf(debrief)).toBe("salt and yeast");
  leaveDocuments();
  await vi.waitFor(() => expect(left()).toBe(false));
  expect([await storedNote("a"), await storedNote("b")]).toEqual(["salt and yeast", "water"]);
});

test("without a screen that shows it, any open tab writes what was left; of a deleted panel nothing is left", async () => {
  leaveNote("salt");
  keepTakingUp(app, 0);
  await vi.waitFor(async () => expect([left(), await storedNote()]).toEqual([false, "salt"]));
  await app.database.panels.update(panel.id, { debrief: { ...panel.debrief, startedAt: null } });
  leaveNote("yeast");
  await deletePanel(app.database, panel.id, now);
  expect(left()).toBe(false);
});

test("a tab that has to open the database again writes what it did not, and nothing old over another tab’s newer", async () => {
  const [one, other] = [open(), open()];
  type(one, "salt");
  await untilSaved(one);
  type(other, "salt and yeast");
  await untilSaved(other);
  app.database.backendDB().close();
  type(one, "water", "b");
  expect(one.store.getState().saveState.kind).toBe("reconnecting");
  await untilSaved(one);
  expect([await storedNote("a"), await storedNote("b")]).toEqual(["salt and yeast", "water"]);
});

test("what the page before left is still left where this page goes before it has landed, and is written with its own", async () => {
  leaveNote("salt");
  const debrief = open();
  type(debrief, "water", "b");
  leaveDocuments();
  expect(left()).toBe(true);
  await untilSaved(debrief);
  await vi.waitFor(() => expect(left()).toBe(false));
  expect([await storedNote("a"), await storedNote("b")]).toEqual(["salt", "water"]);
});

test("two tabs that go at once leave both their keys behind, and one that stays after all takes its own only", async () => {
  const [one, other] = [open(), open()];
  const mendDisk = breakDisk();
  type(one, "salt");
  type(other, "water", "b");
  leaveDocuments();
  const leftKeys = () => peekLeftDebrief(app.database, panel.id).map(({ key }) => key);
  expect(leftKeys().toSorted()).toEqual(["agreed a", "agreed b"]);
  mendDisk();
  type(one, "salt!");
  await untilSaved(one);
  expect([other.store.getState().saveState.kind, ...leftKeys()]).toEqual(["failed", "agreed b"]);
  await untilSaved(other);
  expect(left()).toBe(false);
});

test("what a closed tab left is written before somebody goes on with it in another one", async () => {
  const debrief = open();
  keepTakingUp(app);
  leaveNote("salt");
  const key = `left behind debrief ${panel.id}`;
  window.dispatchEvent(new StorageEvent("storage", { key, newValue: localStorage.getItem(key) }));
  const isTakenUp = async () => expect([left(), await storedNote()]).toEqual([false, "salt"]);
  await vi.waitFor(isTakenUp, { timeout: 1500 });
  type(debrief, "salt and yeast");
  await untilSaved(debrief);
  expect(await storedNote()).toBe("salt and yeast");
});
