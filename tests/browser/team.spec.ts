import { readFileSync } from "node:fs";
import { expect, type Browser, type Page } from "@playwright/test";
import { launchAnswering } from "./answering.ts";
import { expectAccessible } from "./appPage.ts";
import { test } from "./appTest.ts";
import { firefoxLaunch } from "./browsers.ts";
import {
  connectToServer,
  holdInterview,
  interviewFor,
  planPanel,
  planTeamPanel,
  submitForGood,
} from "./teamPanel.ts";
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

test(
  "a panel of four, one of them at Firefox, comes to its debrief with no file moved",
  { tag: "@long" },
  async ({ page: lead, browser, playwright, baseURL }) => {
    await countClicks(lead);
    await connectToServer(lead, server);
    const planning = await clicksOn(lead);
    await lead.getByRole("link", { name: "Plan a panel" }).click();
    await lead.getByLabel("Candidate", { exact: true }).fill("Priya Raman");
    for (const [index, name] of ["Lea", "Noor", "Mei Li", "Jonas Weber"].entries()) {
      if (index > 1) await lead.getByRole("button", { name: "+ Add an interviewer" }).click();
      await lead.getByLabel(`Name of interviewer ${index + 1}`).fill(name);
    }
    await lead.getByRole("button", { name: "Assign all" }).click();
    await lead.getByRole("button", { name: "Save panel" }).click();
    await expect(lead.getByRole("heading", { name: "Invitations" })).toBeVisible();
    const plan = lead.url();
    const links: string[] = [];
    for (const name of ["Noor", "Mei Li", "Jonas Weber"]) {
      links.push(await lead.getByLabel(`Invitation link for ${name}`).inputValue());
      await lead.getByRole("button", { name: `Copy link for ${name}` }).click();
    }
    expect((await clicksOn(lead)) - planning, "the lead's clicks to plan and invite").toBeLessThanOrEqual(8);

    const firefox = await launchAnswering(() => playwright.firefox.launch(firefoxLaunch));
    const seats: Page[] = [];
    for (const [index, link] of links.entries()) {
      const seat = await newMachine(index === 1 ? firefox : browser, baseURL);
      seats.push(seat);
      await countClicks(seat);
      await seat.goto(link);
      await seat.getByRole("button", { name: "Plan this interview" }).click();
      await expect(seat.getByRole("button", { name: "Start interview" })).toBeVisible();
      expect(await clicksOn(seat), "an interviewer's clicks to be ready").toBeLessThanOrEqual(2);
      await seat.getByRole("button", { name: "Start interview" }).click();
      await holdInterview(seat);
    }
    for (const seat of seats) {
      await submitForGood(seat);
      await expect(seat.getByText("delivered to Lea")).toBeVisible();
    }
    await lead.goto("/#/panels");
    const board = lead.getByRole("table", { name: "Open panels" });
    await expect(board.getByText("received", { exact: true })).toHaveCount(3);
    await lead.goto(plan);
    await lead.getByRole("link", { name: "Plan my interview" }).click();
    await interviewFor(lead);
    await submitForGood(lead);
    await lead.goto("/#/panels");
    await expect(board).toContainText("Start the debrief");
    await firefox.close();
  },
);

test(
  "a lead who lost the device goes on with the recovery file, and an interviewer who did is let in again",
  { tag: "@long" },
  async ({ page: lead, browser, baseURL }) => {
    const link = await planTeamPanel(lead, server);
    const plan = lead.url();
    const [download] = await Promise.all([
      lead.waitForEvent("download"),
      lead.getByRole("button", { name: "Download recovery file" }).click(),
    ]);
    const recovery = {
      name: "recovery.txt",
      mimeType: "text/plain",
      buffer: readFileSync(await download.path()),
    };
    const lost = await newMachine(browser, baseURL);
    await lost.goto(link);
    await lost.getByRole("button", { name: "Plan this interview" }).click();
    await expect.poll(() => outboxOf(lost)).toContain("joined delivered");
    await lost.context().close();

    const noor = await newMachine(browser, baseURL);
    await noor.goto(link);
    await interviewFor(noor);
    await submitForGood(noor);
    await expect(noor.getByText("Submitted, not sent yet")).toBeVisible();
    await noor.goto("/#/panels");
    await expect(noor.getByText("The lead knows you by another device.")).toBeVisible();
    await expectAccessible(noor, "a seat that the lead knows by another device");

    await lead.goto(plan);
    const other = lead.getByText("Another device joined with this invitation");
    await expect(other).toBeVisible();
    await expectAccessible(lead, "another device that joined");
    await lead.getByRole("button", { name: "Let it in" }).click();
    await expect(
      lead.getByText("Let in. From now on scorecards come in from that device only."),
    ).toBeVisible();
    await lead.goto("/#/panels");
    const board = lead.getByRole("table", { name: "Open panels" });
    await expect(board.getByText("received", { exact: true })).toBeVisible();
    await expect(noor.getByText("The lead knows you by another device.")).toBeHidden();
    await lead.close();

    const next = await newMachine(browser, baseURL);
    await next.goto("/#/panels");
    await next.getByTestId("scorecard-files").setInputFiles(recovery);
    const report = next.getByRole("list", { name: "Received or waiting" });
    await expect(report).toContainText("panel restored");
    await expect(report).toContainText("Its scorecards come in by themselves on this device now.");
    await expectAccessible(next, "a panel that was restored with its team");
    const restored = next.getByRole("table", { name: "Open panels" });
    await expect(restored.getByText("received", { exact: true })).toBeVisible();
    await next.context().close();
    await noor.context().close();
  },
);

test(
  "an invitation that was accepted before there was a team joins it when its link is opened again",
  { tag: "@long" },
  async ({ page: lead, browser, baseURL }) => {
    await lead.goto("/#/panels");
    const before = await planPanel(lead);
    const plan = lead.url();
    const noor = await newMachine(browser, baseURL);
    await noor.goto(before);
    await noor.getByRole("button", { name: "Plan this interview" }).click();
    await expect(noor.getByRole("button", { name: "Start interview" })).toBeVisible();
    await connectToServer(lead, server);
    await lead.goto(plan);
    await expect(lead.getByText("through your team server")).toBeVisible();
    await noor.goto(await lead.getByLabel("Invitation link for Noor").inputValue());
    await expectAccessible(noor, "an invitation with a team that is new here");
    await noor.getByRole("button", { name: "Send mine that way" }).click();
    await expect(
      noor.getByText("Your scorecard goes to the lead by itself once it is submitted"),
    ).toBeVisible();
    await noor.getByRole("link", { name: "Go to the interview" }).click();
    await noor.getByRole("button", { name: "Start interview" }).click();
    await holdInterview(noor);
    await submitForGood(noor);
    await expect(noor.getByText("delivered to Lea")).toBeVisible();
    await noor.context().close();
  },
);

async function newMachine(browser: Browser, baseURL = ""): Promise<Page> {
  const context = await browser.newContext({ serviceWorkers: "block", baseURL });
  return context.newPage();
}

/** @returns what the page's device has sent to the team, and how far it is */
function outboxOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(
    () =>
      new Promise<string[]>((resolve, reject) => {
        const request = indexedDB.open("interview-scorecard");
        request.onerror = () => reject(request.error ?? new Error("It can't be opened."));
        request.onsuccess = () => {
          const all = request.result.transaction("outbox").objectStore("outbox").getAll();
          all.onsuccess = () => {
            request.result.close();
            const rows = all.result as readonly { readonly kind: string; readonly state: string }[];
            resolve(rows.map(({ kind, state }) => `${kind} ${state}`));
          };
        };
      }),
  );
}

/** Counts the clicks of the person on a page, through reloads. */
async function countClicks(page: Page): Promise<void> {
  await page.addInitScript(() => {
    addEventListener(
      "click",
      ({ isTrusted }) => {
        const before = Number(sessionStorage.getItem("clicks") ?? 0);
        if (isTrusted) sessionStorage.setItem("clicks", String(before + 1));
      },
      { capture: true },
    );
  });
}

function clicksOn(page: Page): Promise<number> {
  return page.evaluate(() => Number(sessionStorage.getItem("clicks") ?? 0));
}
