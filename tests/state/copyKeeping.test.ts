import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { AppParts } from "../../src/state/appContext.ts";
import { keepCopies } from "../../src/state/copyKeeping.ts";
import { makeDueCopy } from "../../src/state/copies.ts";
import { forgetStale, forgetUncopied, markStale, readWitness } from "../../src/state/witness.ts";
import { createDatabase } from "../../src/storage/database.ts";
import { putWholeSessions } from "../../src/storage/sessions.ts";
import { plannedInterview, START } from "../smallInterview.ts";
import { fakeStorage } from "./fakeStorage.ts";

vi.mock(import("../../src/state/copies.ts"), async (original) => ({
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
  await app.database.open();
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
});

afterEach(() => {
  vi.useRealTimers();
  app.database.close();
  vi.unstubAllGlobals();
});

/** Changes something, and waits until the keeper had time to look. */
async function change(id: string): Promise<void> {
  await putWholeSessions(app.database, [plannedInterview(id)]);
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
