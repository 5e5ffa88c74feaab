import { setImmediate } from "node:timers/promises";
import { liveQuery } from "dexie";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Guide } from "../../../src/domain/guides/guide.ts";
import type { GuideDraft } from "../../../src/domain/backups/storedRows.ts";
import { createDatabase, type Database } from "../../../src/storage/database.ts";
import {
  deleteDraft,
  deleteLineage,
  putBackLineage,
  readDraft,
  readGuide,
  readShelf,
  saveVersion,
  setArchived,
  writeDraft,
} from "../../../src/storage/guides/guides.ts";
import { deleteSession, putWholeSessions } from "../../../src/storage/session/sessions.ts";
import { hashGuide, plannedInterview, smallGuide, START } from "../../smallInterview.ts";

let database: Database;
let count = 0;

beforeEach(() => {
  database = createDatabase(`guides ${count++}`);
});

afterEach(() => database.close());

const titled = (title: string): Guide => ({ ...smallGuide, title });
const save = (title: string, previous: string | null, now: number) =>
  saveVersion(
    database,
    {
      id: hashGuide(titled(title)),
      guide: titled(title),
      previousId: previous === null ? null : hashGuide(titled(previous)),
    },
    now,
  );
const idOf = (title: string) => hashGuide(titled(title));
const read = (title: string) => readGuide(database, idOf(title));

/** Titles of a line, newest first. */
async function line(lineId: string): Promise<readonly string[]> {
  const rows = await database.guides.where("lineId").equals(lineId).toArray();
  return rows.toSorted((a, b) => (b.savedAt ?? 0) - (a.savedAt ?? 0)).map(({ guide }) => guide.title);
}

describe("versions", () => {
  test("each knows the one it was edited from, and all of them the first", async () => {
    expect(await save("a", null, 1)).toBe("added");
    expect(await save("b", "a", 2)).toBe("added");
    expect(await save("c", "b", 3)).toBe("added");
    expect(await read("a")).toMatchObject({ previousId: null, lineId: idOf("a"), savedAt: 1 });
    expect(await read("c")).toEqual({
      id: idOf("c"),
      guide: titled("c"),
      previousId: idOf("b"),
      lineId: idOf("a"),
      savedAt: 3,
    });
  });

  test("a version of a guide that ships, and so is not stored, is of that guide's line", async () => {
    await save("b", "shipped", 1);
    expect(await read("b")).toMatchObject({ previousId: idOf("shipped"), lineId: idOf("shipped") });
  });

  test("the same content is not stored twice, and its history stays as it was", async () => {
    await save("a", null, 1);
    await save("b", "a", 2);
    const before = await database.guides.toArray();
    expect(await save("b", null, 3)).toBe("here");
    expect(await save("b", "b", 4)).toBe("here");
    expect(await save("shipped", "shipped", 5)).toBe("here");
    expect(await database.guides.toArray()).toEqual(before);
  });

  test("going back to the words of an older version makes that one the newest", async () => {
    await save("a", null, 1);
    await save("b", "a", 2);
    expect(await save("a", "b", 3)).toBe("here");
    expect(await line(idOf("a"))).toEqual(["a", "b"]);
    expect(await read("a")).toMatchObject({ previousId: null });
    await save("b", "shipped", 4);
    expect(await line(idOf("a"))).toEqual(["a", "b"]);
  });

  test("going back to a guide that ships makes it the newest of its line", async () => {
    await save("b", "shipped", 1);
    await save("shipped", "b", 2);
    expect(await line(idOf("shipped"))).toEqual(["shipped", "b"]);
    expect(await read("shipped")).toMatchObject({ previousId: null, lineId: idOf("shipped") });
  });

  test("a clock that was set back does not make a new version an old one", async () => {
    await save("a", null, 100);
    await save("b", "a", 5);
    await save("c", "b", 6);
    expect(await line(idOf("a"))).toEqual(["c", "b", "a"]);
  });

  test("saving takes a guide back from the archive", async () => {
    await save("a", null, 1);
    await setArchived(database, idOf("a"), 2);
    expect((await readShelf(database)).archivedLineIds).toEqual(new Set([idOf("a")]));
    await save("b", "a", 3);
    expect((await readShelf(database)).archivedLineIds).toEqual(new Set());
    await setArchived(database, idOf("a"), 4);
    await save("a", null, 5);
    expect((await readShelf(database)).archivedLineIds).toEqual(new Set());
  });
});

describe("deleting a guide", () => {
  const draft: GuideDraft = {
    id: idOf("b"),
    guide: titled("b, changed"),
    previousId: idOf("b"),
    updatedAt: 9,
  };

  beforeEach(async () => {
    await save("a", null, 1);
    await save("b", "a", 2);
    await save("other", null, 3);
    await writeDraft(database, draft);
    await setArchived(database, idOf("a"), 4);
  });

  test("it goes with all versions, drafts and marks, and comes back with all of them", async () => {
    const before = await readShelf(database);
    const deleted = await deleteLineage(database, idOf("a"));
    expect(await readShelf(database)).toMatchObject({
      rows: [{ id: idOf("other") }],
      drafts: [],
      archivedLineIds: new Set(),
    });
    await putBackLineage(database, deleted!);
    expect(await readShelf(database)).toEqual(before);
  });

  test("one that a session holds is never deleted, be it an older version", async () => {
    const planned = plannedInterview("s1", { guideId: idOf("a") });
    await putWholeSessions(database, [{ ...planned, guide: titled("a") }]);
    const before = await readShelf(database);
    expect(before.usedIds).toEqual(new Set([idOf("a")]));
    expect(await deleteLineage(database, idOf("a"))).toBeUndefined();
    expect(await readShelf(database)).toEqual(before);
    await deleteSession(database, "s1", START);
    expect(await deleteLineage(database, idOf("a"))).toBeDefined();
  });

  test("one that was offered is offered again when it comes back", async () => {
    await setArchived(database, idOf("a"), null);
    const deleted = await deleteLineage(database, idOf("a"));
    await putBackLineage(database, deleted!);
    expect((await readShelf(database)).archivedLineIds.size).toBe(0);
  });
});

describe("drafts", () => {
  const draft: GuideDraft = { id: "d", guide: smallGuide, previousId: null, updatedAt: START };

  test("the one written last stays, also where it was written before the first was done", async () => {
    await database.open();
    void writeDraft(database, draft);
    await writeDraft(database, { ...draft, guide: titled("later"), updatedAt: START + 1 });
    expect(await readDraft(database, "d")).toEqual({
      ...draft,
      guide: titled("later"),
      updatedAt: START + 1,
    });
    await deleteDraft(database, "d");
    expect(await readDraft(database, "d")).toBeUndefined();
  });

  test("a write is begun at once and committed, so that a tab that closes next keeps it", async () => {
    await database.open();
    const commit = vi.spyOn(IDBTransaction.prototype, "commit");
    const begin = vi.spyOn(IDBDatabase.prototype, "transaction");
    const written = writeDraft(database, draft);
    expect(begin).toHaveBeenCalledWith("guideDrafts", "readwrite", { durability: "strict" });
    expect(commit).toHaveBeenCalledOnce();
    await written;
  });

  test("whoever lists the drafts sees one that is written", async () => {
    await database.open();
    const seen: number[] = [];
    const watching = liveQuery(() => readShelf(database)).subscribe(({ drafts }) => seen.push(drafts.length));
    await vi.waitFor(() => expect(seen).toEqual([0]));
    await writeDraft(database, draft);
    await vi.waitFor(() => expect(seen).toEqual([0, 1]));
    watching.unsubscribe();
  });

  test("a write that fails says so, and leaves the draft that was there", async () => {
    await database.open();
    await writeDraft(database, draft);
    vi.spyOn(IDBObjectStore.prototype, "put").mockImplementationOnce(function abort(this: IDBObjectStore) {
      this.transaction.abort();
      return {} as IDBRequest<IDBValidKey>;
    });
    vi.spyOn(IDBTransaction.prototype, "commit").mockImplementationOnce(() => {});
    await expect(writeDraft(database, { ...draft, guide: titled("later") })).rejects.toThrow("aborted");
    expect(await readDraft(database, "d")).toEqual(draft);
  });

  test("a database that was closed is opened for it", async () => {
    await writeDraft(database, draft);
    database.close();
    await writeDraft(database, { ...draft, updatedAt: START + 1 });
    expect(await readDraft(database, "d")).toMatchObject({ updatedAt: START + 1 });
  });
});

test("a draft that comes while the database is being made waits for it, and is kept", async () => {
  const opening = database.open();
  // Dexie calls it open as soon as its stores are being made.
  while (!database.isOpen()) await setImmediate();
  const draft: GuideDraft = { id: "d1", guide: smallGuide, previousId: null, updatedAt: START };
  await writeDraft(database, draft);
  expect(await readDraft(database, "d1")).toEqual(draft);
  await opening;
});
