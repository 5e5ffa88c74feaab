// @vitest-environment node
import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { sha256 } from "../../../src/domain/text/sha256.ts";

const known = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");

test("it is the SHA-256 of the text in UTF-8, of whatever length", () => {
  for (let length = 0; length < 200; length++)
    expect(sha256("a".repeat(length))).toBe(known("a".repeat(length)));
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
      expect(sha256(text)).toBe(known(text));
    }),
    { seed: 10 },
  );
});

test("texts that differ in half a character have other hashes", () => {
  expect(sha256("\uD800")).not.toBe(sha256("\uD801"));
  expect(sha256("\uD800")).not.toBe(sha256("\uFFFD"));
});
