import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";

const root = resolve(import.meta.dirname, "../../src");

const sources = readdirSync(root, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".tsx"))
  .map((file) => ({ file, source: readFileSync(join(root, file), "utf8") }));

/** What a press begins, as states of it are named. */
const atWork =
  /\bdisabled=\{[^}]*(?:\bis(?:Busy|Saving|Sending|Working|Submitting|Loading)\b|\.isSubmitting\b|\bwork\b)/u;

test("a button that its own press shuts is the one that keeps the focus", () => {
  const buttons = sources.flatMap(({ file, source }) =>
    [...source.matchAll(/<(?:button|ShutButton)\b(?:=>|[^>])*>/gu)].map(([tag]) => ({ file, tag })),
  );
  expect(buttons.length).toBeGreaterThan(200);
  expect(buttons.filter(({ tag }) => atWork.test(tag))).toEqual([]);
  const shut = sources.filter(({ source }) => source.includes("aria-disabled=")).map(({ file }) => file);
  expect(shut.toSorted()).toEqual([
    // Pressed all the same, these two say why they do nothing.
    "features/guides/editor/GuideEditor.tsx",
    "features/interview/agenda/CallClock.tsx",
    "ui/fields/ShutButton.tsx",
  ]);
});
