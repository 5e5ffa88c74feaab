import * as v from "valibot";
import { notAssessedReasons } from "../../domain/session/answer.ts";
import { levels } from "../../domain/guides/guide.ts";
import { MOST_MINUTES, MOST_MOMENTS, MOST_QUESTIONS, MOST_REVISIONS } from "../../domain/text/limits.ts";
import { segmentIds } from "../../domain/session/segment.ts";
import { recommendations, sessionStatuses } from "../../domain/session/session.ts";
import {
  amountSchema,
  envelopeEntries,
  FARTHEST,
  idSchema,
  integerSchema,
  isoTimeSchema,
  listSchema,
  minutesSchema,
  nameSchema,
  textSchema,
} from "../files/decoding.ts";
import { fileFormats } from "../files/fileFormats.ts";
import { guideSchema, questionSchema } from "./guideFile.ts";

const durationMs = amountSchema;
const timer = v.looseObject({ startedAt: v.nullable(isoTimeSchema), elapsedBeforeMs: durationMs });
export const ratingSchema = v.union([integerSchema, v.picklist(notAssessedReasons)]);

const gaps = listSchema(
  v.looseObject({
    at: isoTimeSchema,
    gapMs: v.pipe(
      v.number(),
      v.minValue(-FARTHEST, "is too small a number"),
      v.maxValue(FARTHEST, "is too large a number"),
    ),
    takenOff: v.boolean(),
    kept: v.optional(v.boolean()),
  }),
  MOST_MOMENTS,
  "gaps",
);

const answerSchema = v.looseObject({
  questionId: idSchema,
  timer,
  addedMinutes: amountSchema,
  gaps,
  areas: v.record(
    v.string(),
    v.looseObject({ covered: v.boolean(), rating: v.nullable(ratingSchema), note: textSchema }),
  ),
  followUpsAsked: listSchema(
    v.looseObject({ followUpId: idSchema, atMs: durationMs }),
    MOST_MOMENTS,
    "follow-ups asked",
  ),
  notes: listSchema(
    v.looseObject({ id: idSchema, atMs: durationMs, text: textSchema }),
    MOST_MOMENTS,
    "notes",
  ),
  updatedAt: isoTimeSchema,
});

const segmentSchema = v.looseObject({
  plannedMinutes: v.pipe(
    v.number(),
    v.minValue(0, "may not be negative"),
    v.maxValue(MOST_MINUTES, `must be at most ${MOST_MINUTES} minutes`),
  ),
  timer,
  gaps,
});

const agendaItemSchema = v.variant("kind", [
  v.looseObject({ kind: v.literal("segment"), id: v.picklist(segmentIds) }),
  v.looseObject({ kind: v.literal("question"), id: idSchema }),
]);

/** What a session knows of its panel, and an invitation as well. */
export const sessionPanelEntries = {
  panelId: idSchema,
  interviewerId: idSchema,
  publicKey: v.nullable(textSchema),
  lead: v.exactOptional(nameSchema),
  isLead: v.exactOptional(v.boolean()),
  dueAt: v.exactOptional(isoTimeSchema),
};

const sessionSchema = v.looseObject({
  id: idSchema,
  status: v.picklist(sessionStatuses),
  candidate: nameSchema,
  role: nameSchema,
  interviewer: nameSchema,
  guideId: idSchema,
  scheduledAt: isoTimeSchema,
  slotMinutes: minutesSchema,
  level: v.picklist(levels),
  remote: v.boolean(),
  timeMultiplier: v.pipe(v.number(), v.minValue(1, "must be 1 at least"), v.maxValue(4, "must be 4 at most")),
  questionIds: listSchema(idSchema, 2 * MOST_QUESTIONS, "questions"),
  ownQuestions: listSchema(questionSchema, MOST_QUESTIONS, "questions"),
  currentQuestionId: v.nullable(idSchema),
  clock: timer,
  segments: v.exactOptional(
    v.looseObject({ introduction: segmentSchema, candidateQuestions: segmentSchema }),
  ),
  finishedOn: v.exactOptional(v.nullable(agendaItemSchema)),
  recommendation: v.nullable(v.picklist(recommendations)),
  summary: textSchema,
  sample: v.boolean(),
  createdAt: isoTimeSchema,
  updatedAt: isoTimeSchema,
  seenAt: v.nullable(isoTimeSchema),
  startedAt: v.nullable(isoTimeSchema),
  endedAt: v.nullable(isoTimeSchema),
  submittedAt: v.nullable(isoTimeSchema),
  handedOverAt: v.exactOptional(isoTimeSchema),
  recommendationHidden: v.exactOptional(v.literal(true)),
  panel: v.exactOptional(v.looseObject(sessionPanelEntries)),
});

const revisionSchema = v.looseObject({
  id: idSchema,
  at: isoTimeSchema,
  reason: v.pipe(
    textSchema,
    v.check((reason) => reason.trim() !== "", "a revision needs a reason"),
  ),
  areas: v.record(v.string(), v.looseObject({ rating: ratingSchema, note: textSchema })),
  recommendation: v.nullable(v.picklist(recommendations)),
  summary: textSchema,
});

const contentEntries = {
  session: sessionSchema,
  answers: listSchema(answerSchema, 2 * MOST_QUESTIONS, "answers"),
  revisions: v.exactOptional(listSchema(revisionSchema, MOST_REVISIONS, "revisions")),
};

/** What a session file holds; the published JSON Schema is made from it. */
export const sessionFileSchema = v.looseObject({
  ...envelopeEntries,
  format: v.literal(fileFormats.session),
  exportedAt: isoTimeSchema,
  guide: guideSchema,
  ...contentEntries,
});

/** A session inside of another file, which holds the guide. */
export const sessionPartSchema = v.looseObject(contentEntries);

/** The same where the guide is known, and need not be read again. */
export const sessionFileSchemaButGuide = v.looseObject({
  ...envelopeEntries,
  format: v.literal(fileFormats.session),
  exportedAt: isoTimeSchema,
  ...contentEntries,
});

export type SessionPart = v.InferOutput<typeof sessionPartSchema>;
