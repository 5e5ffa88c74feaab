import { expect, type Page } from "@playwright/test";
import sample from "../../data/samples/session.json" with { type: "json" };
import { expectAccessible, importFile, wrapUpAndSubmit } from "./appPage.ts";
import { test } from "./appTest.ts";

async function expectNoSideways(page: Page, screen: string): Promise<void> {
  // A phone's window grows with what is in it; the screen does not.
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width, screen).toBeLessThanOrEqual(390);
}

/** A revision that lacks something: it is said where the missing field is, and forgotten with the dialog. */
async function expectProblemsOfRevisionSeen(page: Page): Promise<void> {
  const dialog = page.getByRole("dialog", { name: "Revise scorecard" });
  const save = dialog.getByRole("button", { name: "Save revision" });
  const problem = dialog.getByRole("alert");
  await page.getByRole("button", { name: "Revise" }).click();
  for (let added = 0; added < 2; added += 1)
    await dialog.getByLabel("Area to revise").selectOption({ index: 1 });
  await save.click();
  await expect(problem).toHaveText("Enter a reason for the revision.");
  await expect(problem).toBeInViewport({ ratio: 1 });
  await expect(dialog.getByLabel("Reason for the revision")).toBeFocused();
  await expectAccessible(page, "revision without a reason");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Revise" }).click();
  await expect(dialog).toBeVisible();
  await expect(problem).toHaveCount(0);

  await dialog.getByLabel("Reason for the revision").fill("Read my notes again.");
  await save.click();
  await expect(problem).toContainText("Nothing has changed.");
  await expect(problem).toBeInViewport({ ratio: 1 });
  await expect(dialog.getByLabel("Area to revise")).toBeFocused();
  const rating = dialog.getByRole("group", { name: /^Rating: / }).first();
  const chosen = rating.getByRole("radio", { checked: true });
  if ((await chosen.count()) > 0) await chosen.click({ force: true });
  await rating.getByRole("combobox").selectOption("");
  await save.click();
  await expect(problem).toHaveText("Rate every selected area, or mark it not assessed.");
  await expect(problem).toBeInViewport({ ratio: 1 });
  await expect(rating.getByRole("radio").first()).toBeFocused();
  await page.keyboard.press("Escape");
}

test("an interviewer accepts, interviews, and hands on the sealed file from a phone", async ({ page }) => {
  await page.goto("/#/panels/new");
  await page.getByLabel("Candidate", { exact: true }).fill("Wolfeschlegelsteinhausenbergerdorff".repeat(2));
  await page.getByLabel("Name of interviewer 1").fill("Noor");
  await page.getByRole("checkbox", { name: /^Noor asks: Slow database/u }).check();
  await expectNoSideways(page, "plan of a panel");
  await expect(page.getByText("Scroll sideways to see all columns.")).toBeVisible();
  await page.getByRole("button", { name: "Save panel" }).click();
  const link = await page.getByLabel("Invitation link for Noor").inputValue();
  await expectNoSideways(page, "invitations");

  await page.goto(link);
  await expect(page.getByRole("button", { name: "Plan your interview" })).toBeVisible();
  await expect(page.getByText("Invitation to a panel", { exact: true })).toHaveCount(1);
  await expectNoSideways(page, "invitation");
  await page.getByRole("button", { name: "Plan your interview" }).click();
  await expect(page.getByText("This interview is part of a panel,")).toBeVisible();
  await expectNoSideways(page, "plan");
  await page.getByRole("button", { name: "Start interview" }).click();
  await page.getByRole("region", { name: "Area in focus" }).getByRole("radio").nth(2).click({ force: true });
  await page.getByRole("button", { name: "Menu" }).click();
  await page.getByRole("button", { name: "Finish", exact: true }).click();
  await wrapUpAndSubmit(page);
  await expectNoSideways(page, "scorecard");
  await expectAccessible(page, "scorecard on a phone");
  await page.getByRole("button", { name: "Revise" }).click();
  await page.getByLabel("Area to revise").selectOption({ index: 1 });
  await expectNoSideways(page, "revise");
  await page.keyboard.press("Escape");
  await expectProblemsOfRevisionSeen(page);
  // It is in the panel, which is led from here: nobody has to send it.
  await expect(page.getByRole("button", { name: "Encrypted scorecard file" })).toHaveCount(0);
  await page.goto("/#/panels");
  await expect(page.getByRole("table", { name: "Open panels" })).toContainText("Start the debrief");
  await expectNoSideways(page, "panels");
});

test("a debrief that is gone on with on a phone is shown from its top", async ({ page }) => {
  await page.goto("/#/panels");
  await page.getByRole("button", { name: "Open a sample panel" }).click();
  await page.getByRole("button", { name: "Start debrief" }).click();
  await page.getByRole("button", { name: "Start without them" }).click();
  const row = page
    .getByRole("table", { name: "Areas, largest gap first" })
    .locator("tbody tr button")
    .first();
  await expect(row).toBeFocused();
  await page.goto("/#/panels");
  await page.locator("main li a").first().click();
  await expect(row).toBeFocused();
  expect(await page.evaluate(() => window.scrollY)).toBe(0);
});

test("an area of a debrief that is tapped on a phone is what is seen, and so is the next one once it is done", async ({
  page,
}) => {
  await page.goto("/#/panels");
  await page.getByRole("button", { name: "Open a sample panel" }).click();
  await page.getByRole("button", { name: "Start debrief" }).click();
  await page.getByRole("button", { name: "Start without them" }).click();
  const rows = page.getByRole("table", { name: "Areas, largest gap first" }).locator("tbody tr");
  await expect(rows.first().getByRole("button")).toBeFocused();
  const pane = page.getByRole("region", { name: "The area in focus" });
  const names = await rows
    .locator("button")
    .evaluateAll((buttons) => buttons.map((one) => one.firstChild?.textContent));
  const seen = async (at: number) => {
    const heading = pane.getByRole("heading", { name: names[at]!, exact: true });
    await expect(heading).toBeFocused();
    await expect(heading).toBeInViewport();
    await expect(pane.getByRole("list", { name: "Ratings on the scale" })).toBeInViewport();
  };
  await rows.nth(30).getByRole("button").tap();
  await seen(30);
  // The same one again, and by a place of the row that is no button.
  await rows.nth(30).getByRole("cell").last().tap();
  await seen(30);
  await pane.getByRole("button", { name: "Done, next area" }).tap();
  await seen(31);
  // Back to its row; the keys go on from there.
  await page.keyboard.press("Shift+Tab");
  await expect(rows.nth(31).getByRole("button")).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(rows.nth(30).getByRole("button")).toBeFocused();
  await expect(rows.nth(30).getByRole("button")).toBeInViewport();
});

test("what the columns of a debrief say does not run into the next one on a phone", async ({ page }) => {
  await page.goto("/#/panels");
  await page.getByRole("button", { name: "Open a sample panel" }).click();
  await page.getByRole("button", { name: "Start debrief" }).click();
  await page.getByRole("button", { name: "Start without them" }).click();
  const table = page.getByRole("table", { name: "Areas, largest gap first" });
  await expect(table.locator("tbody tr")).toHaveCount(32);
  const cut = await table.locator("thead th, tbody td").evaluateAll((cells) =>
    cells
      .filter((cell) => {
        const text = [...cell.children].find((child) => !child.matches("[title]")) ?? cell;
        if (text.textContent === "" || cell.querySelector("[title]")) return false;
        const range = document.createRange();
        range.selectNodeContents(text);
        const [inner, outer] = [range.getBoundingClientRect(), cell.getBoundingClientRect()];
        return inner.left < outer.left || inner.right > outer.right;
      })
      .map(({ textContent }) => textContent),
  );
  expect(cut).toEqual([]);
  await expectNoSideways(page, "debrief");
});

test("a file that says something else than is here is not wider than a phone", async ({ page }) => {
  const file = (summary: string) => {
    const interviewer = "Wolfeschlegelsteinhausenbergerdorff";
    const session = { ...sample.session, status: "wrapUp", submittedAt: null, interviewer, summary };
    const buffer = Buffer.from(JSON.stringify({ ...sample, session }));
    return { name: "a.json", mimeType: "application/json", buffer };
  };
  await page.goto("/#/");
  await importFile(page, file("One."));
  await page.getByTestId("import-file").setInputFiles(file("Other."));
  await expect(page.getByRole("checkbox", { name: /^Replace it with Wolfe/u })).toBeVisible();
  await expectNoSideways(page, "import");
});

test("in the narrowest phone the bar at the foot has all its words, to be reached by a finger", async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto("/#/");
  const bar = page.getByRole("navigation", { name: "Main" });
  const targets = bar.locator("li a, button");
  await expect(targets).toHaveText([
    /^Interviews/u,
    /^Guides/u,
    /^Panels/u,
    /^Candidates/u,
    /^Settings/u,
    "Search",
  ]);
  expect(await bar.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
  for (const target of await targets.all()) {
    await expect(target).toBeInViewport({ ratio: 1 });
    expect((await target.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  }
});
