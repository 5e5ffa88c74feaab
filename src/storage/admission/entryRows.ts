import type { Answer } from "../../domain/session/answer.ts";
import type { EntryKind, KeptSession } from "../../domain/admission/entries.ts";
import { mergeRevisions } from "../../domain/session/revision.ts";
import type { Revision } from "../../domain/session/scorecard.ts";
import type { Session } from "../../domain/session/session.ts";
import { rowToSession, type SessionRow } from "../database.ts";

export type OneRow = Exclude<EntryKind, "session">;

/** Where entries that are one row each are stored. */
export const storeOf = {
  tombstone: "tombstones",
  guide: "guides",
  panel: "panels",
  panelKey: "panelKeys",
  sealedScorecard: "sealedScorecards",
  archivedGuide: "archivedGuides",
  guideDraft: "guideDrafts",
  deletedByHand: "deletedByHand",
  hold: "holds",
  exportMade: "exportsMade",
  auditEntry: "auditEntries",
  setting: "settings",
} as const satisfies Record<OneRow, string>;

export const allStores = [...Object.values(storeOf), "sessions", "answers", "revisions"];

/** Answers and revisions of other sessions are left out. */
export function toKeptSessions(
  rows: readonly SessionRow[],
  answers: readonly Answer[],
  revisions: readonly Revision[],
): readonly KeptSession[] {
  const found = new Map<string, { session: Session; answers: Record<string, Answer>; revisions: Revision[] }>(
    rows.map((row) => [row.id, { session: rowToSession(row), answers: {}, revisions: [] }]),
  );
  for (const answer of answers) {
    const ofSession = found.get(answer.sessionId)?.answers;
    if (ofSession) ofSession[answer.questionId] = answer;
  }
  for (const revision of revisions) found.get(revision.sessionId)?.revisions.push(revision);
  return Array.from(found.values(), (kept) => ({ ...kept, revisions: mergeRevisions(kept.revisions, []) }));
}

/** @returns the keys that begin with that id: of a session its answers or its log, of a panel its scorecards */
export function keysUnder(id: string): IDBKeyRange {
  return IDBKeyRange.bound([id], [id, []]);
}

/** The database says of no row what it is: whoever asks knows. */
export function resultOf(request: IDBRequest): Promise<unknown> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("The database does not respond."));
  });
}

/** @returns the key that a row has in a store */
export function keyIn(row: object, { keyPath }: IDBObjectStore): IDBValidKey {
  const parts = [keyPath].flat().map((name) => Reflect.get(row, name ?? "") as IDBValidKey);
  return parts.length > 1 ? parts : (parts[0] ?? "");
}
