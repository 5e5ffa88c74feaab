import { afterEach, beforeEach, expect, test } from "vitest";
import { noteArea } from "../../../src/domain/session/answer.ts";
import { changeAnswer, type WholeSession } from "../../../src/domain/session/wholeSession.ts";
import { createDatabase, type Database } from "../../../src/storage/database.ts";
import { findSubmittedNotes, indexNotes, unindexedIds } from "../../../src/storage/search/noteIndex.ts";
import { deleteSession, putWholeSessions } from "../../../src/storage/session/sessions.ts";
import { liveInterview, START, submittedInterview } from "../../smallInterview.ts";

const never = new AbortController().signal;

let database: Database;
let count = 0;

beforeEach(() => {
  database = createDatabase(`note index ${count++}`);
});
afterEach(() => database.close());

/** Submitted, with a note on the yeast; the first one was planned last. Samples: one of them may be deleted alone. */
function noted(at: number, text = "the yeast"): WholeSession {
  const written = changeAnswer(
    submittedInterview(`s${at}`),
    "failed",
    (answer) => noteArea(answer, "failed.cause", text),
    START,
  );
  return { ...written, session: { ...written.session, sample: true, scheduledAt: START - at } };
}

async function seed(amount: number): Promise<readonly string[]> {
  const wholes = Array.from({ length: amount }, (_, at) => noted(at));
  await putWholeSessions(database, wholes);
  return wholes.map(({ session }) => session.id);
}

const foundIds = async (key: string) => (await findSubmittedNotes(database, key)).map(({ id }) => id);

test("many interviews are indexed ten at a time, with a pause between two batches and none around them", async () => {
  const ids = await seed(21);
  const indexed: number[] = [];
  const pause = async () => void indexed.push(await database.noteWords.count());
  await indexNotes(database, ids, pause, never);
  expect(indexed).toEqual([10, 20]);
  expect((await foundIds("yea")).toSorted()).toEqual(ids.toSorted());
  expect(await unindexedIds(database)).toEqual([]);
});

test("what is aborted leaves the rest to be indexed the next time", async () => {
  const ids = await seed(35);
  const controller = new AbortController();
  await indexNotes(
    database,
    ids,
    () => {
      controller.abort();
      return Promise.resolve();
    },
    controller.signal,
  );
  const left = await unindexedIds(database);
  expect(left.length).toBeGreaterThan(0);
  expect(left).toEqual(expect.arrayContaining(ids.slice(-10)));
  await indexNotes(database, left, () => Promise.resolve(), controller.signal);
  expect(await unindexedIds(database)).toHaveLength(left.length);
  await indexNotes(database, left, () => Promise.resolve(), never);
  expect(await unindexedIds(database)).toEqual([]);
});

test("an interview that is deleted between two batches does not come back as words, and the others are indexed", async () => {
  const ids = await seed(13);
  const gone = ids[11]!;
  await indexNotes(database, ids, async () => void (await deleteSession(database, gone, START)), never);
  expect((await foundIds("yeast")).toSorted()).toEqual(ids.filter((id) => id !== gone).toSorted());
});

test("an interview that is not submitted is not indexed: its notes go on changing", async () => {
  await putWholeSessions(database, [liveInterview("live")]);
  await indexNotes(database, ["live"], () => Promise.resolve(), never);
  expect(await database.noteWords.count()).toBe(0);
});

test("whoever wrote more words than are kept is looked through for every word", async () => {
  const words = Array.from({ length: 20_001 }, (_, at) => `word${at}`).join(" ");
  await putWholeSessions(database, [noted(0, words), noted(1)]);
  await indexNotes(database, ["s0", "s1"], () => Promise.resolve(), never);
  expect(await foundIds("sugar")).toEqual(["s0"]);
  expect((await foundIds("yeast")).toSorted()).toEqual(["s0", "s1"]);
});
