import { Dexie, RangeSet, type ObservabilitySet, type Table } from "dexie";
import type { PanelScorecardRow } from "../../domain/backups/storedRows.ts";
import type { LockedKey, LockedRow } from "../../domain/team/outbox.ts";
import type { Database } from "../database.ts";

/** Whose a scorecard is that came in, locked or not, and when (epoch ms). */
export interface Arrival {
  readonly panelId: string;
  readonly interviewerId: string;
  readonly at: number;
}

/** What was read of a table since it was written there. */
interface Known {
  readonly found: Map<string, { readonly key: readonly string[]; readonly arrival: Arrival }>;
  writes: number;
}

const knownOf = new WeakMap<Table, Known>();

/**
 * Not in a transaction that writes them: what it may still take back would be remembered.
 *
 * @returns the arrivals of those that the panels hold, by their keys; those that are not here are left out
 */
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
  const { found, writes } = known;
  const unread = keys.filter((key) => !found.has(nameOf(key)));
  const rows = unread.length > 0 ? await table.bulkGet(unread) : [];
  const read: typeof found = new Map(
    unread.flatMap((key, at) => {
      const row = rows[at];
      return row ? [[nameOf(key), { key, arrival: arrivalOf(row) }]] : [];
    }),
  );
  // What was written meanwhile may not be in what was read.
  if (known.writes === writes) for (const [name, one] of read) found.set(name, one);
  return keys.flatMap((key) => (read.get(nameOf(key)) ?? found.get(nameOf(key)))?.arrival ?? []);
}

function knownFor(table: Table): Known {
  const before = knownOf.get(table);
  if (before) return before;
  const known: Known = { found: new Map(), writes: 0 };
  knownOf.set(table, known);
  // Never ended: there is one database for as long as the page is there.
  watchKeys(table, (isWritten) => {
    known.writes++;
    for (const [name, { key }] of known.found) if (isWritten(key)) known.found.delete(name);
  });
  return known;
}

/**
 * Calls back with which keys of a table were written or deleted, in this tab or another, for as long as the page is there.
 *
 * @param onWrite is given what says of a key whether it was
 */
function watchKeys(
  { db, name }: Table,
  onWrite: (isWritten: (key: readonly string[]) => boolean) => void,
): void {
  Dexie.on.storagemutated.subscribe((changed: ObservabilitySet) => {
    if (changed["all"]) onWrite(() => true);
    const written = changed[`idb://${db.name}/${name}/`];
    if (!written) return;
    // As it comes from another tab it is bare data.
    const keys = RangeSet(written);
    onWrite((key) => keys.hasKey([...key]));
  });
}

function nameOf(key: readonly string[]): string {
  return JSON.stringify(key);
}
