import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect, type Page } from "@playwright/test";

import { test } from "./diskTest.ts";
import { Disk, whyNoDisk } from "./disk.ts";
import { backupOf, countRows, LONG } from "./filling.ts";
import { firstPage } from "./liveSession.ts";

/** More than any browser holds in memory before it goes to the disk. */
const MANY = 4000;

test.describe.configure({ timeout: 300_000 });

test(
  "a restore that has no room on the disk changes nothing, says why, and works once there is room",
  { tag: "@firefox" },
  async ({ disk: browsers }) => {
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
        const page = await firstPage(browser.context);
        await readPlan(page, "before", 40);
        await restore(page);
        await expect(page.getByText("Restored: 40 interviews")).toBeVisible(LONG);
        const before = await page.evaluate(countRows);

        await readPlan(page, "later", MANY);
        const filling = spawnSync("dd", ["if=/dev/zero", `of=${filler}`, "bs=1M"], { encoding: "utf8" });
        expect(filling.stderr).toContain("No space left");
        await restore(page);
        await expect(page.getByRole("alert")).toHaveText(
          "Nothing was restored. The disk has no room left for this browser. Free some space on the disk.",
          LONG,
        );
        await expect(page.getByText("Restored: ")).toBeHidden();

        rmSync(filler);
        expect(await page.evaluate(countRows)).toEqual(before);
        await restore(page);
        await expect(page.getByText(`Restored: ${MANY} interviews`)).toBeVisible(LONG);
        expect(await page.evaluate(countRows)).toEqual(before.map((count) => count + MANY));
      } finally {
        await browser.kill();
      }
    } finally {
      disk.remove();
      rmSync(folder, { recursive: true, force: true });
    }
  },
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
