import type { Database } from "../database.ts";
import { followReading } from "../writeNotices.ts";
import { readTeamLinks } from "./teamRows.ts";
import type { TeamLinkRow } from "./teamTables.ts";

/** What is written there may be for a team to say, or may be what it waits for. */
const TABLES: readonly string[] = [
  "teamLinks",
  "outbox",
  "lockedScorecards",
  "sessions",
  "revisions",
  "panels",
  "tombstones",
];

/**
 * Calls back with the links of this device, now and whenever something changes that a team may have to say.
 *
 * @returns ends it
 */
export function watchTeam(database: Database, onChange: (links: readonly TeamLinkRow[]) => void): () => void {
  const isOf = (table: string) => TABLES.includes(table);
  return followReading(
    database.name,
    isOf,
    () => 0,
    () => readTeamLinks(database),
    onChange,
  );
}
