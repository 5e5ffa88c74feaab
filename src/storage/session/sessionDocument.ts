import type { AuditEntry } from "../../domain/candidates/auditEntry.ts";
import type { Answer } from "../../domain/session/answer.ts";
import type { Session } from "../../domain/session/session.ts";
import { rowToSession, sessionToRow, type SessionRow } from "../database.ts";
import type { WrittenDocument } from "../documentWriter.ts";

/** The session itself, one of its answers, or what is logged of it. */
export type SessionPart =
  | { readonly key: string; readonly store: "sessions"; readonly row: SessionRow }
  | { readonly key: string; readonly store: "answers"; readonly row: Answer }
  | { readonly key: string; readonly store: "auditEntries"; readonly row: AuditEntry };

/** What each key in a call begins: ten a second come to so many when the disk has not answered for six seconds. */
const MOST_IN_FLIGHT = 64;

const SESSION = "session";

/** @returns the parts that hold what changed of a session */
export function sessionParts(
  session: Session | null,
  answers: readonly Answer[],
  entries: readonly AuditEntry[] = [],
): readonly SessionPart[] {
  const parts: SessionPart[] = answers.map((row) => ({
    key: `answer ${row.questionId}`,
    store: "answers",
    row,
  }));
  if (session) parts.push({ key: SESSION, store: "sessions", row: sessionToRow(session) });
  for (const row of entries) parts.push({ key: `entry ${row.id}`, store: "auditEntries", row });
  return parts;
}

/** @returns how a session is written */
export function sessionDocument(id: string): WrittenDocument<SessionPart> {
  return {
    kind: "session",
    id,
    mostInFlight: MOST_IN_FLIGHT,
    isShared: false,
    storesOf: (parts) => parts.map(({ store }) => store),
    put: (transaction, parts) => {
      for (const { store, row } of parts) transaction.objectStore(store).put(row);
      transaction.commit();
    },
    isIn: async ({ sessions }) => (await sessions.get(id)) !== undefined,
    toLeave: (unwritten, newest) => {
      const session = newest.get(SESSION);
      if (session?.store !== "sessions") return null;
      const answers = unwritten.flatMap(({ store, row }) => (store === "answers" ? row : []));
      return { kind: "session", session: rowToSession(session.row), answers };
    },
  };
}
