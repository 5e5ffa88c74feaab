import type { GuideDraft, GuideRow } from "./storedRows.ts";

/** What there is of a database, by number. */
export interface Amount {
  readonly sessions: number;
  readonly panels: number;
  /** Those that are somebody's own, as `countGuides` counts them. */
  readonly guides: number;
}

/** @returns how many sessions, panels and guides there are together */
export function amountOf({ sessions, panels, guides }: Amount): number {
  return sessions + panels + guides;
}

/**
 * @param before what the last automatic backup had
 * @param deleted how many sessions, panels and guides were deleted since, by whoever uses the app
 * @returns whether so much is gone that it can’t be what somebody did
 */
export function isShrunk(now: Amount, before: Amount, deleted: number): boolean {
  return amountOf(now) + deleted < amountOf(before) / 2;
}

/** @returns how many guides there are that were saved here, and drafts of others: what comes with the app or with a session is nobody's own */
export function countGuides(
  versions: readonly Pick<GuideRow, "id" | "lineId" | "savedAt">[],
  drafts: readonly Pick<GuideDraft, "id">[],
): number {
  const saved = versions.filter(({ savedAt }) => savedAt !== null);
  const ids = new Set(saved.map(({ id }) => id));
  return new Set(saved.map(({ lineId }) => lineId)).size + drafts.filter(({ id }) => !ids.has(id)).length;
}
