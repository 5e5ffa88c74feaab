import fc from "fast-check";
import { notAssessedReasons, type Answer } from "../../../src/domain/session/answer.ts";
import {
  advicePlaces,
  levels,
  type Guide,
  type Question,
  type Scale,
} from "../../../src/domain/guides/guide.ts";
import { segmentIds, type AgendaItem, type Segment } from "../../../src/domain/session/segment.ts";
import { recommendations, sessionStatuses } from "../../../src/domain/session/session.ts";
import type { WholeSession } from "../../../src/domain/session/wholeSession.ts";
import { wellFormed } from "../../../src/interchange/files/decoding.ts";
import { hashGuide } from "../../smallInterview.ts";

/** Text as people write it, and as they do not. */
export const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.constantFrom(
    "أميرة حداد قالت: «كان الملح ناقصًا»",
    "\u202Bשלום\u202C (עולם)",
    "王小明：先看日志，再看指标",
    "Zoë Ångström ﬁxed İt",
    "👩🏽‍💻 → 🏳️‍🌈",
    'He said "it\'s a \\ path" and </script>',
    "two\nlines\tand\u2028three\u0000",
  ),
);

/** Sometimes fields that this version does not know, under names that none it knows has. */
export const laterFields = fc.oneof(
  { weight: 4, arbitrary: fc.constant({}) },
  fc
    .dictionary(
      anyText.map((key) => `later ${key}`),
      fc.jsonValue({ maxDepth: 1 }),
      { maxKeys: 2 },
    )
    // Names that no file may have anywhere.
    .filter((fields) => !/"(?:__proto__|constructor|prototype)":/u.test(JSON.stringify(fields)))
    // A minus zero can be read from JSON and not be written to it.
    .map((fields): object => JSON.parse(JSON.stringify(fields)) as object),
);

export function withLater<T>(known: { readonly [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<T> {
  return fc.tuple(fc.record(known), laterFields).map(([value, later]) => ({ ...later, ...value }));
}

/** Adds what may be missing: each field sometimes. */
export function withSome<T extends object, S>(
  whole: fc.Arbitrary<T>,
  fields: { readonly [K in keyof S]: fc.Arbitrary<S[K]> },
): fc.Arbitrary<T & Partial<S>> {
  const some = fc.record(fields, { requiredKeys: [] }).map((found) => ({ ...found }) as Partial<S>);
  return fc.tuple(whole, some).map(([value, found]) => ({ ...value, ...found }));
}

export const few = <T>(one: fc.Arbitrary<T>, minLength = 0) => fc.array(one, { minLength, maxLength: 3 });
const anyMinutes = fc.double({ min: 1, max: 1440, noNaN: true });
const anyDuration = fc.oneof(fc.nat(1e8), fc.double({ min: 0, max: Number.MAX_SAFE_INTEGER, noNaN: true }));
export const anyMs = fc.integer({
  min: Date.parse("1970-01-01T00:00:00.000Z"),
  max: Date.parse("9998-12-31T23:59:59.999Z"),
});

/** Stands for an entry of a list that is not known yet. */
const anyPick = fc.nat(999);
const picked = <T>(list: readonly T[], pick: number): T => list[pick % list.length]!;

// What follows is made without ids and without what points at another part; `assemble` puts both in.

const followUpParts = withLater({ text: anyText });
const anchorParts = withLater({ point: anyPick, text: anyText });
const questionParts = withLater({
  title: anyText,
  text: anyText,
  competencyId: anyPick,
  plannedMinutes: anyMinutes,
  areas: few(withLater({ text: anyText, anchors: few(anchorParts) })),
  followUps: few(followUpParts),
});
const guideParts = withLater({
  language: fc.constantFrom("en", "ar", "zh-Hant-TW"),
  title: anyText,
  role: anyText,
  introduction: anyText,
  scale: withLater({
    points: fc.uniqueArray(
      withLater({ value: fc.integer({ min: -9, max: 9 }), label: anyText, meaning: anyText }),
      { minLength: 2, maxLength: 6, selector: ({ value }) => value },
    ),
  }),
  competencies: few(withLater({ name: anyText, anchors: few(anchorParts) }), 1),
  questions: few(questionParts),
  advice: few(
    withLater({
      appliesTo: fc.constantFrom(...advicePlaces),
      title: anyText,
      text: anyText,
      signs: few(anyText),
      levels: few(withLater({ level: fc.constantFrom(...levels), text: anyText, favours: few(anyPick) })),
      followUps: few(followUpParts),
    }),
  ),
});
const anyGaps = few(withLater({ at: anyMs, gapMs: fc.integer(), takenOff: fc.boolean() }));
const answerParts = withLater({
  elapsedBeforeMs: anyDuration,
  addedMinutes: fc.nat(60),
  gaps: anyGaps,
  areas: few(withLater({ covered: fc.boolean(), rating: fc.option(anyPick), note: anyText })),
  followUpsAsked: few(withLater({ followUpId: anyPick, atMs: anyDuration })),
  notes: few(withLater({ atMs: anyDuration, text: anyText })),
  updatedAt: anyMs,
});
const sessionParts = withLater({
  status: fc.constantFrom(...sessionStatuses),
  candidate: anyText,
  role: anyText,
  interviewer: anyText,
  scheduledAt: anyMs,
  slotMinutes: anyMinutes,
  level: fc.constantFrom(...levels),
  remote: fc.boolean(),
  timeMultiplier: fc.double({ min: 1, max: 4, noNaN: true }),
  recommendation: fc.constantFrom(...recommendations),
  summary: anyText,
  sample: fc.boolean(),
  createdAt: anyMs,
  updatedAt: anyMs,
  seenAt: fc.option(anyMs),
});
const anySegment: fc.Arbitrary<Segment> = withLater({
  plannedMinutes: fc.double({ min: 0, max: 1440, noNaN: true }).map((minutes) => minutes + 0),
  timer: withLater({ startedAt: fc.option(anyMs), elapsedBeforeMs: anyDuration }),
  gaps: anyGaps,
});
type Parts<T> = T extends fc.Arbitrary<infer Value> ? Value : never;

/** Hands out ids: each has a number of its own in front, and any text behind. */
function idSource(texts: readonly string[]): () => string {
  let count = 0;
  return () => `${count++}:${picked(texts, count)}`;
}
const idTexts = few(anyText, 1);

function assembleQuestion(
  parts: Parts<typeof questionParts>,
  scale: Scale,
  competencyIds: readonly string[],
  nextId: () => string,
): Question {
  return {
    ...parts,
    id: nextId(),
    competencyId: picked(competencyIds, parts.competencyId),
    areas: parts.areas.map((area) => ({
      ...area,
      id: nextId(),
      anchors: assembleAnchors(area.anchors, scale),
    })),
    followUps: parts.followUps.map((followUp) => ({ ...followUp, id: nextId() })),
  };
}

function assembleAnchors(parts: readonly Parts<typeof anchorParts>[], { points }: Scale) {
  return parts.map((anchor) => ({ ...anchor, point: picked(points, anchor.point).value }));
}

function assembleGuide(parts: Parts<typeof guideParts>, nextId: () => string): Guide {
  const scale = { ...parts.scale, points: parts.scale.points.toSorted((a, b) => a.value - b.value) };
  const competencies = parts.competencies.map((competency) => ({
    ...competency,
    id: nextId(),
    anchors: assembleAnchors(competency.anchors, scale),
  }));
  const competencyIds = competencies.map(({ id }) => id);
  return {
    ...parts,
    scale,
    competencies,
    questions: parts.questions.map((question) => assembleQuestion(question, scale, competencyIds, nextId)),
    advice: parts.advice.map((advice) => ({
      ...advice,
      id: nextId(),
      levels: advice.levels.map((level) => ({
        ...level,
        favours: level.favours.map((pick) => picked(competencyIds, pick)),
      })),
      followUps: advice.followUps.map((followUp) => ({ ...followUp, id: nextId() })),
    })),
  };
}

function assembleAnswer(
  { elapsedBeforeMs, ...parts }: Parts<typeof answerParts>,
  { guide, question, sessionId }: { guide: Guide; question: Question; sessionId: string },
  startedAt: number | null,
): Answer {
  const ratings = [...notAssessedReasons, ...guide.scale.points.map(({ value }) => value)];
  const followUpIds = [question, ...guide.advice].flatMap(({ followUps }) => followUps.map(({ id }) => id));
  return {
    ...parts,
    sessionId,
    questionId: question.id,
    timer: { startedAt, elapsedBeforeMs },
    areas: Object.fromEntries(
      question.areas.flatMap(({ id }, index) => {
        const area = parts.areas[index];
        if (!area) return [];
        return [[id, { ...area, rating: area.rating === null ? null : picked(ratings, area.rating) }]];
      }),
    ),
    followUpsAsked:
      followUpIds.length === 0
        ? []
        : parts.followUpsAsked.map((asked) => ({
            ...asked,
            followUpId: picked(followUpIds, asked.followUpId),
          })),
    notes: parts.notes.map((note, index) => ({
      ...note,
      id: `${index}:${wellFormed(note.text.slice(0, 3))}`,
    })),
  };
}

function assembleItem(pick: string | number | null, asked: readonly Question[]): AgendaItem | null {
  if (typeof pick === "number") {
    return asked.length === 0 ? null : { kind: "question", id: picked(asked, pick).id };
  }
  const id = segmentIds.find((one) => one === pick);
  return id === undefined ? null : { kind: "segment", id };
}

/** Any guide that a guide file may hold. */
export const anyGuide: fc.Arbitrary<Guide> = fc
  .tuple(guideParts, idTexts)
  .map(([parts, texts]) => assembleGuide(parts, idSource(texts)));

/** Any session that a session file may hold: of every status, with own questions, gaps, and text in any script. */
export const anyWholeSession: fc.Arbitrary<WholeSession> = fc
  .record({
    idTexts,
    guide: guideParts,
    session: sessionParts,
    own: few(questionParts),
    /** A question is asked where its number is not zero, in the order of the numbers. */
    order: fc.array(fc.nat(9), { minLength: 6, maxLength: 6 }),
    answers: fc.array(fc.option(answerParts), { maxLength: 6 }),
    current: fc.option(anyPick),
    times: fc.tuple(anyMs, anyMs, anyMs).map((times) => times.toSorted((a, b) => a - b)),
    clockMs: anyDuration,
    handedOverAt: fc.option(anyMs, { nil: undefined }),
    panel: fc.option(
      withSome(
        withLater({ panelId: anyText, interviewerId: anyText, publicKey: fc.option(anyText) }).map(
          (panel) => ({
            ...panel,
            panelId: `id ${panel.panelId}`,
            interviewerId: `id ${panel.interviewerId}`,
          }),
        ),
        { lead: anyText, isLead: fc.boolean(), dueAt: anyMs },
      ),
      { nil: undefined },
    ),
    /** Undefined as in a session from before there were segments. */
    segments: fc.option(withLater({ introduction: anySegment, candidateQuestions: anySegment }), {
      nil: undefined,
    }),
    finishedOn: fc.option(fc.oneof(fc.constantFrom(...segmentIds), anyPick)),
    fileFields: laterFields,
  })
  .map((parts): WholeSession => {
    const nextId = idSource(parts.idTexts);
    const guide = assembleGuide(parts.guide, nextId);
    const competencyIds = ["", ...guide.competencies.map(({ id }) => id)];
    const ownQuestions = parts.own.map((own) => assembleQuestion(own, guide.scale, competencyIds, nextId));
    const asked = [...guide.questions, ...ownQuestions]
      .map((question, index) => ({ question, at: parts.order[index] ?? 0 }))
      .filter(({ at }) => at > 0)
      .toSorted((a, b) => a.at - b.at)
      .map(({ question }) => question);
    const current = parts.current === null || asked.length === 0 ? null : picked(asked, parts.current);

    const finishedOn = assembleItem(parts.finishedOn, asked);

    const id = nextId();
    const { status, recommendation } = parts.session;
    const [started, ended, submitted] = parts.times as [number, number, number];
    const isOver = status === "wrapUp" || status === "submitted";
    const runsSince = status === "live" ? started : null;
    return {
      guide,
      session: {
        ...parts.session,
        id,
        guideId: hashGuide(guide),
        questionIds: asked.map((question) => question.id),
        ownQuestions,
        currentQuestionId: current?.id ?? null,
        clock: { startedAt: runsSince, elapsedBeforeMs: parts.clockMs },
        ...(parts.segments && { segments: parts.segments, finishedOn }),
        recommendation: isOver ? recommendation : null,
        startedAt: status === "planned" ? null : started,
        endedAt: isOver ? ended : null,
        submittedAt: status === "submitted" ? submitted : null,
        ...(parts.handedOverAt !== undefined && { handedOverAt: parts.handedOverAt }),
        ...(parts.panel && { panel: parts.panel }),
        ...(Object.keys(parts.fileFields).length > 0 && {
          fileFields: parts.fileFields as Record<string, unknown>,
        }),
      },
      answers: Object.fromEntries(
        asked.flatMap((question, index) => {
          const answer = parts.answers[index];
          if (!answer) return [];
          const since = question === current ? runsSince : null;
          return [[question.id, assembleAnswer(answer, { guide, question, sessionId: id }, since)]];
        }),
      ),
    };
  });
