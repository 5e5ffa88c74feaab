import { amountOf } from "../../domain/backups/amount.ts";
import { listAutoBackups } from "../../storage/backups/autoBackupFiles.ts";
import { readRecord } from "./backupRecord.ts";

/** @returns whether there was something in a database that is empty now; where it was emptied by hand, it is known */
export async function isDataLost(): Promise<boolean> {
  const { lastKnown } = readRecord();
  if (lastKnown) return amountOf(lastKnown) > 0;
  const files = (await listAutoBackups().catch(() => [])) ?? [];
  return files.some(({ backup }) => amountOf(backup) > 0);
}
