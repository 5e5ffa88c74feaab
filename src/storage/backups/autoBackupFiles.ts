import type { AutoBackup } from "../../domain/backups/autoBackups.ts";
import { noRoomError } from "../database.ts";
import { unlessGone } from "../pickedFolder.ts";
import { privateDirectory } from "./privateDirectory.ts";

/** An automatic backup as it lies in a directory. */
export interface AutoBackupFile {
  readonly backup: AutoBackup;
  readonly size: number;
}

/** Only the origin's own files can be moved, and only there do types know of it. */
type MovableHandle = FileSystemFileHandle & { readonly move?: (name: string) => Promise<void> };

const UNFINISHED = "unfinished";
const NAME =
  /^interview-scorecard copy (?<day>\d{4}-\d\d-\d\d)T(?<time>\d\d-\d\d-\d\d\.\d{3})Z (?<sessions>\d{1,9})\+(?<panels>\d{1,9})(?:\+(?<guides>\d{1,9}) by (?<writer>[\w-]{1,40}))?(?<beside> beside)?\.json\.gz$/u;

/** @returns the name of its file, whose words are older than the app's: when it was made (UTC), how many sessions, panels and guides, and by whom. It names nobody. */
export function autoBackupToName({
  madeAt,
  sessions,
  panels,
  guides,
  writer,
  isQuarantined,
}: AutoBackup): string {
  const time = new Date(madeAt).toISOString().replaceAll(":", "-");
  const rest = writer === null ? "" : `+${guides} by ${writer}`;
  return `interview-scorecard copy ${time} ${sessions}+${panels}${rest}${isQuarantined ? " beside" : ""}.json.gz`;
}

/** @returns the backup that a file of that name is; null where it is none */
export function nameToAutoBackup(name: string): AutoBackup | null {
  const { day, time, sessions, panels, guides, writer, beside } = NAME.exec(name)?.groups ?? {};
  const madeAt = Date.parse(`${day}T${time?.replaceAll("-", ":")}Z`);
  if (Number.isNaN(madeAt)) return null;
  const backup: AutoBackup = {
    madeAt,
    sessions: Number(sessions),
    panels: Number(panels),
    guides: Number(guides ?? 0),
    writer: writer ?? null,
    isQuarantined: beside !== undefined,
  };
  // It is found again by its name alone.
  return autoBackupToName(backup) === name ? backup : null;
}

/** @returns the automatic backups in the browser's own files, newest first; null where it has none for this app */
export async function listAutoBackups(): Promise<readonly AutoBackupFile[] | null> {
  const directory = await privateDirectory();
  return directory && listAutoBackupFiles(directory);
}

/**
 * @returns the backups in a directory, newest first; other files there are no concern of this app, and an empty one is no
 *   backup: one that is being written, or for which there was no room
 */
export async function listAutoBackupFiles(
  directory: FileSystemDirectoryHandle,
): Promise<readonly AutoBackupFile[]> {
  const files = await listNamed(directory);
  return files.filter(({ size }) => size > 0).toSorted((a, b) => b.backup.madeAt - a.backup.madeAt);
}

async function listNamed(directory: FileSystemDirectoryHandle): Promise<readonly AutoBackupFile[]> {
  const files: AutoBackupFile[] = [];
  for await (const handle of directory.values()) {
    const backup = nameToAutoBackup(handle.name);
    if (!backup || handle.kind !== "file") continue;
    const file = await handle.getFile().catch(unlessGone);
    if (file) files.push({ backup, size: file.size });
  }
  return files;
}

/** Removes what bears the name of a backup and is empty. @param isOurs whether nobody else may be writing it */
export async function removeEmptyFiles(
  directory: FileSystemDirectoryHandle,
  isOurs: (backup: AutoBackup) => boolean,
): Promise<void> {
  const files = await listNamed(directory);
  const empty = files.filter(({ backup, size }) => size === 0 && isOurs(backup));
  await removeAutoBackupFiles(
    directory,
    empty.map(({ backup }) => backup),
  );
}

/** @returns what the backups in a directory hold, newest first */
export async function autoBackupsIn(directory: FileSystemDirectoryHandle): Promise<readonly AutoBackup[]> {
  return (await listAutoBackupFiles(directory)).map(({ backup }) => backup);
}

/** @throws where it is gone */
export async function readAutoBackupFile(
  directory: FileSystemDirectoryHandle,
  backup: AutoBackup,
): Promise<File> {
  return (await directory.getFileHandle(autoBackupToName(backup))).getFile();
}

export async function removeAutoBackupFiles(
  directory: FileSystemDirectoryHandle,
  backups: readonly AutoBackup[],
): Promise<void> {
  for (const backup of backups) await directory.removeEntry(autoBackupToName(backup)).catch(unlessGone);
}

/**
 * Writes a file of the app's own that does not bear the name of a backup yet, to the disk. It runs in a worker only.
 *
 * @throws where there is no room
 */
export async function writeUnfinished(
  directory: FileSystemDirectoryHandle,
  bytes: ReadableStream<Uint8Array>,
): Promise<FileSystemFileHandle> {
  const handle = await directory.getFileHandle(UNFINISHED, { create: true });
  const file = await handle.createSyncAccessHandle();
  try {
    // What a killed browser left there may be longer.
    file.truncate(0);
    await bytes.pipeTo(
      new WritableStream<Uint8Array>({
        write: (piece) => {
          let from = 0;
          while (from < piece.length) from += writePiece(file, piece.subarray(from));
        },
      }),
    );
    file.flush();
  } catch (error) {
    // What there is of it would only take room.
    file.truncate(0);
    throw error;
  } finally {
    file.close();
  }
  return handle;
}

function writePiece(file: FileSystemSyncAccessHandle, piece: Uint8Array): number {
  const written = file.write(piece);
  if (written === 0) throw noRoomError();
  return written;
}

/** Gives the unfinished file its name: from then on it is a backup. Older ones are whole until then, and after. */
export async function finishAutoBackupFile(handle: MovableHandle, backup: AutoBackup): Promise<void> {
  if (!handle.move) throw new Error("This browser can’t rename a file that it stores for the app.");
  await handle.move(autoBackupToName(backup));
}

/**
 * Writes a backup into a directory of the user's. Until it is whole, an empty file is there under its name.
 *
 * @throws where there is no room
 */
export async function putAutoBackupFile(
  directory: FileSystemDirectoryHandle,
  backup: AutoBackup,
  file: Blob,
): Promise<FileSystemFileHandle> {
  const handle = await directory.getFileHandle(autoBackupToName(backup), { create: true });
  const writable = await handle.createWritable();
  await file.stream().pipeTo(writable);
  return handle;
}
