import { Dexie, type Table } from "dexie";

/*
 * The folder the user picked is kept apart from all else: it is no part of a backup, and is there still where the
 * app's own database is not.
 */

type FolderDatabase = Dexie & { readonly folders: Table<FileSystemDirectoryHandle, string> };

const FOLDER = "copies";

async function withFolders<T>(work: (folders: FolderDatabase["folders"]) => Promise<T>): Promise<T> {
  const database = new Dexie("interview-scorecard-folder") as FolderDatabase;
  database.version(1).stores({ folders: "" });
  try {
    return await work(database.folders);
  } finally {
    database.close();
  }
}

/** @returns the folder that copies go into too; undefined where none was picked */
export function loadCopyFolder(): Promise<FileSystemDirectoryHandle | undefined> {
  return withFolders((folders) => folders.get(FOLDER));
}

/** Keeps a folder, or forgets the one that is kept. */
export async function keepCopyFolder(folder: FileSystemDirectoryHandle | null): Promise<void> {
  await withFolders(async (folders) => {
    if (folder) await folders.put(folder, FOLDER);
    else await folders.delete(FOLDER);
  });
}
