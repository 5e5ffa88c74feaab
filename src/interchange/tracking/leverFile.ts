import type { Recommendation } from "../../domain/session/session.ts";
import { pointToStep } from "../../domain/guides/scaleSteps.ts";
import { askedOf, type ScorecardReport } from "../../domain/session/scorecardReport.ts";

/** What Lever's score system says: as our own, which has no middle either. */
const scoreByRecommendation: Readonly<Record<Recommendation, string | null>> = {
  strongNo: "1 - Strong No Hire",
  no: "2 - No Hire",
  yes: "3 - Hire",
  strongYes: "4 - Strong Hire",
  noDecision: null,
};

/** How many scores Lever has, from 1 on. */
export const LEVER_SCORES = 4;

/**
 * Writes a scorecard in the shape of Lever's feedback: the recommendation as a score-system, one scorecard field a
 * question that was asked, in which `value[i]` is of `scores[i]`, and what was written as textareas. Dates are epoch
 * ms. What is not assessed, or not rated yet, has the score null; so has "no decision".
 */
export function encodeLeverFile(report: ScorecardReport): string {
  const { session, guide } = report.final;
  const asked = askedOf(report);
  const feedback = {
    type: "interview",
    text: guide.title,
    user: session.interviewer,
    createdAt: Math.round(report.interviewedAt),
    completedAt: session.submittedAt === null ? null : Math.round(session.submittedAt),
    fields: [
      {
        type: "score-system",
        text: "Recommendation",
        value: session.recommendation ? scoreByRecommendation[session.recommendation] : null,
      },
      { type: "textarea", text: "Why this recommendation?", value: session.summary },
      ...asked.flatMap(({ question, areas, notes }) => [
        {
          type: "scorecard",
          text: question.title,
          description: question.text,
          scores: areas.map(({ area }) => ({ text: area.text, description: "" })),
          value: areas.map(({ rating, note }) => ({
            score: typeof rating === "number" ? scoreOf(report, rating) : null,
            comment: note,
          })),
        },
        ...(notes.length === 0
          ? []
          : [
              {
                type: "textarea",
                text: `Notes: ${question.title}`,
                value: notes.map(({ text }) => text).join("\n"),
              },
            ]),
      ]),
    ],
  };
  return `${JSON.stringify(feedback, null, 2)}\n`;
}

function scoreOf({ final }: ScorecardReport, point: number): number | null {
  const step = pointToStep(final.guide.scale, point, LEVER_SCORES);
  return step === null ? null : step + 1;
}
