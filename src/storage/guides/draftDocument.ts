import type { GuideDraft } from "../../domain/backups/storedRows.ts";
import type { WrittenDocument } from "../documentWriter.ts";

/** All of a draft; null where the guide is as it was before it was edited, and there is to be none. */
export interface DraftPart {
  readonly key: "draft";
  readonly draft: GuideDraft | null;
}

/** @returns how the draft of that id is written: whole, so one write at a time, each with the newest */
export function draftDocument(id: string): WrittenDocument<DraftPart> {
  return {
    kind: "guideDraft",
    id,
    mostInFlight: 1,
    isShared: false,
    storesOf: () => ["guideDrafts"],
    put: (transaction, parts) => {
      const store = transaction.objectStore("guideDrafts");
      for (const { draft } of parts) {
        if (draft) store.put(draft);
        else store.delete(id);
      }
      transaction.commit();
    },
    // A draft stands by itself: it is written also where its guide is gone.
    isIn: () => Promise.resolve(true),
    toLeave: ([part]) => (part?.draft ? { kind: "guideDraft", draft: part.draft } : null),
  };
}
