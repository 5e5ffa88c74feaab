import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import samplePanel from "../../../data/samples/panel.json" with { type: "json" };
import sampleSession from "../../../data/samples/session.json" with { type: "json" };
import { handedOver, handOver } from "../../../src/domain/session/handOver.ts";
import { isSampleSession } from "../../../src/domain/session/session.ts";
import { summarise, type WholeSession } from "../../../src/domain/session/wholeSession.ts";
import type { Revision } from "../../../src/domain/session/scorecard.ts";
import { newKeyPair, seal } from "../../../src/interchange/files/encryption.ts";
import { encodeSessionFile } from "../../../src/interchange/formats/sessionFile.ts";
import type { AppParts } from "../../../src/state/app/appContext.ts";
import { invite } from "../../../src/state/panels/invitations.ts";
import { takeImported } from "../../../src/state/session/importing.ts";
import { importFile } from "../../importFile.ts";
import {
  readLast,
  readWholeSession,
  savePlanned,
  startPlanned,
} from "../../../src/state/session/planning.ts";
import { putBackSessions, removeSession } from "../../../src/state/session/removal.ts";
import { encodeCalendar } from "../../../src/interchange/formats/calendar.ts";
import { acquireDocumentLock } from "../../../src/state/documents/documentLock.ts";
import { holdCandidate } from "../../../src/state/candidates/candidates.ts";
import { HeldError } from "../../../src/storage/candidates/holds.ts";
import { createDatabase } from "../../../src/storage/database.ts";
import { loadRevisions } from "../../../src/storage/session/revisions.ts";
import { putWholeSessions, writeSetting } from "../../../src/storage/session/sessions.ts";
import {
  completeInterview,
  liveInterview,
  MINUTE,
  plannedInterview,
  smallGuide,
  smallPlan,
  START,
  submittedInterview,
} from "../../smallInterview.ts";
import { invitationOf } from "../../../src/domain/panels/panel.ts";
import { smallPanel, smallRevision, smallScorecard } from "../../smallPanel.ts";
import { createLocks } from "../fakeLocks.ts";

let app: AppParts;
let now: number;
let count = 0;

beforeEach(() => {
  vi.stubGlobal("navigator", { locks: createLocks() });
  now = START + MINUTE;
  app = {
    database: createDatabase(`library ${count++}`),
    clock: { now: () => now++, monotonic: () => 0 },
    newId: () => `id${count++}`,
    appName: "Test 1",
  };
});

afterEach(() => {
  app.database.close();
  vi.unstubAllGlobals();
});

const openInTab = (id: string) =>
  acquireDocumentLock(id, { onAsked: () => Promise.resolve(), onLost: () => {} });
const untilNobodyWrites = () =>
  vi.waitFor(async () => expect((await navigator.locks.query()).held).toEqual([]));
const fileOf = (whole: WholeSession, revisions: readonly Revision[] = []) =>
  new File([encodeSessionFile(whole, START, "Test 1", revisions)], "session.json");
const retold = (whole: WholeSession, summary: string) => ({
  ...summarise(whole, summary, whole.session.updatedAt + MINUTE),
});

describe("a plan", () => {
  test("the interviewer’s name is remembered from the last one", async () => {
    expect(await readLast(app, "interviewer")).toBe("");
    await savePlanned(app, "a", smallPlan({ interviewer: "Noor" }), smallGuide);
    expect(await readLast(app, "interviewer")).toBe("Noor");
    await writeSetting(app.database, "interviewer", 7);
    expect(await readLast(app, "interviewer")).toBe("");
  });

  test("it goes live once: begun again, the interview keeps its beginning", async () => {
    await putWholeSessions(app.database, [plannedInterview("a")]);
    await startPlanned(app, "a");
    const begun = await readWholeSession(app, "a");
    expect(begun?.session.status).toBe("live");
    await startPlanned(app, "a");
    expect(await readWholeSession(app, "a")).toEqual(begun);
    await startPlanned(app, "unknown");
    expect(await app.database.sessions.count()).toBe(1);
  });

  test("it goes live under a legal hold, which keeps what there is and forbids no interview", async () => {
    await putWholeSessions(app.database, [plannedInterview("a")]);
    await holdCandidate(app, "amira haddad", "A complaint is open");
    await startPlanned(app, "a");
    expect((await readWholeSession(app, "a"))?.session.status).toBe("live");
    // Nothing of it is written over then.
    await expect(putWholeSessions(app.database, [plannedInterview("a")])).rejects.toThrow(HeldError);
  });

  test("under a hold it keeps its name", async () => {
    await putWholeSessions(app.database, [plannedInterview("a")]);
    await holdCandidate(app, "amira haddad", "A complaint is open");
    const renamed = liveInterview("a", { candidate: "Eva Lund" });
    await expect(putWholeSessions(app.database, [renamed])).rejects.toThrow(HeldError);
    expect((await readWholeSession(app, "a"))?.session.candidate).toBe("Amira Haddad");
  });

  test("it stays a plan while another tab has it open, and that is said", async () => {
    await putWholeSessions(app.database, [plannedInterview("a")]);
    await openInTab("a");
    await expect(startPlanned(app, "a")).rejects.toThrow("open in another tab");
    expect((await readWholeSession(app, "a"))?.session.status).toBe("planned");
  });
});

describe("a file that is brought in", () => {
  const revision: Revision = {
    ...smallRevision("r1", START + 20 * MINUTE, "failed.cause", 3),
    sessionId: "a",
  };

  test("brings its interview once; a revision that is new to it says whose it is, and waits", async () => {
    const whole = submittedInterview("a");
    expect(await importFile(app, fileOf(whole))).toMatchObject({ value: { kind: "added" } });
    expect(await importFile(app, fileOf(whole))).toMatchObject({ value: { kind: "same" } });
    const found = await importFile(app, fileOf(whole, [revision]));
    expect(found).toMatchObject({
      value: { kind: "revision", asked: { interviewer: "Noor", revisions: [revision], isOwn: true } },
    });
    expect(await loadRevisions(app.database, "a")).toEqual([]);
    expect(await takeImported(app, { whole, revisions: [revision] })).toBe("done");
    expect(await readWholeSession(app, "a")).toEqual(whole);
    expect(await loadRevisions(app.database, "a")).toEqual([revision]);
    const forged = { ...revision, reason: "Changed since." };
    expect(await importFile(app, fileOf(whole, [forged]))).toMatchObject({
      value: { kind: "conflict", canReplace: false },
    });
    expect(await takeImported(app, { whole, revisions: [forged] })).toBe("final");
    expect(await loadRevisions(app.database, "a")).toEqual([revision]);
  });

  test("takes no revision away from another scorecard by bearing its id", async () => {
    await importFile(app, fileOf(submittedInterview("a"), [revision]));
    const stolen = { ...revision, sessionId: "b", reason: "Something else." };
    expect(await importFile(app, fileOf(submittedInterview("b"), [stolen]))).toMatchObject({ ok: false });
    expect(await loadRevisions(app.database, "a")).toEqual([revision]);
    expect(await readWholeSession(app, "b")).toBeUndefined();
  });

  test("that tells an interview otherwise names both, and changes nothing until somebody says so", async () => {
    const here = completeInterview("a");
    await putWholeSessions(app.database, [here]);
    const theirs = retold(here, "Otherwise.");
    const imported = await importFile(app, fileOf(theirs));
    expect(imported).toMatchObject({
      ok: true,
      value: {
        kind: "conflict",
        whole: theirs,
        canReplace: true,
        here: { interviewer: "Noor", status: "wrapUp", at: here.session.updatedAt },
        incoming: { interviewer: "Noor", status: "wrapUp", at: theirs.session.updatedAt },
      },
    });
    expect(await readWholeSession(app, "a")).toEqual(here);
    expect(await takeImported(app, { whole: theirs, revisions: [] })).toBe("done");
    expect(await readWholeSession(app, "a")).toEqual(theirs);
  });

  test("is put over no interview that a tab has open or that a hold keeps, nor over one that is submitted or live", async () => {
    const here = completeInterview("a");
    const [submitted, live] = [submittedInterview("b"), liveInterview("c")];
    await putWholeSessions(app.database, [here, submitted, live]);
    const take = (whole: WholeSession) => takeImported(app, { whole, revisions: [] });
    const lock = await openInTab("a");
    expect(await take(retold(here, "Otherwise."))).toBe("open");
    lock?.release();
    expect(await take(retold(completeInterview("b"), "Otherwise."))).toBe("final");
    const othersLive = { ...live, session: { ...live.session, interviewer: "Noor", role: "Other" } };
    expect(await importFile(app, fileOf(othersLive))).toMatchObject({
      value: { kind: "conflict", canReplace: false, here: { status: "live" } },
    });
    expect(await take(retold(completeInterview("c"), "Otherwise."))).toBe("final");
    await untilNobodyWrites();
    await app.database.holds.add({ candidateKey: "amira haddad", reason: "a complaint", heldAt: START });
    await expect(take(retold(here, "Otherwise."))).rejects.toThrow("a complaint");
    expect([
      await readWholeSession(app, "a"),
      await readWholeSession(app, "b"),
      await readWholeSession(app, "c"),
    ]).toEqual([here, submitted, live]);
  });

  test("that was handed over comes back on a click, with all that was added since, and goes on here", async () => {
    const away = handOver(liveInterview("a"), START + MINUTE);
    await putWholeSessions(app.database, [away]);
    const sent = handedOver(away);
    expect(await importFile(app, fileOf(sent))).toMatchObject({ value: { kind: "same" } });
    const added = summarise(sent, "Went on there.", START + 2 * MINUTE);
    expect(await importFile(app, fileOf(added))).toMatchObject({
      value: { kind: "conflict", canReplace: true, comesBack: true },
    });
    expect(await readWholeSession(app, "a")).toEqual(away);
    expect(await takeImported(app, { whole: added, revisions: [] })).toBe("done");
    expect(await readWholeSession(app, "a")).toEqual(added);
  });

  test("that another device handed over does not say so here, where nobody did", async () => {
    const away = handOver(liveInterview("a"), START + MINUTE);
    await importFile(app, fileOf(away));
    expect(await readWholeSession(app, "a")).toEqual(handedOver(away));
  });

  test("that comes back does so under a hold on the candidate too, who keeps the name; nothing is lost by it", async () => {
    const away = handOver(liveInterview("a"), START + MINUTE);
    await putWholeSessions(app.database, [away]);
    await app.database.holds.add({ candidateKey: "amira haddad", reason: "a complaint", heldAt: START });
    const added = summarise(handedOver(away), "Went on there.", START + 2 * MINUTE);
    const take = (whole: WholeSession) => takeImported(app, { whole, revisions: [] });
    const renamed = { ...added, session: { ...added.session, candidate: "Somebody" } };
    await expect(take(renamed)).rejects.toThrow("a complaint");
    expect(await readWholeSession(app, "a")).toEqual(away);
    expect(await take(added)).toBe("done");
    expect(await readWholeSession(app, "a")).toEqual(added);
    await app.database.sessions.update("a", {
      ...away.session,
      summary: "Otherwise.",
      updatedAt: START + 2 * MINUTE,
    });
    await expect(take(added)).rejects.toThrow("a complaint");
  });

  test("with another’s ratings stays out while one has still to submit on the candidate, with a panel or without", async () => {
    await putWholeSessions(app.database, [liveInterview("mine")]);
    const theirs = smallScorecard("ben", { "failed.cause": 2 }).first;
    expect(await importFile(app, fileOf(theirs))).toMatchObject({ ok: false });
    const { panel: _none, ...session } = theirs.session;
    expect(await importFile(app, fileOf({ ...theirs, session }))).toMatchObject({ ok: false });
    // One's own of another day is no other's.
    const own = { ...theirs, session: { ...session, id: "before", interviewer: " noor" } };
    expect(await importFile(app, fileOf(own))).toMatchObject({ value: { kind: "added" } });
    expect(await app.database.sessions.toCollection().primaryKeys()).toEqual(["before", "mine"]);
  });

  test("that calls another’s ratings a plan stays out all the same; a plan without any comes in", async () => {
    await putWholeSessions(app.database, [plannedInterview("own", { interviewer: "Eva" })]);
    const theirs = submittedInterview("a");
    const session = { ...plannedInterview("a").session, interviewer: "Ben" };
    expect(await importFile(app, fileOf({ ...theirs, session }))).toMatchObject({ ok: false });
    expect(await importFile(app, fileOf({ ...theirs, session, answers: {} }))).toMatchObject({ ok: true });
  });

  test("is no sample because it says so", async () => {
    const whole = submittedInterview("a");
    await importFile(app, fileOf({ ...whole, session: { ...whole.session, sample: true } }));
    expect((await readWholeSession(app, "a"))?.session.sample).toBe(false);
    const ids = [samplePanel.scorecards.map(({ session }) => session.id), sampleSession.session.id].flat();
    expect(ids.every((id) => isSampleSession({ id }))).toBe(true);
  });

  test("that invites leads to the invitation, and stores nothing", async () => {
    const { fileText, linkPart } = await invite(
      app,
      invitationOf(smallPanel, smallPanel.interviewers[0]!),
      smallGuide,
      0,
    );
    expect(await importFile(app, new File([fileText], "invitation.json"))).toEqual({
      ok: true,
      value: { kind: "invitation", linkPart },
    });
    expect(await app.database.sessions.count()).toBe(0);
  });

  test("that is a calendar is read, and stores nothing", async () => {
    const plan = {
      id: "a",
      candidate: "Amira Haddad",
      role: "Baker",
      interviewer: "Noor",
      link: "https://x.test/",
    };
    const text = encodeCalendar({ ...plan, startsAt: START, minutes: 45 }, START, "Test 1");
    expect(await importFile(app, new File([text], "invitation.ics"))).toMatchObject({
      ok: true,
      value: {
        kind: "appointments",
        appointments: [{ candidate: "Amira Haddad", startsAt: START, minutes: 45, interviewers: ["Noor"] }],
      },
    });
    expect(await app.database.sessions.count()).toBe(0);
  });

  test("that belongs elsewhere is refused with the place where it belongs", async () => {
    const sealed = await seal("{}", (await newKeyPair()).publicKey);
    expect(await importFile(app, new File([sealed], "sealed.age"))).toMatchObject({
      ok: false,
      errors: [{ message: expect.stringContaining("panel") as string }],
    });
    expect(await importFile(app, new File(['{"format":"letter"}'], "a.json"))).toMatchObject({ ok: false });
  });
});

test("where the database can’t be read, a file is not taken for one of a deleted candidate", async () => {
  app.database.close();
  await expect(importFile(app, fileOf(completeInterview("a")))).rejects.toMatchObject({
    name: "DatabaseClosedError",
  });
});

test.each(["AbortError", "InvalidStateError", "UnknownError"])(
  "what comes in while the browser closes the database without a reason (%s) is tried again",
  async (name) => {
    await app.database.open();
    const native = app.database.backendDB();
    const begin = native.transaction.bind(native);
    let isClosing = true;
    vi.spyOn(native, "transaction").mockImplementation((stores, mode, options) => {
      if (mode !== "readwrite" || !isClosing) return begin(stores, mode, options);
      isClosing = false;
      throw new DOMException("Not now.", name);
    });
    const found = await importFile(app, fileOf(completeInterview("a")));
    expect(found).toMatchObject({ value: { kind: "added" } });
    expect(await readWholeSession(app, "a")).toEqual(completeInterview("a"));
  },
);

test("where the database did not open since its disk was full, what comes in asks whether it does now", async () => {
  const open = vi.spyOn(indexedDB, "open").mockImplementation(() => {
    throw new DOMException("Full disk.", "QuotaExceededError");
  });
  await expect(importFile(app, fileOf(completeInterview("a")))).rejects.toThrow("Full disk.");
  open.mockRestore();
  expect(await importFile(app, fileOf(completeInterview("a")))).toMatchObject({ value: { kind: "added" } });
});

describe("a deletion", () => {
  test("can be taken back, once", async () => {
    const whole = completeInterview("a");
    await putWholeSessions(app.database, [whole]);
    const deleted = await removeSession(app, "a");
    expect(await readWholeSession(app, "a")).toBeUndefined();
    await untilNobodyWrites();
    expect(await putBackSessions(app, [deleted!])).toBeNull();
    expect(await readWholeSession(app, "a")).toEqual(whole);
    expect(await putBackSessions(app, [deleted!])).toContain("which came in again since");
  });

  test("of an interview that a tab has open, or that is gone, deletes nothing", async () => {
    await putWholeSessions(app.database, [completeInterview("a")]);
    const lock = await openInTab("a");
    expect(await removeSession(app, "a")).toBeUndefined();
    expect(await app.database.sessions.count()).toBe(1);
    lock?.release();
    expect(await removeSession(app, "unknown")).toBeUndefined();
  });
});
