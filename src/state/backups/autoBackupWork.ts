import {
  copiesOf,
  copiesToRemove,
  isShrunk,
  newestCopy,
  type Copy,
} from "../../domain/backups/autoBackups.ts";
import { errorToText } from "../../domain/text/errorText.ts";
import { countInCopy } from "../../interchange/formats/backupCheck.ts";
import {
  copiesIn,
  finishCopyFile,
  privateDirectory,
  putCopyFile,
  readCopyFile,
  removeCopyFiles,
  removeEmptyFiles,
  writeUnfinished,
} from "../../storage/backups/autoBackupFiles.ts";
import { createDatabase } from "../../storage/database.ts";
import { writeBackup, type FileHead } from "./backupWork.ts";

/*
 * What the worker does; none of it needs to be in one but the writing into the origin's own files.
 */

/** What is wanted of the copies in one place. */
export interface PlaceRequest {
  /** Sessions, panels and guides that were deleted by hand since the last copy there. */
  readonly deleted: number;
  /** Whether all others go: they hold somebody who is deleted. */
  readonly isReplacing: boolean;
}

export interface CopyRequest {
  readonly databaseName: string;
  readonly head: FileHead;
  /** The id of who makes it. */
  readonly writer: string;
  readonly inPrivate: PlaceRequest;
  /** Null where there is none that may be written into without asking. */
  readonly inFolder: (PlaceRequest & { readonly directory: FileSystemDirectoryHandle }) | null;
}

/** What became of the copies in one place. */
export interface PlacedCopy {
  readonly copy: Copy;
  /** Copies of another browser, or of nobody knows whom, are there too. */
  readonly hasOthers: boolean;
}

export interface MadeCopy {
  /** Null where the browser has no files of the app's own. */
  readonly inPrivate: PlacedCopy | null;
  /** Null where none was wanted. */
  readonly inFolder: PlacedCopy | { readonly problem: string } | null;
  /** How many entries are not in it, since they could not be read again. */
  readonly leftOutCount: number;
}

/**
 * Reads everything that is on the disk, packs it and puts it where copies are, reads it back, and removes those that are
 * not to be kept. A file that could not be written whole is taken away again, as is one that an earlier try left.
 *
 * @throws where it can't be written or read back
 */
export async function writeCopies(request: CopyRequest): Promise<MadeCopy> {
  const { head, writer, inFolder } = request;
  const database = createDatabase(request.databaseName);
  const work = { onProgress: () => {}, signal: new AbortController().signal };
  const { blob, leftOut } = await writeBackup(database, null, head, work).finally(() => database.close());
  const packed = blob.stream().pipeThrough(new CompressionStream("gzip"));
  const directory = await privateDirectory();
  const unfinished = directory && (await writeUnfinished(directory, packed));
  const file = unfinished ? await unfinished.getFile() : await new Response(packed).blob();
  const amount = await countInCopy(file.stream());

  /** @returns the copy as it is to lie there, and those that go when it does */
  const plan = (all: readonly Copy[], ours: readonly Copy[], { deleted, isReplacing }: PlaceRequest) => {
    const before = newestCopy(ours);
    // Also where they are to be replaced: a mark may be left from a database that vanished since.
    const isBeside = before !== undefined && isShrunk(amount, before, deleted);
    const copy: Copy = { ...amount, madeAt: head.exportedAt, writer, isBeside };
    const outdated = isReplacing && !isBeside ? ours : copiesToRemove([...ours, copy]);
    return { copy, outdated, hasOthers: ours.length < all.length };
  };

  const leftOutCount = leftOut.count;
  let inPrivate: PlacedCopy | null = null;
  if (directory && unfinished) {
    await removeEmptyFiles(directory, () => true);
    // Nobody else writes there, whatever the names say.
    const copies = await copiesIn(directory);
    const { outdated, ...placed } = plan(copies, copies, request.inPrivate);
    await finishCopyFile(unfinished, placed.copy);
    await removeCopyFiles(directory, outdated);
    inPrivate = placed;
  }
  if (!inFolder) return { inPrivate, inFolder: null, leftOutCount };
  try {
    const folder = inFolder.directory;
    // Another's may be one that is being written.
    await removeEmptyFiles(folder, (copy) => copy.writer === writer);
    const all = await copiesIn(folder);
    const { outdated, ...placed } = plan(all, copiesOf(all, writer), inFolder);
    const source = directory && inPrivate ? await readCopyFile(directory, inPrivate.copy) : file;
    try {
      await putCopyFile(folder, placed.copy, source);
      await countInCopy((await readCopyFile(folder, placed.copy)).stream());
    } catch (error) {
      await removeCopyFiles(folder, [placed.copy]).catch(() => {});
      throw error;
    }
    await removeCopyFiles(folder, outdated);
    return { inPrivate, inFolder: placed, leftOutCount };
  } catch (error) {
    if (!inPrivate) throw error;
    return { inPrivate, inFolder: { problem: errorToText(error) }, leftOutCount };
  }
}
