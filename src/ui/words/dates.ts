import { addDays, isSameDay, isSameYear, lightFormat } from "date-fns";

// The library's `format` brings the words of a whole language along, and the first screen waits for what it loads.
const weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/**
 * @param at epoch ms
 * @param now epoch ms
 * @returns day and time, as near as it can be said: "today, 14:30", "Tue 24 Nov, 14:30", "24 Nov 2025, 14:30"
 */
export function timeToText(at: number, now: number): string {
  return `${dayToText(at, now)}, ${lightFormat(at, "HH:mm")}`;
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
