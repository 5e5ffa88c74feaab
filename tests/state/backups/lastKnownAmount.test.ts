import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { readCopyState, noteCopyState } from "../../../src/state/backups/copyState.ts";
import { forgetUncopied, markUncopied, uncopiedSince } from "../../../src/state/backups/lastKnownAmount.ts";
import { fakeStorage, type FakeStorage } from "../fakeStorage.ts";

let storage: FakeStorage;

beforeEach(() => {
  storage = fakeStorage();
  vi.stubGlobal("localStorage", storage);
});
afterEach(() => vi.unstubAllGlobals());

test("where the browser keeps nothing outside the database, this tab still knows what is to be copied", () => {
  storage.failure = new DOMException("Its data is blocked.", "SecurityError");
  expect(uncopiedSince()).toBeNull();
  markUncopied(1000);
  markUncopied(2000);
  expect(uncopiedSince()).toBe(1000);
  noteCopyState({ madeAt: 3000 });
  expect(readCopyState()).toMatchObject({ madeAt: 3000, problem: null });
  forgetUncopied();
  expect(uncopiedSince()).toBeNull();
});

test("once there is room again, what is written is what all tabs read", () => {
  markUncopied(1000);
  storage.failure = new DOMException("There is no room.", "QuotaExceededError");
  forgetUncopied();
  expect(uncopiedSince()).toBeNull();
  storage.failure = null;
  markUncopied(4000);
  expect(storage.getItem("interview-scorecard uncopied")).toBe("4000");
});
