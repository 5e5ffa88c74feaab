import { useLiveQuery } from "dexie-react-hooks";
import shippedGuides from "../../data/shippedGuides.json";
import type { Guide } from "../domain/guide.ts";
import { startSession, type SessionPlan, type WholeSession } from "../domain/session.ts";
import { MOST_CHARACTERS, parseJson, refuse, type Decoded } from "../interchange/decoding.ts";
import { decodeGuide, encodeGuideFile, guideToId, isGuideFile } from "../interchange/guideFile.ts";
import { decodeSession, encodeSessionFile, isSameSession } from "../interchange/sessionFile.ts";
import { listGuides, putGuide, readGuide } from "../storage/guides.ts";
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

export interface GuideVersion {
  readonly id: string;
  readonly guide: Guide;
}

/** Enough of a guide to choose it by, without loading it. */
export interface GuideListing {
  readonly id: string;
  readonly title: string;
}

const guideFiles = import.meta.glob<{ readonly default: unknown }>("../../data/guides/*.json");

/** The guide that is proposed where none was chosen. */
export const firstGuideId = shippedGuides[0]?.id ?? "";

/** @returns the guides that ship, the first one first, and those that sessions brought along or that were imported */
export async function listGuideVersions({ database }: AppParts): Promise<readonly GuideListing[]> {
  const stored = await listGuides(database);
  const shippedIds = new Set(shippedGuides.map(({ id }) => id));
  return [
    ...shippedGuides,
    ...stored.filter(({ id }) => !shippedIds.has(id)).map(({ id, guide: { title } }) => ({ id, title })),
  ];
}

/**
 * Loads one guide version: the file of one that ships, or what a session brought along.
 *
 * @throws where there is none of that id, or its file can't be read
 */
export async function loadGuideVersion({ database }: AppParts, id: string): Promise<GuideVersion> {
  const stored = await readGuide(database, id);
  if (stored) return stored;
  const file = shippedGuides.find((shipped) => shipped.id === id)?.file;
  const content = await guideFiles[`../../data/guides/${file}.json`]?.();
  const decoded = decodeGuide(content?.default);
  if (!decoded.ok) throw new Error("The guide can't be read.");
  return { id, guide: decoded.value };
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

/** @returns the text of the guide's file */
export function guideToFileText({ clock, appName }: AppParts, guide: Guide): string {
  return encodeGuideFile(guide, clock.now(), appName);
}

export type Imported =
  | { readonly kind: "added" | "same"; readonly whole: WholeSession }
  /** A session of this id is here with other content; nothing was written. */
  | { readonly kind: "conflict"; readonly whole: WholeSession; readonly known: WholeSession };

export interface ImportedGuide {
  readonly kind: "guideAdded" | "guideHere";
  readonly version: GuideVersion;
}

/** Reads a session file or a guide file into the database. What is here already is left alone. */
export async function importFile(app: AppParts, file: File): Promise<Decoded<Imported | ImportedGuide>> {
  if (file.size > MOST_CHARACTERS) return refuse("", "The file is too large for a session or a guide.");
  const parsed = parseJson(await file.text());
  if (!parsed.ok) return parsed;
  return isGuideFile(parsed.value) ? importGuide(app, parsed.value) : importSession(app, parsed.value);
}

async function importGuide(app: AppParts, file: unknown): Promise<Decoded<ImportedGuide>> {
  const decoded = decodeGuide(file);
  return decoded.ok ? { ok: true, value: await saveGuide(app, decoded.value) } : decoded;
}

/** Stores a guide as a version, under the id that follows from its content; one that is here is left alone. */
export async function saveGuide({ database }: AppParts, guide: Guide): Promise<ImportedGuide> {
  const version = { id: await guideToId(guide), guide };
  const isHere =
    shippedGuides.some(({ id }) => id === version.id) ||
    (await readGuide(database, version.id)) !== undefined;
  if (!isHere) await putGuide(database, version);
  return { kind: isHere ? "guideHere" : "guideAdded", version };
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
