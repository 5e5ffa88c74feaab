import { expect, test, type Page } from "@playwright/test";
import { amountOf } from "../amount.ts";
import {
  areas,
  expectSaved,
  noteField,
  openSession,
  openSessionInNewTab,
  say,
  startSession,
  typeNote,
} from "./liveSession.ts";
import { expectOneWriter, WALK } from "./twoTabWalk.ts";

/** What it takes is printed, and far less; a busy machine takes its share. */
const TAKEN_OVER_MS = 5000;
/** Longer than a tab is given to hand over; the clocks tell of the second only, which is longer than any take-over. */
const HANGS_FOR_MS = [1500, 8000];

test(
  "a second tab reads along, takes over, and nothing is lost",
  { tag: "@firefox" },
  async ({ page, context }) => {
    const id = await startSession(page);
    await noteField(page).focus();
    await page.keyboard.type("first tab");
    const second = await openSessionInNewTab(context, id);
    await expect(second.getByText("being edited in another tab")).toBeVisible();
    await expect(noteField(second)).toBeDisabled();
    await page.keyboard.type(", and on");
    await expect(noteField(second)).toHaveValue("first tab, and on");

    const [tookMs] = await Promise.all([takeOver(second), page.keyboard.type(", to the last key")]);
    say(`take-over: writable ${tookMs} ms after the click, typing in the first tab included`);
    expect(tookMs).toBeLessThan(TAKEN_OVER_MS);

    await expect(noteField(page)).toBeDisabled();
    const kept = await noteField(page).inputValue();
    expect(await noteField(second).inputValue()).toBe(kept);
    await noteField(second).focus();
    await second.keyboard.press("End");
    await second.keyboard.type("; second tab");
    await expectSaved(second);
    await expect(noteField(page)).toHaveValue(`${kept}; second tab`);
    await openSession(second, id);
    await expect(noteField(second)).toHaveValue(`${kept}; second tab`);
  },
);

test(
  "when the tab that writes is closed, the one that read along goes on writing",
  { tag: "@firefox" },
  async ({ page, context }) => {
    const id = await startSession(page);
    const second = await openSessionInNewTab(context, id);
    await expect(noteField(second)).toBeDisabled();
    await noteField(page).focus();
    await page.keyboard.type("before it closed");
    await page.close();
    await expect(noteField(second)).toBeEnabled();
    await expect(noteField(second)).toHaveValue("before it closed");
  },
);

test(
  "while another tab holds the data for long, an interview that is opened says so, and opens when it lets go",
  { tag: "@firefox" },
  async ({ page, context }) => {
    const id = await startSession(page);
    await noteField(page).focus();
    await page.keyboard.type("before it was held");
    await expectSaved(page);
    await page.goto("/#/");
    const holder = await context.newPage();
    await holder.goto("/#/");
    await holder.evaluate(holdSessions);
    await page.goto(`/#/session/${id}`);
    await expect(page.getByRole("alert")).toHaveText("Another tab holds the data", { timeout: 30_000 });
    await holder.close();
    await expect(noteField(page)).toHaveValue("before it was held");
    await expect(noteField(page)).toBeEnabled();
  },
);

for (const hangsForMs of HANGS_FOR_MS) {
  test(
    `a tab that hangs for ${hangsForMs / 1000} s is passed over, and writes nothing over the other when it wakes`,
    { tag: "@firefox" },
    async ({ page, context }) => {
      const id = await startSession(page);
      const second = await openSessionInNewTab(context, id);
      await typeNote(page, "before it hung");
      await expectSaved(page);
      await expect(noteField(second)).toHaveValue("before it hung");

      await page.evaluate(hangSoon, hangsForMs);
      await second.waitForTimeout(300);
      // Keys that wait until the tab wakes, and are dealt with before it hears that it lost the session.
      for (const key of "too late") page.keyboard.press(key).catch(() => {});
      const tookMs = await takeOver(second);
      say(`take-over from a tab that hangs: writable ${tookMs} ms after the click`);
      expect(tookMs).toBeLessThan(TAKEN_OVER_MS);
      // On a slow machine it may have woken, and handed over what it had.
      const text = `${await noteField(second).inputValue()}; while it hung`;
      await typeNote(second, "; while it hung");
      await expectSaved(second);

      await expect(noteField(page)).toBeDisabled();
      await expect(noteField(page)).toHaveValue(text);
      await openSession(second, id);
      await expect(noteField(second)).toHaveValue(text);
    },
  );
}

/** Firefox and its driver take longer for each. */
const STEPS = { chromium: amountOf(1000, 200), firefox: amountOf(200, 50), webkit: 0 };

test(WALK, { tag: "@firefox" }, async ({ page, context, browserName }) => {
  test.setTimeout(900_000);
  const id = await startSession(page);
  const tabs = [page, await openSessionInNewTab(context, id)].map((tab) => ({
    type: (text: string) => typeNote(tab, text),
    typeWhile: async (text: string, act: () => Promise<void>) => {
      await noteField(tab).focus();
      await tab.keyboard.press("ControlOrMeta+End");
      await Promise.all([act(), tab.keyboard.type(text)]);
    },
    takeOver: async () => void (await takeOver(tab)),
    reload: async () => {
      await tab.reload();
      await areas(tab).waitFor();
    },
    note: () => noteField(tab).inputValue(),
    canBeTypedIn: () => noteField(tab).isEnabled(),
    expectSaved: () => expectSaved(tab),
    close: () => tab.close(),
  }));
  await expectOneWriter([tabs[0]!, tabs[1]!], STEPS[browserName]);
});

/** @returns ms from the click until the tab can be written in */
async function takeOver(page: Page): Promise<number> {
  await page.evaluate(measureTakeOver);
  await page.getByRole("button", { name: "Take over here" }).click();
  await expect(noteField(page)).toBeEnabled();
  await expect(page.locator("[data-taken-over-ms]")).toBeVisible();
  return Number(await page.locator("body").getAttribute("data-taken-over-ms"));
}

/** In the page: keeps how long after the next click its fields could be written in. */
function measureTakeOver(): void {
  addEventListener(
    "click",
    ({ timeStamp }) => {
      const observer = new MutationObserver(() => {
        if (document.querySelector("fieldset:disabled")) return;
        document.body.dataset["takenOverMs"] = String(Math.round(performance.now() - timeStamp));
        observer.disconnect();
      });
      observer.observe(document.body, { subtree: true, attributes: true, childList: true });
    },
    { once: true, capture: true },
  );
}

/** In the page: lets nothing run for so long, from a moment after this has returned. */
function hangSoon(ms: number): void {
  setTimeout(() => {
    const until = performance.now() + ms;
    while (performance.now() < until);
  }, 100);
}

/** In the page: begins a write that goes on until the page goes. */
async function holdSessions(): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open("interview-scorecard");
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("It can't be opened."));
  });
  const store = database.transaction(["sessions", "answers"], "readwrite").objectStore("sessions");
  const goOn = () => {
    store.count().onsuccess = goOn;
  };
  goOn();
}
