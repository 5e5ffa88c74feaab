import { afterEach, beforeEach, expect, test } from "vitest";
import { toBackup, type Entry } from "../../../src/domain/admission/entries.ts";
import { buriedId } from "../../../src/domain/candidates/deletion.ts";
import { readEverything } from "../../../src/storage/backups/backupReading.ts";
import { createDatabase, sessionToRow, type Database } from "../../../src/storage/database.ts";
import { readExportsLeft } from "../../../src/storage/exports/exportLog.ts";
import {
  beginComparison,
  ChangedMeanwhile,
  writeDecided,
  decide,
  type Decided,
} from "../../../src/storage/admission/entryStore.ts";
import { putWholeSessions } from "../../../src/storage/session/sessions.ts";
import { smallPanel, smallRevision } from "../../smallPanel.ts";
import {
  hashGuide,
  liveInterview,
  plannedInterview,
  smallGuide,
  START,
  submittedInterview,
} from "../../smallInterview.ts";

let database: Database;
let count = 0;
const never = new AbortController().signal;

beforeEach(() => {
  database = createDatabase(`backup ${count++}`);
});
afterEach(() => database.close());

async function readAll(from = database): Promise<readonly Entry[]> {
  const found: Entry[] = [];
  await readEverything(from, {
    onEntries: (entries) => found.push(...entries),
    onProgress: () => {},
    signal: never,
  });
  return found;
}

/** @returns every row of every table */
async function allRows(from = database): Promise<unknown> {
  return Object.fromEntries(
    await Promise.all(from.tables.map(async (table) => [table.name, await table.toArray()] as const)),
  );
}

async function seed(): Promise<void> {
  await putWholeSessions(
    database,
    [submittedInterview("done"), plannedInterview("next"), liveInterview("now")],
    [{ ...smallRevision("r1", START, "failed.cause", 2), sessionId: "done" }],
  );
  const { panels, panelKeys, sealedScorecards, settings, archivedGuides, guideDrafts } = database;
  await panels.add(smallPanel);
  await panelKeys.add({ panelId: "p1", secretKey: "AGE-SECRET-KEY-1" });
  await sealedScorecards.add({
    panelId: "p1",
    sessionId: "theirs",
    interviewerId: "ben",
    interviewer: "Ben",
    submittedAt: START,
    asked: [],
    addedAt: START,
    text: "sealed",
  });
  await settings.add({ key: "interviewer", value: "Noor" });
  await archivedGuides.add({ lineId: hashGuide(smallGuide), archivedAt: START });
  await guideDrafts.add({ id: "d", guide: smallGuide, previousId: null, updatedAt: START });
  await database.tombstones.add({ id: buriedId("gone"), deletedAt: START, reason: "" });
  await database.holds.add({ candidateKey: "amira haddad", reason: "a complaint", heldAt: START });
  await database.exportsMade.add({ id: "e", at: START, form: "CSV", sessionIds: ["done"], panelIds: [] });
}

/** Writes what was decided on, one batch after another. */
function write(
  batches: readonly (readonly Decided[])[],
  into = database,
  events: Partial<Parameters<typeof writeDecided>[2]> = {},
): Promise<void> {
  const waiting = [...batches];
  return writeDecided(into, () => waiting.shift() ?? null, {
    removedCount: 0,
    onProgress: () => {},
    signal: never,
    ...events,
  });
}

const knowsAll = {
  candidate: () => true,
  shippedGuide: () => false,
  open: () => Promise.resolve(null),
};
const asNew = (entry: Entry): Decided => ({ entry, admission: "new", put: entry, hereStamp: null });

/** Compares and writes, as a worker does, one batch after another. */
async function restore(
  entries: readonly Entry[],
  into = database,
  events: Partial<Parameters<typeof writeDecided>[2]> = {},
): Promise<void> {
  const { compare } = await beginComparison(into, knowsAll);
  const decided: Decided[] = [];
  let removedCount = 0;
  for (const entry of entries) {
    const step = await compare([entry]);
    decided.push(...step.entries.flatMap((one) => decide(one) ?? []));
    removedCount += step.removed.length;
  }
  const batches = [decided.slice(0, 3), decided.slice(3)].filter((batch) => batch.length > 0);
  await write(batches, into, { removedCount, ...events });
}

test("everything that is here is read, and comes back row for row where there is nothing", async () => {
  await seed();
  const entries = await readAll();
  expect(new Set(entries.map(({ kind }) => kind)).size).toBe(11);
  const other = createDatabase(`backup ${count++}`);
  await restore(entries, other);
  expect(await allRows(other)).toEqual(await allRows());
  other.close();
});

test("more rows than are read at once are all read, each session with its own answers", async () => {
  const ids = Array.from({ length: 620 }, (_, index) => `s${String(index)}`);
  const [whole] = [submittedInterview("x")];
  await putWholeSessions(database, [whole]);
  await database.sessions.bulkPut(ids.map((id) => sessionToRow({ ...whole.session, id })));
  await database.answers.bulkPut(
    ids.map((id) => ({ ...whole.answers["failed"]!, sessionId: id, addedMinutes: Number(id.slice(1)) })),
  );
  const sessions = (await readAll()).flatMap(({ kind, value }) => (kind === "session" ? [value] : []));
  expect(sessions).toHaveLength(621);
  for (const { session, answers } of sessions) {
    if (session.id === "x") continue;
    expect(answers).toMatchObject({
      failed: { sessionId: session.id, addedMinutes: Number(session.id.slice(1)) },
    });
  }
});

test("a key that is typed meanwhile is written before all is read, and what points at what came in since is left out", async () => {
  const [whole] = [submittedInterview("x")];
  await putWholeSessions(database, [whole]);
  const idOf = (index: number) => `s${String(index).padStart(3, "0")}`;
  await database.sessions.bulkPut(
    Array.from({ length: 350 }, (_, index) => sessionToRow({ ...whole.session, id: idOf(index) })),
  );
  const since = { ...submittedInterview("z"), guide: { ...whole.guide, title: "Of tomorrow" } };
  let isWritten = false;
  let readAfter = 0;
  const found: Entry[] = [];
  await readEverything(database, {
    onEntries: (entries) => {
      if (isWritten) readAfter += entries.filter(({ kind }) => kind === "session").length;
      if (found.every(({ kind }) => kind !== "session") && entries.some(({ kind }) => kind === "session")) {
        const session = { ...since.session, guideId: hashGuide(since.guide) };
        void putWholeSessions(database, [{ ...since, session }]).then(() => (isWritten = true));
      }
      found.push(...entries);
    },
    onProgress: () => {},
    signal: never,
  });
  expect(readAfter).toBeGreaterThan(0);
  expect(await database.sessions.get("z")).toBeDefined();
  const ids = found.flatMap(({ kind, value }) => (kind === "session" ? [value.session.id] : []));
  expect(ids).toHaveLength(351);
  expect(ids).not.toContain("z");
});

test("progress ends at all rows, and a signal ends the reading", async () => {
  await seed();
  const reports: [number, number][] = [];
  const events = { onEntries: () => {}, onProgress: (rows: number, of: number) => reports.push([rows, of]) };
  await readEverything(database, { ...events, signal: never });
  const last = reports.at(-1)!;
  expect(last[0]).toBe(last[1]);
  const giveUp = new AbortController();
  await expect(
    readEverything(database, {
      onEntries: () => giveUp.abort(new Error("enough")),
      onProgress: () => {},
      signal: giveUp.signal,
    }),
  ).rejects.toThrow("enough");
});

test("a setting that no file can hold is left out", async () => {
  await database.settings.bulkAdd([
    { key: "map", value: new Map() },
    { key: "deep", value: { list: [1, { at: new Date(0) }] } },
    { key: "good", value: { list: [1, null, "x", true] } },
  ]);
  expect(await readAll()).toEqual([
    { kind: "setting", value: { key: "good", value: { list: [1, null, "x", true] } } },
  ]);
});

test("answers and revisions whose session is gone are left out", async () => {
  await seed();
  const before = await readAll();
  const [answer] = Object.values(submittedInterview("gone").answers);
  await database.answers.put(answer!);
  await database.answers.put({ ...answer!, sessionId: "lost" });
  await database.revisions.put({ ...smallRevision("r2", START, "failed.cause", 2), sessionId: "lost" });
  expect(await readAll()).toEqual(before);
});

test("a database that nothing was read from yet is read, and restored into", async () => {
  await seed();
  database.close();
  const again = createDatabase(database.name);
  const entries = await readAll(again);
  again.close();
  expect(entries.length).toBeGreaterThan(10);
  const other = createDatabase(`backup ${count++}`);
  const batches = [entries.map((entry) => asNew(entry))];
  await write(batches, other);
  expect(await readAll(other)).toEqual(entries);
  other.close();
});

test("a newer session replaces the one here, with its answers and revisions", async () => {
  await putWholeSessions(database, [plannedInterview("s")]);
  await database.answers.put({
    ...submittedInterview("s").answers["failed"]!,
    questionId: "recipe",
    updatedAt: 1,
  });
  const { session, answers } = submittedInterview("s");
  const value = { session, answers: { ...answers }, revisions: [] };
  await restore([{ kind: "session", value }]);
  const [stored] = await readAll().then((all) => all.filter(({ kind }) => kind === "session"));
  expect(stored).toEqual({ kind: "session", value });
});

test("what is here and later stays as it is", async () => {
  await seed();
  const before = await allRows();
  const { session, answers } = plannedInterview("now");
  await restore([
    { kind: "session", value: { session, answers, revisions: [] } },
    { kind: "panel", value: { ...smallPanel, candidate: "Before", updatedAt: START - 1 } },
    { kind: "setting", value: { key: "interviewer", value: "Zoë" } },
  ]);
  expect(await allRows()).toEqual(before);
});

test("a tombstone of the file takes the session with all that is its own, and the panel's scorecard of it", async () => {
  await seed();
  await database.sealedScorecards.add({
    ...(await database.sealedScorecards.toArray())[0]!,
    sessionId: "done",
  });
  await restore([{ kind: "tombstone", value: { id: "done", deletedAt: START, reason: "" } }]);
  expect(await database.sessions.get("done")).toBeUndefined();
  expect(await database.answers.where("sessionId").equals("done").count()).toBe(0);
  expect(await database.revisions.count()).toBe(0);
  expect(await database.sealedScorecards.toCollection().primaryKeys()).toEqual([["p1", "theirs"]]);
  expect(await database.sessions.count()).toBe(2);
  await restore([{ kind: "tombstone", value: { id: "p1", deletedAt: START, reason: "" } }]);
  expect([await database.panels.count(), await database.panelKeys.count()]).toEqual([0, 0]);
  expect(await database.sealedScorecards.count()).toBe(0);
});

test("where something changed since the plan, nothing is written", async () => {
  await putWholeSessions(database, [plannedInterview("s")]);
  const { session, answers } = submittedInterview("s");
  const entry: Entry = { kind: "session", value: { session, answers, revisions: [] } };
  const setting: Entry = { kind: "setting", value: { key: "a", value: 1 } };
  const { compare } = await beginComparison(database, knowsAll);
  const decided = (await compare([entry])).entries.flatMap((one) => decide(one) ?? []);
  expect(decided).toMatchObject([{ admission: "newer" }]);
  await database.sessions.put(sessionToRow({ ...session, summary: "Changed since." }));
  const before = await allRows();
  await expect(write([[asNew(setting)], decided])).rejects.toThrow(ChangedMeanwhile);
  expect(await allRows()).toEqual(before);
});

test("where a session was worked on since the plan, it is not written over", async () => {
  await putWholeSessions(database, [plannedInterview("s")]);
  const { session, answers } = submittedInterview("s");
  const entry: Entry = { kind: "session", value: { session, answers, revisions: [] } };
  const here = { ...answers["failed"]!, updatedAt: 5 };
  await database.answers.put(here);
  const { compare } = await beginComparison(database, knowsAll);
  const decided = (await compare([entry])).entries.flatMap((one) => decide(one) ?? []);
  expect(decided).toHaveLength(1);
  await database.answers.put({ ...here, updatedAt: 6 });
  const before = await allRows();
  await expect(write([decided])).rejects.toThrow(ChangedMeanwhile);
  expect(await allRows()).toEqual(before);
});

test("what was exported of somebody whom a restore takes away is left to be deleted by hand, wherever it was noted", async () => {
  await seed();
  await database.exportsMade.add({
    id: "all",
    at: START + 1,
    form: "Backup",
    sessionIds: [],
    panelIds: [],
    isOfAll: true,
  });
  await restore([
    { kind: "tombstone", value: { id: "done", deletedAt: START, reason: "" } },
    {
      kind: "exportMade",
      value: { id: "theirs", at: START + 2, form: "CSV", sessionIds: ["done", "next"], panelIds: [] },
    },
  ]);
  expect(await readExportsLeft(database)).toEqual([
    { id: "e", at: START, form: "CSV" },
    { id: "all", at: START + 1, form: "Backup" },
    { id: "theirs", at: START + 2, form: "CSV" },
  ]);
  expect(await database.exportsMade.toArray()).toMatchObject([
    { id: "all" },
    { id: "theirs", sessionIds: ["next"] },
  ]);
});

test("a session of a panel that was deleted with its candidate does not come in", async () => {
  await database.tombstones.add({ id: "p1", deletedAt: START, reason: "" });
  const { session, answers } = plannedInterview("other");
  const ofPanel = { ...session, panel: { panelId: "p1", interviewerId: "i", publicKey: null } };
  await restore([{ kind: "session", value: { session: ofPanel, answers, revisions: [] } }]);
  expect(await database.sessions.count()).toBe(0);
});

test("where a tombstone would take more than was shown, nothing is written", async () => {
  await seed();
  const before = await allRows();
  const entry: Entry = { kind: "tombstone", value: { id: "done", deletedAt: START, reason: "" } };
  const batches: Decided[][] = [[asNew(entry)]];
  await expect(write(batches)).rejects.toThrow(ChangedMeanwhile);
  expect(await allRows()).toEqual(before);
});

test("a restore that is given up, or that fails in the middle, leaves everything as it was", async () => {
  await seed();
  const entries = await readAll();
  const other = createDatabase(`backup ${count++}`);
  const before = await allRows(other);
  const giveUp = new AbortController();
  await expect(
    restore(entries, other, { onProgress: () => giveUp.abort(new Error("enough")), signal: giveUp.signal }),
  ).rejects.toThrow("enough");
  expect(await allRows(other)).toEqual(before);
  const broken: Entry = { kind: "panel", value: { ...smallPanel, id: undefined as unknown as string } };
  const batches: Decided[][] = [entries.map((entry) => asNew(entry)), [asNew(broken)]];
  await expect(write(batches, other)).rejects.toThrow(/./u);
  expect(await allRows(other)).toEqual(before);
  other.close();
});

test("a hold that is here is known by its candidate", async () => {
  await seed();
  const { isHeld } = await beginComparison(database, knowsAll);
  expect([isHeld("amira haddad"), isHeld("ben")]).toEqual([true, false]);
  expect(toBackup(await readAll()).size).toBe((await readAll()).length);
});
