import { liveQuery } from "dexie";
import type { Candidate } from "../../domain/candidates/candidate.ts";
import { addMonths, candidateDueAt } from "../../domain/candidates/retention.ts";
import type { Database } from "../database.ts";
import { countOld, oldestOf, readRetention } from "./candidates.ts";
import { readMerges } from "./nameMerges.ts";

/** Where it is shown, more are “99+”. */
const MOST_DUE = 100;

/**
 * Calls back with how many candidates are due for deletion and on no hold, now and after each deletion, hold or change of
 * how long they are kept; where there are more than `MOST_DUE`, with no fewer than that.
 *
 * @param now gives epoch ms
 * @returns ends it
 */
export function watchDueCount(
  database: Database,
  now: () => number,
  onCount: (due: number) => void,
): () => void {
  const { tombstones, holds, deletedByHand } = database;
  let newest = 0;
  const watching = liveQuery(() =>
    Promise.all([
      readRetention(database),
      tombstones.count(),
      holds.toCollection().primaryKeys(),
      deletedByHand.count(),
      readMerges(database),
    ]),
  ).subscribe(
    ([months]) => {
      newest += 1;
      const current = newest;
      // An older count may take longer, and is no longer asked for.
      void countDue(database, months, now()).then(
        (due) => current === newest && onCount(due),
        () => {},
      );
    },
    () => {},
  );
  return () => {
    newest = 0;
    watching.unsubscribe();
  };
}

async function countDue(database: Database, months: number, now: number): Promise<number> {
  const { sessions, panels, deletedByHand } = database;
  const isOld = (at: number) => addMonths(at, months) <= now;
  const [oldest, panel, deleted] = await Promise.all([
    sessions.orderBy("heldAt").first(),
    panels.filter((one) => isOld(oldestOf(one))).first(),
    deletedByHand.filter(({ deletedAt }) => isOld(deletedAt)).first(),
  ]);
  if (!(oldest && isOld(oldest.heldAt)) && !panel && !deleted) return 0;
  const isDue = (one: Candidate) => !one.hold && (candidateDueAt(one, months) ?? Infinity) <= now;
  return countOld(database, isOld, isDue, MOST_DUE);
}
