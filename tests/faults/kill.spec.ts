import { expect, test } from "@playwright/test";

import { amountOf } from "../amount.ts";
import { canFindProcesses, launchOn, makeProfile, removeProfile } from "./browserProcess.ts";
import {
  expectSaved,
  firstPage,
  focusRating,
  noteField,
  openSession,
  ratingOf,
  say,
  spread,
  startSession,
} from "./liveSession.ts";

/** Firefox takes seconds to start. */
const ROUNDS = { chromium: amountOf(50, 2), firefox: amountOf(20, 2), webkit: 0 };
const MOST_MORE_ROUNDS = 40;
const AFTER_MS = 25;

test.describe.configure({ timeout: 600_000 });
test.skip(!canFindProcesses, "The browser's processes are found in /proc, which this system has not.");

test(
  "no key is lost when the browser is killed 25 ms after it",
  { tag: ["@firefox", "@sqlite"] },
  async ({ playwright, browserName, launchOptions, baseURL }) => {
    const profile = makeProfile("killed");
    const launch = () => launchOn(profile, playwright[browserName], launchOptions, baseURL);
    let browser = await launch();
    try {
      let page = await firstPage(browser.context);
      const id = await startSession(page);
      const killedAfter: number[] = [];
      const wanted = ROUNDS[browserName];
      let rounds = 0;
      let lost = 0;
      while (killedAfter.length < wanted && rounds < wanted + MOST_MORE_ROUNDS) {
        // An interview has been going on for a while: what is slow about the first keys is over.
        await focusRating(page);
        await page.keyboard.type("1234512345");
        await expectSaved(page);

        const isNote = rounds % 2 === 0;
        const key = isNote ? "x" : String(1 + (rounds % 4));
        const before = await noteField(page).inputValue();
        if (isNote) {
          await noteField(page).focus();
          await page.keyboard.press("ControlOrMeta+End");
        }
        const keyed = page.waitForEvent("console", (message) => message.text().startsWith("key "));
        const watch: Watch = { event: isNote ? "input" : "keydown", round: rounds };
        await page.evaluate(watchKey, watch);
        page.keyboard.press(key).catch(() => {});
        const at = Number((await keyed).text().slice("key ".length));
        // A timer would come later than asked, by about as much as is measured here.
        while (Date.now() - at < AFTER_MS);
        const ms = Date.now() - at;
        await browser.kill();

        browser = await launch();
        page = await firstPage(browser.context);
        await openSession(page, id);
        const found = isNote ? await noteField(page).inputValue() : await ratingOf(page);
        const isKept = found === (isNote ? `${before}x` : key);
        if ((await page.evaluate(readBareWrite)) === rounds) {
          killedAfter.push(ms);
          if (!isKept) lost++;
        }
        rounds++;
      }
      say(
        `killed after a key: ${killedAfter.length - lost} of ${killedAfter.length} keys kept, killed after ` +
          `${spread(killedAfter)}; ${rounds - killedAfter.length} more rounds in which nothing could be ` +
          "written in that time",
      );
      expect({ lost, rounds: killedAfter.length }).toEqual({ lost: 0, rounds: wanted });
    } finally {
      await browser.kill();
      await removeProfile(profile);
    }
  },
);

interface Watch {
  readonly event: "input" | "keydown";
  readonly round: number;
}

/**
 * In the page: says when the next key's event came to it, epoch ms. After the app has dealt with the key
 * a row of the round is written past the app. The browser keeps the order of writes to one store: where
 * this row is on the disk, all that the app began to write on the key must be; where it is not, the machine
 * was too slow for the round to tell anything.
 */
async function watchKey({ event, round }: Watch): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open("interview-scorecard");
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(new Error(request.error?.message));
  });
  const writeBare = () => {
    const transaction = database.transaction("answers", "readwrite", { durability: "strict" });
    transaction.objectStore("answers").put({ sessionId: "past the app", questionId: "round", round });
    transaction.commit();
  };
  addEventListener(
    event,
    ({ target }) => {
      console.log(`key ${performance.timeOrigin + performance.now()}`);
      // After the app: a note’s input goes no further than its field.
      (event === "input" ? target : window)?.addEventListener(event, writeBare, { once: true });
    },
    { once: true, capture: true },
  );
}

/** In the page. @returns the number of the last round that was written past the app */
function readBareWrite(): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open("interview-scorecard");
    opening.onsuccess = () => {
      const answers = opening.result.transaction("answers").objectStore("answers");
      const reading = answers.get(["past the app", "round"]);
      reading.onsuccess = () => {
        opening.result.close();
        resolve((reading.result as { round: number } | undefined)?.round);
      };
    };
    opening.onerror = () => reject(new Error(opening.error?.message));
  });
}
