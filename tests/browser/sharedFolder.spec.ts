import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "./appPage.ts";
import { test } from "./appTest.ts";
import { interviewFor, planPanel, submitForGood } from "./teamPanel.ts";

/*
 * Nobody can drive the browser's own picker, so it gives out a folder of the browser's private files, which is real in all
 * else. The test is the program that keeps the folders of two machines alike.
 */

interface SyncedFile {
  readonly path: string;
  readonly text: string;
}

async function pickOwnFolder(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const own = async () =>
      (await navigator.storage.getDirectory()).getDirectoryHandle("Panels", { create: true });
    Object.assign(window, { showDirectoryPicker: own });
  });
}

/** @returns all files of the page's folder; a path that ends in "/" is an empty folder */
async function filesIn(page: Page): Promise<readonly SyncedFile[]> {
  return page.evaluate(async () => {
    const found: SyncedFile[] = [];
    const walk = async (folder: FileSystemDirectoryHandle, at: string) => {
      for await (const handle of folder.values()) {
        const path = `${at}${handle.name}`;
        if (handle.kind === "file") {
          const text = await (await handle.getFile()).text();
          if (!path.endsWith(".crswap")) found.push({ path, text });
        } else {
          found.push({ path: `${path}/`, text: "" });
          await walk(handle, `${path}/`);
        }
      }
    };
    await walk(
      await (await navigator.storage.getDirectory()).getDirectoryHandle("Panels", { create: true }),
      "",
    );
    return found;
  });
}

async function putIn(page: Page, files: readonly SyncedFile[]): Promise<void> {
  await page.evaluate(async (all) => {
    const root = await (
      await navigator.storage.getDirectory()
    ).getDirectoryHandle("Panels", { create: true });
    for (const { path, text } of all) {
      const [folderName = "", name = ""] = path.split("/");
      const folder = await root.getDirectoryHandle(folderName, { create: true });
      if (name === "") continue;
      const writable = await (await folder.getFileHandle(name, { create: true })).createWritable();
      await writable.write(text);
      await writable.close();
    }
  }, files);
}

/** Carries what is new from each folder to the other one, once. */
async function keepAlike(one: Page, other: Page): Promise<void> {
  const [ofOne, ofOther] = [await filesIn(one), await filesIn(other)];
  const lacks = (has: readonly SyncedFile[], of: readonly SyncedFile[]) =>
    of.filter(({ path, text }) => !has.some((file) => file.path === path && file.text === text));
  await putIn(other, lacks(ofOther, ofOne));
  await putIn(one, lacks(ofOne, ofOther));
}

test(
  "through a folder that two machines share a scorecard arrives by itself, and the interviewer is told so",
  { tag: "@long" },
  async ({ page, browser }) => {
    await pickOwnFolder(page);
    await page.goto("/#/team");
    await expectAccessible(page, "before a folder is picked");
    await page.getByRole("button", { name: "Pick the folder…" }).click();
    await expect(page.getByText("New panels go through the folder “Panels”. Connected.")).toBeVisible();
    await expectAccessible(page, "a folder is picked");
    const link = await planPanel(page);
    await expect(page.getByText("by themselves, through the folder “Panels”")).toBeVisible();

    const context = await browser.newContext({ serviceWorkers: "block" });
    const noor = await context.newPage();
    await pickOwnFolder(noor);
    await noor.goto(link);
    await expectAccessible(noor, "an invitation through a folder");
    await noor.getByRole("button", { name: "Pick the folder…" }).click();
    await expect(noor.getByText("goes through the folder “Panels”")).toBeVisible();
    await interviewFor(noor);
    await submitForGood(noor);

    await page.goto("/#/panels");
    const board = page.getByRole("table", { name: "Open panels" });
    await expect(async () => {
      await keepAlike(page, noor);
      await expect(noor.getByText("delivered to Lea")).toBeVisible({ timeout: 500 });
    }).toPass();
    await expect(board.getByText("received", { exact: true })).toBeVisible();
    const files = await filesIn(noor);
    expect(files.map(({ path }) => path.split("/")[1]?.replace(/[0-9a-f]{32}/u, "#"))).toContain(
      "all.roster.#.json",
    );
    for (const { text } of files) expect(text).not.toMatch(/Priya Raman|a note of Noor/u);
    await context.close();
  },
);

test(
  "an interviewer who has not picked the folder yet is asked to among the panels, and in an old browser sends the file",
  { tag: "@long" },
  async ({ page, browser }) => {
    await pickOwnFolder(page);
    await page.goto("/#/team");
    await page.getByRole("button", { name: "Pick the folder…" }).click();
    const link = await planPanel(page);
    const context = await browser.newContext({ serviceWorkers: "block" });
    const noor = await context.newPage();
    await noor.addInitScript(() => void Reflect.deleteProperty(window, "showDirectoryPicker"));
    await noor.goto(link);
    await expect(noor.getByText("This browser can’t use a folder")).toBeVisible();
    await noor.getByRole("button", { name: "Plan this interview" }).click();
    await expect(noor.getByRole("button", { name: "Start interview" })).toBeVisible();
    await noor.goto("/#/panels");
    await expect(noor.getByText("Or send the encrypted file.")).toBeVisible();

    const newer = await context.newPage();
    await pickOwnFolder(newer);
    await newer.goto("/#/panels");
    const notice = newer.getByText("through a folder that your team shares");
    await expect(notice).toBeVisible();
    await expectAccessible(newer, "a folder is to be picked");
    await newer.getByRole("button", { name: "Pick the folder…" }).click();
    await expect(notice).toBeHidden();
    await context.close();
  },
);
