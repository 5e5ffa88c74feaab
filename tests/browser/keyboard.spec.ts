import { expect } from "@playwright/test";
import { test } from "./appTest.ts";
import { areas, expectSaved, startInterview } from "./appPage.ts";

test(
  "the whole interview is done from the keyboard alone",
  { tag: "@firefox" },
  async ({ page, browserName }) => {
    await page.goto("/");
    // Firefox moves the focus into its own bars a moment after it has opened a window.
    if (browserName === "firefox") await page.waitForTimeout(2000);
    const press = (...keys: string[]) =>
      keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());
    const tabTo = async (name: RegExp, key = "Tab") => {
      for (let steps = 0; steps < 60; steps++) {
        await page.keyboard.press(key);
        // Firefox's driver answers before the focus has moved.
        await page.waitForTimeout(50);
        const focused = await page.evaluate(() => {
          const element = document.activeElement;
          if (element === document.body) return "";
          const label =
            element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
              ? element.labels?.[0]?.textContent
              : "";
          return `${element?.getAttribute("aria-label") ?? ""} ${label} ${element?.textContent}`;
        });
        if (name.test(focused)) return;
      }
      throw new Error(`The Tab key does not come to ${name}`);
    };

    await tabTo(/Plan your first interview/u);
    await press("Enter");
    // Planning begins in its first field.
    await expect(page.getByLabel("Candidate", { exact: true })).toBeFocused();
    await page.keyboard.type("Priya Raman");
    await tabTo(/^\s*Interviewer/u);
    await page.keyboard.type("Jonas Weber");
    // Back past the candidate: the buttons stand above the fields.
    await tabTo(/^\s*Start interview$/u, "Shift+Tab");
    await press("Enter");
    await expect(areas(page)).toHaveCount(8);

    // From here on the focus is in the list, without a Tab. It goes there once the list is drawn.
    await expect(areas(page).first().locator(":focus")).toHaveCount(1);
    // A rating goes on to the next area.
    await press("4", "5", "ArrowUp", "n");
    await page.keyboard.type("Found a scan in the plan: 1, 2 and n");
    await press(
      "Escape",
      "ArrowDown",
      "Space",
      "ArrowDown",
      "0",
      "ArrowDown",
      "0",
      "0",
      "ArrowDown",
      "3",
      "ArrowUp",
      "Backspace",
    );
    await expect(areas(page).nth(0).getByRole("radio", { name: /^4:/u })).toBeChecked();
    await expect(areas(page).nth(1).getByRole("radio", { name: /^5:/u })).toBeChecked();
    await expect(areas(page).nth(1)).toContainText("Found a scan in the plan: 1, 2 and n");
    await expect(areas(page).nth(2).getByRole("checkbox")).toBeChecked();
    await expect(areas(page).nth(3).getByRole("combobox")).toHaveValue("noEvidence");
    await expect(areas(page).nth(4).getByRole("combobox")).toHaveValue("notAsked");
    await expect(areas(page).nth(5).getByRole("radio", { checked: true })).toHaveCount(0);

    await press("f", "f", "q");
    await page.keyboard.type("from 4 s to 180 ms");
    await press("Enter");
    await page.keyboard.type("said “we”, then “I”");
    await press("Escape");
    await expect(
      page.getByRole("region", { name: "Follow-ups" }).getByRole("checkbox", { checked: true }),
    ).toHaveCount(2);
    await expect(page.getByLabel(/^Note at/u)).toHaveCount(2);

    await press("r");
    await expect(
      page.getByRole("region", { name: "Follow-ups" }).getByText("Prepared:").first(),
    ).toBeVisible();
    await press("r", "h");
    await expect(page.getByRole("button", { name: "Leave screen-share mode" })).toBeVisible();
    await expect(areas(page)).toHaveCount(0);
    await press("h", "?");
    await expect(page.getByRole("dialog", { name: "Keys" })).toBeVisible();
    await press("Escape");
    await expect(page.getByRole("dialog", { name: "Keys" })).toBeHidden();

    // From the introduction to the first question, and on.
    await press("Control+Enter", "Control+Enter");
    await expect(page.getByText(/^Question 2 of \d ·/u)).toBeVisible();
    await press("2", "Control+Shift+Enter");
    await expect(page.getByText(/^Question 1 of \d ·/u)).toBeVisible();
    await expect(page.getByText(/^Looking back/u)).toBeVisible();
    await expect(areas(page).first().getByRole("radio", { name: /^4:/u })).toBeChecked();
    await press("Alt+3");
    await expect(page.getByText(/^Question 3 of \d ·/u)).toBeVisible();

    await tabTo(/^\s*Finish|Next/u);
    await expectSaved(page);
  },
);

test("single letters act wherever the focus is, and are text inside a note", async ({ page }) => {
  await startInterview(page);
  await page.getByRole("button", { name: "Screen-share mode" }).focus();
  await page.keyboard.press("4");
  await expect(areas(page).first().getByRole("radio", { name: /^4:/u })).toBeChecked();
  await page.getByLabel("Quick note").focus();
  await page.keyboard.type("h4n");
  await expect(page.getByLabel("Quick note")).toHaveValue("h4n");
  await expect(areas(page).getByRole("radio", { checked: true })).toHaveCount(1);
});

test("in the wrap-up one key closes an area, from arrival on, and a point leads on to the next", async ({
  page,
}) => {
  await startInterview(page);
  // The list has the focus a moment after it is drawn.
  await expect(areas(page).first().getByRole("checkbox")).toBeFocused();
  await page.keyboard.press("3");
  await page.getByRole("button", { name: "Finish", exact: true }).click();
  await expect(page.getByRole("heading", { name: "7 areas left to rate" })).toBeFocused();
  const keys = ["2", "0", "ArrowDown", "4", "3", "0", "ArrowDown", "3", "2"];
  for (const key of keys) await page.keyboard.press(key);
  await expect(page.getByRole("heading", { name: "All areas rated" })).toBeVisible();
  await expect(page.getByRole("radio", { name: "Yes", exact: true })).toBeEnabled();
});
