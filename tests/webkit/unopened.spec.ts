import { cpSync, rmSync } from "node:fs";
import { dirname } from "node:path";

import { expect } from "@playwright/test";

import { DATABASE_NAME } from "../../src/storage/database.ts";
import { autoBackupToName } from "../../src/storage/backups/autoBackupFiles.ts";
import { amountOf } from "../amount.ts";
import { deleteDatabase } from "../browser/appPage.ts";
import { readBackups } from "../faults/backupsRead.ts";
import { backupOf, countRows } from "../faults/filling.ts";
import { keepDownload, readDownload } from "../faults/keptDownload.ts";
import { say } from "../faults/liveSession.ts";
import { databaseFiles, expectNoBlankStarts, garble, spoil, TOLD } from "../faults/spoiling.ts";
import { START } from "../smallInterview.ts";
import { expectSaved, startInterview, textOf } from "./liveScreen.ts";
import { test, WITH_OWN_FILES, type DiskTab, type DiskWebKit } from "./webKitOnDisk.ts";

const SPOILED_TIMES = amountOf(20, 1);
/** A database may stay shut for some twenty seconds where a page was left in the midst of writing. */
const OPENED = { timeout: 60_000 };
const MISSING = "Your data is missing from this browser";

test.describe.configure({ timeout: 900_000 });

test(
  "a database whose files are garbage is never a blank start: the screen says what can be done",
  { tag: "@long" },
  async ({ disk }) => {
    const profile = disk.makeProfile();
    await plan(disk, profile);
    const spoiled = garble(profile);
    const { tab } = await disk.launch(profile);
    const title = await titleOfStart(tab);
    say(`garbage in ${spoiled} files: ${title}`);
    expect(title).toMatch(TOLD);
  },
);

test(
  "random bytes over the database’s files never make a blank start: it opens, or the screen says what can be done",
  { tag: "@long" },
  async ({ disk }) => {
    const profile = disk.makeProfile();
    await plan(disk, profile);
    await expectNoBlankStarts(SPOILED_TIMES, async (places) => {
      const copy = disk.makeProfile();
      cpSync(profile, copy, { recursive: true });
      spoil(copy, places);
      const browser = await disk.launch(copy);
      const title = await titleOfStart(browser.tab);
      await browser.kill();
      rmSync(copy, { recursive: true });
      return title;
    });
  },
);

/** Ways in which a database comes to hold nothing while the app is not open. Each gives the browser that is started then. */
const losses = {
  "whose files are gone": (disk: DiskWebKit, profile: string) => {
    const [file] = databaseFiles(profile);
    rmSync(dirname(file!), { recursive: true });
    return disk.launch(profile);
  },
  "in which no row is left": async (disk: DiskWebKit, profile: string) => {
    const browser = await disk.launch(profile);
    await browser.tab.goto("/icon.svg");
    await browser.tab.evaluate(clearStores, DATABASE_NAME);
    return browser;
  },
};

for (const [words, lose] of Object.entries(losses))
  test(
    `a database ${words} is never a blank start: the screen says so, and takes in a backup`,
    { tag: "@long" },
    async ({ disk }) => {
      const profile = disk.makeProfile();
      await plan(disk, profile);
      const { tab } = await lose(disk, profile);
      expect(await titleOfStart(tab)).toBe(MISSING);
      await tab.choose("main input[type=file]", [{ name: "backup.json", text: backupOf("kept", 40) }]);
      await restore(tab, 40);
      expect(await titleOfStart(tab)).toBe("Interviews");
      expect(await tab.evaluate(countRows)).toEqual([40, 40]);
    },
  );

test(
  "a database that is deleted while an interview is open is not begun anew by that tab, and the next start says so",
  { tag: "@long" },
  async ({ disk }) => {
    const { tab } = await disk.launch(disk.makeProfile());
    await startNoted(tab);
    await tab.evaluate(deleteDatabase, DATABASE_NAME);
    await tab.evaluate(() => document.querySelector<HTMLElement>("[data-pane] textarea")!.focus());
    await tab.type("typed after it");
    await expect.poll(() => textOf(tab), OPENED).toContain("The data in the browser’s database is gone.");
    expect(await textOf(tab)).toContain("Download a copy");
    expect(await titleOfStart(tab)).toBe(MISSING);
  },
);

test(
  "where a database is lost beside an automatic backup, that brings it back, and is still there",
  { tag: "@long" },
  async ({ disk }) => {
    const { tab } = await disk.launch(disk.makeProfile(), [WITH_OWN_FILES]);
    await startNoted(tab);
    await tab.goto("/icon.svg");
    const amount = { sessions: 40, panels: 0, guides: 0 };
    const backup = { ...amount, madeAt: START, writer: null, isQuarantined: false };
    await tab.evaluate(putBackup, { name: autoBackupToName(backup), text: backupOf("kept", 40) });
    const before = await tab.evaluate(readBackups, "copies");
    await tab.evaluate(deleteDatabase, DATABASE_NAME);

    expect(await titleOfStart(tab)).toBe(MISSING);
    await expect.poll(() => textOf(tab)).toContain("40 interviews");
    await tab.click("//button[starts-with(., 'Restore the backup of')]");
    await restore(tab, 40);
    expect(await titleOfStart(tab)).toBe("Interviews");
    expect(await tab.evaluate(countRows)).toEqual([40, 40]);
    expect(await tab.evaluate(readBackups, "copies")).toEqual(before);
  },
);

test(
  "in a private window it is said before a start what becomes of the data, and an interview can be exported",
  { tag: "@long" },
  async ({ disk }) => {
    const { tab } = await disk.launch(disk.makeProfile(), ["--private", WITH_OWN_FILES]);
    await tab.goto("/");
    await expect
      .poll(() => textOf(tab))
      .toContain("This looks like a private window: what is here is deleted when it closes.");
    await startInterview(tab, "Ada Example");
    await tab.evaluate(() => document.querySelector<HTMLElement>("[data-pane] textarea")!.focus());
    await tab.type("to be taken along");
    await expectSaved(tab);
    await tab.goto("/#/");
    await tab.click("//a[normalize-space()='Export… Ada Example']");
    await tab.evaluate(keepDownload);
    await tab.click("//button[normalize-space()='Download']");
    await expect.poll(() => textOf(tab)).toContain("Downloaded.");
    expect(await tab.evaluate(readDownload)).toContain("to be taken along");
  },
);

/** Restores the backup that was chosen, with so many interviews. */
async function restore(tab: DiskTab, interviews: number): Promise<void> {
  await tab.click("//button[normalize-space()='Restore']");
  await expect.poll(() => textOf(tab), OPENED).toContain(`Restored: ${interviews} interviews`);
  await tab.click("//button[normalize-space()='Done']");
}

/** Plans an interview, and shuts the browser. */
async function plan(disk: DiskWebKit, profile: string): Promise<void> {
  const browser = await disk.launch(profile);
  await startNoted(browser.tab);
  await browser.close();
}

/**
 * Starts an interview, and waits until it was noted that one is there. There is no automatic backup: WebKitGTK gives no page
 * a place for files of its own.
 */
async function startNoted(tab: DiskTab): Promise<void> {
  await startInterview(tab, "Ada Example");
  await expectSaved(tab);
  await expect
    .poll(() => tab.evaluate(() => localStorage.getItem("interview-scorecard automatic backups")), OPENED)
    .toContain('"sessions":1');
}

/**
 * In the page: an automatic backup as the app lays it down, packed. The app itself can't: WebKitGTK knows none of the files
 * that a worker writes at once.
 */
async function putBackup({ name, text }: { readonly name: string; readonly text: string }): Promise<void> {
  const directory = await (
    await navigator.storage.getDirectory()
  ).getDirectoryHandle("copies", { create: true });
  const file = await directory.getFileHandle(name, { create: true });
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream("gzip"));
  const writable = await file.createWritable();
  await writable.write(await new Response(packed).blob());
  await writable.close();
}

/** In the page: takes every row out of every store. */
async function clearStores(name: string): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open(name);
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(new Error(opening.error?.message));
  });
  const transaction = database.transaction([...database.objectStoreNames], "readwrite");
  for (const store of database.objectStoreNames) transaction.objectStore(store).clear();
  await new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(new Error(transaction.error?.message));
  });
  database.close();
}

/** Starts the app. @returns the title of what it shows, which is no blank start */
async function titleOfStart(tab: DiskTab): Promise<string> {
  await tab.goto("/");
  const title = () => tab.evaluate(() => document.querySelector("h1")?.textContent ?? "");
  await expect.poll(title, OPENED).toMatch(new RegExp(`${TOLD.source}|^Interviews$`, "u"));
  expect(await textOf(tab)).not.toContain("Plan your first interview");
  return title();
}
