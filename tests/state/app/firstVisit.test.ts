import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { askForFirstVisit, readUnlessFirst } from "../../../src/state/app/firstVisit.ts";
import type { AppParts } from "../../../src/state/app/appContext.ts";
import { noteStored } from "../../../src/state/backups/storedNoting.ts";
import { putWholeSessions } from "../../../src/storage/session/sessions.ts";
import { createDatabase, type Database } from "../../../src/storage/database.ts";
import { plannedInterview, START } from "../../smallInterview.ts";
import { fakeStorage } from "../fakeStorage.ts";

let database: Database;
let count = 0;

beforeEach(() => {
  vi.stubGlobal("localStorage", fakeStorage());
  database = createDatabase(`first visit ${count++}`);
});
afterEach(() => {
  database.close();
  vi.unstubAllGlobals();
});

/** What is read comes after everything else that could answer. */
const readLate = () =>
  new Promise<string>((resolve) => {
    setTimeout(() => resolve("what is there"), 50);
  });

const read = (firstVisit = askForFirstVisit(database.name)) =>
  readUnlessFirst({ firstVisit } as unknown as AppParts, readLate, "nothing");

test("on a first visit nothing is waited for until the database is there, and all that is read from then on", async () => {
  const firstVisit = askForFirstVisit(database.name);
  expect(await read(firstVisit)).toBe("nothing");
  firstVisit.end();
  expect(await read(firstVisit)).toBe("what is there");
});

test("what a database has is waited for, also before it is open", async () => {
  await database.open();
  database.close();
  expect(await read()).toBe("what is there");
});

test("a database that is gone is no first visit", async () => {
  await putWholeSessions(database, [plannedInterview("a")]);
  await noteStored({ database, clock: { now: () => START, monotonic: () => 0 } });
  await database.delete();
  expect(await read()).toBe("what is there");
});

test("where a browser does not say which databases it has, the database is waited for", async () => {
  vi.spyOn(indexedDB, "databases").mockRejectedValue(new DOMException("Blocked.", "UnknownError"));
  expect(await read()).toBe("what is there");
  vi.restoreAllMocks();
});

test("where a browser never says which databases it has, the database is waited for all the same", async () => {
  vi.spyOn(indexedDB, "databases").mockReturnValue(new Promise(() => {}));
  expect(await read()).toBe("what is there");
  vi.restoreAllMocks();
});
