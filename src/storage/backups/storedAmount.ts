import { countGuides } from "../../domain/backups/ownGuides.ts";
import type { CountedAmount } from "../../domain/backups/backupRecord.ts";
import type { GuideRow } from "../../domain/backups/storedRows.ts";
import type { Database } from "../database.ts";
import type { SessionStatus } from "../../domain/session/session.ts";
import { ofStatus, type SessionCounts } from "../session/listing.ts";

/** @returns how much there is */
export async function countAmount(database: Database): Promise<CountedAmount> {
  const [{ all, submitted }, panels, guides] = await Promise.all([
    countSessions(database),
    database.panels.count(),
    countOwnGuides(database),
  ]);
  return { sessions: all, submitted, panels, ...guides };
}

/**
 * Counts the sessions, all of them. IndexedDB walks what it counts, an index at thrice the price of the table, so what there
 * are most of, the submitted ones, is worked out from the rest.
 */
export function countSessions(database: Database): Promise<SessionCounts> {
  return database.transaction("r", database.sessions, async () => {
    const of = (status: SessionStatus) => ofStatus(database, status).count();
    const [all, planned, live, wrapUp] = await Promise.all([
      database.sessions.count(),
      of("planned"),
      of("live"),
      of("wrapUp"),
    ]);
    return { all, planned, live, wrapUp, submitted: all - planned - live - wrapUp };
  });
}

async function countOwnGuides({
  guides,
  guideDrafts,
}: Database): Promise<Pick<CountedAmount, "guides" | "drafts">> {
  const versions: Pick<GuideRow, "id" | "lineId" | "savedAt">[] = [];
  // One after another: each holds all of a guide.
  await guides.each(({ id, lineId, savedAt }) => void versions.push({ id, lineId, savedAt }));
  const drafts = (await guideDrafts.toCollection().primaryKeys()).map((id) => ({ id }));
  return countGuides(versions, drafts);
}

/** @param since epoch ms. @returns how many sessions and panels were deleted after that, as far as it was written down */
export function countDeletedSince({ tombstones }: Database, since: number): Promise<number> {
  return tombstones.filter(({ deletedAt }) => deletedAt > since).count();
}
