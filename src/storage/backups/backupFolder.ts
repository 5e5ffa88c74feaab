import { Dexie, type Table } from "dexie";

/*
 * The folder the user picked, and who this app is among those that write there, are kept apart from all else: they are no
 * part of a backup, and are there still where the app's own database is not.
 */

type FolderDatabase = Dexie & { readonly folders: Table<unknown, string> };

const FOLDER = "copies";
const WRITER = "writer";

async function withFolders<T>(work: (folders: FolderDatabase["folders"]) => Promise<T>): Promise<T> {
  const database = new Dexie("interview-scorecard-folder") as FolderDatabase;
  database.version(1).stores({ folders: "" });
  try {
    return await work(database.folders);
  } finally {
    database.close();
  }
}

/** @returns the folder that automatic backups go into too; undefined where none was picked */
export function loadBackupFolder(): Promise<FileSystemDirectoryHandle | undefined> {
  return withFolders(async (folders) => (await folders.get(FOLDER)) as FileSystemDirectoryHandle | undefined);
}

/** Keeps a folder, or forgets the one that is kept. */
export async function keepBackupFolder(folder: FileSystemDirectoryHandle | null): Promise<void> {
  await withFolders(async (folders) => {
    if (folder) await folders.put(folder, FOLDER);
    else await folders.delete(FOLDER);
  });
}

/**
 * Another browser or another profile may back up into the same folder; what it put there is not this one's to take away. The
 * id is the browser profile's, and not the database's: one that is restored here after it was lost goes on with the backups
 * it had, and one that is restored elsewhere, from the same backup, is another writer there.
 *
 * @returns the id under which this browser profile makes backups, made once
 */
export function loadBackupWriter(newId: () => string): Promise<string> {
  return withFolders((folders) =>
    folders.db.transaction("rw", folders, async () => {
      const known = await folders.get(WRITER);
      if (typeof known === "string") return known;
      const id = newId();
      await folders.put(id, WRITER);
      return id;
    }),
  );
}
