import type { Collection } from "dexie";
import { sessionStatuses, type Session, type SessionStatus } from "../../domain/session/session.ts";
import { candidateKey } from "../../domain/candidates/candidateKey.ts";
import { personsBy, type NameMerge } from "../../domain/candidates/nameMerges.ts";
import { beginsWords, textToSortKey, textToTokens } from "../../domain/text/tokens.ts";
import { readMerges } from "../candidates/nameMerges.ts";
import { rowToSession, type Database, type SessionRow } from "../database.ts";

/** Sessions of a status and a time. */
export interface SessionRange {
  readonly status: SessionStatus | null;
  /** When it was held or is planned, epoch ms; null for no bound. `until` is not included. */
  readonly from: number | null;
  readonly until: number | null;
}

/** What the list of interviews shows. */
export interface SessionFilter extends SessionRange {
  /**
   * Beginnings of words of the candidate's, the role's or the interviewer's name; all must be there. A candidate is found
   * by the name that is recorded and by the one that is shown.
   */
  readonly text: string;
}

export const sessionOrders = ["held", "candidate", "role", "status"] as const;

/** What the list is ordered by. */
export interface SessionOrder {
  readonly by: (typeof sessionOrders)[number];
  /** From the last to the first; of times the newest first. */
  readonly isDescending: boolean;
}

export const newestFirst: SessionOrder = { by: "held", isDescending: true };

export interface SessionPage {
  readonly sessions: readonly Session[];
  readonly hasMore: boolean;
}

/**
 * @returns the first sessions that match, `limit` at most. Without words it reads no more rows than it returns, but where
 * the filter and the order have no index in common; then those that match. With words it reads those that have the rarest
 * of them; where each is in very many, by time, the first rows until enough have all
 */
export async function findSessions(
  database: Database,
  filter: SessionFilter,
  limit: number,
  order = newestFirst,
): Promise<SessionPage> {
  const words = textToTokens(filter.text);
  const shownNames = mergedToShown(await readMerges(database));
  const rows =
    words.length > 0
      ? sortRows(await rowsByWords(database, words, filter, limit + 1, order, shownNames), order, shownNames)
      : await rowsByIndex(database, filter, limit + 1, order, shownNames);
  return { sessions: rows.slice(0, limit).map(rowToSession), hasMore: rows.length > limit };
}

/** @returns the ids of all sessions that match, newest first */
export async function findSessionIds(database: Database, filter: SessionFilter): Promise<readonly string[]> {
  if (textToTokens(filter.text).length > 0) {
    const { sessions } = await findSessions(database, filter, Infinity);
    return sessions.map(({ id }) => id);
  }
  return rangeOf(database, filter).reverse().primaryKeys();
}

/** By the `candidateOrder` of a name that was merged into another: that other one, and its order. */
type ShownNames = ReadonlyMap<string, { readonly name: string; readonly order: string }>;

function mergedToShown(merges: readonly NameMerge[]): ShownNames {
  const { shown } = personsBy(merges);
  const orderOf = (name: string) => textToSortKey(candidateKey(name));
  return new Map(
    merges.map(({ name }) => {
      const other = shown(name);
      return [orderOf(name), { name: other, order: orderOf(other) }];
    }),
  );
}

const indexOf = { held: "heldAt", candidate: "candidateOrder", role: "roleOrder" } as const;

async function rowsByIndex(
  database: Database,
  filter: SessionFilter,
  limit: number,
  order: SessionOrder,
  shownNames: ShownNames,
): Promise<readonly SessionRow[]> {
  const { status, from, until } = filter;
  const { by, isDescending } = order;
  if (by === "held") return directed(rangeOf(database, filter), isDescending).limit(limit).toArray();
  if (by === "status") {
    const rows: SessionRow[] = [];
    for (const one of isDescending ? sessionStatuses.toReversed() : sessionStatuses) {
      if (status !== null && status !== one) continue;
      const range = rangeOf(database, { ...filter, status: one }).reverse();
      if (rows.length < limit) rows.push(...(await range.limit(limit - rows.length).toArray()));
    }
    return rows;
  }
  const isOfAll = status === null && from === null && until === null;
  if (!isOfAll) return sortRows(await rangeOf(database, filter).toArray(), order, shownNames);
  const ordered = directed(database.sessions.orderBy(indexOf[by]), isDescending);
  if (by !== "candidate" || shownNames.size === 0) return ordered.limit(limit).toArray();
  // The index knows of no merge: what is shown under another name goes to its place.
  const moved = await rowsNamed(database, [...shownNames.keys()]).toArray();
  const rows = await ordered.limit(limit + moved.length).toArray();
  const unmoved = rows.filter(({ candidateOrder }) => !shownNames.has(candidateOrder));
  return sortRows([...unmoved, ...moved], order, shownNames);
}

function rowsNamed({ sessions }: Database, candidateOrders: readonly string[]) {
  return sessions.where("candidateOrder").anyOf(candidateOrders);
}

/** @returns the rows that match but for the words, the oldest first */
export function rangeOf(database: Database, { status, from, until }: SessionRange) {
  const lowest = from ?? -Infinity;
  const highest = until ?? Infinity;
  return status === null
    ? database.sessions.where("heldAt").between(lowest, highest)
    : database.sessions.where("[status+heldAt]").between([status, lowest], [status, highest]);
}

function directed(rows: Collection<SessionRow, string>, isDescending: boolean) {
  return isDescending ? rows.reverse() : rows;
}

function sortRows(
  rows: readonly SessionRow[],
  { by, isDescending }: SessionOrder,
  shownNames: ShownNames,
): readonly SessionRow[] {
  const placeOf = (row: SessionRow) =>
    by === "candidate" ? (shownNames.get(row.candidateOrder)?.order ?? row.candidateOrder) : row.roleOrder;
  const rank = ({ status }: SessionRow) => sessionStatuses.indexOf(status);
  const compare = (a: SessionRow, b: SessionRow) => {
    if (by === "held") return a.heldAt - b.heldAt;
    if (by === "status") return rank(a) - rank(b);
    const [first, second] = [placeOf(a), placeOf(b)];
    return first < second ? -1 : Number(first > second);
  };
  // Among equals the newest first.
  return rows.toSorted((a, b) => (isDescending ? compare(b, a) : compare(a, b)) || b.heldAt - a.heldAt);
}

/** A word that more than so many have helps less than going through the first rows. */
const FEW = 2000;

/** @returns rows that match, in no order: all of them, or at least the first `limit` in the order */
async function rowsByWords(
  database: Database,
  words: readonly string[],
  filter: SessionFilter,
  limit: number,
  order: SessionOrder,
  shownNames: ShownNames,
): Promise<readonly SessionRow[]> {
  const { sessions } = database;
  const hasWords = (row: SessionRow) => {
    const shown = shownNames.get(row.candidateOrder)?.name ?? "";
    return words.every((word) => row.words.some((own) => own.startsWith(word)) || beginsWords(shown, [word]));
  };
  const mayGoThrough = order.by === "held" && limit < Infinity;
  const most = mayGoThrough ? FEW + 1 : Infinity;
  const keySets = await Promise.all(
    words.map(async (word) => {
      const recorded = await sessions.where("words").startsWith(word).limit(most).primaryKeys();
      const named = [...shownNames].flatMap(([other, { name }]) => (beginsWords(name, [word]) ? other : []));
      const shown = named.length === 0 ? [] : await rowsNamed(database, named).limit(most).primaryKeys();
      // Two words of one may begin with it.
      return Math.max(recorded.length, shown.length) < most ? new Set([...recorded, ...shown]) : null;
    }),
  );
  const [first, ...others] = keySets.filter((keys) => keys !== null).toSorted((a, b) => a.size - b.size);
  if (!first)
    return directed(rangeOf(database, filter), order.isDescending).filter(hasWords).limit(limit).toArray();
  const keys = [...first].filter((key) => others.every((set) => set.has(key)));
  const rows = await sessions.bulkGet(keys);
  const { status, from, until } = filter;
  return rows
    .filter((row) => row !== undefined)
    .filter(
      (row) =>
        (status === null || row.status === status) &&
        (from === null || row.heldAt >= from) &&
        (until === null || row.heldAt < until) &&
        hasWords(row),
    );
}

/** How many sessions there are of each status, and in all. */
export type SessionCounts = Readonly<Record<SessionStatus | "all", number>>;

/** Counts the sessions of each status, and all, up to `most` of each: where there are more, it stops there, and takes no longer. */
export function countSessionsUpTo(database: Database, most: number): Promise<SessionCounts> {
  return database.transaction("r", database.sessions, async () => {
    const upTo = async (sessions: Collection<SessionRow, string>) =>
      (await sessions.limit(most).primaryKeys()).length;
    const [all, planned, live, wrapUp, submitted] = await Promise.all([
      upTo(database.sessions.toCollection()),
      upTo(ofStatus(database, "planned")),
      upTo(ofStatus(database, "live")),
      upTo(ofStatus(database, "wrapUp")),
      upTo(ofStatus(database, "submitted")),
    ]);
    return { all, planned, live, wrapUp, submitted };
  });
}

/** @returns the rows of that status, the oldest first */
export function ofStatus(database: Database, status: SessionStatus) {
  return rangeOf(database, { status, from: null, until: null });
}
