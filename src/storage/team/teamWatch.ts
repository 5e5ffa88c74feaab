import type { Database } from "../database.ts";
import { watchChanges } from "../writeNotices.ts";
import { readTeamLinks } from "./teamRows.ts";
import type { TeamLinkRow } from "./teamTables.ts";

/** What a team may have something to say of, or hears of. */
const TABLES = new Set([
  "teamLinks",
  "outbox",
  "lockedScorecards",
  "sessions",
  "revisions",
  "panels",
  "tombstones",
]);

/**
 * Calls back with the links of this device, now and whenever something changes that a team may have to say.
 *
 * @returns ends it
 */
export function watchTeam(database: Database, onChange: (links: readonly TeamLinkRow[]) => void): () => void {
  let isEnded = false;
  let isReading = false;
  let isToRead = false;
  const read = async () => {
    isToRead = true;
    if (isReading) return;
    isReading = true;
    while (isToRead && !isEnded) {
      isToRead = false;
      // What can't be read is read with the next change.
      const links = await readTeamLinks(database).catch(() => null);
      if (links && !isEnded) onChange(links);
    }
    isReading = false;
  };
  const unwatch = watchChanges(
    () => void read(),
    database.name,
    (table) => TABLES.has(table),
  );
  void read();
  return () => {
    isEnded = true;
    unwatch();
  };
}
