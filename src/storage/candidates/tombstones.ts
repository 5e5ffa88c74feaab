import { buriedId, type Tombstone } from "../../domain/candidates/deletion.ts";
import type { Database } from "../database.ts";

/** @param at epoch ms @returns the day in words, for a message to a person: "24 November 2026" */
export function longDateToText(at: number): string {
  return new Intl.DateTimeFormat("en-GB", { dateStyle: "long" }).format(at);
}

/** @param deletedAt epoch ms @returns that something was deleted for good, in words: with all of its candidate, or with a part */
export function deletedToText(deletedAt: number): string {
  return `This was deleted here on ${longDateToText(deletedAt)} and can’t be restored.`;
}

/** Thrown where something would be stored that was deleted here with its candidate. The message is for people. */
export class DeletedError extends Error {
  constructor({ deletedAt }: Tombstone) {
    super(deletedToText(deletedAt));
  }
}

/**
 * Looks for tombstones, inside a transaction of the caller where what follows depends on it.
 *
 * @param ids of sessions and panels
 * @throws DeletedError where one of them was deleted with its candidate
 */
export async function refuseDeleted(database: Database, ids: readonly (string | undefined)[]): Promise<void> {
  const known = ids.filter((id) => id !== undefined);
  const [tombstone] = await readTombstones(database, known);
  if (tombstone) throw new DeletedError(tombstone);
}

/** @param ids of sessions and panels. @returns the tombstones of those of them that were deleted with their candidate */
export async function readTombstones(
  { tombstones }: Database,
  ids: readonly string[],
): Promise<readonly Tombstone[]> {
  const found = await tombstones.bulkGet([...ids, ...ids.map(buriedId)]);
  return found.filter((one) => one !== undefined);
}

/** @param ids of sessions and panels. @returns those of them that were deleted with their candidate */
export async function findBuried(database: Database, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const found = new Set((await readTombstones(database, ids)).map(({ id }) => id));
  return new Set(ids.filter((id) => found.has(id) || found.has(buriedId(id))));
}

/**
 * Keeps sessions and panels from coming back, inside a transaction of the caller. Tombstones of an older version, which
 * may have a name in their ids, are put right on the way.
 *
 * @param reason as in the tombstone
 * @param now epoch ms
 */
export async function bury(
  { tombstones }: Database,
  ids: readonly string[],
  reason: string,
  now: number,
): Promise<void> {
  const before = await tombstones.toArray();
  const plain = before.filter(({ id }) => buriedId(id) !== id);
  await tombstones.bulkDelete(plain.map(({ id }) => id));
  const buried = ids.map((id): Tombstone => ({ id: buriedId(id), deletedAt: now, reason }));
  await tombstones.bulkPut([...buried, ...plain.map((one) => ({ ...one, id: buriedId(one.id) }))]);
}

/** What was deleted at one time, before it was due or under a legal hold. */
export interface EarlyDeletion {
  /** Epoch ms. */
  readonly deletedAt: number;
  readonly reason: string;
  /** How many interviews and panels. */
  readonly count: number;
}

/** @returns what was deleted early, the last first; each says why, and of nobody who it was */
export async function readEarlyDeletions({ tombstones }: Database): Promise<readonly EarlyDeletion[]> {
  const early = new Map<string, EarlyDeletion>();
  await tombstones.each(({ deletedAt, reason }) => {
    if (reason === "") return;
    const key = `${deletedAt} ${reason}`;
    early.set(key, { deletedAt, reason, count: (early.get(key)?.count ?? 0) + 1 });
  });
  return [...early.values()].toSorted((a, b) => b.deletedAt - a.deletedAt);
}

/** @returns how many tombstones there are; it differs after every deletion of a candidate */
export function countTombstones({ tombstones }: Database): Promise<number> {
  return tombstones.count();
}
