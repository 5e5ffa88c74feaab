import { useEffect } from "react";
import { isElement } from "../../ui/page/elements.ts";

/**
 * Keeps the field that is typed in clear of an on-screen keyboard, for a screen that is as high as the window. What the
 * keyboard covers (px) stands in `--keyboard` on the root, for the screen to leave out, and the field is brought into
 * what is left. Where the browser makes the window itself smaller, as the page asks it to, nothing is covered.
 */
export function useKeyboardRoom(view: Window): void {
  useEffect(() => {
    const visible = view.visualViewport;
    if (!visible) return undefined;
    const root = view.document.documentElement;
    let height = visible.height;
    const onResize = () => {
      // A page that is zoomed into shows less of it, and nothing is covered.
      const isZoomed = visible.scale > 1;
      const coveredPx = isZoomed ? 0 : Math.max(0, Math.round(view.innerHeight - visible.height));
      root.style.setProperty("--keyboard", `${coveredPx}px`);
      // The browser moved the whole screen up, which has room for all of itself now.
      if (coveredPx > 0 && visible.offsetTop > 0) view.scrollTo(0, 0);
      const field = view.document.activeElement;
      const isLess = visible.height < height;
      height = visible.height;
      if (isLess && !isZoomed && isElement(field) && field.matches("textarea, input"))
        field.scrollIntoView({ block: "nearest" });
    };
    visible.addEventListener("resize", onResize);
    return () => {
      visible.removeEventListener("resize", onResize);
      root.style.removeProperty("--keyboard");
    };
  }, [view]);
}
