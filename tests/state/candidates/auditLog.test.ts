import Papa from "papaparse";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { debriefEntries, entriesIn } from "../../../src/domain/panels/debriefParts.ts";
import { startDebrief } from "../../../src/domain/panels/debrief.ts";
import { invitationOf, planInvited, type Panel } from "../../../src/domain/panels/panel.ts";
import type { WholeSession } from "../../../src/domain/session/wholeSession.ts";
import { seal } from "../../../src/interchange/files/encryption.ts";
import { encodeSessionFile } from "../../../src/interchange/formats/sessionFile.ts";
import type { AppParts } from "../../../src/state/app/appContext.ts";
import { writeCandidateAuditLog, writePanelAuditLog } from "../../../src/state/candidates/auditLog.ts";
import { holdCandidate, releaseCandidate, setRetention } from "../../../src/state/candidates/candidates.ts";
import { noteExport } from "../../../src/state/exports/exportLog.ts";
import { createPanel, savePanel, unsealPanels } from "../../../src/state/panels/panels.ts";
import { addScorecardFiles } from "../../../src/state/panels/scorecardIntake.ts";
import { recordRevision } from "../../../src/state/session/scorecards.ts";
import { readCandidates } from "../../../src/storage/candidates/candidates.ts";
import { createDatabase } from "../../../src/storage/database.ts";
import { deleteFromPanel, putBackScorecard } from "../../../src/storage/panels/panels.ts";
import { putWholeSessions } from "../../../src/storage/session/sessions.ts";
import {
  hashGuide,
  MINUTE,
  plannedInterview,
  smallGuide,
  START,
  submittedInterview,
} from "../../smallInterview.ts";
import { fakeStorage } from "../fakeStorage.ts";

let app: AppParts;
let panel: Panel;
let now: number;
let count = 0;

/** Noor submitted here, Jonas sent his scorecard to the lead, who does not interview. */
beforeEach(async () => {
  vi.stubGlobal("localStorage", fakeStorage());
  now = START + 60 * MINUTE;
  app = {
    database: createDatabase(`audit log state ${count++}`),
    clock: { now: () => now++, monotonic: () => 0 },
    newId: () => `id${count++}`,
    appName: "Test 1",
  };
  const interviewers = [
    { id: "i1", name: "Noor", questionIds: ["failed", "recipe"] },
    { id: "i2", name: "Jonas Weber", questionIds: ["failed", "recipe"] },
  ];
  const about = { candidate: "Amira Haddad", role: "Baker", level: "mid", remote: false } as const;
  const plan = { ...about, guideId: hashGuide(smallGuide), interviewers, leadId: null };
  panel = await createPanel(app, plan, smallGuide);
  await putWholeSessions(app.database, [submittedFor("i1")]);
  const text = await seal(encodeSessionFile(submittedFor("i2"), START, "Test 1", []), panel.publicKey!);
  const { signal } = new AbortController();
  await addScorecardFiles(app, panel.id, [new File([text], "theirs.age")], { onProgress: () => {}, signal });
});

afterEach(() => {
  app.database.close();
  vi.unstubAllGlobals();
});

function submittedFor(interviewerId: string): WholeSession {
  const interviewer = panel.interviewers.find(({ id }) => id === interviewerId)!;
  const invitation = invitationOf(panel, interviewer);
  const planned = planInvited("", invitation, { scheduledAt: START, slotMinutes: 60 }, START);
  const whole = submittedInterview(`session ${interviewerId}`);
  const summary = `${interviewer.name} saw it.`;
  return {
    ...whole,
    session: {
      ...whole.session,
      interviewer: interviewer.name,
      summary,
      ...(planned.panel && { panel: planned.panel }),
    },
  };
}

async function candidateLog() {
  const [candidate] = (await readCandidates(app.database)).candidates;
  return writeCandidateAuditLog(app, candidate!);
}

async function panelLog() {
  const stored = (await app.database.panels.get(panel.id))!;
  const scorecards = (await unsealPanels(app, [panel.id])).get(panel.id);
  if (!scorecards || scorecards instanceof Error) throw new Error("The panel can’t be read.");
  return writePanelAuditLog(app, stored, scorecards);
}

const startNow = () =>
  savePanel(app, panel.id, (before) => ({ ...before, debrief: startDebrief(before.debrief, now) }));

test("before the debrief the candidate’s log tells of what was submitted here, and of nobody’s sealed scorecard", async () => {
  const { name, text } = await candidateLog();
  expect(name).toBe("Amira-Haddad_audit-log.csv");
  expect(text).toContain("Noor saw it.");
  expect(text).not.toContain("Jonas");
  expect((await panelLog()).text).not.toMatch(/Noor|Jonas/u);
  await startNow();
  expect((await candidateLog()).text).toContain("Jonas Weber");
  const started = await panelLog();
  expect(started.text).toMatch(/Noor[^]*Jonas Weber/u);
  // Their recommendations are still to be revealed.
  expect(started.text).not.toContain("saw it.");
});

test("a scorecard that was removed from the panel is in both logs with whose it was, until it is put back", async () => {
  const removed = await deleteFromPanel(app.database, panel.id, "session i2", now);
  const line = /Scorecard removed from its panel,[^\n]*Jonas Weber/gu;
  expect((await panelLog()).text.match(line)).toHaveLength(1);
  expect((await candidateLog()).text.match(line)).toHaveLength(1);
  await putBackScorecard(app.database, removed!, now);
  expect((await panelLog()).text).not.toMatch(line);
});

test("when each scorecard came in and by which way is in the panel’s log, once, and stays there when it is removed", async () => {
  const { database } = app;
  const linesNow = async () => {
    const { data } = Papa.parse<Record<string, string>>((await panelLog()).text.slice(1), { header: true });
    const told = data.filter(({ Event = "" }) => Event.startsWith("Scorecard"));
    return told.map((line) => [
      line["Time (UTC)"],
      line["Event"],
      line["By"],
      line["New value"] || line["Old value"],
    ]);
  };
  const row = (await database.sealedScorecards.get([panel.id, "session i2"]))!;
  const cameAt = new Date(row.addedAt).toISOString();
  const asFile = [cameAt, "Scorecard added as a file", "device user", "Jonas Weber"];
  expect(await linesNow()).toEqual([]);
  const removed = await deleteFromPanel(database, panel.id, "session i2", START + 90 * MINUTE);
  expect(await linesNow()).toEqual([
    asFile,
    [expect.any(String), "Scorecard removed from its panel", "device user", "Jonas Weber"],
  ]);
  await putBackScorecard(database, removed!, now++);
  await database.auditEntries.bulkPut(removed!.logged.slice(0, 1));
  await startNow();
  expect(await linesNow()).toEqual([asFile]);
  await database.sealedScorecards.put({ ...row, isFromSeat: true });
  expect((await linesNow()).at(-1)).toEqual([
    cameAt,
    "Scorecard received from the interviewer’s device",
    "",
    "Jonas Weber",
  ]);
  const { isFromSeat: _way, ...older } = row;
  await database.auditEntries.clear();
  await database.sealedScorecards.put(older);
  expect(await linesNow()).toEqual([[cameAt, "Scorecard received", "", "Jonas Weber"]]);
  // Elsewhere than on the lead's device nobody can tell when it came in there.
  await database.panelKeys.clear();
  const text = encodeSessionFile(submittedFor("i2"), START, "Test 1", []);
  await database.sealedScorecards.put({ ...row, text });
  expect((await panelLog()).text).toContain("Interview submitted,Jonas Weber");
  expect(await linesNow()).toEqual([]);
});

test("a scorecard that was removed from one panel and then from another is in the log of each, also where the first removal is recorded by its session alone", async () => {
  const { database } = app;
  const row = (await database.sealedScorecards.get([panel.id, "session i2"]))!;
  const second = { ...panel, id: "second" };
  await database.panels.put(second);
  const line = /Scorecard removed from its panel,[^\n]*Jonas Weber/gu;
  const linesOf = async (one: Panel) =>
    (await writePanelAuditLog(app, one, [])).text.match(line)?.length ?? 0;
  const removeFrom = async ({ id }: Panel) => {
    await database.sealedScorecards.put({ ...row, panelId: id });
    return (await deleteFromPanel(database, id, "session i2", now++))!;
  };
  await removeFrom(panel);
  const removed = await removeFrom(second);
  expect([await linesOf(panel), await linesOf(second)]).toEqual([1, 1]);
  expect((await candidateLog()).text.match(line)).toHaveLength(2);
  await putBackScorecard(database, removed, now++);
  expect([await linesOf(panel), await linesOf(second)]).toEqual([1, 0]);
  // As an earlier version of the app left it.
  await removeFrom(panel);
  await database.auditEntries.clear();
  await removeFrom(second);
  expect([await linesOf(panel), await linesOf(second)]).toEqual([1, 1]);
});

test("whoever has still to submit on the candidate reads no rating in the log", async () => {
  await startNow();
  await putWholeSessions(app.database, [plannedInterview("own", { interviewer: "Eva Lund" })]);
  const { text } = await candidateLog();
  expect(text).not.toMatch(/saw it|Rating submitted|Jonas/u);
  expect(text).toContain("Debrief started");
});

test("revisions, holds, retention and exports are in the candidate’s log, and in that of the panel with what is of it", async () => {
  await startNow();
  const first = submittedFor("i1");
  const areas = { "failed.cause": { rating: 1, note: "Weighed nothing." } };
  const wanted = { reason: "Read my notes again.", areas, recommendation: null, summary: "" };
  expect(await recordRevision(app, { first, revisions: [] }, wanted)).toBeNull();
  await holdCandidate(app, "amira haddad", "A complaint is open");
  await releaseCandidate(app, "amira haddad");
  await setRetention(app, 24);
  await noteExport(app, "CSV", { sessionIds: ["session i1"] });
  await noteExport(app, "Somebody else’s", { sessionIds: ["other"] });
  for (const { text } of [await candidateLog(), await panelLog()]) {
    expect(text).toMatch(/Rating revised,Noor,[^\r]*,5 Outstanding,1 Poor,Read my notes again\./u);
    expect(text).toMatch(
      /Legal hold placed,[^]*Legal hold released,[^]*Data retention changed,[^]*,1 year,2 years/u,
    );
    expect(text).toContain("File exported,device user,,,,CSV,");
    expect(text).not.toContain("Somebody else");
  }
});

test("whoever has still to submit on the candidate reads in the log nothing that the panel agreed, weighed or decided", async () => {
  await startNow();
  const before = (await app.database.panels.get(panel.id))!.debrief;
  const agreed = { ...before, agreedByAreaId: { "failed.cause": { rating: 2, note: "" } } } as const;
  const weighed = { ...agreed, weights: { dough: 2 }, weightsReason: "Dough counts" };
  const decision = { outcome: "noHire", reason: "Spoke against it", decidedAt: now } as const;
  const decided = { ...weighed, recommendationsShownAt: now, decision };
  const parts = debriefEntries(panel.id, before, { ...decided, decision: null }, now);
  await app.database.auditEntries.bulkPut([...entriesIn(parts)]);
  await savePanel(app, panel.id, (stored) => ({ ...stored, debrief: decided }));
  const told = /Agreed rating|Weights changed|Dough counts|no hire|Spoke against/u;
  expect((await candidateLog()).text).toMatch(told);
  await putWholeSessions(app.database, [plannedInterview("own", { interviewer: "Eva Lund" })]);
  const { text } = await candidateLog();
  expect(text).not.toMatch(told);
  expect(text).toContain("Debrief started");
});
