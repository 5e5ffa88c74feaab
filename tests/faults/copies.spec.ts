import { expect, type Page } from "@playwright/test";
import { seedSessions, wideGuideId } from "../bench/seed.ts";
import {
  areas,
  expectAccessible,
  loseDatabase,
  startInterview,
  wrapUpAndSubmit,
} from "../browser/appPage.ts";
import { readBackups } from "./backupsRead.ts";
import { test } from "./diskTest.ts";
import { firstPage, say } from "./liveSession.ts";

const DATABASE = "interview-scorecard";
/** What waits for nobody typing, and then for the worker, on a busy machine. */
const COPIED = { timeout: 30_000 };

test.describe.configure({ timeout: 180_000 });
// With the browser's own copy each address is the app's, and what is done behind its back is done where it does not run.
test.use({ serviceWorkers: "block" });

test(
  "each submit leaves a backup of its own, and the library says when the last was made",
  { tag: "@firefox" },
  async ({ page }) => {
    for (const [index, candidate] of ["Ada Nowak", "Priya Raman"].entries()) {
      await startInterview(page, candidate);
      await areas(page).first().getByRole("radio", { name: /^4:/u }).check();
      await page.getByRole("button", { name: "Finish", exact: true }).click();
      await wrapUpAndSubmit(page);
      await expect.poll(() => page.evaluate(readBackups, "copies"), COPIED).toHaveLength(index + 1);
    }
    const backups = await page.evaluate(readBackups, "copies");
    expect(backups.map(({ sessions, submitted }) => [sessions, submitted])).toEqual([
      [2, 2],
      [1, 1],
    ]);
    await page.goto("/#/");
    await expect(page.getByText(/Last automatic backup: today, \d\d:\d\d, in this browser\./u)).toBeVisible();
    await page.goto("/#/settings");
    await expect(rows(page)).toHaveCount(2);
    await expect(rows(page).first()).toContainText("2 interviews");
    await expectAccessible(page, "settings with automatic backups");
  },
);

for (const isMarked of [false, true]) {
  test(
    `a database that was emptied replaces no backup${isMarked ? ", though a deletion had left the mark to" : ""}: what little there is is quarantined, and the screen says so`,
    { tag: "@firefox" },
    async ({ page }) => {
      await seedAndBackUp(page, 60);
      await loseDatabase(page);
      if (isMarked)
        await page.evaluate(() => {
          // As an earlier version left it.
          localStorage.clear();
          localStorage.setItem("interview-scorecard copies to replace", "yes");
        });
      await page.goto("/");
      await page.getByRole("button", { name: "Start empty" }).click();
      await expect(page.getByRole("link", { name: "Plan your first interview" })).toBeVisible();
      await startInterview(page, "All that is left");

      for (let round = 0; round < 3; round++) await backUpNow(page, 2);
      expect(await page.evaluate(readBackups, "copies")).toMatchObject([
        { sessions: 1, isQuarantined: true },
        { sessions: 60, isQuarantined: false },
      ]);
      await expect(page.getByRole("alert")).toContainText("does not replace any older backup");
      await page.getByRole("button", { name: "Yes, this is everything" }).click();
      await expect(page.getByRole("alert")).toBeHidden(COPIED);
      await backUpNow(page, 2);
      expect((await page.evaluate(readBackups, "copies")).map(({ isQuarantined }) => isQuarantined)).toEqual([
        false,
        false,
      ]);
    },
  );
}

test(
  "a database that is deleted while an interview is open is not begun anew by that tab, and the next start offers the automatic backups",
  { tag: "@firefox" },
  async ({ page, context }) => {
    await startInterview(page, "Ada Nowak");
    await expect
      .poll(() => page.evaluate(() => localStorage.getItem("interview-scorecard automatic backups")), COPIED)
      .toContain('"sessions":1');
    const other = await context.newPage();
    await loseDatabase(other);
    await areas(page).first().getByRole("radio", { name: /^4:/u }).check();
    await expect(page.getByRole("alert")).toContainText("The data in the browser’s database is gone.");
    await expect(page.getByRole("button", { name: "Download a copy" })).toBeVisible();
    await other.goto("/");
    await expect(other.getByRole("heading", { level: 1 })).toHaveText(
      "Your data is missing from this browser",
    );
  },
);

for (const teller of ["the count", "the automatic backups"] as const) {
  test(
    `${teller} outside the database tell that it is lost: a backup brings all of it back, and no empty library flashes up`,
    { tag: "@firefox" },
    async ({ page }) => {
      await seedAndBackUp(page, 60);
      const before = await page.evaluate(readRows, [DATABASE, wideGuideId] as const);
      await loseDatabase(page);
      if (teller === "the automatic backups") await page.evaluate(() => localStorage.clear());

      await page.addInitScript(watchForBlankStart);
      await page.goto("/#/panels");
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(
        "Your data is missing from this browser",
      );
      await page.goto("about:blank");
      await page.goto("/");
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(
        "Your data is missing from this browser",
      );
      expect(await page.evaluate(() => Reflect.get(globalThis, "sawBlankStart") as unknown)).toBe(false);
      await expect(rows(page)).toHaveCount(1);
      await expect(rows(page)).toContainText("60 interviews");
      await expectAccessible(page, "a lost database");
      await page.getByRole("button", { name: /^Restore the backup/u }).click();
      await page.getByRole("button", { name: "Restore", exact: true }).click(COPIED);
      await page.getByRole("button", { name: "Done" }).click(COPIED);
      await expect(page.getByRole("button", { name: /^All 60/u })).toBeVisible(COPIED);
      expect(await page.evaluate(readRows, [DATABASE, wideGuideId] as const)).toEqual(before);
    },
  );
}

test(
  "somebody new, and somebody who deleted everything, sees no word of backups to restore",
  { tag: "@firefox" },
  async ({ page }) => {
    await page.goto("/");
    await expect(page.getByRole("link", { name: "Plan your first interview" })).toBeVisible();
    await expect(page.getByText("No automatic backup yet.")).toBeVisible();
    await expect(page.getByRole("button", { name: /restore|start empty/iu })).toHaveCount(0);
    await page.getByRole("button", { name: "Open a sample interview" }).click();
    await page.waitForURL(/#\/session\//u);
    await backUpNow(page, 1);
    await page.goto("/#/");
    await page
      .getByRole("button", { name: /^Remove sample/u })
      .first()
      .click();
    await expect(page.getByRole("link", { name: "Plan your first interview" })).toBeVisible();
    await page.reload();
    await expect(page.getByRole("link", { name: "Plan your first interview" })).toBeVisible();
  },
);

test("automatic backups go into a picked folder too, until that is stopped; replacing them all leaves one in each", async ({
  page,
}) => {
  await page.addInitScript(pickFolderOf, "picked");
  await seedAndBackUp(page, 50);
  await page.getByRole("button", { name: "Choose folder" }).click();
  await expect(page.getByText("A backup was saved to the folder.")).toBeVisible(COPIED);
  await backUpNow(page, 2);
  expect(await page.evaluate(readBackups, "picked")).toMatchObject([{ sessions: 50 }, { sessions: 50 }]);
  await page.goto("/#/");
  await expect(page.getByText(/in this browser and “picked”\./u)).toBeVisible();

  await page.goto("/#/settings");
  await page.getByRole("button", { name: "Delete older backups…" }).click();
  await page.getByRole("button", { name: "Delete older backups" }).click();
  await expect(page.getByText("One new backup was made. All older ones are deleted.")).toBeVisible(COPIED);
  expect(await page.evaluate(readBackups, "copies")).toHaveLength(1);
  expect(await page.evaluate(readBackups, "picked")).toHaveLength(1);

  await page.getByRole("button", { name: "Stop using folder" }).click();
  await expect(page.getByRole("button", { name: "Choose folder" })).toBeVisible();
  await backUpNow(page, 2);
  expect(await page.evaluate(readBackups, "picked")).toHaveLength(1);
});

test(
  "a browser killed while it backs up leaves the older backups whole, and makes that one when it starts again",
  { tag: "@firefox" },
  async ({ disk }) => {
    const profile = disk.makeProfile();
    let browser = await disk.launch(profile);
    let page = await firstPage(browser.context);
    await seedAndBackUp(page, 3000);
    const [older] = await page.evaluate(readBackups, "copies");
    await startInterview(page, "Ada Nowak");
    await page.goto("/#/settings");
    const writing = page.waitForEvent("console", (message) => message.text() === "a backup is being written");
    await page.evaluate(watchWriting);
    await page.getByRole("button", { name: "Back up now" }).click();
    await writing;
    await browser.kill();

    browser = await disk.launch(profile);
    page = await firstPage(browser.context);
    await page.addInitScript(() => {
      const realNow = Date.now.bind(Date);
      // Some minutes later.
      Date.now = () => realNow() + 6 * 60_000;
    });
    await page.goto("/");
    const left = await page.evaluate(readBackups, "copies");
    say(`killed while a backup was written: ${left.length} of 2 are there, all of them whole`);
    expect(left).toContainEqual(older);
    expect(left.filter(({ sessions }) => sessions < 3000)).toEqual([]);
    await expect
      .poll(() => page.evaluate(readBackups, "copies"), COPIED)
      .toMatchObject([{ sessions: 3001 }, { sessions: 3000 }]);
  },
);

function rows(page: Page) {
  return page.getByRole("list", { name: "Automatic backups" }).getByRole("listitem");
}

/** Puts sessions there, and waits until the app has backed them up by itself: some are submitted. */
async function seedAndBackUp(page: Page, count: number): Promise<void> {
  await page.goto("/");
  await expect(page.getByRole("link", { name: "Plan your first interview" })).toBeVisible();
  // Where the app's files are served, without the app running: it would back up what there is of them at any moment.
  await page.goto("/icon.svg");
  await seedSessions(page, count);
  await page.goto("/#/settings");
  await expect(rows(page)).toHaveCount(1, COPIED);
}

/** Makes an automatic backup through the settings. @param count how many are listed then */
async function backUpNow(page: Page, count: number): Promise<void> {
  await page.goto("/#/settings");
  await page.getByRole("button", { name: "Back up now" }).click();
  await expect(page.getByText("Backed up.")).toBeVisible(COPIED);
  await expect(rows(page)).toHaveCount(count);
}

/** In the page: every row of every store, without the guide that is under no id that fits it. */
async function readRows([name, leftOut]: readonly [string, string]): Promise<unknown> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("It can't be opened."));
  });
  // What is worked out from the others is made when there is time for it.
  const stores = [...database.objectStoreNames].filter((store) => store !== "noteWords");
  const all = await Promise.all(
    stores.map(
      (store) =>
        new Promise<readonly object[]>((resolve, reject) => {
          const request = database.transaction(store).objectStore(store).getAll();
          request.onsuccess = () => resolve(request.result as readonly object[]);
          request.onerror = () => reject(request.error ?? new Error("It can't be read."));
        }),
    ),
  );
  database.close();
  const kept = all.map((found) => found.filter((row) => Reflect.get(row, "id") !== leftOut));
  return Object.fromEntries(stores.map((store, index) => [store, kept[index]]));
}

/** In the page, before anything of it runs: looks at everything that is drawn. */
function watchForBlankStart(): void {
  Object.assign(globalThis, { sawBlankStart: false });
  new MutationObserver(() => {
    const text = document.body.textContent;
    if (/Plan your first interview|Import|No interviews/u.test(text))
      Object.assign(globalThis, { sawBlankStart: true });
  }).observe(document, { childList: true, subtree: true });
}

/** In the page: gives a directory of the origin's own where a person would pick one. */
function pickFolderOf(name: string): void {
  Object.assign(globalThis, {
    showDirectoryPicker: async () =>
      (await navigator.storage.getDirectory()).getDirectoryHandle(name, { create: true }),
  });
}

/** In the page: says when a backup has begun to be written and is not whole yet. */
async function watchWriting(): Promise<void> {
  const directory = await (await navigator.storage.getDirectory()).getDirectoryHandle("copies");
  const look = async () => {
    try {
      const file = await (await directory.getFileHandle("unfinished")).getFile();
      if (file.size > 100_000) {
        console.log("a backup is being written");
        return;
      }
    } catch {
      // There is none yet.
    }
    setTimeout(() => void look(), 1);
  };
  void look();
}
