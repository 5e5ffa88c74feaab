import { readFileSync, writeFileSync } from "node:fs";
import { expect, type Page } from "@playwright/test";
import { test } from "./appTest.ts";
import Papa from "papaparse";
import { scorecardToReport } from "../../src/domain/session/scorecardReport.ts";
import { frameScorecards, scorecardToFragment } from "../../src/interchange/documents/scorecardHtml.ts";
import { seedSessions } from "../bench/seed.ts";
import { scorecardOfText } from "../nastyScorecard.ts";
import { START } from "../smallInterview.ts";
import { firefoxLaunch } from "./browsers.ts";
import {
  areas,
  expectAccessible,
  expectSaved,
  startInterview,
  wrapUpAndSubmit,
  noteField,
  openMore,
} from "./appPage.ts";

const PLANTED =
  "<script>document.title='ran'</script><img src=x onerror=\"document.title='ran'\"> # [a](http://b)";

/** Submits a scorecard with a planted note. */
async function submitScorecard(page: Page, candidate?: string): Promise<void> {
  await startInterview(page, candidate);
  await areas(page).first().getByRole("radio").nth(1).check();
  await noteField(page).pressSequentially(PLANTED);
  await expectSaved(page);
  await page.getByRole("button", { name: "Finish", exact: true }).click();
  await wrapUpAndSubmit(page);
}

const form = (page: Page, name: RegExp) => page.getByRole("radio", { name });

async function download(page: Page): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download" }).click(),
  ]);
  await expect(page.getByText("Downloaded.")).toBeVisible();
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

interface Copied {
  readonly html: string | null;
  readonly text: string;
}

function readClipboard(page: Page): Promise<Copied> {
  return page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const read = async (type: string) => (await item?.getType(type))?.text();
    return {
      html: item?.types.includes("text/html") ? ((await read("text/html")) ?? null) : null,
      text: (await read("text/plain")) ?? "",
    };
  });
}

/** @returns what is written down of exports, in the order in which they were made */
function exportsMade(
  page: Page,
): Promise<readonly { readonly form: string; readonly sessionIds: string[] }[]> {
  return page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const request = indexedDB.open("interview-scorecard");
        request.onerror = () => reject(request.error ?? new Error("It can't be opened."));
        request.onsuccess = () => {
          const all = request.result.transaction("exportsMade").objectStore("exportsMade").getAll();
          all.onsuccess = () => {
            request.result.close();
            resolve(
              (all.result as { at: number; form: string; sessionIds: string[] }[]).toSorted(
                (a, b) => a.at - b.at,
              ),
            );
          };
        };
      }),
  );
}

test("one click on a scorecard copies it, formatted and plain, and what was written stays text", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await submitScorecard(page);
  await page.getByRole("button", { name: "Copy", exact: true }).click();
  await expect(page.getByText("Copied.")).toBeVisible();
  const { html, text } = await readClipboard(page);
  expect(html).toContain("Priya Raman</h1>");
  expect(html).toContain("&lt;script&gt;");
  expect(html).not.toMatch(/<script|<img/u);
  expect(text).toContain("Scorecard: Priya Raman");
  expect(text).toContain(PLANTED);
  expect(await exportsMade(page)).toMatchObject([{ form: "Formatted text, copied" }]);
});

test("a scorecard goes out in every form, says first what a form loses, and each export is written down", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await submitScorecard(page);
  await openMore(page);
  await page.getByRole("link", { name: "Export in another format…" }).click();
  await expect(page.getByLabel("Preview")).toHaveValue(/Scorecard: Priya Raman/u);
  const html = await download(page);
  expect(html.name).toBe("Priya-Raman_Backend-developer_Jonas-Weber.html");

  const [tab] = await Promise.all([
    context.waitForEvent("page"),
    page.getByRole("button", { name: "Print" }).click(),
  ]);
  await expect(tab.getByRole("heading", { level: 1 })).toHaveText("Priya Raman");
  await expect(tab.getByText(PLANTED)).toBeVisible();
  await expect(tab.locator(".mark").first()).toHaveCSS("font-weight", "600");
  await tab.close();

  await form(page, /^Markdown/u).check();
  await expect(page.getByLabel("Preview")).toHaveValue(/# Scorecard/u);
  await page.getByRole("button", { name: "Copy" }).click();
  await expect(page.getByText("Copied.")).toBeVisible();
  const markdown = await readClipboard(page);
  expect(markdown.html).toBeNull();
  expect(markdown.text).toContain("\\<script>");

  await form(page, /^CSV \(one row per area\)/u).check();
  const csv = await download(page);
  const rows = Papa.parse<string[]>(csv.bytes.toString("utf8").slice(1), { skipEmptyLines: true }).data;
  expect(rows[0]?.[1]).toBe("Candidate");
  expect(rows.flat()).toContain(PLANTED);

  const losses = page.getByRole("region", { name: "Not included in this format" });
  await form(page, /^Lever/u).check();
  await expect(losses).toContainText("5 points to 4: 3 Sound and 4 Strong both become 3");
  const lever = JSON.parse((await download(page)).bytes.toString("utf8")) as {
    readonly fields: readonly object[];
  };
  expect(lever.fields[0]).toMatchObject({ type: "score-system", value: "3 - Hire" });
  await form(page, /^Greenhouse/u).check();
  await expect(losses).toContainText("not assessed: exported as “no_decision”");
  expect(JSON.parse((await download(page)).bytes.toString("utf8"))).toMatchObject({
    scorecards: [{ candidate_rating: "yes", status: "complete" }],
  });
  await expectAccessible(page, "export");
  expect((await exportsMade(page)).map((made) => made.form)).toEqual([
    "Formatted text, HTML file",
    "Formatted text, HTML file, printed",
    "Markdown, copied",
    "CSV (one row per area)",
    "Lever JSON",
    "Greenhouse JSON",
  ]);
});

test("the buttons of an export stay where they are, whatever the form has no place for", async ({ page }) => {
  await submitScorecard(page, "Priya Raman");
  await openMore(page);
  await page.getByRole("link", { name: "Export in another format…" }).click();
  const button = page.getByRole("button", { name: "Download" });
  await expect(button).toBeEnabled();
  const before = await button.boundingBox();
  for (const name of [/^Greenhouse/u, /^Ashby/u, /^CSV \(one row per area/u]) {
    await form(page, name).check();
    await expect(button).toBeEnabled();
    expect(await button.boundingBox()).toEqual(before);
  }
  await form(page, /^Lever/u).check();
  await expect(button).toHaveAccessibleDescription(/^Not included in this format/u);
});

test("whoever exports by the keyboard goes on from the button that was pressed", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await startInterview(page);
  await expectSaved(page);
  await page.goto("/#/export");
  await page.getByRole("checkbox", { name: /Priya Raman/u }).check();
  for (const [name, said] of [
    ["Copy", "Copied."],
    ["Download", "Downloaded."],
  ] as const) {
    const button = page.getByRole("button", { name });
    await button.press("Enter");
    await expect(page.getByText(said)).toBeVisible();
    await expect(button).toBeFocused();
  }
});

test("while a file is made the buttons for it look as shut as they are", async ({ page }) => {
  await page.addInitScript(() => {
    // An export that goes on.
    navigator.clipboard.write = () => new Promise(() => {});
  });
  await startInterview(page);
  await expectSaved(page);
  await page.goto("/#/export");
  await page.getByRole("checkbox", { name: /Priya Raman/u }).check();
  const button = (name: string) => page.getByRole("button", { name });
  await expect(button("Copy")).toHaveCSS("opacity", "1");
  await button("Copy").press("Enter");
  for (const name of ["Copy", "Download", "Print"]) {
    await expect(button(name)).toHaveAttribute("aria-disabled", "true");
    await expect(button(name)).toHaveCSS("opacity", "0.55");
  }
  await expect(button("Copy")).toBeFocused();
});

test("the paths of one's own Ashby form are kept, and used", { tag: "@long" }, async ({ page }) => {
  await submitScorecard(page);
  await page.goto("/#/settings");
  const recommendation = page.getByLabel("Recommendation", { exact: true });
  await recommendation.fill("feedback");
  await page.getByRole("button", { name: "Save paths" }).click();
  await expect(page.getByRole("alert")).toContainText("“feedback” is used twice");
  await recommendation.fill("3f2a-overall");
  await page.getByRole("button", { name: "Save paths" }).click();
  await expect(page.getByRole("alert")).toBeHidden();
  await expectAccessible(page, "settings");
  await page.reload();
  await expect(recommendation).toHaveValue("3f2a-overall");
  await page.goto("/#/");
  await page.getByRole("link", { name: "Export… Priya Raman" }).click();
  await form(page, /^Ashby/u).check();
  await expect(page.getByLabel("Preview")).toHaveValue(/"path": "3f2a-overall"/u);
});

test("sessions are chosen from the library's and go out together", { tag: "@long" }, async ({ page }) => {
  await submitScorecard(page, "Priya Raman");
  await startInterview(page, "Mei Lin");
  await page.goto("/#/");
  await page.getByRole("link", { name: "Export…", exact: true }).click();
  await page.getByRole("searchbox", { name: "Find" }).fill("mei");
  await page.getByRole("checkbox", { name: /Mei Lin/u }).check();
  await page.getByRole("searchbox", { name: "Find" }).fill("");
  await page.getByRole("checkbox", { name: /Priya Raman/u }).check();
  await expect(page.getByRole("heading", { name: "Export 2 interviews" })).toBeVisible();
  await form(page, /^Session JSON/u).check();
  const zip = await download(page);
  expect(zip.name).toMatch(/^2-interviews_.*\.zip$/u);
  expect(zip.bytes.toString("utf8")).toContain("Mei-Lin_Backend-developer_Jonas-Weber.json");
  await form(page, /^Markdown/u).check();
  const markdown = (await download(page)).bytes.toString("utf8");
  expect(markdown).toMatch(/Mei Lin[^]*Not submitted yet \(live\)[^]*Priya Raman/u);
  await expectAccessible(page, "export of several");
  expect((await exportsMade(page))[0]?.sessionIds).toHaveLength(2);
});

test(
  "ten thousand sessions become one CSV file while the page answers, and can be stopped",
  { tag: "@long" },
  async ({ page }) => {
    test.setTimeout(240_000);
    await page.goto("/#/plan");
    await expect(page.getByLabel("Candidate", { exact: true })).toBeVisible();
    await seedSessions(page, 10_000);
    await page.goto("/#/export");
    await page.getByRole("button", { name: "Select all matches" }).click();
    await expect(page.getByRole("heading", { name: "Export 10000 interviews" })).toBeVisible();
    await form(page, /^CSV \(one row per interview\)/u).check();
    await page.getByRole("button", { name: "Download" }).click();
    await page.getByRole("button", { name: "Cancel" }).click();
    await expect(page.getByText("Cancelled. Nothing was exported.")).toBeVisible();
    expect(await exportsMade(page)).toEqual([]);

    await page.evaluate(() => {
      let last = performance.now();
      const waits = { longest: 0 };
      Object.assign(window, { waits });
      setInterval(() => {
        const now = performance.now();
        waits.longest = Math.max(waits.longest, now - last);
        last = now;
      }, 10);
    });
    const [file] = await Promise.all([
      page.waitForEvent("download", { timeout: 180_000 }),
      page.getByRole("button", { name: "Download" }).click(),
    ]);
    const longest = await page.evaluate(
      () => (window as unknown as { waits: { longest: number } }).waits.longest,
    );
    const text = readFileSync(await file.path(), "utf8");
    const { data, errors } = Papa.parse<string[]>(text.slice(1), { skipEmptyLines: true });
    expect(errors).toEqual([]);
    expect(data).toHaveLength(10_001);
    // What it does at a time is far shorter; a busy machine takes its share.
    expect(longest).toBeLessThan(1000);
  },
);

test("a panel gives nothing out before its debrief, and no recommendation before those were shown", async ({
  page,
}) => {
  await page.goto("/#/panels");
  await page.getByRole("button", { name: "Open a sample panel" }).click();
  await expect(page.getByRole("heading", { name: "Before the debrief" })).toBeVisible();
  const id = new URL(page.url()).hash.split("/").at(-1) ?? "";
  await page.goto(`/#/export/panel/${id}`);
  await expect(page.getByText("closed until its debrief starts")).toBeVisible();
  await expect(page.getByRole("button", { name: "Download" })).toHaveCount(0);

  await page.goto(`/#/panels/${id}`);
  await page.getByRole("button", { name: "Start debrief" }).click();
  await page.getByRole("button", { name: "Start without them" }).click();
  await openMore(page);
  await page.getByRole("link", { name: "Export…", exact: true }).click();
  await expect(form(page, /^Lever/u)).toBeDisabled();
  await form(page, /^Markdown/u).check();
  await expect(page.getByLabel("Preview")).toHaveValue(/^# Debrief/u);
  const markdown = (await download(page)).bytes.toString("utf8");
  expect(markdown).toContain("Recommendation: not revealed yet");
  expect(markdown).not.toMatch(/Recommendation: (?:strong )?(?:yes|no)\b(?!t)/u);
  await expectAccessible(page, "export of a panel");
});

test(
  "the HTML file is whole in a browser without scripts, and what was planted in it is text",
  { tag: "@firefox" },
  async ({ browser, browserName, playwright }, testInfo) => {
    const { head, tail } = await frameScorecards("Scorecards", START, "Interview Scorecard");
    const path = testInfo.outputPath("scorecard.html");
    writeFileSync(path, head + scorecardToFragment(scorecardToReport(scorecardOfText(PLANTED)), "on") + tail);
    const scripted = testInfo.outputPath("scripted.html");
    writeFileSync(scripted, "<title>as it was</title><script>document.title = 'ran'</script>");
    // Firefox's driver leaves scripts on in a context without them; its own setting does not.
    const own =
      browserName === "firefox"
        ? await playwright.firefox.launch({
            ...firefoxLaunch,
            firefoxUserPrefs: { "javascript.enabled": false },
          })
        : null;
    const context = own ? await own.newContext() : await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    // Read at once: without scripts a page can't be waited on, and a file is whole when it is loaded.
    await page.goto(`file://${scripted}`);
    expect(await page.title()).toBe("as it was");
    await page.goto(`file://${path}`);
    expect(await page.title()).toBe("Scorecards");
    expect(await page.locator("h1").innerText()).toBe(PLANTED);
    expect(await page.locator("table").last().innerText()).toContain(PLANTED);
    expect(await page.locator("script, img, a").count()).toBe(0);
    // Its own style is let in by its hash.
    const mark = page.locator(".mark").first();
    expect(await mark.evaluate((element) => getComputedStyle(element).fontWeight)).toBe("600");
    await context.close();
    await own?.close();
  },
);
