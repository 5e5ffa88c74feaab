import { toError } from "../../domain/text/errorText.ts";

const DIRECTORY = "copies";

/** Where a browser keeps no files for a page it says so in one of these. */
const KEPT_FROM_IT = ["NotAllowedError", "NotSupportedError", "SecurityError", "TypeError"];

/**
 * @returns the directory of the files that the browser keeps for this page; null where it keeps none
 * @throws where it can't give it now, as on a full disk; WebKit also where it keeps none
 */
export async function ownFiles(): Promise<FileSystemDirectoryHandle | null> {
  try {
    return await navigator.storage.getDirectory();
  } catch (error) {
    if (isKeptFromFiles(error)) return null;
    throw error;
  }
}

/** @returns whether an error says that the browser keeps no files for this page */
export function isKeptFromFiles(error: unknown): boolean {
  return KEPT_FROM_IT.includes(toError(error).name);
}

/**
 * @param create whether it is made where there is none
 * @returns where the browser lets this app keep its automatic backups; null where it does not, or there is none
 */
export async function privateDirectory(create = true): Promise<FileSystemDirectoryHandle | null> {
  try {
    return (await (await ownFiles())?.getDirectoryHandle(DIRECTORY, { create })) ?? null;
  } catch {
    return null;
  }
}
