// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { addMonths, DEFAULT_RETENTION_MONTHS } from "../../../src/domain/candidates/retention.ts";
import { noteStatus } from "../../../src/domain/backups/backupRecord.ts";
import type { AppParts } from "../../../src/state/app/appContext.ts";
import { watchWork, type WaitingWork } from "../../../src/state/app/waiting.ts";
import { watchWaiting, type WaitingCounts } from "../../../src/state/app/waitingCounts.ts";
import { updateRecord } from "../../../src/state/backups/backupRecord.ts";
import { createDatabase } from "../../../src/storage/database.ts";
import { writeDraft } from "../../../src/storage/guides/guides.ts";
import { addPanel } from "../../../src/storage/panels/panels.ts";
import { putWholeSessions } from "../../../src/storage/session/sessions.ts";
import {
  completeInterview,
  HOUR,
  liveInterview,
  plannedInterview,
  smallGuide,
  START,
  submittedInterview,
} from "../../smallInterview.ts";
import { startedPanel } from "../../smallPanel.ts";

const nothing: WaitingCounts = { interviews: 0, guides: 0, panels: 0, candidates: 0, settings: 0 };

let app: AppParts;
let now = START;
let count = 0;
let stop = () => {};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval"] });
  localStorage.clear();
  now = START;
  app = {
    database: createDatabase(`waiting counts ${count++}`),
    clock: { now: () => now, monotonic: () => 0 },
    newId: () => `id${count++}`,
    appName: "Test 1",
  };
});
afterEach(() => {
  stop();
  vi.useRealTimers();
  app.database.close();
});

/** @returns what was told, the last one last */
function watch(): readonly WaitingCounts[] {
  const told: WaitingCounts[] = [];
  stop = watchWaiting(app, (waiting) => told.push(waiting));
  return told;
}

/** Has time go by, and what was to be done at once when it was over. */
function goOn(ms: number): void {
  vi.advanceTimersByTime(ms);
  vi.advanceTimersByTime(1);
}

/** Waits without any time going by; Dexie asks for its live queries by a timer that takes none. */
async function until(check: () => void): Promise<void> {
  for (let turn = 0; ; turn++) {
    try {
      check();
      return;
    } catch (error) {
      if (turn === 5000) throw error;
      vi.advanceTimersByTime(0);
      await new Promise((resolve) => {
        setImmediate(resolve);
      });
    }
  }
}

test("what waits is counted by where it is dealt with", async () => {
  const sent = submittedInterview("to send");
  const panel = { panelId: "elsewhere", interviewerId: "noor", publicKey: "age1x" };
  await putWholeSessions(app.database, [
    liveInterview("live"),
    completeInterview("over"),
    plannedInterview("late", { scheduledAt: START - HOUR }),
    submittedInterview("done"),
    { ...sent, session: { ...sent.session, panel } },
  ]);
  await addPanel(app.database, startedPanel, smallGuide, null);
  await writeDraft(app.database, { id: "g1", guide: smallGuide, previousId: null, updatedAt: START });
  const told = watch();
  await until(() =>
    expect(told).toEqual([{ interviews: 4, guides: 1, panels: 1, candidates: 0, settings: 0 }]),
  );
});

test("candidates who are due are looked for two seconds later, and then with all the rest", async () => {
  await putWholeSessions(app.database, [submittedInterview("s1")]);
  now = addMonths(submittedInterview().session.submittedAt!, DEFAULT_RETENTION_MONTHS);
  const look = vi.spyOn(app.database.tombstones, "count");
  const told = watch();
  await until(() => expect(told).toEqual([nothing]));
  goOn(1998);
  expect(look).not.toHaveBeenCalled();
  goOn(1);
  await until(() => expect(told.at(-1)).toEqual({ ...nothing, candidates: 1 }));
  await putWholeSessions(app.database, [liveInterview("s2")]);
  goOn(200);
  await until(() => expect(told.at(-1)).toMatchObject({ interviews: 1, candidates: 1 }));
});

test("automatic backups that go wrong wait in the settings at once, until they are right again", async () => {
  const told = watch();
  updateRecord((record) => noteStatus(record, { problem: "The disk is full." }));
  // What else waits is not read yet: half of it would be wrong.
  expect(told).toEqual([]);
  await until(() => expect(told).toEqual([{ ...nothing, settings: 1 }]));
  updateRecord((record) => noteStatus(record, { problem: null }));
  expect(told.at(-1)).toEqual(nothing);
});

test("an interview begins to wait as its day comes, without anything that is done", async () => {
  const tomorrow = new Date(START).setHours(24, 0, 0, 0);
  await putWholeSessions(app.database, [plannedInterview("s1", { scheduledAt: tomorrow + HOUR })]);
  const told = watch();
  await until(() => expect(told).toEqual([nothing]));
  now = tomorrow;
  goOn(60_000);
  await until(() => expect(told.at(-1)).toMatchObject({ interviews: 1 }));
});

test("the first screen and the navigation have it read once, and either may be the last that watches", async () => {
  await putWholeSessions(app.database, [liveInterview("s1")]);
  const read = vi.spyOn(app.database.guideDrafts, "count");
  const works: WaitingWork[] = [];
  const leave = watchWork(app, (work) => works.push(work));
  await until(() => expect(works).toHaveLength(1));
  const told = watch();
  expect(told).toEqual([{ ...nothing, interviews: 1 }]);
  expect(read).toHaveBeenCalledTimes(1);
  leave();
  await putWholeSessions(app.database, [liveInterview("s2")]);
  goOn(200);
  await until(() => expect(told.at(-1)).toMatchObject({ interviews: 2 }));
  expect(works).toHaveLength(1);
});

test("where the first screen shows it, it follows a change at once; counts alone follow a moment later", async () => {
  const told = watch();
  await until(() => expect(told).toHaveLength(1));
  const leave = watchWork(app, () => {}, true);
  await putWholeSessions(app.database, [liveInterview("s1")]);
  goOn(0);
  await until(() => expect(told.at(-1)).toMatchObject({ interviews: 1 }));
  leave();
  await putWholeSessions(app.database, [liveInterview("s2")]);
  vi.advanceTimersByTime(150);
  await app.database.sessions.count();
  expect(told.at(-1)).toMatchObject({ interviews: 1 });
  goOn(50);
  await until(() => expect(told.at(-1)).toMatchObject({ interviews: 2 }));
});

test("the first screen, gone to right after a change, is told first what waits since, and not after a moment", async () => {
  const told = watch();
  await until(() => expect(told).toHaveLength(1));
  await putWholeSessions(app.database, [liveInterview("s1")]);
  const works: WaitingWork[] = [];
  const leave = watchWork(app, (work) => works.push(work), true);
  await until(() => expect(works.map(({ live }) => live.count)).toEqual([1]));
  expect(told.at(-1)).toMatchObject({ interviews: 1 });
  leave();
});

test.each([
  ["before the candidates are looked for", 0],
  ["after", 2000],
])("nothing is told or looked for once it is ended, %s", async (_, wait) => {
  const told = watch();
  await until(() => expect(told).toHaveLength(1));
  goOn(wait);
  await until(() => expect(told).toHaveLength(wait > 0 ? 2 : 1));
  const before = told.length;
  const look = vi.spyOn(app.database.tombstones, "count");
  stop();
  await putWholeSessions(app.database, [liveInterview("s1")]);
  updateRecord((record) => noteStatus(record, { problem: "The disk is full." }));
  goOn(120_000);
  await app.database.sessions.count();
  expect(look).not.toHaveBeenCalled();
  expect(told).toHaveLength(before);
  expect(vi.getTimerCount()).toBe(0);
});
