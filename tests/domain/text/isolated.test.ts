import { expect, test } from "vitest";
import { isolated } from "../../../src/domain/text/isolated.ts";

test("a name that reads from the right leaves the rest of its sentence as it reads", () => {
  for (const name of ["שירה כהן", "Amira أميرة", "ދިވެހި", "𞤀𞤣𞤤𞤢𞤥", "ﷺ"])
    expect(isolated(name)).toBe(`\u2068${name}\u2069`);
});

test("any other name stands in its sentence without a sign more", () => {
  for (const name of ["", "Zoë O’Connor (2)", "李梅", "Ирина", "🙂 “C++”"]) expect(isolated(name)).toBe(name);
});
