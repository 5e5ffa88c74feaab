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
