/** What takes longer is waited for by nobody. */
const DRAWN_AFTER_MS = 500;

/** Resolves when the first screen is there: what is begun before takes its time from it. */
export const firstScreenDrawn = new Promise<void>((resolve) => {
  setTimeout(resolve, DRAWN_AFTER_MS);
});
