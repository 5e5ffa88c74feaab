import { readFileSync } from "node:fs";
import { join } from "node:path";

export interface FrozenStore {
  readonly name: string;
  readonly keyPath: string | string[];
  readonly indexes: readonly (IDBIndexParameters & {
    readonly name: string;
    readonly keyPath: string | string[];
  })[];
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

/** A database as it lay on a disk: what it was made of and what was in it. */
export interface FrozenDatabase {
  /** The native version, ten times the one that the schema names. */
  readonly version: number;
  readonly stores: readonly FrozenStore[];
}

/** @returns the database that the app of that version of the schema left */
export function readFrozen(version: number): FrozenDatabase {
  const path = join(import.meta.dirname, `storage/files/database-v${version}.json`);
  return JSON.parse(readFileSync(path, "utf8")) as FrozenDatabase;
}

export interface Frozen {
  readonly name: string;
  readonly frozen: FrozenDatabase;
}

/** Lays a frozen database on the disk under that name, without the code under test. Can be given to a page: it needs nothing else. */
export async function layDown({ name, frozen: { version, stores } }: Frozen): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const request = indexedDB.open(name, version);
    request.onupgradeneeded = () => {
      for (const { name: storeName, keyPath, indexes, rows } of stores) {
        const store = request.result.createObjectStore(storeName, { keyPath });
        for (const index of indexes) store.createIndex(index.name, index.keyPath, index);
        for (const row of rows) store.add(row);
      }
    };
    request.onerror = () => reject(request.error ?? new Error("The frozen database can't be laid down."));
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
  });
}
