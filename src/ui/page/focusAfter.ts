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

/** @returns of the buttons that each row of a list has, the one of the row that is now where another one was; the last one's where that was the last */
export function buttonOfRow(
  rows: HTMLElement | null,
  button: string,
  index: number,
): HTMLElement | undefined {
  const buttons = rows?.querySelectorAll<HTMLElement>(button);
  return buttons?.[Math.min(index, buttons.length - 1)];
}
