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
  writeUnfinished,
} from "../../storage/backups/copyFiles.ts";

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
  readonly backup: Blob;
  /** Epoch ms. */
  readonly madeAt: number;
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
}

/**
 * Packs a backup and puts it where copies are, reads it back, and removes those that are not to be kept.
 *
 * @throws where it can't be written or read back
 */
export async function writeCopies(request: CopyRequest): Promise<MadeCopy> {
  const { backup, madeAt, writer, inFolder } = request;
  const packed = backup.stream().pipeThrough(new CompressionStream("gzip"));
  const directory = await privateDirectory();
  const unfinished = directory && (await writeUnfinished(directory, packed));
  const file = unfinished ? await unfinished.getFile() : await new Response(packed).blob();
  const amount = await countInCopy(file.stream());

  /** @returns the copy as it is to lie there, and those that go when it does */
  const plan = (all: readonly Copy[], ours: readonly Copy[], { deleted, isReplacing }: PlaceRequest) => {
    const before = newestCopy(ours);
    // Also where they are to be replaced: a mark may be left from a database that vanished since.
    const isBeside = before !== undefined && isShrunk(amount, before, deleted);
    const copy: Copy = { ...amount, madeAt, writer, isBeside };
    const outdated = isReplacing && !isBeside ? ours : copiesToRemove([...ours, copy]);
    return { copy, outdated, hasOthers: ours.length < all.length };
  };

  let inPrivate: PlacedCopy | null = null;
  if (directory && unfinished) {
    // Nobody else writes there, whatever the names say.
    const copies = await copiesIn(directory);
    const { outdated, ...placed } = plan(copies, copies, request.inPrivate);
    await finishCopyFile(unfinished, placed.copy);
    await removeCopyFiles(directory, outdated);
    inPrivate = placed;
  }
  if (!inFolder) return { inPrivate, inFolder: null };
  try {
    const folder = inFolder.directory;
    const all = await copiesIn(folder);
    const { outdated, ...placed } = plan(all, copiesOf(all, writer), inFolder);
    const source = directory && inPrivate ? await readCopyFile(directory, inPrivate.copy) : file;
    await putCopyFile(folder, placed.copy, source);
    await countInCopy((await readCopyFile(folder, placed.copy)).stream());
    await removeCopyFiles(folder, outdated);
    return { inPrivate, inFolder: placed };
  } catch (error) {
    if (!inPrivate) throw error;
    return { inPrivate, inFolder: { problem: errorToText(error) } };
  }
}
