import type { Panel } from "../domain/panels/panel.ts";
import { interviewedAt, type Session } from "../domain/session/session.ts";
import type { SeatWork } from "./panels/panelWork.ts";
import { rowToSession, type Database } from "./database.ts";
import { rangeOf } from "./session/listing.ts";
import { followReading } from "./writeNotices.ts";

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
  /** Of `unsentIds`, those that were submitted in the last weeks, the first one first. */
  readonly toSend: Some<Session>;
  /** Submitted here for a panel that is led elsewhere, and given to nobody since, or revised since. */
  readonly unsentIds: ReadonlySet<string>;
  /** Of whose seats a lead asks to unlock the others' scorecards early. */
  readonly asked: Some<Session>;
  /** Of panels all of whose scorecards are in, or whose debrief has started, and that have decided nothing yet. */
  readonly debriefs: Some<Panel>;
  /** Guides that were begun, and have no version yet. */
  readonly draftCount: number;
}

const MOST_SHOWN = 5;
/** What was not sent by then is not going to be. */
const SENT_WITHIN_MS = 30 * 86_400_000;

/**
 * Calls back with what waits for a person now, and a moment after each change, from whichever tab.
 *
 * @param now epoch ms
 * @param until epoch ms, the end of today
 * @param afterMs how long that moment is, asked for with each change
 * @returns ends it
 */
export function watchWaitingWork(
  database: Database,
  now: number,
  until: number,
  afterMs: () => number,
  onChange: (work: WaitingWork) => void,
): () => void {
  // Each letter of a call is written to the answers, and nothing waits for it; nor for what is worked out of notes.
  const isOf = (table: string) => table !== "answers" && table !== "noteWords";
  return followReading(database.name, isOf, afterMs, () => readWaitingWork(database, now, until), onChange);
}

async function readWaitingWork(database: Database, now: number, until: number): Promise<WaitingWork> {
  const some = async (status: "live" | "wrapUp" | "planned", last: number | null): Promise<Some<Session>> => {
    const range = () => rangeOf(database, { status, from: null, until: last });
    const [rows, count] = await Promise.all([range().limit(MOST_SHOWN).toArray(), range().count()]);
    return { first: rows.map(rowToSession), count };
  };
  const [live, toWrapUp, planned, { unsent: allUnsent, asked, due }, draftCount] = await Promise.all([
    some("live", null),
    some("wrapUp", null),
    some("planned", until),
    readPanelWork(database, now),
    database.guideDrafts.count(),
  ]);
  // When they were held says nothing: some are submitted long after. A file may leave out when that was.
  const sentFrom = (session: Session) => session.submittedAt ?? interviewedAt(session);
  const unsent = allUnsent
    .filter((session) => sentFrom(session) >= now - SENT_WITHIN_MS)
    .toSorted((a, b) => sentFrom(a) - sentFrom(b));
  return {
    live,
    planned,
    toWrapUp,
    unsentIds: new Set(allUnsent.map(({ id }) => id)),
    toSend: { first: unsent.slice(0, MOST_SHOWN), count: unsent.length },
    asked: { first: asked.slice(0, MOST_SHOWN), count: asked.length },
    debriefs: { first: due.slice(0, MOST_SHOWN), count: due.length },
    draftCount,
  };
}

interface PanelWork extends SeatWork {
  readonly due: readonly Panel[];
}

/** Most devices have nothing of any panel, and the first screen does not wait for what reads it. */
async function readPanelWork(database: Database, now: number): Promise<PanelWork> {
  const [panelCount, seatCount] = await Promise.all([
    database.panels.count(),
    database.sessions.where("panel.panelId").above("").count(),
  ]);
  if (panelCount + seatCount === 0) return { unsent: [], asked: [], due: [] };
  const { findDueDebriefs, findSeatWork } = await import("./panels/panelWork.ts");
  const [seats, due] = await Promise.all([findSeatWork(database, now), findDueDebriefs(database)]);
  return { ...seats, due };
}
