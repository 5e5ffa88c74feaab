import fc from "fast-check";
import { afterEach, expect, test, vi } from "vitest";
import type { AutoBackup } from "../../../src/domain/backups/autoBackups.ts";
import {
  autoBackupToName,
  finishAutoBackupFile,
  listAutoBackupFiles,
  nameToAutoBackup,
  putAutoBackupFile,
  readAutoBackupFile,
  removeAutoBackupFiles,
  removeEmptyFiles,
  writeUnfinished,
} from "../../../src/storage/backups/autoBackupFiles.ts";
import { privateDirectory } from "../../../src/storage/backups/privateDirectory.ts";
import { fakeDirectory } from "../fakeDirectory.ts";

afterEach(() => vi.unstubAllGlobals());

const older: AutoBackup = {
  madeAt: 1000,
  sessions: 1,
  panels: 0,
  guides: 0,
  writer: null,
  isQuarantined: false,
};
const newer: AutoBackup = {
  madeAt: 2000,
  sessions: 2,
  panels: 0,
  guides: 3,
  writer: "w-1",
  isQuarantined: true,
};

function bytesOf(text: string): ReadableStream<Uint8Array> {
  return new Blob([text]).stream();
}

const amounts = fc.record({
  madeAt: fc.integer({ min: 0, max: 2 ** 41 }),
  sessions: fc.integer({ min: 0, max: 999_999 }),
  panels: fc.integer({ min: 0, max: 999 }),
  isQuarantined: fc.boolean(),
});
const backups = fc.oneof(
  amounts.map((backup) => ({ ...backup, guides: 0, writer: null })),
  fc.tuple(amounts, fc.integer({ min: 0, max: 999 }), fc.uuid()).map(([backup, guides, writer]) => ({
    ...backup,
    guides,
    writer,
  })),
);

test("the name of a backup's file says all there is to list, and any other file is no backup", () => {
  fc.assert(
    fc.property(backups, (backup) => {
      expect(nameToAutoBackup(autoBackupToName(backup))).toEqual(backup);
    }),
  );
  const name = autoBackupToName({
    madeAt: 0,
    sessions: 1,
    panels: 0,
    guides: 2,
    writer: "w-1",
    isQuarantined: false,
  });
  expect(name).toBe("interview-scorecard copy 1970-01-01T00-00-00.000Z 1+0+2 by w-1.json.gz");
  for (const other of ["unfinished", "copy.json.gz", `${name}.crswap`, name.replace("1970-01", "1970-13")])
    expect(nameToAutoBackup(other)).toBeNull();
});

test("a name of the earlier form, without guides and writer, is still that of a backup", () => {
  const name = "interview-scorecard copy 1970-01-01T00-00-00.000Z 1+0 beside.json.gz";
  const backup = { madeAt: 0, sessions: 1, panels: 0, guides: 0, writer: null, isQuarantined: true };
  expect(nameToAutoBackup(name)).toEqual(backup);
  expect(autoBackupToName(backup)).toBe(name);
});

test("a backup has no name of one until it is written whole; then it is listed with its size", async () => {
  const { handle, names } = fakeDirectory();
  const unfinished = await writeUnfinished(handle, bytesOf("the first of two"));
  expect(await listAutoBackupFiles(handle)).toEqual([]);
  await finishAutoBackupFile(unfinished, older);
  await finishAutoBackupFile(await writeUnfinished(handle, bytesOf("two")), newer);
  expect(await listAutoBackupFiles(handle)).toEqual([
    { backup: newer, size: 3 },
    { backup: older, size: 16 },
  ]);
  expect(await (await readAutoBackupFile(handle, older)).text()).toBe("the first of two");
  await removeAutoBackupFiles(handle, [older]);
  expect(names()).toEqual([autoBackupToName(newer)]);
});

test("what a killed browser left of a backup is written over, and nothing of it stays", async () => {
  const { handle } = fakeDirectory();
  await writeUnfinished(handle, bytesOf("a long one that was never finished"));
  await finishAutoBackupFile(await writeUnfinished(handle, bytesOf("short")), older);
  expect(await (await readAutoBackupFile(handle, older)).text()).toBe("short");
});

test("a backup for which there is no room is none, and says so", async () => {
  const directory = fakeDirectory();
  directory.room = 10;
  await expect(writeUnfinished(directory.handle, bytesOf("more than ten bytes"))).rejects.toThrow("no room");
  expect((await (await directory.handle.getFileHandle("unfinished")).getFile()).size).toBe(0);
  expect(await listAutoBackupFiles(directory.handle)).toEqual([]);
});

test("where files can’t be named anew, no backup is said to be made", async () => {
  const { handle } = fakeDirectory(false);
  const unfinished = await writeUnfinished(handle, bytesOf("one"));
  await expect(finishAutoBackupFile(unfinished, older)).rejects.toThrow("can’t rename");
});

test("a backup is put into a folder of the user’s", async () => {
  const { handle, names } = fakeDirectory();
  await putAutoBackupFile(handle, newer, new Blob(["two"]));
  expect(names()).toEqual([autoBackupToName(newer)]);
  expect(await (await readAutoBackupFile(handle, newer)).text()).toBe("two");
});

test("a folder whose disk is full gets no file that is taken for a backup, and what is left there can be taken away", async () => {
  const directory = fakeDirectory();
  const { handle, names } = directory;
  await putAutoBackupFile(handle, older, new Blob(["one"]));
  directory.room = 2;
  await expect(putAutoBackupFile(handle, newer, new Blob(["three"]))).rejects.toThrow("full");
  expect(await listAutoBackupFiles(handle)).toEqual([{ backup: older, size: 3 }]);
  expect(names()).toEqual([autoBackupToName(older), autoBackupToName(newer)]);
  await removeEmptyFiles(handle, ({ writer }) => writer === "another");
  expect(names()).toHaveLength(2);
  await removeEmptyFiles(handle, ({ writer }) => writer === newer.writer);
  expect(names()).toEqual([autoBackupToName(older)]);
});

test("a backup that another browser takes away meanwhile stops none of ours", async () => {
  const { handle, names } = fakeDirectory();
  await putAutoBackupFile(handle, older, new Blob(["one"]));
  const gone = new DOMException("It is gone.", "NotFoundError");
  const leaving = {
    kind: "file",
    name: autoBackupToName({ ...newer, writer: "another" }),
    getFile: () => Promise.reject(gone),
  };
  const staying = await handle.getFileHandle(autoBackupToName(older));
  Object.assign(handle, { values: () => [leaving, staying] });
  expect(await listAutoBackupFiles(handle)).toEqual([{ backup: older, size: 3 }]);
  const remove = handle.removeEntry.bind(handle);
  const removeEntry = (name: string) => (name === leaving.name ? Promise.reject(gone) : remove(name));
  Object.assign(handle, { removeEntry });
  await removeAutoBackupFiles(handle, [{ ...newer, writer: "another" }, older]);
  expect(names()).toEqual([]);
  Object.assign(handle, { removeEntry: () => Promise.reject(new Error("It is locked.")) });
  await expect(removeAutoBackupFiles(handle, [older])).rejects.toThrow("locked");
});

test("a name that the app would not write again is that of no backup: it could not be taken away", () => {
  const name = autoBackupToName(older);
  expect(nameToAutoBackup(name)).toEqual(older);
  expect(nameToAutoBackup(name.replace("1+0", "01+0"))).toBeNull();
  expect(nameToAutoBackup(name.replace("1970-01-01", "1970-02-30"))).toBeNull();
});

test("a browser without files of the app’s own is told from one that has them", async () => {
  expect(await privateDirectory()).toBeNull();
  const { handle } = fakeDirectory();
  vi.stubGlobal("navigator", {
    storage: { getDirectory: () => Promise.resolve({ getDirectoryHandle: () => Promise.resolve(handle) }) },
  });
  expect(await privateDirectory()).toBe(handle);
});
