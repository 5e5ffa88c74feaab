import { addDays, isSameDay, isSameYear } from "date-fns";

// The library's own words bring a whole language along, and the first screen waits for what it loads.
const weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/**
 * @param at epoch ms
 * @returns the time of the day: "14:30"
 */
export function timeOfDayToText(at: number): string {
  return new Date(at).toTimeString().slice(0, 5);
}

/**
 * @param at epoch ms
 * @param now epoch ms
 * @returns day and time, as near as it can be said: "today, 14:30", "Tue 24 Nov, 14:30", "24 Nov 2025, 14:30"
 */
export function timeToText(at: number, now: number): string {
  return `${dayToText(at, now)}, ${timeOfDayToText(at)}`;
}

/** @returns what `timeToText` does, to the second: two of one minute are told apart */
export function timeToSecondText(at: number, now: number): string {
  return `${dayToText(at, now)}, ${new Date(at).toTimeString().slice(0, 8)}`;
}

/**
 * @param at epoch ms
 * @param now epoch ms
 * @returns the day, as near as it can be said: "today", "Tue 24 Nov", "24 Nov 2025"
 */
export function dayToText(at: number, now: number): string {
  if (isSameDay(at, now)) return "today";
  if (isSameDay(at, addDays(now, 1))) return "tomorrow";
  if (isSameDay(at, addDays(now, -1))) return "yesterday";
  const date = new Date(at);
  const day = `${date.getDate()} ${months[date.getMonth()]}`;
  return isSameYear(at, now) ? `${weekdays[date.getDay()]} ${day}` : `${day} ${date.getFullYear()}`;
}

/** @returns a number of minutes without needless decimals: "15 min", "7.5 min" */
export function minutesToText(minutes: number): string {
  return `${Math.round(minutes * 100) / 100} min`;
}

/**
 * @param at epoch ms, of a year from 1970 to 9998
 * @returns the local time as a field of a form has it: "2026-11-24T14:30"
 */
export function timeToField(at: number): string {
  return new Date(at - new Date(at).getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/**
 * @param field what a field of a form has, which is a local time: "2026-11-24T14:30"
 * @returns epoch ms; NaN where the field is empty, or is being filled in
 */
export function fieldToTime(field: string): number {
  return new Date(field).getTime();
}
