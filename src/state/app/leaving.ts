import { flushDocuments, isWorkUnwritten, leaveDocuments } from "../../storage/openWriters.ts";

/** Sees to it that nothing that was typed is lost where the page is hidden or goes away. */
export function guardLeaving(): void {
  addEventListener("pagehide", leaveDocuments);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") flushDocuments();
  });
  addEventListener("beforeunload", (event) => {
    // WebKit says no more than this where a script closes the page.
    leaveDocuments();
    if (isWorkUnwritten()) event.preventDefault();
  });
}
