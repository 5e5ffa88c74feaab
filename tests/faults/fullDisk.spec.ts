import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statfsSync, statSync, truncateSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect, type Locator, type Page } from "@playwright/test";

import { downloadBy } from "../browser/handedOver.ts";
import { type DiskBrowsers, test } from "./diskTest.ts";
import { Disk, whyNoDisk } from "./disk.ts";
import { ANSWERS_OF_ONE, backupOf, countRows, interviewFiles, LONG } from "./filling.ts";
import {
  expectSaved,
  firstPage,
  noteField,
  openSession,
  say,
  startSession,
  typeNote,
} from "./liveSession.ts";

/** More than any browser holds in memory before it goes to the disk. */
const MANY = 4000;
/** More than fits into what files still have of their last blocks. */
const LONG_NOTE = "What was said and done, as it was heard. ".repeat(10_000);
const FULL = "Not saved. The disk has no room left for this browser.";
/** Interviews in files, and what is left of the disk when they come in: less than all of them need. */
const IMPORTED = 500;
const LONG_SUMMARY = "Found the cause by method, and checked the result. ".repeat(400);
const LEFT_BYTES = 4 * 1024 ** 2;
/** More than the file system needs to keep the books of a file. */
const REST_BYTES = 64 * 1024 ** 2;

test.describe.configure({ timeout: 300_000 });

interface SmallDisk {
  /** Starts the browser, anew where it runs. @returns its first page */
  readonly start: () => Promise<Page>;
  /** Gives out every block of the disk. */
  readonly fill: () => void;
  /** Takes back so many bytes of a disk that is full. */
  readonly leave: (bytes: number) => void;
  readonly makeRoom: () => void;
}

/** Runs it with a browser whose profile lies on a small disk of its own. */
async function onSmallDisk(browsers: DiskBrowsers, work: (disk: SmallDisk) => Promise<void>): Promise<void> {
  const reason = whyNoDisk();
  test.skip(reason !== undefined, reason);
  const folder = mkdtempSync(join(tmpdir(), "fullDisk-"));
  const disk = new Disk(join(folder, "disk"));
  const filler = join(disk.folder, "filler");
  let end = async () => {};
  try {
    disk.format();
    disk.mount();
    await work({
      start: async () => {
        await end();
        const browser = await browsers.launch(join(disk.folder, "profile"));
        end = () => browser.kill();
        return firstPage(browser.context);
      },
      fill: () => {
        // What is given out without being written fills gigabytes at once; the rest goes to the last block.
        const { bfree, bsize } = statfsSync(disk.folder);
        execFileSync("fallocate", ["--length", String(bfree * bsize - REST_BYTES), filler]);
        for (const size of ["1M", "4k"]) {
          const rest = ["if=/dev/zero", `of=${filler}`, `bs=${size}`, "oflag=append", "conv=notrunc,fsync"];
          expect(spawnSync("dd", rest, { encoding: "utf8" }).stderr).toContain("No space left");
        }
      },
      leave: (bytes) => truncateSync(filler, statSync(filler).size - bytes),
      makeRoom: () => rmSync(filler),
    });
  } finally {
    await end();
    disk.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}

test(
  "a restore that has no room on the disk changes nothing, says why, and works once there is room",
  { tag: "@firefox" },
  ({ disk: browsers }) =>
    onSmallDisk(browsers, async (disk) => {
      const page = await disk.start();
      await readPlan(page, "before", 40);
      await restore(page);
      await expect(page.getByText("Restored: 40 interviews")).toBeVisible(LONG);
      const before = await page.evaluate(countRows);

      await readPlan(page, "later", MANY);
      disk.fill();
      await restore(page);
      await expect(page.getByRole("alert")).toHaveText(
        "Nothing was restored. The disk has no room left for this browser. Free some space on the disk.",
        LONG,
      );
      await expect(page.getByText("Restored: ")).toBeHidden();

      disk.makeRoom();
      expect(await page.evaluate(countRows)).toEqual(before);
      await restore(page);
      await expect(page.getByText(`Restored: ${MANY} interviews`)).toBeVisible(LONG);
      const after = before.map((count) => count + MANY);
      expect(await page.evaluate(countRows)).toEqual(after);
      const next = await disk.start();
      await next.goto("/");
      await expect(next.getByRole("heading", { name: "Interviews", exact: true })).toBeVisible(LONG);
      expect(await next.evaluate(countRows)).toEqual(after);
    }),
);

function banner(page: Page): Locator {
  return page.getByRole("alert").filter({ hasText: "Not saved." });
}

/** Starts an interview, saves the beginning of a note, and fills the disk before the rest of it is typed. @returns the session's id */
async function fillInCall(page: Page, disk: SmallDisk): Promise<string> {
  const id = await startSession(page);
  await typeNote(page, "saved");
  await expectSaved(page);
  disk.fill();
  await page.keyboard.insertText(LONG_NOTE);
  await expect(banner(page)).toContainText(FULL, LONG);
  return id;
}

/** Makes room, and expects that what the note says then is saved, also for the next start. */
async function expectKept(page: Page, disk: SmallDisk, id: string): Promise<void> {
  disk.makeRoom();
  await expect(banner(page)).toBeHidden(LONG);
  await expectSaved(page);
  const whole = await noteField(page).inputValue();
  const next = await disk.start();
  await openSession(next, id);
  await expect(noteField(next)).toHaveValue(whole, LONG);
}

test(
  "an interview goes on when the disk is full to its last block, says so, gives a copy, and is saved once there is room, also for the next start",
  { tag: ["@firefox", "@sqlite"] },
  ({ disk: browsers }) =>
    onSmallDisk(browsers, async (disk) => {
      const page = await disk.start();
      const id = await fillInCall(page, disk);
      await page.keyboard.type(", still typing");
      const whole = `saved${LONG_NOTE}, still typing`;
      await expect(noteField(page)).toHaveValue(whole);
      expect((await downloadBy(page, "Download a copy")).text).toContain(whole);
      // It is tried again meanwhile, and says no other thing of it.
      await page.waitForTimeout(5000);
      await expect(banner(page)).toContainText(FULL);

      await expectKept(page, disk, id);
    }),
);

test(
  "what was saved outlives a browser that is killed on a full disk and started on it again, where nothing is written until there is room",
  { tag: "@sqlite" },
  ({ disk: browsers }) =>
    onSmallDisk(browsers, async (disk) => {
      let page = await disk.start();
      const id = await fillInCall(page, disk);

      page = await disk.start();
      await openSession(page, id);
      await expect(noteField(page)).toHaveValue(/^saved/u, LONG);
      await typeNote(page, " and ");
      await page.keyboard.insertText(LONG_NOTE);
      await expect(banner(page)).toContainText(FULL, LONG);

      await expectKept(page, disk, id);
    }),
);

test(
  "an import whose disk becomes full in the middle has each interview whole or not at all, stops and says why, and takes in the rest once there is room",
  { tag: ["@firefox", "@sqlite"] },
  ({ disk: browsers }) =>
    onSmallDisk(browsers, async (disk) => {
      let page = await disk.start();
      await page.goto("/");
      await page.getByTestId("import-file").setInputFiles(
        interviewFiles(IMPORTED, LONG_SUMMARY).map(({ name, text }) => ({
          name,
          mimeType: "application/json",
          buffer: Buffer.from(text),
        })),
      );
      await expect(page.getByText(`${IMPORTED} new`)).toBeVisible(LONG);
      const report = page.getByRole("region", { name: "Import" });
      const importAll = () => report.getByRole("button", { name: "Import", exact: true }).click();

      disk.fill();
      disk.leave(LEFT_BYTES);
      await importAll();
      await expect(page.getByRole("alert")).toHaveText(
        "The import stopped. The disk has no room left for this browser. Free some space on the disk. The rest waits: press “Import” to go on.",
        LONG,
      );
      disk.makeRoom();
      const [imported = 0, answers] = await page.evaluate(countRows);
      say(`${imported} of ${IMPORTED} interviews were imported before the disk was full`);
      expect(answers).toBe(imported * ANSWERS_OF_ONE);
      expect(imported).toBeLessThan(IMPORTED);
      await expect(report).toContainText(`${imported} imported · ${IMPORTED - imported} new`);

      await importAll();
      await expect(report.getByRole("status")).toHaveText(`${IMPORTED} imported`, { timeout: 200_000 });
      await expect(page.getByRole("alert")).toBeHidden();
      page = await disk.start();
      await page.goto("/");
      await expect(page.getByRole("heading", { name: "Interviews", exact: true })).toBeVisible(LONG);
      expect(await page.evaluate(countRows)).toEqual([IMPORTED, IMPORTED * ANSWERS_OF_ONE]);
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
