import type { Guide } from "../../domain/guides/guide.ts";
import type { Panel, SettledSeats } from "../../domain/panels/panel.ts";
import { settledSeats } from "../../domain/panels/seatStatus.ts";
import { rowToSession, type Database } from "../database.ts";
import { readLockedAt } from "../team/lockedRows.ts";
import { readSeatNews } from "./board.ts";
import { changePanel } from "./panels.ts";
import { receivedAtIn, rowsOf } from "./scorecardRows.ts";

/**
 * Changes the plan of a panel as `changePanel` does, with what is settled of it in the same transaction.
 *
 * @param change gets the stored panel and what is settled of its seats, and gives the changed one
 */
export function changePlan(
  database: Database,
  id: string,
  change: (panel: Panel, settled: SettledSeats) => Panel,
  guide: Guide,
  now: number,
): Promise<Panel | undefined> {
  const { panels, guides, holds, settings, sealedScorecards, lockedScorecards, sessions, teamLinks } =
    database;
  const seats = [sealedScorecards, lockedScorecards, sessions, teamLinks];
  return database.transaction("rw", [panels, guides, holds, settings, ...seats], async () => {
    const [rows, lockedAt, ofPanel, newsById] = await Promise.all([
      rowsOf(database, id).toArray(),
      readLockedAt(database, id),
      sessions.where("panel.panelId").equals(id).toArray(),
      readSeatNews(database, id),
    ]);
    const here = {
      receivedAt: new Map([...lockedAt, ...receivedAtIn(rows)]),
      sessions: ofPanel.map(rowToSession),
      newsById,
    };
    return changePanel(database, id, (panel) => change(panel, settledSeats(panel, here)), guide, now);
  });
}
