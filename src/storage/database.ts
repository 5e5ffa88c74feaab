import { Dexie, RangeSet, type Table } from "dexie";
import type { Answer } from "../domain/answer.ts";
import type { Guide } from "../domain/guide.ts";
import type { Session } from "../domain/session.ts";
import { textToWords } from "../domain/words.ts";

export const DATABASE_NAME = "interview-scorecard";

/** A session as it is stored: with the words it can be found by, which are no part of the session. */
export interface SessionRow extends Session {
  readonly words: readonly string[];
}

/** One version of a guide. */
export interface GuideRow {
  /** The SHA-256 of the guide's canonical JSON. */
  readonly id: string;
  readonly guide: Guide;
  /** The version it was edited from, which is not here where that one ships; null for a first version. */
  readonly previousId: string | null;
  /** The id of the first version, the same for all versions of one guide. */
  readonly lineId: string;
  /** Epoch ms; null for one that nobody saved here: a session brought it along. */
  readonly savedAt: number | null;
}

/** A guide, with all of its versions, that is no longer offered. */
export interface ArchivedGuideRow {
  readonly lineId: string;
  /** Epoch ms. */
  readonly archivedAt: number;
}

/** A guide that is being edited, before it is saved as a version. */
export interface GuideDraft {
  /** That of the version it was made from; a fresh one for a new guide. */
  readonly id: string;
  readonly guide: Guide;
  readonly previousId: string | null;
  /** Epoch ms. */
  readonly updatedAt: number;
}

export interface Setting {
  readonly key: string;
  readonly value: unknown;
}

export type Database = Dexie & {
  readonly guides: Table<GuideRow, string>;
  readonly sessions: Table<SessionRow, string>;
  readonly answers: Table<Answer, [string, string]>;
  readonly settings: Table<Setting, string>;
  readonly archivedGuides: Table<ArchivedGuideRow, string>;
  readonly guideDrafts: Table<GuideDraft, string>;
};

/** Versions are only ever added; `tests/storage` opens a frozen copy of each. */
export function createDatabase(name = DATABASE_NAME): Database {
  const database = new Dexie(name, {
    chromeTransactionDurability: "strict",
    // The save path writes past Dexie, so Dexie may not answer from what it remembers.
    cache: "disabled",
  });
  database.version(1).stores({
    guides: "id",
    sessions: "id, scheduledAt, [status+scheduledAt], *words",
    answers: "[sessionId+questionId], sessionId",
    settings: "key",
  });
  // The key's first part finds a session's answers as well, and every key typed pays for an index.
  database.version(2).stores({ answers: "[sessionId+questionId]" });
  database
    .version(3)
    .stores({
      guides: "id, lineId",
      sessions: "id, scheduledAt, [status+scheduledAt], guideId, *words",
      archivedGuides: "lineId",
      guideDrafts: "id",
    })
    .upgrade((transaction) =>
      transaction
        .table<GuideRow>("guides")
        .toCollection()
        .modify((row) => void Object.assign(row, { previousId: null, lineId: row.id, savedAt: null })),
    );
  return database as Database;
}

/** @returns the row that holds the session */
export function sessionToRow(session: Session): SessionRow {
  return { ...session, words: wordsOf(session) };
}

/** @returns the session that the row holds */
export function rowToSession({ words: _words, ...session }: SessionRow): Session {
  return session;
}

function wordsOf({ candidate, role, interviewer }: Session): readonly string[] {
  return [...new Set(textToWords(`${candidate} ${role} ${interviewer}`))];
}

/** Tells the live queries of this tab and the others of a write past Dexie: they see only what Dexie wrote itself. */
export function announceWrite(database: Database, stores: readonly string[]): void {
  const everything = new RangeSet(-Infinity, [[]]);
  const parts = stores.flatMap((store) =>
    // A count by an index watches that index alone, and a list without rows its deletions.
    ["", ":dels", ...database.table(store).schema.indexes.map(({ name }) => name)].map(
      (part) => `${store}/${part}`,
    ),
  );
  Dexie.on.storagemutated.fire(
    Object.fromEntries(parts.map((part) => [`idb://${database.name}/${part}`, everything])),
  );
}
