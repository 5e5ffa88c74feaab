import { cpSync, rmSync } from "node:fs";
import { dirname } from "node:path";

import { expect } from "@playwright/test";

import { amountOf } from "../amount.ts";
import { backupOf, countRows } from "../faults/filling.ts";
import { say } from "../faults/liveSession.ts";
import { databaseFiles, expectNoBlankStarts, garble, spoil, TOLD } from "../faults/spoiling.ts";
import { expectSaved, startInterview, textOf } from "./liveScreen.ts";
import { test, type DiskTab, type DiskWebKit } from "./webKitOnDisk.ts";

const SPOILED_TIMES = amountOf(20, 1);
/** A database may stay shut for some twenty seconds where a page was left in the midst of writing. */
const OPENED = { timeout: 60_000 };

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

test(
  "a database whose files are gone is never a blank start: the screen says so, and takes in a backup",
  { tag: "@long" },
  async ({ disk }) => {
    const profile = disk.makeProfile();
    await plan(disk, profile);
    const [file] = databaseFiles(profile);
    rmSync(dirname(file!), { recursive: true });
    const { tab } = await disk.launch(profile);
    expect(await titleOfStart(tab)).toBe("Your data is missing from this browser");
    await tab.choose("main input[type=file]", [{ name: "backup.json", text: backupOf("kept", 40) }]);
    await tab.click("//button[normalize-space()='Restore']");
    await expect.poll(() => textOf(tab), OPENED).toContain("Restored: 40 interviews");
    await tab.click("//button[normalize-space()='Done']");
    expect(await titleOfStart(tab)).toBe("Interviews");
    expect(await tab.evaluate(countRows)).toEqual([40, 40]);
  },
);

/**
 * Plans an interview, waits until it was noted that one is there, and shuts the browser. There is no automatic backup:
 * WebKitGTK gives no page a place for files of its own.
 */
async function plan(disk: DiskWebKit, profile: string): Promise<void> {
  const browser = await disk.launch(profile);
  const { tab } = browser;
  await startInterview(tab, "Ada Example");
  await expectSaved(tab);
  await expect
    .poll(() => tab.evaluate(() => localStorage.getItem("interview-scorecard automatic backups")), OPENED)
    .toContain('"sessions":1');
  await browser.close();
}

/** Starts the app. @returns the title of what it shows, which is no blank start */
async function titleOfStart(tab: DiskTab): Promise<string> {
  await tab.goto("/");
  const title = () => tab.evaluate(() => document.querySelector("h1")?.textContent ?? "");
  await expect.poll(title, OPENED).toMatch(new RegExp(`${TOLD.source}|^Interviews$`, "u"));
  expect(await textOf(tab)).not.toContain("Plan your first interview");
  return title();
}
