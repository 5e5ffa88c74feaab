/** Beside an address in the browser's history: what is edited there was just stored for the first time, and has got it. */
export const JUST_SAVED = { isSaved: true } as const;

/** @returns whether the entry of the history that is shown was gone to with `JUST_SAVED` */
export function wasJustSaved(): boolean {
  return (history.state as Partial<typeof JUST_SAVED> | null)?.isSaved === true;
}
