import { afterEach, expect, test, vi } from "vitest";
import { makeRawExport, startOver } from "../../../src/state/backups/rescue.ts";
import { createDatabase } from "../../../src/storage/database.ts";
import { putWholeSessions } from "../../../src/storage/session/sessions.ts";
import { plannedInterview, START } from "../../smallInterview.ts";

const app = { clock: { now: () => START, monotonic: () => 0 }, appName: "Test 1" };

afterEach(async () => {
  vi.restoreAllMocks();
  await startOver({ database: createDatabase() }, () => {});
});

/** @returns a database with two interviews and the guide that they share */
async function layDown() {
  const database = createDatabase();
  await putWholeSessions(database, [plannedInterview("a"), plannedInterview("b")]);
  database.close();
  return database;
}

test("all that is there comes into one file", async () => {
  await layDown();
  const raw = await makeRawExport(app);
  expect(raw).toMatchObject({ rowCount: 3, missing: [] });
  expect(JSON.parse(await raw.file.text())).toMatchObject({
    exportedAt: "2026-11-24T09:30:00.000Z",
    stores: { sessions: { rows: [{ id: "a" }, { id: "b" }] } },
  });
});

test("what can’t be read is told by where it lies, how much it is and what the browser says; the rest comes", async () => {
  await layDown();
  const get: IDBObjectStore["get"] = Reflect.get(IDBObjectStore.prototype, "get");
  const getAllKeys: IDBObjectStore["getAllKeys"] = Reflect.get(IDBObjectStore.prototype, "getAllKeys");
  vi.spyOn(IDBObjectStore.prototype, "get").mockImplementation(function (this: IDBObjectStore, key) {
    if (key === "a") throw new DOMException("Bad bytes.", "UnknownError");
    return get.call(this, key);
  });
  vi.spyOn(IDBObjectStore.prototype, "getAllKeys").mockImplementation(function (this: IDBObjectStore) {
    if (this.name === "guides") throw new DOMException("Bad index.", "UnknownError");
    return getAllKeys.call(this);
  });
  const raw = await makeRawExport(app);
  expect(raw.missing).toEqual([
    expect.stringMatching(/^guides: all of it \(.*Bad index\./u),
    expect.stringMatching(/^sessions: 1 \(.*Bad bytes\./u),
  ]);
  expect(raw.rowCount).toBe(1);
});

test("who begins anew has nothing of what was there, and an app that works", async () => {
  const before = await layDown();
  await before.open();
  await startOver({ database: before }, () => {});
  const database = createDatabase();
  expect(await database.sessions.count()).toBe(0);
  await putWholeSessions(database, [plannedInterview("c")]);
  expect(await database.sessions.count()).toBe(1);
  database.close();
});
