import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { AppParts } from "../../../src/state/app/appContext.ts";
import { deleteCandidates } from "../../../src/state/candidates/candidates.ts";
import {
  acceptQuarantined,
  askForFolder,
  forgetFolder,
  lookForBuried,
  backUpNow,
  makeDueBackup,
  backUpIntoPicked,
  readAutoBackup,
  replaceAutoBackups,
  startEmpty,
} from "../../../src/state/backups/autoBackups.ts";
import { noteStored } from "../../../src/state/backups/storedNoting.ts";
import { noteDeletedForGood, readRecord, updateRecord } from "../../../src/state/backups/backupRecord.ts";
import { isDataLost } from "../../../src/state/backups/dataLoss.ts";
import { isDue, mustReplaceIn, noteChange } from "../../../src/domain/backups/backupRecord.ts";
import { deleteGuide } from "../../../src/state/guides/guideLineages.ts";
import { discardGuideDraft } from "../../../src/state/guides/guideDrafts.ts";
import { saveGuideVersion } from "../../../src/state/guides/guides.ts";
import { removeSession } from "../../../src/state/session/removal.ts";
import { deleteParts, readCandidates } from "../../../src/storage/candidates/candidates.ts";
import {
  autoBackupToName,
  listAutoBackupFiles,
  listAutoBackups,
  nameToAutoBackup,
} from "../../../src/storage/backups/autoBackupFiles.ts";
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
vi.mock(import("../../../src/storage/backups/backupFolder.ts"), async (original) => ({
  ...(await original()),
  loadBackupFolder: () => Promise.resolve(kept.folder),
  keepBackupFolder: (folder) => {
    kept.folder = folder ?? undefined;
    return Promise.resolve();
  },
  loadBackupWriter: () => Promise.resolve("me"),
}));

/** What is said of a folder that is not there any more. */
const GONE = "The folder can’t be reached. Choose it again, or stop using it.";

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
    database: createDatabase(`auto backups ${count++}`),
    clock: { now: () => (now += 1000), monotonic: () => 0 },
    newId: () => `id${count++}`,
    appName: "Test 1",
  };
}

/** The database is gone, and what lies outside of it is not. */
function loseDatabase(): void {
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
  noteSomeChange();
}

/** Puts a file there that bears the name of a backup. */
async function putThere({ handle }: FakeDirectory, name: string, content = "a backup"): Promise<void> {
  const file = await handle.getFileHandle(name, { create: true });
  await new Blob([content]).stream().pipeTo(await file.createWritable());
}

function amounts({ names }: FakeDirectory) {
  return names()
    .flatMap((name) => nameToAutoBackup(name) ?? [])
    .map(({ sessions, isQuarantined }) => [sessions, isQuarantined ? "quarantined" : "good"]);
}

const noteSomeChange = () => updateRecord((record) => noteChange(record, now));
const mustReplace = (place: "private" | "folder") => mustReplaceIn(readRecord(), place);
const isDueHere = () => isDue(readRecord());
const leftForms = async () => (await readExportsLeft(app.database)).map(({ form }) => form);

describe("a mark that backups are to be replaced, left from a database that was lost", () => {
  beforeEach(async () => {
    kept.folder = folderNamed("Scorecards");
    await addSessions(0, 6);
    await backUpNow(app);
    noteDeletedForGood(app);
    loseDatabase();
    startEmpty(app);
  });

  test("removes no good backup: the empty one is quarantined, the mark stays, and it is said", async () => {
    await makeDueBackup(app, false);
    await addSessions(10, 11);
    await makeDueBackup(app, false);
    for (const place of [own, folder])
      expect(amounts(place)).toEqual([
        [6, "good"],
        [1, "quarantined"],
      ]);
    expect([mustReplace("private"), mustReplace("folder")]).toEqual([true, true]);
    expect(readRecord().status).toMatchObject({ isQuarantined: true, problem: null });
    expect(await replaceAutoBackups(app)).toEqual({ isQuarantined: true, leftIn: "Scorecards" });
    expect(amounts(own)).toContainEqual([6, "good"]);
  });

  test("is followed once somebody says that what is left is all there is", async () => {
    await addSessions(10, 11);
    await makeDueBackup(app, false);
    await acceptQuarantined(app);
    for (const place of [own, folder]) expect(amounts(place)).toEqual([[1, "good"]]);
    expect(mustReplaceIn(readRecord())).toBe(false);
    expect(readRecord().status.isQuarantined).toBe(false);
  });
});

test("backups of a clock that ran ahead do not crowd out those that are made when it is right again", async () => {
  const right = now;
  for (let day = 0; day < 8; day++) {
    now = right + (400 + day) * 86_400_000;
    await addSessions(day, day + 1);
    await backUpNow(app);
  }
  now = right;
  await addSessions(8, 9);
  await backUpNow(app);
  expect(amounts(own)).toContainEqual([9, "good"]);
});

test("what was deleted since a backup of a clock that ran ahead is not counted as lost", async () => {
  const right = now;
  now = right + 400 * 86_400_000;
  await addSessions(0, 8);
  await backUpNow(app);
  now = right;
  for (const id of ["s0", "s1", "s2", "s3", "s4", "s5"]) {
    await removeSession(app, id);
    await backUpNow(app);
  }
  expect(amounts(own)).toContainEqual([2, "good"]);
});

describe("a folder that another browser backups into as well", () => {
  beforeEach(async () => {
    kept.folder = folderNamed("Shared");
    await putThere(folder, OTHERS);
    await putThere(folder, OLD);
    await addSessions(0, 2);
  });

  test("keeps the other’s backups, whatever is deleted or replaced here, and says that they are there", async () => {
    await backUpNow(app);
    const { candidates } = await readCandidates(app.database);
    const [first] = candidates;
    expect(
      await deleteCandidates(app, [{ candidate: first!, parts: first!.parts }], "On request."),
    ).toMatchObject({ kind: "done", deletedCount: 1, copyProblem: null });
    expect(folder.names()).toEqual(expect.arrayContaining([OTHERS, OLD]));
    expect(amounts(folder)).toHaveLength(3);
    expect(amounts(folder)).toContainEqual([1, "good"]);
    expect(amounts(own)).toEqual([[1, "good"]]);
    expect(await leftForms()).toEqual(["Automatic backups of another browser in the folder “Shared”"]);
    expect(await replaceAutoBackups(app)).toEqual({ isQuarantined: false, leftIn: "Shared" });
    expect(folder.names()).toEqual(expect.arrayContaining([OTHERS, OLD]));
    expect(await leftForms()).toHaveLength(1);
  });

  test("has none of the other’s pruned by ours, and ours are not held against theirs", async () => {
    for (let round = 0; round < 4; round++) await backUpNow(app);
    expect(folder.names()).toEqual(expect.arrayContaining([OTHERS, OLD]));
    expect(amounts(folder).filter(([sessions]) => sessions === 2)).toEqual([
      [2, "good"],
      [2, "good"],
    ]);
  });
});

test("backups of the earlier form in the browser’s own files are this browser’s, and go with the others", async () => {
  await putThere(own, OLD.replace("60", "2"));
  await addSessions(0, 2);
  expect(await replaceAutoBackups(app)).toEqual({ isQuarantined: false, leftIn: null });
  expect(amounts(own)).toEqual([[2, "good"]]);
  expect(await listAutoBackups()).toHaveLength(1);
});

describe("a folder that the browser wants to be asked for again", () => {
  beforeEach(async () => {
    kept.folder = folderNamed("Scorecards");
    await addSessions(0, 3);
    await backUpNow(app);
    permission = "prompt";
  });

  test.each([true, false])(
    "is told of once where its backups hold somebody who is deleted, and is replaced when it may be (own files: %s)",
    async (hasOwn) => {
      if (!hasOwn) vi.stubGlobal("navigator", { locks: createLocks() });
      // As a tab that was killed leaves it, or a restore that removed somebody.
      noteDeletedForGood(app);
      await app.database.sessions.delete("s0");
      await app.database.tombstones.put({ id: "s0", deletedAt: now, reason: "" });
      await makeDueBackup(app, false);
      await makeDueBackup(app, false);
      noteSomeChange();
      await makeDueBackup(app, false);
      expect([mustReplace("private"), mustReplace("folder")]).toEqual([false, true]);
      expect(await leftForms()).toEqual(["Older automatic backups in the folder “Scorecards”"]);
      expect(readRecord().status).toMatchObject({
        isFolderLapsed: true,
        isPrivate: hasOwn,
        folderProblem: null,
      });
      expect(amounts(folder)).toEqual([[3, "good"]]);

      permission = "granted";
      await makeDueBackup(app, false);
      expect(amounts(folder)).toEqual([[2, "good"]]);
      expect(mustReplaceIn(readRecord())).toBe(false);
      expect(readRecord().status.isFolderLapsed).toBe(false);
    },
  );

  test("is told of as well where a candidate is deleted, and after a further deletion again", async () => {
    for (const expected of [1, 2]) {
      const { candidates } = await readCandidates(app.database);
      const [first] = candidates;
      await deleteCandidates(app, [{ candidate: first!, parts: first!.parts }], "On request.");
      expect(await leftForms()).toHaveLength(expected);
    }
    expect(mustReplace("folder")).toBe(true);
  });

  test("is told of before another is taken in its place, or none", async () => {
    noteDeletedForGood(app);
    const next = fakeDirectory();
    permission = "granted";
    await backUpIntoPicked(app, folderNamed("Next", next));
    expect(await leftForms()).toEqual(["Older automatic backups in the folder “Scorecards”"]);
    expect(amounts(next)).toEqual([[3, "good"]]);
    expect(mustReplaceIn(readRecord())).toBe(false);
    noteDeletedForGood(app);
    await forgetFolder(app);
    expect(await leftForms()).toContain("Older automatic backups in the folder “Next”");
    expect([mustReplace("folder"), kept.folder]).toEqual([false, undefined]);
  });
});

test("what was deleted since the folder’s last backup is counted for the folder, though the browser’s own are newer", async () => {
  kept.folder = folderNamed("Scorecards");
  await addSessions(0, 6);
  await backUpNow(app);
  permission = "prompt";
  for (const id of ["s0", "s1", "s2", "s3"]) {
    const candidate = (await readCandidates(app.database)).candidates.find(({ name }) => name.endsWith(id))!;
    await deleteCandidates(app, [{ candidate, parts: candidate.parts }], "On request.");
  }
  permission = "granted";
  await makeDueBackup(app, false);
  expect(amounts(folder)).toEqual([[2, "good"]]);
});

test("a folder that can’t be written into is named, the backup in the browser’s own files is made, and the mark stays", async () => {
  kept.folder = folderNamed("Gone");
  const gone = () => Promise.reject(new DOMException("It was unplugged.", "NotFoundError"));
  Object.assign(folder.handle, { getFileHandle: gone });
  await addSessions(0, 2);
  noteDeletedForGood(app);
  await makeDueBackup(app, false);
  expect(amounts(own)).toEqual([[2, "good"]]);
  expect(readRecord().status).toMatchObject({ problem: null, folderProblem: GONE });
  expect([mustReplace("private"), mustReplace("folder")]).toEqual([false, true]);
  expect(await leftForms()).toEqual(["Older automatic backups in the folder “Gone”"]);
});

test("what is too long to be read again is left out of a backup, which is made; how much it is is said, and no name", async () => {
  await addSessions(0, 2);
  const { session, ...whole } = plannedInterview("long");
  const summary = "x".repeat(20_000_000);
  await putWholeSessions(app.database, [
    { ...whole, session: { ...session, candidate: "Zuberi Quist", summary } },
  ]);
  await backUpNow(app);
  expect(amounts(own)).toEqual([[2, "good"]]);
  expect(readRecord().status).toMatchObject({ problem: null, leftOutCount: 1 });
  expect(JSON.stringify(readRecord().status)).not.toContain("Zuberi");
  await removeSession(app, "long");
  await backUpNow(app);
  expect(readRecord().status).toMatchObject({ problem: null, leftOutCount: 0 });
});

test("where the browser has no room left, the backup still goes into the folder", async () => {
  kept.folder = folderNamed("Scorecards");
  await addSessions(0, 2);
  own.room = 10;
  await makeDueBackup(app, false);
  expect([amounts(own), amounts(folder)]).toEqual([[], [[2, "good"]]]);
  expect(readRecord().status.problem).toContain("no room");
  noteDeletedForGood(app);
  await expect(replaceAutoBackups(app)).rejects.toThrow("no room");
  expect([mustReplace("private"), mustReplace("folder"), isDueHere()]).toEqual([true, false, true]);
  folder.room = 10;
  await expect(backUpNow(app)).rejects.toThrow("no room");
  expect(amounts(folder)).toEqual([[2, "good"]]);
});

test("where no backup can be made, all others stay, what is to be copied is still known, and it is said", async () => {
  await addSessions(0, 2);
  await backUpNow(app);
  noteDeletedForGood(app);
  noteSomeChange();
  own.room = 10;
  await makeDueBackup(app, false);
  expect(amounts(own)).toEqual([[2, "good"]]);
  expect([mustReplace("private"), isDueHere()]).toEqual([true, true]);
  expect(readRecord().status.problem).toContain("no room");
  await expect(backUpNow(app)).rejects.toThrow("no room");
  expect(isDueHere()).toBe(true);
});

test("where there is no place for a backup, what is to be copied is still known", async () => {
  vi.stubGlobal("navigator", { locks: createLocks() });
  noteSomeChange();
  await makeDueBackup(app, false);
  expect(readRecord().status).toMatchObject({ isPrivate: false, madeAt: null });
  expect(await backUpNow(app)).toBe(false);
  expect(isDueHere()).toBe(true);
});

test("a candidate whose backups could not be replaced, since the new one holds much less, is told of as such", async () => {
  await addSessions(0, 6);
  await backUpNow(app);
  loseDatabase();
  await addSessions(0, 2);
  const [candidate] = (await readCandidates(app.database)).candidates;
  expect(
    await deleteCandidates(app, [{ candidate: candidate!, parts: candidate!.parts }], "On request."),
  ).toMatchObject({
    copyProblem: expect.stringContaining("does not replace them") as string,
  });
  expect(mustReplace("private")).toBe(true);
});

test("nothing is due where everything is copied", async () => {
  await addSessions(0, 1);
  await makeDueBackup(app, false);
  await makeDueBackup(app, false);
  expect(amounts(own)).toHaveLength(1);
});

test("where localStorage throws, backups are made all the same", async () => {
  storage.failure = new DOMException("Its data is blocked.", "SecurityError");
  await addSessions(0, 1);
  await makeDueBackup(app, false);
  expect(amounts(own)).toEqual([[1, "good"]]);
  expect(isDueHere()).toBe(false);
});

describe("a file of 0 bytes, as a full disk leaves it", () => {
  const sizes = async () => (await listAutoBackupFiles(folder.handle)).map(({ size }) => size > 0);

  beforeEach(async () => {
    kept.folder = folderNamed("Scorecards");
    await addSessions(0, 6);
    await backUpNow(app);
    await backUpNow(app);
  });

  test("is no backup in the folder and displaces none, however often the disk is full", async () => {
    const good = folder.names();
    folder.room = 0;
    for (let round = 0; round < 3; round++) await backUpNow(app);
    expect(folder.names()).toEqual(good);
    expect(readRecord().status.folderProblem).toContain("no room left");
    folder.room = Infinity;
    await backUpNow(app);
    expect(await sizes()).toEqual([true, true]);
    expect(readRecord().status.folderProblem).toBeNull();
  });

  test("is taken away by the next backup where a killed browser left it, but not one that another may be writing", async () => {
    const left = autoBackupToName({
      madeAt: 1,
      sessions: 6,
      panels: 0,
      guides: 0,
      writer: "me",
      isQuarantined: false,
    });
    for (const place of [own, folder]) await putThere(place, left, "");
    await putThere(folder, OTHERS, "");
    await backUpNow(app);
    expect(folder.names()).toContain(OTHERS);
    for (const place of [own, folder]) expect(place.names()).not.toContain(left);
    expect(await sizes()).toEqual([true, true]);
    expect(await listAutoBackups()).toHaveLength(2);
  });

  test("and one that is not whole is taken away as well", async () => {
    const good = folder.names();
    const getFileHandle = folder.handle.getFileHandle.bind(folder.handle);
    folder.handle.getFileHandle = async (name, options) => {
      const handle = await getFileHandle(name, options);
      return Object.assign(handle, { getFile: () => Promise.resolve(new File(["half"], name)) });
    };
    await backUpNow(app);
    expect(readRecord().status.folderProblem).not.toBeNull();
    expect(folder.names()).toEqual(good);
  });
});

test("a browser that is killed while it backups makes the backup at the next start", async () => {
  await addSessions(0, 2);
  let isAsked = false;
  class SilentWorker extends FakeWorker {
    override postMessage(): void {
      isAsked = true;
    }
  }
  vi.stubGlobal("Worker", SilentWorker);
  void makeDueBackup(app, false);
  // Only then does it stand still: before, it would go on with the worker that follows.
  await vi.waitFor(() => expect(isAsked).toBe(true));
  expect(readRecord().copyingUpTo).toBe(readRecord().changedAt);
  expect(isDueHere()).toBe(true);

  // With the tab went its lock and its worker.
  vi.stubGlobal("navigator", { locks: createLocks(), storage: privateFilesOf(own) });
  vi.stubGlobal("Worker", FakeWorker);
  await makeDueBackup(app, false);
  expect(amounts(own)).toEqual([[2, "good"]]);
  expect(isDueHere()).toBe(false);
});

test("a browser that is killed right after somebody was deleted for good replaces the backups at the next one", async () => {
  await addSessions(0, 3);
  await backUpNow(app);
  await deleteParts(
    app.database,
    [{ key: "candidate s0", partIds: ["s0"] }],
    new Set(["s0"]),
    "On request.",
    now,
  );
  expect(mustReplaceIn(readRecord())).toBe(false);
  await lookForBuried(app);
  expect(mustReplaceIn(readRecord())).toBe(true);
  await makeDueBackup(app, false);
  expect(amounts(own)).toEqual([[2, "good"]]);
  expect(mustReplaceIn(readRecord())).toBe(false);
});

test("what changes while a backup is written is due for the next", async () => {
  await addSessions(0, 2);
  let finish = () => {};
  let isWritten = false;
  const isFinished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  class SlowWorker extends FakeWorker {
    override postMessage(data: object): void {
      const { onmessage } = this;
      this.onmessage = (event) => {
        isWritten = true;
        void isFinished.then(() => onmessage(event));
      };
      super.postMessage(data);
    }
  }
  vi.stubGlobal("Worker", SlowWorker);
  const making = backUpNow(app);
  await vi.waitFor(() => expect(isWritten).toBe(true));
  await putWholeSessions(app.database, [plannedInterview("late")]);
  noteSomeChange();
  finish();
  await making;
  expect(isDueHere()).toBe(true);
  await makeDueBackup(app, false);
  expect(amounts(own)).toContainEqual([3, "good"]);
  expect(isDueHere()).toBe(false);
});

describe("what tells that a database was lost", () => {
  test("a database that is empty under a tab is none that was emptied by hand", async () => {
    await addSessions(0, 6);
    loseDatabase();
    await noteStored(app);
    expect(readRecord().lastKnown).toMatchObject({ sessions: 6, deleted: 0 });
    expect(await isDataLost()).toBe(true);
  });

  test("what is missing was not deleted by hand, so a small backup is quarantined", async () => {
    await addSessions(0, 6);
    await backUpNow(app);
    loseDatabase();
    await addSessions(5, 6);
    expect(readRecord().lastKnown).toMatchObject({ sessions: 1, deleted: 0 });
    await makeDueBackup(app, false);
    expect(amounts(own)).toEqual([
      [6, "good"],
      [1, "quarantined"],
    ]);
  });

  test("who deletes everything is not told that it is lost, and the next backup follows", async () => {
    await addSessions(0, 3);
    await backUpNow(app);
    for (const id of ["s0", "s1", "s2"]) await removeSession(app, id);
    await removeSession(app, "s2");
    expect(readRecord().lastKnown).toMatchObject({ sessions: 0, deleted: 3 });
    expect(await isDataLost()).toBe(false);
    await backUpNow(app);
    expect(amounts(own)).toContainEqual([0, "good"]);
    expect(readRecord().lastKnown).toMatchObject({ deleted: 0 });
  });

  test("guides and drafts of somebody’s own count as sessions do", async () => {
    const first = await saveGuideVersion(app, smallGuide, null);
    await saveGuideVersion(app, { ...smallGuide, title: "Day baker" }, first.id);
    await writeDraft(app.database, { id: "d", guide: smallGuide, previousId: null, updatedAt: now });
    await noteStored(app);
    await backUpNow(app);
    expect((await listAutoBackups())?.[0]?.backup).toMatchObject({ sessions: 0, guides: 2 });
    const saved = app;
    app = newApp();
    await noteStored(app);
    expect(await isDataLost()).toBe(true);
    await backUpNow(app);
    expect(own.names().filter((name) => nameToAutoBackup(name)?.isQuarantined)).toHaveLength(1);
    await acceptQuarantined(saved);

    await discardGuideDraft(saved, "d");
    expect(readRecord().lastKnown).toMatchObject({ guides: 1, drafts: 0, deleted: 1 });
    await noteStored(saved);
    expect(readRecord().lastKnown).toMatchObject({ guides: 1, drafts: 0, deleted: 1 });
    await deleteGuide(saved, first.id);
    expect(readRecord().lastKnown).toMatchObject({ guides: 0, deleted: 2 });
    expect(await isDataLost()).toBe(false);
    saved.database.close();
  });

  test("where nothing is known, the backups tell", async () => {
    expect(await isDataLost()).toBe(false);
    const backup = { madeAt: now, sessions: 0, panels: 0, guides: 3, writer: "me", isQuarantined: false };
    await putThere(own, autoBackupToName(backup), "");
    expect(await isDataLost()).toBe(false);
    await putThere(own, autoBackupToName(backup));
    expect(await isDataLost()).toBe(true);
  });
});

describe("a folder of one’s own", () => {
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
    folder.room = 0;
    await expect(askForFolder(app)).rejects.toThrow("no room left");
  });

  test("alone, and it can’t be written into: it is said, and what is to be copied is still known", async () => {
    vi.stubGlobal("navigator", { locks: createLocks() });
    kept.folder = folderNamed("Gone");
    const gone = () => Promise.reject(new DOMException("It was unplugged.", "NotFoundError"));
    Object.assign(folder.handle, { getFileHandle: gone });
    await addSessions(0, 2);
    await makeDueBackup(app, false);
    expect(readRecord().status.problem).toBe(GONE);
    expect(isDueHere()).toBe(true);
  });
});

test("a backup can be read as long as it is there, and where the browser gives its files out", async () => {
  await addSessions(0, 2);
  await backUpNow(app);
  const [file] = (await listAutoBackups()) ?? [];
  expect((await readAutoBackup(file!.backup)).size).toBe(file!.size);
  vi.stubGlobal("navigator", { locks: createLocks() });
  await expect(readAutoBackup(file!.backup)).rejects.toThrow("does not give its files out");
});

test("one tab makes a backup at a time: another leaves it at that", async () => {
  await addSessions(0, 2);
  const asked = vi.spyOn(FakeWorker.prototype, "postMessage");
  await Promise.all([makeDueBackup(app, false), makeDueBackup(app, false)]);
  expect(asked).toHaveBeenCalledTimes(1);
  expect(amounts(own)).toEqual([[2, "good"]]);
});

test("what was submitted while another tab makes a backup is in one that is made right after it", async () => {
  await addSessions(0, 2);
  const asked = vi.spyOn(FakeWorker.prototype, "postMessage");
  const first = makeDueBackup(app, false);
  await vi.waitFor(() => expect(readRecord().copyingUpTo).toBe(readRecord().changedAt));
  await addSessions(2, 3);
  await Promise.all([first, makeDueBackup(app, true), makeDueBackup(app, true)]);
  expect(asked).toHaveBeenCalledTimes(2);
  expect(isDueHere()).toBe(false);
});

test("where the browser has no locks, and so no files of the app’s own, no backup is left to be replaced", async () => {
  vi.stubGlobal("navigator", {});
  expect(await backUpNow(app)).toBe(false);
  expect(await replaceAutoBackups(app)).toEqual({ isQuarantined: false, leftIn: null });
});

test("a backup that was asked for and failed is due from then on", async () => {
  await addSessions(0, 2);
  await backUpNow(app);
  expect(isDueHere()).toBe(false);
  own.room = 10;
  await expect(backUpNow(app)).rejects.toThrow(Error);
  expect(isDueHere()).toBe(true);
});
