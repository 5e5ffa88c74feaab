import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { expectNoShift, watchShifts } from "./stillness.ts";
import { expect, type Page } from "@playwright/test";
import { test } from "./appTest.ts";
import { decodeBackup } from "../interchange/guideText/fileTexts.ts";
import { expectAccessible, expectSaved, startInterview } from "./appPage.ts";
import { seedSessions } from "../bench/seed.ts";

// A passphrase takes seconds to work on, on purpose; on a busy machine, many of them.
test.describe.configure({ timeout: 240_000 });

/** Fills the app's database and gives what is in it. */
async function seed(page: Page, count: number): Promise<void> {
  await page.goto("/#/settings");
  await expect(page.getByRole("heading", { name: "Back up everything" })).toBeVisible();
  await seedSessions(page, count);
}

/** @returns every row of every store */
async function rowsOf(page: Page): Promise<Record<string, unknown[]>> {
  // As one text: handed over as they are, some drivers take a minute for them.
  return JSON.parse(await page.evaluate(readRows)) as Record<string, unknown[]>;
}

/** In the page: every row of every store, as JSON. */
async function readRows(): Promise<string> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open("interview-scorecard");
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(new Error(opening.error?.message));
  });
  // What is worked out from the others is made when there is time for it.
  const names = [...database.objectStoreNames].filter((name) => name !== "noteWords");
  const transaction = database.transaction(names);
  const rows = await Promise.all(
    names.map(
      (name) =>
        new Promise<[string, unknown[]]>((resolve) => {
          const reading = transaction.objectStore(name).getAll();
          reading.onsuccess = () => resolve([name, reading.result as unknown[]]);
        }),
    ),
  );
  database.close();
  return JSON.stringify(Object.fromEntries(rows));
}

/** In the page: every store is emptied, or one row put into one, or deleted by its key. */
async function changeRows([how, name, value]: readonly [
  "clear" | "put" | "delete",
  string,
  unknown,
]): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve) => {
    const opening = indexedDB.open("interview-scorecard");
    opening.onsuccess = () => resolve(opening.result);
  });
  const names = how === "clear" ? [...database.objectStoreNames] : [name];
  const transaction = database.transaction(names, "readwrite");
  for (const store of names.map((one) => transaction.objectStore(one))) {
    if (how === "clear") store.clear();
    else if (how === "put") store.put(value);
    else store.delete(value as string);
  }
  await new Promise<void>((resolve) => {
    transaction.oncomplete = () => resolve();
  });
  database.close();
}

const wipe = (page: Page) => page.evaluate(changeRows, ["clear", "", null] as const);
const putRow = (page: Page, store: string, row: unknown) =>
  page.evaluate(changeRows, ["put", store, row] as const);

/** Backs up through the screen. The link that would download it is read in the page: not every driver tells of downloads. */
async function backUp(page: Page, passphrase: string | null): Promise<Buffer> {
  await page.evaluate(() => {
    HTMLAnchorElement.prototype.click = () => {};
    URL.createObjectURL = (blob) => {
      window.backup = new Promise((resolve) => {
        const reader = new FileReader();
        reader.addEventListener("load", () => resolve(String(reader.result).replace(/^[^,]*,/u, "")));
        reader.readAsDataURL(blob as Blob);
      });
      return "";
    };
  });
  // By the key: the list of automatic backups above it may grow meanwhile.
  if (passphrase === null) await page.getByLabel("Plain").press("Space");
  else {
    await page.getByLabel("Passphrase", { exact: true }).fill(passphrase);
    await page.getByLabel("Confirm passphrase").fill(passphrase);
  }
  await page.getByRole("button", { name: "Back up everything" }).click();
  await expect(page.getByText("Backup created")).toBeVisible({ timeout: 60_000 });
  return Buffer.from(await page.evaluate(() => window.backup), "base64");
}

declare global {
  interface Window {
    /** Base64. */
    backup: Promise<string>;
  }
}

function choose(page: Page, buffer: Buffer, name = "backup.json") {
  return page.getByTestId("backup-file").setInputFiles({ name, mimeType: "", buffer });
}

test("a plain backup is downloaded with all that is on the machine, and the screen says what is in it", async ({
  page,
}) => {
  await startInterview(page, "Priya Raman");
  await page.keyboard.press("4");
  await expectSaved(page);
  await page.goto("/#/settings");
  await page.getByLabel("Plain").check();
  await expect(page.getByText("It also contains the secret keys of your panels")).toBeVisible();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Back up everything" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^interview-scorecard-backup-\d{4}-\d{2}-\d{2}-\d{4}\.json$/u);
  const decoded = await decodeBackup(readFileSync(await file.path(), "utf8"));
  // The settings are whose interviews are planned here, and the guide that was used last.
  expect(decoded.ok && [...decoded.value.values()].map(({ kind }) => kind)).toEqual([
    "guide",
    "session",
    "setting",
    "setting",
  ]);
});

test(
  "a backup brings everything back row for row after all is gone, plain and packed",
  { tag: "@firefox" },
  async ({ page }) => {
    await seed(page, 300);
    // The bench's wide guide has an id that is no hash.
    await page.evaluate(changeRows, ["delete", "guides", "wide"] as const);
    const before = await rowsOf(page);
    const file = await backUp(page, null);
    await wipe(page);
    await choose(page, gzipSync(file), "backup.json.gz");
    await expect(page.getByText("Interviews: 300 new")).toBeVisible();
    await page.getByRole("button", { name: "Restore", exact: true }).click();
    await expect(page.getByText("Restored: 300 interviews, 1 guide.")).toBeVisible();
    expect(await rowsOf(page)).toEqual(before);
    await page.getByRole("button", { name: "Done" }).click();
    await choose(page, file);
    await expect(page.getByText("Nothing to restore")).toBeVisible();
    await expect(page.getByText("Interviews: 300 the same as here")).toBeVisible();
    // The library of this tab knows of it without a reload.
    await page.getByRole("link", { name: /^Interviews/u }).click();
    await expect(page.getByRole("button", { name: "All 300" })).toBeVisible();
  },
);

test(
  "a sealed backup comes back with its passphrase alone",
  { tag: ["@firefox", "@long"] },
  async ({ page }) => {
    await seed(page, 45);
    const file = await backUp(page, "four words by chance");
    expect(file.toString("latin1")).toContain("age-encryption.org/v1");
    expect(file.toString("latin1")).not.toContain("Candidate");
    await wipe(page);
    await choose(page, file, "backup.json.age");
    await page.getByLabel("The file is encrypted. Passphrase:").fill("four words by choice");
    await page.getByRole("button", { name: "Open" }).click();
    await expect(page.getByText(/^The passphrase doesn’t open this file\. Check it/u)).toBeVisible({
      timeout: 60_000,
    });
    await page.getByLabel("The file is encrypted. Passphrase:").fill("four words by chance");
    await page.keyboard.press("Enter");
    await expect(page.getByText("Interviews: 45 new")).toBeVisible({ timeout: 60_000 });
    await page.getByRole("button", { name: "Restore", exact: true }).click();
    await expect(page.getByText("Restored: 45 interviews")).toBeVisible();
  },
);

test(
  "a sealed or packed file that is damaged says so and changes nothing",
  { tag: "@long" },
  async ({ page }) => {
    await seed(page, 41);
    const file = await backUp(page, "pass");
    const before = await rowsOf(page);
    await choose(page, file.subarray(0, -100));
    await page.getByLabel("The file is encrypted. Passphrase:").fill("pass");
    await page.keyboard.press("Enter");
    await expect(page.getByText("The encrypted file is damaged")).toBeVisible({ timeout: 60_000 });
    await page.getByRole("button", { name: "Cancel" }).click();
    await choose(page, gzipSync("{").subarray(0, 12));
    await expect(page.getByText("The file is damaged")).toBeVisible();
    await page.getByRole("button", { name: "Choose another file" }).click();
    await choose(
      page,
      Buffer.from('{"format":"interview-scorecard.backup","version":9,"exportedAt":"","app":""}'),
    );
    await expect(page.getByText("written by a newer version of the app")).toBeVisible();
    expect(await rowsOf(page)).toEqual(before);
  },
);

test(
  "who was deleted does not come back from an old backup, and the plan says so",
  { tag: "@long" },
  async ({ page }) => {
    await seed(page, 41);
    const file = await backUp(page, null);
    const text = file.toString();
    await wipe(page);
    await putRow(page, "tombstones", { id: "session-0", deletedAt: Date.now() - 60_000, reason: "" });
    await choose(page, file);
    await expect(page.getByText("Interviews: 40 new · 1 deleted here")).toBeVisible();
    await expect(page.getByText("Deleted here, not restored (1)")).toBeVisible();
    await page.getByRole("button", { name: "Restore", exact: true }).click();
    await expect(page.getByText("Restored: 40 interviews")).toBeVisible();
    const rows = await rowsOf(page);
    expect(JSON.stringify(rows["sessions"])).not.toContain('"session-0"');
    expect(JSON.stringify(rows["answers"])).not.toContain('"session-0"');
    expect(text).toContain('"session-0"');
  },
);

test("a session that a tab has open is not written over, and the screen says whose it is", async ({
  page,
}) => {
  await startInterview(page, "Priya Raman");
  await page.keyboard.press("4");
  await page.getByRole("button", { name: "Finish", exact: true }).click();
  await expectSaved(page);
  const other = await page.context().newPage();
  await other.goto("/#/settings");
  const file = await backUp(other, null);
  const later = file.toString().replaceAll(/"updatedAt":"\d{4}/gu, '"updatedAt":"2099');
  await choose(other, Buffer.from(later));
  await expect(other.getByText("Interviews: 1 newer than here")).toBeVisible();
  await other.getByRole("button", { name: "Restore", exact: true }).click();
  await expect(other.getByText("a tab has the interview with Priya Raman open")).toBeVisible();
  await page.goto("/#/");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await other.getByRole("button", { name: "Restore", exact: true }).click();
  await expect(other.getByText("Restored: 1 interview.")).toBeVisible();
});

test(
  "of a session that was changed in both, the one that does not stay can be downloaded",
  { tag: "@long" },
  async ({ page }) => {
    await startInterview(page, "Priya Raman");
    await page.keyboard.press("4");
    await expectSaved(page);
    await page.goto("/#/settings");
    const file = await backUp(page, null);
    const changed = file
      .toString()
      .replace('"rating":4', '"rating":2')
      .replace('"answers":[{', '"answers":[{"laterField":1,');
    await page.reload();
    await choose(page, Buffer.from(changed));
    await expect(
      page.getByText("Different here: what is here stays, unless you choose the file’s version (1)"),
    ).toBeVisible();
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Download the other interview with Priya Raman" }).click();
    expect(readFileSync(await (await download).path(), "utf8")).toContain(
      '"format": "interview-scorecard.session"',
    );
  },
);

/** Presses a button, and "Cancel" in the page as soon as the work shows: on a busy machine the driver's click may come too late. */
async function pressAndCancel(page: Page, name: string): Promise<void> {
  await page.evaluate(() => {
    const observer = new MutationObserver(() => {
      const cancel = document.querySelector<HTMLButtonElement>("progress + button");
      if (!cancel) return;
      observer.disconnect();
      cancel.click();
    });
    observer.observe(document.body, { subtree: true, childList: true });
  });
  await page.getByRole("button", { name, exact: true }).click();
}

test(
  "passphrases that differ make no backup, and making one or reading one can be cancelled",
  { tag: "@long" },
  async ({ page }) => {
    await seed(page, 1500);
    await page.getByLabel("Passphrase", { exact: true }).fill("pass");
    await page.getByLabel("Confirm passphrase").fill("other");
    await page.getByRole("button", { name: "Back up everything" }).click();
    await expect(page.getByText("The passphrases don’t match")).toBeVisible();
    const file = await backUp(page, null);
    await pressAndCancel(page, "Back up everything");
    await expect(page.getByText("Cancelled. No backup was made.")).toBeVisible();
    await wipe(page);
    await choose(page, file);
    await page.getByRole("button", { name: "Cancel" }).click();
    await expect(page.getByText("Drop a backup file here")).toBeVisible();
    await choose(page, file);
    await pressAndCancel(page, "Restore");
    await expect(page.getByText("Nothing was restored. Cancelled.")).toBeVisible();
    const rows = await rowsOf(page);
    expect([rows["sessions"], rows["answers"], rows["guides"]]).toEqual([[], [], []]);
  },
);

test(
  "axe finds nothing on the settings and on a plan, and 360 px are wide enough",
  { tag: "@long" },
  async ({ page }) => {
    await seed(page, 41);
    await expectAccessible(page, "settings");
    const file = await backUp(page, null);
    await wipe(page);
    await putRow(page, "tombstones", { id: "session-0", deletedAt: 1, reason: "" });
    const broken = file.toString().replace('"status":"planned"', '"status":"lost"');
    await choose(page, Buffer.from(broken), `${"very-long-name-of-a-backup".repeat(5)}.json`);
    await expect(page.getByText("Can’t be read, not restored")).toBeVisible();
    await expectAccessible(page, "plan");
    await page.setViewportSize({ width: 360, height: 640 });
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(over).toBeLessThanOrEqual(0);
  },
);

test("the settings are drawn at once, with the backups there are: nothing moves under the pointer", async ({
  page,
}) => {
  await page.addInitScript(watchShifts);
  await page.goto("/#/settings");
  await page.getByRole("button", { name: "Back up now" }).click();
  await expect(page.getByText("Backed up.")).toBeVisible();
  await page.reload();
  await expect(page.getByRole("button", { name: "Download" })).toHaveCount(1);
  await expectNoShift(page);
});
