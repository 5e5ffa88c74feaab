import { resultOf } from "../admission/entryRows.ts";
import { beginWrite, rowToSession, sessionToRow, type Database, type SessionRow } from "../database.ts";
import { readItem, writeItem } from "../localItems.ts";

/** Kept beside the database, so that no backup brings it to a device whose names have still to be gone through. */
const ALL_PLAIN = "interview-scorecard plain names";

/** Sessions that are looked at in one go, and written in one transaction. */
const BATCH = 50;

/**
 * Keeps names without their accents too that were written before names were kept so, a few sessions at a time. Once nothing
 * is left to write, it does nothing any more.
 *
 * @param beforeBatch called before each few; they wait for it
 * @param signal aborted: the rest is left for another time
 */
export async function indexPlainNames(
  database: Database,
  beforeBatch: () => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  if (readItem(ALL_PLAIN) !== null) return;
  let isAnyOld = false;
  let last = "";
  for (;;) {
    await beforeBatch();
    if (signal.aborted) return;
    const rows = await database.sessions.where(":id").above(last).limit(BATCH).toArray();
    const old = rows.filter(lacksWords);
    isAnyOld ||= old.length > 0;
    await rewrite(database, old);
    last = rows.at(-1)?.id ?? last;
    if (rows.length < BATCH) break;
  }
  // An older version that is still open in another tab may write one meanwhile: only a round that finds none is the last.
  if (!isAnyOld) writeItem(ALL_PLAIN, "1");
}

function lacksWords(row: SessionRow): boolean {
  const known = new Set(row.words);
  return sessionToRow(rowToSession(row)).words.some((word) => !known.has(word));
}

/** Past Dexie: nothing that a screen shows or a backup holds changes, so nobody is told. */
async function rewrite(database: Database, rows: readonly SessionRow[]): Promise<void> {
  if (rows.length === 0) return;
  const store = beginWrite(database, "sessions").objectStore("sessions");
  await Promise.all(
    rows.map(async ({ id }) => {
      // It reads and writes in one: what is deleted or changed meanwhile stays so.
      const row = (await resultOf(store.get(id))) as SessionRow | undefined;
      if (row !== undefined) await resultOf(store.put(sessionToRow(rowToSession(row))));
    }),
  );
}
