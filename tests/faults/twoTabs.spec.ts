import { expect, test } from "@playwright/test";
import {
  expectSaved,
  noteField,
  openSession,
  openSessionInNewTab,
  say,
  startSession,
} from "./liveSession.ts";

const TAKEN_OVER_MS = 1000;

test(
  "a second tab reads along, takes over within a second, and nothing is lost",
  { tag: "@firefox" },
  async ({ page, context }) => {
    const id = await startSession(page);
    await noteField(page).focus();
    await page.keyboard.type("first tab");
    const second = await openSessionInNewTab(context, id);
    await expect(second.getByText("being written in another tab")).toBeVisible();
    await expect(noteField(second)).toBeDisabled();
    await page.keyboard.type(", and on");
    await expect(noteField(second)).toHaveValue("first tab, and on");

    const takeOver = second.getByRole("button", { name: "Take over here" });
    const startedAt = Date.now();
    await Promise.all([page.keyboard.type(", to the last key"), takeOver.click()]);
    await expect(noteField(second)).toBeEnabled();
    const tookMs = Date.now() - startedAt;
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

test("a tab that hangs does not keep the session from another", async ({ page, context }) => {
  const id = await startSession(page);
  await noteField(page).focus();
  await page.keyboard.type("saved before it hung");
  await expectSaved(page);
  // In a process of its own, or both would hang.
  const second = await openSessionInNewTab(context, id);
  const debug = await context.newCDPSession(page);
  await debug.send("Page.enable");
  await debug.send("Page.setWebLifecycleState", { state: "frozen" });
  const startedAt = Date.now();
  await second.getByRole("button", { name: "Take over here" }).click();
  await expect(noteField(second)).toBeEnabled();
  const tookMs = Date.now() - startedAt;
  say(`take-over from a frozen tab: writable ${tookMs} ms after the click`);
  expect(tookMs).toBeLessThan(2 * TAKEN_OVER_MS);
  await noteField(second).focus();
  await second.keyboard.press("End");
  await second.keyboard.type("; and on");
  await expectSaved(second);
  await debug.send("Page.setWebLifecycleState", { state: "active" });
  await expect(noteField(page)).toBeDisabled();
  await openSession(second, id);
  await expect(noteField(second)).toHaveValue("saved before it hung; and on");
});
