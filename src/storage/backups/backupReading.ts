import type { Answer } from "../../domain/session/answer.ts";
import { entryKey, entryKinds, neededKey, type Entry } from "../../domain/admission/entries.ts";
import type { Revision } from "../../domain/session/scorecard.ts";
import { allStores, resultOf, storeOf, toKeptSessions, type OneRow } from "../admission/entryRows.ts";
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
  await database.open();
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
    async (transaction, { from, to }) => {
      const answers = transaction.objectStore("answers");
      const revisions = transaction.objectStore("revisions").index("sessionId");
      return (await Promise.all([
        resultOf(transaction.objectStore("sessions").getAll(rangeOf(from, to))),
        resultOf(answers.getAll(rangeOf(from && [from], to && [to]))),
        resultOf(revisions.getAll(rangeOf(from, to))),
      ])) as [SessionRow[], Answer[], Revision[]];
    },
    (found) =>
      take(
        toKeptSessions(...found).map((value) => ({ kind: "session", value })),
        found.reduce((sum, { length }) => sum + length, 0),
      ),
  );
}

function readKind(native: IDBDatabase, kind: OneRow, take: Take): Promise<void> {
  const store = storeOf[kind];
  return inBatches(
    native,
    [store],
    async (transaction, { from, to }) =>
      (await resultOf(transaction.objectStore(store).getAll(rangeOf(from, to)))) as readonly object[],
    (rows) => {
      const written = kind === "setting" ? rows.filter(isJson) : rows;
      take(
        written.map((value) => ({ kind, value }) as Entry),
        rows.length,
      );
    },
  );
}

/** The keys of some rows, up to the one behind them; undefined where nothing is before the first, or behind the last. */
interface Span {
  readonly from: IDBValidKey | undefined;
  readonly to: IDBValidKey | undefined;
}

function rangeOf(from: IDBValidKey | undefined, to: IDBValidKey | undefined): IDBKeyRange | null {
  if (from === undefined) return to === undefined ? null : IDBKeyRange.upperBound(to, true);
  return to === undefined ? IDBKeyRange.lowerBound(from) : IDBKeyRange.bound(from, to, false, true);
}

/**
 * Goes through the first of the stores in the order of its keys, which are read before. The next rows are asked for before
 * these are taken, and all that belongs to them at once: who takes them could not ask for more meanwhile.
 *
 * @param read asks for the rows, and for what belongs to them, at once
 */
async function inBatches<T>(
  native: IDBDatabase,
  stores: readonly [string, ...string[]],
  read: (transaction: IDBTransaction, span: Span) => Promise<T>,
  take: (found: T) => void,
): Promise<void> {
  const [first] = stores;
  const listed = native.transaction(first, "readonly").objectStore(first).getAllKeys();
  const keys = (await resultOf(listed)) as readonly IDBValidKey[];
  const ask = (at: number) => {
    const transaction = native.transaction(stores, "readonly");
    const found = read(transaction, { from: at === 0 ? undefined : keys[at], to: keys[at + BATCH] });
    // It is over when it is read, and holds up no key that is typed until the rows are taken.
    transaction.commit();
    // Where an error ends the work, nobody waits for it any more.
    found.catch(() => {});
    return found;
  };
  let next = ask(0);
  for (let at = 0; at === 0 || at < keys.length; at += BATCH) {
    const found = await next;
    if (at + BATCH < keys.length) next = ask(at + BATCH);
    take(found);
  }
}

function isJson(value: unknown): boolean {
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value !== "object" || value === null) return typeof value !== "bigint";
  const prototype: unknown = Object.getPrototypeOf(value);
  if (!Array.isArray(value) && prototype !== Object.prototype && prototype !== null) return false;
  return Object.values(value).every(isJson);
}
