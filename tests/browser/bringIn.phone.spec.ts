import { expect } from "@playwright/test";
import { test } from "./appTest.ts";

/** Of a thumb, in px. */
const TARGET_PX = 44;

test("on a phone what a line may be stands side by side, each as wide as its words and as high as a thumb", async ({
  page,
}) => {
  await page.goto("/#/guides/bring-in");
  await page
    .getByRole("textbox", { name: "Your questions" })
    .fill("1. What went wrong?\n2. What did you do next?\n");
  await page.getByRole("button", { name: "Continue" }).click();
  const labels = page.getByRole("toolbar").getByRole("button");
  await expect(labels.first()).toBeVisible();
  const measured = await labels.evaluateAll((buttons) =>
    buttons.map((button) => {
      const { left, right, height } = button.getBoundingClientRect();
      return { left, right, height, isWhole: button.scrollWidth <= button.clientWidth };
    }),
  );
  expect(measured.length).toBeGreaterThan(8);
  for (const [index, { left, height, isWhole }] of measured.entries()) {
    expect(height).toBeGreaterThanOrEqual(TARGET_PX);
    expect(isWhole).toBe(true);
    expect(left).toBeGreaterThanOrEqual(measured[index - 1]?.right ?? 0);
  }
});
