import { PAIR_UNITS, TABLE_UNITS } from "../../domain/panels/agreement.ts";
import { LEAST_CANDIDATES, type CandidateOverlap } from "../../domain/panels/calibration.ts";
import { quantityToText } from "../../domain/text/quantityText.ts";

/** @returns the coefficient with two decimals, or why there is none though there was enough to compare */
export function coefficientToText(coefficient: number | null): string {
  return coefficient === null ? "not defined" : withoutMinusZero(coefficient.toFixed(2));
}

/** @returns points of the scale with one decimal and a sign */
export function differenceToText(points: number): string {
  const text = withoutMinusZero(points.toFixed(1));
  return points > 0 && text !== "0.0" ? `+${text}` : text;
}

function withoutMinusZero(text: string): string {
  return Number(text) === 0 ? text.replace("-", "") : text.replace("-", "−");
}

/** @returns a share, 0 to 1, in whole percent */
export function shareToText(share: number | null): string {
  return share === null ? "none" : `${Math.round(share * 100)}\u00A0%`;
}

/** @returns the counts of an overlap: "12 areas of 1 candidate" */
export function overlapWords({ unitCount, candidateCount }: CandidateOverlap): string {
  return `${quantityToText(unitCount, "area")} of ${quantityToText(candidateCount, "candidate")}`;
}

/** What a figure over all interviewers needs. */
export const tableNeeds = `It needs ${TABLE_UNITS} areas of ${LEAST_CANDIDATES} candidates, rated by two or more interviewers.`;

/** What the figures of two interviewers need. */
export const pairNeeds = `Shown once both have rated the same ${PAIR_UNITS} areas, across at least ${LEAST_CANDIDATES} candidates.`;

/** What the leniency of an interviewer needs. */
export const leniencyNeeds = `Shown once at least ${LEAST_CANDIDATES} of an interviewer’s candidates were also rated by others.`;
