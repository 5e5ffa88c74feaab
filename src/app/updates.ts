import { isAnyDocumentLocked } from "../state/documents/lockedDocuments.ts";

let registration: ServiceWorkerRegistration | undefined;

/**
 * Makes the app work without a network. A new version waits until the person asks for it. Where the browser keeps nothing for
 * this site, or has no room, the app needs the network, and the next start tries again.
 */
export async function registerServiceWorker(): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  let isControlled = navigator.serviceWorker.controller !== null;
  navigator.serviceWorker.addEventListener("controllerchange", () => {
    // The first worker of all takes over a page of its own version. With any later one the files of this
    // page's version are gone.
    if (isControlled) void reloadWhenIdle();
    isControlled = true;
  });
  registration = await navigator.serviceWorker.register("./serviceWorker.js").catch(() => undefined);
}

async function reloadWhenIdle(): Promise<void> {
  // A plan, a guide or a panel that is being filled in is stored when it is sent.
  if (!/^#\/(?:plan|guide|panels\/)/u.test(location.hash) && !(await isAnyDocumentLocked()))
    location.reload();
  else addEventListener("hashchange", () => void reloadWhenIdle(), { once: true });
}

/** @returns whether a new version waits and no tab has a session open for writing */
export async function isUpdateReady(): Promise<boolean> {
  return registration?.waiting != null && !(await isAnyDocumentLocked());
}

/** Switches to the version that waits and reloads; does nothing where a session was opened meanwhile. */
export async function applyUpdate(): Promise<void> {
  if (!(await isUpdateReady())) return;
  registration?.waiting?.postMessage("activate");
}
