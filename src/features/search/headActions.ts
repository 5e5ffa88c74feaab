import { isElementOf } from "../../ui/page/elements.ts";
import type { ScreenAction } from "../../ui/keys/screenActions.ts";

/** What has keys is in the screen's table of keys, and what leads elsewhere is among the screens. */
const BUTTONS = "header button:not([aria-keyshortcuts])";

/** @returns what the buttons in the head of the screen do: those that can be seen and pressed */
export function headActions(page: Document): readonly ScreenAction[] {
  return Array.from(page.querySelectorAll(BUTTONS)).flatMap((button, at) => {
    if (!isElementOf(button, "button") || button.matches(":disabled") || !button.checkVisibility()) return [];
    const words = button.ariaLabel ?? button.textContent.trim();
    return [{ id: `head-${at}`, words, keys: [], act: () => button.click() }];
  });
}
