// @vitest-environment jsdom
import { cleanup, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { useWakeLock } from "../../../src/features/interview/useWakeLock.ts";

/** A lock as the browser gives it: it lets go of it by itself when the window is hidden. */
class Lock {
  released = false;
  release(): Promise<void> {
    this.released = true;
    return Promise.resolve();
  }
}

let locks: Lock[];
let visibility: DocumentVisibilityState;

beforeEach(() => {
  locks = [];
  visibility = "visible";
  vi.spyOn(document, "visibilityState", "get").mockImplementation(() => visibility);
  const request = () => {
    locks.push(new Lock());
    return Promise.resolve(locks.at(-1));
  };
  Object.defineProperty(navigator, "wakeLock", { value: { request }, configurable: true });
});

afterEach(() => {
  cleanup();
  Reflect.deleteProperty(navigator, "wakeLock");
});

const states = () => locks.map(({ released }) => released);

async function become(state: DocumentVisibilityState): Promise<void> {
  visibility = state;
  // The browser's part.
  if (state === "hidden") for (const lock of locks) lock.released = true;
  document.dispatchEvent(new Event("visibilitychange"));
  await Promise.resolve();
}

test("the screen stays on while the window is in view, and again when it comes back into view, until it is left", async () => {
  const { unmount } = renderHook(() => useWakeLock(window));
  await vi.waitFor(() => expect(states()).toEqual([false]));
  await become("visible");
  expect(states()).toEqual([false]);
  await become("hidden");
  expect(states()).toEqual([true]);
  await become("visible");
  await vi.waitFor(() => expect(states()).toEqual([true, false]));
  unmount();
  expect(states()).toEqual([true, true]);
  await become("visible");
  expect(states()).toEqual([true, true]);
});

test("of two windows the one that shows the interview holds it: the panel while it is open, then the tab", async () => {
  const frame = document.body.appendChild(document.createElement("iframe"));
  const panel = frame.contentWindow as Window & typeof globalThis;
  const panelLocks: Lock[] = [];
  Object.defineProperty(panel.document, "visibilityState", { value: "visible" });
  Object.defineProperty(panel.navigator, "wakeLock", {
    value: {
      request: () => {
        panelLocks.push(new Lock());
        return Promise.resolve(panelLocks.at(-1));
      },
    },
  });
  const { rerender } = renderHook(({ view }: { readonly view: Window }) => useWakeLock(view), {
    initialProps: { view: window },
  });
  await vi.waitFor(() => expect(states()).toEqual([false]));
  rerender({ view: panel });
  await vi.waitFor(() => expect(panelLocks).toHaveLength(1));
  expect(states()).toEqual([true]);
  rerender({ view: window });
  await vi.waitFor(() => expect(states()).toEqual([true, false]));
  expect(panelLocks[0]?.released).toBe(true);
  frame.remove();
});
