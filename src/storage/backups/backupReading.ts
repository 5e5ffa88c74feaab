import type { Answer } from "../../domain/session/answer.ts";
import { entryKey, entryKinds, neededKey, type Entry } from "../../domain/admission/entries.ts";
import type { Revision } from "../../domain/session/scorecard.ts";
import { allStores, keyIn, resultOf, storeOf, toKeptSessions, type OneRow } from "../admission/entryRows.ts";
import type { Database, SessionRow } from "../database.ts";

/** Rows that are read in one transaction: some 20 ms, for which a key that is typed meanwhile waits. */
const BATCH = 100;

/** What is told of while everything is read. */
export interface ReadingEvents {
  /** In the order of a backup. */
  readonly onEntries: (entries: readonly Entry[]) => void;
  readonly onProgress: (rows: number, of: number) => void;
  readonly signal: AbortSignal;
}

/**
 * Reads everything in the order of its keys, some rows at a time. Each time is a transaction of its own, so that an
 * interview that goes on meanwhile is written in between: one long one would hold back its keys until the end, and a
 * tab that is closed by then would lose them. Each session is as it was at one moment; what points at a guide or a panel
 * that came in since is left to the next backup. What can't be written as JSON (a folder's handle in a setting) is left
 * out, as are answers and revisions without a session.
 *
 * @throws the signal's reason where it gives up
 */
export async function readEverything(
  database: Database,
  { onEntries, onProgress, signal }: ReadingEvents,
): Promise<void> {
  if (!database.isOpen()) await database.open();
  const native = database.backendDB();
  const counting = native.transaction(allStores, "readonly");
  const counts = (await Promise.all(
    allStores.map((name) => resultOf(counting.objectStore(name).count())),
  )) as number[];
  const of = counts.reduce((sum, count) => sum + count, 0);
  const read = new Set<string>();
  let rows = 0;
  const take: Take = (entries, rowCount) => {
    signal.throwIfAborted();
    const kept = entries.filter((entry) => {
      const needed = neededKey(entry);
      return needed === null || read.has(needed);
    });
    for (const entry of kept) if (entry.kind === "guide" || entry.kind === "panel") read.add(entryKey(entry));
    onEntries(kept);
    rows += rowCount;
    onProgress(rows, of);
  };
  for (const kind of entryKinds) {
    if (kind === "session") await readSessions(native, take);
    else await readKind(native, kind, take);
  }
}

type Take = (entries: readonly Entry[], rowCount: number) => void;

function readSessions(native: IDBDatabase, take: Take): Promise<void> {
  return inBatches(
    native,
    ["sessions", "answers", "revisions"],
    async (transaction, rows, first, last) => {
      const answers = transaction.objectStore("answers");
      const revisions = transaction.objectStore("revisions").index("sessionId");
      const [ofThem, revisionsOfThem] = (await Promise.all([
        resultOf(answers.getAll(IDBKeyRange.bound([first], [last, []]))),
        resultOf(revisions.getAll(IDBKeyRange.bound(first, last))),
      ])) as [Answer[], Revision[]];
      return [rows as readonly SessionRow[], ofThem, revisionsOfThem] as const;
    },
    (found) =>
      take(
        toKeptSessions(...found).map((value) => ({ kind: "session", value })),
        found.reduce((sum, { length }) => sum + length, 0),
      ),
  );
}

function readKind(native: IDBDatabase, kind: OneRow, take: Take): Promise<void> {
  return inBatches(
    native,
    [storeOf[kind]],
    (_transaction, rows) => rows,
    (rows) => {
      const written = kind === "setting" ? rows.filter(isJson) : rows;
      take(
        written.map((value) => ({ kind, value }) as Entry),
        rows.length,
      );
    },
  );
}

/**
 * Goes through the first of the stores in the order of its keys. The next rows are asked for before these are taken.
 *
 * @param read reads in the same transaction what belongs to the rows
 */
async function inBatches<T>(
  native: IDBDatabase,
  stores: readonly [string, ...string[]],
  read: (
    transaction: IDBTransaction,
    rows: readonly object[],
    first: IDBValidKey,
    last: IDBValidKey,
  ) => T | Promise<T>,
  take: (found: T) => void,
): Promise<void> {
  const ask = async (range: IDBKeyRange | null) => {
    const transaction = native.transaction(stores, "readonly");
    const store = transaction.objectStore(stores[0]);
    const rows = (await resultOf(store.getAll(range, BATCH))) as readonly object[];
    const [first, last] = [rows[0], rows.at(-1)];
    if (first === undefined || last === undefined) return null;
    const lastKey = keyIn(last, store);
    return { found: await read(transaction, rows, keyIn(first, store), lastKey), lastKey };
  };
  let next = ask(null);
  for (let batch = await next; batch; batch = await next) {
    next = ask(IDBKeyRange.lowerBound(batch.lastKey, true));
    // Where an error ends the work, nobody waits for it any more.
    next.catch(() => {});
    take(batch.found);
  }
}

function isJson(value: unknown): boolean {
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value !== "object" || value === null) return typeof value !== "bigint";
  const prototype: unknown = Object.getPrototypeOf(value);
  if (!Array.isArray(value) && prototype !== Object.prototype && prototype !== null) return false;
  return Object.values(value).every(isJson);
}
