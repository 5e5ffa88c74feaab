import { addDays, subDays } from "date-fns";
import { expect, test } from "vitest";
import { minutesToText, timeToText } from "../../src/ui/dates.ts";
import { fileName } from "../../src/ui/download.ts";

test("a time near today is said in words, one of another year with its year", () => {
  const now = new Date();
  now.setHours(14, 30, 0, 0);
  const at = now.getTime();
  expect(timeToText(at, at)).toBe("today, 14:30");
  expect(timeToText(addDays(at, 1).getTime(), at)).toBe("tomorrow, 14:30");
  expect(timeToText(subDays(at, 1).getTime(), at)).toBe("yesterday, 14:30");
  expect(timeToText(new Date(2001, 4, 9, 8, 5).getTime(), at)).toBe("9 May 2001, 08:05");
});

test("minutes are said without needless decimals", () => {
  expect(minutesToText(15)).toBe("15 min");
  expect(minutesToText(15 * 1.25)).toBe("18.75 min");
});

test("a file is named after whom it is about, in any script, with nothing that a system refuses", () => {
  expect(fileName(["Priya Raman", "C++ / Go: dev?", "Jonas"], "json")).toBe(
    "Priya-Raman_C-Go-dev_Jonas.json",
  );
  expect(fileName(["שירה כהן", "", "../../x"], "json")).toBe("שירה-כהן_x.json");
  expect(fileName(["///"], "json")).toBe("session.json");
  expect(fileName(["x".repeat(500)], "json").length).toBeLessThan(130);
});
