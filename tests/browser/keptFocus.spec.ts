import { expect, test, type Page } from "@playwright/test";

import { openAnew } from "./everyScreen.ts";
import { startInterview } from "./appPage.ts";

async function pressByKey(page: Page, name: string | RegExp): Promise<void> {
  const button = page.getByRole("button", { name }).first();
  await button.focus();
  await expect(button).toBeFocused();
  await page.keyboard.press("Enter");
}

test(
  "a button that has nothing more to do after its press keeps the focus",
  { tag: "@firefox" },
  async ({ page }) => {
    await startInterview(page);
    await openAnew(page, "export", "/export");
    await page.getByRole("checkbox", { name: /Priya Raman/u }).check();
    await pressByKey(page, "Clear selection");
    await expect(page.getByRole("checkbox", { name: /Priya Raman/u })).not.toBeChecked();
    await expect(page.getByRole("button", { name: "Clear selection" })).toBeFocused();

    await openAnew(page, "settings", "/settings");
    await page
      .locator("summary")
      .filter({ hasText: /^age\b/iu })
      .click();
    await page
      .getByRole("button", { name: /^Remove / })
      .first()
      .click();
    await pressByKey(page, "Restore default list");
    await expect(page.getByText("The default list is restored.")).toBeVisible();
    await expect(page.getByRole("button", { name: "Restore default list" })).toBeFocused();
  },
);

test(
  "where a press takes away what has the focus, the heading of the part around it has it",
  { tag: "@firefox" },
  async ({ page }) => {
    await openAnew(page, "settings", "/settings");
    await page
      .locator("summary")
      .filter({ hasText: /^age\b/iu })
      .click();
    for (const left of [1, 2]) {
      await page
        .getByRole("button", { name: /^Remove / })
        .first()
        .click();
      await expect(page.getByText(`Ignored words ${left}`)).toBeVisible();
    }
    await page.locator("summary").filter({ hasText: "Ignored words" }).click();
    await pressByKey(page, /^Restore (?!default)/u);
    await expect(page.getByText("Ignored words 1")).toBeVisible();
    // The next one in the list, and then none.
    await expect(page.getByRole("button", { name: /^Restore (?!default)/u })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page.getByText("Ignored words")).toBeHidden();
    await expect(page.locator(":focus")).toHaveRole("heading");

    // A draft of a guide that is found again.
    await openAnew(page, "a new guide", "/guides/new");
    await page.getByLabel("Title").focus();
    await page.keyboard.type("Night baker");
    await expect(page).toHaveURL(/new\/./u);
    await expect(page.locator("[data-draft]")).toHaveAttribute("data-draft", "saved");
    await page.getByRole("link", { name: "Back to guides" }).click();
    await page.goBack();
    await pressByKey(page, "Keep editing");
    await expect(page.getByRole("button", { name: "Keep editing" })).toBeHidden();
    await expect(page.getByRole("main").getByRole("heading").first()).toBeFocused();
  },
);

test("a press beside all that can be pressed takes the focus nowhere", async ({ page }) => {
  await openAnew(page, "settings", "/settings");
  await page.getByRole("button").first().focus();
  await page.mouse.click(2, 400);
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe("BODY");
});
