import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { expect, type Page } from "@playwright/test";

import { expectAccessible } from "../browser/appPage.ts";
import { amountOf } from "../amount.ts";
import { test } from "./diskTest.ts";
import { keepDownload, readDownload } from "./keptDownload.ts";
import {
  expectSaved,
  firstPage,
  focusRating,
  noteField,
  openSession,
  ratingOf,
  say,
  shownSeconds,
  startSession,
  typeNote,
} from "./liveSession.ts";

const CRASHES = amountOf(30, 2);
const KEYS_A_CRASH = 8;
/** Eight keys a second. */
const KEY_EVERY_MS = 125;

test.describe.configure({ timeout: 600_000 });

test(
  "a page that crashes while one types eight keys a second loses one key at most",
  { tag: "@sqlite" },
  async ({ page: first, context }) => {
    const id = await startSession(first);
    let page = first;
    const lost: number[] = [];
    for (let round = 0; round < CRASHES; round++) {
      await noteField(page).focus();
      await page.keyboard.press("ControlOrMeta+End");
      const before = (await noteField(page).inputValue()).length;
      for (let key = 0; key < KEYS_A_CRASH; key++) {
        if (key > 0) await page.waitForTimeout(KEY_EVERY_MS);
        await page.keyboard.press("x");
      }
      // Somewhere between that key and the next one.
      await page.waitForTimeout((round * 37) % KEY_EVERY_MS);
      await crash(page);
      page = await context.newPage();
      await openSession(page, id);
      await expect(noteField(page)).toBeEnabled();
      lost.push(before + KEYS_A_CRASH - (await noteField(page).inputValue()).length);
    }
    say(
      `crashed while typing, ${CRASHES} times: ${lost.reduce((sum, one) => sum + one, 0)} of ` +
        `${CRASHES * KEYS_A_CRASH} keys lost, ${Math.max(...lost)} at most by one crash`,
    );
    expect(Math.max(...lost)).toBeLessThanOrEqual(1);
    expect(Math.min(...lost)).toBe(0);
  },
);

test("a tab that the browser froze goes on where it stood, its clock right, and is the one that writes", async ({
  page,
  context,
}) => {
  const id = await startSession(page);
  await focusRating(page);
  await page.keyboard.press("4");
  await typeNote(page, "before");
  await expectSaved(page);
  const before = await shownSeconds(page);
  const devTools = await context.newCDPSession(page);
  await devTools.send("Page.setWebLifecycleState", { state: "frozen" });
  await new Promise((resolve) => {
    setTimeout(resolve, 6000);
  });
  await devTools.send("Page.setWebLifecycleState", { state: "active" });
  await expect.poll(() => shownSeconds(page)).toBeGreaterThanOrEqual(before + 6);
  await expect(noteField(page)).toBeFocused();
  await page.keyboard.type(" and after");
  await expectSaved(page);
  await openSession(page, id);
  expect(await ratingOf(page)).toBe("4");
  await focusRating(page);
  await expect(noteField(page)).toHaveValue("before and after");
});

test("a page that is gone back to is whole, and writes again", { tag: "@firefox" }, async ({ page }) => {
  const id = await startSession(page);
  await typeNote(page, "before");
  await page.goto("about:blank");
  await page.goBack();
  await expect(noteField(page)).toHaveValue("before");
  await expect(noteField(page)).toBeEnabled();
  await typeNote(page, " and after");
  await expectSaved(page);
  await openSession(page, id);
  await expect(noteField(page)).toHaveValue("before and after");
});

test(
  "where the browser keeps nothing it is said before anything is typed",
  { tag: "@firefox" },
  async ({ disk, browserName }) => {
    const profile = disk.makeProfile();
    blockData[browserName](profile);
    const browser = await disk.launch(profile);
    const page = await firstPage(browser.context);
    await page.goto("/");
    await expect(page.getByRole("alert")).toHaveText("This browser saves no data for this app");
    await expectAccessible(page, "blocked data");
    await expect(page.getByRole("link", { name: /^Plan/u })).toBeHidden();
  },
);

/** What somebody does in the settings of each who blocks cookies and data of all sites. */
const blockData = {
  chromium: (profile: string) => {
    mkdirSync(join(profile, "Default"));
    const settings = { profile: { default_content_setting_values: { cookies: 2 } } };
    writeFileSync(join(profile, "Default", "Preferences"), JSON.stringify(settings));
  },
  firefox: (profile: string) => {
    setInFirefox(profile, "network.cookie.cookieBehavior", 2);
  },
  webkit: () => {},
};

test(
  "in a private window it is said before a start what becomes of the data, and an interview can be exported",
  { tag: "@firefox" },
  async ({ disk, browserName, page: incognito }) => {
    let page = incognito;
    if (browserName === "firefox") {
      const profile = disk.makeProfile();
      setInFirefox(profile, "browser.privatebrowsing.autostart", true);
      page = await firstPage((await disk.launch(profile)).context);
    }
    await page.goto("/");
    await expect(page.getByText(IN_PRIVATE[browserName])).toBeVisible();
    await startSession(page);
    await typeNote(page, "to be taken along");
    await expectSaved(page);
    await page.goto("/#/");
    await page.getByRole("link", { name: "Export… Ada Example" }).click();
    await page.evaluate(keepDownload);
    await page.getByRole("button", { name: "Download" }).click();
    await expect(page.getByText("Downloaded.")).toBeVisible();
    expect(await page.evaluate(readDownload)).toContain("to be taken along");
  },
);

/** Chromium has an incognito window for each test, and tells no page of it. */
const IN_PRIVATE = {
  chromium: "The browser may clear it when the disk is nearly full.",
  firefox: "This looks like a private window: what is here is deleted when it closes.",
  webkit: "",
};

function setInFirefox(profile: string, name: string, value: unknown): void {
  writeFileSync(join(profile, "prefs.js"), `user_pref("${name}", ${JSON.stringify(value)});\n`);
}

/** Ends the process of the page, as running out of memory does, and closes what is left of its tab. */
async function crash(page: Page): Promise<void> {
  const devTools = await page.context().newCDPSession(page);
  const crashed = page.waitForEvent("crash");
  devTools.send("Page.crash").catch(() => {});
  await crashed;
  await page.close();
}
