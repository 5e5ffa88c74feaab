import { expect } from "@playwright/test";

import { amountOf } from "../amount.ts";
import { killedFillings, LONG } from "../faults/filling.ts";
import { textOf } from "./liveScreen.ts";
import { test } from "./webKitOnDisk.ts";

/** A round of the imports takes longer. */
const KILLS = { restores: amountOf(20, 1), imports: amountOf(5, 1) };

test.describe.configure({ timeout: 1_200_000 });

for (const { title, check } of killedFillings)
  test(title, { tag: "@long" }, async ({ disk }) => {
    const profile = disk.makeProfile();
    let browser = await disk.launch(profile);
    await check(
      {
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
      },
      KILLS,
    );
  });
