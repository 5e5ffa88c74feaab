import { expect, type Page } from "@playwright/test";
import { DATABASE_NAME } from "../../src/storage/database.ts";
import { interviewFor, planTeamPanel, submitForGood } from "../browser/teamPanel.ts";
import { mustHaveTeamServer, startTeamServer, type RunningTeamServer } from "../browser/teamServer.ts";
import { test } from "./diskTest.ts";
import { firstPage, say } from "./liveSession.ts";

test.skip(!mustHaveTeamServer, "nats-server is not installed here, so no team can be tried.");
test.describe.configure({ mode: "serial", timeout: 600_000 });

let server: RunningTeamServer;

test.beforeEach(async ({ baseURL }) => {
  server = await startTeamServer(baseURL);
});

test.afterEach(() => server.end());

/** Runs in the page. @returns the seats whose scorecards the lead's device holds, locked or not, each as often as it does */
function readHeld(name: string): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name);
    opening.onerror = () => reject(new Error("The database does not open."));
    opening.onsuccess = () => {
      const database = opening.result;
      const reading = database.transaction(["sealedScorecards", "lockedScorecards"]);
      const sealed = reading.objectStore("sealedScorecards").getAll();
      const locked = reading.objectStore("lockedScorecards").getAll();
      reading.oncomplete = () => {
        database.close();
        const seats = [
          ...(sealed.result as readonly { readonly interviewerId: string }[]).map((row) => row.interviewerId),
          ...(locked.result as readonly { readonly seat: string }[]).map((row) => row.seat),
        ];
        resolve(seats);
      };
    };
  });
}

async function expectDelivered(lead: Page, seat: Page): Promise<void> {
  await expect(seat.getByText("delivered to Lea")).toBeVisible({ timeout: 60_000 });
  expect(await lead.evaluate(readHeld, DATABASE_NAME)).toHaveLength(1);
}

test("a scorecard whose browser is killed before it could be sent is sent once, by the next one", async ({
  page,
  disk,
}) => {
  const link = await planTeamPanel(page, server);
  const profile = disk.makeProfile();
  let browser = await disk.launch(profile);
  let seat = await firstPage(browser.context);
  await seat.goto(link);
  await interviewFor(seat);
  await server.kill();
  await submitForGood(seat);
  await expect(seat.getByText("to send", { exact: true })).toBeVisible();
  const address = seat.url();
  await browser.kill();
  await server.start();
  expect(await page.evaluate(readHeld, DATABASE_NAME)).toEqual([]);

  browser = await disk.launch(profile);
  seat = await firstPage(browser.context);
  await seat.goto(address);
  await expectDelivered(page, seat);
});

test("a scorecard that was on the server when it lost its disk is delivered once, from the outbox", async ({
  page,
  browser,
}) => {
  const link = await planTeamPanel(page, server);
  const context = await browser.newContext();
  const seat = await context.newPage();
  await seat.goto(link);
  await interviewFor(seat);
  // The lead is away when it comes.
  await page.goto("about:blank");
  await submitForGood(seat);
  await expect(seat.getByText("on the server", { exact: true })).toBeVisible();
  await server.kill();
  server.wipe();
  await server.start();
  await page.goto("/#/panels");
  await expectDelivered(page, seat);
  await context.close();
});

const HELD_MS = 8000;

test("a server that hangs is never said to have a scorecard; once it goes on, the scorecard is delivered", async ({
  page,
  browser,
}) => {
  const link = await planTeamPanel(page, server);
  const context = await browser.newContext();
  const seat = await context.newPage();
  await seat.goto(link);
  await interviewFor(seat);
  await page.goto("/#/panels");
  await expect(page.getByText("to wrap up")).toBeVisible();
  server.freeze();
  await submitForGood(seat);
  const until = Date.now() + HELD_MS;
  while (Date.now() < until) {
    await expect(seat.getByText("to send", { exact: true })).toBeVisible();
    await seat.waitForTimeout(250);
  }
  server.thaw();
  const thawedAt = Date.now();
  await expectDelivered(page, seat);
  say(
    `a team server that hung for ${HELD_MS / 1000} s: delivered ${Date.now() - thawedAt} ms after it went on`,
  );
  await context.close();
});
