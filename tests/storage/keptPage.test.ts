import { beforeEach, expect, test, vi } from "vitest";
import { createDatabase, type Database } from "../../src/storage/database.ts";
import { letGoWhenKept } from "../../src/storage/keptPage.ts";

let database: Database;
let count = 0;
const reload = vi.fn<() => void>();
let page: Window;

/** What happens to a page, and whether it is kept as it is. */
const hear = (type: "pagehide" | "pageshow", persisted: boolean) =>
  page.dispatchEvent(Object.assign(new Event(type), { persisted }));

beforeEach(async () => {
  reload.mockClear();
  page = Object.assign(new EventTarget(), { location: { reload } }) as unknown as Window;
  database = createDatabase(`kept page ${count++}`);
  letGoWhenKept(database, page);
  await database.open();
  return () => database.close();
});

/** @returns what comes of a transaction that is under way */
function readOn(): Promise<unknown> {
  return database.transaction("r", database.settings, async () => {
    await database.settings.count();
    // As long as it asks for something, it goes on.
    for (let at = 0; at < 1000; at++) await database.settings.count();
    return "read to its end";
  });
}

test("a page that is kept for the way back keeps no transaction open, and is loaded anew when it is shown again", async () => {
  const read = readOn().catch((error: unknown) => (error as Error).name);
  await database.settings.count();
  hear("pagehide", true);
  expect(await read).toBe("AbortError");
  hear("pageshow", true);
  expect(reload).toHaveBeenCalledTimes(1);
});

test("a page that goes for good, and one with nothing under way, is left as it is", async () => {
  const read = readOn();
  await database.settings.count();
  hear("pagehide", false);
  expect(await read).toBe("read to its end");
  hear("pagehide", true);
  hear("pageshow", true);
  hear("pageshow", false);
  expect(reload).not.toHaveBeenCalled();
});
