import { test } from "@playwright/test";

import { amountOf } from "../amount.ts";
import { canFindProcesses, launchOn, makeProfile, removeProfile } from "./browserProcess.ts";
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

test.describe.configure({ timeout: 600_000 });
test.skip(!canFindProcesses, "The browser's processes are found in /proc, which this system has not.");

test(
  "no key is lost when the browser is killed 25 ms after it",
  { tag: ["@firefox", "@sqlite"] },
  async ({ playwright, browserName, launchOptions, baseURL }) => {
    const profile = makeProfile("killed");
    const launch = () => launchOn(profile, playwright[browserName], launchOptions, baseURL);
    let browser = await launch();
    try {
      let page = await firstPage(browser.context);
      const id = await startSession(page);
      const keyed: KeyedBrowser = {
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
        killAndReopen: async () => {
          await browser.kill();
          browser = await launch();
          page = await firstPage(browser.context);
          await openSession(page, id);
        },
      };
      await expectKeysOutliveKills(keyed, ROUNDS[browserName]);
    } finally {
      await browser.kill();
      await removeProfile(profile);
    }
  },
);
