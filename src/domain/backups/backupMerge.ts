import type { Answer } from "../session/answer.ts";
import { canonicalText } from "../text/canonicalText.ts";
import {
  buriedId,
  type DeletedByHand,
  type ExportMade,
  type Hold,
  type Tombstone,
} from "../candidates/deletion.ts";
import type {
  ArchivedGuideRow,
  GuideDraft,
  GuideRow,
  PanelKeyRow,
  PanelScorecardRow,
  Setting,
} from "./storedRows.ts";
import type { Panel } from "../panels/panel.ts";
import { mergeRevisions } from "../session/revision.ts";
import type { Revision } from "../session/scorecard.ts";
import { sessionStatuses, type Session } from "../session/session.ts";

/** A session with all that belongs to it but its guide, which other sessions have too. */
export interface KeptSession {
  readonly session: Session;
  /** By question id. */
  readonly answers: Readonly<Record<string, Answer>>;
  /** In their order. */
  readonly revisions: readonly Revision[];
}

/** What a backup holds, by kind. A session is one piece with its answers and revisions. */
interface EntryValues {
  readonly tombstone: Tombstone;
  readonly guide: GuideRow;
  readonly session: KeptSession;
  readonly panel: Panel;
  readonly panelKey: PanelKeyRow;
  readonly sealedScorecard: PanelScorecardRow;
  readonly archivedGuide: ArchivedGuideRow;
  readonly guideDraft: GuideDraft;
  readonly deletedByHand: DeletedByHand;
  readonly hold: Hold;
  readonly exportMade: ExportMade;
  readonly setting: Setting;
}

/** In the order of a backup: what others point at stands before them. */
export const entryKinds = [
  "tombstone",
  "guide",
  "session",
  "panel",
  "panelKey",
  "sealedScorecard",
  "archivedGuide",
  "guideDraft",
  "deletedByHand",
  "hold",
  "exportMade",
  "setting",
] as const satisfies readonly (keyof EntryValues)[];

export type EntryKind = keyof EntryValues;

export interface EntryOf<K extends EntryKind> {
  readonly kind: K;
  readonly value: EntryValues[K];
}

export type Entry = { [K in EntryKind]: EntryOf<K> }[EntryKind];

/** Everything there is, or a part of it, by `entryKey`. */
export type Backup = ReadonlyMap<string, Entry>;

/** @returns what tells an entry from all others: its kind and its ids */
export function entryKey({ kind, value }: Entry): string {
  switch (kind) {
    case "session":
      return keyOf(kind, value.session.id);
    case "panelKey":
      return keyOf(kind, value.panelId);
    case "sealedScorecard":
      return keyOf(kind, value.panelId, value.sessionId);
    case "archivedGuide":
      return keyOf(kind, value.lineId);
    case "hold":
      return keyOf(kind, value.candidateKey);
    case "setting":
      return keyOf(kind, value.key);
    default:
      return keyOf(kind, value.id);
  }
}

function keyOf(kind: EntryKind, ...ids: readonly string[]): string {
  return JSON.stringify([kind, ...ids]);
}

/** @returns the key of the entry that must stand before this one, which points at it; null where it points at none */
export function neededKey({ kind, value }: Entry): string | null {
  switch (kind) {
    case "session":
      return keyOf("guide", value.session.guideId);
    case "panel":
      return keyOf("guide", value.guideId);
    case "panelKey":
    case "sealedScorecard":
      return keyOf("panel", value.panelId);
    default:
      return null;
  }
}

/** What a person calls an entry, and the field that tells one from another. */
const titleParts: Readonly<Record<EntryKind, readonly [word: string, ...path: string[]]>> = {
  tombstone: ["Record of a deletion"],
  guide: ["Guide", "guide", "title"],
  session: ["Interview", "session", "candidate"],
  panel: ["Panel", "candidate"],
  panelKey: ["Key of a panel"],
  sealedScorecard: ["Scorecard in a panel", "interviewer"],
  archivedGuide: ["Archived guide"],
  guideDraft: ["Draft of a guide", "guide", "title"],
  deletedByHand: ["Record of a deletion", "candidate"],
  hold: ["Hold", "candidateKey"],
  exportMade: ["Record of an export", "form"],
  setting: ["Setting", "key"],
};

/** @param value of an entry, which may be damaged. @returns what it is and of whom: "Interview: Amira Haddad" */
export function entryTitle(kind: EntryKind, value: unknown): string {
  const [word, ...path] = titleParts[kind];
  const name = path.reduce<unknown>(
    (inner, key) => (typeof inner === "object" && inner !== null ? Reflect.get(inner, key) : undefined),
    value,
  );
  return typeof name === "string" && name !== "" ? `${word}: ${name.slice(0, LONGEST_SHOWN)}` : word;
}

/** Characters of a name in a title. */
const LONGEST_SHOWN = 100;

/** @returns the entries by their keys */
export function toBackup(entries: readonly Entry[]): Backup {
  return new Map(entries.map((entry) => [entryKey(entry), entry]));
}

/**
 * Puts two backups together. It is the same whichever comes first, in whatever groups several are merged, and merging
 * again changes nothing: of two entries with one key the greater in one fixed order stays, tombstones are kept for
 * good, and what one of them names is left out. So what was deleted anywhere does not come back. An entry's share of
 * the result hangs on the entries of its key and on the tombstones alone, so backups can be merged in parts as long as
 * each part has all tombstones.
 */
export function mergeBackups(a: Backup, b: Backup): Backup {
  const merged = new Map(a);
  for (const [key, entry] of b) {
    const known = merged.get(key);
    merged.set(key, known ? joinEntries(known, entry) : entry);
  }
  for (const [key, entry] of merged) if (isDeleted(entry, merged)) merged.delete(key);
  return merged;
}

/** @returns the tombstone of that session or panel, or undefined */
function tombstoneOf(backup: Backup, id: string): Tombstone | undefined {
  const entry = backup.get(keyOf("tombstone", id)) ?? backup.get(keyOf("tombstone", buriedId(id)));
  return entry?.kind === "tombstone" ? entry.value : undefined;
}

/** @returns the ids of the sessions and panels that an entry is of: a tombstone of any of them takes it away */
function subjectsOf({ kind, value }: Entry): readonly string[] {
  switch (kind) {
    case "session":
      return [value.session.id];
    case "panel":
    case "deletedByHand":
      return [value.id];
    case "panelKey":
      return [value.panelId];
    case "sealedScorecard":
      return [value.panelId, value.sessionId];
    default:
      return [];
  }
}

function isDeleted(entry: Entry, backup: Backup): boolean {
  return subjectsOf(entry).some((id) => tombstoneOf(backup, id) !== undefined);
}

/** The one of two entries with one key that stays. */
function joinEntries(a: Entry, b: Entry): Entry {
  if (a === b) return a;
  if (a.kind === "session" && b.kind === "session") return joinSessions(a, b);
  return greaterOf(a, b, rankOf, ({ value }) => value);
}

/**
 * One session is picked as a whole: no half of an interview is put beside half of another. Its revisions go with it;
 * those of both stay where the sessions are the same.
 */
function joinSessions(a: EntryOf<"session">, b: EntryOf<"session">): Entry {
  if (!isSameSessionKept(a.value, b.value)) {
    // Without the revisions: they are joined where the sessions are the same, and may not decide which one stays.
    return greaterOf(
      a,
      b,
      ({ value }) => sessionRank(value),
      ({ value }) => [value.session, value.answers],
    );
  }
  return {
    kind: "session",
    value: { ...a.value, revisions: mergeRevisions(a.value.revisions, b.value.revisions) },
  };
}

/** One that has all that another has, each part as late or later, ranks above it. */
function sessionRank(kept: KeptSession): readonly number[] {
  return [
    kept.session.status === "submitted" ? 1 : 0,
    Math.max(...partTimes(kept).values()),
    sumOfTimes(kept),
    sessionStatuses.indexOf(kept.session.status),
  ];
}

function sumOfTimes(kept: KeptSession): number {
  return [...partTimes(kept).values()].reduce((sum, time) => sum + time, 0);
}

function isSameSessionKept(a: KeptSession, b: KeptSession): boolean {
  return canonicalText([a.session, a.answers]) === canonicalText([b.session, b.answers]);
}

/** Where ranks are equal, the texts decide: any order will do as long as it is one and the same everywhere. */
function greaterOf<E extends Entry>(
  a: E,
  b: E,
  rank: (entry: E) => readonly number[],
  content: (entry: E) => unknown,
): E {
  const [ranksA, ranksB] = [rank(a), rank(b)];
  for (const [at, rankA] of ranksA.entries()) {
    const difference = rankA - (ranksB[at] ?? 0);
    if (difference !== 0) return difference > 0 ? a : b;
  }
  return canonicalText(content(a)) >= canonicalText(content(b)) ? a : b;
}

function rankOf({ kind, value }: Entry): readonly number[] {
  switch (kind) {
    case "tombstone":
      // The earlier deletion is the one that was made; a later one only found out.
      return [-value.deletedAt];
    case "guide":
      return [value.savedAt === null ? 0 : 1, value.savedAt ?? 0];
    case "panel":
    case "guideDraft":
      return [value.updatedAt];
    case "sealedScorecard":
      return [value.addedAt];
    case "archivedGuide":
      return [value.archivedAt];
    case "deletedByHand":
      return [value.deletedAt];
    case "hold":
      return [value.heldAt];
    case "exportMade":
      return [value.at];
    default:
      return [];
  }
}

/** @returns when each part of a session was last changed (epoch ms): the answers by question id, the session under "" */
function partTimes({ session, answers }: KeptSession): ReadonlyMap<string, number> {
  return new Map([
    ["", Math.max(session.updatedAt, session.seenAt ?? 0)],
    ...Object.values(answers).map(({ questionId, updatedAt }) => [questionId, updatedAt] as const),
  ]);
}

/** How an entry of a backup stands to what is here. */
export type Standing =
  /** It is not here. */
  | "new"
  /** It holds all that is here, and more or later. */
  | "newer"
  | "same"
  /** What is here holds all of it, and more or later. */
  | "older"
  /** Both were changed. The one that the merge picks stays: a submitted one, else the one that was changed last. */
  | "conflicting"
  /** It was deleted here. */
  | "deleted";

/** What restoring some entries comes to. */
export interface RestoreStep {
  /** One for each entry of the file. */
  readonly standings: readonly {
    readonly entry: Entry;
    readonly standing: Standing;
    /** What is here under its key, if anything. */
    readonly here: Entry | undefined;
    /** Differs once a session that is here was changed. */
    readonly hereStamp: number;
    /** Whether the file's entry is to be written. */
    readonly isTaken: boolean;
    /** When it was deleted, epoch ms; null where it was not. */
    readonly deletedAt: number | null;
  }[];
  /** What is to be written. */
  readonly puts: readonly Entry[];
  /** What is here and was deleted where the file comes from. */
  readonly removed: readonly Entry[];
}

/**
 * Works out what restoring entries of a file does: what `mergeBackups` makes of both, with some kinds apart, which have
 * no time or no tombstone to tell which of two came last. A setting, and that a guide is archived, are taken only where
 * this machine has none of that setting or guide; a hold, which has a name in it, only where its candidate is here then.
 * An export is not taken that is, or was, left to be deleted by hand here; a session that is not here is left out where the panel it was for was deleted with its candidate.
 *
 * @param here what this machine has of the keys of the file's entries and of what the file's tombstones name, with all
 * tombstones of both
 * @param file some entries of the file
 * @param knows what this machine has, or will have
 */
export function planRestore(
  here: Backup,
  file: Backup,
  knows: {
    readonly guideLine: (lineId: string) => boolean;
    readonly candidate: (candidateKey: string) => boolean;
    /** Whether an export is among those that are, or were, left to be deleted by hand. */
    readonly exportLeft: (id: string) => boolean;
  },
): RestoreStep {
  const merged = mergeBackups(here, file);
  const isLeft = ({ kind, value }: Entry, known: Entry | undefined) =>
    (kind === "setting" && known !== undefined) ||
    (kind === "archivedGuide" && knows.guideLine(value.lineId)) ||
    (kind === "exportMade" && known === undefined && knows.exportLeft(value.id)) ||
    (kind === "hold" && known === undefined && !knows.candidate(value.candidateKey));
  const standings = Array.from(file, ([key, entry]) => {
    const known = here.get(key);
    const panelId =
      known === undefined && entry.kind === "session" ? entry.value.session.panel?.panelId : undefined;
    const subjects = [...subjectsOf(entry), ...(panelId === undefined ? [] : [panelId])];
    const deletions = subjects.flatMap((id) => tombstoneOf(merged, id)?.deletedAt ?? []);
    const stays = deletions.length > 0 ? undefined : merged.get(key);
    const standing: Standing =
      stays === undefined ? "deleted" : known === undefined ? "new" : compareEntries(known, entry, stays);
    const isMore = standing !== "same" && standing !== "older";
    const isTaken = stays !== undefined && stays !== known && isMore && !isLeft(entry, known);
    const deletedAt = deletions.length > 0 ? Math.min(...deletions) : null;
    const hereStamp = known?.kind === "session" ? sumOfTimes(known.value) : 0;
    return { entry, standing, here: known, hereStamp, isTaken, deletedAt };
  });
  return {
    standings,
    puts: standings.flatMap(({ entry, isTaken }) => (isTaken ? (merged.get(entryKey(entry)) ?? []) : [])),
    removed: Array.from(here.values()).filter(
      (entry) => !merged.has(entryKey(entry)) && !isDeleted(entry, here),
    ),
  };
}

function compareEntries(here: Entry, file: Entry, stays: Entry): Standing {
  if (here.kind === "session" && file.kind === "session") return compareSessions(here.value, file.value);
  if (canonicalText(here.value) === canonicalText(file.value)) return "same";
  const [ranksHere, ranksFile] = [rankOf(here), rankOf(file)];
  // Two that say they were changed at one moment, and differ.
  if (ranksHere.length > 0 && ranksHere.every((rank, at) => rank === ranksFile[at])) return "conflicting";
  return stays === file ? "newer" : "older";
}

function compareSessions(here: KeptSession, file: KeptSession): Standing {
  if (isSameSessionKept(here, file)) {
    const both = mergeRevisions(here.revisions, file.revisions);
    if (canonicalText(both) !== canonicalText(here.revisions)) return "newer";
    return canonicalText(both) === canonicalText(file.revisions) ? "same" : "older";
  }
  const isSubmitted = (kept: KeptSession) => kept.session.status === "submitted";
  // A submitted scorecard never changes.
  if (isSubmitted(here) && isSubmitted(file)) return "conflicting";
  const isHereAhead = hasMoreThan(here, file);
  const isFileAhead = hasMoreThan(file, here);
  if (isHereAhead === isFileAhead) return "conflicting";
  if (isSubmitted(here) && isFileAhead) return "conflicting";
  if (isSubmitted(file) && isHereAhead) return "conflicting";
  return isFileAhead ? "newer" : "older";
}

/** @returns whether a part of the one was changed after the same part of the other, or is missing there */
function hasMoreThan(one: KeptSession, other: KeptSession): boolean {
  const times = partTimes(other);
  return Array.from(partTimes(one)).some(([part, time]) => time > (times.get(part) ?? -Infinity));
}
