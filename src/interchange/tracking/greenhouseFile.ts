import type { Recommendation } from "../../domain/session/session.ts";
import { pointToStep } from "../../domain/guides/scaleSteps.ts";
import { askedOf, type ScorecardReport } from "../../domain/session/scorecardReport.ts";
import { toIso, toIsoOrNull } from "../files/decoding.ts";

/** What Greenhouse knows as the rating of a candidate: word for word our own. */
const candidateRatings: Readonly<Record<Recommendation, string>> = {
  strongNo: "strong_no",
  no: "no",
  yes: "yes",
  strongYes: "strong_yes",
  noDecision: "no_decision",
};

/** What Greenhouse rates an attribute with, lowest first. */
export const greenhouseRatings = ["definitely_not", "no", "mixed", "yes", "strong_yes"] as const;

/**
 * Writes a scorecard as the records of Greenhouse's Harvest API, version 3: under the name of each of its resources a
 * list of that resource's rows. An area of a question that was asked is an attribute with a rating, a question that was
 * asked is a question, the notes on it are its answer. Five points are one to one; other scales go by the place of the
 * point. What is not assessed, or not rated yet, is "no_decision".
 *
 * The ids of rows count from 1 within the file, so that they point at each other; an id that only Greenhouse knows
 * (application, interview kit, interviewer, job, type of attribute) is null.
 *
 * @see data/schema/greenhouse.schema.json for the fields
 */
export function encodeGreenhouseFile(report: ScorecardReport): string {
  const { session } = report.final;
  const asked = askedOf(report);
  const areas = asked.flatMap((one) => one.areas);
  const scorecard = {
    id: SCORECARD,
    application_id: null,
    interview_kit_id: null,
    interviewer_id: null,
    submitter_id: null,
    candidate_rating: candidateRatings[session.recommendation ?? "noDecision"],
    status: report.isSubmitted ? "complete" : "draft",
    interviewed_at: toIso(report.interviewedAt),
    submitted_at: toIsoOrNull(session.submittedAt),
    notes: session.summary,
    public_notes: null,
    private_notes: null,
    created_at: toIso(session.createdAt),
    updated_at: toIso(report.revisions.at(-1)?.at ?? session.updatedAt),
  };
  const bundle = {
    scorecards: [scorecard],
    scorecard_candidate_attributes: areas.map(({ rating, note }, at) => ({
      id: at + 1,
      scorecard_id: SCORECARD,
      job_candidate_attribute_id: at + 1,
      candidate_attribute_rating: ratingOf(report, rating),
      note,
    })),
    job_candidate_attributes: areas.map(({ area }, at) => ({
      id: at + 1,
      name: area.text,
      candidate_attribute_type_id: null,
      job_id: null,
    })),
    scorecard_questions: asked.map(({ question }, at) => ({
      id: at + 1,
      interview_kit_id: null,
      question: question.text,
      answer_type: "long_text",
      required: false,
      sort_order: at,
      active: true,
    })),
    scorecard_question_answers: asked
      .map(({ notes }, at) => ({ notes, questionId: at + 1 }))
      .filter(({ notes }) => notes.length > 0)
      .map(({ notes, questionId }, at) => ({
        id: at + 1,
        scorecard_id: SCORECARD,
        scorecard_question_id: questionId,
        answer: notes.map(({ text }) => text).join("\n"),
        boolean_value: null,
      })),
  };
  return `${JSON.stringify(bundle, null, 2)}\n`;
}

/** The one scorecard of a file. */
const SCORECARD = 1;

function ratingOf({ final }: ScorecardReport, rating: unknown): string {
  const step =
    typeof rating === "number" ? pointToStep(final.guide.scale, rating, greenhouseRatings.length) : null;
  return step === null ? "no_decision" : (greenhouseRatings[step] ?? "no_decision");
}
