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

/** Where a team was joined, nobody waits for its first word; what is written most often is a scorecard, for which somebody does. */
const LINKS_AFTER_MS = 100;

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
  const unfollow = followReading(database.name, isOf, () => LINKS_AFTER_MS, read, onLinks);
  return () => {
    unwatch();
    unfollow();
  };
}
