import { expect, test } from "vitest";
import { nameToKey } from "../../../src/domain/text/nameKey.ts";

test("spellings of one name have one key", () => {
  expect(nameToKey("  Zoë\u00A0 ANGSTRÖM ")).toBe(nameToKey("zoe\u0308 angstro\u0308m"));
  expect(nameToKey("Jo")).not.toBe(nameToKey("Joe"));
});
