const HEADING = "h1, h2, h3";
/** What of a screen has a heading, or stands for itself. */
const PARTS = `section, form:has(${HEADING}), dialog, main`;

/**
 * Where what has the focus goes away, with its row, its notice or its part, and nothing else takes the focus: the heading of
 * the part around it gets it. Else a screen reader would say nothing, and keys that act where the focus is would be lost. In a
 * list the row that comes next is the better place: see `useFocusNextRow`.
 *
 * @param page whose parts come and go
 * @returns ends it
 */
export function keepFocus(page: Document): () => void {
  let focused: Node | null = page.activeElement;
  const note = ({ target }: FocusEvent) => {
    focused = target instanceof Node ? target : null;
  };
  // Who pressed beside all that can be pressed has left it.
  const letGo = () => {
    if (page.activeElement === page.body) focused = null;
  };
  const observer = new MutationObserver((records) => {
    if (focused === null || focused.isConnected || page.activeElement !== page.body) return;
    const left = records.reduce((gone, { removedNodes, target }) => {
      const isIn = Array.from(removedNodes).some((node) => node.contains(gone));
      return isIn ? target : gone;
    }, focused);
    focused = null;
    const part = left.isConnected && left instanceof Element ? left.closest<HTMLElement>(PARTS) : null;
    const next = part?.querySelector<HTMLElement>(HEADING) ?? part;
    next?.setAttribute("tabindex", "-1");
    next?.focus({ preventScroll: true });
  });
  page.addEventListener("focusin", note);
  page.addEventListener("pointerup", letGo);
  observer.observe(page.body, { childList: true, subtree: true });
  return () => {
    page.removeEventListener("focusin", note);
    page.removeEventListener("pointerup", letGo);
    observer.disconnect();
  };
}
