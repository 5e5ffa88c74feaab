import { Dexie, type Table } from "dexie";
import type { Answer } from "../domain/answer.ts";
import type { Guide } from "../domain/guide.ts";
import type { Session } from "../domain/session.ts";

export const DATABASE_NAME = "interview-scorecard";

/** A session as it is stored: with the words it can be found by, which are no part of the session. */
export interface SessionRow extends Session {
  readonly words: readonly string[];
}

export interface GuideRow {
  readonly id: string;
  readonly guide: Guide;
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

/** @returns the lower-case words of a text; runs of Chinese, Japanese or Korean also from each of their characters on */
export function textToWords(text: string): readonly string[] {
  const words =
    text
      .toLocaleLowerCase("en")
      .normalize("NFC")
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.flatMap((word) =>
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(word)
      ? Array.from(word, (_, index) => Array.from(word).slice(index).join(""))
      : [word],
  );
}

function wordsOf({ candidate, role, interviewer }: Session): readonly string[] {
  return [...new Set(textToWords(`${candidate} ${role} ${interviewer}`))];
}
