import { readFileSync } from "node:fs";
import { expect, type Browser, type Page } from "@playwright/test";
import { unseal } from "../../src/interchange/files/encryption.ts";
import { DATABASE_NAME } from "../../src/storage/database.ts";
import { launchAnswering } from "./answering.ts";
import { expectAccessible } from "./appPage.ts";
import { test } from "./appTest.ts";
import { firefoxLaunch } from "./browsers.ts";
import {
  AT_FIREFOX,
  countClicks,
  interviewAndSubmit,
  interviewAsLead,
  newMachine,
  OTHERS,
  planAndInvite,
  untilDelivered,
  untilReceived,
} from "./panelOfFour.ts";
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
  "a tab that can’t load what works for teams leaves that to another tab",
  { tag: "@long" },
  async ({ page, browser }) => {
    const link = await planTeamPanel(page, server);
    const context = await browser.newContext({ serviceWorkers: "block" });
    const noor = await context.newPage();
    await noor.goto(link);
    await interviewFor(noor);
    // A tab of the version before, whose files went with an update.
    const old = await context.newPage();
    await context.route(/\/assets\/teamWorker-[\w-]+\.js$/u, (route) =>
      route.request().frame().page() === old ? route.abort() : route.continue(),
    );
    const refused = old.waitForEvent("requestfailed");
    await old.goto("/#/");
    expect((await refused).url()).toContain("teamWorker");
    await noor.reload();
    await submitForGood(noor);
    await expect(noor.getByText("delivered to Lea")).toBeVisible();
    await context.close();
  },
);

test(
  "where all was deleted in another tab and begun anew, teams are worked for",
  { tag: "@long" },
  async ({ page: first, browser, context }) => {
    await planTeamPanel(first, server);
    await first.goto("/#/");
    const second = await context.newPage();
    await second.goto("/manifest.webmanifest");
    await second.evaluate(
      (name) =>
        new Promise<void>((resolve, reject) => {
          localStorage.clear();
          const request = indexedDB.deleteDatabase(name);
          request.addEventListener("success", () => resolve());
          request.addEventListener("error", () => reject(new Error("It was not deleted.")));
        }),
      DATABASE_NAME,
    );
    const link = await planTeamPanel(second, server);
    const noor = await newMachine(browser);
    await noor.goto(link);
    await interviewFor(noor);
    await second.goto("/#/panels");
    const board = second.getByRole("table", { name: "Open panels" });
    await expect(board.getByText("to wrap up")).toBeVisible();
    await noor.context().close();
  },
);

test(
  "a panel of four comes to its debrief through a server, with no file moved",
  { tag: "@long" },
  async ({ page: lead, browser, playwright, baseURL }) => {
    const firefox = await launchAnswering(() => playwright.firefox.launch(firefoxLaunch));
    try {
      await countClicks(lead);
      await connectToServer(lead, server);
      const { plan, links } = await planAndInvite(lead);
      const seats: Page[] = [];
      for (const [index, link] of links.entries()) {
        const seat = await newMachine(index === AT_FIREFOX ? firefox : browser, baseURL);
        seats.push(seat);
        await interviewAndSubmit(seat, link);
      }
      for (const seat of seats) await untilDelivered(seat);
      await lead.goto("/#/panels");
      await untilReceived(lead, OTHERS.length);
      await interviewAsLead(lead, plan);
    } finally {
      await firefox.close();
    }
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
    await lost.getByRole("button", { name: "Plan your interview" }).click();
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
    await lead.getByRole("button", { name: "Let this device in" }).click();
    await expect(
      lead.getByText("Device let in. From now on, scorecards arrive from that device only."),
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
    await expect(report).toContainText("Its scorecards come in automatically on this device now.");
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
    await noor.getByRole("button", { name: "Plan your interview" }).click();
    await expect(noor.getByRole("button", { name: "Start interview" })).toBeVisible();
    await connectToServer(lead, server);
    await lead.goto(plan);
    await expect(lead.getByText("through your team server")).toBeVisible();
    await noor.goto(await lead.getByLabel("Invitation link for Noor").inputValue());
    await expectAccessible(noor, "an invitation with a team that is new here");
    await noor.getByRole("button", { name: "Send my scorecard that way" }).click();
    await expect(
      noor.getByText("Once you submit your scorecard, it goes to the lead automatically"),
    ).toBeVisible();
    await noor.getByRole("link", { name: "Go to the interview" }).click();
    await noor.getByRole("button", { name: "Start interview" }).click();
    await holdInterview(noor);
    await submitForGood(noor);
    await expect(noor.getByText("delivered to Lea")).toBeVisible();
    await noor.context().close();
  },
);

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

/** Plans a panel of four, two of whom plan their interviews. @returns their pages */
async function twoJoined(lead: Page, browser: Browser) {
  await connectToServer(lead, server);
  const { plan, links } = await planAndInvite(lead);
  const noor = await newMachine(browser);
  const jonas = await newMachine(browser);
  for (const [seat, link] of [[noor, links[0]!] as const, [jonas, links[2]!] as const]) {
    await seat.goto(link);
    await seat.getByRole("button", { name: "Plan your interview" }).click();
    await expect(seat.getByRole("button", { name: "Start interview" })).toBeVisible();
  }
  for (const [seat, id] of [[noor, "Noor"] as const, [jonas, "Jonas"] as const])
    await expect.poll(() => seat.evaluate(countRecipients, DATABASE_NAME), id).toBe(2);
  return { plan, noor, jonas };
}

async function interviewPlanned(seat: Page): Promise<void> {
  await seat.getByRole("button", { name: "Start interview" }).click();
  await holdInterview(seat);
  await submitForGood(seat);
  await expect(seat.getByText("delivered to Lea")).toBeVisible();
}

/** In the page: of how many seats it knows that they can unlock. */
function countRecipients(name: string): Promise<number> {
  return new Promise((resolve) => {
    const opening = indexedDB.open(name);
    opening.onsuccess = () => {
      const reading = opening.result.transaction("teamKeys").objectStore("teamKeys").getAll();
      reading.onsuccess = () => {
        opening.result.close();
        const [keys] = reading.result as readonly { readonly roster: { readonly recipients?: object } }[];
        resolve(Object.keys(keys?.roster.recipients ?? {}).length);
      };
    };
  });
}

/** In the page: all that its device has of the others' scorecards, and the key of its panel. */
function readAll(
  name: string,
): Promise<{ readonly sealed: string[]; readonly locked: string[]; readonly key: string }> {
  return new Promise((resolve) => {
    const opening = indexedDB.open(name);
    opening.onsuccess = () => {
      const reading = opening.result.transaction(["sealedScorecards", "lockedScorecards", "panelKeys"]);
      const [sealed, locked, keys] = ["sealedScorecards", "lockedScorecards", "panelKeys"].map((store) =>
        reading.objectStore(store).getAll(),
      );
      reading.oncomplete = () => {
        opening.result.close();
        const textsOf = (rows: unknown) =>
          (rows as readonly { readonly text: string }[]).map(({ text }) => text);
        const [{ secretKey }] = keys!.result as [{ readonly secretKey: string }];
        resolve({ sealed: textsOf(sealed!.result), locked: textsOf(locked!.result), key: secretKey });
      };
    };
  });
}

test(
  "a lead who interviews can’t read another scorecard before the own one, with all that is on the device",
  { tag: "@long" },
  async ({ page: lead, browser }) => {
    const { plan, noor, jonas } = await twoJoined(lead, browser);
    await interviewPlanned(noor);
    const before = await lead.evaluate(readAll, DATABASE_NAME);
    expect(before.sealed).toEqual([]);
    expect(before.locked).toHaveLength(1);
    expect(await unseal(before.locked[0]!, before.key)).toEqual({ ok: false, reason: "otherKey" });
    await lead.goto("/#/panels");
    await untilReceived(lead, 1);
    await lead.goto(plan.replace("/plan", ""));
    await expect(lead.getByText("Received, but locked: Noor.")).toBeVisible();
    await expect(lead.getByText("1 of 4 scorecards received")).toBeVisible();

    await lead.goto(plan);
    await lead.getByRole("link", { name: "Plan your interview" }).click();
    await interviewFor(lead);
    await submitForGood(lead);
    await expect.poll(async () => (await lead.evaluate(readAll, DATABASE_NAME)).sealed.length).toBe(1);
    await interviewPlanned(jonas);
    await expect.poll(async () => (await lead.evaluate(readAll, DATABASE_NAME)).sealed.length).toBe(2);
    await lead.goto(plan.replace("/plan", ""));
    await expect(lead.getByText("3 of 4 scorecards received")).toBeVisible();
    await expect(lead.getByText("locked")).toBeHidden();
  },
);

test(
  "early the others’ are unlocked only by somebody in another seat, who is told why, and that is kept",
  {
    tag: "@long",
  },
  async ({ page: lead, browser }) => {
    const { plan, noor, jonas } = await twoJoined(lead, browser);
    await interviewPlanned(noor);
    await lead.goto(plan.replace("/plan", ""));
    await expect(lead.getByRole("button", { name: "Start debrief" })).toBeDisabled();
    await lead.getByRole("button", { name: "Ask to unlock now…" }).click();
    await expectAccessible(lead, "asking to unlock");
    await lead.getByLabel("Reason").fill("I am ill. Jonas decides.");
    await lead.getByRole("button", { name: "Ask the others" }).click();
    await expect(lead.getByText("You asked the others to unlock")).toBeVisible();

    await jonas.goto("/#/");
    await jonas.getByRole("link", { name: /Asked to unlock$/u }).click();
    await expect(jonas.getByText("Lea asks you to unlock the scorecards")).toContainText(
      "I am ill. Jonas decides.",
    );
    await expectAccessible(jonas, "being asked to unlock");
    expect((await lead.evaluate(readAll, DATABASE_NAME)).sealed).toEqual([]);
    await jonas.getByRole("button", { name: "Unlock the scorecards" }).click();
    await expect(jonas.getByText("Lea asks you to unlock the scorecards")).toBeHidden();

    await expect(lead.getByText("Jonas Weber unlocked the scorecards")).toContainText(
      "I am ill. Jonas decides.",
    );
    await lead.getByRole("button", { name: "Start debrief" }).click();
    await lead.getByRole("button", { name: "Start without them" }).click();
    await expect(lead.getByRole("button", { name: "Save packet" })).toBeVisible();
  },
);
