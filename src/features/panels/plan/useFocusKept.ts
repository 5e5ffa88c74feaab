import { useLayoutEffect, type RefObject } from "react";

/** What had the focus, and in a field of text what was selected: without it the next key would write at its end. */
export interface KeptFocus {
  readonly key: string;
  readonly selection: readonly [from: number, to: number] | null;
}

/**
 * Where a part of the screen is made anew with the focus in it, the same field or button of the new one gets the focus, by
 * its id or name; its first heading where it has none or is gone.
 *
 * @param focused what is made anew hands on in it
 */
export function useFocusKept(
  part: RefObject<HTMLElement | null>,
  focused: RefObject<KeptFocus | null>,
): void {
  useLayoutEffect(() => {
    const box = part.current;
    const { current: kept } = focused;
    if (box && kept !== null) {
      const same = [...box.querySelectorAll<HTMLElement>("[id], [name]")].find(
        (one) => keyOf(one) === kept.key,
      );
      (same ?? box.querySelector<HTMLElement>("h1"))?.focus({ preventScroll: true });
      if (same instanceof HTMLInputElement && kept.selection) same.setSelectionRange(...kept.selection);
    }
    return () => {
      const { activeElement } = document;
      focused.current =
        activeElement && box?.contains(activeElement)
          ? { key: keyOf(activeElement), selection: selectionOf(activeElement) }
          : null;
    };
  }, [part, focused]);
}

function keyOf(element: Element): string {
  return element.id || (element.getAttribute("name") ?? "");
}

/** @returns null where it has none, as a date */
function selectionOf(element: Element): KeptFocus["selection"] {
  if (!(element instanceof HTMLInputElement)) return null;
  const { selectionStart, selectionEnd } = element;
  return selectionStart === null || selectionEnd === null ? null : [selectionStart, selectionEnd];
}
