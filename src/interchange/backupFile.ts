import * as v from "valibot";
import { entryKey, entryKinds, type Backup, type Entry, type EntryKind } from "../domain/backup.ts";
import { errorToText } from "../domain/errorText.ts";
import type { Guide } from "../domain/guide.ts";
import { listsInPanel, panelErrors, panelSchema, panelToFile } from "./debriefFile.ts";
import {
  checkEnvelope,
  decodeWith,
  envelopeEntries,
  idSchema,
  isoTimeSchema,
  MOST_CHARACTERS,
  parseJson,
  refuse,
  toIso,
  toIsoOrNull,
  type Decoded,
  type FileError,
} from "./decoding.ts";
import { fileFormats, wrongPlaceMessages } from "./fileFormats.ts";
import { guideErrors, guideSchema, guideToId } from "./guideFile.ts";
import { capBytes, inflateCapped, isGzip, peekStream, UnreadableFile, withErrors } from "./inflate.ts";
import { isRecoveryFile, isSealedBytes, isSealedToKey, unsealStream } from "./sealing.ts";
import {
  listsForAreas,
  partErrors,
  partToScorecard,
  scorecardToPart,
  sessionPartSchema,
} from "./sessionFile.ts";

const FORMAT = fileFormats.backup;
const VERSION = 1;

/** More bytes than this are not looked at, packed or unpacked: about ten times a backup of 10,000 full sessions. */
export const MOST_BACKUP_BYTES = 2_000_000_000;
/** A file may be packed, sealed, and packed again inside. */
const MOST_LAYERS = 3;
/** The first line has no more than the head. */
const LONGEST_FIRST_LINE = 10_000;
/** A recovery file is a few lines. */
const LONGEST_RECOVERY_FILE = 10_000;

const text = v.string();
const count = v.pipe(v.number(), v.integer(), v.minValue(0, "may not be negative"));

/** The kinds whose entries hold one object and nothing beside it. */
const valueSchemas = {
  tombstone: v.looseObject({ id: idSchema, deletedAt: isoTimeSchema, reason: text }),
  guide: v.looseObject({
    id: text,
    guide: guideSchema,
    previousId: v.nullable(text),
    lineId: text,
    savedAt: v.nullable(isoTimeSchema),
  }),
  panelKey: v.looseObject({ panelId: idSchema, secretKey: text }),
  sealedScorecard: v.looseObject({
    panelId: idSchema,
    sessionId: idSchema,
    interviewerId: idSchema,
    interviewer: text,
    submittedAt: isoTimeSchema,
    asked: v.array(v.looseObject({ questionId: idSchema, rated: count, areas: count })),
    addedAt: isoTimeSchema,
    text,
  }),
  archivedGuide: v.looseObject({ lineId: text, archivedAt: isoTimeSchema }),
  guideDraft: v.looseObject({
    id: text,
    guide: guideSchema,
    previousId: v.nullable(text),
    updatedAt: isoTimeSchema,
  }),
  hold: v.looseObject({ candidateKey: text, reason: text, heldAt: isoTimeSchema }),
  exportMade: v.looseObject({
    id: idSchema,
    at: isoTimeSchema,
    form: text,
    sessionIds: v.array(text),
    panelIds: v.array(text),
  }),
  setting: v.looseObject({ key: text, value: v.unknown() }),
};

const entrySchemas = {
  tombstone: v.strictObject({ tombstone: valueSchemas.tombstone }),
  guide: v.strictObject({ guide: valueSchemas.guide }),
  session: sessionPartSchema,
  panel: v.looseObject({ panel: panelSchema }),
  panelKey: v.strictObject({ panelKey: valueSchemas.panelKey }),
  sealedScorecard: v.strictObject({ sealedScorecard: valueSchemas.sealedScorecard }),
  archivedGuide: v.strictObject({ archivedGuide: valueSchemas.archivedGuide }),
  guideDraft: v.strictObject({ guideDraft: valueSchemas.guideDraft }),
  hold: v.strictObject({ hold: valueSchemas.hold }),
  exportMade: v.strictObject({ exportMade: valueSchemas.exportMade }),
  setting: v.strictObject({ setting: valueSchemas.setting }),
} satisfies Record<EntryKind, v.GenericSchema>;

/** What a backup file holds; the published JSON Schema is made from it. */
export const backupFileSchema = v.looseObject({
  ...envelopeEntries,
  format: v.literal(FORMAT),
  exportedAt: isoTimeSchema,
  entries: v.array(v.union(Object.values(entrySchemas))),
  count,
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

/** @returns entries as the lines that follow, each on one of its own. @param isFirst whether none was written before */
export function encodeEntries(entries: readonly Entry[], isFirst: boolean): string {
  const lines = entries.map((entry) => JSON.stringify(entryToFile(entry)));
  return lines.length === 0 ? "" : `${isFirst ? "" : ","}\n${lines.join(",\n")}`;
}

/** @returns the last line. @param entryCount tells that none is missing */
export function encodeBackupEnd(entryCount: number): string {
  return `\n],"count":${entryCount}}\n`;
}

/** @returns the text of a backup file; for a large one, its parts are written one after another */
export function encodeBackup(entries: readonly Entry[], exportedAt: number, app: string): string {
  return encodeBackupHead(exportedAt, app) + encodeEntries(entries, true) + encodeBackupEnd(entries.length);
}

function entryToFile({ kind, value }: Entry): unknown {
  switch (kind) {
    case "session":
      return scorecardToPart({ first: value, revisions: value.revisions });
    case "panel":
      return { ...value.fileFields, panel: panelToFile(value) };
    case "tombstone":
      return { tombstone: { ...value, deletedAt: toIso(value.deletedAt) } };
    case "guide":
      return { guide: { ...value, savedAt: toIsoOrNull(value.savedAt) } };
    case "sealedScorecard":
      return {
        sealedScorecard: {
          ...value,
          submittedAt: toIso(value.submittedAt),
          addedAt: toIso(value.addedAt),
        },
      };
    case "archivedGuide":
      return { archivedGuide: { ...value, archivedAt: toIso(value.archivedAt) } };
    case "guideDraft":
      return { guideDraft: { ...value, updatedAt: toIso(value.updatedAt) } };
    case "hold":
      return { hold: { ...value, heldAt: toIso(value.heldAt) } };
    case "exportMade":
      return { exportMade: { ...value, at: toIso(value.at) } };
    case "panelKey":
      return { panelKey: value };
    case "setting":
      return { setting: value };
  }
}

/** An entry that was read, with the guide of a session; or what is wrong with it. */
export type ReadEntry = Decoded<{ readonly entry: Entry; readonly guide: Guide | undefined }>;

/** A way to the passphrase of a sealed file; without one, such a file is not read. */
export type Passphrase = string | null;

/** The file is sealed, and no passphrase was given. */
export class SealedFile extends UnreadableFile {}

/**
 * Reads a backup file, plain, packed (gzip) or sealed (age), a part at a time: a line is an entry. One that somebody
 * formatted anew is read too, as a whole and up to the size of other files. Each entry is checked as in the other files
 * of this app, and may point only at what stands before it. What an entry's error spoils is that entry alone.
 *
 * @throws `UnreadableFile` where the file is none, is damaged, or is of a newer version; `SealedFile` where it needs a
 * passphrase
 */
export async function* readBackupFile(
  bytes: ReadableStream<Uint8Array>,
  passphrase: Passphrase,
): AsyncGenerator<readonly ReadEntry[]> {
  let form: LineReader | null = null;
  for await (const lines of linesOf(await openLayers(capBytes(bytes, MOST_BACKUP_BYTES), passphrase))) {
    const read: ReadEntry[] = [];
    for (const line of lines) {
      if (form) read.push(...(await form.take(line)));
      else form = line.length < LONGEST_FIRST_LINE && line.endsWith("[") ? inLines(line) : inOnePiece(line);
    }
    if (read.length > 0) yield read;
  }
  if (form) yield await form.finish();
}

interface LineReader {
  readonly take: (line: string) => Promise<readonly ReadEntry[]>;
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
      if (line.startsWith("]")) {
        lastLine = line;
        return [];
      }
      const path = `entries[${readCount++}]`;
      const parsed = parseJson(line.endsWith(",") ? line.slice(0, -1) : line);
      return [parsed.ok ? await read(parsed.value, path) : atPath(parsed.errors, path)];
    },
    finish: () => {
      if (lastLine === "") throw new UnreadableFile("The file is cut off: its end is missing.");
      checkCount(parseOrThrow(`{"entries":[${lastLine}`), readCount);
      return Promise.resolve([]);
    },
  };
}

/** In any other form that JSON has. */
function inOnePiece(firstLine: string): LineReader {
  const lines = [firstLine];
  let length = firstLine.length;
  return {
    take: (line) => {
      lines.push(line);
      length += line.length + 1;
      if (length > MOST_CHARACTERS) {
        throw new UnreadableFile(
          "The file is too large to be read in this form. Backups of the app have one line for each entry.",
        );
      }
      return Promise.resolve([]);
    },
    finish: async () => {
      const wholeText = lines.join("\n");
      if (length < LONGEST_RECOVERY_FILE && isRecoveryFile(wholeText))
        throw new UnreadableFile(wrongPlaceMessages.recovery);
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

/** Reads the text of a backup file whole; an error anywhere refuses all of it. */
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

function atPath(errors: readonly FileError[], path: string): { ok: false; errors: readonly FileError[] } {
  return {
    ok: false,
    errors: errors.map((error) => ({
      ...error,
      path: error.path === "" ? path : `${path}.${error.path}`,
    })),
  };
}

async function openLayers(
  bytes: ReadableStream<Uint8Array>,
  passphrase: Passphrase,
): Promise<ReadableStream<Uint8Array>> {
  let opened = bytes;
  for (let layer = 0; layer <= MOST_LAYERS; layer++) {
    const { head, stream } = await peekStream(opened);
    if (isSealedToKey(head)) throw new UnreadableFile(wrongPlaceMessages.sealedScorecard);
    if (isGzip(head)) opened = inflateCapped(stream, MOST_BACKUP_BYTES);
    else if (isSealedBytes(head)) {
      if (passphrase === null) throw new SealedFile("The file is sealed. Its passphrase opens it.");
      opened = await unsealStream(stream, passphrase);
    } else return stream;
  }
  throw new UnreadableFile("The file is packed more often than any backup is.");
}

/** The lines of a text, as many at a time as came at once. */
async function* linesOf(bytes: ReadableStream<Uint8Array>): AsyncGenerator<readonly string[]> {
  const reader = withErrors(bytes, (error) => new UnreadableFile(errorToText(error))).getReader();
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const decode = (chunk?: Uint8Array) => {
    try {
      return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
    } catch {
      throw new UnreadableFile("The file is no text: it is not a backup, or it is damaged.");
    }
  };
  let rest = "";
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      const lines = (rest + decode(next.value)).split("\n");
      rest = lines.pop() ?? "";
      if (rest.length > MOST_CHARACTERS) {
        throw new UnreadableFile(
          `A line of the file is too long: the most is ${MOST_CHARACTERS} characters.`,
        );
      }
      yield lines.map((line) => line.trimEnd());
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
  yield [(rest + decode()).trimEnd()];
}

function parseOrThrow(jsonText: string): unknown {
  const parsed = parseJson(jsonText);
  if (!parsed.ok) throw new UnreadableFile(errorsToText(parsed.errors));
  return parsed.value;
}

function headOf(value: unknown): Readonly<Record<string, unknown>> {
  const envelope = checkEnvelope(value, FORMAT, VERSION);
  if (!envelope.ok) throw new UnreadableFile(errorsToText(envelope.errors));
  return envelope.value;
}

function errorsToText(errors: readonly FileError[]): string {
  return errors.map(({ path, message }) => (path === "" ? message : `${path}: ${message}`)).join(" ");
}

function checkCount(file: unknown, found: number): void {
  const decoded = decodeWith(v.looseObject({ count }), file);
  if (!decoded.ok)
    throw new UnreadableFile("The file is damaged: its last line does not say how much it holds.");
  if (decoded.value.count !== found) {
    throw new UnreadableFile(
      `The file is damaged: it has ${found} entries and should have ${decoded.value.count}.`,
    );
  }
}

type Fields = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Fields {
  return typeof value === "object" && value !== null;
}

/** Sessions and panels may have any other field beside them. */
const kindsToTry: readonly EntryKind[] = ["session", "panel", ...entryKinds];

/** Reads entries one after another, and keeps what later ones may point at. */
function entryReader(): (value: unknown, path: string) => Promise<ReadEntry> {
  const guides = new Map<string, Guide>();
  const panelIds = new Set<string>();
  const keys = new Set<string>();
  let lastKindAt = 0;

  return async (value, path) => {
    const kind = isObject(value) ? kindsToTry.find((name) => Object.hasOwn(value, name)) : undefined;
    if (!kind || !isObject(value))
      return refuse(path, `is none of what a backup holds: ${entryKinds.join(", ")}`);
    const kindAt = entryKinds.indexOf(kind);
    if (kindAt < lastKindAt) {
      return refuse(path, `a ${kind} must stand before the first ${entryKinds[lastKindAt] ?? ""}`);
    }
    lastKindAt = kindAt;
    const decoded = await decodeEntry(kind, value, guides, panelIds);
    if (!decoded.ok) return atPath(decoded.errors, path);
    const { entry } = decoded.value;
    const key = entryKey(entry);
    if (keys.has(key)) return refuse(path, "is there twice");
    keys.add(key);
    if (entry.kind === "guide") guides.set(entry.value.id, entry.value.guide);
    if (entry.kind === "panel") panelIds.add(entry.value.id);
    return decoded;
  };
}

async function decodeEntry(
  kind: EntryKind,
  value: Fields,
  guides: ReadonlyMap<string, Guide>,
  panelIds: ReadonlySet<string>,
): Promise<ReadEntry> {
  switch (kind) {
    case "session":
      return decodeSessionEntry(value, guides);
    case "panel":
      return decodePanelEntry(value, guides);
    case "guide": {
      const decoded = decodeWith(entrySchemas.guide, value);
      if (!decoded.ok) return decoded;
      const { guide } = decoded.value;
      const errors = guideErrors(guide.guide, "guide.guide");
      if (errors.length > 0) return { ok: false, errors };
      if ((await guideToId(guide.guide)) !== guide.id) {
        return refuse("guide.id", "is not the id of this guide: the guide was changed");
      }
      return wasRead({ kind, value: guide });
    }
    case "panelKey":
      return ofPanel(
        withKind(decodeWith(entrySchemas.panelKey, value), ({ panelKey }) => ({ kind, value: panelKey })),
        panelIds,
      );
    case "sealedScorecard":
      return ofPanel(
        withKind(decodeWith(entrySchemas.sealedScorecard, value), ({ sealedScorecard }) => ({
          kind,
          value: sealedScorecard,
        })),
        panelIds,
      );
    case "tombstone":
      return withKind(decodeWith(entrySchemas.tombstone, value), ({ tombstone }) => ({
        kind,
        value: tombstone,
      }));
    case "archivedGuide":
      return withKind(decodeWith(entrySchemas.archivedGuide, value), ({ archivedGuide }) => ({
        kind,
        value: archivedGuide,
      }));
    case "guideDraft":
      return withKind(decodeWith(entrySchemas.guideDraft, value), ({ guideDraft }) => ({
        kind,
        value: guideDraft,
      }));
    case "hold":
      return withKind(decodeWith(entrySchemas.hold, value), ({ hold }) => ({ kind, value: hold }));
    case "exportMade":
      return withKind(decodeWith(entrySchemas.exportMade, value), ({ exportMade }) => ({
        kind,
        value: exportMade,
      }));
    case "setting":
      return withKind(decodeWith(entrySchemas.setting, value), ({ setting }) => ({ kind, value: setting }));
  }
}

function wasRead(entry: Entry, guide?: Guide): ReadEntry {
  return { ok: true, value: { entry, guide } };
}

function withKind<T>(decoded: Decoded<T>, toEntry: (value: T) => Entry): ReadEntry {
  return decoded.ok ? wasRead(toEntry(decoded.value)) : decoded;
}

function ofPanel(read: ReadEntry, panelIds: ReadonlySet<string>): ReadEntry {
  if (!read.ok) return read;
  const { kind, value } = read.value.entry;
  const isKnown = (kind !== "panelKey" && kind !== "sealedScorecard") || panelIds.has(value.panelId);
  return isKnown ? read : refuse(`${kind}.panelId`, "is the id of no panel in this file");
}

function decodeSessionEntry(value: Fields, guides: ReadonlyMap<string, Guide>): ReadEntry {
  const lists = listsForAreas(value);
  if (lists.length > 0) return { ok: false, errors: lists };
  const decoded = decodeWith(entrySchemas.session, value);
  if (!decoded.ok) return decoded;
  const guide = guides.get(decoded.value.session.guideId);
  if (!guide) return refuse("session.guideId", "is the id of no guide in this file");
  const errors = partErrors(decoded.value, guide);
  if (errors.length > 0) return { ok: false, errors };
  const { first, revisions } = partToScorecard(decoded.value, guide);
  return wasRead(
    { kind: "session", value: { session: first.session, answers: first.answers, revisions } },
    guide,
  );
}

function decodePanelEntry(value: Fields, guides: ReadonlyMap<string, Guide>): ReadEntry {
  const decoded = decodeWith(entrySchemas.panel, value);
  if (!decoded.ok) return decoded;
  const {
    panel: { fileFields: _kept, ...panel },
    ...fileFields
  } = decoded.value;
  const lists = listsInPanel(value["panel"]);
  if (lists.length > 0) return { ok: false, errors: lists };
  if (!guides.has(panel.guideId)) return refuse("panel.guideId", "is the id of no guide in this file");
  const errors = panelErrors(panel, [...guides.values()]);
  if (errors.length > 0) return { ok: false, errors };
  return wasRead({
    kind: "panel",
    value: { ...panel, ...(Object.keys(fileFields).length > 0 && { fileFields }) },
  });
}
