import { expect, test } from "vitest";
import {
  findNotes,
  notesOf,
  queryToKeys,
  textToKeys,
  wordsOfNotes,
} from "../../../src/domain/search/noteSearch.ts";
import { noteArea, writeNote } from "../../../src/domain/session/answer.ts";
import type { Revision } from "../../../src/domain/session/scorecard.ts";
import { changeAnswer, type WholeSession } from "../../../src/domain/session/wholeSession.ts";
import { completeInterview, START, submittedInterview } from "../../smallInterview.ts";
import { smallRevision } from "../../smallPanel.ts";

const scorecard = (first: WholeSession, revisions: readonly Revision[] = []) => ({ first, revisions });
const noted = (text: string) =>
  changeAnswer(submittedInterview(), "failed", (answer) => noteArea(answer, "failed.cause", text), START);
/** @returns the notes as one line each, what was found in brackets */
const found = (first: WholeSession, text: string, revisions: readonly Revision[] = []) =>
  findNotes(scorecard(first, revisions), text).map(
    ({ excerpt: { before, found: hit, after } }) => `${before}[${hit}]${after}`,
  );

test("what was written is the notes of areas, the notes with their time, and the summary", () => {
  const { session, answers } = completeInterview();
  expect(notesOf(session, Object.values(answers))).toEqual([
    { questionId: "failed", areaId: "failed.cause", text: "weighed the salt again" },
    { questionId: "failed", areaId: null, text: "“it was the salt”" },
    { questionId: null, areaId: null, text: "Found the cause." },
  ]);
});

test("a note is found by beginnings of its words in any order and case, and shown with what was found", () => {
  expect(found(noted("weighed the salt again"), "SALT wei")).toEqual(["weighed the [salt] again"]);
  expect(found(noted("weighed the salt again"), "alt")).toEqual([]);
  expect(found(noted("Ärger, then salt"), "är")).toEqual(["[Är]ger, then salt"]);
});

test("where no note holds all of the words, those are shown that hold one; none where one is nowhere", () => {
  expect(found(completeInterview(), "weighed found")).toEqual([
    "[weighed] the salt again",
    "[Found] the cause.",
  ]);
  expect(found(completeInterview(), "weighed sugar")).toEqual([]);
  expect(found(completeInterview(), "  ")).toEqual([]);
});

test("of a long note a piece is shown, from the beginning of a word on", () => {
  const [shown] = found(noted(`${"before it came ".repeat(20)}the salt ${"and more ".repeat(40)}`), "salt");
  expect(shown).toMatch(/^… \S.*the \[salt\] and more .* …$/u);
  expect(shown!.length).toBeLessThan(200);
});

test("Chinese is found by letters that stand together, wherever they stand", () => {
  const first = noted("他先称了盐，然后重新做了面团");
  expect(found(first, "重新")).toEqual(["他先称了盐，然后[重新]做了面团"]);
  expect(found(first, "盐")).toHaveLength(1);
  const keys = wordsOfNotes(first.session, Object.values(first.answers), []);
  for (const text of ["重新", "盐", "团", "做了面团"])
    expect(queryToKeys(text).every((key) => [...keys].some((own) => own.startsWith(key)))).toBe(true);
});

test("every word by which a note is found is among those that it is looked up by", () => {
  const text = "An API at Straße 12: naïve, co-operate, ﬁle";
  for (const word of ["api", "stra", "naï", "operate"])
    expect(textToKeys(text).some((key) => queryToKeys(word).every((wanted) => key.startsWith(wanted)))).toBe(
      true,
    );
  expect(queryToKeys("an 12")).toEqual([]);
});

test("a revision is found as the note stands now, and what it says is looked up too", () => {
  const revision = { ...smallRevision("r1", START, "failed.cause", 4), summary: "Sugar, not salt." };
  expect(found(submittedInterview(), "sugar", [revision])).toEqual(["[Sugar], not salt."]);
  expect(wordsOfNotes(submittedInterview().session, [], [revision])).toContain("sugar");
});

test("a note of a hundred thousand letters in a row is cut into pairs, and not into every end of it", () => {
  const long = writeNote(completeInterview().answers["failed"]!, "n2", "面".repeat(100_000), START);
  expect(wordsOfNotes(completeInterview().session, [long], []).size).toBeLessThan(20);
});
