import { expect, test } from "vitest";
import type { Whose } from "../../src/domain/admission/admission.ts";
import { bothToText, revisionToText, whoseToText } from "../../src/ui/words/whoseWords.ts";

const now = new Date(2026, 4, 20, 9, 0).getTime();
const at = new Date(2026, 4, 12, 14, 30).getTime();
const noor: Whose = { interviewer: "Noor", seat: "a", status: "submitted", at, ratings: 5, notes: 2 };

test("what differs is told by whose it is, how far it got, and when", () => {
  expect(whoseToText(noor, now)).toBe("Noor’s scorecard, submitted Tue 12 May, 14:30");
  expect(whoseToText({ ...noor, interviewer: " ", status: "live" }, now)).toBe(
    "An unnamed interviewer’s live interview, last changed Tue 12 May, 14:30",
  );
  expect(revisionToText({ interviewer: "Noor", at }, now)).toBe("Noor’s revision of Tue 12 May, 14:30");
});

test("who goes by “You” is spoken to", () => {
  const own: Whose = { ...noor, interviewer: "You", status: "live" };
  expect(whoseToText(own, now)).toBe("your live interview, last changed Tue 12 May, 14:30");
  expect(bothToText(own, { ...own, ratings: 6 }, now)).toMatch(
    /^Here: your live .* In the file: your live /u,
  );
  expect(revisionToText({ interviewer: "You", at }, now)).toBe("your revision of Tue 12 May, 14:30");
});

test("two that read the same are said to differ", () => {
  expect(bothToText(noor, noor, now)).toMatch(
    / They have as many ratings and notes, but not the same content\.$/u,
  );
  expect(bothToText(noor, { ...noor, notes: 3 }, now)).not.toContain("They have");
});

test("two people of one name are said to be two", () => {
  const both = "Here: Noor’s scorecard, submitted Tue 12 May, 14:30 (ratings: 5, notes: 2). In the file: ";
  expect(bothToText(noor, { ...noor, seat: "b" }, now)).toBe(
    `${both}Noor’s scorecard, submitted Tue 12 May, 14:30 (ratings: 5, notes: 2). They are from two people with the same name, or from two seats.`,
  );
  expect(bothToText(noor, { ...noor, interviewer: "Ben", seat: "b" }, now)).toBe(
    `${both}Ben’s scorecard, submitted Tue 12 May, 14:30 (ratings: 5, notes: 2).`,
  );
});

test("two of one minute are told apart by their seconds and by what each holds", () => {
  const live: Whose = { ...noor, status: "live", ratings: 1, notes: 0 };
  expect(bothToText(live, { ...live, at: at + 20_000, ratings: 3, notes: 2 }, now)).toBe(
    "Here: Noor’s live interview, last changed Tue 12 May, 14:30:00 (ratings: 1, notes: 0). In the file: Noor’s live interview, last changed Tue 12 May, 14:30:20 (ratings: 3, notes: 2).",
  );
});
