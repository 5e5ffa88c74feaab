import type { Area, Question } from "../guides/guide.ts";
import { areaAnswer, type Answer } from "./answer.ts";

/**
 * @returns the area to go on to once this one is rated: the next below that is neither rated nor marked not assessed,
 * else the first such one above; null where there is no other
 */
export function nextOpenArea(question: Question, answer: Answer | undefined, areaId: string): Area | null {
  const { areas } = question;
  const at = areas.findIndex(({ id }) => id === areaId);
  const others = [...areas.slice(at + 1), ...areas.slice(0, Math.max(0, at))];
  return others.find(({ id }) => areaAnswer(answer, id).rating === null) ?? null;
}
