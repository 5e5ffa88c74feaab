import { expect } from "@playwright/test";
import { test } from "./appTest.ts";
import { cutTexts, isWholeElsewhere } from "./cutTexts.ts";
import { fillScreens, openAnew } from "./everyScreen.ts";

/** What WCAG 1.4.12 lets readers set, at once. */
const SPACING =
  "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }" +
  "p { margin-block-end: 2em !important }";

/** In the page: sets it for everything, as an extension of the browser would. */
function spaceOut(css: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
}

for (const width of [1280, 390])
  test.describe(`at ${width} px`, () => {
    test(
      "with letters, words, lines and paragraphs spaced out no text is cut off or covers another one",
      { tag: "@long" },
      async ({ page }) => {
        test.setTimeout(300_000);
        const addresses = await fillScreens(page);
        await page.setViewportSize({ width, height: 844 });
        const wrong: string[] = [];
        for (const [path, address] of Object.entries(addresses)) {
          await openAnew(page, path, address);
          await page.waitForTimeout(500);
          await expect(page.locator("[data-save=saving]")).toHaveCount(0);
          const before = new Set(await page.evaluate(cutTexts));
          await page.evaluate(spaceOut, SPACING);
          await page.waitForTimeout(100);
          const after = await page.evaluate(cutTexts);
          wrong.push(
            ...after
              .filter((fault) => !before.has(fault) && !isWholeElsewhere(path, fault))
              .map((fault) => `${path}: ${fault}`),
          );
        }
        expect(wrong).toEqual([]);
      },
    );
  });
