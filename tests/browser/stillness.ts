import { expect, type Page } from "@playwright/test";
import { expectSaved, startInterview } from "./appPage.ts";

declare global {
  interface Window {
    /** Every layout shift since the page began, those after a key or a click too. */
    shifts: { readonly value: number; readonly what: readonly string[] }[];
  }
}

/** In the page: keeps every shift from then on, with what moved. */
export function watchShifts(): void {
  interface Shift extends PerformanceEntry {
    readonly value: number;
    readonly sources: readonly { readonly node: Node | null }[];
  }
  window.shifts = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as Shift[]) {
      window.shifts.push({
        value: entry.value,
        what: entry.sources.map(({ node }) =>
          node instanceof Element ? node.outerHTML.slice(0, 120) : `text ${node?.textContent?.slice(0, 60)}`,
        ),
      });
    }
  }).observe({ type: "layout-shift" });
}

/** What must stand still: rows, pane, clock, question, header and footer; points too, where each row has all of them. */
const PARTS =
  "[data-area], [data-area] input[type=checkbox], [data-pane], [data-pane] textarea, [role=timer], h1, header, footer, " +
  "footer > button";
const POINTS = "aside section, [data-area] input[type=radio], [data-area] select";
const SMALL_PX = 560;

const places = (page: Page) =>
  page.evaluate(
    ({ parts, points, small }) =>
      Array.from(document.querySelectorAll(innerWidth > small ? `${parts}, ${points}` : parts), (part) => {
        const { x, y, width, height } = part.getBoundingClientRect();
        // Digits of a clock are not all as wide.
        const isClock = part.matches("[role=timer]");
        return [part.tagName, x, y, isClock ? 0 : width, height].join(" ");
      }),
    { parts: PARTS, points: POINTS, small: SMALL_PX },
  );

/** Does one thing after another; after each, everything is where it was. */
export async function expectStill(
  page: Page,
  steps: readonly (readonly [what: string, act: () => Promise<unknown>])[],
): Promise<void> {
  const before = await places(page);
  expect(before.length).toBeGreaterThan(20);
  for (const [what, act] of steps) {
    await act();
    expect(await places(page), what).toEqual(before);
  }
}

export async function expectNoShift(page: Page): Promise<void> {
  // What was drawn last is told of a moment later.
  await page.waitForTimeout(200);
  expect(await page.evaluate(() => window.shifts)).toEqual([]);
}

/** Starts an interview. From here on everything is kept that moves: the screen has been drawn, with its words and sheets. */
export async function startStill(page: Page): Promise<void> {
  await page.addInitScript(watchShifts);
  await startInterview(page);
  await expectSaved(page);
  await page.waitForTimeout(500);
  await page.evaluate(() => (window.shifts.length = 0));
}
