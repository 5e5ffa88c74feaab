import { expect, type Page } from "@playwright/test";
import sample from "../../data/samples/session.json" with { type: "json" };
import { expectAccessible, expectSaved, importFile, wrapUpAndSubmit } from "./appPage.ts";
import { test } from "./appTest.ts";

interface Rated {
  readonly covered: boolean;
  readonly rating: number | string | null;
  readonly note: string;
}

type Change = (area: Rated, index: number) => Rated;

/** Opens the sample's interview in its wrap-up, every area rated, and then changed; nothing is recommended yet. */
async function openWrapUp(page: Page, change: Change = (area) => area): Promise<void> {
  const session = {
    ...sample.session,
    id: "to-review",
    sample: false,
    candidate: "Priya Raman",
    status: "wrapUp",
    submittedAt: null,
    recommendation: null,
    summary: "",
  };
  const answers = sample.answers.map((answer) => {
    const known: Readonly<Record<string, Rated>> = answer.areas;
    const areas = sample.guide.questions.find(({ id }) => id === answer.questionId)?.areas ?? [];
    const rated = areas.map(({ id }, index): [string, Rated] => {
      const area = known[id];
      return [id, change(area?.rating ? area : { covered: true, rating: 3, note: "" }, index)];
    });
    return { ...answer, areas: Object.fromEntries(rated) };
  });
  const buffer = Buffer.from(JSON.stringify({ ...sample, session, answers }));
  await page.goto("/#/");
  await importFile(page, { name: "a.json", mimeType: "application/json", buffer });
  await openWrapUpAgain(page);
}

async function openWrapUpAgain(page: Page): Promise<void> {
  await page.goto("/#/session/to-review");
  // Whether the browser's window is in front is not the page's: only that nothing else of it has the focus.
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe("H1");
  // From here on it can be written.
  await expectSaved(page);
}

const rows = (page: Page) => page.locator("[data-area]");

/** Every third area is open, and no other has a note: both kinds of gaps, and areas between. */
const withGaps: Change = (area, index) => ({
  ...area,
  note: "",
  rating: index % 3 === 0 ? null : area.rating,
});

/** From now on every shift of the layout counts, also one that a key or a click brought about. */
async function watchShifts(page: Page): Promise<() => Promise<readonly string[]>> {
  const shifts = await page.evaluateHandle(() => {
    const seen: string[] = [];
    const toText = (entry: PerformanceEntry & { sources?: readonly { node: Node | null }[] }) =>
      (entry.sources ?? [])
        .map(({ node }) =>
          (node instanceof Element ? node.outerHTML : String(node?.textContent)).slice(0, 90),
        )
        .join(" | ");
    new PerformanceObserver((list) => seen.push(...list.getEntries().map(toText))).observe({
      type: "layout-shift",
    });
    return seen;
  });
  return async () => {
    // Two frames, for what was drawn last to be reported.
    await page.evaluate(
      () =>
        new Promise((done) => {
          requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50)));
        }),
    );
    return shifts.jsonValue();
  };
}

for (const [width, height] of [
  [1280, 800],
  [820, 1180],
  [390, 844],
] as const) {
  test(`rating moves nothing at ${width} px, by keys or by mouse`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await openWrapUp(page, withGaps);
    const places = () =>
      rows(page).evaluateAll((all) =>
        all.map((row) => {
          const { top, height: high } = row.getBoundingClientRect();
          return [row.getAttribute("data-area"), top + scrollY, high];
        }),
      );
    const before = await places();
    const shiftsSeen = await watchShifts(page);
    const groups = rows(page).getByRole("group");
    for (const [row, point] of [
      [0, 4],
      [1, 0],
      [5, 2],
      [12, 4],
      [0, 0],
    ] as const)
      await groups.nth(row).getByRole("radio").nth(point).click();
    for (const key of [
      "1",
      "ArrowDown",
      "5",
      "Backspace",
      "0",
      "0",
      "ArrowDown",
      "3",
      "4",
      "2",
      "5",
      "1",
      "1",
    ])
      await page.keyboard.press(key);
    await expectSaved(page);
    expect(await places()).toEqual(before);
    expect(await shiftsSeen()).toEqual([]);
  });
}

test("from 1024 px the review and the recommendation are in view together, wherever one reads", async ({
  page,
}) => {
  await page.setViewportSize({ width: 1024, height: 700 });
  await openWrapUp(page, withGaps);
  for (const row of [rows(page).first(), rows(page).nth(10), rows(page).last()]) {
    await row.scrollIntoViewIfNeeded();
    await expect(row).toBeInViewport({ ratio: 1 });
    await expect(page.getByRole("heading", { name: "Recommendation" })).toBeInViewport();
    await expect(page.getByRole("radio", { name: "No decision" })).toBeInViewport();
    await expect(page.getByLabel(/^Summary/u)).toBeInViewport({ ratio: 1 });
    await expect(page.getByRole("button", { name: "Submit the scorecard" })).toBeInViewport({ ratio: 1 });
  }
});

test("submitting takes 28 keys at most where all was rated in the call; they act from arrival on", async ({
  page,
}) => {
  await openWrapUp(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("All areas rated");
  const keys = [
    "d",
    "Space",
    "ArrowDown",
    "ArrowDown",
    "Tab",
    ..."Found the cause.".split(""),
    "Control+Enter",
  ];
  for (const key of keys) await page.keyboard.press(key);
  await expect(page.getByRole("heading", { name: "Submitted" })).toBeFocused();
  // Next from the last question, and from the candidate's own ones, are two more.
  expect(keys.length + 2).toBeLessThanOrEqual(30);
  await page.getByRole("button", { name: "Lock now" }).press("Enter");
  await expect(page.getByText("Submitted, read-only")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Recommendation: yes" })).toBeVisible();
});

async function submit(page: Page): Promise<void> {
  await page.getByRole("radio", { name: "Yes", exact: true }).check();
  await page.getByLabel(/^Summary/u).pressSequentially("Found the cause.");
  await page.getByRole("button", { name: "Submit the scorecard" }).click();
  await expect(page.getByRole("heading", { name: "Submitted" })).toBeFocused();
}

test("a submission that is not taken back is locked by a reload", async ({ page }) => {
  await openWrapUp(page);
  await submit(page);
  await page.reload();
  await expect(page.getByText("Submitted, read-only")).toBeVisible();
});

test("a submission is nothing yet for another tab; one that takes over can take it back", async ({
  page,
  context,
}) => {
  await openWrapUp(page);
  await submit(page);
  const other = await context.newPage();
  await other.goto("/#/session/to-review");
  await other.getByRole("button", { name: "Take over here" }).click();
  await other.getByRole("button", { name: "Take back" }).click();
  await expect(other.getByRole("button", { name: "Submit the scorecard" })).toBeEnabled();
  await expect(page.getByRole("button", { name: "Take back" })).toHaveCount(0);
});

test("the review has no accessibility problems, wide and narrow", { tag: "@long" }, async ({ page }) => {
  await openWrapUp(page, withGaps);
  await expectAccessible(page, "review, wide");
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole("button", { name: "All anchors" }).click();
  await expectAccessible(page, "review, narrow");
  await page.goto("/#/");
  // Two addresses at once would be one going.
  await expect(page.getByRole("heading", { name: "Interviews", level: 1 })).toBeVisible();
  await openWrapUpAgain(page);
  while ((await rest(page).count()) > 0) await rest(page).first().click();
  await submit(page);
  await expectAccessible(page, "submitted");
});

const rest = (page: Page) =>
  page.getByRole("button", { name: /^Mark the rest .*: ?not asked$/u, disabled: false });

test("nothing is cut at 400 %, and the area with the focus is never covered", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 256 });
  await openWrapUp(page, withGaps);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  for (const key of ["ArrowDown", "ArrowDown", "4", "ArrowDown", "End", "ArrowUp"]) {
    await page.keyboard.press(key);
    const isCovered = await page.evaluate(() => {
      const field = document.activeElement;
      if (!field) return true;
      const { x, y, width, height } = field.getBoundingClientRect();
      return document.elementFromPoint(x + width / 2, y + height / 2) !== field;
    });
    expect(isCovered, key).toBe(false);
  }
});

test("the facts at the head of a scorecard stand below each other in columns", async ({ page }) => {
  await openWrapUp(page);
  await wrapUpAndSubmit(page);
  const facts = page.getByRole("main").locator("dl").first();
  await expect(facts.getByText("Submitted", { exact: true })).toBeVisible();
  const columns = async () => {
    const lefts = await facts
      .locator("dt")
      .evaluateAll((names) => names.map((name) => name.getBoundingClientRect().x));
    return new Set(lefts).size;
  };
  expect(await columns()).toBe(3);
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await columns()).toBe(2);
});
