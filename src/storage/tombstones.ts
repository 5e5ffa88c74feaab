import type { Tombstone } from "../domain/deletion.ts";
import type { Database } from "./database.ts";

/** Thrown where something would be stored that was deleted here with its candidate. The message is for people. */
export class DeletedError extends Error {
  constructor({ deletedAt }: Tombstone) {
    const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "long" }).format(deletedAt);
    super(`This was deleted here on ${day}, with all there was of its candidate, and does not come back.`);
  }
}

/**
 * Looks for tombstones, inside a transaction of the caller where what follows depends on it.
 *
 * @param ids of sessions and panels
 * @throws DeletedError where one of them was deleted with its candidate
 */
export async function refuseDeleted(
  { tombstones }: Database,
  ids: readonly (string | undefined)[],
): Promise<void> {
  const found = await tombstones.bulkGet(ids.filter((id) => id !== undefined));
  const tombstone = found.find((one) => one !== undefined);
  if (tombstone) throw new DeletedError(tombstone);
}

/** @returns how many tombstones there are; it differs after every deletion of a candidate */
export function countTombstones({ tombstones }: Database): Promise<number> {
  return tombstones.count();
}
