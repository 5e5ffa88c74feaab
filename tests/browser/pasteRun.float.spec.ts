import { expect, type Page } from "@playwright/test";
import { expectAccessible, openMore, startInterview, useWindowOf, wrapUpAndSubmit } from "./appPage.ts";
import { test } from "./appTest.ts";

/** A form of a tracking system, whose last field is an editor that keeps formatting. */
const form = `<!doctype html><title>Form</title>
  ${'<p><textarea aria-label="Field" rows="2"></textarea></p>'.repeat(11)}
  <div contenteditable="true" role="textbox" aria-label="Field"></div>`;

const fieldsOf = (page: Page) => page.getByRole("textbox", { name: "Field" });

test.beforeEach(async ({ page, context }) => {
  await useWindowOf(page, { width: 1280, height: 900 });
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
});

test(
  "a form of 12 fields is filled with 12 copies and 12 pastes and nothing else, in the order that was dragged",
  { tag: "@long" },
  async ({ page, context }) => {
    await startInterview(page);
    await page.keyboard.press("4");
    await page.keyboard.press("n");
    await page.keyboard.type("Read the plan first.");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Finish", exact: true }).click();
    await wrapUpAndSubmit(page);

    await openMore(page);
    await page.getByRole("link", { name: "Paste into a form…" }).click();
    await page.getByRole("button", { name: "Edit fields…" }).click();
    const dialog = page.getByRole("dialog", { name: "Fields of the form" });
    await dialog.getByLabel("What the new field holds").selectOption({ label: "Each competency: its areas" });
    await dialog.getByRole("button", { name: "+ Add field" }).click();
    await dialog.getByRole("checkbox", { name: "Formatting of field 5" }).check();
    await expectAccessible(page, "the fields of a template");
    const names = dialog.getByRole("list", { name: "Fields" }).getByRole("textbox");
    const grip = dialog.getByTitle("Drag to move");
    await grip.nth(3).dragTo(grip.nth(0));
    await expect(names.first()).toHaveValue("Overall recommendation");
    await dialog.getByRole("button", { name: "Save as my template" }).click();
    await expect(page.getByRole("combobox", { name: "Template" })).toHaveValue(/^(?!greenhouse)/u);
    await expectAccessible(page, "pasting into a form");

    const opened = context.waitForEvent("page");
    await page.getByRole("button", { name: "Float over the form" }).click();
    const panel = await opened;
    await expectAccessible(panel, "the floating fields");
    await expect(panel.getByRole("button", { name: /^Copy “/u })).toBeFocused();
    const other = await context.newPage();
    await other.setContent(form);
    await expect(panel.getByText("Field 1 of 12")).toBeVisible();
    for (let at = 0; at < 12; at++) {
      await panel.bringToFront();
      await panel.keyboard.press(at % 2 === 0 ? "Enter" : "Control+c");
      await expect(panel.getByRole("status")).toHaveText(
        at < 11 ? /^Copied “.+”\. Next: “.+”$/u : /^Copied “.+”\. All 12 fields are done\.$/u,
      );
      await expect(panel.getByText(`Field ${at + 2} of 12`)).toHaveCount(at < 11 ? 1 : 0);
      await other.bringToFront();
      await fieldsOf(other).nth(at).focus();
      await other.keyboard.press("Control+v");
    }
    const pasted = await fieldsOf(other).evaluateAll((fields) =>
      fields.map((field) => (field instanceof HTMLTextAreaElement ? field.value : field.innerHTML)),
    );
    expect(pasted.slice(0, 2)).toEqual(["Yes", "Found the cause by method, and checked the result."]);
    // A rating went on to the next area, where the note was written.
    expect(pasted.slice(3, 5)).toEqual(["4 Strong", "Not assessed, not enough signal\nRead the plan first."]);
    expect(pasted[11]).toMatch(/<li.*>What made the problem hard: 4 Strong<\/li>/u);
    expect(pasted.every((text) => text !== "")).toBe(true);
  },
);
