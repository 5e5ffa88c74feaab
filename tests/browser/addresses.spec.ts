import { expect, type Page } from "@playwright/test";
import { areas, expectSaved, noteField, putUnder, startInterview } from "./appPage.ts";
import { test } from "./appTest.ts";

/** Writes a note in a live interview. */
async function writeNote(page: Page): Promise<void> {
  await startInterview(page);
  await noteField(page).pressSequentially("Weighed the salt again.");
  await expectSaved(page);
}

test(
  "sessions with any id are listed, opened by their links, and open again after a reload",
  { tag: "@long" },
  async ({ page }) => {
    test.setTimeout(300_000);
    await writeNote(page);
    const ids = ["a/b?c#d", "..", "100%", "a%2Fb", "ключ 🍞"];
    await putUnder(page, [...ids, "\uD800"]);
    await page.goto("/#/");
    await page.reload();
    await expect(page.getByRole("link", { name: /^Resume/u })).toHaveCount(ids.length + 2);
    for (const [at, id] of ids.entries()) {
      await page.getByRole("link", { name: `Resume Number ${at}`, exact: true }).click();
      await expect(noteField(page), id).toHaveValue("Weighed the salt again.");
      const address = page.url();
      expect(address.slice(address.indexOf("#"))).toBe(`#/session/${encodeURIComponent(id)}`);
      await page.reload();
      await expect(page.getByText(`Number ${at}`).first(), id).toBeVisible();
      await areas(page).first().getByRole("radio").nth(3).check();
      await expectSaved(page);
      await page.goto("/#/");
      await page
        .getByRole("row")
        .filter({ hasText: `Number ${at}` })
        .getByRole("link", { name: /^Export/u })
        .first()
        .click();
      await expect(page.getByRole("button", { name: /^Download/u }).first(), id).toBeVisible();
      await page.goto("/#/");
    }
    await page.getByRole("link", { name: `Resume Number ${ids.length}`, exact: true }).click();
    await expect(page.getByRole("heading", { name: "This interview is not on this device" })).toBeVisible();
  },
);

test("a screen that can’t be drawn leads home, and gives way to another address", async ({ page }) => {
  await writeNote(page);
  const address = page.url();
  await page.goto("/#/");
  await putUnder(page, ["odd"], { questionIds: null });
  await page.goto("/#/session/odd");
  await expect(page.getByRole("heading", { name: "Something went wrong" })).toBeVisible();
  await page.getByRole("link", { name: "Back to interviews" }).click();
  await expect(page.getByRole("heading", { name: "Interviews", level: 1 })).toBeVisible();
  await page.goto("/#/session/odd");
  await expect(page.getByRole("heading", { name: "Something went wrong" })).toBeVisible();
  await page.goto(address);
  await expect(noteField(page)).toHaveValue("Weighed the salt again.");
});
