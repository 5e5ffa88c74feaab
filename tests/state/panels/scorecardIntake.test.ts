import { armor, Encrypter } from "age-encryption";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { amountOf } from "../../amount.ts";
import { rateArea } from "../../../src/domain/session/answer.ts";
import { startDebrief } from "../../../src/domain/panels/debrief.ts";
import {
  invitationOf,
  planInvited,
  type Debrief,
  type Panel,
  type PanelPlan,
} from "../../../src/domain/panels/panel.ts";
import type { Revision, Scorecard } from "../../../src/domain/session/scorecard.ts";
import { finishSession, startSession } from "../../../src/domain/session/call.ts";
import { changeAnswer, submitSession, type WholeSession } from "../../../src/domain/session/wholeSession.ts";
import { encodeDebriefFile } from "../../../src/interchange/formats/debriefFile.ts";
import { encodeGuideFile } from "../../../src/interchange/formats/guideFile.ts";
import { decodeInvitationFile } from "../../../src/interchange/formats/invitationFile.ts";
import { isSealed, MOST_RECIPIENTS, newKeyPair, seal } from "../../../src/interchange/files/encryption.ts";
import { encodeSessionFile } from "../../../src/interchange/formats/sessionFile.ts";
import type { AppParts } from "../../../src/state/app/appContext.ts";
import {
  acceptInvitation,
  examineInvitation,
  invite,
  planAsInvited,
} from "../../../src/state/panels/invitations.ts";
import { readWholeSession } from "../../../src/state/session/planning.ts";
import {
  createPanel,
  openPanelToFileText,
  removePanel,
  removeScorecard,
  putBackRemovedPanel,
  putBackRemovedScorecard,
  savePanel,
  shutReasonOn,
  unsealPanels,
  unsealStartedPanels,
} from "../../../src/state/panels/panels.ts";
import { panelToRecoveryFile } from "../../../src/state/panels/recoveryFile.ts";
import {
  addScorecardFiles,
  type FileReport,
  type Intake,
} from "../../../src/state/panels/scorecardIntake.ts";
import { recordRevision, scorecardToSealedText } from "../../../src/state/session/scorecards.ts";
import { importFile } from "../../importFile.ts";
import type { PanelKeyRow } from "../../../src/domain/backups/storedRows.ts";
import { createDatabase } from "../../../src/storage/database.ts";
import { deleteLineage, readShelf } from "../../../src/storage/guides/guides.ts";
import { listPanels, readPanel } from "../../../src/storage/panels/panels.ts";
import { loadRevisions } from "../../../src/storage/session/revisions.ts";
import { putWholeSessions } from "../../../src/storage/session/sessions.ts";
import { decodeDebriefFile } from "../../interchange/guideText/fileTexts.ts";
import { completeInterview, hashGuide, MINUTE, smallGuide, START } from "../../smallInterview.ts";

const NOW = START + 60 * MINUTE;

const machines: AppParts[] = [];
let ids = 0;

/** A machine of its own: a database, a clock, ids. */
function newMachine(): AppParts {
  let now = NOW;
  const app: AppParts = {
    database: createDatabase(`machine ${ids++}`),
    clock: { now: () => now++, monotonic: () => 0 },
    newId: () => `id${ids++}`,
    appName: "Test 1",
  };
  machines.push(app);
  return app;
}

const plan: PanelPlan = {
  candidate: "Amira Haddad",
  role: "Baker",
  level: "mid",
  remote: false,
  guideId: hashGuide(smallGuide),
  interviewers: [
    { id: "i1", name: "Noor", questionIds: ["failed", "recipe"] },
    { id: "i2", name: "Jo", questionIds: ["failed", "recipe"] },
    { id: "i3", name: "Jo", questionIds: ["failed", "recipe"] },
  ],
  leadId: null,
};

let lead: AppParts;
let panel: Panel;

beforeEach(async () => {
  lead = newMachine();
  panel = await createPanel(lead, plan, smallGuide);
});

afterEach(() => {
  for (const { database } of machines.splice(0)) database.close();
});

/** @returns the submitted session of an interviewer of the panel */
function submittedFor(interviewerId: string, rating = 5, of = panel): WholeSession {
  const interviewer = of.interviewers.find(({ id }) => id === interviewerId)!;
  const when = { scheduledAt: START, slotMinutes: 60 };
  const session = planInvited(`session ${interviewerId}`, invitationOf(of, interviewer), when, START);
  return submit(session.id, { ...completeInterview(session.id).session, ...picked(session) }, rating);
}

function picked({ id, candidate, interviewer, panel: ofPanel }: WholeSession["session"]) {
  return { id, candidate, interviewer, ...(ofPanel && { panel: ofPanel }) };
}

function submit(id: string, session: WholeSession["session"], rating: number): WholeSession {
  const complete = { ...completeInterview(id), session };
  const rated = changeAnswer(
    complete,
    "failed",
    (answer) => rateArea(answer, "failed.cause", rating),
    START + 10 * MINUTE,
  );
  return submitSession(rated, START + 12 * MINUTE);
}

const plain = (whole: WholeSession, revisions: readonly Revision[] = []) =>
  encodeSessionFile(whole, START, "Test 1", revisions);
const sealed = (whole: WholeSession, revisions: readonly Revision[] = []) =>
  seal(plain(whole, revisions), whole.session.panel!.publicKey!);
const revision = (id: string, sessionId: string): Revision => ({
  id,
  sessionId,
  at: NOW,
  reason: "Read my notes again.",
  areas: {},
  recommendation: "no",
  summary: "",
});

type Texts = Readonly<Record<string, string>>;

function drop(
  app: AppParts,
  panelId: string | null,
  texts: Texts,
  signal = new AbortController().signal,
): Promise<Intake> {
  const files = Object.entries(texts).map(([name, text]) => new File([text], name));
  return addScorecardFiles(app, panelId, files, { onProgress: () => {}, signal });
}

/** Drops files, and takes what of them waits. */
async function take(app: AppParts, texts: Texts, taken: readonly string[], panelId: string | null = null) {
  const files = Object.entries(texts).map(([name, text]) => new File([text], name));
  const { signal } = new AbortController();
  const intake = await addScorecardFiles(app, panelId, files, { onProgress: () => {}, signal, taken });
  if (intake.kind === "cancelled") throw new Error("It was cancelled.");
  return Object.fromEntries(intake.files.map(({ name, result }) => [name, outcomeOf(result)]));
}

/** @throws what keeps them shut */
async function unsealPanel(app: AppParts, id: string): Promise<readonly Scorecard[]> {
  const scorecards = (await unsealPanels(app, [id])).get(id);
  if (scorecards instanceof Error) throw scorecards;
  if (!scorecards) throw new Error("There is no panel of that id.");
  return scorecards;
}

/** @returns by file name what came of it: its kind, or why it was refused */
async function outcomes(app: AppParts, panelId: string | null, texts: Texts) {
  const intake = await drop(app, panelId, texts);
  if (intake.kind === "cancelled") throw new Error("It was cancelled.");
  return Object.fromEntries(intake.files.map(({ name, result }) => [name, outcomeOf(result)]));
}

/** @returns the text sealed to the panel's key, again and again */
async function sealToMany(text: string): Promise<string> {
  const encrypter = new Encrypter();
  for (let at = 0; at <= MOST_RECIPIENTS; at++) encrypter.addRecipient(panel.publicKey!);
  return armor.encode(await encrypter.encrypt(text));
}

const outcomeOf = (result: FileReport["result"]) => (result.kind === "refused" ? result.reason : result.kind);

/** @returns all that lies in the database, as text */
async function dump({ database }: AppParts): Promise<string> {
  const tables = await Promise.all(database.tables.map((table) => table.toArray()));
  return JSON.stringify(tables);
}

describe("files that come in", () => {
  test("in any order, twice, and sealed or not, they come to the same panel; it keeps them sealed", async () => {
    const files = {
      "2.age": await sealed(submittedFor("i2")),
      "3.json": plain(submittedFor("i3")),
      "1.age": await sealed(submittedFor("i1")),
      "1 again.age": await sealed(submittedFor("i1")),
    };
    expect(await outcomes(lead, panel.id, files)).toEqual({
      "2.age": "added",
      "3.json": "added",
      "1.age": "added",
      "1 again.age": "same",
    });
    expect(await outcomes(lead, null, files)).toEqual({
      "2.age": "same",
      "3.json": "same",
      "1.age": "same",
      "1 again.age": "same",
    });
    const stored = (await readPanel(lead.database, panel.id))!;
    expect(stored.rows.map(({ text }) => isSealed(text))).toEqual([true, true, true]);
    expect(await dump(lead)).not.toContain("weighed the salt");
    const scorecards = await unsealPanel(lead, panel.id);
    expect(scorecards.map(({ first }) => first.session.id).toSorted()).toEqual([
      "session i1",
      "session i2",
      "session i3",
    ]);
    expect(scorecards.find(({ first }) => first.session.id === "session i2")?.first).toEqual(
      submittedFor("i2"),
    );
  });

  test("the bad ones are named with their reason, the good one among them is in", async () => {
    const good = await sealed(submittedFor("i1"));
    const lines = good.trimEnd().split("\n");
    const flipped = lines.with(
      20,
      lines[20]!.replace(/^./u, (character) => (character === "A" ? "B" : "A")),
    );
    const otherPanel = await createPanel(lead, plan, smallGuide);
    const stranger = await newKeyPair();
    const newer = plain(submittedFor("i2")).replace('"version": 1', '"version": 2');
    const off = plain(submittedFor("i2")).replace('"rating": 5', '"rating": 7');
    const elsewhere = submittedFor("i2");
    const { panel: _panel, ...unplanned } = elsewhere.session;
    const files = {
      flipped: flipped.join("\n"),
      short: [...lines.slice(0, 30), lines.at(-1)].join("\n"),
      stranger: await seal(plain(submittedFor("i1")), stranger.publicKey),
      "other panel": await sealed(submittedFor("i1", 5, otherPanel)),
      "other panel, plain": plain(submittedFor("i1", 5, otherPanel)),
      candidate: plain({ ...elsewhere, session: { ...unplanned, candidate: "Somebody else" } }),
      newer: await seal(newer, panel.publicKey!),
      off: await seal(off, panel.publicKey!),
      "no JSON inside": await seal("{", panel.publicKey!),
      "for many": await sealToMany(plain(submittedFor("i1"))),
      open: plain({ ...completeInterview("open"), session: { ...completeInterview("open").session } }),
      guide: encodeGuideFile(smallGuide, START, "Test 1"),
      "not JSON": "hello",
      good,
    };
    expect(await outcomes(lead, panel.id, files)).toEqual({
      flipped: "tampered",
      short: "tampered",
      stranger: "otherKey",
      "other panel": "otherPanel",
      "other panel, plain": "otherPanel",
      candidate: "otherCandidate",
      newer: "newer",
      off: "damaged",
      "no JSON inside": "damaged",
      "for many": "damaged",
      open: "notSubmitted",
      guide: "notScorecard",
      "not JSON": "notScorecard",
      good: "added",
    });
    expect((await readPanel(lead.database, panel.id))?.rows).toHaveLength(1);
    expect((await readPanel(lead.database, otherPanel.id))?.rows).toHaveLength(0);
  });

  test("one with the candidate’s name as it was before the lead put it right waits until somebody says that both are one", async () => {
    const before = submittedFor("i1");
    const text = await sealed({ ...before, session: { ...before.session, candidate: "Amira Hadad" } });
    expect(await outcomes(lead, panel.id, { text })).toEqual({ text: "waits" });
    expect((await readPanel(lead.database, panel.id))?.rows).toHaveLength(0);
    expect(await take(lead, { text }, [before.session.id], panel.id)).toEqual({ text: "added" });
    expect(await outcomes(lead, panel.id, { text })).toEqual({ text: "same" });
    const [scorecard] = await unsealPanel(lead, panel.id);
    expect(scorecard?.first.session.candidate).toBe("Amira Hadad");
  });

  test("a submitted scorecard never changes: one with other content is refused, and the first one stays", async () => {
    const first = await sealed(submittedFor("i1", 5));
    expect(await outcomes(lead, panel.id, { a: first, b: await sealed(submittedFor("i1", 2)) })).toEqual({
      a: "added",
      b: "conflict",
    });
    expect(await outcomes(lead, panel.id, { b: await sealed(submittedFor("i1", 2)) })).toEqual({
      b: "conflict",
    });
    expect(await unsealPanel(lead, panel.id)).toMatchObject([
      { first: submittedFor("i1", 5), revisions: [] },
    ]);
  });

  test("revisions say whose they are and wait; taken, they are all kept, whichever comes first", async () => {
    const whole = submittedFor("i1");
    const [r1, r2] = [revision("r1", whole.session.id), revision("r2", whole.session.id)];
    const files = { a: await sealed(whole, [r2]), b: await sealed(whole, [r1]), c: await sealed(whole) };
    const intake = await drop(lead, panel.id, files);
    expect(intake).toMatchObject({
      files: [
        { result: { kind: "added" } },
        {
          result: {
            kind: "revised",
            waiting: [{ key: whole.session.id, interviewer: "Noor", at: r1.at, isOwn: false }],
          },
        },
        { result: { kind: "same" } },
      ],
    });
    expect(await unsealPanel(lead, panel.id)).toMatchObject([{ first: whole, revisions: [r2] }]);
    expect(await take(lead, { b: files.b }, [whole.session.id])).toEqual({ b: "revised" });
    expect(await unsealPanel(lead, panel.id)).toMatchObject([{ first: whole, revisions: [r1, r2] }]);
    expect(await dump(lead)).not.toContain("Read my notes again");
  });

  test("a second session of one interviewer waits until the first is taken out", async () => {
    const first = submittedFor("i1");
    const second = { ...first, session: { ...first.session, id: "second" } };
    const other = submit("second", second.session, 3);
    await drop(lead, panel.id, { a: await sealed(first) });
    expect(await outcomes(lead, panel.id, { b: await sealed(other) })).toEqual({ b: "secondSession" });
    const removed = await removeScorecard(lead, panel.id, first.session.id);
    expect(await outcomes(lead, panel.id, { b: await sealed(other) })).toEqual({ b: "added" });
    // Its place is taken now.
    await expect(putBackRemovedScorecard(lead, removed!)).rejects.toThrow("Another scorecard");
    expect((await unsealPanel(lead, panel.id)).map(({ first: { session } }) => session.id)).toEqual([
      "second",
    ]);
  });

  test("a wrong file is taken out with the place that it brought along, and put back whole", async () => {
    const uninvited = submit("own way", { ...completeInterview("own way").session, interviewer: "Kim" }, 4);
    await drop(lead, panel.id, { b: await sealed(submittedFor("i1")) });
    expect(await take(lead, { a: plain(uninvited) }, ["own way"], panel.id)).toEqual({ a: "added" });
    const before = (await readPanel(lead.database, panel.id))!;
    const removed = await removeScorecard(lead, panel.id, "own way");
    const without = (await readPanel(lead.database, panel.id))!;
    expect(without.panel.interviewers).toEqual(panel.interviewers);
    expect(without.rows.map(({ sessionId }) => sessionId)).toEqual(["session i1"]);
    await putBackRemovedScorecard(lead, removed!);
    const after = (await readPanel(lead.database, panel.id))!;
    expect(after.rows).toEqual(before.rows);
    expect(after.panel.interviewers).toEqual(before.panel.interviewers);
    expect(await removeScorecard(lead, panel.id, "not in")).toBeUndefined();
  });

  test("from the start of the debrief on no scorecard is taken out: it was read", async () => {
    await drop(lead, panel.id, { a: await sealed(submittedFor("i1")) });
    await savePanel(lead, panel.id, (stored) => ({ ...stored, debrief: startDebrief(stored.debrief, NOW) }));
    expect(await removeScorecard(lead, panel.id, "session i1")).toBeUndefined();
    expect(await unsealPanel(lead, panel.id)).toHaveLength(1);
  });

  test("two interviewers of one name are two", async () => {
    await drop(lead, panel.id, {
      a: await sealed(submittedFor("i2")),
      b: await sealed(submittedFor("i3", 1)),
    });
    const { rows } = (await readPanel(lead.database, panel.id))!;
    expect(
      rows.map(({ interviewerId, interviewer }) => `${interviewerId} ${interviewer}`).toSorted(),
    ).toEqual(["i2 Jo", "i3 Jo"]);
  });

  test("one who interviewed without the invitation waits for a word of the lead, then has a place in the panel", async () => {
    const uninvited = submit("own way", { ...completeInterview("own way").session, interviewer: "Kim" }, 4);
    const before = await dump(lead);
    expect(await drop(lead, panel.id, { a: plain(uninvited) })).toMatchObject({
      files: [{ result: { kind: "waits", waiting: [{ key: "own way", kind: "seat", interviewer: "Kim" }] } }],
    });
    expect(await dump(lead)).toBe(before);
    expect(await take(lead, { a: plain(uninvited) }, ["own way"], panel.id)).toEqual({ a: "added" });
    const stored = (await readPanel(lead.database, panel.id))!;
    expect(stored.panel.interviewers.at(-1)).toEqual({
      id: "own way",
      name: "Kim",
      questionIds: uninvited.session.questionIds,
    });
    expect(isSealed(stored.rows[0]!.text)).toBe(true);
  });

  test("plain files of one candidate make a panel, those of another one another; later ones join it", async () => {
    const app = newMachine();
    const of = (id: string, candidate: string, interviewer = "Jo") =>
      plain(submit(id, { ...completeInterview(id).session, candidate, interviewer }, 4));
    expect(
      await outcomes(app, null, {
        a: of("s1", "Amira Haddad"),
        b: of("s2", "amira  haddad"),
        c: of("s3", "Li Na"),
      }),
    ).toEqual({ a: "added", b: "added", c: "added" });
    expect(
      await outcomes(app, null, { d: of("s4", "Amira Haddad", "Kim"), a: of("s1", "Amira Haddad") }),
    ).toEqual({ d: "added", a: "same" });
    const panels = await listPanels(app.database);
    expect(
      panels.map(({ panel: { candidate, publicKey }, inCount }) => [candidate, publicKey, inCount]),
    ).toEqual(
      expect.arrayContaining([
        ["Amira Haddad", null, 3],
        ["Li Na", null, 1],
      ]),
    );
    const amira = panels.find(({ panel: { candidate } }) => candidate === "Amira Haddad")!;
    expect(await unsealPanel(app, amira.panel.id)).toHaveLength(3);
  });

  test("many files at once: cancelled, nothing of them is there; else each is in", async () => {
    const app = newMachine();
    const count = amountOf(1000, 200);
    const texts: Record<string, string> = {};
    for (let at = 0; at < count; at++) {
      texts[`${at}.json`] = plain(
        submit(`s${at}`, { ...completeInterview(`s${at}`).session, interviewer: `Kim ${at}` }, 4),
      );
    }
    const before = await dump(app);
    const controller = new AbortController();
    const files = Object.entries(texts).map(([name, text]) => new File([text], name));
    const cancelled = await addScorecardFiles(app, null, files, {
      signal: controller.signal,
      onProgress: (read) => {
        if (read >= count * 0.7) controller.abort();
      },
    });
    expect(cancelled).toEqual({ kind: "cancelled" });
    expect(await dump(app)).toBe(before);

    const seen: number[] = [];
    const done = await addScorecardFiles(app, null, files, {
      signal: new AbortController().signal,
      onProgress: (read, of) => {
        expect(of).toBe(count);
        seen.push(read);
      },
    });
    expect(seen).toEqual(Array.from({ length: count }, (_, at) => at + 1));
    expect(done).toMatchObject({ kind: "done", files: { length: count } });
    expect(await listPanels(app.database)).toMatchObject([{ inCount: count }]);
  }, 60_000);

  test("cancelled with the last of them read, nothing of them is there", async () => {
    const before = await dump(lead);
    const controller = new AbortController();
    const files = [new File([await sealed(submittedFor("i1"))], "a")];
    const onProgress = () => controller.abort();
    expect(await addScorecardFiles(lead, panel.id, files, { onProgress, signal: controller.signal })).toEqual(
      { kind: "cancelled" },
    );
    expect(await dump(lead)).toBe(before);
  });

  test("where the disk is full, nothing of them is there", async () => {
    const before = await dump(lead);
    vi.spyOn(lead.database.sealedScorecards, "bulkPut").mockRejectedValueOnce(new Error("full"));
    await expect(
      drop(lead, panel.id, { a: await sealed(submittedFor("i1")), b: await sealed(submittedFor("i2")) }),
    ).rejects.toThrow("full");
    expect(await dump(lead)).toBe(before);
  });

  test("a change of the panel in another tab meanwhile is not written over", async () => {
    const files = [new File([await sealed(submittedFor("i1"))], "a")];
    let saving: Promise<unknown> = Promise.resolve();
    const adding = addScorecardFiles(lead, panel.id, files, {
      signal: new AbortController().signal,
      onProgress: () => {
        saving = savePanel(lead, panel.id, (stored) => ({ ...stored, role: "Night baker" }));
      },
    });
    await expect(adding).rejects.toThrow("changed meanwhile");
    await saving;
    expect(await readPanel(lead.database, panel.id)).toMatchObject({
      panel: { role: "Night baker" },
      rows: [],
    });
  });
});

describe("before the own scorecard is submitted", () => {
  const own = () => {
    const whole = submittedFor("i1");
    const { submittedAt: _none, ...session } = whole.session;
    return { ...whole, session: { ...session, status: "wrapUp", submittedAt: null } } as WholeSession;
  };

  test("the lead's machine takes the others' in, shows who is in, and opens none", async () => {
    await putWholeSessions(lead.database, [own()]);
    await drop(lead, panel.id, { a: await sealed(submittedFor("i2", 2)), b: plain(submittedFor("i3", 3)) });
    const stored = (await readPanel(lead.database, panel.id))!;
    expect(stored.rows).toHaveLength(2);
    expect(shutReasonOn(stored)).toMatchObject({ kind: "openSession" });
    await expect(unsealPanel(lead, panel.id)).rejects.toThrow("not submitted yet");
    const { sealedScorecards } = lead.database;
    expect(JSON.stringify(await sealedScorecards.toArray())).not.toContain("weighed the salt");
  });

  test("a lead who interviews opens none before the own session is planned either", async () => {
    await savePanel(lead, panel.id, (stored) => ({ ...stored, leadId: "i1" }));
    await drop(lead, panel.id, { a: await sealed(submittedFor("i2")) });
    await expect(unsealPanel(lead, panel.id)).rejects.toThrow("Noor leads this panel");
    await putWholeSessions(lead.database, [submittedFor("i1")]);
    expect(await unsealPanel(lead, panel.id)).toHaveLength(2);
    expect(await listPanels(lead.database)).toMatchObject([{ inCount: 2 }]);
  });

  test("panels are opened together only where their debrief has started, and the shut ones say why", async () => {
    const start = (id: string) =>
      savePanel(lead, id, (stored) => ({ ...stored, debrief: startDebrief(stored.debrief, NOW) }));
    const other = await createPanel(lead, { ...plan, candidate: "Tom Ives" }, smallGuide);
    const files = {
      a: await sealed(submittedFor("i2")),
      b: await seal(
        plain({
          ...submittedFor("i3", 5, other),
          session: { ...submittedFor("i3", 5, other).session, id: "b" },
        }),
        other.publicKey!,
      ),
    };
    await drop(lead, null, files);
    expect(await unsealStartedPanels(lead)).toMatchObject({ opened: [], shut: [] });
    await start(other.id);
    await start(panel.id);
    expect(await unsealStartedPanels(lead)).toMatchObject({
      opened: [
        { panel: { id: other.id }, scorecards: [{ first: { session: { id: "b" } } }] },
        { panel: { id: panel.id }, scorecards: [{ first: { session: { id: "session i2" } } }] },
      ],
      shut: [],
    });
    await putWholeSessions(lead.database, [own()]);
    expect(await unsealStartedPanels(lead)).toMatchObject({
      opened: [{ panel: { id: other.id } }],
      shut: [{ panel: { id: panel.id }, reason: expect.stringContaining("not submitted yet") as string }],
    });
  });

  test("an interviewer's machine takes in no plain scorecard, no debrief and no session of the others", async () => {
    const app = newMachine();
    await putWholeSessions(app.database, [own()]);
    const theirs = submittedFor("i2");
    const debrief = encodeDebriefFile(
      { panel, guide: smallGuide, scorecards: [{ first: theirs, revisions: [] }] },
      START,
      "Test 1",
    );
    const before = await dump(app);
    expect(
      await outcomes(app, null, { plain: plain(theirs), debrief, sealed: await sealed(theirs) }),
    ).toEqual({ plain: "openSession", debrief: "openSession", sealed: "otherKey" });
    expect(await importFile(app, new File([plain(theirs)], "a"))).toMatchObject({ ok: false });
    expect(await dump(app)).toBe(before);
  });
});

describe("the debrief file", () => {
  async function debriefOfLead() {
    await drop(lead, panel.id, { a: await sealed(submittedFor("i1")), b: await sealed(submittedFor("i2")) });
    const scorecards = await unsealPanel(lead, panel.id);
    const stored = (await readPanel(lead.database, panel.id))!;
    const view = { panel: stored.panel, guide: stored.guide, attendance: [], shutReason: null, hasKey: true };
    return openPanelToFileText(lead, view, scorecards);
  }

  test("it opens the panel on another device, and a newer one brings what is new", async () => {
    const follower = newMachine();
    const text = await debriefOfLead();
    expect(await outcomes(follower, null, { text })).toEqual({ text: "added" });
    expect(await outcomes(follower, panel.id, { text })).toEqual({ text: "same" });
    expect(await unsealPanel(follower, panel.id)).toHaveLength(2);

    await savePanel(lead, panel.id, (stored) => ({
      ...stored,
      debrief: { ...stored.debrief, startedAt: NOW },
    }));
    await drop(lead, panel.id, { c: await sealed(submittedFor("i3")) });
    const newer = await debriefOfLead();
    expect(await outcomes(follower, null, { newer, text })).toEqual({ newer: "revised", text: "same" });
    expect(await unsealPanel(follower, panel.id)).toHaveLength(3);
    expect((await readPanel(follower.database, panel.id))?.panel.debrief.startedAt).toBe(NOW);
    expect((await decodeDebriefFile(newer)).ok).toBe(true);
  });

  const later = (app: AppParts, ms: number): AppParts => {
    const machine = newMachine();
    return { ...machine, clock: { ...machine.clock, now: () => app.clock.now() + ms } };
  };
  const decide = () =>
    savePanel(lead, panel.id, (stored) => ({
      ...stored,
      debrief: {
        ...stored.debrief,
        startedAt: NOW,
        recommendationsShownAt: NOW,
        decision: { outcome: "hire", reason: "Good.", decidedAt: NOW },
      },
    }));

  test.each(["one after the other", "at once"])(
    "the newer of two is taken whenever they are opened, %s: the time of the import decides nothing",
    async (how) => {
      const monday = await debriefOfLead();
      await decide();
      const tuesday = await debriefOfLead();
      // Back from a holiday.
      const follower = later(lead, 24 * 60 * MINUTE);
      if (how === "at once") await drop(follower, null, { tuesday, monday });
      else {
        expect(await outcomes(follower, null, { monday })).toEqual({ monday: "added" });
        expect(await outcomes(follower, null, { tuesday })).toEqual({ tuesday: "revised" });
        expect(await outcomes(follower, null, { monday })).toEqual({ monday: "same" });
      }
      const stored = (await readPanel(follower.database, panel.id))!;
      expect(stored.panel).toEqual((await readPanel(lead.database, panel.id))!.panel);
      expect(stored.panel.debrief.decision?.outcome).toBe("hire");
    },
  );

  test("a scorecard that is here never changes by it, the interviewer’s own least of all", async () => {
    const follower = newMachine();
    const own = submittedFor("i1");
    await putWholeSessions(follower.database, [own]);
    const file = (...scorecards: readonly Scorecard[]) =>
      encodeDebriefFile(
        { panel: { ...panel, updatedAt: NOW + 1e6 * scorecards.length }, guide: smallGuide, scorecards },
        START,
        "Test 1",
      );
    const theirs = { first: submittedFor("i2"), revisions: [] };
    expect(await outcomes(follower, null, { a: file(theirs) })).toEqual({ a: "added" });
    const forged = [
      { first: submittedFor("i1", 1), revisions: [] },
      { first: submittedFor("i2", 1), revisions: [] },
    ];
    const intake = await drop(follower, null, { b: file(...forged) });
    expect(intake).toMatchObject({
      files: [
        {
          result: {
            kind: "conflict",
            problems: ["Noor", "Jo"].map((name) => ({
              message: expect.stringContaining(
                `${name}’s scorecard is already here with different content`,
              ) as string,
            })),
          },
        },
      ],
    });
    expect(await take(follower, { b: file(...forged) }, ["session i1", "session i2"])).toEqual({
      b: "conflict",
    });
    const read = await unsealPanel(follower, panel.id);
    expect(read.map(({ first }) => first)).toEqual(expect.arrayContaining([own, theirs.first]));
    expect(read).toHaveLength(2);
  });

  test("a revision of the lead’s own scorecard reaches the others, who take it when they know whose it is", async () => {
    const own = submittedFor("i1");
    await putWholeSessions(lead.database, [own]);
    await drop(lead, panel.id, { a: await sealed(submittedFor("i2")) });
    const write = async () => {
      const stored = (await readPanel(lead.database, panel.id))!;
      return openPanelToFileText(lead, stored, await unsealPanel(lead, panel.id));
    };
    const first = await write();
    const follower = newMachine();
    expect(await outcomes(follower, null, { first })).toEqual({ first: "added" });
    const wanted = { reason: "Read my notes again.", areas: {}, recommendation: "no" as const, summary: "" };
    expect(await recordRevision(lead, { first: own, revisions: [] }, wanted)).toBeNull();
    const second = await write();
    const intake = await drop(follower, null, { second });
    expect(intake).toMatchObject({
      files: [{ result: { kind: "revised", waiting: [{ key: own.session.id, interviewer: "Noor" }] } }],
    });
    const revisionsHere = async () =>
      (await unsealPanel(follower, panel.id)).find(({ first: one }) => one.session.id === own.session.id)
        ?.revisions;
    expect(await revisionsHere()).toEqual([]);
    expect(await take(follower, { second }, [own.session.id])).toEqual({ second: "revised" });
    expect(await revisionsHere()).toMatchObject([{ reason: "Read my notes again." }]);
    expect(await outcomes(follower, null, { second })).toEqual({ second: "same" });
  });

  test("holds no recommendation that was not shown; a later one brings it, unasked, and the own scorecard stays whole", async () => {
    const [own, theirs] = [submittedFor("i1"), submittedFor("i2", 1)];
    await drop(lead, panel.id, { a: await sealed(own), b: await sealed(theirs) });
    const write = async (change: Partial<Debrief>) => {
      await savePanel(lead, panel.id, (one) => ({ ...one, debrief: { ...one.debrief, ...change } }));
      const stored = (await readPanel(lead.database, panel.id))!;
      return openPanelToFileText(lead, stored, await unsealPanel(lead, panel.id));
    };
    const early = await write({ startedAt: NOW });
    const late = await write({ recommendationsShownAt: NOW });
    expect(JSON.parse(early)).toMatchObject({
      scorecards: [own, theirs].map(() => ({ session: { recommendation: null, summary: "" } })),
    });
    const follower = newMachine();
    await putWholeSessions(follower.database, [theirs]);
    const recommended = async () =>
      (await unsealPanel(follower, panel.id)).map(({ first: { session } }) => session.recommendation);
    expect(await outcomes(follower, null, { early })).toEqual({ early: "added" });
    expect(await recommended()).toEqual([null, theirs.session.recommendation]);
    expect(await outcomes(follower, null, { late })).toEqual({ late: "revised" });
    expect(await recommended()).toEqual([own.session.recommendation, theirs.session.recommendation]);
    expect(await outcomes(follower, null, { early })).toEqual({ early: "same" });
    // What the lead has in full is not made less by the own file.
    expect(await outcomes(lead, null, { early })).toEqual({ early: "same" });
  });

  test("where the panel’s key is lost, one that nobody can compare stops no other file", async () => {
    const debrief = await debriefOfLead();
    await lead.database.panelKeys.clear();
    const other = plain(submit("x", { ...completeInterview("x").session, candidate: "Li Na" }, 4));
    expect(await outcomes(lead, null, { other, debrief })).toMatchObject({ other: "added" });
    expect((await readPanel(lead.database, panel.id))?.rows.every(({ text }) => isSealed(text))).toBe(true);
  });

  test("where the panel is led from, a newer debrief of a file waits for somebody to say so", async () => {
    const text = await debriefOfLead();
    const value = JSON.parse(text) as { panel: { updatedAt: string; debrief: { startedAt: string | null } } };
    value.panel.updatedAt = "2026-12-24T10:30:00.000Z";
    value.panel.debrief.startedAt = "2026-12-24T10:30:00.000Z";
    const newer = JSON.stringify(value);
    const before = await dump(lead);
    expect(await drop(lead, null, { newer })).toMatchObject({
      files: [{ result: { kind: "revised", waiting: [{ key: panel.id, kind: "panel" }] } }],
    });
    expect(await dump(lead)).toBe(before);
    await take(lead, { newer }, [panel.id]);
    expect((await readPanel(lead.database, panel.id))?.panel.debrief.startedAt).toBe(
      Date.parse("2026-12-24T10:30:00.000Z"),
    );
  });

  test("a panel without a key does not tell who leads it: a decision in it is not replaced unasked", async () => {
    const machine = newMachine();
    await drop(machine, null, { a: plain(submit("own way", completeInterview("own way").session, 4)) });
    const [{ panel: unsealed } = {}] = await listPanels(machine.database);
    const decided = (outcome: "hire" | "noHire", updatedAt: number): Panel => ({
      ...unsealed!,
      updatedAt,
      debrief: {
        ...unsealed!.debrief,
        startedAt: NOW,
        recommendationsShownAt: NOW,
        decision: { outcome, reason: "Written here.", decidedAt: NOW },
      },
    });
    await savePanel(machine, unsealed!.id, () => decided("hire", NOW + 1));
    const returned = encodeDebriefFile(
      { panel: decided("noHire", NOW + 1e6), guide: smallGuide, scorecards: [] },
      START,
      "Test 1",
    );
    expect(await drop(machine, null, { returned })).toMatchObject({
      files: [{ result: { kind: "revised", waiting: [{ key: unsealed!.id, kind: "panel" }] } }],
    });
    const outcome = async () =>
      (await readPanel(machine.database, unsealed!.id))?.panel.debrief.decision?.outcome;
    expect(await outcome()).toBe("hire");
    await take(machine, { returned }, [unsealed!.id]);
    expect(await outcome()).toBe("noHire");
  });

  test("on the lead's own machine it changes nothing, and a damaged one nothing anywhere", async () => {
    const text = await debriefOfLead();
    const before = await dump(lead);
    expect(await outcomes(lead, null, { text })).toEqual({ text: "same" });
    expect(await dump(lead)).toBe(before);
    const follower = newMachine();
    expect(await outcomes(follower, null, { text: text.replace('"rating": 5', '"rating": 7') })).toEqual({
      text: "damaged",
    });
    expect(await listPanels(follower.database)).toEqual([]);
  });
});

describe("a key that is lost", () => {
  let recovery: string;
  let key: PanelKeyRow;

  beforeEach(async () => {
    recovery = (await panelToRecoveryFile(lead, panel))!;
    await drop(lead, panel.id, { a: await sealed(submittedFor("i1")) });
    key = (await lead.database.panelKeys.get(panel.id))!;
    await lead.database.panelKeys.clear();
  });

  /** @returns the file as it is now, from a device that has the key */
  async function newRecovery(): Promise<string> {
    await lead.database.panelKeys.put(key);
    return (await panelToRecoveryFile(lead, panel))!;
  }

  async function debriefFile(): Promise<string> {
    const stored = (await readPanel(lead.database, panel.id))!;
    return encodeDebriefFile({ ...stored, scorecards: [] }, NOW, "Test 1");
  }

  const withKim = (stored: Panel): Panel => ({
    ...stored,
    interviewers: [...stored.interviewers, { id: "i4", name: "Kim", questionIds: ["failed"] }],
  });

  async function decidedOnLead(): Promise<Panel> {
    const debrief: Debrief = {
      ...panel.debrief,
      startedAt: NOW,
      agreedByAreaId: { "failed.cause": { rating: 4, note: "Settled." } },
      recommendationsShownAt: NOW,
      decision: { outcome: "hire", reason: "Good.", decidedAt: NOW },
    };
    return (await savePanel(lead, panel.id, (stored) => ({ ...stored, debrief })))!;
  }

  test("comes back from the recovery file, and what is sealed opens again", async () => {
    await expect(unsealPanel(lead, panel.id)).rejects.toThrow("key is not on this device");
    expect(await outcomes(lead, panel.id, { recovery })).toEqual({ recovery: "key" });
    expect(await unsealPanel(lead, panel.id)).toMatchObject([{ first: submittedFor("i1"), revisions: [] }]);
    expect(await panelToRecoveryFile(lead, panel)).toContain(/^AGE-SECRET-KEY-.*$/mu.exec(recovery)![0]);
    expect(await outcomes(lead, null, { recovery })).toEqual({ recovery: "same" });
  });

  test("opens the sealed files that are dropped before it in the same go", async () => {
    const files = { b: await sealed(submittedFor("i2")), again: plain(submittedFor("i1")) };
    expect(await outcomes(lead, panel.id, files)).toEqual({ b: "otherKey", again: "otherKey" });
    expect(await outcomes(lead, panel.id, { ...files, recovery })).toEqual({
      recovery: "key",
      b: "added",
      again: "same",
    });
  });

  test("brings the panel back as it was planned where the browser lost all of it, also alone", async () => {
    const app = newMachine();
    expect(await outcomes(app, null, { recovery })).toEqual({ recovery: "restored" });
    const stored = await readPanel(app.database, panel.id);
    expect(stored?.panel).toMatchObject({ candidate: "Amira Haddad", interviewers: plan.interviewers });
    expect(stored?.secretKey).toMatch(/^AGE-SECRET-KEY-/u);
  });

  test("takes no decision away where it is newer than the debrief here, and brings the plan", async () => {
    const app = newMachine();
    const { debrief } = await decidedOnLead();
    await outcomes(app, null, { debrief: await debriefFile() });
    const { interviewers } = (await savePanel(lead, panel.id, withKim))!;
    const newer = await newRecovery();
    expect(await outcomes(app, null, { newer })).toEqual({ newer: "key" });
    const stored = async () => (await readPanel(app.database, panel.id))?.panel;
    expect(await stored()).toMatchObject({ debrief, interviewers });
    expect(await outcomes(app, null, { newer })).toEqual({ newer: "same" });
    expect(await stored()).toMatchObject({ debrief, interviewers });
  });

  test("takes no plan back to what it was, where the debrief began: an older one after a newer one adds nothing", async () => {
    const app = newMachine();
    await decidedOnLead();
    await outcomes(app, null, { debrief: await debriefFile() });
    const older = await savePanel(lead, panel.id, (stored) => ({ ...stored, role: "Old role" })).then(
      newRecovery,
    );
    await savePanel(lead, panel.id, (stored) => withKim({ ...stored, role: "New role", dueAt: NOW }));
    const newer = await newRecovery();
    const before = (await readPanel(app.database, panel.id))!.panel;
    for (const files of [{ newer }, { older }, { newer, older }, { older, newer }]) {
      await outcomes(app, null, files);
      const { panel: stored } = (await readPanel(app.database, panel.id))!;
      expect(stored).toEqual({ ...before, interviewers: withKim(before).interviewers });
    }
  });

  test("is as old as the start of its debrief on a device that has lost it, not as old as its plan", async () => {
    const app = newMachine();
    const startedAt = NOW + 60_000;
    await savePanel(lead, panel.id, (stored) => ({ ...stored, debrief: { ...stored.debrief, startedAt } }));
    const recovered = await newRecovery();
    expect(await outcomes(app, null, { recovered })).toEqual({ recovered: "restored" });
    expect((await readPanel(app.database, panel.id))?.panel.updatedAt).toBe(startedAt);
  });

  test("shuts no decision out that comes after it: the lead is asked, since the panel is led here then", async () => {
    const app = newMachine();
    const { debrief } = await decidedOnLead();
    const decided = await debriefFile();
    await savePanel(lead, panel.id, withKim);
    expect(await outcomes(app, null, { newer: await newRecovery() })).toEqual({ newer: "restored" });
    expect(await drop(app, null, { decided })).toMatchObject({
      files: [{ result: { kind: "revised", waiting: [{ key: panel.id, kind: "panel" }] } }],
    });
    await take(app, { decided }, [panel.id]);
    expect((await readPanel(app.database, panel.id))?.panel.debrief).toEqual(debrief);
  });

  test("keeps its plan above an older one, where no debrief began", async () => {
    const app = newMachine();
    const [older, before] = [await newRecovery(), await debriefFile()];
    const { interviewers } = (await savePanel(lead, panel.id, withKim))!;
    await outcomes(app, null, { newer: await newRecovery() });
    expect(await outcomes(app, null, { older })).toEqual({ older: "same" });
    expect(await outcomes(app, null, { before })).toEqual({ before: "same" });
    expect((await readPanel(app.database, panel.id))?.panel.interviewers).toEqual(interviewers);
  });

  test("is a key alone in the file of an earlier version: then the scorecards beside it bring the panel back", async () => {
    const app = newMachine();
    recovery = recovery.replaceAll(/^# (?:panel:|  ).*\n/gmu, "");
    expect(await outcomes(app, null, { recovery })).toEqual({ recovery: "otherKey" });
    const other = await createPanel(newMachine(), plan, smallGuide);
    const disguised = submittedFor("i3", 5, other);
    const files = {
      recovery,
      a: await sealed(submittedFor("i1")),
      b: await sealed(submittedFor("i2")),
      "sealed to this panel, of another": await seal(plain(disguised), panel.publicKey!),
    };
    expect(await outcomes(app, null, files)).toEqual({
      recovery: "key",
      a: "added",
      b: "added",
      "sealed to this panel, of another": "otherPanel",
    });
    expect(await unsealPanel(app, panel.id)).toHaveLength(2);
    expect((await readPanel(app.database, panel.id))?.panel).toMatchObject({
      publicKey: panel.publicKey,
      candidate: "Amira Haddad",
      interviewers: [{ id: "i1" }, { id: "i2" }],
    });
    expect(await panelToRecoveryFile(app, panel)).toContain("AGE-SECRET-KEY-1");
    expect(await dump(app)).not.toContain("weighed the salt");
  });

  test("brings no panel back from scorecards that name none, or another one", async () => {
    const app = newMachine();
    recovery = recovery.replaceAll(/^# (?:panel:|  ).*\n/gmu, "");
    const other = await createPanel(newMachine(), plan, smallGuide);
    const ofNone = plain(submit("x", completeInterview("x").session, 4));
    const before = await dump(app);
    expect(
      await outcomes(app, null, {
        "of none": await seal(ofNone, panel.publicKey!),
        "of another": await seal(plain(submittedFor("i1", 5, other)), panel.publicKey!),
        recovery,
      }),
    ).toEqual({ "of none": "otherPanel", "of another": "otherPanel", recovery: "otherKey" });
    expect(await dump(app)).toBe(before);
  });

  test("is told from another panel's and from a damaged one, which change nothing", async () => {
    const other = await createPanel(lead, { ...plan, candidate: "Tom Ives" }, smallGuide);
    const others = (await panelToRecoveryFile(lead, other))!;
    const before = await dump(lead);
    const files = {
      others,
      damaged: recovery.replace(/(SECRET-KEY-1...)./u, "$11"),
      short: recovery.slice(0, -10),
    };
    expect(await outcomes(lead, panel.id, files)).toEqual({
      others: "otherKey",
      damaged: "damaged",
      short: "damaged",
    });
    expect(await dump(lead)).toBe(before);
  });

  test("is found in an identity file that holds other keys as well, with blanks and the other line ends", async () => {
    const stranger = await newKeyPair();
    const many = `# mine\r\n  ${stranger.secretKey}\r\n${recovery.replaceAll("\n", "\r\n")}`;
    expect(await outcomes(lead, null, { many })).toEqual({ many: "key" });
    expect(await unsealPanel(lead, panel.id)).toHaveLength(1);
  });
});

test("while many scorecards are opened, the page can draw and take keys in between", async () => {
  const others = { "2.age": await sealed(submittedFor("i2")), "3.age": await sealed(submittedFor("i3")) };
  await drop(lead, panel.id, { "1.age": await sealed(submittedFor("i1")), ...others });
  const pauses = vi.spyOn(globalThis, "setTimeout");
  expect((await unsealPanels(lead, [panel.id])).get(panel.id)).toHaveLength(3);
  const quick = pauses.mock.calls.length;
  let ms = 0;
  const slow = { ...lead, clock: { ...lead.clock, monotonic: () => (ms += 60) } };
  expect((await unsealPanels(slow, [panel.id])).get(panel.id)).toHaveLength(3);
  expect([quick, pauses.mock.calls.length - quick]).toEqual([0, 3]);
  pauses.mockRestore();
});

describe("a panel", () => {
  test("it is deleted with its key, and comes back with it; once a scorecard is in, it is a record", async () => {
    const before = await dump(lead);
    const deleted = await removePanel(lead, panel.id);
    expect(await listPanels(lead.database)).toEqual([]);
    expect(await lead.database.panelKeys.count()).toBe(0);
    expect(await unsealPanels(lead, [panel.id])).toEqual(new Map());
    await putBackRemovedPanel(lead, deleted!);
    expect(await dump(lead)).toBe(before);
    await drop(lead, panel.id, { a: await sealed(submittedFor("i1")) });
    await expect(removePanel(lead, panel.id)).rejects.toThrow("Delete it under “Candidates”");
    expect(await lead.database.sealedScorecards.count()).toBe(1);
    expect(await removePanel(lead, "gone")).toBeUndefined();
    expect(await savePanel(lead, "gone", (stored) => stored)).toBeUndefined();
  });

  test("the guide that it asks from is not deleted under it", async () => {
    expect((await readShelf(lead.database)).usedIds).toEqual(new Set([plan.guideId]));
    expect(await deleteLineage(lead.database, plan.guideId)).toBeUndefined();
  });

  test("its secret key is in the recovery file and nowhere else that leaves the machine", async () => {
    const [{ secretKey } = { secretKey: "" }] = await lead.database.panelKeys.toArray();
    expect(secretKey).toMatch(/^AGE-SECRET-KEY-1/u);
    expect(await panelToRecoveryFile(lead, panel)).toContain(secretKey);
    expect(await panelToRecoveryFile(newMachine(), panel)).toBeUndefined();
    const { fileText } = await invite(lead, invitationOf(panel, panel.interviewers[0]!), smallGuide, 60);
    expect(fileText).toContain(panel.publicKey);
    expect(fileText).not.toContain("SECRET");
  });

  test("an invitation plans a session once; its sealed scorecard comes back with what was revised", async () => {
    const app = newMachine();
    const { fileText } = await invite(lead, invitationOf(panel, panel.interviewers[1]!), smallGuide, 60);
    const decoded = await decodeInvitationFile(fileText);
    if (!decoded.ok) throw new Error("The invitation can't be read.");
    expect(await examineInvitation(app, decoded.value)).toEqual({
      kind: "new",
      guide: smallGuide,
      others: [],
    });
    const when = { scheduledAt: START, slotMinutes: 60 };
    // The button pressed twice, or two tabs with the link.
    const accept = () => acceptInvitation(app, decoded.value, smallGuide, when);
    const [id, again] = await Promise.all([accept(), accept()]);
    expect([again, await accept()]).toEqual([id, id]);
    expect(await app.database.sessions.count()).toBe(1);
    expect(await examineInvitation(app, decoded.value)).toEqual({
      kind: "accepted",
      sessionId: id,
      isTeamNew: false,
      changes: [],
      replan: smallGuide,
    });

    // The lead changes it.
    const { invitation } = decoded.value;
    const other = {
      ...decoded.value,
      invitation: { ...invitation, level: "lead" as const, questionIds: ["failed"] },
    };
    expect(await examineInvitation(app, other)).toMatchObject({ changes: ["level", "questions"] });
    const ofGone = { ...other, guide: null, invitation: { ...other.invitation, guideId: "gone" } };
    expect(await examineInvitation(app, ofGone)).toMatchObject({ kind: "accepted", replan: "noGuide" });
    await planAsInvited(app, id, other, smallGuide);
    expect(await examineInvitation(app, other)).toMatchObject({ changes: [] });
    expect((await readWholeSession(app, id))?.session).toMatchObject({
      level: "lead",
      questionIds: ["failed"],
      ...when,
      status: "planned",
    });
    await planAsInvited(app, id, decoded.value, smallGuide);
    expect(await examineInvitation(newMachine(), { ...decoded.value, guide: null })).toEqual({
      kind: "noGuide",
    });

    const submittedHere = submit(
      id,
      { ...completeInterview(id).session, ...picked(submittedFor("i2").session), id },
      4,
    );
    const backInCall = startSession(
      { ...submittedHere, session: { ...submittedHere.session, status: "wrapUp" } },
      NOW,
    );
    expect(backInCall.session).toMatchObject({ status: "live", panel: submittedHere.session.panel });
    expect(finishSession(backInCall, NOW).session).toMatchObject({
      status: "wrapUp",
      panel: submittedHere.session.panel,
    });
    await putWholeSessions(app.database, [submittedHere]);
    const scorecard = { first: submittedHere, revisions: [] };
    const wanted = { reason: "", areas: {}, recommendation: "no" as const, summary: "" };
    expect(await recordRevision(app, scorecard, wanted)).toBe("noReason");
    expect(await recordRevision(app, scorecard, { ...wanted, reason: "Slept on it." })).toBeNull();
    const revisions = await loadRevisions(app.database, id);
    const text = await scorecardToSealedText(app, { ...scorecard, revisions }, panel.publicKey!);
    expect(await outcomes(lead, panel.id, { text })).toEqual({ text: "added" });
    expect(await unsealPanel(lead, panel.id)).toMatchObject([
      { first: { session: { id } }, revisions: [{ reason: "Slept on it." }] },
    ]);
  });
});
