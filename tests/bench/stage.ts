import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { test as base, type BrowserContext, type BrowserType, type Page } from "@playwright/test";
import { chromiumLaunch } from "../browser/browsers.ts";
import { buildFloor } from "./floorBuild.ts";
import { seedBoard, seedPanels } from "./panelSeed.ts";
import { seedSessions } from "./seed.ts";
import { serveFolder } from "./staticServer.ts";

export const ledPanels = 1000;

export const root = fileURLToPath(new URL("../..", import.meta.url));

/**
 * The app with 10,000 interviews and 30 candidates, the same with 1,000 and 3, with 1,000 panels that are led there, with
 * nothing, and the bare React page.
 */
export type Place = "app" | "smallApp" | "leadApp" | "emptyApp" | "floor";

/** A browser with every place installed in it, each from a server of its own. */
export interface Stage {
  /** Opens a new tab, with a probe in it where one is given. */
  readonly open: (place: Place, hash: string, probe: (page: Page) => Promise<unknown>) => Promise<Page>;
  readonly stopServers: () => Promise<void>;
  readonly close: () => Promise<void>;
}

async function setStage(chromium: BrowserType): Promise<Stage> {
  if (!existsSync(`${root}/dist/index.html`)) throw new Error("There is no dist/: run vite build first.");
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  // A copy, so that a build meanwhile changes nothing.
  cpSync(`${root}/dist`, join(folder, "dist"), { recursive: true });
  await buildFloor(join(folder, "floor"));
  const servers = {
    app: await serveFolder(join(folder, "dist")),
    smallApp: await serveFolder(join(folder, "dist")),
    leadApp: await serveFolder(join(folder, "dist")),
    emptyApp: await serveFolder(join(folder, "dist")),
    floor: await serveFolder(join(folder, "floor")),
  };
  // A profile on the disk: without one, the databases are in memory.
  const context = await chromium.launchPersistentContext(join(folder, "profile"), chromiumLaunch);
  const seedWith = (sessions: number, candidates: number) => async (page: Page) => {
    await seedSessions(page, sessions);
    await seedPanels(page, candidates);
  };
  await install(context, servers.app.url, seedWith(10_000, 30));
  await install(context, servers.smallApp.url, seedWith(1000, 3));
  await install(context, servers.leadApp.url, (page) => seedBoard(page, ledPanels));
  await install(context, servers.emptyApp.url, null);
  await install(context, servers.floor.url, null);
  const stopServers = async () => {
    await Promise.all(Object.values(servers).map((server) => server.stop()));
  };
  return {
    open: async (place, hash, probe) => {
      const page = await context.newPage();
      await probe(page);
      await page.goto(servers[place].url + hash, { waitUntil: "commit" });
      return page;
    },
    stopServers,
    close: async () => {
      await context.close();
      await stopServers();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function install(
  context: BrowserContext,
  url: string,
  seed: ((page: Page) => Promise<void>) | null,
): Promise<void> {
  const page = await context.newPage();
  await page.goto(url);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  if (seed) {
    // The app has made its database once it shows that there is nothing in it.
    await page.getByRole("heading", { level: 1 }).waitFor();
    await seed(page);
  }
  await page.close();
}

export const test = base.extend<object, { readonly stage: Stage }>({
  stage: [
    async ({ playwright }, use) => {
      const stage = await setStage(playwright.chromium);
      await use(stage);
      await stage.close();
    },
    { scope: "worker", timeout: 120_000 },
  ],
});
