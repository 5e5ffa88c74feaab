import { amountOf, copiesOf, newestCopy, type Copy } from "../../domain/backups/autoBackups.ts";
import {
  isDue,
  isUntold,
  mustReplaceIn,
  noteBegun,
  noteEmptied,
  noteFailed,
  noteMade,
  noteReplaced,
  noteStatus,
  noteTold,
  type BackupPlace,
  type BackupRecord,
} from "../../domain/backups/backupRecord.ts";
import { errorToText } from "../../domain/text/errorText.ts";
import {
  copiesIn,
  listCopyFiles,
  privateDirectory,
  readCopyFile,
  type CopyFile,
} from "../../storage/backups/autoBackupFiles.ts";
import { keepCopyFolder, loadCopyFolder, loadCopyWriter } from "../../storage/backups/backupFolder.ts";
import { countDeletedSince } from "../../storage/backups/storedAmount.ts";
import { addExportLeft } from "../../storage/exports/exportLog.ts";
import type { AppParts } from "../app/appContext.ts";
import { noteBuried, noteStored, readRecord, updateRecord } from "./backupRecord.ts";
import type { CopyRequest, MadeCopy, PlaceRequest } from "./autoBackupWork.ts";

export type { CopyFile } from "../../storage/backups/autoBackupFiles.ts";

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
 * replaced; one tab does it at a time. The record says what came of it.
 */
export async function makeDueCopy(app: AppParts): Promise<void> {
  await whileNobodyCopies({ ifAvailable: true }, async () => {
    const record = readRecord();
    const isWanted =
      isDue(record) ||
      mustReplaceIn(record, "private") ||
      (mustReplaceIn(record, "folder") && (await isFolderOpen(await loadCopyFolder())));
    // The record has the reason why it failed.
    if (isWanted) await makeCopy(app, {}).catch(() => {});
  });
}

/** Makes a copy now. @throws where it can’t be made */
export async function makeCopyNow(app: AppParts): Promise<void> {
  await whileNobodyCopies({}, () => makeCopy(app, {}));
}

/**
 * Does work while no tab makes a copy. Where the browser has no locks there are none: the page does not come over https or
 * from this machine, and has no files of its own either.
 *
 * @returns what the work gives; undefined where another tab is at it and the work is not to wait, or there are no locks:
 *   nothing was done
 */
async function whileNobodyCopies<T>(options: LockOptions, work: () => Promise<T>): Promise<T | undefined> {
  return lockManager()?.request(LOCK, options, (lock) => (lock ? work() : undefined));
}

/**
 * Does work during which nothing is copied: what it writes is in the next copy as a whole.
 *
 * @param signal gives up waiting for a copy that is being made
 * @throws what the work throws, or the signal's reason
 */
export async function keepingOffCopies<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  const locks = lockManager();
  return locks ? locks.request(LOCK, { signal }, work) : work();
}

function lockManager(): LockManager | undefined {
  return (navigator as { readonly locks?: LockManager }).locks;
}

/** Notes whether somebody was deleted for good and the tab was killed right after; not while a tab copies, which looks itself. */
export async function lookForBuried(app: AppParts): Promise<void> {
  await whileNobodyCopies({ ifAvailable: true }, () => noteBuried(app));
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

async function makeCopy(
  app: AppParts,
  { isReplacing = false, isAll = false }: Wish,
): Promise<ReplacedCopies> {
  try {
    await noteBuried(app);
    updateRecord(noteBegun);
    const begun = readRecord();
    const picked = await loadCopyFolder();
    const folder = picked?.name ?? null;
    const directory = picked && (await isFolderOpen(picked)) ? picked : null;
    const isFolderLapsed = picked !== undefined && directory === null;
    const copies = await listCopies();
    if (copies === null && !directory) {
      updateRecord((record) => noteStatus(record, { isPrivate: false, folder, isFolderLapsed }));
      await tellOfFolder(app, begun, folder, null);
      const none: readonly BackupPlace[] = folder === null ? ["private", "folder"] : ["private"];
      for (const place of none) updateRecord((record) => noteReplaced(record, place, begun.copyingUpTo));
      return { isBeside: false, leftIn: folder };
    }

    const replaces = (place: BackupPlace) => isReplacing || mustReplaceIn(begun, place);
    const writer = await loadCopyWriter(app.newId);
    const requestFor = async (ours: readonly Copy[], place: BackupPlace): Promise<PlaceRequest> => {
      const before = newestCopy(ours);
      const buried = before ? await countDeletedSince(app.database, before.madeAt) : 0;
      const deleted = isAll ? Infinity : Math.max(buried, begun.lastKnown?.deleted ?? 0);
      return { deleted, isReplacing: replaces(place) };
    };
    // A folder that can’t be read is found out about again in writing.
    const oursInFolder = directory && copiesOf(await copiesIn(directory).catch(() => []), writer);
    const ours = (copies ?? []).map(({ copy }) => copy);
    const madeAt = app.clock.now();
    await noteStored(app);
    const { inPrivate, inFolder, leftOutCount } = await askWorker({
      databaseName: app.database.name,
      head: { exportedAt: madeAt, appName: app.appName },
      writer,
      inPrivate: await requestFor(ours, "private"),
      inFolder:
        directory && oursInFolder ? { directory, ...(await requestFor(oursInFolder, "folder")) } : null,
    });

    const placed = inFolder && "copy" in inFolder ? inFolder : null;
    const isBeside = inPrivate?.copy.isBeside === true || placed?.copy.isBeside === true;
    const isReplaced = !inPrivate || (replaces("private") && !inPrivate.copy.isBeside);
    const replacedThere = placed && replaces("folder") && !placed.copy.isBeside ? placed : null;
    await tellOfFolder(app, begun, folder, replacedThere);
    updateRecord((record) =>
      noteMade(record, {
        upTo: begun.copyingUpTo,
        replacedIn: [
          ...(isReplaced ? (["private"] as const) : []),
          ...(replacedThere || folder === null ? (["folder"] as const) : []),
        ],
        deleted: begun.lastKnown?.deleted ?? 0,
        status: {
          madeAt,
          isQuarantined: isBeside,
          leftOutCount,
          isPrivate: inPrivate !== null,
          folder,
          isFolderLapsed,
          folderProblem: inFolder && "problem" in inFolder ? inFolder.problem : null,
        },
      }),
    );
    return { isBeside, leftIn: replacedThere?.hasOthers === false ? null : folder };
  } catch (error) {
    updateRecord((record) => noteFailed(record, errorToText(error), app.clock.now()));
    throw error;
  }
}

/**
 * Where copies that hold somebody who is deleted are left in the folder, puts them among what is to be deleted by hand, once
 * after each deletion.
 *
 * @param record as it was when the copy was begun
 * @param folder its name; null where none is picked
 * @param replaced what became of the copies there, where all of ours were replaced; null where they were not
 */
async function tellOfFolder(
  { database, clock, newId }: AppParts,
  record: BackupRecord,
  folder: string | null,
  replaced: { readonly hasOthers: boolean } | null,
): Promise<void> {
  if (folder === null || !isUntold(record) || replaced?.hasOthers === false) return;
  const whose = replaced ? "Copies of another browser" : "Older copies";
  await addExportLeft(database, {
    id: newId(),
    at: clock.now(),
    form: `${whose} in the folder “${folder}”`,
  });
  updateRecord((now) => noteTold(now, record.mustReplace.deletedAt));
}

/** Tells of what is left in a folder that no copies go into any more. */
async function leaveFolder(app: AppParts): Promise<void> {
  const folder = await loadCopyFolder();
  const record = readRecord();
  await tellOfFolder(app, record, folder?.name ?? null, null);
  updateRecord((now) => noteReplaced(now, "folder", record.mustReplace.deletedAt));
}

async function isFolderOpen(folder: PickedFolder | undefined): Promise<boolean> {
  return (await folder?.queryPermission?.({ mode: "readwrite" })) === "granted";
}

function askWorker(request: CopyRequest): Promise<MadeCopy> {
  const worker = new Worker(new URL("autoBackupWorker.ts", import.meta.url), { type: "module" });
  return new Promise<MadeCopy>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<CopyAnswer>) => {
      if ("problem" in data) reject(new Error(data.problem));
      else resolve(data);
    };
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
  updateRecord((record) => noteStatus(record, { folder: null, isFolderLapsed: false, folderProblem: null }));
}

/** Begins with an empty database, where one lost what was in it. The copies stay. */
export function startEmpty({ clock }: Pick<AppParts, "clock">): void {
  updateRecord((record) => noteEmptied(record, clock.now()));
}

/** @returns whether there was something in a database that is empty now; where it was emptied by hand, it is known */
export async function isDataLost(): Promise<boolean> {
  const { lastKnown } = readRecord();
  if (lastKnown) return amountOf(lastKnown) > 0;
  const files = (await listCopies().catch(() => [])) ?? [];
  return files.some(({ copy }) => amountOf(copy) > 0);
}
