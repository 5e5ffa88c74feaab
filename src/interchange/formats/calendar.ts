import ICAL from "ical.js";
import { LONGEST_NAME, MOST_MINUTES, isTime } from "../../domain/text/limits.ts";
import { refuse, type Decoded } from "../files/decoding.ts";
import { isOnCalendar, zonedToUtc, type WallTime } from "./calendarZones.ts";

/** What a calendar says of an interview. */
export interface Appointment {
  /** Epoch ms. */
  readonly startsAt: number;
  /** Null where it does not say how long. */
  readonly minutes: number | null;
  /** What stands in the calendar. */
  readonly title: string;
  /** Empty where the title does not say whom. */
  readonly candidate: string;
  /** Empty where it was not written by this app. */
  readonly role: string;
  /** Who is invited and who invites, without the candidate and without rooms. */
  readonly interviewers: readonly string[];
}

/** What is written of a planned interview. */
export interface PlannedAppointment {
  /** The same for the same interview, so that a calendar changes it and does not have it twice. */
  readonly id: string;
  readonly candidate: string;
  readonly role: string;
  readonly interviewer: string;
  /** Epoch ms. */
  readonly startsAt: number;
  readonly minutes: number;
  /** Where it is opened. */
  readonly link: string;
}

// The library does not count the blank that a folded line begins with; a line has 75 bytes at most (RFC 5545, 3.1).
ICAL.foldLength = 74;

/** Appointments come with pictures and texts, but not with so many. */
const LONGEST_CALENDAR = 4_000_000;
const MOST_LINES = 20_000;
/** A longer line is a file that hangs on an appointment, and is passed over. */
const LONGEST_LINE = 20_000;
const MOST_APPOINTMENTS = 200;
const MOST_PEOPLE = 100;

/** What a calendar that this app wrote says word for word; other programs pass over it (RFC 5545, 3.8.8.2). */
const own = {
  candidate: "x-interview-candidate",
  role: "x-interview-role",
  interviewer: "x-interview-interviewer",
} as const;

/**
 * Reads the appointments of a calendar (RFC 5545), as they are planned first: of one that comes again the first time.
 *
 * @returns those that have a time of day, by time, each once; where there is none, why
 */
export function decodeCalendar(text: string): Decoded<readonly Appointment[]> {
  const lines = linesOf(text);
  if (lines === null) return refuse("", "This calendar is too large. Export only the appointment.");
  const calendars = parse(lines);
  if (!calendars) return refuse("", "This calendar can’t be read: it is damaged.");
  const events = calendars.flatMap((calendar) => calendar.getAllSubcomponents("vevent"));
  if (events.length === 0) return refuse("", "There is no appointment in this calendar.");
  if (events.length > MOST_APPOINTMENTS)
    return refuse(
      "",
      `There are ${events.length} appointments in this calendar, the most is ${MOST_APPOINTMENTS}. Export only the interview.`,
    );
  const read = events.map((event) => {
    try {
      return toAppointment(event);
    } catch {
      return "An appointment can’t be read: it is damaged.";
    }
  });
  const appointments = read.filter((one) => typeof one !== "string");
  if (appointments.length === 0) return refuse("", read.find((one) => typeof one === "string") ?? "");
  // Calendars that were joined have an appointment twice.
  const different = new Map(appointments.map((one) => [JSON.stringify(one), one]));
  return { ok: true, value: [...different.values()].toSorted((a, b) => a.startsAt - b.startsAt) };
}

/** @returns the lines without their folds; null where they are more than can be read in a moment */
function linesOf(text: string): readonly string[] | null {
  if (text.length > LONGEST_CALENDAR) return null;
  const lines = text
    .trim()
    .replaceAll(/\r?\n[ \t]/gu, "")
    .split(/\r?\n/u);
  return lines.length > MOST_LINES ? null : lines.filter((line) => line.length <= LONGEST_LINE);
}

function parse(lines: readonly string[]): readonly ICAL.Component[] | null {
  try {
    const parsed: unknown = ICAL.parse(lines.join("\r\n"));
    if (!Array.isArray(parsed)) return null;
    // One calendar is a list that begins with its name, several are a list of such.
    const all: readonly unknown[] = typeof parsed[0] === "string" ? [parsed] : parsed;
    return all.flatMap((one) => (Array.isArray(one) ? [new ICAL.Component(one)] : []));
  } catch {
    return null;
  }
}

/** @returns the appointment, or why it is none that can be planned */
function toAppointment(event: ICAL.Component): Appointment | string {
  const start = timeOf(event, "dtstart");
  if (start === null) return "The appointment has no time of day.";
  if (typeof start === "string") return start;
  if (!isTime(start)) return "The appointment is not in a year from 1970 to 9998.";
  const minutes = minutesOf(event, start);
  if (typeof minutes === "string") return minutes;
  const title = textOf(event, "summary");
  const candidate = textOf(event, own.candidate) || candidateOf(title);
  const interviewer = textOf(event, own.interviewer);
  const people = ["organizer", "attendee"]
    .flatMap((name) => event.getAllProperties(name))
    .slice(0, MOST_PEOPLE)
    .flatMap(personOf);
  return {
    startsAt: start,
    minutes,
    title,
    candidate,
    role: textOf(event, own.role),
    interviewers: othersThan(candidate, [...(interviewer === "" ? [] : [interviewer]), ...people]),
  };
}

/** As jCal has it (RFC 7265): "2026-11-24T09:30:00", with a Z in UTC. */
const DATE_TIME = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(Z?)$/u;

/** @returns epoch ms, null where there is none with a time of day, or what is wrong with it */
function timeOf(event: ICAL.Component, name: "dtstart" | "dtend"): number | string | null {
  const property = event.getFirstProperty(name);
  if (!property || property.type === "date") return null;
  // As it is written: the library makes a day out of every number.
  const written: readonly unknown[] = property.jCal;
  const [, year, month, day, hour, minute, second, utc] = DATE_TIME.exec(String(written[3])) ?? [];
  const wall: WallTime = {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: Number(hour),
    minute: Number(minute),
    second: Math.min(Number(second), 59),
  };
  if (!isOnCalendar(wall)) return "The time of the appointment can’t be read.";
  if (utc === "Z") return zonedToUtc(wall, "UTC", null);
  const zone = oneLine(property.getFirstParameter("tzid"));
  return (
    zonedToUtc(wall, zone === "" ? null : zone, event.parent) ??
    `The time zone of the appointment, ${zone}, is not known.`
  );
}

/** @returns how long it takes; null where it does not say; or what is wrong with it */
function minutesOf(event: ICAL.Component, start: number): number | string | null {
  const end = timeOf(event, "dtend");
  if (typeof end === "string") return end;
  const duration = event.getFirstPropertyValue("duration");
  const ms =
    end !== null ? end - start : duration instanceof ICAL.Duration ? duration.toSeconds() * 1000 : null;
  if (ms === null || ms === 0) return null;
  const minutes = Math.round(ms / 60_000);
  if (!(minutes >= 0)) return "The appointment ends before it begins.";
  if (minutes > MOST_MINUTES) return "The appointment takes more than a day.";
  return Math.max(minutes, 1);
}

function textOf(component: ICAL.Component, name: string): string {
  const value = component.getFirstPropertyValue(name);
  return typeof value === "string" ? oneLine(value) : "";
}

/** @returns the name of a person, or their address; nothing of a room or of a list */
function personOf(property: ICAL.Property): readonly string[] {
  const kind = oneLine(property.getFirstParameter("cutype")).toUpperCase();
  if (!["", "INDIVIDUAL", "UNKNOWN"].includes(kind)) return [];
  const value = property.getFirstValue();
  const address = typeof value === "string" ? value.replace(/^mailto:/iu, "") : "";
  const name = oneLine(property.getFirstParameter("cn")) || oneLine(address);
  return name === "" ? [] : [name];
}

/** @param text of a file, or nothing. @returns it with single blanks for line ends and other controls, no longer than a name */
function oneLine(text: unknown): string {
  if (typeof text !== "string") return "";
  return text
    .replaceAll(/[\p{Cc}\s]+/gu, " ")
    .trim()
    .slice(0, LONGEST_NAME)
    .trim();
}

/** @returns the names as they are written first, without the candidate's */
function othersThan(candidate: string, names: readonly string[]): readonly string[] {
  const known = new Set([foldedName(candidate)]);
  return names.filter((name) => {
    const isNew = !known.has(foldedName(name));
    known.add(foldedName(name));
    return isNew;
  });
}

function foldedName(name: string): string {
  return name.normalize("NFKC").toLocaleLowerCase("en");
}

/** What stands between a name and what else a title says. */
const PARTS = /\s+(?:for|about|re)\s+|\s+[-–—|/@]+\s+|\s*[([|]/iu;

/** A title is looked through so far: in a longer one the patterns would go to and fro. */
const LONGEST_TITLE_READ = 200;

/** @returns the name in a title like "Interview with Amira Haddad for baker" or "Amira Haddad – interview"; empty where none is seen */
function candidateOf(whole: string): string {
  const title = whole.slice(0, LONGEST_TITLE_READ);
  const [, after] = /\binterview\s*(?::|[-–—|]|with\b|of\b)\s*(.+)$/iu.exec(title) ?? [];
  const [, before] = /^(.+?)\s*(?:[-–—:|]\s*)?\binterview\b/iu.exec(title) ?? [];
  const part = after ?? before ?? "";
  return (part.split(PARTS)[0] ?? "").trim();
}

/**
 * Writes a planned interview as a calendar with one appointment (RFC 5545), in UTC, with its link.
 *
 * @param now epoch ms
 * @param app name and version of the app that writes it
 */
export function encodeCalendar(plan: PlannedAppointment, now: number, app: string): string {
  const calendar = new ICAL.Component("vcalendar");
  calendar.addPropertyWithValue("version", "2.0");
  calendar.addPropertyWithValue("prodid", oneLine(`-//${app}//EN`));
  const event = new ICAL.Component("vevent");
  const { startsAt } = plan;
  // The library escapes no lone carriage return, and programs take one for the end of a line.
  const [candidate, role, interviewer] = [
    oneLine(plan.candidate),
    oneLine(plan.role),
    oneLine(plan.interviewer),
  ];
  const link = oneLine(plan.link);
  event.addPropertyWithValue("uid", oneLine(`${plan.id}@interview-scorecard`));
  event.addPropertyWithValue("dtstamp", toTime(now));
  event.addPropertyWithValue("dtstart", toTime(startsAt));
  event.addPropertyWithValue("dtend", toTime(startsAt + plan.minutes * 60_000));
  event.addPropertyWithValue("summary", `Interview: ${candidate}`);
  event.addPropertyWithValue(
    "description",
    [role, interviewer === "" ? "" : `Interviewer: ${interviewer}`, link]
      .filter((line) => line !== "")
      .join("\n"),
  );
  event.addPropertyWithValue("url", link);
  for (const [name, text] of [
    [own.candidate, candidate],
    [own.role, role],
    [own.interviewer, interviewer],
  ] as const) {
    if (text === "") continue;
    const property = new ICAL.Property(name, event);
    property.resetType("text");
    property.setValue(text);
    event.addProperty(property);
  }
  calendar.addSubcomponent(event);
  return `${calendar.toString()}\r\n`;
}

function toTime(at: number): ICAL.Time {
  const date = new Date(at);
  return new ICAL.Time(
    {
      year: date.getUTCFullYear(),
      month: date.getUTCMonth() + 1,
      day: date.getUTCDate(),
      hour: date.getUTCHours(),
      minute: date.getUTCMinutes(),
      second: date.getUTCSeconds(),
    },
    ICAL.Timezone.utcTimezone,
  );
}
