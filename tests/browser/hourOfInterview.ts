import { expect, type Page } from "@playwright/test";
import { areas, expectSaved } from "./appPage.ts";
import { expectNoShift, startStill } from "./stillness.ts";

declare global {
  interface Window {
    /** How far both clocks of the machine were moved on, ms. */
    movedMs: number;
  }
}

/** In the page: makes both clocks of the machine movable. */
function makeClocksMovable(): void {
  const now = Date.now.bind(Date);
  const monotonic = performance.now.bind(performance);
  window.movedMs = 0;
  Date.now = () => now() + window.movedMs;
  performance.now = () => monotonic() + window.movedMs;
}

const STEP_MS = 100_000;
/** The app looks at the clocks twice a second. */
const LOOK_MS = 550;

/** Lets minutes go by, as they go by where the page is open: it looks at the clocks all the time. */
async function pass(page: Page, minutes: number): Promise<void> {
  for (let left = minutes * 60_000; left > 0; left -= STEP_MS) {
    await page.evaluate((ms) => (window.movedMs += ms), Math.min(left, STEP_MS));
    await page.waitForTimeout(LOOK_MS);
  }
}

const NOTE = "Read the plan first, then the traces: 4 s to 180 ms.";
const QUICK = "“we should have had the dashboard first”";

/** How an interview is done by one means. */
export interface Means {
  readonly next: () => Promise<unknown>;
  readonly show: (question: number) => Promise<unknown>;
  /** Rates what has the focus, and goes on. */
  readonly rate: (area: number, point: number) => Promise<unknown>;
  readonly note: (area: number, text: string) => Promise<unknown>;
  readonly quickNote: (text: string) => Promise<unknown>;
  readonly askFollowUp: () => Promise<unknown>;
  readonly finish: () => Promise<unknown>;
}

/**
 * An hour: the introduction, three questions, of which the third is partly answered with the first, the candidate's own.
 * Nothing moves by itself, and nothing that was put in is lost.
 *
 * @param page where it is done: the tab, or the panel that floats over the call
 * @param tab whose clocks are moved on
 */
export async function goThrough(page: Page, means: Means, tab = page): Promise<void> {
  await pass(tab, 5);
  await means.next();
  await expect(areas(page)).toHaveCount(8);
  for (let area = 0; area < 8; area++) await means.rate(area, 1 + (area % 5));
  await means.note(3, NOTE);
  await means.askFollowUp();
  await pass(tab, 8);
  // The answer has gone ahead.
  await means.show(3);
  await means.rate(0, 4);
  await means.rate(1, 5);
  await means.show(1);
  await means.quickNote(QUICK);
  await pass(tab, 7);
  for (const question of [2, 3]) {
    await means.next();
    await expect(areas(page)).toHaveCount(8);
    for (let area = question === 3 ? 2 : 0; area < 8; area++) await means.rate(area, 1 + (area % 5));
    await means.askFollowUp();
    await pass(tab, 15);
  }
  await means.next();
  await pass(tab, 10);
  for (const question of [1, 2, 3]) {
    await means.show(question);
    await expect(areas(page).locator("input[type=radio]:checked")).toHaveCount(8);
    await expect(areas(page).getByRole("checkbox", { checked: true })).toHaveCount(8);
  }
  await means.show(1);
  await expect(areas(page).nth(3)).toContainText(NOTE);
  await expectSaved(page);
  for (const view of new Set([page, tab])) await expectNoShift(view);
  await means.finish();
  await expect(tab.getByRole("heading", { name: "Recommendation" })).toBeVisible();
}

/** Starts an interview whose clocks can be moved on. */
export async function begin(page: Page): Promise<void> {
  await page.addInitScript(makeClocksMovable);
  await startStill(page);
}

/** @returns the means of the keyboard, and how many keys were pressed, without those of the notes: they are the interviewer's own */
export function byKeys(page: Page): { readonly means: Means; readonly pressedCount: () => number } {
  let count = 0;
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) {
      count++;
      await page.keyboard.press(key);
    }
  };
  return {
    pressedCount: () => count,
    means: {
      next: () => press("Control+Enter"),
      show: (question) => press(`Alt+${question}`),
      rate: (_area, point) => press(String(point)),
      note: async (area, text) => {
        await press("Home", ...Array.from({ length: area }, () => "ArrowDown"), "n");
        await page.keyboard.type(text);
        await press("Escape");
      },
      quickNote: async (text) => {
        await press("q");
        await page.keyboard.type(text);
        await press("Enter", "Escape");
      },
      askFollowUp: () => press("f"),
      finish: () => press("Control+Shift+F"),
    },
  };
}
