import fc from "fast-check";
import { expect, test } from "vitest";
import type { Scale } from "../../../src/domain/guides/guide.ts";
import { pointToStep, scaleToText } from "../../../src/domain/guides/scaleSteps.ts";

const scaleOf = (points: number, from = 1): Scale => ({
  points: Array.from({ length: points }, (_, place) => ({ value: from + place, label: "", meaning: "" })),
});
const stepsOf = (points: number, steps: number) =>
  scaleOf(points).points.map(({ value }) => pointToStep(scaleOf(points), value, steps));

test("scales are told apart by what lies between their ends", () => {
  const odd: Scale = { points: scaleOf(5).points.filter(({ value }) => value % 2 === 1) };
  expect([scaleOf(5), scaleOf(4, 0), odd].map(scaleToText)).toEqual(["1 to 5", "0 to 3", "1, 3, 5"]);
});

test.each([
  [5, 5, [0, 1, 2, 3, 4]],
  [5, 4, [0, 1, 2, 2, 3]],
  [4, 5, [0, 1, 3, 4]],
  [4, 4, [0, 1, 2, 3]],
  [3, 5, [0, 2, 4]],
  [3, 4, [0, 2, 3]],
  [7, 4, [0, 1, 1, 2, 2, 2, 3]],
  [7, 5, [0, 1, 1, 2, 3, 3, 4]],
  [2, 4, [0, 3]],
])("%i points become %i by their place", (points, steps, expected) => {
  expect(stepsOf(points, steps)).toEqual(expected);
});

test("order is kept, and only an end becomes an end", () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 12 }), fc.integer({ min: 3, max: 7 }), (points, steps) => {
      const found = stepsOf(points, steps).map(Number);
      expect(found).toEqual(found.toSorted((a, b) => a - b));
      expect(found.filter((step) => step === 0)).toHaveLength(1);
      expect(found.filter((step) => step === steps - 1)).toHaveLength(1);
    }),
  );
});

test("it is the place that counts, not the number; what is not on the scale has none", () => {
  expect(pointToStep(scaleOf(5, -2), 0, 4)).toBe(2);
  expect(pointToStep(scaleOf(5), 6, 4)).toBeNull();
});
