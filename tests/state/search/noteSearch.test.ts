import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { candidateKey } from "../../../src/domain/candidates/candidateKey.ts";
import { noteArea } from "../../../src/domain/session/answer.ts";
import { changeAnswer, type WholeSession } from "../../../src/domain/session/wholeSession.ts";
import { openWriters } from "../../../src/storage/openWriters.ts";
import { createNoteSearch, keepIndexed } from "../../../src/state/search/noteSearch.ts";
import { admitSession } from "../../../src/state/session/admitSession.ts";
import { deleteParts } from "../../../src/storage/candidates/candidates.ts";
import { writeItem } from "../../../src/storage/localItems.ts";
import { createDatabase } from "../../../src/storage/database.ts";
import { addRevisions } from "../../../src/storage/session/revisions.ts";
import { deleteSession, putWholeSessions } from "../../../src/storage/session/sessions.ts";
import { watchChanges } from "../../../src/storage/writeNotices.ts";
import { HOUR, liveInterview, plannedInterview, START, submittedInterview } from "../../smallInterview.ts";
import { smallRevision } from "../../smallPanel.ts";
import type { AppParts } from "../../../src/state/app/appContext.ts";

const never = new AbortController().signal;
let app: AppParts;
let count = 0;

beforeEach(() => {
  app = {
    database: createDatabase(`notes ${count++}`),
    clock: { now: () => START, monotonic: () => 0 },
    newId: () => `id${count++}`,
    appName: "Test 1",
  };
});
afterEach(() => {
  vi.useRealTimers();
  app.database.close();
});

function noted(
  whole: WholeSession,
  text: string,
  change: Partial<WholeSession["session"]> = {},
): WholeSession {
  const written = changeAnswer(whole, "failed", (answer) => noteArea(answer, "failed.cause", text), START);
  return { ...written, session: { ...written.session, ...change } };
}

const put = (...wholes: readonly WholeSession[]) => putWholeSessions(app.database, wholes);
const search = async (text: string) =>
  (await createNoteSearch(app).find(text, 20, never)).map(({ session, area }) => `${session.id} ${area}`);
/** The words that are kept, by session. */
const kept = async () =>
  Object.fromEntries(
    (await app.database.noteWords.toArray()).map(({ sessionId, words }) => [sessionId, words]),
  );

test("notes are found in interviews that are submitted and in those that are not, the last ones first", async () => {
  await put(
    noted(submittedInterview("old"), "a yeast that is dead", { scheduledAt: START - HOUR }),
    noted(liveInterview("now"), "asks about the yeast"),
    noted(submittedInterview("new"), "yeasty", { scheduledAt: START + HOUR }),
    noted(submittedInterview("other"), "salt"),
  );
  expect(await search("yeast")).toEqual(["new The cause", "now The cause", "old The cause"]);
  expect(await search("yeast dead")).toEqual(["old The cause"]);
  expect(await search("ye")).toEqual([]);
  expect(Object.keys(await kept()).toSorted()).toEqual(["new", "old", "other"]);
});

test("words that are common one by one and rare together are found behind many that have one of them", async () => {
  const many = Array.from({ length: 30 }, (_, index) =>
    noted(submittedInterview(`one ${index}`), "fermentation", { scheduledAt: START + index }),
  );
  await put(
    ...many,
    noted(submittedInterview("both"), "the fermentation was cold", { scheduledAt: START - HOUR }),
  );
  expect(await search("fermentation cold")).toEqual(["both The cause"]);
});

test("what somebody else wrote is not found before one’s own scorecard on the candidate is submitted", async () => {
  const theirs = noted(submittedInterview("theirs"), "yeast", { interviewer: "Ada" });
  await put(theirs, plannedInterview("mine", { interviewer: "Noor" }));
  expect(await search("yeast")).toEqual([]);
  await deleteSession(app.database, "mine", START);
  expect(await search("yeast")).toEqual(["theirs The cause"]);
});

test("what is deleted is gone from the words too, in the same transaction", async () => {
  await put(
    noted(submittedInterview("gone"), "yeast"),
    noted(submittedInterview("sample"), "yeast", { sample: true }),
  );
  await search("yeast");
  expect(Object.keys(await kept())).toEqual(["gone", "sample"]);
  await deleteSession(app.database, "sample", START);
  const wanted = [{ key: candidateKey("Amira Haddad"), partIds: ["gone"] }];
  await deleteParts(app.database, wanted, new Set(["gone"]), "Asked for.", START);
  expect(await kept()).toEqual({});
});

test("a deletion that comes while words are being made leaves none of them", async () => {
  await put(noted(submittedInterview("gone"), "yeast", { sample: true }));
  await Promise.all([keepIndexed(app, never), deleteSession(app.database, "gone", START)]);
  expect(await kept()).toEqual({});
});

test("words are made in the background for all, with a rest between two batches in which the page can do something else", async () => {
  const ids = Array.from({ length: 11 }, (_, index) => `s${index}`);
  await put(...ids.map((id) => noted(submittedInterview(id), "yeast")));
  vi.useFakeTimers({ toFake: ["setTimeout"] });
  const indexing = keepIndexed(app, never);
  while (vi.getTimerCount() === 0)
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  expect(await app.database.noteWords.count()).toBe(10);
  vi.runAllTimers();
  vi.useRealTimers();
  await indexing;
  expect(Object.keys(await kept()).toSorted()).toEqual(ids.toSorted());
});

test("words wait in the background while this page writes a document", async () => {
  await put(noted(submittedInterview("s1"), "yeast"));
  const writer = { flush: () => {}, leave: () => {}, isUnwritten: () => false };
  openWriters.add(writer);
  vi.useFakeTimers({ toFake: ["setTimeout"] });
  const indexing = keepIndexed(app, never);
  const waiting = async () => {
    while (vi.getTimerCount() === 0)
      await new Promise((resolve) => {
        setImmediate(resolve);
      });
    return "waits";
  };
  expect(await Promise.race([waiting(), indexing])).toBe("waits");
  openWriters.delete(writer);
  vi.runAllTimers();
  vi.useRealTimers();
  await indexing;
  expect(Object.keys(await kept())).toEqual(["s1"]);
});

test("a revision is found as soon as it is there", async () => {
  await put(submittedInterview("s1"));
  expect(await search("sugar")).toEqual([]);
  await addRevisions(app.database, [
    { ...smallRevision("r1", START, "failed.cause", 4), sessionId: "s1", summary: "Sugar." },
  ]);
  expect(await search("sugar")).toEqual(["s1 "]);
});

test("a revision that comes in with a file is found as well", async () => {
  await put(submittedInterview("s1"));
  expect(await search("sugar")).toEqual([]);
  const revision = { ...smallRevision("r1", START, "failed.cause", 4), sessionId: "s1", summary: "Sugar." };
  await admitSession(app, { first: submittedInterview("s1"), revisions: [revision] }, () => true);
  expect(await search("sugar")).toEqual(["s1 "]);
});

test("words are made in the background, also of a name that was kept with its marks alone, and are no change that asks for a backup", async () => {
  // Of the app's own database alone it is told.
  app.database.close();
  app = { ...app, database: createDatabase() };
  await put(noted(submittedInterview("s1"), "yeast"));
  const row = await app.database.sessions.get("s1");
  await app.database.sessions.put({ ...row!, candidate: "Zoë", words: ["zoë"] });
  writeItem("interview-scorecard plain names", null);
  let changes = 0;
  watchChanges(() => changes++);
  await keepIndexed(app, never);
  expect((await kept())["s1"]).toContain("yeast");
  expect((await app.database.sessions.get("s1"))?.words).toContain("zoe");
  expect(changes).toBe(0);
});
