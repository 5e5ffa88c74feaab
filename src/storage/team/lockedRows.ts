import { Dexie } from "dexie";
import { groupBy } from "../../domain/panels/groupBy.ts";
import type { LockedKey } from "../../domain/team/outbox.ts";
import type { Database } from "../database.ts";

/** @returns the scorecards of the panel that are here and locked, to be read or deleted */
export function lockedOf({ lockedScorecards }: Database, panelId: string) {
  return lockedScorecards
    .where("[panelId+seat+hash]")
    .between([panelId, Dexie.minKey], [panelId, Dexie.maxKey]);
}

/** @returns when each seat's scorecard came in (epoch ms), by its id, of those of the panel that are here and locked */
export async function readLockedAt(
  database: Database,
  panelId: string,
): Promise<ReadonlyMap<string, number>> {
  const rows = await lockedOf(database, panelId).toArray();
  return new Map(rows.map(({ seat, addedAt }) => [seat, addedAt]));
}

/** Of those that were read last: a row holds a whole scorecard, and is named by the hash of it. */
const lastRead = new WeakMap<Database, ReadonlyMap<string, number>>();

/**
 * @param keys of those that are here and locked
 * @returns gives for a panel's id what `readLockedAt` does; of what was read the last time nothing is read again
 */
export async function readAllLockedAt(
  database: Database,
  keys: readonly LockedKey[],
): Promise<(panelId: string) => ReadonlyMap<string, number>> {
  const before = lastRead.get(database);
  const unread = keys.filter((key) => before?.has(nameOf(key)) !== true);
  const rows = unread.length > 0 ? await database.lockedScorecards.bulkGet(unread) : [];
  const read = new Map(unread.map((key, at) => [nameOf(key), rows[at]?.addedAt ?? 0]));
  const atOf = (key: LockedKey) => before?.get(nameOf(key)) ?? read.get(nameOf(key)) ?? 0;
  lastRead.set(database, new Map(keys.map((key) => [nameOf(key), atOf(key)])));
  const byPanel = groupBy(keys, ([panelId]) => panelId);
  return (panelId) => new Map(byPanel.get(panelId)?.map((key) => [key[1], atOf(key)]));
}

function nameOf(key: LockedKey): string {
  return key.join(" ");
}

/** @returns the ids of the panels of which a scorecard is here and locked */
export async function readPanelsWithLocked({ lockedScorecards }: Database): Promise<ReadonlySet<string>> {
  const keys = await lockedScorecards.toCollection().primaryKeys();
  return new Set(keys.map(([panelId]) => panelId));
}
