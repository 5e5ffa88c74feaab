/** In CSS px. Eight areas, the pane and the foot are in view at once. */
const SIZE = { width: 360, height: 620 };

/** With the classes of its own realm. */
export type FloatWindow = Window & typeof globalThis;

/** Not in TypeScript's library yet. */
interface PageWithPanel {
  readonly documentPictureInPicture?: {
    readonly requestWindow: (size: typeof SIZE) => Promise<FloatWindow>;
  };
}

/** Whether a window can lie over others: phones and tablets show one at a time. */
export function canFloat(page: Window & PageWithPanel): boolean {
  return page.documentPictureInPicture !== undefined || !page.matchMedia("(pointer: coarse)").matches;
}

/**
 * Opens an empty window over all others, or where the browser has none a popup. To be called in a press of a key or a
 * button.
 *
 * @returns null where the browser refuses both, or it was closed at once
 */
export async function openFloatWindow(page: Window & PageWithPanel): Promise<FloatWindow | null> {
  try {
    const panel = await page.documentPictureInPicture?.requestWindow(SIZE);
    if (panel) return panel;
  } catch {
    // Refused, for example by a policy of the workplace.
  }
  return openPopup(page);
}

const LOOK_EVERY_MS = 20;
/** Three seconds: by then it is there, or the page may not look into it. */
const MOST_LOOKS = 150;

async function openPopup(page: Window): Promise<FloatWindow | null> {
  // An empty address would be drawn by the rules of pages from before there were standards.
  const address = URL.createObjectURL(new Blob(["<!doctype html>"], { type: "text/html" }));
  const popup = page.open(address, "", `popup,width=${SIZE.width},height=${SIZE.height}`);
  const isThere = popup !== null && (await untilLoaded(page, popup));
  URL.revokeObjectURL(address);
  if (isThere) return popup as FloatWindow;
  popup?.close();
  return null;
}

/**
 * Its window may be another one once it is loaded, so that no listener can be relied on.
 *
 * @returns whether it is there, and the page can write into it
 */
function untilLoaded(page: Window, popup: Window): Promise<boolean> {
  return new Promise((resolve) => {
    let looks = 0;
    const looking = page.setInterval(() => {
      looks++;
      const isThere = !popup.closed && isLoaded(popup);
      if (!isThere && !popup.closed && looks < MOST_LOOKS) return;
      page.clearInterval(looking);
      resolve(isThere);
    }, LOOK_EVERY_MS);
  });
}

function isLoaded(popup: Window): boolean {
  try {
    return popup.location.href !== "about:blank" && popup.document.readyState === "complete";
  } catch {
    // Its address may not be read, for example behind a blocker's page.
    return false;
  }
}

const SHEETS = 'link[rel="stylesheet"], style';

/**
 * Gives a window the look of a page: its language, direction and style sheets, those that come later too.
 *
 * The window is none of the service worker's, and its policy lets no style in by its text: so the page reads its sheets,
 * also without a network, and has the window adopt them.
 *
 * @returns what ends it, once the window has all sheets, so that nothing that is shown then moves
 */
export async function dressWindow(view: FloatWindow, page: Document): Promise<() => void> {
  const { document } = view;
  const root = document.documentElement;
  /** By what they were made from. */
  const made = new Map<string, Promise<CSSStyleSheet>>();

  const dress = async () => {
    for (const name of ["lang", "dir", "class"]) {
      root.setAttribute(name, page.documentElement.getAttribute(name) ?? "");
    }
    const sheets = Array.from(
      page.querySelectorAll<HTMLLinkElement | HTMLStyleElement>(SHEETS),
      (element) => {
        const source = "href" in element ? element.href : element.textContent;
        const known = made.get(source) ?? makeSheet(view, element);
        made.set(source, known);
        return known;
      },
    );
    document.adoptedStyleSheets = await Promise.all(sheets);
  };

  document.title = page.title;
  const observer = new MutationObserver(() => void dress());
  observer.observe(page.head, { childList: true, subtree: true, characterData: true });
  observer.observe(page.documentElement, { attributes: true });
  try {
    await dress();
  } catch (error) {
    observer.disconnect();
    throw error;
  }
  return () => observer.disconnect();
}

async function makeSheet(
  view: FloatWindow,
  element: HTMLLinkElement | HTMLStyleElement,
): Promise<CSSStyleSheet> {
  const href = "href" in element ? element.href : null;
  const sheet = new view.CSSStyleSheet({ baseURL: href ?? element.baseURI, media: element.media });
  const textOf = async (address: string) => (await fetch(address)).text();
  return sheet.replace(href === null ? element.textContent : await textOf(href).catch(() => ""));
}
