import type { Question } from "../guides/guide.ts";
import { areaAnswer, type Answer, type AreaAnswer, type FollowUpAsked } from "./answer.ts";
import { addQuestion, canTakeOff, takeOffQuestion } from "./call.ts";
import { changeAnswer, questionById, type WholeSession } from "./wholeSession.ts";

/**
 * What one change did to the ratings, ticks, follow-ups and added minutes of an answer, where several areas can change at
 * once; or that it added the question.
 */
export interface AnswerChange {
  readonly questionId: string;
  readonly parts: readonly ChangedPart[];
}

export type ChangedPart =
  | { readonly kind: "area"; readonly areaId: string; readonly from: AreaMark; readonly to: AreaMark }
  | {
      readonly kind: "followUp";
      readonly followUpId: string;
      /** Null where it was, or is, not asked. */
      readonly from: PlacedFollowUp | null;
      readonly to: PlacedFollowUp | null;
    }
  | { readonly kind: "addedMinutes"; readonly from: number; readonly to: number }
  | AddedQuestion;

interface AddedQuestion {
  readonly kind: "question";
  readonly question: Question;
  /** Whether it was, or is, on the agenda. */
  readonly from: boolean;
  readonly to: boolean;
}

type AreaMark = Pick<AreaAnswer, "covered" | "rating">;

/** A follow-up that was asked, and its place among those asked. */
interface PlacedFollowUp {
  readonly asked: FollowUpAsked;
  readonly at: number;
}

/** Changes in their order, and those that were taken back, the last one taken back last. */
export interface ChangeHistory {
  readonly done: readonly AnswerChange[];
  readonly undone: readonly AnswerChange[];
}

export const noHistory: ChangeHistory = { done: [], undone: [] };

const MOST_CHANGES = 50;

/** @returns the history with what differs between both; itself where nothing does that can be taken back: a text, a clock */
export function recordChange(
  history: ChangeHistory,
  before: WholeSession,
  after: WholeSession,
): ChangeHistory {
  const changes = [...addedQuestions(before, after), ...changedAnswers(before, after)];
  if (changes.length === 0) return history;
  return { done: [...history.done, ...changes].slice(-MOST_CHANGES), undone: [] };
}

function addedQuestions(before: WholeSession, after: WholeSession): readonly AnswerChange[] {
  const { questionIds } = before.session;
  if (after.session.questionIds === questionIds) return [];
  const added = after.session.questionIds.filter((id) => !questionIds.includes(id));
  return added.flatMap((id) => {
    const question = questionById(after, id);
    return question
      ? [{ questionId: id, parts: [{ kind: "question" as const, question, from: false, to: true }] }]
      : [];
  });
}

function changedAnswers(before: WholeSession, after: WholeSession): readonly AnswerChange[] {
  if (after.answers === before.answers) return [];
  return Object.values(after.answers).flatMap((answer) => {
    const parts = changedParts(before.answers[answer.questionId], answer);
    return parts.length > 0 ? [{ questionId: answer.questionId, parts }] : [];
  });
}

function changedParts(before: Answer | undefined, after: Answer): readonly ChangedPart[] {
  if (after === before) return [];
  const from = before?.addedMinutes ?? 0;
  const to = after.addedMinutes;
  return [
    ...changedAreas(before, after),
    ...changedFollowUps(before?.followUpsAsked ?? [], after.followUpsAsked),
    ...(from === to ? [] : [{ kind: "addedMinutes" as const, from, to }]),
  ];
}

function changedAreas(before: Answer | undefined, after: Answer): readonly ChangedPart[] {
  if (after.areas === before?.areas) return [];
  return Object.keys(after.areas).flatMap((areaId) => {
    if (after.areas[areaId] === before?.areas[areaId]) return [];
    const from = areaMark(before, areaId);
    const to = areaMark(after, areaId);
    return from.covered === to.covered && from.rating === to.rating
      ? []
      : [{ kind: "area" as const, areaId, from, to }];
  });
}

function areaMark(answer: Answer | undefined, areaId: string): AreaMark {
  const { covered, rating } = areaAnswer(answer, areaId);
  return { covered, rating };
}

function changedFollowUps(
  before: readonly FollowUpAsked[],
  after: readonly FollowUpAsked[],
): readonly ChangedPart[] {
  if (after === before) return [];
  const ids = new Set([...before, ...after].map(({ followUpId }) => followUpId));
  return [...ids].flatMap((followUpId) => {
    const from = placedFollowUp(before, followUpId);
    const to = placedFollowUp(after, followUpId);
    return from?.asked === to?.asked ? [] : [{ kind: "followUp" as const, followUpId, from, to }];
  });
}

function placedFollowUp(list: readonly FollowUpAsked[], followUpId: string): PlacedFollowUp | null {
  const at = list.findIndex((one) => one.followUpId === followUpId);
  const asked = list[at];
  return asked ? { asked, at } : null;
}

/** One step back or forth: what is to be done to the answer, and the history after it. */
export interface HistoryStep {
  readonly change: AnswerChange;
  readonly history: ChangeHistory;
}

/** @returns the step that takes the last change back that can be; null where there is none */
export function undoStep({ done, undone }: ChangeHistory, whole: WholeSession): HistoryStep | null {
  const at = done.findLastIndex(({ questionId, parts }) =>
    parts.every(({ kind }) => kind !== "question" || canTakeOff(whole, questionId)),
  );
  const last = done[at];
  return last
    ? { change: inverse(last), history: { done: done.slice(0, at), undone: [...undone, last] } }
    : null;
}

/** @returns the step that brings back what was taken back last; null where there is none */
export function redoStep({ done, undone }: ChangeHistory): HistoryStep | null {
  const last = undone.at(-1);
  return last ? { change: last, history: { done: [...done, last], undone: undone.slice(0, -1) } } : null;
}

function inverse({ questionId, parts }: AnswerChange): AnswerChange {
  return { questionId, parts: parts.map(inversePart) };
}

function inversePart(part: ChangedPart): ChangedPart {
  switch (part.kind) {
    case "area":
      return { ...part, from: part.to, to: part.from };
    case "followUp":
      return { ...part, from: part.to, to: part.from };
    case "addedMinutes":
      return { ...part, from: part.to, to: part.from };
    case "question":
      return { ...part, from: part.to, to: part.from };
  }
}

/** Puts each part of the change where it goes to. Notes and clocks stay as they are. */
export function applyChange(
  whole: WholeSession,
  { questionId, parts }: AnswerChange,
  now: number,
): WholeSession {
  return parts.reduce((before, part) => {
    if (part.kind !== "question")
      return changeAnswer(before, questionId, (answer) => applyPart(answer, part), now);
    return part.to ? addQuestion(before, part.question, now) : takeOffQuestion(before, questionId, now);
  }, whole);
}

function applyPart(answer: Answer, part: Exclude<ChangedPart, AddedQuestion>): Answer {
  switch (part.kind) {
    case "area": {
      const area = { ...areaAnswer(answer, part.areaId), ...part.to };
      return { ...answer, areas: { ...answer.areas, [part.areaId]: area } };
    }
    case "followUp": {
      const others = answer.followUpsAsked.filter(({ followUpId }) => followUpId !== part.followUpId);
      const { to } = part;
      return { ...answer, followUpsAsked: to ? others.toSpliced(to.at, 0, to.asked) : others };
    }
    case "addedMinutes":
      return { ...answer, addedMinutes: part.to };
  }
}
