import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { summarise, type WholeSession } from "../../../src/domain/session/session.ts";
import type { Revision } from "../../../src/domain/session/scorecard.ts";
import { newKeyPair, seal } from "../../../src/interchange/files/encryption.ts";
import { encodeSessionFile } from "../../../src/interchange/formats/sessionFile.ts";
import type { AppParts } from "../../../src/state/app/appContext.ts";
import { invite } from "../../../src/state/panels/invitations.ts";
import {
  importFile,
  putBackRemovedSession,
  putWholeSession,
  readInterviewer,
  readWholeSession,
  removeSession,
  savePlanned,
  startPlanned,
} from "../../../src/state/session/library.ts";
import { acquireSessionLock } from "../../../src/state/app/documentLock.ts";
import { createDatabase } from "../../../src/storage/database.ts";
import { loadRevisions } from "../../../src/storage/session/revisions.ts";
import { putWholeSessions, writeSetting } from "../../../src/storage/session/sessions.ts";
import {
  completeInterview,
  MINUTE,
  plannedInterview,
  smallGuide,
  smallPlan,
  START,
  submittedInterview,
} from "../../smallInterview.ts";
import { smallPanel, smallRevision } from "../../smallPanel.ts";
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
  acquireSessionLock(id, { onAsked: () => Promise.resolve(), onLost: () => {} });
const untilNobodyWrites = () =>
  vi.waitFor(async () => expect((await navigator.locks.query()).held).toEqual([]));
const fileOf = (whole: WholeSession, revisions: readonly Revision[] = []) =>
  new File([encodeSessionFile(whole, START, "Test 1", revisions)], "session.json");
const retold = (whole: WholeSession, summary: string) => ({
  ...summarise(whole, summary, whole.session.updatedAt + MINUTE),
});

describe("a plan", () => {
  test("the interviewer’s name is remembered from the last one", async () => {
    expect(await readInterviewer(app)).toBe("");
    await savePlanned(app, "a", smallPlan({ interviewer: "Noor" }), smallGuide);
    expect(await readInterviewer(app)).toBe("Noor");
    await writeSetting(app.database, "interviewer", 7);
    expect(await readInterviewer(app)).toBe("");
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
});

describe("a file that is brought in", () => {
  const revision: Revision = {
    ...smallRevision("r1", START + 20 * MINUTE, "failed.cause", 3),
    sessionId: "a",
  };

  test("brings its interview once, and a revision that is new to it", async () => {
    const whole = submittedInterview("a");
    expect(await importFile(app, fileOf(whole))).toMatchObject({ value: { kind: "added" } });
    expect(await importFile(app, fileOf(whole))).toMatchObject({ value: { kind: "same" } });
    expect(await importFile(app, fileOf(whole, [revision]))).toMatchObject({ value: { kind: "revised" } });
    expect(await readWholeSession(app, "a")).toEqual(whole);
    expect(await loadRevisions(app.database, "a")).toEqual([revision]);
  });

  test("that tells an interview otherwise changes nothing until somebody says so", async () => {
    const here = completeInterview("a");
    await putWholeSessions(app.database, [here]);
    const theirs = retold(here, "Otherwise.");
    const imported = await importFile(app, fileOf(theirs));
    expect(imported).toMatchObject({ ok: true, value: { kind: "conflict", whole: theirs, known: here } });
    expect(await readWholeSession(app, "a")).toEqual(here);
    expect(await putWholeSession(app, theirs)).toBe("done");
    expect(await readWholeSession(app, "a")).toEqual(theirs);
  });

  test("is put over no interview that a tab has open, nor over a submitted one", async () => {
    const here = completeInterview("a");
    await putWholeSessions(app.database, [here, submittedInterview("b")]);
    const lock = await openInTab("a");
    expect(await putWholeSession(app, retold(here, "Otherwise."))).toBe("open");
    lock?.release();
    expect(await putWholeSession(app, retold(completeInterview("b"), "Otherwise."))).toBe("final");
    expect([await readWholeSession(app, "a"), await readWholeSession(app, "b")]).toEqual([
      here,
      submittedInterview("b"),
    ]);
  });

  test("that invites leads to the invitation, and stores nothing", async () => {
    const { fileText, linkPart } = await invite(app, smallPanel, smallGuide, smallPanel.interviewers[0]!, 0);
    expect(await importFile(app, new File([fileText], "invitation.json"))).toEqual({
      ok: true,
      value: { kind: "invitation", linkPart },
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

describe("a deletion", () => {
  test("can be taken back, once", async () => {
    const whole = completeInterview("a");
    await putWholeSessions(app.database, [whole]);
    const deleted = await removeSession(app, "a");
    expect(await readWholeSession(app, "a")).toBeUndefined();
    await untilNobodyWrites();
    expect(await putBackRemovedSession(app, deleted!)).toBe(true);
    expect(await readWholeSession(app, "a")).toEqual(whole);
    expect(await putBackRemovedSession(app, deleted!)).toBe(false);
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
