import { cleanup, render, screen, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { expect } from "vitest";
import { Router } from "wouter";
import { useHashLocation } from "wouter/use-hash-location";
import { App } from "../../src/app/App.tsx";
import { keepFocus } from "../../src/app/screen/keptFocus.ts";
import { AppContext, type AppParts } from "../../src/state/app/appContext.ts";
import { removedSessions } from "../../src/state/session/library.ts";
import { createDatabase } from "../../src/storage/database.ts";
import { START } from "../smallInterview.ts";
import { createLocks } from "../state/fakeLocks.ts";

let count = 0;
let endKeepingFocus = () => {};

function keepFocusAnew(): void {
  endKeepingFocus();
  endKeepingFocus = keepFocus(document);
}

/** @returns what an app is made of, on an empty database of its own; its clock goes on by 1 ms whenever it is read, from `START` */
export function newApp(): AppParts {
  addWhatJsdomLacks();
  localStorage.clear();
  sessionStorage.clear();
  // What the app before kept with the entry of the history.
  history.replaceState(null, "");
  let now = START;
  return {
    database: createDatabase(`screens ${count++}`),
    clock: { now: () => now++, monotonic: () => 0 },
    newId: () => `id${count++}`,
    appName: "Test 1",
  };
}

/** Shows the whole app at an address ("/plan"), in the place of what was shown before. @returns the main part of the screen, once it is there */
export function showApp(app: AppParts, address: string): Promise<HTMLElement> {
  cleanup();
  keepFocusAnew();
  location.hash = `#${address}`;
  render(<App parts={app} opening={{ trouble: () => null, subscribe: () => () => {} }} />);
  return screen.findByRole("main");
}

/** Shows a part of a screen alone, where the rest of it would only take time. */
export function showPart(app: AppParts, part: ReactNode): void {
  keepFocusAnew();
  render(
    <AppContext value={app}>
      <Router hook={useHashLocation}>{part}</Router>
    </AppContext>,
  );
}

/**
 * Takes the screen down before its database goes. A page has one app alone: what it can undo goes, too, and what is not on
 * the disk yet would be there for the next interview of that id.
 */
export async function leaveApp(app: AppParts): Promise<void> {
  const isSaving = () => document.querySelector("[data-save=saving]") !== null;
  if (isSaving()) await waitFor(() => expect(isSaving()).toBe(false)).catch(() => {});
  cleanup();
  endKeepingFocus();
  removedSessions.setState(null, true);
  app.database.close();
}

/** @returns the texts of the rows of a table or a list, without needless space */
export function rowTexts(rows: readonly HTMLElement[]): readonly string[] {
  return rows.map(({ textContent }) => textContent.replaceAll(/\s+/gu, " ").trim());
}

/** Locks, dialogs, scrolling, streams; a dialog is open or not, which is all that the screens ask of one. */
function addWhatJsdomLacks(): void {
  Object.defineProperty(navigator, "locks", { value: createLocks(), configurable: true });
  Object.assign(globalThis, { CSS: { escape: (text: string) => text.replaceAll(/[^\w-]/gu, "\\$&") } });
  Element.prototype.scrollIntoView = () => {};
  Element.prototype.checkVisibility = () => true;
  window.scrollTo = () => {};
  window.matchMedia = (media) =>
    Object.assign(new EventTarget(), { media, matches: false }) as MediaQueryList;
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close() {
    if (!this.open) return;
    this.open = false;
    this.dispatchEvent(new Event("close"));
  };
  Object.assign(Blob.prototype, {
    stream(this: Blob) {
      return new ReadableStream({
        start: async (controller) => {
          controller.enqueue(new Uint8Array(await this.arrayBuffer()));
          controller.close();
        },
      });
    },
  });
  document.onsubmit = (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.getAttribute("method") !== "dialog") return;
    event.preventDefault();
    form.closest("dialog")?.close();
  };
}
