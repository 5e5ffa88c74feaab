/** What of a screen has a heading, or stands for itself. */
const PARTS = "section, form, dialog, main";

/**
 * Where what has the focus goes away, with its row, its notice or its part, and nothing else takes the focus: the heading of
 * the part around it gets it. Else the next Tab would begin at the top of the page, and a screen reader would say nothing.
 *
 * @param page whose parts come and go
 * @returns ends it
 */
export function keepFocus(page: Document): () => void {
  let focused: Node | null = page.activeElement;
  const note = ({ target }: FocusEvent) => {
    focused = target instanceof Node ? target : null;
  };
  const observer = new MutationObserver((records) => {
    if (focused === null || focused.isConnected || page.activeElement !== page.body) return;
    const left = records.reduce((gone, { removedNodes, target }) => {
      const isIn = Array.from(removedNodes).some((node) => node.contains(gone));
      return isIn ? target : gone;
    }, focused);
    focused = null;
    const part = left.isConnected && left instanceof Element ? left.closest<HTMLElement>(PARTS) : null;
    const next = part?.querySelector<HTMLElement>("h1, h2, h3") ?? part;
    next?.setAttribute("tabindex", "-1");
    next?.focus({ preventScroll: true });
  });
  page.addEventListener("focusin", note);
  observer.observe(page.body, { childList: true, subtree: true });
  return () => {
    page.removeEventListener("focusin", note);
    observer.disconnect();
  };
}
