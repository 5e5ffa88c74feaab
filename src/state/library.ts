import { useLiveQuery } from "dexie-react-hooks";
import type { Guide } from "../domain/guide.ts";
import { startSession, type SessionPlan, type WholeSession } from "../domain/session.ts";
import { MOST_CHARACTERS, parseJson, refuse, type Decoded } from "../interchange/decoding.ts";
import { decodeGuide, isGuideFile } from "../interchange/guideFile.ts";
import { decodeSession, encodeSessionFile, isSameSession } from "../interchange/sessionFile.ts";
import {
  countInterviews,
  countSessions,
  deleteSession,
  findSessions,
  loadWholeSession,
  putWholeSessions,
  readSetting,
  savePlan,
  writeSetting,
  type SessionCounts,
  type SessionFilter,
  type SessionPage,
} from "../storage/sessions.ts";
import { useApp, type AppParts } from "./appContext.ts";
import type { SavedGuide } from "./guides.ts";
import { unsavedSession } from "./runningSession.ts";
import { acquireSessionLock } from "./sessionLock.ts";

export type { SessionFilter } from "../storage/sessions.ts";

/** @returns the newest sessions that match, kept up to date; undefined until they are read */
export function useSessions(filter: SessionFilter, limit: number): SessionPage | undefined {
  const { database } = useApp();
  const { status, text, from, until } = filter;
  return useLiveQuery(
    () => findSessions(database, filter, limit),
    [database, status, text, from, until, limit],
  );
}

/** @returns how many sessions there are of each status, kept up to date; undefined until counted */
export function useSessionCounts(): SessionCounts | undefined {
  const { database } = useApp();
  return useLiveQuery(() => countSessions(database), [database]);
}

/** @returns how many other sessions the interviewer has between those times, kept up to date */
export function useInterviewCount(
  interviewer: string,
  from: number,
  until: number,
  exceptId: string | null,
): number {
  const { database } = useApp();
  return (
    useLiveQuery(
      () => countInterviews(database, interviewer, from, until, exceptId),
      [database, interviewer, from, until, exceptId],
    ) ?? 0
  );
}

/** @returns the whole session as it is now, or undefined */
export function readWholeSession({ database }: AppParts, id: string): Promise<WholeSession | undefined> {
  return loadWholeSession(database, id);
}

const INTERVIEWER = "interviewer";

/** @returns the name the last plan was made under, or an empty string */
export async function readInterviewer({ database }: AppParts): Promise<string> {
  const name = await readSetting(database, INTERVIEWER);
  return typeof name === "string" ? name : "";
}

/**
 * Stores a plan under that id, or changes one that is still planned, and remembers the interviewer.
 *
 * @throws where the interview has begun
 */
export async function savePlanned(
  { database, clock }: AppParts,
  id: string,
  plan: SessionPlan,
  guide: Guide,
) {
  await savePlan(database, id, plan, guide, clock.now());
  await writeSetting(database, INTERVIEWER, plan.interviewer);
}

/** Takes a planned session live. */
export async function startPlanned(app: AppParts, id: string): Promise<void> {
  const whole = await loadWholeSession(app.database, id);
  if (whole?.session.status === "planned") await putWholeSession(app, startSession(whole, app.clock.now()));
}

/** @returns the text of the session's file, or undefined where there is no such session */
export async function sessionToFileText(
  { database, clock, appName }: AppParts,
  id: string,
): Promise<string | undefined> {
  const whole = unsavedSession(id) ?? (await loadWholeSession(database, id));
  return whole && encodeSessionFile(whole, clock.now(), appName);
}

export type Imported =
  | { readonly kind: "added" | "same"; readonly whole: WholeSession }
  /** A session of this id is here with other content; nothing was written. */
  | { readonly kind: "conflict"; readonly whole: WholeSession; readonly known: WholeSession };

/** Reads a session file or a guide file into the database. What is here already is left alone. */
export async function importFile(app: AppParts, file: File): Promise<Decoded<Imported | SavedGuide>> {
  if (file.size > MOST_CHARACTERS) return refuse("", "The file is too large for a session or a guide.");
  const parsed = parseJson(await file.text());
  if (!parsed.ok) return parsed;
  return isGuideFile(parsed.value) ? importGuide(app, parsed.value) : importSession(app, parsed.value);
}

async function importGuide(app: AppParts, file: unknown): Promise<Decoded<SavedGuide>> {
  const decoded = decodeGuide(file);
  // The first screen does without it.
  const { saveGuideVersion } = await import("./guides.ts");
  return decoded.ok ? { ok: true, value: await saveGuideVersion(app, decoded.value, null) } : decoded;
}

/** Reads a session file that was parsed before, such as the sample, into the database. */
export async function importSession({ database }: AppParts, file: unknown): Promise<Decoded<Imported>> {
  const decoded = await decodeSession(file);
  if (!decoded.ok) return decoded;
  const whole = decoded.value;
  const known = await loadWholeSession(database, whole.session.id);
  if (!known) {
    await putWholeSessions(database, [whole]);
    return { ok: true, value: { kind: "added", whole } };
  }
  return {
    ok: true,
    value: isSameSession(known, whole) ? { kind: "same", whole } : { kind: "conflict", whole, known },
  };
}

export type Put = "done" | "open" | "final";

/**
 * Puts a whole session into the database, over the one of its id.
 *
 * @returns "open" where another tab has that session open, "final" where it is submitted; nothing was done then
 */
export async function putWholeSession({ database }: AppParts, whole: WholeSession): Promise<Put> {
  const isDone = await whileNobodyWrites(whole.session.id, () => putWholeSessions(database, [whole]));
  if (isDone === null) return "open";
  return isDone ? "done" : "final";
}

/**
 * Deletes a session.
 *
 * @returns what was deleted, to put back; undefined where a tab has it open, and nothing was done
 */
export async function removeSession({ database }: AppParts, id: string): Promise<WholeSession | undefined> {
  return (await whileNobodyWrites(id, () => deleteSession(database, id))) ?? undefined;
}

/** @returns what the work gives; null where a tab has that session open, and nothing was done */
async function whileNobodyWrites<T>(sessionId: string, work: () => Promise<T>): Promise<T | null> {
  const lock = await acquireSessionLock(sessionId, { onAsked: () => Promise.resolve(), onLost: () => {} });
  if (!lock) return null;
  try {
    return await work();
  } finally {
    lock.release();
  }
}
