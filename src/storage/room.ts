const NAME = "room";
/** What a new log takes in LevelDB, and what is written anew of the one before it: a file of 4 MB each, and a little. */
const ROOM_BYTES = 12 * 1024 ** 2;

/** @returns whether the disk has room for some MB more: a file of the app's own shows it, and goes again */
export async function hasRoom(): Promise<boolean> {
  try {
    const root = await navigator.storage.getDirectory();
    try {
      const file = await (await root.getFileHandle(NAME, { create: true })).createWritable();
      await file.write(new Uint8Array(ROOM_BYTES));
      await file.close();
    } finally {
      await root.removeEntry(NAME);
    }
    return true;
  } catch {
    return false;
  }
}
