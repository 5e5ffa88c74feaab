import { cpSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "@playwright/test";
import { amountOf } from "../amount.ts";
import {
  layDown,
  readFrozen,
  type Frozen,
  type FrozenDatabase,
  type FrozenStore,
} from "../frozenDatabase.ts";
import { test } from "./diskTest.ts";
import { firstPage, openOrigin, say } from "./liveSession.ts";

const DATABASE = "interview-scorecard";
/** The versions of the schema that the app brings up to date, each as it lay on a disk. */
const VERSIONS = [1, 2, 3, 4, 5, 6, 7, 8];
/** How long after the page began to load the browser is killed, ms. */
const KILLED_AFTER_MS = {
  chromium: [250, 500, 150, 900].slice(0, amountOf(4, 1)),
  // It takes longer to begin.
  firefox: [950],
  webkit: [],
};
/** So many interviews that an upgrade that changes each takes its time. */
const INTERVIEWS = 2000;

test.describe.configure({ timeout: 1_200_000 });

test(
  "a browser that is killed while it brings an older database up to date has the old version or the new one, and each row",
  { tag: ["@firefox", "@sqlite"] },
  async ({ disk, browserName }) => {
    const found: string[] = [];
    for (const version of VERSIONS.slice(0, amountOf(VERSIONS.length, 2))) {
      const frozen = manyOf(readFrozen(version));
      const profile = disk.makeProfile();
      const before = await disk.launch(profile);
      const beforePage = await firstPage(before.context);
      await openOrigin(beforePage);
      await beforePage.evaluate(layDown, { name: DATABASE, frozen });
      await before.context.close();
      for (const ms of KILLED_AFTER_MS[browserName]) {
        const copy = disk.makeProfile();
        cpSync(profile, copy, { recursive: true });
        const killed = await disk.launch(copy);
        await (await firstPage(killed.context)).goto("/", { waitUntil: "commit" });
        await sleep(ms);
        await killed.kill();

        const next = await disk.launch(copy);
        const page = await firstPage(next.context);
        await openOrigin(page);
        const left = await page.evaluate(read, { name: DATABASE, frozen });
        expect(left.missing).toEqual([]);
        found.push(`${String(version)} to ${String(left.version / 10)}`);
        await page.goto("/");
        await expect(page.getByRole("heading", { name: "Interviews", level: 1 })).toBeVisible({
          timeout: 60_000,
        });
        await openOrigin(page);
        const after = await page.evaluate(read, { name: DATABASE, frozen });
        expect(after.missing).toEqual([]);
        // Whatever version it was left in, the next start has the newest.
        expect([frozen.version, after.version]).toContain(left.version);
        expect(after.version).toBeGreaterThan(frozen.version);
        await next.kill();
      }
    }
    const kept = found.filter((one) => one.split(" to ")[0] === one.split(" to ")[1]).length;
    say(
      `killed in an upgrade, ${String(found.length)} times: ${String(kept)} left the old version, ${String(found.length - kept)} the new one, each with all rows`,
    );
  },
);

/** @returns it with many interviews like its first one */
function manyOf({ version, stores }: FrozenDatabase): FrozenDatabase {
  const more = (rows: FrozenStore["rows"]) => [
    ...rows,
    ...Array.from({ length: INTERVIEWS }, (_, at) => ({ ...rows[0], id: `more ${String(at)}` })),
  ];
  return {
    version,
    stores: stores.map((store) => (store.name === "sessions" ? { ...store, rows: more(store.rows) } : store)),
  };
}

/** In the page. @returns the version, and which rows of interviews, answers and guides are not there or hold something else */
async function read({ name, frozen }: Frozen) {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("It can't be opened."));
  });
  const kept = frozen.stores.filter((store) => ["sessions", "answers", "guides"].includes(store.name));
  const transaction = database.transaction(
    kept.map((store) => store.name),
    "readonly",
  );
  const missing: string[] = [];
  for (const { name: storeName, keyPath, rows } of kept) {
    const all = await new Promise<Record<string, unknown>[]>((resolve, reject) => {
      const request = transaction.objectStore(storeName).getAll();
      request.onsuccess = () => resolve(request.result as Record<string, unknown>[]);
      request.onerror = () => reject(request.error ?? new Error("It can't be read."));
    });
    const keyOf = (row: Readonly<Record<string, unknown>>) =>
      JSON.stringify([keyPath].flat().map((part) => row[part]));
    const byKey = new Map(all.map((row) => [keyOf(row), row]));
    for (const row of rows) {
      const here = byKey.get(keyOf(row));
      const isSame =
        here !== undefined &&
        Object.entries(row).every(([key, value]) => JSON.stringify(here[key]) === JSON.stringify(value));
      if (!isSame) missing.push(`${storeName} ${keyOf(row)}`);
    }
  }
  const { version } = database;
  database.close();
  return { version, missing };
}
