import { flushSync } from "react-dom";

/**
 * Makes a change that takes away or brings what the focus is to be on, draws it, and moves the focus, all before the next
 * key: in a later frame it would be taken from where somebody went meanwhile, and their key would do something else.
 *
 * @param change sets state; not for an effect or while drawing
 * @param target finds what gets the focus, in what is drawn then
 */
export function focusAfter(change: () => void, target: () => HTMLElement | null | undefined): void {
  flushSync(change);
  target()?.focus();
}
