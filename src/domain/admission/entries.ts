import { EVERYBODY, type AuditEntry } from "../candidates/auditEntry.ts";
import type { Answer } from "../session/answer.ts";
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
} from "../backups/storedRows.ts";
import type { Panel } from "../panels/panel.ts";
import type { Revision, Scorecard } from "../session/scorecard.ts";
import { isSampleSession, type Session } from "../session/session.ts";

/** A session with all that belongs to it but its guide, which other sessions have too. */
export interface KeptSession {
  readonly session: Session;
  /** By question id. */
  readonly answers: Readonly<Record<string, Answer>>;
  /** In their order. */
  readonly revisions: readonly Revision[];
}

/** What can come in, by kind. A session is one piece with its answers and revisions. */
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
  readonly auditEntry: AuditEntry;
  readonly setting: Setting;
}

export type EntryKind = keyof EntryValues;

export interface EntryOf<K extends EntryKind> {
  readonly kind: K;
  readonly value: EntryValues[K];
  /** What a panel's scorecard holds, where it could be opened. */
  readonly opened?: K extends "sealedScorecard" ? Scorecard : undefined;
  /** Set where a panel's scorecard lies, or would lie, sealed: nobody at this device reads it without the panel's key. */
  readonly isSealed?: K extends "sealedScorecard" ? true : undefined;
  /** The public key that belongs to a panel's secret one; null where that is no key at all. */
  readonly publicKey?: K extends "panelKey" ? string | null : undefined;
}

export type Entry = { [K in EntryKind]: EntryOf<K> }[EntryKind];

/** Everything there is, or a part of it, by `entryKey`. */
export type Backup = ReadonlyMap<string, Entry>;

/** What there is to know of a kind of entry: a new table is one more of these. */
interface KindRules<T> {
  /** What a person calls it, and the field that tells one from another. */
  readonly title: readonly [word: string, ...path: string[]];
  /** What tells it from all others of its kind. */
  readonly ids: (value: T) => readonly string[];
  /** The entry that must stand before it, which it points at. */
  readonly needs?: (value: T) => readonly [kind: EntryKind, id: string];
  /** The ids of the sessions and panels that it is of: a tombstone of any of them takes it away. */
  readonly subjects?: (value: T) => readonly string[];
  /**
   * How two of one key compare: the greater number, the first that differs, is the newer one. "first": what is here
   * stays. "asked": sessions and scorecards, which people write, have rules of their own.
   */
  readonly rank: ((value: T) => readonly number[]) | "first" | "asked";
  /** Two of one rank that differ are a conflict; else their texts decide, the same way everywhere. */
  readonly isWritten?: true;
  /** @returns it without what no file may say; what is here under its key counts */
  readonly protect?: (value: T, here: T | undefined, isShipped: (guideId: string) => boolean) => T;
}

/** In the order of a backup: what others point at stands before them. */
const rules: { readonly [K in EntryKind]: KindRules<EntryValues[K]> } = {
  tombstone: {
    title: ["Deletion record"],
    ids: ({ id }) => [id],
    // The earlier deletion is the one that was made; a later one only found out.
    rank: ({ deletedAt }) => [-deletedAt],
  },
  guide: {
    title: ["Guide", "guide", "title"],
    ids: ({ id }) => [id],
    rank: ({ savedAt }) => [savedAt === null ? 0 : 1, savedAt ?? 0],
    // A guide that comes with the app, or that nobody saved, begins its own line.
    protect: (value, _here, isShipped) =>
      isShipped(value.id) || value.savedAt === null
        ? { ...value, lineId: value.id, previousId: null }
        : value,
  },
  session: {
    title: ["Interview", "session", "candidate"],
    ids: ({ session }) => [session.id],
    needs: ({ session }) => ["guide", session.guideId],
    subjects: ({ session }) => [session.id],
    rank: "asked",
    protect: (value) => {
      const session = withoutFalseSample(value.session);
      return session === value.session ? value : { ...value, session };
    },
  },
  panel: {
    title: ["Panel", "candidate"],
    ids: ({ id }) => [id],
    needs: ({ guideId }) => ["guide", guideId],
    subjects: ({ id }) => [id],
    rank: ({ updatedAt }) => [updatedAt],
    isWritten: true,
    // What scorecards are sealed to is settled when the panel is made.
    protect: (value, here) =>
      here && here.publicKey !== value.publicKey ? { ...value, publicKey: here.publicKey } : value,
  },
  panelKey: {
    title: ["Panel key"],
    ids: ({ panelId }) => [panelId],
    needs: ({ panelId }) => ["panel", panelId],
    subjects: ({ panelId }) => [panelId],
    rank: "first",
  },
  sealedScorecard: {
    title: ["Panel scorecard", "interviewer"],
    ids: ({ panelId, sessionId }) => [panelId, sessionId],
    needs: ({ panelId }) => ["panel", panelId],
    subjects: ({ panelId, sessionId }) => [panelId, sessionId],
    rank: "asked",
    // When and by which way it came in first is settled; a revision of it changes nothing of that.
    protect: (value, here) => {
      if (!here) return value;
      const { isFromSeat: _way, ...rest } = value;
      const way = here.isFromSeat !== undefined && { isFromSeat: here.isFromSeat };
      return { ...rest, addedAt: here.addedAt, ...way };
    },
  },
  archivedGuide: {
    title: ["Archived guide"],
    ids: ({ lineId }) => [lineId],
    rank: ({ archivedAt }) => [archivedAt],
  },
  guideDraft: {
    title: ["Guide draft", "guide", "title"],
    ids: ({ id }) => [id],
    rank: ({ updatedAt }) => [updatedAt],
    isWritten: true,
  },
  deletedByHand: {
    title: ["Deletion record", "candidate"],
    ids: ({ id }) => [id],
    subjects: ({ id }) => [id],
    rank: ({ deletedAt }) => [deletedAt],
  },
  hold: {
    title: ["Legal hold", "candidateKey"],
    ids: ({ candidateKey }) => [candidateKey],
    rank: ({ heldAt }) => [heldAt],
  },
  exportMade: {
    title: ["Export record", "form"],
    ids: ({ id }) => [id],
    rank: ({ at }) => [at],
  },
  auditEntry: {
    title: ["Audit log entry"],
    ids: ({ subjectId, id }) => [subjectId, id],
    subjects: ({ subjectId }) => (subjectId === EVERYBODY ? [] : [subjectId]),
    rank: "first",
  },
  setting: {
    title: ["Setting", "key"],
    ids: ({ key }) => [key],
    rank: "first",
  },
};

export const entryKinds = Object.keys(rules) as readonly EntryKind[];

/** @returns what there is to know of entries of its kind */
export function rulesOf<K extends EntryKind>({ kind }: EntryOf<K>): KindRules<EntryValues[K]> {
  return rules[kind];
}

/** @returns what tells an entry from all others: its kind and its ids */
export function entryKey(entry: Entry): string {
  return keyOf(entry.kind, ...rulesOf<EntryKind>(entry).ids(entry.value));
}

/** @returns the key of the entry of that kind and those ids */
export function keyOf(kind: EntryKind, ...ids: readonly string[]): string {
  return JSON.stringify([kind, ...ids]);
}

/** @returns the key of the entry that must stand before this one, which points at it; null where it points at none */
export function neededKey(entry: Entry): string | null {
  const needed = rulesOf<EntryKind>(entry).needs?.(entry.value);
  return needed ? keyOf(...needed) : null;
}

/** @returns the ids of the sessions and panels that an entry is of: a tombstone of any of them takes it away */
export function subjectsOf(entry: Entry): readonly string[] {
  return rulesOf<EntryKind>(entry).subjects?.(entry.value) ?? [];
}

/** @param value of an entry, which may be damaged. @returns what it is and of whom: "Interview: Amira Haddad" */
export function entryTitle(kind: EntryKind, value: unknown): string {
  const [word, ...path] = rules[kind].title;
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

/** @returns the tombstone of that session or panel, or undefined */
export function tombstoneOf(backup: Backup, id: string): Tombstone | undefined {
  const entry = backup.get(keyOf("tombstone", id)) ?? backup.get(keyOf("tombstone", buriedId(id)));
  return entry?.kind === "tombstone" ? entry.value : undefined;
}

/** @returns the session; only that which comes with the app may say of itself that it is a sample */
export function withoutFalseSample(session: Session): Session {
  return session.sample && !isSampleSession(session) ? { ...session, sample: false } : session;
}
