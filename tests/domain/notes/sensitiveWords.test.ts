import fc from "fast-check";
import { expect, test } from "vitest";
import shippedGuides from "../../../data/shippedGuides.json" with { type: "json" };
import { softwareTalk } from "../../softwareTalk.ts";
import { sensitiveTopics, type SensitiveTopic } from "../../../src/domain/notes/sensitiveTopics.ts";
import {
  addEntry,
  editedList,
  findSensitive,
  noEdits,
  putBackEntry,
  removeEntry,
  type SensitiveFind,
} from "../../../src/domain/notes/sensitiveWords.ts";

const firstList = editedList(noEdits);

/** @returns what is found, as "topic: words" */
function found(text: string, list = firstList): readonly string[] {
  return findSensitive(text, list).map(({ topic, start, end }) => `${topic}: ${text.slice(start, end)}`);
}

const hits: Readonly<Record<SensitiveTopic, readonly (readonly [string, string])[]>> = {
  age: [
    ["He is too old for this team.", "He is too old"],
    ["Probably too young for the role", "too young for the role"],
    ["She's 58 years old and wants one last job", "58 years old"],
    ["Seemed nice, 45 yo", "45 yo"],
    ["Surprising at his age", "his age"],
    ["Given the candidate’s age, no", "candidate’s age"],
    ["a middle-aged developer", "middle-aged"],
    ["MIDDLE AGED", "MIDDLE AGED"],
    ["close to retirement", "close to retirement"],
    ["Typical boomer attitude", "boomer"],
    ["she is getting old", "she is getting old"],
    ["somewhere in her late fifties", "in her late fifties"],
    ["We wanted a younger candidate", "younger candidate"],
  ],
  origin: [
    ["The Indian guy before him was better", "Indian guy"],
    ["She is Polish", "She is Polish"],
    ["he's from Nigeria", "he's from Nigeria"],
    ["asked about her nationality", "her nationality"],
    ["He was born in Lagos", "He was born"],
    ["an immigrant, works hard", "immigrant"],
    ["a black woman", "black woman"],
    ["Comes across as a foreigner", "foreigner"],
  ],
  religion: [
    ["She is Muslim", "She is Muslim"],
    ["wears a hijab", "hijab"],
    ["He is very religious", "He is very religious"],
    ["goes to church on Sundays", "goes to church"],
    ["needs prayer breaks", "prayer breaks"],
    ["may not work on the Sabbath", "Sabbath"],
  ],
  family: [
    ["She is pregnant", "pregnant"],
    ["going on maternity leave", "maternity"],
    ["He has two kids", "He has two kids"],
    ["has to be home for her children", "her children"],
    ["his wife works here", "wife"],
    ["recently divorced", "recently divorced"],
    ["may want to start a family", "start a family"],
    ["is a single mother", "single mother"],
    ["asked about childcare", "childcare"],
  ],
  health: [
    ["He has diabetes", "He has diabetes"],
    ["worried about his health", "his health"],
    ["has ADHD", "ADHD"],
    ["She uses a wheelchair", "wheelchair"],
    ["mentioned a mental illness", "mental illness"],
    ["was out after a burnout", "after a burnout"],
    ["took a lot of sick days", "sick days"],
    ["she is visibly ill", "she is visibly ill"],
  ],
  looks: [
    ["overweight and slow", "overweight"],
    ["an attractive woman", "attractive woman"],
    ["his clothes were a mess", "his clothes"],
    ["covered in tattoos", "tattoos"],
    ["She is quite tall", "She is quite tall"],
    ["badly dressed", "badly dressed"],
  ],
  accent: [
    ["strong accent, hard to follow", "strong accent"],
    ["Speaks with a thick Russian accent", "Russian accent"],
    ["her English is not good", "her English"],
    ["not a native speaker", "native speaker"],
    ["he stutters", "he stutters"],
  ],
  pay: [
    ["salary history: 60k", "salary history"],
    ["asked for her current salary", "current salary"],
    ["he earned 80 thousand there", "he earned 80"],
    ["was underpaid", "underpaid"],
  ],
  record: [
    ["has a criminal record", "criminal record"],
    ["was in prison for a year", "prison"],
    ["She was arrested once", "She was arrested"],
    ["a felony ten years ago", "felony"],
  ],
  sex: [
    ["Good, for a woman", "for a woman"],
    ["we need more female engineers", "female engineers"],
    ["he is gay", "he is gay"],
    ["the girl before was better", "girl"],
    ["a diversity hire", "diversity hire"],
    ["wondered about his sexuality", "his sexuality"],
  ],
};

test.each(
  sensitiveTopics.flatMap((topic) => hits[topic].map(([text, words]) => [text, topic, words] as const)),
)("%j is hinted at as %s", (text, topic, words) => {
  expect(found(text)).toContain(`${topic}: ${words}`);
});

test("what is said of software is not hinted at", () => {
  expect(softwareTalk.length).toBeGreaterThan(60);
  expect(softwareTalk.flatMap((text) => found(text).map((find) => `${text} → ${find}`))).toEqual([]);
});

test("the guides that ship have nothing to hint at", () => {
  expect(found(JSON.stringify(shippedGuides, null, 1))).toEqual([]);
});

test("words are found in capitals, over a line's end, beside any punctuation, and in either form of an accent", () => {
  expect(found("PREGNANT? (Hijab)… middle\naged")).toEqual([
    "family: PREGNANT",
    "religion: Hijab",
    "age: middle\naged",
  ]);
  expect(found("his fiance\u0301e")).toEqual(["family: fiance\u0301e"]);
  expect(found("pregnancy_test unpregnant épregnant")).toEqual([]);
});

test("an own word is found as typed, with any ending after a star, and never as an expression", () => {
  const list = editedList(addEntry(addEntry(noEdits, "origin", "  Bavaria* "), "looks", "c++ (shirt)"));
  expect(found("A BAVARIAN in a C++ (shirt), not Bavaria1 or ccc", list)).toEqual([
    "origin: BAVARIAN",
    "looks: C++ (shirt)",
  ]);
});

test("what cannot be found is not added, nor what is there", () => {
  expect(addEntry(noEdits, "age", " * | - ")).toEqual(noEdits);
  expect(addEntry(noEdits, "age", "Elderly")).toEqual(noEdits);
  expect(removeEntry(noEdits, "…")).toEqual(noEdits);
});

test("a word that was removed is not hinted at, whichever entry it is of, and comes back", () => {
  const edits = removeEntry(noEdits, "tattoos");
  expect(found("tattoos, one tattoo", editedList(edits))).toEqual(["looks: tattoo"]);
  expect(found("tattoos", editedList(putBackEntry(edits, "tattoos")))).toEqual(["looks: tattoos"]);
  const entry = removeEntry(noEdits, "elderly");
  expect(editedList(entry).entries.some(({ words }) => words === "elderly")).toBe(false);
  expect(editedList(addEntry(entry, "age", "elderly"))).toEqual(firstList);
  const added = addEntry(noEdits, "looks", "shoes");
  expect(removeEntry(added, "shoes")).toEqual(noEdits);
});

test("of finds that meet, those of the own list and the longer ones stay, and harmless words cover others' too", () => {
  const text = "his wife is blind to it";
  const other = { topic: "health", start: 12, end: 20 } as const;
  expect(findSensitive(text, firstList, [{ topic: "sex", start: 0, end: 8 }, other])).toEqual([
    { topic: "family", start: 4, end: 8 },
  ]);
});

const part = fc.oneof(
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.constantFrom("he", "is", "’s", " ", "old", "-", "\ud800", "İ", "ſ", "her", "age", "\n", "|", "*", "#"),
);
const anyText = fc.array(part, { maxLength: 30 }).map((parts) => parts.join(" "));

function expectInside(text: string, finds: readonly SensitiveFind[]): void {
  let last = 0;
  for (const { start, end } of finds) {
    expect(start).toBeGreaterThanOrEqual(last);
    expect(end).toBeGreaterThan(start);
    last = end;
  }
  expect(last).toBeLessThanOrEqual(text.length);
}

test("no text makes it throw, and each find lies in the text, after the one before", () => {
  fc.assert(fc.property(anyText, (text) => expectInside(text, findSensitive(text, firstList))));
});

test("no entry makes it throw, whatever is typed for one", () => {
  fc.assert(
    fc.property(anyText, anyText, anyText, (text, words, harmless) => {
      const list = { entries: [{ topic: "age", words } as const], harmless: [harmless] };
      expectInside(text, findSensitive(text, list));
      expectInside(words, findSensitive(words, list));
      expect(addEntry(removeEntry(noEdits, harmless), "age", words).added.length).toBeLessThanOrEqual(1);
    }),
  );
});

test("a long text that is made to take long does not hang", () => {
  for (const unit of ["he is very ", "he ", "he              ", "pregnan", "is # years old ", "she'-'-'"])
    expectInside(unit.repeat(5000), findSensitive(unit.repeat(5000), firstList));
});
