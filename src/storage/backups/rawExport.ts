import { errorToText, toError } from "../../domain/text/errorText.ts";
import { DATABASE_NAME } from "../database.ts";

/** What could still be read of one store. */
export interface RawStore {
  readonly name: string;
  readonly rows: readonly unknown[];
  /** The keys of the rows that could not be read, with what the browser says of each. */
  readonly unreadable: readonly { readonly key: unknown; readonly problem: string }[];
  /** Why not even the keys could be read; null where they could. */
  readonly problem: string | null;
}

export interface RawDatabase {
  /** The browser's own version of it. */
  readonly version: number;
  readonly stores: readonly RawStore[];
}

/** Stores of what can be worked out from the others, and names people all the same. */
const workedOut: ReadonlySet<string> = new Set(["noteWords"]);

/** Rows asked for at a time. */
const BATCH = 200;

/**
 * Reads what is there past Dexie and whatever version it has, and goes on where a row or a store can't be read.
 *
 * @throws where the database does not open, or there is none
 */
export async function readRawDatabase(name = DATABASE_NAME): Promise<RawDatabase> {
  const database = await openAsItIs(name);
  try {
    const stores: RawStore[] = [];
    for (const store of database.objectStoreNames)
      if (!workedOut.has(store)) stores.push(await readStore(database, store));
    return { version: database.version, stores };
  } finally {
    database.close();
  }
}

function openAsItIs(name: string): Promise<IDBDatabase> {
  const request = indexedDB.open(name);
  // There is none, and none may come of looking for it.
  request.onupgradeneeded = () => request.transaction?.abort();
  return resultOf(request);
}

async function readStore(database: IDBDatabase, name: string): Promise<RawStore> {
  const rows: unknown[] = [];
  const unreadable: { key: unknown; problem: string }[] = [];
  let keys: readonly IDBValidKey[];
  try {
    keys = await resultOf(storeOf(database, name).getAllKeys());
  } catch (error) {
    return { name, rows, unreadable, problem: errorToText(error) };
  }
  for (let from = 0; from < keys.length; from += BATCH) {
    const batch = keys.slice(from, from + BATCH);
    const store = storeOf(database, name);
    const read = await Promise.allSettled(batch.map(async (key) => resultOf<unknown>(store.get(key))));
    for (const [index, result] of read.entries()) {
      if (result.status === "fulfilled") rows.push(result.value);
      else unreadable.push({ key: batch[index], problem: errorToText(result.reason) });
    }
  }
  return { name, rows, unreadable, problem: null };
}

function storeOf(database: IDBDatabase, name: string): IDBObjectStore {
  return database.transaction(name).objectStore(name);
}

function resultOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => {
      try {
        resolve(request.result);
      } catch (error) {
        // So WebKit says that a row is spoiled.
        reject(toError(error));
      }
    };
    request.onerror = (event) => {
      // What one row does not give may not end the transaction that the others are read in.
      event.preventDefault();
      reject(request.error ?? new Error("The browser gives no reason."));
    };
  });
}

/**
 * Deletes the database with all that is in it.
 *
 * @param onBlocked called where another tab has it open; the deletion waits for that
 */
export async function deleteDatabase(onBlocked: () => void, name = DATABASE_NAME): Promise<void> {
  const request = indexedDB.deleteDatabase(name);
  request.onblocked = onBlocked;
  await resultOf(request);
}
