import { afterEach, expect, test, vi } from "vitest";
import { pickFolder } from "../../src/ui/files/folderPicker.ts";

afterEach(() => {
  vi.unstubAllGlobals();
});

test("a choice of a folder that is called off gives none, and another reason is said", async () => {
  let reason = new DOMException("It was called off.", "AbortError");
  vi.stubGlobal("window", { showDirectoryPicker: () => Promise.reject(reason) });
  expect(await pickFolder("copies")).toBeNull();
  reason = new DOMException("It may not be picked.", "SecurityError");
  await expect(pickFolder("copies")).rejects.toThrow("It may not be picked.");
});
