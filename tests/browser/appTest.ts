import type { BrowserContext, CDPSession, Page } from "@playwright/test";

import { test as base } from "./answering.ts";

interface Shared {
  readonly context: BrowserContext;
  /** Stays open: through it what is stored is cleared. */
  readonly page: Page;
  readonly session: CDPSession;
}

/** One a worker, and a worker has one project. */
let shared: Shared | null = null;

/**
 * The tests of one worker share a context, since a page loads in half the time where the browser has compiled its files
 * before. Each has pages of its own, and finds nothing that another one stored or was allowed. A test for which the context
 * itself is to be changed opens one for itself, and where other options are asked for than the project's, each test has its
 * own.
 */
export const test = base.extend({
  context: async (
    { browser, browserName, baseURL, viewport, hasTouch, serviceWorkers },
    provide,
    { project: { use } },
  ) => {
    const isUsual =
      JSON.stringify([viewport, hasTouch, serviceWorkers]) ===
      JSON.stringify([use.viewport, use.hasTouch ?? false, use.serviceWorkers]);
    if (browserName !== "chromium" || !isUsual) {
      const context = await browser.newContext();
      await provide(context);
      await context.close();
      return;
    }
    shared ??= await share(await browser.newContext());
    const { context, session } = shared;
    await session.send("Storage.clearDataForOrigin", {
      origin: new URL(baseURL!).origin,
      storageTypes: "all",
    });
    await provide(context);
    await Promise.all(
      context
        .pages()
        .filter((page) => page !== shared?.page)
        .map((page) => page.close()),
    );
    await context.clearPermissions();
  },
});

async function share(context: BrowserContext): Promise<Shared> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const refuse = () => {
    throw new Error("The tests of a worker share this context. Open one for what is to be changed.");
  };
  Object.assign(context, { addInitScript: refuse, exposeFunction: refuse, setOffline: refuse });
  Object.assign(context.clock, { install: refuse, setFixedTime: refuse, setSystemTime: refuse });
  return { context, page, session };
}
