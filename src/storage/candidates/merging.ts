import type { Candidate } from "../../domain/candidates/candidate.ts";
import { candidateKey } from "../../domain/candidates/deletion.ts";
import { personsBy, type NameMerge } from "../../domain/candidates/nameMerges.ts";
import type { Database } from "../database.ts";
import { readCandidates } from "./candidates.ts";
import { readMerges, writeMerges } from "./nameMerges.ts";

/** Two candidates that are one person, by their keys. */
export interface WantedMerge {
  readonly goesKey: string;
  readonly staysKey: string;
}

/**
 * Has all that there is under two names count as one candidate's, in one transaction. No interview, panel or file is
 * changed.
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
    return merge;
  });
}

/** Of one of whom nothing is left but a legal hold, only the key of the name is known. */
function isNameless({ parts, deletedByHand }: Candidate): boolean {
  return parts.length + deletedByHand.length === 0;
}

/**
 * Takes a merge back: everything counts for whom it did before. A legal hold that was placed on both of them since goes on
 * holding both.
 */
export function undoMerge(database: Database, { name, mergedAt }: NameMerge): Promise<void> {
  const { settings, holds } = database;
  return database.transaction("rw", settings, holds, async () => {
    const merges = await readMerges(database);
    const left = merges.filter((one) => one.name !== name || one.mergedAt !== mergedAt);
    if (left.length === merges.length) return;
    const key = candidateKey(name);
    const hold = await holds.get(personsBy(merges).ofKey(key));
    const isOnBoth = hold !== undefined && hold.heldAt >= mergedAt;
    if (isOnBoth && !(await holds.get(key))) await holds.put({ ...hold, candidateKey: key });
    await writeMerges(database, left);
  });
}
