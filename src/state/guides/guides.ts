import shippedGuides from "../../../data/shippedGuides.json";
import type { Guide } from "../../domain/guides/guide.ts";
import { decodeGuide, encodeGuideFile, guideToId } from "../../interchange/formats/guideFile.ts";
import type { GuideDraft } from "../../domain/backups/storedRows.ts";
import {
  deleteDraft,
  isArchived,
  readDraft,
  readGuide,
  saveVersion,
  setArchived,
  writeDraft,
} from "../../storage/guides/guides.ts";
import type { AppParts } from "../app/appContext.ts";
import { noteDeletedAmount } from "../backups/backupRecord.ts";
import { isEarlierShipped, isShipped, presentLineId, storedLineIds } from "./shippedGuides.ts";

export type { GuideDraft } from "../../domain/backups/storedRows.ts";

export interface GuideVersion {
  readonly id: string;
  readonly guide: Guide;
}

const guideFiles = import.meta.glob<{ readonly default: unknown }>("../../../data/guides/*.json");
const loadedFiles = new Map<string, Promise<Guide>>();

/** The guide that is proposed where none was chosen. */
export const firstGuideId = shippedGuides[0]?.id ?? "";

/**
 * Loads one guide version: the file of one that ships, or what was saved here or came with a session.
 *
 * @throws where there is none of that id, or its file can't be read
 */
export async function loadGuideVersion({ database }: AppParts, id: string): Promise<GuideVersion> {
  const version = await findGuideVersion({ database }, id);
  if (!version)
    throw new Error(
      "The guide is not on this device. It may have been deleted, or it is kept in another browser.",
    );
  return version;
}

/** Does as `loadGuideVersion`, and gives null where there is no version of that id. */
export async function findGuideVersion(
  { database }: Pick<AppParts, "database">,
  id: string,
): Promise<GuideVersion | null> {
  const shippedId = presentLineId(id);
  const shipped = shippedGuides.find((entry) => entry.id === shippedId);
  if (!shipped) {
    const row = await readGuide(database, id);
    return row ? { id, guide: row.guide } : null;
  }
  const loading = loadedFiles.get(shippedId) ?? loadFile(shipped.file);
  loadedFiles.set(shippedId, loading);
  loading.catch(() => loadedFiles.delete(shippedId));
  const guide = await loading;
  return { id, guide: id === shippedId ? guide : asBefore(guide) };
}

/** What the lowest point was called in the earlier versions of the guides that come with the app. */
const EARLIER_LOWEST = "No evidence of it";

/** @returns a guide that comes with the app as it was before: nothing but the lowest point's label was another */
function asBefore(guide: Guide): Guide {
  const points = guide.scale.points.map((point, at) =>
    at === 0 ? { ...point, label: EARLIER_LOWEST } : point,
  );
  return { ...guide, scale: { points } };
}

async function loadFile(file: string): Promise<Guide> {
  const content = await guideFiles[`../../../data/guides/${file}.json`]?.();
  const decoded = decodeGuide(content?.default);
  if (!decoded.ok) throw new Error("The guide can't be read.");
  return decoded.value;
}

/** Offers an archived guide again. */
export async function unarchiveGuide(
  { database }: Pick<AppParts, "database">,
  lineId: string,
): Promise<void> {
  await Promise.all(storedLineIds(lineId).map((id) => setArchived(database, id, null)));
}

export interface SavedGuide extends GuideVersion {
  readonly kind: "guideAdded" | "guideHere";
}

/**
 * Stores a guide as a version, under the id that follows from its content. The same content is not stored twice;
 * an older version that is saved over a newer one becomes the newest again. What was archived is offered again.
 *
 * @param guide one that was read from a file or made ready by `versionOf`
 * @param previousId the version it was edited from; null for a new or an imported guide
 */
export async function saveGuideVersion(
  { database, clock }: AppParts,
  guide: Guide,
  previousId: string | null,
): Promise<SavedGuide> {
  const id = await guideToId(guide);
  if (previousId === null && (isShipped(id) || isEarlierShipped(id))) {
    await unarchiveGuide({ database }, presentLineId(id));
    return { kind: "guideHere", id, guide };
  }
  const saved = await saveVersion(database, { id, guide, previousId }, clock.now());
  const lineId = presentLineId((await readGuide(database, id))?.lineId ?? id);
  if (isShipped(lineId)) await unarchiveGuide({ database }, lineId);
  return { kind: saved === "added" ? "guideAdded" : "guideHere", id, guide };
}

/** How a guide from a file stands to what is here. */
export interface FoundGuide extends GuideVersion {
  /** An archived one is here, and is offered again once it is saved. */
  readonly kind: "guideNew" | "guideArchived" | "guideHere";
}

/** @returns what saving the guide as a version would come to; nothing is written */
export async function examineGuide({ database }: AppParts, guide: Guide): Promise<FoundGuide> {
  const id = await guideToId(guide);
  const row = await readGuide(database, id);
  const lineId = presentLineId(row?.lineId ?? id);
  const isHere = row !== undefined || isShipped(lineId);
  const isOffered = !(await isArchived(database, storedLineIds(lineId)));
  return { kind: isHere ? (isOffered ? "guideHere" : "guideArchived") : "guideNew", id, guide };
}

/** @returns the text of the guide's file */
export function guideToFileText({ clock, appName }: AppParts, guide: Guide): string {
  return encodeGuideFile(guide, clock.now(), appName);
}

/** @returns the draft of that id, or undefined */
export function readGuideDraft({ database }: AppParts, id: string): Promise<GuideDraft | undefined> {
  return readDraft(database, id);
}

/** Writes a draft over the one of its id. The write is begun before this returns, so that a closed tab keeps it. */
export function writeGuideDraft({ database }: AppParts, draft: GuideDraft): Promise<void> {
  return writeDraft(database, draft);
}

/** Deletes the draft of that id, where there is one, with nothing in its place. */
export async function discardGuideDraft({ database }: AppParts, id: string): Promise<void> {
  if (await deleteDraft(database, id)) noteDeletedAmount({ guides: 1 });
}
