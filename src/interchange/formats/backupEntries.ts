import * as v from "valibot";
import {
  entryKey,
  entryKinds,
  entryTitle,
  type Entry,
  type EntryKind,
  type EntryOf,
} from "../../domain/admission/entries.ts";
import { errorToText } from "../../domain/text/errorText.ts";
import { EVERYBODY } from "../../domain/candidates/auditEntry.ts";
import type { Guide } from "../../domain/guides/guide.ts";
import { LONGEST_TEXT, MOST_CHARACTERS, MOST_LOGGED, MOST_QUESTIONS } from "../../domain/text/limits.ts";
import { auditChangeSchema } from "./auditChange.ts";
import { listsInPanel, panelErrors, panelSchema, panelToFile } from "./debriefFile.ts";
import {
  countSchema,
  decodeWith,
  idSchema,
  isoTimeSchema,
  listSchema,
  nameSchema,
  parseJson,
  refuse,
  textSchema,
  tooManyMessage,
  toIso,
  toIsoOrNull,
  writeJson,
  type Decoded,
  type FileError,
} from "../files/decoding.ts";
import { excessErrors, guideDraftSchema, guideErrors, guideSchema, guideToId } from "./guideFile.ts";
import { listsForAreas, partErrors } from "./sessionChecks.ts";
import { partToScorecard, scorecardToPart } from "./sessionFile.ts";
import { sessionPartSchema } from "./sessionSchema.ts";
import { settingErrors } from "./settings.ts";

type Value<K extends EntryKind> = EntryOf<K>["value"];
type Fields = Readonly<Record<string, unknown>>;

/** What of a file was read before an entry. */
interface ReadBefore {
  /** By their ids. */
  readonly guides: ReadonlyMap<string, Guide>;
  readonly panelIds: ReadonlySet<string>;
  /** How many entries of the audit log, by their subject. */
  readonly loggedCounts: Map<string, number>;
}

/** What a kind of entry is in a file: a new table is one more of these. */
interface EntryFormat<K extends EntryKind> {
  readonly schema: v.GenericSchema;
  readonly toFile: (value: Value<K>) => unknown;
  readonly read: (line: Fields, before: ReadBefore) => DecodedEntry | Promise<DecodedEntry>;
  /** @returns what of an entry by itself the schema cannot tell, looked at when it is written as well */
  readonly errors?: (value: Value<K>) => readonly FileError[];
}

/** @returns the format of a kind whose entries hold one object, under its name, and nothing beside it */
function oneObject<K extends EntryKind, V>(
  kind: K,
  value: v.GenericSchema<unknown, V>,
  toEntry: (value: V) => Entry,
  parts: Pick<EntryFormat<K>, "toFile" | "errors"> & {
    readonly check?: (value: V, before: ReadBefore) => readonly FileError[] | Promise<readonly FileError[]>;
  },
): EntryFormat<K> {
  const schema = v.strictObject({ [kind]: value });
  return {
    schema,
    toFile: (one) => ({ [kind]: parts.toFile(one) }),
    ...(parts.errors && { errors: parts.errors }),
    read: async (line, before) => {
      const decoded = decodeWith(schema, line);
      if (!decoded.ok) return decoded;
      const found = decoded.value[kind];
      if (found === undefined) return refuse(kind, "is missing");
      const errors = (await parts.check?.(found, before)) ?? [];
      return errors.length > 0 ? { ok: false, errors } : wasChecked(toEntry(found));
    },
  };
}

/** @returns that the panel an entry is of is in the file, or what is wrong */
function ofPanel(kind: EntryKind) {
  return ({ panelId }: { readonly panelId: string }, { panelIds }: ReadBefore): readonly FileError[] =>
    panelIds.has(panelId) ? [] : [{ path: `${kind}.panelId`, message: "is the id of no panel in this file" }];
}

const panelEntrySchema = v.looseObject({ panel: panelSchema });

const formats: { readonly [K in EntryKind]: EntryFormat<K> } = {
  tombstone: oneObject(
    "tombstone",
    v.looseObject({ id: idSchema, deletedAt: isoTimeSchema, reason: textSchema }),
    (value) => ({ kind: "tombstone", value }),
    { toFile: (value) => ({ ...value, deletedAt: toIso(value.deletedAt) }) },
  ),
  guide: oneObject(
    "guide",
    v.looseObject({
      id: idSchema,
      guide: guideSchema,
      previousId: v.nullable(idSchema),
      lineId: idSchema,
      savedAt: v.nullable(isoTimeSchema),
    }),
    (value) => ({ kind: "guide", value }),
    {
      toFile: (value) => ({ ...value, savedAt: toIsoOrNull(value.savedAt) }),
      errors: ({ guide }) => excessErrors(guide, "guide.guide"),
      check: async ({ id, guide }) => {
        const errors = guideErrors(guide, "guide.guide");
        if (errors.length > 0 || (await guideToId(guide)) === id) return errors;
        return [{ path: "guide.id", message: "is not the id of this guide: the guide was changed" }];
      },
    },
  ),
  session: {
    schema: sessionPartSchema,
    toFile: (value) => scorecardToPart({ first: value, revisions: value.revisions }),
    errors: ({ session }) => {
      const id = decodeWith(idSchema, session.id);
      return id.ok ? [] : atPath(id.errors, "session.id").errors;
    },
    read: readSession,
  },
  panel: {
    schema: panelEntrySchema,
    // In a field of their own: one of them may be called as a kind of entry is.
    toFile: (value) => ({
      panel: panelToFile(value),
      ...(value.fileFields && { fileFields: value.fileFields }),
    }),
    read: readPanel,
  },
  panelKey: oneObject(
    "panelKey",
    v.looseObject({ panelId: idSchema, secretKey: textSchema }),
    (value) => ({ kind: "panelKey", value }),
    { toFile: (value) => value, check: ofPanel("panelKey") },
  ),
  sealedScorecard: oneObject(
    "sealedScorecard",
    v.looseObject({
      panelId: idSchema,
      sessionId: idSchema,
      interviewerId: idSchema,
      interviewer: nameSchema,
      submittedAt: isoTimeSchema,
      asked: listSchema(
        v.looseObject({ questionId: idSchema, rated: countSchema, areas: countSchema }),
        2 * MOST_QUESTIONS,
        "questions",
      ),
      addedAt: isoTimeSchema,
      isFromSeat: v.exactOptional(v.boolean()),
      // A whole file, which is checked when it is opened.
      text: v.pipe(v.string(), v.maxLength(MOST_CHARACTERS)),
    }),
    (value) => ({ kind: "sealedScorecard", value }),
    {
      toFile: (value) => ({
        ...value,
        submittedAt: toIso(value.submittedAt),
        addedAt: toIso(value.addedAt),
      }),
      check: ofPanel("sealedScorecard"),
    },
  ),
  archivedGuide: oneObject(
    "archivedGuide",
    v.looseObject({ lineId: idSchema, archivedAt: isoTimeSchema }),
    (value) => ({ kind: "archivedGuide", value }),
    { toFile: (value) => ({ ...value, archivedAt: toIso(value.archivedAt) }) },
  ),
  guideDraft: oneObject(
    "guideDraft",
    v.looseObject({
      id: idSchema,
      guide: guideDraftSchema,
      previousId: v.nullable(idSchema),
      updatedAt: isoTimeSchema,
    }),
    (value) => ({ kind: "guideDraft", value }),
    {
      toFile: (value) => ({ ...value, updatedAt: toIso(value.updatedAt) }),
      errors: ({ guide }) => excessErrors(guide, "guideDraft.guide"),
    },
  ),
  deletedByHand: oneObject(
    "deletedByHand",
    v.looseObject({
      id: idSchema,
      kind: v.picklist(["session", "panel", "scorecard"]),
      candidate: nameSchema,
      role: nameSchema,
      deletedAt: isoTimeSchema,
      panelId: v.exactOptional(idSchema),
      interviewer: v.exactOptional(nameSchema),
    }),
    (value) => ({ kind: "deletedByHand", value }),
    { toFile: (value) => ({ ...value, deletedAt: toIso(value.deletedAt) }) },
  ),
  hold: oneObject(
    "hold",
    v.looseObject({ candidateKey: textSchema, reason: textSchema, heldAt: isoTimeSchema }),
    (value) => ({ kind: "hold", value }),
    { toFile: (value) => ({ ...value, heldAt: toIso(value.heldAt) }) },
  ),
  exportMade: oneObject(
    "exportMade",
    v.looseObject({
      id: idSchema,
      at: isoTimeSchema,
      form: nameSchema,
      sessionIds: v.array(idSchema),
      panelIds: v.array(idSchema),
      isOfAll: v.exactOptional(v.literal(true)),
      fileName: v.exactOptional(nameSchema),
    }),
    (value) => ({ kind: "exportMade", value }),
    { toFile: (value) => ({ ...value, at: toIso(value.at) }) },
  ),
  auditEntry: oneObject(
    "auditEntry",
    v.looseObject({
      id: idSchema,
      subjectId: v.union([v.literal(EVERYBODY), idSchema]),
      at: isoTimeSchema,
      change: auditChangeSchema,
    }),
    (value) => ({ kind: "auditEntry", value }),
    {
      toFile: (value) => ({ ...value, at: toIso(value.at) }),
      check: ({ subjectId }, { loggedCounts }) => {
        const count = (loggedCounts.get(subjectId) ?? 0) + 1;
        loggedCounts.set(subjectId, count);
        return count <= MOST_LOGGED
          ? []
          : [{ path: "auditEntry.subjectId", message: tooManyMessage(MOST_LOGGED, "entries in this file") }];
      },
    },
  ),
  setting: oneObject(
    "setting",
    v.looseObject({ key: nameSchema, value: v.unknown() }),
    (value) => ({ kind: "setting", value }),
    { toFile: (value) => value, errors: (value) => atPath(settingErrors(value), "setting.value").errors },
  ),
};

function formatOf<K extends EntryKind>({ kind }: { readonly kind: K }): EntryFormat<K> {
  return formats[kind];
}

/** What one entry of a backup file is. */
export const backupEntrySchema = v.union(Object.values(formats).map(({ schema }) => schema));

/** @returns an entry as it stands in a backup file */
export function entryToFile(entry: Entry): unknown {
  return formatOf<EntryKind>(entry).toFile(entry.value);
}

/** An entry that can't be written or read, and why. */
export interface LostEntry {
  /** What it is and of whom, as far as it can be told; else empty. */
  readonly title: string;
  readonly errors: readonly FileError[];
}

type DecodedEntry = Decoded<{ readonly entry: Entry; readonly guide: Guide | undefined }>;

/** An entry that was read, with the guide of a session; or what is wrong with it. */
export type ReadEntry = (DecodedEntry & { readonly ok: true }) | ({ readonly ok: false } & LostEntry);

/** What of an entry is read and written as one. A scorecard of a panel has a whole file in it. */
const anyEntry = { what: "The entry", longestText: MOST_CHARACTERS };
const ownEntry = { ...anyEntry, longestText: LONGEST_TEXT };

/** Longer sessions are read through when they are written: some may have come before there were limits. */
const LONG_SESSION = 100_000;

/** @returns an entry as the text of a line, or why it can't be written so that it is read again */
export function encodeEntry(entry: Entry): Decoded<string> {
  const { kind } = entry;
  try {
    const value = entryToFile(entry);
    const written = writeJson(value, kind === "sealedScorecard" ? anyEntry : ownEntry);
    if (!written.ok) return written;
    if (kind !== "session" || written.value.length >= LONG_SESSION) {
      const parsed = parseEntry(written.value);
      const read = parsed.ok ? decodeWith(formatOf(entry).schema, parsed.value) : parsed;
      if (!read.ok) return read;
    }
    const errors = furtherErrors(entry);
    return errors.length > 0 ? { ok: false, errors } : written;
  } catch (error) {
    return refuse("", `The entry can’t be written: ${errorToText(error)}`);
  }
}

function furtherErrors(entry: Entry): readonly FileError[] {
  return formatOf<EntryKind>(entry).errors?.(entry.value) ?? [];
}

/** @returns the parsed line of an entry, without the comma behind it */
export function parseEntry(line: string): Decoded<unknown> {
  return parseJson(line.endsWith(",") ? line.slice(0, -1) : line, anyEntry);
}

/** @param line as much of it as there is. @returns the title of an entry that can't be parsed; empty where it has none */
export function lineToTitle(line: string): string {
  const kind = kindsToTry.find((name) => line.includes(`"${name}":{`));
  const [, found = ""] =
    /"(?:candidate|title|interviewer)":("(?:[^"\\]|\\.)*")/u.exec(line.slice(0, 2000)) ?? [];
  const name = parseJson(found);
  const text = name.ok ? name.value : "";
  const fields = { candidate: text, title: text, interviewer: text };
  return kind === undefined ? "" : entryTitle(kind, { ...fields, session: fields, guide: fields });
}

function isObject(value: unknown): value is Fields {
  return typeof value === "object" && value !== null;
}

/** Sessions and panels may have any other field beside them. */
const kindsToTry: readonly EntryKind[] = ["session", "panel", ...entryKinds];

/**
 * Reads entries one after another, and keeps what later ones may point at.
 *
 * @returns what takes the next parsed entry and its path in the file, and gives the entry or what is wrong with it
 */
export function entryReader(): (value: unknown, path: string) => Promise<ReadEntry> {
  const guides = new Map<string, Guide>();
  const panelIds = new Set<string>();
  const loggedCounts = new Map<string, number>();
  const keys = new Set<string>();
  let lastKindAt = 0;

  const readOne = async (
    kind: EntryKind | undefined,
    value: unknown,
    path: string,
  ): Promise<DecodedEntry> => {
    if (!kind || !isObject(value))
      return refuse(path, `is none of what a backup holds: ${entryKinds.join(", ")}`);
    const kindAt = entryKinds.indexOf(kind);
    if (kindAt < lastKindAt) {
      return refuse(path, `a ${kind} must stand before the first ${entryKinds[lastKindAt] ?? ""}`);
    }
    lastKindAt = kindAt;
    const decoded = await formatOf({ kind }).read(value, { guides, panelIds, loggedCounts });
    if (!decoded.ok) return atPath(decoded.errors, path);
    const { entry } = decoded.value;
    const key = entryKey(entry);
    if (keys.has(key)) return refuse(path, "is there twice");
    keys.add(key);
    if (entry.kind === "guide") guides.set(entry.value.id, entry.value.guide);
    if (entry.kind === "panel") panelIds.add(entry.value.id);
    return decoded;
  };

  return async (value, path) => {
    // A field beside a panel may be called as a kind is; the value of a kind is an object.
    const kind = isObject(value)
      ? (kindsToTry.find((name) => Object.hasOwn(value, name) && isObject(value[name])) ??
        kindsToTry.find((name) => Object.hasOwn(value, name)))
      : undefined;
    const read = await readOne(kind, value, path);
    if (read.ok) return read;
    const inner: unknown = isObject(value) && kind !== undefined && kind !== "session" ? value[kind] : value;
    return { ...read, title: kind === undefined ? "" : entryTitle(kind, inner) };
  };
}

function wasChecked(entry: Entry): DecodedEntry {
  const errors = furtherErrors(entry);
  return errors.length > 0 ? { ok: false, errors } : wasRead(entry);
}

function wasRead(entry: Entry, guide?: Guide): DecodedEntry {
  return { ok: true, value: { entry, guide } };
}

function readSession(value: Fields, { guides }: ReadBefore): DecodedEntry {
  const lists = listsForAreas(value);
  if (lists.length > 0) return { ok: false, errors: lists };
  const decoded = decodeWith(sessionPartSchema, value);
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

function readPanel(value: Fields, { guides }: ReadBefore): DecodedEntry {
  const decoded = decodeWith(panelEntrySchema, value);
  if (!decoded.ok) return decoded;
  const {
    panel: { fileFields: _kept, ...panel },
    fileFields: head,
    ...besides
  } = decoded.value;
  // Older backups have them beside the panel.
  const fileFields: Fields = {
    ...besides,
    ...(isObject(head) ? head : head !== undefined && { fileFields: head }),
  };
  const lists = listsInPanel(value["panel"]);
  if (lists.length > 0) return { ok: false, errors: lists };
  const guide = guides.get(panel.guideId);
  if (!guide) return refuse("panel.guideId", "is the id of no guide in this file");
  // What was agreed on areas of other guide versions is on scales that are in the scorecards, which may be sealed.
  const ownIds = new Set(guide.questions.flatMap(({ areas }) => areas.map(({ id }) => id)));
  const errors = panelErrors(panel, [...guides.values()], (areaId) => ownIds.has(areaId));
  if (errors.length > 0) return { ok: false, errors };
  return wasRead({
    kind: "panel",
    value: { ...panel, ...(Object.keys(fileFields).length > 0 && { fileFields }) },
  });
}

/** @returns a refusal with those errors, all of them further in by that path */
export function atPath(
  errors: readonly FileError[],
  path: string,
): { ok: false; errors: readonly FileError[] } {
  return {
    ok: false,
    errors: errors.map((error) => ({
      ...error,
      path: error.path === "" ? path : `${path}.${error.path}`,
    })),
  };
}
