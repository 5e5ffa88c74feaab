import { competencyName, type Guide, type Question } from "./guide.ts";
import { beginsWords, textToTokens } from "../text/tokens.ts";

/** A text of a guide that it can be found by. */
export interface Passage {
  readonly kind: "head" | "competency" | "question" | "area" | "followUp" | "anchor" | "advice";
  readonly text: string;
  readonly words: readonly string[];
}

/** @returns every text of the guide in reading order; empty ones are left out */
export function guideToPassages(guide: Guide): readonly Passage[] {
  const passage = (kind: Passage["kind"], text: string) => ({ kind, text, words: textToTokens(text) });
  const anchors = (list: readonly { readonly text: string }[]) =>
    list.map(({ text }) => passage("anchor", text));
  return [
    ...[guide.title, guide.role, guide.introduction].map((text) => passage("head", text)),
    ...guide.competencies.map(({ name }) => passage("competency", name)),
    ...guide.questions.flatMap((question) => [
      passage("question", question.title),
      passage("question", question.text),
      ...question.areas.flatMap((area) => [passage("area", area.text), ...anchors(area.anchors)]),
      ...question.followUps.map(({ text }) => passage("followUp", text)),
    ]),
    ...guide.competencies.flatMap((competency) => anchors(competency.anchors)),
    ...guide.advice.flatMap((advice) =>
      [
        advice.title,
        advice.text,
        ...advice.signs,
        ...advice.levels.map(({ text }) => text),
        ...advice.followUps.map(({ text }) => text),
      ].map((text) => passage("advice", text)),
    ),
  ].filter(({ words }) => words.length > 0);
}

/**
 * Looks for words in a guide, in any order and case; the beginning of a word is enough.
 *
 * @returns null where one of the words is nowhere in the guide; else the passages that hold all of them, or, where
 *   none does, those that hold one. None for a text without a word in it.
 */
export function findPassages(passages: readonly Passage[], text: string): readonly Passage[] | null {
  const wanted = textToTokens(text);
  const holds = (passage: Passage, word: string) => passage.words.some((own) => own.startsWith(word));
  if (!wanted.every((word) => passages.some((passage) => holds(passage, word)))) return null;
  if (wanted.length === 0) return [];
  const complete = passages.filter((passage) => wanted.every((word) => holds(passage, word)));
  return complete.length > 0
    ? complete
    : passages.filter((passage) => wanted.some((word) => holds(passage, word)));
}

/**
 * Looks for words in a question, its competency, areas and follow-ups, in any order and case; the beginning of a word is
 * enough. A text without a word in it finds every question.
 */
export function isQuestionFound(guide: Guide, question: Question, text: string): boolean {
  const own = [
    question.title,
    question.text,
    competencyName(guide, question.competencyId),
    ...[...question.areas, ...question.followUps].map((one) => one.text),
  ];
  return beginsWords(own.join(" "), textToTokens(text));
}
