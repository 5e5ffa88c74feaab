import { liveQuery, type Subscription } from "dexie";
import type { Guide } from "../../domain/guides/guide.ts";
import { isAnswerWritten } from "../../domain/session/answer.ts";
import type { SettingKey } from "../../domain/backups/storedRows.ts";
import type { Revision, Scorecard } from "../../domain/session/scorecard.ts";
import type { Session, SessionPlan } from "../../domain/session/session.ts";
import { changeSession, planSession, type WholeSession } from "../../domain/session/wholeSession.ts";
import { noteWordsKey, rowToSession, sessionToRow, type Database } from "../database.ts";
import { dropLeftSessions } from "../leftBehind.ts";
import { refuseHeld, refuseHeldRename } from "../candidates/holds.ts";
import { readTombstones, refuseDeleted } from "../candidates/tombstones.ts";

/** @returns the session with its guide and answers, or undefined where there is none of that id */
export async function loadWholeSession(database: Database, id: string): Promise<WholeSession | undefined> {
  return database.transaction("r", database.sessions, database.guides, database.answers, async () => {
    const row = await database.sessions.get(id);
    if (!row) return undefined;
    const [guideRow, answers] = await Promise.all([
      database.guides.get(row.guideId),
      database.answers.where("sessionId").equals(id).toArray(),
    ]);
    if (!guideRow) return undefined;
    return {
      session: rowToSession(row),
      guide: guideRow.guide,
      answers: Object.fromEntries(answers.map((answer) => [answer.questionId, answer])),
    };
  });
}

/** @returns the session without its guide and answers, or undefined where there is none of that id */
export async function loadSession({ sessions }: Database, id: string): Promise<Session | undefined> {
  const row = await sessions.get(id);
  return row && rowToSession(row);
}

/** Calls back with the session as it is now and after each change, from whichever tab. */
export function watchWholeSession(
  database: Database,
  id: string,
  onChange: (whole: WholeSession) => void,
): Subscription {
  return liveQuery(() => loadWholeSession(database, id)).subscribe((whole) => {
    if (whole) onChange(whole);
  });
}

/**
 * Stores a plan: a new session, or new values for one that is still planned. The next one begins with its interviewer and guide.
 *
 * @param now epoch ms
 * @throws where the session is no longer planned: what was asked may not change under the notes; where it was deleted, by
 * hand or (DeletedError) with its candidate; HeldError where the candidate would get another name under a hold
 */
export async function savePlan(
  database: Database,
  id: string,
  plan: SessionPlan,
  guide: Guide,
  now: number,
): Promise<void> {
  const { sessions, guides, tombstones, holds, settings, deletedByHand } = database;
  const tables = [sessions, guides, tombstones, holds, settings, deletedByHand];
  await database.transaction("rw", tables, async () => {
    await refuseDeleted(database, [id]);
    const known = await sessions.get(id);
    // Whoever deleted it still has its undo.
    if (!known && (await deletedByHand.get(id))) throw new Error("This interview has been deleted.");
    if (known && known.status !== "planned")
      throw new Error("This interview has started, so its plan can’t change any more.");
    if (known) await refuseHeldRename(database, known.candidate, plan.candidate);
    const session = known
      ? changeSession({ session: rowToSession(known) }, plan, now).session
      : planSession(id, plan, now);
    await addMissingGuides(database, [{ id: plan.guideId, guide }]);
    await sessions.put(sessionToRow(session));
    const { interviewer, guideId } = plan;
    await settings.bulkPut([
      { key: "interviewer", value: interviewer },
      { key: "guideId", value: guideId },
    ]);
  });
}

/**
 * Writes whole sessions, with their guides and revisions, in one transaction: all of them or none.
 *
 * @returns false where one of them is here and submitted: a submitted scorecard never changes, and nothing was written
 * @throws DeletedError where one of them, or its panel, was deleted with its candidate, HeldError where something of a
 * candidate with a hold would be gone; nothing was written
 */
export async function putWholeSessions(
  database: Database,
  wholes: readonly WholeSession[],
  revisions: readonly Revision[] = [],
): Promise<boolean> {
  const { sessions, guides, answers, tombstones, holds, settings } = database;
  const tables = [sessions, guides, answers, database.revisions, tombstones, holds, settings];
  const isWritten = await database.transaction("rw", tables, async () => {
    await refuseDeleted(
      database,
      wholes.flatMap(({ session }) => [session.id, session.panel?.panelId]),
    );
    const known = await sessions.bulkGet(wholes.map(({ session }) => session.id));
    if (known.some((row) => row?.status === "submitted")) return false;
    for (const [at, { session }] of wholes.entries()) {
      const row = known[at];
      // What is written over is gone. A plan that begins is not, under its own name.
      if (row?.status === "planned" && session.status === "live")
        await refuseHeldRename(database, row.candidate, session.candidate);
      else if (row) await refuseHeld(database, [row.candidate]);
    }
    await addMissingGuides(
      database,
      wholes.map(({ session, guide }) => ({ id: session.guideId, guide })),
    );
    for (const { session } of wholes) await answers.where("sessionId").equals(session.id).delete();
    await sessions.bulkPut(wholes.map(({ session }) => sessionToRow(session)));
    await answers.bulkPut(wholes.flatMap((whole) => Object.values(whole.answers)));
    await database.revisions.bulkPut(revisions);
    return true;
  });
  if (isWritten) dropLeftSessions(wholes.map(({ session }) => session.id));
  return isWritten;
}

/** Keeps guide versions that sessions or panels brought along, inside a transaction of the caller. Those that are here stay as they are. */
export async function addMissingGuides(
  database: Database,
  versions: readonly { readonly id: string; readonly guide: Guide }[],
): Promise<void> {
  const byId = new Map(versions.map((version) => [version.id, version]));
  const known = await database.guides.bulkGet([...byId.keys()]);
  for (const row of known) if (row) byId.delete(row.id);
  await database.guides.bulkAdd(
    Array.from(byId.values(), ({ id, guide }) => ({
      id,
      guide,
      previousId: null,
      lineId: id,
      savedAt: null,
    })),
  );
}

/** Thrown where a submitted scorecard would be deleted without its candidate. The message is for people. */
export class RecordError extends Error {
  constructor() {
    super(
      "A submitted scorecard is a record, kept for the time set in “Settings”. Delete it under “Candidates” when it is due, or earlier with a written reason.",
    );
  }
}

/** @returns how many of those sessions hold ratings or notes that `deleteSession` would take; a sample's are nobody's */
export function countWritten(database: Database, ids: readonly string[]): Promise<number> {
  const { sessions, answers } = database;
  return database.transaction("r", sessions, answers, async () => {
    const rows = await sessions.bulkGet([...ids]);
    const own = rows.filter((row) => row !== undefined && row.status !== "submitted" && !row.sample);
    const written = new Set(own.flatMap((row) => (row && row.summary !== "" ? row.id : [])));
    await answers
      .where("sessionId")
      .anyOf(own.flatMap((row) => row?.id ?? []))
      .filter(isAnswerWritten)
      .each(({ sessionId }) => written.add(sessionId));
    return written.size;
  });
}

/**
 * Deletes a session with its answers and revisions, and remembers that, for when its candidate is deleted.
 *
 * @param now epoch ms
 * @returns what was deleted, so that it can be put back; undefined where there is none of that id
 * @throws HeldError where there is a hold on its candidate, RecordError where it is submitted (and no sample)
 */
export async function deleteSession(
  database: Database,
  id: string,
  now: number,
): Promise<Scorecard | undefined> {
  const { sessions, guides, answers, revisions, tombstones, holds, panels, deletedByHand } = database;
  const written = [sessions, answers, revisions, database.noteWords, deletedByHand, database.auditEntries];
  const tables = [...written, guides, tombstones, holds, panels, database.settings];
  const deletion = await database.transaction("rw", tables, async () => {
    const ofSession = revisions.where("sessionId").equals(id);
    const [first, deleted] = await Promise.all([loadWholeSession(database, id), ofSession.toArray()]);
    const panel = first?.session.panel && (await panels.get(first.session.panel.panelId));
    if (first) await refuseHeld(database, [first.session.candidate, ...(panel ? [panel.candidate] : [])]);
    if (first?.session.status === "submitted" && !first.session.sample) throw new RecordError();
    const row = await sessions.get(id);
    if (row) await database.noteWords.delete(noteWordsKey(row));
    await sessions.delete(id);
    await answers.where("sessionId").equals(id).delete();
    await ofSession.delete();
    if (first?.session.sample) await database.auditEntries.where("subjectId").equals(id).delete();
    else if (first) {
      const { candidate, role } = first.session;
      await deletedByHand.put({ id, kind: "session", candidate, role, deletedAt: now });
    }
    return first && { first, revisions: deleted };
  });
  dropLeftSessions([id]);
  return deletion;
}

/** @returns whose tombstones keep a session from being put back: its own, and its panel’s */
export function tombstoneIds({ id, panel }: Pick<Session, "id" | "panel">): readonly string[] {
  return panel ? [id, panel.panelId] : [id];
}

/**
 * Puts back what `deleteSession` took.
 *
 * @returns whether it was, or why nothing was done: a session of that id is here again, or it was deleted with its candidate
 */
export async function putBackSession(
  database: Database,
  { first, revisions }: Scorecard,
): Promise<"done" | "here" | "deleted"> {
  const { sessions, guides, answers, tombstones, holds, deletedByHand, settings } = database;
  const tables = [sessions, guides, answers, database.revisions, tombstones, holds, deletedByHand, settings];
  const { id } = first.session;
  return database.transaction("rw", tables, async () => {
    const buried = await readTombstones(database, tombstoneIds(first.session));
    if (buried.length > 0) return "deleted";
    if (await sessions.get(id)) return "here";
    await deletedByHand.delete(id);
    return (await putWholeSessions(database, [first], revisions)) ? "done" : "here";
  });
}

/** @returns how many other sessions that interviewer has between two times (epoch ms, the second not included) */
export function countInterviews(
  database: Database,
  interviewer: string,
  from: number,
  until: number,
  exceptId: string | null,
): Promise<number> {
  const name = interviewer.trim();
  return database.sessions
    .where("heldAt")
    .between(from, until)
    .filter((row) => row.interviewer.trim() === name && row.id !== exceptId)
    .count();
}

/** @returns the value last kept under that key, or undefined */
export async function readSetting(database: Database, key: SettingKey): Promise<unknown> {
  return (await database.settings.get(key))?.value;
}

/** Keeps a value under that key. */
export async function writeSetting(database: Database, key: SettingKey, value: unknown): Promise<void> {
  await database.settings.put({ key, value });
}
