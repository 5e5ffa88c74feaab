import { expect, test, type Page } from "@playwright/test";
import { areas, expectSaved, openSession, say, shownSeconds, startSession, typeNote } from "./liveSession.ts";

const HOUR_MS = 3_600_000;

declare global {
  interface Window {
    /** How far the wall clock was moved, ms. */
    clockOffsetMs: number;
    areTicksHeld: boolean;
    /** Everything the timer has shown. */
    shown: string[];
  }
}

test.beforeEach(async ({ page }) => {
  // The wall clock alone: performance.now() goes on, as when the machine sleeps or its clock is set.
  await page.addInitScript(() => {
    const realNow = Date.now.bind(Date);
    window.clockOffsetMs = Number(localStorage.getItem("clock offset") ?? 0);
    Date.now = () => realNow() + window.clockOffsetMs;
  });
});

async function moveClock(page: Page, byMs: number): Promise<void> {
  await page.evaluate((ms) => {
    window.clockOffsetMs += ms;
    localStorage.setItem("clock offset", String(window.clockOffsetMs));
  }, byMs);
}

async function startTimer(page: Page): Promise<string> {
  const id = await startSession(page);
  await expect.poll(() => shownSeconds(page)).toBeGreaterThanOrEqual(2);
  return id;
}

test("an hour of sleep is in the time, said, and can be taken off", { tag: "@firefox" }, async ({ page }) => {
  const id = await startTimer(page);
  await moveClock(page, HOUR_MS);
  await expect.poll(() => shownSeconds(page)).toBeGreaterThanOrEqual(3600);
  await expect(page.getByText(/^The timer ran (1:00:00|59:59) while/u)).toBeVisible();
  await page.getByRole("button", { name: /^Subtract/u }).click();
  await expect.poll(() => shownSeconds(page)).toBeLessThan(60);
  expect(await shownSeconds(page)).toBeGreaterThanOrEqual(2);
  await expectSaved(page);
  await openSession(page, id);
  await expect(page.getByText(/^The timer ran/u)).toBeHidden();
  expect(await shownSeconds(page)).toBeLessThan(60);
});

test("a clock set back an hour takes nothing off, and is said", { tag: "@firefox" }, async ({ page }) => {
  const id = await startTimer(page);
  const before = await shownSeconds(page);
  await page.evaluate(keepWhatIsShown);
  await moveClock(page, -HOUR_MS);
  // A key is most likely the first to meet the clock.
  await typeNote(page, "x");
  await expect
    .poll(async () => {
      const seconds = await shownSeconds(page);
      return seconds >= before + 2 && seconds < 60;
    })
    .toBe(true);
  const shown = await page.evaluate(() => window.shown);
  say(`clock set back an hour: the timer showed ${shown.join(", ")}`);
  expect(shown).toEqual(
    shown.toSorted((a, b) => Number(a.replaceAll(":", "")) - Number(b.replaceAll(":", ""))),
  );
  await expect(page.getByText(/The clock was set back by (1:00:00|59:59)/u)).toBeVisible();
  await expectSaved(page);
  await openSession(page, id);
  expect(await shownSeconds(page)).toBeGreaterThanOrEqual(before);
});

test(
  "a reload changes nothing: the time goes on by the wall clock",
  { tag: "@firefox" },
  async ({ page }) => {
    const id = await startTimer(page);
    await expectSaved(page);
    const before = await shownSeconds(page);
    await page.goto("about:blank");
    await page.waitForTimeout(2000);
    await openSession(page, id);
    expect(await shownSeconds(page)).toBeGreaterThanOrEqual(before + 2);
    await expect(page.getByRole("button", { name: /^Subtract/u })).toHaveCount(0);
  },
);

test("a session left open overnight with its page closed says so, and the night can be taken off", async ({
  page,
}) => {
  const id = await startTimer(page);
  await expectSaved(page);
  await moveClock(page, 0);
  await page.evaluate((ms) => localStorage.setItem("clock offset", String(ms)), 10 * HOUR_MS);
  await openSession(page, id);
  await expect(page.getByText(/^The timer ran (10:00:|9:59:)\d\d while/u)).toBeVisible();
  await page.getByRole("button", { name: /^Subtract/u }).click();
  await expect.poll(() => shownSeconds(page)).toBeLessThan(60);
  await expect(areas(page)).toBeVisible();
});

test(
  "a tab whose ticks are held back, as a hidden one's are, shows the whole time with the next of them",
  { tag: "@firefox" },
  async ({ page }) => {
    await page.addInitScript(makeTicksHoldable);
    await startTimer(page);
    await page.evaluate(() => {
      window.areTicksHeld = true;
    });
    const before = await shownSeconds(page);
    await page.waitForTimeout(3000);
    expect(await shownSeconds(page)).toBe(before);
    await page.evaluate(() => {
      window.areTicksHeld = false;
    });
    await expect.poll(() => shownSeconds(page)).toBeGreaterThanOrEqual(before + 3);
    await expect(page.getByRole("button", { name: /^Subtract/u })).toHaveCount(0);
  },
);

/** In the page: what comes by an interval does not come while it is held. No page of a test is ever hidden. */
function makeTicksHoldable(): void {
  const start = window.setInterval.bind(window);
  Object.assign(window, {
    setInterval: (tick: () => void, ms: number) =>
      start(() => {
        if (!window.areTicksHeld) tick();
      }, ms),
  });
}

/** In the page: keeps all that the timer shows from now on, also what is there for one frame only. */
function keepWhatIsShown(): void {
  const timer = document.querySelector("[role=timer]");
  window.shown = [timer?.textContent ?? ""];
  new MutationObserver(() => window.shown.push(timer?.textContent ?? "")).observe(document.body, {
    subtree: true,
    childList: true,
    characterData: true,
  });
}
