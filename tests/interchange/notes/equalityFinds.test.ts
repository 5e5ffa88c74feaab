import fc from "fast-check";
import { expect, test } from "vitest";
import { softwareTalk } from "../../softwareTalk.ts";
import { editedList, findSensitive, noEdits } from "../../../src/domain/notes/sensitiveWords.ts";
import { findByEquality } from "../../../src/interchange/notes/equalityFinds.ts";

const firstList = editedList(noEdits);

function found(text: string): readonly string[] {
  return findByEquality(text).map(({ topic, start, end }) => `${topic}: ${text.slice(start, end)}`);
}

test.each([
  ["Her stepmother lives nearby.", "family: stepmother"],
  ["He is paraplegic", "health: paraplegic"],
  ["Seemed a bit senile", "age: senile"],
  ["😀 Mrs. Smith left early", "sex: Mrs."],
  ["suffering from a disability", "health: suffering from a disability"],
  ["English is his mother tongue", "origin: mother tongue"],
])("%j is found", (text, find) => {
  expect(found(text)).toContain(find);
});

test("what the library says of tone and of technical words is left out", () => {
  const text =
    "Just a master and a slave, whitelisted and blacklisted. Obviously easy, simple, lame, insane, crazy: an invalid " +
    "dummy host with a sanity check. He said she mastered it. Widows, DWARF symbols, GIMP, ADD COLUMN, Insomnia, BI.";
  expect(found(text)).toEqual([]);
});

test("with both lists, what is said of software is not hinted at", () => {
  const hinted = softwareTalk.filter(
    (text) => findSensitive(text, firstList, findByEquality(text)).length > 0,
  );
  expect(hinted).toEqual([]);
});

test("no text makes it throw, and each find lies in the text", () => {
  const part = fc.oneof(
    fc.string({ unit: "binary", maxLength: 12 }),
    fc.constantFrom("mother", "wheelchair", "-", "bound", "\ud800", "\u0000", ".", "\n\n", "😀", "Mrs."),
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 20 }), (parts) => {
      const text = parts.join(" ");
      for (const { start, end } of findByEquality(text)) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
      }
    }),
  );
});
