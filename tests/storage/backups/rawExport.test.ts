import { expect, test, vi } from "vitest";
import { encodeRawExport } from "../../../src/interchange/formats/rawExportFile.ts";
import { createDatabase, isDatabaseError, isEmptyDatabase } from "../../../src/storage/database.ts";
import { deleteDatabase, readRawDatabase } from "../../../src/storage/backups/rawExport.ts";
import { putWholeSessions } from "../../../src/storage/session/sessions.ts";
import { plannedInterview, START } from "../../smallInterview.ts";

function layDown(name: string, version: number): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version);
    request.onupgradeneeded = () => {
      const store = request.result.createObjectStore("later", { keyPath: "id" });
      store.put({ id: 1, text: "one" });
      store.put({ id: 2, text: "two" });
      request.result.createObjectStore("empty");
    };
    request.onerror = () => reject(request.error ?? new Error("It can't be laid down."));
    request.onsuccess = () => resolve(request.result);
  });
}

test("a database of a newer app is not opened, and is as it was after", async () => {
  (await layDown("newer", 4000)).close();
  const database = createDatabase("newer");
  await expect(database.open()).rejects.toMatchObject({ name: "VersionError" });
  await expect(database.sessions.count()).rejects.toThrow();
  expect(await readRawDatabase("newer")).toMatchObject({
    version: 4000,
    stores: [{ name: "empty" }, { name: "later" }],
  });
});

test("a database in which a part is missing is not opened, and nothing is added to it", async () => {
  (await layDown("lacking", 90)).close();
  await expect(createDatabase("lacking").open()).rejects.toThrow("A part of the database is missing");
  expect((await readRawDatabase("lacking")).version).toBe(90);
});

test("what is read raw is every row of every store, in a file that says that it is raw", async () => {
  (await layDown("raw", 7)).close();
  const raw = await readRawDatabase("raw");
  expect(JSON.parse(encodeRawExport(raw, START, "App 1").join(""))).toMatchObject({
    format: "interview-scorecard.raw",
    exportedAt: "2026-11-24T09:30:00.000Z",
    app: "App 1",
    databaseVersion: 7,
    stores: {
      empty: { problem: null, unreadable: [], rows: [] },
      later: {
        problem: null,
        unreadable: [],
        rows: [
          { id: 1, text: "one" },
          { id: 2, text: "two" },
        ],
      },
    },
  });
});

test("a row that can’t be read is named, and the others are read", async () => {
  (await layDown("row", 1)).close();
  const get = Reflect.get(IDBObjectStore.prototype, "get");
  vi.spyOn(IDBObjectStore.prototype, "get").mockImplementation(function spoiled(this: IDBObjectStore, key) {
    if (key === 1) throw new DOMException("Its file is gone.", "DataError");
    return get.call(this, key);
  });
  expect((await readRawDatabase("row")).stores[1]).toEqual({
    name: "later",
    rows: [{ id: 2, text: "two" }],
    unreadable: [{ key: 1, problem: "Its file is gone." }],
    problem: null,
  });
});

test("a row that is read, and can’t be taken, is named, and the others are read", async () => {
  (await layDown("taken", 1)).close();
  const get = Reflect.get(IDBObjectStore.prototype, "get");
  vi.spyOn(IDBObjectStore.prototype, "get").mockImplementation(function spoiled(this: IDBObjectStore, key) {
    const request = get.call(this, key);
    // As WebKit does with a row that is spoiled.
    if (key === 1)
      Object.defineProperty(request, "result", {
        get: () => {
          throw new DOMException("Cannot inject key into script value.", "UnknownError");
        },
        set: () => {},
      });
    return request;
  });
  expect((await readRawDatabase("taken")).stores[1]).toEqual({
    name: "later",
    rows: [{ id: 2, text: "two" }],
    unreadable: [{ key: 1, problem: "Cannot inject key into script value." }],
    problem: null,
  });
});

test("a store of which not even the keys can be read is named, and the others are read", async () => {
  (await layDown("store", 1)).close();
  const getAllKeys = Reflect.get(IDBObjectStore.prototype, "getAllKeys");
  vi.spyOn(IDBObjectStore.prototype, "getAllKeys").mockImplementation(function spoiled(this: IDBObjectStore) {
    if (this.name === "empty") throw new DOMException("It is broken.", "UnknownError");
    return getAllKeys.call(this);
  });
  expect((await readRawDatabase("store")).stores).toMatchObject([
    { name: "empty", problem: "It is broken.", rows: [] },
    { name: "later", problem: null, rows: [{ id: 1 }, { id: 2 }] },
  ]);
});

test("looking for a database that is not there makes none", async () => {
  await expect(readRawDatabase("nowhere")).rejects.toThrow();
  expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain("nowhere");
});

test("deleting waits for whoever has the database open, and says so", async () => {
  const held = await layDown("held", 1);
  const onBlocked = vi.fn(() => held.close());
  await deleteDatabase(onBlocked, "held");
  expect(onBlocked).toHaveBeenCalledOnce();
  expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain("held");
});

test("a database is empty as long as it has no session and no panel", async () => {
  const database = createDatabase("empty or not");
  expect(await isEmptyDatabase(database)).toBe(true);
  await putWholeSessions(database, [plannedInterview()]);
  expect(await isEmptyDatabase(database)).toBe(false);
  database.close();
});

test("a failure of the database is told from a mistake of a screen", async () => {
  const closed = createDatabase("closed");
  closed.close();
  const failure: unknown = await closed.sessions.count().catch((error: unknown) => error);
  expect(failure instanceof Error && isDatabaseError(failure)).toBe(true);
  expect(isDatabaseError(new TypeError("undefined is not a function"))).toBe(false);
  expect(isDatabaseError(new DOMException("Its file is gone.", "NotReadableError"))).toBe(true);
});
