import { expect } from "@playwright/test";

import { amountOf } from "../amount.ts";
import { expectHealing, expectStartInSpite, healings, refusedStarts } from "../faults/databaseFaults.ts";
import { expectKeysOutliveKills, type KeyedBrowser } from "../faults/keyKills.ts";
import { areas, expectSaved, startInterview } from "./liveScreen.ts";
import { test, type DiskTab, type DiskWebKit } from "./webKitOnDisk.ts";

const ROUNDS = amountOf(20, 2);
const HEALINGS = amountOf(2, 1);

test.describe.configure({ timeout: 900_000 });

test("no key is lost when the browser is killed 25 ms after it", { tag: "@long" }, async ({ disk }) => {
  await expectKeysOutliveKills(await startKeyed(disk), ROUNDS);
});

for (const { title, fault } of healings)
  test(title, { tag: "@long" }, async ({ disk }) => {
    await expectHealing(await startKeyed(disk), fault, HEALINGS);
  });

for (const { title, errorName } of refusedStarts)
  test(title, { tag: "@long" }, async ({ disk }) => {
    await expectStartInSpite(await startKeyed(disk), errorName);
  });

/** Starts a browser and an interview in it. */
async function startKeyed(disk: DiskWebKit): Promise<KeyedBrowser> {
  const profile = disk.makeProfile();
  let browser = await disk.launch(profile);
  let { tab } = browser;
  await letRatingsStay(tab);
  const address = await startInterview(tab, "Ada Example");
  const untilOpen = () => expect.poll(() => areas(tab)).toHaveLength(8);
  return {
    focusRating: () =>
      tab.evaluate(() => document.querySelector<HTMLElement>("[data-area] input[type=checkbox]")!.focus()),
    focusNote: () => tab.evaluate(focusNote),
    type: (text) => tab.type(text),
    expectSaved: () => expectSaved(tab),
    note: () =>
      tab.evaluate(() => document.querySelector<HTMLTextAreaElement>("[data-pane] textarea")!.value),
    rating: async () => (await areas(tab))[0]?.rating ?? null,
    evaluate: (run, argument) => tab.evaluate(run, argument),
    said: (start) => tab.said(start),
    openAfter: async (run, argument) => {
      await tab.gotoAfter(address, run, argument);
      await untilOpen();
    },
    killAndReopen: async () => {
      await browser.kill();
      browser = await disk.launch(profile);
      tab = browser.tab;
      await tab.goto(address);
      await untilOpen();
    },
  };
}

async function letRatingsStay(tab: DiskTab): Promise<void> {
  await tab.goto("/#/settings");
  await tab.click("//label[starts-with(normalize-space(), 'After a rating')]");
  // The choice is shown as it is kept, a moment after the click.
  await expect
    .poll(() =>
      tab.evaluate(() => {
        const labels = [...document.querySelectorAll("label")];
        const label = labels.find(({ textContent }) => textContent.trim().startsWith("After a rating"));
        return label?.control instanceof HTMLInputElement && label.control.checked;
      }),
    )
    .toBe(false);
}

/** In the page. */
function focusNote(): void {
  const field = document.querySelector<HTMLTextAreaElement>("[data-pane] textarea")!;
  field.focus();
  field.setSelectionRange(field.value.length, field.value.length);
}
