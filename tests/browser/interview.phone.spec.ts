import { expect, test } from "@playwright/test";
import { areas, expectAccessible, startInterview, wrapUpAndSubmit } from "./appPage.ts";

test("an interview is done by touch on a phone", async ({ page }) => {
  await startInterview(page);
  const last = areas(page).last();
  await last.getByRole("radio", { name: /^5:/u }).tap({ force: true });
  await expect(last.getByRole("checkbox")).toBeChecked();
  await last.getByRole("textbox").tap();
  await page.keyboard.type("Halved the error rate.");
  await page
    .getByRole("button", { name: "Start timer" })
    .or(page.getByRole("button", { name: "Pause" }))
    .tap();
  await expect(page.getByRole("timer")).toBeInViewport();
  await page.getByRole("button", { name: /^Next/u }).tap();
  await expect(page.getByText("Question 2 of 3 ·")).toBeVisible();
  await page.getByRole("button", { name: /Hard technical problem/u }).tap();
  await expect(areas(page).last().getByRole("textbox")).toHaveValue("Halved the error rate.");
  await expectAccessible(page, "live on a phone");
  await page.getByRole("button", { name: "Finish", exact: true }).tap();
  await wrapUpAndSubmit(page);
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(over).toBeLessThanOrEqual(0);
});
