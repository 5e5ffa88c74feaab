import { wordsOfNotes } from "../../domain/search/noteSearch.ts";
import type { Database } from "../database.ts";

/*
 * A submitted scorecard never changes, so its words are kept to be looked up; what is live or being wrapped up is read as
 * it is, and no key that is typed pays for an index. A revision takes the row away, and it is made anew.
 */

/** More words than anybody writes in an hour. Whoever has more is under this one, and read whenever something is looked up. */
const MOST_WORDS = 20_000;
const TOO_MANY = "";

/** Sessions whose words are written in one transaction, in which nothing else is written. */
const BATCH = 10;

/** @returns the ids of the submitted sessions whose words are not there, the last scheduled one first */
export async function unindexedIds({ sessions, noteWords }: Database): Promise<readonly string[]> {
  const [ids, indexed] = await Promise.all([
    sessions
      .where("[status+scheduledAt]")
      .between(["submitted", -Infinity], ["submitted", Infinity])
      .reverse()
      .primaryKeys(),
    noteWords.toCollection().primaryKeys(),
  ]);
  const known = new Set(indexed);
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
        await noteWords.put({ sessionId: id, words: words.size > MOST_WORDS ? [TOO_MANY] : [...words] });
      }
    });
  }
}

/**
 * @param keys of which each begins a word; not none
 * @param openIds sessions that are not submitted yet
 * @returns those, and the submitted ones whose notes hold all of the words: of all together the last scheduled one first.
 *   Whether the words stand there as they are wanted is still to be seen
 */
export async function findNoted(
  { sessions, noteWords }: Database,
  keys: readonly string[],
  openIds: readonly string[],
): Promise<readonly string[]> {
  const [ids, tooMany, ...found] = await Promise.all([
    sessions.orderBy("scheduledAt").reverse().primaryKeys(),
    noteWords.where("words").equals(TOO_MANY).primaryKeys(),
    ...keys.map(async (key) => new Set(await noteWords.where("words").startsWith(key).primaryKeys())),
  ]);
  const always = new Set([...tooMany, ...openIds]);
  return ids.filter((id) => always.has(id) || found.every((set) => set.has(id)));
}
