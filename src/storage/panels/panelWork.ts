import { isDebriefDue } from "../../domain/panels/debriefDue.ts";
import type { Panel } from "../../domain/panels/panel.ts";
import type { Session } from "../../domain/session/session.ts";
import type { Database } from "../database.ts";
import { readOwnSeats } from "./ownSeats.ts";
import { countScorecards } from "./scorecardRows.ts";

/** @returns the panels for which a debrief waits */
export async function findDueDebriefs(database: Database): Promise<readonly Panel[]> {
  const undecided = await database.panels.filter(({ debrief }) => debrief.decision === null).toArray();
  const counts = await Promise.all(undecided.map(({ id }) => countScorecards(database, id)));
  return undecided.filter((panel, at) => isDebriefDue(panel, counts[at] ?? 0));
}

/** @returns the interviews whose scorecards have still to go to the leads of their panels, the first one first */
export async function findUnsent(database: Database): Promise<readonly Session[]> {
  const seats = await readOwnSeats(database);
  return seats.flatMap(({ session, delivery }) => (delivery?.kind === "toSend" ? session : []));
}
