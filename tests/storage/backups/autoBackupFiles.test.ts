import fc from "fast-check";
import { afterEach, expect, test, vi } from "vitest";
import type { Copy } from "../../../src/domain/backups/autoBackups.ts";
import {
  copyToName,
  finishCopyFile,
  listCopyFiles,
  nameToCopy,
  privateDirectory,
  putCopyFile,
  readCopyFile,
  removeCopyFiles,
  removeEmptyFiles,
  writeUnfinished,
} from "../../../src/storage/backups/autoBackupFiles.ts";
import { fakeDirectory } from "../fakeDirectory.ts";

afterEach(() => vi.unstubAllGlobals());

const older: Copy = { madeAt: 1000, sessions: 1, panels: 0, guides: 0, writer: null, isBeside: false };
const newer: Copy = { madeAt: 2000, sessions: 2, panels: 0, guides: 3, writer: "w-1", isBeside: true };

function bytesOf(text: string): ReadableStream<Uint8Array> {
  return new Blob([text]).stream();
}

const amounts = fc.record({
  madeAt: fc.integer({ min: 0, max: 2 ** 41 }),
  sessions: fc.integer({ min: 0, max: 999_999 }),
  panels: fc.integer({ min: 0, max: 999 }),
  isBeside: fc.boolean(),
});
const copies = fc.oneof(
  amounts.map((copy) => ({ ...copy, guides: 0, writer: null })),
  fc.tuple(amounts, fc.integer({ min: 0, max: 999 }), fc.uuid()).map(([copy, guides, writer]) => ({
    ...copy,
    guides,
    writer,
  })),
);

test("the name of a copy's file says all there is to list, and any other file is no copy", () => {
  fc.assert(
    fc.property(copies, (copy) => {
      expect(nameToCopy(copyToName(copy))).toEqual(copy);
    }),
  );
  const name = copyToName({ madeAt: 0, sessions: 1, panels: 0, guides: 2, writer: "w-1", isBeside: false });
  expect(name).toBe("interview-scorecard copy 1970-01-01T00-00-00.000Z 1+0+2 by w-1.json.gz");
  for (const other of ["unfinished", "copy.json.gz", `${name}.crswap`, name.replace("1970-01", "1970-13")])
    expect(nameToCopy(other)).toBeNull();
});

test("a name of the earlier form, without guides and writer, is still that of a copy", () => {
  const name = "interview-scorecard copy 1970-01-01T00-00-00.000Z 1+0 beside.json.gz";
  const copy = { madeAt: 0, sessions: 1, panels: 0, guides: 0, writer: null, isBeside: true };
  expect(nameToCopy(name)).toEqual(copy);
  expect(copyToName(copy)).toBe(name);
});

test("a copy has no name of one until it is written whole; then it is listed with its size", async () => {
  const { handle, names } = fakeDirectory();
  const unfinished = await writeUnfinished(handle, bytesOf("the first of two"));
  expect(await listCopyFiles(handle)).toEqual([]);
  await finishCopyFile(unfinished, older);
  await finishCopyFile(await writeUnfinished(handle, bytesOf("two")), newer);
  expect(await listCopyFiles(handle)).toEqual([
    { copy: newer, size: 3 },
    { copy: older, size: 16 },
  ]);
  expect(await (await readCopyFile(handle, older)).text()).toBe("the first of two");
  await removeCopyFiles(handle, [older]);
  expect(names()).toEqual([copyToName(newer)]);
});

test("what a killed browser left of a copy is written over, and nothing of it stays", async () => {
  const { handle } = fakeDirectory();
  await writeUnfinished(handle, bytesOf("a long one that was never finished"));
  await finishCopyFile(await writeUnfinished(handle, bytesOf("short")), older);
  expect(await (await readCopyFile(handle, older)).text()).toBe("short");
});

test("a copy for which there is no room is none, and says so", async () => {
  const directory = fakeDirectory();
  directory.room = 10;
  await expect(writeUnfinished(directory.handle, bytesOf("more than ten bytes"))).rejects.toThrow("no room");
  expect((await (await directory.handle.getFileHandle("unfinished")).getFile()).size).toBe(0);
  expect(await listCopyFiles(directory.handle)).toEqual([]);
});

test("where files can’t be named anew, no copy is said to be made", async () => {
  const { handle } = fakeDirectory(false);
  const unfinished = await writeUnfinished(handle, bytesOf("one"));
  await expect(finishCopyFile(unfinished, older)).rejects.toThrow("can’t name");
});

test("a copy is put into a folder of the user’s", async () => {
  const { handle, names } = fakeDirectory();
  await putCopyFile(handle, newer, new Blob(["two"]));
  expect(names()).toEqual([copyToName(newer)]);
  expect(await (await readCopyFile(handle, newer)).text()).toBe("two");
});

test("a folder whose disk is full gets no file that is taken for a copy, and what is left there can be taken away", async () => {
  const directory = fakeDirectory();
  const { handle, names } = directory;
  await putCopyFile(handle, older, new Blob(["one"]));
  directory.room = 2;
  await expect(putCopyFile(handle, newer, new Blob(["three"]))).rejects.toThrow("full");
  expect(await listCopyFiles(handle)).toEqual([{ copy: older, size: 3 }]);
  expect(names()).toEqual([copyToName(older), copyToName(newer)]);
  await removeEmptyFiles(handle, ({ writer }) => writer === "another");
  expect(names()).toHaveLength(2);
  await removeEmptyFiles(handle, ({ writer }) => writer === newer.writer);
  expect(names()).toEqual([copyToName(older)]);
});

test("a browser without files of the app’s own is told from one that has them", async () => {
  expect(await privateDirectory()).toBeNull();
  const { handle } = fakeDirectory();
  vi.stubGlobal("navigator", {
    storage: { getDirectory: () => Promise.resolve({ getDirectoryHandle: () => Promise.resolve(handle) }) },
  });
  expect(await privateDirectory()).toBe(handle);
});
