import { expect, test, type Page } from "@playwright/test";
import { encodeSessionFile } from "../../src/interchange/formats/sessionFile.ts";
import { amountOf } from "../amount.ts";
import { encodeBackup } from "../interchange/guideText/fileTexts.ts";
import { hashGuide, smallGuide, START, submittedInterview } from "../smallInterview.ts";
import { canFindProcesses, launchOn, makeProfile, removeProfile } from "./browserProcess.ts";
import { firstPage, say } from "./liveSession.ts";

const SESSIONS = 2000;
const SUMMARY = "Found the cause by method, and checked the result. ".repeat(100);
/** Killed when this much of the file was written. */
const SHARES = [0.1, 0.4, 0.7];
const RESTORES = amountOf(15, 3);
const [IMPORTS, FILES] = [amountOf(15, 2), 500];

test.describe.configure({ timeout: 600_000 });
test.skip(!canFindProcesses, "The browser's processes are found in /proc, which this system has not.");

const { session, answers } = submittedInterview();

/** A backup whose sessions have ids with that word in front. */
function backupOf(word: string, count: number): Buffer {
  const guide = {
    id: hashGuide(smallGuide),
    guide: smallGuide,
    previousId: null,
    lineId: hashGuide(smallGuide),
    savedAt: START,
  };
  const sessions = Array.from({ length: count }, (_, index) => {
    const id = `${word} ${index}`;
    const own = Object.entries(answers).map(([key, answer]) => [key, { ...answer, sessionId: id }] as const);
    return {
      kind: "session" as const,
      value: {
        session: { ...session, id, summary: SUMMARY },
        answers: Object.fromEntries(own),
        revisions: [],
      },
    };
  });
  return Buffer.from(encodeBackup([{ kind: "guide", value: guide }, ...sessions], START, "Test 1"));
}

async function openSettings(page: Page): Promise<void> {
  // Only the hash would differ, and that alone loads nothing.
  await page.goto("about:blank");
  await page.goto("/#/settings");
  await expect(page.getByRole("heading", { name: "Restore" })).toBeVisible();
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

async function readPlan(page: Page, buffer: Buffer, count: number): Promise<void> {
  await openSettings(page);
  await page.getByTestId("backup-file").setInputFiles({ name: "backup.json", mimeType: "", buffer });
  await expect(page.getByText(`Interviews: ${count} new`)).toBeVisible({ timeout: 60_000 });
}

/** In the page. @returns how many sessions and answers there are */
async function countRows(): Promise<readonly number[]> {
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

test("a browser that is killed in the middle of a restore has all that it had before and nothing of the file", async ({
  playwright,
  browserName,
  launchOptions,
  baseURL,
}) => {
  const profile = makeProfile("restored");
  const launch = () => launchOn(profile, playwright[browserName], launchOptions, baseURL);
  let browser = await launch();
  try {
    let page = await firstPage(browser.context);
    await readPlan(page, backupOf("before", 40), 40);
    await page.getByRole("button", { name: "Restore", exact: true }).click();
    await expect(page.getByText("Restored: 40 interviews")).toBeVisible();
    let [sessions = 0] = await page.evaluate(countRows);
    let inTheMiddle = 0;
    for (let round = 0; round < RESTORES; round++) {
      const share = SHARES[round % SHARES.length]!;
      await readPlan(page, backupOf(`round ${round}`, SESSIONS), SESSIONS);
      const reached = page.waitForEvent("console", (message) => message.text() === "reached");
      await page.evaluate(watchProgress, share);
      await page.getByRole("button", { name: "Restore", exact: true }).click();
      await reached;
      await browser.kill();
      browser = await launch();
      page = await firstPage(browser.context);
      await openSettings(page);
      const [found = 0] = await page.evaluate(countRows);
      // A quick machine may have been done.
      expect([sessions, sessions + SESSIONS]).toContain(found);
      if (found === sessions) inTheMiddle++;
      sessions = found;
    }
    say(`killed in the middle of a restore: ${inTheMiddle} of ${RESTORES} times, each time as before`);
    expect(inTheMiddle).toBeGreaterThan(0);

    await readPlan(page, backupOf("last", SESSIONS), SESSIONS);
    await page.getByRole("button", { name: "Restore", exact: true }).click();
    await expect(page.getByText(`Restored: ${SESSIONS} interviews`)).toBeVisible({ timeout: 60_000 });
    // What is said to be restored is on the disk.
    await browser.kill();
    browser = await launch();
    page = await firstPage(browser.context);
    await openSettings(page);
    expect(await page.evaluate(countRows)).toEqual([sessions + SESSIONS, sessions + SESSIONS]);
  } finally {
    await browser.kill();
    await removeProfile(profile);
  }
});

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

test("a browser that is killed while 500 interviews come in has each of them whole or not at all, and takes in the others afterwards", async ({
  playwright,
  browserName,
  launchOptions,
  baseURL,
}) => {
  const answersOfOne = Object.keys(answers).length;
  const files = Array.from({ length: FILES }, (_, index) => {
    const id = `file ${index}`;
    const own = Object.entries(answers).map(([key, answer]) => [key, { ...answer, sessionId: id }] as const);
    const whole = { session: { ...session, id }, answers: Object.fromEntries(own), guide: smallGuide };
    const text = encodeSessionFile(whole, START, "Test 1");
    return { name: `${id}.json`, mimeType: "application/json", buffer: Buffer.from(text) };
  });
  const profile = makeProfile("imported");
  const launch = () => launchOn(profile, playwright[browserName], launchOptions, baseURL);
  let browser = await launch();
  try {
    const reached: number[] = [];
    let here = 0;
    for (let round = 0; round <= IMPORTS; round++) {
      const page = await firstPage(browser.context);
      await page.goto("/");
      await page.getByTestId("import-file").setInputFiles(files);
      const preview = page.getByRole("region", { name: "Import" });
      const rest = here > 0 ? ` · ${here} already here` : "";
      await expect(preview.getByText(`${FILES - here} new${rest}`)).toBeVisible({ timeout: 60_000 });
      if (round === IMPORTS) {
        await preview.getByRole("button", { name: "Import" }).click();
        await expect(preview.getByText(`${FILES - here} imported${rest}`)).toBeVisible({ timeout: 60_000 });
        here = FILES;
      } else {
        const told = page.waitForEvent("console", (message) => message.text() === "reached");
        await page.evaluate(watchSessions, Math.floor((FILES * (round + 1)) / (IMPORTS + 1)));
        await preview.getByRole("button", { name: "Import" }).click();
        await told;
      }
      await browser.kill();
      browser = await launch();
      const after = await firstPage(browser.context);
      await after.goto("/");
      const [sessions = 0, found = 0] = await after.evaluate(countRows);
      expect(found).toBe(sessions * answersOfOne);
      // What was said to be imported is on the disk.
      expect(sessions).toBeGreaterThanOrEqual(here);
      here = sessions;
      reached.push(here);
    }
    say(
      `killed ${IMPORTS} times while ${FILES} interviews came in, and once after: ${reached.join(", ")} of them here, each whole`,
    );
    expect(here).toBe(FILES);
  } finally {
    await browser.kill();
    await removeProfile(profile);
  }
});
