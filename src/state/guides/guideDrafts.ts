import type { GuideDraft } from "../../domain/backups/storedRows.ts";
import { deleteDraft, readDraft, writeDraft } from "../../storage/guides/guides.ts";
import type { AppParts } from "../app/appContext.ts";
import { noteDeletedAmount } from "../backups/backupRecord.ts";

export type { GuideDraft } from "../../domain/backups/storedRows.ts";

/** @returns the draft of that id, or undefined */
export function readGuideDraft({ database }: AppParts, id: string): Promise<GuideDraft | undefined> {
  return readDraft(database, id);
}

/** Writes a draft over the one of its id. The write is begun before this returns, so that a closed tab keeps it. */
export function writeGuideDraft({ database }: AppParts, draft: GuideDraft): Promise<void> {
  return writeDraft(database, draft);
}

/** Deletes the draft of that id, where there is one, with nothing in its place. */
export async function discardGuideDraft({ database }: AppParts, id: string): Promise<void> {
  if (await deleteDraft(database, id)) noteDeletedAmount({ guides: 1, drafts: 1 });
}
