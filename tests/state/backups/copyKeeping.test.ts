import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { AppParts } from "../../../src/state/app/appContext.ts";
import { keepCopies } from "../../../src/state/backups/copyKeeping.ts";
import { makeDueCopy } from "../../../src/state/backups/autoBackups.ts";
import {
  forgetStale,
  forgetUncopied,
  markStale,
  readWitness,
  uncopiedSince,
} from "../../../src/state/backups/lastKnownAmount.ts";
import { createDatabase } from "../../../src/storage/database.ts";
import { putWholeSessions } from "../../../src/storage/session/sessions.ts";
import { MINUTE, plannedInterview, START, submittedInterview } from "../../smallInterview.ts";
import { fakeStorage } from "../fakeStorage.ts";

vi.mock(import("../../../src/state/backups/autoBackups.ts"), async (original) => ({
  ...(await original()),
  makeDueCopy: vi.fn(() => Promise.resolve()),
}));

/** Longer than it waits for nobody typing. */
const A_WHILE_MS = 4000;
const made = vi.mocked(makeDueCopy);

let app: AppParts;
let passedMs = 0;

beforeEach(async () => {
  vi.stubGlobal("localStorage", fakeStorage());
  made.mockReset().mockImplementation(() => {
    forgetUncopied();
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
  await vi.waitFor(async () => expect(readWitness()?.sessions).toBe(await app.database.sessions.count()));
  await vi.advanceTimersByTimeAsync(0);
}

test("copies that hold somebody who is deleted are replaced at the start and after a restore, and those that can’t be wait", async () => {
  markStale();
  await keepCopies(app);
  // The folder is shut: its copies are left as they are.
  expect(made).toHaveBeenCalledTimes(1);
  await change("a");
  await change("b");
  expect(made).toHaveBeenCalledTimes(1);

  forgetStale("private");
  forgetStale("folder");
  await change("c");
  expect(made).toHaveBeenCalledTimes(1);
  markStale();
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
  await keepCopies(app);
  await change("a");
  expect(made).not.toHaveBeenCalled();
  await change("b", submittedInterview("b"));
  await untilMade(1);
  await change("c");
  await pass(4 * MINUTE);
  await vi.advanceTimersByTimeAsync(0);
  expect(made).toHaveBeenCalledTimes(1);
  await pass(MINUTE);
  await untilMade(2);
  expect(uncopiedSince()).toBeNull();
});

test("what was there before there were copies is copied too", async () => {
  await putWholeSessions(app.database, [plannedInterview("a")]);
  forgetUncopied();
  await keepCopies(app);
  expect(uncopiedSince()).not.toBeNull();
  await pass(5 * MINUTE);
  await untilMade(1);
});

test("a copy that is due waits for whoever types, and for twice the time at most", async () => {
  await keepCopies(app);
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
