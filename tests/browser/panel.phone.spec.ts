import { expect, test, type Page } from "@playwright/test";
import { areas, expectAccessible, wrapUpAndSubmit } from "./appPage.ts";

async function expectNoSideways(page: Page, screen: string): Promise<void> {
  // A phone's window grows with what is in it; the screen does not.
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width, screen).toBeLessThanOrEqual(390);
}

test("an interviewer accepts, interviews, and hands on the sealed file from a phone", async ({ page }) => {
  await page.goto("/#/panels/new");
  await page.getByLabel("Candidate").fill("Wolfeschlegelsteinhausenbergerdorff".repeat(2));
  await page.getByLabel("Name of interviewer 1").fill("Noor");
  await page.getByRole("checkbox", { name: /^Noor asks: Slow database/u }).check();
  await expectNoSideways(page, "plan of a panel");
  await page.getByRole("button", { name: "Save the panel" }).click();
  const link = await page.getByLabel("Invitation link for Noor").inputValue();
  await expectNoSideways(page, "invitations");

  await page.goto(link);
  await expect(page.getByRole("button", { name: "Plan this session" })).toBeVisible();
  await expectNoSideways(page, "invitation");
  await page.getByRole("button", { name: "Plan this session" }).click();
  await expect(page.getByText("This session is part of a panel.")).toBeVisible();
  await expectNoSideways(page, "plan");
  await page.getByRole("button", { name: "Start interview" }).click();
  await areas(page).first().getByRole("radio").nth(2).check();
  await page.getByRole("button", { name: "Finish", exact: true }).click();
  await wrapUpAndSubmit(page);
  await expectNoSideways(page, "scorecard");
  await expectAccessible(page, "scorecard on a phone");
  await page.getByRole("button", { name: "Revise" }).click();
  await page.getByLabel("Area to revise").selectOption({ index: 1 });
  await expectNoSideways(page, "revise");
  await page.getByRole("button", { name: "Cancel" }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Sealed scorecard file" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/Noor\.age$/u);
  await page.goto("/#/panels");
  await expect(page.getByRole("list", { name: "Panels" })).toContainText("1 of 1 in");
  await expectNoSideways(page, "panels");
});
