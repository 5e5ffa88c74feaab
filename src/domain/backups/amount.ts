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
