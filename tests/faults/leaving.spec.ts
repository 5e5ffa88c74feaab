import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect, test as base, type BrowserContext, type Page } from "@playwright/test";

import { amountOf } from "../amount.ts";
import {
  areas,
  focusRating,
  noteField,
  openSession,
  ratingOf,
  say,
  spread,
  startSession,
} from "./liveSession.ts";

const ROUNDS = amountOf(20, 2);
const MOST_ROUNDS = 4 * ROUNDS;
const BURST = 16;
/** A key and the leaving that follows it count as one breath. */
const BREATH_MS = 10;

/** A profile on the disk: without one, the database is in memory. */
const test = base.extend({
  context: async ({ playwright, browserName, launchOptions, baseURL, viewport }, provide) => {
    const profile = mkdtempSync(join(tmpdir(), "left-"));
    const options = { ...launchOptions, viewport, ...(baseURL !== undefined && { baseURL }) };
    const context = await playwright[browserName].launchPersistentContext(profile, options);
    await provide(context);
    await context.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  },
});

test.describe.configure({ timeout: 600_000 });

/** What the page that went away left behind about its last key, in localStorage. */
interface LastKey {
  /** The text of the note after it, or the digit. */
  readonly value: string;
  /** From the key's event to the leaving, and to the page's last event. */
  readonly leavingMs: number;
  readonly hiddenMs?: number;
}

const ways = {
  reload: "the page is reloaded",
  navigate: "the page is left for another",
  close: "the tab is closed",
} as const;
type Way = keyof typeof ways;

for (const [way, words] of Object.entries(ways) as [Way, string][]) {
  test(
    `no key is lost when ${words} within 10 ms of it`,
    { tag: ["@firefox", "@sqlite"] },
    async ({ page, context }) => {
      const id = await startSession(page);
      const url = page.url();
      // The opener may not hold the session.
      await page.goto("/#/");
      let tab = await openTab(page, context, url);

      const leavings: number[] = [];
      const hidings: number[] = [];
      let rounds = 0;
      let lost = 0;
      let readOnly = 0;
      while (leavings.length < ROUNDS && rounds < MOST_ROUNDS) {
        const isNote = rounds % 2 === 0;
        await (isNote ? noteField(tab).focus() : focusRating(tab));
        await tab.evaluate(leaveAfterKey, { way, isNote, delayMs: rounds % 8 });
        const gone = leftBy(way, tab);
        // The answer to the press is lost with the page.
        tab.keyboard.press(isNote ? "x" : String(1 + (rounds % 5))).catch(() => {});
        await gone;
        tab = await openAgain(way, tab, { page, context, url, id });

        const last = await takeLastKey(tab);
        const found = isNote ? await noteField(tab).inputValue() : await ratingOf(tab);
        rounds++;
        if (found !== last.value) lost++;
        if (await noteField(tab).isDisabled()) readOnly++;
        if (last.leavingMs <= BREATH_MS) leavings.push(last.leavingMs);
        if (last.hiddenMs !== undefined) hidings.push(last.hiddenMs);
      }

      say(
        `${way}: ${rounds - lost} of ${rounds} keys kept; ${leavings.length} left within ${BREATH_MS} ms of ` +
          `the key (least / middle / most ${spread(leavings)})` +
          (hidings.length > 0 ? `, the page was gone after ${spread(hidings)}` : ""),
      );
      expect({ lost, readOnly, inOneBreath: leavings.length }).toEqual({
        lost: 0,
        readOnly: 0,
        inOneBreath: ROUNDS,
      });
    },
  );
}

for (const [way, words] of Object.entries(ways) as [Way, string][]) {
  const title = `no key is lost when typing goes on while ${words}`;
  test(title, { tag: ["@firefox", "@sqlite"] }, async ({ page, context }) => {
    const id = await startSession(page);
    const url = page.url();
    await page.goto("/#/");
    let tab = await openTab(page, context, url);

    const gaps: number[] = [];
    let keys = 0;
    let lost = 0;
    for (let round = 0; round < ROUNDS; round++) {
      await noteField(tab).focus();
      const before = (await noteField(tab).inputValue()).length;
      const gone = leftBy(way, tab);
      await tab.evaluate(leaveAmongKeys, { way, afterKeys: 2 + (round % 3) });
      // All at once, so that some are on their way when the page goes. Not a key that does something
      // where it falls on the next page.
      for (let key = 0; key < BURST; key++) tab.keyboard.press("x").catch(() => {});
      await gone;
      tab = await openAgain(way, tab, { page, context, url, id });
      // A tab on its way out keeps the session until it is gone; what it wrote is read again then.
      await expect(noteField(tab)).toBeEnabled();

      const last = await takeLastKey(tab);
      const found = await noteField(tab).inputValue();
      keys += last.value.length - before;
      lost += Math.abs(last.value.length - found.length);
      if (last.hiddenMs !== undefined) gaps.push(last.hiddenMs);
    }

    say(
      `${way} while typing, ${ROUNDS} times: ${keys - lost} of ${keys} keys kept` +
        (gaps.length > 0 ? `, the page was gone ${spread(gaps)} after its last key` : ""),
    );
    expect(lost).toBe(0);
  });
}

function leftBy(way: Way, tab: Page): Promise<unknown> {
  return way === "close" ? tab.waitForEvent("close") : tab.waitForEvent("framenavigated");
}

/** Opens a tab as a link does, which may then close itself, and of which nothing holds on to the process. */
async function openTab(opener: Page, context: BrowserContext, url: string): Promise<Page> {
  const [tab] = await Promise.all([
    context.waitForEvent("page"),
    opener.evaluate((address) => {
      open(address, "_blank", "noopener");
    }, url),
  ]);
  await areas(tab).waitFor();
  return tab;
}

/** Opens the session after the tab was left in that way. */
async function openAgain(
  way: Way,
  tab: Page,
  from: { readonly page: Page; readonly context: BrowserContext; readonly url: string; readonly id: string },
): Promise<Page> {
  if (way === "close") return openTab(from.page, from.context, from.url);
  if (way === "navigate") {
    await tab.waitForURL("about:blank");
    await openSession(tab, from.id);
  }
  await areas(tab).waitFor();
  return tab;
}

async function takeLastKey(page: Page): Promise<LastKey> {
  const text = await page.evaluate(() => {
    const kept = localStorage.getItem("last key");
    localStorage.removeItem("last key");
    return kept;
  });
  return JSON.parse(text ?? "null") as LastKey;
}

/** In the page: leaves it that many ms after the next key, or as soon as the app has dealt with the key. */
function leaveAfterKey({ way, isNote, delayMs }: { way: Way; isNote: boolean; delayMs: number }): void {
  addEventListener(
    isNote ? "input" : "keydown",
    (event) => {
      const since = () => performance.now() - event.timeStamp;
      const value =
        event.target instanceof HTMLTextAreaElement ? event.target.value : (event as KeyboardEvent).key;
      const leave = () => {
        const leavingMs = since();
        const keep = (hiddenMs?: number) =>
          localStorage.setItem("last key", JSON.stringify({ value, leavingMs, hiddenMs }));
        keep();
        addEventListener("pagehide", () => keep(since()));
        if (way === "reload") location.reload();
        else if (way === "navigate") location.href = "about:blank";
        else close();
      };
      const left = delayMs - since();
      if (left > 0) setTimeout(leave, left);
      else leave();
    },
    { once: true },
  );
}

/** In the page: leaves it with the key of that number, and notes each one that still arrives. */
function leaveAmongKeys({ way, afterKeys }: { way: Way; afterKeys: number }): void {
  let count = 0;
  let value = "";
  let lastAt = 0;
  const keep = (hiddenMs?: number) =>
    localStorage.setItem("last key", JSON.stringify({ value, leavingMs: 0, hiddenMs }));
  addEventListener("input", (event) => {
    if (event.target instanceof HTMLTextAreaElement) ({ value } = event.target);
    lastAt = event.timeStamp;
    keep();
    count++;
    if (count !== afterKeys) return;
    if (way === "reload") location.reload();
    else if (way === "navigate") location.href = "about:blank";
    else close();
  });
  addEventListener("pagehide", () => keep(performance.now() - lastAt));
}
