import * as v from "valibot";
import {
  entryKey,
  entryKinds,
  entryTitle,
  type Entry,
  type EntryKind,
} from "../../domain/admission/entries.ts";
import { errorToText } from "../../domain/text/errorText.ts";
import type { Guide } from "../../domain/guides/guide.ts";
import { LONGEST_TEXT, MOST_CHARACTERS, MOST_QUESTIONS } from "../../domain/text/limits.ts";
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
  toIso,
  toIsoOrNull,
  writeJson,
  type Decoded,
  type FileError,
} from "../files/decoding.ts";
import { excessErrors, guideDraftSchema, guideErrors, guideSchema, guideToId } from "./guideFile.ts";
import {
  listsForAreas,
  partErrors,
  partToScorecard,
  scorecardToPart,
  sessionPartSchema,
} from "./sessionFile.ts";
import { settingErrors } from "./settings.ts";

/** The kinds whose entries hold one object and nothing beside it. */
const valueSchemas = {
  tombstone: v.looseObject({ id: idSchema, deletedAt: isoTimeSchema, reason: textSchema }),
  guide: v.looseObject({
    id: idSchema,
    guide: guideSchema,
    previousId: v.nullable(idSchema),
    lineId: idSchema,
    savedAt: v.nullable(isoTimeSchema),
  }),
  panelKey: v.looseObject({ panelId: idSchema, secretKey: textSchema }),
  sealedScorecard: v.looseObject({
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
    // A whole file, which is checked when it is opened.
    text: v.pipe(v.string(), v.maxLength(MOST_CHARACTERS)),
  }),
  archivedGuide: v.looseObject({ lineId: idSchema, archivedAt: isoTimeSchema }),
  guideDraft: v.looseObject({
    id: idSchema,
    guide: guideDraftSchema,
    previousId: v.nullable(idSchema),
    updatedAt: isoTimeSchema,
  }),
  deletedByHand: v.looseObject({
    id: idSchema,
    kind: v.picklist(["session", "panel", "scorecard"]),
    candidate: nameSchema,
    role: nameSchema,
    deletedAt: isoTimeSchema,
  }),
  hold: v.looseObject({ candidateKey: textSchema, reason: textSchema, heldAt: isoTimeSchema }),
  exportMade: v.looseObject({
    id: idSchema,
    at: isoTimeSchema,
    form: nameSchema,
    sessionIds: v.array(idSchema),
    panelIds: v.array(idSchema),
    isOfAll: v.exactOptional(v.literal(true)),
  }),
  setting: v.looseObject({ key: nameSchema, value: v.unknown() }),
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
  deletedByHand: v.strictObject({ deletedByHand: valueSchemas.deletedByHand }),
  hold: v.strictObject({ hold: valueSchemas.hold }),
  exportMade: v.strictObject({ exportMade: valueSchemas.exportMade }),
  setting: v.strictObject({ setting: valueSchemas.setting }),
} satisfies Record<EntryKind, v.GenericSchema>;

/** What one entry of a backup file is. */
export const backupEntrySchema = v.union(Object.values(entrySchemas));

/** @returns an entry as it stands in a backup file */
export function entryToFile({ kind, value }: Entry): unknown {
  switch (kind) {
    case "session":
      return scorecardToPart({ first: value, revisions: value.revisions });
    case "panel":
      // In a field of their own: one of them may be called as a kind of entry is.
      return { panel: panelToFile(value), ...(value.fileFields && { fileFields: value.fileFields }) };
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
    case "deletedByHand":
      return { deletedByHand: { ...value, deletedAt: toIso(value.deletedAt) } };
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
      const schema: v.GenericSchema = entrySchemas[kind];
      const parsed = parseEntry(written.value);
      const read = parsed.ok ? decodeWith(schema, parsed.value) : parsed;
      if (!read.ok) return read;
    }
    const errors = furtherErrors(entry);
    return errors.length > 0 ? { ok: false, errors } : written;
  } catch (error) {
    return refuse("", `The entry can’t be written: ${errorToText(error)}`);
  }
}

/** @returns what of an entry by itself the schema cannot tell */
function furtherErrors({ kind, value }: Entry): readonly FileError[] {
  if (kind === "guide" || kind === "guideDraft") return excessErrors(value.guide, `${kind}.guide`);
  if (kind === "session") {
    const id = decodeWith(idSchema, value.session.id);
    return id.ok ? [] : atPath(id.errors, "session.id").errors;
  }
  return kind === "setting" ? atPath(settingErrors(value), "setting.value").errors : [];
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

type Fields = Readonly<Record<string, unknown>>;

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

async function decodeEntry(
  kind: EntryKind,
  value: Fields,
  guides: ReadonlyMap<string, Guide>,
  panelIds: ReadonlySet<string>,
): Promise<DecodedEntry> {
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
    case "guideDraft": {
      const decoded = decodeWith(entrySchemas.guideDraft, value);
      return decoded.ok ? wasChecked({ kind, value: decoded.value.guideDraft }) : decoded;
    }
    case "deletedByHand":
      return withKind(decodeWith(entrySchemas.deletedByHand, value), ({ deletedByHand }) => ({
        kind,
        value: deletedByHand,
      }));
    case "hold":
      return withKind(decodeWith(entrySchemas.hold, value), ({ hold }) => ({ kind, value: hold }));
    case "exportMade":
      return withKind(decodeWith(entrySchemas.exportMade, value), ({ exportMade }) => ({
        kind,
        value: exportMade,
      }));
    case "setting": {
      const decoded = decodeWith(entrySchemas.setting, value);
      return decoded.ok ? wasChecked({ kind, value: decoded.value.setting }) : decoded;
    }
  }
}

function wasChecked(entry: Entry): DecodedEntry {
  const errors = furtherErrors(entry);
  return errors.length > 0 ? { ok: false, errors } : wasRead(entry);
}

function wasRead(entry: Entry, guide?: Guide): DecodedEntry {
  return { ok: true, value: { entry, guide } };
}

function withKind<T>(decoded: Decoded<T>, toEntry: (value: T) => Entry): DecodedEntry {
  return decoded.ok ? wasRead(toEntry(decoded.value)) : decoded;
}

function ofPanel(read: DecodedEntry, panelIds: ReadonlySet<string>): DecodedEntry {
  if (!read.ok) return read;
  const { kind, value } = read.value.entry;
  const isKnown = (kind !== "panelKey" && kind !== "sealedScorecard") || panelIds.has(value.panelId);
  return isKnown ? read : refuse(`${kind}.panelId`, "is the id of no panel in this file");
}

function decodeSessionEntry(value: Fields, guides: ReadonlyMap<string, Guide>): DecodedEntry {
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

function decodePanelEntry(value: Fields, guides: ReadonlyMap<string, Guide>): DecodedEntry {
  const decoded = decodeWith(entrySchemas.panel, value);
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
  if (!guides.has(panel.guideId)) return refuse("panel.guideId", "is the id of no guide in this file");
  const errors = panelErrors(panel, [...guides.values()]);
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
