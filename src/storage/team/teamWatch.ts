import { liveQuery } from "dexie";
import type { Database } from "../database.ts";
import type { TeamLinkRow } from "./teamTables.ts";

/** Calls back with the links of this device, now and whenever something changes that a team may have to say. */
export function watchTeam(
  database: Database,
  onChange: (links: readonly TeamLinkRow[]) => void,
): { readonly unsubscribe: () => void } {
  const { teamLinks, outbox, lockedScorecards, sessions, revisions, panels, tombstones } = database;
  const read = async () => {
    const links = await teamLinks.toArray();
    const locked = await lockedScorecards.toCollection().primaryKeys();
    const seats = links.flatMap(({ side, panelId }) => (side === "seat" ? panelId : []));
    const panelIds = [...seats, ...new Set(locked.map(([panelId]) => panelId))];
    await Promise.all([
      outbox.toCollection().primaryKeys(),
      sessions.where("panel.panelId").anyOf(panelIds).toArray(),
      revisions.toCollection().primaryKeys(),
      panels.toCollection().primaryKeys(),
      tombstones.count(),
    ]);
    return links;
  };
  return liveQuery(read).subscribe(onChange);
}
