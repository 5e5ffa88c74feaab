import { existsSync, truncateSync } from "node:fs";

import { expect, type Page } from "@playwright/test";

import { countPageMarks, HEAD, readLogEnd } from "./browserLog.ts";
import type { OwnBrowser } from "./browserProcess.ts";
import { test } from "./diskTest.ts";
import { expectSaved, firstPage, noteField, openSession, startSession, typeNote } from "./liveSession.ts";
import { databaseFiles } from "./spoiling.ts";

test.describe.configure({ timeout: 180_000 });

/** A head and its content are two writes, and a long content is written page by page: a kill may come between. */
const CUTS = [
  ["in the middle of its head", () => 3],
  ["behind its head", () => HEAD],
  ["in the middle of its content", (length: number) => HEAD + Math.floor(length / 2)],
] as const;

for (const [where, kept] of CUTS)
  test(`what was saved outlives a record of the browser that its end cut ${where}, at that start and at all after it`, async ({
    disk,
  }) => {
    const profile = disk.makeProfile();
    let browser = await disk.launch(profile);
    let page = await firstPage(browser.context);
    const id = await startMarked(page);
    await typeNote(page, "before");
    await expectSaved(page);
    // What is said to be saved is whole in the log; this is what the browser's end cuts.
    await page.evaluate(putUnsaved);
    await browser.kill();
    const log = cutLastRecord(profile, kept);

    for (const text of [" after", " and later"]) {
      browser = await disk.launch(profile);
      page = await openFirst(browser, id);
      await typeNote(page, text);
      await expectSaved(page);
      await expect.poll(() => existsSync(log)).toBe(false);
      await browser.kill();
    }
    page = await openFirst(await disk.launch(profile), id);
    await expect(noteField(page)).toHaveValue("before after and later");
  });

test("after a page that was closed the browser's log is gone on with: nothing is written for it", async ({
  disk,
}) => {
  const profile = disk.makeProfile();
  const closed = await disk.launch(profile);
  const first = await firstPage(closed.context);
  const id = await startMarked(first);
  await first.goto("about:blank");
  await closed.context.close();
  const log = databaseFiles(profile);

  const browser = await disk.launch(profile);
  const page = await openFirst(browser, id);
  await expect.poll(() => page.evaluate(countPageMarks)).toBe(1);
  // A second page while the first is there was not killed either.
  const other = await browser.context.newPage();
  await other.goto("/");
  await expect.poll(() => page.evaluate(countPageMarks)).toBe(2);
  await typeNote(page, "later");
  await expectSaved(page);
  expect(databaseFiles(profile)).toEqual(log);
});

/** Starts an interview, and waits until it is on the disk that the page is there. @returns the session's id */
async function startMarked(page: Page): Promise<string> {
  const id = await startSession(page);
  // What keeps working begins once the first screen is there.
  await expect.poll(() => page.evaluate(countPageMarks)).toBe(1);
  return id;
}

/** @returns the browser's first page, with that session */
async function openFirst({ context }: OwnBrowser, id: string): Promise<Page> {
  const page = await firstPage(context);
  await openSession(page, id);
  return page;
}

/** In the page: writes a row that nobody was told is saved. */
async function putUnsaved(): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open("interview-scorecard");
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(new Error(opening.error?.message));
  });
  await new Promise((resolve) => {
    const transaction = database.transaction("settings", "readwrite", { durability: "strict" });
    transaction.objectStore("settings").put({ key: "unsaved", value: "x".repeat(500) });
    transaction.oncomplete = resolve;
  });
}

/** Cuts the last record of the log. @returns the log's path */
function cutLastRecord(profile: string, kept: (length: number) => number): string {
  const end = readLogEnd(profile);
  if (!end?.isWhole) throw new Error("A log whose last record is whole was expected.");
  truncateSync(end.path, end.at + kept(end.length));
  return end.path;
}
