import ICAL from "ical.js";

/** A time as a clock on the wall shows it, somewhere. The month is from 1 to 12. */
export interface WallTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/**
 * Turns a time on the wall into a moment. The names of the time zone database are looked up in the browser's; others
 * (such as Outlook's) are read from the calendar that names them. No rule is unrolled: each is asked for the year of the
 * time and the one before, so that no file can keep the page busy.
 *
 * @param wall one that is on the calendar
 * @param zone null for the zone of this device
 * @param calendar where the zone may be described
 * @returns epoch ms; null for a zone that is not known
 */
export function zonedToUtc(
  wall: WallTime,
  zone: string | null,
  calendar: ICAL.Component | null,
): number | null {
  if (zone === null) return toLocal(wall);
  const asUtc = toMs(wall);
  const format = zoneFormat(zone);
  if (format) {
    // What comes twice is meant the first time, what never comes is as far on as if the clock had not changed (RFC 5545, 3.3.5).
    const [before, after] = [offsetAt(format, asUtc - DAY_MS), offsetAt(format, asUtc + DAY_MS)];
    const isLater = offsetAt(format, asUtc - before) !== before && offsetAt(format, asUtc - after) === after;
    return asUtc - (isLater ? after : before);
  }
  const offset = calendar === null ? null : describedOffset(calendar, zone, asUtc);
  return offset === null ? null : asUtc - offset;
}

/** @returns whether there is such a day, and such a time of it */
export function isOnCalendar({ year, month, day, hour, minute, second }: WallTime): boolean {
  const numbers = [year, month, day, hour, minute, second];
  if (!numbers.every(Number.isInteger) || year < 1 || year > 9999) return false;
  const date = new Date(toMs({ year, month, day, hour, minute, second }));
  return (
    date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === day &&
    date.getUTCHours() === hour &&
    date.getUTCMinutes() === minute
  );
}

/** @returns epoch ms of the same figures in UTC; years below 100 are those years */
function toMs({ year, month, day, hour, minute, second }: WallTime): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.setUTCHours(hour, minute, second);
}

function toLocal({ year, month, day, hour, minute, second }: WallTime): number {
  const date = new Date(0);
  date.setFullYear(year, month - 1, day);
  return date.setHours(hour, minute, second, 0);
}

/** @returns what tells the time there; null for a name that is not in the browser's time zone database */
function zoneFormat(zone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat("en", {
      // Some programs put a path before the name.
      timeZone: zone.replace(/^\/[^/]+\/(?:\d+\/)?/u, ""),
      hourCycle: "h23",
      era: "short",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
  } catch {
    return null;
  }
}

/** @returns how far the clocks there are ahead of UTC at a moment, in ms */
function offsetAt(format: Intl.DateTimeFormat, at: number): number {
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.get(type));
  const year = parts.get("era") === "BC" ? 1 - part("year") : part("year");
  const wall = {
    year,
    month: part("month"),
    day: part("day"),
    hour: part("hour"),
    minute: part("minute"),
    second: part("second"),
  };
  return toMs(wall) - Math.floor(at / 1000) * 1000;
}

const DAY_MS = 86_400_000;

const MOST_RULES = 200;

/** @returns the offset in ms that a VTIMEZONE gives for a time on the wall; null where it gives none */
function describedOffset(calendar: ICAL.Component, zone: string, wallMs: number): number | null {
  const described = calendar
    .getAllSubcomponents("vtimezone")
    .find((one) => one.getFirstPropertyValue("tzid") === zone);
  const rules = described?.getAllSubcomponents().slice(0, MOST_RULES) ?? [];
  let latest: { readonly at: number; readonly offset: number } | null = null;
  let earliest: { readonly at: number; readonly offset: number } | null = null;
  for (const rule of rules) {
    const offset = offsetOf(rule, "tzoffsetto");
    if (offset === null) continue;
    const onsets = onsetsOf(rule, new Date(wallMs).getUTCFullYear());
    const before = offsetOf(rule, "tzoffsetfrom") ?? offset;
    // What a clock that goes forward leaves out is still of the time before.
    const leftOutMs = Math.max(0, offset - before);
    for (const at of onsets) {
      if (at + leftOutMs <= wallMs && (latest === null || at > latest.at)) latest = { at, offset };
      if (earliest === null || at < earliest.at) earliest = { at, offset: before };
    }
  }
  return (latest ?? earliest)?.offset ?? null;
}

function offsetOf(rule: ICAL.Component, name: string): number | null {
  const value = rule.getFirstPropertyValue(name);
  const seconds = value instanceof ICAL.UtcOffset ? value.toSeconds() : Number.NaN;
  return Math.abs(seconds) <= 86_400 ? seconds * 1000 : null;
}

/** @returns when the clocks are changed by that rule: at its beginning, and in that year and the one before it */
function onsetsOf(rule: ICAL.Component, year: number): readonly number[] {
  const start = rule.getFirstPropertyValue("dtstart");
  if (!(start instanceof ICAL.Time)) return [];
  const { month, day, hour, minute, second } = start;
  const first = toMs({ year: start.year, month, day, hour, minute, second });
  const recurrence = rule.getFirstPropertyValue("rrule");
  if (!(recurrence instanceof ICAL.Recur) || recurrence.freq !== "YEARLY") return [first];
  const until = recurrence.until ? recurrence.until.toUnixTime() * 1000 : Infinity;
  const [byMonth = month] = numbersOf(recurrence, "BYMONTH");
  const [byDay = ""] = recurrence.getComponent("BYDAY").map(String);
  const again = [year - 1, year].flatMap((inYear) => {
    const inDay = byDay === "" ? day : weekdayInMonth(inYear, byMonth, byDay);
    return inDay === null ? [] : [toMs({ year: inYear, month: byMonth, day: inDay, hour, minute, second })];
  });
  return [first, ...again.filter((at) => at >= first && at <= until)];
}

function numbersOf(recurrence: ICAL.Recur, part: string): readonly number[] {
  return recurrence
    .getComponent(part)
    .map(Number)
    .filter((number) => Number.isInteger(number));
}

const weekdays = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

/** @param byDay "2SU" or "-1SU". @returns the day of the month; null for what is no such rule */
function weekdayInMonth(year: number, month: number, byDay: string): number | null {
  const [, place = "", name = ""] = /^([+-]?[1-5])([A-Z]{2})$/u.exec(byDay) ?? [];
  const weekday = weekdays.indexOf(name);
  if (weekday < 0 || month < 1 || month > 12) return null;
  const nth = Number(place);
  if (nth > 0) {
    const firstWeekday = new Date(toMs({ year, month, day: 1, hour: 0, minute: 0, second: 0 })).getUTCDay();
    return 1 + ((weekday - firstWeekday + 7) % 7) + (nth - 1) * 7;
  }
  const lastDay = new Date(toMs({ year, month: month + 1, day: 0, hour: 0, minute: 0, second: 0 }));
  return lastDay.getUTCDate() - ((lastDay.getUTCDay() - weekday + 7) % 7) + (nth + 1) * 7;
}
