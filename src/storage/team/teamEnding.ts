import { LEAD } from "../../domain/team/message.ts";
import { readTombstones } from "../candidates/tombstones.ts";
import type { Database } from "../database.ts";
import { lockedOf } from "./lockedRows.ts";

/** So long a panel that was deleted by mistake can be put back as if nothing had been. */
const PUT_BACK_MS = 60_000;

/**
 * Drops all that a team has of panels that were deleted here: with their candidate at once, by hand a minute later. Where
 * they were led from here, what is needed to tell the seats stays until they are told.
 *
 * @param now epoch ms
 */
export function dropDeleted(database: Database, now: number): Promise<void> {
  const { teamLinks, teamKeys, outbox, inbox, lockedScorecards, panels, tombstones, deletedByHand } =
    database;
  const tables = [teamLinks, teamKeys, outbox, inbox, lockedScorecards, panels, tombstones, deletedByHand];
  return database.transaction("rw", tables, async () => {
    const links = await teamLinks.filter(({ side }) => side === "seat" || side === "lead").toArray();
    for (const panelId of new Set(links.map((link) => link.panelId))) {
      const [[tombstone], byHand] = await Promise.all([
        readTombstones(database, [panelId]),
        deletedByHand.get(panelId),
      ]);
      const isOver = byHand?.kind === "panel" && byHand.deletedAt + PUT_BACK_MS <= now;
      // A file or a backup may have brought it back.
      if (!tombstone && (!isOver || (await panels.get(panelId)))) continue;
      const ofPanel = links.filter((link) => link.panelId === panelId);
      await outbox.where("panelId").equals(panelId).delete();
      await inbox.where("panelId").equals(panelId).delete();
      await lockedOf(database, panelId).delete();
      await teamLinks.bulkDelete(ofPanel.map(({ seat }): [string, string] => [panelId, seat]));
      const led = ofPanel.find((link) => link.side === "lead");
      if (led) {
        await teamLinks.put({ panelId, seat: LEAD, side: "ending", at: now, jwt: led.jwt });
      } else await teamKeys.where("panelId").equals(panelId).delete();
    }
  });
}

/** Forgets a panel whose end was told, with its keys. */
export function forgetEnded(database: Database, panelId: string): Promise<void> {
  const { teamLinks, teamKeys } = database;
  return database.transaction("rw", teamLinks, teamKeys, async () => {
    await teamKeys.where("panelId").equals(panelId).delete();
    await teamLinks.delete([panelId, LEAD]);
  });
}

/** Drops all that the team has of a panel that its lead deleted; that it ended, for each seat here, is all that stays. @param at epoch ms */
export function endSeats(database: Database, panelId: string, at: number): Promise<void> {
  const { teamLinks, teamKeys, outbox, inbox } = database;
  return database.transaction("rw", teamLinks, teamKeys, outbox, inbox, async () => {
    await outbox.where("panelId").equals(panelId).delete();
    await inbox.where("panelId").equals(panelId).delete();
    await teamKeys.where("panelId").equals(panelId).delete();
    const seats = await teamLinks.where("panelId").equals(panelId).toArray();
    await teamLinks.bulkPut(seats.map(({ seat }) => ({ panelId, seat, side: "ended" as const, at })));
  });
}
