import { errorToText } from "../../domain/text/errorText.ts";
import { quantityToText } from "../../domain/text/quantityText.ts";
import { deleteSession, putBackSession, type DeletedSession } from "../../storage/session/sessions.ts";
import type { AppParts } from "../app/appContext.ts";
import { whileNobodyWrites } from "../documents/documentLock.ts";
import { noteDeletedAmount } from "../backups/backupRecord.ts";

export type { DeletedSession } from "../../storage/session/sessions.ts";

/**
 * Deletes a session.
 *
 * @returns what was deleted, to put back; undefined where a tab has it open, and nothing was done
 * @throws where there is a hold on its candidate
 */
export async function removeSession(
  { database, clock }: AppParts,
  id: string,
): Promise<DeletedSession | undefined> {
  const result = await whileNobodyWrites([id], () => deleteSession(database, id, clock.now()));
  const deleted = "done" in result ? result.done : undefined;
  if (deleted) noteDeletedAmount({ sessions: 1 });
  return deleted;
}

/**
 * Deletes sessions, each as `removeSession` does.
 *
 * @returns what was deleted, to put back, and why the others were not, as sentences; null where all are gone
 */
export async function removeSessions(
  app: AppParts,
  ids: readonly string[],
): Promise<{ readonly gone: readonly DeletedSession[]; readonly problem: string | null }> {
  const gone: DeletedSession[] = [];
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
  return { gone, problem: told.length > 0 ? told.join(" ") : null };
}

/** Puts back what `removeSessions` took. @returns why some of it was not, as a sentence; null where all is here again */
export async function putBackSessions(
  { database }: AppParts,
  deleted: readonly DeletedSession[],
): Promise<string | null> {
  let isAll = true;
  for (const one of deleted) isAll = (await putBackSession(database, one)) && isAll;
  return isAll ? null : "It was not restored: it is already here, or a candidate has been deleted since.";
}
