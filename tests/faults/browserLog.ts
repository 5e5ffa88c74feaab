import { readFileSync } from "node:fs";

import { databaseFiles } from "./spoiling.ts";

/** Each record of LevelDB's log has a head of so many bytes, and ends with its block at the latest. */
export const HEAD = 7;
const BLOCK = 32_768;

/** Of a record that goes on in the next block: its first part, and what lies between that and its last. */
const [FIRST, MIDDLE] = [2, 3];

/** The end of the log that Chromium writes its databases into. */
interface LogEnd {
  readonly path: string;
  /** Where the last record begins, and how many bytes it says it has behind its head. */
  readonly at: number;
  readonly length: number;
  /** Whether nothing of it is missing. */
  readonly isWhole: boolean;
}

/** @returns how the log of a profile ends on which nothing runs; undefined where there is none */
export function readLogEnd(profile: string): LogEnd | undefined {
  const path = databaseFiles(profile)
    .filter((one) => one.endsWith(".log"))
    .toSorted()
    .at(-1);
  if (path === undefined) return undefined;
  const content = readFileSync(path);
  let end = { path, at: 0, length: 0, isWhole: true };
  let at = 0;
  while (at < content.length) {
    const left = BLOCK - (at % BLOCK);
    if (left < HEAD) at += left;
    else if (at + HEAD > content.length) return { path, at, length: 0, isWhole: false };
    else {
      const length = content.readUInt16LE(at + 4);
      const type = content[at + 6];
      const isThere = at + HEAD + length <= content.length;
      end = { path, at, length, isWhole: isThere && type !== FIRST && type !== MIDDLE };
      at += HEAD + length;
    }
  }
  return end;
}

/** In the page. @returns how many pages have it on the disk that they are there */
export async function countPageMarks(): Promise<number> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open("interview-scorecard-pages");
    // It was not there: nothing of it is to be made.
    opening.onupgradeneeded = () => opening.transaction?.abort();
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(new Error(opening.error?.message));
  }).catch(() => null);
  if (!database) return 0;
  return new Promise((resolve) => {
    const counting = database.transaction("pages").objectStore("pages").count();
    counting.onsuccess = () => {
      database.close();
      resolve(counting.result);
    };
  });
}
