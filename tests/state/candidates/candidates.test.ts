import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { candidateKey } from "../../../src/domain/candidates/candidateKey.ts";
import { startDebrief } from "../../../src/domain/panels/debrief.ts";
import { invitationOf, planInvited, type Panel } from "../../../src/domain/panels/panel.ts";
import type { WholeSession } from "../../../src/domain/session/wholeSession.ts";
import { encodeDebriefFile } from "../../../src/interchange/formats/debriefFile.ts";
import { seal } from "../../../src/interchange/files/encryption.ts";
import { encodeSessionFile } from "../../../src/interchange/formats/sessionFile.ts";
import type { AppParts } from "../../../src/state/app/appContext.ts";
import { deleteCandidates, holdCandidate } from "../../../src/state/candidates/candidates.ts";
import { noteExport } from "../../../src/state/exports/exportLog.ts";
import { importFile } from "../../importFile.ts";
import { acceptInvitation, examineInvitation } from "../../../src/state/panels/invitations.ts";
import { createPanel, savePanel } from "../../../src/state/panels/panels.ts";
import { addScorecardFiles } from "../../../src/state/panels/scorecardIntake.ts";
import { isAnyDocumentLocked } from "../../../src/state/documents/lockedDocuments.ts";
import { acquireDocumentLock } from "../../../src/state/documents/documentLock.ts";
import { mustReplaceIn } from "../../../src/domain/backups/backupRecord.ts";
import { readRecord } from "../../../src/state/backups/backupRecord.ts";
import { candidateToSubjectAccess } from "../../../src/state/candidates/subjectAccess.ts";
import { readCandidates } from "../../../src/storage/candidates/candidates.ts";
import { createDatabase } from "../../../src/storage/database.ts";
import { putWholeSessions } from "../../../src/storage/session/sessions.ts";
import {
  hashGuide,
  MINUTE,
  plannedInterview,
  smallGuide,
  START,
  submittedInterview,
} from "../../smallInterview.ts";
import { createLocks } from "../fakeLocks.ts";
import { fakeStorage } from "../fakeStorage.ts";

const LATER = Date.parse("2040-01-01T00:00:00Z");

let app: AppParts;
let panel: Panel;
let now: number;
let count = 0;

beforeEach(async () => {
  vi.stubGlobal("navigator", { locks: createLocks() });
  vi.stubGlobal("localStorage", fakeStorage());
  now = START + 60 * MINUTE;
  app = {
    database: createDatabase(`candidates state ${count++}`),
    clock: { now: () => now++, monotonic: () => 0 },
    newId: () => `id${count++}`,
    appName: "Test 1",
  };
  panel = await createPanel(
    app,
    {
      candidate: "Amira Haddad",
      role: "Baker",
      level: "mid",
      remote: false,
      guideId: hashGuide(smallGuide),
      interviewers: [
        { id: "i1", name: "Noor", questionIds: ["failed", "recipe"] },
        { id: "i2", name: "Jonas Weber", questionIds: ["failed", "recipe"] },
      ],
      leadId: null,
    },
    smallGuide,
  );
});

afterEach(() => {
  app.database.close();
  vi.unstubAllGlobals();
});

/** @returns the submitted session of an interviewer of the panel */
function submittedFor(interviewerId: string, id = `session ${interviewerId}`): WholeSession {
  const interviewer = panel.interviewers.find((one) => one.id === interviewerId)!;
  const when = { scheduledAt: START, slotMinutes: 60 };
  const planned = planInvited(id, invitationOf(panel, interviewer), when, START);
  const whole = submittedInterview(id);
  const { panel: ofPanel } = planned;
  return {
    ...whole,
    session: {
      ...whole.session,
      interviewer: interviewer.name,
      summary: `${interviewer.name} saw it.`,
      ...(ofPanel && { panel: ofPanel }),
    },
  };
}

const plain = (whole: WholeSession) => encodeSessionFile(whole, START, "Test 1", []);
const fileOf = (name: string, text: string) => new File([text], name);

function drop(files: readonly File[], panelId: string | null = null) {
  const { signal } = new AbortController();
  return addScorecardFiles(app, panelId, files, { onProgress: () => {}, signal });
}

async function deleteEverybody(at = LATER) {
  now = at;
  const { candidates } = await readCandidates(app.database);
  const wanted = candidates.map((candidate) => ({ candidate, parts: candidate.parts }));
  return deleteCandidates(app, wanted, "");
}

test("a candidate of whom another tab has a session open is left whole and named; the others are deleted", async () => {
  await putWholeSessions(app.database, [
    submittedFor("i1"),
    plannedInterview("open", { candidate: "Eva Lund" }),
    plannedInterview("shut", { candidate: "Eva Lund" }),
  ]);
  const lock = await acquireDocumentLock("open", { onAsked: () => Promise.resolve(), onLost: () => {} });
  const result = await deleteEverybody();
  expect(result).toMatchObject({ kind: "done", deletedCount: 1, open: [{ name: "Eva Lund" }] });
  expect(await app.database.sessions.toCollection().primaryKeys()).toEqual(["open", "shut"]);
  lock?.release();
  expect(await deleteEverybody()).toMatchObject({ kind: "done", deletedCount: 1, open: [] });
  expect(await app.database.sessions.count()).toBe(0);
  await vi.waitFor(async () => expect(await isAnyDocumentLocked()).toBe(false));
});

test("nobody is deleted before their time without a reason, and no automatic backup is replaced then", async () => {
  await putWholeSessions(app.database, [submittedFor("i1")]);
  const result = await deleteEverybody(START + 60 * MINUTE);
  expect(result.kind).not.toBe("done");
  expect(await app.database.sessions.count()).toBe(1);
  expect(mustReplaceIn(readRecord())).toBe(false);
});

test("where a tab has a session of everybody open, nobody is deleted and nothing is replaced", async () => {
  await putWholeSessions(app.database, [submittedFor("i1")]);
  const lock = await acquireDocumentLock("session i1", {
    onAsked: () => Promise.resolve(),
    onLost: () => {},
  });
  expect(await deleteEverybody()).toMatchObject({ deletedCount: 0, open: [{ name: "Amira Haddad" }] });
  expect(await app.database.sessions.count()).toBe(1);
  expect(mustReplaceIn(readRecord())).toBe(false);
  lock?.release();
});

test("a session file, a scorecard, a debrief file and an invitation of a deleted candidate are refused with the day", async () => {
  const own = submittedFor("i1");
  const theirs = submittedFor("i2");
  await putWholeSessions(app.database, [own]);
  await drop([fileOf("theirs.age", await seal(plain(theirs), panel.publicKey!))], panel.id);
  const debrief = encodeDebriefFile(
    { panel, guide: smallGuide, scorecards: [{ first: theirs, revisions: [] }] },
    START,
    "Test 1",
  );
  const invitation = { invitation: invitationOf(panel, panel.interviewers[1]!), guide: smallGuide };
  await deleteEverybody();

  const deletedOn = /was deleted here on 1 January 2040/u;
  const wasDeleted: unknown = expect.stringMatching(deletedOn);
  for (const whole of [own, theirs, submittedFor("i2", "another session of the panel")]) {
    const imported = await importFile(app, fileOf("a.json", plain(whole)));
    expect(imported).toMatchObject({ ok: false, errors: [{ message: wasDeleted }] });
  }
  const other = submittedInterview("other");
  const { panel: _panel, ...apart } = other.session;
  const intake = await drop([
    fileOf("theirs.json", plain(theirs)),
    fileOf("debrief.json", debrief),
    fileOf("good.json", plain({ ...other, session: { ...apart, candidate: "Eva Lund" } })),
  ]);
  expect(intake).toMatchObject({
    files: [
      { result: { reason: "deleted", errors: [{ message: wasDeleted }] } },
      { result: { reason: "deleted" } },
      { result: { kind: "added", candidate: "Eva Lund" } },
    ],
  });
  expect(await examineInvitation(app, invitation)).toMatchObject({
    kind: "deleted",
    message: wasDeleted,
  });
  await expect(
    acceptInvitation(app, invitation, smallGuide, { scheduledAt: START, slotMinutes: 60 }),
  ).rejects.toThrow(deletedOn);
  expect((await readCandidates(app.database)).candidates.map(({ name }) => name)).toEqual(["Eva Lund"]);
});

test("the file for a candidate opens what the debrief may open, names what is sealed, and tells of exports", async () => {
  await putWholeSessions(app.database, [submittedFor("i1")]);
  await drop([fileOf("theirs.age", await seal(plain(submittedFor("i2")), panel.publicKey!))], panel.id);
  await noteExport(app, "CSV", { sessionIds: ["session i1"] });
  await noteExport(app, "Backup", { isOfAll: true, fileName: "backup.json" });
  const write = async (hidden: readonly string[]) => {
    const [candidate] = (await readCandidates(app.database)).candidates;
    return candidateToSubjectAccess(app, candidate!, candidate!.parts, hidden);
  };
  const sealed = await write([]);
  expect(sealed).toContain("Noor saw it.");
  expect(sealed).toContain("The scorecard of <bdi>Jonas Weber</bdi>");
  expect(sealed).toContain("has not started");
  expect(sealed).not.toContain("Jonas Weber saw it.");
  expect(sealed).toContain("CSV, 24 November 2026");
  expect(sealed).toContain("Backup, 24 November 2026");

  await savePanel(app, panel.id, (before) => ({
    ...before,
    debrief: { ...startDebrief(before.debrief, now), recommendationsShownAt: now },
  }));
  const opened = await write([]);
  expect(opened).toContain("Jonas Weber saw it.");
  const hidden = await write(["Jonas Weber", "Noor"]);
  expect(hidden).toContain("█████ saw it.");
  expect(hidden).not.toMatch(/Jonas|Weber|Noor/u);
});

test("the file for a candidate names a scorecard that can’t be opened, and why, and has all else", async () => {
  await putWholeSessions(app.database, [submittedFor("i1")]);
  await drop([fileOf("theirs.age", await seal(plain(submittedFor("i2")), panel.publicKey!))], panel.id);
  await app.database.sealedScorecards.toCollection().modify({ text: "{}" });
  await savePanel(app, panel.id, (before) => ({
    ...before,
    debrief: { ...startDebrief(before.debrief, now), recommendationsShownAt: now },
  }));
  const [candidate] = (await readCandidates(app.database)).candidates;
  const text = await candidateToSubjectAccess(app, candidate!, candidate!.parts, []);
  expect(text).toContain("Noor saw it.");
  expect(text).toContain("A scorecard can’t be read");
});

test("a candidate who was in no panel gets what was written of them as well", async () => {
  const { session, ...rest } = submittedInterview("apart");
  await putWholeSessions(app.database, [{ ...rest, session: { ...session, candidate: "Eva Lund" } }]);
  const { candidates } = await readCandidates(app.database);
  const eva = candidates.find(({ name }) => name === "Eva Lund")!;
  expect(await candidateToSubjectAccess(app, eva, eva.parts, [])).toContain("Found the cause.");
});

test("the file for a candidate has no scorecard of others, and nothing that they concluded, before the own one is submitted", async () => {
  await putWholeSessions(app.database, [submittedFor("i1")]);
  await drop([fileOf("theirs.age", await seal(plain(submittedFor("i2")), panel.publicKey!))], panel.id);
  await savePanel(app, panel.id, (before) => ({
    ...before,
    debrief: {
      ...startDebrief(before.debrief, now),
      agreedByAreaId: { "failed.cause": { rating: 2, note: "AGREED" } },
      decision: { outcome: "noHire", reason: "DECIDED", decidedAt: now },
    },
  }));
  await putWholeSessions(app.database, [plannedInterview("own", { interviewer: "Eva Lund" })]);
  const [candidate] = (await readCandidates(app.database)).candidates;
  const text = await candidateToSubjectAccess(app, candidate!, candidate!.parts, []);
  expect(text).not.toMatch(/saw it|AGREED|DECIDED/u);
  // A candidate would read that as the truth.
  expect(text).not.toMatch(/No decision yet|Not revealed yet/u);
  expect(text).toContain("Not in this file: they are closed on this device.");
  expect(text).toContain("Not in this file: 1 interview");
});

test("no hold brings back the name of a candidate who was deleted in another tab", async () => {
  await putWholeSessions(app.database, [submittedFor("i1")]);
  await expect(holdCandidate(app, "somebody else", "A complaint")).rejects.toThrow(/deleted/u);
  expect(await app.database.holds.count()).toBe(0);
  expect(await app.database.auditEntries.count()).toBe(0);
  await holdCandidate(app, candidateKey(panel.candidate), "A complaint");
  expect(await app.database.holds.count()).toBe(1);
});
