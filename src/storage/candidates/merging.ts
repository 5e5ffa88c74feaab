import { auditEntries, type AuditChange } from "../../domain/candidates/auditEntry.ts";
import { recordedNames, type Candidate } from "../../domain/candidates/candidate.ts";
import { candidateKey } from "../../domain/candidates/candidateKey.ts";
import { personsBy, type NameMerge } from "../../domain/candidates/nameMerges.ts";
import type { Database } from "../database.ts";
import { readCandidates, subjectsOf } from "./candidates.ts";
import { readMerges, writeMerges } from "./nameMerges.ts";

/** Two candidates that are one person, by their keys. */
export interface WantedMerge {
  readonly goesKey: string;
  readonly staysKey: string;
}

/**
 * Has all that there is under two names count as one candidate's, and logs it, in one transaction. No interview, panel
 * or file is changed.
 *
 * @param now epoch ms
 * @returns what was kept of it, to undo it; null where one of the two is no candidate of this device any more
 */
export function mergeCandidates(
  database: Database,
  { goesKey, staysKey }: WantedMerge,
  now: number,
): Promise<NameMerge | null> {
  return database.transaction("rw", database.tables, async () => {
    const { candidates } = await readCandidates(database);
    const goes = candidates.find(({ key }) => key === goesKey);
    const stays = candidates.find(({ key }) => key === staysKey);
    if (!goes || !stays || goes === stays || isNameless(goes) || isNameless(stays)) return null;
    const merge: NameMerge = { name: goes.name, intoName: stays.name, mergedAt: now };
    await writeMerges(database, [...(await readMerges(database)), merge]);
    await logMerge(database, "merged", merge, [goes, stays], now);
    return merge;
  });
}

/** Of one of whom nothing is left but a legal hold, only the key of the name is known. */
function isNameless({ parts, deletedByHand }: Candidate): boolean {
  return parts.length + deletedByHand.length === 0;
}

/**
 * Takes a merge back, and logs it: everything counts for whom it did before. A legal hold that was placed on both of them
 * since goes on holding both.
 *
 * @param now epoch ms
 */
export function undoMerge(database: Database, merge: NameMerge, now: number): Promise<void> {
  const { name, mergedAt } = merge;
  const { holds } = database;
  return database.transaction("rw", database.tables, async () => {
    const merges = await readMerges(database);
    const left = merges.filter((one) => one.name !== name || one.mergedAt !== mergedAt);
    if (left.length === merges.length) return;
    const { candidates } = await readCandidates(database);
    const both = candidates.filter((one) =>
      one.merges.some((known) => known.name === name && known.mergedAt === mergedAt),
    );
    await logMerge(database, "separated", merge, both, now);
    const key = candidateKey(name);
    // Whoever it was merged into may have been merged into another since, and held before that.
    const over = await holds.bulkGet([...personsBy(merges).pathOf(key)]);
    const onBoth = over.find((hold) => hold !== undefined && hold.heldAt >= mergedAt);
    if (onBoth && !(await holds.get(key))) await holds.put({ ...onBoth, candidateKey: key });
    await writeMerges(database, left);
  });
}

/** Logs it of all that either of them has. */
async function logMerge(
  { auditEntries: log }: Database,
  what: Extract<AuditChange, { goesId: unknown }>["what"],
  { name, intoName }: NameMerge,
  candidates: readonly Candidate[],
  now: number,
): Promise<void> {
  const recorded = candidates.flatMap(recordedNames);
  const idOf = (wanted: string) => {
    const key = candidateKey(wanted);
    return recorded.find(({ candidate }) => candidateKey(candidate) === key)?.id ?? null;
  };
  const change = { what, goesId: idOf(name), staysId: idOf(intoName) };
  await log.bulkPut(auditEntries(candidates.flatMap(subjectsOf), now, change));
}
