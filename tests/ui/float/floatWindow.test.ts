// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { openFloatWindow } from "../../../src/ui/float/floatWindow.ts";

beforeEach(() => {
  vi.useFakeTimers();
  Object.assign(URL, { createObjectURL: () => "blob:empty", revokeObjectURL: () => {} });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("a popup whose address may not be read is given up after some seconds, and closed", async () => {
  const popup = {
    closed: false,
    close: () => {
      popup.closed = true;
    },
    get location(): Location {
      throw new DOMException("", "SecurityError");
    },
  };
  vi.stubGlobal("documentPictureInPicture", undefined);
  vi.stubGlobal("open", () => popup);
  const opened = openFloatWindow(window);
  await vi.advanceTimersByTimeAsync(5000);
  expect(await opened).toBeNull();
  expect(popup.closed).toBe(true);
  expect(vi.getTimerCount()).toBe(0);
});
