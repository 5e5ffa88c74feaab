import type { Tombstone } from "../domain/deletion.ts";
import type { Database } from "./database.ts";

/** @param at epoch ms @returns the day in words, for a message to a person: "24 November 2026" */
export function dayToText(at: number): string {
  return new Intl.DateTimeFormat("en-GB", { dateStyle: "long" }).format(at);
}

/** Thrown where something would be stored that was deleted here with its candidate. The message is for people. */
export class DeletedError extends Error {
  constructor({ deletedAt }: Tombstone) {
    super(
      `This was deleted here on ${dayToText(deletedAt)}, with all there was of its candidate, and does not come back.`,
    );
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
