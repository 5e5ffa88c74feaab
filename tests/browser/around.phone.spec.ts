import { expect } from "@playwright/test";
import { smallTargets, startInterview } from "./appPage.ts";
import { test } from "./appTest.ts";

test("on a phone the list of interviews, the plan and the settings have no button too small for a finger", async ({
  page,
}) => {
  await page.goto("/#/plan");
  await expect(page.getByRole("button", { name: "Add" }).first()).toBeVisible();
  expect(await smallTargets(page, 44)).toEqual([]);
  await startInterview(page);
  await page.goto("/#/");
  await expect(page.getByRole("button", { name: "Status" })).toBeVisible();
  expect(await smallTargets(page, 44)).toEqual([]);
  await page.goto("/#/settings");
  const topic = page.locator("summary", { hasText: /^health/u });
  await topic.click();
  expect(await smallTargets(page, 44)).toEqual([]);
});

test("on a phone an export can be taken without going past all formats, and says there that it was", async ({
  page,
}) => {
  await page.goto("/#/panels");
  await page.getByRole("button", { name: "Open a sample panel" }).click();
  await page.getByRole("button", { name: "Start debrief" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Start without them" }).click();
  await expect(page.getByRole("heading", { name: "Discuss these first" })).toBeVisible();
  await page.goto(`/${new URL(page.url()).hash.replace("#/panels", "#/export/panel")}`);
  await expect(page.getByRole("radio", { name: /^Decision packet/u })).toBeInViewport();
  const download = page.getByRole("button", { name: "Download", exact: true });
  await expect(download).toBeEnabled();
  await expect(download).toBeInViewport({ ratio: 1 });
  await download.click();
  await expect(page.getByText("Downloaded.")).toBeInViewport({ ratio: 1 });
});

test("on a phone what can be done with a candidate begins where the page does", async ({ page }) => {
  await startInterview(page);
  await page.goto("/#/candidates");
  await page.getByRole("link", { name: "Priya Raman" }).click();
  const name = page.getByRole("heading", { level: 1, name: "Priya Raman" });
  const words = page.getByRole("button", { name: /^Access request/u });
  const left = (await name.boundingBox())!.x;
  const padding = await words.evaluate((button) =>
    Number.parseFloat(getComputedStyle(button).paddingInlineStart),
  );
  expect((await words.boundingBox())!.x + padding + 1).toBeCloseTo(left, 0);
});

test("a phone is asked to choose a file, and not to drop one", async ({ page }) => {
  for (const [address, choose] of [
    ["/#/settings", "Choose a backup…"],
    ["/#/invitation", "Choose the invitation…"],
  ] as const) {
    await page.goto(address);
    await expect(page.getByRole("button", { name: choose })).toBeVisible();
    await expect(page.getByText(/^Drop an? /u)).toBeHidden();
  }
});
