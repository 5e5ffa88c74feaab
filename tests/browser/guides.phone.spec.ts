import { expect } from "@playwright/test";
import { openMore } from "./appPage.ts";
import { test } from "./appTest.ts";

test("on a phone what stands behind “More” in a guide’s head is whole, and no wider than the screen", async ({
  page,
}) => {
  await page.goto("/#/guides");
  await page.getByRole("link", { name: "Backend developer", exact: true }).first().click();
  await openMore(page);
  for (const name of ["Export", "Export XLSForm", "Export CASE rubric"])
    await expect(page.getByRole("button", { name, exact: true })).toBeInViewport({ ratio: 1 });
});
