import { expect, test, type Page } from "@playwright/test";
import { areas, expectSaved, noteField } from "./appPage.ts";
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
interface Means {
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
 */
async function goThrough(page: Page, means: Means): Promise<void> {
  await pass(page, 5);
  await means.next();
  await expect(areas(page)).toHaveCount(8);
  for (let area = 0; area < 8; area++) await means.rate(area, 1 + (area % 5));
  await means.note(3, NOTE);
  await means.askFollowUp();
  await pass(page, 8);
  // The answer has gone ahead.
  await means.show(3);
  await means.rate(0, 4);
  await means.rate(1, 5);
  await means.show(1);
  await means.quickNote(QUICK);
  await pass(page, 7);
  for (const question of [2, 3]) {
    await means.next();
    await expect(areas(page)).toHaveCount(8);
    for (let area = question === 3 ? 2 : 0; area < 8; area++) await means.rate(area, 1 + (area % 5));
    await means.askFollowUp();
    await pass(page, 15);
  }
  await means.next();
  await pass(page, 10);
  for (const question of [1, 2, 3]) {
    await means.show(question);
    await expect(areas(page).locator("input[type=radio]:checked")).toHaveCount(8);
    await expect(areas(page).getByRole("checkbox", { checked: true })).toHaveCount(8);
  }
  await means.show(1);
  await expect(areas(page).nth(3)).toContainText(NOTE);
  await expectSaved(page);
  await expectNoShift(page);
  await means.finish();
  await expect(page.getByRole("heading", { name: "Recommendation" })).toBeVisible();
}

async function begin(page: Page): Promise<void> {
  await page.addInitScript(makeClocksMovable);
  await startStill(page);
}

test("an hour by keys alone", async ({ page }, testInfo) => {
  test.setTimeout(180_000);
  await begin(page);
  let keys = 0;
  const press = async (...all: readonly string[]) => {
    for (const key of all) {
      keys++;
      await page.keyboard.press(key);
    }
  };
  /** Those of the text are the interviewer's own. */
  const type = (text: string) => page.keyboard.type(text);
  await goThrough(page, {
    next: () => press("Control+Enter"),
    show: (question) => press(`Alt+${question}`),
    rate: (_area, point) => press(String(point)),
    note: async (area, text) => {
      await press("Home", ...Array.from({ length: area }, () => "ArrowDown"), "n");
      await type(text);
      await press("Escape");
    },
    quickNote: async (text) => {
      await press("q");
      await type(text);
      await press("Enter", "Escape");
    },
    askFollowUp: () => press("f"),
    finish: () => press("Control+Shift+F"),
  });
  testInfo.annotations.push({ type: "measured", description: `${keys} keys, without those of the notes` });
  expect(keys).toBeLessThanOrEqual(60);
});

function byPointer(page: Page, press: (name: string | RegExp) => Promise<unknown>): Means {
  return {
    next: () => press(/^(?:Next: |Candidate’s questions$)/u),
    show: (question) => press(new RegExp(`^[${question}✓].*rated`, "u")),
    rate: async () => {},
    note: async () => {},
    quickNote: async (text) => {
      await page.getByLabel("Quick note").click();
      await page.keyboard.type(`${text}\n`);
    },
    askFollowUp: () =>
      page
        .getByRole("region", { name: "Follow-ups" })
        .getByRole("checkbox", { checked: false })
        .first()
        .click(),
    finish: () => press("Finish"),
  };
}

test("an hour by mouse alone", async ({ page }) => {
  test.setTimeout(180_000);
  await begin(page);
  const rail = page.getByRole("navigation", { name: "Agenda" }).getByRole("button");
  const means = byPointer(page, (name) => page.getByRole("button", { name, exact: true }).click());
  await goThrough(page, {
    ...means,
    show: (question) => rail.nth(question).click(),
    rate: (area, point) =>
      areas(page)
        .nth(area)
        .getByRole("radio", { name: new RegExp(`^${point}:`, "u") })
        .click({ force: true }),
    note: async (area, text) => {
      await areas(page).nth(area).getByText(/./u).first().click();
      await noteField(page).click();
      await page.keyboard.type(text);
    },
  });
});

for (const [width, height] of [
  [820, 1180],
  [390, 844],
] as const) {
  test.describe(`${width} x ${height}`, () => {
    test.use({ viewport: { width, height }, hasTouch: true, isMobile: true });

    test(`an hour by touch alone at ${width} x ${height}`, async ({ page }) => {
      test.setTimeout(180_000);
      await begin(page);
      const isSmall = width < 561;
      const tap = (name: string | RegExp) => page.getByRole("button", { name, exact: true }).tap();
      const rail = page.getByRole("navigation", { name: "Agenda" }).getByRole("button");
      const inSheet = async (name: string | RegExp, act: () => Promise<unknown>) => {
        if (isSmall) await tap(name);
        await act();
        if (isSmall) await tap(name);
      };
      const means = byPointer(page, tap);
      await goThrough(page, {
        ...means,
        show: async (question) => {
          if (isSmall) await tap("Menu");
          // After the introduction.
          await rail.nth(question).tap();
        },
        rate: async (area, point) => {
          const place = isSmall ? page.getByRole("region", { name: "Area in focus" }) : areas(page).nth(area);
          await place.getByRole("radio", { name: new RegExp(`^${point}:`, "u") }).tap({ force: true });
        },
        note: async (area, text) => {
          await areas(page).nth(area).getByText(/./u).first().tap();
          await noteField(page).tap();
          await page.keyboard.type(text);
        },
        quickNote: (text) => inSheet("Notes", () => means.quickNote(text)),
        askFollowUp: () => inSheet(/^Follow-ups/u, means.askFollowUp),
        finish: async () => {
          await tap("Menu");
          await tap("Finish");
        },
      });
    });
  });
}
