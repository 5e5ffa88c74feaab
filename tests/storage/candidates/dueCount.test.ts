import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { candidateKey } from "../../../src/domain/candidates/candidateKey.ts";
import { addMonths, DEFAULT_RETENTION_MONTHS } from "../../../src/domain/candidates/retention.ts";
import {
  deleteHold,
  deleteParts,
  putHold,
  writeRetention,
} from "../../../src/storage/candidates/candidates.ts";
import { watchDueCount } from "../../../src/storage/candidates/dueCount.ts";
import { createDatabase, type Database } from "../../../src/storage/database.ts";
import { addPanel } from "../../../src/storage/panels/panels.ts";
import { putWholeSessions } from "../../../src/storage/session/sessions.ts";
import { plannedInterview, smallGuide, START, submittedInterview } from "../../smallInterview.ts";
import { smallPanel } from "../../smallPanel.ts";

const SUBMITTED = submittedInterview().session.submittedAt!;
/** When an interview that was submitted then is due. */
const DUE = addMonths(SUBMITTED, DEFAULT_RETENTION_MONTHS);
const key = candidateKey(submittedInterview().session.candidate);

let database: Database;
let count = 0;
let stop = () => {};

beforeEach(() => {
  database = createDatabase(`due ${count++}`);
});
afterEach(() => {
  stop();
  database.close();
});

/** @returns how many are due, as it was told the last time */
async function watch(now: number): Promise<() => number> {
  const told: number[] = [];
  stop = watchDueCount(
    database,
    () => now,
    (due) => told.push(due),
  );
  await vi.waitFor(() => expect(told).not.toEqual([]));
  return () => told.at(-1)!;
}

async function countAt(now: number): Promise<number> {
  const due = (await watch(now))();
  stop();
  return due;
}

test("a candidate is due when the months since the last change are over, not before", async () => {
  await putWholeSessions(database, [submittedInterview("s1")]);
  expect(await countAt(DUE - 1)).toBe(0);
  expect(await countAt(DUE)).toBe(1);
});

test("who is due is counted once, however many interviews there are, and who has a younger one is not due", async () => {
  const later = plannedInterview("s3", { candidate: "Ben", scheduledAt: DUE });
  const ben = submittedInterview("s4");
  await putWholeSessions(database, [
    submittedInterview("s1"),
    submittedInterview("s2"),
    later,
    { ...ben, session: { ...ben.session, candidate: "Ben" } },
  ]);
  expect(await countAt(DUE)).toBe(1);
});

test("where nothing is as old, what there is of candidates is not read", async () => {
  await putWholeSessions(database, [submittedInterview("s1")]);
  const read = vi.spyOn(database.holds, "toArray");
  // The interview is held before the months are over that it is kept for.
  expect(await countAt(addMonths(START, DEFAULT_RETENTION_MONTHS) - 1)).toBe(0);
  expect(read).not.toHaveBeenCalled();
  expect(await countAt(DUE)).toBe(1);
  expect(read).toHaveBeenCalledOnce();
});

test("of hundreds who are old the one on no hold is found, and of more than a hundred no fewer are told", async () => {
  const old = Array.from({ length: 401 }, (_, at) => {
    const whole = submittedInterview(`s${at}`);
    return { ...whole, session: { ...whole.session, candidate: `Candidate ${at}` } };
  });
  await putWholeSessions(database, old);
  const held = old.map(({ session }) => session.candidate).filter((name) => name !== "Candidate 99");
  await database.holds.bulkPut(
    held.map((name) => ({ candidateKey: candidateKey(name), reason: "A claim.", heldAt: SUBMITTED })),
  );
  expect(await countAt(DUE)).toBe(1);
  await database.holds.clear();
  expect(await countAt(DUE)).toBeGreaterThanOrEqual(100);
});

test("who was deleted by hand, and whose interview came back under another spelling, is counted once", async () => {
  const { session } = submittedInterview("s1");
  await putWholeSessions(database, [submittedInterview("s1")]);
  const { role } = session;
  await database.deletedByHand.put({
    id: "s1",
    kind: "session",
    candidate: "Amira Hadad",
    role,
    deletedAt: SUBMITTED,
  });
  expect(await countAt(DUE)).toBe(1);
});

test("a panel that was decided before it was made, by another machine’s clock, is due by its decision", async () => {
  const decision = { ...smallPanel.debrief.decision!, outcome: "hire" as const, decidedAt: SUBMITTED };
  const panel = { ...smallPanel, createdAt: DUE - 5, updatedAt: DUE - 5 };
  await addPanel(database, { ...panel, debrief: { ...panel.debrief, decision } }, smallGuide, null);
  expect(await countAt(DUE)).toBe(1);
});

test("a panel without an interview here is due too, and so is somebody whose last interview was deleted by hand", async () => {
  await addPanel(database, { ...smallPanel, candidate: "Ben" }, smallGuide, null);
  expect(await countAt(DUE)).toBe(1);
  await database.deletedByHand.put({
    id: "gone",
    kind: "session",
    candidate: "Eva",
    role: "Baker",
    deletedAt: SUBMITTED,
  });
  expect(await countAt(DUE)).toBe(2);
  await database.panels.clear();
  expect(await countAt(DUE)).toBe(1);
  expect(await countAt(DUE - 1)).toBe(0);
});

test("the count follows a hold, how long candidates are kept, and a deletion", async () => {
  await putWholeSessions(database, [submittedInterview("s1")]);
  const due = await watch(DUE);
  expect(due()).toBe(1);
  await putHold(database, { candidateKey: key, reason: "A complaint.", heldAt: START });
  await vi.waitFor(() => expect(due()).toBe(0));
  await deleteHold(database, key, START);
  await vi.waitFor(() => expect(due()).toBe(1));
  await writeRetention(database, DEFAULT_RETENTION_MONTHS + 1, START);
  await vi.waitFor(() => expect(due()).toBe(0));
  await writeRetention(database, DEFAULT_RETENTION_MONTHS, START);
  await vi.waitFor(() => expect(due()).toBe(1));
  const deletion = await deleteParts(database, [{ key, partIds: ["s1"] }], new Set(["s1"]), "", DUE);
  expect(deletion).toEqual({ kind: "done" });
  await vi.waitFor(() => expect(due()).toBe(0));
});

test("a hold alone is nobody who is due", async () => {
  await putHold(database, { candidateKey: "somebody else", reason: "A complaint.", heldAt: START });
  await putWholeSessions(database, [submittedInterview("s1")]);
  expect(await countAt(DUE)).toBe(1);
});
