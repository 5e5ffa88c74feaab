import { brotliCompressSync, constants } from "node:zlib";
import { afterEach, expect, test, vi } from "vitest";
import { hasRoom } from "../../src/storage/room.ts";

afterEach(() => vi.unstubAllGlobals());

/** A browser whose files for a page take what they are given, or throw an error of that name. */
function keepFiles(atFile: string | null, atDirectory: string | null = null) {
  const removed: string[] = [];
  const written: Uint8Array[] = [];
  const refuse = (name: string | null) =>
    name === null ? Promise.resolve() : Promise.reject(new DOMException("", name));
  const write = (bytes: Uint8Array) => {
    written.push(bytes);
    return refuse(atFile);
  };
  const file = { write, close: () => Promise.resolve() };
  const directory = {
    getFileHandle: () => Promise.resolve({ createWritable: () => Promise.resolve(file) }),
    removeEntry: (name: string) => {
      removed.push(name);
      return Promise.resolve();
    },
  };
  vi.stubGlobal("navigator", {
    storage: { getDirectory: () => refuse(atDirectory).then(() => directory) },
  });
  return { removed, written };
}

test("there is room where a file of some MB can be written, and it is gone after", async () => {
  const { removed } = keepFiles(null);
  expect(await hasRoom()).toBe(true);
  expect(removed).toEqual(["room"]);
});

test("what is written takes its room also on a disk that compresses: it gets no smaller, and none of it comes twice", async () => {
  const { written } = keepFiles(null);
  await hasRoom();
  expect(written).toHaveLength(1);
  const [bytes = new Uint8Array()] = written;
  expect(bytes.length).toBe(12 * 1024 ** 2);
  // It finds again what came up to 16 MB before.
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 5,
    [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
  };
  expect(brotliCompressSync(bytes, { params }).length).toBeGreaterThan(bytes.length);
});

test("there is none where it can't, and what there is of it is gone after", async () => {
  const { removed } = keepFiles("QuotaExceededError");
  expect(await hasRoom()).toBe(false);
  expect(removed).toEqual(["room"]);
  keepFiles("InvalidStateError");
  expect(await hasRoom()).toBe(false);
});

test("a browser that keeps no files for a page is not taken for a full disk: its data would be shut for good", async () => {
  keepFiles(null, "SecurityError");
  expect(await hasRoom()).toBe(true);
  keepFiles("NotAllowedError");
  expect(await hasRoom()).toBe(true);
  vi.stubGlobal("navigator", {});
  expect(await hasRoom()).toBe(true);
});
