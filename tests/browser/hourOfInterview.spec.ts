import { expect, type Page } from "@playwright/test";
import { areas, noteField } from "./appPage.ts";
import { test } from "./appTest.ts";
import { begin, byKeys, goThrough, type Means } from "./hourOfInterview.ts";

test("an hour by keys alone", { tag: "@long" }, async ({ page }, testInfo) => {
  test.setTimeout(180_000);
  await begin(page);
  const { means, pressedCount } = byKeys(page);
  await goThrough(page, means);
  const keys = pressedCount();
  testInfo.annotations.push({ type: "measured", description: `${keys} keys, without those of the notes` });
  expect(keys).toBeLessThanOrEqual(60);
});

function byPointer(page: Page, press: (name: string | RegExp) => Promise<unknown>): Means {
  return {
    next: () => press(/^Next: /u),
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

test("an hour by mouse alone", { tag: "@long" }, async ({ page }) => {
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

    test(`an hour by touch alone at ${width} x ${height}`, { tag: "@long" }, async ({ page }) => {
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
