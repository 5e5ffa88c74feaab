import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { test as base, chromium, type BrowserContext, type Page } from "@playwright/test";
import { chromiumLaunch } from "../browser/browsers.ts";
import { buildFloor } from "./floorBuild.ts";
import { seedSessions } from "./seed.ts";
import { serveFolder, type StaticServer } from "./staticServer.ts";

export const root = fileURLToPath(new URL("../..", import.meta.url));

const places = {
  /** The app with 10,000 sessions. */
  app: { folder: "dist", port: 4431, sessions: 10_000 },
  /** The same app with 1,000. */
  smallApp: { folder: "dist", port: 4432, sessions: 1000 },
  floor: { folder: "floor", port: 4433, sessions: 0 },
} as const;
export type Place = keyof typeof places;

/** A browser with the app and the floor page installed, each from a server of its own. */
export interface Stage {
  readonly context: BrowserContext;
  readonly open: (place: Place, hash?: string) => Promise<Page>;
  readonly urlOf: (place: Place, hash?: string) => string;
  readonly stopServers: () => Promise<void>;
}

async function setStage(folder: string): Promise<Stage> {
  if (!existsSync(`${root}/dist/index.html`)) throw new Error("There is no dist/: run vite build first.");
  // What is measured stays as it is, whatever is built meanwhile.
  cpSync(`${root}/dist`, join(folder, "dist"), { recursive: true });
  await buildFloor(join(folder, "floor"));
  let servers = await startServers(folder);
  // A profile on the disk: a private window keeps its databases in memory.
  const context = await chromium.launchPersistentContext(join(folder, "profile"), chromiumLaunch);
  const urlOf = (place: Place, hash = "") => `http://localhost:${places[place].port}/${hash}`;
  const open = async (place: Place, hash = "") => {
    const page = await context.newPage();
    await page.goto(urlOf(place, hash));
    return page;
  };
  for (const [place, { sessions }] of Object.entries(places)) {
    const page = await open(place as Place);
    await page.evaluate(() => navigator.serviceWorker.ready);
    if (sessions > 0) {
      await page.getByRole("heading").first().waitFor();
      await seedSessions(page, sessions);
    }
    await page.close();
  }
  return {
    context,
    urlOf,
    open,
    stopServers: async () => {
      await Promise.all(servers.map((server) => server.stop()));
      servers = [];
    },
  };
}

function startServers(folder: string): Promise<StaticServer[]> {
  return Promise.all(
    Object.values(places).map((place) => serveFolder(join(folder, place.folder), place.port)),
  );
}

export const test = base.extend<object, { readonly stage: Stage }>({
  stage: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads from the pattern what is needed.
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), "bench-"));
      const stage = await setStage(folder);
      await use(stage);
      await stage.context.close();
      await stage.stopServers();
      rmSync(folder, { recursive: true, force: true });
    },
    { scope: "worker", timeout: 120_000 },
  ],
});
