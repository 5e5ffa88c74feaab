import type { Guide, Question } from "./guide.ts";
import { LONGEST_NAME, MOST_AREAS, MOST_OF_QUESTION, MOST_PARTS, MOST_QUESTIONS } from "../text/limits.ts";

/** What questions have in lists, and what a person calls it. */
const lists = [
  ["areas", "areas"],
  ["followUps", "follow-ups"],
] as const;

/** @returns "areas", "follow-ups" or both where the questions have more of them together than a page can show */
export function excessTogether(questions: readonly Question[]): readonly string[] {
  return lists.flatMap(([list, words]) =>
    questions.reduce((sum, question) => sum + question[list].length, 0) > MOST_AREAS ? [words] : [],
  );
}

/** @returns whether all lists of a guide together have more entries than a page can show */
export function hasTooManyParts(guide: Guide): boolean {
  return countParts(guide) > MOST_PARTS;
}

function countParts(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  const inner: readonly unknown[] = Object.values(value);
  return inner.reduce<number>((sum, one) => sum + countParts(one), Array.isArray(value) ? value.length : 0);
}

/** @returns what there is too much of in a guide, and what to do; null where it can be shown */
export function guideExcess(guide: Guide): string | null {
  const { questions } = guide;
  if (questions.length > MOST_QUESTIONS) return tooMany("questions", MOST_QUESTIONS);
  for (const [list, words] of lists) {
    if (questions.some((question) => question[list].length > MOST_OF_QUESTION))
      return `A question has more than ${MOST_OF_QUESTION} ${words}. Split it into several questions.`;
  }
  const [together] = excessTogether(questions);
  if (together !== undefined) return tooMany(together, MOST_AREAS);
  return hasTooManyParts(guide) ? tooMany("parts", MOST_PARTS) : null;
}

function tooMany(words: string, most: number): string {
  return `The guide has more than ${most} ${words}. Split it into several guides.`;
}

/** @returns which name of a guide is too long, and what to do; null where none is */
export function longNameOf(
  guide: Guide,
): { readonly field: "title" | "role"; readonly message: string } | null {
  const field = (["title", "role"] as const).find((name) => guide[name].length > LONGEST_NAME);
  if (!field) return null;
  return { field, message: `Shorten the ${field} to ${LONGEST_NAME} characters or fewer.` };
}
