const DIRECTORY = "copies";

/**
 * @param create whether it is made where there is none
 * @returns where the browser lets this app keep files of its own; null where it does not, or there is none
 */
export async function privateDirectory(create = true): Promise<FileSystemDirectoryHandle | null> {
  try {
    return await (await navigator.storage.getDirectory()).getDirectoryHandle(DIRECTORY, { create });
  } catch {
    return null;
  }
}
