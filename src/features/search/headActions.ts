import { isElementOf } from "../../ui/page/elements.ts";
import type { ScreenAction } from "../../ui/keys/screenActions.ts";

/** What has keys is in the screen's table of keys, and what leads elsewhere is among the screens. */
const BUTTONS = "header button:not([aria-keyshortcuts])";

/** @returns what the buttons in the head of the screen do: those that can be seen and pressed, and those behind one that can */
export function headActions(page: Document): readonly ScreenAction[] {
  return Array.from(page.querySelectorAll(BUTTONS)).flatMap((button, at) => {
    if (!isElementOf(button, "button") || button.matches(":disabled") || !isOffered(button)) return [];
    const words = button.ariaLabel ?? button.textContent.trim();
    return [{ id: `head-${at}`, words, keys: [], act: () => button.click() }];
  });
}

/** Those behind "More" are found here without it. */
function isOffered(button: HTMLElement): boolean {
  return button.checkVisibility() || button.closest("details")?.checkVisibility() === true;
}
