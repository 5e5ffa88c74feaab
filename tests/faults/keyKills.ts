import { expect } from "@playwright/test";

import { say, spread, type ShownPage } from "./liveSession.ts";

const MOST_MORE_ROUNDS = 40;
const AFTER_MS = 25;

/** A browser that shows an interview, in which a rating stays on the first area, and can be killed. */
export interface KeyedBrowser extends ShownPage {
  /** Puts the focus where a digit rates the first area. */
  readonly focusRating: () => Promise<void>;
  /** Puts the cursor at the end of the first area's note. */
  readonly focusNote: () => Promise<void>;
  readonly type: (text: string) => Promise<void>;
  readonly expectSaved: () => Promise<void>;
  readonly note: () => Promise<string>;
  /** @returns the point the first area is rated with, or null */
  readonly rating: () => Promise<string | null>;
  /** Opens the interview anew, once a function has been run in the page before anything of its own. */
  readonly openAfter: <Argument>(run: (argument: Argument) => void, argument: Argument) => Promise<void>;
  /** Kills the browser, starts it again on what is left, and opens the interview. */
  readonly killAndReopen: () => Promise<void>;
}

/** Kills the browser 25 ms after a key, so often that the wanted number of times tells anything, and expects each of these keys to be there. */
export async function expectKeysOutliveKills(browser: KeyedBrowser, wanted: number): Promise<void> {
  const killedAfter: number[] = [];
  let rounds = 0;
  let lost = 0;
  while (killedAfter.length < wanted && rounds < wanted + MOST_MORE_ROUNDS) {
    // An interview has been going on for a while: what is slow about the first keys is over.
    await browser.focusRating();
    await browser.type("1234512345");
    await browser.expectSaved();

    const isNote = rounds % 2 === 0;
    const key = isNote ? "x" : String(1 + (rounds % 4));
    const before = await browser.note();
    if (isNote) await browser.focusNote();
    const keyed = browser.said("key ");
    const watch: Watch = { event: isNote ? "input" : "keydown", round: rounds };
    await browser.evaluate(watchKey, watch);
    browser.type(key).catch(() => {});
    const at = Number((await keyed).slice("key ".length));
    // A timer would come later than asked, by about as much as is measured here.
    while (Date.now() - at < AFTER_MS);
    const ms = Date.now() - at;
    await browser.killAndReopen();
    // By itself the focus is on the first area that is open, which is another one once that is rated.
    await browser.focusRating();

    const found = isNote ? await browser.note() : await browser.rating();
    const isKept = found === (isNote ? `${before}x` : key);
    if ((await browser.evaluate(readBareWrite, null)) === rounds) {
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
}

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
