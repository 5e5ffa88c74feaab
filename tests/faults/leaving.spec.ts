import { expect, test as base, type BrowserContext, type Locator, type Page } from "@playwright/test";

import { amountOf } from "../amount.ts";
import { makeProfile, removeProfile } from "./browserProcess.ts";
import { focusRating, noteField, ratingOf, say, spread, startSession } from "./liveSession.ts";

const ROUNDS = amountOf(20, 2);
/** On a machine that is busy most pages go later than within a breath. */
const MOST_ROUNDS = 4 * ROUNDS + 20;
const BURST = 16;
/** A key and the leaving that follows it count as one breath. */
const BREATH_MS = 10;

/** A profile on the disk: without one, the database is in memory. */
const test = base.extend({
  context: async ({ playwright, browserName, launchOptions, baseURL, viewport }, provide) => {
    const profile = makeProfile("left");
    const options = { ...launchOptions, viewport, ...(baseURL !== undefined && { baseURL }) };
    const context = await playwright[browserName].launchPersistentContext(profile, options);
    await provide(context);
    await context.close();
    await removeProfile(profile);
  },
});

test.describe.configure({ timeout: 600_000 });

/** What the page that went away left behind about its last key, in localStorage. */
interface LastKey {
  /** The text of the note after it, or the digit. */
  readonly value: string;
  /** The same with the key that the app was given last, and may not have got to. */
  readonly given?: string;
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
      await startSession(page);
      const url = page.url();
      // The opener may not hold the session.
      await page.goto("/#/");
      let tab = await openTab(page, context, url, noteField);

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
        tab = await openAgain(way, tab, { page, context, url, fieldOf: noteField });

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

/** What is typed into, by what is said of it: how it is begun, and the field. */
const documents: Readonly<
  Record<string, readonly [(page: Page) => Promise<unknown>, (page: Page) => Locator]>
> = {
  "a note in the call": [startSession, noteField],
  "a note in the debrief": [startDebrief, (page) => page.getByLabel("Note on the agreed rating")],
  "a guide": [beginGuide, (page) => page.getByLabel("Question text")],
};
/** Which document is left in which way where there is no time for all. */
const fewOf: Readonly<Record<Way, (page: Page) => Promise<unknown>>> = {
  reload: startDebrief,
  navigate: startSession,
  close: beginGuide,
};
const typing = Object.entries(documents).flatMap(([what, parts]) =>
  (Object.entries(ways) as [Way, string][]).map(([way, words]) => ({ what, parts, way, words })),
);

for (const { what, parts, way, words } of typing) {
  const [begin, fieldOf] = parts;
  const title = `no key of ${what} is lost when typing goes on while ${words}`;
  // All are written by one writer: each kind of document and each way once are the few.
  const isOneOfFew = fewOf[way] === parts[0];
  test(
    title,
    { tag: ["@firefox", "@sqlite", ...(isOneOfFew ? [] : ["@long"])] },
    async ({ page, context }) => {
      await begin(page);
      const url = page.url();
      await page.goto("/#/");
      let tab = await openTab(page, context, url, fieldOf);

      const gaps: number[] = [];
      let keys = 0;
      let lost = 0;
      let late = 0;
      const wrong: object[] = [];
      for (let round = 0; round < ROUNDS; round++) {
        await fieldOf(tab).focus();
        const before = (await fieldOf(tab).inputValue()).length;
        const gone = leftBy(way, tab);
        await tab.evaluate(leaveAmongKeys, { way, afterKeys: 2 + (round % 3) });
        // All at once, so that some are on their way when the page goes. Not a key that does something
        // where it falls on the next page.
        for (let key = 0; key < BURST; key++) tab.keyboard.press("x").catch(() => {});
        await gone;
        tab = await openAgain(way, tab, { page, context, url, fieldOf });
        // A tab on its way out keeps the session until it is gone; what it wrote is read again then.
        await expect(fieldOf(tab)).toBeEnabled();

        const last = await takeLastKey(tab);
        const field = fieldOf(tab);
        const atOnce = await lostOf(last, field);
        // A debrief has no lock to wait for, and what is left reaches another tab by a message.
        await expect
          .poll(() => lostOf(last, field), { timeout: 3000 })
          .toBe(0)
          .catch(() => {});
        const inTheEnd = await lostOf(last, field);
        if (atOnce > 0 && inTheEnd === 0) late++;
        if (inTheEnd > 0) wrong.push({ round, ...last, found: await field.inputValue() });
        keys += last.value.length - before;
        lost += inTheEnd;
        if (last.hiddenMs !== undefined) gaps.push(last.hiddenMs);
      }

      say(
        `${way} while typing ${what}, ${ROUNDS} times: ${keys - lost} of ${keys} keys kept` +
          (late > 0 ? `, ${late} times only a moment later` : "") +
          (gaps.length > 0 ? `, the page was gone ${spread(gaps)} after its last key` : ""),
      );
      expect(lost, JSON.stringify(wrong)).toBe(0);
    },
  );
}

/**
 * @returns how many of the keys that the page had dealt with are not in the field, at least one where it says something
 * else. It may have one more: that which the page that ended was not in time to note as dealt with
 */
async function lostOf(last: LastKey, field: Locator): Promise<number> {
  const found = await field.inputValue();
  const { value, given = value } = last;
  return found.startsWith(value) && given.startsWith(found) ? 0 : Math.max(1, value.length - found.length);
}

function leftBy(way: Way, tab: Page): Promise<unknown> {
  return way === "close" ? tab.waitForEvent("close") : tab.waitForEvent("framenavigated");
}

/** Opens a tab as a link does, which may then close itself, and of which nothing holds on to the process. */
async function openTab(
  opener: Page,
  context: BrowserContext,
  url: string,
  fieldOf: (page: Page) => Locator,
): Promise<Page> {
  const [tab] = await Promise.all([
    context.waitForEvent("page"),
    opener.evaluate((address) => {
      open(address, "_blank", "noopener");
    }, url),
  ]);
  await fieldOf(tab).waitFor();
  return tab;
}

/** Opens what was typed into after the tab was left in that way. */
async function openAgain(
  way: Way,
  tab: Page,
  from: {
    readonly page: Page;
    readonly context: BrowserContext;
    readonly url: string;
    readonly fieldOf: (page: Page) => Locator;
  },
): Promise<Page> {
  if (way === "close") return openTab(from.page, from.context, from.url, from.fieldOf);
  if (way === "navigate") {
    await tab.waitForURL("about:blank");
    await tab.goto(from.url);
  }
  await from.fieldOf(tab).waitFor();
  return tab;
}

/** Begins the debrief of the sample panel, with its first area in focus. */
async function startDebrief(page: Page): Promise<void> {
  await page.goto("/#/panels");
  await page.getByRole("button", { name: "Open a sample panel" }).click();
  await page.getByRole("button", { name: "Start debrief" }).click();
  await page.getByRole("button", { name: "Start without them" }).click();
  await page.getByLabel("Note on the agreed rating").waitFor();
}

/** Begins a guide with one question, and a draft of it. */
async function beginGuide(page: Page): Promise<void> {
  await page.goto("/#/guides/new");
  await page.waitForURL(/#\/guides\/new\/./u);
  // Firefox's `fill` is no input that the app takes notice of.
  await page.getByLabel("Title").pressSequentially("Baker");
  const questions = page.getByRole("list", { name: "Questions" });
  await questions.getByRole("button").first().click();
  await page.getByLabel("Question text").pressSequentially("Tell me ");
  await page.getByText("Draft saved").waitFor();
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
    // A note’s input goes no further than its field; the page is left after the event.
    { once: true, capture: true },
  );
}

/**
 * In the page: leaves it with the key of that number, and notes each one that still arrives, when the app has dealt with
 * it: a browser ends a tab that closes also in the midst of an event.
 */
function leaveAmongKeys({ way, afterKeys }: { way: Way; afterKeys: number }): void {
  let count = 0;
  let value = "";
  let given = "";
  let lastAt = 0;
  const keep = (hiddenMs?: number) =>
    localStorage.setItem("last key", JSON.stringify({ value, given, leavingMs: 0, hiddenMs }));
  const onDealtWith = (event: Event) => {
    if (event.target instanceof HTMLTextAreaElement) ({ value } = event.target);
    lastAt = event.timeStamp;
    keep();
  };
  const onInput = ({ target }: Event) => {
    if (target instanceof HTMLTextAreaElement) given = target.value;
    // Before the first was dealt with there is nothing to compare.
    if (count > 0) keep();
    // A note’s input goes no further than its field.
    const onField = (event: Event) => {
      // oxlint-disable-next-line typescript/no-deprecated -- nothing else tells whether an event goes on
      if (event.cancelBubble) onDealtWith(event);
    };
    target?.addEventListener("input", onField, { once: true });
    count++;
    if (count !== afterKeys) return;
    if (way === "reload") location.reload();
    else if (way === "navigate") location.href = "about:blank";
    else close();
  };
  addEventListener("input", onInput, { capture: true });
  addEventListener("input", onDealtWith);
  addEventListener("pagehide", () => keep(performance.now() - lastAt));
}
