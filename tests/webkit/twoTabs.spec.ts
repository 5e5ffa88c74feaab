import { expect } from "@playwright/test";

import { amountOf } from "../amount.ts";
import { expectOneWriter, WALK, type SharedTab } from "../faults/twoTabWalk.ts";
import { expectSaved, startInterview } from "./liveScreen.ts";
import { inWebKit, test } from "./webKit.ts";
import type { WebKitPage } from "./webKitPage.ts";

const STEPS = amountOf(150, 40);

test.describe.configure({ timeout: 600_000 });

test(
  WALK,
  { tag: "@long" },
  inWebKit(async (begin) => {
    const first = await begin();
    const address = await startInterview(first, "Ada Example");
    const second = await first.openTab(address);
    await expect.poll(() => second.evaluate(readField)).toEqual({ note: "", canBeTypedIn: false });
    await expectOneWriter([sharedTab(first), sharedTab(second)], STEPS);
  }),
);

function sharedTab(tab: WebKitPage): SharedTab {
  const field = async () => (await tab.evaluate(readField)) ?? { note: "", canBeTypedIn: false };
  return {
    type: (text) => tab.evaluate(typeSoon, text),
    typeWhile: async (text, act) => {
      // The driver speaks with one tab at a time: this one types by itself.
      await tab.evaluate(typeSoon, text);
      await act();
    },
    takeOver: async () => {
      await tab.click("//button[normalize-space()='Take over here']");
      await expect.poll(async () => (await field()).canBeTypedIn).toBe(true);
    },
    reload: async () => {
      await tab.reload();
      await expect.poll(() => tab.evaluate(readField)).not.toBeNull();
    },
    note: async () => (await field()).note,
    canBeTypedIn: async () => (await field()).canBeTypedIn,
    expectSaved: () => expectSaved(tab),
    close: tab.close,
  };
}

/** In the page. @returns what the first area's note says and whether it can be typed in; null before it is there */
function readField(): { readonly note: string; readonly canBeTypedIn: boolean } | null {
  const field = document.querySelector<HTMLTextAreaElement>("[data-pane] textarea");
  return field && { note: field.value, canBeTypedIn: field.matches(":enabled") };
}

/** In the page: types at the end of the note, a key every few ms, from a moment on when this has returned. */
function typeSoon(text: string): void {
  const field = document.querySelector<HTMLTextAreaElement>("[data-pane] textarea")!;
  field.focus();
  field.setSelectionRange(field.value.length, field.value.length);
  for (const [index, key] of Array.from(text).entries())
    setTimeout(() => {
      // oxlint-disable-next-line typescript/no-deprecated -- nothing else types as a person’s key does.
      if (field.matches(":enabled")) document.execCommand("insertText", false, key);
    }, index * 10);
}
