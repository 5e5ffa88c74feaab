import { flushDocuments, isWorkUnwritten, leaveDocuments } from "../../storage/openWriters.ts";

/** Sees to it that nothing that was typed is lost where the page is hidden or goes away. */
export function guardLeaving(page: Window): void {
  saveOnLeaving(page);
  page.addEventListener("beforeunload", (event) => {
    // WebKit says no more than this where a script closes the page.
    leaveDocuments();
    if (isWorkUnwritten()) event.preventDefault();
  });
}

/** Writes what was typed when a window is hidden or goes away: the page's own, or another one that shows a part of it. */
export function saveOnLeaving(view: Window): void {
  view.addEventListener("pagehide", leaveDocuments);
  view.document.addEventListener("visibilitychange", () => {
    if (view.document.visibilityState === "hidden") flushDocuments();
  });
}
