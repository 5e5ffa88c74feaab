import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test as base, type Browser } from "@playwright/test";
import { chromiumLaunch } from "../browser/browsers.ts";
import { buildFloor } from "./floorBuild.ts";
import { median } from "./figures.ts";
import { alternate, compare, report, speeds } from "./measuring.ts";
import { watchField } from "./probes.ts";
import { root } from "./stage.ts";
import { serveFolder, type StaticServer } from "./staticServer.ts";

interface Hosts {
  readonly browser: Browser;
  readonly app: StaticServer;
  readonly floor: StaticServer;
}

const test = base.extend<object, { readonly hosts: Hosts }>({
  hosts: [
    async ({ playwright }, use) => {
      const folder = mkdtempSync(join(tmpdir(), "bench-"));
      await buildFloor(folder);
      const [app, floor] = [await serveFolder(`${root}/dist`), await serveFolder(folder)];
      const browser = await playwright.chromium.launch(chromiumLaunch);
      await use({ browser, app, floor });
      await browser.close();
      await Promise.all([app.stop(), floor.stop()]);
      rmSync(folder, { recursive: true, force: true });
    },
    { scope: "worker" },
  ],
});

/** Opens a page in a browser that knows nothing of it. @returns ms until a field takes a letter and shows it */
async function visit(browser: Browser, address: string, field: string, slowness: number): Promise<number> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const protocol = await context.newCDPSession(page);
  await protocol.send("Emulation.setCPUThrottlingRate", { rate: slowness });
  await page.addInitScript(watchField, field);
  await page.goto(address, { waitUntil: "commit" });
  const readyMs = await page.evaluate(() => window.probes.readyMs);
  await context.close();
  return readyMs;
}

for (const [slowness, speed] of speeds) {
  test(`first visit to planning that takes input${speed}, against an empty React page, median`, async ({
    hosts: { browser, app, floor },
  }) => {
    const samples = await alternate(
      20,
      () => visit(browser, `${app.url}#/plan`, "#candidate", slowness),
      () => visit(browser, floor.url, "textarea", slowness),
    );
    await report({ unit: "ms", limit: 3, ...compare(samples, median) });
  });
}
