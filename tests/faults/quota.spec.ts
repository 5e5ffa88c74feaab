import { readFileSync } from "node:fs";
import { expect, test, type CDPSession, type Page } from "@playwright/test";
import { expectSaved, noteField, openSession, say, startSession } from "./liveSession.ts";

test.describe.configure({ timeout: 120_000 });

declare global {
  interface Window {
    /** Ms since the page began, of the first write that was refused and the first sight of the banner. */
    measured: { refusedAt: number; bannerAt: number };
  }
}

/** The fields of the plan have alerts too, without a button. */
const BANNER = "[role=alert]:has(button)";

/** Chromium goes by the room it found last for up to half a minute. */
const ROOM_CACHED_MS = 31_000;

async function fillDisk(page: Page, debug: CDPSession): Promise<void> {
  await debug.send("Storage.overrideQuotaForOrigin", { origin: new URL(page.url()).origin, quotaSize: 1 });
  await page.waitForTimeout(ROOM_CACHED_MS);
}

async function makeRoom(page: Page, debug: CDPSession): Promise<void> {
  await debug.send("Storage.overrideQuotaForOrigin", { origin: new URL(page.url()).origin });
}

test("with the disk full, typing goes on, a copy can be had, and all is saved once there is room", async ({
  page,
  context,
}) => {
  await page.addInitScript(measureBanner, BANNER);
  const id = await startSession(page);
  await noteField(page).focus();
  await page.keyboard.type("before ");
  await expectSaved(page);
  const debug = await context.newCDPSession(page);
  await fillDisk(page, debug);

  // The key, or the sign of life that a live session writes every ten seconds: whichever meets the full disk first.
  await page.keyboard.press("x");
  await page.locator(BANNER).waitFor();
  const { refusedAt, bannerAt } = await page.evaluate(() => window.measured);
  const shownAfterMs = bannerAt - refusedAt;
  say(`disk full: the banner was there ${shownAfterMs.toFixed(1)} ms after the write was refused`);
  expect(shownAfterMs).toBeLessThan(1000);
  await expect(page.locator(BANNER)).toContainText("no room left");

  await page.keyboard.type(" and more while full");
  const text = "before x and more while full";
  await expect(noteField(page)).toHaveValue(text);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download a copy" }).click(),
  ]);
  expect(readFileSync(await download.path(), "utf8")).toContain(text);

  await makeRoom(page, debug);
  await expectSaved(page);
  await expect(page.locator(BANNER)).toBeHidden();
  await openSession(page, id);
  await expect(noteField(page)).toHaveValue(text);
});

test("unsaved work outlives its screen: it is there on coming back, and saved once there is room", async ({
  page,
  context,
}) => {
  const id = await startSession(page);
  const debug = await context.newCDPSession(page);
  await fillDisk(page, debug);
  await noteField(page).focus();
  await page.keyboard.type("kept in memory");
  await page.locator(BANNER).waitFor();
  await page.getByRole("button", { name: "To the library" }).click();
  await page.getByRole("link", { name: /^Resume/u }).click();
  await expect(noteField(page)).toHaveValue("kept in memory");
  await page.getByRole("button", { name: "To the library" }).click();
  await makeRoom(page, debug);
  // It is tried again every second, with nothing of it on the screen.
  await page.waitForTimeout(3000);
  await openSession(page, id);
  await expect(noteField(page)).toHaveValue("kept in memory");
});

/** In the page: notes when the first write is refused, and when the banner is there. */
function measureBanner(selector: string): void {
  window.measured = { refusedAt: Number.NaN, bannerAt: Number.NaN };
  // oxlint-disable-next-line typescript/unbound-method -- it is called on its database below
  const open = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function begin(...args) {
    const transaction = open.apply(this, args);
    transaction.addEventListener("abort", () => {
      if (Number.isNaN(window.measured.refusedAt)) window.measured.refusedAt = performance.now();
    });
    return transaction;
  };
  new MutationObserver((_changes, observer) => {
    if (!document.querySelector(selector)) return;
    window.measured.bannerAt = performance.now();
    observer.disconnect();
  }).observe(document, { childList: true, subtree: true });
}
