import { useLayoutEffect, type RefObject } from "react";

/** A ref that moves the focus to an element when it appears, and never again: where the one that had it went away. */
export function focusOnMount(element: HTMLElement | null): void {
  element?.focus();
}

/**
 * Where a row of a list goes away with the focus in it, the row that comes to its place gets the focus; the one before
 * where it was the last.
 *
 * @param target selects what gets the focus in that row
 */
export function useFocusNextRow(row: RefObject<HTMLElement | null>, target: string): void {
  useLayoutEffect(() => {
    const one = row.current;
    return () => {
      if (!one?.contains(document.activeElement)) return;
      const next = one.nextElementSibling ?? one.previousElementSibling;
      next?.querySelector<HTMLElement>(target)?.focus();
    };
  }, [row, target]);
}

/**
 * Where a part of the screen goes away with the focus in it, another part gets the focus.
 *
 * @param around selects what is around the part, and stays
 * @param target selects what gets the focus in there; all of it where absent
 */
export function useFocusLeft(part: RefObject<HTMLElement | null>, around: string, target?: string): void {
  useLayoutEffect(() => {
    const box = part.current;
    return () => {
      if (!box?.contains(document.activeElement)) return;
      const room = box.closest<HTMLElement>(around);
      const next = target === undefined ? room : room?.querySelector<HTMLElement>(target);
      next?.setAttribute("tabindex", "-1");
      next?.focus({ preventScroll: true });
    };
  }, [part, around, target]);
}
