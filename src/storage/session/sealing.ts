import { sealingSession } from "../../domain/admission/admission.ts";
import type { Session } from "../../domain/session/session.ts";
import { readPersons } from "../candidates/nameMerges.ts";
import { rowToSession, type Database } from "../database.ts";
import { readOpenSessions } from "../panels/panels.ts";

/**
 * A scorecard that lies in the list of interviews may be somebody else's: it was there before the own interview was
 * planned.
 *
 * @returns by session id, the interview that is to be submitted before that scorecard may be read; those of the ids that
 * may be read are not in it
 */
export async function readSealing(
  database: Database,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Session>> {
  const { sessions, settings } = database;
  return database.transaction("r", sessions, settings, async () => {
    const open = await readOpenSessions(database);
    if (open.length === 0) return new Map();
    const [rows, { of: personOf }] = await Promise.all([sessions.bulkGet([...ids]), readPersons(database)]);
    const sealing = rows.flatMap((row) => {
      if (row?.status !== "submitted") return [];
      const own = sealingSession(open, rowToSession(row), personOf);
      return own ? [[row.id, own] as const] : [];
    });
    return new Map(sealing);
  });
}
