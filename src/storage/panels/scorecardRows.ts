import { Dexie } from "dexie";
import type { PanelScorecardRow } from "../../domain/backups/storedRows.ts";
import type { Database } from "../database.ts";

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

/** @returns how many scorecards of the panel are in: those that it holds, and those that were submitted here */
export async function countScorecards(database: Database, panelId: string): Promise<number> {
  const [rowKeys, own] = await Promise.all([
    rowsOf(database, panelId).primaryKeys(),
    database.sessions.where("panel.panelId").equals(panelId).toArray(),
  ]);
  const submitted = own.filter(({ status }) => status === "submitted").map(({ id }) => id);
  return new Set([...rowKeys.map(([, sessionId]) => sessionId), ...submitted]).size;
}
