import { Dexie } from "dexie";
import type { LockedKey } from "../../domain/team/outbox.ts";
import type { Database } from "../database.ts";

/** @returns the scorecards of the panel that are here and locked, to be read or deleted */
export function lockedOf({ lockedScorecards }: Database, panelId: string) {
  return lockedScorecards
    .where("[panelId+seat+hash]")
    .between([panelId, Dexie.minKey], [panelId, Dexie.maxKey]);
}

/** As it was read once: a row holds a whole scorecard, and is named by the hash of it. */
const addedAtOf = new WeakMap<Database, Map<string, number>>();

/**
 * @param keys of those of one panel that are here and locked
 * @returns when each seat's scorecard came in (epoch ms), by its id
 */
export async function readLockedAt(
  database: Database,
  keys: readonly LockedKey[],
): Promise<ReadonlyMap<string, number>> {
  const known = addedAtOf.get(database) ?? new Map<string, number>();
  addedAtOf.set(database, known);
  const unread = keys.filter((key) => !known.has(key.join(" ")));
  const rows = unread.length > 0 ? await database.lockedScorecards.bulkGet(unread) : [];
  for (const row of rows) if (row) known.set([row.panelId, row.seat, row.hash].join(" "), row.addedAt);
  return new Map(keys.flatMap((key) => [[key[1], known.get(key.join(" ")) ?? 0] as const]));
}

/** @returns the ids of the panels of which a scorecard is here and locked */
export async function readPanelsWithLocked({ lockedScorecards }: Database): Promise<ReadonlySet<string>> {
  const keys = await lockedScorecards.toCollection().primaryKeys();
  return new Set(keys.map(([panelId]) => panelId));
}
