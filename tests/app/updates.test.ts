import { afterEach, expect, test, vi } from "vitest";
import { isUpdateReady, registerServiceWorker } from "../../src/app/updates.ts";

afterEach(() => vi.unstubAllGlobals());

test.each(["SecurityError", "AbortError"])(
  "where the browser holds no files for the app (%s), it goes on without: nobody pressed for it, and nothing is said to be unsaved",
  async (name) => {
    const register = vi.fn(() => Promise.reject(new DOMException("The operation is insecure.", name)));
    vi.stubGlobal("navigator", {
      serviceWorker: { controller: null, addEventListener: () => {}, register },
    });
    await registerServiceWorker();
    expect(register).toHaveBeenCalledOnce();
    expect(await isUpdateReady()).toBe(false);
  },
);
