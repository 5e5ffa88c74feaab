import { beforeEach, expect, test } from "vitest";
import type { Entry } from "../../../src/domain/admission/entries.ts";
import { auditEntries } from "../../../src/domain/candidates/auditEntry.ts";
import { buriedId } from "../../../src/domain/candidates/deletion.ts";
import { beginComparison, decide, writeDecided } from "../../../src/storage/admission/entryStore.ts";
import { readEverything } from "../../../src/storage/backups/backupReading.ts";
import { readAuditEntries } from "../../../src/storage/candidates/auditLog.ts";
import {
  deleteHold,
  deleteParts,
  putHold,
  readRetention,
  writeRetention,
} from "../../../src/storage/candidates/candidates.ts";
import { createDatabase, type Database } from "../../../src/storage/database.ts";
import { addPanel, deletePanel } from "../../../src/storage/panels/panels.ts";
import { deleteSession, putBackSession, putWholeSessions } from "../../../src/storage/session/sessions.ts";
import { MINUTE, plannedInterview, smallGuide, START } from "../../smallInterview.ts";
import { smallPanel } from "../../smallPanel.ts";

const AMIRA = "amira haddad";
const LATER = START + MINUTE;

let database: Database;
let count = 0;

/** Amira has a panel and an interview apart. */
beforeEach(async () => {
  database = createDatabase(`audit log ${count++}`);
  await addPanel(database, smallPanel, smallGuide, null);
  await putWholeSessions(database, [
    plannedInterview("apart"),
    plannedInterview("ben", { candidate: "Ben Okafor" }),
  ]);
});

const log = (id: string, at = START) =>
  database.auditEntries.bulkPut(auditEntries([id], at, { what: "takenBack" }));
const loggedOf = async (...ids: readonly string[]) =>
  (await readAuditEntries(database, ids)).map(({ at, change }) => ({ at, ...change }));
const remove = (partIds: readonly string[], override = "") =>
  deleteParts(database, [{ key: AMIRA, partIds }], new Set(["apart"]), override, LATER);

test("a legal hold and its release are logged once, with all that there is of the candidate, and with nothing of others", async () => {
  await putHold(database, { candidateKey: AMIRA, reason: "A complaint.", heldAt: START });
  await putHold(database, { candidateKey: AMIRA, reason: "Two complaints.", heldAt: START + 1 });
  await deleteHold(database, AMIRA, LATER);
  const expected = [
    { at: START, what: "held", reason: "A complaint." },
    { at: START + 1, what: "held", reason: "Two complaints." },
    { at: LATER, what: "released", reason: "Two complaints." },
  ];
  expect(await loggedOf("p1", "apart")).toEqual(expected);
  expect(await loggedOf("apart")).toEqual(expected);
  expect(await loggedOf("ben")).toEqual([]);
  expect(JSON.stringify(await database.auditEntries.toArray())).not.toMatch(/amira/iu);
  await deleteHold(database, "nobody", LATER);
  expect(await database.auditEntries.count()).toBe(6);
});

test("another time for which candidates are kept is logged for everybody", async () => {
  const before = await readRetention(database);
  await writeRetention(database, 24, START);
  await writeRetention(database, 24, LATER);
  const expected = [{ at: START, what: "retention", from: before, to: 24 }];
  expect([await loggedOf("p1"), await loggedOf("ben")]).toEqual([expected, expected]);
});

test("what was logged of a candidate is deleted with the candidate, in the same transaction", async () => {
  await putHold(database, { candidateKey: AMIRA, reason: "xylophone", heldAt: START });
  await deleteHold(database, AMIRA, START + 1);
  await log("ben");
  database.tombstones.hook("creating", () => {
    throw new Error("The disk is full.");
  });
  await expect(remove(["p1", "apart"], "They asked for it.")).rejects.toThrow("The disk is full.");
  expect(await database.auditEntries.count()).toBe(5);
  database.close();
  database = createDatabase(database.name);
  expect(await remove(["p1", "apart"], "They asked for it.")).toEqual({ kind: "done" });
  expect(await database.auditEntries.toArray()).toMatchObject([{ subjectId: "ben" }]);
});

test("of a candidate of whom something stays, it is logged what was deleted early, and why", async () => {
  await log("p1");
  expect(await remove(["p1"], "It was the wrong file.")).toEqual({ kind: "done" });
  expect(await loggedOf("p1", "apart")).toEqual([
    { at: LATER, what: "deleted", count: 1, reason: "It was the wrong file." },
  ]);
});

test("an interview that is deleted by hand keeps its log until it is put back, or its candidate is deleted", async () => {
  await log("apart");
  const deleted = await deleteSession(database, "apart", START);
  expect(await putBackSession(database, deleted!)).toBe("done");
  expect(await loggedOf("apart")).toHaveLength(1);
  await deleteSession(database, "apart", START);
  await remove(["p1"], "They asked for it.");
  expect(await database.auditEntries.count()).toBe(0);
});

test("a sample leaves no log behind", async () => {
  const sample = plannedInterview("sample-panel-mei");
  await putWholeSessions(database, [{ ...sample, session: { ...sample.session, sample: true } }]);
  await addPanel(database, { ...smallPanel, id: "sample-panel" }, smallGuide, null);
  for (const id of ["sample-panel-mei", "sample-panel"]) await log(id);
  await deleteSession(database, "sample-panel-mei", START);
  await deletePanel(database, "sample-panel", START);
  expect(await database.auditEntries.count()).toBe(0);
});

async function restoreInto(other: Database, entries: readonly Entry[], removedCount = 0): Promise<string[]> {
  const { compare } = await beginComparison(other, {
    candidate: () => true,
    shippedGuide: () => false,
    open: () => Promise.resolve(null),
  });
  const admitted = await compare(entries);
  const decided = admitted.entries.flatMap((one) => decideUnasked(one) ?? []);
  const batches = [decided];
  await writeDecided(other, () => batches.pop() ?? null, {
    removedCount,
    onProgress: () => {},
    signal: new AbortController().signal,
  });
  return admitted.entries
    .filter(({ entry }) => entry.kind === "auditEntry")
    .map(({ admission }) => (admission.kind === "refused" ? admission.reason : admission.kind));
}

const decideUnasked: typeof decide = (one) => (one.admission.kind === "new" ? decide(one) : null);

async function everythingIn(from: Database): Promise<readonly Entry[]> {
  const found: Entry[] = [];
  await readEverything(from, {
    onEntries: (entries) => found.push(...entries),
    onProgress: () => {},
    signal: new AbortController().signal,
  });
  return found;
}

test("a backup brings the log along, after what it is of, and brings it once", async () => {
  await log("apart");
  await putHold(database, { candidateKey: AMIRA, reason: "A complaint.", heldAt: START });
  await writeRetention(database, 24, START);
  const entries = await everythingIn(database);
  const other = createDatabase(`audit log restored ${count}`);
  expect(await restoreInto(other, entries)).toEqual(["new", "new", "new", "new"]);
  expect(await other.auditEntries.toArray()).toEqual(await database.auditEntries.toArray());
  expect(await restoreInto(other, entries)).toEqual(["same", "same", "same", "same"]);
});

test("an entry of something that is not here does not come in, and none of something that was deleted with its candidate", async () => {
  const stray = auditEntries(["nowhere", "apart", "ben"], START, { what: "held", reason: "Amira again." });
  const entries = stray.map((value): Entry => ({ kind: "auditEntry", value }));
  await remove(["p1", "apart"], "They asked for it.");
  expect(await restoreInto(database, entries)).toEqual(["alone", "deleted", "new"]);
  expect(await database.auditEntries.toArray()).toMatchObject([{ subjectId: "ben" }]);
});

test("a tombstone that comes with a backup takes the log away as well", async () => {
  await log("apart");
  await log("ben");
  const tombstone: Entry = {
    kind: "tombstone",
    value: { id: buriedId("apart"), deletedAt: START, reason: "" },
  };
  await restoreInto(database, [tombstone], 2);
  expect(await database.sessions.get("apart")).toBeUndefined();
  expect(await database.auditEntries.toArray()).toMatchObject([{ subjectId: "ben" }]);
});
