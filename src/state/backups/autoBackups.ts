import { useEffect, useState } from "react";
import { autoBackupsOf, newestAutoBackup, type AutoBackup } from "../../domain/backups/autoBackups.ts";
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
  autoBackupsIn,
  listAutoBackups,
  readAutoBackupFile,
  type AutoBackupFile,
} from "../../storage/backups/autoBackupFiles.ts";
import { privateDirectory } from "../../storage/backups/privateDirectory.ts";
import { keepBackupFolder, loadBackupFolder, loadBackupWriter } from "../../storage/backups/backupFolder.ts";
import { countDeletedSince } from "../../storage/backups/storedAmount.ts";
import { addExportLeft } from "../../storage/exports/exportLog.ts";
import { askForPicked, isFolderOpen } from "../../storage/pickedFolder.ts";
import type { AppParts } from "../app/appContext.ts";
import { lockManager } from "../app/lockManager.ts";
import { noteBuried, noteStored } from "./storedNoting.ts";
import { readRecord, updateRecord, useBackupRecord } from "./backupRecord.ts";
import type { AutoBackupRequest, MadeAutoBackup, PlaceRequest } from "./autoBackupWork.ts";

export type { AutoBackupFile } from "../../storage/backups/autoBackupFiles.ts";

/** What the worker says. */
export type AutoBackupAnswer = MadeAutoBackup | { readonly problem: string };

const LOCK = "interview-scorecard copies";

/**
 * Makes an automatic backup where there is something that none has yet, or where one holds somebody who is deleted and can
 * be replaced; one tab does it at a time. The record says what came of it.
 *
 * @param isPatient waits for one that is being made, which may have begun before the change; else it is left at that
 */
export async function makeDueBackup(app: AppParts, isPatient: boolean): Promise<void> {
  await whileNobodyBacksUp({ ifAvailable: !isPatient }, async () => {
    const record = readRecord();
    const isWanted =
      isDue(record) ||
      mustReplaceIn(record, "private") ||
      (mustReplaceIn(record, "folder") && (await isFolderOpen(await loadBackupFolder())));
    // The record has the reason why it failed.
    if (isWanted) await makeAutoBackup(app, {}).catch(() => {});
  });
}

/** Makes an automatic backup now. @returns whether there is a place for one. @throws where it can’t be made */
export async function backUpNow(app: AppParts): Promise<boolean> {
  const made = await whileNobodyBacksUp({}, () => makeAutoBackup(app, {}));
  return made?.isMade === true;
}

/**
 * Does work while no tab makes a backup. Where the browser has no locks there are none: the page does not come over https or
 * from this device, and has no files of its own either.
 *
 * @returns what the work gives; undefined where another tab is at it and the work is not to wait, or there are no locks:
 *   nothing was done
 */
async function whileNobodyBacksUp<T>(options: LockOptions, work: () => Promise<T>): Promise<T | undefined> {
  return lockManager()?.request(LOCK, options, (lock) => (lock ? work() : undefined));
}

/**
 * Does work during which nothing is copied: what it writes is in the next backup as a whole.
 *
 * @param signal gives up waiting for a backup that is being made
 * @throws what the work throws, or the signal's reason
 */
export async function keepingOffBackups<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  const locks = lockManager();
  return locks ? locks.request(LOCK, { signal }, work) : work();
}

/**
 * Notes whether somebody was deleted for good and the tab was killed right after; not while a tab makes a backup, which looks
 * itself.
 */
export async function lookForBuried(app: AppParts): Promise<void> {
  await whileNobodyBacksUp({ ifAvailable: true }, () => noteBuried(app));
}

/** What became of the backups that had something in them that is to be gone. */
export interface ReplacedBackups {
  /** The new backup holds so much less, and nobody deleted so much, that it is quarantined: all others are there. */
  readonly isQuarantined: boolean;
  /** The name of the folder in which older backups, or another browser's, are still; null where none are. */
  readonly leftIn: string | null;
}

/**
 * Makes an automatic backup and removes all others, so that nothing is in any that was deleted here.
 *
 * @throws where no new one can be made; the others are there then
 */
export async function replaceAutoBackups(app: AppParts): Promise<ReplacedBackups> {
  const made = await whileNobodyBacksUp({}, () => makeAutoBackup(app, { isReplacing: true }));
  return { isQuarantined: made?.isQuarantined === true, leftIn: made?.leftIn ?? null };
}

/** Says that what the quarantined one holds is all there is: a backup of it is made that is one like the others. */
export async function acceptQuarantined(app: AppParts): Promise<void> {
  await whileNobodyBacksUp({}, () => makeAutoBackup(app, { isAll: true }));
}

interface Made extends ReplacedBackups {
  /** False where there is no place for one. */
  readonly isMade: boolean;
}

interface Wish {
  /** All others go, in each place; else only where they hold somebody who is deleted. */
  readonly isReplacing?: boolean;
  /** Whatever is missing was deleted by hand. */
  readonly isAll?: boolean;
}

async function makeAutoBackup(app: AppParts, { isReplacing = false, isAll = false }: Wish): Promise<Made> {
  try {
    await noteBuried(app);
    updateRecord(noteBegun);
    const begun = readRecord();
    const picked = await loadBackupFolder();
    const folder = picked?.name ?? null;
    const directory = picked && (await isFolderOpen(picked)) ? picked : null;
    const isFolderLapsed = picked !== undefined && directory === null;
    const backups = await listAutoBackups();
    if (backups === null && !directory) {
      updateRecord((record) => noteStatus(record, { isPrivate: false, folder, isFolderLapsed }));
      await tellOfFolder(app, begun, folder, null);
      const none: readonly BackupPlace[] = folder === null ? ["private", "folder"] : ["private"];
      for (const place of none) updateRecord((record) => noteReplaced(record, place, begun.copyingUpTo));
      return { isMade: false, isQuarantined: false, leftIn: folder };
    }

    const replaces = (place: BackupPlace) => isReplacing || mustReplaceIn(begun, place);
    const madeAt = app.clock.now();
    const writer = await loadBackupWriter(app.newId);
    const requestFor = async (ours: readonly AutoBackup[], place: BackupPlace): Promise<PlaceRequest> => {
      const before = newestAutoBackup(ours, madeAt);
      const buried = before ? await countDeletedSince(app.database, before.madeAt) : 0;
      const deleted = isAll ? Infinity : Math.max(buried, begun.lastKnown?.deleted ?? 0);
      return { deleted, isReplacing: replaces(place) };
    };
    // A folder that can’t be read is found out about again in writing.
    const oursInFolder = directory && autoBackupsOf(await autoBackupsIn(directory).catch(() => []), writer);
    const ours = (backups ?? []).map(({ backup }) => backup);
    await noteStored(app);
    const made = await askWorker({
      databaseName: app.database.name,
      head: { exportedAt: madeAt, appName: app.appName },
      writer,
      inPrivate: await requestFor(ours, "private"),
      inFolder:
        directory && oursInFolder ? { directory, ...(await requestFor(oursInFolder, "folder")) } : null,
    });

    const { inFolder, leftOutCount } = made;
    const placed = inFolder && "backup" in inFolder ? inFolder : null;
    const inPrivate = made.inPrivate && "backup" in made.inPrivate ? made.inPrivate : null;
    const privateProblem = made.inPrivate && "problem" in made.inPrivate ? made.inPrivate.problem : null;
    const isQuarantined = inPrivate?.backup.isQuarantined === true || placed?.backup.isQuarantined === true;
    const isReplaced = inPrivate
      ? replaces("private") && !inPrivate.backup.isQuarantined
      : privateProblem === null;
    const replacedThere = placed && replaces("folder") && !placed.backup.isQuarantined ? placed : null;
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
          isQuarantined,
          leftOutCount,
          isPrivate: made.inPrivate !== null,
          folder,
          isFolderLapsed,
          folderProblem: inFolder && "problem" in inFolder ? inFolder.problem : null,
          problem: privateProblem === null ? null : `${privateProblem} It is in the folder alone.`,
        },
      }),
    );
    // Those in the browser's own files still hold what is to be gone.
    if (privateProblem !== null && replaces("private")) throw new Error(privateProblem);
    return { isMade: true, isQuarantined, leftIn: replacedThere?.hasOthers === false ? null : folder };
  } catch (error) {
    updateRecord((record) => noteFailed(record, errorToText(error), app.clock.now()));
    throw error;
  }
}

/**
 * Where backups that hold somebody who is deleted are left in the folder, puts them among what is to be deleted by hand, once
 * after each deletion.
 *
 * @param record as it was when the backup was begun
 * @param folder its name; null where none is picked
 * @param replaced what became of the backups there, where all of ours were replaced; null where they were not
 */
async function tellOfFolder(
  { database, clock, newId }: AppParts,
  record: BackupRecord,
  folder: string | null,
  replaced: { readonly hasOthers: boolean } | null,
): Promise<void> {
  if (folder === null || !isUntold(record) || replaced?.hasOthers === false) return;
  const whose = replaced ? "Automatic backups of another browser" : "Older automatic backups";
  await addExportLeft(database, {
    id: newId(),
    at: clock.now(),
    form: `${whose} in the folder “${folder}”`,
  });
  updateRecord((now) => noteTold(now, record.mustReplace.deletedAt));
}

/** Tells of what is left in a folder that no backups go into any more. */
async function leaveFolder(app: AppParts): Promise<void> {
  const folder = await loadBackupFolder();
  const record = readRecord();
  await tellOfFolder(app, record, folder?.name ?? null, null);
  updateRecord((now) => noteReplaced(now, "folder", record.mustReplace.deletedAt));
}

function askWorker(request: AutoBackupRequest): Promise<MadeAutoBackup> {
  const worker = new Worker(new URL("autoBackupWorker.ts", import.meta.url), { type: "module" });
  return new Promise<MadeAutoBackup>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<AutoBackupAnswer>) => {
      if ("problem" in data) reject(new Error(data.problem));
      else resolve(data);
    };
    worker.onerror = () => reject(new Error("Background work did not start. Reload the page."));
    worker.postMessage(request);
  }).finally(() => worker.terminate());
}

/** @returns the automatic backups in the browser's own files, newest first, kept up to date; null where it has none for this app, also where they can't be read, undefined until they are */
export function useAutoBackups(): readonly AutoBackupFile[] | null | undefined {
  const { madeAt } = useBackupRecord().status;
  const [files, setFiles] = useState<readonly AutoBackupFile[] | null>();
  useEffect(() => {
    let isCurrent = true;
    const show = (found: readonly AutoBackupFile[] | null) => {
      if (isCurrent) setFiles(found);
    };
    listAutoBackups().then(show, () => show(null));
    return () => {
      isCurrent = false;
    };
  }, [madeAt]);
  return files;
}

/** @returns its file, which is packed. @throws where it is gone */
export async function readAutoBackup(backup: AutoBackup): Promise<File> {
  const directory = await privateDirectory();
  if (!directory) throw new Error("The browser does not give its files out.");
  return readAutoBackupFile(directory, backup);
}

/** From now on backups go into this folder too, which the user picked; the first one is made there. */
export async function backUpIntoPicked(app: AppParts, folder: FileSystemDirectoryHandle): Promise<void> {
  await leaveFolder(app);
  await keepBackupFolder(folder);
  await backUpIntoFolder(app);
}

/** Asks the browser for the folder again, on a click, and makes a backup there. @returns whether it may be written into */
export async function askForFolder(app: AppParts): Promise<boolean> {
  if (!(await askForPicked(await loadBackupFolder()))) return false;
  await backUpIntoFolder(app);
  return true;
}

/** @throws where it does not get into the folder */
async function backUpIntoFolder(app: AppParts): Promise<void> {
  await backUpNow(app);
  const { folderProblem } = readRecord().status;
  if (folderProblem !== null) throw new Error(folderProblem);
}

/** No backups go into the folder any more; those in it stay. */
export async function forgetFolder(app: AppParts): Promise<void> {
  await leaveFolder(app);
  await keepBackupFolder(null);
  updateRecord((record) => noteStatus(record, { folder: null, isFolderLapsed: false, folderProblem: null }));
}

/** Begins with an empty database, where one lost what was in it. The backups stay. */
export function startEmpty({ clock }: Pick<AppParts, "clock">): void {
  updateRecord((record) => noteEmptied(record, clock.now()));
}
