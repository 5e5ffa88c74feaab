import fc from "fast-check";
import { expect, test } from "vitest";
import { isShrunk } from "../../../src/domain/backups/amount.ts";
import { countGuides } from "../../../src/domain/backups/ownGuides.ts";
import {
  autoBackupsToRemove,
  newestAutoBackup,
  type AutoBackup,
} from "../../../src/domain/backups/autoBackups.ts";

const DAY_MS = 86_400_000;
const NOON = 20_000 * DAY_MS + DAY_MS / 2;

function backupAt(madeAt: number, change: Partial<AutoBackup> = {}): AutoBackup {
  return { madeAt, sessions: 10, panels: 1, guides: 0, writer: "w", isQuarantined: false, ...change };
}

const backups = fc.record({
  madeAt: fc.integer({ min: 0, max: 2 ** 41 }),
  sessions: fc.integer({ min: 0, max: 999_999 }),
  panels: fc.integer({ min: 0, max: 999 }),
  guides: fc.integer({ min: 0, max: 999 }),
  writer: fc.constantFrom("w", null),
  isQuarantined: fc.boolean(),
});

test("the newest two are kept, and the last of each of seven days", () => {
  const today = [NOON, NOON - 60_000, NOON - 120_000].map((at) => backupAt(at));
  const before = Array.from({ length: 9 }, (_, day) => [
    backupAt(NOON - (day + 1) * DAY_MS),
    backupAt(NOON - (day + 1) * DAY_MS - 1000),
  ]);
  const removed = autoBackupsToRemove([...today, ...before.flat()].toReversed(), NOON);
  const gone = new Set(removed.map(({ madeAt }) => madeAt));
  expect(today.map(({ madeAt }) => gone.has(madeAt))).toEqual([false, false, true]);
  expect(before.map(([last, earlier]) => [gone.has(last!.madeAt), gone.has(earlier!.madeAt)])).toEqual([
    ...Array.from({ length: 6 }, () => [false, true]),
    ...Array.from({ length: 3 }, () => [true, true]),
  ]);
});

test("a quarantined backup removes no other, and goes when a good one follows", () => {
  const good = [backupAt(1000), backupAt(2000)];
  const quarantined = [backupAt(3000, { isQuarantined: true }), backupAt(4000, { isQuarantined: true })];
  expect(autoBackupsToRemove([...good, ...quarantined], NOON)).toEqual([quarantined[0]]);
  expect(newestAutoBackup([...good, ...quarantined], NOON)).toEqual(good[1]);
  const next = backupAt(5000);
  expect(autoBackupsToRemove([...good, ...quarantined, next], NOON)).toEqual([good[0], ...quarantined]);
});

test("whatever backups there are, the newest two that are not quarantined are never removed", () => {
  fc.assert(
    fc.property(fc.uniqueArray(backups, { selector: ({ madeAt }) => madeAt, maxLength: 30 }), (all) => {
      const removed = new Set(autoBackupsToRemove(all, 2 ** 41));
      const newest = all
        .filter(({ isQuarantined }) => !isQuarantined)
        .toSorted((a, b) => b.madeAt - a.madeAt);
      expect(newest.slice(0, 2).filter((backup) => removed.has(backup))).toEqual([]);
    }),
  );
});

test("whatever the clock said before, the backup made now is kept, also where it is quarantined", () => {
  fc.assert(
    fc.property(fc.array(backups, { maxLength: 30 }), backups, (before, now) => {
      const others = before.filter(({ madeAt }) => madeAt !== now.madeAt);
      expect(autoBackupsToRemove([...others, now], now.madeAt)).not.toContain(now);
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
  expect(countGuides(versions, [])).toEqual({ guides: 1, drafts: 0 });
  const drafts = [{ id: "b" }, { id: "c" }, { id: "new" }];
  expect(countGuides(versions, drafts)).toEqual({ guides: 3, drafts: 2 });
  expect(countGuides([], [])).toEqual({ guides: 0, drafts: 0 });
});
