import { DATABASE_NAME } from "../../storage/database.ts";
import { isDataLost } from "../backups/dataLoss.ts";
import type { AppParts, FirstVisit } from "./appContext.ts";

/** Asks the browser whether it has a database of this app, and what else would tell that it had one. To be called before it is opened. */
export function askForFirstVisit(databaseName = DATABASE_NAME): FirstVisit {
  let answer = isWithout(databaseName);
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
  const reading = read();
  if (!firstVisit) return reading;
  return Promise.race([reading, firstVisit.isFirst().then((isFirst) => (isFirst ? nothing : reading))]);
}
