import { isPoint } from "../../domain/session/answer.ts";
import type { Recommendation } from "../../domain/session/session.ts";
import type { ReportedQuestion, ScorecardReport } from "../../domain/session/scorecardReport.ts";
import { ratingToWords } from "../documents/documentWords.ts";

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
  const { summary, recommendation } = report.final.session;
  const asked = report.questions.filter(({ isAsked }) => isAsked);
  const rating = {
    member_id: null,
    comment: [summary, ...asked.map((one) => questionToText(report, one))]
      .filter((text) => text !== "")
      .join("\n\n"),
    score: scores[recommendation ?? "noDecision"],
  };
  return `${JSON.stringify(rating, null, 2)}\n`;
}

function questionToText({ final }: ScorecardReport, { question, areas, notes }: ReportedQuestion): string {
  const rated = areas.flatMap(({ area, rating, note }) => {
    if (rating === null && note === "") return [];
    const reason = isPoint(rating) || rating === null ? "" : "not assessed: ";
    const after = note === "" ? "" : ` – ${note}`;
    return [`- ${area.text}: ${reason}${ratingToWords(final.guide.scale, rating)}${after}`];
  });
  return [question.title, ...rated, ...notes.map(({ text }) => `- Note: ${text}`)].join("\n");
}
