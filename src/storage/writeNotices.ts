import { Dexie, type ObservabilitySet } from "dexie";
import { DATABASE_NAME } from "./database.ts";

/** All but settings, and what is worked out. */
const isOfPeople = (table: string): boolean => table !== "settings" && table !== "noteWords";

/**
 * Calls back on every write to a database, of this tab or another.
 *
 * @param name of the database: the app's
 * @param isOf whether a table's writes are of interest: of all but settings, and what is worked out
 * @returns ends it
 */
export function watchChanges(
  onChange: () => void,
  name = DATABASE_NAME,
  isOf: (table: string) => boolean = isOfPeople,
): () => void {
  const onWrite = (changed: ObservabilitySet) => {
    const isWatched = (part: string) => {
      // A page that comes back from where the browser kept it knows of nothing that was written meanwhile.
      if (part === "all") return true;
      const [, , of, table = ""] = part.split("/");
      return of === name && isOf(table);
    };
    if (Object.keys(changed).some(isWatched)) onChange();
  };
  Dexie.on.storagemutated.subscribe(onWrite);
  return () => Dexie.on.storagemutated.unsubscribe(onWrite);
}

/**
 * Reads now and a moment after each write to some tables, and tells what was read last. What can't be read is read with the
 * next write; the screens say that it can't.
 *
 * @param afterMs how long that moment is, asked for with each write: what is written meanwhile is read once
 * @returns ends it
 */
export function followReading<T>(
  name: string,
  isOf: (table: string) => boolean,
  afterMs: () => number,
  read: () => Promise<T>,
  tell: (read: T) => void,
): () => void {
  let isReading = false;
  let isToRead = false;
  let isEnded = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    timer = undefined;
    isToRead = false;
    isReading = true;
    void read()
      .then(
        (what) => {
          if (!isEnded) tell(what);
        },
        () => {},
      )
      .finally(() => {
        isReading = false;
        if (isToRead) later();
      });
  };
  // None begins beside another: where writes never end, what was read is told all the same.
  const later = () => {
    isToRead = true;
    const ms = afterMs();
    if (isReading || isEnded || (timer !== undefined && ms > 0)) return;
    clearTimeout(timer);
    timer = setTimeout(look, ms);
  };
  const unwatch = watchChanges(later, name, isOf);
  look();
  return () => {
    isEnded = true;
    clearTimeout(timer);
    unwatch();
  };
}
