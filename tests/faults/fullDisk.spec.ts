import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect, type Page } from "@playwright/test";

import { type DiskBrowsers, test } from "./diskTest.ts";
import { Disk, whyNoDisk } from "./disk.ts";
import { backupOf, countRows, LONG } from "./filling.ts";
import { firstPage, say } from "./liveSession.ts";

/** More than any browser holds in memory before it goes to the disk. */
const MANY = 4000;

test.describe.configure({ timeout: 300_000 });

/** Runs it in a browser whose profile lies on a small disk of its own. */
async function onSmallDisk(
  browsers: DiskBrowsers,
  work: (page: Page, disk: { readonly fill: () => void; readonly makeRoom: () => void }) => Promise<void>,
): Promise<void> {
  const reason = whyNoDisk();
  test.skip(reason !== undefined, reason);
  const folder = mkdtempSync(join(tmpdir(), "fullDisk-"));
  const disk = new Disk(join(folder, "disk"));
  const filler = join(disk.folder, "filler");
  try {
    disk.format();
    disk.mount();
    const browser = await browsers.launch(join(disk.folder, "profile"));
    try {
      await work(await firstPage(browser.context), {
        fill: () => {
          const filling = spawnSync("dd", ["if=/dev/zero", `of=${filler}`, "bs=1M"], { encoding: "utf8" });
          expect(filling.stderr).toContain("No space left");
        },
        makeRoom: () => rmSync(filler),
      });
    } finally {
      await browser.kill();
    }
  } finally {
    disk.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What has no room left changes nothing. */
async function expectNoRoom(page: Page): Promise<void> {
  await restore(page);
  await expect(page.getByRole("alert")).toHaveText(
    "Nothing was restored. The disk has no room left for this browser. Free some space on the disk.",
    LONG,
  );
  await expect(page.getByText("Restored: ")).toBeHidden();
}

test(
  "a restore that has no room on the disk changes nothing, says why, and works once there is room",
  { tag: "@firefox" },
  ({ disk: browsers }) =>
    onSmallDisk(browsers, async (page, disk) => {
      await readPlan(page, "before", 40);
      await restore(page);
      await expect(page.getByText("Restored: 40 interviews")).toBeVisible(LONG);
      const before = await page.evaluate(countRows);

      await readPlan(page, "later", MANY);
      disk.fill();
      await expectNoRoom(page);

      disk.makeRoom();
      expect(await page.evaluate(countRows)).toEqual(before);
      await restore(page);
      await expect(page.getByText(`Restored: ${MANY} interviews`)).toBeVisible(LONG);
      expect(await page.evaluate(countRows)).toEqual(before.map((count) => count + MANY));
    }),
);

// Where Chromium has its databases in SQLite, it was seen to empty one on a full disk, without a page that opens it anew.
test(
  "what a browser loses on a full disk is never a blank start: the automatic backup brings all of it back",
  { tag: "@sqlite" },
  ({ disk: browsers }) =>
    onSmallDisk(browsers, async (page, disk) => {
      await readPlan(page, "before", 40);
      await restore(page);
      await expect(page.getByText("Restored: 40 interviews")).toBeVisible(LONG);
      const before = await page.evaluate(countRows);
      await page.getByRole("button", { name: "Back up now" }).click();
      await expect(page.getByRole("list", { name: "Automatic backups" })).toContainText(
        "40 interviews",
        LONG,
      );

      await readPlan(page, "later", MANY);
      disk.fill();
      await expectNoRoom(page);

      disk.makeRoom();
      await page.goto("about:blank");
      await page.goto("/");
      const title = page.getByRole("heading", { level: 1 });
      await expect(title).toHaveText(/^(?:Interviews|Your data is missing from this browser)$/u, LONG);
      const isMissing = (await title.textContent()) !== "Interviews";
      say(`a full disk: the database was ${isMissing ? "emptied" : "left as it was"}`);
      if (isMissing) {
        await page.getByRole("button", { name: /^Restore the backup/u }).click();
        await page.getByRole("button", { name: "Restore", exact: true }).click(LONG);
        await page.getByRole("button", { name: "Done" }).click(LONG);
      }
      await expect(page.getByRole("button", { name: /^All 40/u })).toBeVisible(LONG);
      expect(await page.evaluate(countRows)).toEqual(before);
    }),
);

async function readPlan(page: Page, word: string, count: number): Promise<void> {
  await page.goto("about:blank");
  await page.goto("/#/settings");
  await page.getByTestId("backup-file").setInputFiles({
    name: "backup.json",
    mimeType: "application/json",
    buffer: Buffer.from(backupOf(word, count)),
  });
  await expect(page.getByText(`Interviews: ${count} new`)).toBeVisible(LONG);
}

function restore(page: Page): Promise<void> {
  return page.getByRole("button", { name: "Restore", exact: true }).click();
}
