import { Dexie } from "dexie";
import { expect, test } from "vitest";
import { errorToText } from "../../../src/domain/text/errorText.ts";

test.each([
  [new Error("The disk is full"), "The disk is full."],
  [new DOMException("Try again!", "AbortError"), "Try again!"],
  ["no error at all", "no error at all."],
  [new Error("one line\nand another"), "one line\nand another."],
])("an error is a sentence: %s", (error, text) => {
  expect(errorToText(error)).toBe(text);
});

test("what an error of the database is made of is not said twice", () => {
  const inner = new DOMException("A newer version of the app wrote it.", "VersionError");
  expect(errorToText(new Dexie.OpenFailedError(inner.message, inner))).toBe(
    "A newer version of the app wrote it.",
  );
});

test.each([
  new DOMException("The current transaction exceeded its quota limitations.", "QuotaExceededError"),
  new DOMException(
    "Connection is closing because of: IO error: …/000003.log: FILE_ERROR_NO_SPACE (ChromeMethodBFE: 3::WritableFileAppend::8)",
    "AbortError",
  ),
  new DOMException("Connection is closing because of: database or disk is full.", "AbortError"),
  new Dexie.OpenFailedError(
    new DOMException("Encountered full disk while opening backing store.", "QuotaExceededError"),
  ),
])("where the disk is full it is said what is wrong and what to do: %s", (error) => {
  expect(errorToText(error)).toBe("The disk has no room left for this browser. Free some space on the disk.");
});
