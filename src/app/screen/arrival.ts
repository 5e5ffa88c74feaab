/*
 * Where one is when a screen is gone to: its heading has the focus, and it is scrolled to where it was left, or to its
 * top. Most screens are drawn in steps, so both wait for what they need; whoever acts meanwhile is left alone.
 */

/** What a screen has not drawn by then, on the slowest line or machine, comes without being asked for. */
const LONGEST_MS = 30_000;
/** Browsers refuse to note more than 100 times in 30 seconds. */
const NOTED_AFTER_MS = 400;

/** How far an entry of the history was scrolled, in px; kept with the entry itself. */
interface Entry {
  readonly scrolledTo?: number;
}

/** The address of the screen that was arrived at last. */
let lastPath: string | null = null;
let cancel = () => {};
const cancelNow = () => cancel();

/** Notes for each entry of the history how far it is scrolled. It runs as long as the page. */
export function keepScrolling(): void {
  history.scrollRestoration = "manual";
  let timer: ReturnType<typeof setTimeout> | undefined;
  addEventListener("scroll", () => {
    clearTimeout(timer);
    const { href } = location;
    timer = setTimeout(() => location.href === href && noteScrolling(), NOTED_AFTER_MS);
  });
  // What was scrolled just before.
  addEventListener("click", noteScrolling, { capture: true });
}

function noteScrolling(): void {
  if (window.scrollY === scrolledTo()) return;
  const entry: Entry = { ...(history.state as Entry | null), scrolledTo: window.scrollY };
  history.replaceState(entry, "");
}

/** @returns how far the entry that is shown was scrolled, in px; 0 where it is new */
function scrolledTo(): number {
  const entry = history.state as Entry | null;
  return entry?.scrolledTo ?? 0;
}

/**
 * Arrives at a screen.
 *
 * @param path its address
 * @param content what the screen is drawn in, now or later; null where it sees to all that itself
 */
export function arrive(path: string, content: HTMLElement | null): void {
  cancel();
  // Where the page is opened with it, the browser has put the focus where it belongs.
  const isFirst = lastPath === null;
  // A step of an interview, which has the address of the one before, begins at its top.
  const top = lastPath === path ? 0 : scrolledTo();
  lastPath = path;
  // A page that was just opened is at its top, and to ask for that would have it laid out.
  if (!content || (isFirst && top === 0)) return;
  const observer = new MutationObserver(() => tryIt());
  const stop = new AbortController();
  const tryIt = () => {
    const isFocused = isFirst || focusHeading(content);
    window.scrollTo(0, top);
    if (isFocused && Math.abs(window.scrollY - top) < 1) cancel();
  };
  const timer = setTimeout(cancelNow, LONGEST_MS);
  cancel = () => {
    observer.disconnect();
    stop.abort();
    clearTimeout(timer);
    cancel = () => {};
  };
  for (const act of ["keydown", "pointerdown", "wheel"])
    addEventListener(act, cancelNow, { signal: stop.signal, capture: true, passive: true });
  observer.observe(content, { childList: true, subtree: true });
  tryIt();
}

/**
 * Puts the focus on the heading of what is drawn there, unless the screen has put it somewhere itself.
 *
 * @returns false where there is no heading yet
 */
export function focusHeading(content: HTMLElement): boolean {
  if (content.contains(document.activeElement)) return true;
  const heading = content.querySelector("h1");
  if (heading) heading.tabIndex = -1;
  heading?.focus({ preventScroll: true });
  return heading !== null;
}
