import { amountOf } from "../../domain/backups/amount.ts";
import { noteAmount, noteTombstones, type CountedAmount } from "../../domain/backups/backupRecord.ts";
import { countAmount } from "../../storage/backups/storedAmount.ts";
import { countTombstones } from "../../storage/candidates/tombstones.ts";
import { isEmptyDatabase } from "../../storage/database.ts";
import type { AppParts } from "../app/appContext.ts";
import { noteDeletedForGood, updateRecord } from "./backupRecord.ts";

/*
 * Counts in the database, for the record of the automatic backups.
 */

type Noting = Pick<AppParts, "database" | "clock">;

/**
 * Counts what there is, and notes it. That nothing is there is not noted: whoever deletes the last of it says so, and
 * else it was lost, be it under this tab.
 *
 * @returns how much there is
 */
export async function noteStored({ database, clock }: Noting): Promise<CountedAmount> {
  const amount = await countAmount(database);
  if (amountOf(amount) > 0 || !(await isEmptyDatabase(database)))
    updateRecord((record) => noteAmount(record, amount, clock.now()));
  return amount;
}

/** Notes whether somebody was deleted for good, as a tab that was killed right after could not. */
export async function noteBuried({ database, clock }: Noting): Promise<void> {
  const tombstones = await countTombstones(database);
  updateRecord((record) => noteTombstones(record, tombstones, clock.now()));
}

/** Notes what a restore did. @param removedCount how many entries it deleted here, as where the file comes from */
export async function noteRestored({ database, clock }: Noting, removedCount: number): Promise<void> {
  if (removedCount > 0) noteDeletedForGood({ clock });
  const tombstones = await countTombstones(database);
  updateRecord((record) => noteTombstones(record, tombstones, clock.now(), true));
}
