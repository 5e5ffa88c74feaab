import "fake-indexeddb/auto";
import { afterEach } from "vitest";

// Tests of components run in jsdom; all others have no page to clean up after.
if (typeof document !== "undefined") {
  await import("@testing-library/jest-dom/vitest");
  const { cleanup } = await import("@testing-library/react");
  afterEach(cleanup);
}
