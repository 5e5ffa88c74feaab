import { Dexie } from "dexie";
import type { PanelScorecardRow } from "../../domain/backups/storedRows.ts";
import { groupBy } from "../../domain/panels/groupBy.ts";
import type { Session } from "../../domain/session/session.ts";
import { rowToSession, type Database } from "../database.ts";

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
  /** Of how many more a scorecard is here and locked. */
  readonly lockedCount: number;
  /** How many are in: those that it holds, locked or not, and those that were submitted here. */
  readonly inCount: number;
  /** The interviews of this device that are of the panel. */
  readonly sessions: readonly Session[];
}

const nothing: ScorecardsHere = { heldIds: [], lockedCount: 0, inCount: 0, sessions: [] };

/**
 * Reads of all panels in three requests, however many they are, and of those with a locked scorecard one more each.
 *
 * @returns gives what there is of the panel of an id
 */
export async function readScorecardsHere(database: Database): Promise<(panelId: string) => ScorecardsHere> {
  const { sealedScorecards, sessions } = database;
  const [keys, rows, lockedCounts] = await Promise.all([
    sealedScorecards.toCollection().primaryKeys(),
    sessions.where("panel.panelId").above("").toArray(),
    countLocked(database),
  ]);
  const heldIds = groupBy(keys, ([panelId]) => panelId);
  const own = groupBy(rows.map(rowToSession), ({ panel }) => panel?.panelId ?? "");
  return (panelId) => {
    const held = heldIds.get(panelId)?.map(([, sessionId]) => sessionId) ?? [];
    const here = own.get(panelId) ?? [];
    const lockedCount = lockedCounts.get(panelId) ?? 0;
    if (held.length + here.length + lockedCount === 0) return nothing;
    const submitted = here.filter(({ status }) => status === "submitted").map(({ id }) => id);
    const inCount = new Set([...held, ...submitted]).size + lockedCount;
    return { heldIds: held, lockedCount, inCount, sessions: here };
  };
}

/** @returns of how many seats a scorecard is here that is still locked, by panel id; a revision of one that is not counts for none */
async function countLocked(database: Database): Promise<ReadonlyMap<string, number>> {
  const keys = await database.lockedScorecards.toCollection().primaryKeys();
  const counted = [...groupBy(keys, ([panelId]) => panelId)].map(async ([panelId, locked]) => {
    const held = new Set((await rowsOf(database, panelId).toArray()).map((row) => row.interviewerId));
    const seats = new Set(locked.map(([, seat]) => seat));
    return [panelId, [...seats].filter((seat) => !held.has(seat)).length] as const;
  });
  return new Map(await Promise.all(counted));
}
