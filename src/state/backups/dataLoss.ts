import { amountOf } from "../../domain/backups/amount.ts";
import { privateDirectory } from "../../storage/backups/privateDirectory.ts";
import { readRecord } from "./backupRecord.ts";

/** @returns whether there was something in a database that is empty now; where it was emptied by hand, it is known */
export async function isDataLost(): Promise<boolean> {
  const { lastKnown } = readRecord();
  if (lastKnown) return amountOf(lastKnown) > 0;
  // Whoever comes for the first time has none, and waits for nothing more.
  const directory = await privateDirectory(false);
  if (!directory) return false;
  const { listAutoBackupFiles } = await import("../../storage/backups/autoBackupFiles.ts");
  const files = await listAutoBackupFiles(directory).catch(() => []);
  return files.some(({ backup }) => amountOf(backup) > 0);
}
