import type { Guide } from "../../domain/guides/guide.ts";
import { encodeGuideFile, guideToId } from "../../interchange/formats/guideFile.ts";
import { isArchived, readGuide, saveVersion, setArchived } from "../../storage/guides/guides.ts";
import type { AppParts } from "../app/appContext.ts";
import type { GuideVersion } from "./guideVersions.ts";
import { isEarlierShipped, isShipped, presentLineId, storedLineIds } from "./shippedGuides.ts";

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
