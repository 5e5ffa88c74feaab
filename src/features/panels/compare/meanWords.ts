import type { PanelMean } from "../../../domain/panels/comparison.ts";

/** @returns the mean with one decimal */
export function meanToText(mean: number | null): string {
  return mean === null ? "not assessed" : mean.toFixed(1);
}

/** @returns how many interviewers a mean is of, and from where to where theirs go */
export function raterWords({ raterCount, lowest, highest }: PanelMean): string {
  if (lowest === null || highest === null) return "nobody";
  if (raterCount === 1) return "1 rater";
  return `${raterCount} raters, ${meanToText(lowest)} to ${meanToText(highest)}`;
}
