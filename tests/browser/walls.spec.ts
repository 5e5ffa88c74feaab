import { appendFileSync, cpSync, readdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, type Page } from "@playwright/test";
import { test } from "./appTest.ts";
import { preview } from "vite";
import { rehash } from "../rehash.ts";
import { startAppServer, type AppServer } from "../faults/appServer.ts";
import { waitUntilOffline } from "../faults/liveSession.ts";

test.use({ serviceWorkers: "allow" });

/** Another project's server on this device, which lets everybody in and has one page of its own. */
interface Stranger {
  readonly url: string;
  /** What was asked of it, its page apart. */
  readonly requests: readonly string[];
  /** The page that it shows. */
  readonly show: (html: string) => void;
  readonly end: () => Promise<void>;
}

async function startStranger(): Promise<Stranger> {
  const requests: string[] = [];
  let page = "";
  const server = createServer((request, response) => {
    const isPage = request.url === "/";
    if (!isPage) requests.push(`${request.method} ${request.url}`);
    response.writeHead(200, {
      "access-control-allow-origin": "*",
      "content-type": isPage ? "text/html" : "text/javascript",
    });
    response.end(isPage ? page : "");
  });
  server.on("upgrade", (request, socket) => {
    requests.push(`upgrade ${request.url}`);
    socket.destroy();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "localhost", resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}`,
    requests,
    show: (html) => {
      page = html;
    },
    end: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** As `npm start` serves it, headers included. */
async function startPreview(outDir: string): Promise<AppServer> {
  const opened = await preview({
    root: fileURLToPath(new URL("../..", import.meta.url)),
    logLevel: "silent",
    build: { outDir },
    preview: { port: 0 },
  });
  const url = opened.resolvedUrls?.local[0]?.replace(/\/$/u, "");
  if (url === undefined) throw new Error("The preview server has no address.");
  return { url, end: () => opened.close(), serve: () => {} };
}

let stranger: Stranger;
let server: AppServer | undefined;

test.beforeEach(async () => {
  stranger = await startStranger();
});

test.afterEach(async () => {
  await Promise.all([stranger.end(), server?.end()]);
  server = undefined;
});

/** Lets the stranger's page frame the app. @returns whether anything of the app is in the frame */
async function isFramed(page: Page, url: string): Promise<boolean> {
  stranger.show(`<iframe src="${url}/" onload="document.title = 'loaded'"></iframe>`);
  await page.goto(stranger.url);
  await expect(page).toHaveTitle("loaded");
  return (await page.frameLocator("iframe").locator("#root").count()) > 0;
}

test(
  "another page on this device cannot frame the app, on the first visit and later",
  { tag: ["@firefox", "@long"] },
  async ({ page }) => {
    server = await startPreview("dist");
    expect(await isFramed(page, server.url)).toBe(false);
    await page.goto(server.url);
    await waitUntilOffline(page);
    expect(await isFramed(page, server.url)).toBe(false);
  },
);

test(
  "another page cannot frame the app where its server sends no headers, once the app was opened",
  { tag: ["@firefox", "@long"] },
  async ({ page }) => {
    server = await startAppServer("dist");
    await page.goto(server.url);
    await waitUntilOffline(page);
    expect(await isFramed(page, server.url)).toBe(false);
  },
);

const tryEverything = `
const tryEverything = async (url) => {
  const attempts = {
    fetch: () => fetch(url + "/fetch"),
    opaque: () => fetch(url + "/opaque", { mode: "no-cors", method: "POST", body: "names" }),
    module: () => import(url + "/module.js"),
    socket: () => new Promise((resolve, reject) => {
      const socket = new WebSocket(url.replace("http", "ws") + "/socket");
      socket.onopen = resolve;
      socket.onerror = () => reject(new Error("refused"));
    }),
  };
  return Promise.all(Object.entries(attempts).map(([name, attempt]) =>
    new Promise((resolve) => resolve(attempt())).then(() => name + ": reached", () => name + ": refused")));
};`;

/** A build in whose workers somebody has got a script: told an address, it tries every way to it and tells how each went. */
function spoiltBuild(): string {
  const folder = test.info().outputPath("spoilt");
  cpSync("dist", folder, { recursive: true });
  for (const name of readdirSync(join(folder, "assets"))) {
    if (!/Worker-[\w-]+\.js$/u.test(name)) continue;
    writeFileSync(
      join(folder, "assets", name),
      `${tryEverything} onmessage = async ({ data }) => postMessage(await tryEverything(data));`,
    );
  }
  appendFileSync(
    join(folder, "serviceWorker.js"),
    `${tryEverything}
    self.addEventListener("message", ({ data, source }) => {
      if (data.url) tryEverything(data.url).then((told) => source.postMessage(told));
    });`,
  );
  rehash(folder);
  return folder;
}

/** @returns how it went in each of the app's workers */
function tryInWorkers(page: Page, folder: string): Promise<readonly unknown[]> {
  const paths = readdirSync(join(folder, "assets"))
    .filter((name) => /Worker-[\w-]+\.js$/u.test(name))
    .map((name) => `./assets/${name}`);
  expect(paths.length).toBeGreaterThan(3);
  return page.evaluate(
    ([addresses, url]) =>
      Promise.all(
        addresses.map(
          (address) =>
            new Promise<unknown>((resolve, reject) => {
              const worker = new Worker(address, { type: "module" });
              worker.onmessage = ({ data }) => resolve(data);
              worker.onerror = () => reject(new Error(`${address} does not run`));
              worker.postMessage(url);
            }),
        ),
      ),
    [paths, stranger.url] as const,
  );
}

const allRefused = ["fetch: refused", "opaque: refused", "module: refused", "socket: refused"];

test(
  "a script in a worker, and in the one that serves the app, reaches no other server",
  { tag: ["@firefox", "@long"] },
  async ({ page }) => {
    const folder = spoiltBuild();
    server = await startPreview(folder);
    await page.goto(server.url);
    const beforeKept = await tryInWorkers(page, folder);
    await waitUntilOffline(page);
    const kept = await tryInWorkers(page, folder);
    const inServiceWorker = await page.evaluate(
      (url) =>
        new Promise<unknown>((resolve) => {
          navigator.serviceWorker.onmessage = ({ data }) => resolve(data);
          navigator.serviceWorker.controller?.postMessage({ url });
        }),
      stranger.url,
    );
    expect(stranger.requests).toEqual([]);
    for (const told of [...beforeKept, ...kept, inServiceWorker]) expect(told).toEqual(allRefused);
  },
);

test(
  "a script in a worker reaches no other server where the app's own sends no headers, once the app was opened",
  { tag: ["@firefox", "@long"] },
  async ({ page }) => {
    const folder = spoiltBuild();
    server = await startAppServer(folder);
    await page.goto(server.url);
    await waitUntilOffline(page);
    const told = await tryInWorkers(page, folder);
    expect(stranger.requests).toEqual([]);
    for (const one of told) expect(one).toEqual(allRefused);
  },
);

test(
  "of what is kept at the address only the app's older versions are cleared away",
  { tag: "@firefox" },
  async ({ page }) => {
    server = await startAppServer("dist");
    // A page of the address that is none of the app's.
    await page.goto(`${server.url}/icon-192.png`);
    const before = [
      "another project 1",
      "app",
      "app 0123456789abcdef",
      "app 0123456789abcdefg",
      "interview-scorecard 0123456789abcdef",
      "interview-scorecards",
    ];
    await page.evaluate(async (names) => {
      for (const name of names) await caches.open(name);
    }, before);
    await page.goto(server.url);
    await waitUntilOffline(page);
    expect(await page.evaluate(async () => (await caches.keys()).toSorted())).toEqual([
      "another project 1",
      "app",
      "app 0123456789abcdefg",
      expect.stringMatching(/^interview-scorecard (?!0123456789abcdef)[0-9a-f]{16}$/u),
      "interview-scorecards",
    ]);
  },
);
