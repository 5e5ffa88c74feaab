import type { Browser, Page } from "@playwright/test";

/** Two tabs of one window, of which one is hidden as soon as the other is gone to. */
export interface TabPair {
  readonly shown: RawTab;
  readonly other: RawTab;
}

/** A tab that is told when it is hidden. */
export interface RawTab {
  /** @param expression of JavaScript, evaluated in the page. @returns what it, or its promise, gives. @throws what it throws */
  readonly evaluate: (expression: string) => Promise<unknown>;
  /** Types a text where the focus is. */
  readonly type: (text: string) => Promise<void>;
  /** Goes to the tab. */
  readonly activate: () => Promise<void>;
}

/** What makes Chromium hold a hidden tab's timers as it does for everybody; Playwright has it leave that out. */
export const WITH_HIDDEN_TABS = [
  "--disable-backgrounding-occluded-windows",
  "--disable-renderer-backgrounding",
  "--disable-background-timer-throttling",
];

/** @param browser Firefox, or a Chromium that was launched without `WITH_HIDDEN_TABS`. @param address what the first tab shows */
export function openTabPair(browser: Browser, address: string): Promise<TabPair> {
  return browser.browserType().name() === "firefox"
    ? openLinked(browser, address)
    : openUnknown(browser, address);
}

/** Firefox’s driver opens each page in a window of its own; what a link opens is a tab beside it. */
async function openLinked(browser: Browser, address: string): Promise<TabPair> {
  const page = await browser.newPage();
  await page.goto(address);
  const opening = page.context().waitForEvent("page");
  await page.evaluate(addLink, address);
  await page.locator("#beside").click();
  const tabOf = (tab: Page): RawTab => ({
    evaluate: (expression) => tab.evaluate(expression),
    type: (text) => tab.keyboard.type(text),
    activate: () => tab.bringToFront(),
  });
  return { other: tabOf(page), shown: tabOf(await opening) };
}

/** In the page. */
function addLink(href: string): void {
  const link = Object.assign(document.createElement("a"), { href, target: "_blank", rel: "noopener" });
  link.id = "beside";
  link.textContent = "Beside";
  document.body.prepend(link);
}

/** Chromium’s tabs that Playwright knows nothing of: to its own pages it says that each is seen and has the focus. */
async function openUnknown(browser: Browser, address: string): Promise<TabPair> {
  const devTools = await browser.newBrowserCDPSession();
  const { browserContextId } = await devTools.send("Target.createBrowserContext");
  const open = async (url: string): Promise<RawTab> => {
    const { targetId } = await devTools.send("Target.createTarget", { url, browserContextId });
    const { sessionId } = await devTools.send("Target.attachToTarget", { targetId, flatten: false });
    let last = 0;
    const send = (method: string, params: object) =>
      new Promise<Answer>((resolve, reject) => {
        const id = ++last;
        const hear = (event: { readonly sessionId: string; readonly message: string }) => {
          if (event.sessionId !== sessionId) return;
          const answer = JSON.parse(event.message) as Answer;
          if (answer.id !== id) return;
          devTools.off("Target.receivedMessageFromTarget", hear);
          resolve(answer);
        };
        devTools.on("Target.receivedMessageFromTarget", hear);
        const message = JSON.stringify({ id, method, params });
        devTools.send("Target.sendMessageToTarget", { sessionId, message }).catch(reject);
      });
    return {
      evaluate: async (expression) => {
        const params = { expression, awaitPromise: true, returnByValue: true };
        const { result } = await send("Runtime.evaluate", params);
        if (result?.exceptionDetails) throw new Error(JSON.stringify(result.exceptionDetails));
        return result?.result?.value;
      },
      type: async (text) => void (await send("Input.insertText", { text })),
      activate: async () => void (await devTools.send("Target.activateTarget", { targetId })),
    };
  };
  return { other: await open("about:blank"), shown: await open(address) };
}

interface Answer {
  readonly id: number;
  readonly result?: { readonly result?: { readonly value?: unknown }; readonly exceptionDetails?: object };
}
