import type { Spread } from "../../../domain/panels/debrief.ts";

/** @returns how far the ratings of an area lie apart, in words */
export function spreadWords(spread: Spread | null): string {
  if (!spread) return "one rating at most";
  return spread.range === 0 ? "agree" : `${spread.range} apart`;
}
