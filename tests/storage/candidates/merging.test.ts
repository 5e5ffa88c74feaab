import { beforeEach, expect, test } from "vitest";
import type { Entry } from "../../../src/domain/admission/entries.ts";
import type { Hold } from "../../../src/domain/candidates/deletion.ts";
import type { NameMerge } from "../../../src/domain/candidates/nameMerges.ts";
import type { WholeSession } from "../../../src/domain/session/wholeSession.ts";
import { admitEntries } from "../../../src/storage/admission/entryStore.ts";
import {
  deleteHold,
  deleteParts,
  dropMergesOfNobody,
  putHold,
  readCandidates,
} from "../../../src/storage/candidates/candidates.ts";
import { readAuditEntries } from "../../../src/storage/candidates/auditLog.ts";
import { HeldError } from "../../../src/storage/candidates/holds.ts";
import { mergeCandidates, undoMerge } from "../../../src/storage/candidates/merging.ts";
import { findCandidateNames } from "../../../src/storage/candidates/names.ts";
import { createDatabase, type Database } from "../../../src/storage/database.ts";
import { addPanel } from "../../../src/storage/panels/panels.ts";
import { deleteSession, putWholeSessions, savePlan } from "../../../src/storage/session/sessions.ts";
import { plannedInterview, smallGuide, smallPlan, START, submittedInterview } from "../../smallInterview.ts";
import { smallPanel, startedPanel } from "../../smallPanel.ts";

let database: Database;
let count = 0;

const LATER = Date.parse("2040-01-01T00:00:00Z");
const wanted = { goesKey: "jon smth", staysKey: "jonathan smith" };

function submitted(id: string, candidate: string): WholeSession {
  const { session, ...rest } = submittedInterview(id);
  return { ...rest, session: { ...session, candidate } };
}

beforeEach(async () => {
  database = createDatabase(`merging ${count++}`);
  await putWholeSessions(database, [
    submitted("jon", "Jon Smth"),
    submitted("jonathan", "Jonathan Smith"),
    submitted("eva", "Eva Lund"),
  ]);
  await addPanel(database, { ...smallPanel, candidate: "Jon Smth" }, smallGuide, null);
});

/** All that is stored, but for the log of it, and an empty list of merges: there was none before. */
async function dump() {
  const rows = await Promise.all(
    database.tables
      .filter(({ name }) => name !== "auditEntries")
      .map(async (table) => [table.name, await table.toArray()] as const),
  );
  const isEmpty = (row: object) => "key" in row && row.key === "mergedNames" && "value" in row;
  return rows.map(([name, all]) => [name, all.filter((row: object) => !isEmpty(row))]);
}

const merge = async (): Promise<NameMerge> => {
  const merged = await mergeCandidates(database, wanted, START);
  if (!merged) throw new Error("Nothing was merged.");
  return merged;
};
const keys = async () => (await readCandidates(database)).candidates.map(({ key }) => key);
const partIds = async (key: string) => {
  const { candidates } = await readCandidates(database);
  return candidates
    .find((one) => one.key === key)
    ?.parts.map(({ id }) => id)
    .toSorted();
};
const holdOf = (candidateKey: string, heldAt = START - 1): Hold => ({
  candidateKey,
  reason: "A complaint",
  heldAt,
});

test("a merge changes nothing that is recorded, and undone leaves all as it was", async () => {
  await putHold(database, holdOf("jon smth"));
  const before = await dump();
  const merged = await merge();
  expect(await dump()).toEqual(before);
  expect(await keys()).toEqual(["eva lund", "jonathan smith"]);
  expect(await partIds("jonathan smith")).toEqual(["jon", "jonathan", "p1"]);
  await undoMerge(database, merged, LATER);
  expect(await dump()).toEqual(before);
  expect(await keys()).toEqual(["eva lund", "jon smth", "jonathan smith"]);
  // A second tab offers it still.
  await undoMerge(database, merged, LATER);
  expect(await dump()).toEqual(before);
});

test("a merge and its undoing are logged once with all that either has, without a name, and go with who they are of", async () => {
  const merged = await merge();
  await undoMerge(database, merged, START + 1);
  await undoMerge(database, merged, START + 2);
  const logged = async (id: string) =>
    (await readAuditEntries(database, [id])).map(({ at, change }) => ({ at, ...change }));
  const both = { goesId: expect.stringMatching(/^(jon|p1)$/u) as string, staysId: "jonathan" };
  const expected = [
    { at: START, what: "merged", ...both },
    { at: START + 1, what: "separated", ...both },
  ];
  expect([await logged("jon"), await logged("p1"), await logged("jonathan")]).toEqual([
    expected,
    expected,
    expected,
  ]);
  expect(await logged("eva")).toEqual([]);
  expect(JSON.stringify(await database.auditEntries.toArray())).not.toMatch(/smth|smith/iu);
  const wantedOf = [{ key: "jon smth", partIds: ["jon", "p1"] }];
  expect(await deleteParts(database, wantedOf, new Set(["jon"]), "", LATER)).toEqual({ kind: "done" });
  expect([...new Set((await database.auditEntries.toArray()).map(({ subjectId }) => subjectId))]).toEqual([
    "jonathan",
  ]);
});

test("what comes in for the name that went is listed with the one that stays", async () => {
  const merged = await merge();
  await putWholeSessions(database, [submitted("new", "jon SMTH")]);
  expect(await partIds("jonathan smith")).toEqual(["jon", "jonathan", "new", "p1"]);
  await undoMerge(database, merged, LATER);
  expect(await partIds("jon smth")).toEqual(["jon", "new", "p1"]);
});

test("the same scorecard in a file is still the same: no conflict over the name it was submitted with", async () => {
  await merge();
  const { session, answers } = submitted("jon", "Jon Smth");
  const entry: Entry = { kind: "session", value: { session, answers, revisions: [] } };
  const known = { candidate: () => true, shippedGuide: () => false, open: () => Promise.resolve(null) };
  const [admitted] = await admitEntries(database, [entry], known, () => true);
  expect(admitted?.admission).toEqual({ kind: "same", isOlder: false });
});

test("others' ratings wait for an interview that is open under the other name", async () => {
  const { session, answers } = submitted("theirs", "Jon Smth");
  const entry: Entry = {
    kind: "session",
    value: { session: { ...session, interviewer: "Somebody else" }, answers, revisions: [] },
  };
  const debrief: Entry = { kind: "panel", value: { ...startedPanel, id: "p2", candidate: "Jon Smth" } };
  const entries = [entry, debrief];
  const known = { candidate: () => true, shippedGuide: () => false, open: () => Promise.resolve(null) };
  const reasons = async () =>
    (await admitEntries(database, entries, known, () => false)).map(({ admission }) =>
      admission.kind === "refused" ? admission.reason : admission.kind,
    );
  await putWholeSessions(database, [plannedInterview("open", { candidate: "Jonathan Smith" })]);
  expect(await reasons()).toEqual(["new", "new"]);
  await merge();
  expect(await reasons()).toEqual(["openSession", "openSession"]);
});

test("a legal hold on either name stops what deletes or renames under the other", async () => {
  await putWholeSessions(database, [plannedInterview("open", { candidate: "Jonathan Smith" })]);
  await putHold(database, holdOf("jon smth"));
  await merge();
  await expect(deleteSession(database, "open", START)).rejects.toThrow(HeldError);
  const rename = (candidate: string) =>
    savePlan(database, "open", smallPlan({ candidate }), smallGuide, START);
  await expect(rename("Eva Lund")).rejects.toThrow(HeldError);
  await rename("Jon Smth");
  const { candidates } = await readCandidates(database);
  expect(candidates.find(({ key }) => key === "jonathan smith")?.hold).toEqual(holdOf("jon smth"));
});

test("a hold that was placed on both holds both after the merge is undone; one that was released holds neither", async () => {
  await putHold(database, holdOf("jon smth"));
  const merged = await merge();
  await deleteHold(database, "jon smth", START);
  await undoMerge(database, merged, LATER);
  expect(await database.holds.toArray()).toEqual([]);
  const again = await merge();
  await putHold(database, holdOf("jonathan smith", START + 5));
  await undoMerge(database, again, LATER);
  expect((await database.holds.toArray()).map(({ candidateKey }) => candidateKey)).toEqual([
    "jon smth",
    "jonathan smith",
  ]);
});

test("a hold that was placed on both holds both after the merge is undone, also where they were merged into a third since", async () => {
  const merged = await merge();
  await putHold(database, holdOf("jonathan smith", START + 5));
  await mergeCandidates(database, { goesKey: "jonathan smith", staysKey: "eva lund" }, START + 6);
  await undoMerge(database, merged, START + 9);
  const { candidates } = await readCandidates(database);
  expect(candidates.map(({ key, hold }) => [key, hold?.reason])).toEqual([
    ["eva lund", "A complaint"],
    ["jon smth", "A complaint"],
  ]);
});

test("deleting the candidate takes both names, and no name stays of them", async () => {
  await merge();
  const ids = ["jon", "jonathan", "p1"];
  const request = [{ key: "jonathan smith", partIds: ids }];
  expect(await deleteParts(database, request, new Set(ids), "Smth asked", LATER)).toMatchObject({
    kind: "named",
  });
  expect(await deleteParts(database, request, new Set(ids), "", LATER)).toEqual({ kind: "done" });
  expect(await keys()).toEqual(["eva lund"]);
  expect(JSON.stringify(await database.settings.toArray())).not.toMatch(/smth|jonathan/iu);
});

test("where a file took everything of a candidate, their names are forgotten, and others' are not", async () => {
  await merge();
  await putWholeSessions(database, [submitted("e2", "Eva Lundh")]);
  await mergeCandidates(database, { goesKey: "eva lundh", staysKey: "eva lund" }, START);
  await database.sessions.bulkDelete(["jon", "jonathan"]);
  await database.panels.clear();
  await dropMergesOfNobody(database);
  expect((await database.settings.get("mergedNames"))?.value).toMatchObject([{ name: "Eva Lundh" }]);
});

test("of a person one name is suggested as one types", async () => {
  await merge();
  expect(await findCandidateNames(database, "jon", 8)).toEqual(["Jonathan Smith"]);
});

test("nothing is merged where one of the two is gone, merged already or has but a hold", async () => {
  await putHold(database, holdOf("amira haddad"));
  const tryIt = (goesKey: string, staysKey: string) =>
    mergeCandidates(database, { goesKey, staysKey }, START);
  expect(await tryIt("amira haddad", "eva lund")).toBeNull();
  expect(await tryIt("eva lund", "eva lund")).toBeNull();
  expect(await tryIt("eva lund", "nobody")).toBeNull();
  await merge();
  expect(await tryIt("jon smth", "eva lund")).toBeNull();
});
