/// <reference types="vite/client" />
declare const self: ServiceWorkerGlobalScope;

/** Every file of the page; filled in by the build. */
declare const PRECACHE: readonly string[];

const CACHE = "floor";

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll([...PRECACHE])));
});

self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  event.respondWith(caches.open(CACHE).then((cache) => answer(cache, event.request)));
});

async function answer(cache: Cache, request: Request): Promise<Response> {
  return (await cache.match(request.mode === "navigate" ? "./" : request)) ?? fetch(request);
}
