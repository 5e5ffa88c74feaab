import type { Page } from "@playwright/test";
import { median } from "./figures.ts";
import { alternate, compare, report } from "./measuring.ts";
import { findBy, watchCandidate, watchLibrary } from "./probes.ts";
import { seedSessions } from "./seed.ts";
import { load, testOn, type Place, type Stage } from "./stage.ts";

const LIBRARY_PAGE = 50;
const LIMIT = 1.3;
const ROUNDS = 20;

// One answer each: with four they would be more than a gigabyte.
const seedWith = (sessions: number) => (page: Page) => seedSessions(page, sessions, 1);
const test = testOn({ app: seedWith(100_000), smallApp: seedWith(1000) }, 900_000);
test.describe.configure({ timeout: 300_000 });

const places = ["app", "smallApp"] as const;
type Measure = (place: Place) => Promise<number>;

async function reportBoth(measure: Measure): Promise<void> {
  const samples = await alternate(
    ROUNDS,
    () => measure(places[0]),
    () => measure(places[1]),
  );
  await report({ unit: "ms", limit: LIMIT, ...compare(samples, median) });
}

/** @param open brings a page to where its field is */
async function reportFinding(
  stage: Stage,
  open: (page: Page) => Promise<void>,
  finding: Parameters<typeof findBy>[0],
): Promise<void> {
  const pages = new Map<Place, Page>();
  for (const place of places) {
    const page = await stage.open(place, "#/", async () => {});
    await open(page);
    await page.locator(finding.field).waitFor();
    pages.set(place, page);
  }
  await reportBoth((place) => pages.get(place)!.evaluate(findBy, finding));
  for (const page of pages.values()) await page.close();
}

test("first screen of 100,000 interviews, against one of 1,000, median", async ({ stage }) => {
  await reportBoth((place) =>
    load(stage, place, "#/", (page) => page.addInitScript(watchLibrary, LIBRARY_PAGE)),
  );
});

test("one of 100,000 interviews found in the list, against one of 1,000, median", async ({ stage }) => {
  await reportFinding(stage, async () => {}, {
    field: "input[type=search]",
    text: "gg",
    found: "table[aria-label=Interviews] > tbody:not(:has(> tr:nth-child(50))) > tr",
  });
});

test("a candidate of 100,000 interviews found in the palette, against one of 1,000, median", async ({
  stage,
}) => {
  await reportFinding(
    stage,
    async (page) => {
      await page.getByRole("heading", { level: 1 }).waitFor();
      await page.keyboard.press("Control+k");
    },
    { field: "input[role=combobox]", text: "gg", found: "[role=group][aria-label=Candidates] [role=option]" },
  );
});

test("page of a candidate among 100,000 interviews, against one among 1,000, median", async ({ stage }) => {
  await reportBoth((place) =>
    load(stage, place, "#/candidates/session-592", (page) => page.addInitScript(watchCandidate)),
  );
});
