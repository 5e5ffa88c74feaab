/// <reference types="vite/client" />
import { responseHeaders, type PageHashes } from "./responseHeaders.ts";

declare const self: ServiceWorkerGlobalScope;

/**
 * Filled in by the build: the file that holds the SHA-256 of every other by its path, the SHA-256 of that file, what the
 * app works without, and the argument of responseHeaders.
 */
declare const HASHES_FILE: string;
declare const HASHES_SHA256: string;
declare const NOT_HELD: readonly string[];
declare const PAGE_HASHES: PageHashes;

const CACHE = `interview-scorecard ${HASHES_SHA256.slice(0, 16)}`;
/** The caches of the app's builds. The second form is that of the first builds, on addresses they may share. */
const OWN_CACHE = /^interview-scorecard |^app [0-9a-f]{16}$/u;

self.addEventListener("install", (event) => {
  event.waitUntil(keepFiles());
});

/** @throws Error for a file that is not the one that was built; the version before goes on then */
async function keepFiles(): Promise<void> {
  const cache = await caches.open(CACHE);
  const list = await fetchBuilt(HASHES_FILE, HASHES_SHA256);
  await keepFile(cache, HASHES_FILE, list);
  const hashes = JSON.parse(new TextDecoder().decode(list.bytes)) as Readonly<Record<string, string>>;
  await Promise.all(
    Object.entries(hashes)
      .filter(([path]) => !NOT_HELD.includes(path))
      .map(async ([path, hash]) => {
        const address = path === "index.html" ? "" : path;
        await keepFile(cache, address, await fetchBuilt(address, hash));
      }),
  );
}

interface BuiltFile {
  readonly bytes: ArrayBuffer;
  readonly response: Response;
}

async function fetchBuilt(path: string, hash: string): Promise<BuiltFile> {
  // The browser's own cache may hold files of an older build.
  const response = await fetch(new Request(`./${path}`, { cache: "reload" }));
  if (!response.ok) throw new Error(`./${path}: ${response.status}`);
  const bytes = await response.arrayBuffer();
  if ((await sha256(bytes)) !== hash) throw new Error(`./${path} is not the file that was built.`);
  return { bytes, response };
}

async function keepFile(cache: Cache, path: string, { bytes, response }: BuiltFile): Promise<void> {
  const request = new Request(`./${path}`);
  const kept = withHeaders(request, response, bytes);
  // Its name tells what is in it: so a second tab has it from the first one, compiled, and does not ask here.
  if (path.startsWith("assets/")) kept.headers.set("cache-control", "max-age=31536000, immutable");
  await cache.put(request, kept);
}

/** @returns it in hex */
async function sha256(bytes: ArrayBuffer): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
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
  // What the browser can't read now, the server may have: else there is its error page in place of the app.
  const kept = await findKept(request).catch(() => undefined);
  return kept ?? withHeaders(request, await fetch(request));
}

async function findKept(request: Request): Promise<Response | undefined> {
  const cache = await caches.open(CACHE);
  // Every address of a screen is the page's, but a text of licences is no screen.
  const isScreen = request.mode === "navigate" && !new URL(request.url).pathname.endsWith(".txt");
  // A host may say that what it sends depends on who asks; what is kept here does not, and what a page imports would be missed.
  return cache.match(isScreen ? "./" : request, { ignoreVary: true });
}

/**
 * The walls do not depend on what a server sends.
 *
 * @param body in the place of the response's own, where that was read
 */
function withHeaders(
  request: Request,
  response: Response,
  body: ArrayBuffer | ReadableStream | null = response.body,
): Response {
  // A redirection cannot be rebuilt; the browser follows it and asks here again.
  if (response.type === "opaqueredirect") return response;
  const headers = new Headers(response.headers);
  const { pathname } = new URL(request.url);
  for (const [name, value] of Object.entries(responseHeaders(pathname, PAGE_HASHES)))
    headers.set(name, value);
  const { status, statusText } = response;
  return new Response(body, { status, statusText, headers });
}
