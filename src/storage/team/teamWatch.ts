import type { Database } from "../database.ts";
import { followReading, watchChanges } from "../writeNotices.ts";
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
 * Watches all that a team may have to say something of.
 *
 * @param onChange called with each change
 * @param onLinks called with the links of this device, now and a moment after each change
 * @returns ends it
 */
export function watchTeam(
  database: Database,
  onChange: () => void,
  onLinks: (links: readonly TeamLinkRow[]) => void,
): () => void {
  const isOf = (table: string) => TABLES.includes(table);
  const unwatch = watchChanges(onChange, database.name, isOf);
  const read = () => readTeamLinks(database);
  const unfollow = followReading(database.name, isOf, () => 0, read, onLinks);
  return () => {
    unwatch();
    unfollow();
  };
}
