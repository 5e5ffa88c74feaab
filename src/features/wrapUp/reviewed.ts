import { areaAnswer, nextOpen, type Rating } from "../../domain/session/answer.ts";
import type { Area, Question } from "../../domain/guides/guide.ts";
import type { OpenArea, WholeSession } from "../../domain/session/wholeSession.ts";

/** @returns what an area is rated */
export function ratingOf({ answers }: WholeSession, { question, area }: OpenArea): Rating | null {
  return areaAnswer(answers[question.id], area.id).rating;
}

/**
 * @param rows in the order of the screen
 * @returns the next row after that area that is neither rated nor marked not assessed, else the first such one
 */
export function nextOpenRow(
  whole: WholeSession,
  rows: readonly OpenArea[],
  areaId: string | undefined,
): OpenArea | undefined {
  const at = rows.findIndex(({ area }) => area.id === areaId);
  return nextOpen(rows, at, (row) => ratingOf(whole, row) === null);
}

/** @returns the areas with the question that they belong to, question by question */
export function byQuestion(
  rows: readonly OpenArea[],
): readonly { readonly question: Question; readonly areas: readonly Area[] }[] {
  const questions = [...new Map(rows.map(({ question }) => [question.id, question])).values()];
  return questions.map((question) => ({
    question,
    areas: rows.filter((row) => row.question.id === question.id).map(({ area }) => area),
  }));
}
