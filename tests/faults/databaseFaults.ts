import { expect } from "@playwright/test";

import type { KeyedBrowser } from "./keyKills.ts";
import { say } from "./liveSession.ts";

/** What befalls the database in mid-interview, by what is said of it. */
const databaseFaults = {
  aborts: "three writes one after the other are aborted after the browser had said that each succeeded",
  closes: "the connection to the database dies",
  "won't open": "the connection to the database dies and two openings fail",
} as const;
type DatabaseFault = keyof typeof databaseFaults;

/** The tests in which they do, for each engine alike. */
export const healings = (Object.keys(databaseFaults) as DatabaseFault[]).map((fault) => ({
  fault,
  title: `where ${databaseFaults[fault]}, it heals by itself: all that is typed is saved, and said to be only then`,
}));

/**
 * Has the fault befall the database while a note is typed, so many times, and expects that it heals by itself: what is on
 * the disk never goes back, nothing is said to be saved that is not there, and all that was typed outlives a kill.
 */
export async function expectHealing(
  browser: KeyedBrowser,
  fault: DatabaseFault,
  rounds: number,
): Promise<void> {
  let text = "";
  let saved = 0;
  for (let round = 0; round < rounds; round++) {
    await browser.focusRating();
    await browser.type("1");
    await browser.expectSaved();
    await browser.focusNote();
    await browser.type("typed while ");
    await browser.expectSaved();
    await browser.evaluate(watchDisk, null);
    await browser.evaluate(harm, fault);
    // Three changes of one answer, so that none that goes well takes along one that failed.
    await browser.focusRating();
    const rating = String(2 + (round % 3));
    await browser.type(rating);
    await browser.focusNote();
    await browser.type("it");
    text += "typed while it";
    await browser.expectSaved();
    const seen = await browser.evaluate(readSeen, null);
    expect(seen).toMatchObject({ befell: BEFALLS[fault], wrong: [] });
    expect(seen.saved).toBeGreaterThan(0);
    saved += seen.saved;
    await browser.killAndReopen();
    await browser.focusRating();
    expect([await browser.note(), await browser.rating()]).toEqual([text, rating]);
  }
  say(
    `${databaseFaults[fault]}, ${rounds} times: all ${text.length} letters kept, “Saved” shown ${saved} times, never wrongly`,
  );
}

/** How browsers say that they can't get at their files, and that they gave up for the moment. */
const REFUSALS = ["UnknownError", "AbortError"];

/** The tests in which a start is refused so, for each engine alike. */
export const refusedStarts = REFUSALS.map((errorName) => ({
  errorName,
  title: `a start at which the browser fails to open the database twice (${errorName}) goes on by itself, and nothing is missing`,
}));

/** Loads the interview where the first two openings fail, and expects that all is there, and that what is typed then is kept. */
export async function expectStartInSpite(browser: KeyedBrowser, errorName: string): Promise<void> {
  await browser.focusNote();
  await browser.type("still here");
  await browser.expectSaved();
  await browser.openAfter(refuseOpenings, errorName);
  await expect.poll(() => browser.note()).toBe("still here");
  await browser.focusNote();
  await browser.type(", and on");
  await browser.expectSaved();
  expect(await browser.evaluate(() => sessionStorage.getItem("refused openings"), null)).toBe("2");
  await browser.killAndReopen();
  await expect.poll(() => browser.note()).toBe("still here, and on");
}

/** How often the browser refuses something in a round. */
const BEFALLS: Readonly<Record<DatabaseFault, number>> = { aborts: 3, closes: 1, "won't open": 3 };

/** What is kept in the page meanwhile. */
interface Seen {
  befell: number;
  saved: number;
  readonly wrong: string[];
}

declare global {
  interface Window {
    seen: Seen;
  }
}

/**
 * In the page: each time that the page says "Saved", and every few ms, reads the note from the disk, by a connection of its
 * own, and keeps what is wrong with it.
 */
async function watchDisk(): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open("interview-scorecard");
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(new Error(opening.error?.message));
  });
  const seen: Seen = { befell: 0, saved: 0, wrong: [] };
  window.seen = seen;
  let last = "";
  const read = (atLeast: string) => {
    const reading = database.transaction("answers").objectStore("answers").getAll();
    reading.onsuccess = () => {
      const rows = reading.result as {
        readonly areas?: Readonly<Record<string, { readonly note: string }>>;
      }[];
      const notes = rows.flatMap(({ areas = {} }) => Object.values(areas).map(({ note }) => note));
      const note = notes.reduce((longest, one) => (one.length > longest.length ? one : longest), "");
      if (!note.startsWith(atLeast)) seen.wrong.push(`said to be saved: ${atLeast}; on the disk: ${note}`);
      if (!note.startsWith(last)) seen.wrong.push(`went back from ${last} to ${note}`);
      last = note;
    };
  };
  const chip = document.querySelector<HTMLElement>("[data-save]")!;
  new MutationObserver(() => {
    if (chip.dataset["save"] !== "saved") return;
    seen.saved++;
    read(document.querySelector<HTMLTextAreaElement>("[data-pane] textarea")!.value);
  }).observe(chip, { attributeFilter: ["data-save"] });
  setInterval(read, 20, "");
}

/** In the page: has the fault befall what the app does next with its database. */
function harm(fault: DatabaseFault): void {
  // oxlint-disable-next-line typescript/unbound-method -- it is called on what it is asked of
  const { transaction: begin } = IDBDatabase.prototype;
  let left = fault === "aborts" ? 3 : 1;
  IDBDatabase.prototype.transaction = function harmed(this: IDBDatabase, ...asked) {
    const [stores, mode] = asked;
    if (left === 0 || mode !== "readwrite" || ![stores].flat().includes("answers"))
      return begin.apply(this, asked);
    left--;
    window.seen.befell++;
    if (fault !== "aborts") {
      this.close();
      this.dispatchEvent(new Event("close"));
      return begin.apply(this, asked);
    }
    const transaction = begin.apply(this, asked);
    const answers = transaction.objectStore("answers");
    const put = answers.put.bind(answers);
    // One that is committed can't be aborted by a page.
    transaction.commit = () => {};
    answers.put = (...row) => {
      const request = put(...row);
      request.addEventListener("success", () => transaction.abort());
      return request;
    };
    return transaction;
  };
  if (fault !== "won't open") return;
  // oxlint-disable-next-line typescript/unbound-method -- it is called on what it is asked of
  const { open } = IDBFactory.prototype;
  let openings = 2;
  IDBFactory.prototype.open = function refusing(this: IDBFactory, ...asked) {
    if (openings === 0) return open.apply(this, asked);
    openings--;
    window.seen.befell++;
    // One that the browser itself gives up in the middle.
    const opening = open.call(this, "refused");
    opening.addEventListener("upgradeneeded", (event) => {
      event.stopImmediatePropagation();
      opening.transaction?.abort();
    });
    return opening;
  };
}

/** In the page. @returns what was seen, once the readings that are under way are done */
async function readSeen(): Promise<Seen> {
  await new Promise((resolve) => {
    setTimeout(resolve, 100);
  });
  return window.seen;
}

/** In the page, before anything of it runs: the first two openings come to nothing, with an error of that name. */
function refuseOpenings(errorName: string): void {
  // oxlint-disable-next-line typescript/unbound-method -- it is called on what it is asked of
  const { open } = IDBFactory.prototype;
  IDBFactory.prototype.open = function refusing(this: IDBFactory, ...asked) {
    const refused = Number(sessionStorage.getItem("refused openings"));
    if (refused === 2) return open.apply(this, asked);
    sessionStorage.setItem("refused openings", String(refused + 1));
    const opening = open.call(this, "refused");
    opening.addEventListener("upgradeneeded", (event) => {
      event.stopImmediatePropagation();
      opening.transaction?.abort();
    });
    const error = new DOMException("It can't be read.", errorName);
    Object.defineProperty(opening, "error", { value: error, configurable: true });
    return opening;
  };
}
