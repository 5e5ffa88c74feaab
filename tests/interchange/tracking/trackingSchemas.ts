import * as v from "valibot";

/*
 * The shapes of applicant tracking systems, from the lists of their fields: Lever's feedback, Ashby's feedback
 * submission. Greenhouse's is published in data/schema.
 */

/** What the tests read of it; its fields are those of the published schema. */
export const greenhouseSchema = v.object({
  scorecards: v.array(
    v.object({
      candidate_rating: v.string(),
      status: v.string(),
      submitted_at: v.nullable(v.string()),
    }),
  ),
  scorecard_candidate_attributes: v.array(
    v.object({
      job_candidate_attribute_id: v.number(),
      candidate_attribute_rating: v.string(),
      scorecard_id: v.number(),
    }),
  ),
  job_candidate_attributes: v.array(v.object({ id: v.number(), name: v.string() })),
  scorecard_questions: v.array(v.object({ id: v.number() })),
  scorecard_question_answers: v.array(
    v.object({ scorecard_id: v.number(), scorecard_question_id: v.number() }),
  ),
});

const epochMs = v.pipe(v.number(), v.integer());

export const leverSchema = v.strictObject({
  type: v.literal("interview"),
  text: v.string(),
  user: v.string(),
  createdAt: epochMs,
  completedAt: v.nullable(epochMs),
  fields: v.array(
    v.variant("type", [
      v.strictObject({
        type: v.literal("score-system"),
        text: v.string(),
        value: v.nullable(v.picklist(["4 - Strong Hire", "3 - Hire", "2 - No Hire", "1 - Strong No Hire"])),
      }),
      v.pipe(
        v.strictObject({
          type: v.literal("scorecard"),
          text: v.string(),
          description: v.string(),
          scores: v.array(v.strictObject({ text: v.string(), description: v.string() })),
          value: v.array(
            v.strictObject({ score: v.nullable(v.picklist([1, 2, 3, 4])), comment: v.string() }),
          ),
        }),
        v.check(({ scores, value }) => scores.length === value.length, "one value beside each score"),
      ),
      v.strictObject({ type: v.literal("textarea"), text: v.string(), value: v.string() }),
    ]),
  ),
});

const plainText = v.strictObject({ type: v.literal("PlainText"), value: v.string() });

export const ashbySchema = v.strictObject({
  feedbackForm: v.strictObject({
    fieldSubmissions: v.array(
      v.strictObject({
        path: v.pipe(v.string(), v.minLength(1)),
        value: v.union([
          v.strictObject({ score: v.picklist([1, 2, 3, 4]), comments: v.optional(plainText) }),
          plainText,
        ]),
      }),
    ),
  }),
});
