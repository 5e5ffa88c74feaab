import type { Page } from "@playwright/test";
import { median } from "./figures.ts";
import { alternate, compare, report } from "./measuring.ts";
import { findBy, watchCandidate, watchLibrary } from "./probes.ts";
import { nameOfLast, seedSessions } from "./seed.ts";
import { load, testOn } from "./stage.ts";

const LIBRARY_PAGE = 50;
const LIMIT = 1.3;
const ROUNDS = 10;

const counts = { app: 100_000, smallApp: 1000 } as const;
// One answer each: with four they would be more than a gigabyte.
const seedWith = (sessions: number) => (page: Page) =>
  seedSessions(page, sessions, { answersEach: 1, isIndexed: true });
const test = testOn({ app: seedWith(counts.app), smallApp: seedWith(counts.smallApp) }, 900_000);
test.describe.configure({ timeout: 1_200_000 });

const places = ["app", "smallApp"] as const;

async function reportBoth(measure: (place: (typeof places)[number]) => Promise<number>): Promise<void> {
  const samples = await alternate(
    ROUNDS,
    () => measure(places[0]),
    () => measure(places[1]),
  );
  await report({ unit: "ms", limit: LIMIT, ...compare(samples, median) });
}

const searches = {
  "in the list": {
    field: "input[type=search]",
    one: "table[aria-label=Interviews] > tbody > tr:only-child",
    prepare: async () => {},
  },
  "in the palette": {
    field: "input[role=combobox]",
    one: "[role=group][aria-label=Candidates] [role=option]",
    prepare: async (page: Page) => {
      await page.getByRole("heading", { level: 1 }).waitFor();
      await page.keyboard.press("Control+k");
    },
  },
};

for (const [where, { field, one, prepare }] of Object.entries(searches)) {
  test(`one of 100,000 interviews found ${where}, against one of 1,000, median`, async ({ stage }) => {
    const pages = new Map<string, Page>();
    for (const place of places) {
      const page = await stage.open(place, "#/", async () => {});
      await prepare(page);
      await page.locator(field).waitFor();
      pages.set(place, page);
    }
    await reportBoth((place) =>
      pages.get(place)!.evaluate(findBy, { field, text: nameOfLast(counts[place]), found: one }),
    );
    for (const page of pages.values()) await page.close();
  });
}

test("first screen of 100,000 interviews, against one of 1,000, median", async ({ stage }) => {
  await reportBoth((place) =>
    load(stage, place, "#/", (page) => page.addInitScript(watchLibrary, LIBRARY_PAGE)),
  );
});

test("page of a candidate among 100,000 interviews, against one among 1,000, median", async ({ stage }) => {
  await reportBoth((place) =>
    load(stage, place, "#/candidates/session-592", (page) => page.addInitScript(watchCandidate)),
  );
});
