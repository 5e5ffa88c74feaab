import { Dexie } from "dexie";
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

/** @returns the ids of the panels of which a scorecard is here and locked */
export async function readPanelsWithLocked({ lockedScorecards }: Database): Promise<ReadonlySet<string>> {
  const keys = await lockedScorecards.toCollection().primaryKeys();
  return new Set(keys.map(([panelId]) => panelId));
}
