import { liveQuery } from "dexie";
import { addMonths, candidateDueAt } from "../domain/candidates/retention.ts";
import { isDebriefDue } from "../domain/panels/panel.ts";
import type { SessionStatus } from "../domain/session/session.ts";
import { readCandidates, readRetention } from "./candidates/candidates.ts";
import type { Database } from "./database.ts";
import { listPanels } from "./panels/panels.ts";

/** How many wait for a person. */
export interface WaitingCounts {
  /** Live, to be wrapped up, or planned for today or before. */
  readonly interviews: number;
  /** Begun, and no version of a guide yet. */
  readonly guides: number;
  /** All of whose scorecards are in, or whose debrief has started, and that have decided nothing yet. */
  readonly panels: number;
}

/**
 * Calls back with how many wait for a person now, and after each change, from whichever tab.
 *
 * @param until epoch ms, the end of today
 * @returns ends it
 */
export function watchWaitingCounts(
  database: Database,
  until: number,
  onCount: (counts: WaitingCounts) => void,
): () => void {
  // What can't be read is said by the screens that show it.
  const watching = liveQuery(() => countWaiting(database, until)).subscribe(onCount, () => {});
  return () => watching.unsubscribe();
}

async function countWaiting(database: Database, until: number): Promise<WaitingCounts> {
  const of = (status: SessionStatus, last: number) =>
    database.sessions
      .where("[status+scheduledAt]")
      .between([status, -Infinity], [status, last], true, true)
      .count();
  const [live, wrapUp, planned, guides, panels] = await Promise.all([
    of("live", Infinity),
    of("wrapUp", Infinity),
    of("planned", until),
    database.guideDrafts.count(),
    listPanels(database),
  ]);
  return {
    interviews: live + wrapUp + planned,
    guides,
    panels: panels.filter(({ panel, inCount }) => isDebriefDue(panel, inCount)).length,
  };
}

/**
 * Calls back with how many candidates are due for deletion and on no hold, now and after each deletion, hold or change of
 * how long they are kept. All there is of them is read for that only where something is as old.
 *
 * @param now gives epoch ms
 * @returns ends it
 */
export function watchDueCount(
  database: Database,
  now: () => number,
  onCount: (due: number) => void,
): () => void {
  const { tombstones, holds, deletedByHand } = database;
  const watching = liveQuery(() =>
    Promise.all([
      readRetention(database),
      tombstones.count(),
      holds.toCollection().primaryKeys(),
      deletedByHand.count(),
    ]),
  ).subscribe(
    ([months]) => void countDue(database, months, now()).then(onCount, () => {}),
    () => {},
  );
  return () => watching.unsubscribe();
}

async function countDue(database: Database, months: number, now: number): Promise<number> {
  const { sessions, panels, deletedByHand } = database;
  const isOld = (at: number | undefined) => at !== undefined && addMonths(at, months) <= now;
  const [oldest, panel, deleted] = await Promise.all([
    sessions.orderBy("scheduledAt").first(),
    panels.filter(({ createdAt }) => isOld(createdAt)).first(),
    deletedByHand.filter(({ deletedAt }) => isOld(deletedAt)).first(),
  ]);
  if (!isOld(oldest?.scheduledAt) && !panel && !deleted) return 0;
  const { candidates } = await readCandidates(database);
  return candidates.filter((one) => !one.hold && (candidateDueAt(one, months) ?? Infinity) <= now).length;
}
