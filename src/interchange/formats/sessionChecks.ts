import type { Guide, Question } from "../../domain/guides/guide.ts";
import { scaleToText } from "../../domain/guides/scaleSteps.ts";
import { duplicateErrors, refuseLists, type FileError } from "../files/decoding.ts";
import { questionErrors, questionIdPaths, tooManyErrors } from "./guideFile.ts";
import type { SessionPart } from "./sessionSchema.ts";

type SessionFile = SessionPart & { readonly guide: Guide };

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
            message: `"${currentQuestionId}" is not asked in this interview`,
          },
        ]),
    ...(finishedOn?.kind !== "question" || session.questionIds.includes(finishedOn.id)
      ? []
      : [{ path: "session.finishedOn.id", message: `"${finishedOn.id}" is not asked in this interview` }]),
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
      return [
        { path: `${path}.questionId`, message: `"${answer.questionId}" is not asked in this interview` },
      ];
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
                place: placeOf(file, id),
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

/** @returns where an area is: "Amira Haddad, question “A failed batch”, area “The cause”" */
function placeOf({ session, guide }: SessionFile, areaId: string): string {
  const of = (question: Question) => question.areas.find(({ id }) => id === areaId);
  const question = [...guide.questions, ...session.ownQuestions].find(of);
  return [
    session.candidate,
    ...(question ? [`question “${question.title}”`, `area “${of(question)?.text ?? ""}”`] : []),
  ].join(", ");
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
      ? [{ path: "session.submittedAt", message: "a submitted interview needs the time of its submission" }]
      : []),
    ...(session.recommendation === null && !session.recommendationHidden
      ? [{ path: "session.recommendation", message: "a submitted interview needs a recommendation" }]
      : []),
  ];
}

function revisionErrors(file: SessionFile): readonly FileError[] {
  const { session, guide, revisions = [] } = file;
  if (revisions.length === 0) return [];
  if (session.status !== "submitted") {
    return [{ path: "revisions", message: "only a submitted interview has revisions" }];
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
                place: placeOf(file, id),
              },
            ]
          : [];
      }),
    ),
  ];
}
