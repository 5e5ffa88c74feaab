import { format } from "date-fns";
import { isPoint, type NotAssessed, type Rating } from "../../domain/session/answer.ts";
import type { Level, Scale } from "../../domain/guides/guide.ts";
import type { Decision } from "../../domain/panels/panel.ts";
import type { ReportedRevision, ScorecardReport } from "../../domain/session/scorecardReport.ts";
import type { Recommendation, SessionStatus } from "../../domain/session/session.ts";

/*
 * What is said in the files that people read: packet, HTML, Markdown, CSV.
 */

export const levelWords: Readonly<Record<Level, string>> = {
  junior: "junior",
  mid: "mid-level",
  senior: "senior",
  lead: "lead",
};
const recommendationWords: Readonly<Record<Recommendation, string>> = {
  strongNo: "strong no",
  no: "no",
  yes: "yes",
  strongYes: "strong yes",
  noDecision: "no decision",
};
export const decisionWords: Readonly<Record<Decision["outcome"], string>> = {
  hire: "hire",
  noHire: "no hire",
  undecided: "undecided",
};
export const notAssessedWords: Readonly<Record<NotAssessed, string>> = {
  noEvidence: "no evidence",
  notAsked: "not asked",
};
export const statusWords: Readonly<Record<SessionStatus, string>> = {
  planned: "planned",
  live: "live",
  wrapUp: "to wrap up",
  submitted: "submitted",
};

/** @returns a rating with its word on the scale, "4 Strong", or why there is none */
export function ratingToWords({ points }: Scale, rating: Rating | null): string {
  if (rating === null) return "not rated";
  if (!isPoint(rating)) return notAssessedWords[rating];
  return `${rating} ${points.find(({ value }) => value === rating)?.label ?? ""}`.trim();
}

/** @returns what is recommended, or "none" */
export function recommendationToWords(recommendation: Recommendation | null): string {
  return recommendation === null ? "none" : recommendationWords[recommendation];
}

/** @returns what is recommended in a report, at first or finally; a submitted one without it is of a debrief that has not shown it */
export function reportedRecommendation(report: ScorecardReport, state: "first" | "final"): string {
  const { recommendation } = report[state].session;
  return recommendation === null && report.isSubmitted
    ? "not shown yet"
    : recommendationToWords(recommendation);
}

/** @param at epoch ms @returns "24 November 2026, 09:30", by the clock of this machine */
export function dayAndTime(at: number): string {
  return format(at, "d MMMM yyyy, HH:mm");
}

/** @param at epoch ms @returns "2026-11-24", by the clock of this machine */
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
