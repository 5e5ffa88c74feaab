import shippedGuides from "../../../data/shippedGuides.json";
import type { Guide } from "../../domain/guides/guide.ts";
import { readGuide } from "../../storage/guides/guides.ts";
import type { AppParts } from "../app/appContext.ts";
import { presentLineId } from "./shippedGuides.ts";

export interface GuideVersion {
  readonly id: string;
  readonly guide: Guide;
}

/** Each is read as any guide file is by the tests, and never again. */
const guideFiles = import.meta.glob<{ readonly default: { readonly guide: Guide } }>(
  "../../../data/guides/*.json",
);
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
  if (!content) throw new Error("The guide can't be read.");
  return content.default.guide;
}
