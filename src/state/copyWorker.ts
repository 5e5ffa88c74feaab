import { copiesToRemove, isShrunk, newestCopy, type Copy } from "../domain/copies.ts";
import { errorToText } from "../domain/errorText.ts";
import { countInCopy } from "../interchange/copyCheck.ts";
import {
  finishCopyFile,
  listCopyFiles,
  privateDirectory,
  putCopyFile,
  readCopyFile,
  removeCopyFiles,
  writeUnfinished,
} from "../storage/copyFiles.ts";
import type { CopyAnswer, CopyRequest } from "./copies.ts";

async function answer({ backup, madeAt, deleted, isReplacing, folder }: CopyRequest): Promise<CopyAnswer> {
  const packed = backup.stream().pipeThrough(new CompressionStream("gzip"));
  const directory = await privateDirectory();
  const unfinished = directory && (await writeUnfinished(directory, packed));
  const file = unfinished ? await unfinished.getFile() : await new Response(packed).blob();
  const amount = await countInCopy(file.stream());

  /** @returns the copy as it is to lie there, and those that go when it does */
  const place = async (target: FileSystemDirectoryHandle) => {
    const copies = (await listCopyFiles(target)).map((entry) => entry.copy);
    const before = newestCopy(copies);
    const isBeside = !isReplacing && before !== undefined && isShrunk(amount, before, deleted);
    const copy: Copy = { ...amount, madeAt, isBeside };
    return { copy, outdated: isReplacing ? copies : copiesToRemove([...copies, copy]) };
  };

  let made: Copy = { ...amount, madeAt, isBeside: false };
  if (directory && unfinished) {
    const { copy, outdated } = await place(directory);
    await finishCopyFile(unfinished, copy);
    await removeCopyFiles(directory, outdated);
    made = copy;
  }
  if (!folder) return { made, isPrivate: directory !== null, folderProblem: null };
  try {
    const { copy, outdated } = await place(folder);
    await putCopyFile(folder, copy, directory ? await readCopyFile(directory, made) : file);
    await countInCopy((await readCopyFile(folder, copy)).stream());
    await removeCopyFiles(folder, outdated);
    return { made: directory ? made : copy, isPrivate: directory !== null, folderProblem: null };
  } catch (error) {
    if (!directory) throw error;
    return { made, isPrivate: true, folderProblem: errorToText(error) };
  }
}

addEventListener("message", ({ data }: MessageEvent<CopyRequest>) => {
  answer(data)
    .catch((error: unknown): CopyAnswer => ({ problem: errorToText(error) }))
    .then(
      (result) => postMessage(result),
      () => {},
    );
});
