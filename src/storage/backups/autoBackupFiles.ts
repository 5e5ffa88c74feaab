import type { Copy } from "../../domain/backups/autoBackups.ts";

/** A copy as it lies in a directory. */
export interface CopyFile {
  readonly copy: Copy;
  readonly size: number;
}

/** Only the origin's own files can be moved, and only there do types know of it. */
type MovableHandle = FileSystemFileHandle & { readonly move?: (name: string) => Promise<void> };

const DIRECTORY = "copies";
const UNFINISHED = "unfinished";
const NAME =
  /^interview-scorecard copy (?<day>\d{4}-\d\d-\d\d)T(?<time>\d\d-\d\d-\d\d\.\d{3})Z (?<sessions>\d{1,9})\+(?<panels>\d{1,9})(?:\+(?<guides>\d{1,9}) by (?<writer>[\w-]{1,40}))?(?<beside> beside)?\.json\.gz$/u;

/** @returns the name of the copy's file: when it was made (UTC), how many sessions, panels and guides, and by whom. It names nobody. */
export function copyToName({ madeAt, sessions, panels, guides, writer, isBeside }: Copy): string {
  const time = new Date(madeAt).toISOString().replaceAll(":", "-");
  const rest = writer === null ? "" : `+${guides} by ${writer}`;
  return `interview-scorecard copy ${time} ${sessions}+${panels}${rest}${isBeside ? " beside" : ""}.json.gz`;
}

/** @returns the copy that a file of that name is; null where it is none */
export function nameToCopy(name: string): Copy | null {
  const { day, time, sessions, panels, guides, writer, beside } = NAME.exec(name)?.groups ?? {};
  const madeAt = Date.parse(`${day}T${time?.replaceAll("-", ":")}Z`);
  if (Number.isNaN(madeAt)) return null;
  return {
    madeAt,
    sessions: Number(sessions),
    panels: Number(panels),
    guides: Number(guides ?? 0),
    writer: writer ?? null,
    isBeside: beside !== undefined,
  };
}

/** @returns where the browser lets this app keep files of its own; null where it does not */
export async function privateDirectory(): Promise<FileSystemDirectoryHandle | null> {
  try {
    return await (await navigator.storage.getDirectory()).getDirectoryHandle(DIRECTORY, { create: true });
  } catch {
    return null;
  }
}

/**
 * @returns the copies in a directory, newest first; other files there are no concern of this app, and an empty one is no
 *   copy: one that is being written, or for which there was no room
 */
export async function listCopyFiles(directory: FileSystemDirectoryHandle): Promise<readonly CopyFile[]> {
  const files = await listNamed(directory);
  return files.filter(({ size }) => size > 0).toSorted((a, b) => b.copy.madeAt - a.copy.madeAt);
}

async function listNamed(directory: FileSystemDirectoryHandle): Promise<readonly CopyFile[]> {
  const files: CopyFile[] = [];
  for await (const handle of directory.values()) {
    const copy = nameToCopy(handle.name);
    if (copy && handle.kind === "file") files.push({ copy, size: (await handle.getFile()).size });
  }
  return files;
}

/** Removes what bears the name of a copy and is empty. @param isOurs whether nobody else may be writing it */
export async function removeEmptyFiles(
  directory: FileSystemDirectoryHandle,
  isOurs: (copy: Copy) => boolean,
): Promise<void> {
  const files = await listNamed(directory);
  const empty = files.filter(({ copy, size }) => size === 0 && isOurs(copy));
  await removeCopyFiles(
    directory,
    empty.map(({ copy }) => copy),
  );
}

/** @returns what the copies in a directory hold, newest first */
export async function copiesIn(directory: FileSystemDirectoryHandle): Promise<readonly Copy[]> {
  return (await listCopyFiles(directory)).map(({ copy }) => copy);
}

/** @throws where it is gone */
export async function readCopyFile(directory: FileSystemDirectoryHandle, copy: Copy): Promise<File> {
  return (await directory.getFileHandle(copyToName(copy))).getFile();
}

export async function removeCopyFiles(
  directory: FileSystemDirectoryHandle,
  copies: readonly Copy[],
): Promise<void> {
  for (const copy of copies) await directory.removeEntry(copyToName(copy));
}

/**
 * Writes a file of the app's own that has no name of a copy yet, to the disk. It runs in a worker only.
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
  if (written === 0)
    throw new DOMException("The disk has no room left for this browser.", "QuotaExceededError");
  return written;
}

/** Gives the unfinished file its name: from then on it is a copy. Older ones are whole until then, and after. */
export async function finishCopyFile(handle: MovableHandle, copy: Copy): Promise<void> {
  if (!handle.move) throw new Error("This browser can’t name a file of its own anew.");
  await handle.move(copyToName(copy));
}

/**
 * Writes a copy into a directory of the user's. Until it is whole, an empty file is there under its name.
 *
 * @throws where there is no room
 */
export async function putCopyFile(
  directory: FileSystemDirectoryHandle,
  copy: Copy,
  file: Blob,
): Promise<FileSystemFileHandle> {
  const handle = await directory.getFileHandle(copyToName(copy), { create: true });
  const writable = await handle.createWritable();
  await file.stream().pipeTo(writable);
  return handle;
}
