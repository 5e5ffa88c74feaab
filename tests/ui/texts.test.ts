import { addDays, format, subDays } from "date-fns";
import { expect, test } from "vitest";
import { candidateName } from "../../src/ui/words/candidateName.ts";
import { sizeToText } from "../../src/ui/words/bytes.ts";
import { fieldToTime, minutesToText, timeToField, timeToText } from "../../src/ui/words/dates.ts";

test("a time near today is said in words, one of another year with its year", () => {
  const now = new Date();
  now.setHours(14, 30, 0, 0);
  const at = now.getTime();
  expect(timeToText(at, at)).toBe("today, 14:30");
  expect(timeToText(addDays(at, 1).getTime(), at)).toBe("tomorrow, 14:30");
  expect(timeToText(subDays(at, 1).getTime(), at)).toBe("yesterday, 14:30");
  expect(timeToText(new Date(2001, 4, 9, 8, 5).getTime(), at)).toBe("9 May 2001, 08:05");
});

test("a time of the same year is said with its weekday, whatever the month", () => {
  const now = new Date(2026, 5, 15).getTime();
  for (let month = 0; month < 12; month++) {
    const at = new Date(2026, month, 2 + month, 8, 5).getTime();
    expect(timeToText(at, now)).toBe(format(at, "EEE d MMM, HH:mm"));
  }
  expect(timeToText(new Date(2026, 10, 24, 14, 30).getTime(), now)).toBe("Tue 24 Nov, 14:30");
});

test("a time goes into a field of a form and comes back, summer and winter, and an empty field has none", () => {
  for (let month = 0; month < 12; month++) {
    const at = new Date(1971 + month * 300, month, 2 + month, 8, 5).getTime();
    expect(timeToField(at)).toBe(format(at, "yyyy-MM-dd'T'HH:mm"));
    expect(fieldToTime(timeToField(at))).toBe(at);
  }
  expect(fieldToTime("")).toBeNaN();
});

test("minutes are said without needless decimals", () => {
  expect(minutesToText(15)).toBe("15 min");
  expect(minutesToText(7.5)).toBe("7.5 min");
});

test("a name of which nothing is seen is none", () => {
  expect(["", "  ", "\u200b", "Li Na", "李"].map(candidateName)).toEqual([
    "No name",
    "No name",
    "No name",
    "Li Na",
    "李",
  ]);
});

test("the size of a small file is said in kilobytes, and none is nothing", () => {
  expect([12, 12_345, 99_999, 100_000, 12_345_678].map(sizeToText)).toEqual([
    "1 kB",
    "12 kB",
    "100 kB",
    "0.1 MB",
    "12.3 MB",
  ]);
});
