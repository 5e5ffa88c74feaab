import type { Database } from "./database.ts";

/** Half as much again as LevelDB gathers in a log, 4 MB, of rows that Chromium does not put into files of their own. */
const [ROWS, CHARACTERS] = [200, 30_000];

/**
 * Makes Chromium end the log that it writes the database into, and begin another: what is in the log goes into a file of
 * its own as soon as there is enough of it. What is written for it is gone with the end of the transaction.
 *
 * @throws where it can't be written, as on a full disk; nothing has changed then
 */
export async function beginNewLog({ settings }: Database): Promise<void> {
  const value = "x".repeat(CHARACTERS);
  const rows = Array.from({ length: ROWS }, (_, index) => ({ key: `for a new log ${index}`, value }));
  await settings.db.transaction("rw", settings, async () => {
    await settings.bulkPut(rows);
    await settings.bulkDelete(rows.map(({ key }) => key));
  });
}
