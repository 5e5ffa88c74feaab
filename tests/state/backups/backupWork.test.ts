// @vitest-environment node
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import frontendGuide from "../../../data/guides/frontend-developer.json" with { type: "json" };
import type { Entry } from "../../../src/domain/admission/entries.ts";
import type { Guide } from "../../../src/domain/guides/guide.ts";
import { auditEntries } from "../../../src/domain/candidates/auditEntry.ts";
import { agree, weigh } from "../../../src/domain/panels/debrief.ts";
import { attendanceOf } from "../../../src/domain/panels/panel.ts";
import type { Scorecard } from "../../../src/domain/session/scorecard.ts";
import { isSealed, newKeyPair, seal } from "../../../src/interchange/files/encryption.ts";
import { decodeSessionFile, encodeSessionFile } from "../../../src/interchange/formats/sessionFile.ts";
import { openScorecardText } from "../../../src/state/panels/scorecardTexts.ts";
import { candidateKey } from "../../../src/domain/candidates/candidateKey.ts";
import { buriedId } from "../../../src/domain/candidates/deletion.ts";
import { LONGEST_TEXT, MOST_CHARACTERS } from "../../../src/domain/text/limits.ts";
import type { WholeSession } from "../../../src/domain/session/wholeSession.ts";
import { countInCopy } from "../../../src/interchange/formats/backupCheck.ts";
import { carryOut, planFromFile, writeBackup } from "../../../src/state/backups/backupWork.ts";
import { createDatabase, type Database } from "../../../src/storage/database.ts";
import {
  deleteHold,
  deleteParts,
  putHold,
  readCandidates,
} from "../../../src/storage/candidates/candidates.ts";
import { refuseHeld } from "../../../src/storage/candidates/holds.ts";
import { mergeCandidates, undoMerge } from "../../../src/storage/candidates/merging.ts";
import { addPanel } from "../../../src/storage/panels/panels.ts";
import { deleteSession, putWholeSessions } from "../../../src/storage/session/sessions.ts";
import { encodeBackup } from "../../interchange/guideText/fileTexts.ts";
import {
  hashGuide,
  liveInterview,
  plannedInterview,
  smallGuide,
  START,
  submittedInterview,
} from "../../smallInterview.ts";
import { smallPanel, smallRevision, smallScorecard, startedPanel } from "../../smallPanel.ts";

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
async function restore(file: Blob, taken: readonly string[] = []) {
  const plan = await planFromFile(database, file, null, head, work);
  const texts = new Map(
    await Promise.all(plan.staged.map(async (blob) => [blob, await blob.text()] as const)),
  );
  await carryOut(database, plan, (blob) => texts.get(blob) ?? "", work, taken);
  return plan;
}

test("a backup that was made is restored to where there is nothing, and then nothing is left to do", async () => {
  await putWholeSessions(database, [submittedInterview("a"), plannedInterview("b")]);
  const { blob: file, leftOut } = await writeBackup(database, null, head, work);
  expect(leftOut.count).toBe(0);
  await Promise.all(database.tables.map((table) => table.clear()));
  const plan = await restore(file);
  expect(plan.counts.session).toMatchObject({ new: 2, same: 0 });
  expect(await database.sessions.count()).toBe(2);
  const again = await planFromFile(database, file, null, head, work);
  expect(again.counts.session).toMatchObject({ new: 0, same: 2 });
  expect(again.staged).toEqual([]);
});

test("a panel is backed up that weighs the questions without a competency, and agreed on an area of another guide version", async () => {
  const to = { "": 2, dough: 1 };
  const areaId = `${hashGuide(smallGuide)}/${"a".repeat(200)}`;
  const debrief = agree(weigh(startedPanel.debrief, to, "Alone at night."), areaId, { rating: 3 });
  const panel = { ...startedPanel, debrief };
  await addPanel(database, panel, smallGuide, null);
  const log = [
    ...auditEntries(["p1"], START, { what: "weighed", from: null, to, reason: "Alone at night." }),
    ...auditEntries(["p1"], START, { what: "agreed", areaId, from: null, to: 3 }),
  ];
  await database.auditEntries.bulkPut(log);
  const { blob: file, leftOut } = await writeBackup(database, null, head, work);
  expect(leftOut.first).toEqual([]);
  await Promise.all(database.tables.map((table) => table.clear()));
  expect((await restore(file)).errors.first).toEqual([]);
  expect(await database.panels.toArray()).toEqual([panel]);
  expect(await database.auditEntries.count()).toBe(2);
});

test("a panel is restored that agreed on an area of another guide version, whose longer scale is in its scorecards alone", async () => {
  const areaId = "other-version/kneads";
  const panel = { ...startedPanel, debrief: agree(startedPanel.debrief, areaId, { rating: 9 }) };
  await addPanel(database, panel, smallGuide, "AGE-SECRET-KEY-1");
  const { blob: file } = await writeBackup(database, null, head, work);
  await Promise.all(database.tables.map((table) => table.clear()));
  expect((await restore(file)).errors.first).toEqual([]);
  expect(await database.panels.toArray()).toEqual([panel]);
});

describe("of a backup of other days", () => {
  const interviewWith = (id: string, candidate: string): WholeSession => {
    const whole = submittedInterview(id);
    return { ...whole, session: { ...whole.session, candidate } };
  };
  const merge = (goes: string, stays: string, at = START) =>
    mergeCandidates(database, { goesKey: candidateKey(goes), staysKey: candidateKey(stays) }, at);
  const persons = async () => (await readCandidates(database)).candidates.map(({ key }) => key).toSorted();
  const backupNow = async () => (await writeBackup(database, null, head, work)).blob;
  const hold = (at: number) =>
    putHold(database, {
      candidateKey: candidateKey("Jose Garcia"),
      reason: "A complaint is open.",
      heldAt: at,
    });

  test("who is one person there is so here too, beside those who are merged here, and a hold is on both names", async () => {
    await putWholeSessions(database, [interviewWith("a", "José G."), interviewWith("b", "Jose Garcia")]);
    await merge("José G.", "Jose Garcia");
    await hold(START + 1);
    const file = await backupNow();
    await Promise.all(database.tables.map((table) => table.clear()));
    await putWholeSessions(database, [interviewWith("c", "Eva Lundh"), interviewWith("d", "Eva Lund")]);
    await merge("Eva Lundh", "Eva Lund", START + 2);
    await restore(file);
    expect(await persons()).toEqual([candidateKey("Eva Lund"), candidateKey("Jose Garcia")]);
    expect((await planFromFile(database, file, null, head, work)).staged).toEqual([]);
    await expect(refuseHeld(database, ["José G."])).rejects.toThrow("A complaint is open.");
  });

  test("a merge that was undone here since, and names of whom it brings nothing, stay as they are", async () => {
    await putWholeSessions(database, [interviewWith("a", "José G."), interviewWith("b", "Jose Garcia")]);
    const undone = await merge("José G.", "Jose Garcia");
    const file = await backupNow();
    await undoMerge(database, undone!, START + 2);
    await restore(file);
    expect(await persons()).toEqual([candidateKey("Jose Garcia"), candidateKey("José G.")].toSorted());
    const gone = { name: "Gone Person", intoName: "Jose Garcia", mergedAt: START };
    await restore(fileOf({ kind: "setting", value: { key: "mergedNames", value: [gone] } }));
    expect((await database.settings.get("mergedNames"))?.value).toEqual([]);
  });

  test("no name comes back of somebody who was deleted here, also where no names were merged", async () => {
    await putWholeSessions(database, [
      interviewWith("a", "José G."),
      interviewWith("b", "Jose Garcia"),
      interviewWith("c", "Eva Lundh"),
      interviewWith("d", "Eva Lund"),
    ]);
    const here = await backupNow();
    await merge("José G.", "Jose Garcia");
    await merge("Eva Lundh", "Eva Lund", START + 1);
    const file = await backupNow();
    await Promise.all(database.tables.map((table) => table.clear()));
    await restore(here);
    const gone = [
      { key: candidateKey("José G."), partIds: ["a"] },
      { key: candidateKey("Jose Garcia"), partIds: ["b"] },
    ];
    expect(await deleteParts(database, gone, new Set(["a", "b"]), "", START + 9e11)).toEqual({
      kind: "done",
    });
    await restore(file);
    expect((await database.settings.get("mergedNames"))?.value).toMatchObject([{ name: "Eva Lundh" }]);
  });

  test("a name by way of which another one is merged comes along, though nothing is recorded under it", async () => {
    await putWholeSessions(database, [
      interviewWith("a", "José G."),
      interviewWith("b", "Jose G."),
      interviewWith("c", "Jose Garcia"),
    ]);
    await merge("José G.", "Jose G.");
    await merge("Jose G.", "Jose Garcia", START + 1);
    await database.sessions.delete("b");
    const file = await backupNow();
    await Promise.all(database.tables.map((table) => table.clear()));
    await restore(file);
    expect(await persons()).toEqual([candidateKey("Jose Garcia")]);
  });

  test("a hold comes back that is on somebody whose interview was deleted by hand", async () => {
    await putWholeSessions(database, [
      { ...plannedInterview("a"), session: { ...plannedInterview("a").session, candidate: "Jose Garcia" } },
    ]);
    await deleteSession(database, "a", START);
    await hold(START + 1);
    const file = await backupNow();
    await Promise.all(database.tables.map((table) => table.clear()));
    await restore(file);
    expect(await database.holds.count()).toBe(1);
  });

  test("a hold that was released here since is not placed again, and one that was placed later is", async () => {
    await putWholeSessions(database, [interviewWith("a", "Jose Garcia")]);
    await hold(START + 1);
    const file = await backupNow();
    await deleteHold(database, candidateKey("Jose Garcia"), START + 2);
    await restore(file);
    expect(await database.holds.count()).toBe(0);
    await hold(START + 3);
    const later = await backupNow();
    await database.holds.clear();
    await restore(later);
    expect(await database.holds.count()).toBe(1);
  });
});

test("what is planned waits beside the file with each interview in it once", async () => {
  const file = fileOf(guide, ...Array.from({ length: 20 }, (_, at) => entryOf(submittedInterview(`s${at}`))));
  const plan = await planFromFile(database, file, null, head, work);
  expect(plan.counts.session.new).toBe(20);
  expect(plan.staged.reduce((sum, { size }) => sum + size, 0)).toBeLessThan(1.3 * file.size);
});

test("a submitted scorecard never changes by a backup: the file’s comes as a session file, whenever it was changed", async () => {
  const here = submittedInterview("a");
  await putWholeSessions(database, [here]);
  const theirs = { ...here, session: { ...here.session, summary: "Other.", updatedAt: START + 9e9 } };
  const plan = await restore(fileOf(guide, entryOf(theirs)));
  expect(plan.counts.session.conflicting).toBe(1);
  expect(plan.questions).toMatchObject({
    count: 1,
    first: [
      {
        candidate: "Amira Haddad",
        key: null,
        here: { interviewer: "Noor", status: "submitted" },
        incoming: { interviewer: "Noor", status: "submitted" },
      },
    ],
  });
  const other = await decodeSessionFile((await plan.questions.first[0]?.other?.text()) ?? "");
  expect(other).toMatchObject({ ok: true, value: { first: { session: { summary: "Other." } } } });
  expect([plan.touchedIds, plan.hasUnasked]).toEqual([[], false]);
  expect((await database.sessions.get("a"))?.summary).toBe("Found the cause.");
});

test("what can't be read is named and left out, and the rest is restored", async () => {
  const broken = encodeBackup(
    [guide, entryOf(submittedInterview("a")), entryOf(plannedInterview("b"))],
    START,
    "x",
  );
  const plan = await restore(new Blob([broken.replace('"status":"planned"', '"status":"lost"')]));
  expect(plan.errors).toMatchObject({
    count: 1,
    first: [{ title: "Interview: Amira Haddad", errors: [{ path: "entries[2].session.status" }] }],
  });
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

test("it is done where the names that were one person’s can’t be looked through afterwards", async () => {
  await putWholeSessions(database, [submittedInterview("a")]);
  const tombstone: Entry = { kind: "tombstone", value: { id: "a", deletedAt: START, reason: "" } };
  const plan = await planFromFile(database, fileOf(tombstone), null, head, work);
  const texts = await Promise.all(plan.staged.map(async (blob) => [blob, await blob.text()] as const));
  const looking = vi.spyOn(database, "transaction").mockRejectedValue(new Error("The disk is full."));
  await carryOut(database, plan, (blob) => new Map(texts).get(blob) ?? "", work);
  expect(looking).toHaveBeenCalled();
  looking.mockRestore();
  expect(await database.sessions.count()).toBe(0);
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

test("a guide that only somebody had who was deleted here does not come back with them from a backup", async () => {
  await database.tombstones.add({ id: buriedId("a"), deletedAt: START, reason: "" });
  const plan = await restore(fileOf(guide, entryOf(submittedInterview("a"))));
  expect(plan.counts.guide).toMatchObject({ new: 0, deleted: 1 });
  // Else the screen would offer to restore it.
  expect(plan.staged).toEqual([]);
  expect([await database.guides.count(), await database.sessions.count()]).toEqual([0, 0]);
  await restore(fileOf(guide, entryOf(submittedInterview("a")), entryOf(plannedInterview("b"))));
  expect([await database.guides.count(), await database.sessions.count()]).toEqual([1, 1]);
});

test("a guide that comes with the app is not said to be deleted with the one interview that had it", async () => {
  await database.tombstones.add({ id: buriedId("a"), deletedAt: START, reason: "" });
  const shipped = frontendGuide.guide as Guide;
  const id = hashGuide(shipped);
  const { session } = plannedInterview("a");
  const questionIds = shipped.questions.map((question) => question.id);
  const whole: WholeSession = {
    session: { ...session, guideId: id, questionIds, currentQuestionId: questionIds[0] ?? "" },
    guide: shipped,
    answers: {},
  };
  const value = { id, guide: shipped, previousId: null, lineId: id, savedAt: null };
  const plan = await restore(fileOf({ kind: "guide", value }, entryOf(whole)));
  expect(plan.refused.count).toBe(1);
  expect(plan.counts.guide).toMatchObject({ new: 0, same: 1, deleted: 0 });
  expect(plan.staged).toEqual([]);
});

test("a guide that only somebody had who was deleted here comes back where the backup has a draft of it, which needs it", async () => {
  await database.tombstones.add({ id: buriedId("a"), deletedAt: START, reason: "" });
  const id = hashGuide(smallGuide);
  const draft: Entry = {
    kind: "guideDraft",
    value: { id, guide: { ...smallGuide, title: "Day baker" }, previousId: id, updatedAt: START },
  };
  const plan = await restore(fileOf(guide, entryOf(submittedInterview("a")), draft));
  expect(plan.counts.guide).toMatchObject({ new: 1, deleted: 0 });
  expect(await database.guides.toCollection().primaryKeys()).toEqual([id]);
  expect((await database.guideDrafts.get(id))?.guide.title).toBe("Day baker");
  expect(await database.sessions.count()).toBe(0);
});

test("of two drafts of a guide from the same moment neither is lost unasked: the file’s is named, and waits", async () => {
  const draft = (title: string) => ({
    id: "d",
    guide: { ...smallGuide, title },
    previousId: null,
    updatedAt: START,
  });
  await database.guideDrafts.add(draft("Day baker"));
  const file = fileOf({ kind: "guideDraft", value: draft("Dusk baker") });
  const titleHere = async () => (await database.guideDrafts.get("d"))?.guide.title;
  const plan = await restore(file);
  expect(plan.questions).toMatchObject({
    count: 1,
    first: [{ id: "", candidate: "Guide draft: Dusk baker", role: "", other: null }],
  });
  expect(await titleHere()).toBe("Day baker");
  await restore(file, [plan.questions.first[0]?.key ?? ""]);
  expect(await titleHere()).toBe("Dusk baker");
});

test("a guide that only somebody had who was deleted where the backup comes from goes with them", async () => {
  await putWholeSessions(database, [submittedInterview("a")]);
  const tombstone: Entry = { kind: "tombstone", value: { id: "a", deletedAt: START, reason: "" } };
  await restore(fileOf(tombstone));
  expect([await database.guides.count(), await database.sessions.count()]).toEqual([0, 0]);
});

/** Makes a backup of what is here as the automatic ones are made: it is packed and read through. */
async function backUp() {
  const made = await writeBackup(database, null, head, work);
  const amount = await countInCopy(made.blob.stream().pipeThrough(new CompressionStream("gzip")));
  return { ...made, amount };
}

function withSummary(id: string, summary: string): WholeSession {
  const whole = submittedInterview(id);
  return { ...whole, session: { ...whole.session, summary } };
}

test.each([
  ["a note of 20 million characters", "x".repeat(MOST_CHARACTERS), {}],
  [
    "numbers that grow when they are written",
    "",
    { later: [Array(489_000).fill(1e20), Array(10).fill("x".repeat(LONGEST_TEXT))] },
  ],
  ["more levels than can be read", "", { later: JSON.parse("[".repeat(63) + "]".repeat(63)) as unknown }],
  ["an id that is half of a character", "", { id: "\uD800" }],
  ["a time that is none", "", { updatedAt: Number.NaN }],
] as const)(
  "an interview with %s is named and left out of a backup; all else is in it, and it is restored",
  async (_title, summary, change) => {
    const whole = withSummary("long", summary);
    await putWholeSessions(database, [submittedInterview("a")]);
    await putWholeSessions(database, [{ ...whole, session: { ...whole.session, ...change } }]);
    await database.settings.put({ key: "interviewer", value: "Noor" });
    const { blob, leftOut, amount } = await backUp();
    expect(leftOut).toMatchObject({ count: 1, first: [{ title: "Interview: Amira Haddad" }] });
    expect(leftOut.first[0]?.errors).toHaveLength(1);
    expect(amount.sessions).toBe(1);
    await Promise.all(database.tables.map((table) => table.clear()));
    const plan = await restore(blob);
    expect(plan.errors.count).toBe(0);
    expect(await database.sessions.toCollection().primaryKeys()).toEqual(["a"]);
    expect(await database.settings.get("interviewer")).toMatchObject({ value: "Noor" });
  },
);

test("what hangs on a guide that can't be backed up is named with it", async () => {
  const questions = Array.from({ length: 1001 }, (_, at) => ({
    ...smallGuide.questions[0]!,
    id: `q${at}`,
    areas: [],
    followUps: [],
  }));
  const large = { ...smallGuide, questions };
  const whole = plannedInterview("of large");
  await putWholeSessions(database, [submittedInterview("a")]);
  await putWholeSessions(database, [
    {
      ...whole,
      guide: large,
      session: { ...whole.session, guideId: hashGuide(large), questionIds: [], currentQuestionId: null },
    },
  ]);
  const { leftOut, amount } = await backUp();
  expect(leftOut.first).toEqual([
    {
      title: "Guide: Night baker",
      errors: [{ path: "guide.guide.questions", message: "has more than 1000 questions" }],
    },
    {
      title: "Interview: Amira Haddad",
      errors: [{ path: "", message: "The guide or the panel that it belongs to can’t be backed up." }],
    },
  ]);
  expect(amount.sessions).toBe(1);
});

test("an interview that reaches into the year 10000 is backed up and restored, at the last moment there may be", async () => {
  const whole = submittedInterview("late");
  const updatedAt = Date.UTC(10_000, 0);
  await putWholeSessions(database, [{ ...whole, session: { ...whole.session, updatedAt } }]);
  const { blob, leftOut } = await backUp();
  expect(leftOut.count).toBe(0);
  await Promise.all(database.tables.map((table) => table.clear()));
  expect((await restore(blob)).errors.count).toBe(0);
  expect((await database.sessions.get("late"))?.updatedAt).toBe(Date.UTC(9999, 0) - 1);
});

test("a line that is too long is one entry's error, which names it; all else is restored", async () => {
  const long = withSummary("long", "x".repeat(MOST_CHARACTERS));
  const plan = await restore(fileOf(guide, entryOf(long), entryOf(submittedInterview("a"))));
  expect(plan.errors.first).toEqual([
    {
      title: "Interview: Amira Haddad",
      errors: [
        { path: "entries[1]", message: "The entry is too large: it has more than 20000000 characters." },
      ],
    },
  ]);
  expect(await database.sessions.toCollection().primaryKeys()).toEqual(["a"]);
});

test.each([
  ["exportsLeft", [{ id: "e1", at: 1e300, form: "CSV" }]],
  ["exportsLeft", "all"],
  ["retentionMonths", 1e300],
  ["interviewer", 7],
  ["nextAfterRating", "yes"],
  ["sensitiveWords", { added: [{ words: 1, topic: "age" }], removed: [] }],
  ["ashbyMapping", { areas: {} }],
])("a setting %s of %j in a backup is named and not restored, and all else is", async (key, value) => {
  const setting: Entry = { kind: "setting", value: { key, value } };
  const later: Entry = { kind: "setting", value: { key: "of a later version", value: 1e300 } };
  const plan = await restore(fileOf(guide, entryOf(submittedInterview("a")), setting, later));
  expect(plan.errors).toMatchObject({ count: 1, first: [{ title: `Setting: ${key}` }] });
  expect(plan.errors.first[0]?.errors[0]?.path).toMatch(/^entries\[2\]\.setting\.value/u);
  expect(await database.settings.toCollection().primaryKeys()).toEqual(["of a later version"]);
  expect(await database.sessions.count()).toBe(1);
});

test("an interview that was changed both here and in the file stays, until somebody takes the file’s", async () => {
  const [here, apart] = [plannedInterview("a", { role: "Here" }), plannedInterview("a", { role: "There" })];
  await putWholeSessions(database, [here]);
  const file = fileOf(guide, entryOf(apart));
  const plan = await restore(file);
  const key = plan.questions.first[0]?.key ?? "";
  expect((await database.sessions.get("a"))?.role).toBe("Here");
  await restore(file, [key]);
  expect((await database.sessions.get("a"))?.role).toBe("There");
});

test("a session that a hold keeps is not replaced by a backup either, whatever somebody takes", async () => {
  const [here, apart] = [plannedInterview("a", { role: "Here" }), plannedInterview("a", { role: "There" })];
  await putWholeSessions(database, [here]);
  const hold = { candidateKey: candidateKey("Amira Haddad"), reason: "a complaint", heldAt: START };
  await database.holds.add(hold);
  const plan = await restore(fileOf(guide, entryOf(apart)), ['["session","a"]']);
  expect(plan.questions.first).toMatchObject([{ key: null, here: { status: "planned" } }]);
  expect(plan.staged).toEqual([]);
  expect((await database.sessions.get("a"))?.role).toBe("Here");
});

test("a live interview is never replaced, also by what was submitted elsewhere", async () => {
  await putWholeSessions(database, [liveInterview("a")]);
  const plan = await restore(fileOf(guide, entryOf(submittedInterview("a"))));
  expect(plan.questions.first).toMatchObject([{ key: null, here: { status: "live" } }]);
  expect((await database.sessions.get("a"))?.status).toBe("live");
});

test("a revision in a backup says whose it is, and comes in when somebody takes it", async () => {
  const { session, answers } = submittedInterview("a");
  await putWholeSessions(database, [submittedInterview("a")]);
  const revision = { ...smallRevision("r", START + 9e6, "failed.cause", 1), sessionId: "a" };
  const file = fileOf(guide, { kind: "session", value: { session, answers, revisions: [revision] } });
  const plan = await restore(file);
  expect(plan.questions.first).toMatchObject([
    { revisions: { interviewer: "Noor", at: START + 9e6, isOwn: true } },
  ]);
  expect(await database.revisions.count()).toBe(0);
  await restore(file, [plan.questions.first[0]?.key ?? ""]);
  expect(await database.revisions.toArray()).toEqual([revision]);
});

test("a revision that was made here after the file was read is not lost: the file is to be read again", async () => {
  const { session, answers } = submittedInterview("a");
  await putWholeSessions(database, [submittedInterview("a")]);
  const inFile = { ...smallRevision("r", START + 9e6, "failed.cause", 1), sessionId: "a" };
  const madeHere = { ...smallRevision("mine", START + 8e6, "failed.cause", 2), sessionId: "a" };
  const file = fileOf(guide, { kind: "session", value: { session, answers, revisions: [inFile] } });
  const plan = await planFromFile(database, file, null, head, work);
  await database.revisions.add(madeHere);
  const texts = new Map(
    await Promise.all(plan.staged.map(async (blob) => [blob, await blob.text()] as const)),
  );
  const taken = [plan.questions.first[0]?.key ?? ""];
  await expect(carryOut(database, plan, (blob) => texts.get(blob) ?? "", work, taken)).rejects.toThrow(
    "changed after the file was read",
  );
  expect(await database.revisions.toArray()).toEqual([madeHere]);
});

test("two scorecards of a backup whose revisions bear one id do not come in over each other", async () => {
  const scorecard = (id: string): Entry => {
    const { session, answers } = submittedInterview(id);
    const revisions = [{ ...smallRevision("r", START + 9e6, "failed.cause", 1), sessionId: id }];
    return { kind: "session", value: { session, answers, revisions } };
  };
  const plan = await restore(fileOf(guide, scorecard("a"), scorecard("b")));
  expect(plan.barred.first).toMatchObject([{ title: "Interview: Amira Haddad" }]);
  expect(await database.revisions.toArray()).toMatchObject([{ id: "r", sessionId: "a" }]);
  expect(await database.sessions.toCollection().primaryKeys()).toEqual(["a"]);
});

test("a revision of one’s own scorecard, from a panel’s row that is not here, comes in when somebody takes it", async () => {
  const { first } = smallScorecard("ben", { "failed.cause": 3 });
  await putWholeSessions(database, [first]);
  await addPanel(database, smallPanel, smallGuide, null);
  const revision = { ...smallRevision("r", START + 9e6, "failed.cause", 1), sessionId: first.session.id };
  const text = encodeSessionFile(first, START, "Test 1", [revision]);
  const row: Entry = {
    kind: "sealedScorecard",
    value: { ...attendanceOf(smallPanel, first), panelId: smallPanel.id, addedAt: START, text },
  };
  const file = fileOf(guide, { kind: "panel", value: smallPanel }, row);
  const plan = await restore(file);
  await restore(file, [plan.questions.first[0]?.key ?? ""]);
  expect(await database.sealedScorecards.count()).toBe(1);
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

describe("a backup of another", () => {
  const guideId = hashGuide(smallGuide);
  const theirs = smallScorecard("ben", { "failed.cause": 2 });
  const rowOf = (scorecard: Scorecard, text: string): Entry => ({
    kind: "sealedScorecard",
    value: { ...attendanceOf(smallPanel, scorecard.first), panelId: "p1", addedAt: START, text },
  });
  const textOf = ({ first, revisions }: Scorecard) => encodeSessionFile(first, START, "Test 1", revisions);
  const panelEntry: Entry = { kind: "panel", value: smallPanel };
  const mine = (): WholeSession => {
    const whole = liveInterview("mine");
    const panel = { panelId: "p1", interviewerId: "noor", publicKey: null };
    return { ...whole, session: { ...whole.session, panel } };
  };

  test("brings nobody’s ratings of a candidate whom one has still to submit on, and says so; all else comes", async () => {
    await putWholeSessions(database, [mine()]);
    const apart = plannedInterview("b", { candidate: "Li Na" });
    const plan = await restore(
      fileOf(guide, entryOf(apart), entryOf(theirs.first), panelEntry, rowOf(theirs, textOf(theirs))),
    );
    expect(plan.counts.session).toMatchObject({ new: 1, refused: 1 });
    expect(plan.barred).toMatchObject({
      count: 2,
      first: [{ title: "Interview: Amira Haddad" }, { title: "Panel scorecard: Ben" }],
    });
    expect(plan.barred.first[0]?.errors[0]?.message).toContain("not submitted yet");
    expect(await database.sessions.toCollection().primaryKeys()).toEqual(["b", "mine"]);
    expect([await database.panels.count(), await database.sealedScorecards.count()]).toEqual([1, 0]);
  });

  test("of one’s own brings back all there was, an open interview beside what was submitted before it", async () => {
    const before = submittedInterview("before");
    await putWholeSessions(database, [before, theirs.first]);
    await putWholeSessions(database, [mine()]);
    const { blob } = await writeBackup(database, null, head, work);
    await Promise.all(database.tables.map((table) => table.clear()));
    const plan = await restore(blob);
    expect([plan.counts.session.new, plan.barred.count]).toEqual([3, 0]);
    // Where the interview is here, one's own comes back from the seat and the name that it was made from.
    await database.sessions.bulkDelete(["before", theirs.first.session.id]);
    await restore(blob);
    expect(await database.sessions.toCollection().primaryKeys()).toEqual(["before", "mine"]);
  });

  test("says of no panel what its scorecards are sealed to, and brings no other key", async () => {
    const [ours, other] = [await newKeyPair(), await newKeyPair()];
    const panel = { ...smallPanel, publicKey: ours.publicKey };
    await addPanel(database, panel, smallGuide, ours.secretKey);
    const forged = { ...panel, publicKey: other.publicKey, updatedAt: START + 9 };
    const key: Entry = { kind: "panelKey", value: { panelId: "p1", secretKey: other.secretKey } };
    const file = fileOf(guide, { kind: "panel", value: forged }, key);
    const plan = await restore(file);
    expect(plan.barred).toMatchObject({
      first: [
        {
          errors: [
            { message: "The key in the file is not this panel’s. Use the panel’s own recovery file." },
          ],
        },
      ],
    });
    await restore(
      file,
      plan.questions.first.flatMap((question) => question.key ?? []),
    );
    expect(await database.panels.get("p1")).toEqual({ ...panel, updatedAt: START + 9 });
    expect((await database.panelKeys.get("p1"))?.secretKey).toBe(ours.secretKey);
    // Where there is no panel yet, its key is checked all the same.
    await Promise.all(database.tables.map((table) => table.clear()));
    await restore(fileOf(guide, { kind: "panel", value: panel }, key));
    expect([await database.panels.count(), await database.panelKeys.count()]).toEqual([1, 0]);
  });

  test("brings a sealed scorecard without its key as it is: it opens once the key is there", async () => {
    const { publicKey, secretKey } = await newKeyPair();
    const text = await seal(textOf(theirs), publicKey);
    const plan = await restore(
      fileOf(guide, { kind: "panel", value: { ...smallPanel, publicKey } }, rowOf(theirs, text)),
    );
    expect([plan.errors.count, plan.barred.count]).toEqual([0, 0]);
    const rows = await database.sealedScorecards.toArray();
    expect(rows).toMatchObject([{ interviewer: "Ben", text }]);
    expect((await openScorecardText(rows[0]!.text, secretKey)).first).toEqual(theirs.first);
  });

  test("gives a guide that comes with the app no other line", async () => {
    const shipped = frontendGuide.guide as Guide;
    const id = hashGuide(shipped);
    const value = { id, guide: shipped, previousId: guideId, lineId: guideId, savedAt: START };
    const read = await planFromFile(database, fileOf({ kind: "guide", value }), null, head, work);
    expect(read.errors.count).toBe(0);
    await restore(fileOf({ kind: "guide", value }));
    expect(await database.guides.get(id)).toMatchObject({ lineId: id, previousId: null });
  });

  test("changes no scorecard of a panel; what can’t be read of one is named, and a revision waits", async () => {
    const { publicKey, secretKey } = await newKeyPair();
    const panel = { ...smallPanel, publicKey };
    await addPanel(database, panel, smallGuide, secretKey);
    const sealed = await seal(textOf(theirs), publicKey);
    const panelLine: Entry = { kind: "panel", value: panel };
    await restore(fileOf(guide, panelLine, rowOf(theirs, sealed)));
    const revision = {
      ...smallRevision("r", START + 9, "failed.cause", 1),
      sessionId: theirs.first.session.id,
    };
    const revised = { ...theirs, revisions: [revision] };
    const other = smallScorecard("ben", { "failed.cause": 5 });
    const forged = await restore(
      fileOf(guide, panelLine, rowOf(theirs, await seal(textOf(other), publicKey))),
    );
    expect(forged.questions.first).toMatchObject([{ key: null, candidate: "Amira Haddad" }]);
    const broken = await restore(fileOf(guide, panelLine, rowOf(theirs, "{}")));
    expect(broken.errors.first).toMatchObject([{ title: "Panel scorecard: Ben" }]);
    const file = fileOf(guide, panelLine, rowOf(theirs, await seal(textOf(revised), publicKey)));
    const plan = await restore(file);
    expect(plan.questions.first).toMatchObject([{ revisions: { interviewer: "Ben", isOwn: false } }]);
    expect((await database.sealedScorecards.toArray()).map(({ text }) => text)).toEqual([sealed]);
    await restore(
      file,
      plan.questions.first.flatMap((question) => question.key ?? []),
    );
    const [row] = await database.sealedScorecards.toArray();
    expect(isSealed(row!.text)).toBe(true);
    expect(await openScorecardText(row!.text, secretKey)).toEqual({
      ...revised,
      first: { ...theirs.first, session: theirs.first.session },
    });
  });

  test("says of a scorecard’s seat and interviewer only what the scorecard itself says", async () => {
    const row = rowOf(theirs, textOf(theirs));
    const value = { ...row.value, interviewerId: "eva", interviewer: "Eva", asked: [] } as typeof row.value;
    await restore(fileOf(guide, panelEntry, { ...row, value } as Entry));
    expect(await database.sealedScorecards.toArray()).toEqual([row.value]);
  });

  test("makes no sample of a scorecard", async () => {
    const sample = {
      ...theirs,
      first: { ...theirs.first, session: { ...theirs.first.session, sample: true } },
    };
    await restore(fileOf(guide, panelEntry, rowOf(sample, textOf(sample))));
    const [row] = await database.sealedScorecards.toArray();
    expect((await openScorecardText(row!.text, undefined)).first).toEqual(theirs.first);
  });
});
