import { expect } from "@playwright/test";
import { areas, doubleClick, noteOn, startInterview, submitInWrapUp } from "./appPage.ts";
import { test } from "./appTest.ts";

for (const size of [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
]) {
  test(`a double click submits the scorecard, which can be taken back, at ${size.width} px`, async ({
    page,
  }) => {
    await startInterview(page);
    await page.keyboard.press("Control+Enter");
    await page.keyboard.press("4");
    await page.getByRole("button", { name: "Finish", exact: true }).click();
    await submitInWrapUp(page);
    await page.getByRole("button", { name: "Take back" }).click();
    await page.setViewportSize(size);
    const submitted = page.getByRole("heading", { name: "Submitted" });
    await doubleClick(page, page.getByRole("button", { name: "Submit the scorecard" }), submitted);
    await expect(submitted).toBeFocused();
    await page.getByRole("button", { name: "Take back" }).click();
    await expect(page.getByRole("button", { name: "Submit the scorecard" })).toBeFocused();
  });
}

test("a double click on what comes next goes on by one question, and one on Finish ends the call alone", async ({
  page,
}) => {
  await startInterview(page);
  const next = page.getByRole("button", { name: /^Next: /u });
  const name = await next.getAttribute("title");
  await doubleClick(page, next);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("navigation", { name: "Agenda" }).locator("[aria-current]")).toContainText(
    name!.replace("Next: ", ""),
  );
  // By keys one goes on where one was, and presses no button.
  await expect(areas(page).first().getByRole("checkbox")).toBeFocused();
  const recommendation = page.getByRole("heading", { name: "Recommendation" });
  await doubleClick(page, page.getByRole("button", { name: "Finish", exact: true }), recommendation);
  await expect(page.getByRole("dialog")).toBeHidden();
});

test("quick clicks add time each, a rating stays, and a double click selects a word", async ({ page }) => {
  await startInterview(page);
  await page.getByRole("button", { name: /^Next: /u }).click();
  await doubleClick(page, page.getByRole("button", { name: "+2 min" }));
  await expect(page.getByText("4 minutes added")).toBeVisible();
  const rating = areas(page).first().getByRole("radio").nth(3);
  await doubleClick(page, rating);
  await expect(rating).toBeChecked();
  const note = await noteOn(page, 0);
  await note.fill("yeast");
  await note.dblclick({ position: { x: 20, y: 14 } });
  await page.keyboard.type("flour");
  await expect(note).toHaveValue("flour");
});

test("a double click on Save guide saves it, and starts no interview with it", async ({ page }) => {
  await page.goto("/#/guides/bring-in");
  const questions = "1. Tell me about a batch that failed.\n2. Describe a night without help.\n";
  await page.getByRole("textbox", { name: "Your questions" }).fill(questions);
  await page.getByRole("button", { name: "Continue" }).click();
  const start = page.getByRole("button", { name: "Start interview" });
  await doubleClick(page, page.getByRole("button", { name: "Save guide" }), start);
  await expect(page.getByLabel("Candidate", { exact: true })).toBeFocused();
  await expect(page.getByText("Enter the candidate’s name.")).toBeHidden();
});

test("what was clicked last goes from memory with its screen", async ({ page }) => {
  await page.goto("/#/settings");
  const button = page.getByRole("button", { name: "Back up now" });
  const clicked = await button.evaluateHandle((element) => new WeakRef(element));
  await button.click();
  // Once the app does what it does by itself.
  await expect(page.getByText("Backed up.", { exact: true })).toBeVisible();
  await button.click();
  await page.goto("/#/guides");
  await expect(page.getByRole("heading", { name: "Guides", level: 1 })).toBeVisible();
  const protocol = await page.context().newCDPSession(page);
  const isHeld = async () => {
    await protocol.send("HeapProfiler.collectGarbage");
    return clicked.evaluate((element) => element.deref() !== undefined);
  };
  await expect.poll(isHeld).toBe(false);
});
