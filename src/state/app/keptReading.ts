import { useLiveQuery } from "dexie-react-hooks";
import { useState } from "react";
import type { Database } from "../../storage/database.ts";
import { watchChanges } from "../../storage/writeNotices.ts";
import { useApp } from "./appContext.ts";

/** What was read of a database, by its name, since something was last written to it. */
interface Kept {
  readonly values: Map<string, unknown>;
  writes: number;
}

const keptOf = new WeakMap<Database, Kept>();

function keptFor(database: Database): Kept {
  const known = keptOf.get(database);
  if (known) return known;
  const kept: Kept = { values: new Map(), writes: 0 };
  keptOf.set(database, kept);
  // Never ended: there is one database for as long as the page is there.
  watchChanges(
    () => {
      kept.writes++;
      kept.values.clear();
    },
    database.name,
    () => true,
  );
  return kept;
}

/**
 * A reading that is kept up to date. Where it was read before and nothing was written since, it is there at once, so that
 * who comes back to a large screen does not wait; it is read again all the same.
 *
 * @param name tells it from all other readings
 * @returns undefined until it is there
 */
export function useKeptReading<T>(name: string, read: (database: Database) => Promise<T>): T | undefined {
  const { database } = useApp();
  const kept = keptFor(database);
  const [first] = useState(() => kept.values.get(name) as T | undefined);
  const live = useLiveQuery(async () => {
    const { writes } = kept;
    const value = await read(database);
    // What was written meanwhile may not be in it.
    if (kept.writes === writes) kept.values.set(name, value);
    // In an object: what was read may be undefined or null itself.
    return { value };
  }, [database, name]);
  return live ? live.value : first;
}
