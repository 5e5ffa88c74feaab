import { webkit, type Page } from "@playwright/test";

import type { WebKitPage, WebKitSession } from "./webKitPage.ts";

/** Starts the WebKit that Playwright brings. @param baseUrl what its pages' addresses are relative to */
export async function openPlaywrightWebKit(baseUrl: string): Promise<WebKitSession> {
  const browser = await webkit.launch();
  const context = await browser.newContext({ baseURL: baseUrl });
  const page = await context.newPage();
  return {
    browser: `Playwright’s WebKit ${browser.version()}`,
    page: tabOf(page),
    screenshot: () => page.screenshot(),
    end: () => browser.close(),
  };
}

function tabOf(page: Page): WebKitPage {
  return {
    goto: async (address) => {
      // Where only the hash differs, nothing would be loaded.
      await page.goto("about:blank");
      await page.goto(address);
    },
    reload: async () => {
      await page.reload();
    },
    evaluate: <Argument, Result>(
      run: (argument: Argument) => Result | Promise<Result>,
      argument?: Argument,
    ) => page.evaluate<Result>(`(${run.toString()})(${JSON.stringify(argument)})`),
    click: (selector) => page.locator(selector).first().click(),
    press: (key) => page.keyboard.press(key),
    type: async (text) => {
      await Promise.all(Array.from(text, (key) => page.keyboard.press(key)));
    },
    setFile: (selector, path) => page.locator(selector).setInputFiles(path),
    openTab: async (address) => {
      const [opened] = await Promise.all([
        page.context().waitForEvent("page"),
        page.evaluate((url) => {
          open(url, "_blank", "noopener");
        }, address),
      ]);
      return tabOf(opened);
    },
    close: () => page.close(),
  };
}
