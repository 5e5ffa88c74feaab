import { useEffect, useMemo } from "react";
import type { Scorecard } from "../../domain/session/scorecard.ts";
import { errorToText } from "../../domain/text/errorText.ts";
import { quantityToText } from "../../domain/text/quantityText.ts";
import { countWritten, deleteSession, tombstoneIds, putBackSession } from "../../storage/session/sessions.ts";
import type { AppParts } from "../app/appContext.ts";
import { whileNobodyWrites } from "../documents/documentLock.ts";
import { noteDeletedAmount } from "../backups/backupRecord.ts";
import { useBuried } from "../candidates/buried.ts";
import { removedSessions, useRemovedSessions, type RemovalQuestion, type RemovedGroup } from "./library.ts";

/**
 * Deletes a session.
 *
 * @returns what was deleted, to put back; undefined where a tab has it open, and nothing was done
 * @throws where there is a hold on its candidate
 */
export async function removeSession(
  { database, clock }: AppParts,
  id: string,
): Promise<Scorecard | undefined> {
  const result = await whileNobodyWrites([id], () => deleteSession(database, id, clock.now()));
  const deleted = "done" in result ? result.done : undefined;
  if (deleted) noteDeletedAmount({ sessions: 1 });
  return deleted;
}

/**
 * Deletes sessions as `removeSessions` does, unless somebody is to be asked before: ratings or notes would go, or sessions
 * that nobody has seen.
 *
 * @param seenIds the ids of those on the screen; null where somebody was asked, and wants it
 * @returns what `removeSessions` returns, and what is to be asked: null where it was done
 */
export async function removeOrAsk(
  app: AppParts,
  ids: readonly string[],
  seenIds: readonly string[] | null,
): Promise<Removed & { readonly question: RemovalQuestion | null }> {
  const writtenCount = seenIds ? await countWritten(app.database, ids) : 0;
  const isAllSeen = seenIds === null || ids.every((id) => seenIds.includes(id));
  if (writtenCount === 0 && isAllSeen) return { ...(await removeSessions(app, ids)), question: null };
  const only = ids.length === 1 ? await app.database.sessions.get(ids[0] ?? "") : undefined;
  const question = { ids, candidate: only?.candidate ?? null, writtenCount, isAllSeen };
  return { goneIds: [], problem: null, question };
}

interface Removed {
  /** The ids of those that are gone. */
  readonly goneIds: readonly string[];
  /** Why the others were not deleted, as sentences; null where all are gone. */
  readonly problem: string | null;
}

/** Deletes sessions, each as `removeSession` does. They stay among `removedSessions`. */
async function removeSessions(app: AppParts, ids: readonly string[]): Promise<Removed> {
  const gone: Scorecard[] = [];
  const problems = new Map<string, number>();
  const failed = (why: string) => problems.set(why, (problems.get(why) ?? 0) + 1);
  // All at once, so that the list is not drawn anew after each.
  for (const outcome of await Promise.allSettled(ids.map((id) => removeSession(app, id)))) {
    if (outcome.status === "rejected") failed(errorToText(outcome.reason));
    else if (outcome.value) gone.push(outcome.value);
    else failed("This interview is open in another tab. Close it there, then delete it here.");
  }
  const told = Array.from(problems, ([why, count]) =>
    ids.length === 1 ? why : `Not deleted: ${quantityToText(count, "interview")}. ${why}`,
  );
  const goneIds = gone.map(({ first }) => first.session.id);
  if (gone.length > 0) {
    // What came in again and went once more is put back as it was last.
    forgetRemoved(new Set(goneIds));
    removedSessions.setState((groups) => [...(groups ?? []), gone], true);
  }
  return {
    goneIds,
    problem: told.length > 0 ? told.join(" ") : null,
  };
}

/** Forgets what was deleted together: nobody can put it back any more. */
export function dismissRemoved(group: RemovedGroup): void {
  removedSessions.setState((groups) => groups?.filter((one) => one !== group) ?? null, true);
}

/**
 * Forgets deleted sessions: their candidate was deleted since, or they themselves once more.
 *
 * @param ids of sessions, and of panels that they were part of
 */
export function forgetRemoved(ids: ReadonlySet<string>): void {
  const isKept = ({ first }: Scorecard) => !tombstoneIds(first.session).some((id) => ids.has(id));
  removedSessions.setState(
    (groups) => groups?.map((group) => group.filter(isKept)).filter((group) => group.length > 0) ?? null,
    true,
  );
}

/** @returns what can be put back, kept up to date: what another tab deletes with its candidate is forgotten here too */
export function useRestorableSessions(): readonly RemovedGroup[] | null {
  const groups = useRemovedSessions();
  const ids = useMemo(
    () => (groups ?? []).flat().flatMap(({ first }) => tombstoneIds(first.session)),
    [groups],
  );
  const buried = useBuried(ids);
  useEffect(() => {
    if (buried.size > 0) forgetRemoved(buried);
  }, [buried]);
  return groups;
}

/**
 * Puts back what was deleted together. What is here again stays among `removedSessions`, for it may be another version.
 *
 * @returns why some of it was not put back, as sentences; null where all is here again
 */
export async function putBackSessions({ database }: AppParts, group: RemovedGroup): Promise<string | null> {
  const here: Scorecard[] = [];
  let deletedCount = 0;
  for (const one of group) {
    const outcome = await putBackSession(database, one);
    if (outcome === "here") here.push(one);
    else if (outcome === "deleted") deletedCount++;
  }
  removedSessions.setState(
    (groups) => groups?.map((one) => (one === group ? here : one)).filter((one) => one.length > 0) ?? null,
    true,
  );
  const told = [
    ...(here.length > 0
      ? [
          `Not restored: ${quantityToText(here.length, "interview")}, which came in again since. Delete what is here now to restore what was deleted.`,
        ]
      : []),
    ...(deletedCount > 0
      ? [
          `Not restored: ${quantityToText(deletedCount, "interview")}. All data of the candidate has been deleted since.`,
        ]
      : []),
  ];
  return told.length > 0 ? told.join(" ") : null;
}
