import type { Table } from "dexie";
import type { PanelScorecardRow } from "../../domain/backups/storedRows.ts";
import type { LockedKey, LockedRow } from "../../domain/team/outbox.ts";
import type { Database } from "../database.ts";
import { watchKeys } from "../writeNotices.ts";

/** Whose a scorecard is that came in, locked or not, and when (epoch ms). */
export interface Arrival {
  readonly panelId: string;
  readonly interviewerId: string;
  readonly at: number;
}

/** What was read of a table since it was written there. */
interface Known {
  readonly arrivals: Map<string, Arrival>;
  writes: number;
}

const knownOf = new WeakMap<Table, Known>();

/** @returns the arrivals of those that the panels hold, by their keys; those that are not here are left out */
export function readArrivals(
  { sealedScorecards }: Database,
  keys: readonly [panelId: string, sessionId: string][],
): Promise<readonly Arrival[]> {
  const arrivalOf = ({ panelId, interviewerId, addedAt }: PanelScorecardRow) => ({
    panelId,
    interviewerId,
    at: addedAt,
  });
  return readNew(sealedScorecards, keys, arrivalOf);
}

/** Does as `readArrivals`, of those that are locked. */
export function readLockedArrivals(
  { lockedScorecards }: Database,
  keys: readonly LockedKey[],
): Promise<readonly Arrival[]> {
  const arrivalOf = ({ panelId, seat, addedAt }: LockedRow) => ({
    panelId,
    interviewerId: seat,
    at: addedAt,
  });
  return readNew(lockedScorecards, keys, arrivalOf);
}

/** A row holds a whole scorecard: none that was read is read again before something is written to it. */
async function readNew<Row, Key extends string[]>(
  table: Table<Row, Key>,
  keys: readonly Key[],
  arrivalOf: (row: Row) => Arrival,
): Promise<readonly Arrival[]> {
  const known = knownFor(table);
  const { arrivals, writes } = known;
  const unread = keys.filter((key) => !arrivals.has(nameOf(key)));
  const rows = unread.length > 0 ? await table.bulkGet(unread) : [];
  const read = new Map(
    unread.flatMap((key, at) => {
      const row = rows[at];
      return row ? [[nameOf(key), arrivalOf(row)]] : [];
    }),
  );
  // What was written meanwhile may not be in what was read.
  if (known.writes === writes) for (const [name, arrival] of read) arrivals.set(name, arrival);
  return keys.flatMap((key) => read.get(nameOf(key)) ?? arrivals.get(nameOf(key)) ?? []);
}

function knownFor(table: Table): Known {
  const before = knownOf.get(table);
  if (before) return before;
  const known: Known = { arrivals: new Map(), writes: 0 };
  knownOf.set(table, known);
  // Never ended: there is one database for as long as the page is there.
  watchKeys(table, (isWritten) => {
    known.writes++;
    for (const name of known.arrivals.keys()) if (isWritten(keyOf(name))) known.arrivals.delete(name);
  });
  return known;
}

function nameOf(key: readonly string[]): string {
  return JSON.stringify(key);
}

function keyOf(name: string): string[] {
  return JSON.parse(name) as string[];
}
