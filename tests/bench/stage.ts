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

/** Fills what a place has stored; null leaves it empty. */
type Seed = ((page: Page) => Promise<void>) | null;

async function setStage(
  chromium: BrowserType,
  seeds: Readonly<Partial<Record<Place, Seed>>>,
): Promise<Stage> {
  if (!existsSync(`${root}/dist/index.html`)) throw new Error("There is no dist/: run vite build first.");
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  // A copy, so that a build meanwhile changes nothing.
  cpSync(`${root}/dist`, join(folder, "dist"), { recursive: true });
  await buildFloor(join(folder, "floor"));
  const places = Object.keys(seeds) as Place[];
  const servers = new Map(
    await Promise.all(
      places.map(
        async (place) =>
          [place, await serveFolder(join(folder, place === "floor" ? "floor" : "dist"))] as const,
      ),
    ),
  );
  // A profile on the disk: without one, the databases are in memory.
  const context = await chromium.launchPersistentContext(join(folder, "profile"), chromiumLaunch);
  for (const [place, { url }] of servers) await install(context, url, seeds[place] ?? null);
  const stopServers = async () => {
    await Promise.all([...servers.values()].map((server) => server.stop()));
  };
  return {
    open: async (place, hash, probe) => {
      const page = await context.newPage();
      await probe(page);
      const address = new URL(hash, servers.get(place)?.url);
      await page.goto(address.href, { waitUntil: "commit" });
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

async function install(context: BrowserContext, url: string, seed: Seed): Promise<void> {
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

const seedWith = (sessions: number, candidates: number) => async (page: Page) => {
  await seedSessions(page, sessions);
  await seedPanels(page, candidates);
};

/** @returns what measures on a stage with those places. @param timeout of setting it, ms */
export function testOn(seeds: Readonly<Partial<Record<Place, Seed>>>, timeout: number) {
  return base.extend<object, { readonly stage: Stage }>({
    stage: [
      async ({ playwright }, use) => {
        const stage = await setStage(playwright.chromium, seeds);
        await use(stage);
        await stage.close();
      },
      { scope: "worker", timeout },
    ],
  });
}

/** Opens a place in a new tab, and closes it. @param probe sets `window.probes.readyMs`. @returns ms until what it waits for is there */
export async function load(
  stage: Stage,
  place: Place,
  hash: string,
  probe: (page: Page) => Promise<unknown>,
): Promise<number> {
  const page = await stage.open(place, hash, probe);
  const readyMs = await page.evaluate(() => window.probes.readyMs);
  await page.close();
  return readyMs;
}

export const test = testOn(
  {
    app: seedWith(10_000, 30),
    smallApp: seedWith(1000, 3),
    leadApp: (page) => seedBoard(page, ledPanels),
    emptyApp: null,
    floor: null,
  },
  120_000,
);
