import { expect, type Locator, type Page } from "@playwright/test";
import { test } from "./appTest.ts";
import {
  areas,
  noteField,
  noteOn,
  expectAccessible,
  expectSaved,
  startInterview,
  wrapUpAndSubmit,
} from "./appPage.ts";

const hint = (page: Page) => page.locator("[data-hint]");
const dismiss = (page: Page) => page.getByRole("button", { name: "No hints for this note" });
const note = noteField;
const said = (page: Page) => page.getByRole("status").filter({ hasText: /^About / });

/** Types over what a field holds. */
async function write(field: Locator, text: string): Promise<void> {
  await field.selectText();
  await field.pressSequentially(text);
}

/** Waits for what a pause in typing would bring. */
async function pause(page: Page): Promise<void> {
  await page.waitForTimeout(1500);
}

test(
  "a word about age brings a hint, moves nothing, and stops neither typing nor saving",
  { tag: "@firefox" },
  async ({ page }) => {
    const workers: string[] = [];
    page.on("worker", (worker) => workers.push(worker.url()));
    await startInterview(page);
    await note(page).click();
    await pause(page);
    expect(workers).toEqual([]);
    await expect(page.locator("[data-pane]").getByText("The candidate may request this note.")).toBeVisible();
    const places = () =>
      page.getByRole("main").evaluate((main) =>
        Array.from(main.querySelectorAll("li, textarea, input"), (part) => {
          const { x, y, width, height } = part.getBoundingClientRect();
          return [x, y, width, height];
        }),
      );
    const before = await places();
    await note(page).pressSequentially("Knows the stack, but she’s too old for it.");
    await expect(hint(page)).toHaveText("About age: “she’s too old”? Keep to what was said and done.");
    expect(workers).toHaveLength(1);
    expect(await places()).toEqual(before);
    await expect(said(page)).toHaveText(
      "About age: “she’s too old”? A scorecard should hold what was said and done.",
    );
    await expect(note(page)).toBeFocused();
    await note(page).pressSequentially(" Wrote a load test.");
    await expectSaved(page);
    await write(note(page), "Wrote a load test.");
    await expect(hint(page)).toBeHidden();
    await expectSaved(page);
    await page.reload();
    await expect(note(page)).toHaveValue("Wrote a load test.");
  },
);

test(
  "a hint that is dismissed does not come back in its note, and does in another",
  { tag: "@long" },
  async ({ page }) => {
    await startInterview(page);
    await note(page).click();
    await note(page).pressSequentially("She is pregnant");
    await dismiss(page).click();
    await expect(hint(page)).toBeHidden();
    await expect(note(page)).toBeFocused();
    await page.keyboard.type(" and has two kids");
    await pause(page);
    await expect(hint(page)).toBeHidden();

    await (await noteOn(page, 1)).focus();
    await page.keyboard.type("his wife helped");
    await expect(hint(page)).toContainText("About family: “wife”?");
    await page.keyboard.press("Tab");
    await expect(dismiss(page)).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(hint(page)).toBeHidden();
    await expect(note(page)).toBeFocused();
  },
);

test(
  "a word is said once to people who hear the screen, and the hint goes with the focus",
  { tag: "@long" },
  async ({ page }) => {
    await startInterview(page);
    await note(page).click();
    await note(page).pressSequentially("wears a turban");
    await expect(said(page)).toContainText("About religion: “turban”?");
    await (await noteOn(page, 1)).focus();
    await expect(hint(page)).toBeHidden();
    await note(page).pressSequentially("Turban again");
    await expect(hint(page)).toContainText("About religion: “Turban”?");
    await expect(said(page)).toHaveCount(0);
  },
);

test("what is said of software brings no hint", { tag: "@long" }, async ({ page }) => {
  await startInterview(page);
  await note(page).click();
  await note(page).pressSequentially(
    "The legacy system is old. Found the race condition in a child process by a health check.",
  );
  await pause(page);
  await expect(hint(page)).toBeHidden();
});

test(
  "a quick note that is over before a pause is read too, and each of them is dismissed alone",
  { tag: "@long" },
  async ({ page }) => {
    await startInterview(page);
    await page.getByLabel("Quick note").click();
    await page.keyboard.type("has a criminal record");
    await page.keyboard.press("Enter");
    await expect(hint(page)).toContainText("About crime: “criminal record”?");
    await dismiss(page).click();
    await page.getByLabel("Quick note").click();
    await page.keyboard.type("looked for the cause first");
    await pause(page);
    await expect(hint(page)).toBeHidden();
    await page.keyboard.type(", covered in tattoos");
    await expect(hint(page)).toContainText("About looks: “tattoos”?");
  },
);

test("the notes of the wrap-up and of a revision have the line too", { tag: "@long" }, async ({ page }) => {
  await startInterview(page);
  await areas(page).first().getByRole("radio", { name: /^5:/u }).check();
  await page.getByRole("button", { name: "Finish", exact: true }).click();
  await page
    .getByLabel(/^Note on/u)
    .first()
    .click();
  await page.keyboard.type("despite his age");
  await expect(hint(page)).toContainText("About age: “his age”?");
  await page
    .getByLabel(/^Note on/u)
    .first()
    .fill("");
  await page.getByLabel(/^Summary/u).click();
  await page.keyboard.type("We need a younger candidate");
  await expect(hint(page)).toContainText("About age: “younger candidate”?");
  await page.getByLabel(/^Summary/u).fill("");
  await wrapUpAndSubmit(page);
  await page.getByRole("button", { name: "Revise" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Reason for the revision").click();
  await page.keyboard.type("Heard of her divorce: recently divorced");
  await expect(hint(page)).toContainText("About family:");
  await dialog.getByLabel("Area to revise").selectOption({ index: 1 });
  await dialog.getByLabel(/^Note: /u).click();
  await page.keyboard.type("strong accent ");
  await expect(hint(page)).toContainText("About accent: “strong accent”?");
});

test(
  "words are added, removed and put back in the settings, and the next note follows",
  { tag: "@long" },
  async ({ page }) => {
    await page.goto("/#/settings");
    const words = page.getByLabel("Word or words");
    await words.pressSequentially("bavaria*");
    await page.getByLabel("Topic").selectOption("origin");
    await page.getByRole("button", { name: "Add words" }).click();
    await expect(page.getByText("“bavaria*” is flagged.")).toBeVisible();
    await expect(words).toBeFocused();
    await expect(words).toHaveValue("");
    await words.pressSequentially("turban");
    await page.getByLabel("Topic").selectOption("");
    await page.getByRole("button", { name: "Add words" }).click();
    await expect(page.getByText("“turban” is ignored.")).toBeVisible();
    await page.locator("summary", { hasText: "origin" }).click();
    await expect(page.getByRole("list", { name: "origin" })).toContainText("bavaria*");

    await startInterview(page);
    await note(page).click();
    await note(page).pressSequentially("A Bavarian in a turban");
    await expect(hint(page)).toContainText("About origin: “Bavarian”?");

    await page.goto("/#/settings");
    await page.locator("summary", { hasText: "origin" }).click();
    await page.getByRole("button", { name: "Remove bavaria*" }).click();
    await expect(page.getByRole("list", { name: "origin" })).not.toContainText("bavaria*");
    await page.getByRole("button", { name: "Restore default list" }).click();
    await expect(page.getByText("The default list is restored.")).toBeVisible();
    await expect(page.getByRole("button", { name: "Restore default list" })).toBeDisabled();
  },
);

test(
  "axe finds nothing with a hint and in the settings, and 360 px are enough",
  { tag: "@long" },
  async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 780 });
    await startInterview(page);
    await note(page).click();
    const height = async () => (await page.locator("[data-pane]").boundingBox())?.height;
    const before = await height();
    await note(page).pressSequentially("he is very religious, has kids");
    const shown = hint(page);
    await expect(shown).toBeVisible();
    expect(await height()).toBe(before);
    await expectAccessible(page, "a note with a hint");
    const isWhole = (text: Locator) =>
      text.evaluate((span) => {
        const room = span.parentElement!.getBoundingClientRect();
        return span.getBoundingClientRect().bottom <= room.bottom;
      });
    expect(await isWhole(shown)).toBe(true);
    const isCut = () =>
      page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
    expect(await isCut()).toBe(false);
    await page.goto("/#/settings");
    for (const topic of await page.locator("summary").all()) await topic.click();
    await expectAccessible(page, "settings");
    expect(await isCut()).toBe(false);
  },
);
