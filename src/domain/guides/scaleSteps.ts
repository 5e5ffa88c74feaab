import type { Scale } from "./guide.ts";

/**
 * Puts a point of a guide's scale on a scale of another length by its place: an end stays an end, and nothing else
 * becomes one, so that no rating says more than its interviewer did. What lies between goes to the nearest step between
 * the ends, the very middle up: its default word is "sound", which is for and not against. Five points become four
 * as 1, 2, 3, 3, 4; four become five as 1, 2, 4, 5.
 *
 * @param steps how many the other scale has, three at least
 * @returns the step, from 0 on; null for what is not on the scale
 */
export function pointToStep({ points }: Scale, point: number, steps: number): number | null {
  const place = points.findIndex(({ value }) => value === point);
  const last = points.length - 1;
  if (place < 0) return null;
  if (place === 0) return 0;
  if (place === last) return steps - 1;
  return Math.min(Math.max(Math.round((place * (steps - 1)) / last), 1), steps - 2);
}

/** @returns the points of a scale: "1 to 5", and each of them where some between are left out: "1, 3, 5" */
export function scaleToText({ points }: Scale): string {
  const values = points.map(({ value }) => value);
  const isWhole = values.every((value, at) => value === (values[0] ?? 0) + at);
  return isWhole ? `${values[0] ?? ""} to ${values.at(-1) ?? ""}` : values.join(", ");
}

/** @returns what scales of the same points have in common, however these are worded */
export function scaleKey({ points }: Scale): string {
  return points.map(({ value }) => value).join(" ");
}
