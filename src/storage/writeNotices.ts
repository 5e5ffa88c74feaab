import { Dexie, type ObservabilitySet } from "dexie";
import { DATABASE_NAME } from "./database.ts";

/** Settings, and what is worked out. */
const NOT_WATCHED: readonly string[] = ["settings", "noteWords"];

/**
 * Calls back on every write to a database, of this tab or another, but for settings and what is worked out.
 *
 * @param name of the database: the app's
 * @param isOf whether a table's writes are of interest
 * @returns ends it
 */
export function watchChanges(
  onChange: () => void,
  name = DATABASE_NAME,
  isOf: (table: string) => boolean = () => true,
): () => void {
  const start = `idb://${name}/`;
  const isWatched = (part: string) => {
    if (!part.startsWith(start)) return false;
    const table = part.slice(start.length, part.indexOf("/", start.length));
    return !NOT_WATCHED.includes(table) && isOf(table);
  };
  const onWrite = (changed: ObservabilitySet) => {
    if (Object.keys(changed).some(isWatched)) onChange();
  };
  Dexie.on.storagemutated.subscribe(onWrite);
  return () => Dexie.on.storagemutated.unsubscribe(onWrite);
}
