import { useEffect } from "react";
import { keyOf } from "../../ui/page/keyOf.ts";

export interface ReviewKeys {
  /** Acts on a single key. @returns whether it is one of the review's */
  readonly onKey: (key: string) => boolean;
  /** Leaves a text for where the keys act again. */
  readonly onLeaveText: (field: HTMLElement) => void;
  readonly onSubmit: () => void;
}

/** Keys that a group of choices has a use for itself. */
const ofChoices = /^(?:Arrow(?:Up|Down|Left|Right)|Home|End|Backspace|Delete|\d)$/u;

/**
 * The keys of the whole screen, from its arrival on. Single keys act wherever no text is typed; one that is held down acts
 * once, but for going from area to area.
 */
export function useReviewKeys({ onKey, onLeaveText, onSubmit }: ReviewKeys): void {
  useEffect(() => {
    const listener = (event: KeyboardEvent) => {
      const { target } = event;
      if (event.isComposing || event.defaultPrevented || !(target instanceof HTMLElement)) return;
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        if (!event.repeat) onSubmit();
        return;
      }
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (isText(target)) {
        if (event.key !== "Escape") return;
        event.preventDefault();
        onLeaveText(target);
        return;
      }
      const key = keyOf(event);
      if (ofChoices.test(key) && isChoice(target)) return;
      if (event.repeat && !key.startsWith("Arrow")) return;
      if (onKey(key)) event.preventDefault();
    };
    addEventListener("keydown", listener);
    return () => removeEventListener("keydown", listener);
  });
}

function isText(element: HTMLElement): boolean {
  if (element instanceof HTMLInputElement) return !["checkbox", "radio"].includes(element.type);
  return element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement;
}

/** The radios of an area are not meant: there the keys are the review's. */
function isChoice(element: HTMLElement): boolean {
  return element instanceof HTMLInputElement && element.closest("[data-area]") === null;
}
