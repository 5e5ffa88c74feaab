import { Dexie } from "dexie";
import type { PanelScorecardRow } from "../../domain/backups/storedRows.ts";
import { groupBy } from "../../domain/panels/groupBy.ts";
import type { LockedKey } from "../../domain/team/outbox.ts";
import type { Session } from "../../domain/session/session.ts";
import { rowToSession, type Database } from "../database.ts";
import { readArrivals } from "./arrivals.ts";

/** @returns the rows of the scorecards that the panel holds, to be read or deleted */
export function rowsOf({ sealedScorecards }: Database, panelId: string) {
  return sealedScorecards
    .where("[panelId+sessionId]")
    .between([panelId, Dexie.minKey], [panelId, Dexie.maxKey]);
}

/** @returns when each scorecard of a panel came in (epoch ms), by interviewer id */
export function receivedAtIn(rows: readonly PanelScorecardRow[]): ReadonlyMap<string, number> {
  return new Map(rows.map(({ interviewerId, addedAt }) => [interviewerId, addedAt]));
}

/** What of a panel's scorecards is known without reading one. */
export interface ScorecardsHere {
  /** The ids of the sessions whose scorecards the panel holds. */
  readonly heldIds: readonly string[];
  /** The keys of those that are here and locked, of the seats whose scorecard it does not hold. */
  readonly locked: readonly LockedKey[];
  /** How many are in: those that it holds, locked or not, and those that were submitted here. */
  readonly inCount: number;
  /** The interviews of this device that are of the panel. */
  readonly sessions: readonly Session[];
}

const nothing: ScorecardsHere = { heldIds: [], locked: [], inCount: 0, sessions: [] };

/**
 * Reads of all panels in three requests, however many they are, and whose those scorecards are of the panels that hold some
 * while others are locked.
 *
 * @returns gives what there is of the panel of an id
 */
export async function readScorecardsHere(database: Database): Promise<(panelId: string) => ScorecardsHere> {
  const { sealedScorecards, lockedScorecards, sessions } = database;
  const [keys, rows, lockedKeys] = await Promise.all([
    sealedScorecards.toCollection().primaryKeys(),
    sessions.where("panel.panelId").above("").toArray(),
    lockedScorecards.toCollection().primaryKeys(),
  ]);
  const heldIds = groupBy(keys, ([panelId]) => panelId);
  const own = groupBy(rows.map(rowToSession), ({ panel }) => panel?.panelId ?? "");
  const lockedById = groupBy(lockedKeys, ([panelId]) => panelId);
  const ofBoth = keys.filter(([panelId]) => lockedById.has(panelId));
  const heldSeats = groupBy(await readArrivals(database, ofBoth), ({ panelId }) => panelId);
  return (panelId) => {
    const held = heldIds.get(panelId)?.map(([, sessionId]) => sessionId) ?? [];
    const here = own.get(panelId) ?? [];
    // A revision of a scorecard that is not locked any more counts for none.
    const locked = (lockedById.get(panelId) ?? []).filter(
      ([, seat]) => heldSeats.get(panelId)?.some(({ interviewerId }) => interviewerId === seat) !== true,
    );
    if (held.length + here.length + locked.length === 0) return nothing;
    const submitted = here.filter(({ status }) => status === "submitted").map(({ id }) => id);
    const lockedSeats = new Set(locked.map(([, seat]) => seat));
    const inCount = new Set([...held, ...submitted]).size + lockedSeats.size;
    return { heldIds: held, locked, inCount, sessions: here };
  };
}
