import { readFileSync } from "node:fs";

import { expect, test as base } from "@playwright/test";

import {
  areas,
  expectSaved,
  focusRating,
  noteField,
  openSession,
  ratingOf,
  saveChip,
  say,
  startSession,
  typeNote,
} from "./liveSession.ts";

/** What it takes is printed, and far less; a busy machine takes its share. */
const BANNER_WITHIN_MS = 5000;
const ROOM_BYTES = 8 * 1024 * 1024;

/** The room on the disk that this app may use. */
interface Disk {
  readonly fill: () => Promise<void>;
  readonly makeRoom: () => Promise<void>;
}

const test = base.extend<{ disk: Disk }>({
  disk: async ({ page, context, baseURL }, provide) => {
    const devTools = await context.newCDPSession(page);
    const origin = new URL(baseURL ?? "").origin;
    const setQuota = async (quotaSize?: number) => {
      await devTools.send("Storage.overrideQuotaForOrigin", { origin, ...(quotaSize && { quotaSize }) });
    };
    await setQuota(ROOM_BYTES);
    await provide({
      fill: async () => {
        await setQuota(1);
        // Chromium looks at the quota again only when more is asked for than it last saw room for.
        expect(await page.evaluate(writeToDisk, ROOM_BYTES)).toBe("QuotaExceededError");
      },
      makeRoom: () => setQuota(),
    });
  },
});

test("an interview goes on when the disk is full, says so, and is saved once there is room", async ({
  page,
  disk,
}) => {
  const id = await startSession(page);
  await typeNote(page, "saved");
  await expectSaved(page);

  await disk.fill();
  const banner = page.getByRole("alert").filter({ hasText: "Not saved" });
  await page.evaluate(measureBanner);
  await typeNote(page, ", not saved");
  await expect(banner).toBeVisible();
  await expect(banner).toContainText("The disk has no room left");
  await expect(saveChip(page, "failed")).toBeVisible();
  const shownAfter = await page.evaluate(() => Number(document.body.dataset["bannerMs"]));
  say(`disk full: the banner was there ${shownAfter.toFixed(1)} ms after the key`);
  expect(shownAfter).toBeLessThan(BANNER_WITHIN_MS);

  // The banner has moved the page, not the focus.
  await page.keyboard.type(", still typing");
  await focusRating(page);
  await page.keyboard.press("4");
  await expect(noteField(page)).toHaveValue("saved, not saved, still typing");
  expect(await ratingOf(page)).toBe("4");

  const [download] = await Promise.all([
    page.waitForEvent("download"),
    banner.getByRole("button", { name: "Download a copy" }).click(),
  ]);
  const file = readFileSync(await download.path(), "utf8");
  expect(download.suggestedFilename()).toMatch(/\.json$/u);
  expect(JSON.parse(file)).toHaveProperty("format");
  expect(file).toContain("saved, not saved, still typing");

  // Leaving the screen keeps what could not be written, and coming back finds it.
  await page.getByRole("button", { name: "Back to interviews" }).click();
  await page.getByRole("link", { name: "Resume" }).click();
  // By itself the focus is on the next area, which is open.
  await areas(page).waitFor();
  await focusRating(page);
  await expect(noteField(page)).toHaveValue("saved, not saved, still typing");
  await expect(banner).toBeVisible();
  await typeNote(page, ", back again");

  await disk.makeRoom();
  await expectSaved(page);
  await expect(banner).toBeHidden();
  await openSession(page, id);
  await focusRating(page);
  await expect(noteField(page)).toHaveValue("saved, not saved, still typing, back again");
  expect(await ratingOf(page)).toBe("4");
});

test("what could not be saved is saved once there is room, also after its screen was left", async ({
  page,
  disk,
}) => {
  const id = await startSession(page);
  await disk.fill();
  await typeNote(page, "kept in memory");
  await expect(saveChip(page, "failed")).toBeVisible();
  await page.getByRole("button", { name: "Back to interviews" }).click();
  await disk.makeRoom();
  await expect.poll(() => page.evaluate(readAnswers)).toContain("kept in memory");
  await openSession(page, id);
  await expect(noteField(page)).toHaveValue("kept in memory");
});

test("the browser asks before a page closes whose last changes could not be saved", async ({
  page,
  disk,
}) => {
  await startSession(page);
  await typeNote(page, "saved");
  await expectSaved(page);
  await disk.fill();
  await typeNote(page, ", not saved");
  await expect(saveChip(page, "failed")).toBeVisible();

  const asked = page.waitForEvent("dialog");
  await page.close({ runBeforeUnload: true });
  const dialog = await asked;
  expect(dialog.type()).toBe("beforeunload");
  await dialog.dismiss();
  await expect(areas(page)).toBeVisible();
  await expect(noteField(page)).toHaveValue("saved, not saved");
});

/** In the page: keeps how long after the next key the banner came, in ms. */
function measureBanner(): void {
  addEventListener(
    "input",
    ({ timeStamp }) => {
      const observer = new MutationObserver(() => {
        if (!document.querySelector("[role=alert]")) return;
        document.body.dataset["bannerMs"] = String(performance.now() - timeStamp);
        observer.disconnect();
      });
      observer.observe(document.body, { subtree: true, childList: true });
    },
    { once: true, capture: true },
  );
}

/** In the page: writes so many bytes past the app. @returns the name of the error that refuses them */
function writeToDisk(bytes: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const opening = indexedDB.open("filler");
    opening.onupgradeneeded = () => opening.result.createObjectStore("bytes");
    opening.onsuccess = () => {
      const transaction = opening.result.transaction("bytes", "readwrite");
      transaction.objectStore("bytes").put(new Uint8Array(bytes), "all");
      transaction.oncomplete = () => resolve(undefined);
      transaction.onabort = () => resolve(transaction.error?.name);
    };
    opening.onerror = () => resolve(opening.error?.name);
  });
}

/** In the page. @returns all answers on the disk, as text */
function readAnswers(): Promise<string> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open("interview-scorecard");
    opening.onsuccess = () => {
      const reading = opening.result.transaction("answers").objectStore("answers").getAll();
      reading.onsuccess = () => {
        opening.result.close();
        resolve(JSON.stringify(reading.result));
      };
    };
    opening.onerror = () => reject(new Error(opening.error?.message));
  });
}
