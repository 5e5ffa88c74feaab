import { useLayoutEffect, type RefObject } from "react";

/**
 * Where a part of the screen is made anew with the focus in it, the same field or button of the new one gets the focus, by
 * its id or name; its first heading where it has none or is gone.
 *
 * @param focused what is made anew hands on in it
 */
export function useFocusKept(part: RefObject<HTMLElement | null>, focused: RefObject<string | null>): void {
  useLayoutEffect(() => {
    const box = part.current;
    const { current: key } = focused;
    if (box && key !== null) {
      const same = [...box.querySelectorAll<HTMLElement>("[id], [name]")].find((one) => keyOf(one) === key);
      (same ?? box.querySelector<HTMLElement>("h1"))?.focus({ preventScroll: true });
    }
    return () => {
      const { activeElement } = document;
      focused.current = activeElement && box?.contains(activeElement) ? keyOf(activeElement) : null;
    };
  }, [part, focused]);
}

function keyOf(element: Element): string {
  return element.id || (element.getAttribute("name") ?? "");
}
