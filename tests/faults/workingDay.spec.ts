import { expect, test, type CDPSession, type Page } from "@playwright/test";
import { noteOn, wrapUpAndSubmit } from "../browser/appPage.ts";
import { begin, byKeys, goThrough } from "../browser/hourOfInterview.ts";
import { startStill } from "../browser/stillness.ts";
import { quantile } from "../bench/figures.ts";
import { noteOf } from "../bench/seed.ts";
import { watchEvents } from "../bench/probes.ts";
import { say } from "./liveSession.ts";

test.describe.configure({ timeout: 1_200_000 });

const INTERVIEWS = 8;
const KEYS = 300;
/** Ten times as fast as somebody types: the day is sped up. */
const KEY_EVERY_MS = 20;
const MOST_GROWTH = 1.05;

interface Held {
  readonly megabytes: number;
  readonly nodes: number;
  readonly listeners: number;
  /** Trees that are in no document any more and that something still holds. */
  readonly detached: number;
}

/** What the tab holds on a screen that is the same each time, once nothing is left that nobody holds. */
async function heldOn(page: Page, protocol: CDPSession): Promise<Held> {
  await page.goto("/#/settings");
  await expect(page.getByRole("heading", { name: "Settings" })).toBeVisible();
  await page.waitForTimeout(1000);
  for (let round = 0; round < 3; round++) await protocol.send("HeapProfiler.collectGarbage");
  const { usedSize } = await protocol.send("Runtime.getHeapUsage");
  const { nodes, jsEventListeners } = await protocol.send("Memory.getDOMCounters");
  const { detachedNodes } = await protocol.send("DOM.getDetachedDomNodes");
  return {
    megabytes: usedSize / 1e6,
    nodes,
    listeners: jsEventListeners,
    detached: detachedNodes.length,
  };
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
        await page.evaluate(() => (window.probes.writeMs.length = 0));
        await page.keyboard.type(noteOf(KEYS), { delay: KEY_EVERY_MS });
        await page.keyboard.press("Escape");
        await page.waitForTimeout(300);
        writeMs.push(...(await page.evaluate(() => window.probes.writeMs)));
      },
    });
    await wrapUpAndSubmit(page);
    held.push(await heldOn(page, protocol));
  }
  const [first, last] = [held[0]!, held.at(-1)!];
  say(
    `a working day of ${INTERVIEWS} interviews in one tab: ${held.map(({ megabytes }) => megabytes.toFixed(2)).join(", ")} MB held; ` +
      `nodes ${first.nodes} to ${last.nodes}, listeners ${first.listeners} to ${last.listeners}, detached trees ${held.map(({ detached }) => detached).join(", ")}`,
  );
  say(
    `${writeMs.length} keys, until on the disk: ${quantile(writeMs, 0.5).toFixed(1)} ms in the middle, ${quantile(writeMs, 0.99).toFixed(1)} ms for 99 of 100`,
  );
  expect(writeMs).toHaveLength(INTERVIEWS * KEYS);
  expect(last.megabytes / first.megabytes).toBeLessThanOrEqual(MOST_GROWTH);
  expect(last.detached).toBeLessThanOrEqual(first.detached);
});
