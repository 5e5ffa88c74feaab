import type { Area, Question } from "../guides/guide.ts";
import { areaAnswer, type Answer } from "./answer.ts";

/**
 * @param from the place that one goes on from; -1 for none
 * @returns the next one below it that is open, else the first above, else itself where it is open
 */
export function nextOpen<T>(list: readonly T[], from: number, isOpen: (one: T) => boolean): T | undefined {
  return [...list.slice(from + 1), ...list.slice(0, from + 1)].find(isOpen);
}

/**
 * @returns the area to go on to once this one is rated: the next below that is neither rated nor marked not assessed,
 * else the first such one above; null where there is no other
 */
export function nextOpenArea(question: Question, answer: Answer | undefined, areaId: string): Area | null {
  const { areas } = question;
  const at = areas.findIndex(({ id }) => id === areaId);
  const next = nextOpen(areas, at, ({ id }) => id !== areaId && areaAnswer(answer, id).rating === null);
  return next ?? null;
}
