/*
 * What is said to a screen that is gone to, beside its address, in the entry of the browser's history: it shows it, and no
 * link that is copied has it.
 */

/** What is edited there was just stored for the first time, and has got its address by that. */
export const JUST_SAVED = { isSaved: true } as const;
/** Who is there is to be deleted: ask about it at once. */
export const TO_DELETE = { isToDelete: true } as const;

type EntryNote = typeof JUST_SAVED | typeof TO_DELETE;

/** @returns whether the entry of the history that is shown was gone to with that note */
export function hasNote(note: EntryNote): boolean {
  const entry = history.state as Readonly<Record<string, unknown>> | null;
  return Object.keys(note).every((key) => entry?.[key] === true);
}

/** Takes a note from the entry that is shown: what it asked for is done, and a reload does not do it again. */
export function takeNote(note: EntryNote): void {
  const entry = Object.entries((history.state as object | null) ?? {}).filter(([key]) => !(key in note));
  history.replaceState(Object.fromEntries(entry), "");
}
