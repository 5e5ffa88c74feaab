import { expect } from "@playwright/test";
import { DATABASE_NAME } from "../../src/storage/database.ts";
import { median } from "./figures.ts";
import { alternate, compare, report } from "./measuring.ts";
import { deleteBare, watchEvents } from "./probes.ts";
import { seedSessions } from "./seed.ts";
import { testOn } from "./stage.ts";

const INTERVIEWS = 5000;
/** Two of them to get warm, of each of the two that are measured. */
const ROUNDS = 3;
const candidates = Array.from({ length: 2 * (ROUNDS + 2) }, (_, index) => `Candidate ${index}`);

const test = testOn(
  {
    app: (page) =>
      seedSessions(page, candidates.length * INTERVIEWS, {
        answersEach: 1,
        candidateOf: (index) => candidates[index % candidates.length]!,
        isIndexed: true,
      }),
  },
  600_000,
);

test("a candidate with 5,000 interviews deleted, against a bare deletion of the same rows, median", async ({
  stage,
}) => {
  test.setTimeout(900_000);
  const page = await stage.open("app", "#/candidates", (opened) =>
    // What is deleted is written down in the same transaction.
    opened.addInitScript(watchEvents, ["click", "tombstones"] as const),
  );
  const left = [...candidates];
  const byTheApp = async () => {
    const name = left.pop()!;
    await page.getByRole("button", { name: `Delete… ${name}`, exact: true }).click();
    await page.getByLabel("Reason for early deletion").fill("Asked for in writing.");
    await page.evaluate(() => (window.probes.writeMs.length = 0));
    await page.getByRole("button", { name: "Override and delete" }).click();
    await expect.poll(() => page.evaluate(() => window.probes.writeMs.length), { timeout: 120_000 }).toBe(1);
    const [ms] = await page.evaluate(() => window.probes.writeMs);
    await page.getByRole("dialog").waitFor({ state: "detached" });
    return ms!;
  };
  const bare = () => page.evaluate(deleteBare, [DATABASE_NAME, left.pop()!] as const);
  const samples = await alternate(ROUNDS, byTheApp, bare);
  await page.close();
  await report({ unit: "ms", limit: 3, ...compare(samples, median) });
});
