import { expect } from "@playwright/test";

import { errorToText } from "../../src/domain/text/errorText.ts";
import { amountOf } from "../amount.ts";
import { expectSaved, startInterview } from "./liveScreen.ts";
import { inWebKit, test } from "./webKit.ts";
import { isBrowserCrash } from "./webDriver.ts";
import type { WebKitPage } from "./webKitPage.ts";

const BURST = 16;

const ways = {
  reload: "the page is reloaded",
  navigate: "the page is left for another",
  close: "the tab is closed",
} as const;
type Way = keyof typeof ways;

const typings = {
  keys: "goes on while",
  task: "is one task in which",
} as const;
type Typing = keyof typeof typings;

const rounds = amountOf(20, 2);

test.describe.configure({ timeout: 400_000 });

for (const [typing, typingWords] of Object.entries(typings) as [Typing, string][])
  for (const [way, wayWords] of Object.entries(ways) as [Way, string][]) {
    test(
      `no key is lost when typing ${typingWords} ${wayWords}`,
      inWebKit(async (begin, info) => {
        const opener = await begin();
        const address = await startInterview(opener, "Ada Example");
        await expectSaved(opener);
        // The opener may not hold the interview.
        await opener.goto("/#/");
        let tab = await openInterview(opener, address);

        let typed = 0;
        let kept = 0;
        let whole = 0;
        for (let round = 0; round < rounds; round++) {
          const before = await noteOf(tab);
          await (typing === "keys" ? leaveAmongKeys : leaveAfterTask)(tab, way, 2 + (round % 3));
          if (way === "close") tab = await openInterview(opener, address);
          else if (way === "navigate") {
            // The driver's way there would otherwise be crossed by the page's own.
            await untilBlank(tab);
            await tab.goto(address);
          }
          await untilEnabled(tab);

          const last = await tab.evaluate(() => {
            const note = localStorage.getItem("last note") ?? "";
            localStorage.removeItem("last note");
            return note;
          });
          expect(last.length, "keys of the burst that the page took").toBeGreaterThan(before.length);
          const found = await noteOf(tab);
          typed += last.length - before.length;
          // A key that the page took may be kept where the page went before this test's own note of it.
          kept += Math.min(found.length, last.length) - before.length;
          if (found.startsWith(last)) whole++;
        }

        const figure = `${way}, ${typing}: ${kept} of ${typed} keys kept, ${whole} of ${rounds} bursts whole`;
        info.annotations.push({ type: "measured", description: figure });
        process.stdout.write(`    ${figure}\n`);
        expect({ kept, whole }).toEqual({ kept: typed, whole: rounds });
      }),
    );
  }

async function openInterview(opener: WebKitPage, address: string): Promise<WebKitPage> {
  const tab = await opener.openTab(address);
  await untilEnabled(tab);
  return tab;
}

/**
 * Waits until the page after the one that was left can be typed in: it holds the interview, and has read it. WebKitGTK
 * may keep a database shut for some twenty seconds where a page was left in the midst of writing.
 */
async function untilEnabled(tab: WebKitPage): Promise<void> {
  await expect
    .poll(
      () =>
        tab
          .evaluate(() =>
            !("isLeft" in window) &&
            document.querySelector<HTMLTextAreaElement>("[data-pane] textarea")?.matches(":enabled")
              ? "can be typed in"
              : document.body.innerText,
          )
          .catch(passOverLeaving),
      { timeout: 90_000 },
    )
    .toBe("can be typed in");
}

async function untilBlank(tab: WebKitPage): Promise<void> {
  await expect.poll(() => tab.evaluate(() => location.href).catch(passOverLeaving)).toBe("about:blank");
}

/** The page may go while it is asked, which is looked at again; a browser that is gone is not. */
function passOverLeaving(error: unknown): string {
  if (isBrowserCrash(error)) throw error;
  return errorToText(error);
}

function noteOf(tab: WebKitPage): Promise<string> {
  return tab.evaluate(() => document.querySelector<HTMLTextAreaElement>("[data-pane] textarea")?.value ?? "");
}

/** Types a burst, in the midst of which the page goes; what is typed then may still arrive. */
async function leaveAmongKeys(tab: WebKitPage, way: Way, afterKeys: number): Promise<void> {
  await tab.evaluate(
    ({ leaving, after }) => {
      let count = 0;
      Object.assign(window, { isLeft: true });
      const field = document.querySelector<HTMLTextAreaElement>("[data-pane] textarea")!;
      field.focus();
      const onInput = (event: Event) => {
        localStorage.setItem("last note", (event.target as HTMLTextAreaElement).value);
        count++;
        if (count !== after) return;
        if (leaving === "reload") location.reload();
        else if (leaving === "navigate") location.href = "about:blank";
        else close();
      };
      // Once the app has taken the key in: from a script's close() on, WebKit lets a page keep nothing any more, and a key
      // in the midst of which that came would be lost to any page.
      field.addEventListener("input", onInput);
    },
    { leaving: way, after: afterKeys },
  );
  // The answer may be lost with the page.
  await tab.type("x".repeat(BURST)).catch(passOverLeaving);
}

/** Types a burst without a pause in which anything could be written, and leaves the page. */
async function leaveAfterTask(tab: WebKitPage, way: Way): Promise<void> {
  await tab.evaluate(
    ({ leaving, burst }) => {
      Object.assign(window, { isLeft: true });
      // After the answer to this.
      setTimeout(() => {
        const field = document.querySelector<HTMLTextAreaElement>("[data-pane] textarea")!;
        for (let key = 0; key < burst; key++) {
          field.value += "x";
          field.dispatchEvent(new InputEvent("input", { bubbles: true }));
          localStorage.setItem("last note", field.value);
        }
        if (leaving === "reload") location.reload();
        else if (leaving === "navigate") location.href = "about:blank";
        else close();
      });
    },
    { leaving: way, burst: BURST },
  );
}
