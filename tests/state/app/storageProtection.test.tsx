// @vitest-environment jsdom
import { act, renderHook, waitFor } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { askForProtection, useStorageProtection } from "../../../src/state/app/storageProtection.ts";

/** @param storage undefined where the browser has no storage manager */
function browserWith(storage: Partial<StorageManager> | undefined): void {
  Object.defineProperty(navigator, "storage", { value: storage, configurable: true });
}

const answering = (persisted: boolean, persist = persisted) => ({
  persisted: () => Promise.resolve(persisted),
  persist: () => Promise.resolve(persist),
});

afterEach(() => Reflect.deleteProperty(navigator, "storage"));

test.each([
  [answering(true), "protected"],
  [answering(false), "unprotected"],
  [{}, "unknown"],
  [undefined, "unknown"],
  [{ persisted: () => Promise.reject(new Error("Not now.")) }, "unknown"],
] as const)(
  "the browser’s answer is told as it is, and that there is none: %o",
  async (storage, protection) => {
    browserWith(storage);
    expect(await askForProtection()).toBe(protection);
    const { result } = renderHook(() => useStorageProtection());
    expect(result.current.protection).toBeUndefined();
    await waitFor(() => expect(result.current.protection).toBe(protection));
  },
);

test("asked again, the browser may promise what it had not", async () => {
  browserWith(answering(false, true));
  const { result } = renderHook(() => useStorageProtection());
  await waitFor(() => expect(result.current.protection).toBe("unprotected"));
  act(() => result.current.ask());
  await waitFor(() => expect(result.current.protection).toBe("protected"));
});

test.each([
  ["SecurityError", "private"],
  ["UnknownError", "private"],
  ["InvalidStateError", "unprotected"],
])(
  "a browser that promises nothing and keeps no files for the app looks like a private window, a full disk like none: %s is %s",
  async (name, protection) => {
    const getDirectory = () => Promise.reject(new DOMException("Not here.", name));
    browserWith({ ...answering(false), getDirectory });
    const { result } = renderHook(() => useStorageProtection());
    await waitFor(() => expect(result.current.protection).toBe(protection));
  },
);
