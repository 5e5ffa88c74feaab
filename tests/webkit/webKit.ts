import { existsSync } from "node:fs";

import { test as base, webkit, type TestInfo } from "@playwright/test";

import { errorToText } from "../../src/domain/text/errorText.ts";
import { isBrowserCrash } from "./webDriver.ts";
import { findMiniBrowser, openDebianWebKit } from "./debianWebKit.ts";
import { openPlaywrightWebKit } from "./playwrightWebKit.ts";
import type { WebKitPage, WebKitSession } from "./webKitPage.ts";

interface Fixtures {
  /** Opens the first tab of a WebKit that has no data yet. It ends the one before. */
  readonly begin: () => Promise<WebKitPage>;
}

const NONE = "There is no WebKit on this device: neither Debian’s webkitgtk-webdriver nor Playwright’s own.";

/** Begun again so often at most. */
const MOST_CRASHES = 2;

/**
 * Makes the body of a test. Where the browser itself crashes (WebKitGTK's network process was seen to, in libgobject, as a
 * page was loaded) nothing was tested: it is begun again in another one, which is said. What the browser had in memory is
 * gone with it, so nothing that was lost is passed over.
 */
export function inWebKit(run: (begin: Fixtures["begin"], info: TestInfo) => Promise<void>) {
  return async ({ begin }: Fixtures, info: TestInfo): Promise<void> => {
    for (let crashes = 0; ; crashes++)
      try {
        await run(begin, info);
        return;
      } catch (error) {
        if (!isBrowserCrash(error) || crashes === MOST_CRASHES) throw error;
        process.stdout.write(`    The browser crashed (${errorToText(error)}); begun again.\n`);
        info.annotations.push({ type: "browser crash", description: errorToText(error) });
      }
  };
}

/** Tests in Debian's WebKit, else in Playwright's own; where there is neither they are skipped. `inWebKit` makes their bodies. */
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
    if (session && info.status !== info.expectedStatus) {
      const screen = await session.screenshot().catch(() => null);
      if (screen) await info.attach("screen", { body: screen, contentType: "image/png" });
    }
    await session?.end();
  },
});

function wayToOpen(): ((baseUrl: string) => Promise<WebKitSession>) | null {
  const miniBrowser = findMiniBrowser();
  if (miniBrowser !== null) return (baseUrl) => openDebianWebKit(miniBrowser, baseUrl);
  return existsSync(webkit.executablePath()) ? openPlaywrightWebKit : null;
}
