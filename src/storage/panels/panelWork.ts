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

/**
 * @param now epoch ms
 * @returns the interviews whose scorecards somebody has still to send to the leads of their panels, the first one first
 */
export async function findUnsent(database: Database, now: number): Promise<readonly Session[]> {
  const seats = await readOwnSeats(database);
  return seats.flatMap(({ session, delivery }) => (delivery && isToSend(delivery, now) ? session : []));
}
