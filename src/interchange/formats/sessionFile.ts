import * as v from "valibot";
import { notAssessedReasons, type Answer } from "../../domain/session/answer.ts";
import { levels, type Guide, type Question } from "../../domain/guides/guide.ts";
import { MOST_MINUTES, MOST_MOMENTS, MOST_QUESTIONS, MOST_REVISIONS } from "../../domain/text/limits.ts";
import type { Revision, Scorecard } from "../../domain/session/scorecard.ts";
import { segmentIds, type ItemClock, type Segments } from "../../domain/session/segment.ts";
import {
  recommendations,
  sessionStatuses,
  type Session,
  type WholeSession,
} from "../../domain/session/session.ts";
import {
  amountSchema,
  checkEnvelope,
  decodeWith,
  duplicateErrors,
  envelopeEntries,
  FARTHEST,
  idSchema,
  integerSchema,
  isoTimeSchema,
  listSchema,
  minutesSchema,
  nameSchema,
  parseJson,
  refuseAll,
  refuseLists,
  textSchema,
  toIso,
  toIsoOrNull,
  type Decoded,
  type FileError,
} from "../files/decoding.ts";
import { fileFormats } from "../files/fileFormats.ts";
import {
  guideErrors,
  guideSchema,
  guideToId,
  questionErrors,
  questionIdPaths,
  questionSchema,
  scaleToText,
  tooManyErrors,
} from "./guideFile.ts";

const FORMAT = fileFormats.session;
/**
 * Panels, revisions and segments came later and are left out where there are none. What was there before means what it
 * meant, and an older app keeps the fields that it does not know: no reason for a new version.
 */
const VERSION = 1;

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
  panel: v.exactOptional(
    v.looseObject({ panelId: idSchema, interviewerId: idSchema, publicKey: v.nullable(textSchema) }),
  ),
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
  format: v.literal(FORMAT),
  exportedAt: isoTimeSchema,
  guide: guideSchema,
  ...contentEntries,
});

/** A session inside of another file, which holds the guide. */
export const sessionPartSchema = v.looseObject(contentEntries);

const sessionFileSchemaButGuide = v.looseObject({
  ...envelopeEntries,
  format: v.literal(FORMAT),
  exportedAt: isoTimeSchema,
  ...contentEntries,
});

/** The guide that was checked last: the scorecards of a panel have the same one. */
let lastGuide: { readonly text: string; readonly guide: Guide; readonly id: string } | null = null;

type SessionFile = SessionPart & { readonly guide: Guide };

function timerToFile<T extends { readonly startedAt: number | null }>(value: T) {
  return { ...value, startedAt: toIsoOrNull(value.startedAt) };
}

function clockToFile<T extends ItemClock>(value: T) {
  return {
    ...value,
    timer: timerToFile(value.timer),
    gaps: value.gaps.map((gap) => ({ ...gap, at: toIso(gap.at) })),
  };
}

function segmentsToFile(segments: Segments) {
  return {
    ...segments,
    introduction: clockToFile(segments.introduction),
    candidateQuestions: clockToFile(segments.candidateQuestions),
  };
}

function answerToFile({ sessionId: _owner, ...answer }: Answer) {
  return {
    ...clockToFile(answer),
    updatedAt: toIso(answer.updatedAt),
  };
}

function sessionToFile({ fileFields: _head, ...session }: Session) {
  return {
    ...session,
    scheduledAt: toIso(session.scheduledAt),
    clock: timerToFile(session.clock),
    ...(session.segments && { segments: segmentsToFile(session.segments) }),
    createdAt: toIso(session.createdAt),
    updatedAt: toIso(session.updatedAt),
    seenAt: toIsoOrNull(session.seenAt),
    startedAt: toIsoOrNull(session.startedAt),
    endedAt: toIsoOrNull(session.endedAt),
    submittedAt: toIsoOrNull(session.submittedAt),
    ...(session.handedOverAt !== undefined && { handedOverAt: toIso(session.handedOverAt) }),
  };
}

function revisionToFile({ sessionId: _owner, ...revision }: Revision) {
  return { ...revision, at: toIso(revision.at) };
}

/**
 * @param exportedAt epoch ms
 * @param app name and version of the app that writes the file
 * @param revisions those of a submitted session
 * @returns the text of a session file: the session, its guide version, every answer and revision, nothing left out
 */
export function encodeSessionFile(
  whole: WholeSession,
  exportedAt: number,
  app: string,
  revisions: readonly Revision[] = [],
): string {
  const { session, answers, ...others } = scorecardToPart({ first: whole, revisions });
  const file = {
    ...others,
    format: FORMAT,
    version: VERSION,
    exportedAt: toIso(exportedAt),
    app,
    session,
    guide: whole.guide,
    answers,
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** @returns the scorecard as it stands in a file that holds its guide elsewhere */
export function scorecardToPart({
  first,
  revisions,
}: {
  readonly first: Omit<WholeSession, "guide">;
  readonly revisions: readonly Revision[];
}) {
  return {
    ...first.session.fileFields,
    session: sessionToFile(first.session),
    answers: answersInOrder(first).map(answerToFile),
    ...(revisions.length > 0 && { revisions: revisions.map(revisionToFile) }),
  };
}

function answersInOrder({ session, answers }: Omit<WholeSession, "guide">): readonly Answer[] {
  return session.questionIds.flatMap((id) => answers[id] ?? []);
}

/** Reads the text of a session file. Nothing in it is trusted: sizes, types, and what its parts say of each other are checked. */
export async function decodeSessionFile(fileText: string): Promise<Decoded<Scorecard>> {
  const parsed = parseJson(fileText);
  return parsed.ok ? decodeSession(parsed.value) : parsed;
}

/** Reads a session file that was parsed before. */
export async function decodeSession(value: unknown): Promise<Decoded<Scorecard>> {
  const envelope = checkEnvelope(value, FORMAT, VERSION);
  if (!envelope.ok) return envelope;
  const lists = listsForAreas(envelope.value);
  if (lists.length > 0) return refuseAll(lists);
  const guideText = JSON.stringify(envelope.value["guide"]);
  const known = lastGuide?.text === guideText ? lastGuide : null;
  const decoded = known
    ? withGuide(decodeWith(sessionFileSchemaButGuide, envelope.value), known.guide)
    : decodeWith(sessionFileSchema, envelope.value);
  if (!decoded.ok) return decoded;
  const { format: _f, version: _v, exportedAt: _e, app: _a, guide, ...part } = decoded.value;
  const inGuide = known ? [] : guideErrors(guide, "guide");
  const guideId = known?.id ?? (inGuide.length > 0 ? null : await guideToId(guide));
  if (guideId !== null) lastGuide = { text: guideText, guide, id: guideId };
  const errors = [
    ...inGuide,
    ...(guideId === null || part.session.guideId === guideId
      ? []
      : [
          {
            path: "session.guideId",
            message: "is not the id of the guide in this file: the guide was changed",
          },
        ]),
    ...partErrors(part, guide),
  ];
  return errors.length > 0 ? refuseAll(errors) : { ok: true, value: partToScorecard(part, guide) };
}

function withGuide<T extends object>(decoded: Decoded<T>, guide: Guide): Decoded<T & { guide: Guide }> {
  return decoded.ok ? { ok: true, value: { ...decoded.value, guide } } : decoded;
}

type SessionPart = v.InferOutput<typeof sessionPartSchema>;

/** @returns what is wrong with a session part that the schema cannot tell, its guide and id left aside */
export function partErrors(part: SessionPart, guide: Guide): readonly FileError[] {
  const file = { ...part, guide };
  return [
    ...questionListErrors(file),
    ...answerErrors(file),
    ...timeErrors(file),
    ...submissionErrors(file),
    ...revisionErrors(file),
  ];
}

/** The schema's library takes an empty list for an object without keys. @returns an error for each such list */
export function listsForAreas({
  answers,
  revisions,
}: Readonly<Record<string, unknown>>): readonly FileError[] {
  return [...refuseLists(answers, "answers", "areas"), ...refuseLists(revisions, "revisions", "areas")];
}

/** @returns the scorecard of a part that was checked */
export function partToScorecard(
  { session: { fileFields: _kept, ...session }, answers, revisions = [], ...fileFields }: SessionPart,
  guide: Guide,
): Scorecard {
  return {
    first: {
      session: { ...session, ...(Object.keys(fileFields).length > 0 && { fileFields }) },
      guide,
      answers: Object.fromEntries(
        answers.map((answer) => [answer.questionId, { ...answer, sessionId: session.id }]),
      ),
    },
    revisions: revisions.map((revision) => ({ ...revision, sessionId: session.id })),
  };
}

/** What a session may point at. */
interface KnownIds {
  /** By question id: the ids of its areas and its follow-ups. */
  readonly questions: ReadonlyMap<string, { readonly areas: Set<string>; readonly followUps: Set<string> }>;
  /** Of all questions. */
  readonly areaIds: ReadonlySet<string>;
  /** Of questions, areas and follow-ups. */
  readonly ids: ReadonlySet<string>;
}

function knownIdsOf(questions: readonly Question[]): KnownIds {
  const idsOf = (list: readonly { readonly id: string }[]) => new Set(list.map(({ id }) => id));
  return {
    questions: new Map(
      questions.map(({ id, areas, followUps }) => [id, { areas: idsOf(areas), followUps: idsOf(followUps) }]),
    ),
    areaIds: idsOf(questions.flatMap(({ areas }) => areas)),
    ids: new Set(questions.flatMap((question) => questionIdPaths(question, "").map(({ value }) => value))),
  };
}

/** Kept by guide, since all scorecards of a panel are checked against the same one. */
const knownIdsByGuide = new WeakMap<Guide, KnownIds & { readonly forAnyQuestion: ReadonlySet<string> }>();

function knownIdsIn(guide: Guide) {
  const kept = knownIdsByGuide.get(guide);
  if (kept) return kept;
  const forAnyQuestion = new Set(
    guide.advice.flatMap(({ followUps }) => followUps.map((followUp) => followUp.id)),
  );
  const known = { ...knownIdsOf(guide.questions), forAnyQuestion };
  knownIdsByGuide.set(guide, known);
  return known;
}

function questionListErrors({ session, guide }: SessionFile): readonly FileError[] {
  const own = session.ownQuestions.map((question, index) => ({
    question,
    path: `session.ownQuestions[${index}]`,
  }));
  const inGuide = knownIdsIn(guide);
  const ownIds = knownIdsOf(session.ownQuestions);
  const ownPaths = own.flatMap(({ question, path }) => questionIdPaths(question, path));
  const { currentQuestionId, finishedOn } = session;
  return [
    ...duplicateErrors(ownPaths),
    ...ownPaths.flatMap(({ value, path }) =>
      inGuide.ids.has(value) ? [{ path, message: `"${value}" is there twice` }] : [],
    ),
    ...own.flatMap(({ question, path }) => questionErrors(question, guide.scale, path)),
    ...tooManyErrors(session.ownQuestions, "session.ownQuestions"),
    ...duplicateErrors(
      session.questionIds.map((value, index) => ({ value, path: `session.questionIds[${index}]` })),
    ),
    ...session.questionIds.flatMap((id, index) =>
      inGuide.questions.has(id) || ownIds.questions.has(id)
        ? []
        : [{ path: `session.questionIds[${index}]`, message: `there is no question "${id}"` }],
    ),
    ...(currentQuestionId === null || session.questionIds.includes(currentQuestionId)
      ? []
      : [
          {
            path: "session.currentQuestionId",
            message: `"${currentQuestionId}" is not asked in this session`,
          },
        ]),
    ...(finishedOn?.kind !== "question" || session.questionIds.includes(finishedOn.id)
      ? []
      : [{ path: "session.finishedOn.id", message: `"${finishedOn.id}" is not asked in this session` }]),
  ];
}

function answerErrors(file: SessionFile): readonly FileError[] {
  const { session, guide, answers } = file;
  const points = new Set(guide.scale.points.map(({ value }) => value));
  const inGuide = knownIdsIn(guide);
  const own = knownIdsOf(session.ownQuestions);
  const asked = new Set(session.questionIds);
  const perAnswer = answers.flatMap((answer, at) => {
    const path = `answers[${at}]`;
    const question = inGuide.questions.get(answer.questionId) ?? own.questions.get(answer.questionId);
    if (!question || !asked.has(answer.questionId)) {
      return [{ path: `${path}.questionId`, message: `"${answer.questionId}" is not asked in this session` }];
    }
    return [
      ...Object.entries(answer.areas).flatMap(([id, area]) => [
        ...(question.areas.has(id)
          ? []
          : [{ path: `${path}.areas.${id}`, message: `the question has no area "${id}"` }]),
        ...(typeof area.rating === "number" && !points.has(area.rating)
          ? [
              {
                path: `${path}.areas.${id}.rating`,
                message: `${area.rating} is not on the scale ${scaleToText(guide.scale)}`,
              },
            ]
          : []),
      ]),
      ...answer.followUpsAsked.flatMap(({ followUpId }, index) =>
        question.followUps.has(followUpId) || inGuide.forAnyQuestion.has(followUpId)
          ? []
          : [{ path: `${path}.followUpsAsked[${index}]`, message: `there is no follow-up "${followUpId}"` }],
      ),
      ...duplicateErrors(
        answer.notes.map(({ id }, index) => ({ value: id, path: `${path}.notes[${index}].id` })),
      ),
    ];
  });
  return [
    ...duplicateErrors(
      answers.map(({ questionId }, at) => ({ value: questionId, path: `answers[${at}].questionId` })),
    ),
    ...perAnswer,
  ];
}

function timeErrors({ session }: SessionFile): readonly FileError[] {
  const { startedAt, endedAt, submittedAt } = session;
  const runsBack = (earlier: number | null, later: number | null) =>
    earlier !== null && later !== null && later < earlier;
  return [
    ...(runsBack(startedAt, endedAt)
      ? [{ path: "session.endedAt", message: "is before session.startedAt" }]
      : []),
    ...(runsBack(endedAt, submittedAt)
      ? [{ path: "session.submittedAt", message: "is before session.endedAt" }]
      : []),
  ];
}

function submissionErrors({ session }: SessionFile): readonly FileError[] {
  if (session.status !== "submitted") return [];
  return [
    ...(session.submittedAt === null
      ? [{ path: "session.submittedAt", message: "a submitted session needs the time of its submission" }]
      : []),
    ...(session.recommendation === null
      ? [{ path: "session.recommendation", message: "a submitted session needs a recommendation" }]
      : []),
  ];
}

function revisionErrors({ session, guide, revisions = [] }: SessionFile): readonly FileError[] {
  if (revisions.length === 0) return [];
  if (session.status !== "submitted") {
    return [{ path: "revisions", message: "only a submitted session has revisions" }];
  }
  const points = new Set(guide.scale.points.map(({ value }) => value));
  const inGuide = knownIdsIn(guide);
  const own = knownIdsOf(session.ownQuestions);
  return [
    ...duplicateErrors(revisions.map(({ id }, at) => ({ value: id, path: `revisions[${at}].id` }))),
    ...revisions.flatMap(({ areas }, at) =>
      Object.entries(areas).flatMap(([id, { rating }]) => {
        const path = `revisions[${at}].areas.${id}`;
        if (!inGuide.areaIds.has(id) && !own.areaIds.has(id))
          return [{ path, message: `there is no area "${id}"` }];
        return typeof rating === "number" && !points.has(rating)
          ? [
              {
                path: `${path}.rating`,
                message: `${rating} is not on the scale ${scaleToText(guide.scale)}`,
              },
            ]
          : [];
      }),
    ),
  ];
}
