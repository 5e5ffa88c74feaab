import { readFileSync } from "node:fs";
import { expect } from "@playwright/test";
import { test } from "./appTest.ts";

/** Of a thumb, in px. */
const TARGET_PX = 44;

test("on a phone all that a line may be is in view, each as wide as its words and as high as a thumb", async ({
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
      const { left, right, top, bottom, height } = button.getBoundingClientRect();
      return { left, right, top, bottom, height, isWhole: button.scrollWidth <= button.clientWidth };
    }),
  );
  expect(measured.length).toBeGreaterThan(8);
  await expect(page.getByText("Tap a line, then what it is.")).toBeVisible();
  await expect(page.getByText(/A letter sets the type/u)).toBeHidden();
  const { width } = page.viewportSize()!;
  for (const [index, { left, right, top, height, isWhole }] of measured.entries()) {
    expect(height).toBeGreaterThanOrEqual(TARGET_PX);
    expect(isWhole).toBe(true);
    expect(right).toBeLessThanOrEqual(width);
    const before = measured[index - 1];
    if (before) expect(left >= before.right || top >= before.bottom).toBe(true);
  }
});

test("on a phone the preview below hundreds of lines is one press away", async ({ page }) => {
  await page.goto("/#/guides/bring-in");
  const questions = Array.from({ length: 120 }, (_, at) => `${at + 1}. What went wrong in week ${at + 1}?`);
  await page.getByRole("textbox", { name: "Your questions" }).fill(questions.join("\n"));
  await page.getByRole("button", { name: "Continue" }).click();
  const preview = page.getByRole("heading", { name: "Preview" });
  await expect(preview).not.toBeInViewport();
  await page.getByRole("button", { name: "Go to preview" }).click();
  await expect(preview).toBeInViewport();
  await expect(preview).toBeFocused();
});

test("how far many files are read is seen, and can be cancelled, though it stands below all that a phone shows", async ({
  page,
}) => {
  await page.goto("/#/guides/bring-in");
  const buffer = Buffer.from("1. What went wrong?\n2. What did you do next?\n".repeat(200));
  await page
    .getByTestId("guide-file")
    .setInputFiles(
      Array.from({ length: 400 }, (_, at) => ({ name: `guide ${at}.md`, mimeType: "text/markdown", buffer })),
    );
  const cancel = page.getByRole("region", { name: "Reading files" }).getByRole("button", { name: "Cancel" });
  await expect(cancel).toBeInViewport({ ratio: 1 });
  // Nothing lies over it.
  await cancel.click();
  await expect(page.getByRole("heading", { name: /^Drafts of \d+ of 400 files$/u })).toBeVisible();
});

test("however many interviews a file list has, the buttons that import or cancel are in reach, above the navigation", async ({
  page,
}) => {
  await page.goto("/#/");
  const text = readFileSync("data/samples/session.json", "utf8");
  const files = Array.from({ length: 30 }, (_, at) => ({
    name: `interview ${at}.json`,
    mimeType: "application/json",
    buffer: Buffer.from(text.replaceAll("sample-backend-developer", `sample-${at}`)),
  }));
  await page.getByTestId("import-file").setInputFiles(files);
  const report = page.getByRole("region", { name: "Import" });
  const inReach = async (name: string) => {
    const box = await report.getByRole("button", { name, exact: true }).boundingBox();
    const foot = await page.getByRole("navigation", { name: "Main" }).boundingBox();
    expect(box!.y + box!.height).toBeLessThanOrEqual(foot!.y);
  };
  await expect(report.getByRole("heading", { name: "Import preview" })).toBeFocused();
  await inReach("Import");
  await inReach("Cancel");
  await report.getByRole("button", { name: "Import", exact: true }).click();
  await expect(report.getByRole("heading", { name: "Import finished" })).toBeFocused();
  await inReach("Done");
});
