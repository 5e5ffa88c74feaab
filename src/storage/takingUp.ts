import { sessionEntries } from "../domain/candidates/auditEntry.ts";
import { changeDebrief, entriesIn } from "../domain/panels/debriefParts.ts";
import { takeUpLeft } from "../domain/session/wholeSession.ts";
import { rowToSession, sessionToRow, type Database } from "./database.ts";
import {
  dropLeftBehind,
  isNewer,
  leftText,
  peekLeftDebrief,
  readLeft,
  type DocumentName,
} from "./leftBehind.ts";

/**
 * Writes what was left behind of a document into the database where it is newer than what is there, and drops it. Only
 * for who holds the document's lock.
 *
 * @throws where it can't be written; it stays then
 */
export async function takeUpLeftBehind(database: Database, name: DocumentName): Promise<void> {
  const left = await readLeft(database, name);
  if (!left) return;
  let text = leftText(name);
  const { sessions, answers, guideDrafts, panels, auditEntries } = database;
  await database.transaction("rw", sessions, answers, guideDrafts, panels, auditEntries, async () => {
    if (left.kind === "debrief") {
      const panel = await panels.get(left.panelId);
      // A tab that has it open, and holds no lock, may have gone on with it since.
      text = leftText(name);
      const parts = peekLeftDebrief(database, left.panelId);
      // It was deleted meanwhile, where there is none.
      if (!panel || parts.length === 0) return;
      await panels.put(changeDebrief(panel, parts, left.at));
      await auditEntries.bulkPut(entriesIn(parts));
      return;
    }
    if (left.kind === "guideDraft") {
      if (isNewer(left.draft, await guideDrafts.get(left.draft.id))) await guideDrafts.put(left.draft);
      return;
    }
    const { id } = left.session;
    const [row, known] = await Promise.all([
      sessions.get(id),
      answers.where("sessionId").equals(id).toArray(),
    ]);
    // It was deleted meanwhile.
    if (!row) return;
    const byQuestionId = Object.fromEntries(known.map((answer) => [answer.questionId, answer]));
    const before = rowToSession(row);
    const takenUp = takeUpLeft({ session: before, answers: byQuestionId }, left);
    await sessions.put(sessionToRow(takenUp.session));
    await answers.bulkPut(Object.values(takenUp.answers));
    await auditEntries.bulkPut(sessionEntries(before, takenUp.session));
  });
  // A newer one is not written yet.
  if (leftText(name) === text) dropLeftBehind(name);
}
