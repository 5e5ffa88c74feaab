import fc from "fast-check";
import { expect, test } from "vitest";
import {
  copiesToRemove,
  countGuides,
  isShrunk,
  newestCopy,
  type Copy,
} from "../../../src/domain/backups/autoBackups.ts";

const DAY_MS = 86_400_000;
const NOON = 20_000 * DAY_MS + DAY_MS / 2;

function copyAt(madeAt: number, change: Partial<Copy> = {}): Copy {
  return { madeAt, sessions: 10, panels: 1, guides: 0, writer: "w", isBeside: false, ...change };
}

const copies = fc.record({
  madeAt: fc.integer({ min: 0, max: 2 ** 41 }),
  sessions: fc.integer({ min: 0, max: 999_999 }),
  panels: fc.integer({ min: 0, max: 999 }),
  guides: fc.integer({ min: 0, max: 999 }),
  writer: fc.constantFrom("w", null),
  isBeside: fc.boolean(),
});

test("the newest two are kept, and the last of each of seven days", () => {
  const today = [NOON, NOON - 60_000, NOON - 120_000].map((at) => copyAt(at));
  const before = Array.from({ length: 9 }, (_, day) => [
    copyAt(NOON - (day + 1) * DAY_MS),
    copyAt(NOON - (day + 1) * DAY_MS - 1000),
  ]);
  const removed = copiesToRemove([...today, ...before.flat()].toReversed());
  const gone = new Set(removed.map(({ madeAt }) => madeAt));
  expect(today.map(({ madeAt }) => gone.has(madeAt))).toEqual([false, false, true]);
  expect(before.map(([last, earlier]) => [gone.has(last!.madeAt), gone.has(earlier!.madeAt)])).toEqual([
    ...Array.from({ length: 6 }, () => [false, true]),
    ...Array.from({ length: 3 }, () => [true, true]),
  ]);
});

test("a copy that stands beside removes no other, and goes when a good one follows", () => {
  const good = [copyAt(1000), copyAt(2000)];
  const beside = [copyAt(3000, { isBeside: true }), copyAt(4000, { isBeside: true })];
  expect(copiesToRemove([...good, ...beside])).toEqual([beside[0]]);
  expect(newestCopy([...good, ...beside])).toEqual(good[1]);
  const next = copyAt(5000);
  expect(copiesToRemove([...good, ...beside, next])).toEqual([good[0], ...beside]);
});

test("whatever copies there are, the newest two that are not beside are never removed", () => {
  fc.assert(
    fc.property(fc.uniqueArray(copies, { selector: ({ madeAt }) => madeAt, maxLength: 30 }), (all) => {
      const removed = new Set(copiesToRemove(all));
      const newest = all.filter(({ isBeside }) => !isBeside).toSorted((a, b) => b.madeAt - a.madeAt);
      expect(newest.slice(0, 2).filter((copy) => removed.has(copy))).toEqual([]);
    }),
  );
});

test("less than half is shrunk, unless so much was deleted by hand", () => {
  const of = (sessions: number, guides = 0) => ({ sessions, panels: 0, guides });
  expect(isShrunk(of(5), of(10), 0)).toBe(false);
  expect(isShrunk(of(4), of(10), 0)).toBe(true);
  expect(isShrunk(of(0), of(10), 4)).toBe(true);
  expect(isShrunk(of(0), of(10), 10)).toBe(false);
  expect(isShrunk(of(0), of(0), 0)).toBe(false);
  expect(isShrunk(of(0, 1), of(0, 3), 0)).toBe(true);
});

test("guides that were saved here are counted once with all their versions, and drafts of others too", () => {
  const version = (id: string, lineId: string, savedAt: number | null) => ({ id, lineId, savedAt });
  const versions = [version("a", "a", 1), version("b", "a", 2), version("c", "c", null)];
  expect(countGuides(versions, [])).toBe(1);
  expect(countGuides(versions, [{ id: "b" }, { id: "c" }, { id: "new" }])).toBe(3);
  expect(countGuides([], [])).toBe(0);
});
