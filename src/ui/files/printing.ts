/**
 * Opens an HTML file in a tab of its own, with the browser's print dialog.
 *
 * @throws where the browser opens no tab
 */
export function printFile(html: Blob): void {
  const url = URL.createObjectURL(html);
  const tab = open(url);
  if (!tab) {
    URL.revokeObjectURL(url);
    throw new Error("The browser blocked the new tab. Allow pop-ups for this page, then print again.");
  }
  tab.addEventListener("load", () => tab.print());
  // Long enough for a slow machine to load it; a reload of the tab finds nothing then.
  setTimeout(() => URL.revokeObjectURL(url), 600_000);
}
