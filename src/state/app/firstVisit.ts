import { DATABASE_NAME } from "../../storage/database.ts";
import { readRecord } from "../backups/backupRecord.ts";
import { isDataLost } from "../backups/dataLoss.ts";
import type { AppParts, FirstVisit } from "./appContext.ts";

/** Asks the browser whether it has a database of this app, and what else would tell that it had one. To be called before it is opened. */
export function askForFirstVisit(databaseName = DATABASE_NAME): FirstVisit {
  // Whoever was here before waits for nothing.
  let answer = readRecord().lastKnown ? Promise.resolve(false) : isWithout(databaseName);
  return {
    isFirst: () => answer,
    end: () => {
      answer = Promise.resolve(false);
    },
  };
}

async function isWithout(databaseName: string): Promise<boolean> {
  try {
    const [databases, isLost] = await Promise.all([indexedDB.databases(), isDataLost()]);
    return !isLost && databases.every(({ name }) => name !== databaseName);
  } catch {
    // Whatever opens it says what is wrong.
    return false;
  }
}

/**
 * Reads from the database. On a first visit it does not wait until that is made: there is nothing in it.
 *
 * @param nothing what is read from an empty one
 */
export async function readUnlessFirst<Read>(
  { firstVisit }: AppParts,
  read: () => Promise<Read>,
  nothing: Read,
): Promise<Read> {
  return (await firstVisit?.isFirst()) ? nothing : read();
}
