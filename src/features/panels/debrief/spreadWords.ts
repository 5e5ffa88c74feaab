import type { Spread } from "../../../domain/panels/debrief.ts";
import { quantityToText } from "../../../domain/text/quantityText.ts";

/** @returns the gap between the highest and the lowest rating of an area, in words: "4 points", "agree" */
export function spreadWords(spread: Spread | null): string {
  if (!spread) return "fewer than two ratings";
  return spread.range === 0 ? "agree" : quantityToText(spread.range, "point");
}
