import { MOST_BYTES } from "../../domain/text/limits.ts";
import { unpackZip } from "./unzip.ts";

/** As many bytes as the files of all archives may have together, unpacked: what several interviews are exported as. */
const MOST_UNPACKED = 10 * MOST_BYTES;
/** How a ZIP archive begins: its first four bytes, joined by commas. */
export const ZIP_BEGINNING = "80,75,3,4";

/** What the app exports and sends: interviews, sealed scorecards, recovery files. */
const OWN_NAME = /\.(?:json|age|txt)$/iu;
/** What one system's archives hold beside each file. */
const BESIDE = /(?:^|\/)(?:__MACOSX\/|\._)/u;

/** @returns whether it begins as a ZIP archive does */
export async function isZip(file: Blob): Promise<boolean> {
  try {
    return new Uint8Array(await file.slice(0, 4).arrayBuffer()).join() === ZIP_BEGINNING;
  } catch {
    return false;
  }
}

/** @returns whether it is a ZIP archive that is a spreadsheet (.xlsx), also one that nothing else can be read of */
export async function isSpreadsheet(file: Blob): Promise<boolean> {
  let isFound = false;
  const look = (name: string) => {
    isFound ||= name === "xl/workbook.xml";
    return false;
  };
  await unpackZip(await file.arrayBuffer(), look, 0).catch(() => []);
  return isFound;
}

/** What is done: it is looked whether a file is an archive, or one is unpacked. */
export type ZipStep = "opening" | "unpacking";

/**
 * @param signal aborted: nothing further is unpacked
 * @param onProgress waited for before each file, and before each in an archive, with how many are done, of how many: small ones let nothing else happen. Of several files those are counted, of one archive what is in it
 * @returns the files, in the place of each ZIP archive those in it that may be the app's; an archive that has none, is
 *   damaged or holds too much stands as it is
 */
export async function filesInZips(
  files: readonly File[],
  signal?: AbortSignal,
  onProgress?: (step: ZipStep, done: number, of: number) => Promise<void>,
): Promise<readonly File[]> {
  const all: File[] = [];
  let left = MOST_UNPACKED;
  // One after the other: an archive of a few kB may unpack to all that is allowed.
  for (const [at, file] of files.entries()) {
    const tell = () => onProgress?.("opening", at, files.length);
    const onEntry = async (done: number, of: number) => {
      // Told by turns of all files and of each archive, the count would jump, and each turn be read out.
      await (files.length > 1 ? tell() : onProgress?.("unpacking", done, of));
      signal?.throwIfAborted();
    };
    await tell();
    const inside = signal?.aborted ? [] : await filesIn(file, left, onEntry).catch(() => []);
    left -= inside.reduce((sum, { size }) => sum + size, 0);
    all.push(...(inside.length > 0 ? inside : [file]));
  }
  return all;
}

async function filesIn(
  file: File,
  most: number,
  onEntry: (done: number, of: number) => Promise<void>,
): Promise<readonly File[]> {
  if (file.size > MOST_UNPACKED || !(await isZip(file))) return [];
  const isOwn = (name: string) => OWN_NAME.test(name) && !BESIDE.test(name);
  const entries = await unpackZip(await file.arrayBuffer(), isOwn, most, MOST_BYTES, onEntry);
  const files: File[] = [];
  for (const { name, bytes } of entries) {
    // A browser makes some thousand of them a second.
    await onEntry(entries.length, entries.length);
    files.push(new File([bytes], name));
  }
  return files;
}
