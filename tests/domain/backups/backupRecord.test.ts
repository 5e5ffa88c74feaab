import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  emptyRecord,
  isDue,
  isUntold,
  mergeRecords,
  mustReplaceIn,
  noteAmount,
  noteBegun,
  noteChange,
  noteDeleted,
  noteDeletionForGood,
  noteEmptied,
  noteFailed,
  noteMade,
  noteTold,
  noteTombstones,
  type BackupPlace,
  type BackupRecord,
} from "../../../src/domain/backups/backupRecord.ts";

type Step = (record: BackupRecord) => BackupRecord;

/** The clock stands still: it tells nothing apart. */
const NOW = 1000;

const made =
  (...replacedIn: readonly BackupPlace[]): Step =>
  (record) => {
    const begun = noteBegun(record);
    return noteMade(begun, { upTo: begun.copyingUpTo, replacedIn, deleted: 0, status: { madeAt: NOW } });
  };

/** What can happen. */
const steps = {
  change: (record) => noteChange(record, NOW),
  deletion: (record) => noteDeletionForGood(record, NOW),
  "killed after deleting": (record) => noteTombstones(record, (record.tombstones ?? 0) + 1, NOW),
  "killed while copying": noteBegun,
  made: made(),
  "made, replaced": made("private", "folder"),
  "made, folder shut": made("private"),
  failed: (record) => noteFailed(noteBegun(record), "No room.", NOW),
  told: (record) => noteTold(record, record.mustReplace.deletedAt),
} satisfies Record<string, Step>;
type StepName = keyof typeof steps;

const names = Object.keys(steps) as StepName[];

/**
 * @returns the state: (d)ue or (c)opied; whether those in the browser's files are to be (r)eplaced; whether somebody was
 *   (t)old of those in the folder that are, or is still (u)ntold
 */
function stateOf(record: BackupRecord): string {
  const folder = mustReplaceIn(record, "folder") ? (isUntold(record) ? "u" : "t") : "-";
  return `${isDue(record) ? "d" : "c"}${mustReplaceIn(record, "private") ? "r" : "-"}${folder}`;
}

/** A row for each state, and in it where each step leads to, in the order of the steps. */
const table = `
  c-- | d--   dru   dru   c--   c--   c--   c--   d--   c--
  d-- | d--   dru   dru   d--   c--   c--   c--   d--   d--
  dru | dru   dru   dru   dru   cru   c--   c-u   dru   drt
  drt | drt   dru   dru   drt   crt   c--   c-t   drt   drt
  cru | dru   dru   dru   cru   cru   c--   c-u   dru   crt
  crt | drt   dru   dru   crt   crt   c--   c-t   drt   crt
  c-u | d-u   dru   dru   c-u   c-u   c--   c-u   d-u   c-t
  c-t | d-t   dru   dru   c-t   c-t   c--   c-t   d-t   c-t
  d-u | d-u   dru   dru   d-u   c-u   c--   c-u   d-u   d-t
  d-t | d-t   dru   dru   d-t   c-t   c--   c-t   d-t   d-t
`;
const transitions = new Map(
  table
    .trim()
    .split("\n")
    .map((row) => row.split("|").map((cell) => cell.trim()))
    .map(([state = "", next = ""]) => [state, next.split(/ +/u)]),
);

test("each step leads from each state to the one that the table says, and there are no other states", () => {
  // Counted once: what comes after is a deletion.
  const start = noteTombstones(emptyRecord, 0, NOW);
  const seen = new Map([[stateOf(start), start]]);
  for (const [state, record] of seen) {
    const next = names.map((name) => steps[name](record));
    expect([state, ...next.map(stateOf)]).toEqual([state, ...(transitions.get(state) ?? ["no such state"])]);
    for (const one of next) if (!seen.has(stateOf(one))) seen.set(stateOf(one), one);
  }
  expect([...seen.keys()].toSorted()).toEqual([...transitions.keys()].toSorted());
});

describe("a backup that is being made while more happens", () => {
  const begun = noteBegun(noteChange(emptyRecord, NOW));
  const finish: Step = (record) =>
    noteMade(record, {
      upTo: begun.copyingUpTo,
      replacedIn: ["private", "folder"],
      deleted: 0,
      status: {},
    });

  test("leaves the newer change due, whatever the clock says", () => {
    for (const now of [0, NOW, NOW + 1]) expect(isDue(finish(noteChange(begun, now)))).toBe(true);
    expect(isDue(finish(begun))).toBe(false);
  });

  test("leaves it to be replaced where somebody was deleted for good meanwhile", () => {
    const after = finish(noteDeletionForGood(begun, 0));
    expect([mustReplaceIn(after), isDue(after)]).toEqual([true, true]);
  });

  test("does not answer for what was deleted meanwhile", () => {
    const counted = noteAmount(begun, { sessions: 9, panels: 1, guides: 0, submitted: 9, drafts: 0 }, NOW);
    const before = noteDeleted(counted, { sessions: 2 });
    const after = noteMade(noteDeleted(before, { sessions: 3, panels: 4 }), {
      upTo: begun.copyingUpTo,
      replacedIn: [],
      deleted: before.lastKnown?.deleted ?? 0,
      status: {},
    });
    expect(after.lastKnown).toEqual({
      sessions: 4,
      panels: 0,
      guides: 0,
      submitted: 4,
      drafts: 0,
      at: NOW,
      deleted: 7,
    });
  });
});

test("a key that is typed while a change is due already changes nothing that would have to be written", () => {
  const due = noteChange(emptyRecord, NOW);
  expect(noteChange(due, NOW + 1)).toBe(due);
});

test("tombstones that a file brought, or that went with a database, are no deletion here", () => {
  const counted = noteTombstones(emptyRecord, 3, NOW);
  for (const record of [
    counted,
    noteTombstones(counted, 3, NOW),
    noteTombstones(counted, 0, NOW),
    noteTombstones(counted, 7, NOW, true),
  ])
    expect(mustReplaceIn(record)).toBe(false);
  expect(mustReplaceIn(noteTombstones(counted, 4, NOW))).toBe(true);
});

test("of a database that is begun anew it is known that it is empty, and by nobody’s hand", () => {
  const before = noteAmount(emptyRecord, { sessions: 9, panels: 1, guides: 2, submitted: 9, drafts: 1 }, NOW);
  expect(noteEmptied(noteDeleted(before, { guides: 1 }), NOW).lastKnown).toEqual({
    sessions: 0,
    panels: 0,
    guides: 0,
    submitted: 0,
    drafts: 0,
    at: NOW,
    deleted: 0,
  });
  expect(noteDeleted(emptyRecord, { sessions: 1 })).toBe(emptyRecord);
});

test("a draft that was discarded is no guide that is missing", () => {
  const before = noteAmount(emptyRecord, { sessions: 0, panels: 0, guides: 2, submitted: 0, drafts: 1 }, NOW);
  expect(noteDeleted(before, { guides: 1, drafts: 1 }).lastKnown).toMatchObject({ guides: 1, drafts: 0 });
  expect(noteDeleted(before, { guides: 1 }).lastKnown).toMatchObject({ guides: 1, drafts: 1 });
});

const records = fc
  .array(fc.constantFrom(...names), { maxLength: 12 })
  .map((taken) =>
    taken.reduce((record, name) => ({ ...steps[name](record), version: record.version + 1 }), emptyRecord),
  );

describe("two records that tabs wrote over each other", () => {
  test("become the same one in any order, however often", () => {
    fc.assert(
      fc.property(records, records, records, (a, b, c) => {
        const both = mergeRecords(a, b);
        expect(mergeRecords(b, a)).toEqual(both);
        expect(mergeRecords(both, a)).toEqual(both);
        expect(mergeRecords(both, b)).toEqual(both);
        expect(mergeRecords(both, c)).toEqual(mergeRecords(a, mergeRecords(b, c)));
      }),
    );
  });

  test("lose no change, no deletion and no backup of either", () => {
    fc.assert(
      fc.property(
        records,
        fc.array(fc.constantFrom(...names)),
        fc.constantFrom(...names),
        (from, own, other) => {
          const mine = own.reduce((record, name) => steps[name](record), from);
          const theirs = steps[other](from);
          const both = mergeRecords(mine, theirs);
          for (const one of [mine, theirs]) {
            expect(both.changedAt).toBeGreaterThanOrEqual(one.changedAt);
            expect(both.copiedUpTo).toBeGreaterThanOrEqual(one.copiedUpTo);
            expect(both.mustReplace.deletedAt).toBeGreaterThanOrEqual(one.mustReplace.deletedAt);
          }
          if (other === "deletion" && !own.some((name) => name.startsWith("made")))
            expect(mustReplaceIn(both)).toBe(true);
        },
      ),
    );
  });
});
