import { LEAD } from "../../domain/team/message.ts";
import { buriedId } from "../../domain/candidates/deletion.ts";
import { readTombstones } from "../candidates/tombstones.ts";
import type { Database } from "../database.ts";
import { lockedOf } from "./lockedRows.ts";
import type { TeamLinkRow } from "./teamTables.ts";

/** So long a panel that was deleted by mistake can be put back as if nothing had been. */
const PUT_BACK_MS = 60_000;

/**
 * Drops all that a team has of panels that were deleted here: with their candidate at once, by hand a minute later. Where
 * they were led from here, what is needed to tell the seats stays until they are told.
 *
 * @param now epoch ms
 * @returns whether there was any, so that what was read beside this is to be read anew
 */
export async function dropDeleted(database: Database, now: number): Promise<boolean> {
  if ((await deletedOf(database, now)).length === 0) return false;
  const { teamLinks, teamKeys, outbox, inbox, lockedScorecards, panels, tombstones, deletedByHand } =
    database;
  const tables = [teamLinks, teamKeys, outbox, inbox, lockedScorecards, panels, tombstones, deletedByHand];
  await database.transaction("rw", tables, async () => {
    for (const panelId of await deletedOf(database, now)) {
      const ofPanel = (await teamLinks.where("panelId").equals(panelId).toArray()).filter(isOfPanel);
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
  return true;
}

/** @returns the panels of a team that were deleted here, by their ids */
function deletedOf(database: Database, now: number): Promise<readonly string[]> {
  const { teamLinks, panels, tombstones, deletedByHand } = database;
  return database.transaction("r", teamLinks, panels, tombstones, deletedByHand, async () => {
    const links = await teamLinks.filter(isOfPanel).toArray();
    const panelIds = [...new Set(links.map(({ panelId }) => panelId))];
    const [buriedRows, byHand] = await Promise.all([
      readTombstones(database, panelIds),
      deletedByHand.bulkGet(panelIds),
    ]);
    const buried = new Set(buriedRows.map(({ id }) => id));
    const over = byHand.flatMap((row) =>
      row?.kind === "panel" && row.deletedAt + PUT_BACK_MS <= now ? row.id : [],
    );
    const gone = new Set(over);
    // A file or a backup may have brought it back.
    if (over.length > 0) for (const id of await panels.where("id").anyOf(over).primaryKeys()) gone.delete(id);
    return panelIds.filter((id) => gone.has(id) || buried.has(id) || buried.has(buriedId(id)));
  });
}

function isOfPanel({ side }: TeamLinkRow): boolean {
  return side === "seat" || side === "lead";
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
