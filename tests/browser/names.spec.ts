import { expect, type Page } from "@playwright/test";
import { DATABASE_NAME } from "../../src/storage/database.ts";
import { test } from "./appTest.ts";

/** Writes the words that the interviews are found by as an older version did. */
async function forgetPlainNames(page: Page): Promise<void> {
  await page.evaluate(async (name) => {
    const settle = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error("The database does not answer."));
      });
    const database = await settle(indexedDB.open(name));
    const transaction = database.transaction("sessions", "readwrite");
    const done = new Promise((resolve) => {
      transaction.addEventListener("complete", resolve);
    });
    const store = transaction.objectStore("sessions");
    const rows = (await settle(store.getAll())) as readonly { readonly candidate: string }[];
    await Promise.all(
      rows.map((row) => settle(store.put({ ...row, words: row.candidate.toLowerCase().split(" ") }))),
    );
    await done;
    database.close();
  }, DATABASE_NAME);
}

test(
  "a name with accents is found without them, also one that an older version wrote",
  { tag: "@long" },
  async ({ page }) => {
    await page.goto("/#/plan");
    await page.getByLabel("Candidate", { exact: true }).fill("Zoë Müller");
    await page.getByLabel("Interviewer").fill("Jonas Weber");
    await page.getByRole("button", { name: "Save for later" }).click();
    const find = page.getByRole("searchbox", { name: "Find" });
    const row = page.getByRole("table", { name: "Interviews" }).getByRole("row", { name: /Zoë Müller/u });
    await expect(page.getByRole("heading", { name: "Interviews", level: 1 })).toBeVisible();
    const type = async (text: string) => {
      await find.press("ControlOrMeta+a");
      // At once: what is shown for its first letters is nothing that was asked for.
      if (text === "") await find.press("Delete");
      else await page.keyboard.insertText(text);
    };
    const isFound = (visible: boolean) =>
      expect(async () => {
        // Beginning with the other: the list of before is shown until the next one is there.
        await type(visible ? "nobody" : "");
        await expect(row).toBeVisible({ visible: !visible, timeout: 1000 });
        await type("zoe mull");
        await expect(row).toBeVisible({ visible, timeout: 1000 });
      }).toPass({ timeout: 25_000 });
    await isFound(true);
    await forgetPlainNames(page);
    await page.reload();
    await isFound(false);
    // They are gone through when nothing else is asked for.
    await isFound(true);
  },
);
