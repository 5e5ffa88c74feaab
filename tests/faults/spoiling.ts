import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { expect } from "@playwright/test";
import fc from "fast-check";

import { say } from "./liveSession.ts";

/** What the screen is titled where what was there can't be had. */
export const TOLD = /^(?:The database can’t be read|Your data is missing from this browser)$/u;

/** Bytes, and where to write them: which file it is, and where in it. */
type Spoiling = readonly (readonly [file: number, at: number, bytes: Uint8Array])[];

/** @returns none first, so that what follows comes of the bytes alone, and so many others */
function spoilings(times: number): readonly Spoiling[] {
  const places = fc.array(fc.tuple(fc.nat(), fc.nat(), fc.uint8Array({ minLength: 1, maxLength: 64 })), {
    minLength: 1,
    maxLength: 20,
  });
  return [[], ...fc.sample(places, { seed: 14, numRuns: times })];
}

/**
 * Starts the app on so many profiles spoiled by chance, and before on one that is not, which has to open.
 *
 * @param start on a profile with those places spoiled. @returns the title of what it shows then
 */
export async function expectNoBlankStarts(
  times: number,
  start: (places: Spoiling) => Promise<string>,
): Promise<void> {
  const found = new Map<string, number>();
  for (const places of spoilings(times)) {
    const title = await start(places);
    if (places.length === 0) expect(title).toBe("Interviews");
    found.set(title, (found.get(title) ?? 0) + 1);
  }
  const words = Array.from(found, ([title, count]) => `“${title}” ${count} times`).join(", ");
  say(`random bytes over the database's files: ${words}`);
}

/** Writes bytes over places of the files that hold databases. */
export function spoil(profile: string, places: Spoiling): void {
  const files = databaseFiles(profile).filter((path) => statSync(path).size > 0);
  expect(files.length).toBeGreaterThan(0);
  for (const [file, at, bytes] of places) {
    const path = files[file % files.length]!;
    const content = readFileSync(path);
    content.set(bytes.subarray(0, content.length), at % Math.max(1, content.length - bytes.length));
    writeFileSync(path, content);
  }
}

/** Makes garbage of all files that hold databases. @returns how many those are */
export function garble(profile: string): number {
  const spoiled = databaseFiles(profile);
  expect(spoiled.length).toBeGreaterThan(0);
  for (const path of spoiled) writeFileSync(path, Buffer.alloc(statSync(path).size, "garbage"));
  return spoiled.length;
}

/** @returns the files in which Chromium, Firefox or WebKit keeps databases */
export function databaseFiles(profile: string): readonly string[] {
  return filesUnder(profile).filter((path) =>
    /\.indexeddb\.leveldb\/\d+\.(?:log|ldb)$|\/idb\/[^/]*\.sqlite$|\/IndexedDB\.sqlite3(?:-wal)?$/u.test(
      path,
    ),
  );
}

export function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
}
