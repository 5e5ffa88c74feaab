import * as v from "valibot";

/*
 * The shapes of three applicant tracking systems, from the lists of their fields: Greenhouse's Harvest API (version 1,
 * scorecards), Lever's feedback, Ashby's feedback submission.
 */

const isoTime = v.pipe(v.string(), v.isoTimestamp());
const person = v.strictObject({ name: v.string() });

export const greenhouseSchema = v.strictObject({
  interview: v.string(),
  interviewed_at: isoTime,
  submitted_at: v.nullable(isoTime),
  submitted_by: person,
  interviewer: person,
  overall_recommendation: v.picklist(["definitely_not", "no", "yes", "strong_yes", "no_decision"]),
  attributes: v.array(
    v.strictObject({
      name: v.string(),
      type: v.string(),
      note: v.string(),
      rating: v.picklist(["definitely_not", "no", "mixed", "yes", "strong_yes", "no_decision"]),
    }),
  ),
  questions: v.array(
    v.strictObject({ id: v.nullable(v.number()), question: v.string(), answer: v.string() }),
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
