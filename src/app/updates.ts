import { isAnySessionLocked } from "../state/sessionLock.ts";

let registration: ServiceWorkerRegistration | undefined;

/** Makes the app work without a network. A new version waits until the person asks for it. */
export async function registerServiceWorker(): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  // Another tab took the new version; this one would look for files that are gone.
  if (navigator.serviceWorker.controller) {
    navigator.serviceWorker.addEventListener("controllerchange", () => void reloadIfIdle());
  }
  registration = await navigator.serviceWorker.register("./serviceWorker.js");
}

async function reloadIfIdle(): Promise<void> {
  if (!(await isAnySessionLocked())) location.reload();
}

/** @returns whether a new version waits and no tab has a session open for writing */
export async function isUpdateReady(): Promise<boolean> {
  return registration?.waiting != null && !(await isAnySessionLocked());
}

/** Switches to the version that waits and reloads; does nothing where a session was opened meanwhile. */
export async function applyUpdate(): Promise<void> {
  if (!(await isUpdateReady())) return;
  registration?.waiting?.postMessage("activate");
}
