import { expect, type Locator, type Page } from "@playwright/test";
import axe from "axe-core";
import { DATABASE_NAME } from "../../src/storage/database.ts";

/** The list of areas on the live screen. */
export function areas(page: Page): Locator {
  return page.getByRole("list", { name: "Areas to cover" }).locator(":scope > li");
}

/** The note of the area in focus. */
export function noteField(page: Page): Locator {
  return page.locator("[data-pane] textarea");
}

/** Puts the focus on an area. @returns the field of its note */
export async function noteOn(page: Page, at: number): Promise<Locator> {
  await areas(page).nth(at).getByRole("checkbox").focus();
  return noteField(page);
}

/** Gives the window in which the page is its size, as on a desk: pages without a viewport of their own have that of theirs. */
export async function useWindowOf(
  page: Page,
  bounds: { readonly width: number; readonly height: number },
): Promise<void> {
  const browser = await page.context().newCDPSession(page);
  const { windowId } = await browser.send("Browser.getWindowForTarget");
  await browser.send("Browser.setWindowBounds", { windowId, bounds });
}

async function fillPlan(page: Page, candidate: string): Promise<void> {
  await page.goto("/#/plan");
  await page.getByLabel("Candidate", { exact: true }).fill(candidate);
  await page.getByLabel("Interviewer").fill("Jonas Weber");
}

/**
 * Plans a session through the form and keeps it for later.
 *
 * @param at when, as the field has it; else soon, which late in the evening is tomorrow, and not up next
 */
export async function planForLater(page: Page, candidate: string, at?: string): Promise<void> {
  await fillPlan(page, candidate);
  if (at !== undefined) await page.getByLabel("Date and time").fill(at);
  await page.getByRole("button", { name: "Save for later" }).click();
}

/** Plans a session through the form and starts it. */
export async function startInterview(page: Page, candidate = "Priya Raman"): Promise<void> {
  await fillPlan(page, candidate);
  await page.getByRole("button", { name: "Start interview" }).click();
  await expect(areas(page)).toHaveCount(8);
  // The keys of the list act from then on; a test types sooner than a person.
  await expect
    .poll(() =>
      page.evaluate(() => Boolean(document.activeElement?.closest('[aria-label="Areas to cover"]'))),
    )
    .toBe(true);
}

/** @returns what can be pressed and is smaller than that, with its size: that of its label where it has one; but for links: they are text, or name a row that is all theirs */
export function smallTargets(page: Page, leastPx: number): Promise<readonly string[]> {
  return page.evaluate((least) => {
    const targets = document.querySelectorAll<HTMLElement>(
      "button, a.button, select, textarea, summary, input:not([type=file])",
    );
    return Array.from(targets).flatMap((target) => {
      const pressed = target.matches("input") ? (target.closest("label") ?? target) : target;
      const { width, height } = pressed.getBoundingClientRect();
      const isShown = target.checkVisibility({ visibilityProperty: true }) && width > 1 && height > 1;
      if (!isShown || target.closest("[inert]") || getComputedStyle(target).pointerEvents === "none")
        return [];
      // A hair is lost to rounding.
      if (width >= least - 0.5 && height >= least - 0.5) return [];
      const name = target.getAttribute("aria-label") ?? target.textContent.trim();
      return [`${target.tagName} ${name}: ${Math.round(width)} x ${Math.round(height)}`];
    });
  }, leastPx);
}

/**
 * Puts the one session that there is under other ids as well, with its answers, as an older version could have. The
 * candidates are numbered as the ids are.
 */
export async function putUnder(page: Page, ids: readonly string[], changes: object = {}): Promise<void> {
  await page.evaluate(
    async ([wanted, changed]) => {
      // As JSON, in which half a character gets through.
      const all = JSON.parse(wanted) as string[];
      const database = await new Promise<IDBDatabase>((resolve) => {
        const opening = indexedDB.open("interview-scorecard");
        opening.onsuccess = () => resolve(opening.result);
      });
      const transaction = database.transaction(["sessions", "answers"], "readwrite");
      const rowsOf = (name: string) =>
        new Promise<object[]>((resolve) => {
          const reading = transaction.objectStore(name).getAll();
          reading.onsuccess = () => resolve(reading.result as object[]);
        });
      const [[session], answers] = await Promise.all([rowsOf("sessions"), rowsOf("answers")]);
      for (const [at, id] of all.entries()) {
        transaction.objectStore("sessions").put({ ...session, ...changed, id, candidate: `Number ${at}` });
        for (const answer of answers) transaction.objectStore("answers").put({ ...answer, sessionId: id });
      }
      await new Promise<void>((resolve) => {
        transaction.oncomplete = () => resolve();
      });
      database.close();
    },
    [JSON.stringify(ids), changes] as const,
  );
}

/** Takes the database away behind the app's back. */
export async function loseDatabase(page: Page): Promise<void> {
  // Where the app's files are served, without the app running.
  await page.goto("/icon.svg");
  await page.evaluate(deleteDatabase, DATABASE_NAME);
}

/** In the page. */
export function deleteDatabase(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error ?? new Error("It can't be deleted."));
  });
}

/** In the page: a database as a later app would lay it down. */
export async function layDownNewer(name: string): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(name, 4000);
    request.onupgradeneeded = () => {
      request.result.createObjectStore("later", { keyPath: "id" }).put({ id: "one", text: "from later" });
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("It can't be laid down."));
  });
  database.close();
}

/** Waits until the last change is on the disk. */
export async function expectSaved(page: Page): Promise<void> {
  await expect(page.locator("[data-save]")).toHaveAttribute("data-save", "saved");
}

/** Imports a file from the list of interviews, where there is one or not: gives it, sees what it would do, and says so. */
export async function importFile(page: Page, file: Parameters<Locator["setInputFiles"]>[0]): Promise<void> {
  await page.getByTestId("import-file").setInputFiles(file);
  const preview = page.getByRole("region", { name: "Import" });
  await preview.getByRole("button", { name: "Import" }).click();
  await expect(preview.getByRole("heading", { name: "Import finished" })).toBeVisible();
}

/** Closes every open area in the wrap-up, writes what is asked for, and submits: it can be taken back from there. */
export async function submitInWrapUp(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { name: "Recommendation" })).toBeVisible();
  const rest = page.getByRole("button", { name: /^Mark the rest .*: ?not enough signal$/u, disabled: false });
  while ((await rest.count()) > 0) await rest.first().click();
  await page.getByRole("radio", { name: "Yes", exact: true }).check();
  await page.getByLabel(/^Summary/u).pressSequentially("Found the cause by method, and checked the result.");
  await page.getByRole("button", { name: "Submit the scorecard" }).click();
}

/** Does as `submitInWrapUp`, and locks it. */
export async function wrapUpAndSubmit(page: Page): Promise<void> {
  await submitInWrapUp(page);
  await page.getByRole("button", { name: "Lock now" }).click();
  await expect(page.getByText(/^submitted, (?:read-only|not sent yet)$/iu)).toBeVisible();
}

/** Waits until the page passes over second clicks, which it does from just after its first screen. */
export async function expectSecondClicksIgnored(page: Page): Promise<void> {
  const isReady = () =>
    page.evaluate(() => {
      const press = (on: Element, detail: number) =>
        on.dispatchEvent(new MouseEvent("mousedown", { bubbles: true, cancelable: true, detail }));
      press(document.body, 1);
      return !press(document.documentElement, 2);
    });
  await expect.poll(isReady).toBe(true);
}

/** Clicks twice where a button is. @param then what the first click brings, which is there before the second one */
export async function doubleClick(page: Page, button: Locator, then?: Locator): Promise<void> {
  await expectSecondClicksIgnored(page);
  // What is pressed by its place is not waited for.
  await expect(button).toBeEnabled();
  await button.scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await button.boundingBox())!;
  await page.mouse.move(x + width / 2, y + height / 2);
  for (const clickCount of [1, 2]) {
    await page.mouse.down({ clickCount });
    await page.mouse.up({ clickCount });
    if (then) await expect(then).toBeVisible();
  }
}

interface AxeViolation {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

/**
 * Looks for accessibility problems (WCAG 2.2 A and AA, and best practice) on the page as it stands, and in the dark
 * theme for what differs there, which is the contrast; finds none. It leaves the page in the light one.
 */
export async function expectAccessible(page: Page, screen: string): Promise<void> {
  await expect(page.getByRole("heading").first(), screen).toBeVisible();
  // Evaluated through the debugger: the page's own policy lets no foreign script in.
  await page.evaluate(axe.source);
  const found = [
    ...(await violationsIn(page, "dark", { runOnly: ["color-contrast"] })),
    ...(await violationsIn(page, "light", {})),
  ];
  expect(found.map((violation) => `${screen}, ${violation}`)).toEqual([]);
}

/** @returns the texts on the page as it stands that have less than 7 to 1 (WCAG 2.2, 1.4.6) where more contrast is asked for, in both themes */
export async function faintTexts(page: Page): Promise<readonly string[]> {
  await page.emulateMedia({ contrast: "more" });
  await page.evaluate(axe.source);
  const id = "color-contrast-enhanced";
  const options = { runOnly: [id], rules: { [id]: { enabled: true } } };
  return [...(await violationsIn(page, "dark", options)), ...(await violationsIn(page, "light", options))];
}

/** @param options of axe. @returns what it found, and where, in words */
async function violationsIn(
  page: Page,
  colorScheme: "light" | "dark",
  options: object,
): Promise<readonly string[]> {
  await page.emulateMedia({ colorScheme });
  const violations = await page.evaluate<AxeViolation[]>(
    `axe.run(document, ${JSON.stringify({ ...options, resultTypes: ["violations"] })}).then(({ violations }) => violations)`,
  );
  return violations.map(
    ({ id, impact, nodes }) =>
      `${colorScheme}: ${impact} ${id}: ${nodes[0]?.failureSummary} ${nodes[0]?.html}`,
  );
}

/** Deletes all that there is of a candidate, on the page of candidates, before it is due. */
export async function overrideAndDelete(page: Page, candidate: string): Promise<void> {
  await page.getByRole("button", { name: `Delete… ${candidate}` }).click();
  await page.getByLabel("Reason for early deletion").fill("Asked for in writing.");
  await page.getByRole("button", { name: "Override and delete" }).click();
  await expect(page.getByText("Deleted permanently")).toBeVisible();
}

/** Opens what stands behind "More" in the head of the screen. */
export async function openMore(page: Page): Promise<void> {
  await page.locator("summary", { hasText: /^More/u }).click();
}
