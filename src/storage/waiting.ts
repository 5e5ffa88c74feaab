import { liveQuery } from "dexie";
import { isDebriefDue, type Panel } from "../domain/panels/panel.ts";
import { addMonths, candidateDueAt } from "../domain/candidates/retention.ts";
import type { Session } from "../domain/session/session.ts";
import { readCandidates, readRetention } from "./candidates/candidates.ts";
import { rowToSession, type Database } from "./database.ts";
import { listPanels } from "./panels/panels.ts";
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
  /** Submitted here in the last weeks for a panel that is led elsewhere, and given to nobody since. */
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
  const [live, toWrapUp, planned, unsent, panels, draftCount] = await Promise.all([
    some("live", null),
    some("wrapUp", null),
    some("planned", until),
    findUnsent(database, now),
    listPanels(database),
    database.guideDrafts.count(),
  ]);
  const due = panels.filter(({ panel, inCount }) => isDebriefDue(panel, inCount)).map(({ panel }) => panel);
  return {
    live,
    planned,
    toWrapUp,
    toSend: { first: unsent.slice(0, MOST_SHOWN), count: unsent.length },
    debriefs: { first: due.slice(0, MOST_SHOWN), count: due.length },
    draftCount,
  };
}

async function findUnsent(database: Database, now: number): Promise<readonly Session[]> {
  const filter = { status: "submitted", from: now - SENT_WITHIN_MS, until: null } as const;
  const rows = await rangeOf(database, filter)
    .filter(({ panel, sample }) => panel?.publicKey != null && !sample)
    .toArray();
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
    sessions.orderBy("heldAt").first(),
    panels.filter(({ createdAt }) => isOld(createdAt)).first(),
    deletedByHand.filter(({ deletedAt }) => isOld(deletedAt)).first(),
  ]);
  if (!isOld(oldest?.heldAt) && !panel && !deleted) return 0;
  const { candidates } = await readCandidates(database);
  return candidates.filter((one) => !one.hold && (candidateDueAt(one, months) ?? Infinity) <= now).length;
}
