import type { Panel } from "../../domain/panels/panel.ts";
import type { Session } from "../../domain/session/session.ts";
import type { SeatNews } from "../../domain/team/message.ts";
import type { Database } from "../database.ts";
import { groupBy } from "../../domain/panels/groupBy.ts";
import { readArrivals, readLockedArrivals } from "./arrivals.ts";
import { readListings, type PanelListing } from "./panels.ts";

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

/** The first panels on a lead's board, how many there are, and all others. */
export interface Board {
  readonly panels: readonly PanelSeats[];
  readonly count: number;
  /** Of those that are shown whole, and of those that are not open or led elsewhere, the last made first. */
  readonly listings: readonly PanelListing[];
  readonly others: readonly PanelListing[];
}

/**
 * @param limit how many panels are read whole
 * @returns the panels that are led from this device and have decided nothing: those that are due first, then the newest
 */
export function readBoard(database: Database, limit: number): Promise<Board> {
  const { panels, panelKeys, sealedScorecards, lockedScorecards, sessions, settings, teamLinks } = database;
  const tables = [panels, panelKeys, sealedScorecards, lockedScorecards, sessions, settings, teamLinks];
  return database.transaction("r", tables, async () => {
    const { listings: all, hereOf } = await readListings(database);
    const isOpen = ({ hasKey, panel }: PanelListing) => hasKey && panel.debrief.decision === null;
    const open = all
      .filter(isOpen)
      .toSorted(
        (a, b) =>
          (a.panel.dueAt ?? Infinity) - (b.panel.dueAt ?? Infinity) || b.panel.createdAt - a.panel.createdAt,
      );
    const listings = open.slice(0, limit);
    const ids = listings.map(({ panel }) => panel.id);
    const heldKeys = ids.flatMap((id) => hereOf(id).heldIds.map((held): [string, string] => [id, held]));
    const [newsOf, held, locked] = await Promise.all([
      readNewsOf(database, ids),
      readArrivals(database, heldKeys),
      readLockedArrivals(
        database,
        ids.flatMap((id) => hereOf(id).locked),
      ),
    ]);
    // A scorecard counts before what is locked of the same seat.
    const arrivals = groupBy([...locked, ...held], ({ panelId }) => panelId);
    return {
      panels: listings.map(({ panel }) => ({
        panel,
        receivedAt: new Map(arrivals.get(panel.id)?.map(({ interviewerId, at }) => [interviewerId, at])),
        sessions: hereOf(panel.id).sessions,
        newsById: newsOf(panel.id),
      })),
      count: open.length,
      listings,
      others: all.filter((one) => !isOpen(one)),
    };
  });
}

/** @returns what the panel's seats said last of their interviews, by interviewer id, in a transaction of the caller or none */
export async function readSeatNews(
  database: Database,
  panelId: string,
): Promise<ReadonlyMap<string, SeatNews>> {
  return (await readNewsOf(database, [panelId]))(panelId);
}

/** @returns gives what the seats of one of those panels said last of their interviews, by interviewer id */
async function readNewsOf(
  { teamLinks }: Database,
  panelIds: readonly string[],
): Promise<(panelId: string) => ReadonlyMap<string, SeatNews>> {
  const newsOf = async (panelId: string) => {
    const links = await teamLinks.where({ panelId }).toArray();
    return new Map(
      links.flatMap((link) => (link.side === "lead" && link.news ? [[link.seat, link.news]] : [])),
    );
  };
  // Each panel's at once: one question for all of them goes from link to link.
  const news = await Promise.all(panelIds.map(newsOf));
  const newsById = new Map(panelIds.map((panelId, at) => [panelId, news[at]]));
  return (panelId) => newsById.get(panelId) ?? new Map();
}
