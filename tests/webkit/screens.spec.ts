import { expect } from "@playwright/test";

import { expectSaved, startInterview, textOf } from "./liveScreen.ts";
import { inWebKit, test } from "./webKit.ts";

/** A word of each screen that is a name or a term, not a sentence. */
const screens = {
  "/#/": "Ada Nowak",
  "/#/plan": "Hard technical problem",
  "/#/guides": "Backend developer",
  "/#/guides/bring-in": ".docx",
  "/#/guides/new": "Undo",
  "/#/panels": "Panels",
  "/#/panels/new": "Hard technical problem",
  "/#/calibration": "Calibration",
  "/#/candidates": "Ada Nowak",
  "/#/export": "Ada Nowak",
  "/#/settings": "Ashby",
};

test(
  "every screen opens, where the browser has no storage manager as well",
  inWebKit(async (begin) => {
    const tab = await begin();
    await startInterview(tab, "Ada Nowak");
    await expectSaved(tab);
    for (const [address, words] of Object.entries(screens)) {
      await tab.goto(address);
      await expect.poll(() => textOf(tab), address).toContain(words);
    }
  }),
);
