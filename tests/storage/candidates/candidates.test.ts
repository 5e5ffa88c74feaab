import { idsIn } from "../../../src/domain/candidates/candidate.ts";
import { addMonths, candidateDueAt } from "../../../src/domain/candidates/retention.ts";
import { beforeEach, describe, expect, test } from "vitest";
import { buriedId, type Hold } from "../../../src/domain/candidates/deletion.ts";
import type { Guide } from "../../../src/domain/guides/guide.ts";
import { newPanel, type Panel } from "../../../src/domain/panels/panel.ts";
import type { WholeSession } from "../../../src/domain/session/wholeSession.ts";
import {
  deleteHold,
  deleteParts,
  putHold,
  readCandidate,
  readCandidates,
  readRetention,
  writeRetention,
} from "../../../src/storage/candidates/candidates.ts";
import { dropExportsLeft, findExportsOf, readExportsLeft } from "../../../src/storage/exports/exportLog.ts";
import { writeDraft } from "../../../src/storage/guides/guides.ts";
import { mergeCandidates } from "../../../src/storage/candidates/merging.ts";
import { HeldError } from "../../../src/storage/candidates/holds.ts";
import type { Entry } from "../../../src/domain/admission/entries.ts";
import { createDatabase, type Database } from "../../../src/storage/database.ts";
import { beginComparison, decide, writeDecided } from "../../../src/storage/admission/entryStore.ts";
import {
  addPanel,
  addToPanels,
  changePanel,
  deleteFromPanel,
  deletePanel,
  putBackPanel,
} from "../../../src/storage/panels/panels.ts";
import { addRevisions } from "../../../src/storage/session/revisions.ts";
import {
  deleteSession,
  putBackSession,
  putWholeSessions,
  savePlan,
  writeSetting,
} from "../../../src/storage/session/sessions.ts";
import { DeletedError } from "../../../src/storage/candidates/tombstones.ts";
import {
  hashGuide,
  plannedInterview,
  smallGuide,
  smallPlan,
  START,
  submittedInterview,
} from "../../smallInterview.ts";
import { smallPanel, smallRevision } from "../../smallPanel.ts";

const knowsAll = {
  candidate: () => true,
  shippedGuide: () => false,
  open: () => Promise.resolve(null),
};

let database: Database;
let count = 0;

beforeEach(() => {
  count += 1;
  database = createDatabase(`candidates ${count}`);
});

const LATER = Date.parse("2040-01-01T00:00:00Z");
const PANEL = { panelId: "p1", interviewerId: "noor", publicKey: null };

/** Zuberi has a panel with a session of this device, a held scorecard and a key, and a session apart; Noor is another candidate, and Zuberi interviews her. */
async function seed(): Promise<void> {
  const panel: Panel = { ...smallPanel, candidate: "Zuberi Quist", publicKey: "age1x" };
  await addPanel(database, panel, smallGuide, "AGE-SECRET-KEY-1");
  const own = submittedInterview("own");
  const zuberi = (whole: WholeSession, change: Partial<WholeSession["session"]> = {}): WholeSession => ({
    ...whole,
    session: { ...whole.session, candidate: "Zuberi Quist", summary: "xylophone", ...change },
  });
  await putWholeSessions(
    database,
    [zuberi(own, { panel: PANEL }), zuberi(plannedInterview("apart"))],
    [{ ...smallRevision("r1", START, "failed.cause", 3), sessionId: "own" }],
  );
  await addToPanels(database, [
    {
      panel,
      guide: smallGuide,
      before: { panel, rows: [] },
      secretKey: null,
      rows: [
        {
          panelId: "p1",
          sessionId: "theirs",
          interviewerId: "ben",
          interviewer: "Ben",
          submittedAt: START,
          asked: [],
          addedAt: START,
          text: "sealed: Zuberi Quist",
        },
      ],
    },
  ]);
  const other = newPanel(
    "p2",
    { ...smallPanel, candidate: "Noor", interviewers: [{ id: "z", name: "Zuberi Quist", questionIds: [] }] },
    null,
    START,
  );
  await addPanel(database, other, smallGuide, null);
  const second = submittedInterview("second");
  await putWholeSessions(database, [
    { ...second, session: { ...second.session, candidate: "Noor", interviewer: "Zuberi Quist" } },
  ]);
  await database.exportsMade.bulkPut([
    { id: "e1", at: START, form: "CSV", sessionIds: ["own", "second"], panelIds: [] },
    { id: "e2", at: START + 1, form: "Decision packet", sessionIds: [], panelIds: ["p1"] },
    { id: "e3", at: START + 2, form: "Session file", sessionIds: ["second"], panelIds: [] },
  ]);
}

const everything = { key: "zuberi quist", partIds: ["p1", "apart"] };
const locked = new Set(["own", "apart"]);

async function dump(): Promise<string> {
  const rows = await Promise.all(database.tables.map(async (table) => [table.name, await table.toArray()]));
  return JSON.stringify(rows);
}

async function deleteZuberi(override = "", now = LATER) {
  return deleteParts(database, [everything], locked, override, now);
}

test("candidates are read with their parts, the last change and the hold", async () => {
  await seed();
  await putHold(database, { candidateKey: "noor", reason: "A complaint.", heldAt: START });
  const { candidates, months } = await readCandidates(database);
  expect(months).toBe(12);
  expect(candidates).toMatchObject([
    { key: "noor", hold: { reason: "A complaint." }, parts: [{ id: "second" }, { id: "p2" }] },
    {
      key: "zuberi quist",
      hold: null,
      parts: [{ id: "p1", sessions: [{ id: "own" }], scorecardIds: ["theirs"] }, { id: "apart" }],
    },
  ]);
});

test("a candidate that is read alone is as among all, whichever part they are looked for by", async () => {
  await seed();
  const jon = (id: string, candidate: string) => {
    const whole = plannedInterview(id, { candidate });
    return { ...whole, session: { ...whole.session, panel: { ...PANEL, panelId: "far" } } };
  };
  await putWholeSessions(database, [
    jon("jon", "Jón Smth"),
    plannedInterview("jonathan", { candidate: "Jonathan Smith" }),
    plannedInterview("gone", { candidate: "Jonathan Smith" }),
    // It was submitted for the panel of somebody else.
    submittedInterview("misnamed"),
  ]);
  await database.sessions.update("misnamed", {
    candidate: "Jonathan Smith",
    panel: { ...PANEL, panelId: "p2" },
  });
  await mergeCandidates(database, { goesKey: "jón smth", staysKey: "jonathan smith" }, START);
  await deleteSession(database, "gone", START);
  await putHold(database, { candidateKey: "jonathan smith", reason: "A complaint.", heldAt: START });
  const { candidates, months } = await readCandidates(database);
  expect(candidates.map(({ key }) => key)).toEqual(["jonathan smith", "noor", "zuberi quist"]);
  for (const candidate of candidates) {
    const { key, parts, deletedByHand } = candidate;
    for (const id of [...idsIn(parts), ...deletedByHand.map((one) => one.id)])
      expect(await readCandidate(database, id, undefined)).toEqual({ candidate, months });
    expect(await readCandidate(database, "nothing", key)).toEqual({ candidate, months });
  }
  expect(await readCandidate(database, "nothing", undefined)).toEqual({ candidate: undefined, months });
});

test("of a deleted candidate nothing is left but nameless tombstones, and of others nothing is touched", async () => {
  await seed();
  const others = async () => [
    await database.panels.get("p2"),
    await database.sessions.get("second"),
    await database.answers.where("sessionId").equals("second").toArray(),
  ];
  const before = await others();
  await expect(deleteZuberi()).resolves.toMatchObject({ kind: "done" });
  expect(await others()).toEqual(before);
  await database.panels.delete("p2");
  await database.sessions.delete("second");
  expect(await dump()).not.toMatch(/zuberi|quist|xylophone|age1x|AGE-SECRET|because of r1/iu);
  expect(await database.answers.toCollection().primaryKeys()).toEqual([["second", "failed"]]);
  expect(await database.tombstones.toArray()).toEqual(
    ["apart", "own", "p1", "theirs"]
      .map(buriedId)
      .toSorted()
      .map((id) => ({ id, deletedAt: LATER, reason: "" })),
  );
});

test("the exports that were made are told, left to be deleted by hand, and forgotten where they name nobody else", async () => {
  await seed();
  const zuberi = (await readCandidates(database)).candidates.find(({ key }) => key === everything.key);
  expect((await findExportsOf(database, idsIn(zuberi!.parts), 0)).map(({ id }) => id)).toEqual(["e1", "e2"]);
  expect(await deleteZuberi()).toEqual({ kind: "done" });
  expect(await readExportsLeft(database)).toEqual([
    { id: "e1", at: START, form: "CSV" },
    { id: "e2", at: START + 1, form: "Decision packet" },
  ]);
  expect(await database.exportsMade.toArray()).toMatchObject([
    { id: "e1", sessionIds: ["second"] },
    { id: "e3", sessionIds: ["second"] },
  ]);
  await dropExportsLeft(database, ["e1"]);
  expect(await readExportsLeft(database)).toMatchObject([{ id: "e2" }]);
  await database.exportsMade.put({ id: "e1", at: START, form: "CSV", sessionIds: ["second"], panelIds: [] });
  const noor = { key: "noor", partIds: ["p2", "second"] };
  expect(await deleteParts(database, [noor], new Set(["second"]), "", LATER)).toEqual({ kind: "done" });
  expect((await readExportsLeft(database)).map(({ id }) => id)).toEqual(["e2", "e3"]);
});

test("what a file brought in under the exports that are left, and is none, hinders no deletion", async () => {
  await seed();
  const left = { id: "e0", at: START, form: "CSV" };
  await database.settings.put({
    key: "exportsLeft",
    value: [null, 3, { id: "x" }, left, { ...left, at: "" }, { ...left, at: 1e300 }],
  });
  expect(await readExportsLeft(database)).toEqual([left]);
  expect(await deleteZuberi()).toEqual({ kind: "done" });
  expect((await readExportsLeft(database)).map(({ id }) => id)).toEqual(["e0", "e1", "e2"]);
});

test("before its time a deletion is refused with the date, and nothing is touched", async () => {
  await seed();
  await writeRetention(database, 6, START);
  const before = await dump();
  const due = Date.parse("2027-05-24T09:30:00.000Z");
  expect(await deleteZuberi("", due - 1)).toMatchObject({ kind: "early" });
  expect(await dump()).toBe(before);
});

test("under a hold a deletion is refused with the reason; a written reason overrides it, and stays in the tombstones", async () => {
  await seed();
  const hold: Hold = { candidateKey: "zuberi quist", reason: "A complaint.", heldAt: START };
  await putHold(database, hold);
  expect(await deleteZuberi()).toEqual({ kind: "hold", hold });
  expect(await deleteZuberi("Court order 12.")).toMatchObject({ kind: "done" });
  expect((await database.tombstones.get(buriedId("own")))?.reason).toBe("Court order 12.");
  expect(await database.holds.count()).toBe(0);
});

test("a reason for an override that names the candidate is refused", async () => {
  await seed();
  const before = await dump();
  expect(await deleteZuberi("Quist asked for it.")).toEqual({ kind: "named", word: "quist" });
  expect(await dump()).toBe(before);
});

test("what is left out stays, with the hold", async () => {
  await seed();
  await putHold(database, { candidateKey: "zuberi quist", reason: "A complaint.", heldAt: START });
  const one = { ...everything, partIds: ["p1"] };
  expect(await deleteParts(database, [one], locked, "Wrong person.", LATER)).toMatchObject({ kind: "done" });
  expect(await database.sessions.get("apart")).toBeDefined();
  expect(await database.panels.get("p1")).toBeUndefined();
  expect(await database.holds.count()).toBe(1);
});

test("who deleted one record of a candidate is not told that all of the candidate’s data went with it", async () => {
  await seed();
  await deleteParts(database, [{ ...everything, partIds: ["p1"] }], locked, "Wrong person.", LATER);
  await expect(putWholeSessions(database, [submittedInterview("own")])).rejects.toThrow(
    /^This was deleted here on \d+ \w+ \d{4} and can’t be restored\.$/u,
  );
});

test("nothing is deleted where a session came in that no lock keeps, or one went", async () => {
  await seed();
  const late = plannedInterview("late", { candidate: "Zuberi Quist" });
  await putWholeSessions(database, [{ ...late, session: { ...late.session, panel: PANEL } }]);
  const before = await dump();
  expect(await deleteZuberi()).toEqual({ kind: "changed" });
  const gone = { ...everything, partIds: ["p1", "elsewhere"] };
  const nobody = { key: "nobody", partIds: ["p1"] };
  for (const wanted of [gone, nobody]) {
    expect(await deleteParts(database, [wanted], locked, "", LATER)).toEqual({ kind: "changed" });
  }
  expect(await dump()).toBe(before);
});

test("of several that are wanted, all are deleted or none", async () => {
  await seed();
  await putHold(database, { candidateKey: "noor", reason: "A complaint.", heldAt: START });
  const before = await dump();
  const both = [everything, { key: "noor", partIds: ["p2", "second"] }];
  const all = new Set([...locked, "second"]);
  expect(await deleteParts(database, both, all, "", LATER)).toMatchObject({ kind: "hold" });
  expect(await dump()).toBe(before);
  await deleteHold(database, "noor", START);
  expect(await deleteParts(database, both, all, "", LATER)).toMatchObject({ kind: "done" });
  expect((await readCandidates(database)).candidates).toEqual([]);
});

test("nothing brings a deleted candidate back: no file, no plan, no invitation, no scorecard", async () => {
  await seed();
  await deleteZuberi();
  const before = await dump();
  const own = submittedInterview("own");
  const invited = plannedInterview("fresh");
  const panel: Panel = { ...smallPanel, id: "p9" };
  const addition = { panel, guide: smallGuide, before: null, secretKey: null, rows: [] };
  const row = {
    panelId: "p9",
    sessionId: "theirs",
    interviewerId: "ben",
    interviewer: "Ben",
    submittedAt: START,
    asked: [],
    addedAt: START,
    text: "",
  };
  await expect(putWholeSessions(database, [own])).rejects.toThrow(DeletedError);
  await expect(
    putWholeSessions(database, [{ ...invited, session: { ...invited.session, panel: PANEL } }]),
  ).rejects.toThrow(/was deleted here on 1 January 2040/u);
  await expect(savePlan(database, "apart", smallPlan(), smallGuide, LATER)).rejects.toThrow(DeletedError);
  await expect(addToPanels(database, [{ ...addition, rows: [row] }])).rejects.toThrow(DeletedError);
  await expect(addToPanels(database, [{ ...addition, panel: smallPanel }])).rejects.toThrow(DeletedError);
  await expect(
    addRevisions(database, [{ ...smallRevision("r2", START, "failed.cause", 2), sessionId: "own" }]),
  ).rejects.toThrow("was deleted meanwhile");
  expect(await dump()).toBe(before);
});

test("what was deleted by hand before can be put back, but not once its candidate was deleted", async () => {
  await seed();
  const session = await deleteSession(database, "apart", START);
  const panel = await deletePanel(database, "p2", START);
  expect(await putBackSession(database, session!)).toBe("done");
  expect(await putBackPanel(database, panel!)).toBe(true);
  const again = await deleteSession(database, "apart", START);
  await deletePanel(database, "p2", START);
  const rest = { key: "zuberi quist", partIds: ["p1"] };
  expect(await deleteParts(database, [rest], locked, "", LATER)).toMatchObject({ kind: "done" });
  expect(await putBackSession(database, again!)).toBe("deleted");
  // That one is somebody else’s.
  expect(await putBackPanel(database, panel!)).toBe(true);
  await deletePanel(database, "p2", START);
  const others = { key: "noor", partIds: ["second"] };
  expect(await deleteParts(database, [others], new Set(["second"]), "", LATER)).toMatchObject({
    kind: "done",
  });
  expect(await putBackPanel(database, panel!)).toBe(false);
  expect(await database.sessions.get("apart")).toBeUndefined();
  expect(await database.panels.get("p2")).toBeUndefined();
});

test("what was deleted by hand comes back from a file as long as its candidate is kept, and is buried with them", async () => {
  await seed();
  await deleteSession(database, "apart", START);
  const { candidates } = await readCandidates(database);
  expect(candidates.find(({ key }) => key === everything.key)).toMatchObject({
    parts: [{ id: "p1" }],
    deletedByHand: [{ id: "apart", kind: "session", deletedAt: START }],
  });
  const apart = plannedInterview("apart", { candidate: "Zuberi Quist" });
  await putWholeSessions(database, [apart]);
  expect((await readCandidates(database)).candidates.flatMap(({ deletedByHand }) => deletedByHand)).toEqual(
    [],
  );
  await deleteSession(database, "apart", START);
  const rest = { key: everything.key, partIds: ["p1"] };
  expect(await deleteParts(database, [rest], locked, "", LATER)).toEqual({ kind: "done" });
  await expect(putWholeSessions(database, [apart])).rejects.toThrow(DeletedError);
  expect(await database.deletedByHand.count()).toBe(0);
});

test("a candidate of whom all was deleted by hand is still there to be deleted for good, at once, but not under a hold", async () => {
  const next = plannedInterview("next", { candidate: "Ilse Brandt" });
  await putWholeSessions(database, [next]);
  await deleteSession(database, "next", START);
  const { candidates, months } = await readCandidates(database);
  expect(candidates).toMatchObject([{ key: "ilse brandt", name: "Ilse Brandt", parts: [] }]);
  expect(candidateDueAt(candidates[0]!, months)).toBe(addMonths(START, 12));
  const wanted = { key: "ilse brandt", partIds: [] };
  await putHold(database, { candidateKey: "ilse brandt", reason: "A complaint.", heldAt: START });
  expect(await deleteParts(database, [wanted], new Set(), "", START + 1)).toMatchObject({ kind: "hold" });
  await deleteHold(database, "ilse brandt", START);
  expect(await deleteParts(database, [wanted], new Set(), "", START + 1)).toEqual({ kind: "done" });
  expect(await deleteParts(database, [wanted], new Set(), "", START + 1)).toEqual({ kind: "changed" });
  await expect(putWholeSessions(database, [next])).rejects.toThrow(DeletedError);
  expect(await dump()).not.toContain("Ilse");
});

test("on an interviewer's machine the panel goes with the session, so that its invitation brings nobody back; not while another session of it stays", async () => {
  const invited = (id: string) => {
    const whole = plannedInterview(id, { candidate: "Zuberi Quist" });
    return { ...whole, session: { ...whole.session, panel: { ...PANEL, panelId: "far" } } };
  };
  await putWholeSessions(database, [invited("one"), invited("two")]);
  const locks = new Set(["one", "two"]);
  const one = { key: "zuberi quist", partIds: ["one"] };
  expect(await deleteParts(database, [one], locks, "", LATER)).toEqual({ kind: "done" });
  expect(await database.tombstones.toCollection().primaryKeys()).toEqual([buriedId("one")]);
  const two = { key: "zuberi quist", partIds: ["two"] };
  expect(await deleteParts(database, [two], locks, "", LATER)).toEqual({ kind: "done" });
  expect(await database.tombstones.toCollection().primaryKeys()).toEqual(
    ["far", "one", "two"].map(buriedId).toSorted(),
  );
  await expect(putWholeSessions(database, [invited("three")])).rejects.toThrow(DeletedError);
});

test("a hold holds in whichever way a part writes the name, and is taken off with the candidate", async () => {
  await seed();
  const spelled = submittedInterview("spelled");
  await putWholeSessions(database, [
    { ...spelled, session: { ...spelled.session, candidate: "Z. Quist", panel: PANEL } },
  ]);
  await putHold(database, { candidateKey: "z quist", reason: "A complaint.", heldAt: START });
  const all = new Set([...locked, "spelled"]);
  expect(await deleteParts(database, [everything], all, "", LATER)).toMatchObject({
    kind: "hold",
    hold: { candidateKey: "z quist" },
  });
  expect(await deleteParts(database, [everything], all, "They asked for it.", LATER)).toEqual({
    kind: "done",
  });
  expect(await database.holds.count()).toBe(0);
});

describe("where a panel has an interview under another name", () => {
  const all = new Set([...locked, "spelled"]);
  const spelledAs = async (candidate: string) => {
    await seed();
    const spelled = submittedInterview("spelled");
    await putWholeSessions(database, [
      { ...spelled, session: { ...spelled.session, candidate, panel: PANEL } },
    ]);
  };
  const hold = (candidateKey: string) =>
    putHold(database, { candidateKey, reason: "A complaint.", heldAt: START });
  const deleteAll = () => deleteParts(database, [everything], all, "They asked for it.", LATER);

  test("a hold on somebody else of that name stays when the candidate is deleted", async () => {
    await spelledAs("Noor");
    await hold("noor");
    expect(await deleteAll()).toEqual({ kind: "done" });
    expect((await readCandidates(database)).candidates).toMatchObject([
      { key: "noor", hold: { reason: "A complaint." } },
    ]);
  });

  test("a hold under each name goes with the candidate, and no name stays", async () => {
    await spelledAs("Z. Quist");
    await hold("z quist");
    await hold("zuberi quist");
    expect(await deleteAll()).toEqual({ kind: "done" });
    expect(await database.holds.count()).toBe(0);
  });
});

test("a session under a hold is not written over", async () => {
  await seed();
  await putHold(database, { candidateKey: "zuberi quist", reason: "A complaint.", heldAt: START });
  const other = plannedInterview("apart", { candidate: "Zuberi Quist", role: "Miller" });
  await expect(putWholeSessions(database, [other])).rejects.toThrow(HeldError);
});

test("a file with everything in it is left to be deleted by hand, and stays noted for the others", async () => {
  await seed();
  await database.exportsMade.put({
    id: "e4",
    at: START + 3,
    form: "Backup",
    sessionIds: [],
    panelIds: [],
    isOfAll: true,
  });
  expect(await deleteZuberi()).toEqual({ kind: "done" });
  expect((await readExportsLeft(database)).map(({ id }) => id)).toEqual(["e1", "e2", "e4"]);
  expect(await database.exportsMade.get("e4")).toBeDefined();
});

test("a hold also stops the deletion of a single session or panel, with its reason", async () => {
  await seed();
  await putHold(database, { candidateKey: "zuberi quist", reason: "A complaint.", heldAt: START });
  await expect(deleteSession(database, "apart", START)).rejects.toThrow(HeldError);
  await expect(deletePanel(database, "p1", START)).rejects.toThrow(/“A complaint.”/u);
  await expect(deleteFromPanel(database, "p1", "theirs", LATER)).rejects.toThrow(HeldError);
  expect(await database.sealedScorecards.count()).toBe(1);
  expect(await database.sessions.get("apart")).toBeDefined();
  expect(await database.panels.get("p1")).toBeDefined();
});

test("a hold stops the deletion of a panel's session also where it writes the name in another way, and no new name slips out of it", async () => {
  await seed();
  const spelled = submittedInterview("spelled");
  await putWholeSessions(database, [
    { ...spelled, session: { ...spelled.session, candidate: "Z. Quist", panel: PANEL } },
  ]);
  await putHold(database, { candidateKey: "zuberi quist", reason: "A complaint.", heldAt: START });
  await expect(deleteSession(database, "spelled", START)).rejects.toThrow(HeldError);
  await expect(savePlan(database, "apart", smallPlan(), smallGuide, LATER)).rejects.toThrow(HeldError);
  const rename = (candidate: string) =>
    changePanel(database, "p1", (panel) => ({ ...panel, candidate }), null, LATER);
  await expect(rename("Somebody else")).rejects.toThrow(HeldError);
  expect(await rename("zuberi QUIST")).toMatchObject({ candidate: "zuberi QUIST" });
  const same = smallPlan({ candidate: "Zuberi Quist" });
  await savePlan(database, "apart", same, smallGuide, LATER);
});

test("the samples can be opened again after they were deleted", async () => {
  const sample = submittedInterview("sample");
  await putWholeSessions(database, [{ ...sample, session: { ...sample.session, sample: true } }]);
  const one = { key: "amira haddad", partIds: ["sample"] };
  expect(await deleteParts(database, [one], new Set(["sample"]), "", LATER)).toMatchObject({ kind: "done" });
  expect(await database.tombstones.count()).toBe(0);
});

test("how long candidates are kept is a year, until another number of months is set", async () => {
  expect(await readRetention(database)).toBe(12);
  await writeRetention(database, 48, START);
  expect(await readRetention(database)).toBe(48);
  await writeSetting(database, "retentionMonths", -3);
  expect(await readRetention(database)).toBe(12);
});

test("an id that is not random is kept as a hash in a tombstone, and what has it does not come back, also from a backup", async () => {
  const id = "Zuberi-Quist-2026";
  const random = "6f1d0f5e-3c1b-4a53-9d0a-0d9be1f0a001";
  const zuberi = (one: string) => plannedInterview(one, { candidate: "Zuberi Quist" });
  await putWholeSessions(database, [zuberi(id), zuberi(random)]);
  const other = createDatabase(`candidates other ${count}`);
  await putWholeSessions(other, [zuberi(id)]);
  // As an older version left it.
  await database.tombstones.add({ id: "Zuberi before", deletedAt: START, reason: "" });
  const wanted = { key: "zuberi quist", partIds: [id, random] };
  expect(await deleteParts(database, [wanted], new Set([id, random]), "", LATER)).toEqual({ kind: "done" });
  expect(await dump()).not.toMatch(/zuberi|quist/iu);
  const tombstones = await database.tombstones.toArray();
  expect(tombstones.map((one) => one.id).toSorted()).toEqual(
    [random, buriedId(id), buriedId("Zuberi before")].toSorted(),
  );
  for (const one of [id, random, "Zuberi before"])
    await expect(putWholeSessions(database, [zuberi(one)])).rejects.toThrow(DeletedError);

  const { session, answers } = zuberi(id);
  const kept: Entry = { kind: "session", value: { session, answers, revisions: [] } };
  const here = await beginComparison(database, knowsAll);
  expect((await here.compare([kept])).entries).toMatchObject([
    { admission: { kind: "refused", reason: "deleted" } },
  ]);
  const there = await beginComparison(other, knowsAll);
  const buried = tombstones.map((value): Entry => ({ kind: "tombstone", value }));
  expect((await there.compare(buried)).removed).toMatchObject([{ value: { session: { id } } }]);
  other.close();
});

test("a tombstone in a backup that has a name in its id is kept as a hash, takes what has the id, and is known again", async () => {
  const id = "Zuberi-Quist-2026";
  await putWholeSessions(database, [plannedInterview(id, { candidate: "Zuberi Quist" })]);
  await database.exportsMade.put({ id: "e1", at: START, form: "CSV", sessionIds: [id], panelIds: [] });
  const entry: Entry = { kind: "tombstone", value: { id, deletedAt: LATER, reason: "" } };
  const step = await (await beginComparison(database, knowsAll)).compare([entry]);
  const decided = step.entries.flatMap((one) => decide(one) ?? []);
  const batches = [decided];
  await writeDecided(database, () => batches.pop() ?? null, {
    removedCount: 1,
    onProgress: () => {},
    signal: new AbortController().signal,
  });
  expect(await dump()).not.toMatch(/zuberi|quist/iu);
  expect((await readExportsLeft(database)).map((one) => one.id)).toEqual(["e1"]);
  const again = await (await beginComparison(database, knowsAll)).compare([entry]);
  expect(again.entries).toMatchObject([{ admission: { kind: "same" } }]);
});

test("a guide that only the deleted candidate had goes as well; what is saved, used or being edited stays", async () => {
  const titled = (title: string): Guide => ({ ...smallGuide, title });
  const withGuide = (id: string, candidate: string, guide: Guide): WholeSession => {
    const whole = plannedInterview(id, { candidate });
    return { ...whole, guide, session: { ...whole.session, guideId: hashGuide(guide) } };
  };
  const own = titled("For Zuberi Quist");
  const [saved, used, edited, other] = ["saved", "used", "edited", "other"].map(titled);
  const byHand = titled("Zuberi, second round");
  await putWholeSessions(database, [
    withGuide("a", "Zuberi Quist", own),
    withGuide("b", "Zuberi Quist", saved!),
    withGuide("c", "Zuberi Quist", used!),
    withGuide("d", "Zuberi Quist", edited!),
    withGuide("e", "Zuberi Quist", byHand),
    withGuide("f", "Noor", used!),
    withGuide("g", "Noor", other!),
  ]);
  await deleteSession(database, "e", START);
  await deleteSession(database, "g", START);
  await database.guides.update(hashGuide(saved!), { savedAt: START });
  await writeDraft(database, { id: hashGuide(edited!), guide: edited!, previousId: null, updatedAt: START });
  const part = { key: "zuberi quist", partIds: ["a"] };
  const rest = { key: "zuberi quist", partIds: ["b", "c", "d"] };
  const titles = async () => (await database.guides.toArray()).map(({ guide }) => guide.title).toSorted();
  const all = new Set(["a", "b", "c", "d"]);
  expect(await deleteParts(database, [part], all, "", LATER)).toEqual({ kind: "done" });
  expect(await titles()).toEqual(["Zuberi, second round", "edited", "other", "saved", "used"]);
  expect(await deleteParts(database, [rest], all, "", LATER)).toEqual({ kind: "done" });
  expect(await titles()).toEqual(["edited", "other", "saved", "used"]);
  expect(await dump()).not.toMatch(/zuberi|quist/iu);
});
