import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { AppParts } from "../../../src/state/app/appContext.ts";
import { keepAutoBackups } from "../../../src/state/backups/autoBackupKeeping.ts";
import { makeDueBackup } from "../../../src/state/backups/autoBackups.ts";
import {
  noteAmount,
  noteBegun,
  noteChange,
  isDue,
  noteDeletionForGood,
  noteMade,
  type BackupPlace,
} from "../../../src/domain/backups/backupRecord.ts";
import { readRecord, updateRecord } from "../../../src/state/backups/backupRecord.ts";
import { createDatabase } from "../../../src/storage/database.ts";
import { putWholeSessions } from "../../../src/storage/session/sessions.ts";
import { MINUTE, plannedInterview, START, submittedInterview } from "../../smallInterview.ts";
import { createLocks } from "../fakeLocks.ts";
import { fakeStorage } from "../fakeStorage.ts";

vi.mock(import("../../../src/state/backups/autoBackups.ts"), async (original) => ({
  ...(await original()),
  makeDueBackup: vi.fn(() => Promise.resolve()),
}));

/** Nothing ends a keeper but the page: those of the tests before hear of no write any more. */
const keeper = vi.hoisted(() => ({ onChange: () => {}, isWatched: false }));
vi.mock(import("../../../src/storage/writeNotices.ts"), async (original) => {
  const { watchChanges } = await original();
  return {
    watchChanges: (onChange) => {
      keeper.onChange = onChange;
      if (!keeper.isWatched) watchChanges(() => keeper.onChange());
      keeper.isWatched = true;
      return () => {};
    },
  };
});

function noteCopied(replacedIn: readonly BackupPlace[]): void {
  updateRecord(noteBegun);
  const { copyingUpTo } = readRecord();
  updateRecord((record) =>
    noteMade(record, { upTo: copyingUpTo, replacedIn, deleted: 0, status: { madeAt: START } }),
  );
}

const noteDeleted = () => updateRecord((record) => noteDeletionForGood(record, START));

/** Longer than it waits for nobody typing. */
const A_WHILE_MS = 4000;
const made = vi.mocked(makeDueBackup);

let app: AppParts;
let passedMs = 0;

beforeEach(async () => {
  keeper.onChange = () => {};
  vi.stubGlobal("localStorage", fakeStorage());
  vi.stubGlobal("window", { addEventListener: () => {} });
  vi.stubGlobal("navigator", { locks: createLocks() });
  made.mockReset().mockImplementation(() => {
    noteCopied([]);
    return Promise.resolve();
  });
  app = {
    database: createDatabase(),
    clock: { now: () => START + passedMs, monotonic: () => passedMs },
    newId: () => "id",
    appName: "Test 1",
  };
  passedMs = 0;
  await app.database.open();
  await Promise.all(app.database.tables.map((table) => table.clear()));
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
});

afterEach(() => {
  vi.useRealTimers();
  app.database.close();
  vi.unstubAllGlobals();
});

/** Changes something, and waits until the keeper had time to look. */
async function change(id: string, whole = plannedInterview(id)): Promise<void> {
  await putWholeSessions(app.database, [whole]);
  passedMs += A_WHILE_MS;
  await vi.advanceTimersByTimeAsync(A_WHILE_MS);
  await vi.waitFor(async () =>
    expect(readRecord().lastKnown?.sessions).toBe(await app.database.sessions.count()),
  );
  await vi.advanceTimersByTimeAsync(0);
}

test("backups that hold somebody who is deleted are replaced at the start and after a restore, and those that can’t be wait", async () => {
  noteDeleted();
  await keepAutoBackups(app);
  // The folder is shut: its backups are left as they are.
  expect(made).toHaveBeenCalledTimes(1);
  await change("a");
  await change("b");
  expect(made).toHaveBeenCalledTimes(1);

  noteCopied(["private", "folder"]);
  await change("c");
  expect(made).toHaveBeenCalledTimes(1);
  noteDeleted();
  await change("d");
  await vi.waitFor(() => expect(made).toHaveBeenCalledTimes(2));
});

/** Lets time go by in which nobody does anything. */
async function pass(ms: number): Promise<void> {
  passedMs += ms;
  await vi.advanceTimersByTimeAsync(ms);
}

const untilMade = (times: number) => vi.waitFor(() => expect(made).toHaveBeenCalledTimes(times));

test("a submit is copied as soon as nobody types, other changes five minutes after the first", async () => {
  await keepAutoBackups(app);
  await change("a");
  expect(made).not.toHaveBeenCalled();
  await change("b", submittedInterview("b"));
  await untilMade(1);
  expect(made).toHaveBeenLastCalledWith(app, true);
  await change("c");
  await pass(4 * MINUTE);
  await vi.advanceTimersByTimeAsync(0);
  expect(made).toHaveBeenCalledTimes(1);
  await pass(MINUTE);
  await untilMade(2);
  expect(made).toHaveBeenLastCalledWith(app, false);
  expect(isDue(readRecord())).toBe(false);
});

test("what comes first is counted at once: lost before that, it would be taken for a first visit", async () => {
  await keepAutoBackups(app);
  expect(readRecord().lastKnown).toBeNull();
  await putWholeSessions(app.database, [plannedInterview("a")]);
  // No time goes by.
  await vi.waitFor(() => expect(readRecord().lastKnown?.sessions).toBe(1));
  await putWholeSessions(app.database, [plannedInterview("b")]);
  await vi.advanceTimersByTimeAsync(0);
  expect(readRecord().lastKnown?.sessions).toBe(1);
  await pass(A_WHILE_MS);
  await vi.waitFor(() => expect(readRecord().lastKnown?.sessions).toBe(2));
});

test("what was there before there were backups is copied too", async () => {
  await putWholeSessions(app.database, [plannedInterview("a")]);
  await keepAutoBackups(app);
  expect(isDue(readRecord())).toBe(true);
  await pass(5 * MINUTE);
  await untilMade(1);
});

test("a backup that is due waits for whoever types, and for twice the time at most", async () => {
  await keepAutoBackups(app);
  await change("a");
  passedMs += 5 * MINUTE;
  await putWholeSessions(app.database, [plannedInterview("b")]);
  // By the clock it is just typed, however long the timers run.
  await vi.advanceTimersByTimeAsync(5 * MINUTE);
  await putWholeSessions(app.database, [plannedInterview("c")]);
  expect(made).not.toHaveBeenCalled();
  passedMs += 5 * MINUTE;
  await putWholeSessions(app.database, [plannedInterview("d")]);
  await vi.advanceTimersByTimeAsync(A_WHILE_MS);
  await untilMade(1);
});

test("a backup that an earlier page was killed in is made at the start, though somebody goes on working", async () => {
  await putWholeSessions(app.database, [plannedInterview("a")]);
  updateRecord((record) => noteBegun(noteChange(record, START)));
  await keepAutoBackups(app);
  expect(made).not.toHaveBeenCalled();
  await change("b");
  await untilMade(1);
  expect(isDue(readRecord())).toBe(false);
  await change("c");
  expect(made).toHaveBeenCalledTimes(1);
});

test.each([
  [3 * MINUTE, 2 * MINUTE],
  [9 * MINUTE, MINUTE],
  // The clock was set back meanwhile.
  [-60 * MINUTE, 5 * MINUTE],
])("what an earlier page left %i ms ago is copied within %i ms", async (sinceMs, leftMs) => {
  updateRecord((record) => noteChange(record, START - sinceMs));
  await keepAutoBackups(app);
  await pass(leftMs - MINUTE);
  expect(made).not.toHaveBeenCalled();
  await pass(MINUTE);
  await untilMade(1);
});

test("what is in the database is copied though the browser was killed before it noted that", async () => {
  await putWholeSessions(app.database, [plannedInterview("a")]);
  updateRecord((record) =>
    noteAmount(record, { sessions: 0, panels: 0, guides: 0, submitted: 0, drafts: 0 }, START),
  );
  noteCopied([]);
  await keepAutoBackups(app);
  expect(isDue(readRecord())).toBe(true);
  await pass(A_WHILE_MS);
  await untilMade(1);
});

test("a clock that is set back keeps no backup from being made", async () => {
  await keepAutoBackups(app);
  await change("a");
  vi.spyOn(app.clock, "now").mockReturnValue(0);
  await pass(5 * MINUTE);
  await untilMade(1);
  await change("b");
  expect(isDue(readRecord())).toBe(true);
  await pass(5 * MINUTE);
  await untilMade(2);
});

test("a backup that could not be made is tried again five minutes later, and not before", async () => {
  made.mockImplementation(() => Promise.resolve());
  await keepAutoBackups(app);
  await change("a", submittedInterview("a"));
  await untilMade(1);
  await change("b");
  await pass(4 * MINUTE);
  await vi.advanceTimersByTimeAsync(0);
  expect(made).toHaveBeenCalledTimes(1);
  await pass(MINUTE);
  await untilMade(2);
});
