import { expect, type Page } from "@playwright/test";
import { test } from "./appTest.ts";
import { areas, expectSaved, startInterview } from "./appPage.ts";

test.beforeEach(async ({ page }) => {
  // As in a browser that has no window over all others.
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, "documentPictureInPicture");
  });
});

async function float(page: Page): Promise<Page> {
  const opened = page.waitForEvent("popup");
  await page.getByRole("button", { name: "Float over the call" }).click();
  const popup = await opened;
  await expect(areas(popup)).toHaveCount(8);
  return popup;
}

test(
  "where there is no such window a popup shows the same, in the app’s look, and its keys act",
  { tag: "@firefox" },
  async ({ page }) => {
    await startInterview(page);
    const popup = await float(page);
    expect(await popup.evaluate(() => document.compatMode)).toBe("CSS1Compat");
    const rowOf = (one: Page) =>
      areas(one)
        .first()
        .evaluate((element) => getComputedStyle(element).display);
    expect(await rowOf(popup)).toBe(await rowOf(page));
    await popup.keyboard.press("5");
    await popup.keyboard.press("n");
    await popup.keyboard.type("Weighed it again.");
    await expect(areas(page).first().getByRole("radio", { name: /^5:/u })).toBeChecked();
    await expect(areas(page).nth(1)).toContainText("Weighed it again.");
    await popup.close();
    await expect(page.getByText("The floating panel is closed.")).toBeVisible();
    await expectSaved(page);
  },
);

test("leaving the interview closes the popup, and finishing too", async ({ page }) => {
  await startInterview(page);
  const popup = await float(page);
  const closed = popup.waitForEvent("close");
  await page.getByRole("button", { name: "Finish", exact: true }).click();
  await closed;
  await expect(page.getByRole("heading", { name: "Recommendation" })).toBeVisible();
});
