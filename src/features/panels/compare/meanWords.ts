import type { PanelMean } from "../../../domain/panels/comparison.ts";
import { quantityToText } from "../../../domain/text/quantityText.ts";
import { meanToText } from "../../../interchange/documents/documentWords.ts";

/** @returns how many interviewers rated, and from where to where their means go where these are computed */
export function raterWords({ raterCount, lowest, highest }: PanelMean): string {
  if (raterCount === 0) return "nobody";
  const raters = quantityToText(raterCount, "rater");
  if (raterCount === 1 || lowest === null || highest === null) return raters;
  return `${raters}, ${meanToText(lowest)} to ${meanToText(highest)}`;
}
