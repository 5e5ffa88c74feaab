import { lightFormat } from "date-fns";

/** @param at epoch ms @returns the name of a backup file, with the day and the time by the clock of this device */
export function backupName(at: number, ending: string): string {
  return `interview-scorecard-backup-${lightFormat(at, "yyyy-MM-dd-HHmm")}.${ending}`;
}
