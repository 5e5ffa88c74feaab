import { notAssessedWords, type Rating } from "../../domain/session/answer.ts";
import { questionById, type WholeSession } from "../../domain/session/wholeSession.ts";
import type { AnswerChange, ChangedPart } from "../../domain/session/undo.ts";
import { quantityToText } from "../../domain/text/quantityText.ts";
import { isolated } from "../../domain/text/isolated.ts";

/** @returns a rating in words: "4, Strong", "not assessed, not asked", "not rated" */
export function ratingToWords({ guide }: Pick<WholeSession, "guide">, rating: Rating | null): string {
  if (typeof rating === "string") return `not assessed, ${notAssessedWords[rating]}`;
  const point = guide.scale.points.find(({ value }) => value === rating);
  return point ? `${point.value}, ${point.label}` : "not rated";
}

/** @returns how many minutes were added to a question in the call: "2 minutes added", "planned time" */
export function addedToWords(minutes: number): string {
  return minutes === 0 ? "planned time" : `${quantityToText(minutes, "minute")} added`;
}

/** @returns how it stands after a change, by name: "The cause: 4, Strong"; of several things the first, and how many more */
export function changeToWords(whole: WholeSession, { questionId, parts }: AnswerChange): string {
  const [first, ...more] = parts.map((part) => partToWords(whole, questionId, part));
  return more.length === 0 ? (first ?? "") : `${first}, and ${quantityToText(more.length, "more change")}`;
}

function partToWords(whole: WholeSession, questionId: string, part: ChangedPart): string {
  const question = questionById(whole, questionId);
  switch (part.kind) {
    case "area": {
      const name = question?.areas.find(({ id }) => id === part.areaId)?.text ?? "";
      const { from, to } = part;
      return `${isolated(name)}: ${from.rating === to.rating ? (to.covered ? "covered" : "not covered") : ratingToWords(whole, to.rating)}`;
    }
    case "followUp": {
      const all = [
        ...(question?.followUps ?? []),
        ...whole.guide.advice.flatMap(({ followUps }) => followUps),
      ];
      const text = all.find(({ id }) => id === part.followUpId)?.text ?? "";
      return `${part.to ? "asked" : "not asked"}: ${isolated(text)}`;
    }
    case "question":
      return `${isolated(part.question.title)}: ${part.to ? "on the agenda" : "not on the agenda"}`;
    case "addedMinutes":
      return `${isolated(question?.title ?? "")}: ${addedToWords(part.to)}`;
  }
}
