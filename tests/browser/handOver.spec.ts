import { expect } from "@playwright/test";
import { areas, importFile, startInterview } from "./appPage.ts";
import { test } from "./appTest.ts";

test("an interview goes from one device to another and back by its file, and goes on where it stopped", async ({
  page,
  browser,
}, testInfo) => {
  const elsewhere = await browser.newContext();
  const other = await elsewhere.newPage();
  const send = async (from: typeof page, name: string) => {
    const path = testInfo.outputPath(name);
    const download = from.waitForEvent("download");
    await from.getByRole("button", { name: "Hand over" }).click();
    await from.getByRole("button", { name: "Download the file" }).click();
    await (await download).saveAs(path);
    await expect(from.getByRole("heading", { name: "Handed over" })).toBeVisible();
    return path;
  };

  await startInterview(page, "Ada Nowak");
  await areas(page).first().getByRole("radio", { name: /^4:/u }).check();
  const there = await send(page, "there.json");

  await other.goto("/");
  await importFile(other, there);
  await other.getByRole("link", { name: "Ada Nowak", exact: true }).first().click();
  await expect(areas(other).first().getByRole("radio", { name: /^4:/u })).toBeChecked();
  await areas(other).nth(1).getByRole("radio", { name: /^2:/u }).check();
  const back = await send(other, "back.json");

  await page.getByRole("link", { name: "Back to interviews" }).click();
  const next = page.getByRole("region", { name: "Up next" });
  await expect(next.getByText("Handed over", { exact: true })).toBeVisible();
  const table = page.getByRole("table", { name: "Interviews" });
  await expect(table.getByText("Handed over", { exact: true })).toBeVisible();
  await page.getByTestId("import-file").setInputFiles(back);
  await expect(page.getByText(/^You handed this interview over, and it comes back/u)).toBeVisible();
  await page.getByRole("checkbox", { name: /^Replace it with/u }).check();
  const preview = page.getByRole("region", { name: "Import" });
  await preview.getByRole("button", { name: "Import" }).click();
  await expect(preview.getByText("Imported from the file.")).toBeVisible();
  await page.getByRole("link", { name: "Resume Ada Nowak" }).click();
  await expect(areas(page).nth(0).getByRole("radio", { name: /^4:/u })).toBeChecked();
  await expect(areas(page).nth(1).getByRole("radio", { name: /^2:/u })).toBeChecked();
  await elsewhere.close();
});
