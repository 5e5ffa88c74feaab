import type { Scale } from "../guides/guide.ts";
import { areaAnswer, isPoint, type Rating } from "./answer.ts";
import { askedQuestions, openAreas, type OpenArea, type WholeSession } from "./wholeSession.ts";

/*
 * What an interviewer may want to look at again before submitting. It is pointed out and stands in nobody's way, and none
 * of it is kept: how somebody rates is theirs.
 */

/** @returns whether it is the lowest or the highest point of the scale */
export function isScaleEnd({ points }: Scale, rating: Rating | null): boolean {
  const values = points.map(({ value }) => value);
  return isPoint(rating) && [Math.min(...values), Math.max(...values)].includes(rating);
}

/** @returns areas of asked questions rated at either end of the scale without a note; what was said belongs beside them */
export function areasWithoutEvidence(whole: WholeSession, now: number): readonly OpenArea[] {
  return askedQuestions(whole, now).flatMap((question) =>
    question.areas
      .filter((area) => {
        const { rating, note } = areaAnswer(whole.answers[question.id], area.id);
        return isScaleEnd(whole.guide.scale, rating) && note.trim() === "";
      })
      .map((area) => ({ question, area })),
  );
}

/** What is looked at first in a review. No area is in both. */
export interface ReviewGaps {
  /** Neither rated nor marked not assessed, in order. */
  readonly open: readonly OpenArea[];
  /** Rated at either end of the scale without a note, in order. */
  readonly withoutEvidence: readonly OpenArea[];
}

/** @param now epoch ms */
export function reviewGaps(whole: WholeSession, now: number): ReviewGaps {
  return { open: openAreas(whole, now), withoutEvidence: areasWithoutEvidence(whole, now) };
}

/**
 * As many areas as a question of the shipped guides has: within one answer a single level is likely enough. Ours; surveys
 * often take nine alike in a row, and are warned that some who answer so mean it (doi:10.1177/0282423X241273455).
 */
const FEWEST_ALIKE = 8;

/** One point of the scale, and how many areas have it. */
export interface SameRating {
  readonly point: number;
  readonly count: number;
}

/** @returns the point that every rated area of the asked questions has, where they are eight or more; else null */
export function straightLine(whole: WholeSession, now: number): SameRating | null {
  const points = askedQuestions(whole, now).flatMap((question) =>
    question.areas.map((area) => areaAnswer(whole.answers[question.id], area.id).rating).filter(isPoint),
  );
  const [point] = points;
  if (point === undefined || points.length < FEWEST_ALIKE || points.some((other) => other !== point)) {
    return null;
  }
  return { point, count: points.length };
}

/** Less than this for one item of a questionnaire is taken for careless (Huang 2012, Bowling 2021). */
export const HURRIED_MS = 2000;

/** Ours: two or three may belong together. */
const FEWEST_HURRIED = 4;

/**
 * @param times when each area got the rating that it has, epoch ms, in any order
 * @returns how many came one upon the other, each within two seconds, in the longest such run of four or more; else 0
 */
export function hurriedRatings(times: readonly number[]): number {
  let longest = 0;
  let run = 0;
  let before = -Infinity;
  for (const time of times.toSorted((a, b) => a - b)) {
    run = time - before <= HURRIED_MS ? run + 1 : 1;
    longest = Math.max(longest, run);
    before = time;
  }
  return longest >= FEWEST_HURRIED ? longest : 0;
}
