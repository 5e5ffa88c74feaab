import type { Panel } from "../../domain/panels/panel.ts";
import type { Session } from "../../domain/session/session.ts";
import type { SeatNews } from "../../domain/team/message.ts";
import type { Database } from "../database.ts";
import { readLockedAt } from "../team/lockedRows.ts";
import { readScorecardsHere, receivedAtIn, rowsOf } from "./scorecardRows.ts";

/** What of a panel's seats lies on this device. */
export interface PanelSeats {
  readonly panel: Panel;
  /** When each scorecard came in (epoch ms), by interviewer id. */
  readonly receivedAt: ReadonlyMap<string, number>;
  /** The interviews of this device that are of the panel. */
  readonly sessions: readonly Session[];
  /** What came of the others' interviews by a team, by interviewer id. */
  readonly newsById: ReadonlyMap<string, SeatNews>;
}

/** The first panels on a lead's board, and how many there are. */
export interface Board {
  readonly panels: readonly PanelSeats[];
  readonly count: number;
}

/**
 * @param limit how many panels are read whole
 * @returns the panels that are led from this device and have decided nothing: those that are due first, then the newest
 */
export function readBoard(database: Database, limit: number): Promise<Board> {
  const { panels, panelKeys, sealedScorecards, lockedScorecards, sessions, teamLinks } = database;
  const tables = [panels, panelKeys, sealedScorecards, lockedScorecards, sessions, teamLinks];
  return database.transaction("r", tables, async () => {
    const led = await panels.bulkGet(await panelKeys.toCollection().primaryKeys());
    const open = led
      .filter((panel) => panel !== undefined)
      .filter(({ debrief }) => debrief.decision === null)
      .toSorted((a, b) => (a.dueAt ?? Infinity) - (b.dueAt ?? Infinity) || b.createdAt - a.createdAt);
    const hereOf = await readScorecardsHere(database);
    const shown = await Promise.all(
      open.slice(0, limit).map(async (panel): Promise<PanelSeats> => {
        const here = hereOf(panel.id);
        const rows = here.heldIds.length > 0 ? await rowsOf(database, panel.id).toArray() : [];
        const newsById = await readSeatNews(database, panel.id);
        const receivedAt = new Map([...(await readLockedAt(database, panel.id)), ...receivedAtIn(rows)]);
        return { panel, receivedAt, sessions: here.sessions, newsById };
      }),
    );
    return { panels: shown, count: open.length };
  });
}

/** @returns what the panel's seats said last of their interviews, by interviewer id, in a transaction of the caller or none */
export async function readSeatNews(
  { teamLinks }: Database,
  panelId: string,
): Promise<ReadonlyMap<string, SeatNews>> {
  const links = await teamLinks.where("panelId").equals(panelId).toArray();
  return new Map(
    links.flatMap((link) => (link.side === "lead" && link.news ? [[link.seat, link.news]] : [])),
  );
}
