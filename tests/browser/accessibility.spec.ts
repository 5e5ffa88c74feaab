import { expect, type Locator } from "@playwright/test";
import {
  areas,
  expectAccessible,
  smallTargets,
  startInterview,
  wrapUpAndSubmit,
  noteField,
} from "./appPage.ts";
import { test } from "./appTest.ts";

test("axe finds nothing on any screen", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 2 })).toBeVisible();
  await expectAccessible(page, "first use");
  await page.goto("/#/plan");
  await page.getByRole("button", { name: "Start interview" }).click();
  await page.getByLabel("The role is remote").check();
  await page.getByRole("button", { name: "Add: Fixing a security hole" }).click();
  await expectAccessible(page, "plan");
  await startInterview(page);
  for (const [index, key] of ["1", "2", "3", "4", "5", "0"].entries()) {
    if (index > 0) await page.keyboard.press("ArrowDown");
    await page.keyboard.press(key);
  }
  await page.keyboard.press("r");
  await expectAccessible(page, "live");
  await page.keyboard.press("?");
  await expectAccessible(page, "keys");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "+ Add a question" }).click();
  await expectAccessible(page, "add a question");
  await page.getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("button", { name: "Finish", exact: true }).click();
  await expectAccessible(page, "wrap-up");
  await wrapUpAndSubmit(page);
  await expectAccessible(page, "scorecard");
  await page.getByRole("link", { name: /^Interviews/u }).click();
  await page
    .getByTestId("import-file")
    .setInputFiles({ name: "a.json", mimeType: "", buffer: Buffer.from("{") });
  await expect(page.getByText("The file is damaged or cut off.")).toBeVisible();
  await expectAccessible(page, "library");
});

test(
  "nothing is cut off at 200 % zoom, in 360 px, with 15 questions and very long names",
  { tag: "@long" },
  async ({ page }) => {
    const noSideways = async (screen: string) => {
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(over, screen).toBeLessThanOrEqual(0);
    };
    await page.setViewportSize({ width: 640, height: 400 });
    await page.goto("/#/plan");
    await page.getByLabel("Candidate", { exact: true }).fill("Wolfeschlegelsteinhausenbergerdorff".repeat(3));
    await page.getByLabel("Interviewer").fill("Jonas Weber");
    const add = page.getByRole("button", { name: /^Add: / });
    while ((await add.count()) > 0) await add.first().click();
    await noSideways("plan");
    await page.getByRole("button", { name: "Start interview" }).click();
    await expect(areas(page)).toHaveCount(8);
    for (const width of [640, 360, 1280]) {
      await page.setViewportSize({ width, height: 640 });
      await noSideways(`live at ${width}`);
    }
    await page.setViewportSize({ width: 360, height: 640 });
    await page.getByRole("button", { name: "Menu" }).click();
    await page.getByRole("button", { name: "Finish", exact: true }).click();
    await expect(page.getByRole("heading", { name: "No question was asked" })).toBeVisible();
    await noSideways("wrap-up");
    await page.getByRole("button", { name: "Back to interviews" }).click();
    await expect(page.getByRole("heading", { name: "Interviews", level: 1 })).toBeVisible();
    await noSideways("library");
  },
);

test("targets are 24 px or larger", async ({ page }) => {
  await startInterview(page);
  expect(await smallTargets(page, 24)).toEqual([]);
});

test("targets are 24 px or larger in a small window too, beside a very long name", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await startInterview(page, "Wolfeschlegelsteinhausenbergerdorff".repeat(3));
  await expect(page.getByRole("button", { name: "Menu" })).toBeVisible();
  expect(await smallTargets(page, 24)).toEqual([]);
});

test("right-to-left text reads from the right, in a left-to-right screen", async ({ page }) => {
  await startInterview(page, "שירה כהן");
  const note = noteField(page);
  await note.fill("היא מצאה את הסיבה");
  await expect(note).toHaveCSS("direction", "rtl");
  await expect(page.getByText("שירה כהן").first()).toHaveCSS("direction", "rtl");
});

/** Where what an element shows is drawn: all of it, or one of its characters. */
function drawn(
  element: Locator,
  at: number | null = null,
): Promise<{ readonly left: number; readonly right: number }> {
  return element.evaluate((node, index) => {
    const range = document.createRange();
    range.selectNodeContents(node);
    const { firstChild } = node;
    if (index !== null && firstChild instanceof Text) {
      const from = index < 0 ? firstChild.length + index : index;
      range.setStart(firstChild, from);
      range.setEnd(firstChild, from + 1);
    }
    const { left, right } = range.getBoundingClientRect();
    return { left, right };
  }, at);
}

test(
  "whatever it is written in, a text begins where its heading does, and a sentence about it ends at its end",
  { tag: "@long" },
  async ({ page }) => {
    await startInterview(page, "שירה כהן");
    await page.getByRole("button", { name: "Add a question" }).click();
    await page.getByLabel("Your own question").fill("ספרי לי על תקלה");
    await page.getByLabel("Areas to cover, one per line").fill("הסיבה\nהתיקון");
    await page.getByRole("button", { name: "Add as next question" }).click();
    await page.getByRole("button", { name: /^Next: ספרי/u }).click();
    const said = page.getByRole("status").filter({ hasText: /clock started\.$/u });
    await expect(said).toContainText("ספרי");
    expect((await drawn(said, -1)).left).toBeGreaterThan((await drawn(said, 1)).right);
    await page.keyboard.press("4");
    await expect(page.getByRole("status").filter({ hasText: "4, Strong" })).toContainText("הסיבה");

    await page.getByRole("button", { name: "Finish", exact: true }).click();
    await page.getByLabel(/^Summary/u).fill("היא מצאה את הסיבה.");
    await wrapUpAndSubmit(page);
    const recommendation = page.getByRole("heading", { name: /^Recommendation/u });
    const summary = page.getByText(/^היא מצאה/u);
    await expect(summary).toHaveCSS("direction", "rtl");
    expect((await drawn(summary)).left).toBeCloseTo((await drawn(recommendation)).left, 0);
    const question = page.getByRole("paragraph").filter({ hasText: /^ספרי לי על תקלה$/u });
    expect((await drawn(question)).left).toBeCloseTo(
      (await drawn(page.getByRole("heading", { name: "Competencies" }))).left,
      0,
    );
  },
);

test("without motion wanted, nothing moves", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await startInterview(page);
  const moving = await page.evaluate(() => document.getAnimations().length);
  expect(moving).toBe(0);
});
