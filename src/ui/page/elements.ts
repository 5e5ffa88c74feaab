/**
 * @returns whether an event's target, or what has the focus, is an element: of any kind. `instanceof` would say no of
 * the elements of another window, where the live screen is shown too
 */
export function isElement(target: EventTarget | null): target is Element {
  return target !== null && "nodeType" in target && target.nodeType === 1;
}

/** @param tag in lower case. @returns whether it is an element of that kind, in whichever window */
export function isElementOf<K extends keyof HTMLElementTagNameMap>(
  target: EventTarget | null,
  tag: K,
): target is HTMLElementTagNameMap[K] {
  return isElement(target) && target.localName === tag;
}
