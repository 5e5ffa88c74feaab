import { newestCopy, type Copy } from "../domain/copies.ts";
import { errorToText } from "../domain/errorText.ts";
import {
  listCopyFiles,
  privateDirectory,
  readCopyFile,
  takeCopyIn,
  type CopyFile,
} from "../storage/copyFiles.ts";
import { keepCopyFolder, loadCopyFolder } from "../storage/copyFolder.ts";
import { countAmount, countDeletedSince } from "../storage/copyAmount.ts";
import type { AppParts } from "./appContext.ts";
import { makeBackup } from "./backups.ts";
import { noteCopyState, readCopyState } from "./copyState.ts";
import {
  forgetDeleted,
  forgetStale,
  forgetUncopied,
  isStale,
  markUncopied,
  noteAmount,
  nothing,
  readWitness,
  uncopiedSince,
} from "./witness.ts";

export type { CopyFile } from "../storage/copyFiles.ts";

export interface CopyRequest {
  readonly backup: Blob;
  /** Epoch ms. */
  readonly madeAt: number;
  /** Sessions and panels that were deleted by hand since the last copy. */
  readonly deleted: number;
  /** Whether all others go, whatever is in them. */
  readonly isReplacing: boolean;
  /** One that may be written into without asking. */
  readonly folder: FileSystemDirectoryHandle | null;
}

export type CopyAnswer =
  | { readonly made: Copy; readonly isPrivate: boolean; readonly folderProblem: string | null }
  | { readonly problem: string };

/** Not in every browser, and nobody's types know of all of it. */
type PickedFolder = FileSystemDirectoryHandle & {
  readonly queryPermission?: (mode: { readonly mode: "readwrite" }) => Promise<PermissionState>;
  readonly requestPermission?: (mode: { readonly mode: "readwrite" }) => Promise<PermissionState>;
};
type Picker = (options: { readonly id: string; readonly mode: "readwrite" }) => Promise<PickedFolder>;

const LOCK = "interview-scorecard copies";

/**
 * Makes a copy where there is something that no copy has yet; one tab does it at a time. It says in the state of the
 * copies what came of it.
 */
export function makeDueCopy(app: AppParts): Promise<void> {
  return whileNobodyCopies({ ifAvailable: true }, async () => {
    const since = uncopiedSince();
    if (since === null && !isStale()) return;
    try {
      await makeCopy(app, false);
    } catch (error) {
      markUncopied(since ?? app.clock.now());
      noteCopyState({ problem: errorToText(error) });
    }
  });
}

/** Makes a copy now. @throws where it can’t be made */
export async function makeCopyNow(app: AppParts): Promise<void> {
  await whileNobodyCopies({}, () => makeCopy(app, false));
}

/** Does nothing where it is not to wait and another tab is at it. */
async function whileNobodyCopies(options: LockOptions, work: () => Promise<void>): Promise<void> {
  // Absent where the page does not come over https or from this machine; nor are there files of its own.
  const { locks } = navigator as { readonly locks?: LockManager };
  await locks?.request(LOCK, options, (lock) => (lock ? work() : undefined));
}

/** What became of the copies that had something in them that is to be gone. */
export interface ReplacedCopies {
  /** The name of the folder in which older copies are still, since the browser does not let the app in; null where none are. */
  readonly leftIn: string | null;
}

/**
 * Makes a copy and removes all others, so that nothing is in any that was deleted here.
 *
 * @throws where no new one can be made; the others are there then
 */
export async function replaceCopies(app: AppParts): Promise<ReplacedCopies> {
  await whileNobodyCopies({}, () => makeCopy(app, true));
  const { folder, isFolderLapsed, folderProblem } = readCopyState();
  return { leftIn: isFolderLapsed || folderProblem !== null ? folder : null };
}

async function makeCopy(app: AppParts, isReplacingAnyway: boolean): Promise<void> {
  // A deletion whose own copy failed, or whose tab was killed, is made up for here.
  const isReplacing = isReplacingAnyway || isStale();
  const picked: PickedFolder | undefined = await loadCopyFolder();
  const isOpen = (await picked?.queryPermission?.({ mode: "readwrite" })) === "granted";
  const copies = await listCopies();
  if (copies === null && !isOpen) {
    noteCopyState({ isPrivate: false });
    forgetStale();
    return;
  }
  const before = newestCopy((copies ?? []).map(({ copy }) => copy));
  const tombstones = await countDeletedSince(app.database, before?.madeAt ?? 0);
  // What changes while it is read is new to the next one.
  forgetUncopied();
  const madeAt = app.clock.now();
  noteAmount(await countAmount(app.database), madeAt, false);
  const answer = await askWorker({
    backup: await makeBackup(app, {
      passphrase: null,
      onProgress: () => {},
      signal: new AbortController().signal,
    }),
    madeAt,
    deleted: Math.max(tombstones, readWitness()?.deleted ?? 0),
    isReplacing,
    folder: picked && isOpen ? picked : null,
  });
  if ("problem" in answer) throw new Error(answer.problem);
  const { made, isPrivate } = answer;
  if (!made.isBeside) forgetDeleted();
  if (isReplacing) forgetStale();
  noteCopyState({
    madeAt,
    isBeside: made.isBeside,
    isPrivate,
    folder: picked?.name ?? null,
    isFolderLapsed: picked !== undefined && !isOpen,
    folderProblem: answer.folderProblem,
    problem: null,
  });
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

/** Says that what the copy beside holds is all there is: it is one like the others from then on. */
export async function acceptCopy(copy: Copy): Promise<void> {
  const directory = await privateDirectory();
  if (directory) await takeCopyIn(directory, copy);
  noteCopyState({ isBeside: false });
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
export async function forgetFolder(): Promise<void> {
  await keepCopyFolder(null);
  noteCopyState({ folder: null, isFolderLapsed: false, folderProblem: null });
}

/** Begins with an empty database, where one vanished. The copies stay. */
export function startEmpty({ clock }: Pick<AppParts, "clock">): void {
  noteAmount(nothing, clock.now(), false);
}
