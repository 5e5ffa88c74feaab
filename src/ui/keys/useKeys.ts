import { useLayoutEffect, useRef } from "react";
import { isElement, isElementOf } from "../page/elements.ts";
import { chordsOf, isModifier, isSingle, type Chord } from "./chords.ts";
import type { KeyRow, KeyState } from "./keyRow.ts";
import { offerActions } from "./screenActions.ts";

/** What a group of radios and what scrolls have a use for themselves. */
const ofTheirOwn = /^(?:Arrow(?:Up|Down|Left|Right)|Home|End|Space)$/u;

/**
 * Makes the keys act in a whole window, wherever the focus is: but not where text is typed, nor under a dialog; in a list
 * of choices only those with Ctrl, ⌘ or Alt, and Escape. What is marked with `data-own-keys` keeps its arrows: a group of
 * radios, or what scrolls. What they do is offered to the command palette as well.
 *
 * @param viewNow the window, once the screen is drawn; the same function as long as it is the same screen
 * @param takesFirst does what it wants with a key before the rows do. @returns whether that was all: nothing else acts then
 *   as long as the key is held down
 */
export function useKeys<Actions>(
  viewNow: () => Window | null | undefined,
  rows: readonly KeyRow<Actions>[],
  actions: Actions,
  stateNow: () => KeyState,
  takesFirst?: (chord: Chord) => boolean,
): void {
  /** What the key that is held down did when it was pressed. */
  const held = useRef<"taken" | "acted">(null);
  // Before the screen is painted: a key that is pressed as soon as it is seen acts.
  useLayoutEffect(() => {
    const view = viewNow();
    if (!view) return undefined;
    const onKey = (event: KeyboardEvent) => {
      const { target } = event;
      if (!event.repeat) held.current = null;
      const isTyping = isTextField(target);
      const isHeldWith = event.ctrlKey || event.metaKey || event.altKey;
      // Held down, the key that went to a text writes nothing there.
      if (isTyping && held.current === "acted") event.preventDefault();
      // Most keys end here.
      if (isTyping && !isHeldWith && event.key !== "Escape") return;
      if (event.defaultPrevented || event.isComposing || isModifier(event)) return;
      if (view.document.querySelector("dialog[open]")) return;
      // A list of choices is gone through by letters, digits and arrows.
      if (isElementOf(target, "select") && !isHeldWith && event.key !== "Escape") return;
      // In a text, Option writes: only Alt leaves the digit a digit.
      if (isTyping && event.altKey && !/^[1-9]$/u.test(event.key)) return;
      const { singleKeys, isShared, isReading } = stateNow();
      for (const chord of chordsOf(event)) {
        if (!event.repeat && takesFirst?.(chord)) held.current = "taken";
        if (held.current === "taken") {
          event.preventDefault();
          return;
        }
        const row = rows.find(({ keys }) => keys.includes(chord));
        if (!row || (isTyping && !row.alsoIn.includes("text"))) continue;
        if (!singleKeys && isSingle(chord)) continue;
        // The browser presses what has the focus.
        if (chord === "Space" && isElement(target) && target.matches("button, input, summary, a")) return;
        if (ofTheirOwn.test(chord) && isElement(target) && target.closest("[data-own-keys]")) return;
        event.preventDefault();
        if (isShared && !row.alsoIn.includes("share")) return;
        if (isReading && !row.alsoIn.includes("reading")) return;
        // A key that is held down acts once, but for going from area to area and back through what was done.
        if (event.repeat && !row.repeats) return;
        held.current = "acted";
        row.act(actions, chord);
        return;
      }
    };
    view.addEventListener("keydown", onKey);
    const takeBack = offerActions(view, rows, actions, stateNow);
    return () => {
      view.removeEventListener("keydown", onKey);
      takeBack();
    };
  }, [viewNow, rows, actions, stateNow, takesFirst]);
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
function isTextField(target: EventTarget | null): boolean {
  if (isElementOf(target, "textarea")) return true;
  return isElementOf(target, "input") && !NOT_TEXT.includes(target.type);
}
