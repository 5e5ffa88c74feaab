import type { Candidate } from "../../domain/candidates/candidate.ts";
import type { NameMerge } from "../../domain/candidates/nameMerges.ts";
import { mergeCandidates, undoMerge } from "../../storage/candidates/merging.ts";
import type { AppParts } from "../app/appContext.ts";

/**
 * Has two candidates count as one.
 *
 * @returns what was kept of it, to undo it; null where the data of one of them has changed, and nothing was done
 */
export function mergeIntoOne(
  { database, clock }: AppParts,
  goes: Candidate,
  stays: Candidate,
): Promise<NameMerge | null> {
  return mergeCandidates(database, { goesKey: goes.key, staysKey: stays.key }, clock.now());
}

/** Has two candidates who were merged count as two again, with all that each had. */
export function separate({ database, clock }: AppParts, merge: NameMerge): Promise<void> {
  return undoMerge(database, merge, clock.now());
}
