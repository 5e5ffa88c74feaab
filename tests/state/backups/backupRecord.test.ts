import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import {
  emptyRecord,
  isDue,
  isUntold,
  mustReplaceIn,
  noteChange,
  noteDeletionForGood,
  noteStatus,
  type BackupRecord,
} from "../../../src/domain/backups/backupRecord.ts";
import { keepOwnSteps, readRecord, updateRecord } from "../../../src/state/backups/backupRecord.ts";
import { fakeStorage, type FakeStorage } from "../fakeStorage.ts";

const KEY = "interview-scorecard automatic backups";
const AT = 1_700_000_000_000;

let storage: FakeStorage;

beforeEach(() => {
  storage = fakeStorage();
  vi.stubGlobal("localStorage", storage);
});
afterEach(() => vi.unstubAllGlobals());

const noteSomeChange = (at = AT) => updateRecord((record) => noteChange(record, at));

describe("what an earlier version kept under five names", () => {
  const MARKS = {
    stored: "interview-scorecard stored",
    uncopied: "interview-scorecard uncopied",
    private: "interview-scorecard copies to replace",
    folder: "interview-scorecard copies to replace in the folder",
    copies: "interview-scorecard copies",
  } as const;
  const stored = { sessions: 2, panels: 1, guides: 3, submitted: 1, drafts: 1, at: AT, deleted: 4 };
  const keep = (marks: Partial<Record<keyof typeof MARKS, string>>) => {
    for (const [name, text] of Object.entries(marks))
      storage.setItem(MARKS[name as keyof typeof MARKS], text);
  };

  test("is taken up once, and is the record from then on", () => {
    keep({
      stored: JSON.stringify(stored),
      uncopied: String(AT),
      private: "yes",
      folder: "told",
      copies: JSON.stringify({ madeAt: AT - 1, isBeside: true, folder: "Scorecards", problem: "No room." }),
    });
    const record = readRecord();
    expect(record).toMatchObject({ lastKnown: stored, changedAt: AT, copiedUpTo: 0 });
    expect(record.status).toEqual({
      ...emptyRecord.status,
      madeAt: AT - 1,
      isQuarantined: true,
      folder: "Scorecards",
      problem: "No room.",
    });
    expect([isDue(record), mustReplaceIn(record, "private"), mustReplaceIn(record, "folder")]).toEqual([
      true,
      true,
      true,
    ]);
    expect(isUntold(record)).toBe(false);
    for (const key of Object.values(MARKS)) expect(storage.getItem(key)).toBeNull();
    expect(readRecord()).toEqual(record);
  });

  test.each([
    [
      { copies: JSON.stringify({ madeAt: AT }) },
      { due: false, private: false, folder: false, untold: false },
    ],
    [{ uncopied: "soon" }, { due: true, private: false, folder: false, untold: false }],
    [{ private: "" }, { due: false, private: true, folder: false, untold: false }],
    [{ folder: "yes" }, { due: false, private: false, folder: true, untold: true }],
    [
      { stored: "{", copies: '"none"', uncopied: "", private: "?", folder: "?" },
      { due: true, private: true, folder: true, untold: true },
    ],
  ])("is read also where only some of it is there or it is damaged: %o", (marks, expected) => {
    keep(marks);
    const record = readRecord();
    expect({
      due: isDue(record),
      private: mustReplaceIn(record, "private"),
      folder: mustReplaceIn(record, "folder"),
      untold: isUntold(record),
    }).toEqual(expected);
    expect(record.lastKnown).toBeNull();
  });

  test("before guides and drafts were counted says nothing of them; of less than that nothing is known", () => {
    const { guides: _guides, drafts: _drafts, ...before } = stored;
    keep({ stored: JSON.stringify(before) });
    expect(readRecord().lastKnown).toEqual({ ...stored, guides: 0, drafts: 0 });
    storage.removeItem(KEY);
    keep({ stored: JSON.stringify({ ...stored, submitted: "1" }) });
    expect(readRecord().lastKnown).toBeNull();
  });
});

test("where nothing was kept, nothing is due", () => {
  expect(readRecord()).toBe(emptyRecord);
  expect(isDue(readRecord())).toBe(false);
});

test.each([
  "",
  "{",
  '"text"',
  "null",
  "[]",
  "7",
  '{"changedAt":"soon","copiedUpTo":5}',
  '{"copiedUpTo":1e300}',
])("of a record that is damaged (%s) a backup is due, and nothing is replaced", (text) => {
  storage.setItem(KEY, text);
  expect(isDue(readRecord())).toBe(true);
  expect(mustReplaceIn(readRecord())).toBe(false);
  noteSomeChange();
  expect(isDue(readRecord())).toBe(true);
});

test("what of a record can be read is kept", () => {
  updateRecord((record) => noteDeletionForGood(noteStatus(record, { folder: "Scorecards" }), AT));
  const written = JSON.parse(storage.getItem(KEY) ?? "") as BackupRecord;
  storage.setItem(KEY, JSON.stringify({ ...written, lastKnown: 7, copyingUpTo: null, tombstones: -1 }));
  expect(readRecord()).toEqual(written);
});

test("where the browser keeps nothing outside the database, this tab still knows what is to be copied", () => {
  storage.failure = new DOMException("Its data is blocked.", "SecurityError");
  expect(isDue(readRecord())).toBe(false);
  noteSomeChange();
  updateRecord((record) => noteStatus(record, { madeAt: 3000 }));
  expect(readRecord()).toMatchObject({ changedAt: AT, status: { madeAt: 3000 } });
  storage.failure = null;
  noteSomeChange(AT + 1);
  updateRecord((record) => noteStatus(record, { madeAt: 4000 }));
  expect(storage.getItem(KEY)).toBe(JSON.stringify(readRecord()));
});

test("a key that is typed while a change is due already writes nothing", () => {
  noteSomeChange();
  const text = storage.getItem(KEY);
  storage.failure = new DOMException("There is no room.", "QuotaExceededError");
  noteSomeChange(AT + 1);
  storage.failure = null;
  expect(storage.getItem(KEY)).toBe(text);
});

describe("two tabs", () => {
  let tell: (event: { readonly key: string | null; readonly newValue: string | null }) => void = () => {};

  beforeEach(() => {
    vi.stubGlobal("window", {
      addEventListener: (_type: string, listener: typeof tell) => {
        tell = listener;
      },
    });
    keepOwnSteps();
  });

  /** Another tab writes its record over the one that is there. */
  const writeOver = (record: BackupRecord) => {
    storage.setItem(KEY, JSON.stringify(record));
    tell({ key: KEY, newValue: storage.getItem(KEY) });
  };

  test("that write at once lose neither’s step", () => {
    const before = readRecord();
    updateRecord((record) => noteDeletionForGood(record, AT));
    // It had not heard of the deletion yet.
    writeOver({ ...noteStatus(before, { madeAt: 7 }), version: 5 });
    expect(mustReplaceIn(readRecord())).toBe(true);
    expect(readRecord().status.madeAt).toBe(7);
    const both = storage.getItem(KEY);
    writeOver(readRecord());
    expect(storage.getItem(KEY)).toBe(both);
  });

  test("leave it at what the other wrote where nothing is missing, and where the site’s data was cleared", () => {
    noteSomeChange();
    const theirs = { ...noteDeletionForGood(readRecord(), AT), version: 9 };
    writeOver(theirs);
    expect(readRecord()).toEqual(theirs);
    storage.removeItem(KEY);
    tell({ key: KEY, newValue: null });
    tell({ key: "another", newValue: "" });
    expect(readRecord()).toBe(emptyRecord);
    writeOver(noteChange(emptyRecord, AT));
    expect(readRecord()).toEqual(noteChange(emptyRecord, AT));
  });
});
