import { expect, test } from "vitest";
import { initialsOf } from "../../../src/domain/text/initials.ts";

test.each([
  ["Noor Aziz", "NA"],
  ["Noor", "N"],
  ["Ana María de la Cruz", "AM"],
  ["田中 一郎", "田一"],
  ["Mei (Meg) Li", "MM"],
  ["– Noor", "N"],
])("the initials of %s are %s", (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
