import { expect } from "@playwright/test";

import type { WebKitView } from "./webKitPage.ts";

/** What the live screen shows of the first question's areas. */
export interface ShownArea {
  readonly isCovered: boolean;
  /** The point it is rated with, or null. */
  readonly rating: string | null;
  readonly note: string;
}

/** Plans an interview through the form and starts it. @returns its address in the app */
export async function startInterview(tab: WebKitView, candidate: string): Promise<string> {
  await tab.goto("/#/plan");
  await tab.click("#candidate");
  await tab.type(candidate);
  await tab.click("#interviewer");
  await tab.type("Jonas Weber");
  await tab.click("//button[normalize-space()='Start interview']");
  await expect.poll(() => areas(tab)).toHaveLength(8);
  // The keys of the list act from then on; a test types sooner than a person.
  await expect
    .poll(() => tab.evaluate(() => document.activeElement?.closest("[data-areas]") !== null))
    .toBe(true);
  return tab.evaluate(() => `/${location.hash}`);
}

export function areas(tab: WebKitView): Promise<readonly ShownArea[]> {
  return tab.evaluate(() =>
    [...document.querySelectorAll("[data-area]")].map((row) => ({
      isCovered: row.querySelector<HTMLInputElement>("input[type=checkbox]")?.checked ?? false,
      rating: row.querySelector("input[type=radio]:checked + *")?.textContent ?? null,
      note: row.querySelector("[data-note-start]")?.textContent ?? "",
    })),
  );
}

/** Waits until the last change is on the disk. */
export async function expectSaved(tab: WebKitView): Promise<void> {
  await expect
    .poll(() => tab.evaluate(() => document.querySelector<HTMLElement>("[data-save]")?.dataset["save"]))
    .toBe("saved");
}

/** @returns all text that the tab shows */
export function textOf(tab: WebKitView): Promise<string> {
  return tab.evaluate(() => document.body.innerText);
}
