import type { Spread } from "../../../domain/panels/debrief.ts";
import { quantityToText } from "../../../domain/text/quantityText.ts";

/** @returns how far the ratings of an area lie apart, in words */
export function spreadWords(spread: Spread | null): string {
  if (!spread) return "fewer than two ratings";
  return spread.range === 0 ? "agree" : `gap of ${quantityToText(spread.range, "point")}`;
}
