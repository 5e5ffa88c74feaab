import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { expect, type Page } from "@playwright/test";

import { amountOf } from "../amount.ts";
import { countPageMarks, readLogEnd } from "./browserLog.ts";
import type { OwnBrowser } from "./browserProcess.ts";
import { test } from "./diskTest.ts";
import { Disk, whyNoDisk } from "./disk.ts";
import { areas, firstPage, noteField, say, startSession, typeNote } from "./liveSession.ts";

/** Firefox takes seconds to start. */
const ROUNDS = { chromium: amountOf(10, 2), firefox: 2, webkit: 0 };
const KEYS = 12;

test.describe.configure({ timeout: 600_000 });

test(
  "everything that was said to be saved is there after a power cut, and at the start after",
  { tag: "@firefox" },
  async ({ disk: browsers, browserName }) => {
    const reason = whyNoDisk();
    test.skip(reason !== undefined, reason);

    const folder = mkdtempSync(join(tmpdir(), "powerCut-"));
    const rounds = ROUNDS[browserName];
    let lost = 0;
    let cut = 0;
    try {
      for (let round = 0; round < rounds; round++) {
        const disk = new Disk(join(folder, `disk ${round}`));
        const whatIsLeft = new Disk(join(folder, `what is left of disk ${round}`));
        let browser: OwnBrowser | undefined;
        const launchOnDisk = (from: Disk) => browsers.launch(join(from.folder, "profile"));
        try {
          disk.format();
          disk.mount();
          browser = await launchOnDisk(disk);
          const page = await firstPage(browser.context);
          const id = await startSession(page);
          // A call has been going on for a while.
          if (browserName === "chromium") await expect.poll(() => page.evaluate(countPageMarks)).toBe(1);
          await typeUntilSaved(page, "x".repeat(KEYS));
          page.keyboard.type("y".repeat(200), { delay: 20 }).catch(() => {});
          await sleep(500 + 37 * round);
          // From here on nothing more gets to the disk, as if the power had gone.
          browser.freeze();
          disk.copyTo(whatIsLeft);
          await browser.kill();

          whatIsLeft.mount();
          if (readLogEnd(whatIsLeft.folder)?.isWhole === false) cut++;
          browser = await launchOnDisk(whatIsLeft);
          const found = await readNote(browser, id);
          lost += KEYS - Math.min(KEYS, found.length);
          await typeUntilSaved(await firstPage(browser.context), "z");
          await browser.kill();
          browser = await launchOnDisk(whatIsLeft);
          expect(await readNote(browser, id)).toBe(`${found}z`);
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
        `saved are there; the browser’s log ended in a record that was cut ${cut} times`,
    );
    expect(lost).toBe(0);
  },
);

/** @returns the note in the interview; nothing where the interview is not there */
async function readNote(browser: OwnBrowser, id: string): Promise<string> {
  const page = await firstPage(browser.context);
  await page.goto(`/#/session/${id}`);
  await expect(
    areas(page)
      .or(page.getByRole("heading", { level: 1 }))
      .first(),
  ).toBeVisible();
  return (await areas(page).isVisible()) ? noteField(page).inputValue() : "";
}

/** Types at the end of the note, and waits until the screen says that all of it is saved. */
async function typeUntilSaved(page: Page, text: string): Promise<void> {
  const length = (await noteField(page).inputValue()).length + text.length;
  await noteField(page).focus();
  await page.evaluate(sayWhatIsSaved);
  const saved = page.waitForEvent("console", (message) => message.text() === `saved ${length}`);
  await typeNote(page, text);
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
