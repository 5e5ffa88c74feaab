/** How long a page that is just going away (a reload) may keep a document's lock before the document counts as open elsewhere. */
export const LET_GO_MS = 400;

/** A page that goes away lets go of the lock before the writes it started have landed. */
const LANDING_MS = 150;

/** @returns whether this page took the place of another one of the same address in its tab */
export function isReload(): boolean {
  return performance
    .getEntriesByType("navigation")
    .some((entry) => "type" in entry && entry.type === "reload");
}

/** Resolves when the writes of a page that has let go of a document have landed. */
export function untilPageBeforeLanded(): Promise<void> {
  return pause(LANDING_MS);
}

/** Resolves after as long as a page that is going away may keep a document. */
export function untilPageBeforeLetGo(): Promise<void> {
  return pause(LET_GO_MS);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
