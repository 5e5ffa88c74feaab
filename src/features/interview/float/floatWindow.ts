/** In CSS px. Eight areas, the pane and the foot are in view at once. */
const SIZE = { width: 360, height: 620 };

/** Not in TypeScript's library yet. */
interface PageWithPanel {
  readonly documentPictureInPicture?: {
    readonly requestWindow: (size: typeof SIZE) => Promise<Window>;
  };
}

/** Whether a window can lie over others: phones and tablets show one at a time. */
export function canFloat(page: Window & PageWithPanel): boolean {
  return page.documentPictureInPicture !== undefined || page.matchMedia("(pointer: fine)").matches;
}

/**
 * Opens an empty window over all others, or where the browser has none a popup. To be called in a press of a key or a
 * button.
 *
 * @returns null where the browser refuses both, or it was closed at once
 */
export async function openFloatWindow(page: Window & PageWithPanel): Promise<Window | null> {
  try {
    const panel = await page.documentPictureInPicture?.requestWindow(SIZE);
    if (panel) return panel;
  } catch {
    // Refused, for example by a policy of the workplace.
  }
  return openPopup(page);
}

const LOOK_EVERY_MS = 20;

async function openPopup(page: Window): Promise<Window | null> {
  // An empty address would be drawn by the rules of pages from before there were standards.
  const address = URL.createObjectURL(new Blob(["<!doctype html>"], { type: "text/html" }));
  const popup = page.open(address, "", `popup,width=${SIZE.width},height=${SIZE.height}`);
  if (popup) await untilLoaded(page, popup);
  URL.revokeObjectURL(address);
  return popup?.closed === false ? popup : null;
}

/** Its window may be another one once it is loaded, so that no listener can be relied on. */
function untilLoaded(page: Window, popup: Window): Promise<void> {
  return new Promise((resolve) => {
    const looking = page.setInterval(() => {
      if (!popup.closed && !isLoaded(popup)) return;
      page.clearInterval(looking);
      resolve();
    }, LOOK_EVERY_MS);
  });
}

function isLoaded({ document, location }: Window): boolean {
  return location.href !== "about:blank" && document.readyState === "complete";
}

const SHEETS = 'link[rel="stylesheet"], style';

/**
 * Gives a window the look of a page: its language, direction and style sheets, those that come later too.
 *
 * @returns what ends it, once the sheets are loaded, so that nothing that is shown then moves; or the window is gone
 */
export async function dressWindow(view: Window, page: Document): Promise<() => void> {
  const { document } = view;
  const copies = new Map<Element, Element>();
  const loading: Promise<unknown>[] = [];

  const copy = () => {
    for (const name of ["lang", "dir", "class"]) {
      document.documentElement.setAttribute(name, page.documentElement.getAttribute(name) ?? "");
    }
    const sheets = new Set(page.querySelectorAll(SHEETS));
    for (const sheet of sheets) {
      const known = copies.get(sheet);
      if (known && known.textContent !== sheet.textContent) known.textContent = sheet.textContent;
      if (!known) copies.set(sheet, addCopy(sheet));
    }
    for (const [sheet, known] of copies) {
      if (!sheets.has(sheet) && copies.delete(sheet)) known.remove();
    }
  };

  const addCopy = (sheet: Element): Element => {
    const added = document.importNode(sheet, true);
    // As the page's own address would complete it: the window has another one.
    if ("href" in sheet) {
      added.setAttribute("href", String(sheet.href));
      loading.push(
        new Promise((resolve) => {
          added.addEventListener("load", resolve);
          added.addEventListener("error", resolve);
        }),
      );
    }
    document.head.append(added);
    return added;
  };

  document.title = page.title;
  copy();
  const observer = new MutationObserver(copy);
  observer.observe(page.head, { childList: true, subtree: true, characterData: true });
  observer.observe(page.documentElement, { attributes: true });
  await Promise.race([
    Promise.all(loading),
    new Promise((resolve) => {
      view.addEventListener("pagehide", resolve);
    }),
  ]);
  return () => observer.disconnect();
}
