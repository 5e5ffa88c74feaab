import { expect, test, type CDPSession, type Page } from "@playwright/test";
import { expectSaved, noteOn, wrapUpAndSubmit } from "../browser/appPage.ts";
import { begin, byKeys, goThrough } from "../browser/hourOfInterview.ts";
import { startStill } from "../browser/stillness.ts";
import { quantile } from "../bench/figures.ts";
import { noteOf } from "../bench/seed.ts";
import { watchEvents } from "../bench/probes.ts";
import { heldBy, type Held } from "./heldMemory.ts";
import { say } from "./liveSession.ts";

test.describe.configure({ timeout: 1_200_000 });

const INTERVIEWS = 8;
const KEYS = 300;
/** Ten times as fast as somebody types: the day is sped up. */
const KEY_EVERY_MS = 20;
const MOST_GROWTH = 1.05;

/** What the tab holds on a screen that is the same each time. */
async function heldOnSettings(page: Page, protocol: CDPSession): Promise<Held> {
  await page.goto("/#/settings");
  await expect(page.getByRole("heading", { name: "Settings" })).toBeVisible();
  await page.waitForTimeout(1000);
  return heldBy(protocol);
}

test("eight interviews of an hour in one tab: what it holds after the last is what it held after the first", async ({
  page,
}) => {
  await page.addInitScript(watchEvents, ["input", "answers"] as const);
  const protocol = await page.context().newCDPSession(page);
  await protocol.send("DOM.enable");
  const held: Held[] = [];
  const writeMs: number[] = [];
  for (let interview = 0; interview < INTERVIEWS; interview++) {
    await (interview === 0 ? begin(page) : startStill(page));
    const { means } = byKeys(page);
    await goThrough(page, {
      ...means,
      note: async (area, text) => {
        await means.note(area, text);
        // Below that note, so that what is looked for later stands as it was.
        await noteOn(page, area + 1);
        await page.keyboard.press("n");
        await expectSaved(page);
        await page.evaluate(() => (window.probes.writeMs.length = 0));
        await page.keyboard.type(noteOf(KEYS), { delay: KEY_EVERY_MS });
        await page.keyboard.press("Escape");
        await page.waitForTimeout(300);
        writeMs.push(...(await page.evaluate(() => window.probes.writeMs)));
      },
    });
    await wrapUpAndSubmit(page);
    held.push(await heldOnSettings(page, protocol));
  }
  const [first, last] = [held[0]!, held.at(-1)!];
  const list = (pick: (one: Held) => number | string) => held.map(pick).join(", ");
  say(
    `a working day of ${INTERVIEWS} interviews in one tab: ${list(({ megabytes }) => megabytes.toFixed(2))} MB held, ` +
      `${list(({ codeMegabytes }) => codeMegabytes.toFixed(1))} of compiled code, ` +
      `${list(({ nativeMegabytes }) => nativeMegabytes.toFixed(1))} of the browser's own; ` +
      `nodes ${list(({ nodes }) => nodes)}, detached ones ${list(({ detached }) => detached)}`,
  );
  say(
    `${writeMs.length} keys, until on the disk: ${quantile(writeMs, 0.5).toFixed(1)} ms in the middle, ${quantile(writeMs, 0.99).toFixed(1)} ms for 99 of 100`,
  );
  expect(writeMs).toHaveLength(INTERVIEWS * KEYS);
  expect(last.megabytes / first.megabytes).toBeLessThanOrEqual(MOST_GROWTH);
  expect(last.nodes / first.nodes).toBeLessThanOrEqual(MOST_GROWTH);
  // A single one may stay; it is no trail where it is never more.
  expect(last.detached).toBeLessThanOrEqual(1);
});
