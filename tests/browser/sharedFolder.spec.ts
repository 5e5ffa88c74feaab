import { expect, type Page } from "@playwright/test";
import { launchAnswering } from "./answering.ts";
import { expectAccessible, overrideAndDelete } from "./appPage.ts";
import { test } from "./appTest.ts";
import { firefoxLaunch } from "./browsers.ts";
import { filesIn, filesOnDisk, keepAlike, keepOnDisk, pickOwnFolder } from "./ownFolder.ts";
import {
  AT_FIREFOX,
  countClicks,
  interviewAndSubmit,
  interviewAsLead,
  newMachine,
  OTHERS,
  planAndInvite,
  sendByHand,
  untilDelivered,
  untilReceived,
} from "./panelOfFour.ts";
import { mustHaveSyncthing, startSyncthing } from "./syncthing.ts";
import { interviewFor, planPanel, submitForGood } from "./teamPanel.ts";

test(
  "through a folder that two machines share a scorecard arrives by itself, and the interviewer is told so",
  { tag: "@long" },
  async ({ page, browser }) => {
    await pickOwnFolder(page);
    await page.goto("/#/team");
    await expectAccessible(page, "before a folder is picked");
    await page.getByRole("button", { name: "Pick the folder…" }).click();
    await expect(page.getByText("New panels go through the folder “Panels”. Connected.")).toBeVisible();
    await expectAccessible(page, "a folder is picked");
    const link = await planPanel(page);
    await expect(page.getByText("automatically, through the folder “Panels”")).toBeVisible();

    const context = await browser.newContext({ serviceWorkers: "block" });
    const noor = await context.newPage();
    await pickOwnFolder(noor);
    await noor.goto(link);
    await expectAccessible(noor, "an invitation through a folder");
    await noor.getByRole("button", { name: "Pick the folder…" }).click();
    await expect(noor.getByText("goes through the folder “Panels”")).toBeVisible();
    await interviewFor(noor);
    await submitForGood(noor);

    await page.goto("/#/panels");
    const board = page.getByRole("table", { name: "Open panels" });
    await expect(async () => {
      await keepAlike(page, noor);
      await expect(noor.getByText("delivered to Lea")).toBeVisible({ timeout: 500 });
    }).toPass();
    await expect(board.getByText("received", { exact: true })).toBeVisible();
    const files = await filesIn(noor);
    expect(files.map(({ path }) => path.split("/")[1]?.replace(/[0-9a-f]{32}/u, "#"))).toContain(
      "all.roster.#.json",
    );
    for (const { text } of files) expect(text).not.toMatch(/Priya Raman|a note of Noor/u);
    await context.close();
  },
);

test(
  "an interviewer who has not picked the folder yet is asked to among the panels, and in an old browser sends the file",
  { tag: "@long" },
  async ({ page, browser }) => {
    await pickOwnFolder(page);
    await page.goto("/#/team");
    await page.getByRole("button", { name: "Pick the folder…" }).click();
    const link = await planPanel(page);
    const context = await browser.newContext({ serviceWorkers: "block" });
    const noor = await context.newPage();
    await noor.addInitScript(() => void Reflect.deleteProperty(window, "showDirectoryPicker"));
    await noor.goto(link);
    await expect(noor.getByText("This browser can’t use a folder")).toBeVisible();
    await noor.getByRole("button", { name: "Plan your interview" }).click();
    await expect(noor.getByRole("button", { name: "Start interview" })).toBeVisible();
    await noor.goto("/#/panels");
    await expect(noor.getByText("Or send the encrypted file.")).toBeVisible();

    const newer = await context.newPage();
    await pickOwnFolder(newer);
    await newer.goto("/#/panels");
    const notice = newer.getByText("through a folder that your team shares");
    await expect(notice).toBeVisible();
    await expectAccessible(newer, "a folder is to be picked");
    await newer.getByRole("button", { name: "Pick the folder…" }).click();
    await expect(notice).toBeHidden();
    await context.close();
  },
);

test(
  "a panel of four comes to its debrief through a folder that Syncthing carries, who has no folder sends one file, and nothing is left of it once its lead deleted it",
  { tag: "@long" },
  async ({ page: lead, browser, playwright, baseURL }) => {
    test.skip(!mustHaveSyncthing, "Syncthing is not installed here.");
    test.setTimeout(300_000);
    const stops: (() => Promise<void>)[] = [];
    const firefox = await launchAnswering(() => playwright.firefox.launch(firefoxLaunch));
    const { folders, end } = startSyncthing(OTHERS.length);
    try {
      const pickSynced = async (page: Page) => {
        await pickOwnFolder(page);
        return () => {
          stops.push(keepOnDisk(page, folders[stops.length]!));
          return page.getByRole("button", { name: "Pick the folder…" }).click();
        };
      };
      await countClicks(lead);
      const pick = await pickSynced(lead);
      await lead.goto("/#/team");
      await pick();
      await expect(lead.getByText("New panels go through the folder “Panels”. Connected.")).toBeVisible();
      const { plan, links } = await planAndInvite(lead);
      const seats: Page[] = [];
      for (const [index, link] of links.entries()) {
        const hasFolder = index !== AT_FIREFOX;
        const seat = await newMachine(hasFolder ? browser : firefox, baseURL);
        seats.push(seat);
        await interviewAndSubmit(seat, link, hasFolder ? await pickSynced(seat) : undefined);
      }
      await lead.goto("/#/panels");
      for (const [index, seat] of seats.entries()) if (index !== AT_FIREFOX) await untilDelivered(seat);
      const file = await sendByHand(seats[AT_FIREFOX]!);
      await lead.getByTestId("scorecard-files").setInputFiles(file);
      await untilReceived(lead, OTHERS.length);
      await interviewAsLead(lead, plan);
      const panelId = new URL(plan).hash.split("/")[2]!;
      for (const folder of folders) {
        expect(filesOnDisk(folder).filter(({ path }) => path.includes(`${panelId}/`)).length).toBeGreaterThan(
          5,
        );
        expect(filesOnDisk(folder).filter(({ text }) => /Priya Raman|a note of Noor/u.test(text))).toEqual(
          [],
        );
      }
      await lead.goto("/#/candidates");
      // The other seats are just told that the panel is open, and what they answer meets the deletion on its way.
      await expect
        .poll(() => filesOnDisk(folders[1]!).some(({ path }) => path.startsWith(`${panelId}/all.open.`)))
        .toBe(true);
      await overrideAndDelete(lead, "Priya Raman");
      for (const folder of folders)
        await expect(() =>
          expect(filesOnDisk(folder).filter(({ path }) => path.startsWith(panelId))).toEqual([]),
        ).toPass({ timeout: 20_000 });
    } finally {
      await Promise.all(stops.map((stop) => stop()));
      await firefox.close();
      end();
    }
  },
);
