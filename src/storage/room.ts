import { toError } from "../domain/text/errorText.ts";

const NAME = "room";
/** What a new log takes in LevelDB, and what is written anew of the one before it: a file of 4 MB each, and a little. */
const ROOM_BYTES = 12 * 1024 ** 2;
/** As many random bytes as a browser gives at a time. */
const MOST_RANDOM_BYTES = 65_536;

/** Where a browser keeps no files for a page it says so in one of these; then nothing is known of its room. */
const KEPT_FROM_IT = ["NotAllowedError", "NotSupportedError", "SecurityError", "TypeError"];

/**
 * @returns whether the disk has room for some MB more: a file of the app's own shows it, and goes again; true where the
 *   browser keeps none
 */
export async function hasRoom(): Promise<boolean> {
  try {
    const root = await navigator.storage.getDirectory();
    try {
      const file = await (await root.getFileHandle(NAME, { create: true })).createWritable();
      await file.write(randomBytes());
      await file.close();
    } finally {
      await root.removeEntry(NAME).catch(() => {});
    }
    return true;
  } catch (error) {
    return KEPT_FROM_IT.includes(toError(error).name);
  }
}

/** @returns what takes its room also where the file system compresses what it is given: of zeros there would be nothing left */
function randomBytes(): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(ROOM_BYTES);
  for (let from = 0; from < ROOM_BYTES; from += MOST_RANDOM_BYTES)
    crypto.getRandomValues(bytes.subarray(from, from + MOST_RANDOM_BYTES));
  return bytes;
}
