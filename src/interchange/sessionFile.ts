import * as v from "valibot";
import { notAssessedReasons, type Answer } from "../domain/answer.ts";
import { levels } from "../domain/guide.ts";
import {
  questionById,
  recommendations,
  sessionStatuses,
  type Session,
  type WholeSession,
} from "../domain/session.ts";
import {
  checkEnvelope,
  decodeWith,
  duplicateErrors,
  envelopeEntries,
  idSchema,
  minutesSchema,
  parseJson,
  type Decoded,
  type FileError,
} from "./decoding.ts";
import {
  guideErrors,
  guideSchema,
  guideToId,
  questionErrors,
  questionIdPaths,
  questionSchema,
  scaleToText,
} from "./guideFile.ts";

const FORMAT = "interview-scorecard.session";
const VERSION = 1;

const ISO_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/u;
const isoTime = v.pipe(
  v.string(),
  v.regex(ISO_TIME, 'must be a time such as "2026-11-24T09:30:00.000Z"'),
  v.check(isDay, "is not a day that exists"),
  v.transform((value) => Date.parse(value)),
);
/** The years that the form of a time has room for. */
const YEAR_0_MS = Date.UTC(-1, 12);
const YEAR_10000_MS = Date.UTC(10_000, 0);

function isDay(value: string): boolean {
  const at = Date.parse(value);
  // Date.parse takes 31 February for 3 March.
  const day = new Date(`${value.slice(0, 10)}T00:00:00Z`);
  return at >= YEAR_0_MS && at < YEAR_10000_MS && day.toISOString().startsWith(value.slice(0, 10));
}

const durationMs = v.pipe(v.number(), v.finite("is not a duration"), v.minValue(0, "may not be negative"));
const timer = v.looseObject({ startedAt: v.nullable(isoTime), elapsedBeforeMs: durationMs });
const rating = v.union([v.pipe(v.number(), v.integer()), v.picklist(notAssessedReasons)]);

const answerSchema = v.looseObject({
  questionId: idSchema,
  timer,
  addedMinutes: v.pipe(
    v.number(),
    v.finite("is not a number of minutes"),
    v.minValue(0, "may not be negative"),
  ),
  gaps: v.array(
    v.looseObject({
      at: isoTime,
      gapMs: v.pipe(v.number(), v.finite("is not a duration")),
      takenOff: v.boolean(),
    }),
  ),
  areas: v.record(
    v.string(),
    v.looseObject({ covered: v.boolean(), rating: v.nullable(rating), note: v.string() }),
  ),
  followUpsAsked: v.array(v.looseObject({ followUpId: idSchema, atMs: durationMs })),
  notes: v.array(v.looseObject({ id: idSchema, atMs: durationMs, text: v.string() })),
  updatedAt: isoTime,
});

const sessionSchema = v.looseObject({
  id: idSchema,
  status: v.picklist(sessionStatuses),
  candidate: v.string(),
  role: v.string(),
  interviewer: v.string(),
  guideId: v.string(),
  scheduledAt: isoTime,
  slotMinutes: minutesSchema,
  level: v.picklist(levels),
  remote: v.boolean(),
  timeMultiplier: v.pipe(v.number(), v.minValue(1, "must be 1 at least"), v.maxValue(4, "must be 4 at most")),
  questionIds: v.array(idSchema),
  ownQuestions: v.array(questionSchema),
  currentQuestionId: v.nullable(idSchema),
  clock: timer,
  recommendation: v.nullable(v.picklist(recommendations)),
  summary: v.string(),
  sample: v.boolean(),
  createdAt: isoTime,
  updatedAt: isoTime,
  seenAt: v.nullable(isoTime),
  startedAt: v.nullable(isoTime),
  endedAt: v.nullable(isoTime),
  submittedAt: v.nullable(isoTime),
});

/** What a session file holds; the published JSON Schema is made from it. */
export const sessionFileSchema = v.looseObject({
  ...envelopeEntries,
  format: v.literal(FORMAT),
  exportedAt: isoTime,
  session: sessionSchema,
  guide: guideSchema,
  answers: v.array(answerSchema),
});

type SessionFile = v.InferOutput<typeof sessionFileSchema>;

const toIso = (ms: number): string => new Date(ms).toISOString();
const toIsoOrNull = (ms: number | null): string | null => (ms === null ? null : toIso(ms));

function timerToFile<T extends { readonly startedAt: number | null }>(value: T) {
  return { ...value, startedAt: toIsoOrNull(value.startedAt) };
}

function answerToFile({ sessionId: _owner, ...answer }: Answer) {
  return {
    ...answer,
    timer: timerToFile(answer.timer),
    gaps: answer.gaps.map((gap) => ({ ...gap, at: toIso(gap.at) })),
    updatedAt: toIso(answer.updatedAt),
  };
}

function sessionToFile({ fileFields: _head, ...session }: Session) {
  return {
    ...session,
    scheduledAt: toIso(session.scheduledAt),
    clock: timerToFile(session.clock),
    createdAt: toIso(session.createdAt),
    updatedAt: toIso(session.updatedAt),
    seenAt: toIsoOrNull(session.seenAt),
    startedAt: toIsoOrNull(session.startedAt),
    endedAt: toIsoOrNull(session.endedAt),
    submittedAt: toIsoOrNull(session.submittedAt),
  };
}

/**
 * @param exportedAt epoch ms
 * @param app name and version of the app that writes the file
 * @returns the text of a session file: the session, its guide version and every answer, nothing left out
 */
export function encodeSessionFile(whole: WholeSession, exportedAt: number, app: string): string {
  const file = {
    ...whole.session.fileFields,
    format: FORMAT,
    version: VERSION,
    exportedAt: toIso(exportedAt),
    app,
    session: sessionToFile(whole.session),
    guide: whole.guide,
    answers: answersInOrder(whole).map(answerToFile),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

function answersInOrder({ session, answers }: WholeSession): readonly Answer[] {
  return session.questionIds.flatMap((id) => answers[id] ?? []);
}

/** @returns whether two sessions hold the same, down to every note */
export function isSameSession(a: WholeSession, b: WholeSession): boolean {
  return withSortedKeys(a) === withSortedKeys(b);
}

function withSortedKeys(whole: WholeSession): string {
  return JSON.stringify(JSON.parse(encodeSessionFile(whole, 0, "")), (_key, value: unknown) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : value,
  );
}

/** Reads the text of a session file. Nothing in it is trusted: sizes, types, and what its parts say of each other are checked. */
export async function decodeSessionFile(fileText: string): Promise<Decoded<WholeSession>> {
  const parsed = parseJson(fileText);
  return parsed.ok ? decodeSession(parsed.value) : parsed;
}

/** Reads a session file that was parsed before. */
export async function decodeSession(value: unknown): Promise<Decoded<WholeSession>> {
  const envelope = checkEnvelope(value, FORMAT, VERSION);
  if (!envelope.ok) return envelope;
  const lists = listsForAreas(envelope.value);
  if (lists.length > 0) return { ok: false, errors: lists };
  const decoded = decodeWith(sessionFileSchema, envelope.value);
  if (!decoded.ok) return decoded;
  const file = decoded.value;
  const inGuide = guideErrors(file.guide, "guide");
  const errors = [
    ...inGuide,
    ...(inGuide.length > 0 ? [] : await guideIdErrors(file)),
    ...questionListErrors(file),
    ...answerErrors(file),
    ...timeErrors(file),
    ...submissionErrors(file),
  ];
  return errors.length > 0 ? { ok: false, errors } : { ok: true, value: fileToWhole(file) };
}

/** The schema's library takes an empty list for an object without keys. */
function listsForAreas({ answers }: Readonly<Record<string, unknown>>): readonly FileError[] {
  if (!Array.isArray(answers)) return [];
  return answers.flatMap((answer: unknown, at) =>
    typeof answer === "object" && answer !== null && "areas" in answer && Array.isArray(answer.areas)
      ? [{ path: `answers[${at}].areas`, message: "a list was found where areas by their ids are needed" }]
      : [],
  );
}

function fileToWhole(file: SessionFile): WholeSession {
  const { format: _f, version: _v, exportedAt: _e, app: _a, guide, answers, ...rest } = file;
  const { session: fileSession, ...fileFields } = rest;
  const { fileFields: _kept, ...session } = fileSession;
  return {
    session: { ...session, ...(Object.keys(fileFields).length > 0 && { fileFields }) },
    guide,
    answers: Object.fromEntries(
      answers.map((answer) => [answer.questionId, { ...answer, sessionId: session.id }]),
    ),
  };
}

async function guideIdErrors({ session, guide }: SessionFile): Promise<readonly FileError[]> {
  if (session.guideId === (await guideToId(guide))) return [];
  return [
    { path: "session.guideId", message: "is not the id of the guide in this file: the guide was changed" },
  ];
}

function questionListErrors({ session, guide }: SessionFile): readonly FileError[] {
  const own = session.ownQuestions.map((question, index) => ({
    question,
    path: `session.ownQuestions[${index}]`,
  }));
  const known = new Set([...guide.questions, ...session.ownQuestions].map(({ id }) => id));
  const { currentQuestionId } = session;
  return [
    ...duplicateErrors([
      ...guide.questions.flatMap((question) => questionIdPaths(question, "guide")),
      ...own.flatMap(({ question, path }) => questionIdPaths(question, path)),
    ]).filter(({ path }) => path.startsWith("session.")),
    ...own.flatMap(({ question, path }) => questionErrors(question, guide.scale, path)),
    ...duplicateErrors(
      session.questionIds.map((value, index) => ({ value, path: `session.questionIds[${index}]` })),
    ),
    ...session.questionIds.flatMap((id, index) =>
      known.has(id)
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
  ];
}

function answerErrors(file: SessionFile): readonly FileError[] {
  const { session, guide, answers } = file;
  const points = guide.scale.points.map(({ value }) => value);
  const forAnyQuestion = guide.advice.flatMap((advice) => advice.followUps).map(({ id }) => id);
  const perAnswer = answers.flatMap((answer, at) => {
    const path = `answers[${at}]`;
    const question = questionById({ session, guide }, answer.questionId);
    if (!question || !session.questionIds.includes(answer.questionId)) {
      return [{ path: `${path}.questionId`, message: `"${answer.questionId}" is not asked in this session` }];
    }
    const areaIds = question.areas.map(({ id }) => id);
    const followUpIds = [...question.followUps.map(({ id }) => id), ...forAnyQuestion];
    return [
      ...Object.entries(answer.areas).flatMap(([id, area]) => [
        ...(areaIds.includes(id)
          ? []
          : [{ path: `${path}.areas.${id}`, message: `the question has no area "${id}"` }]),
        ...(typeof area.rating === "number" && !points.includes(area.rating)
          ? [
              {
                path: `${path}.areas.${id}.rating`,
                message: `${area.rating} is not on the scale ${scaleToText(guide.scale)}`,
              },
            ]
          : []),
      ]),
      ...answer.followUpsAsked.flatMap(({ followUpId }, index) =>
        followUpIds.includes(followUpId)
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
