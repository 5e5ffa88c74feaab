import { amountOf } from "../amount.ts";
import { expectHealing, expectStartInSpite, healings, refusedStarts } from "./databaseFaults.ts";
import { test, type DiskBrowsers } from "./diskTest.ts";
import { expectKeysOutliveKills, type KeyedBrowser } from "./keyKills.ts";
import {
  expectSaved,
  firstPage,
  focusRating,
  noteField,
  openSession,
  ratingOf,
  shownPage,
  startSession,
} from "./liveSession.ts";

/** Firefox takes seconds to start. */
const ROUNDS = { chromium: amountOf(50, 2), firefox: amountOf(20, 2), webkit: 0 };
const HEALINGS = { chromium: amountOf(5, 1), firefox: amountOf(2, 1), webkit: 0 };

test.describe.configure({ timeout: 600_000 });

test(
  "no key is lost when the browser is killed 25 ms after it",
  { tag: ["@firefox", "@sqlite"] },
  async ({ disk, browserName }) => {
    await expectKeysOutliveKills(await startKeyed(disk), ROUNDS[browserName]);
  },
);

for (const { title, fault } of healings)
  test(title, { tag: ["@firefox", "@sqlite"] }, async ({ disk, browserName }) => {
    await expectHealing(await startKeyed(disk), fault, HEALINGS[browserName]);
  });

for (const { title, errorName } of refusedStarts)
  test(title, { tag: ["@firefox", "@sqlite"] }, async ({ disk }) => {
    await expectStartInSpite(await startKeyed(disk), errorName);
  });

/** Starts a browser and an interview in it. */
async function startKeyed(disk: DiskBrowsers): Promise<KeyedBrowser> {
  const profile = disk.makeProfile();
  let browser = await disk.launch(profile);
  let page = await firstPage(browser.context);
  const id = await startSession(page);
  return {
    focusRating: () => focusRating(page),
    focusNote: async () => {
      await noteField(page).focus();
      await page.keyboard.press("ControlOrMeta+End");
    },
    type: (text) => page.keyboard.type(text),
    expectSaved: () => expectSaved(page),
    note: () => noteField(page).inputValue(),
    rating: () => ratingOf(page),
    ...shownPage(() => page),
    openAfter: async (run, argument) => {
      await page.addInitScript({ content: `(${run.toString()})(${JSON.stringify(argument)})` });
      await openSession(page, id);
    },
    killAndReopen: async () => {
      await browser.kill();
      browser = await disk.launch(profile);
      page = await firstPage(browser.context);
      await openSession(page, id);
    },
  };
}
