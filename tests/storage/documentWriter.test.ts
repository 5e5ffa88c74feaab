import { liveQuery } from "dexie";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { newAnswer, noteArea, type Answer } from "../../src/domain/session/answer.ts";
import type { Session } from "../../src/domain/session/session.ts";
import { createDatabase, type Database } from "../../src/storage/database.ts";
import { draftDocument } from "../../src/storage/guides/draftDocument.ts";
import { dropLeftBehind, isLeftBehind, leaveBehind } from "../../src/storage/leftBehind.ts";
import { createDocumentWriter, type DocumentWriter } from "../../src/storage/documentWriter.ts";
import type { WriterState } from "../../src/storage/writerState.ts";
import {
  sessionDocument,
  sessionParts,
  type SessionPart,
} from "../../src/storage/session/sessionDocument.ts";
import { deleteDatabase } from "../../src/storage/backups/rawExport.ts";
import { countSessions } from "../../src/storage/backups/storedAmount.ts";
import { loadWholeSession, putWholeSessions } from "../../src/storage/session/sessions.ts";
import { liveInterview, smallGuide, START } from "../smallInterview.ts";

const whole = liveInterview();
const { session } = whole;
const answer = (note: string, questionId = "failed"): Answer =>
  noteArea(newAnswer("s1", questionId, START), "area", note);
const withSummary = (summary: string): Session => ({ ...session, summary });

let database: Database;
let states: WriterState[];
let writer: DocumentWriter<SessionPart>;
let count = 0;

beforeEach(async () => {
  database = createDatabase(`document writer ${count++}`);
  await putWholeSessions(database, [whole]);
  states = [];
  writer = createWriter((state) => states.push(state));
});

afterEach(() => {
  vi.useRealTimers();
  writer.abandon();
  database.close();
});

function createWriter(onState: (state: WriterState) => void): DocumentWriter<SessionPart> {
  const parts = sessionParts(session, Object.values(whole.answers));
  return createDocumentWriter(database, sessionDocument("s1"), parts, onState);
}

/** Saves what changed, as the running session does. */
function save({
  session: changed = null,
  answers,
}: {
  session?: Session | null;
  answers: readonly Answer[];
}): void {
  const before = writer.state();
  const state = writer.save(sessionParts(changed, answers));
  if (state !== before) states.push(state);
}

const kinds = () => states.map(({ kind }) => kind);
const untilSaved = () => vi.waitFor(() => expect(kinds().at(-1)).toBe("saved"));
const untilFailed = () => vi.waitFor(() => expect(kinds().at(-1)).toBe("failed"));

async function savedNote(questionId = "failed"): Promise<string | undefined> {
  return (await database.answers.get(["s1", questionId]))?.areas["area"]?.note;
}

/** Looks at every transaction of the writer as it begins. */
function watchTransactions(onBegin: (transaction: IDBTransaction) => void = () => {}) {
  const connection = database.backendDB();
  const begin = connection.transaction.bind(connection);
  return vi.spyOn(connection, "transaction").mockImplementation((...args) => {
    const transaction = begin(...args);
    if (transaction.mode === "readwrite") onBegin(transaction);
    return transaction;
  });
}

/** Lets the next commits fail as a browser does: the transaction is rolled back, its error says why. */
function failCommits(times: number, error: DOMException | null) {
  let left = times;
  return watchTransactions((transaction) => {
    if (left-- <= 0) return;
    transaction.commit = () => {
      transaction.abort();
      Object.defineProperty(transaction, "error", { value: error });
    };
  });
}

const full = () => new DOMException("The disk is full.", "QuotaExceededError");
const broken = () => new DOMException("The disk is broken.", "UnknownError");

/** Time goes on only as told, for all but the database. */
function holdTime(): void {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
}

test("of a page that stays after all, nothing more is left behind", async () => {
  holdTime();
  writer.leave();
  save({ answers: [answer("s")] });
  expect(isLeftBehind({ kind: "session", id: "s1" })).toBe(true);
  vi.advanceTimersByTime(1000);
  vi.useRealTimers();
  await untilSaved();
  save({ answers: [answer("sa")] });
  expect(isLeftBehind({ kind: "session", id: "s1" })).toBe(false);
  await untilSaved();
});

test("one that was abandoned takes nothing away that another tab left since", () => {
  save({ answers: [answer("s")] });
  writer.abandon();
  leaveBehind(database, { kind: "session", session, answers: [answer("salt")] });
  writer.leave();
  expect(isLeftBehind({ kind: "session", id: "s1" })).toBe(true);
  dropLeftBehind({ kind: "session", id: "s1" });
});

describe("writing", () => {
  test("a change is on the disk when saved is said, and it is not said before the transaction is complete", async () => {
    const log: string[] = [];
    writer = createWriter(({ kind }) => log.push(kind));
    watchTransactions((transaction) => {
      transaction.addEventListener("complete", () => log.push("complete"));
      for (const store of Array.from(transaction.objectStoreNames, (name) => transaction.objectStore(name))) {
        const put = store.put.bind(store);
        vi.spyOn(store, "put").mockImplementation((row) => {
          const request = put(row);
          request.addEventListener("success", () => log.push("put"));
          return request;
        });
      }
    });

    save({ session: withSummary("good"), answers: [answer("salt")] });
    await vi.waitFor(() => expect(log).toContain("saved"));
    expect(log).toEqual(["put", "put", "complete", "saved"]);
    expect(await loadWholeSession(database, "s1")).toEqual({
      ...whole,
      session: withSummary("good"),
      answers: { failed: answer("salt") },
    });
  });

  test("saved is said once what is written outlives the next end of the browser, too, or what sees to that does not come", async () => {
    let outlive = () => {};
    database.lasts = new Promise<void>((resolve) => {
      outlive = resolve;
    });
    save({ answers: [answer("kept")] });
    await vi.waitFor(async () => expect(await savedNote()).toBe("kept"));
    expect(kinds()).toEqual(["saving"]);
    const settled = vi.fn();
    void writer.settled().then(settled);
    outlive();
    await untilSaved();
    await vi.waitFor(() => expect(settled).toHaveBeenCalledOnce());
    expect(database.lasts).toBeUndefined();

    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    database.lasts = new Promise<void>(() => {});
    save({ answers: [answer("kept all the same")] });
    await vi.waitUntil(async () => (await savedNote()) === "kept all the same");
    expect(kinds().at(-1)).toBe("saving");
    await vi.advanceTimersByTimeAsync(10_000);
    expect(kinds().at(-1)).toBe("saved");
  });

  test("every write has strict durability and commits by itself", async () => {
    const commit = vi.spyOn(IDBTransaction.prototype, "commit");
    const begin = watchTransactions();
    save({ answers: [answer("salt")] });
    await untilSaved();
    expect(begin.mock.calls.map(([, ...how]) => how)).toEqual([["readwrite", { durability: "strict" }]]);
    expect(commit).toHaveBeenCalledOnce();
  });

  test("a change is begun to be written at once, though one before it is not written yet", async () => {
    const begin = watchTransactions();
    for (const note of ["s", "sa", "sal", "salt"]) save({ answers: [answer(note)] });
    save({ answers: [answer("yeast", "recipe")] });
    expect(begin).toHaveBeenCalledTimes(5);
    await untilSaved();
    expect(kinds().filter((kind) => kind === "saved")).toHaveLength(1);
    expect([await savedNote(), await savedNote("recipe")]).toEqual(["salt", "yeast"]);
  });

  test("behind many writes that are not done the rest becomes one, with the newest", async () => {
    const begin = watchTransactions();
    for (let index = 0; index < 90; index++) save({ answers: [answer(`note ${index}`)] });
    expect(begin).toHaveBeenCalledTimes(64);
    await untilSaved();
    expect(begin).toHaveBeenCalledTimes(65);
    expect(await savedNote()).toBe("note 89");
  });

  test("a change that changes nothing writes nothing", () => {
    const begin = watchTransactions();
    save({ answers: [] });
    writer.flush();
    expect(begin).not.toHaveBeenCalled();
    expect(states).toEqual([]);
  });

  test("a page that goes away writes what waits at once, and saved is said when all of it is there", async () => {
    const begin = watchTransactions();
    for (let index = 0; index < 65; index++) save({ answers: [answer(`note ${index}`)] });
    expect(begin).toHaveBeenCalledTimes(64);
    writer.flush();
    expect(begin).toHaveBeenCalledTimes(65);
    await writer.settled();
    expect(kinds().filter((kind) => kind === "saved")).toHaveLength(1);
    expect(await savedNote()).toBe("note 64");
  });
});

describe("a write that fails", () => {
  test("it is said at once, kept, and tried again until it is written", async () => {
    holdTime();
    failCommits(2, broken());
    save({ session: withSummary("good"), answers: [answer("salt")] });
    await vi.waitFor(() => expect(states.at(-1)?.kind).toBe("failed"), { interval: 0 });
    expect(states.at(-1)).toEqual({ kind: "failed", failure: "other", message: "The disk is broken." });
    expect(await savedNote()).toBeUndefined();

    await vi.advanceTimersByTimeAsync(1000);
    await vi.waitFor(() => expect(kinds()).toEqual(["saving", "failed", "failed"]), { interval: 0 });
    await vi.advanceTimersByTimeAsync(1000);
    await untilSaved();
    expect(await savedNote()).toBe("salt");
    expect((await loadWholeSession(database, "s1"))?.session.summary).toBe("good");
  });

  test("a full disk is told from other failures", async () => {
    failCommits(1, full());
    save({ answers: [answer("salt")] });
    await untilFailed();
    expect(states.at(-1)).toEqual({
      kind: "failed",
      failure: "full",
      message: "The disk has no room left for this browser. Free some space on the disk.",
    });
  });

  test("it stays said until all is written, and the next change takes the kept ones along", async () => {
    failCommits(2, broken());
    save({ answers: [answer("salt")] });
    await untilFailed();
    save({ answers: [answer("yeast", "recipe")] });
    await vi.waitFor(() => expect(kinds()).toEqual(["saving", "failed", "failed"]));
    save({ answers: [answer("more yeast", "recipe")] });
    await untilSaved();
    expect(kinds()).toEqual(["saving", "failed", "failed", "saved"]);
    expect([await savedNote(), await savedNote("recipe")]).toEqual(["salt", "more yeast"]);
  });

  test("the newest wins when the older write fails behind it", async () => {
    failCommits(1, broken());
    save({ answers: [answer("older"), answer("kept", "recipe")] });
    save({ answers: [answer("newest")] });
    writer.flush();
    await untilSaved();
    expect([await savedNote(), await savedNote("recipe")]).toEqual(["newest", "kept"]);
  });

  test("a transaction that was aborted for no reason given is not taken for a saved one", async () => {
    failCommits(1, null);
    save({ answers: [answer("salt")] });
    await vi.waitFor(() => expect(kinds().length).toBeGreaterThan(1));
    expect(kinds()).toEqual(["saving", "failed"]);
  });

  test("a row that can't be stored is not taken for a saved one, nor tried without a pause", async () => {
    const begin = watchTransactions();
    const unstorable = { ...answer("salt"), later: () => {} };
    save({ session: withSummary("good"), answers: [unstorable] });
    await new Promise((resolve) => {
      setTimeout(resolve, 100);
    });
    expect(begin).toHaveBeenCalledTimes(1);
    expect(kinds()).toEqual(["failed"]);
  });
});

describe("a connection that was closed", () => {
  test.each<[string, () => void]>([
    ["by the browser", () => database.backendDB().close()],
    ["by a newer version in another tab", () => database.close({ disableAutoOpen: false })],
  ])("%s is opened again, and what waits is written", async (_title, disconnect) => {
    disconnect();
    save({ answers: [answer("salt")] });
    expect(states.at(-1)).toMatchObject({ kind: "reconnecting", failure: "disconnected" });
    await untilSaved();
    expect(await savedNote()).toBe("salt");
  });

  test("where it can't be opened it is tried further and further apart, and again as soon as it can", async () => {
    holdTime();
    const open = vi.spyOn(database, "open").mockRejectedValue(new Error("The file is gone."));
    database.backendDB().close();
    save({ answers: [answer("salt")] });
    const tries: number[] = [];
    for (const seconds of [1, 10, 60, 600]) {
      await vi.advanceTimersByTimeAsync(seconds * 1000);
      tries.push(open.mock.calls.length);
    }
    expect(tries).toEqual([3, 6, 9, 29]);
    expect(states.at(-1)).toMatchObject({ kind: "reconnecting", failure: "disconnected" });
    open.mockRestore();
    await vi.advanceTimersByTimeAsync(30_000);
    vi.useRealTimers();
    await untilSaved();
    expect(await savedNote()).toBe("salt");
  });

  test("the writes in flight, which end after it was noticed, do not keep it from being opened again", async () => {
    const connection = database.backendDB();
    const begin = connection.transaction.bind(connection);
    let first: IDBTransaction | undefined;
    // As a browser does where site data was cleared: no new transaction, and those in flight are aborted a moment later.
    vi.spyOn(connection, "transaction").mockImplementation((...args) => {
      if (first) throw new DOMException("The database connection is closing.", "InvalidStateError");
      first = begin(...args);
      first.commit = () => {};
      return first;
    });
    save({ answers: [answer("s")] });
    save({ answers: [answer("sa")] });
    first!.abort();
    await untilSaved();
    save({ answers: [answer("sal")] });
    await untilSaved();
    expect(await savedNote()).toBe("sal");
  });

  test("writes of which the browser never says how they ended are written again, and it is said that all is saved", async () => {
    const connection = database.backendDB();
    const begin = connection.transaction.bind(connection);
    // As Chromium does where a full disk takes the connection along while several writes are in flight.
    const lost: IDBTransaction[] = [];
    vi.spyOn(connection, "transaction").mockImplementation((...args) => {
      if (lost.length === 2)
        throw new DOMException("The database connection is closing.", "InvalidStateError");
      const write = begin(...args);
      write.commit = () => {};
      lost.push(write);
      return write;
    });
    save({ answers: [answer("salt")] });
    save({ answers: [answer("yeast", "recipe")] });
    const heard = lost.map(({ onabort, oncomplete }) => ({ onabort, oncomplete }));
    for (const write of lost) {
      write.onabort = null;
      write.oncomplete = null;
      write.abort();
    }
    save({ answers: [answer("salt!")] });
    await untilSaved();
    expect([await savedNote(), await savedNote("recipe")]).toEqual(["salt!", "yeast"]);

    for (const [index, write] of lost.entries()) {
      heard[index]!.onabort!.call(write, { target: write } as unknown as Event);
    }
    expect([states.at(-1)?.kind, kinds().includes("failed")]).toEqual(["saved", false]);
  });

  test("of two documents both are written, and the connection is opened once", async () => {
    const draft = { id: "d", guide: smallGuide, previousId: null, updatedAt: START };
    const drafts: WriterState[] = [];
    const other = createDocumentWriter(database, draftDocument("d"), [], (state) => drafts.push(state));
    const open = vi.spyOn(database, "open");
    database.backendDB().close();
    save({ answers: [answer("salt")] });
    other.save([{ key: "draft", draft }]);
    await untilSaved();
    await vi.waitFor(() => expect(drafts.at(-1)?.kind).toBe("saved"));
    other.abandon();
    expect([await savedNote(), await database.guideDrafts.get("d")]).toEqual(["salt", draft]);
    expect(open).toHaveBeenCalledOnce();
  });

  test("a key held down does not use up the tries", async () => {
    const open = vi.spyOn(database, "open");
    database.backendDB().close();
    for (const note of ["s", "sa", "sal", "salt", "salt!"]) save({ answers: [answer(note)] });
    await vi.waitFor(() => expect(open).toHaveBeenCalled());
    await untilSaved();
    expect(await savedNote()).toBe("salt!");
  });
});

describe("a database that was deleted while the session is open", () => {
  /** As another tab does, which the connection gives way to. */
  const remove = () => deleteDatabase(() => {}, database.name);
  const untilGone = () =>
    vi.waitFor(() => expect(states.at(-1)).toMatchObject({ kind: "reconnecting", failure: "gone" }));

  test("nothing is written into the new one, and it stays said that nothing is saved", async () => {
    await remove();
    save({ session: withSummary("good"), answers: [answer("salt")] });
    await untilGone();
    save({ answers: [answer("yeast")] });
    writer.flush();
    await writer.settled();
    expect(kinds()).not.toContain("saved");
    expect([await database.sessions.count(), await database.answers.count()]).toEqual([0, 0]);
    writer.abandon();
    expect(await database.answers.count()).toBe(0);
  });

  test("once the session is there again, of a copy or a file, all that this tab has of it is written", async () => {
    save({ session: withSummary("good"), answers: [answer("salt")] });
    await untilSaved();
    await remove();
    save({ answers: [answer("yeast", "recipe")] });
    await untilGone();
    await putWholeSessions(database, [whole]);
    await untilSaved();
    expect([await savedNote(), await savedNote("recipe")]).toEqual(["salt", "yeast"]);
    expect((await loadWholeSession(database, "s1"))?.session.summary).toBe("good");
  });

  test("where another tab writes by then, nothing of it is written", async () => {
    await remove();
    save({ answers: [answer("salt")] });
    await untilGone();
    writer.abandon();
    await putWholeSessions(database, [whole]);
    await new Promise((resolve) => {
      setTimeout(resolve, 1200);
    });
    expect(await savedNote()).toBeUndefined();
  });
});

describe("settling and closing", () => {
  test("with nothing under way it is settled", async () => {
    await writer.settled();
    expect(states).toEqual([]);
  });

  test("it settles when all that waited is written", async () => {
    save({ answers: [answer("one")] });
    save({ answers: [answer("two")] });
    await Promise.all([writer.settled(), writer.settled()]);
    expect(await savedNote()).toBe("two");
  });

  test("it settles when a write can't get through, so that nobody waits for it", async () => {
    failCommits(1, full());
    save({ answers: [answer("salt")] });
    await writer.settled();
    expect(kinds().at(-1)).toBe("failed");
  });

  test("what is held is waited for: who hands over would drop it", async () => {
    writer.holdUntil(
      new Promise((resolve) => {
        setTimeout(resolve, 50);
      }),
    );
    save({ answers: [answer("salt")] });
    writer.flush();
    await writer.settled();
    writer.abandon();
    expect(await savedNote()).toBe("salt");
  });
});

describe("abandoning, when another tab writes now", () => {
  test("what waits is not written over what the other tab writes", async () => {
    for (let index = 0; index < 65; index++) save({ answers: [answer(`note ${index}`)] });
    writer.abandon();
    await writer.settled();
    writer.flush();
    expect(await savedNote()).toBe("note 63");
  });

  test("a write that failed is not tried again", async () => {
    holdTime();
    failCommits(1, broken());
    save({ answers: [answer("salt")] });
    await vi.waitFor(() => expect(kinds().at(-1)).toBe("failed"), { interval: 0 });
    writer.abandon();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await savedNote()).toBeUndefined();
  });
});

describe("holding, while it is not certain that this tab still writes", () => {
  test("what is saved meanwhile is written once it is certain, and saved is not said before", async () => {
    let beCertain = () => {};
    writer.holdUntil(
      new Promise<void>((resolve) => {
        beCertain = resolve;
      }),
    );
    const begun = watchTransactions();
    save({ answers: [answer("salt")] });
    writer.flush();
    expect(begun).not.toHaveBeenCalled();
    expect(kinds()).toEqual(["held"]);
    beCertain();
    await untilSaved();
    expect(await savedNote()).toBe("salt");
  });

  test("what was begun before goes on, and the held follows it", async () => {
    save({ answers: [answer("salt")] });
    writer.holdUntil(Promise.resolve());
    save({ answers: [answer("salt and yeast")] });
    await untilSaved();
    expect(await savedNote()).toBe("salt and yeast");
  });

  test("where it turns out that another tab writes, nothing of it is written", async () => {
    writer.holdUntil(Promise.resolve().then(() => writer.abandon()));
    save({ answers: [answer("salt")] });
    await new Promise((resolve) => {
      setTimeout(resolve, 50);
    });
    expect(await savedNote()).toBeUndefined();
  });
});

describe("live queries, which see only what Dexie writes itself", () => {
  /** Gives what the query says, each time it says something else. */
  function follow<T>(query: () => Promise<T>) {
    const seen: T[] = [];
    const subscription = liveQuery(query).subscribe((value) => void seen.push(value));
    return { seen, stop: () => subscription.unsubscribe() };
  }

  test("a change of a session and of an answer that are there is seen", async () => {
    save({ answers: [answer("s")] });
    await untilSaved();
    const { seen, stop } = follow(() => loadWholeSession(database, "s1"));
    await vi.waitFor(() => expect(seen).toHaveLength(1));
    save({ answers: [answer("salt")] });
    await vi.waitFor(() => expect(seen.at(-1)?.answers["failed"]).toEqual(answer("salt")));
    save({ session: withSummary("good"), answers: [] });
    await vi.waitFor(() => expect(seen.at(-1)?.session.summary).toBe("good"));
    stop();
  });

  test("the first answer to a question is seen", async () => {
    const { seen, stop } = follow(() => loadWholeSession(database, "s1"));
    await vi.waitFor(() => expect(seen).toHaveLength(1));
    save({ answers: [answer("salt")] });
    await vi.waitFor(() => expect(seen.at(-1)?.answers["failed"]).toEqual(answer("salt")));
    stop();
  });

  test("a session that has become of another status is counted there", async () => {
    const { seen, stop } = follow(async () => (await countSessions(database)).wrapUp);
    await vi.waitFor(() => expect(seen).toEqual([0]));
    save({ session: { ...session, status: "wrapUp" }, answers: [] });
    await vi.waitFor(() => expect(seen.at(-1)).toBe(1));
    stop();
  });

  test("nothing is said of a write that failed", async () => {
    failCommits(1, broken());
    const { seen, stop } = follow(() => loadWholeSession(database, "s1"));
    await vi.waitFor(() => expect(seen).toHaveLength(1));
    save({ session: withSummary("good"), answers: [] });
    await untilFailed();
    expect(seen).toHaveLength(1);
    stop();
  });
});
