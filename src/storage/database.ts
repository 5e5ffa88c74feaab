import { Dexie, type Table } from "dexie";
import type { Answer } from "../domain/session/answer.ts";
import { candidateKey } from "../domain/candidates/candidateKey.ts";
import type { DeletedByHand, ExportMade, Hold, Tombstone } from "../domain/candidates/deletion.ts";
import type {
  ArchivedGuideRow,
  GuideDraft,
  GuideRow,
  PanelKeyRow,
  PanelScorecardRow,
  Setting,
} from "../domain/backups/storedRows.ts";
import type { Panel } from "../domain/panels/panel.ts";
import type { Revision } from "../domain/session/scorecard.ts";
import type { AuditEntry } from "../domain/candidates/auditEntry.ts";
import { interviewedAt, type Session } from "../domain/session/session.ts";
import type { InboxRow, LockedKey, LockedRow, OutboxRow } from "../domain/team/outbox.ts";
import { isDiskFull } from "../domain/text/errorText.ts";
import { textToSortKey, textToTokens, withoutMarks } from "../domain/text/tokens.ts";
import type { TeamKeyRow, TeamLinkRow } from "./team/teamTables.ts";

export const DATABASE_NAME = "interview-scorecard";

/** What Dexie counts as one version is ten to the browser. */
const NATIVE_VERSIONS = 10;

/** A session as it is stored: with what it is found and ordered by, which is no part of the session. */
export interface SessionRow extends Session {
  readonly words: readonly string[];
  /** See `interviewedAt`. */
  readonly heldAt: number;
  /** Sort keys of the candidate's `candidateKey` and of the role. */
  readonly candidateOrder: string;
  readonly roleOrder: string;
}

/** The words of the notes of one submitted session: worked out from it, to look it up by. */
export interface NoteWordsRow {
  readonly scheduledAt: number;
  readonly sessionId: string;
  readonly words: readonly string[];
}

/** With the time, which never changes once it is submitted: what is found is in its order. */
export type NoteWordsKey = [scheduledAt: number, sessionId: string];

export type Database = Dexie & {
  /** Settled once what is written outlives the next end of the browser, too; undefined where it does. */
  lasts?: Promise<unknown> | undefined;
  /** The browser's log ends in a record that is cut, and there is no room for another: what is written now would be lost with all before. */
  isLogCut?: boolean;
  readonly guides: Table<GuideRow, string>;
  readonly sessions: Table<SessionRow, string>;
  readonly answers: Table<Answer, [string, string]>;
  readonly settings: Table<Setting, string>;
  readonly archivedGuides: Table<ArchivedGuideRow, string>;
  readonly guideDrafts: Table<GuideDraft, string>;
  readonly panels: Table<Panel, string>;
  readonly panelKeys: Table<PanelKeyRow, string>;
  readonly sealedScorecards: Table<PanelScorecardRow, [string, string]>;
  readonly revisions: Table<Revision, string>;
  readonly tombstones: Table<Tombstone, string>;
  readonly deletedByHand: Table<DeletedByHand, string>;
  readonly holds: Table<Hold, string>;
  readonly exportsMade: Table<ExportMade, string>;
  readonly noteWords: Table<NoteWordsRow, NoteWordsKey>;
  readonly auditEntries: Table<AuditEntry, [string, string]>;
  readonly outbox: Table<OutboxRow, string>;
  readonly inbox: Table<InboxRow, string>;
  readonly lockedScorecards: Table<LockedRow, LockedKey>;
  readonly teamKeys: Table<TeamKeyRow, [string, string]>;
  readonly teamLinks: Table<TeamLinkRow, [string, string]>;
};

/** Before what the browser gave up is tried again. */
const PAUSE_MS = 300;

/**
 * Opens it so that Dexie opens again what the browser gave up for the moment, a few times, each after a pause. What is given
 * up in a change of the schema Dexie hears of before, from the transaction, and leaves: it may be a full disk.
 */
function openPatiently(name: string, version: number): IDBOpenDBRequest {
  const request = indexedDB.open(name, version);
  request.addEventListener("error", (event) => {
    const { error } = request;
    // Opened again on a full disk, Chromium empties it.
    if (error?.name !== "AbortError" || isDiskFull(error)) return;
    event.stopImmediatePropagation();
    // Of this name alone Dexie takes an error for one that passes.
    Object.defineProperty(request, "error", { value: new DOMException(error.message, "UnknownError") });
    setTimeout(() => void request.onerror?.(event), PAUSE_MS);
  });
  return request;
}

/** Versions are only ever added; `tests/storage` opens a frozen copy of each. */
export function createDatabase(name = DATABASE_NAME): Database {
  // Dexie opens a newer database than it knows all the same, and adds to one in which a part is missing.
  const guarded = {
    open: (asked: string, version?: number) => {
      if (version === database.verno * NATIVE_VERSIONS) return openPatiently(asked, version);
      throw version === undefined
        ? new DOMException("A newer version of the app wrote the database.", "VersionError")
        : new DOMException("A part of the database is missing.", "NotFoundError");
    },
    deleteDatabase: (asked: string) => indexedDB.deleteDatabase(asked),
    // Without it Dexie keeps a list of its own, in another database.
    databases: () => indexedDB.databases(),
  };
  const database = new Dexie(name, {
    indexedDB: guarded,
    chromeTransactionDurability: "strict",
    // The writer of documents writes past Dexie, so Dexie may not answer from what it remembers.
    cache: "disabled",
  }) as Database;
  database.use({
    stack: "dbcore",
    name: "room",
    create: (core) => ({
      ...core,
      transaction: (stores, mode, options) => {
        if (mode === "readwrite") expectRoom(database);
        return core.transaction(stores, mode, options);
      },
    }),
  });
  // Each version takes its time with every start: what was only added since one is declared with the next that changes rows.
  database
    .version(3)
    .stores({
      guides: "id, lineId",
      sessions: "id, scheduledAt, [status+scheduledAt], guideId, *words",
      // The key's first part finds a session's answers as well, and every key typed pays for an index.
      answers: "[sessionId+questionId]",
      settings: "key",
      archivedGuides: "lineId",
      guideDrafts: "id",
    })
    .upgrade((transaction) =>
      transaction
        .table<GuideRow>("guides")
        .toCollection()
        .modify((row) => void Object.assign(row, { previousId: null, lineId: row.id, savedAt: null })),
    );
  database
    .version(6)
    .stores({
      sessions: "id, heldAt, [status+heldAt], guideId, panel.panelId, *words, candidateOrder, roleOrder",
      noteWords: "[scheduledAt+sessionId], *words",
      panels: "id, guideId",
      panelKeys: "panelId",
      sealedScorecards: "[panelId+sessionId]",
      revisions: "id, sessionId",
      tombstones: "id",
      deletedByHand: "id",
      holds: "candidateKey",
      exportsMade: "id",
    })
    .upgrade((transaction) =>
      transaction
        .table<SessionRow>("sessions")
        .toCollection()
        .modify((row) => void Object.assign(row, ordersOf(row))),
    );
  database.version(9).stores({
    auditEntries: "[subjectId+id]",
    outbox: "hash, panelId",
    inbox: "hash, panelId",
    teamKeys: "[panelId+seat], panelId",
    teamLinks: "[panelId+seat], panelId",
    lockedScorecards: "[panelId+seat+hash]",
  });
  return database;
}

/** @returns whether nothing of anybody's is in it, and nothing was deleted from it for good: then an empty one is what somebody wanted */
export async function isEmptyDatabase({
  sessions,
  panels,
  tombstones,
  guideDrafts,
  guides,
}: Database): Promise<boolean> {
  const firstOf = (table: Table) => table.toCollection().firstKey();
  // By itself: mostly it tells, and the start waits for it.
  if ((await firstOf(sessions)) !== undefined) return false;
  const found = await Promise.all([
    ...[panels, tombstones, guideDrafts].map(firstOf),
    // A version that a session brought along is still there when the session is deleted.
    guides.filter(({ savedAt }) => savedAt !== null).first(),
  ]);
  return found.every((one) => one === undefined);
}

/** @throws where nothing may be written: see `isLogCut` */
export function expectRoom({ isLogCut }: Database): void {
  if (isLogCut) throw noRoomError();
}

/** Begins a write past Dexie, which is on the disk when it is complete. @throws where none may be begun */
export function beginWrite(database: Database, stores: string | readonly string[]): IDBTransaction {
  expectRoom(database);
  return database.backendDB().transaction(stores, "readwrite", { durability: "strict" });
}

/** @returns what is thrown where a write has no room, in the browsers' own name for it */
export function noRoomError(): DOMException {
  return new DOMException("The disk has no room left for this browser.", "QuotaExceededError");
}

/** What was in the database when it was opened first is gone, and one without it is there under its name. */
export class VanishedError extends Error {
  override readonly name = "VanishedError";

  constructor() {
    super("The data in the database is gone.");
  }
}

/** @returns the names of the error, and of the one that Dexie says it comes from */
function namesOf(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return [];
  const inner = "inner" in error ? error.inner : null;
  return inner instanceof Error ? [error.name, inner.name] : [error.name];
}

/** @returns whether the browser's database failed, and not a screen */
export function isDatabaseError(error: Error): boolean {
  return error instanceof DOMException || Object.values<string>(Dexie.errnames).includes(error.name);
}

/** @returns whether opening failed, now or before, because a newer version of the app wrote the database */
export function isNewerDatabase(error: unknown): boolean {
  return namesOf(error).includes("VersionError");
}

/** @returns whether the database was closed under the page: that says nothing of what is in it */
export function isClosedDatabase(error: unknown): boolean {
  return namesOf(error).some((name) => name === "DatabaseClosedError" || name === "VanishedError");
}

/** @returns the row that holds the session */
export function sessionToRow(session: Session): SessionRow {
  return { ...session, words: wordsOf(session), ...ordersOf(session) };
}

/** @returns the key of the words of its notes */
export function noteWordsKey({ scheduledAt, id }: Pick<Session, "scheduledAt" | "id">): NoteWordsKey {
  return [scheduledAt, id];
}

/** @returns the session that the row holds */
export function rowToSession(row: SessionRow): Session {
  const { words: _words, heldAt: _at, candidateOrder: _candidate, roleOrder: _role, ...session } = row;
  return session;
}

/** @returns what the `candidateOrder` of those begins with whose key begins with that one */
export function orderPrefix(key: string): string {
  return withoutMarks(key).toLocaleLowerCase("en");
}

function ordersOf(session: Session): Pick<SessionRow, "heldAt" | "candidateOrder" | "roleOrder"> {
  return {
    heldAt: interviewedAt(session),
    candidateOrder: textToSortKey(candidateKey(session.candidate)),
    roleOrder: textToSortKey(session.role.slice(0, MOST_FOUND_BY)),
  };
}

/** Characters of a name or a role that it can be found by; each word is a row of the index. */
const MOST_FOUND_BY = 300;

function wordsOf({ candidate, role, interviewer }: Session): readonly string[] {
  const names = [candidate, role, interviewer].map((text) => text.slice(0, MOST_FOUND_BY));
  // Who can't type an accent types the letter alone. Marks of other writings are letters themselves.
  return [
    ...new Set(
      textToTokens(names.join(" ")).flatMap((word) =>
        /[\u0300-\u036F]/.test(word.normalize("NFD")) ? [word, withoutMarks(word)] : word,
      ),
    ),
  ];
}
