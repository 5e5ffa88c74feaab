import { shuttingSession } from "../../domain/admission/admission.ts";
import type { Session } from "../../domain/session/session.ts";
import { readPersons } from "../candidates/nameMerges.ts";
import { rowToSession, type Database } from "../database.ts";
import { readOpenSessions } from "../panels/panels.ts";

/**
 * What lies in the list of interviews may be somebody else's: it was there before the own interview was planned.
 *
 * @returns by session id, the interview that is to be submitted before that one may be read; those of the ids that
 * may be read are not in it
 */
export async function readShutting(
  database: Database,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Session>> {
  const { sessions, answers, settings } = database;
  return database.transaction("r", sessions, answers, settings, async () => {
    const open = await readOpenSessions(database);
    if (open.length === 0) return new Map();
    const [found, { of: personOf }] = await Promise.all([sessions.bulkGet([...ids]), readPersons(database)]);
    const rows = found.filter((row) => row !== undefined);
    const planned = rows.filter(({ status }) => status === "planned").map(({ id }) => id);
    // Of the others it does not matter what they are.
    const answered = await answers.where("sessionId").anyOf(planned).toArray();
    const shutting = rows.flatMap((row) => {
      const ofRow = answered.filter(({ sessionId }) => sessionId === row.id);
      const kept = {
        session: rowToSession(row),
        answers: Object.fromEntries(ofRow.map((one) => [one.questionId, one])),
      };
      const own = shuttingSession(open, kept, personOf);
      return own ? [[row.id, own] as const] : [];
    });
    return new Map(shutting);
  });
}
