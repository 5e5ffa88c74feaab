import { Dexie, RangeSet } from "dexie";
import type { Database } from "./database.ts";

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
