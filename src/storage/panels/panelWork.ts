import { isToSend } from "../../domain/panels/delivery.ts";
import { isDebriefDue } from "../../domain/panels/debriefDue.ts";
import type { Panel } from "../../domain/panels/panel.ts";
import type { Session } from "../../domain/session/session.ts";
import type { Database } from "../database.ts";
import { readOwnSeats } from "./ownSeats.ts";
import { readScorecardsHere } from "./scorecardRows.ts";

/** @returns the panels for which a debrief waits */
export async function findDueDebriefs(database: Database): Promise<readonly Panel[]> {
  const undecided = await database.panels.filter(({ debrief }) => debrief.decision === null).toArray();
  if (undecided.length === 0) return [];
  const hereOf = await readScorecardsHere(database);
  return undecided.filter((panel) => isDebriefDue(panel, hereOf(panel.id).inCount));
}

/** What the seats of this device in panels that are led elsewhere have to do, the first interview first. */
export interface SeatWork {
  /** The interviews whose scorecards somebody has still to send. */
  readonly unsent: readonly Session[];
  /** Those of whose seats the lead asks to unlock the others' scorecards early. */
  readonly asked: readonly Session[];
}

/** @param now epoch ms */
export async function findSeatWork(database: Database, now: number): Promise<SeatWork> {
  const seats = await readOwnSeats(database);
  return {
    unsent: seats.flatMap(({ session, delivery }) => (delivery && isToSend(delivery, now) ? session : [])),
    asked: seats.flatMap(({ session, earlyReason }) => (earlyReason === null ? [] : session)),
  };
}
