import { isKeptFromFiles, ownFiles } from "./backups/privateDirectory.ts";

const NAME = "room";
/** What a new log takes in LevelDB, and what is written anew of the one before it: a file of 4 MB each, and a little. */
const ROOM_BYTES = 12 * 1024 ** 2;
/** As many random bytes as a browser gives at a time. */
const MOST_RANDOM_BYTES = 65_536;

/**
 * @returns whether the disk has room for some MB more: a file of the app's own shows it, and goes again; true where the
 *   browser keeps none, and nothing is known
 */
export async function hasRoom(): Promise<boolean> {
  try {
    const root = await ownFiles();
    if (!root) return true;
    try {
      const file = await (await root.getFileHandle(NAME, { create: true })).createWritable();
      await file.write(randomBytes());
      await file.close();
    } finally {
      await root.removeEntry(NAME).catch(() => {});
    }
    return true;
  } catch (error) {
    return isKeptFromFiles(error);
  }
}

/** @returns what takes its room also where the file system compresses what it is given: of zeros there would be nothing left */
function randomBytes(): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(ROOM_BYTES);
  for (let from = 0; from < ROOM_BYTES; from += MOST_RANDOM_BYTES)
    crypto.getRandomValues(bytes.subarray(from, from + MOST_RANDOM_BYTES));
  return bytes;
}
