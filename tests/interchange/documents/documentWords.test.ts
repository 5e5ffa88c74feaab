import { expect, test } from "vitest";
import { raterWords } from "../../../src/interchange/documents/documentWords.ts";

test("from where to where raters’ means go is said where it can be seen", () => {
  const of = (raterCount: number, lowest: number | null, highest: number | null) =>
    raterWords({ raterCount, lowest, highest, mean: null, bySeat: [], agreed: [] });
  expect(of(0, null, null)).toBe("nobody");
  expect(of(1, 3, 3)).toBe("1 rater");
  expect(of(2, 3, 3.5)).toBe("2 raters, 3.0 to 3.5");
  expect(of(2, 3.88, 3.92)).toBe("2 raters, 3.9 each");
  expect(of(2, null, null)).toBe("2 raters");
});
