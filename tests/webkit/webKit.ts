import { existsSync } from "node:fs";

import { test as base, webkit } from "@playwright/test";

import { findMiniBrowser, openDebianWebKit } from "./debianWebKit.ts";
import { openPlaywrightWebKit } from "./playwrightWebKit.ts";
import type { WebKitPage, WebKitSession } from "./webKitPage.ts";

interface Fixtures {
  /** Opens the first tab of a WebKit that has no data yet. It ends the one before. */
  readonly begin: () => Promise<WebKitPage>;
}

const NONE = "There is no WebKit on this machine: neither Debian’s webkitgtk-webdriver nor Playwright’s own.";

/** Tests in Debian's WebKit, else in Playwright's own; where there is neither they are skipped. */
export const test = base.extend<Fixtures>({
  begin: async ({ baseURL }, provide, info) => {
    const open = wayToOpen();
    if (!open) {
      process.stdout.write(`    ${NONE}\n`);
      info.skip(true, NONE);
      return;
    }
    let session: WebKitSession | undefined;
    await provide(async () => {
      await session?.end();
      session = await open(String(baseURL));
      info.annotations.push({ type: "browser", description: session.browser });
      return session.page;
    });
    if (session && info.status !== info.expectedStatus)
      await info.attach("screen", { body: await session.screenshot(), contentType: "image/png" });
    await session?.end();
  },
});

function wayToOpen(): ((baseUrl: string) => Promise<WebKitSession>) | null {
  const miniBrowser = findMiniBrowser();
  if (miniBrowser !== null) return (baseUrl) => openDebianWebKit(miniBrowser, baseUrl);
  return existsSync(webkit.executablePath()) ? openPlaywrightWebKit : null;
}
