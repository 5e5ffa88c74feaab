import { foldNotes, notesOf, wordsOfNotes } from "../../domain/search/noteSearch.ts";
import type { Answer } from "../../domain/session/answer.ts";
import type { Session } from "../../domain/session/session.ts";
import { keysUnder, resultOf } from "../admission/entryRows.ts";
import type { Database } from "../database.ts";
import { ofStatus } from "../session/listing.ts";

/*
 * A submitted scorecard never changes, so its words are kept to be looked up; what is live or being wrapped up is read as
 * it is, and no key that is typed pays for an index. A revision takes the row away, and it is made anew.
 */

/** More words than anybody writes in an hour. Whoever has more is under this one, and read whenever something is looked up. */
const MOST_WORDS = 20_000;
const TOO_MANY = "";

/** Sessions whose words are written in one transaction, in which nothing else is written. */
const BATCH = 10;

/** @returns the ids of the submitted sessions whose words are not there, the last one held first */
export async function unindexedIds(database: Database): Promise<readonly string[]> {
  const { noteWords } = database;
  const submitted = ofStatus(database, "submitted");
  const [count, indexedCount] = await Promise.all([submitted.count(), noteWords.count()]);
  // Words go with their session, so that as many are all of them.
  if (count === indexedCount) return [];
  const [ids, keys] = await Promise.all([
    submitted.reverse().primaryKeys(),
    noteWords.toCollection().primaryKeys(),
  ]);
  const known = new Set(keys.map(([, sessionId]) => sessionId));
  return ids.filter((id) => !known.has(id));
}

/**
 * Writes the words of submitted sessions, a few at a time.
 *
 * @param onBatch called between two batches; what comes next waits for it
 * @param signal aborted: the rest is left out
 */
export async function indexNotes(
  database: Database,
  ids: readonly string[],
  onBatch: () => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  const { sessions, answers, revisions, noteWords } = database;
  for (let from = 0; from < ids.length && !signal.aborted; from += BATCH) {
    if (from > 0) await onBatch();
    // It reads and writes in one: what is deleted meanwhile does not come back as words.
    await database.transaction("rw", sessions, answers, revisions, noteWords, async () => {
      for (const id of ids.slice(from, from + BATCH)) {
        const session = await sessions.get(id);
        if (session?.status !== "submitted") continue;
        const [own, revised] = await Promise.all([
          answers.where("sessionId").equals(id).toArray(),
          revisions.where("sessionId").equals(id).toArray(),
        ]);
        const words = wordsOfNotes(session, own, revised);
        const { scheduledAt } = session;
        await noteWords.put({
          scheduledAt,
          sessionId: id,
          words: words.size > MOST_WORDS ? [TOO_MANY] : [...words],
        });
      }
    });
  }
}

/** A session in which what is looked for may stand. */
export type NotedSession = Pick<Session, "scheduledAt" | "id">;

/**
 * @param key that begins a word
 * @returns the submitted sessions in whose notes such a word stands, as far as their words are there, and those whose words
 *   are too many to be there: whether it stands in them as it is wanted is still to be seen
 */
export async function findSubmittedNotes(
  { noteWords }: Database,
  key: string,
): Promise<readonly NotedSession[]> {
  const [tooMany, found] = await Promise.all([
    noteWords.where("words").equals(TOO_MANY).primaryKeys(),
    noteWords.where("words").startsWith(key).primaryKeys(),
  ]);
  const timeById = new Map([...tooMany, ...found].map(([scheduledAt, id]) => [id, scheduledAt]));
  return Array.from(timeById, ([id, scheduledAt]) => ({ id, scheduledAt }));
}

/** A session with what is written in it, to be looked through again and again. */
export interface OpenNotes {
  readonly session: Session;
  /** Of each note, as `holdsWords` takes it. */
  readonly folded: readonly string[];
}

/** Reads the notes of sessions as they are now. There may be hundreds, of a few rows each: past Dexie it takes a fraction of the time. */
export async function readNotes(
  database: Database,
  sessions: readonly Session[],
): Promise<readonly OpenNotes[]> {
  if (sessions.length === 0) return [];
  const store = database.backendDB().transaction("answers").objectStore("answers");
  return Promise.all(
    sessions.map(async (session) => {
      const { id } = session;
      const own = (await resultOf(store.getAll(keysUnder(id)))) as readonly Answer[];
      return { session, folded: foldNotes(notesOf(session, own)) };
    }),
  );
}
