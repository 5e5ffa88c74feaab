import { expect, test, type Page } from "@playwright/test";
import { areas, expectSaved, openSession, say, startSession } from "./liveSession.ts";

const HOUR_MS = 3_600_000;

declare global {
  interface Window {
    /** How far the wall clock was moved, ms. */
    clockOffsetMs: number;
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

/** @returns what the question's timer shows, in seconds */
async function shownSeconds(page: Page): Promise<number> {
  const parts = (await page.getByRole("timer").innerText()).split(":").map(Number);
  return parts.reduce((sum, part) => sum * 60 + part, 0);
}

async function startTimer(page: Page): Promise<string> {
  const id = await startSession(page);
  await page.getByRole("button", { name: "Start timer" }).click();
  await expect.poll(() => shownSeconds(page)).toBeGreaterThanOrEqual(2);
  return id;
}

test("an hour of sleep is in the time, said, and can be taken off", { tag: "@firefox" }, async ({ page }) => {
  const id = await startTimer(page);
  await moveClock(page, HOUR_MS);
  await expect.poll(() => shownSeconds(page)).toBeGreaterThanOrEqual(3600);
  await expect(page.getByText(/1:00:00 of this time/u)).toBeVisible();
  await page.getByRole("button", { name: "Take it off" }).click();
  await expect.poll(() => shownSeconds(page)).toBeLessThan(60);
  expect(await shownSeconds(page)).toBeGreaterThanOrEqual(2);
  await expect(page.getByText(/1:00:00 was taken off/u)).toBeVisible();
  await expectSaved(page);
  await openSession(page, id);
  await expect(page.getByText(/was taken off/u)).toBeVisible();
  expect(await shownSeconds(page)).toBeLessThan(60);
});

test("a clock set back an hour takes nothing off, and is said", { tag: "@firefox" }, async ({ page }) => {
  const id = await startTimer(page);
  const before = await shownSeconds(page);
  await moveClock(page, -HOUR_MS);
  const seen: number[] = [before];
  for (let look = 0; look < 20; look++) {
    seen.push(await shownSeconds(page));
    await page.waitForTimeout(100);
  }
  say(`clock set back an hour: the timer showed ${seen.join(" ")} s`);
  expect(seen).toEqual(seen.toSorted((a, b) => a - b));
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
    await expect(page.getByRole("button", { name: "Take it off" })).toHaveCount(0);
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
  await expect(page.getByText(/(10:00:|9:59:)\d\d of this time/u)).toBeVisible();
  await page.getByRole("button", { name: "Take it off" }).click();
  await expect.poll(() => shownSeconds(page)).toBeLessThan(60);
  await expect(areas(page)).toBeVisible();
});

test("a hidden tab counts on", async ({ page, context }) => {
  await startTimer(page);
  const before = await shownSeconds(page);
  const other = await context.newPage();
  await other.bringToFront();
  await other.waitForTimeout(3000);
  await page.bringToFront();
  await expect.poll(() => shownSeconds(page)).toBeGreaterThanOrEqual(before + 3);
});
