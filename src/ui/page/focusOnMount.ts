/** A ref that moves the focus to an element when it appears, and never again: where the one that had it went away. */
export function focusOnMount(element: HTMLElement | null): void {
  element?.focus();
}
