import { mergeRevisions } from "../../domain/session/revision.ts";
import type { Revision } from "../../domain/session/scorecard.ts";
import { noteWordsKey, type Database } from "../database.ts";

/** @returns the revisions of a session, by time */
export async function loadRevisions(database: Database, sessionId: string): Promise<readonly Revision[]> {
  return mergeRevisions(await database.revisions.where("sessionId").equals(sessionId).toArray(), []);
}

/**
 * Keeps revisions of one session beside those that are here already.
 *
 * @returns whether any of them was new
 * @throws where the session is not here any more: its page may still be open
 */
export async function addRevisions(database: Database, revisions: readonly Revision[]): Promise<boolean> {
  const { revisions: rows, sessions: sessionRows, noteWords } = database;
  return database.transaction("rw", rows, sessionRows, noteWords, async () => {
    const sessions = await database.sessions.bulkGet(revisions.map(({ sessionId }) => sessionId));
    if (sessions.includes(undefined)) throw new Error("The interview was deleted meanwhile.");
    const known = await database.revisions.bulkGet(revisions.map(({ id }) => id));
    const there = known.filter((revision) => revision !== undefined);
    await database.revisions.bulkPut(mergeRevisions(there, revisions));
    // They are made anew, with what was revised.
    await noteWords.bulkDelete(sessions.flatMap((row) => (row ? [noteWordsKey(row)] : [])));
    return there.length < revisions.length;
  });
}
