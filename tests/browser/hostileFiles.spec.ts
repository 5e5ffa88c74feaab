import { readFileSync } from "node:fs";
import { deflateRawSync } from "node:zlib";
import { expect, type Page } from "@playwright/test";
import samplePanel from "../../data/samples/panel.json" with { type: "json" };
import { makeHostile, zipOf } from "../state/hostile/hostileFiles.ts";
import { test } from "./appTest.ts";

const session = readFileSync("tests/interchange/files/session-v1.json", "utf8");
const guide = readFileSync("tests/interchange/files/guide-v1.json", "utf8");

/** @returns a hash over every row of the page's database */
function hashDatabase(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open("interview-scorecard");
      request.onerror = () => reject(request.error ?? new Error("It can't be opened."));
      request.onsuccess = () => resolve(request.result);
    });
    // What is worked out from the others is made when there is time for it.
    const names = [...database.objectStoreNames].filter((name) => name !== "noteWords");
    const transaction = database.transaction(names);
    const rows = await Promise.all(
      names.map(
        (name) =>
          new Promise<unknown>((resolve) => {
            const all = transaction.objectStore(name).getAll();
            all.onsuccess = () => resolve([name, all.result]);
          }),
      ),
    );
    database.close();
    const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(JSON.stringify(rows)));
    return Array.from(new Uint8Array(digest)).join();
  });
}

/** Imports files one after the other, as far as each can be. @returns how many were refused and how many were not */
async function importHostile(
  page: Page,
  goodTexts: readonly string[],
  seeds: readonly number[],
): Promise<{ refused: number; others: number }> {
  const counts = { refused: 0, others: 0 };
  const report = page.getByRole("region", { name: "Import" });
  const confirm = report.getByRole("button", { name: "Import" });
  let hash = await hashDatabase(page);
  for (const seed of seeds) {
    const { bytes, how } = makeHostile(goodTexts[seed % goodTexts.length]!, seed);
    // The driver hands on no more than 50 MB.
    if (bytes.size > 40_000_000) continue;
    await page.goto("/#/");
    const name = `seed-${seed}.json`;
    await page.getByTestId("import-file").setInputFiles({
      name,
      mimeType: "application/json",
      buffer: Buffer.from(await bytes.arrayBuffer()),
    });
    const isTold = () => report.getByText(name, { exact: true }).isVisible();
    // What says that it is of another kind goes to the screen of that kind, which shows what it would do, or why it is refused.
    const isAway = () => !/#\/(?:guides)?$/u.test(page.url());
    await expect.poll(async () => isAway() || (await isTold()), { message: how }).toBe(true);
    const isRefused = isAway() || (await report.getByText("Can’t be imported:").isVisible());
    counts[isRefused ? "refused" : "others"]++;
    if (!isRefused && (await confirm.isVisible()) && (await confirm.isEnabled())) {
      await confirm.click();
      await expect(report.getByRole("heading", { name: "Import finished" })).toBeVisible();
    }
    if (!isAway()) await report.getByRole("button", { name: /^(?:Done|Cancel)$/u }).click();
    const after = await hashDatabase(page);
    if (isRefused) expect(after, `seed ${seed}: ${how} was refused and left a trace`).toBe(hash);
    hash = after;
  }
  return counts;
}

const seedsFrom = (from: number, count: number) => Array.from({ length: count }, (_, at) => from + at);

test("hostile files in a real browser: the page answers, and what is refused changes no row", async ({
  page,
}) => {
  // Two minutes where nothing else runs.
  test.setTimeout(900_000);
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  await page.goto("/#/");
  await expect(page.getByRole("heading").first()).toBeVisible();
  const { refused, others } = await importHostile(page, [session, guide], seedsFrom(1_000, 300));
  expect(refused).toBeGreaterThan(70);
  expect(others).toBeGreaterThan(10);
  // What was taken in can be shown.
  await page.goto("/#/");
  await expect(page.getByRole("heading", { name: "Interviews", level: 1 })).toBeVisible();
  expect(errors).toEqual([]);
});

test("hostile scorecards leave the panels as they were", async ({ page }) => {
  await page.goto("/#/panels");
  await page.getByRole("button", { name: "Open a sample panel" }).click();
  await expect(page.getByRole("heading", { name: "Before the debrief" })).toBeVisible();
  await page.goto("/#/panels");
  await expect(page.getByRole("list", { name: "Panels" })).toBeVisible();
  const text = JSON.stringify(samplePanel);
  const before = await hashDatabase(page);
  // The panel is here already, so that what is still good is not added either.
  const files = seedsFrom(3_000, 60)
    .map((seed) => ({ bytes: makeHostile(text, seed).bytes, name: `seed-${seed}.json` }))
    .filter(({ bytes }) => bytes.size < 600_000);
  await page.getByTestId("scorecard-files").setInputFiles(
    await Promise.all(
      files.map(async ({ bytes, name }) => ({
        name,
        mimeType: "application/json",
        buffer: Buffer.from(await bytes.arrayBuffer()),
      })),
    ),
  );
  await expect(page.getByRole("list", { name: "Not added" })).toBeVisible({ timeout: 60_000 });
  expect(await hashDatabase(page)).toBe(before);
});

test("a Word document that would unpack to 100 MB is refused, and the next one is read", async ({ page }) => {
  await page.goto("/#/guides/bring-in");
  const chooser = page.getByTestId("guide-file");
  for (const stated of [100_000_000, 10]) {
    const buffer = zipOf("word/document.xml", Buffer.alloc(100_000_000, " "), stated);
    await chooser.setInputFiles({ name: "bomb.docx", mimeType: "", buffer });
    await expect(page.getByRole("alert")).toContainText("too large for a guide when it is unpacked");
  }
  await chooser.setInputFiles("tests/browser/files/night-baker.docx");
  await expect(page.getByText("2 questions · 5 areas · 3 follow-ups")).toBeVisible();
});

test("an invitation link that would inflate to 100 MB is refused", async ({ page }) => {
  const part = deflateRawSync(Buffer.alloc(100_000_000, " ")).toString("base64url");
  await page.goto(`/#/invitation/${part}`);
  await expect(page.getByRole("heading", { name: "This invitation can’t be opened" })).toBeVisible();
});
