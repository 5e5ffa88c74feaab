import { readFileSync } from "node:fs";
import { expect, type Page } from "@playwright/test";
import { areas, expectAccessible, expectSaved, noteOn, startInterview, wrapUpAndSubmit } from "./appPage.ts";
import { test } from "./appTest.ts";

test("in a call the palette rates, gives the focus back, and lets no letter through to the screen", async ({
  page,
}) => {
  await startInterview(page);
  await page.keyboard.press("ArrowDown");
  // Faster than what it shows can be read: no letter is lost, and none is a key of the call.
  await page.keyboard.press("Control+k");
  await page.keyboard.type("rate 4");
  const palette = page.getByRole("dialog", { name: "Command palette" });
  await expect(palette.getByRole("option", { selected: true })).toHaveText("Rate the area: 44");
  await expectAccessible(page, "palette");
  await page.keyboard.press("Enter");
  await expect(palette).toBeHidden();
  await expect(areas(page).nth(1).getByRole("radio").nth(3)).toBeChecked();
  await expect(areas(page).nth(0).getByRole("radio", { checked: true })).toHaveCount(0);
  await expect(areas(page).nth(2).getByRole("checkbox")).toBeFocused();
  await page.keyboard.press("Control+k");
  await page.keyboard.press("Escape");
  await expect(areas(page).nth(2).getByRole("checkbox")).toBeFocused();
  await page.keyboard.press("h");
  await page.keyboard.press("Control+k");
  await page.keyboard.press("h");
  await expect(areas(page).nth(2).getByRole("checkbox")).toBeFocused();
});

test("what one wrote is found in the call and after it, and its place has the focus", async ({ page }) => {
  await startInterview(page);
  await (await noteOn(page, 2)).pressSequentially("Blamed the yeast at once.");
  await page.keyboard.press("Alt+2");
  await expectSaved(page);
  const find = async () => {
    await page.keyboard.press("Control+k");
    await page.keyboard.type("yeast");
    const notes = page.getByRole("group", { name: "Your notes" });
    await expect(notes.locator("mark")).toHaveText("yeast");
    await notes.getByRole("option").click();
  };
  await find();
  await expect(areas(page).nth(2).getByRole("checkbox")).toBeFocused();
  await page.getByRole("button", { name: "Finish", exact: true }).click();
  await wrapUpAndSubmit(page);
  await page.goto("/#/guides");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await find();
  await expect(page.locator("tr:focus")).toContainText("Blamed the yeast at once.");
  await expect(page).toHaveURL(/#\/session\/[^/]+$/u);
});

/** @returns whether the page kept the browser from showing the file in its place */
function dropFile(page: Page, name: string, text: string): Promise<boolean> {
  return page.evaluate(
    ([asName, content]) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([content], asName));
      const event = new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true });
      return !document.body.dispatchEvent(event);
    },
    [name, text] as const,
  );
}

test("a file that is dropped on a screen goes to the one that takes it, and not in place of the app", async ({
  page,
}) => {
  const guide = readFileSync(new URL("../interchange/files/guide-v1.json", import.meta.url), "utf8");
  await page.goto("/#/candidates");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  const preview = page.getByRole("region", { name: "Import" });
  expect(await dropFile(page, "guide.json", guide)).toBe(true);
  await expect(preview).toContainText("New guide: Night baker");
  await preview.getByRole("button", { name: "Import" }).click();
  const guides = page.getByRole("list", { name: "Guides" });
  await expect(guides.getByRole("link", { name: "Night baker", exact: true })).toBeVisible();
});

test("a file that is dropped before there is what takes it does not take the place of the app, and is taken then", async ({
  page,
}) => {
  const guide = readFileSync(new URL("../interchange/files/guide-v1.json", import.meta.url), "utf8");
  let letItCome = () => {};
  const isWanted = new Promise<void>((resolve) => {
    letItCome = resolve;
  });
  await page.route(/\/assets\/FileDoor-/u, async (route) => {
    await isWanted;
    await route.continue();
  });
  await page.goto("/#/candidates");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  expect(await dropFile(page, "guide.json", guide)).toBe(true);
  letItCome();
  await expect(page.getByRole("region", { name: "Import" })).toContainText("New guide: Night baker");
});

test("what is said of a file in an interview is not on a screen that is shared then", async ({ page }) => {
  await startInterview(page);
  const said = page.getByText(/^Files can’t be opened during an interview/u);
  await dropFile(page, "any.json", "{}");
  await expect(said).toBeVisible();
  await page.keyboard.press("h");
  await expect(page.getByRole("button", { name: /^Leave screen-share mode/u })).toBeVisible();
  await expect(said).toBeHidden();
});
