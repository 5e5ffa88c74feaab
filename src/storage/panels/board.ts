import type { Panel } from "../../domain/panels/panel.ts";
import type { Session } from "../../domain/session/session.ts";
import type { Database } from "../database.ts";
import { readScorecardsHere, receivedAtIn, rowsOf } from "./scorecardRows.ts";

/** What of a panel's seats lies on this device. */
export interface PanelSeats {
  readonly panel: Panel;
  /** When each scorecard came in (epoch ms), by interviewer id. */
  readonly receivedAt: ReadonlyMap<string, number>;
  /** The interviews of this device that are of the panel. */
  readonly sessions: readonly Session[];
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
  const { panels, panelKeys, sealedScorecards, sessions } = database;
  return database.transaction("r", panels, panelKeys, sealedScorecards, sessions, async () => {
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
        return { panel, receivedAt: receivedAtIn(rows), sessions: here.sessions };
      }),
    );
    return { panels: shown, count: open.length };
  });
}
