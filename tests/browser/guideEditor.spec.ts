import { expect, type Locator, type Page } from "@playwright/test";
import { test } from "./appTest.ts";
import shippedGuides from "../../data/shippedGuides.json" with { type: "json" };
import { areas as liveAreas, expectAccessible, expectSaved, noteOn, startInterview } from "./appPage.ts";

const [backend] = shippedGuides;
const editBackend = `/#/guides/${backend!.id}/edit`;

const rail = (page: Page) => page.getByRole("list", { name: "Questions" }).getByRole("listitem");
const area = (page: Page, number: number) =>
  page.getByRole("textbox", { name: `Area ${number}`, exact: true });
const areaTexts = (page: Page) =>
  page
    .getByRole("textbox", { name: /^Area \d+$/u })
    .evaluateAll((fields) => fields.map((field) => (field as HTMLTextAreaElement).value));
const expectDraft = (page: Page, kind: "none" | "saved") =>
  expect(page.locator("[data-draft]")).toHaveAttribute("data-draft", kind);

/** Types over what a field holds. Firefox's driver fills a field without telling React. */
async function write(field: Locator, text: string): Promise<void> {
  await field.selectText();
  await field.page().keyboard.type(text);
}

/** Begins a guide of one question with two areas. */
async function writeGuide(page: Page): Promise<void> {
  await page.goto("/#/guides/new");
  await write(page.getByLabel("Title", { exact: true }), "Night baker");
  await page.getByRole("button", { name: /^1 New question/u }).click();
  await write(page.getByLabel("Question text"), "Tell me about a batch that failed.");
  await page.getByRole("button", { name: "+ Add an area" }).click();
  await page.keyboard.type("The cause");
  await page.keyboard.press("Enter");
  await page.keyboard.type("What changed");
}

test("what is typed right after the scale was changed, or taken back, is kept", async ({ page }) => {
  await writeGuide(page);
  await page.getByRole("button", { name: "Scale" }).click();
  const label = page.getByLabel("Label").nth(3);
  /** Does something, and types before the page has had any time for itself. */
  const typeAfter = (does: "the radio" | "undo") =>
    label.evaluate(async (field: HTMLInputElement, what) => {
      if (what === "the radio") document.querySelector<HTMLInputElement>("input[name=points]")?.click();
      else {
        const undo = { key: "z", code: "KeyZ", ctrlKey: true, bubbles: true, cancelable: true };
        document.body.dispatchEvent(new KeyboardEvent("keydown", undo));
      }
      await Promise.resolve();
      field.focus();
      field.select();
      // oxlint-disable-next-line typescript/no-deprecated -- nothing else types within a task as a person's key does.
      document.execCommand("insertText", false, "Convincing");
    }, does);
  await typeAfter("the radio");
  await expect(page.getByLabel("Label")).toHaveCount(4);
  await expect(label).toHaveValue("Convincing");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(label).toHaveValue("Strong");
  await typeAfter("undo");
  await expect(page.getByLabel("Label")).toHaveCount(5);
  await expect(label).toHaveValue("Convincing");
  await expectDraft(page, "saved");
  await page.reload();
  await page.getByRole("button", { name: "Scale" }).click();
  await expect(label).toHaveValue("Convincing");
});

async function saveVersion(page: Page): Promise<string> {
  await page.getByRole("button", { name: "Save version" }).click();
  await expect(page).toHaveURL(/#\/guides\/[0-9a-f]{64}$/u);
  return new URL(page.url()).hash.split("/").at(-1) ?? "";
}

test(
  "every part of a guide is written, saved as a version, and is there again",
  { tag: "@firefox" },
  async ({ page }) => {
    await writeGuide(page);
    await page.getByRole("button", { name: "About the guide" }).click();
    await write(page.getByLabel("Role"), "Baker");
    await page.getByLabel("Language of the questions").selectOption("nb");
    await write(page.getByLabel(/^Introduction/u), "Ask about one real night.\nThen follow up.");

    await page.getByRole("button", { name: "Scale" }).click();
    await page.getByRole("radio", { name: "4 points" }).check();
    await write(page.getByLabel("Label").nth(3), "Convincing");

    await page.getByRole("button", { name: "Competencies" }).click();
    await page.getByRole("button", { name: "+ Add a competency" }).click();
    await page.keyboard.type("Dough");
    await write(page.getByLabel("Point 4 of competency 1"), "shows how it was judged");

    await page.getByRole("button", { name: "Advice" }).click();
    await page.getByRole("button", { name: "+ Add advice" }).click();
    await page.keyboard.type("Levels");
    await page.getByLabel("Place").selectOption("For the level of the role");
    await write(page.getByLabel("Text", { exact: true }), "Weigh by level.");
    await write(page.getByLabel("What to weigh: Senior"), "Ask about teaching.");
    await page
      .getByRole("group", { name: "Competencies to ask about: Senior" })
      .getByRole("checkbox", { name: "Dough" })
      .check();
    await page.getByRole("button", { name: "+ Add advice" }).click();
    await page.keyboard.type("Too smooth");
    await page.getByLabel("Place").nth(1).selectOption("When an answer sounds rehearsed");
    await write(page.getByLabel("Signs to notice, one per line"), "No names\nNo figures");
    await page.getByRole("button", { name: "+ Add a follow-up" }).click();
    await page.keyboard.type("Who else was there?");

    await rail(page).getByRole("button").first().click();
    await write(page.getByLabel("Short title for lists"), "A failed batch");
    await page.getByLabel("Competency", { exact: true }).selectOption("Dough");
    await write(page.getByLabel("Planned minutes"), "12.5");
    await page.getByRole("button", { name: /^Anchors.* of area 1$/u }).click();
    await write(page.getByLabel("Point 1 of area 1"), "blames the oven");
    await page.getByRole("button", { name: "+ Add a follow-up" }).click();
    await page.keyboard.type("What did it cost?");
    const id = await saveVersion(page);

    await page.goto(`/#/guides/${id}/edit`);
    await expectDraft(page, "none");
    await expect(page.getByLabel("Question text")).toHaveValue("Tell me about a batch that failed.");
    await expect(page.getByLabel("Short title for lists")).toHaveValue("A failed batch");
    await expect(page.getByLabel("Competency", { exact: true }).locator(":checked")).toHaveText("Dough");
    await expect(page.getByLabel("Planned minutes")).toHaveValue("12.5");
    expect(await areaTexts(page)).toEqual(["The cause", "What changed"]);
    await page.getByRole("button", { name: /^Anchors.* of area 1$/u }).click();
    await expect(page.getByLabel("Point 1 of area 1")).toHaveValue("blames the oven");
    await expect(page.getByLabel("Follow-up 1", { exact: true })).toHaveValue("What did it cost?");
    await page.getByRole("button", { name: "About the guide" }).click();
    await expect(page.getByLabel("Role")).toHaveValue("Baker");
    await expect(page.getByLabel("Language of the questions")).toHaveValue("nb");
    await expect(page.getByLabel(/^Introduction/u)).toHaveValue("Ask about one real night.\nThen follow up.");
    await page.getByRole("button", { name: "Scale" }).click();
    await expect(page.getByRole("radio", { name: "4 points" })).toBeChecked();
    await expect(page.getByLabel("Label").nth(3)).toHaveValue("Convincing");
    await page.getByRole("button", { name: "Competencies" }).click();
    await expect(page.getByLabel("Point 4 of Dough")).toHaveValue("shows how it was judged");
    await page.getByRole("button", { name: "Advice" }).click();
    await expect(page.getByLabel("What to weigh: Senior")).toHaveValue("Ask about teaching.");
    await expect(page.getByRole("checkbox", { name: "Dough", checked: true })).toHaveCount(1);
    await expect(page.getByLabel("Signs to notice, one per line")).toHaveValue("No names\nNo figures");
    await expect(page.getByLabel("Follow-up 1", { exact: true })).toHaveValue("Who else was there?");
  },
);

test(
  "what was typed is there after a reload, and the draft can be discarded",
  { tag: "@firefox" },
  async ({ page }) => {
    await page.goto(editBackend);
    await page.getByLabel("Question text").fill("Tell me about a hard problem");
    await page.getByLabel("Question text").press("End");
    await page.keyboard.type(" of yours.");
    // No wait: the page goes away with the last letter.
    await page.reload();
    await expect(page.getByText(/^Draft from today/u)).toBeVisible();
    await expect(page.getByLabel("Question text")).toHaveValue("Tell me about a hard problem of yours.");
    await expectDraft(page, "saved");
    await page.getByRole("button", { name: "Discard draft" }).click();
    await expect(page.getByLabel("Question text")).toHaveValue(/^Think of a backend problem/u);
    await expectDraft(page, "none");
    await page.reload();
    await expect(page.getByLabel("Question text")).toHaveValue(/^Think of a backend problem/u);
    await expect(page.getByText(/^Draft from/u)).toBeHidden();
  },
);

test(
  "a tab that is closed in the middle of a word keeps it",
  { tag: "@firefox" },
  async ({ page, context }) => {
    await page.goto(editBackend);
    await page.getByLabel("Short title for lists").fill("");
    await page.keyboard.type("Hard nut");
    await page.close({ runBeforeUnload: true });
    const next = await context.newPage();
    await next.goto(editBackend);
    await expect(next.getByLabel("Short title for lists")).toHaveValue("Hard nut");
  },
);

test("a new guide is found again by its address after a reload", async ({ page }) => {
  await writeGuide(page);
  await expectDraft(page, "saved");
  await page.reload();
  await expect(page.getByText(/^Draft from/u)).toBeVisible();
  await page.getByRole("button", { name: /^1 Tell me about a/u }).click();
  expect(await areaTexts(page)).toEqual(["The cause", "What changed"]);
});

test("a session keeps the version it was planned with", async ({ page }) => {
  await startInterview(page);
  const asked = await page.getByRole("heading", { level: 1 }).textContent();
  await (await noteOn(page, 0)).fill("Read the plan first.");
  await expectSaved(page);
  const session = page.url();
  await page.goto(editBackend);
  await page.getByLabel("Question text").fill("Tell me about something else.");
  await page.getByRole("button", { name: "Remove area 1" }).click();
  const id = await saveVersion(page);
  await page.goto(session);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(asked ?? "");
  await expect(liveAreas(page)).toHaveCount(8);
  await expect(await noteOn(page, 0)).toHaveValue("Read the plan first.");
  await page.goto(`/#/plan/with/${id}`);
  await expect(page.getByText("Tell me about something else.")).toBeVisible();
});

test("one history for texts, order and parts: each undo takes back the last change, wherever it was", async ({
  page,
}) => {
  await page.goto(editBackend);
  await expect(rail(page).nth(0)).toContainText("Hard technical problem");
  await rail(page).nth(1).getByRole("button").focus();
  await page.keyboard.press("Alt+ArrowUp");
  await expect(rail(page).nth(0)).toContainText("Slow database or API");
  await page.getByLabel("Short title for lists").fill("Slow");
  await area(page, 2).press("Alt+ArrowDown");
  await page.getByRole("button", { name: "Scale" }).click();
  await page.getByRole("radio", { name: "4 points" }).check();
  await expect(page.getByRole("list", { name: "Points" }).getByRole("listitem")).toHaveCount(4);

  await page.keyboard.press("ControlOrMeta+z");
  await expect(page.getByRole("list", { name: "Points" }).getByRole("listitem")).toHaveCount(5);
  await page.keyboard.press("ControlOrMeta+z");
  await expect(page.getByLabel("Short title for lists")).toHaveValue("Slow");
  const second = await area(page, 2).inputValue();
  await page.keyboard.press("ControlOrMeta+z");
  await expect(page.getByLabel("Short title for lists")).toHaveValue("Slow database or API");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(rail(page).nth(0)).toContainText("Hard technical problem");
  await expect(page.getByRole("button", { name: "Undo" })).toBeDisabled();
  await expectDraft(page, "none");

  for (let steps = 0; steps < 4; steps++) await page.keyboard.press("ControlOrMeta+Shift+z");
  await expect(page.getByRole("list", { name: "Points" }).getByRole("listitem")).toHaveCount(4);
  await rail(page).nth(0).getByRole("button").click();
  await expect(page.getByLabel("Short title for lists")).toHaveValue("Slow");
  await expect(area(page, 3)).toHaveValue(second);
});

test("undo in a field takes back a stretch of typing, and the field keeps the focus", async ({ page }) => {
  await page.goto(editBackend);
  const title = page.getByLabel("Short title for lists");
  await title.fill("");
  await page.waitForTimeout(1100);
  await page.keyboard.type("A hard one");
  await page.waitForTimeout(1100);
  await page.keyboard.type(", indeed");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(title).toHaveValue("A hard one");
  await expect(title).toBeFocused();
  await page.keyboard.press("ControlOrMeta+z");
  await expect(title).toHaveValue("");
  await page.keyboard.press("ControlOrMeta+y");
  await expect(title).toHaveValue("A hard one");
  await page.keyboard.type("!");
  await expect(title).toHaveValue(/!/u);
});

test("rows are moved by Alt and the arrows and by buttons; the focus goes along and the place is said", async ({
  page,
}) => {
  await page.goto(editBackend);
  await expect(area(page, 8)).toBeVisible();
  const [first, second, third] = await areaTexts(page);
  await area(page, 1).press("Alt+ArrowDown");
  await expect(area(page, 2)).toBeFocused();
  await expect(page.getByText(`“${first}”: place 2 of 8`)).toBeAttached();
  await page.keyboard.press("Alt+ArrowDown");
  await expect.poll(async () => (await areaTexts(page)).slice(0, 3)).toEqual([second, third, first]);
  await page.getByRole("button", { name: "Move area 3 up" }).click();
  await expect(page.getByRole("button", { name: "Move area 2 up" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect.poll(async () => (await areaTexts(page)).slice(0, 3)).toEqual([first, second, third]);
  // At the end of the list nothing happens.
  await page.keyboard.press("Enter");
  await expect.poll(async () => (await areaTexts(page)).slice(0, 3)).toEqual([first, second, third]);
});

test("rows are dragged with the mouse: areas, and questions in the list", async ({ page }) => {
  await page.goto(editBackend);
  await expect(area(page, 8)).toBeVisible();
  const [first, second, third] = await areaTexts(page);
  const drag = async (from: ReturnType<typeof rail>, to: ReturnType<typeof rail>) => {
    await from.getByTitle("Drag to move").hover();
    await page.mouse.down();
    const box = await to.boundingBox();
    if (!box) throw new Error("The row is not drawn.");
    await page.mouse.move(box.x + 20, box.y + box.height / 2, { steps: 5 });
    await page.mouse.up();
  };
  const rows = page.getByRole("list", { name: "Areas to cover" }).getByRole("listitem");
  await drag(rows.nth(0), rows.nth(2));
  await expect.poll(async () => (await areaTexts(page)).slice(0, 3)).toEqual([second, third, first]);
  await drag(rail(page).nth(2), rail(page).nth(0));
  await expect(rail(page).nth(0)).toContainText("Designing a new API");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(rail(page).nth(0)).toContainText("Hard technical problem");
});

test("several pasted lines become several areas, and one undo takes them back", async ({ page }) => {
  await writeGuide(page);
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", ", and why\n- Who was told\n2. What it cost");
    document.activeElement?.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
    );
  });
  await expect(area(page, 4)).toBeFocused();
  expect(await areaTexts(page)).toEqual([
    "The cause",
    "What changed, and why",
    "Who was told",
    "What it cost",
  ]);
  await page.keyboard.press("ControlOrMeta+z");
  await expect.poll(() => areaTexts(page)).toEqual(["The cause", "What changed"]);
});

test("only what makes a file unreadable is refused, at the field", { tag: "@long" }, async ({ page }) => {
  await page.goto("/#/guides/new");
  await page.getByRole("button", { name: "Save version" }).click();
  await expect(page.getByText("Enter a title. People find the guide by it.")).toBeVisible();
  await expect(page.getByLabel("Title", { exact: true })).toBeFocused();
  await page.keyboard.type("Night baker");
  await expect(page.getByText("Enter a title. People find the guide by it.")).toBeHidden();
  await page.getByRole("button", { name: "Scale" }).click();
  await page.getByRole("button", { name: "About the guide" }).click();
  await expect(page.getByText("Enter a title. People find the guide by it.")).toBeHidden();
  await page.getByRole("button", { name: "Save version" }).click();
  await expect(page.getByText("Write at least one question.")).toBeVisible();
  await expect(page.getByLabel("Question text")).toBeFocused();
  await page.keyboard.type("Do you bake?");
  await page.getByLabel("Planned minutes").fill("");
  await page.getByRole("button", { name: "Save version" }).click();
  await expect(page.getByText("Enter the planned minutes, 1 to 1440.")).toBeVisible();
  await expect(page.getByLabel("Planned minutes")).toBeFocused();
  await page.keyboard.type("5");
  // Warnings stand beside it and stop nothing.
  await expect(page.getByText(/^It can be answered with yes or no/u)).toBeVisible();
  await saveVersion(page);
});

test("warnings lead to the question they are about", async ({ page }) => {
  await page.goto(editBackend);
  await page.getByLabel("Question text").fill("What would you do if a server failed?");
  await expect(page.getByText(/^It is hypothetical/u)).toBeVisible();
  await expect(rail(page).nth(0)).toContainText("has warnings");
  await rail(page).nth(3).getByRole("button").click();
  await page.getByRole("button", { name: /^1\. Hard technical problem/u }).click();
  await expect(page.getByText("Question 1 of 15")).toBeVisible();
  await page.getByLabel("Question text").fill("Tell me about a server that failed.");
  await expect(page.getByText("No suggestions.")).toBeVisible();
});

test(
  "a second tab does not write over the first one, and can take the guide over",
  { tag: "@long" },
  async ({ page, context }) => {
    await page.goto(editBackend);
    await page.getByLabel("Short title for lists").fill("Of the first tab");
    const second = await context.newPage();
    await second.goto(editBackend);
    await expect(second.getByRole("heading", { name: /being edited in another tab/u })).toBeVisible();
    await second.getByRole("button", { name: "Edit here" }).click();
    await expect(second.getByLabel("Short title for lists")).toHaveValue("Of the first tab");
    await expect(page.getByRole("heading", { name: /being edited in another tab/u })).toBeVisible();
  },
);

test(
  "a second tab says that the guide was saved in the first one, and leads to it",
  { tag: ["@firefox", "@long"] },
  async ({ page, context }) => {
    await page.goto(editBackend);
    // Typed: Firefox’s driver fills a field in without the page hearing of it.
    await page.getByLabel("Short title for lists").click();
    await page.keyboard.type("Of the first tab");
    await expect(page.getByText("Draft saved")).toBeVisible();
    const second = await context.newPage();
    await second.goto(editBackend);
    await expect(second.getByRole("heading", { name: /being edited in another tab/u })).toBeVisible();
    await page.getByRole("button", { name: "Save version" }).click();
    await expect(second.getByRole("heading", { name: "This guide was saved in another tab" })).toBeFocused();
    await second.getByRole("link", { name: "Open the guide" }).click();
    await expect(second.getByText("Of the first tab").first()).toBeVisible();
    expect(second.url()).toBe(page.url());
  },
);

test("a guide is written from the keyboard alone", { tag: "@firefox" }, async ({ page, browserName }) => {
  await page.goto("/#/guides/new");
  await expect(page.getByRole("heading", { name: "About the guide" })).toBeVisible();
  // Firefox moves the focus into its own bars a moment after it has opened a window.
  if (browserName === "firefox") await page.waitForTimeout(2000);
  const tabTo = async (name: RegExp, key = "Tab") => {
    for (let steps = 0; steps < 60; steps++) {
      await page.keyboard.press(key);
      // Firefox's driver answers before the focus has moved.
      await page.waitForTimeout(50);
      const focused = await page.evaluate(() => {
        const element = document.activeElement;
        const isField = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
        return `${element?.getAttribute("aria-label") ?? ""}${isField ? (element.labels?.[0]?.textContent ?? "") : element?.textContent}`;
      });
      if (name.test(focused)) return;
    }
    throw new Error(`The Tab key does not come to ${name}`);
  };
  await tabTo(/^Title$/u);
  await page.keyboard.type("Night baker");
  await tabTo(/^1New question/u, "Shift+Tab");
  await page.keyboard.press("Enter");
  await tabTo(/^Question text$/u);
  await page.keyboard.type("Tell me about a batch that failed.");
  await tabTo(/^\+ Add an area$/u);
  await page.keyboard.press("Enter");
  await expect(area(page, 1)).toBeFocused();
  await page.keyboard.type("The cause");
  await page.keyboard.press("Enter");
  await expect(area(page, 2)).toBeFocused();
  await page.keyboard.type("What changed");
  await page.keyboard.press("Alt+ArrowUp");
  await expect(area(page, 1)).toBeFocused();
  await expect.poll(() => areaTexts(page)).toEqual(["What changed", "The cause"]);
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowDown");
  await expect(area(page, 2)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(area(page, 3)).toBeFocused();
  await page.keyboard.press("Backspace");
  await expect(area(page, 2)).toBeFocused();
  await tabTo(/^Save version$/u, "Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#\/guides\/[0-9a-f]{64}$/u);
});

test("it fits 390 and 360 px and long texts, and targets are 24 px or larger", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(editBackend);
  await page.getByLabel("Question text").fill("Donaudampfschifffahrtsgesellschaft".repeat(10));
  await page.getByLabel("Short title for lists").fill("Wolfeschlegelsteinhausenbergerdorff".repeat(4));
  await area(page, 1).fill("Rindfleischetikettierungsüberwachung".repeat(8));
  await page.getByRole("button", { name: /^Anchors.* of area 1$/u }).click();
  for (const part of [null, "About the guide", "Scale", "Competencies", "Advice"]) {
    if (part !== null) await page.getByRole("button", { name: part }).click();
    for (const width of [390, 360, 640, 1280]) {
      await page.setViewportSize({ width, height: 844 });
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(over, `${part ?? "question"} at ${width}`).toBeLessThanOrEqual(0);
    }
    const small = await page
      .locator("button:visible, select:visible, summary:visible, label:visible:has(input)")
      .evaluateAll((elements) =>
        elements
          .map((element) => ({ element, box: element.getBoundingClientRect() }))
          .filter(({ box }) => box.width > 1 && (box.width < 24 || box.height < 24))
          .map(({ element }) => element.outerHTML.slice(0, 120)),
      );
    expect(small).toEqual([]);
  }
});

test("axe finds nothing in the editor", { tag: "@long" }, async ({ page }) => {
  await page.goto("/#/guides/new");
  await expectAccessible(page, "new guide");
  await page.getByRole("button", { name: "Save version" }).click();
  await expectAccessible(page, "refused");
  await page.goto(editBackend);
  await page.getByRole("button", { name: /^Anchors.* of area 1$/u }).click();
  await page.getByLabel("Question text").fill("Do you test?");
  await expect(page.getByText(/^It can be answered with yes or no/u)).toBeVisible();
  await expectAccessible(page, "question");
  for (const part of ["About the guide", "Scale", "Competencies", "Advice"]) {
    await page.getByRole("button", { name: part }).click();
    await expectAccessible(page, part);
  }
  await page.reload();
  await expect(page.getByText(/^Draft from/u)).toBeVisible();
  await expectAccessible(page, "draft found");
});
