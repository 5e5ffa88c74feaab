// @vitest-environment node
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Entry } from "../../src/domain/backup.ts";
import { candidateKey } from "../../src/domain/deletion.ts";
import type { WholeSession } from "../../src/domain/session.ts";
import { decodeSessionFile } from "../../src/interchange/sessionFile.ts";
import { carryOut, planFromFile, writeBackup } from "../../src/state/backupWork.ts";
import { createDatabase, type Database } from "../../src/storage/database.ts";
import { addPanel } from "../../src/storage/panels.ts";
import { putWholeSessions } from "../../src/storage/sessions.ts";
import { encodeBackup } from "../interchange/fileTexts.ts";
import { hashGuide, plannedInterview, smallGuide, START, submittedInterview } from "../smallInterview.ts";
import { smallPanel } from "../smallPanel.ts";

const head = { exportedAt: START, appName: "Test 1" };
const work = { onProgress: () => {}, signal: new AbortController().signal };
const guide: Entry = {
  kind: "guide",
  value: { id: hashGuide(smallGuide), guide: smallGuide, previousId: null, lineId: "l", savedAt: null },
};

let database: Database;
let count = 0;
beforeEach(() => {
  database = createDatabase(`backup work ${count++}`);
});
afterEach(() => database.close());

function entryOf({ session, answers }: WholeSession): Entry {
  return { kind: "session", value: { session, answers, revisions: [] } };
}

function fileOf(...entries: readonly Entry[]): Blob {
  return new Blob([encodeBackup(entries, START, "Test 1")]);
}

/** Plans and does it, as the worker does. */
async function restore(file: Blob) {
  const plan = await planFromFile(database, file, null, head, work);
  const texts = new Map(
    await Promise.all(plan.staged.map(async (blob) => [blob, await blob.text()] as const)),
  );
  await carryOut(database, plan, (blob) => texts.get(blob) ?? "", work);
  return plan;
}

test("a backup that was made is restored to where there is nothing, and then nothing is left to do", async () => {
  await putWholeSessions(database, [submittedInterview("a"), plannedInterview("b")]);
  const file = await writeBackup(database, null, head, work);
  await Promise.all(database.tables.map((table) => table.clear()));
  const plan = await restore(file);
  expect(plan.counts.session).toMatchObject({ new: 2, same: 0 });
  expect(await database.sessions.count()).toBe(2);
  const again = await planFromFile(database, file, null, head, work);
  expect(again.counts.session).toMatchObject({ new: 0, same: 2 });
  expect(again.staged).toEqual([]);
});

test("of a conflict, the one that does not stay comes as a session file", async () => {
  const here = submittedInterview("a");
  await putWholeSessions(database, [here]);
  const theirs = { ...here, session: { ...here.session, summary: "Other.", updatedAt: START + 9e9 } };
  const plan = await planFromFile(database, fileOf(guide, entryOf(theirs)), null, head, work);
  expect(plan.counts.session.conflicting).toBe(1);
  expect(plan.conflicts).toMatchObject({
    count: 1,
    takenCount: 1,
    first: [{ candidate: "Amira Haddad", stays: "file" }],
  });
  const other = await decodeSessionFile((await plan.conflicts.first[0]?.other?.text()) ?? "");
  expect(other).toMatchObject({ ok: true, value: { first: { session: { summary: "Found the cause." } } } });
  expect(plan.touchedIds).toEqual(["a"]);
});

test("what can't be read is named and left out, and the rest is restored", async () => {
  const broken = encodeBackup(
    [guide, entryOf(submittedInterview("a")), entryOf(plannedInterview("b"))],
    START,
    "x",
  );
  const plan = await restore(new Blob([broken.replace('"status":"planned"', '"status":"lost"')]));
  expect(plan.errors).toMatchObject({ count: 1, first: [{ path: "entries[2].session.status" }] });
  expect(await database.sessions.toCollection().primaryKeys()).toEqual(["a"]);
});

test("what a hold keeps here is named, where the file would delete it", async () => {
  await putWholeSessions(database, [submittedInterview("a")]);
  const key = candidateKey("Amira Haddad");
  await database.holds.add({ candidateKey: key, reason: "a complaint", heldAt: START });
  const tombstone: Entry = { kind: "tombstone", value: { id: "a", deletedAt: START, reason: "" } };
  const plan = await planFromFile(database, fileOf(tombstone), null, head, work);
  expect(plan.held).toMatchObject([{ id: "a", candidate: "Amira Haddad" }]);
  expect(plan.removed.count).toBe(1);
});

test("the hold on a candidate who was deleted here, which has the name in it, does not come back", async () => {
  await database.tombstones.add({ id: "a", deletedAt: START, reason: "" });
  const hold: Entry = {
    kind: "hold",
    value: { candidateKey: candidateKey("Amira Haddad"), reason: "x", heldAt: START },
  };
  const plan = await restore(fileOf(guide, entryOf(submittedInterview("a")), hold));
  expect(plan.refused).toMatchObject({ count: 1, first: [{ id: "a", deletedAt: START }] });
  expect([await database.holds.count(), await database.sessions.count()]).toEqual([0, 0]);
  await restore(fileOf(guide, entryOf(submittedInterview("b")), hold));
  expect([await database.holds.count(), await database.sessions.count()]).toEqual([1, 1]);
});

test("of a conflict where what is here stays, the file’s comes as a session file", async () => {
  const here = submittedInterview("a");
  await putWholeSessions(database, [{ ...here, session: { ...here.session, updatedAt: START + 9e9 } }]);
  const theirs = { ...here, session: { ...here.session, summary: "Other." } };
  const plan = await planFromFile(database, fileOf(guide, entryOf(theirs)), null, head, work);
  expect(plan.conflicts).toMatchObject({ count: 1, takenCount: 0, first: [{ stays: "here" }] });
  const other = await decodeSessionFile((await plan.conflicts.first[0]?.other?.text()) ?? "");
  expect(other).toMatchObject({ ok: true, value: { first: { session: { summary: "Other." } } } });
  expect(plan.touchedIds).toEqual([]);
});

test("a panel that was deleted where the backup was made is named, and deleted here", async () => {
  await addPanel(database, smallPanel, smallGuide, null);
  const tombstone: Entry = { kind: "tombstone", value: { id: "p1", deletedAt: START, reason: "" } };
  const plan = await restore(fileOf(tombstone));
  expect(plan.removed).toEqual({
    first: [{ id: "p1", kind: "panel", candidate: "Amira Haddad", role: "Baker" }],
    count: 1,
  });
  expect(plan.touchedIds).toEqual([]);
  expect(await database.panels.count()).toBe(0);
});

test("of a panel that was changed here and in the file, one stays, and is named", async () => {
  await addPanel(database, smallPanel, smallGuide, null);
  const theirs = { ...smallPanel, role: "Pastry cook", updatedAt: START + 9e9 };
  const value = {
    id: hashGuide(smallGuide),
    guide: smallGuide,
    previousId: null,
    lineId: "l",
    savedAt: null,
  };
  const plan = await restore(fileOf({ kind: "guide", value }, { kind: "panel", value: theirs }));
  expect(plan.counts.panel).toMatchObject({ newer: 1 });
  expect((await database.panels.get("p1"))?.role).toBe("Pastry cook");
  expect(plan.touchedIds).toEqual([]);
});

test("a backup of nobody restores nothing", async () => {
  const plan = await restore(fileOf());
  expect([plan.staged, plan.errors.count, plan.removedCount]).toEqual([[], 0, 0]);
});

test("of a long list the first two hundred are named and all are counted, and all are restored", async () => {
  const ids = Array.from({ length: 260 }, (_, at) => `s${at}`);
  const file = fileOf(guide, ...ids.map((id) => entryOf(plannedInterview(id))));
  await restore(file);
  expect(await database.sessions.count()).toBe(260);
  await database.sessions.clear();
  await database.tombstones.bulkAdd(ids.map((id) => ({ id, deletedAt: START, reason: "" })));
  const plan = await restore(file);
  expect([plan.refused.count, plan.refused.first.length]).toEqual([260, 200]);
  expect(await database.sessions.count()).toBe(0);
});
