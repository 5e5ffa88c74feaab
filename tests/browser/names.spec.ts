import { expect, type Page } from "@playwright/test";
import samplePanel from "../../data/samples/panel.json" with { type: "json" };
import sample from "../../data/samples/session.json" with { type: "json" };
import { canonicalText } from "../../src/domain/text/canonicalText.ts";
import { textToHash } from "../../src/interchange/files/textHash.ts";
import { DATABASE_NAME } from "../../src/storage/database.ts";
import { importFile, planForLater, wrapUpAndSubmit } from "./appPage.ts";
import { test } from "./appTest.ts";

/** Writes the words that the interviews are found by as an older version did. */
async function forgetPlainNames(page: Page): Promise<void> {
  await page.evaluate(async (name) => {
    const settle = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error("The database does not answer."));
      });
    const database = await settle(indexedDB.open(name));
    const transaction = database.transaction("sessions", "readwrite");
    const done = new Promise((resolve) => {
      transaction.addEventListener("complete", resolve);
    });
    const store = transaction.objectStore("sessions");
    const rows = (await settle(store.getAll())) as readonly { readonly candidate: string }[];
    await Promise.all(
      rows.map((row) => settle(store.put({ ...row, words: row.candidate.toLowerCase().split(" ") }))),
    );
    await done;
    database.close();
  }, DATABASE_NAME);
}

test(
  "a name with accents is found without them, also one that an older version wrote",
  { tag: "@long" },
  async ({ page }) => {
    await planForLater(page, "Zoë Müller");
    const find = page.getByRole("searchbox", { name: "Find" });
    const row = page.getByRole("table", { name: "Interviews" }).getByRole("row", { name: /Zoë Müller/u });
    await expect(page.getByRole("heading", { name: "Interviews", level: 1 })).toBeVisible();
    const type = async (text: string) => {
      await find.press("ControlOrMeta+a");
      // At once: what is shown for its first letters is nothing that was asked for.
      if (text === "") await find.press("Delete");
      else await page.keyboard.insertText(text);
    };
    const isFound = (visible: boolean) =>
      expect(async () => {
        // Beginning with the other: the list of before is shown until the next one is there.
        await type(visible ? "nobody" : "");
        await expect(row).toBeVisible({ visible: !visible, timeout: 1000 });
        await type("zoe mull");
        await expect(row).toBeVisible({ visible, timeout: 1000 });
      }).toPass({ timeout: 25_000 });
    await isFound(true);
    await forgetPlainNames(page);
    await page.reload();
    await isFound(false);
    // They are gone through when nothing else is asked for.
    await isFound(true);
  },
);

/** In the page: the texts that are drawn over another one or over a field, and those out of their cell or card. */
function misplacedTexts(): readonly string[] {
  const main = document.querySelector("main")!;
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  const texts: { readonly words: string; readonly part: Element; readonly rect: DOMRect }[] = [];
  while (walker.nextNode()) {
    const part = walker.currentNode.parentElement!;
    const words = walker.currentNode.textContent?.trim() ?? "";
    if (words === "" || part.closest(".heard, option, datalist") || !part.checkVisibility()) continue;
    const range = document.createRange();
    range.selectNodeContents(walker.currentNode);
    texts.push(...Array.from(range.getClientRects(), (rect) => ({ words, part, rect })));
  }
  const fields = Array.from(main.querySelectorAll("input[readonly]"), (part) => ({
    words: "a field",
    part,
    rect: part.getBoundingClientRect(),
  }));
  const isOver = (a: DOMRect, b: DOMRect) =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 5;
  const over = texts.flatMap(({ words, part, rect }, index) =>
    [...texts.slice(index + 1), ...fields]
      .filter((other) => other.part !== part && isOver(rect, other.rect))
      .map((other) => `“${words}” over “${other.words}”`),
  );
  const outside = texts
    .filter(({ part, rect }) => {
      const box = part.closest("th, td, .card")?.getBoundingClientRect();
      return box && (rect.right > box.right + 1 || rect.left < box.left - 1);
    })
    .map(({ words }) => `“${words}” outside`);
  return [...new Set([...over, ...outside])];
}

/** Gives the window that width. @returns in words how much wider the screen is; nothing where it fits */
async function sidewaysAt(page: Page, screen: string, width: number): Promise<readonly string[]> {
  await page.setViewportSize({ width, height: 800 });
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  return sideways > 0 ? [`${screen} at ${width}: ${sideways} px wider than the window`] : [];
}

test("a very long name is drawn over nothing, and stays in its place", async ({ page }) => {
  const long =
    "Maximiliane Wolfeschlegelsteinhausenbergerdorff-Schmidt-Rottluff von Hohenlohe und zu Waldenburg";
  const wrong: string[] = [];
  const look = async (screen: string) => {
    for (const width of [1280, 820, 390]) {
      wrong.push(...(await sidewaysAt(page, screen, width)));
      const texts = await page.evaluate(misplacedTexts);
      wrong.push(...texts.map((text) => `${screen} at ${width}: ${text}`));
    }
  };
  await page.goto("/#/plan");
  await page.getByLabel("Candidate", { exact: true }).fill(`${long} ${long}`);
  await page.getByLabel("Interviewer").fill(long);
  // Late in the evening what is planned next is tomorrow's, and nothing is up next today.
  await page.getByLabel("Date and time").fill("2026-01-12T10:00");
  await page.getByRole("button", { name: "Save for later" }).click();
  await expect(page.getByRole("heading", { name: "Up next" })).toBeVisible();
  await look("home");

  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto("/#/panels/new");
  await page.getByLabel("Candidate", { exact: true }).fill("Priya Raman");
  await page.getByLabel("Name of interviewer 1").fill("Lea");
  await page.getByLabel("Name of interviewer 2").fill(long);
  await page.getByRole("button", { name: "Assign all" }).click();
  await page.getByRole("button", { name: "Save panel" }).click();
  await expect(page.getByRole("heading", { name: "Invitations" })).toBeVisible();
  await look("invitations");
  await page.goto(page.url().replace(/\/plan$/u, ""));
  await expect(page.getByRole("heading", { name: "Before the debrief" })).toBeVisible();
  await look("before the debrief");
  await page.goto("/#/panels");
  await expect(page.getByRole("table", { name: "Open panels" })).toBeVisible();
  await look("panels");
  expect(wrong).toEqual([]);
});

test("names of 120 characters without a space leave the board of panels in the window", async ({ page }) => {
  const long = "Wolfeschlegelstein".repeat(7).slice(0, 120);
  await page.goto("/#/panels/new");
  await page.getByLabel("Candidate", { exact: true }).fill(long);
  await page.getByLabel("Name of interviewer 1").fill("Lea");
  await page.getByLabel("Name of interviewer 2").fill(long.toUpperCase());
  await page.getByRole("button", { name: "Assign all" }).click();
  await page.getByRole("button", { name: "Save panel" }).click();
  await expect(page.getByRole("heading", { name: "Invitations" })).toBeVisible();
  await page.goto("/#/panels");
  const board = page.getByRole("table", { name: "Open panels" });
  await expect(board).toBeVisible();
  for (const width of [1280, 820, 390]) {
    await page.setViewportSize({ width, height: 800 });
    const sideways = await board.evaluate(({ parentElement: frame }) => [
      frame!.scrollWidth - frame!.clientWidth,
      document.documentElement.scrollWidth - innerWidth,
    ]);
    expect(sideways, `at ${width} px`).toEqual([0, 0]);
    expect(await page.evaluate(misplacedTexts), `at ${width} px`).toEqual([]);
  }
});

test("a long word in a question or a name leaves the wrap-up, the scorecard and what is pasted of it in the window", async ({
  page,
}) => {
  const long = "Wolfeschlegelstein".repeat(6);
  const guide = {
    ...sample.guide,
    questions: sample.guide.questions.map((question) => ({
      ...question,
      title: `About ${long}`,
      text: `${long}: ${question.text}`,
    })),
  };
  const guideId = await textToHash(canonicalText(guide));
  const candidate = `Zoë ${long}`;
  const session = { ...sample.session, id: "long", sample: false, status: "wrapUp", candidate, guideId };
  const buffer = Buffer.from(JSON.stringify({ ...sample, session, guide }));
  const wrong: string[] = [];
  const look = async (screen: string) => {
    for (const width of [1280, 820, 390]) {
      wrong.push(...(await sidewaysAt(page, screen, width)));
    }
    await page.setViewportSize({ width: 1280, height: 800 });
  };
  await page.goto("/#/");
  await importFile(page, { name: "a.json", mimeType: "application/json", buffer });
  await page.goto("/#/session/long");
  await expect(page.getByRole("heading", { name: `About ${long}` }).first()).toBeVisible();
  await look("wrap-up");
  await wrapUpAndSubmit(page);
  await look("scorecard");
  await page.goto("/#/session/long/paste");
  await expect(page.getByRole("heading", { name: "Paste into a form" })).toBeVisible();
  await look("paste into a form");
  expect(wrong).toEqual([]);
});

test("long words in names, areas and notes leave each step of a debrief, and the candidates side by side, in the window", async ({
  page,
}) => {
  const long = "Wolfeschlegelstein".repeat(6);
  const lengthen = (text: string) =>
    text.replaceAll(
      /Okafor \(sample\)|Duarte|Weber|Plan for the fix|API|solving|[Tt]he index|can prove/gu,
      long,
    );
  const guides = JSON.parse(lengthen(JSON.stringify(samplePanel.guides))) as readonly unknown[];
  const shownAt = "2026-11-24T10:00:00.000Z";
  const debrief = { ...samplePanel.panel.debrief, startedAt: shownAt, recommendationsShownAt: shownAt };
  const file = { ...samplePanel, panel: { ...samplePanel.panel, id: "long", debrief } };
  const text = lengthen(JSON.stringify({ ...file, guides: [] }))
    .replace('"guides":[]', `"guides":${JSON.stringify(guides)}`)
    .replaceAll('"sample-panel"', '"long"')
    .replaceAll(samplePanel.panel.guideId, await textToHash(canonicalText(guides[0])));
  await page.goto("/#/panels");
  const files = page.getByTestId("scorecard-files");
  await files.setInputFiles({ name: "a.json", mimeType: "application/json", buffer: Buffer.from(text) });
  await expect(page.getByText("1 added")).toBeVisible();
  const wrong: string[] = [];
  for (const [address, shown] of [
    ["/panels/long", "Discuss these first"],
    ["/panels/long/ratings", "Every rating"],
    ["/panels/long/means", "All competencies"],
    ["/panels/long/decision", "Recommendations"],
    ["/panels/compare", "Candidates side by side"],
  ] as const) {
    await page.goto(`/#${address}`);
    await expect(page.getByRole("heading", { name: shown, exact: true })).toBeVisible();
    for (const width of [1280, 390, 320]) {
      wrong.push(...(await sidewaysAt(page, address, width)));
      // A text that is heard alone, or that a pane scrolls away, may lie over another.
      const outside = (await page.evaluate(misplacedTexts)).filter((found) => found.endsWith("outside"));
      wrong.push(...outside.map((found) => `${address} at ${width}: ${found}`));
    }
  }
  expect(wrong).toEqual([]);
});

test("a name of one long word leaves the plan of a panel in the window of the narrowest phone", async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto("/#/panels/new");
  await page.getByLabel("Name of interviewer 1").fill("WOLFESCHLEGELSTEINHAUSENBERGERDORFFENSIS");
  await expect(page.getByText("No questions assigned to:")).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

test("on the board of panels no word of an ordinary name is broken", async ({ page }) => {
  const candidates = ["Krishnamoorthy Balasubramanian", "Maximilian Featherstonehaugh"];
  const interviewers = ["Srinivasaraghavan Venkataraman", "Konstantinos Papadopoulos"];
  for (const candidate of candidates) {
    await page.goto("/#/panels");
    await page.goto("/#/panels/new");
    await page.getByLabel("Candidate", { exact: true }).fill(candidate);
    for (const [at, name] of interviewers.entries())
      await page.getByLabel(`Name of interviewer ${at + 1}`).fill(name);
    for (const at of [3, 4]) {
      await page.getByRole("button", { name: "+ Add an interviewer" }).click();
      await page.getByLabel(`Name of interviewer ${at}`).fill(`Bartholomew Vandenberghe ${at}`);
    }
    await page.getByRole("button", { name: "Assign all" }).click();
    await page.getByRole("button", { name: "Save panel" }).click();
    await expect(page.getByRole("heading", { name: "Invitations" })).toBeVisible();
  }
  await page.goto("/#/panels");
  const board = page.getByRole("table", { name: "Open panels" });
  await expect(board.getByRole("rowheader")).toHaveCount(candidates.length);
  for (const width of [1280, 1000, 820, 390]) {
    await page.setViewportSize({ width, height: 800 });
    const broken = await board.evaluate((table) => {
      const walker = document.createTreeWalker(table, NodeFilter.SHOW_TEXT);
      const words: string[] = [];
      while (walker.nextNode()) {
        const text = walker.currentNode;
        if (text.parentElement!.closest("b, bdi") === null) continue;
        for (const { 0: word, index } of text.textContent!.matchAll(/\S+/gu)) {
          const range = document.createRange();
          range.setStart(text, index);
          range.setEnd(text, index + word.length);
          if (range.getClientRects().length > 1) words.push(word);
        }
      }
      return words;
    });
    expect(broken, `at ${width} px`).toEqual([]);
  }
});

test("in 390 px a role of one long word, beside a name, makes no head of a screen wider than the window", async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/#/plan");
  await page.getByLabel("Candidate", { exact: true }).fill("Priya Raman");
  await page.getByLabel("Interviewer").fill("Jonas Weber");
  await page.getByLabel("Role", { exact: true }).fill("Datenbankverwaltungs".repeat(6));
  await page.getByRole("button", { name: "Start interview" }).click();
  await expect(page).toHaveURL(/session/u);
  await page.goto(`${page.url()}/hand-over`);
  await expect(page.getByRole("heading", { name: "Hand over to another device" })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
});
