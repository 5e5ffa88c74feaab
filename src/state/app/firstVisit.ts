import { DATABASE_NAME } from "../../storage/database.ts";
import { readRecord } from "../backups/backupRecord.ts";
import { isDataLost } from "../backups/dataLoss.ts";
import type { AppParts, FirstVisit } from "./appContext.ts";

/** What does not answer by then is no first visit: what opens the database says what is wrong. */
const LONGEST_MS = 1000;

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
  const ask = async () => {
    const [databases, isLost] = await Promise.all([indexedDB.databases(), isDataLost()]);
    return !isLost && databases.every(({ name }) => name !== databaseName);
  };
  const isLate = new Promise<false>((resolve) => {
    setTimeout(() => resolve(false), LONGEST_MS);
  });
  return Promise.race([ask().catch(() => false), isLate]);
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
