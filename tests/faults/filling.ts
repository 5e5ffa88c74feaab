import { expect } from "@playwright/test";

import { encodeSessionFile } from "../../src/interchange/formats/sessionFile.ts";
import { encodeBackup } from "../interchange/guideText/fileTexts.ts";
import { hashGuide, smallGuide, START, submittedInterview } from "../smallInterview.ts";
import { say, type ShownPage } from "./liveSession.ts";

const SESSIONS = 2000;
const SUMMARY = "Found the cause by method, and checked the result. ".repeat(100);
/** Killed when this much of the file was written. */
const SHARES = [0.1, 0.4, 0.7];
const FILES = 500;

const { session, answers } = submittedInterview();

/** How many answers belong to each interview of a file. */
export const ANSWERS_OF_ONE = Object.keys(answers).length;

/** What reads or writes a long file on a busy machine. */
export const LONG = { timeout: 60_000 };

/** A file that is chosen in a file field. */
export interface ChosenFile {
  readonly name: string;
  readonly text: string;
}

/** A browser with the app in it, which files fill, and which can be killed. */
export interface FilledBrowser extends ShownPage {
  /** Loads the app anew at that address. */
  readonly open: (address: string) => Promise<void>;
  /** Chooses files in the field of that test id. */
  readonly choose: (testId: string, files: readonly ChosenFile[]) => Promise<void>;
  /** Waits until the page shows that text. */
  readonly expectText: (text: string) => Promise<void>;
  /** Clicks the first button of exactly that name. */
  readonly click: (button: string) => Promise<void>;
  /** Kills the browser and starts it again on what is left. */
  readonly killAndStart: () => Promise<void>;
}

/** How often a browser is killed while files fill it. */
export interface Kills {
  readonly restores: number;
  readonly imports: number;
}

/** The tests in which it is, for each engine alike. */
export const killedFillings = [
  {
    title:
      "a browser that is killed in the middle of a restore has all that it had before and nothing of the file",
    check: (browser: FilledBrowser, { restores }: Kills) => expectWholeRestores(browser, restores),
  },
  {
    title:
      "a browser that is killed while 500 interviews come in has each of them whole or not at all, and takes in the others afterwards",
    check: (browser: FilledBrowser, { imports }: Kills) => expectWholeImports(browser, imports),
  },
];

/** Kills the browser in the middle of so many restores, and expects all that it had before and nothing of the file. */
async function expectWholeRestores(browser: FilledBrowser, rounds: number): Promise<void> {
  await readPlan(browser, "before", 40);
  await browser.click("Restore");
  await browser.expectText("Restored: 40 interviews");
  let [sessions = 0] = await browser.evaluate(countRows, null);
  let inTheMiddle = 0;
  for (let round = 0; round < rounds; round++) {
    const share = SHARES[round % SHARES.length]!;
    await readPlan(browser, `round ${round}`, SESSIONS);
    const reached = browser.said("reached");
    await browser.evaluate(watchProgress, share);
    await browser.click("Restore");
    await reached;
    await browser.killAndStart();
    await browser.open("/#/settings");
    const [found = 0] = await browser.evaluate(countRows, null);
    // A quick machine may have been done.
    expect([sessions, sessions + SESSIONS]).toContain(found);
    if (found === sessions) inTheMiddle++;
    sessions = found;
  }
  say(`killed in the middle of a restore: ${inTheMiddle} of ${rounds} times, each time as before`);
  expect(inTheMiddle).toBeGreaterThan(0);

  await readPlan(browser, "last", SESSIONS);
  await browser.click("Restore");
  await browser.expectText(`Restored: ${SESSIONS} interviews`);
  // What is said to be restored is on the disk.
  await browser.killAndStart();
  await browser.open("/#/settings");
  expect(await browser.evaluate(countRows, null)).toEqual([sessions + SESSIONS, sessions + SESSIONS]);
}

/**
 * Kills the browser so many times while 500 interviews come in, and once after, and expects each of them whole or not at
 * all, and what was said to be imported to be there.
 */
async function expectWholeImports(browser: FilledBrowser, rounds: number): Promise<void> {
  const files = interviewFiles(FILES);
  const reached: number[] = [];
  let here = 0;
  for (let round = 0; round <= rounds; round++) {
    await browser.open("/");
    await browser.choose("import-file", files);
    const rest = here > 0 ? ` · ${here} already here` : "";
    await browser.expectText(`${FILES - here} new${rest}`);
    if (round === rounds) {
      await browser.click("Import");
      await browser.expectText(`${FILES - here} imported${rest}`);
      here = FILES;
    } else {
      const told = browser.said("reached");
      await browser.evaluate(watchSessions, Math.floor((FILES * (round + 1)) / (rounds + 1)));
      await browser.click("Import");
      await told;
    }
    await browser.killAndStart();
    await browser.open("/");
    const [sessions = 0, found = 0] = await browser.evaluate(countRows, null);
    // Once in some hundred kills none were left: see `outliveBrowserEnd`.
    if (sessions < here)
      say(`${sessions} of ${here} are here, and the page says: ${await browser.evaluate(pageText, null)}`);
    expect(found).toBe(sessions * ANSWERS_OF_ONE);
    // What was said to be imported is on the disk.
    expect(sessions).toBeGreaterThanOrEqual(here);
    here = sessions;
    reached.push(here);
  }
  say(
    `killed ${rounds} times while ${FILES} interviews came in, and once after: ${reached.join(", ")} of them here, each whole`,
  );
  expect(here).toBe(FILES);
}

/** @returns so many files with an interview each */
export function interviewFiles(count: number, summary = session.summary): readonly ChosenFile[] {
  return Array.from({ length: count }, (_, index) => {
    const id = `file ${index}`;
    const whole = { session: { ...session, id, summary }, answers: answersOf(id), guide: smallGuide };
    return { name: `${id}.json`, text: encodeSessionFile(whole, START, "Test 1") };
  });
}

function answersOf(sessionId: string): typeof answers {
  return Object.fromEntries(Object.entries(answers).map(([key, answer]) => [key, { ...answer, sessionId }]));
}

/** A backup whose sessions have ids with that word in front. */
export function backupOf(word: string, count: number): string {
  const guide = {
    id: hashGuide(smallGuide),
    guide: smallGuide,
    previousId: null,
    lineId: hashGuide(smallGuide),
    savedAt: START,
  };
  const sessions = Array.from({ length: count }, (_, index) => {
    const id = `${word} ${index}`;
    return {
      kind: "session" as const,
      value: { session: { ...session, id, summary: SUMMARY }, answers: answersOf(id), revisions: [] },
    };
  });
  return encodeBackup([{ kind: "guide", value: guide }, ...sessions], START, "Test 1");
}

async function readPlan(browser: FilledBrowser, word: string, count: number): Promise<void> {
  await browser.open("/#/settings");
  await browser.choose("backup-file", [{ name: "backup.json", text: backupOf(word, count) }]);
  await browser.expectText(`Interviews: ${count} new`);
}

/** In the page. @returns how what is shown begins */
function pageText(): string {
  return document.body.innerText.slice(0, 300);
}

/** In the page: says when that share of a restore was written. */
function watchProgress(share: number): void {
  const look = () => {
    const bar = document.querySelector("progress");
    if (!bar || bar.position < share) return;
    observer.disconnect();
    console.log("reached");
  };
  const observer = new MutationObserver(look);
  observer.observe(document, { subtree: true, childList: true, attributes: true });
}

/** In the page: says when that many interviews are there. */
async function watchSessions(wanted: number): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open("interview-scorecard");
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(new Error(opening.error?.message));
  });
  const look = () => {
    const counting = database.transaction("sessions").objectStore("sessions").count();
    counting.onsuccess = () => (counting.result < wanted ? setTimeout(look, 5) : console.log("reached"));
  };
  look();
}

/** In the page. @returns how many sessions and answers there are */
export async function countRows(): Promise<readonly number[]> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open("interview-scorecard");
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(new Error(opening.error?.message));
  });
  const transaction = database.transaction(["sessions", "answers"]);
  const counts = await Promise.all(
    ["sessions", "answers"].map(
      (name) =>
        new Promise<number>((resolve) => {
          const counting = transaction.objectStore(name).count();
          counting.onsuccess = () => resolve(counting.result);
        }),
    ),
  );
  database.close();
  return counts;
}
