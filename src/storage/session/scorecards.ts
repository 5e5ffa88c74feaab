import type { Guide } from "../../domain/guides/guide.ts";
import type { Scorecard } from "../../domain/session/scorecard.ts";
import { textToTokens } from "../../domain/text/tokens.ts";
import { rowToSession, type Database } from "../database.ts";
import { findSessions, type SessionFilter } from "./sessions.ts";

/**
 * Reads several sessions with all that belongs to them, as they were at one moment. A guide that several share is read
 * once.
 *
 * @returns those of them that are here, in the order of the ids
 */
export function loadScorecards(database: Database, ids: readonly string[]): Promise<readonly Scorecard[]> {
  const { sessions, guides, answers, revisions } = database;
  return database.transaction("r", sessions, guides, answers, revisions, async () => {
    const rows = (await sessions.bulkGet([...ids])).filter((row) => row !== undefined);
    const guideIds = [...new Set(rows.map(({ guideId }) => guideId))];
    const [guideRows, answersBySession, revisionsBySession] = await Promise.all([
      guides.bulkGet(guideIds),
      Promise.all(rows.map(({ id }) => answers.where("sessionId").equals(id).toArray())),
      Promise.all(rows.map(({ id }) => revisions.where("sessionId").equals(id).toArray())),
    ]);
    const guideById = new Map<string, Guide>(guideRows.flatMap((row) => (row ? [[row.id, row.guide]] : [])));
    return rows.flatMap((row, at) => {
      const guide = guideById.get(row.guideId);
      if (!guide) return [];
      const session = rowToSession(row);
      const byQuestion = Object.fromEntries(
        (answersBySession[at] ?? []).map((answer) => [answer.questionId, answer]),
      );
      return [{ first: { session, guide, answers: byQuestion }, revisions: revisionsBySession[at] ?? [] }];
    });
  });
}

/** @returns the ids of all sessions that match, newest first */
export async function findSessionIds(database: Database, filter: SessionFilter): Promise<readonly string[]> {
  if (textToTokens(filter.text).length > 0) {
    const { sessions } = await findSessions(database, filter, Infinity);
    return sessions.map(({ id }) => id);
  }
  const { status, from, until } = filter;
  const between = [from ?? -Infinity, until ?? Infinity] as const;
  const range =
    status === null
      ? database.sessions.where("scheduledAt").between(...between)
      : database.sessions.where("[status+scheduledAt]").between([status, between[0]], [status, between[1]]);
  return range.reverse().primaryKeys();
}
