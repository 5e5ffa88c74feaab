import { isToLead } from "../../domain/panels/delivery.ts";
import type { Scorecard } from "../../domain/session/scorecard.ts";
import type { Session } from "../../domain/session/session.ts";
import type { OutboxRow } from "../../domain/team/outbox.ts";
import type { Database } from "../database.ts";
import { readSeatSessions } from "../panels/ownSeats.ts";
import { loadScorecards } from "../session/scorecards.ts";
import { readOutbox, readTeamKeys, readTeamLink } from "./teamRows.ts";
import type { SeatPlace, TeamKeyRow, TeamLinkOf } from "./teamTables.ts";

/** What a seat of this device may have to say. */
export interface SeatToTell {
  readonly keys: TeamKeyRow;
  readonly link: TeamLinkOf<"seat">;
  /** What it has said. */
  readonly said: readonly OutboxRow[];
  /** Its interview that goes to the lead; undefined where there is none. */
  readonly session: Session | undefined;
  /** The scorecard of that, once it is submitted, or is going to be. */
  readonly scorecards: readonly Scorecard[];
}

/** @returns as it is at one moment; null where the place is no seat of this device */
export function readSeatToTell(database: Database, place: SeatPlace): Promise<SeatToTell | null> {
  const { teamKeys, teamLinks, outbox, sessions, guides, answers, revisions } = database;
  const tables = [teamKeys, teamLinks, outbox, sessions, guides, answers, revisions];
  return database.transaction("r", tables, async () => {
    const [keys, link, ofPanel, ofSeat] = await Promise.all([
      readTeamKeys(database, place),
      readTeamLink(database, place),
      readOutbox(database, place.panelId),
      readSeatSessions(database, place),
    ]);
    if (!keys || link?.side !== "seat") return null;
    const said = ofPanel.filter(({ seat }) => seat === place.seat);
    const session = ofSeat.find((one) => isToLead(one, new Set()));
    const isSubmitted = session?.status === "submitted" || session?.submitsAt !== undefined;
    const scorecards = session && isSubmitted ? await loadScorecards(database, [session.id]) : [];
    return { keys, link, said, session, scorecards };
  });
}
