import type { Guide } from "../../domain/guides/guide.ts";
import type { Scorecard } from "../../domain/session/scorecard.ts";
import type { Asked } from "../../domain/session/wholeSession.ts";
import { rowToSession, type Database } from "../database.ts";

/**
 * Reads several sessions with their guides, as they were at one moment. A guide that several share is read once.
 *
 * @returns those of them that are here, in the order of the ids
 */
export function loadAsked(database: Database, ids: readonly string[]): Promise<readonly Asked[]> {
  const { sessions, guides } = database;
  return database.transaction("r", sessions, guides, async () => {
    const rows = (await sessions.bulkGet([...ids])).filter((row) => row !== undefined);
    const guideRows = await guides.bulkGet([...new Set(rows.map(({ guideId }) => guideId))]);
    const guideById = new Map<string, Guide>(guideRows.flatMap((row) => (row ? [[row.id, row.guide]] : [])));
    return rows.flatMap((row) => {
      const guide = guideById.get(row.guideId);
      return guide ? [{ session: rowToSession(row), guide }] : [];
    });
  });
}

/** Does as `loadAsked`, with all that belongs to the sessions. */
export function loadScorecards(database: Database, ids: readonly string[]): Promise<readonly Scorecard[]> {
  const { sessions, guides, answers, revisions } = database;
  return database.transaction("r", sessions, guides, answers, revisions, async () => {
    const asked = await loadAsked(database, ids);
    const [answersBySession, revisionsBySession] = await Promise.all([
      Promise.all(asked.map(({ session }) => answers.where("sessionId").equals(session.id).toArray())),
      Promise.all(asked.map(({ session }) => revisions.where("sessionId").equals(session.id).toArray())),
    ]);
    return asked.map((one, at) => {
      const byQuestion = Object.fromEntries(
        (answersBySession[at] ?? []).map((answer) => [answer.questionId, answer]),
      );
      return { first: { ...one, answers: byQuestion }, revisions: revisionsBySession[at] ?? [] };
    });
  });
}
