import { expect, type Page } from "@playwright/test";
import { areas, expectSaved, smallTargets, startInterview } from "./appPage.ts";
import { test } from "./appTest.ts";

const COARSE_TARGET_PX = 44;

const sizes = [
  { width: 820, height: 1180 },
  { width: 1180, height: 820 },
  { width: 768, height: 1024 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
  { width: 844, height: 390 },
  { width: 640, height: 800 },
  { width: 320, height: 740 },
];

/** Does the same in one interview at each size, as on a device that is turned or a window that is dragged. */
async function atEach(
  page: Page,
  these: readonly (typeof sizes)[number][],
  look: (size: (typeof sizes)[number]) => Promise<void>,
): Promise<void> {
  for (const size of these)
    await test.step(`at ${size.width} x ${size.height}`, async () => {
      await page.setViewportSize(size);
      await page.evaluate(() => new Promise(requestAnimationFrame));
      await look(size);
    });
}

test("every target takes a finger, and nothing is cut off at the side", async ({ page }) => {
  await startInterview(page);
  await atEach(page, sizes, async () => {
    expect(await smallTargets(page, COARSE_TARGET_PX)).toEqual([]);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(over).toBeLessThanOrEqual(0);
  });
});

test("on a tablet all eight areas and the note are in view", async ({ page }) => {
  await startInterview(page);
  await atEach(page, sizes.slice(0, 4), async () => {
    for (const area of await areas(page).all()) await expect(area).toBeInViewport({ ratio: 1 });
    await expect(page.locator("[data-pane]").getByRole("textbox")).toBeInViewport({ ratio: 1 });
  });
});

test("one sees that one looks back, and can go back or start that clock", async ({ page }) => {
  await startInterview(page);
  await page.keyboard.press("Control+Enter");
  await page.keyboard.press("3");
  await page.keyboard.press("Control+Enter");
  await page.keyboard.press("3");
  await page.keyboard.press("Alt+1");
  const parts = [
    page.getByText(/^Looking back/u),
    page.getByRole("button", { name: "Go back" }),
    page.getByRole("button", { name: "Start this clock" }),
  ];
  await atEach(page, sizes, async () => {
    for (const part of parts) {
      await part.scrollIntoViewIfNeeded();
      await expect(part).toBeInViewport({ ratio: 1 });
      // Its start is what tells it; a line may be cut at its end. What lets taps through is not hit.
      const isSeen = await part.evaluate((element) => {
        element.style.pointerEvents = "auto";
        const { x, y, width: across, height: high } = element.getBoundingClientRect();
        return [x + 4, x + across - 4].every((place) =>
          element.contains(document.elementFromPoint(place, y + high / 2)),
        );
      });
      expect(isSeen).toBe(true);
    }
  });
});

test("across the top the agenda names every question and part of the call whole, as high as with one line", async ({
  page,
}) => {
  await startInterview(page);
  const agenda = page.getByRole("navigation", { name: "Agenda" });
  const named = [
    "Introduction",
    "Hard technical problem",
    "Working with other teams",
    "Reworking legacy code",
  ];
  for (const width of [820, 640]) {
    await page.setViewportSize({ width, height: 1180 });
    for (const name of [...named, "Candidate’s questions"]) {
      const cut = await agenda
        .getByText(name, { exact: true })
        .evaluate((title) => [
          title.scrollHeight - title.clientHeight,
          title.scrollWidth - title.clientWidth,
        ]);
      expect(Math.max(...cut), `${name} at ${width}`).toBeLessThanOrEqual(1);
    }
  }
  const heights = await agenda
    .getByRole("listitem")
    .evaluateAll((items) => [...new Set(items.map((item) => item.getBoundingClientRect().height))]);
  expect(heights).toHaveLength(1);
  expect(heights[0]).toBeLessThanOrEqual(58);
});

test("turned or made narrow, the agenda shows the question on the screen, and how far each has come", async ({
  page,
}) => {
  await startInterview(page);
  for (let added = 0; added < 5; added++) {
    await page.keyboard.press("a");
    await page.getByLabel("Your own question").fill("Why?");
    await page.getByRole("button", { name: "Add as next question" }).tap();
  }
  await page.setViewportSize({ width: 1180, height: 820 });
  await page.keyboard.press("Alt+8");
  const agenda = page.getByRole("navigation", { name: "Agenda" });
  const current = agenda.locator("[aria-current]");
  await expect(current).toHaveAccessibleName(/^8 .* 0 of 8 covered$/u);
  for (const width of [820, 640]) {
    await page.setViewportSize({ width, height: 1180 });
    await expect(current).toBeInViewport({ ratio: 1 });
    await expect(current.getByText("0/8")).toBeInViewport({ ratio: 1 });
  }
});

test("time that ran while one was away is told of in full, beside what can be done with it", async ({
  page,
}) => {
  await startInterview(page);
  await page.getByRole("button", { name: "Back to interviews" }).tap();
  await expect(page.getByRole("table", { name: "Interviews" })).toBeVisible();
  await page.evaluate(() => {
    const now = Date.now.bind(Date);
    Date.now = () => now() + 4 * 60_000;
  });
  await page.goBack();
  const told = page.getByText(/^The timer ran 0\d:\d\d while you were away\.$/u);
  await atEach(page, sizes.slice(0, 5), async () => {
    await expect(told).toBeInViewport({ ratio: 1 });
    const cut = await told.evaluate(({ scrollWidth, clientWidth, scrollHeight, clientHeight }) => [
      scrollWidth - clientWidth,
      scrollHeight - clientHeight,
    ]);
    expect(Math.max(...cut)).toBeLessThanOrEqual(1);
    await expect(page.getByRole("button", { name: /^Subtract 0/u })).toBeInViewport({ ratio: 1 });
  });
});

for (const size of [
  { width: 820, height: 1180 },
  { width: 640, height: 800 },
]) {
  test(`at ${size.width} x ${size.height} a finger starts the candidate’s own questions out of their order`, async ({
    page,
  }) => {
    await page.setViewportSize(size);
    await startInterview(page);
    const segment = page
      .getByRole("navigation", { name: "Agenda" })
      .getByRole("button", { name: /^Candidate’s questions/u });
    await segment.tap();
    await expect(segment).toHaveAttribute("aria-pressed", "true");
  });
}

const LINES = 4;

const sizesWithKeyboard = [
  { width: 820, height: 680 },
  { width: 768, height: 624 },
  { width: 640, height: 740 },
  { width: 390, height: 508 },
  { width: 360, height: 440 },
];

test(`as a keyboard on the screen leaves the window, the note shows ${LINES} lines`, async ({ page }) => {
  await startInterview(page);
  await atEach(page, sizesWithKeyboard, async () => {
    const lines = await page
      .locator("[data-pane]")
      .getByRole("textbox")
      .evaluate((field) => {
        const { lineHeight, paddingBlockStart, paddingBlockEnd } = getComputedStyle(field);
        const padding = Number.parseFloat(paddingBlockStart) + Number.parseFloat(paddingBlockEnd);
        return (field.clientHeight - padding) / Number.parseFloat(lineHeight);
      });
    expect(lines).toBeGreaterThanOrEqual(LINES);
  });
});

const KEYBOARD_PX = 336;

test("the keyboard on the screen covers no field that is typed in", async ({ page }) => {
  await startInterview(page);
  const note = page.locator("[data-pane]").getByRole("textbox");
  await atEach(page, sizes, async (size) => {
    await note.blur();
    await note.tap();
    const height = Math.max(160, size.height - KEYBOARD_PX);
    // Where the browser makes the window smaller for it.
    await page.setViewportSize({ width: size.width, height });
    await expectInView(page, height);
    await page.keyboard.type("Said so.");
    await expectInView(page, height);
    await page.setViewportSize(size);
    await expectSaved(page);
  });
});

test("nor does one that lies over the window", async ({ page }) => {
  await page.addInitScript(() => {
    const visible = Object.assign(new EventTarget(), { height: 0, scale: 1, offsetTop: 0 });
    Object.defineProperty(window, "visualViewport", { value: visible });
    addEventListener("DOMContentLoaded", () => {
      visible.height = innerHeight;
    });
  });
  await startInterview(page);
  const note = page.locator("[data-pane]").getByRole("textbox");
  await atEach(page, sizes, async (size) => {
    await note.blur();
    await leaveVisible(page, size.height);
    await note.tap();
    const height = Math.max(160, size.height - KEYBOARD_PX);
    await leaveVisible(page, height);
    await expectInView(page, height);
  });
});

/** Has the stand-in for the visible part of the window say that so much of its height is left, in px. */
function leaveVisible(page: Page, height: number): Promise<void> {
  return page.evaluate((left) => {
    const visible = window.visualViewport;
    if (!visible) throw new Error("The stand-in is not there.");
    Object.assign(visible, { height: left });
    visible.dispatchEvent(new Event("resize"));
  }, height);
}

/** @param height of the window that the keyboard leaves, in px */
async function expectInView(page: Page, height: number): Promise<void> {
  await expect(async () => {
    const place = await page.evaluate(() => {
      const { top, bottom } = document.activeElement!.getBoundingClientRect();
      return { isField: document.activeElement?.tagName === "TEXTAREA", top, bottom };
    });
    expect(place.isField).toBe(true);
    expect(place.top).toBeGreaterThanOrEqual(0);
    // The first lines of it, where it is higher than what is left.
    expect(Math.min(place.bottom, place.top + 60)).toBeLessThanOrEqual(height);
  }).toPass({ timeout: 20_000 });
}

test("an interview is done by touch on a tablet, upright and turned, without a pointer that hovers", async ({
  page,
}) => {
  await startInterview(page);
  await areas(page).nth(3).getByRole("radio", { name: /^4:/u }).tap({ force: true });
  await expect(areas(page).nth(3).getByRole("radio", { name: /^4:/u })).toBeChecked();
  await areas(page).nth(5).getByRole("checkbox").tap();
  await expect(areas(page).nth(5).getByRole("checkbox")).toBeChecked();
  await page.locator("[data-pane]").getByRole("textbox").tap();
  await page.keyboard.type("Turned the tablet.");
  await page.setViewportSize({ width: 1180, height: 820 });
  await expect(page.locator("[data-pane]").getByRole("textbox")).toHaveValue("Turned the tablet.");
  await page.getByRole("checkbox", { name: /^What other ways/u }).tap();
  await expect(page.getByRole("checkbox", { name: /^What other ways/u })).toBeChecked();
  await expectSaved(page);
});
