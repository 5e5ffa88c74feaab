import { expect, type Page } from "@playwright/test";
import { areas, doubleClick, expectAccessible, expectSaved, startInterview, useWindowOf } from "./appPage.ts";
import { test } from "./appTest.ts";
import { begin, byKeys, goThrough } from "./hourOfInterview.ts";
import { watchShifts } from "./stillness.ts";

// Each window has its own size here, as on a desk.
test.beforeEach(({ page }) => useWindowOf(page, { width: 1280, height: 900 }));

/** Floats the interview in the real window. @returns the panel */
async function float(page: Page): Promise<Page> {
  const opened = page.context().waitForEvent("page");
  await page.getByRole("button", { name: "Float over the call" }).click();
  const panel = await opened;
  await expect(areas(panel)).toHaveCount(8);
  return panel;
}

const closedNotice = (page: Page) => page.getByText("The floating panel is closed.");
const pane = (page: Page) => page.locator("[data-pane]");

test("the panel lies over all windows, looks as the page does, and shows all areas in its size", async ({
  page,
}) => {
  await startInterview(page);
  const panel = await float(page);
  expect(
    await page.evaluate(
      () =>
        (window as { documentPictureInPicture?: { window: Window | null } }).documentPictureInPicture?.window
          ?.document.title,
    ),
  ).toContain("Interview");
  const lookOf = (one: Page) =>
    one.evaluate(() => {
      const { lang, dir } = document.documentElement;
      const area = document.querySelector("[data-area]");
      if (!area) throw new Error("There is no area.");
      const { backgroundColor, fontFamily, fontSize } = getComputedStyle(document.documentElement);
      const { display, overflow } = getComputedStyle(area);
      return [document.compatMode, lang, dir, backgroundColor, fontFamily, fontSize, display, overflow];
    });
  expect(await lookOf(panel)).toEqual(await lookOf(page));
  for (const area of await areas(panel).all()) await expect(area).toBeInViewport({ ratio: 1 });
  await expectAccessible(panel, "the floating panel");
  // Its style sheet comes with it.
  await panel.keyboard.press("?");
  const keys = panel.getByRole("dialog", { name: "Keys" });
  await expect(keys).toBeVisible();
  await expect(keys.locator("dl").first()).toHaveCSS("display", "grid");
  await expect(page.getByRole("dialog")).toBeHidden();
  await panel.keyboard.press("Escape");
  await expect(keys).toBeHidden();
});

test("in the panel, too, a double click goes on by one question", async ({ page }) => {
  await startInterview(page);
  const panel = await float(page);
  const next = panel.getByRole("button", { name: /^Next: /u });
  const name = await next.getAttribute("title");
  await doubleClick(panel, next);
  await expect(next).not.toHaveAttribute("title", name!);
  await expect(page.locator("[aria-current=step]")).toContainText(name!.replace("Next: ", ""));
});

test("an interview is done by the keys of the panel alone: the tab shows it, and undo works in both", async ({
  page,
}) => {
  await startInterview(page);
  const panel = await float(page);
  await panel.bringToFront();
  await panel.keyboard.press("4");
  await panel.keyboard.press("2");
  await panel.keyboard.press("n");
  await panel.keyboard.type("Read the plan first.");
  await panel.keyboard.press("Escape");
  await panel.keyboard.press("f");
  await panel.keyboard.press("Control+Enter");
  await panel.keyboard.press("Control+Enter");
  const shown = (view: Page) => view.getByRole("heading", { level: 1 }).textContent();
  // The tab hears of it with its next frame.
  await expect.poll(async () => (await shown(panel)) === (await shown(page))).toBe(true);
  await panel.keyboard.press("Control+Shift+Enter");
  await expect(areas(page).nth(0).getByRole("radio", { name: /^4:/u })).toBeChecked();
  await expect(areas(page).nth(1).getByRole("radio", { name: /^2:/u })).toBeChecked();
  await expect(areas(page).nth(2)).toContainText("Read the plan first.");
  await panel.keyboard.press("Control+z");
  await panel.keyboard.press("Control+z");
  await expect(areas(page).nth(1).getByRole("radio", { name: /^2:/u })).not.toBeChecked();
  await page.bringToFront();
  await page.keyboard.press("Control+Shift+z");
  await expect(areas(page).nth(1).getByRole("radio", { name: /^2:/u })).toBeChecked();
  await expect(areas(panel).nth(1).getByRole("radio", { name: /^2:/u })).toBeChecked();
});

test("what is typed in the panel when it closes is kept", async ({ page }) => {
  await startInterview(page);
  const panel = await float(page);
  await panel.keyboard.press("n");
  await panel.keyboard.type("Halved the error rate.");
  await panel.close();
  await expect(closedNotice(page)).toBeVisible();
  await expect(pane(page).getByRole("textbox")).toHaveValue("Halved the error rate.");
  await expectSaved(page);
  await page.reload();
  await expect(pane(page).getByRole("textbox")).toHaveValue("Halved the error rate.");
});

test(
  "closed by another page’s panel, it is missed in the footer without anything moving, and one key brings it back",
  { tag: "@long" },
  async ({ page, baseURL }) => {
    await startInterview(page);
    await float(page);
    const placesOf = () =>
      page.evaluate(() =>
        Array.from(
          document.querySelectorAll("[data-area], [data-pane], header, footer, aside"),
          (element) => {
            const { x, y, width, height } = element.getBoundingClientRect();
            return [x, y, width, height];
          },
        ),
      );
    const before = await placesOf();
    const other = await page.context().newPage();
    await other.goto(`${baseURL}/`);
    await other.evaluate(() => {
      document.onclick = () => {
        void (
          window as unknown as { documentPictureInPicture: { requestWindow: () => Promise<Window> } }
        ).documentPictureInPicture.requestWindow();
      };
    });
    await other.mouse.click(100, 100);
    await expect(closedNotice(page)).toBeVisible();
    expect(await placesOf()).toEqual(before);
    await other.close();
    await page.bringToFront();
    const opened = page.context().waitForEvent("page");
    await page.keyboard.press("p");
    await expect(areas(await opened)).toHaveCount(8);
    await expect(closedNotice(page)).toBeHidden();
  },
);

test("a reload of the tab closes the panel and offers it again; closing the tab closes it", async ({
  page,
}) => {
  await startInterview(page);
  const panel = await float(page);
  const closed = panel.waitForEvent("close");
  await page.reload();
  await closed;
  await expect(closedNotice(page)).toBeVisible();
  const opened = page.context().waitForEvent("page");
  await page.getByRole("button", { name: "Float again" }).click();
  const again = await opened;
  const closedAgain = again.waitForEvent("close");
  await page.close();
  await closedAgain;
});

test("while the tab lies behind another one, keys in the panel are written and its clock goes on", async ({
  page,
}) => {
  await startInterview(page);
  const panel = await float(page);
  const call = await page.context().newPage();
  await call.bringToFront();
  const clock = panel.getByRole("timer");
  const before = await clock.textContent();
  await expect(clock).not.toHaveText(before ?? "", { timeout: 5000 });
  await panel.keyboard.press("n");
  await panel.keyboard.type("Said so twice.");
  await panel.keyboard.press("Escape");
  await expectSaved(panel);
  await call.close();
  await expect(areas(page).first()).toContainText("Said so twice.");
});

test.describe("offline", () => {
  test.use({ serviceWorkers: "allow" });

  test("the panel has its look", { tag: "@long" }, async ({ page }) => {
    await page.goto("/");
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    await page.reload();
    await startInterview(page);
    // All of the live screen is loaded: what is half loaded as the network goes is another case.
    await expect(page.locator("[data-live] dialog")).toHaveCount(2);
    await page.context().setOffline(true);
    const panel = await float(page);
    const rowOf = (one: Page) =>
      areas(one)
        .first()
        .evaluate((element) => getComputedStyle(element).display);
    expect(await rowOf(panel)).toBe(await rowOf(page));
  });
});

test("an hour in the panel alone", { tag: "@long" }, async ({ page }, testInfo) => {
  test.setTimeout(180_000);
  await begin(page);
  const panel = await float(page);
  await panel.bringToFront();
  // The panel has been drawn, and stands still from here on.
  await panel.waitForTimeout(500);
  await panel.evaluate(watchShifts);
  await page.evaluate(() => (window.shifts.length = 0));
  const { means, pressedCount } = byKeys(panel);
  // The panel closes before the key is let go.
  const finish = () => Promise.allSettled([means.finish()]);
  await goThrough(panel, { ...means, finish }, page);
  testInfo.annotations.push({
    type: "measured",
    description: `${pressedCount()} keys, without those of the notes`,
  });
});
