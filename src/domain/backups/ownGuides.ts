import type { GuideDraft, GuideRow } from "./storedRows.ts";

/**
 * @returns how many guides there are that were saved here, and drafts of others: what comes with the app or with a session is
 *   nobody's own; and how many of those are drafts
 */
export function countGuides(
  versions: readonly Pick<GuideRow, "id" | "lineId" | "savedAt">[],
  drafts: readonly Pick<GuideDraft, "id">[],
): { readonly guides: number; readonly drafts: number } {
  const saved = versions.filter(({ savedAt }) => savedAt !== null);
  const ids = new Set(saved.map(({ id }) => id));
  const draftCount = drafts.filter(({ id }) => !ids.has(id)).length;
  return { guides: new Set(saved.map(({ lineId }) => lineId)).size + draftCount, drafts: draftCount };
}
