import { useState } from "react";
import { useLiveQuery } from "dexie-react-hooks";
import { idsIn, madeSince, type Candidate, type CandidatePart } from "../../domain/candidates/candidate.ts";
import type { ExportLeft, ExportMade } from "../../domain/candidates/deletion.ts";
import { errorToText } from "../../domain/text/errorText.ts";
import {
  deleteParts,
  readCandidate,
  readCandidates,
  readRetention,
  deleteHold,
  putHold,
  writeRetention,
  type CandidateShelf,
  type DeletionProblem,
  type ShelvedCandidate,
} from "../../storage/candidates/candidates.ts";
import { readEarlyDeletions, type EarlyDeletion } from "../../storage/candidates/tombstones.ts";
import { dropExportsLeft, findExportsOf, readExportsLeft } from "../../storage/exports/exportLog.ts";
import { useApp, type AppParts } from "../app/appContext.ts";
import { replaceAutoBackups } from "../backups/autoBackups.ts";
import { lockingSessions } from "../documents/documentLock.ts";
import { noteDeletedAmount, noteDeletedForGood } from "../backups/backupRecord.ts";

export type { CandidateShelf, DeletionProblem } from "../../storage/candidates/candidates.ts";

/** @returns what this device has of every candidate, kept up to date; undefined until it is read */
export function useCandidates(): CandidateShelf | undefined {
  const { database } = useApp();
  return useLiveQuery(() => readCandidates(database), [database]);
}

/**
 * @param partId a session or a panel of theirs
 * @returns what this device has of one candidate, kept up to date, also where that part is deleted and others are left;
 *   undefined until it is read
 */
export function useCandidate(partId: string): ShelvedCandidate | undefined {
  const { database } = useApp();
  const [key, setKey] = useState<string>();
  const shelved = useLiveQuery(() => readCandidate(database, partId, key), [database, partId, key]);
  const found = shelved?.candidate?.key;
  if (found !== undefined && found !== key) setKey(found);
  return shelved;
}

/** @returns the exports in which something of the parts is, kept up to date */
export function useExportsOf(parts: readonly CandidatePart[]): readonly ExportMade[] {
  const { database } = useApp();
  return useLiveQuery(() => findExportsOf(database, idsIn(parts), madeSince(parts)), [database, parts]) ?? [];
}

/** @returns the exports of deleted candidates that are still to be deleted by hand, kept up to date */
export function useExportsLeft(): readonly ExportLeft[] {
  const { database } = useApp();
  return useLiveQuery(() => readExportsLeft(database), [database]) ?? [];
}

/** @returns what was deleted early and why, the last first, kept up to date */
export function useEarlyDeletions(): readonly EarlyDeletion[] {
  const { database } = useApp();
  return useLiveQuery(() => readEarlyDeletions(database), [database]) ?? [];
}

/** Takes exports off those left to be deleted by hand. */
export function dismissExportsLeft({ database }: AppParts, left: readonly ExportLeft[]): Promise<void> {
  return dropExportsLeft(
    database,
    left.map(({ id }) => id),
  );
}

/** @returns for how many calendar months candidates are kept, kept up to date; undefined until it is read */
export function useRetention(): number | undefined {
  const { database } = useApp();
  return useLiveQuery(() => readRetention(database), [database]);
}

/** Sets for how many calendar months candidates are kept. */
export function setRetention({ database, clock }: AppParts, months: number): Promise<void> {
  return writeRetention(database, months, clock.now());
}

/**
 * Puts a hold on a candidate: nothing of them is deleted while it stays.
 *
 * @throws where nothing of the candidate is here any more
 */
export async function holdCandidate(
  { database, clock }: AppParts,
  candidateKey: string,
  reason: string,
): Promise<void> {
  if (!(await putHold(database, { candidateKey, reason, heldAt: clock.now() })))
    throw new Error("The candidate’s data was deleted, so there is nothing to hold.");
}

/** Takes the hold off a candidate. */
export function releaseCandidate({ database, clock }: AppParts, candidateKey: string): Promise<void> {
  return deleteHold(database, candidateKey, clock.now());
}

/** What is to be deleted of one candidate. */
export interface CandidateDeletion {
  readonly candidate: Candidate;
  readonly parts: readonly CandidatePart[];
}

export type CandidateDeletionResult =
  | {
      readonly kind: "done";
      readonly deletedCount: number;
      /** Those of whom nothing was deleted, since a tab has a session of theirs open. */
      readonly open: readonly Candidate[];
      /** Why the copies of this browser still hold them, in words; null where none do. A later copy replaces them. */
      readonly copyProblem: string | null;
    }
  /** Nothing was deleted. */
  | DeletionProblem;

/**
 * Deletes candidates, or parts of them, for good, in the copies as well; there is no undo. Those of whom a session is
 * open in a tab are left as they are, and named. A folder whose copies the browser does not let the app replace is put
 * among what is left to be deleted by hand.
 *
 * @param override the reason why it is done before its time or under a hold; empty where it is not to be
 * @throws where the browser can't write; nothing was deleted then
 */
export async function deleteCandidates(
  app: AppParts,
  wanted: readonly CandidateDeletion[],
  override: string,
): Promise<CandidateDeletionResult> {
  const result = await deleteUnderLocks(app, wanted, override);
  if (result.kind !== "done" || result.deletedCount === 0) return result;
  return { ...result, copyProblem: await replaceStale(app) };
}

async function replaceStale(app: AppParts): Promise<string | null> {
  try {
    const { isQuarantined } = await replaceAutoBackups(app);
    return isQuarantined
      ? "the new one contains much less, and does not replace them until you confirm in “Settings” that it is everything."
      : null;
  } catch (error) {
    return errorToText(error);
  }
}

function deleteUnderLocks(
  { database, clock }: AppParts,
  wanted: readonly CandidateDeletion[],
  override: string,
): Promise<CandidateDeletionResult> {
  const idsOf = ({ parts }: CandidateDeletion) =>
    parts.flatMap(({ sessions }) => sessions.map(({ id }) => id));
  return lockingSessions(wanted.flatMap(idsOf), async (openIds) => {
    const isOpen = (one: CandidateDeletion) => idsOf(one).some((id) => openIds.has(id));
    const open = wanted.filter(isOpen).map(({ candidate }) => candidate);
    const free = wanted.filter((one) => !isOpen(one));
    const requests = free.map(({ candidate, parts }) => ({
      key: candidate.key,
      partIds: parts.map(({ id }) => id),
    }));
    const lockedIds = new Set(free.flatMap(idsOf));
    const deletion = await deleteParts(database, requests, lockedIds, override, clock.now());
    if (deletion.kind !== "done") return deletion;
    const parts = free.flatMap((one) => one.parts);
    if (free.length > 0) noteDeletedForGood({ clock });
    noteDeletedAmount({ sessions: lockedIds.size, panels: parts.filter(({ panel }) => panel).length });
    return { kind: "done", deletedCount: free.length, open, copyProblem: null };
  });
}
