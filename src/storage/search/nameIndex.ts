import { withoutMarks } from "../../domain/text/tokens.ts";
import { rowToSession, sessionToRow, type Database } from "../database.ts";

/** In the settings once every name is kept without its marks too, as names are that are written now. */
const PLAIN_NAMES = "plainNames";

/** Sessions that are written in one transaction, in which nothing else is written. */
const BATCH = 10;

/**
 * Keeps the names without their marks too that were written before names were kept so: a few at a time, and once.
 *
 * @param beforeBatch called before each few; they wait for it
 * @param signal aborted: the rest is left for another time
 */
export async function indexPlainNames(
  database: Database,
  beforeBatch: () => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  const { sessions, settings } = database;
  if ((await settings.get(PLAIN_NAMES)) !== undefined) return;
  const words = await sessions.orderBy("words").uniqueKeys();
  const marked = words.flatMap((word) =>
    typeof word === "string" && word !== withoutMarks(word) ? word : [],
  );
  const ids = [...new Set(await sessions.where("words").anyOf(marked).primaryKeys())];
  for (let from = 0; from < ids.length; from += BATCH) {
    await beforeBatch();
    if (signal.aborted) return;
    // It reads and writes in one: what is deleted or changed meanwhile stays so.
    await database.transaction("rw", sessions, async () => {
      const rows = await sessions.bulkGet(ids.slice(from, from + BATCH));
      await sessions.bulkPut(rows.flatMap((row) => (row ? sessionToRow(rowToSession(row)) : [])));
    });
  }
  await settings.put({ key: PLAIN_NAMES, value: true });
}
