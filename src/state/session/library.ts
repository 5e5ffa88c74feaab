import { useLiveQuery } from "dexie-react-hooks";
import type { Guide } from "../../domain/guides/guide.ts";
import type { Revision } from "../../domain/session/scorecard.ts";
import { startSession, type SessionPlan, type WholeSession } from "../../domain/session/session.ts";
import type { Decoded } from "../../interchange/files/decoding.ts";
import {
  countInterviews,
  countOpenOfPanel,
  countSessions,
  deleteSession,
  findSessions,
  loadWholeSession,
  putBackSession,
  putWholeSessions,
  readSetting,
  savePlan,
  writeSetting,
  type DeletedSession,
  type SessionCounts,
  type SessionFilter,
  type SessionPage,
} from "../../storage/session/sessions.ts";
import { useApp, type AppParts } from "../app/appContext.ts";
import type { SavedGuide } from "../guides/guides.ts";
import { whileNobodyWrites } from "../app/documentLock.ts";
import { noteDeletedAmount } from "../backups/backupRecord.ts";

export type { DeletedSession, SessionFilter } from "../../storage/session/sessions.ts";

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

// The first screen does without them.
const loadDecoding = () => import("../../interchange/files/decoding.ts");
const loadRevisionStorage = () => import("../../storage/session/revisions.ts");
const loadSessionFiles = () => import("../../interchange/formats/sessionFile.ts");
const loadGuideFiles = () => import("../../interchange/formats/guideFile.ts");

export type Imported =
  /** "revised": the session was here, and revisions of it were new. */
  | { readonly kind: "added" | "same" | "revised"; readonly whole: WholeSession }
  /** A session of this id is here with other content; nothing was written. */
  | {
      readonly kind: "conflict";
      readonly whole: WholeSession;
      readonly revisions: readonly Revision[];
      readonly known: WholeSession;
    };

/** An invitation to a panel: nothing was stored, its own screen shows what it comes to. */
export interface FoundInvitation {
  readonly kind: "invitation";
  /** What follows "#/invitation/". */
  readonly linkPart: string;
}

/** Reads a session file or a guide file into the database. What is here already is left alone. */
export async function importFile(
  app: AppParts,
  file: File,
): Promise<Decoded<Imported | SavedGuide | FoundInvitation>> {
  const [{ openFile }, { isGuideFile }, { wrongPlaceMessages }, { refuse }] = await Promise.all([
    import("../../interchange/files/openFile.ts"),
    loadGuideFiles(),
    import("../../interchange/files/fileFormats.ts"),
    loadDecoding(),
  ]);
  const opened = await openFile(file);
  if (!opened.ok) return opened;
  if (opened.value.kind !== "json") return refuse("", wrongPlaceMessages[opened.value.kind]);
  const { text, value } = opened.value;
  if (isGuideFile(value)) return importGuide(app, value);
  const imported = await importSession(app, value);
  const isOther = !imported.ok && ["", "format"].includes(imported.errors[0]?.path ?? "");
  return (isOther && (await findInvitation(text, value))) || imported;
}

/** @returns null for any other file */
async function findInvitation(text: string, value: unknown): Promise<Decoded<FoundInvitation> | null> {
  const invitations = await import("../../interchange/formats/invitationFile.ts");
  if (!invitations.isInvitationFile(value)) return null;
  return { ok: true, value: { kind: "invitation", linkPart: await invitations.invitationToLinkPart(text) } };
}

async function importGuide(app: AppParts, file: unknown): Promise<Decoded<SavedGuide>> {
  const [{ decodeGuide }, { saveGuideVersion }] = await Promise.all([
    loadGuideFiles(),
    import("../guides/guides.ts"),
  ]);
  const decoded = decodeGuide(file);
  return decoded.ok ? { ok: true, value: await saveGuideVersion(app, decoded.value, null) } : decoded;
}

/** Reads a session file that was parsed before, such as the sample, into the database. */
export async function importSession(app: AppParts, file: unknown): Promise<Decoded<Imported>> {
  const { database } = app;
  const [{ refuse }, { decodeSession, isSameSession }, { deletedMessage }] = await Promise.all([
    loadDecoding(),
    loadSessionFiles(),
    import("../candidates/tombstoneMessage.ts"),
  ]);
  const decoded = await decodeSession(file);
  if (!decoded.ok) return decoded;
  const { first: whole, revisions } = decoded.value;
  const { id, panel } = whole.session;
  const deleted = await deletedMessage(app, [id, panel?.panelId]);
  if (deleted !== null) return refuse("", deleted);
  const known = await loadWholeSession(database, id);
  if (!known) {
    if (panel && (await countOpenOfPanel(database, panel.panelId)) > 0) {
      return refuse(
        "",
        "This is another interviewer’s session of a panel that you have still to submit a scorecard for. Submit yours first.",
      );
    }
    await putWholeSessions(database, [whole], revisions);
    return { ok: true, value: { kind: "added", whole } };
  }
  if (!isSameSession(known, whole)) return { ok: true, value: { kind: "conflict", whole, revisions, known } };
  const { addRevisions } = await loadRevisionStorage();
  const isNew = await addRevisions(database, revisions);
  return { ok: true, value: { kind: isNew ? "revised" : "same", whole } };
}

export type Put = "done" | "open" | "final";

/**
 * Puts a whole session into the database, over the one of its id.
 *
 * @returns "open" where another tab has that session open, "final" where it is submitted; nothing was done then
 */
export async function putWholeSession(
  { database }: AppParts,
  whole: WholeSession,
  revisions: readonly Revision[] = [],
): Promise<Put> {
  const result = await whileNobodyWrites([whole.session.id], () =>
    putWholeSessions(database, [whole], revisions),
  );
  if ("open" in result) return "open";
  return result.done ? "done" : "final";
}

/**
 * Deletes a session.
 *
 * @returns what was deleted, to put back; undefined where a tab has it open, and nothing was done
 * @throws where there is a hold on its candidate
 */
export async function removeSession(
  { database, clock }: AppParts,
  id: string,
): Promise<DeletedSession | undefined> {
  const result = await whileNobodyWrites([id], () => deleteSession(database, id, clock.now()));
  const deleted = "done" in result ? result.done : undefined;
  if (deleted) noteDeletedAmount({ sessions: 1 });
  return deleted;
}

/** Puts back what `removeSession` took. @returns false where it is here again, or a candidate was deleted since */
export function putBackRemovedSession({ database }: AppParts, deleted: DeletedSession): Promise<boolean> {
  return putBackSession(database, deleted);
}
