/**
 * Scrolls a box, and nothing around it, as far as it takes for what is in it to be seen: from its top, where it is higher
 * than the box.
 *
 * @param under how much of the end of the box is covered, in px
 */
export function bringInto(box: Element, shown: Element, under = 0): void {
  const seen = box.getBoundingClientRect();
  const { left, right, top, bottom } = shown.getBoundingClientRect();
  box.scrollLeft += Math.min(0, left - seen.left) || Math.max(0, right - seen.right);
  const above = top - seen.top;
  box.scrollTop += Math.min(above, Math.max(0, bottom + under - seen.bottom));
}
