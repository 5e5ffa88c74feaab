import { setTimeout } from "node:timers/promises";
import { expect } from "@playwright/test";
import { amountOf } from "../amount.ts";
import { test } from "./diskTest.ts";
import { openTabPair, WITH_HIDDEN_TABS } from "./hiddenTab.ts";
import { expectSaved, firstPage, say, shownSeconds, startSession } from "./liveSession.ts";

/**
 * Chromium lets the timers of a tab that is hidden for more than five minutes come once a minute; Firefox was seen to let
 * them come each second for ten minutes.
 */
const WAITS_MS = {
  chromium: { hidden: amountOf(600_000, 6000), stopped: amountOf(300_000, 6000) },
  firefox: { hidden: amountOf(45_000, 6000), stopped: amountOf(30_000, 6000) },
  webkit: { hidden: 0, stopped: 0 },
};
const RIGHT_WITHIN_MS = 250;

test.describe.configure({ timeout: 900_000 });

test(
  "after minutes in which the tab is hidden the timer is right as soon as it is seen",
  { tag: "@firefox" },
  async ({ playwright, browserName, launchOptions, baseURL }) => {
    const hiddenMs = WAITS_MS[browserName].hidden;
    const browser = await playwright[browserName].launch({
      ...launchOptions,
      ...(browserName === "chromium" && { ignoreDefaultArgs: WITH_HIDDEN_TABS }),
    });
    try {
      const { shown: tab, other } = await openTabPair(browser, new URL("/#/plan", baseURL).href);
      const until = async (condition: string) =>
        expect.poll(() => tab.evaluate(`Boolean(${condition})`)).toBe(true);
      for (const [field, text] of [
        ["candidate", "Ada Example"],
        ["interviewer", "Bo Example"],
      ] as const) {
        await until(`document.querySelector("#${field}")`);
        await tab.evaluate(`document.querySelector("#${field}").focus()`);
        await tab.type(text);
      }
      await tab.evaluate(
        `[...document.querySelectorAll("button")].find(({ textContent }) => textContent === "Start interview").click()`,
      );
      await until(`document.querySelector("[role=timer]")?.textContent.endsWith("2")`);
      await tab.evaluate(`(${watchTimer.toString()})()`);
      await other.activate();
      await until(`document.visibilityState === "hidden"`);
      await setTimeout(hiddenMs);
      expect(await tab.evaluate("document.visibilityState")).toBe("hidden");
      await tab.activate();
      await until("window.rightAfterMs !== undefined");
      const rightMs = Number(await tab.evaluate("window.rightAfterMs"));
      const ticks = Number(await tab.evaluate("window.hiddenTicks"));
      say(
        `hidden for ${hiddenMs / 1000} s: the timer changed ${ticks} times meanwhile, right ${rightMs} ms after it was seen`,
      );
      expect(rightMs).toBeLessThanOrEqual(RIGHT_WITHIN_MS);
    } finally {
      await browser.close();
    }
  },
);

declare global {
  interface Window {
    /** How long after the tab was seen the timer showed the right time, ms. */
    rightAfterMs?: number;
    /** How often the timer changed while it was hidden. */
    hiddenTicks: number;
  }
}

/** In the page, as the timer has just shown a new second. */
function watchTimer(): void {
  const timer = document.querySelector("[role=timer]");
  const secondsShown = () =>
    (timer?.textContent ?? "").split(":").reduce((sum, part) => sum * 60 + Number(part), 0);
  const [secondsThen, then] = [secondsShown(), Date.now()];
  window.hiddenTicks = 0;
  new MutationObserver(() => {
    if (document.visibilityState === "hidden") window.hiddenTicks++;
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "visible") return;
    const seenAt = performance.now();
    const look = () => {
      const right = secondsThen + (Date.now() - then) / 1000;
      // It shows whole seconds, and the first was looked at somewhat after it began.
      if (Math.abs(secondsShown() - right) > 1) requestAnimationFrame(look);
      else window.rightAfterMs = Math.round(performance.now() - seenAt);
    };
    look();
  });
}

test(
  "a browser that stands still for minutes shows the whole time within a second of going on, and saves",
  { tag: "@firefox" },
  async ({ disk, browserName }) => {
    const stoppedMs = WAITS_MS[browserName].stopped;
    const browser = await disk.launch(disk.makeProfile());
    const page = await firstPage(browser.context);
    await startSession(page);
    const [before, at] = [await shownSeconds(page), Date.now()];
    browser.freeze();
    await setTimeout(stoppedMs);
    browser.thaw();
    await page.waitForTimeout(1000);
    const [after, right] = [await shownSeconds(page), before + (Date.now() - at) / 1000];
    say(`stopped for ${stoppedMs / 1000} s: the timer shows ${after} s where ${right.toFixed(1)} went by`);
    // It shows whole seconds, and the time at which it was read is known to the round trip of a driver.
    expect(Math.abs(after - Math.floor(right))).toBeLessThanOrEqual(1);
    await page.keyboard.press("4");
    await expectSaved(page);
  },
);
