import { test as base, type Browser } from "@playwright/test";

const ANSWERS_WITHIN_MS = 20_000;
const MOST_STARTS = 4;

/**
 * A test in a browser whose driver answers. That of a Firefox which has just started on a busy machine may never hear of
 * the first page: then another is started, before the test has begun. In the test nothing is tried twice.
 */
export const test = base.extend<object, { readonly browser: Browser }>({
  browser: [
    async ({ browser, browserName, playwright, launchOptions }, provide) => {
      if (browserName !== "firefox") {
        await provide(browser);
        return;
      }
      let given: Browser | null = browser;
      const answering = await launchAnswering(async () => {
        const first = given;
        given = null;
        return first ?? (await playwright.firefox.launch(launchOptions));
      });
      await provide(answering);
      if (answering !== browser) await answering.close();
    },
    { scope: "worker", timeout: 2 * MOST_STARTS * ANSWERS_WITHIN_MS },
  ],
});

/** @param launch starts a Firefox; called again where the one before does not answer @throws where none does */
export async function launchAnswering(launch: () => Promise<Browser>): Promise<Browser> {
  for (let starts = 0; starts < MOST_STARTS; starts++) {
    const browser = await launch();
    if (await isAnswering(browser)) return browser;
  }
  throw new Error(`${MOST_STARTS} Firefoxes have not answered their driver.`);
}

async function isAnswering(browser: Browser): Promise<boolean> {
  const opened = browser
    .newPage()
    .then(async (page) => {
      await page.goto("data:text/html,<title>Answers</title>");
      await page.close();
      return true;
    })
    .catch(() => false);
  const late = new Promise<boolean>((resolve) => {
    setTimeout(() => resolve(false), ANSWERS_WITHIN_MS);
  });
  return Promise.race([opened, late]);
}
