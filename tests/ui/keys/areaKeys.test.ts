import { expect, test } from "vitest";
import {
  areaKeys,
  besidePoints,
  pointKeys,
  rateKeys,
  type AreaActions,
} from "../../../src/ui/keys/areaKeys.ts";

/** @returns what each of the keys rates an area with */
function ratedBy(points: readonly number[]): Readonly<Record<string, number>> {
  const rated: Record<string, number> = {};
  const row = rateKeys(points);
  for (const key of row.keys) {
    const nothing = () => {};
    const actions: AreaActions = {
      moveArea: nothing,
      moveToEnd: nothing,
      notAssessed: nothing,
      clearRating: nothing,
      writeNote: nothing,
      ratePoint: (point) => {
        rated[key] = point;
      },
    };
    row.act(actions, key);
  }
  return rated;
}

test("a point is rated by its own digit, a 10 by 0, and others by their place", () => {
  expect(ratedBy([1, 2, 3, 4, 5])).toEqual({ 1: 1, 2: 2, 3: 3, 4: 4, 5: 5 });
  expect(ratedBy([2, 4])).toEqual({ 2: 2, 4: 4 });
  expect(ratedBy([0, 1, 2])).toEqual({ 0: 0, 1: 1, 2: 2 });
  expect(ratedBy([8, 9, 10])).toEqual({ 8: 8, 9: 9, 0: 10 });
  expect(ratedBy([0, 5, 10])).toEqual({ 0: 0, 5: 5 });
  expect(ratedBy([10, 20, 30])).toEqual({ 1: 10, 2: 20, 3: 30 });
  expect(pointKeys(Array.from({ length: 12 }, (_, value) => value))).toHaveLength(9);
});

test("0 says “not assessed” where no point has it, X always", () => {
  const keys = (points: readonly number[]) =>
    besidePoints(areaKeys, points).find(({ id }) => id === "notAssessed")?.keys;
  expect([keys([1, 2, 3]), keys([0, 1, 2]), keys([9, 10])]).toEqual([["0", "X"], ["X"], ["X"]]);
});
