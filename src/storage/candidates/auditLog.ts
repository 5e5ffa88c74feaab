import { EVERYBODY, type AuditEntry } from "../../domain/candidates/auditEntry.ts";
import type { DeletedByHand } from "../../domain/candidates/deletion.ts";
import type { Database } from "../database.ts";

/**
 * @param subjectIds sessions and panels
 * @returns what was logged of them and of everybody, the first first; an event of several of them once
 */
export async function readAuditEntries(
  { auditEntries }: Database,
  subjectIds: Iterable<string>,
): Promise<readonly AuditEntry[]> {
  const found = await auditEntries
    .where("subjectId")
    .anyOf([...subjectIds, EVERYBODY])
    .toArray();
  return [...new Map(found.map((entry) => [entry.id, entry])).values()].toSorted((a, b) => a.at - b.at);
}

/**
 * @param ids sessions and panels
 * @returns the name that the candidate has in each that is here, or was deleted by hand, by its id
 */
export async function readRecordedNames(
  { sessions, panels, deletedByHand }: Database,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const found = await Promise.all([deletedByHand, sessions, panels].map((table) => table.bulkGet([...ids])));
  return new Map(found.flat().flatMap((one) => (one ? [[one.id, one.candidate] as const] : [])));
}

/** @returns the scorecards that were removed from that panel */
export function readRemovedScorecards(
  { deletedByHand }: Database,
  panelId: string,
): Promise<readonly DeletedByHand[]> {
  return deletedByHand.filter((one) => one.panelId === panelId).toArray();
}

/** Deletes what was logged of those sessions and panels, inside a transaction of the caller. */
export async function deleteAuditEntries(
  { auditEntries }: Database,
  subjectIds: Iterable<string>,
): Promise<void> {
  await auditEntries
    .where("subjectId")
    .anyOf([...subjectIds])
    .delete();
}
