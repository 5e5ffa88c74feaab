import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect, test, type Page } from "@playwright/test";

import { launchOn, type OwnBrowser } from "./browserProcess.ts";
import { Disk, whyNoDisk } from "./disk.ts";
import { areas, firstPage, noteField, say, startSession } from "./liveSession.ts";

/** Firefox takes seconds to start. */
const ROUNDS = { chromium: 5, firefox: 2, webkit: 0 };
const KEYS = 12;

test.describe.configure({ timeout: 180_000 });

test(
  "everything that was said to be saved is there after a power cut",
  { tag: "@firefox" },
  async ({ playwright, browserName, launchOptions, baseURL }) => {
    const reason = whyNoDisk();
    test.skip(reason !== undefined, reason);

    const folder = mkdtempSync(join(tmpdir(), "powerCut-"));
    const rounds = ROUNDS[browserName];
    let lost = 0;
    try {
      for (let round = 0; round < rounds; round++) {
        const disk = new Disk(join(folder, `disk ${round}`));
        const whatIsLeft = new Disk(join(folder, `what is left of disk ${round}`));
        let browser: OwnBrowser | undefined;
        const launchOnDisk = (from: Disk) =>
          launchOn(join(from.folder, "profile"), playwright[browserName], launchOptions, baseURL);
        try {
          disk.format();
          disk.mount();
          browser = await launchOnDisk(disk);
          const page = await firstPage(browser.context);
          const id = await startSession(page);
          await typeUntilSaved(page);
          // From here on nothing more gets to the disk, as if the power had gone.
          browser.freeze();
          disk.copyTo(whatIsLeft);
          await browser.kill();

          whatIsLeft.mount();
          browser = await launchOnDisk(whatIsLeft);
          const restarted = await firstPage(browser.context);
          await restarted.goto(`/#/session/${id}`);
          await expect(
            areas(restarted)
              .or(restarted.getByRole("heading", { level: 1 }))
              .first(),
          ).toBeVisible();
          const isThere = await areas(restarted).isVisible();
          lost += KEYS - (isThere ? (await noteField(restarted).inputValue()).length : 0);
        } finally {
          await browser?.kill();
          disk.remove();
          whatIsLeft.remove();
        }
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
    say(
      `power cut, ${rounds} times: ${rounds * KEYS - lost} of ${rounds * KEYS} keys that were said to be ` +
        "saved are there",
    );
    expect(lost).toBe(0);
  },
);

/** Types so many letters into the note, and waits until the screen says that all of them are saved. */
async function typeUntilSaved(page: Page): Promise<void> {
  await noteField(page).focus();
  await page.evaluate(sayWhatIsSaved);
  const saved = page.waitForEvent("console", (message) => message.text() === `saved ${KEYS}`);
  await page.keyboard.type("x".repeat(KEYS));
  await saved;
}

/** In the page: says how long the note is whenever the screen turns to "Saved". */
function sayWhatIsSaved(): void {
  const note = document.activeElement;
  const look = () => {
    if (note instanceof HTMLTextAreaElement && document.querySelector("[data-save=saved]"))
      console.log(`saved ${note.value.length}`);
  };
  const attributes = { subtree: true, attributes: true, attributeFilter: ["data-save"] };
  new MutationObserver(look).observe(document.body, attributes);
}
