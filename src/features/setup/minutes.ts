interface Bounds {
  readonly least: number;
  readonly most: number;
}

/** How many minutes an interview can have. */
export const slotBounds: Bounds = { least: 5, most: 480 };

/** How many minutes a part of it that asks no questions can have. */
export const segmentBounds: Bounds = { least: 0, most: 120 };

/** @returns whether an interview can be that long */
export function isSlot(minutes: number): boolean {
  return isWithin(slotBounds, minutes);
}

/** @returns whether a part that asks no questions can be that long */
export function isSegment(minutes: number): boolean {
  return isWithin(segmentBounds, minutes);
}

/** @returns what is said where a number of minutes is not within */
export function boundsWords({ least, most }: Bounds): string {
  return `Between ${least} and ${most} minutes.`;
}

function isWithin({ least, most }: Bounds, minutes: number): boolean {
  return minutes >= least && minutes <= most;
}
