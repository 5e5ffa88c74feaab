import { addDays, format, isSameDay, isSameYear } from "date-fns";

/**
 * @param at epoch ms
 * @param now epoch ms
 * @returns day and time, as near as it can be said: "today, 14:30", "Tue 24 Nov, 14:30", "24 Nov 2025, 14:30"
 */
export function timeToText(at: number, now: number): string {
  const time = format(at, "HH:mm");
  if (isSameDay(at, now)) return `today, ${time}`;
  if (isSameDay(at, addDays(now, 1))) return `tomorrow, ${time}`;
  if (isSameDay(at, addDays(now, -1))) return `yesterday, ${time}`;
  return `${format(at, isSameYear(at, now) ? "EEE d MMM" : "d MMM yyyy")}, ${time}`;
}

/** @returns a number of minutes without needless decimals: "15 min", "18.75 min" */
export function minutesToText(minutes: number): string {
  return `${Math.round(minutes * 100) / 100} min`;
}
