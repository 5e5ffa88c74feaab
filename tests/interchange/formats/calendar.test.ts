// @vitest-environment node
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  decodeCalendar,
  encodeCalendar,
  type Appointment,
  type PlannedAppointment,
} from "../../../src/interchange/formats/calendar.ts";
import { MINUTE, START } from "../../smallInterview.ts";

const calendarOf = (...lines: readonly string[]) =>
  ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//x//EN", ...lines, "END:VCALENDAR", ""].join("\r\n");
const eventOf = (...lines: readonly string[]) =>
  calendarOf("BEGIN:VEVENT", "UID:1", "DTSTAMP:20261101T000000Z", ...lines, "END:VEVENT");

function readOne(text: string): Appointment {
  const read = decodeCalendar(text);
  if (!read.ok) throw new Error(read.errors[0]?.message);
  expect(read.value).toHaveLength(1);
  return read.value[0]!;
}

function refusalOf(text: string): string {
  const read = decodeCalendar(text);
  if (read.ok) throw new Error("It was read");
  return read.errors.map(({ message }) => message).join(" ");
}

const timeOf = (...lines: readonly string[]) =>
  new Date(readOne(eventOf("SUMMARY:Interview", ...lines)).startsAt).toISOString();

describe("an invitation", () => {
  test("gives candidate, time, length and interviewers, with folded lines and escapes undone", () => {
    const read = readOne(
      eventOf(
        "DTSTART:20261124T093000Z",
        "DTEND:20261124T103000Z",
        "SUMMARY:Interview with Amira Haddad\\, PhD",
        "ORGANIZER;CN=Noor Bakker:mailto:noor@example.com",
        'ATTENDEE;CN="Haddad; Amira";CUTYPE=INDIVIDUAL:mailto:amira@example.com',
        "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN=Ben O",
        " dili;RSVP=TRUE:mailto:ben@example.com",
        "ATTENDEE;CUTYPE=ROOM;CN=Oven room:mailto:oven@example.com",
        "ATTENDEE:mailto:eva@example.com",
      ),
    );
    expect(read).toEqual({
      startsAt: START,
      minutes: 60,
      title: "Interview with Amira Haddad, PhD",
      candidate: "Amira Haddad, PhD",
      role: "",
      interviewers: ["Noor Bakker", "Haddad; Amira", "Ben Odili", "eva@example.com"],
    });
  });

  test.each([
    ["Interview with Amira Haddad", "Amira Haddad"],
    ["Interview: Amira Haddad", "Amira Haddad"],
    ["Technical interview – Amira Haddad (Baker)", "Amira Haddad"],
    ["Interview with Amira Haddad for Night baker", "Amira Haddad"],
    ["Amira Haddad - Interview", "Amira Haddad"],
    ["Amira Haddad interview", "Amira Haddad"],
    ["INTERVIEW | أميرة حداد | Baker", "أميرة حداد"],
    ["Catch up", ""],
    ["Interview", ""],
  ])("%j is about %j", (title, candidate) => {
    expect(readOne(eventOf("DTSTART:20261124T093000Z", `SUMMARY:${title}`)).candidate).toBe(candidate);
  });

  test("the candidate, where invited, is no interviewer", () => {
    const read = readOne(
      eventOf(
        "DTSTART:20261124T093000Z",
        "SUMMARY:Interview: Amira Haddad",
        "ATTENDEE;CN=amira haddad:mailto:a@example.com",
        "ATTENDEE;CN=Noor:mailto:n@example.com",
        "ATTENDEE;CN=NOOR:mailto:n@example.com",
      ),
    );
    expect(read.interviewers).toEqual(["Noor"]);
  });

  test.each([
    ["PT45M", 45],
    ["PT1H30M", 90],
    ["P0DT0H20S", 1],
  ])("a duration of %s is %i minutes", (duration, minutes) => {
    expect(readOne(eventOf("DTSTART:20261124T093000Z", `DURATION:${duration}`)).minutes).toBe(minutes);
  });

  test("without an end it does not say how long", () => {
    expect(readOne(eventOf("DTSTART:20261124T093000Z")).minutes).toBeNull();
  });

  test("an appointment that is there twice comes once", () => {
    const event = ["BEGIN:VEVENT", "DTSTART:20261124T093000Z", "SUMMARY:Interview: Amira", "END:VEVENT"];
    const read = decodeCalendar(calendarOf(...event, ...event));
    expect(read.ok && read.value.length).toBe(1);
  });

  test("several appointments come by time; one without a time of day is passed over", () => {
    const event = (start: string, title: string) => [
      "BEGIN:VEVENT",
      `UID:${title}`,
      start,
      `SUMMARY:${title}`,
      "END:VEVENT",
    ];
    const read = decodeCalendar(
      calendarOf(
        ...event("DTSTART:20261125T093000Z", "second"),
        ...event("DTSTART;VALUE=DATE:20261124", "all day"),
        ...event("DTSTART:20261124T093000Z", "first"),
      ),
    );
    expect(read.ok && read.value.map(({ title }) => title)).toEqual(["first", "second"]);
  });
});

describe("a time", () => {
  test("of a zone by its name, in winter and in summer", () => {
    expect(timeOf("DTSTART;TZID=Europe/Berlin:20261124T103000")).toBe("2026-11-24T09:30:00.000Z");
    expect(timeOf("DTSTART;TZID=Europe/Berlin:20260724T113000")).toBe("2026-07-24T09:30:00.000Z");
    expect(timeOf("DTSTART;TZID=Asia/Kathmandu:20260724T113000")).toBe("2026-07-24T05:45:00.000Z");
    expect(timeOf("DTSTART;TZID=/freeassociation.sourceforge.net/America/New_York:20260724T113000")).toBe(
      "2026-07-24T15:30:00.000Z",
    );
  });

  test.each([
    ["Europe/Berlin:20261025T023000", "2026-10-25T00:30:00.000Z"],
    ["America/New_York:20261101T013000", "2026-11-01T05:30:00.000Z"],
    ["Australia/Sydney:20260405T023000", "2026-04-04T15:30:00.000Z"],
  ])("that comes twice, as the clock is set back, is the first one: %s", (local, utc) => {
    expect(timeOf(`DTSTART;TZID=${local}`)).toBe(utc);
  });

  test.each([
    ["Europe/Berlin:20260329T023000", "2026-03-29T01:30:00.000Z"],
    ["America/New_York:20260308T023000", "2026-03-08T07:30:00.000Z"],
    ["Australia/Sydney:20261004T023000", "2026-10-03T16:30:00.000Z"],
  ])("that never comes, as the clock is set forward, is as if it had not been: %s", (local, utc) => {
    expect(timeOf(`DTSTART;TZID=${local}`)).toBe(utc);
  });

  test("without a zone is of this device's clock", () => {
    expect(timeOf("DTSTART:20261124T103000")).toBe(new Date(2026, 10, 24, 10, 30).toISOString());
  });

  const outlook = (...lines: readonly string[]) => [
    "BEGIN:VTIMEZONE",
    "TZID:W. Europe Standard Time",
    "BEGIN:STANDARD",
    "DTSTART:16010101T030000",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0100",
    "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10",
    "END:STANDARD",
    "BEGIN:DAYLIGHT",
    "DTSTART:16010101T020000",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0200",
    "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3",
    "END:DAYLIGHT",
    ...lines,
    "END:VTIMEZONE",
  ];
  const inOutlook = (local: string) =>
    new Date(
      readOne(
        calendarOf(
          ...outlook(),
          "BEGIN:VEVENT",
          "UID:1",
          `DTSTART;TZID="W. Europe Standard Time":${local}`,
          "END:VEVENT",
        ),
      ).startsAt,
    ).toISOString();

  test.each([
    ["20261124T103000", "2026-11-24T09:30:00.000Z"],
    ["20260115T103000", "2026-01-15T09:30:00.000Z"],
    ["20260724T113000", "2026-07-24T09:30:00.000Z"],
    ["20260328T113000", "2026-03-28T10:30:00.000Z"],
    ["20260329T113000", "2026-03-29T09:30:00.000Z"],
    ["20261024T113000", "2026-10-24T09:30:00.000Z"],
    ["20261025T113000", "2026-10-25T10:30:00.000Z"],
    // Comes twice, and never.
    ["20261025T023000", "2026-10-25T00:30:00.000Z"],
    ["20260329T023000", "2026-03-29T01:30:00.000Z"],
  ])("of a zone that the calendar describes, as Outlook does: %s", (local, utc) => {
    expect(inOutlook(local)).toBe(utc);
  });

  test.each([
    ["20260307T100000", "2026-03-07T15:00:00.000Z"],
    ["20260308T100000", "2026-03-08T14:00:00.000Z"],
    ["20261031T100000", "2026-10-31T14:00:00.000Z"],
    ["20261101T100000", "2026-11-01T15:00:00.000Z"],
    // Before any of its rules.
    ["20060701T100000", "2006-07-01T15:00:00.000Z"],
  ])("of a zone whose clocks change on the second and the first Sunday of a month: %s", (local, utc) => {
    const text = calendarOf(
      "BEGIN:VTIMEZONE",
      "TZID:Eastern Standard Time",
      "BEGIN:DAYLIGHT",
      "DTSTART:20070311T020000",
      "TZOFFSETFROM:-0500",
      "TZOFFSETTO:-0400",
      "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU",
      "END:DAYLIGHT",
      "BEGIN:STANDARD",
      "DTSTART:20071104T020000",
      "TZOFFSETFROM:-0400",
      "TZOFFSETTO:-0500",
      "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU",
      "END:STANDARD",
      "END:VTIMEZONE",
      "BEGIN:VEVENT",
      `DTSTART;TZID=Eastern Standard Time:${local}`,
      "END:VEVENT",
    );
    expect(new Date(readOne(text).startsAt).toISOString()).toBe(utc);
  });

  test("of a zone that has its summer in January", () => {
    const text = calendarOf(
      "BEGIN:VTIMEZONE",
      "TZID:AUS Eastern Standard Time",
      "BEGIN:STANDARD",
      "DTSTART:16010101T030000",
      "TZOFFSETFROM:+1100",
      "TZOFFSETTO:+1000",
      "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=1SU;BYMONTH=4",
      "END:STANDARD",
      "BEGIN:DAYLIGHT",
      "DTSTART:16010101T020000",
      "TZOFFSETFROM:+1000",
      "TZOFFSETTO:+1100",
      "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=1SU;BYMONTH=10",
      "END:DAYLIGHT",
      "END:VTIMEZONE",
      "BEGIN:VEVENT",
      "DTSTART;TZID=AUS Eastern Standard Time:20260115T100000",
      "END:VEVENT",
    );
    expect(new Date(readOne(text).startsAt).toISOString()).toBe("2026-01-14T23:00:00.000Z");
  });

  test("of a zone that nobody describes is refused", () => {
    expect(refusalOf(eventOf("DTSTART;TZID=Middle-earth:20261124T103000"))).toBe(
      "The time zone of the appointment, Middle-earth, is not known.",
    );
  });
});

describe("what can't be planned is refused with a sentence", () => {
  test.each([
    ["no calendar", "hello", "damaged"],
    ["a calendar that ends in the middle", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:2026", "damaged"],
    ["an empty one", calendarOf(), "There is no appointment"],
    ["a whole day", eventOf("DTSTART;VALUE=DATE:20261124"), "no time of day"],
    ["no time", eventOf("SUMMARY:Interview"), "no time of day"],
    ["a time that is none", eventOf("DTSTART:yesterday at ten"), "can’t be read"],
    ["a day that is none", eventOf("DTSTART:20260230T100000Z"), "can’t be read"],
    ["a month that is none", eventOf("DTSTART:20261399T999999Z"), "can’t be read"],
    ["a year long ago", eventOf("DTSTART:19690724T100000Z"), "from 1970 to 9998"],
    ["the last year there is", eventOf("DTSTART:99990724T100000Z"), "from 1970 to 9998"],
    ["the year 0", eventOf("DTSTART:00000724T100000Z"), "can’t be read"],
    [
      "an end before the beginning",
      eventOf("DTSTART:20261124T093000Z", "DTEND:20261124T083000Z"),
      "ends before it begins",
    ],
    ["a week", eventOf("DTSTART:20261124T093000Z", "DURATION:P1W"), "more than a day"],
    ["a duration that is none", eventOf("DTSTART:20261124T093000Z", "DURATION:soon"), "damaged"],
    [
      "hundreds of appointments",
      calendarOf(
        ...Array.from({ length: 300 }, () => "BEGIN:VEVENT\r\nDTSTART:20261124T093000Z\r\nEND:VEVENT"),
      ),
      "300 appointments",
    ],
    ["one of too many lines", eventOf(...Array.from({ length: 30_000 }, () => "COMMENT:x")), "too large"],
    ["a huge one", eventOf(`SUMMARY:${"x".repeat(5_000_000)}`), "too large"],
  ])("%s", (_what, text, said) => {
    expect(refusalOf(text)).toContain(said);
  });

  test.each([
    ["a rule that comes every second", ["RRULE:FREQ=SECONDLY"]],
    ["a rule of a day that never comes", ["RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31"]],
    [
      "a rule that says everything at once",
      [`RRULE:FREQ=YEARLY;BYSECOND=${Array.from({ length: 60 }, (_, at) => at).join()}`],
    ],
    [
      "rules without end",
      Array.from({ length: 5000 }, () => "END:STANDARD\r\nBEGIN:STANDARD\r\nTZOFFSETTO:+0100"),
    ],
  ])("%s in a zone keeps nobody waiting", (_what, lines) => {
    const text = calendarOf(
      "BEGIN:VTIMEZONE",
      "TZID:Odd",
      "BEGIN:STANDARD",
      "DTSTART:16010101T030000",
      "TZOFFSETFROM:+0200",
      "TZOFFSETTO:+0100",
      ...lines,
      "END:STANDARD",
      "END:VTIMEZONE",
      "BEGIN:VEVENT",
      "DTSTART;TZID=Odd:20261124T103000",
      "RRULE:FREQ=SECONDLY",
      "END:VEVENT",
    );
    expect(readOne(text).startsAt).toBe(START);
  });

  test("hundreds of appointments with blanks for titles and crowds for guests are read", () => {
    const blanks = " ".repeat(1990);
    const crowd = (event: number) =>
      Array.from({ length: 90 }, (_, at) => `ATTENDEE;CN=${"é".repeat(140)}${event}-${at}:mailto:a`);
    const text = calendarOf(
      ...Array.from({ length: 200 }, (_, at) => [
        "BEGIN:VEVENT",
        "DTSTART:20261124T093000Z",
        `DURATION:PT${at + 1}M`,
        `SUMMARY:${["a", "Interview: a", "a interview"][at % 3]}${blanks}b`,
        ...(at % 2 === 0 ? crowd(at) : []),
        "END:VEVENT",
      ]).flat(),
    );
    const read = decodeCalendar(text);
    expect(read.ok && read.value.length).toBe(200);
  });

  test("a line that is longer than any appointment needs is passed over", () => {
    const odd = [
      `ATTACH:${"x".repeat(3_000_000)}`,
      `ORGANIZER${";A=b".repeat(100_000)}:mailto:a@example.com`,
    ];
    expect(readOne(eventOf("DTSTART:20261124T093000Z", ...odd))).toMatchObject({
      startsAt: START,
      interviewers: [],
    });
  });

  test("thousands of parts, one in another, are read or refused", () => {
    const deep = calendarOf(
      ...Array.from({ length: 9000 }, () => "BEGIN:VEVENT"),
      ...Array.from({ length: 9000 }, () => "END:VEVENT"),
    );
    expect(typeof decodeCalendar(deep).ok).toBe("boolean");
  });

  test("whatever stands in its lines, it is read or refused, never more", () => {
    const line = fc.oneof(
      fc.string(),
      fc
        .tuple(
          fc.constantFrom(
            "BEGIN",
            "END",
            "DTSTART",
            "DTEND;TZID=Europe/Paris",
            "DTSTART;TZID=Odd",
            "DTSTART;VALUE=DATE",
            "DURATION",
            "ATTENDEE;CN=x",
            'ORGANIZER;CN="',
            "RRULE",
            "TZID",
            "TZOFFSETTO",
            "SUMMARY",
          ),
          fc.oneof(
            fc.constantFrom(
              "VEVENT",
              "VTIMEZONE",
              "STANDARD",
              "VCALENDAR",
              "20261124T103000Z",
              "20261124T103000",
              "Odd",
            ),
            fc.string(),
          ),
        )
        .map(([name, value]) => `${name}:${value}`),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), fc.array(line, { maxLength: 5 }), (inside, around) => {
        const read = decodeCalendar(calendarOf(...around, "BEGIN:VEVENT", ...inside, "END:VEVENT"));
        if (!read.ok) expect(read.errors[0]?.message).toMatch(/\.$/u);
      }),
      { numRuns: 500 },
    );
  });
});

describe("a planned interview", () => {
  const plan: PlannedAppointment = {
    id: "s1",
    candidate: "Amira Haddad",
    role: "Baker",
    interviewer: "Noor",
    startsAt: START,
    minutes: 45,
    link: "https://example.com/#/plan/s1",
  };
  const now = START - 60 * MINUTE;

  test("is written with its time, its link and lines that no program cuts", () => {
    const long = { ...plan, candidate: `Amira ${"Ha".repeat(60)}, "the baker"; \\ 👩🏽‍💻` };
    const text = encodeCalendar(long, now, "Test 1");
    for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    const unfolded = text.replaceAll("\r\n ", "");
    expect(unfolded).toContain("DTSTART:20261124T093000Z\r\nDTEND:20261124T101500Z\r\n");
    expect(unfolded).toContain("URL:https://example.com/#/plan/s1\r\n");
    expect(unfolded).toContain("UID:s1@interview-scorecard\r\n");
    expect(unfolded).toContain("SUMMARY:Interview: Amira ");
    expect(unfolded).toContain('\\, "the baker"\\; \\\\ 👩🏽‍💻\r\n');
  });

  test("is one appointment, whatever ends of lines its texts hold", () => {
    const hostile = "Amira\rATTENDEE:mailto:a@example.com\r\nATTACH:x\u2028y";
    const text = encodeCalendar(
      { ...plan, id: hostile, candidate: hostile, role: hostile, interviewer: hostile, link: hostile },
      now,
      hostile,
    );
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n\u2028]/u);
    expect(text).not.toMatch(/^(?:ATTENDEE|ATTACH)/mu);
  });

  const name = fc
    .string({ unit: "grapheme", maxLength: 60 })
    .map((text) => text.replaceAll(/[\p{Cc}\s\p{Surrogate}]+/gu, " ").trim());

  test("comes back as it was, whatever the names are", () => {
    fc.assert(
      fc.property(
        name.filter((text) => text !== ""),
        name,
        name.map((text) => `by ${text}`.trim()),
        fc.integer({ min: 0, max: 253_370_764_799 }),
        fc.integer({ min: 1, max: 1440 }),
        (candidate, role, interviewer, second, minutes) => {
          const startsAt = second * 1000;
          const planned = { ...plan, candidate, role, interviewer, startsAt, minutes };
          fc.pre(candidate.toLowerCase() !== interviewer.toLowerCase());
          expect(readOne(encodeCalendar(planned, now, "Test 1"))).toEqual({
            startsAt,
            minutes,
            title: `Interview: ${candidate}`,
            candidate,
            role,
            interviewers: [interviewer],
          });
        },
      ),
      { numRuns: 300 },
    );
  });
});
