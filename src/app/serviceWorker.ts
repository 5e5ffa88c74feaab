/// <reference types="vite/client" />
import { responseHeaders } from "./responseHeaders.ts";

declare const self: ServiceWorkerGlobalScope;

/** Every file of this build, a hash over them all, and the argument of responseHeaders; filled in by the build. */
declare const PRECACHE: readonly string[];
declare const BUILD_ID: string;
declare const STYLE_HASH: string;

const CACHE = `interview-scorecard ${BUILD_ID}`;
/** The caches of the app's builds. The second form is that of the first builds, on addresses they may share. */
const OWN_CACHE = /^interview-scorecard |^app [0-9a-f]{16}$/u;

self.addEventListener("install", (event) => {
  event.waitUntil(keepFiles());
});

async function keepFiles(): Promise<void> {
  const cache = await caches.open(CACHE);
  await Promise.all(
    PRECACHE.map(async (path) => {
      // The browser's own cache may hold files of an older build.
      const request = new Request(path, { cache: "reload" });
      const response = await fetch(request);
      if (!response.ok) throw new Error(`${path}: ${response.status}`);
      await cache.put(request, withHeaders(request, response));
    }),
  );
}

self.addEventListener("activate", (event) => {
  event.waitUntil(removeOldCaches().then(() => self.clients.claim()));
});

async function removeOldCaches(): Promise<void> {
  const names = await caches.keys();
  const old = names.filter((name) => name !== CACHE && OWN_CACHE.test(name));
  await Promise.all(old.map((name) => caches.delete(name)));
}

self.addEventListener("message", (event) => {
  if (event.data === "activate") void self.skipWaiting();
});

self.addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  if (method === "GET" && new URL(url).origin === self.location.origin)
    event.respondWith(answer(event.request));
});

async function answer(request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  // Every address of a screen is the page's, but a text of licences is no screen.
  const isScreen = request.mode === "navigate" && !new URL(request.url).pathname.endsWith(".txt");
  const kept = await cache.match(isScreen ? "./" : request);
  return kept ?? withHeaders(request, await fetch(request));
}

/** The walls do not depend on what a server sends. */
function withHeaders(request: Request, response: Response): Response {
  // A redirection cannot be rebuilt; the browser follows it and asks here again.
  if (response.type === "opaqueredirect") return response;
  const headers = new Headers(response.headers);
  const { pathname } = new URL(request.url);
  for (const [name, value] of Object.entries(responseHeaders(pathname, STYLE_HASH))) headers.set(name, value);
  const { status, statusText } = response;
  return new Response(response.body, { status, statusText, headers });
}
