// @vitest-environment jsdom
import { renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, beforeEach, expect, test } from "vitest";
import { AppContext, type AppParts } from "../../../src/state/app/appContext.ts";
import { useKeptReading } from "../../../src/state/app/keptReading.ts";
import { createDatabase } from "../../../src/storage/database.ts";

let app: AppParts;
let count = 0;

beforeEach(() => {
  app = {
    database: createDatabase(`kept reading ${count++}`),
    clock: { now: () => 0, monotonic: () => 0 },
    newId: () => `id${count++}`,
    appName: "Test 1",
  };
});
afterEach(() => app.database.close());

const wrapper = ({ children }: { readonly children: ReactNode }) => (
  <AppContext value={app}>{children}</AppContext>
);
const write = (key: string) => app.database.settings.put({ key, value: 1 });

/** Opens a screen that shows how many settings there are. @param beside what happens while they are read */
function open(beside = async () => {}) {
  return renderHook(
    () =>
      useKeptReading("settings", async ({ settings }) => {
        const found = await settings.count();
        await beside();
        return found === 0 ? null : found;
      }),
    { wrapper },
  );
}

test("who comes back finds at once what was read, as long as nothing was written since", async () => {
  await write("a");
  const first = open();
  expect(first.result.current).toBeUndefined();
  await waitFor(() => expect(first.result.current).toBe(1));
  first.unmount();
  const again = open();
  expect(again.result.current).toBe(1);
  again.unmount();
  await write("b");
  const anew = open();
  expect(anew.result.current).toBeUndefined();
  await waitFor(() => expect(anew.result.current).toBe(2));
});

test("that there is nothing is found at once too, and what is written then shows", async () => {
  const first = open();
  await waitFor(() => expect(first.result.current).toBeNull());
  first.unmount();
  const again = open();
  expect(again.result.current).toBeNull();
  await write("a");
  await waitFor(() => expect(again.result.current).toBe(1));
});

test("what was written while it was read is not left out of what is kept", async () => {
  let isRead = false;
  let goOn = () => {};
  const isWritten = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const first = open(async () => {
    isRead = true;
    await Promise.resolve(isWritten);
  });
  await waitFor(() => expect(isRead).toBe(true));
  await write("a");
  // With what it read before.
  first.unmount();
  goOn();
  await new Promise((resolve) => {
    setTimeout(resolve, 100);
  });
  const again = open();
  expect(again.result.current).toBeUndefined();
  await waitFor(() => expect(again.result.current).toBe(1));
});
