import { isShrunk } from "../../domain/backups/amount.ts";
import {
  autoBackupsOf,
  autoBackupsToRemove,
  newestAutoBackup,
  type AutoBackup,
} from "../../domain/backups/autoBackups.ts";
import { errorToText, toError } from "../../domain/text/errorText.ts";
import { countInCopy } from "../../interchange/formats/backupCheck.ts";
import {
  autoBackupsIn,
  finishAutoBackupFile,
  putAutoBackupFile,
  readAutoBackupFile,
  removeAutoBackupFiles,
  removeEmptyFiles,
  writeUnfinished,
} from "../../storage/backups/autoBackupFiles.ts";
import { privateDirectory } from "../../storage/backups/privateDirectory.ts";
import { createDatabase } from "../../storage/database.ts";
import { isGone } from "../../storage/pickedFolder.ts";
import { writeBackup, type FileHead } from "./backupWork.ts";

/*
 * What the worker does; none of it needs to be in one but the writing into the origin's own files.
 */

/** What is wanted of the automatic backups in one place. */
export interface PlaceRequest {
  /** Sessions, panels and guides that were deleted by hand since the last backup there. */
  readonly deleted: number;
  /** Whether all others go: they hold somebody who is deleted. */
  readonly isReplacing: boolean;
}

export interface AutoBackupRequest {
  readonly databaseName: string;
  readonly head: FileHead;
  /** The id of who makes it. */
  readonly writer: string;
  readonly inPrivate: PlaceRequest;
  /** Null where there is none that may be written into without asking. */
  readonly inFolder: (PlaceRequest & { readonly directory: FileSystemDirectoryHandle }) | null;
}

/** What became of the backups in one place. */
export interface PlacedAutoBackup {
  readonly backup: AutoBackup;
  /** Automatic backups of another browser, or of nobody knows whom, are there too. */
  readonly hasOthers: boolean;
}

export interface MadeAutoBackup {
  /** Null where the browser has no files of the app's own; a problem only where the folder has it all the same. */
  readonly inPrivate: PlacedAutoBackup | { readonly problem: string } | null;
  /** Null where none was wanted. */
  readonly inFolder: PlacedAutoBackup | { readonly problem: string } | null;
  /** How many entries are not in it, since they could not be read again. */
  readonly leftOutCount: number;
}

/**
 * Reads everything that is on the disk, packs it and puts it where backups are, reads it back, and removes those that are
 * not to be kept. A file that could not be written whole is taken away again, as is one that an earlier try left.
 *
 * @throws where it can't be written or read back
 */
export async function writeAutoBackups(request: AutoBackupRequest): Promise<MadeAutoBackup> {
  const { head, writer, inFolder } = request;
  const database = createDatabase(request.databaseName);
  const work = { onProgress: () => {}, signal: new AbortController().signal };
  const { blob, leftOut } = await writeBackup(database, null, head, work).finally(() => database.close());
  const pack = () => blob.stream().pipeThrough(new CompressionStream("gzip"));
  const directory = await privateDirectory();
  let failure: unknown = null;
  const unfinished =
    directory &&
    (await writeUnfinished(directory, pack()).catch((error: unknown) => {
      // The folder may be on another disk.
      if (!inFolder) throw error;
      failure = error;
      return null;
    }));
  const file = unfinished ? await unfinished.getFile() : await new Response(pack()).blob();
  const amount = await countInCopy(file.stream());

  /** @returns the backup as it is to lie there, and those that go when it does */
  const plan = (
    all: readonly AutoBackup[],
    ours: readonly AutoBackup[],
    { deleted, isReplacing }: PlaceRequest,
  ) => {
    const before = newestAutoBackup(ours, head.exportedAt);
    // Also where they are to be replaced: the deletion may be one in a database that was lost since.
    const isQuarantined = before !== undefined && isShrunk(amount, before, deleted);
    const backup: AutoBackup = { ...amount, madeAt: head.exportedAt, writer, isQuarantined };
    const outdated =
      isReplacing && !isQuarantined ? ours : autoBackupsToRemove([...ours, backup], head.exportedAt);
    return { backup, outdated, hasOthers: ours.length < all.length };
  };

  const leftOutCount = leftOut.count;
  let inPrivate: PlacedAutoBackup | null = null;
  if (directory && unfinished) {
    await removeEmptyFiles(directory, () => true);
    // Nobody else writes there, whatever the names say.
    const backups = await autoBackupsIn(directory);
    const { outdated, ...placed } = plan(backups, backups, request.inPrivate);
    await finishAutoBackupFile(unfinished, placed.backup);
    await removeAutoBackupFiles(directory, outdated);
    inPrivate = placed;
  }
  if (!inFolder) return { inPrivate, inFolder: null, leftOutCount };
  try {
    const folder = inFolder.directory;
    // Another's may be one that is being written.
    await removeEmptyFiles(folder, (backup) => backup.writer === writer);
    const all = await autoBackupsIn(folder);
    const { outdated, ...placed } = plan(all, autoBackupsOf(all, writer), inFolder);
    const source = directory && inPrivate ? await readAutoBackupFile(directory, inPrivate.backup) : file;
    try {
      await putAutoBackupFile(folder, placed.backup, source);
      await countInCopy((await readAutoBackupFile(folder, placed.backup)).stream());
    } catch (error) {
      await removeAutoBackupFiles(folder, [placed.backup]).catch(() => {});
      throw error;
    }
    await removeAutoBackupFiles(folder, outdated);
    const problem = failure === null ? null : { problem: errorToText(failure) };
    return { inPrivate: inPrivate ?? problem, inFolder: placed, leftOutCount };
  } catch (error) {
    const problem = folderProblemToText(error);
    if (!inPrivate) throw toError(failure ?? new Error(problem, { cause: error }));
    return { inPrivate, inFolder: { problem }, leftOutCount };
  }
}

/** @returns why nothing came into the folder: what the browser says of one that is gone does not say what to do */
function folderProblemToText(error: unknown): string {
  return isGone(error)
    ? "The folder can’t be reached. Choose it again, or stop using it."
    : errorToText(error);
}
