/** A folder that somebody picked. What it has besides is not in every browser, and nobody's types know of it. */
export type PickedFolder = FileSystemDirectoryHandle & {
  readonly queryPermission?: (mode: Mode) => Promise<PermissionState>;
  readonly requestPermission?: (mode: Mode) => Promise<PermissionState>;
};

interface Mode {
  readonly mode: "readwrite";
}

const MODE: Mode = { mode: "readwrite" };

/** @returns whether the browser lets this page read and write there now: it asks again once its last tab was closed */
export async function isFolderOpen(folder: PickedFolder | undefined): Promise<boolean> {
  return (await folder?.queryPermission?.(MODE)) === "granted";
}

/** Has the browser ask for the folder again, on a click. @returns whether this page may read and write there then */
export async function askForPicked(folder: PickedFolder | undefined): Promise<boolean> {
  return (await folder?.requestPermission?.(MODE)) === "granted";
}

/** Another browser may take its own away meanwhile, as may whoever looks into the folder. @throws the error where it is another one */
export function unlessGone(error: unknown): void {
  if (!isGone(error)) throw error;
}

/** @returns whether the error says that a file or a folder is not there any more */
export function isGone(error: unknown): boolean {
  return error instanceof DOMException && error.name === "NotFoundError";
}
