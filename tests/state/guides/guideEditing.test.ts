// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { noteEmptied } from "../../../src/domain/backups/backupRecord.ts";
import type { Guide } from "../../../src/domain/guides/guide.ts";
import {
  insertQuestion,
  moveQuestion,
  newQuestion,
  removeQuestion,
} from "../../../src/domain/guides/guideEditing.ts";
import type { AppParts } from "../../../src/state/app/appContext.ts";
import { readRecord, updateRecord } from "../../../src/state/backups/backupRecord.ts";
import { openGuideEditing, type GuideEditing } from "../../../src/state/guides/guideEditing.ts";
import { guideLockId } from "../../../src/state/documents/documentLock.ts";
import { readGuideDraft, writeGuideDraft } from "../../../src/state/guides/guideDrafts.ts";
import { saveGuideVersion } from "../../../src/state/guides/guides.ts";
import { loadGuideVersion } from "../../../src/state/guides/guideVersions.ts";
import { createDatabase } from "../../../src/storage/database.ts";
import { deleteLineage } from "../../../src/storage/guides/guides.ts";
import { leaveDocuments } from "../../../src/storage/openWriters.ts";
import { isLeftBehind, leaveBehind } from "../../../src/storage/leftBehind.ts";
import { smallGuide } from "../../smallInterview.ts";
import { createLocks } from "../fakeLocks.ts";

let app: AppParts;
let monotonicMs: number;
let opened: GuideEditing[];
let lost: number;
let count = 0;

beforeEach(() => {
  Object.defineProperty(navigator, "locks", { value: createLocks(), configurable: true });
  monotonicMs = 10_000;
  opened = [];
  lost = 0;
  let ids = 0;
  app = {
    database: createDatabase(`guide editing ${count++}`),
    clock: { now: () => 1000, monotonic: () => monotonicMs },
    newId: () => `new ${ids++}`,
    appName: "Test 1",
  };
});

afterEach(async () => {
  vi.restoreAllMocks();
  localStorage.clear();
  for (const { close } of opened) close();
  await untilNobodyWrites();
  app.database.close();
});

async function tryOpen(id: string, options: { isNew?: boolean; takesOver?: boolean } = {}) {
  const onLost = () => void lost++;
  const editing = await openGuideEditing(app, id, { isNew: false, takesOver: false, ...options, onLost });
  if (editing !== "elsewhere") opened.push(editing);
  return editing;
}

async function open(id: string, options: { isNew?: boolean; takesOver?: boolean } = {}) {
  const editing = await tryOpen(id, options);
  if (editing === "elsewhere") throw new Error("It is open elsewhere.");
  return editing;
}

const untilNobodyWrites = () =>
  vi.waitFor(async () => expect((await navigator.locks.query()).held).toEqual([]));
/** No write gets to the disk until it is told so. */
function breakDisk(): () => void {
  const connection = app.database.backendDB();
  const begin = connection.transaction.bind(connection);
  const broken = vi.spyOn(connection, "transaction").mockImplementation((...args) => {
    if (args[1] === "readwrite") throw new DOMException("The disk is full.", "QuotaExceededError");
    return begin(...args);
  });
  return () => broken.mockRestore();
}
const saveSmall = async () => (await saveGuideVersion(app, smallGuide, null)).id;
const guideOf = ({ store }: GuideEditing) => store.getState().history.present;
const idsOf = (editing: GuideEditing) => guideOf(editing).questions.map(({ id }) => id);
const draftKind = ({ store }: GuideEditing) => store.getState().draft.kind;
const untilKind = (editing: GuideEditing, kind: string) =>
  vi.waitFor(() => expect(draftKind(editing)).toBe(kind));
const titled = (title: string) => (guide: Guide) => ({ ...guide, title });

test("a page that goes away leaves the draft behind, and the next one that opens the guide has it", async () => {
  const id = await saveSmall();
  const editing = await open(id);
  editing.change(titled("Day baker"));
  leaveDocuments();
  expect(isLeftBehind({ kind: "guideDraft", id })).toBe(true);
  await untilKind(editing, "saved");
  expect(isLeftBehind({ kind: "guideDraft", id })).toBe(false);
  editing.close();

  const draft = { id, guide: { ...smallGuide, title: "Dusk baker" }, previousId: id, updatedAt: 2000 };
  leaveBehind(app.database, { kind: "guideDraft", draft });
  const next = await open(id);
  expect(guideOf(next).title).toBe("Dusk baker");
  await untilKind(next, "saved");
  expect(await readGuideDraft(app, id)).toEqual(draft);
  expect(isLeftBehind({ kind: "guideDraft", id })).toBe(false);
});

describe("what a page left behind of a draft", () => {
  const leaveDraft = (id: string, title: string) =>
    leaveBehind(app.database, {
      kind: "guideDraft",
      draft: { id, guide: { ...smallGuide, title }, previousId: id, updatedAt: 2000 },
    });
  const isLeft = (id: string) => isLeftBehind({ kind: "guideDraft", id });

  test("is on the screen also where the disk is full, and stays until it is written", async () => {
    const id = await saveSmall();
    leaveDraft(id, "Dusk baker");
    const mendDisk = breakDisk();
    const editing = await open(id);
    await untilKind(editing, "failed");
    expect([guideOf(editing).title, isLeft(id)]).toEqual(["Dusk baker", true]);
    mendDisk();
    await untilKind(editing, "saved");
    expect(isLeft(id)).toBe(false);
  });

  test("is edited by one tab: one that was still opening the guide gives way to who takes it over", async () => {
    const id = await saveSmall();
    leaveDraft(id, "Dusk baker");
    const first = tryOpen(id);
    await vi.waitFor(async () => expect((await navigator.locks.query()).held).toHaveLength(1));
    expect(await tryOpen(id, { takesOver: true })).not.toBe("elsewhere");
    expect(await first).toBe("elsewhere");
  });

  test("is what was typed last, though the screen was left before it was written", async () => {
    const id = await saveSmall();
    const editing = await open(id);
    editing.change(titled("Dusk baker"));
    editing.close();
    leaveDocuments();
    expect(isLeft(id)).toBe(true);
    await vi.waitFor(() => expect(isLeft(id)).toBe(false));
    expect((await readGuideDraft(app, id))?.guide.title).toBe("Dusk baker");
  });

  test("is nothing where it was discarded", async () => {
    const id = await saveSmall();
    const editing = await open(id);
    editing.change(titled("Dusk baker"));
    leaveDocuments();
    expect(isLeft(id)).toBe(true);
    editing.discard();
    leaveDocuments();
    expect(isLeft(id)).toBe(false);
  });
});

describe("the draft", () => {
  test("a change is on the disk soon, and it is said when it is, not before", async () => {
    const id = await saveSmall();
    const editing = await open(id);
    expect(draftKind(editing)).toBe("none");
    editing.change(titled("Day baker"));
    expect(draftKind(editing)).toBe("saving");
    await untilKind(editing, "saved");
    expect(await readGuideDraft(app, id)).toEqual({
      id,
      guide: { ...smallGuide, title: "Day baker" },
      previousId: id,
      updatedAt: 1000,
    });
  });

  test("many keys in a row are few writes, the last one with the last key", async () => {
    const id = await saveSmall();
    const editing = await open(id);
    const put = vi.spyOn(IDBObjectStore.prototype, "put");
    for (let index = 0; index < 20; index++) editing.change(titled(`Baker ${index}`), { run: "title" });
    await untilKind(editing, "saved");
    expect(put).toHaveBeenCalledTimes(2);
    expect((await readGuideDraft(app, id))?.guide.title).toBe("Baker 19");
  });

  test("a change begins its write at once", async () => {
    const editing = await open(await saveSmall());
    const put = vi.spyOn(IDBObjectStore.prototype, "put");
    editing.change(titled("Day baker"));
    expect(put).toHaveBeenCalledTimes(1);
  });

  test("what changes nothing makes no draft", async () => {
    const editing = await open(await saveSmall());
    const before = editing.store.getState();
    editing.change((guide) => guide);
    editing.undo();
    editing.redo();
    expect(editing.store.getState()).toBe(before);
  });

  test("opened again, the guide is as it was left, and it is known that this is a draft", async () => {
    const id = await saveSmall();
    const first = await open(id);
    first.change(titled("Day baker"));
    await untilKind(first, "saved");
    first.close();
    const again = await open(id);
    expect(guideOf(again).title).toBe("Day baker");
    expect(again.draftFoundAt).toBe(1000);
    expect(draftKind(again)).toBe("saved");
  });

  test("discarded, the guide is the version's again and no draft is left; it can be undone", async () => {
    const id = await saveSmall();
    const first = await open(id);
    first.change(titled("Day baker"));
    first.close();
    const again = await open(id);
    again.discard();
    expect(guideOf(again)).toEqual(smallGuide);
    await untilKind(again, "none");
    expect(await readGuideDraft(app, id)).toBeUndefined();
    again.undo();
    await untilKind(again, "saved");
    expect((await readGuideDraft(app, id))?.guide.title).toBe("Day baker");
  });

  test("a write that fails is said, and is tried again until it is done", async () => {
    const id = await saveSmall();
    const editing = await open(id);
    vi.spyOn(app.database, "backendDB").mockImplementationOnce(() => {
      throw new DOMException("The disk is full.", "QuotaExceededError");
    });
    editing.change(titled("Day baker"));
    await untilKind(editing, "failed");
    expect(editing.store.getState().draft).toMatchObject({
      message: "The disk has no room left for this browser. Free some space on the disk.",
    });
    // A key does not hide it.
    editing.change(titled("Day bakers"));
    expect(draftKind(editing)).toBe("failed");
    await untilKind(editing, "saved");
    expect((await readGuideDraft(app, id))?.guide.title).toBe("Day bakers");
  });
});

describe("a screen that is left while the draft can't be written", () => {
  test("what was typed is tried again until it is written, and only then lets go of the guide", async () => {
    const id = await saveSmall();
    const editing = await open(id);
    editing.change(titled("first"));
    await untilKind(editing, "saved");
    const mendDisk = breakDisk();
    editing.change(titled("an hour of work"));
    editing.close();
    expect((await navigator.locks.query()).held).toHaveLength(1);
    mendDisk();
    await untilNobodyWrites();
    expect((await readGuideDraft(app, id))?.guide.title).toBe("an hour of work");
  });

  test("the next visit finds it, and tells its screen where another tab takes it over", async () => {
    const id = await saveSmall();
    const editing = await open(id);
    const mendDisk = breakDisk();
    editing.change(titled("an hour of work"));
    editing.close();
    expect(await open(id)).toBe(editing);
    expect(draftKind(editing)).toBe("failed");
    const second = await open(id, { takesOver: true });
    expect([lost, guideOf(second).title]).toEqual([1, "an hour of work"]);
    mendDisk();
    await untilKind(second, "saved");
    expect((await readGuideDraft(app, id))?.guide.title).toBe("an hour of work");
  });
});

test("a draft whose guide is gone meanwhile opens, says so, and is saved as a guide of its own", async () => {
  const id = await saveSmall();
  const editing = await open(id);
  editing.change(titled("before"));
  await untilKind(editing, "saved");
  // What deletes it in the app waits for the editor.
  await deleteLineage(app.database, id);
  editing.change(titled("after"));
  editing.close();
  await untilNobodyWrites();
  const again = await open(id);
  expect([guideOf(again).title, again.isGuideGone]).toEqual(["after", true]);
  const result = await again.saveVersion();
  if (result.kind !== "saved") throw new Error("It was refused.");
  expect(await app.database.guides.get(result.id)).toMatchObject({ previousId: null, lineId: result.id });
});

describe("a new guide", () => {
  test("it begins with one empty question and has no draft before it is changed", async () => {
    const editing = await open("fresh", { isNew: true });
    expect(guideOf(editing).questions).toHaveLength(1);
    expect(editing.store.getState().place).toEqual({ part: "about" });
    expect(await readGuideDraft(app, "fresh")).toBeUndefined();
  });

  test("given up, it counts as a guide that somebody deleted, not as one that was lost; a saved one’s draft does not", async () => {
    updateRecord((record) => noteEmptied(record, 1000));
    const giveUp = async (editing: GuideEditing) => {
      editing.change(titled("Day baker"));
      await untilKind(editing, "saved");
      editing.discard();
      await untilKind(editing, "none");
    };
    await giveUp(await open(await saveSmall()));
    expect(readRecord().lastKnown?.deleted).toBe(0);
    await giveUp(await open("fresh", { isNew: true }));
    expect(readRecord().lastKnown?.deleted).toBe(1);
    expect(await app.database.guideDrafts.count()).toBe(0);
  });

  test("an id that nothing is stored under is refused where no new guide is meant", async () => {
    await expect(tryOpen("unknown")).rejects.toThrow("guide is not on this device");
    // The lock is free again.
    expect(await tryOpen("unknown", { isNew: true })).not.toBe("elsewhere");
  });
});

describe("undo", () => {
  test("it goes back to where the change was made", async () => {
    const editing = await open(await saveSmall());
    editing.show({ part: "question", questionId: "recipe" });
    editing.change((guide) => moveQuestion(guide, "recipe", 0));
    editing.show({ part: "scale" });
    const { revision } = editing.store.getState();
    editing.undo();
    expect(idsOf(editing)).toEqual(["failed", "recipe", "apprentice"]);
    expect(editing.store.getState().place).toEqual({ part: "question", questionId: "recipe" });
    expect(editing.store.getState().revision).toBeGreaterThan(revision);
    editing.redo();
    expect(idsOf(editing)).toEqual(["recipe", "failed", "apprentice"]);
  });

  test("a removed question is shown again; where one is gone, the one in its place is shown", async () => {
    const editing = await open(await saveSmall());
    const place = { part: "question", questionId: "failed" } as const;
    editing.change((guide) => removeQuestion(guide, "failed"), { place });
    expect(editing.store.getState().place).toEqual({ part: "question", questionId: "recipe" });
    editing.undo();
    expect(editing.store.getState().place).toEqual(place);
    editing.redo();
    expect(editing.store.getState().place).toEqual({ part: "question", questionId: "recipe" });
    for (const questionId of ["recipe", "apprentice"])
      editing.change((guide) => removeQuestion(guide, questionId), {
        place: { part: "question", questionId },
      });
    expect(editing.store.getState().place).toEqual({ part: "about" });
  });
});

describe("a version", () => {
  test("it is saved tidy, follows the one before, and takes the draft away", async () => {
    const id = await saveSmall();
    const editing = await open(id);
    editing.change((guide) => insertQuestion(guide, newQuestion("blank"), null));
    editing.change(titled(" Day baker "));
    await untilKind(editing, "saved");
    const result = await editing.saveVersion();
    if (result.kind !== "saved") throw new Error("It was refused.");
    expect((await loadGuideVersion(app, result.id)).guide).toEqual({ ...smallGuide, title: "Day baker" });
    expect(await app.database.guides.get(result.id)).toMatchObject({ previousId: id, lineId: id });
    expect(await readGuideDraft(app, id)).toBeUndefined();
    expect((await loadGuideVersion(app, id)).guide).toEqual(smallGuide);
  });

  test("no write that waited brings the draft back", async () => {
    const id = await saveSmall();
    const editing = await open(id);
    editing.change(titled("Day baker"));
    await editing.saveVersion();
    editing.close();
    await untilNobodyWrites();
    expect(await readGuideDraft(app, id)).toBeUndefined();
  });

  test("what is typed while the version is written stays as a draft", async () => {
    const id = await saveSmall();
    const editing = await open(id);
    editing.change(titled("Day baker"));
    const saving = editing.saveVersion();
    editing.change(titled("Day baker, again"));
    await saving;
    await vi.waitFor(async () =>
      expect((await readGuideDraft(app, id))?.guide.title).toBe("Day baker, again"),
    );
  });

  test("so does what is typed while the draft is taken away", async () => {
    const id = await saveSmall();
    const editing = await open(id);
    editing.change(titled("Day baker"));
    await untilKind(editing, "saved");
    const remove = Reflect.get(IDBObjectStore.prototype, "delete");
    vi.spyOn(IDBObjectStore.prototype, "delete").mockImplementation(function (this: IDBObjectStore, key) {
      if (this.name === "guideDrafts") queueMicrotask(() => editing.change(titled("Day baker, again")));
      return remove.call(this, key);
    });
    await editing.saveVersion();
    editing.close();
    await untilNobodyWrites();
    await vi.waitFor(async () =>
      expect((await readGuideDraft(app, id))?.guide.title).toBe("Day baker, again"),
    );
  });

  test("one without a title is refused, with the place to go to, and the draft stays", async () => {
    const id = await saveSmall();
    const editing = await open(id);
    editing.change(titled(" "));
    await untilKind(editing, "saved");
    expect(await editing.saveVersion()).toMatchObject({ kind: "refused", refusal: { field: "title" } });
    expect(editing.store.getState().place).toEqual({ part: "about" });
    expect(await readGuideDraft(app, id)).toBeDefined();
  });
});

test("one tab edits a guide at a time; the one that takes over has all that was typed in the other", async () => {
  const id = await saveSmall();
  const first = await open(id);
  first.change(titled("Day baker"));
  expect(await tryOpen(id)).toBe("elsewhere");
  const second = await open(id, { takesOver: true });
  expect(lost).toBe(1);
  expect(guideOf(second).title).toBe("Day baker");
});

test("a tab that hung writes nothing over what another one wrote, which took the guide meanwhile", async () => {
  const id = await saveSmall();
  const first = await open(id);
  first.change(titled("before"));
  await untilKind(first, "saved");
  // The other tab takes it while this one hangs; the key is handled before the browser's word of it.
  await writeGuideDraft(app, { id, guide: titled("theirs")(smallGuide), previousId: id, updatedAt: 2000 });
  monotonicMs += 1000;
  let letGo = () => {};
  void navigator.locks.request(`interview-scorecard session ${guideLockId(id)}`, { steal: true }, () => {
    return new Promise<void>((resolve) => {
      letGo = resolve;
    });
  });
  first.change(titled("mine"));
  await vi.waitFor(() => expect(lost).toBe(1));
  await writeGuideDraft(app, { ...(await readGuideDraft(app, id))!, id: "after" });
  expect((await readGuideDraft(app, id))?.guide.title).toBe("theirs");
  letGo();
});
