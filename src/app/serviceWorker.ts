/// <reference types="vite/client" />
declare const self: ServiceWorkerGlobalScope;

/** Every file of this build and a hash over them all; filled in by the build. */
declare const PRECACHE: readonly string[];
declare const BUILD_ID: string;

const CACHE = `app ${BUILD_ID}`;

self.addEventListener("install", (event) => {
  // The browser's own cache may hold files of an older build.
  const requests = PRECACHE.map((url) => new Request(url, { cache: "reload" }));
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(requests)));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(removeOldCaches().then(() => self.clients.claim()));
});

async function removeOldCaches(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name !== CACHE).map((name) => caches.delete(name)));
}

self.addEventListener("message", (event) => {
  if (event.data === "activate") void self.skipWaiting();
});

self.addEventListener("fetch", (event) => {
  if (event.request.method === "GET") event.respondWith(answer(event.request));
});

async function answer(request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  const key = request.mode === "navigate" ? "./" : request;
  return (await cache.match(key)) ?? fetch(request);
}
