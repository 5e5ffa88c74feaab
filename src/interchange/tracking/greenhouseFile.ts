import type { Recommendation } from "../../domain/session/session.ts";
import { pointToStep } from "../../domain/guides/scaleSteps.ts";
import type { ScorecardReport } from "../../domain/session/scorecardReport.ts";
import { toIso, toIsoOrNull } from "../files/decoding.ts";

/** What Greenhouse knows as an overall recommendation: word for word our own. */
const recommendationByOurs: Readonly<Record<Recommendation, string>> = {
  strongNo: "definitely_not",
  no: "no",
  yes: "yes",
  strongYes: "strong_yes",
  noDecision: "no_decision",
};

/** What Greenhouse rates an attribute with, lowest first. */
export const greenhouseRatings = ["definitely_not", "no", "mixed", "yes", "strong_yes"] as const;

/**
 * Writes a scorecard in the shape of Greenhouse's Harvest API, version 1: overall_recommendation, one attribute an area
 * of a question that was asked, one question with the notes on it, who and when. Five points are one to one; other
 * scales go by the place of the point. What is not assessed, or not rated yet, is "no_decision".
 */
export function encodeGreenhouseFile(report: ScorecardReport): string {
  const { final } = report;
  const { session, guide } = final;
  const asked = report.questions.filter(({ isAsked }) => isAsked);
  const person = { name: session.interviewer };
  const scorecard = {
    interview: guide.title,
    interviewed_at: toIso(report.interviewedAt),
    submitted_at: toIsoOrNull(session.submittedAt),
    submitted_by: person,
    interviewer: person,
    overall_recommendation: session.recommendation
      ? recommendationByOurs[session.recommendation]
      : "no_decision",
    attributes: asked.flatMap(({ competency, areas }) =>
      areas.map(({ area, rating, note }) => ({
        name: area.text,
        type: competency === "" ? "Details" : competency,
        note,
        rating: ratingOf(report, rating),
      })),
    ),
    questions: [
      { id: null, question: "Key Take-Aways", answer: session.summary },
      ...asked
        .filter(({ notes }) => notes.length > 0)
        .map(({ question, notes }) => ({
          id: null,
          question: question.text,
          answer: notes.map(({ text }) => text).join("\n"),
        })),
    ],
  };
  return `${JSON.stringify(scorecard, null, 2)}\n`;
}

function ratingOf({ final }: ScorecardReport, rating: unknown): string {
  const step =
    typeof rating === "number" ? pointToStep(final.guide.scale, rating, greenhouseRatings.length) : null;
  return step === null ? "no_decision" : (greenhouseRatings[step] ?? "no_decision");
}
