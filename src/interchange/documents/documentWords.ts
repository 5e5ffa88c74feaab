import { format } from "date-fns";
import { meanOf, type Figures } from "../../domain/panels/figures.ts";
import { isPoint, type Rating } from "../../domain/session/answer.ts";
import type { Scale } from "../../domain/guides/guide.ts";
import type { PanelMean } from "../../domain/panels/comparison.ts";
import { markToWords, type ComparedArea } from "../../domain/panels/debrief.ts";
import type { ReportedRevision, ScorecardReport } from "../../domain/session/scorecardReport.ts";
import { recommendationToWords } from "../../domain/session/session.ts";
import { msToClock } from "../../domain/session/timer.ts";
import { quantityToText } from "../../domain/text/quantityText.ts";

/*
 * What is said in the files that people read: packet, HTML, Markdown, CSV; and of the same on the screen.
 */

/** What stands below results that are computed from the ratings of areas. */
export const equalAreasWords = "All areas carry equal weight; areas not assessed are excluded.";

/** @returns a rating with its word on the scale, "4 Strong", or why there is none */
export function ratingToWords({ points }: Scale, rating: Rating | null): string {
  if (!isPoint(rating)) return markToWords(rating);
  return `${rating} ${points.find(({ value }) => value === rating)?.label ?? ""}`.trim();
}

/** @returns what is recommended in a report, at first or finally; a submitted one without it is of a debrief that has not shown it */
export function reportedRecommendation(report: ScorecardReport, state: "first" | "final"): string {
  const { recommendation } = report[state].session;
  return recommendation === null && report.isSubmitted
    ? "not revealed yet"
    : recommendationToWords(recommendation);
}

/** @param at epoch ms @returns "24 November 2026, 09:30", by the clock of this device */
export function dayAndTime(at: number): string {
  return format(at, "d MMMM yyyy, HH:mm");
}

/** @param at epoch ms @returns "24 November 2026, 09:30 (GMT+1)", for whoever may be elsewhere */
export function dayTimeAndZone(at: number): string {
  return `${dayAndTime(at)} (${format(at, "O")})`;
}

/** @param at epoch ms @returns "2026-11-24", by the clock of this device */
export function isoDay(at: number): string {
  return format(at, "yyyy-MM-dd");
}

/** @returns what a revision changed, each in words: areas first */
export function changedParts(revision: ReportedRevision): readonly string[] {
  return [
    ...revision.areas.map(({ text }) => text),
    ...(revision.recommendation === null ? [] : ["the recommendation"]),
    ...(revision.summary === "" ? [] : ["its reasons"]),
  ];
}

/** @returns the text without what has no place in a text file, and ends a text on some clipboards */
export function withoutZero(written: string): string {
  return written.replaceAll("\u0000", "\uFFFD");
}

/** @returns a mean with one decimal, or that there is none */
export function meanToText(mean: number | null): string {
  return mean === null ? "not assessed" : mean.toFixed(1);
}

/** @returns the ratings themselves, "4, 3, 5", or that there is none */
export function pointsToText(points: readonly number[]): string {
  return points.length === 0 ? "not assessed" : points.join(", ");
}

/** @returns what ratings of one interviewer come to: their mean, or themselves where nothing is computed */
export function resultToText(points: readonly number[], figures: Figures): string {
  return figures === "on" ? meanToText(meanOf(points, figures)) : pointsToText(points);
}

/** What heads a column or a line of such results. */
export const resultWords: Readonly<Record<Figures, string>> = {
  on: "Mean of areas",
  off: "Ratings of areas",
};

/** @returns how many interviewers rated, and from where to where their means go where these are computed: "2 raters, 3.0 to 3.5" */
export function raterWords({ raterCount, lowest, highest }: PanelMean): string {
  if (raterCount === 0) return "nobody";
  const raters = quantityToText(raterCount, "rater");
  if (raterCount === 1 || lowest === null || highest === null) return raters;
  const [from, to] = [meanToText(lowest), meanToText(highest)];
  return from === to ? `${raters}, ${from} each` : `${raters}, ${from} to ${to}`;
}

/** @returns "12:31 of 15:00": how long something took, and how long it was planned to take, both in ms */
export function spentToText({
  elapsedMs,
  plannedMs,
}: {
  readonly elapsedMs: number;
  readonly plannedMs: number;
}): string {
  return `${msToClock(elapsedMs)} of ${msToClock(plannedMs)}`;
}

/** @param count of areas, 1 or more, that are left out where areas are gone through */
export function unaskedWords(count: number): string {
  return `${quantityToText(count, "area")} not listed: nobody asked about ${count === 1 ? "it" : "them"}.`;
}

/** @returns the gap between the highest and the lowest rating of an area: "4 points", "agree"; empty where it is not computed, or nobody has two to compare */
export function spreadWords({ spread }: Pick<ComparedArea, "spread">): string {
  if (!spread || spread === "notComputed") return "";
  return spread.range === 0 ? "agree" : quantityToText(spread.range, "point");
}
