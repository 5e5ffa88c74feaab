import type { GuideDraft } from "../../domain/backups/storedRows.ts";
import { deleteDraft, readDraft, writeDraft } from "../../storage/guides/guides.ts";
import type { AppParts } from "../app/appContext.ts";
import { noteDeletedAmount } from "../backups/backupRecord.ts";
import { guideLockId, waitForDocumentLock } from "../documents/documentLock.ts";
import { LET_GO_MS } from "../documents/pageBefore.ts";

export type { GuideDraft } from "../../domain/backups/storedRows.ts";

/** @returns the draft of that id, or undefined */
export function readGuideDraft({ database }: AppParts, id: string): Promise<GuideDraft | undefined> {
  return readDraft(database, id);
}

/** Writes a draft over the one of its id. The write is begun before this returns, so that a closed tab keeps it. */
export function writeGuideDraft({ database }: AppParts, draft: GuideDraft): Promise<void> {
  return writeDraft(database, draft);
}

/**
 * Deletes the draft of that id, where there is one, with nothing in its place.
 *
 * @throws where another tab has that guide open in the editor, which would go on as if it were saved
 */
export function discardGuideDraft({ database }: AppParts, id: string): Promise<void> {
  return whileNoEditorHas([id], async () => {
    if (await deleteDraft(database, id)) noteDeletedAmount({ guides: 1, drafts: 1 });
  });
}

/**
 * Works on the versions and drafts of those ids, none of which an editor has open meanwhile.
 *
 * @throws where another tab has one of them open in the editor, or what the work throws
 */
export async function whileNoEditorHas<T>(
  [id, ...others]: readonly string[],
  work: () => Promise<T>,
): Promise<T> {
  if (id === undefined) return work();
  const events = { onAsked: () => Promise.resolve(), onLost: () => {} };
  const lock = await waitForDocumentLock(guideLockId(id), events, AbortSignal.timeout(LET_GO_MS)).catch(
    () => null,
  );
  if (!lock) throw new Error("That guide is open in the editor in another tab. Close it there first.");
  try {
    return await whileNoEditorHas(others, work);
  } finally {
    lock.release();
  }
}
