import { expect, test, type Page } from "@playwright/test";
import { areas, expectSaved, noteField, submitInWrapUp } from "./appPage.ts";
import { hasTeamServer, startTeamServer, type RunningTeamServer } from "./teamServer.ts";

const port = Number(process.env["TEST_PORT"] ?? 27417);
const address = `http://localhost:${port}/`;

test.skip(!hasTeamServer(), "nats-server is not installed here, so no team can be tried");
test.describe.configure({ mode: "serial" });

let server: RunningTeamServer;

test.beforeEach(async () => {
  server = await startTeamServer(address, port + 100);
});

test.afterEach(() => server.end());

/** Connects the page to the server and plans a panel that Lea leads and Noor interviews in. @returns Noor's link */
async function planPanel(page: Page): Promise<string> {
  await page.goto(`/${server.leadPart}`);
  await page.getByRole("button", { name: "Use this server" }).click();
  await expect(page.getByText("Connected.")).toBeVisible();
  await page.getByRole("link", { name: "Plan a panel" }).click();
  await page.getByLabel("Candidate", { exact: true }).fill("Priya Raman");
  await page.getByLabel("Name of interviewer 1").fill("Noor");
  await page.getByLabel("Name of interviewer 2").fill("Mei Li");
  const row = page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: "Slow database or API" }) });
  for (const box of await row.getByRole("checkbox").all()) await box.check();
  await page.getByRole("button", { name: "Save panel" }).click();
  return page.getByLabel("Invitation link for Noor").inputValue();
}

async function interview(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByRole("button", { name: "Plan this interview" }).click();
  await page.getByRole("button", { name: "Start interview" }).click();
  await areas(page).first().getByRole("radio").nth(3).check();
  await noteField(page).fill("a note of Noor");
  await expectSaved(page);
  await page.getByRole("button", { name: "Finish", exact: true }).click();
  await submitInWrapUp(page);
  await page.getByRole("button", { name: "Lock now" }).click();
}

test("a submitted scorecard arrives by itself, and the interviewer is told so", async ({ page, browser }) => {
  const link = await planPanel(page);
  const context = await browser.newContext({ serviceWorkers: "block" });
  const noor = await context.newPage();
  await interview(noor, link);
  await expect(noor.getByText(/delivered to/u)).toBeVisible();
  await page.goto("/#/panels");
  await expect(page.getByText("1 of 2 received")).toBeVisible();
  await context.close();
});
