import { fieldToTime, timeToField } from "./dates.ts";

/** What is said of such a time. */
export const passedOverWords = "The clocks go forward past this time. Enter another one.";

/**
 * @param field what a field for a date and a time has, of a year from 1970 to 9998
 * @returns whether there is no such local time: where clocks go forward, an hour is passed over
 */
export function isPassedOver(field: string): boolean {
  const at = fieldToTime(field);
  return !Number.isNaN(at) && timeToField(at) !== field.slice(0, 16);
}
