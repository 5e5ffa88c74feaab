import { isTime } from "../text/limits.ts";
import { sha256 } from "../text/sha256.ts";

/*
 * What is written down of deleting: all times are epoch ms.
 */

/** What stays of a deleted session or panel: no name, only the id that an old file would bring back. */
export interface Tombstone {
  /** That of the session or the panel, as `buriedId` gives it; one from an older file may be as it was. */
  readonly id: string;
  readonly deletedAt: number;
  /** Why it was deleted before its time; empty where that had come. It may not name the candidate. */
  readonly reason: string;
}

/** As the app makes ids: a UUID, or a SHA-256. Nobody's name is in them. */
const RANDOM_ID = /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{64})$/u;

/**
 * @returns what a tombstone keeps of an id: the id, or its SHA-256 where it is not random, as a file may hold one with a
 * name in it. Of what it returns it gives the same again.
 */
export function buriedId(id: string): string {
  return RANDOM_ID.test(id) ? id : sha256(id);
}

/**
 * A session, a panel or a scorecard of one that was deleted by itself: files and copies may bring it back, until its
 * candidate is deleted for good.
 */
export interface DeletedByHand {
  /** That of the session or the panel. */
  readonly id: string;
  readonly kind: "session" | "panel" | "scorecard";
  readonly candidate: string;
  readonly role: string;
  readonly deletedAt: number;
  /** Of a scorecard: the panel that held it, and whose it was. Older ones have neither. */
  readonly panelId?: string;
  readonly interviewer?: string;
}

/** Stops the deletion of a candidate, as long as a complaint is open for instance. */
export interface Hold {
  /** `candidateKey` of the name. */
  readonly candidateKey: string;
  readonly reason: string;
  readonly heldAt: number;
}

/** An export that was made: the file is out of reach, and to be deleted by hand with the candidate. */
export interface ExportMade {
  readonly id: string;
  readonly at: number;
  /** The form it has ("CSV"), as the screen names it. */
  readonly form: string;
  readonly sessionIds: readonly string[];
  readonly panelIds: readonly string[];
  /** Everything that there was then is in it. */
  readonly isOfAll?: true;
  /** The name of the file, of one with everything in it alone: nobody’s name is in it. */
  readonly fileName?: string;
}

/** What of an export that was made is still to be deleted by hand: nothing in it names anybody. */
export interface ExportLeft extends Pick<ExportMade, "id" | "at" | "form" | "fileName"> {
  /** Somebody said to have deleted it. It stays, so that no file brings it up again. */
  readonly isDone?: true;
}

/** @returns whether a value, which may come from a file, is an export that can be shown */
export function isExportLeft(value: unknown): value is ExportLeft {
  if (typeof value !== "object" || value === null) return false;
  const { id, at, form, fileName } = value as Partial<Record<keyof ExportLeft, unknown>>;
  return (
    typeof id === "string" &&
    typeof form === "string" &&
    typeof (fileName ?? "") === "string" &&
    typeof at === "number" &&
    isTime(at)
  );
}

/**
 * Works out what becomes of the exports that were made once something is gone: they are left to be deleted by hand, and
 * tell only of those who are here still.
 *
 * @param left what was to be deleted by hand before
 * @param isSomethingGone whether what has everything in it is to be deleted by hand as well
 */
export function leaveExports(
  made: readonly ExportMade[],
  left: readonly ExportLeft[],
  gone: ReadonlySet<string>,
  isSomethingGone: boolean,
): {
  readonly changed: readonly ExportMade[];
  readonly emptied: readonly ExportMade[];
  readonly left: readonly ExportLeft[];
} {
  const changed: ExportMade[] = [];
  const emptied: ExportMade[] = [];
  const leftById = new Map(left.map((one) => [one.id, one]));
  for (const entry of made) {
    const { id, at, form, isOfAll, fileName } = entry;
    const sessionIds = entry.sessionIds.filter((one) => !gone.has(one));
    const panelIds = entry.panelIds.filter((one) => !gone.has(one));
    const isTouched = sessionIds.length < entry.sessionIds.length || panelIds.length < entry.panelIds.length;
    if (isTouched && sessionIds.length + panelIds.length === 0) emptied.push(entry);
    else if (isTouched) changed.push({ ...entry, sessionIds, panelIds });
    if (isTouched || (isOfAll && isSomethingGone))
      leftById.set(id, leftById.get(id) ?? { id, at, form, ...(fileName !== undefined && { fileName }) });
  }
  return { changed, emptied, left: [...leftById.values()].toSorted((a, b) => a.at - b.at) };
}
