import { Dexie, type Table } from "dexie";

/*
 * Which pages are there, by an id of each: in a database of its own, since no backup and no live query is to see it. It is in
 * the same log as the app's, on the disk before what the page writes there next.
 */

type MarksDatabase = Dexie & { readonly pages: Table<unknown, string> };

/** A quarter more than the 4 MB that LevelDB gathers in a log. Chromium puts longer rows into files of their own. */
const [ROWS, ROW_BYTES] = [170, 30_000];

export interface PageMarks {
  /** @returns the ids of the pages that are there, or were there when the browser ended */
  readonly list: () => Promise<readonly string[]>;
  readonly put: (id: string) => Promise<void>;
  /** For a page that goes away, and may not hear the end of it. */
  readonly remove: (id: string) => void;
  /**
   * Makes Chromium end the log that it writes all databases of this site into, and begin another: what is in a log goes into
   * a file of its own as soon as there is enough of it. With what is written for that, and is gone at the end of the
   * transaction, the marks go.
   *
   * What is gone takes its room on the disk until the browser tidies up there.
   *
   * @throws where it can't be written; the marks are there then
   */
  readonly beginNewLog: (ids: readonly string[]) => Promise<void>;
}

export function openPageMarks(): PageMarks {
  const database = new Dexie("interview-scorecard-pages", {
    chromeTransactionDurability: "strict",
  }) as MarksDatabase;
  database.version(1).stores({ pages: "" });
  const { pages } = database;
  return {
    list: () => pages.toCollection().primaryKeys(),
    put: async (id) => void (await pages.put(true, id)),
    remove: (id) => {
      const transaction = database.backendDB().transaction("pages", "readwrite");
      transaction.objectStore("pages").delete(id);
      // Without it the browser drops what a page leaves in its queue.
      transaction.commit();
    },
    beginNewLog: async (ids) => {
      // What can't be compressed: or it would be too little.
      const bytes = crypto.getRandomValues(new Uint8Array(ROW_BYTES));
      const keys = Array.from({ length: ROWS }, (_, index) => `for a new log ${index}`);
      await database.transaction("rw", pages, async () => {
        await pages.bulkPut(
          keys.map(() => bytes),
          keys,
        );
        await pages.bulkDelete([...keys, ...ids]);
      });
    },
  };
}

/** @returns whether its database may be LevelDB's: no page is told */
export function isChromium(): boolean {
  return "navigator" in globalThis && "userAgentData" in navigator;
}
