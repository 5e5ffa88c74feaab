import * as v from "valibot";
import { MOST_BACKUP_BYTES, MOST_CHARACTERS } from "../../domain/text/limits.ts";
import {
  atPath,
  backupEntrySchema,
  entryReader,
  lineToTitle,
  parseEntry,
  type ReadEntry,
} from "./backupEntries.ts";
import {
  checkEnvelope,
  countSchema,
  decodeWith,
  envelopeEntries,
  errorsToText,
  isoTimeSchema,
  parseJson,
  toIso,
  wholeFile,
  type FileError,
} from "../files/decoding.ts";
import {
  documentMessages,
  fileFormats,
  writtenDocumentOf,
  wrongPlaceMessages,
} from "../files/fileFormats.ts";
import { linesOf, LongLine } from "../files/fileLines.ts";
import { capBytes, inflateCapped, isGzip, peekStream, UnreadableFile } from "../files/inflate.ts";
import {
  isRecoveryFile,
  isSealedBytes,
  isSealedToKey,
  LONGEST_RECOVERY_FILE,
  unsealStream,
} from "../files/encryption.ts";

const FORMAT = fileFormats.backup;
const VERSION = 1;

/** A file may be packed, sealed, and packed again inside. */
const MOST_LAYERS = 3;
/** The first line has no more than the head. */
const LONGEST_FIRST_LINE = 10_000;

/** What a backup file holds; the published JSON Schema is made from it. */
export const backupFileSchema = v.looseObject({
  ...envelopeEntries,
  format: v.literal(FORMAT),
  exportedAt: isoTimeSchema,
  entries: v.array(backupEntrySchema),
  count: countSchema,
});

/**
 * @param exportedAt epoch ms
 * @param app name and version of the app that writes the file
 * @returns the first line of a backup file, without its end
 */
export function encodeBackupHead(exportedAt: number, app: string): string {
  const head = { format: FORMAT, version: VERSION, exportedAt: toIso(exportedAt), app, entries: [] };
  return JSON.stringify(head).slice(0, -"]}".length);
}

/** @param lines entries, each as the text of a line. @param isFirst whether none was written before */
export function joinEntries(lines: readonly string[], isFirst: boolean): string {
  return lines.length === 0 ? "" : `${isFirst ? "" : ","}\n${lines.join(",\n")}`;
}

/** @returns the last line. @param entryCount tells that none is missing */
export function encodeBackupEnd(entryCount: number): string {
  return `\n],"count":${entryCount}}\n`;
}

/** The file is sealed, and no passphrase was given. */
export class SealedFile extends UnreadableFile {}

/**
 * Reads a backup file, plain, packed (gzip) or sealed (age), a part at a time: a line is an entry. One that somebody
 * formatted anew is read too, as a whole and up to the size of other files. Each entry is checked as in the other files
 * of this app, and may point only at what stands before it. What an entry's error spoils is that entry alone.
 *
 * @param passphrase of a sealed file; null where none is known
 * @returns what was read, in the order of the file; several entries at a time
 * @throws `UnreadableFile` where the file is none, is damaged, or is of a newer version; `SealedFile` where it needs a
 * passphrase
 */
export async function* readBackupFile(
  bytes: ReadableStream<Uint8Array>,
  passphrase: string | null,
): AsyncGenerator<readonly ReadEntry[]> {
  let form: LineReader | null = null;
  for await (const lines of linesOf(await openLayers(capBytes(bytes, MOST_BACKUP_BYTES), passphrase))) {
    const read: ReadEntry[] = [];
    for (const line of lines) {
      if (form) read.push(...(await form.take(line)));
      else if (line instanceof LongLine) throw new UnreadableFile(TOO_LARGE_IN_ONE);
      else form = line.length < LONGEST_FIRST_LINE && line.endsWith("[") ? inLines(line) : inOnePiece(line);
    }
    if (read.length > 0) yield read;
  }
  if (form) yield await form.finish();
}

interface LineReader {
  readonly take: (line: string | LongLine) => Promise<readonly ReadEntry[]>;
  readonly finish: () => Promise<readonly ReadEntry[]>;
}

/** As the app writes it: the head, a line for each entry, and the end. */
function inLines(firstLine: string): LineReader {
  headOf(parseOrThrow(`${firstLine}]}`));
  const read = entryReader();
  let lastLine = "";
  let readCount = 0;
  return {
    take: async (line) => {
      if (line === "") return [];
      if (lastLine !== "") throw new UnreadableFile("There is something after the end of the backup.");
      if (!(line instanceof LongLine) && line.startsWith("]")) {
        lastLine = line;
        return [];
      }
      const path = `entries[${readCount++}]`;
      if (line instanceof LongLine) return [lost(line.beginning, [TOO_LONG], path)];
      const parsed = parseEntry(line);
      return [parsed.ok ? await read(parsed.value, path) : lost(line, parsed.errors, path)];
    },
    finish: () => {
      if (lastLine === "") throw new UnreadableFile("The file is cut off: its end is missing.");
      checkCount(parseOrThrow(`{"entries":[${lastLine}`), readCount);
      return Promise.resolve([]);
    },
  };
}

function lost(line: string, errors: readonly FileError[], path: string): ReadEntry {
  return { ...atPath(errors, path), title: lineToTitle(line) };
}

const TOO_LONG = {
  path: "",
  message: `The entry is too large: it has more than ${MOST_CHARACTERS} characters.`,
};
const TOO_LARGE_IN_ONE =
  "The file is too large to be read in this form. Backups of the app have one line for each entry.";

/** In any other form that JSON has. */
function inOnePiece(firstLine: string): LineReader {
  const lines = [firstLine];
  let length = firstLine.length;
  return {
    take: (line) => {
      if (line instanceof LongLine) throw new UnreadableFile(TOO_LARGE_IN_ONE);
      lines.push(line);
      length += line.length + 1;
      if (length > MOST_CHARACTERS) throw new UnreadableFile(TOO_LARGE_IN_ONE);
      return Promise.resolve([]);
    },
    finish: async () => {
      const wholeText = lines.join("\n");
      if (length < LONGEST_RECOVERY_FILE && isRecoveryFile(wholeText))
        throw new UnreadableFile(wrongPlaceMessages.recovery);
      if (writtenDocumentOf(wholeText) === "table") throw new UnreadableFile(documentMessages.table);
      const file = headOf(parseOrThrow(wholeText));
      const entries: unknown = file["entries"];
      if (!Array.isArray(entries)) throw new UnreadableFile("The file has no list of entries.");
      checkCount(file, entries.length);
      const read = entryReader();
      const found: ReadEntry[] = [];
      for (const [at, entry] of entries.entries()) found.push(await read(entry, `entries[${at}]`));
      return found;
    },
  };
}

async function openLayers(
  bytes: ReadableStream<Uint8Array>,
  passphrase: string | null,
): Promise<ReadableStream<Uint8Array>> {
  let opened = bytes;
  for (let layer = 0; layer <= MOST_LAYERS; layer++) {
    const { head, stream } = await peekStream(opened);
    if (isSealedToKey(head)) throw new UnreadableFile(wrongPlaceMessages.sealedScorecard);
    if (isGzip(head)) opened = inflateCapped(stream, MOST_BACKUP_BYTES);
    else if (isSealedBytes(head)) {
      if (passphrase === null) throw new SealedFile("The file is encrypted. Its passphrase opens it.");
      opened = await unsealStream(stream, passphrase);
    } else return stream;
  }
  throw new UnreadableFile("The file is packed more often than any backup is.");
}

function parseOrThrow(jsonText: string): unknown {
  // Entries may have whole files in them.
  const parsed = parseJson(jsonText, { ...wholeFile, longestText: MOST_CHARACTERS });
  if (!parsed.ok) throw new UnreadableFile(errorsToText(parsed.errors));
  return parsed.value;
}

function headOf(value: unknown): Readonly<Record<string, unknown>> {
  const envelope = checkEnvelope(value, FORMAT, VERSION);
  if (!envelope.ok) throw new UnreadableFile(errorsToText(envelope.errors));
  return envelope.value;
}

function checkCount(file: unknown, found: number): void {
  const decoded = decodeWith(v.looseObject({ count: countSchema }), file);
  if (!decoded.ok)
    throw new UnreadableFile("The file is damaged: its last line does not say how much it holds.");
  if (decoded.value.count !== found) {
    throw new UnreadableFile(
      `The file is damaged: it has ${found} entries and should have ${decoded.value.count}.`,
    );
  }
}
