import type { Answer } from "../../domain/session/answer.ts";
import type { Guide } from "../../domain/guides/guide.ts";
import type { Revision, Scorecard } from "../../domain/session/scorecard.ts";
import { handedOver } from "../../domain/session/handOver.ts";
import type { ItemClock, Segments } from "../../domain/session/segment.ts";
import type { Session } from "../../domain/session/session.ts";
import type { WholeSession } from "../../domain/session/wholeSession.ts";
import {
  checkEnvelope,
  decodeWith,
  parseJson,
  refuseAll,
  toIso,
  toIsoOrNull,
  toIsoWhere,
  type Decoded,
} from "../files/decoding.ts";
import { fileFormats } from "../files/fileFormats.ts";
import { guideErrors, guideToId } from "./guideFile.ts";
import { listsForAreas, partErrors } from "./sessionChecks.ts";
import { sessionFileSchema, sessionFileSchemaButGuide, type SessionPart } from "./sessionSchema.ts";

const FORMAT = fileFormats.session;
/**
 * Panels, revisions and segments came later and are left out where there are none. What was there before means what it
 * meant, and an older app keeps the fields that it does not know: no reason for a new version.
 */
const VERSION = 1;
/** The guide that was checked last: the scorecards of a panel have the same one. */
let lastGuide: { readonly text: string; readonly guide: Guide; readonly id: string } | null = null;

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

function sessionToFile({ fileFields: _head, submitsAt: _pending, ...session }: Session) {
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
    ...(session.panel && { panel: toIsoWhere(session.panel, ["dueAt"]) }),
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
  if (errors.length > 0) return refuseAll(errors);
  const scorecard = partToScorecard(part, guide);
  // It was handed over by the machine that wrote the file, and goes on where the file is read.
  return { ok: true, value: { ...scorecard, first: handedOver(scorecard.first) } };
}

function withGuide<T extends object>(decoded: Decoded<T>, guide: Guide): Decoded<T & { guide: Guide }> {
  return decoded.ok ? { ok: true, value: { ...decoded.value, guide } } : decoded;
}

/** @returns the scorecard of a part that was checked */
export function partToScorecard(
  {
    session: { fileFields: _kept, submitsAt: _pending, ...session },
    answers,
    revisions = [],
    ...fileFields
  }: SessionPart,
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
