import { useEffect } from "react";
import { isElement, isElementOf } from "../../../ui/page/elements.ts";
import type { LiveActions } from "../liveActions.ts";
import type { ScreenLink } from "../screenLink.ts";
import { chordsOf, isModifier, isSingle } from "../../../ui/keys/chords.ts";
import type { LiveKey } from "./liveKeys.ts";

/** What decides whether a key acts, at the time it is pressed. */
export interface KeyState {
  readonly singleKeys: boolean;
  readonly isShared: boolean;
  readonly isReading: boolean;
}

/**
 * Makes the keys act in the whole window that the screen is in, wherever the focus is: but not where text is typed, nor
 * under a dialog, nor in a list of choices, which takes keys of its own.
 */
export function useLiveKeys(
  link: ScreenLink,
  rows: readonly LiveKey[],
  actions: LiveActions,
  stateNow: () => KeyState,
): void {
  useEffect(() => {
    const view = link.now().element?.ownerDocument.defaultView;
    if (!view) return undefined;
    const onKey = (event: KeyboardEvent) => {
      const { target } = event;
      const isTyping = isTextField(target);
      const isHeldWith = event.ctrlKey || event.metaKey || event.altKey;
      // Most keys end here.
      if (isTyping && !isHeldWith && event.key !== "Escape") return;
      if (event.defaultPrevented || event.isComposing || isModifier(event)) return;
      if (isElementOf(target, "select") || view.document.querySelector("dialog[open]")) return;
      // In a text, Option writes: only Alt leaves the digit a digit.
      if (isTyping && event.altKey && !/^[1-9]$/u.test(event.key)) return;
      const { singleKeys, isShared, isReading } = stateNow();
      for (const chord of chordsOf(event)) {
        if (actions.takeDigit(chord)) {
          event.preventDefault();
          return;
        }
        const row = rows.find(({ keys }) => keys.includes(chord));
        if (!row || (isTyping && !row.alsoIn.includes("text"))) continue;
        if (!singleKeys && isSingle(chord)) continue;
        // The browser presses what has the focus.
        if (chord === "Space" && isElement(target) && target.matches("button, input, summary, a")) return;
        event.preventDefault();
        if (isShared && !row.alsoIn.includes("share")) return;
        if (isReading && !row.alsoIn.includes("reading")) return;
        // A key that is held down acts once, but for going from area to area and back through what was done.
        if (!event.repeat || row.repeats) row.act(actions, chord);
        return;
      }
    };
    view.addEventListener("keydown", onKey);
    return () => view.removeEventListener("keydown", onKey);
  }, [link, rows, actions, stateNow]);
}

const NOT_TEXT: readonly string[] = [
  "checkbox",
  "radio",
  "button",
  "submit",
  "reset",
  "range",
  "color",
  "file",
];

/** @returns whether keys write into it */
export function isTextField(target: EventTarget | null): boolean {
  if (isElementOf(target, "textarea")) return true;
  return isElementOf(target, "input") && !NOT_TEXT.includes(target.type);
}
