import { announceWrite } from "../../storage/announcedWrites.ts";
import { expectRoom } from "../../storage/database.ts";
import type { AppParts } from "../app/appContext.ts";
import type { BackupWork, FileHead, MadeBackup, RestorePlan } from "./backupWork.ts";
import { readWholeSession } from "../session/planning.ts";
import { whileNobodyWrites } from "../documents/documentLock.ts";
import { keepingOffBackups } from "./autoBackups.ts";
import { noteRestored } from "./storedNoting.ts";
import { noteDeletedAmount } from "./backupRecord.ts";

export type { LostEntry } from "../../interchange/formats/backupEntries.ts";
export type { Listed, MadeBackup, Question, RestorePlan, Standing, Titled } from "./backupWork.ts";

type WorkRequest =
  | { readonly kind: "make"; readonly passphrase: string | null; readonly head: FileHead }
  | {
      readonly kind: "plan";
      readonly file: Blob;
      readonly passphrase: string | null;
      readonly head: FileHead;
    }
  | {
      readonly kind: "restore";
      readonly plan: Pick<RestorePlan, "staged" | "removedCount">;
      readonly taken: readonly string[];
    };

/** What a worker is asked for. */
export type BackupRequest = (WorkRequest & { readonly databaseName: string }) | { readonly kind: "cancel" };

export type BackupAnswer =
  | { readonly kind: "progress"; readonly done: number; readonly of: number }
  | { readonly kind: "made"; readonly backup: MadeBackup }
  | { readonly kind: "planned"; readonly plan: RestorePlan }
  | { readonly kind: "restored" }
  | { readonly kind: "cancelled" }
  | { readonly kind: "problem"; readonly message: string; readonly isSealed: boolean };

/** The file is sealed, and no passphrase was given. */
export class PassphraseNeeded extends Error {}

/** Has a worker of its own do the work, so that the page goes on. @throws the signal's reason where it is cancelled */
function askWorker(
  { database }: AppParts,
  request: WorkRequest,
  { onProgress, signal }: BackupWork,
): Promise<BackupAnswer> {
  signal.throwIfAborted();
  const worker = new Worker(new URL("backupWorker.ts", import.meta.url), { type: "module" });
  const cancel = () => worker.postMessage({ kind: "cancel" } satisfies BackupRequest);
  signal.addEventListener("abort", cancel);
  return new Promise<BackupAnswer>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<BackupAnswer>) => {
      if (data.kind === "progress") onProgress(data.done, data.of);
      else if (data.kind === "cancelled") reject(signal.reason as Error);
      else if (data.kind === "problem") {
        reject(data.isSealed ? new PassphraseNeeded(data.message) : new Error(data.message));
      } else resolve(data);
    };
    worker.onerror = () => reject(new Error("Background work did not start. Reload the page."));
    worker.postMessage({ ...request, databaseName: database.name } satisfies BackupRequest);
  }).finally(() => {
    signal.removeEventListener("abort", cancel);
    worker.terminate();
  });
}

function headOf({ clock, appName }: AppParts): FileHead {
  return { exportedAt: clock.now(), appName };
}

/**
 * Makes a backup of everything that is on the disk, in a worker.
 *
 * @param passphrase seals the file, and may not be empty; null leaves it plain
 * @returns the file, which the browser keeps, on the disk where it is large; and what is not in it
 * @throws the signal's reason where it is cancelled, or why it can't be made
 */
export async function makeBackup(
  app: AppParts,
  { passphrase, ...work }: BackupWork & { readonly passphrase: string | null },
): Promise<MadeBackup> {
  if (passphrase === "") throw new Error("Enter a passphrase to encrypt the backup.");
  const answer = await askWorker(app, { kind: "make", passphrase, head: headOf(app) }, work);
  if (answer.kind !== "made") throw new Error("Background work gave no answer. Try again.");
  return answer.backup;
}

/**
 * Reads a backup file and works out what restoring it would do, in a worker. Nothing is written.
 *
 * @param passphrase null where none was asked for yet
 * @throws `PassphraseNeeded` where the file is sealed and there is none, the signal's reason where it is cancelled, or
 * why the file can't be read
 */
export async function readBackup(
  app: AppParts,
  file: Blob,
  { passphrase, ...work }: BackupWork & { readonly passphrase: string | null },
): Promise<RestorePlan> {
  const answer = await askWorker(app, { kind: "plan", file, passphrase, head: headOf(app) }, work);
  if (answer.kind !== "planned") throw new Error("Background work gave no answer. Try again.");
  return answer.plan;
}

/**
 * Does what a plan says in one transaction: all of it or nothing.
 *
 * @param taken the keys of the questions that were answered with the file's
 * @returns the candidates whose sessions a tab has open, and nothing was done; null where it was done
 * @throws where something here changed since the plan was made, the signal's reason where it is cancelled, or why it
 * can't be written; nothing was changed then
 */
export async function restoreBackup(
  app: AppParts,
  { staged, removed, removedCount, touchedIds, held }: RestorePlan,
  work: BackupWork,
  taken: readonly string[] = [],
): Promise<readonly string[] | null> {
  if (held.length > 0) throw new Error("A legal hold here keeps what the backup would delete.");
  const { database } = app;
  // The worker has a connection of its own, and does not know.
  expectRoom(database);
  const restore = async () => {
    await askWorker(app, { kind: "restore", plan: { staged, removedCount }, taken }, work);
    // Which of them are panels is seen when it is next counted.
    noteDeletedAmount({ sessions: removed.count });
    announceWrite(
      database,
      database.tables.map(({ name }) => name),
    );
    // It is restored, whatever becomes of this: what was deleted is looked for again at the next start.
    await noteRestored(app, removedCount).catch(() => {});
  };
  const result = await keepingOffBackups(work.signal, () => whileNobodyWrites(touchedIds, restore));
  if ("done" in result) return null;
  const open = await Promise.all(result.open.map((id) => readWholeSession(app, id)));
  return open.map((whole) => whole?.session.candidate ?? "");
}
