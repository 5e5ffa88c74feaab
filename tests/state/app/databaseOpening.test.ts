import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { openDatabase, type DatabaseOpening } from "../../../src/state/app/databaseOpening.ts";
import { startEmpty } from "../../../src/state/backups/autoBackups.ts";
import { noteStored } from "../../../src/state/backups/storedNoting.ts";
import { createDatabase, isClosedDatabase, type Database } from "../../../src/storage/database.ts";
import { writeDraft } from "../../../src/storage/guides/guides.ts";
import { deleteDatabase } from "../../../src/storage/backups/rawExport.ts";
import { createDocumentWriter } from "../../../src/storage/documentWriter.ts";
import { sessionDocument, sessionParts } from "../../../src/storage/session/sessionDocument.ts";
import type { WriterState } from "../../../src/storage/writerState.ts";
import { putWholeSessions, savePlan } from "../../../src/storage/session/sessions.ts";
import { liveInterview, plannedInterview, smallGuide, smallPlan, START } from "../../smallInterview.ts";
import { fakeStorage } from "../fakeStorage.ts";

const clock = { now: () => START, monotonic: () => 0 };
const whole = liveInterview();

let database: Database;
let count = 0;

beforeEach(() => {
  vi.stubGlobal("localStorage", fakeStorage());
  database = createDatabase(`opening ${count++}`);
});
afterEach(() => {
  database.close();
  vi.unstubAllGlobals();
});

async function open(opened = database): Promise<DatabaseOpening & { readonly onUsable: () => void }> {
  const onUsable = vi.fn();
  const opening = openDatabase(opened, onUsable);
  await opened.open().catch(() => {});
  await new Promise((resolve) => {
    setTimeout(resolve);
  });
  return { ...opening, onUsable };
}

/** Another tab deletes the database, which this tab gives way to. */
const removeInOtherTab = () => deleteDatabase(() => {}, database.name);

/** @returns what is in the database that is there under the name now */
async function countAnew(): Promise<number> {
  const other = createDatabase(database.name);
  const counts = await Promise.all(
    [other.sessions, other.answers, other.guideDrafts].map((table) => table.count()),
  );
  other.close();
  return counts.reduce((sum, one) => sum + one, 0);
}

test("an empty database is opened for somebody new, and is said to have vanished where something was there", async () => {
  const { trouble, onUsable } = await open();
  expect(trouble()).toBeNull();
  expect(onUsable).toHaveBeenCalledOnce();
  await putWholeSessions(database, [plannedInterview("a")]);
  await noteStored({ database, clock });
  await removeInOtherTab();
  const next = createDatabase(database.name);
  const again = await open(next);
  expect(again.trouble()).toEqual({ kind: "vanished", message: "" });
  expect(again.onUsable).not.toHaveBeenCalled();
  next.close();
});

test("a database that is deleted under an open tab is not begun anew by it: it vanished for whoever starts next", async () => {
  const opening = await open();
  await putWholeSessions(database, [whole]);
  await noteStored({ database, clock });
  const states: WriterState[] = [];
  const document = sessionDocument(whole.session.id);
  const writer = createDocumentWriter(database, document, sessionParts(whole.session, []), (state) =>
    states.push(state),
  );
  await removeInOtherTab();
  writer.save(sessionParts({ ...whole.session, summary: "good" }, []));
  await vi.waitFor(() => expect(states.at(-1)).toMatchObject({ failure: "gone" }));
  writer.abandon();
  expect(opening.trouble()).toEqual({ kind: "closed", message: "The data in the database is gone." });

  const draft = { id: "d", guide: smallGuide, previousId: null, updatedAt: START };
  await expect(writeDraft(database, draft)).rejects.toThrow("is gone");
  const failed: unknown = await savePlan(database, "new", smallPlan(), smallGuide, START).catch(
    (error: unknown) => error,
  );
  expect(isClosedDatabase(failed)).toBe(true);
  expect(await countAnew()).toBe(0);

  const next = createDatabase(database.name);
  expect((await open(next)).trouble()).toMatchObject({ kind: "vanished" });
  next.close();
});

test("once somebody begins with an empty one, the tab can be worked in again", async () => {
  const opening = await open();
  await putWholeSessions(database, [plannedInterview("a")]);
  await noteStored({ database, clock });
  await removeInOtherTab();
  await expect(database.open()).rejects.toThrow("is gone");
  expect(opening.trouble()).toMatchObject({ kind: "closed" });
  startEmpty({ clock });
  await database.open();
  expect(opening.trouble()).toBeNull();
  await savePlan(database, "new", smallPlan(), smallGuide, START);
  expect(await countAnew()).toBe(1);
});

test("a database that is brought up to date in another tab is a newer one to this tab", async () => {
  const { trouble, subscribe } = await open();
  const onChange = vi.fn();
  const stop = subscribe(onChange);
  const newer = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open(database.name, 4000);
    request.onsuccess = () => resolve(request.result);
  });
  newer.close();
  expect(trouble()).toMatchObject({ kind: "newer" });
  expect(onChange).toHaveBeenCalled();
  stop();
});

test("a database that opens and gives nothing is held by another tab; when that lets go, this one goes on", async () => {
  await database.open();
  const holder = database.backendDB().transaction(["sessions"], "readwrite");
  let isLetGo = false;
  const goOn = () => {
    if (!isLetGo) holder.objectStore("sessions").count().onsuccess = goOn;
  };
  goOn();
  const timers = vi.spyOn(globalThis, "setTimeout");
  const held = createDatabase(database.name);
  const opening = openDatabase(held, () => {});
  const [afterLong] = timers.mock.calls.find(([, ms]) => ms === 10_000) ?? [];
  timers.mockRestore();
  await vi.waitFor(() => {
    afterLong?.();
    expect(opening.trouble()).toMatchObject({ kind: "held" });
  });
  isLetGo = true;
  await vi.waitFor(() => expect(opening.trouble()).toBeNull());
  held.close();
});

test("where the browser blocks all data of the site, that is said and not that the database is damaged", async () => {
  const storage = fakeStorage();
  storage.failure = new DOMException("Access is denied for this document.", "SecurityError");
  vi.stubGlobal("localStorage", storage);
  const blocked = createDatabase("blocked by settings");
  vi.spyOn(blocked, "open").mockRejectedValue(
    new DOMException("The user denied permission to access the database.", "UnknownError"),
  );
  expect((await open(blocked)).trouble()).toMatchObject({ kind: "forbidden" });
  storage.failure = null;
  expect((await open(blocked)).trouble()).toMatchObject({ kind: "damaged" });
});

test("a database of a newer app is named as such, one that does not open as damaged", async () => {
  const newer = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open(database.name, 4000);
    request.onsuccess = () => resolve(request.result);
  });
  newer.close();
  expect((await open()).trouble()).toMatchObject({ kind: "newer" });

  const broken = createDatabase("broken");
  vi.spyOn(broken, "open").mockRejectedValue(new DOMException("Its file is gone.", "NotReadableError"));
  expect((await open(broken)).trouble()).toMatchObject({ kind: "damaged", message: "Its file is gone." });
  const shut = createDatabase("shut");
  shut.close();
  const error: unknown = await shut.sessions.count().catch((reason: unknown) => reason);
  vi.spyOn(shut, "open").mockRejectedValue(error);
  expect((await open(shut)).trouble()).toMatchObject({ kind: "closed" });
});
