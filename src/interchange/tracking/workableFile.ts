import type { Recommendation } from "../../domain/session/session.ts";
import type { ScorecardReport } from "../../domain/session/scorecardReport.ts";
import { commentSections, sectionsToText } from "./reportSections.ts";

/** What Workable scores a candidate with: thumbs down, thumbs up, a star. */
const scores: Readonly<Record<Recommendation, string | null>> = {
  strongNo: "negative",
  no: "negative",
  yes: "positive",
  strongYes: "definitely",
  noDecision: null,
};

/**
 * Writes a scorecard as the rating of a candidate that Workable takes: one score for the recommendation, and a comment,
 * which holds the reasons, and under each question that was asked what was rated or not assessed, and the notes.
 * "No decision" has the score null. The member's id is null: only Workable knows it.
 *
 * @see data/schema/workable.schema.json for the fields
 */
export function encodeWorkableFile(report: ScorecardReport): string {
  const rating = {
    member_id: null,
    comment: sectionsToText(commentSections(report)),
    score: scores[report.final.session.recommendation ?? "noDecision"],
  };
  return `${JSON.stringify(rating, null, 2)}\n`;
}
