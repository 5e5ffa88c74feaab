import { expect } from "@playwright/test";
import { test } from "./appTest.ts";
import { interviewFor, planTeamPanel, submitForGood } from "./teamPanel.ts";
import { mustHaveTeamServer, startTeamServer, type RunningTeamServer } from "./teamServer.ts";

test.skip(!mustHaveTeamServer, "nats-server is not installed here, so no team can be tried.");
// They share a port; each starts a server and two browsers.
test.describe.configure({ mode: "serial", timeout: 300_000 });

let server: RunningTeamServer;

test.beforeEach(async ({ baseURL }) => {
  server = await startTeamServer(baseURL);
});

test.afterEach(() => server.end());

test("a submitted scorecard arrives by itself, and the interviewer is told so", async ({ page, browser }) => {
  const link = await planTeamPanel(page, server);
  const context = await browser.newContext({ serviceWorkers: "block" });
  const noor = await context.newPage();
  await noor.goto(link);
  await interviewFor(noor);
  await page.goto("/#/panels");
  const board = page.getByRole("table", { name: "Open panels" });
  await expect(board.getByText("to wrap up")).toBeVisible();
  await submitForGood(noor);
  await expect(noor.getByText("delivered to Lea")).toBeVisible();
  await expect(board.getByText("received", { exact: true })).toBeVisible();
  await context.close();
});
