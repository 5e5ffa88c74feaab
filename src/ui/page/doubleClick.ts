import { isElement, isElementOf } from "./elements.ts";

/** The least that a target measures: whoever presses further off, as two thumbs do in one moment, means another one. */
const FAR_PX = 24;

const CONTROLS = "button, a, label, summary, input, select, textarea";

/**
 * Keeps the second click of a double click, and each after it, from pressing what only came under the pointer by the
 * first: another element, or the same one that is called something else by then or would take back what was chosen. What
 * is still the same counts each click: a stepper, "+2 min", undo. Keys do not count clicks, and words are selected as ever.
 *
 * @param page also a window of its own that a part of the page is shown in
 */
export function ignoreSecondClicks(page: Window): void {
  let first: Pressed | null = null;
  let isOther = false;
  // Here, not at the click: a box is ticked before its click is told of. And the focus stays where the first one put it.
  page.addEventListener(
    "mousedown",
    (event) => {
      const pressed = pressedBy(event);
      if (event.detail <= 1 || !first || Math.hypot(first.x - pressed.x, first.y - pressed.y) >= FAR_PX)
        first = pressed;
      isOther = pressed.element.deref() !== first.element.deref() || pressed.does !== first.does;
      if (isOther) event.preventDefault();
    },
    { capture: true },
  );
  page.addEventListener(
    "click",
    (event) => {
      if (event.detail <= 1 || !isOther) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    { capture: true },
  );
}

interface Pressed {
  /** Let go with its screen: what was pressed last would hold all of it. */
  readonly element: WeakRef<EventTarget>;
  /** Its name and how it stands: by these one sees what it would do. */
  readonly does: string;
  readonly x: number;
  readonly y: number;
}

function pressedBy({ target, clientX: x, clientY: y }: MouseEvent): Pressed {
  const near = isElement(target) ? target.closest(CONTROLS) : null;
  const element = isElementOf(near, "label") ? (near.control ?? near) : near;
  if (!element) return { element: new WeakRef(target ?? window), does: "", x, y };
  const states = ["aria-label", "aria-pressed", "aria-expanded"].map((name) => element.getAttribute(name));
  const isChosen = element.matches(":checked");
  // The points of one area are those of the next one, by what they are called.
  const group = element.closest("fieldset")?.querySelector("legend")?.textContent;
  return {
    element: new WeakRef(element),
    does: JSON.stringify([element.textContent, ...states, isChosen, group]),
    x,
    y,
  };
}
