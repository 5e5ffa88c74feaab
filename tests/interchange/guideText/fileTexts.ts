import { entryKey, type Backup, type Entry } from "../../../src/domain/admission/entries.ts";
import type { Guide } from "../../../src/domain/guides/guide.ts";
import { entryToFile } from "../../../src/interchange/formats/backupEntries.ts";
import {
  encodeBackupEnd,
  encodeBackupHead,
  joinEntries,
  readBackupFile,
} from "../../../src/interchange/formats/backupFile.ts";
import { decodeDebrief, type OpenPanel } from "../../../src/interchange/formats/debriefFile.ts";
import { parseJson, refuse, type Decoded, type FileError } from "../../../src/interchange/files/decoding.ts";
import { decodeGuide } from "../../../src/interchange/formats/guideFile.ts";
import { UnreadableFile } from "../../../src/interchange/files/inflate.ts";

/*
 * Texts of whole files, which the app itself reads through its door, or writes and reads a part at a time.
 */

/** Reads the text of a guide file. */
export function decodeGuideFile(fileText: string): Decoded<Guide> {
  const parsed = parseJson(fileText);
  return parsed.ok ? decodeGuide(parsed.value) : parsed;
}

/** Reads the text of a debrief file. */
export async function decodeDebriefFile(fileText: string): Promise<Decoded<OpenPanel>> {
  const parsed = parseJson(fileText);
  return parsed.ok ? decodeDebrief(parsed.value) : parsed;
}

/** @param exportedAt epoch ms @returns the text of a backup file */
export function encodeBackup(entries: readonly Entry[], exportedAt: number, app: string): string {
  return (
    encodeBackupHead(exportedAt, app) +
    joinEntries(
      entries.map((entry) => JSON.stringify(entryToFile(entry))),
      true,
    ) +
    encodeBackupEnd(entries.length)
  );
}

/** Reads the text of a backup file; an error anywhere refuses all of it. */
export async function decodeBackup(fileText: string): Promise<Decoded<Backup>> {
  const entries = new Map<string, Entry>();
  const errors: FileError[] = [];
  try {
    for await (const found of readBackupFile(new Blob([fileText]).stream(), null)) {
      for (const read of found) {
        if (read.ok) entries.set(entryKey(read.value.entry), read.value.entry);
        else errors.push(...read.errors);
      }
    }
  } catch (error) {
    if (error instanceof UnreadableFile) return refuse("", error.message);
    throw error;
  }
  return errors.length > 0 ? { ok: false, errors } : { ok: true, value: entries };
}
