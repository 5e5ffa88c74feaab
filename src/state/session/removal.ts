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

/** Puts back what `removeSession` took. @returns false where it is here again, or a candidate was deleted since */
export function putBackRemovedSession({ database }: AppParts, deleted: DeletedSession): Promise<boolean> {
  return putBackSession(database, deleted);
}
