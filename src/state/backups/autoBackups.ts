import { copiesOf, newestCopy, type Copy } from "../../domain/backups/autoBackups.ts";
import { errorToText } from "../../domain/text/errorText.ts";
import {
  copiesIn,
  listCopyFiles,
  privateDirectory,
  readCopyFile,
  type CopyFile,
} from "../../storage/backups/copyFiles.ts";
import { keepCopyFolder, loadCopyFolder, loadCopyWriter } from "../../storage/backups/copyFolder.ts";
import { countDeletedSince } from "../../storage/backups/copyAmount.ts";
import { addExportLeft } from "../../storage/exports/exportLog.ts";
import type { AppParts } from "../app/appContext.ts";
import { makeBackup } from "./backups.ts";
import { noteCopyState } from "./copyState.ts";
import type { CopyRequest, MadeCopy, PlaceRequest } from "./copyWork.ts";
import { noteStored } from "./storedAmount.ts";
import {
  forgetDeleted,
  forgetStale,
  forgetUncopied,
  isStale,
  isUntold,
  markUncopied,
  noteAmount,
  noteTold,
  nothing,
  readWitness,
  uncopiedSince,
} from "./lastKnownAmount.ts";

export type { CopyFile } from "../../storage/backups/copyFiles.ts";

/** What the worker says. */
export type CopyAnswer = MadeCopy | { readonly problem: string };

/** Not in every browser, and nobody's types know of all of it. */
type PickedFolder = FileSystemDirectoryHandle & {
  readonly queryPermission?: (mode: { readonly mode: "readwrite" }) => Promise<PermissionState>;
  readonly requestPermission?: (mode: { readonly mode: "readwrite" }) => Promise<PermissionState>;
};
type Picker = (options: { readonly id: string; readonly mode: "readwrite" }) => Promise<PickedFolder>;

const LOCK = "interview-scorecard copies";

/**
 * Makes a copy where there is something that no copy has yet, or where one holds somebody who is deleted and can be
 * replaced; one tab does it at a time. It says in the state of the copies what came of it.
 */
export async function makeDueCopy(app: AppParts): Promise<void> {
  await whileNobodyCopies({ ifAvailable: true }, async () => {
    const isDue = uncopiedSince() !== null || isStale("private");
    if (!isDue && !(isStale("folder") && (await isFolderOpen(await loadCopyFolder())))) return;
    try {
      await makeCopy(app, {});
    } catch (error) {
      noteCopyState({ problem: errorToText(error) });
    }
  });
}

/** Makes a copy now. @throws where it can’t be made */
export async function makeCopyNow(app: AppParts): Promise<void> {
  await whileNobodyCopies({}, () => makeCopy(app, {}));
}

/** @returns what the work gives; undefined where it is not to wait and another tab is at it, and nothing was done */
async function whileNobodyCopies<T>(options: LockOptions, work: () => Promise<T>): Promise<T | undefined> {
  // Absent where the page does not come over https or from this machine; nor are there files of its own.
  const { locks } = navigator as { readonly locks?: LockManager };
  return locks?.request(LOCK, options, (lock) => (lock ? work() : undefined));
}

/** What became of the copies that had something in them that is to be gone. */
export interface ReplacedCopies {
  /** The new copy holds so much less, and nobody deleted so much, that it stands beside the others: all are there. */
  readonly isBeside: boolean;
  /** The name of the folder in which older copies, or another browser's, are still; null where none are. */
  readonly leftIn: string | null;
}

/**
 * Makes a copy and removes all others, so that nothing is in any that was deleted here.
 *
 * @throws where no new one can be made; the others are there then
 */
export async function replaceCopies(app: AppParts): Promise<ReplacedCopies> {
  const replaced = await whileNobodyCopies({}, () => makeCopy(app, { isReplacing: true }));
  return replaced ?? { isBeside: false, leftIn: null };
}

/** Says that what the copy beside holds is all there is: a copy of it is made that is one like the others. */
export async function acceptCopy(app: AppParts): Promise<void> {
  await whileNobodyCopies({}, () => makeCopy(app, { isAll: true }));
}

interface Wish {
  /** All others go, in each place; else only where they hold somebody who is deleted. */
  readonly isReplacing?: boolean;
  /** Whatever is missing was deleted by hand. */
  readonly isAll?: boolean;
}

async function makeCopy(app: AppParts, wish: Wish): Promise<ReplacedCopies> {
  const since = uncopiedSince();
  try {
    return await makeCopyOfAll(app, wish);
  } catch (error) {
    markUncopied(since ?? app.clock.now());
    throw error;
  }
}

async function makeCopyOfAll(app: AppParts, { isReplacing = false, isAll = false }: Wish) {
  const picked = await loadCopyFolder();
  const folder = picked?.name ?? null;
  const directory = picked && (await isFolderOpen(picked)) ? picked : null;
  const isFolderLapsed = picked !== undefined && directory === null;
  const copies = await listCopies();
  // A deletion whose own copy failed, or whose tab was killed, is made up for here.
  const replaces = { private: isReplacing || isStale("private"), folder: isReplacing || isStale("folder") };
  if (copies === null && !directory) {
    noteCopyState({ isPrivate: false, folder, isFolderLapsed });
    await settleFolder(app, folder, { isReplaced: false, hasOthers: false });
    forgetStale("private");
    return { isBeside: false, leftIn: folder };
  }

  const writer = await loadCopyWriter(app.newId);
  const requestFor = async (ours: readonly Copy[], isReplacingThere: boolean): Promise<PlaceRequest> => {
    const before = newestCopy(ours);
    const buried = before ? await countDeletedSince(app.database, before.madeAt) : 0;
    const deleted = isAll ? Infinity : Math.max(buried, readWitness()?.deleted ?? 0);
    return { deleted, isReplacing: isReplacingThere };
  };
  // A folder that can’t be read is found out about again in writing.
  const oursInFolder = directory && copiesOf(await copiesIn(directory).catch(() => []), writer);
  // What changes while it is read is new to the next one.
  forgetUncopied();
  const madeAt = app.clock.now();
  await noteStored(app);
  const { blob: backup, leftOut } = await makeBackup(app, {
    passphrase: null,
    onProgress: () => {},
    signal: new AbortController().signal,
  });
  const answer = await askWorker({
    backup,
    madeAt,
    writer,
    inPrivate: await requestFor(
      (copies ?? []).map(({ copy }) => copy),
      replaces.private,
    ),
    inFolder:
      directory && oursInFolder ? { directory, ...(await requestFor(oursInFolder, replaces.folder)) } : null,
  });
  if ("problem" in answer) throw new Error(answer.problem);

  const { inPrivate, inFolder } = answer;
  const placed = inFolder && "copy" in inFolder ? inFolder : null;
  const isBeside = inPrivate?.copy.isBeside === true || placed?.copy.isBeside === true;
  const isReplaced = replaces.folder && placed !== null && !placed.copy.isBeside;
  const hasOthers = placed?.hasOthers === true;
  await settleFolder(app, folder, { isReplaced, hasOthers });
  if (!inPrivate || (replaces.private && !inPrivate.copy.isBeside)) forgetStale("private");
  if (!isBeside) forgetDeleted();
  noteCopyState({
    madeAt,
    isBeside,
    leftOutCount: leftOut.count,
    isPrivate: inPrivate !== null,
    folder,
    isFolderLapsed,
    folderProblem: inFolder && "problem" in inFolder ? inFolder.problem : null,
    problem: null,
  });
  return { isBeside, leftIn: isReplaced && !hasOthers ? null : folder };
}

/** What became of the copies in the folder. */
interface FolderOutcome {
  readonly isReplaced: boolean;
  readonly hasOthers: boolean;
}

/**
 * Where copies that hold somebody who is deleted are left in the folder, puts them among what is to be deleted by hand, once
 * after each deletion. That they are there is forgotten when they are not, and no sooner.
 *
 * @param folder its name; null where none is picked
 */
async function settleFolder(
  { database, clock, newId }: AppParts,
  folder: string | null,
  { isReplaced, hasOthers }: FolderOutcome,
): Promise<void> {
  if (folder !== null && isUntold() && (!isReplaced || hasOthers)) {
    const whose = isReplaced ? "Copies of another browser" : "Older copies";
    await addExportLeft(database, {
      id: newId(),
      at: clock.now(),
      form: `${whose} in the folder “${folder}”`,
    });
    noteTold();
  }
  if (folder === null || isReplaced) forgetStale("folder");
}

/** Tells of what is left in a folder that no copies go into any more. */
async function leaveFolder(app: AppParts): Promise<void> {
  const folder = await loadCopyFolder();
  await settleFolder(app, folder?.name ?? null, { isReplaced: false, hasOthers: false });
  forgetStale("folder");
}

async function isFolderOpen(folder: PickedFolder | undefined): Promise<boolean> {
  return (await folder?.queryPermission?.({ mode: "readwrite" })) === "granted";
}

function askWorker(request: CopyRequest): Promise<CopyAnswer> {
  const worker = new Worker(new URL("copyWorker.ts", import.meta.url), { type: "module" });
  return new Promise<CopyAnswer>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<CopyAnswer>) => resolve(data);
    worker.onerror = () => reject(new Error("The writer of copies did not start. Reload the page."));
    worker.postMessage(request);
  }).finally(() => worker.terminate());
}

/** @returns the copies in the browser's own files, newest first; null where it has none for this app */
export async function listCopies(): Promise<readonly CopyFile[] | null> {
  const directory = await privateDirectory();
  return directory && listCopyFiles(directory);
}

/** @returns the file of a copy, a packed backup. @throws where it is gone */
export async function readCopy(copy: Copy): Promise<File> {
  const directory = await privateDirectory();
  if (!directory) throw new Error("The browser does not give its files out.");
  return readCopyFile(directory, copy);
}

/** @returns whether folders can be picked in this browser */
export function canPickFolder(): boolean {
  return "showDirectoryPicker" in window;
}

/** Lets the user pick a folder, and makes a copy there. @returns whether one was picked */
export async function pickFolder(app: AppParts): Promise<boolean> {
  const { showDirectoryPicker } = window as unknown as { readonly showDirectoryPicker: Picker };
  let folder: PickedFolder;
  try {
    folder = await showDirectoryPicker({ id: "copies", mode: "readwrite" });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") return false;
    throw error;
  }
  await leaveFolder(app);
  await keepCopyFolder(folder);
  await makeCopyNow(app);
  return true;
}

/** Asks the browser for the folder again, on a click, and makes a copy there. @returns whether it may be written into */
export async function askForFolder(app: AppParts): Promise<boolean> {
  const folder: PickedFolder | undefined = await loadCopyFolder();
  if ((await folder?.requestPermission?.({ mode: "readwrite" })) !== "granted") return false;
  await makeCopyNow(app);
  return true;
}

/** No copies go into the folder any more; those in it stay. */
export async function forgetFolder(app: AppParts): Promise<void> {
  await leaveFolder(app);
  await keepCopyFolder(null);
  noteCopyState({ folder: null, isFolderLapsed: false, folderProblem: null });
}

/** Begins with an empty database, where one vanished. The copies stay. */
export function startEmpty({ clock }: Pick<AppParts, "clock">): void {
  noteAmount(nothing, clock.now());
  // What was deleted before does not tell why so little is left.
  forgetDeleted();
}
