import { readFileSync } from "node:fs";
import { expect, type Locator, type Page } from "@playwright/test";
import { expectAccessible, openMore } from "./appPage.ts";
import { test } from "./appTest.ts";
import sample from "../../data/samples/panel.json" with { type: "json" };

const scorecards = sample.scorecards as readonly {
  readonly session: { readonly summary: string; readonly recommendation: string };
  readonly answers: readonly {
    readonly areas: Readonly<Record<string, { readonly note: string } | undefined>>;
  }[];
}[];
const notes = scorecards.flatMap(({ answers }) =>
  answers.flatMap(({ areas }) => Object.values(areas).flatMap((area) => (area?.note ? [area.note] : []))),
);
const summaries = scorecards.map(({ session }) => session.summary);

async function openSample(page: Page): Promise<void> {
  await page.goto("/#/panels");
  await page.getByRole("button", { name: "Open a sample panel" }).click();
  await expect(page.getByRole("heading", { name: "Before the debrief" })).toBeVisible();
}

async function startDebrief(page: Page): Promise<void> {
  await openSample(page);
  await begin(page);
}

/** Starts the debrief on the screen; the list has the focus a moment after it is drawn. */
async function begin(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Start debrief" }).click();
  await page.getByRole("button", { name: "Start without them" }).click();
  await expect(agendaRows(page)).toHaveCount(32);
  await expect(agendaRows(page).nth(0).getByRole("button")).toBeFocused();
}

const agendaRows = (page: Page): Locator =>
  page.getByRole("table", { name: "Areas, largest gap first" }).locator("tbody tr");
const focus = (page: Page): Locator => page.getByRole("region", { name: "The area in focus" });
const step = (page: Page, name: string) =>
  page.getByRole("navigation", { name: "Steps of the debrief" }).getByRole("link", { name });

async function decide(page: Page): Promise<void> {
  await step(page, "Recommendations and decision").click();
  await page.getByRole("radio", { name: "Hire", exact: true }).check();
  await page.getByLabel("Reasons", { exact: true }).fill("Finds causes and proves them.");
  await page.getByRole("button", { name: "Record decision" }).click();
  await expect(page.getByRole("heading", { name: "Decision: hire" })).toBeVisible();
}

async function savePacket(page: Page): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save packet" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.html$/u);
  // Without its ending, the browser would show the text of it.
  const path = test.info().outputPath("packet.html");
  await download.saveAs(path);
  return path;
}

test("before the start there is who is in and what was asked, and nothing about scores in the page", async ({
  page,
}) => {
  await openSample(page);
  await expect(page.getByRole("list", { name: "Interviewers" }).getByRole("listitem")).toHaveText([
    /^Ines Duarte4 questions · 31 of 32 areas assessedreceived.*Remove/u,
    /^Jonas Weber3 questions · 23 of 24 areas assessedreceived.*Remove/u,
    /^Mei Lin3 questions · 23 of 24 areas assessedreceived.*Remove/u,
    "Omar Khalil2 questionspending",
  ]);
  await expect(page.getByRole("row", { name: /^Designing a new API/u }).getByRole("cell")).toHaveText([
    "8 of 8 assessed",
    "7 of 8 assessed",
    "–not assigned",
    "pending",
  ]);
  const all = await page.content();
  for (const secret of [...notes, ...summaries]) expect(all).not.toContain(secret);
  expect(all).not.toMatch(/strongYes|Strong yes|data-tone|\d points?/u);
  await expect(page.getByRole("button", { name: /packet|debrief file/u })).toHaveCount(0);
});

test("a whole debrief: widest first, agreed, recommendations at the end, a decision that stays", async ({
  page,
}) => {
  await startDebrief(page);
  await expect(agendaRows(page).nth(0)).toContainText("Plan for the fix");
  await expect(agendaRows(page).nth(0)).toContainText("4 points: discuss");
  await expect(agendaRows(page).nth(1)).toContainText("2 points: discuss");
  await expect(agendaRows(page).nth(2)).toContainText("2 points: discuss");
  await expect(agendaRows(page).nth(3)).toContainText("1 point");
  await expect(agendaRows(page).nth(3)).not.toContainText("discuss");

  await expect(focus(page).getByRole("heading", { name: "Plan for the fix" })).toBeVisible();
  await expect(focus(page).getByText("Asked what else was on the table")).toBeVisible();
  await expect(focus(page).getByText("orders options by gain, effort and risk")).toBeVisible();
  await focus(page).getByRole("radio", { name: "3: Sound" }).click();
  await focus(page)
    .getByLabel("Note on the agreed rating")
    .fill("The ways were compared; Jonas had not heard it.");
  await expect(agendaRows(page).nth(0).getByRole("cell").last()).toHaveText("3");
  // What each rated stays as it was.
  await expect(agendaRows(page).nth(0).getByRole("cell")).toHaveText(["4", "1", "5", "4 points", "3"]);

  await page.getByRole("button", { name: /^Improvement, in numbers/u }).click();
  await expect(focus(page).getByText("Revised: I found the figures in my timed notes")).toBeVisible();
  await expect(focus(page).getByText("First note: Said it was faster.")).toBeVisible();

  await step(page, "Recommendations and decision").click();
  await expect(page.getByText("2 areas left to discuss")).toBeVisible();
  await expect(page.getByRole("button", { name: "Reveal recommendations" })).toBeDisabled();
  for (const summary of summaries) expect(await page.content()).not.toContain(summary);

  await step(page, "Areas").click();
  for (const at of [1, 2]) {
    await agendaRows(page).nth(at).getByRole("button").click();
    await focus(page).getByRole("button", { name: "Done, next area" }).click();
    await expect(agendaRows(page).nth(at)).toContainText("discussed");
    await expect(
      agendaRows(page)
        .nth(at + 1)
        .getByRole("button"),
    ).toBeFocused();
  }
  await step(page, "Recommendations and decision").click();
  await page.getByRole("button", { name: "Reveal recommendations" }).click();
  for (const summary of summaries) await expect(page.getByText(summary)).toBeVisible();
  await decide(page);

  await page.reload();
  await expect(page.getByRole("heading", { name: "Decision: hire" })).toBeVisible();
  await step(page, "Areas").click();
  await expect(agendaRows(page).nth(0).getByRole("cell").last()).toHaveText("3");
  await expect(focus(page).getByLabel("Note on the agreed rating")).toHaveValue(
    "The ways were compared; Jonas had not heard it.",
  );
});

test("the areas are gone through from the keyboard alone, in the list and on the projector", async ({
  page,
}) => {
  await startDebrief(page);
  // The first area has the focus, without a Tab.
  await expect(page.getByRole("button", { name: /^Plan for the fix/u })).toBeFocused();
  await page.keyboard.press("4");
  await page.keyboard.press("n");
  await page.keyboard.type("1 and j are text here");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: /^Feedback, and what changed/u })).toBeFocused();
  await page.keyboard.press("0");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("j");
  await page.keyboard.press("k");
  await page.keyboard.press("2");
  await page.keyboard.press("Backspace");
  await expect(agendaRows(page).nth(0).getByRole("cell").last()).toHaveText("4");
  await expect(agendaRows(page).nth(1).getByRole("cell").last()).toHaveText("not enough signal");
  await expect(agendaRows(page).nth(2).getByRole("cell").last()).toHaveText("");
  await page.keyboard.press("Home");
  await expect(focus(page).getByLabel("Note on the agreed rating")).toHaveValue("1 and j are text here");

  // Outside of the list a letter or a digit does nothing.
  await page.getByRole("button", { name: "Projector view" }).focus();
  await page.keyboard.press("5");
  await expect(agendaRows(page).nth(0).getByRole("cell").last()).toHaveText("4");
  await page.keyboard.press("Enter");
  const projector = page.getByRole("group", { name: "Projector view" });
  await expect(projector.getByRole("heading", { name: "Plan for the fix" })).toBeVisible();
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await page.keyboard.press("5");
  await page.keyboard.press("Enter");
  await expect(projector.getByText("4 of 32")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(agendaRows(page).nth(2).getByRole("cell").last()).toHaveText("5");
});

test("who arrives at a laptop sees the first point to discuss, with what each interviewer noted on it", async ({
  page,
}) => {
  await startDebrief(page);
  const height = page.viewportSize()?.height ?? 0;
  const evidence = focus(page).getByRole("list", { name: "Evidence" }).locator(":scope > li");
  await expect(evidence).toHaveCount(3);
  const tops = await evidence.evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().top));
  for (const top of tops) expect(top).toBeLessThan(height - 90);
  await expect(focus(page).getByRole("heading", { name: "Agreed after discussion" })).toBeInViewport();
});

test("no interviewer’s name is broken by what stands beside it, however narrow the window", async ({
  page,
}) => {
  await page.setViewportSize({ width: 1024, height: 768 });
  await openSample(page);
  const names = page.getByRole("list", { name: "Interviewers" }).locator("b");
  await expect(names).toHaveCount(4);
  for (const width of [1024, 1100, 900]) {
    await page.setViewportSize({ width, height: 768 });
    const lines = await names.evaluateAll((all) => all.map((one) => one.getClientRects()[0]!.height));
    for (const height of lines) expect(height).toBeLessThan(30);
  }
});

test("on a projector nothing lies over what the interviewers noted", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await startDebrief(page);
  await page.getByRole("button", { name: "Projector view" }).click();
  const evidence = page.getByRole("list", { name: "Evidence" }).getByRole("listitem");
  await expect(evidence).toHaveCount(3);
  const bottom = await evidence.last().evaluate((one) => one.getBoundingClientRect().bottom);
  const agreed = page.getByRole("heading", { name: "Agreed after discussion" });
  expect(await agreed.evaluate((one) => one.getBoundingClientRect().top)).toBeGreaterThanOrEqual(bottom);
});

test("what is seldom done with a debrief stands behind one button, which keys open and Escape shuts", async ({
  page,
}) => {
  await startDebrief(page);
  const more = page.locator("summary", { hasText: /^More/u });
  const print = page.getByRole("button", { name: "Print packet" });
  await page.getByRole("button", { name: "Save packet" }).focus();
  await page.keyboard.press("Tab");
  await expect(more).toBeFocused();
  const place = () => agendaRows(page).first().boundingBox();
  const before = await place();
  await page.keyboard.press("Enter");
  await expect(print).toBeVisible();
  expect(await place()).toEqual(before);
  await page.keyboard.press("Tab");
  await expect(print).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(print).toBeHidden();
  await expect(more).toBeFocused();

  // A press elsewhere shuts it too, and so does the focus that goes on.
  await more.click();
  await page.getByRole("heading", { name: "Discuss these first" }).click();
  await expect(print).toBeHidden();
  await more.click();
  await page.getByRole("link", { name: "Every rating" }).focus();
  await expect(print).toBeHidden();

  // Whoever cancels what it asked is back at it.
  await openMore(page);
  await page.getByRole("button", { name: "Save debrief file" }).click();
  await expect(print).toBeHidden();
  await page.getByRole("dialog").getByRole("button", { name: "Cancel" }).click();
  await expect(more).toBeFocused();

  // The palette has it all without that.
  await page.keyboard.press("Control+k");
  await page.keyboard.type("close deb");
  const palette = page.getByRole("dialog", { name: "Command palette" });
  await expect(palette.getByRole("option", { selected: true })).toHaveText(/^Close debrief/u);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Before the debrief" })).toBeFocused();
});

test("whoever comes back to the areas is at the one where they were", async ({ page }) => {
  await startDebrief(page);
  await page.keyboard.press("End");
  const last = agendaRows(page).last().getByRole("button");
  await expect(last).toBeFocused();
  await step(page, "Every rating").click();
  await expect(focus(page)).toBeHidden();
  await step(page, "Areas").click();
  await expect(last).toBeFocused();
  await expect(last).toBeInViewport();
  await expect(last).toHaveAttribute("aria-current", "true");
});

test("every rating is in one table, to be filtered and sorted; what is no rating has words", async ({
  page,
}) => {
  await startDebrief(page);
  await step(page, "Every rating").click();
  const table = page.getByRole("table", { name: /areas, with the rating of each interviewer/u });
  const rows = table.locator("tbody tr");
  await expect(rows).toHaveCount(32);
  await expect(
    table.getByRole("row", { name: /^Testing and joining the parts/u }).getByRole("cell"),
  ).toHaveText(["Collaboration", "4", "not assigned", "not enough signal", ""]);
  await expect(rows.filter({ hasText: "other joint work" }).getByRole("cell").nth(1)).toHaveText("not asked");
  await page.getByRole("combobox", { name: "Interviewer" }).selectOption("Jonas Weber");
  await expect(rows).toHaveCount(24);
  await page.getByRole("combobox", { name: "Question" }).selectOption("Slow database or API");
  await expect(rows).toHaveCount(8);
  await table.getByRole("button", { name: "Jonas Weber" }).click();
  await expect(rows.first()).toContainText("Plan for the fix");
  await expect(table.getByRole("columnheader", { name: "Jonas Weber" })).toHaveAttribute(
    "aria-sort",
    "ascending",
  );
  await page.getByRole("combobox", { name: "Competency" }).selectOption("System design");
  await expect(rows).toHaveCount(0);
});

test("means say how many rated and how far apart; weights need a reason", async ({ page }) => {
  await startDebrief(page);
  await step(page, "Questions and competencies").click();
  const competencies = page.getByRole("table", { name: "Means of the competencies" });
  await expect(competencies.getByRole("row", { name: /^System design/u })).toContainText(
    "3.32 raters, 3.3 to 3.4",
  );
  await expect(page.getByText("equal-weight mean of 4 competencies")).toBeVisible();
  await page.getByRole("button", { name: "Weights…" }).click();
  const dialog = page.getByRole("dialog", { name: "Weights" });
  await dialog.getByLabel("System design").fill("3");
  await dialog.getByRole("button", { name: "Apply weights", exact: true }).click();
  await expect(dialog).toBeVisible();
  await dialog.getByLabel("Reason for these weights").fill("The team has two new interfaces to draw up.");
  await dialog.getByRole("button", { name: "Apply weights", exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText("weighted: The team has two new interfaces to draw up.")).toBeVisible();
  await expect(page.getByText("equal-weight mean of 4 competencies")).toBeVisible();
  await expect(competencies.getByRole("row", { name: /^System design/u })).toContainText("weight 3");
});

test("the mark of a mean covers no number of the scale and nobody’s initials, wherever it lies", async ({
  page,
}) => {
  await startDebrief(page);
  await step(page, "Questions and competencies").click();
  const marks = page.locator("[aria-hidden='true'] > [style*='inset-inline-start']");
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 844 });
    await expect(marks).toHaveCount(9);
    // It may lie anywhere along the line, so that it has to keep to a height of its own.
    const covered = await marks.evaluateAll((all) =>
      all.map((mark) => {
        const { top, bottom, height } = mark.getBoundingClientRect();
        const words = document.createTreeWalker(mark.parentElement!, NodeFilter.SHOW_TEXT);
        const texts: string[] = [];
        while (words.nextNode()) {
          const range = document.createRange();
          range.selectNodeContents(words.currentNode);
          const text = range.getBoundingClientRect();
          if (height === 0 || (text.top < bottom - 1 && text.bottom > top + 1)) texts.push(range.toString());
        }
        return texts.join(" ");
      }),
    );
    expect(covered, `at ${width}`).toEqual(Array.from({ length: 9 }, () => ""));
  }
});

test("the packet is one file that runs nothing, and has everything that was shown", async ({
  page,
  browser,
}) => {
  await startDebrief(page);
  const early = readFileSync(await savePacket(page), "utf8");
  for (const summary of summaries) expect(early).not.toContain(summary);
  expect(early).toContain("Not revealed yet.");
  await page.keyboard.press("3");
  await step(page, "Recommendations and decision").click();
  await page.getByRole("button", { name: "Reveal anyway…" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Reveal recommendations" }).click();
  await decide(page);
  const path = await savePacket(page);

  const offline = await browser.newContext({ javaScriptEnabled: false, offline: true });
  const packet = await offline.newPage();
  await packet.goto(`file://${path}`);
  await expect(packet.getByRole("heading", { name: "Decision: hire" })).toBeVisible();
  await expect(packet.getByText("Finds causes and proves them.").first()).toBeVisible();
  for (const note of notes) await expect(packet.getByText(note, { exact: false }).first()).toBeAttached();
  for (const summary of summaries) await expect(packet.getByText(summary).first()).toBeVisible();
  // The style is let through by its hash.
  await expect(packet.locator(".decision")).toHaveCSS("border-top-width", "2px");
  await expect(packet.getByText("first 2")).toHaveCount(2);
  await offline.close();
});

test("on paper there are the tables, their heads on every page, and none of the controls", async ({
  page,
}) => {
  await startDebrief(page);
  await page.emulateMedia({ media: "print" });
  for (const name of ["Projector view", "Save packet", "Add scorecards…"]) {
    await expect(page.getByRole("button", { name, exact: true })).toBeHidden();
  }
  await expect(step(page, "Every rating")).toBeHidden();
  await expect(focus(page)).toBeHidden();
  await expect(agendaRows(page).first()).toHaveCSS("break-inside", "avoid");
  await page.emulateMedia({ media: "screen" });
  await step(page, "Every rating").click();
  await page.emulateMedia({ media: "print" });
  const head = page.getByRole("columnheader", { name: /^Ines Duarte/u });
  // A head that is repeated is painted without boxes of its own, such as buttons are.
  await expect(head.locator("button")).toHaveCSS("display", "contents");
  await expect(page.locator("tbody tr").first()).toHaveCSS("break-inside", "avoid");
  await expect(page.locator("table:visible").locator("xpath=..")).toHaveCSS("overflow-x", "visible");
});

test("the packet's print tab is styled too", async ({ page, context }) => {
  await startDebrief(page);
  const [tab] = await Promise.all([
    context.waitForEvent("page"),
    openMore(page).then(() => page.getByRole("button", { name: "Print packet" }).click()),
  ]);
  await expect(tab.getByRole("heading", { name: "No decision yet" })).toBeVisible();
  await expect(tab.locator(".decision")).toHaveCSS("border-top-width", "2px");
});

test("the debrief file opens the same debrief on another device", async ({ page, browser }) => {
  await startDebrief(page);
  await page.keyboard.press("2");
  await expect(agendaRows(page).nth(0).getByRole("cell").last()).toHaveText("2");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    openMore(page)
      .then(() => page.getByRole("button", { name: "Save debrief file" }).click())
      .then(() => page.getByRole("dialog").getByRole("button", { name: "Save debrief file" }).click()),
  ]);
  const other = await (await browser.newContext()).newPage();
  await other.goto(`${new URL(page.url()).origin}/#/panels`);
  await other.getByTestId("scorecard-files").setInputFiles(await download.path());
  await other.getByRole("link", { name: "Amara Okafor (sample)" }).first().click();
  await expect(agendaRows(other).nth(0).getByRole("cell").last()).toHaveText("2");
  await other.context().close();
});

test("candidates for one role stand side by side by name, with raters and ranges", async ({ page }) => {
  await startDebrief(page);
  const second = JSON.stringify(sample)
    .replaceAll("sample-panel", "second-panel")
    .replaceAll("Amara Okafor", "Aaron Berg");
  await page.goto("/#/panels");
  await page
    .getByTestId("scorecard-files")
    .setInputFiles({ name: "second.json", mimeType: "application/json", buffer: Buffer.from(second) });
  await expect(page.getByRole("list", { name: "Received or waiting" })).toContainText("Aaron Berg");
  await page.goto("/#/panels/compare");
  const table = page.getByRole("table", { name: /^Means of the competencies of each candidate/u });
  await expect(table.getByRole("columnheader")).toHaveText([
    "Competency",
    "Aaron Berg (sample)debrief not started",
    "Amara Okafor (sample)",
  ]);
  await expect(table.getByRole("row", { name: /^System design/u }).getByRole("cell")).toHaveText([
    "–not asked about",
    /mean 3\.33\.32 raters, 3\.3 to 3\.4$/u,
  ]);
});

test("axe finds nothing on the screens of the debrief", { tag: "@long" }, async ({ page }) => {
  await openSample(page);
  await expectAccessible(page, "before the debrief");
  await begin(page);
  await page.keyboard.press("3");
  await expect(agendaRows(page).nth(0).getByRole("cell").last()).toHaveText("3");
  await expectAccessible(page, "areas");
  await page.getByRole("button", { name: "Projector view" }).click();
  await expectAccessible(page, "projector");
  await page.keyboard.press("Escape");
  await step(page, "Every rating").click();
  await expectAccessible(page, "every rating");
  await step(page, "Questions and competencies").click();
  await expectAccessible(page, "means");
  await page.getByRole("button", { name: "Weights…" }).click();
  await expectAccessible(page, "weights");
  await page.getByRole("button", { name: "Cancel" }).click();
  await step(page, "Recommendations and decision").click();
  await expectAccessible(page, "recommendations hidden");
  await page.getByRole("button", { name: "Reveal anyway…" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Reveal recommendations" }).click();
  await expectAccessible(page, "decision");
  await page.goto("/#/panels/compare");
  await expect(page.getByRole("table")).toBeVisible();
  await expectAccessible(page, "candidates");
});

test("on a phone no step is wider than the page, no word of the scale breaks, and notes warn of sensitive words", async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await startDebrief(page);
  const broken = await page.getByRole("list", { name: "Ratings on the scale" }).evaluate((scale) =>
    Array.from(scale.querySelectorAll("li > span:last-child"))
      .filter((point) => point.getClientRects().length > 1 || point.getBoundingClientRect().height > 24)
      .map(({ textContent }) => textContent),
  );
  expect(broken).toEqual([]);
  await page.getByLabel("Note on the agreed rating").pressSequentially("Knows it, but she’s too old for it.");
  await expect(page.locator("[data-hint]")).toContainText("About age:");
  const over = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(await over()).toBe(0);
  for (const name of ["Every rating", "Questions and competencies", "Recommendations and decision"]) {
    await step(page, name).click();
    await expect(step(page, name)).toHaveAttribute("aria-current", "step");
    expect(await over(), name).toBe(0);
  }
  await page.goBack();
  await expect(step(page, "Questions and competencies")).toHaveAttribute("aria-current", "step");
});

test("on a phone no figure of the panel stands behind an edge; a table that still scrolls says so, and keys reach it", async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await startDebrief(page);
  const cut = () =>
    page
      .locator("table:visible")
      .evaluateAll((tables) =>
        tables.map((table) => table.scrollWidth - (table.parentElement?.clientWidth ?? 0)),
      );
  for (const [name, count] of [
    ["Every rating", 1],
    ["Questions and competencies", 2],
  ] as const) {
    await step(page, name).click();
    await expect(page.locator("table:visible")).toHaveCount(count);
    for (const over of await cut()) expect(over, name).toBeLessThanOrEqual(0);
  }
  const first = page.getByRole("row", { name: /^Hard technical problem/u }).first();
  await expect(first.getByText("Ines Duarte", { exact: true })).toBeVisible();

  await page.goto("/#/panels/compare");
  await page.setViewportSize({ width: 280, height: 844 });
  const table = page.getByRole("region", { name: "Candidates side by side" });
  await expect(page.getByText("Scroll sideways to see all columns.")).toBeVisible();
  await table.focus();
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => table.evaluate(({ scrollLeft }) => scrollLeft)).toBeGreaterThan(0);
});

test("on a phone the steps stand in one line, and an agenda that is wider than the screen says so", async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await startDebrief(page);
  const links = page.getByRole("navigation", { name: "Steps of the debrief" }).getByRole("link");
  const tops = await links.evaluateAll((all) => all.map((link) => link.getBoundingClientRect().top));
  expect(tops).toHaveLength(4);
  expect(new Set(tops).size).toBe(1);
  await expect(page.getByText("Scroll sideways to see all columns.")).toBeVisible();
  await expect(page.getByRole("region", { name: "Areas and ratings" })).toBeVisible();
  await page.setViewportSize({ width: 1280, height: 800 });
  await expect(page.getByText("Scroll sideways to see all columns.")).toBeHidden();
});

test("what is agreed on is in view at 1280 by 800, before anybody scrolls and after", async ({ page }) => {
  await startDebrief(page);
  const pane = page.getByRole("region", { name: "The area in focus" });
  const done = pane.getByRole("button", { name: "Done, next area" });
  await expect(pane.getByRole("group", { name: /^Rating: agreed/u })).toBeInViewport({ ratio: 1 });
  await expect(done).toBeInViewport({ ratio: 1 });
  const height = async () => (await pane.boundingBox())!.height;
  const before = await height();
  await page.mouse.move(300, 600);
  await page.mouse.wheel(0, 600);
  // With what stood above it gone there is room for more.
  await expect.poll(height).toBeGreaterThan(before);
  await expect(done).toBeInViewport({ ratio: 1 });
});

test("the steps of a debrief stand where they stood, whichever of them is open", async ({ page }) => {
  await startDebrief(page);
  const links = page.getByRole("navigation", { name: "Steps of the debrief" }).getByRole("link");
  const places = () => links.evaluateAll((all) => all.map((link) => link.getBoundingClientRect().left));
  const before = await places();
  expect(before.length).toBe(4);
  for (const link of (await links.all()).toReversed()) {
    await link.click();
    await expect(link).toHaveAttribute("aria-current", "step");
    expect(await places()).toEqual(before);
  }
});

test("the line around a field of the ratings, and of the reason for weights, keeps clear of the words above it", async ({
  page,
}) => {
  await startDebrief(page);
  /** How far the words of a label end above its field. */
  const roomOver = (field: Locator) =>
    field.evaluate((element) => {
      const words = document.createRange();
      words.selectNode(element.closest("label")!.firstChild!);
      return element.getBoundingClientRect().top - words.getBoundingClientRect().bottom;
    });
  // 2 px of line, 2 px off the field.
  const line = 4;
  await page.getByRole("link", { name: "Every rating" }).click();
  expect(await roomOver(page.getByRole("combobox", { name: "Interviewer" }))).toBeGreaterThanOrEqual(line);
  await page.getByRole("link", { name: "Questions and competencies" }).click();
  await page.getByRole("button", { name: /^Weights/u }).click();
  expect(
    await roomOver(page.getByRole("textbox", { name: "Reason for these weights" })),
  ).toBeGreaterThanOrEqual(line);
});

test("a candidate whose debrief has not started keeps a column that names them", async ({ page }) => {
  await startDebrief(page);
  await page.goto("/#/panels/new");
  await page.getByLabel("Candidate", { exact: true }).fill("Lena Fischer");
  await page.getByLabel("Name of interviewer 1").fill("Jonas Weber");
  await page.getByRole("checkbox", { name: /^Jonas Weber asks: Slow database/u }).check();
  await page.getByRole("button", { name: "Save panel" }).click();
  await expect(page.getByRole("heading", { name: "Invitations" })).toBeVisible();
  await page.goto("/#/panels/compare");
  await page.setViewportSize({ width: 390, height: 844 });
  const column = page.getByRole("columnheader", { name: /^Lena Fischer/u });
  await expect(column).toContainText("debrief not started");
  for (const line of [column.getByRole("link"), column.getByText("debrief not started")]) {
    const lines = await line.evaluate((element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      return new Set(Array.from(range.getClientRects(), ({ top }) => Math.round(top))).size;
    });
    expect(lines).toBe(1);
  }
});

test("nothing runs over the side at 1280 px, and the projector view is large", async ({ page }) => {
  await startDebrief(page);
  const over = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(await over()).toBeLessThanOrEqual(0);
  for (const name of ["Every rating", "Questions and competencies", "Recommendations and decision"]) {
    await step(page, name).click();
    expect(await over(), name).toBeLessThanOrEqual(0);
  }
  await step(page, "Areas").click();
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.getByRole("button", { name: "Projector view" }).click();
  const projector = page.getByRole("group", { name: "Projector view" });
  const sizes = await projector
    .locator("h2, [aria-label=Evidence] p, [aria-label='Ratings on the scale'] li")
    .evaluateAll((all) => all.map((one) => Number.parseFloat(getComputedStyle(one).fontSize)));
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(24);
  // One area fits on the screen, down to what is agreed.
  await expect(projector.getByRole("button", { name: "Done, next area" })).toBeInViewport();
});

test(
  "a script that was planted in every field does not run, neither in the packet nor in its print tab",
  { tag: "@long" },
  async ({ page, context }) => {
    const planted = `<img src=x onerror="window.planted=1"><script>window.planted=1</script>`;
    const poisoned = structuredClone(sample) as unknown as Poisoned;
    poisoned.panel.candidate = planted;
    poisoned.panel.role = planted;
    for (const interviewer of poisoned.panel.interviewers) interviewer.name += planted;
    for (const { session, answers } of poisoned.scorecards) {
      session.candidate = planted;
      session.summary = planted;
      for (const { areas, notes: timed } of answers) {
        for (const area of Object.values(areas)) area.note = planted;
        for (const note of timed) note.text = planted;
      }
    }
    await page.goto("/#/panels");
    await page.getByTestId("scorecard-files").setInputFiles({
      name: "planted.json",
      mimeType: "application/json",
      buffer: Buffer.from(JSON.stringify(poisoned)),
    });
    await page.getByRole("list", { name: "Received or waiting" }).getByRole("link").click();
    await page.getByRole("button", { name: "Start debrief" }).click();
    await page.getByRole("button", { name: "Start without them" }).click();
    await expect(agendaRows(page)).toHaveCount(32);
    const path = await savePacket(page);
    const [tab] = await Promise.all([
      context.waitForEvent("page"),
      openMore(page).then(() => page.getByRole("button", { name: "Print packet" }).click()),
    ]);
    const file = await context.newPage();
    await file.goto(`file://${path}`);
    for (const opened of [page, tab, file]) {
      await expect(opened.getByText(planted).first()).toBeVisible();
      expect(await opened.evaluate(() => "planted" in window)).toBe(false);
      await expect(opened.locator("img, body script")).toHaveCount(0);
    }
  },
);

interface Poisoned {
  readonly panel: { candidate: string; role: string; readonly interviewers: { name: string }[] };
  readonly scorecards: {
    readonly session: { candidate: string; summary: string };
    readonly answers: {
      readonly areas: Readonly<Record<string, { note: string }>>;
      readonly notes: { text: string }[];
    }[];
  }[];
}
