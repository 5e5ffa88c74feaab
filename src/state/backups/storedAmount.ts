import { amountOf, type Amount } from "../../domain/backups/autoBackups.ts";
import { countAmount } from "../../storage/backups/copyAmount.ts";
import { isEmptyDatabase } from "../../storage/database.ts";
import type { AppParts } from "../app/appContext.ts";
import { noteAmount } from "./lastKnownAmount.ts";

/**
 * Counts what there is, and notes it outside of the database. That nothing is there is not noted: whoever deletes the last
 * of it says so, and else it vanished, be it under this tab.
 *
 * @returns how much there is, and how many of the sessions are submitted
 */
export async function noteStored({
  database,
  clock,
}: Pick<AppParts, "database" | "clock">): Promise<Amount & { readonly submitted: number }> {
  const amount = await countAmount(database);
  if (amountOf(amount) > 0 || !(await isEmptyDatabase(database))) noteAmount(amount, clock.now());
  return amount;
}
