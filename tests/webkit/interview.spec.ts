import { writeFile } from "node:fs/promises";

import { expect } from "@playwright/test";

import { fileFormats } from "../../src/interchange/files/fileFormats.ts";
import { areas, expectSaved, startInterview, textOf } from "./liveScreen.ts";
import { inWebKit, test } from "./webKit.ts";
import type { WebKitPage } from "./webKitPage.ts";

test(
  "an interview run by keys is whole after a reload, and in another tab when its own is closed",
  inWebKit(async (begin) => {
    const tab = await begin();
    const address = await startInterview(tab, "Priya Raman");
    // The rating goes on to the second area.
    await tab.press("4");
    await tab.press(" ");
    await tab.type("nWeighed it twice.");
    await tab.press("Escape");
    await tab.press("2");
    await tab.press("Home");
    await tab.type("nAsked why.");
    const kept = [
      { isCovered: true, rating: "4", note: "Asked why." },
      { isCovered: true, rating: "2", note: "Weighed it twice." },
      { isCovered: false, rating: null, note: "" },
    ];
    const firstThree = async (page: WebKitPage) => (await areas(page)).slice(0, 3);
    await expect.poll(() => firstThree(tab)).toEqual(kept);
    await expectSaved(tab);

    await tab.reload();
    await expect.poll(() => firstThree(tab)).toEqual(kept);
    await expectSaved(tab);

    const other = await tab.openTab(address);
    await tab.close();
    await expect.poll(() => firstThree(other)).toEqual(kept);
  }),
);

test(
  "a submitted interview goes out as session JSON, and comes in on another device",
  inWebKit(async (begin, info) => {
    const here = await begin();
    await startInterview(here, "Ada Nowak");
    await here.type("4");
    await here.press("ArrowUp");
    await here.type("nRead the plan first.");
    await expectSaved(here);
    await wrapUpAndSubmit(here);
    const { name, text } = await exportJson(here);
    expect(name).toMatch(/^.+\.json$/u);
    expect(JSON.parse(text)).toMatchObject({ format: fileFormats.session });
    const path = info.outputPath(name);
    await writeFile(path, text);

    const there = await begin();
    await there.goto("/#/");
    await there.setFile("[data-testid=import-file]", path);
    await there.click("//section[@aria-label='Import']//button[normalize-space()='Import']");
    await there.click("//a[contains(., 'Ada Nowak')]");
    await expect.poll(() => textOf(there)).toContain("Submitted, read-only");
    const shown = await textOf(there);
    expect(shown).toContain("Read the plan first.");
    expect(shown).toContain("Found the cause by method.");
  }),
);

/** Gives a reason for what is not rated, writes what is asked for, and submits. */
async function wrapUpAndSubmit(tab: WebKitPage): Promise<void> {
  await tab.click("//button[normalize-space()='Finish']");
  await expect.poll(() => textOf(tab)).toContain("Recommendation");
  const rest =
    "//button[starts-with(normalize-space(), 'Mark the rest') and contains(., 'not enough signal')][not(@aria-disabled='true')]";
  while (await has(tab, rest)) await tab.click(rest);
  await tab.click("//label[normalize-space()='Yes']");
  await tab.click("//aside[@aria-labelledby='recommendation-title']//textarea");
  await tab.type("Found the cause by method.");
  await tab.click("//button[normalize-space()='Submit the scorecard']");
  await tab.click("//button[normalize-space()='Lock now']");
  await expect.poll(() => textOf(tab)).toContain("Submitted, read-only");
}

function has(tab: WebKitPage, xpath: string): Promise<boolean> {
  return tab.evaluate(
    (path) => document.evaluate(`boolean(${path})`, document, null, XPathResult.BOOLEAN_TYPE).booleanValue,
    xpath,
  );
}

interface HandedOver {
  readonly name: string;
  readonly blob: Blob;
}

/** Presses "Export JSON". @returns the file that the page hands to the browser, whose downloads no driver sees */
async function exportJson(tab: WebKitPage): Promise<{ readonly name: string; readonly text: string }> {
  await tab.evaluate(() => {
    const blobs = new Map<string, Blob>();
    const createUrl = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob: Blob) => {
      const url = createUrl(blob);
      blobs.set(url, blob);
      return url;
    };
    HTMLAnchorElement.prototype.click = function click() {
      Object.assign(window, { handedOver: { name: this.download, blob: blobs.get(this.href) } });
    };
  });
  await tab.click("//button[normalize-space()='Export JSON']");
  await expect.poll(() => tab.evaluate(() => "handedOver" in window)).toBe(true);
  return tab.evaluate(async () => {
    const { name, blob } = (window as unknown as { readonly handedOver: HandedOver }).handedOver;
    return { name, text: await blob.text() };
  });
}
