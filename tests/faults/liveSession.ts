import { expect, test, type BrowserContext, type Locator, type Page } from "@playwright/test";

/** Plans an interview and starts it, with ratings that stay on the area in focus. @returns the session's id */
export async function startSession(page: Page): Promise<string> {
  await page.goto("/#/settings");
  // The choice is shown as it is kept, a moment after the click.
  await page.getByLabel(/^After a rating/u).click();
  await expect(page.getByLabel(/^After a rating/u)).not.toBeChecked();
  await page.goto("/#/plan");
  await page.locator("#candidate").fill("Ada Example");
  await page.locator("#interviewer").fill("Bo Example");
  await page.getByRole("button", { name: "Start interview" }).click();
  await page.waitForURL(/#\/session\/./u);
  await areas(page).waitFor();
  await expectSaved(page);
  return page.url().replace(/^.*#\/session\//u, "");
}

/** Loads the app on that session, also where the page shows it already. */
export async function openSession(page: Page, id: string): Promise<void> {
  // Only the hash differs from what the page may show, and that alone would load nothing.
  if (page.url() !== "about:blank") await page.goto("about:blank");
  await page.goto(`/#/session/${id}`);
  await areas(page).waitFor();
}

export async function openSessionInNewTab(context: BrowserContext, id: string): Promise<Page> {
  const page = await context.newPage();
  await openSession(page, id);
  return page;
}

/** Goes to where the app's files are served, without the app running. */
export async function openOrigin(page: Page): Promise<void> {
  await page.goto("/icon.svg");
}

/** @returns the page a browser starts with */
export async function firstPage(context: BrowserContext): Promise<Page> {
  return context.pages()[0] ?? context.newPage();
}

export function areas(page: Page): Locator {
  return page.locator("[data-areas]");
}

/** The first area of the question: the one that has the focus when a session is opened. */
function firstArea(page: Page): Locator {
  return areas(page).locator("[data-area]").first();
}

/** The note of the area in focus, which is the first one as long as nobody goes to another. */
export function noteField(page: Page): Locator {
  return page.locator("[data-pane] textarea");
}

/** Types at the end of the first area's note. Firefox's `fill` is no input that the app takes notice of. */
export async function typeNote(page: Page, text: string): Promise<void> {
  await noteField(page).focus();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type(text);
}

/** Puts the focus where a digit rates the first area. */
export async function focusRating(page: Page): Promise<void> {
  await firstArea(page).getByRole("checkbox").focus();
}

/** @returns the point the first area is rated with, or null */
export async function ratingOf(page: Page): Promise<string | null> {
  const chosen = firstArea(page).locator("input[type=radio]:checked + *");
  return (await chosen.count()) === 0 ? null : chosen.innerText();
}

/** @returns what the question's timer shows, in seconds */
export async function shownSeconds(page: Page): Promise<number> {
  const parts = (await page.getByRole("timer").innerText()).split(":").map(Number);
  return parts.reduce((sum, part) => sum * 60 + part, 0);
}

export function saveChip(page: Page, state: "saved" | "saving" | "failed"): Locator {
  return page.locator(`[data-save="${state}"]`);
}

export async function expectSaved(page: Page): Promise<void> {
  await expect(saveChip(page, "saved")).toBeVisible();
}

/** Resolves when the worker that makes the app independent of its server has every file and runs the page. */
export async function waitUntilOffline(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state)).toBe("activated");
}

/** What a browser shows, whatever drives it. */
export interface ShownPage {
  /** Runs a function in the page. It sees nothing but its argument, which and whose result are JSON. */
  readonly evaluate: <Argument, Result>(
    run: (argument: Argument) => Result | Promise<Result>,
    argument: Argument,
  ) => Promise<Result>;
  /** @returns the next text that begins so of those that the page writes to the console */
  readonly said: (start: string) => Promise<string>;
}

/** @param page gives the page that is shown then: a browser that was started again has another one */
export function shownPage(page: () => Page): ShownPage {
  return {
    evaluate: <Argument, Result>(run: (argument: Argument) => Result | Promise<Result>, argument: Argument) =>
      page().evaluate<Result>(`(${run.toString()})(${JSON.stringify(argument)})`),
    said: async (start) => {
      const message = await page().waitForEvent("console", (one) => one.text().startsWith(start));
      return message.text();
    },
  };
}

/** Prints a figure that a fault test measured, and keeps it in the report. */
export function say(figure: string): void {
  test.info().annotations.push({ type: "measured", description: figure });
  process.stdout.write(`    ${figure}\n`);
}

/** @returns the least, the middle and the most, as they are printed */
export function spread(values: readonly number[]): string {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (part: number) => sorted[Math.round(part * (sorted.length - 1))]?.toFixed(1);
  return `${at(0)} / ${at(0.5)} / ${at(1)} ms`;
}
