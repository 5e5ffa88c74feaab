import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { AppParts } from "../../../src/state/app/appContext.ts";
import { deleteCandidates } from "../../../src/state/candidates/candidates.ts";
import {
  acceptCopy,
  askForFolder,
  forgetFolder,
  listCopies,
  makeCopyNow,
  makeDueCopy,
  pickFolder,
  readCopy,
  replaceCopies,
  startEmpty,
} from "../../../src/state/backups/autoBackups.ts";
import { readCopyState } from "../../../src/state/backups/copyState.ts";
import { deleteGuide } from "../../../src/state/guides/guideLineages.ts";
import { discardGuideDraft, dropSavedDraft, saveGuideVersion } from "../../../src/state/guides/guides.ts";
import { removeSession } from "../../../src/state/session/library.ts";
import { noteStored } from "../../../src/state/backups/storedAmount.ts";
import { didVanish } from "../../../src/state/backups/dataLoss.ts";
import {
  forgetStale,
  isAnyStale,
  isStale,
  markStale,
  markUncopied,
  readWitness,
  uncopiedSince,
} from "../../../src/state/backups/lastKnownAmount.ts";
import { readCandidates } from "../../../src/storage/candidates/candidates.ts";
import { copyToName, nameToCopy } from "../../../src/storage/backups/copyFiles.ts";
import { createDatabase } from "../../../src/storage/database.ts";
import { readExportsLeft } from "../../../src/storage/exports/exportLog.ts";
import { writeDraft } from "../../../src/storage/guides/guides.ts";
import { putWholeSessions } from "../../../src/storage/session/sessions.ts";
import { plannedInterview, smallGuide, START } from "../../smallInterview.ts";
import { fakeDirectory, type FakeDirectory } from "../../storage/fakeDirectory.ts";
import { createLocks } from "../fakeLocks.ts";
import { fakeStorage, type FakeStorage } from "../fakeStorage.ts";
import { FakeWorker } from "../fakeWorkers.ts";

/** The folder that is picked. A fake one can't be kept in a database. */
const kept = vi.hoisted(() => ({ folder: undefined as FileSystemDirectoryHandle | undefined }));
vi.mock(import("../../../src/storage/backups/copyFolder.ts"), async (original) => ({
  ...(await original()),
  loadCopyFolder: () => Promise.resolve(kept.folder),
  keepCopyFolder: (folder) => {
    kept.folder = folder ?? undefined;
    return Promise.resolve();
  },
  loadCopyWriter: () => Promise.resolve("me"),
}));

const OTHERS = "interview-scorecard copy 2026-01-01T00-00-00.000Z 60+0+0 by other.json.gz";
const OLD = "interview-scorecard copy 2026-01-02T00-00-00.000Z 60+0.json.gz";

let app: AppParts;
let count = 0;
let now: number;
let own: FakeDirectory;
let folder: FakeDirectory;
let permission: PermissionState;
let storage: FakeStorage;

beforeEach(() => {
  now = START;
  permission = "granted";
  storage = fakeStorage();
  own = fakeDirectory();
  folder = fakeDirectory();
  kept.folder = undefined;
  vi.stubGlobal("localStorage", storage);
  vi.stubGlobal("Worker", FakeWorker);
  vi.stubGlobal("navigator", { locks: createLocks(), storage: privateFilesOf(own) });
  app = newApp();
});

afterEach(() => {
  app.database.close();
  vi.unstubAllGlobals();
});

function newApp(): AppParts {
  return {
    database: createDatabase(`copies ${count++}`),
    clock: { now: () => (now += 1000), monotonic: () => 0 },
    newId: () => `id${count++}`,
    appName: "Test 1",
  };
}

/** The database is gone, and what lies outside of it is not. */
function vanish(): void {
  app.database.close();
  app = newApp();
}

function privateFilesOf({ handle }: FakeDirectory) {
  return { getDirectory: () => Promise.resolve({ getDirectoryHandle: () => Promise.resolve(handle) }) };
}

function folderNamed(name: string, { handle }: FakeDirectory = folder): FileSystemDirectoryHandle {
  return Object.assign(handle, { name, queryPermission: () => Promise.resolve(permission) });
}

async function addSessions(from: number, to: number): Promise<void> {
  const ids = Array.from({ length: to - from }, (_, at) => `s${from + at}`);
  await putWholeSessions(
    app.database,
    ids.map((id) => plannedInterview(id, { candidate: `Candidate ${id}` })),
  );
  await noteStored(app);
  markUncopied(now);
}

/** Puts a copy that another browser made into the folder, with nothing in it. */
async function putThere(name: string): Promise<void> {
  await folder.handle.getFileHandle(name, { create: true });
}

function amounts({ names }: FakeDirectory) {
  return names()
    .flatMap((name) => nameToCopy(name) ?? [])
    .map(({ sessions, isBeside }) => [sessions, isBeside ? "beside" : "good"]);
}

const leftForms = async () => (await readExportsLeft(app.database)).map(({ form }) => form);

describe("a mark that copies are to be replaced, left from a database that vanished", () => {
  beforeEach(async () => {
    kept.folder = folderNamed("Scorecards");
    await addSessions(0, 6);
    await makeCopyNow(app);
    markStale();
    vanish();
    startEmpty(app);
  });

  test("removes no good copy: the empty one stands beside, the mark stays, and it is said", async () => {
    await makeDueCopy(app);
    await addSessions(10, 11);
    await makeDueCopy(app);
    for (const place of [own, folder])
      expect(amounts(place)).toEqual([
        [6, "good"],
        [1, "beside"],
      ]);
    expect([isStale("private"), isStale("folder")]).toEqual([true, true]);
    expect(readCopyState()).toMatchObject({ isBeside: true, problem: null });
    expect(await replaceCopies(app)).toEqual({ isBeside: true, leftIn: "Scorecards" });
    expect(amounts(own)).toContainEqual([6, "good"]);
  });

  test("is followed once somebody says that what is left is all there is", async () => {
    await addSessions(10, 11);
    await makeDueCopy(app);
    await acceptCopy(app);
    for (const place of [own, folder]) expect(amounts(place)).toEqual([[1, "good"]]);
    expect(isAnyStale()).toBe(false);
    expect(readCopyState().isBeside).toBe(false);
  });
});

describe("a folder that another browser copies into as well", () => {
  beforeEach(async () => {
    kept.folder = folderNamed("Shared");
    await putThere(OTHERS);
    await putThere(OLD);
    await addSessions(0, 2);
  });

  test("keeps the other’s copies, whatever is deleted or replaced here, and says that they are there", async () => {
    await makeCopyNow(app);
    const { candidates } = await readCandidates(app.database);
    const [first] = candidates;
    expect(
      await deleteCandidates(app, [{ candidate: first!, parts: first!.parts }], "On request."),
    ).toMatchObject({ kind: "done", deletedCount: 1, copyProblem: null });
    expect(folder.names()).toEqual(expect.arrayContaining([OTHERS, OLD]));
    expect(amounts(folder)).toHaveLength(3);
    expect(amounts(folder)).toContainEqual([1, "good"]);
    expect(amounts(own)).toEqual([[1, "good"]]);
    expect(await leftForms()).toEqual(["Copies of another browser in the folder “Shared”"]);
    expect(await replaceCopies(app)).toEqual({ isBeside: false, leftIn: "Shared" });
    expect(folder.names()).toEqual(expect.arrayContaining([OTHERS, OLD]));
    expect(await leftForms()).toHaveLength(1);
  });

  test("has none of the other’s pruned by ours, and ours are not held against theirs", async () => {
    for (let round = 0; round < 4; round++) await makeCopyNow(app);
    expect(folder.names()).toEqual(expect.arrayContaining([OTHERS, OLD]));
    expect(amounts(folder).filter(([sessions]) => sessions === 2)).toEqual([
      [2, "good"],
      [2, "good"],
    ]);
  });
});

test("copies of the earlier form in the browser’s own files are this browser’s, and go with the others", async () => {
  await own.handle.getFileHandle(OLD.replace("60", "2"), { create: true });
  await addSessions(0, 2);
  expect(await replaceCopies(app)).toEqual({ isBeside: false, leftIn: null });
  expect(amounts(own)).toEqual([[2, "good"]]);
  expect(await listCopies()).toHaveLength(1);
});

describe("a folder that the browser wants to be asked for again", () => {
  beforeEach(async () => {
    kept.folder = folderNamed("Scorecards");
    await addSessions(0, 3);
    await makeCopyNow(app);
    permission = "prompt";
  });

  test.each([true, false])(
    "is told of once where its copies hold somebody who is deleted, and is replaced when it may be (own files: %s)",
    async (hasOwn) => {
      if (!hasOwn) vi.stubGlobal("navigator", { locks: createLocks() });
      // As a tab that was killed leaves it, or a restore that removed somebody.
      markStale();
      await app.database.sessions.delete("s0");
      await app.database.tombstones.put({ id: "s0", deletedAt: now, reason: "" });
      await makeDueCopy(app);
      await makeDueCopy(app);
      markUncopied(now);
      await makeDueCopy(app);
      expect([isStale("private"), isStale("folder")]).toEqual([false, true]);
      expect(await leftForms()).toEqual(["Older copies in the folder “Scorecards”"]);
      expect(readCopyState()).toMatchObject({ isFolderLapsed: true, isPrivate: hasOwn, folderProblem: null });
      expect(amounts(folder)).toEqual([[3, "good"]]);

      permission = "granted";
      await makeDueCopy(app);
      expect(amounts(folder)).toEqual([[2, "good"]]);
      expect(isAnyStale()).toBe(false);
      expect(readCopyState().isFolderLapsed).toBe(false);
    },
  );

  test("is told of as well where a candidate is deleted, and after a further deletion again", async () => {
    for (const expected of [1, 2]) {
      const { candidates } = await readCandidates(app.database);
      const [first] = candidates;
      await deleteCandidates(app, [{ candidate: first!, parts: first!.parts }], "On request.");
      expect(await leftForms()).toHaveLength(expected);
    }
    expect(isStale("folder")).toBe(true);
  });

  test("is told of before another is taken in its place, or none", async () => {
    markStale();
    const next = fakeDirectory();
    permission = "granted";
    const showDirectoryPicker = () => Promise.resolve(folderNamed("Next", next));
    vi.stubGlobal("window", { showDirectoryPicker });
    expect(await pickFolder(app)).toBe(true);
    expect(await leftForms()).toEqual(["Older copies in the folder “Scorecards”"]);
    expect(amounts(next)).toEqual([[3, "good"]]);
    expect(isAnyStale()).toBe(false);
    markStale();
    await forgetFolder(app);
    expect(await leftForms()).toContain("Older copies in the folder “Next”");
    expect([isStale("folder"), kept.folder]).toEqual([false, undefined]);
  });
});

test("what was deleted since the folder’s last copy is counted for the folder, though the browser’s own are newer", async () => {
  kept.folder = folderNamed("Scorecards");
  await addSessions(0, 6);
  await makeCopyNow(app);
  permission = "prompt";
  for (const id of ["s0", "s1", "s2", "s3"]) {
    const candidate = (await readCandidates(app.database)).candidates.find(({ name }) => name.endsWith(id))!;
    await deleteCandidates(app, [{ candidate, parts: candidate.parts }], "On request.");
  }
  permission = "granted";
  await makeDueCopy(app);
  expect(amounts(folder)).toEqual([[2, "good"]]);
});

test("a folder that can’t be written into is named, the copy in the browser’s own files is made, and the mark stays", async () => {
  kept.folder = folderNamed("Gone");
  const gone = () => Promise.reject(new DOMException("It was unplugged.", "NotFoundError"));
  Object.assign(folder.handle, { getFileHandle: gone });
  await addSessions(0, 2);
  markStale();
  await makeDueCopy(app);
  expect(amounts(own)).toEqual([[2, "good"]]);
  expect(readCopyState()).toMatchObject({ problem: null, folderProblem: "It was unplugged." });
  expect([isStale("private"), isStale("folder")]).toEqual([false, true]);
  expect(await leftForms()).toEqual(["Older copies in the folder “Gone”"]);
});

test("what is too long to be read again is left out of a copy, which is made; how much it is is said, and no name", async () => {
  await addSessions(0, 2);
  const { session, ...whole } = plannedInterview("long");
  const summary = "x".repeat(20_000_000);
  await putWholeSessions(app.database, [
    { ...whole, session: { ...session, candidate: "Zuberi Quist", summary } },
  ]);
  await makeCopyNow(app);
  expect(amounts(own)).toEqual([[2, "good"]]);
  expect(readCopyState()).toMatchObject({ problem: null, leftOutCount: 1 });
  expect(JSON.stringify(readCopyState())).not.toContain("Zuberi");
  await removeSession(app, "long");
  await makeCopyNow(app);
  expect(readCopyState()).toMatchObject({ problem: null, leftOutCount: 0 });
});

test("where no copy can be made, all others stay, what is to be copied is still known, and it is said", async () => {
  await addSessions(0, 2);
  await makeCopyNow(app);
  markStale();
  markUncopied(7);
  own.room = 10;
  await makeDueCopy(app);
  expect(amounts(own)).toEqual([[2, "good"]]);
  expect([isStale("private"), uncopiedSince()]).toEqual([true, 7]);
  expect(readCopyState().problem).toContain("no room");
  await expect(makeCopyNow(app)).rejects.toThrow("no room");
  expect(uncopiedSince()).toBe(7);
});

test("where there is no place for a copy, what is to be copied is still known", async () => {
  vi.stubGlobal("navigator", { locks: createLocks() });
  markUncopied(7);
  await makeDueCopy(app);
  expect(readCopyState()).toMatchObject({ isPrivate: false, madeAt: null });
  expect(uncopiedSince()).toBe(7);
});

test("a candidate whose copies could not be replaced, since the new one holds much less, is told of as such", async () => {
  await addSessions(0, 6);
  await makeCopyNow(app);
  vanish();
  await addSessions(0, 2);
  const [candidate] = (await readCandidates(app.database)).candidates;
  expect(
    await deleteCandidates(app, [{ candidate: candidate!, parts: candidate!.parts }], "On request."),
  ).toMatchObject({
    copyProblem: expect.stringContaining("stands beside them") as string,
  });
  expect(isStale("private")).toBe(true);
});

test("nothing is due where everything is copied", async () => {
  await addSessions(0, 1);
  await makeDueCopy(app);
  await makeDueCopy(app);
  expect(amounts(own)).toHaveLength(1);
});

test("where localStorage throws, copies are made all the same", async () => {
  storage.failure = new DOMException("Its data is blocked.", "SecurityError");
  await addSessions(0, 1);
  await makeDueCopy(app);
  expect(amounts(own)).toEqual([[1, "good"]]);
  expect(uncopiedSince()).toBeNull();
  forgetStale("private");
});

describe("what tells that a database vanished", () => {
  test("a database that is empty under a tab is none that was emptied by hand", async () => {
    await addSessions(0, 6);
    vanish();
    await noteStored(app);
    expect(readWitness()).toMatchObject({ sessions: 6, deleted: 0 });
    expect(await didVanish()).toBe(true);
  });

  test("what is missing was not deleted by hand, so a small copy stands beside", async () => {
    await addSessions(0, 6);
    await makeCopyNow(app);
    vanish();
    await addSessions(5, 6);
    expect(readWitness()).toMatchObject({ sessions: 1, deleted: 0 });
    await makeDueCopy(app);
    expect(amounts(own)).toEqual([
      [6, "good"],
      [1, "beside"],
    ]);
  });

  test("who deletes everything is not told that it vanished, and the next copy follows", async () => {
    await addSessions(0, 3);
    await makeCopyNow(app);
    for (const id of ["s0", "s1", "s2"]) await removeSession(app, id);
    await removeSession(app, "s2");
    expect(readWitness()).toMatchObject({ sessions: 0, deleted: 3 });
    expect(await didVanish()).toBe(false);
    await makeCopyNow(app);
    expect(amounts(own)).toContainEqual([0, "good"]);
    expect(readWitness()).toMatchObject({ deleted: 0 });
  });

  test("guides and drafts of somebody’s own count as sessions do", async () => {
    const first = await saveGuideVersion(app, smallGuide, null);
    await saveGuideVersion(app, { ...smallGuide, title: "Day baker" }, first.id);
    await writeDraft(app.database, { id: "d", guide: smallGuide, previousId: null, updatedAt: now });
    await noteStored(app);
    await makeCopyNow(app);
    expect((await listCopies())?.[0]?.copy).toMatchObject({ sessions: 0, guides: 2 });
    const saved = app;
    app = newApp();
    await noteStored(app);
    expect(await didVanish()).toBe(true);
    await makeCopyNow(app);
    expect(own.names().filter((name) => nameToCopy(name)?.isBeside)).toHaveLength(1);
    await acceptCopy(saved);

    await discardGuideDraft(saved, "d");
    await dropSavedDraft(saved, "d");
    await deleteGuide(saved, first.id);
    expect(readWitness()).toMatchObject({ guides: 0, deleted: 2 });
    expect(await didVanish()).toBe(false);
    saved.database.close();
  });

  test("what was noted before guides were counted is still read", async () => {
    storage.setItem(
      "interview-scorecard stored",
      JSON.stringify({ sessions: 2, panels: 1, submitted: 0, at: now, deleted: 0 }),
    );
    expect(readWitness()).toMatchObject({ sessions: 2, guides: 0 });
    storage.setItem("interview-scorecard stored", '"nothing"');
    expect(readWitness()).toBeNull();
    storage.setItem("interview-scorecard stored", "{");
    expect(readWitness()).toBeNull();
    const copy = { madeAt: now, sessions: 0, panels: 0, guides: 3, writer: "me", isBeside: false };
    await own.handle.getFileHandle(copyToName(copy), { create: true });
    expect(await didVanish()).toBe(true);
  });
});

describe("a folder of one’s own", () => {
  test("nothing changes where the choice of one is called off, and another reason is said", async () => {
    let reason = new DOMException("It was called off.", "AbortError");
    vi.stubGlobal("window", { showDirectoryPicker: () => Promise.reject(reason) });
    expect(await pickFolder(app)).toBe(false);
    expect(kept.folder).toBeUndefined();
    reason = new DOMException("It may not be picked.", "SecurityError");
    await expect(pickFolder(app)).rejects.toThrow("It may not be picked.");
  });

  test("is written into again once the browser was asked and allows it", async () => {
    await addSessions(0, 2);
    expect(await askForFolder(app)).toBe(false);
    let answer: PermissionState = "denied";
    permission = "prompt";
    kept.folder = Object.assign(folderNamed("Scorecards"), {
      requestPermission: () => Promise.resolve((permission = answer)),
    });
    expect(await askForFolder(app)).toBe(false);
    expect(amounts(folder)).toEqual([]);
    answer = "granted";
    expect(await askForFolder(app)).toBe(true);
    expect(amounts(folder)).toEqual([[2, "good"]]);
  });

  test("alone, and it can’t be written into: it is said, and what is to be copied is still known", async () => {
    vi.stubGlobal("navigator", { locks: createLocks() });
    kept.folder = folderNamed("Gone");
    const gone = () => Promise.reject(new DOMException("It was unplugged.", "NotFoundError"));
    Object.assign(folder.handle, { getFileHandle: gone });
    await addSessions(0, 2);
    await makeDueCopy(app);
    expect(readCopyState().problem).toBe("It was unplugged.");
    expect(uncopiedSince()).not.toBeNull();
  });
});

test("a copy can be read as long as it is there, and where the browser gives its files out", async () => {
  await addSessions(0, 2);
  await makeCopyNow(app);
  const [file] = (await listCopies()) ?? [];
  expect((await readCopy(file!.copy)).size).toBe(file!.size);
  vi.stubGlobal("navigator", { locks: createLocks() });
  await expect(readCopy(file!.copy)).rejects.toThrow("does not give its files out");
});

test("one tab makes a copy at a time: another leaves it at that", async () => {
  await addSessions(0, 2);
  const asked = vi.spyOn(FakeWorker.prototype, "postMessage");
  await Promise.all([makeDueCopy(app), makeDueCopy(app)]);
  // For the backup, and for the copy of it.
  expect(asked).toHaveBeenCalledTimes(2);
  expect(amounts(own)).toEqual([[2, "good"]]);
});

test("where the browser has no locks, and so no files of the app’s own, no copy is left to be replaced", async () => {
  vi.stubGlobal("navigator", {});
  expect(await replaceCopies(app)).toEqual({ isBeside: false, leftIn: null });
});

test("a copy that was asked for and failed is due from then on", async () => {
  await addSessions(0, 2);
  await makeCopyNow(app);
  expect(uncopiedSince()).toBeNull();
  own.room = 10;
  await expect(makeCopyNow(app)).rejects.toThrow(Error);
  expect(uncopiedSince()).toBeGreaterThan(START);
});
