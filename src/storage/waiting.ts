import { liveQuery } from "dexie";
import { isDebriefDue } from "../domain/panels/debriefDue.ts";
import type { Panel } from "../domain/panels/panel.ts";
import type { Session } from "../domain/session/session.ts";
import { rowToSession, type Database, type SessionRow } from "./database.ts";
import { countScorecards } from "./panels/scorecardRows.ts";
import { rangeOf } from "./session/listing.ts";

/** The first few of what waits, and how many there are. */
export interface Some<T> {
  readonly first: readonly T[];
  readonly count: number;
}

/** What waits for a person, but for what is kept of candidates. */
export interface WaitingWork {
  readonly live: Some<Session>;
  /** Planned for today or before, the latest last. */
  readonly planned: Some<Session>;
  readonly toWrapUp: Some<Session>;
  /** Submitted here in the last weeks for a panel that is led elsewhere, and given to nobody since, the first one first. */
  readonly toSend: Some<Session>;
  /** Of panels all of whose scorecards are in, or whose debrief has started, and that have decided nothing yet. */
  readonly debriefs: Some<Panel>;
  /** Guides that were begun, and have no version yet. */
  readonly draftCount: number;
}

const MOST_SHOWN = 5;
/** What was not sent by then is not going to be. */
const SENT_WITHIN_MS = 30 * 86_400_000;

/**
 * Calls back with what waits for a person now, and after each change, from whichever tab.
 *
 * @param now epoch ms
 * @param until epoch ms, the end of today
 * @returns ends it
 */
export function watchWaitingWork(
  database: Database,
  now: number,
  until: number,
  onChange: (work: WaitingWork) => void,
): () => void {
  // What can't be read is said by the screens that show it.
  const watching = liveQuery(() => readWaitingWork(database, now, until)).subscribe(onChange, () => {});
  return () => watching.unsubscribe();
}

async function readWaitingWork(database: Database, now: number, until: number): Promise<WaitingWork> {
  const some = async (status: "live" | "wrapUp" | "planned", last: number | null): Promise<Some<Session>> => {
    const range = () => rangeOf(database, { status, from: null, until: last });
    const [rows, count] = await Promise.all([range().limit(MOST_SHOWN).toArray(), range().count()]);
    return { first: rows.map(rowToSession), count };
  };
  const [live, toWrapUp, planned, unsent, due, draftCount] = await Promise.all([
    some("live", null),
    some("wrapUp", null),
    some("planned", until),
    findUnsent(database, now),
    findDueDebriefs(database),
    database.guideDrafts.count(),
  ]);
  return {
    live,
    planned,
    toWrapUp,
    toSend: { first: unsent.slice(0, MOST_SHOWN), count: unsent.length },
    debriefs: { first: due.slice(0, MOST_SHOWN), count: due.length },
    draftCount,
  };
}

async function findDueDebriefs(database: Database): Promise<readonly Panel[]> {
  const undecided = await database.panels.filter(({ debrief }) => debrief.decision === null).toArray();
  const counts = await Promise.all(undecided.map(({ id }) => countScorecards(database, id)));
  return undecided.filter((panel, at) => isDebriefDue(panel, counts[at] ?? 0));
}

async function findUnsent(database: Database, now: number): Promise<readonly Session[]> {
  // Those of panels alone are in this index. When they were held says nothing: some are submitted long after.
  const ofPanels = await database.sessions.orderBy("panel.panelId").toArray();
  // A file may leave out when it was submitted.
  const sentFrom = (row: SessionRow) => row.submittedAt ?? row.heldAt;
  const rows = ofPanels
    .filter(({ status, panel, sample }) => status === "submitted" && panel?.publicKey != null && !sample)
    .filter((row) => sentFrom(row) >= now - SENT_WITHIN_MS)
    .toSorted((a, b) => sentFrom(a) - sentFrom(b));
  if (rows.length === 0) return [];
  const [keys, made] = await Promise.all([
    database.panelKeys.toCollection().primaryKeys(),
    database.exportsMade.toArray(),
  ]);
  const ledIds = new Set(keys);
  const isSent = ({ id, submittedAt }: Session) =>
    made.some(({ at, sessionIds }) => at >= (submittedAt ?? 0) && sessionIds.includes(id));
  return rows.filter((row) => row.panel && !ledIds.has(row.panel.panelId) && !isSent(row)).map(rowToSession);
}
