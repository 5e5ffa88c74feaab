import { encodeRawExport } from "../../interchange/formats/rawExportFile.ts";
import { deleteDatabase, readRawDatabase } from "../../storage/backups/rawExport.ts";
import type { AppParts } from "../app/appContext.ts";

/** Everything that could still be read, and what could not. */
export interface RawExport {
  readonly file: Blob;
  readonly rowCount: number;
  /** A line for each store of which something is missing: which, how much, and what the browser says. */
  readonly missing: readonly string[];
}

/**
 * Reads the database as it lies there, past all that the app knows of it.
 *
 * @throws where it does not open at all
 */
export async function makeRawExport({
  clock,
  appName,
}: Pick<AppParts, "clock" | "appName">): Promise<RawExport> {
  const database = await readRawDatabase();
  const missing = database.stores.flatMap(({ name, unreadable, problem }) => {
    if (problem !== null) return [`${name}: all of it (${problem})`];
    const [first] = unreadable;
    return first ? [`${name}: ${unreadable.length} (${first.problem})`] : [];
  });
  return {
    file: new Blob([...encodeRawExport(database, clock.now(), appName)], { type: "application/json" }),
    rowCount: database.stores.reduce((sum, { rows }) => sum + rows.length, 0),
    missing,
  };
}

/**
 * Deletes the database; the next start makes an empty one. Automatic backups stay.
 *
 * @param onBlocked called where another tab has it open; the deletion waits for that
 */
export function startOver({ database }: Pick<AppParts, "database">, onBlocked: () => void): Promise<void> {
  database.close();
  return deleteDatabase(onBlocked);
}
