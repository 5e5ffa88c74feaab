import { backendQuestions } from "./controls/rooms.ts";

/** In the page: each text that is cut off, runs out of its button or over another one, in words. */
export function cutTexts(): readonly string[] {
  const SLACK_PX = 2;
  interface Line {
    readonly text: string;
    readonly element: Element;
    readonly box: DOMRect;
    /** What scrolls on its own, or stays while the page scrolls. */
    readonly layer: Element;
  }
  const found: string[] = [];
  const lines: Line[] = [];
  const clips = (value: string) => value === "hidden" || value === "clip";
  const isOnlyHeard = (element: Element) => {
    const { width, height } = element.getBoundingClientRect();
    return width <= 1 || height <= 1;
  };
  /** Whether it stands over the other one on a ground of its own, which hides it. */
  const covers = (over: Element, under: Element) => {
    for (let around = over; !around.contains(under); around = around.parentElement!) {
      const { position, backgroundColor } = getComputedStyle(around);
      if (position === "absolute" && backgroundColor !== "rgba(0, 0, 0, 0)") return true;
    }
    return false;
  };
  /** What stays while the page scrolls, or is open over it until somebody closes it. */
  const liesOver = (element: Element) => {
    const { position } = getComputedStyle(element);
    return (
      ["fixed", "sticky"].includes(position) ||
      (position === "absolute" && element.matches("details[open] > *"))
    );
  };
  const isOver = (element: Element) => {
    for (let around: Element | null = element; around; around = around.parentElement)
      if (liesOver(around)) return true;
    return false;
  };
  /** Whether what lies above it hides it, and is not only there to be pressed. */
  const hides = (above: Element, text: Element) => {
    if (getComputedStyle(above).opacity === "0") return false;
    for (let around = above; !around.contains(text); around = around.parentElement!)
      if (getComputedStyle(around).backgroundColor !== "rgba(0, 0, 0, 0)") return true;
    return false;
  };
  const lay = (text: string, element: Element, box: DOMRect) => {
    let { left, right, top, bottom } = box;
    let layer: Element = document.documentElement;
    let canScroll = false;
    for (
      let around: Element | null = element;
      around && around !== document.body;
      around = around.parentElement
    ) {
      const style = getComputedStyle(around);
      const room = around.getBoundingClientRect();
      if (isOnlyHeard(around) && (clips(style.overflowX) || clips(style.overflowY))) return;
      if (around.matches("button, .button") && style.display !== "contents") {
        const isOut =
          left < room.left - SLACK_PX ||
          right > room.right + SLACK_PX ||
          top < room.top - SLACK_PX ||
          bottom > room.bottom + SLACK_PX;
        if (isOut && layer === document.documentElement && !clips(style.overflowX))
          found.push(`runs out of its button: ${text}`);
      }
      const isCut =
        (clips(style.overflowX) && (left < room.left - SLACK_PX || right > room.right + SLACK_PX)) ||
        (clips(style.overflowY) && (top < room.top - SLACK_PX || bottom > room.bottom + SLACK_PX));
      if (isCut) {
        if (layer === document.documentElement) found.push(`is cut off: ${text}`);
        return;
      }
      const isScrolled = [style.overflowX, style.overflowY].some(
        (value) => value === "auto" || value === "scroll",
      );
      canScroll ||= isScrolled;
      if (isScrolled) {
        left = Math.max(left, room.left);
        right = Math.min(right, room.right);
        top = Math.max(top, room.top);
        bottom = Math.min(bottom, room.bottom);
        if (right - left < 1 || bottom - top < 1) return;
      }
      if (layer === document.documentElement && (isScrolled || liesOver(around))) layer = around;
    }
    if (!canScroll && (left < -SLACK_PX || right > innerWidth + SLACK_PX))
      found.push(`is outside the window: ${text}`);
    const corners = [
      [left + SLACK_PX, top + 1],
      [right - SLACK_PX, bottom - 1],
    ] as const;
    // What stays while the page scrolls covers what is scrolled away from under it.
    const isUnder = corners.some(([x, y]) => {
      const hit = document.elementFromPoint(x, y);
      return hit && !hit.contains(element) && !element.contains(hit) && !isOver(hit) && hides(hit, element);
    });
    if (isUnder) found.push(`is covered: ${text}`);
    lines.push({ text, element, layer, box: new DOMRect(left, top, right - left, bottom - top) });
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent?.trim().replace(/^\d\d:\d\d$/u, "a clock") ?? "";
    const element = node.parentElement;
    if (text === "" || !element?.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
      continue;
    if (element.closest("option, datalist, script, style, textarea")) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    // Above and below its letters a line has room that another one may use.
    for (const { x, y, width, height } of range.getClientRects())
      if (width > 1) lay(text.slice(0, 80), element, new DOMRect(x, y + height / 5, width, height * 0.65));
  }
  for (const [index, one] of lines.entries())
    for (const other of lines.slice(index + 1)) {
      if (one.element === other.element || one.layer !== other.layer) continue;
      const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
      const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
      if (across <= SLACK_PX || down <= SLACK_PX) continue;
      if (covers(one.element, other.element)) found.push(`is covered: ${other.text}`);
      else if (covers(other.element, one.element)) found.push(`is covered: ${one.text}`);
      else found.push(`runs over another text: ${one.text} / ${other.text}`);
    }
  const over = document.documentElement.scrollWidth - innerWidth;
  if (over > 0) found.push(`the screen is ${over} px wider than the window`);
  return [...new Set(found)];
}

/** What a narrow place may cut short, and where the whole of it is. */
const wholeElsewhere: readonly (readonly [path: string, text: RegExp, why: string])[] = [
  ["/session/:id/:step?/:questionId?/:areaId?", /^Think of a backend problem/u, "V unfolds the question"],
  [
    "/session/:id/:step?/:questionId?/:areaId?",
    /^How the problem/u,
    "the area in focus is named in its own line",
  ],
  [
    "/session/:id/:step?/:questionId?/:areaId?",
    /^Priya Raman$/u,
    "the list of interviews, and of candidates",
  ],
  ["/session/:id/:step?/:questionId?/:areaId?", /^Hard technical problem$/u, "the agenda names the question"],
  ["/guides/:id/edit", /^Backend developer$/u, "the field of the title"],
  [
    "/guides/:id/edit",
    new RegExp(`^(?:${backendQuestions.join("|")})$`, "u"),
    "the field of its short title",
  ],
];

/** @returns whether what is cut off there can be read in full elsewhere */
export const isWholeElsewhere = (path: string, fault: string): boolean =>
  wholeElsewhere.some(
    ([where, text]) => where === path && fault.startsWith("is cut off: ") && text.test(fault.slice(12)),
  );
