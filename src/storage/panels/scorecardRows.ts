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
  /** How many are in: those that it holds, and those that were submitted here. */
  readonly inCount: number;
  /** The interviews of this device that are of the panel. */
  readonly sessions: readonly Session[];
}

const nothing: ScorecardsHere = { heldIds: [], inCount: 0, sessions: [] };

/** Reads of all panels in two requests, however many they are. @returns gives what there is of the panel of an id */
export async function readScorecardsHere({
  sealedScorecards,
  sessions,
}: Database): Promise<(panelId: string) => ScorecardsHere> {
  const [keys, rows] = await Promise.all([
    sealedScorecards.toCollection().primaryKeys(),
    sessions.where("panel.panelId").above("").toArray(),
  ]);
  const heldIds = groupBy(keys, ([panelId]) => panelId);
  const own = groupBy(rows.map(rowToSession), ({ panel }) => panel?.panelId ?? "");
  return (panelId) => {
    const held = heldIds.get(panelId)?.map(([, sessionId]) => sessionId) ?? [];
    const here = own.get(panelId) ?? [];
    if (held.length + here.length === 0) return nothing;
    const submitted = here.filter(({ status }) => status === "submitted").map(({ id }) => id);
    return { heldIds: held, inCount: new Set([...held, ...submitted]).size, sessions: here };
  };
}
