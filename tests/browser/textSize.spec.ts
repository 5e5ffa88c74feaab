import { expect } from "@playwright/test";
import { test } from "./appTest.ts";
import { windowlessLaunch } from "./browsers.ts";
import { cutTexts, isWholeElsewhere } from "./cutTexts.ts";
import { lookEverywhere } from "./everyScreen.ts";

// The text size that a reader sets in the browser, at 200 % of what it is at first.
test.use({
  launchOptions: {
    ...windowlessLaunch,
    args: [...(windowlessLaunch.args ?? []), "--blink-settings=defaultFontSize=32"],
  },
});

test(
  "with a text size of 200 % no screen, and nothing that opens there, cuts a text off, covers it or is wider than the window",
  { tag: "@long" },
  async ({ page }) => {
    test.setTimeout(300_000);
    // What is done on the way is done where nothing is folded away.
    const roomy = { width: 2560, height: 1600 };
    await page.setViewportSize(roomy);
    const wrong = await lookEverywhere(page, async (path) => {
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.waitForTimeout(100);
      const cut = await page.evaluate(cutTexts);
      await page.setViewportSize(roomy);
      return cut.filter((fault) => !isWholeElsewhere(path, fault));
    });
    const size = await page.evaluate(() => getComputedStyle(document.documentElement).fontSize);
    expect(size, "that the size was set").toBe("32px");
    expect(wrong).toEqual([]);
  },
);
