import type { Hold } from "../../domain/candidates/deletion.ts";
import type { Database } from "../database.ts";
import { readPersons } from "./nameMerges.ts";
import { longDateToText } from "./tombstones.ts";

/** Thrown where something of a candidate with a hold would be deleted. The message is for people. */
export class HeldError extends Error {
  constructor({ reason, heldAt }: Hold) {
    super(
      `There is a legal hold on this candidate since ${longDateToText(heldAt)}: “${reason}”. Release it under “Candidates” first.`,
    );
  }
}

/**
 * Looks for a hold, inside the transaction of the caller that deletes or renames.
 *
 * @param names of the candidate, in each way they are written
 * @throws HeldError where there is a hold on the candidate of one of these names
 */
export async function refuseHeld(database: Database, names: readonly string[]): Promise<void> {
  const persons = await readPersons(database);
  const keys = names.map(persons.of).flatMap(persons.keysOf);
  const found = await database.holds.bulkGet(keys);
  const hold = found.find((one) => one !== undefined);
  if (hold) throw new HeldError(hold);
}

/**
 * Looks for a hold on a candidate who is given another name: under that one nothing would keep it.
 *
 * @throws HeldError where there is a hold, and the names are not those of one candidate
 */
export async function refuseHeldRename(database: Database, before: string, after: string): Promise<void> {
  const { of } = await readPersons(database);
  if (of(before) !== of(after)) await refuseHeld(database, [before]);
}
