import { boardSeats, type BoardSeat } from "../../domain/panels/seatStatus.ts";
import type { Panel } from "../../domain/panels/panel.ts";
import { readBoard } from "../../storage/panels/board.ts";
import type { PanelListing } from "../../storage/panels/panels.ts";
import { useApp } from "../app/appContext.ts";
import { useKeptReading } from "../app/keptReading.ts";

/** A panel that is led from this device, and where its people stand. */
export interface BoardRow {
  readonly panel: Panel;
  readonly seats: readonly BoardSeat[];
  /** The interview of the lead, where it is on this device. */
  readonly ownSessionId: string | null;
}

/** The lead's board. */
export interface LeadBoard {
  readonly rows: readonly BoardRow[];
  /** How many panels are open, those that are not shown as well. */
  readonly count: number;
  /** The panels of the rows, as a list shows them, and all that are not open or led elsewhere, the last made first. */
  readonly listings: readonly PanelListing[];
  readonly others: readonly PanelListing[];
}

/**
 * @param limit how many panels are shown
 * @returns the open panels that are led from this device, kept up to date; undefined until they are read
 */
export function useBoard(limit: number): LeadBoard | undefined {
  const { clock } = useApp();
  const board = useKeptReading(`board of ${limit}`, (database) => readBoard(database, limit));
  return (
    board && {
      count: board.count,
      listings: board.listings,
      others: board.others,
      rows: board.panels.map(({ panel, ...here }) => ({
        panel,
        seats: boardSeats(panel, { side: "lead", ...here }, clock.now()),
        ownSessionId:
          here.sessions.find((session) => session.panel?.interviewerId === panel.leadId)?.id ?? null,
      })),
    }
  );
}
