import { cpSync, rmSync } from "node:fs";
import { expect, type Page } from "@playwright/test";
import { expectAccessible, layDownNewer } from "../browser/appPage.ts";
import type { OwnBrowser } from "./browserProcess.ts";
import { test } from "./diskTest.ts";
import { keepDownload, readDownload } from "./keptDownload.ts";
import { firstPage, openOrigin, say, startSession } from "./liveSession.ts";
import { expectNoBlankStarts, filesUnder, garble, spoil, TOLD } from "./spoiling.ts";

const DATABASE = "interview-scorecard";

/** Firefox takes seconds to start. */
const SPOILED_TIMES = { chromium: 20, firefox: 5, webkit: 0 };

test(
  "a database of a newer app is left untouched; the screen says so, and gives the raw data out",
  { tag: "@firefox" },
  async ({ page }) => {
    await openOrigin(page);
    await page.evaluate(layDownNewer, DATABASE);
    await page.goto("/");
    await expect(page.getByRole("alert")).toHaveText(
      "The data here was written by a newer version of this app",
    );
    await expect(page.getByRole("button", { name: "Update the app" })).toBeVisible();
    await expect(page.getByRole("button", { name: /begin anew/u })).toBeHidden();
    await expectAccessible(page, "a newer database");

    const raw = await saveRaw(page);
    expect(raw).toMatchObject({
      format: "interview-scorecard.raw",
      databaseVersion: 4000,
      stores: { later: { problem: null, unreadable: [], rows: [{ id: "one", text: "from later" }] } },
    });
    expect(await page.evaluate(versionAndStores, DATABASE)).toEqual([4000, ["later"]]);
  },
);

test(
  "while an old tab blocks the database it is named, and when that tab is closed this one goes on by itself",
  { tag: "@firefox" },
  async ({ page, context }) => {
    const old = await context.newPage();
    await openOrigin(old);
    await old.evaluate(holdOldVersion, DATABASE);
    await page.goto("/");
    await expect(page.getByRole("alert")).toHaveText("Another tab keeps the database from being opened");
    await old.close();
    await expect(page.getByRole("link", { name: "Plan your first interview" })).toBeVisible();
  },
);

test(
  "a database whose files are garbage is never a blank start: the screen says what can be done",
  { tag: "@firefox" },
  async ({ disk }) => {
    const profile = disk.makeProfile();
    await plan(await disk.launch(profile));
    const spoiled = garble(profile);

    const browser = await disk.launch(profile);
    const page = await firstPage(browser.context);
    await page.goto("/");
    const title = page.getByRole("heading", { level: 1 });
    await expect(title).toHaveText(TOLD);
    say(`garbage in ${spoiled} files: ${await title.innerText()}`);
    await expect(page.getByText("Plan your first interview")).toBeHidden();
  },
);

test(
  "random bytes over the database’s files never make a blank start: it opens, or the screen says what can be done",
  { tag: "@firefox" },
  async ({ disk, browserName }) => {
    test.setTimeout(600_000);
    const profile = disk.makeProfile();
    await plan(await disk.launch(profile));
    await expectNoBlankStarts(SPOILED_TIMES[browserName], async (places) => {
      const copy = disk.makeProfile();
      cpSync(profile, copy, { recursive: true });
      spoil(copy, places);
      const browser = await disk.launch(copy);
      const page = await firstPage(browser.context);
      await page.goto("/");
      const opened = page.getByRole("heading", { name: "Interviews", level: 1 });
      const told = page.getByRole("heading", { name: TOLD });
      await expect(opened.or(told)).toBeVisible();
      await expect(page.getByText("Plan your first interview")).toBeHidden();
      const title = await opened.or(told).innerText();
      await browser.kill();
      return title;
    });
  },
);

test("where one row can’t be read, the rest is given out and the row is named; nothing is deleted unasked", async ({
  disk,
}) => {
  const profile = disk.makeProfile();
  await plan(await disk.launch(profile), putLongRow);
  const blobs = filesUnder(profile).filter((path) => path.includes(".indexeddb.blob"));
  expect(blobs.length).toBeGreaterThan(0);
  for (const path of blobs) rmSync(path);

  const browser = await disk.launch(profile);
  const page = await firstPage(browser.context);
  await page.goto("/");
  await expect(page.getByRole("alert")).toHaveText("The database can’t be read");
  const remove = page.getByRole("button", { name: "Delete and reset" });
  await expect(remove).toBeHidden();
  expect(await saveRaw(page)).toMatchObject({
    stores: {
      sessions: { problem: null, rows: [{ candidate: "Ada Example" }], unreadable: [{ key: "long" }] },
      answers: { problem: null, unreadable: [] },
    },
  });
  await expect(page.getByRole("listitem").filter({ hasText: /^sessions: 1 \(/u })).toBeVisible();

  const before = await page.evaluate(versionAndStores, DATABASE);
  expect(before).toEqual([expect.any(Number), expect.arrayContaining(["answers", "sessions"])]);
  await expect(remove).toBeDisabled();
  await page.getByLabel("Type “delete the database”").fill("delete");
  await expect(remove).toBeDisabled();
  expect(await page.evaluate(versionAndStores, DATABASE)).toEqual(before);
  await page.getByLabel("Type “delete the database”").fill("delete the database");
  await remove.click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your data is missing from this browser");
});

/** Plans a session, waits until it was noted that one is there, and shuts the browser. */
async function plan(browser: OwnBrowser, change?: (name: string) => Promise<void>): Promise<void> {
  const page = await firstPage(browser.context);
  await startSession(page);
  await expect
    .poll(() => page.evaluate(() => localStorage.getItem("interview-scorecard automatic backups")), {
      timeout: 20_000,
    })
    .toContain('"sessions":1');
  if (change) await page.evaluate(change, DATABASE);
  await browser.context.close();
}

/** In the page: a session so long that the browser keeps it in a file of its own. */
async function putLongRow(name: string): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("It can't be opened."));
  });
  await new Promise<void>((resolve, reject) => {
    const transaction = database.transaction("sessions", "readwrite", { durability: "strict" });
    const store = transaction.objectStore("sessions");
    const request = store.getAll();
    request.onsuccess = () => {
      const [row] = request.result as readonly object[];
      store.put({ ...row, id: "long", summary: "words ".repeat(1_000_000) });
    };
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error("It can't be written."));
  });
  database.close();
}

/** @returns the content of the file that the button gives; Firefox's driver tells of no download */
async function saveRaw(page: Page): Promise<unknown> {
  await page.evaluate(keepDownload);
  await page.getByRole("button", { name: "Save raw data" }).click();
  await expect(page.getByText(/^Saved \d+ rows?/u)).toBeVisible();
  return JSON.parse(await page.evaluate(readDownload)) as unknown;
}

/** In the page. */
async function versionAndStores(name: string): Promise<readonly [number, readonly string[]]> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("It can't be opened."));
  });
  const found = [database.version, [...database.objectStoreNames]] as const;
  database.close();
  return found;
}

/** In the page: opens an old version, and does not let go of it when asked. */
function holdOldVersion(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 40);
    request.onupgradeneeded = () => {
      const stores: Readonly<Record<string, string | string[]>> = {
        guides: "id",
        sessions: "id",
        answers: ["sessionId", "questionId"],
        settings: "key",
        archivedGuides: "lineId",
        guideDrafts: "id",
        panels: "id",
        panelKeys: "panelId",
        sealedScorecards: ["panelId", "sessionId"],
        revisions: "id",
      };
      for (const [store, keyPath] of Object.entries(stores))
        request.result.createObjectStore(store, { keyPath });
    };
    request.onsuccess = () => {
      Object.assign(globalThis, { held: request.result });
      resolve();
    };
    request.onerror = () => reject(request.error ?? new Error("It can't be held."));
  });
}
