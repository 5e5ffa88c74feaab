import { expect } from "@playwright/test";

import { amountOf } from "../amount.ts";
import { expectWholeImports, expectWholeRestores, type FilledBrowser } from "../faults/filling.ts";
import { textOf } from "./liveScreen.ts";
import { test } from "./webKitOnDisk.ts";

/** A round of the imports takes longer. */
const RESTORES = amountOf(20, 1);
const IMPORTS = amountOf(5, 1);

/** What reads or writes a long file on a busy machine. */
const LONG = { timeout: 60_000 };

const kinds = [
  {
    title:
      "a browser that is killed in the middle of a restore has all that it had before and nothing of the file",
    check: (browser: FilledBrowser) => expectWholeRestores(browser, RESTORES),
  },
  {
    title:
      "a browser that is killed while 500 interviews come in has each of them whole or not at all, and takes in the others afterwards",
    check: (browser: FilledBrowser) => expectWholeImports(browser, IMPORTS),
  },
];

test.describe.configure({ timeout: 1_200_000 });

for (const { title, check } of kinds)
  test(title, { tag: "@long" }, async ({ disk }) => {
    const profile = disk.makeProfile();
    let browser = await disk.launch(profile);
    await check({
      open: async (address) => {
        await browser.tab.goto(address);
        await expect
          .poll(() => browser.tab.evaluate(() => document.querySelector("h1")?.textContent ?? null), LONG)
          .not.toBeNull();
      },
      choose: (testId, files) => browser.tab.choose(`[data-testid="${testId}"]`, files),
      expectText: (text) => expect.poll(() => textOf(browser.tab), LONG).toContain(text),
      click: (button) => browser.tab.click(`//button[normalize-space()='${button}']`),
      evaluate: (run, argument) => browser.tab.evaluate(run, argument),
      said: (start) => browser.tab.said(start),
      killAndStart: async () => {
        await browser.kill();
        browser = await disk.launch(profile);
      },
    });
  });
