import { read } from "@e965/xlsx";
import { readFileSync } from "node:fs";
import { expect, type Page } from "@playwright/test";
import { test } from "./appTest.ts";
import type { Guide } from "../../src/domain/guides/guide.ts";
import { hashGuide, smallGuide } from "../smallInterview.ts";
import { expectAccessible, importFile, openMore } from "./appPage.ts";

const later: Guide = {
  ...smallGuide,
  introduction: "Ask about one real shift.",
  questions: smallGuide.questions
    .toReversed()
    .map((question) => (question.id === "recipe" ? { ...question, areas: [] } : question)),
};

/** The file of a guide, as a person would choose it. */
function guideFile(guide: Guide) {
  const file = { format: "interview-scorecard.guide", version: 1, exportedAt: "", app: "Test 1", guide };
  return { name: "guide.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(file)) };
}

const guides = (page: Page) => page.getByRole("list", { name: "Guides" }).locator(":scope > li");
const row = (page: Page, title: string) =>
  guides(page).filter({ has: page.getByRole("link", { name: title, exact: true }) });

/** Types the words: React does not hear of a field that Firefox's driver fills. */
async function search(page: Page, words: string): Promise<void> {
  await page.getByRole("searchbox").press("ControlOrMeta+a");
  await page.getByRole("searchbox").press("Delete");
  await page.getByRole("searchbox").pressSequentially(words);
}

async function importGuide(page: Page, guide: Guide): Promise<void> {
  await page.goto("/#/");
  await importFile(page, guideFile(guide));
  await expect(page).toHaveURL(/#\/guides$/u);
}

/** Puts a row into the database, and opens the page anew. */
async function putRow(page: Page, store: string, value: object): Promise<void> {
  await page.evaluate(
    ([name, content]) =>
      new Promise<void>((resolve) => {
        const request = indexedDB.open("interview-scorecard");
        request.onsuccess = () => {
          const transaction = request.result.transaction(name, "readwrite");
          transaction.objectStore(name).put(content);
          transaction.oncomplete = () => {
            request.result.close();
            resolve();
          };
        };
      }),
    [store, value] as const,
  );
  await page.reload();
}

/** Gives the small guide a second version, as an edit does. */
async function addVersion(page: Page): Promise<void> {
  const first = hashGuide(smallGuide);
  const savedAt = Date.now() + 60_000;
  const second = { id: hashGuide(later), guide: later, previousId: first, lineId: first, savedAt };
  await putRow(page, "guides", second);
}

async function twoVersions(page: Page): Promise<void> {
  await importGuide(page, smallGuide);
  await addVersion(page);
  await expect(row(page, "Night baker")).toContainText("2 versions");
}

test(
  "a guide is found by a word in an area, also one that was not opened yet, and read as a whole",
  { tag: "@firefox" },
  async ({ page }) => {
    await page.goto("/");
    await page.getByRole("link", { name: "Guides" }).click();
    await expect(guides(page)).toHaveCount(6);
    await importGuide(page, smallGuide);
    await search(page, "trial");
    await expect(row(page, "Night baker")).toContainText("Area The trials");
    await expect(row(page, "Data engineer")).toHaveCount(0);
    await search(page, "barrier MARKUP");
    await expect(row(page, "Frontend developer")).toBeVisible();
    await search(page, "zebra crossing");
    await expect(page.getByText("No guides match.")).toBeVisible();

    await search(page, "");
    await page.getByLabel("Competency").selectOption("Dough");
    await expect(guides(page)).toHaveCount(1);
    await page.getByRole("combobox", { name: "Role", exact: true }).selectOption("Baker");
    await page.getByRole("link", { name: "Night baker", exact: true }).last().click();
    await expect(page.getByText("Tell me about a recipe you made.")).toBeVisible();
    await page.getByRole("button", { name: "Expand all" }).click();
    for (const text of [
      "The trials",
      "How did you know?",
      "shows how it was proved",
      "blames the shift before",
      "It was touched on.",
      "Who opened the door?",
      "Ask about teaching.",
    ])
      await expect(page.getByText(text)).toBeVisible();
    await page.getByRole("link", { name: "Plan an interview" }).click();
    await expect(page.getByLabel("Guide", { exact: true })).toHaveValue(hashGuide(smallGuide));
  },
);

test(
  "two versions are compared in words, and an older one is made the newest again",
  { tag: "@firefox" },
  async ({ page }) => {
    await twoVersions(page);
    await page.getByRole("link", { name: "Night baker", exact: true }).click();
    await expect(page.getByText("version 2 of 2")).toBeVisible();
    await page.getByRole("link", { name: "History 2" }).click();
    await expect(page.getByText("4 differences")).toBeVisible();
    await expect(page.getByRole("deletion").first()).toHaveText("removed: night");
    await expect(page.getByRole("insertion").first()).toHaveText("added: shift");
    await expect(page.getByText("The trials")).toBeVisible();
    await expect(page.getByText(/from place \d to \d/u)).toHaveCount(2);
    await page.getByLabel("From").selectOption({ index: 0 });
    await expect(page.getByText("These are the same version.")).toBeVisible();

    await page.getByRole("link", { name: "Version 1" }).click();
    await expect(page.getByText("This is an older version.")).toBeVisible();
    await expect(page.getByText("Ask about one real night.")).toBeVisible();
    await page.getByRole("button", { name: "Make this the newest version" }).click();
    await expect(page.getByText("This is an older version.")).toBeHidden();
    await page.goto("/#/plan");
    const offered = page.getByLabel("Guide", { exact: true }).locator("option", { hasText: "Night baker" });
    await expect(offered).toHaveCount(1);
    await expect(offered).toHaveAttribute("value", hashGuide(smallGuide));
  },
);

test("a plan keeps its version when there is a newer one", async ({ page }) => {
  await importGuide(page, smallGuide);
  await row(page, "Night baker").getByRole("link", { name: "Plan an interview" }).click();
  await page.getByLabel("Candidate", { exact: true }).fill("Priya Raman");
  await page.getByLabel("Interviewer").fill("Jonas Weber");
  await page.getByRole("button", { name: "Save for later" }).click();
  await expect(page.getByRole("heading", { name: "Interviews", level: 1 })).toBeVisible();
  await addVersion(page);
  await page.getByRole("link", { name: "Open Priya Raman" }).click();
  const guide = page.getByLabel("Guide", { exact: true });
  await expect(guide).toHaveValue(hashGuide(smallGuide));
  await expect(guide.locator("option", { hasText: "Night baker" })).toHaveText([
    "Night baker",
    "Night baker (version used here)",
  ]);
});

test("a guide that is archived is not offered for a plan, and comes back", async ({ page }) => {
  await page.goto("/#/guides");
  await page.getByRole("button", { name: "Archive Data engineer" }).click();
  await expect(guides(page)).toHaveCount(5);
  await page.getByRole("button", { name: "Archive Product manager" }).click();
  await page.goto("/#/plan");
  const options = page.getByLabel("Guide", { exact: true }).locator("option");
  await expect(options).toHaveCount(4);
  await page.goto("/#/guides");
  await page.getByLabel("Show archived (2)").check();
  await page.getByRole("button", { name: "Unarchive Data engineer" }).click();
  await expect(page.getByLabel("Show archived (1)")).toBeVisible();
  await page.goto("/#/plan");
  await expect(options).toHaveCount(5);
});

test("what was archived or deleted is undone at once, with the key that is under the finger", async ({
  page,
}) => {
  await importGuide(page, smallGuide);
  await page.getByRole("button", { name: "Archive Night baker" }).click();
  await expect(page.getByText("Archived Night baker.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Undo" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(row(page, "Night baker")).toBeVisible();
  await page.getByRole("button", { name: "Delete Night baker" }).click();
  await expect(row(page, "Night baker")).toHaveCount(0);
  await search(page, "design");
  await expect(page.getByRole("searchbox")).toBeFocused();
  await expect(page.getByRole("searchbox")).toHaveValue("design");
  await search(page, " ");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(row(page, "Night baker")).toBeVisible();
});

test("a guide that a session uses can't be deleted", async ({ page }) => {
  await importGuide(page, smallGuide);
  await expect(page.getByRole("button", { name: "Delete Night baker" })).toBeVisible();
  await row(page, "Night baker").getByRole("link", { name: "Plan an interview" }).click();
  await page.getByLabel("Candidate", { exact: true }).fill("Priya Raman");
  await page.getByLabel("Interviewer").fill("Jonas Weber");
  await page.getByRole("button", { name: "Save for later" }).click();
  await expect(page.getByRole("heading", { name: "Interviews", level: 1 })).toBeVisible();
  await page.goto("/#/guides");
  await expect(row(page, "Night baker")).toBeVisible();
  await expect(page.getByRole("button", { name: "Delete Night baker" })).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Archive Night baker" })).toBeVisible();
});

test("a guide that was exported is the same version where it is imported", async ({
  page,
  browser,
  baseURL,
}) => {
  await importGuide(page, smallGuide);
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export Night baker" }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe("Night-baker_guide.json");
  const buffer = readFileSync(await download.path());

  const context = await browser.newContext({ baseURL: baseURL! });
  const other = await context.newPage();
  await other.goto("/#/");
  const file = { name: "from-a-colleague.json", mimeType: "application/json", buffer };
  const broken = Buffer.from('{"format":"interview-scorecard.guide"}');
  await importFile(other, [file, { ...file, buffer: broken }]);
  await expect(other.getByText("Can’t be imported:")).toBeVisible();
  await other.getByRole("region", { name: "Import" }).getByRole("link", { name: "Night baker" }).click();
  await expect(other).toHaveURL(new RegExp(`#/guides/${hashGuide(smallGuide)}$`, "u"));
  await expect(other.getByRole("heading", { level: 1 })).toHaveText("Night baker");
  await context.close();
});

test("a guide goes out as an XLSForm and as a rubric of CASE", { tag: "@long" }, async ({ page }) => {
  await importGuide(page, smallGuide);
  await page.goto(`/#/guides/${hashGuide(smallGuide)}`);
  const take = async (name: string) => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      openMore(page).then(() => page.getByRole("button", { name }).click()),
    ]);
    return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
  };
  const form = await take("Export XLSForm");
  expect(form.name).toBe("Night-baker_guide.xlsx");
  expect(read(form.bytes).SheetNames).toEqual(["survey", "choices", "settings"]);
  const rubric = await take("Export CASE rubric");
  expect(rubric.name).toBe("Night-baker_rubric.json");
  expect(JSON.parse(rubric.bytes.toString())).toMatchObject({ title: "Night baker" });
  await expectAccessible(page, "guide");
});

test("questions are taken into the draft of another guide, and into a new one", async ({ page }) => {
  await importGuide(page, smallGuide);
  await page.getByRole("link", { name: "Night baker", exact: true }).last().click();
  await page.getByRole("checkbox", { name: "Select: A failed batch" }).check();
  await page.getByRole("checkbox", { name: "Select: An apprentice" }).check();
  await page.getByLabel("Copy to").selectOption("Data engineer");
  await page.getByRole("button", { name: "Copy", exact: true }).click();
  await expect(page.getByText("2 questions were copied to the draft of “Data engineer”.")).toBeVisible();
  await page.getByRole("checkbox", { name: "Select: An apprentice" }).check();
  await page.getByRole("button", { name: "Copy", exact: true }).click();
  await expect(page.getByText("Already there, and not copied again: An apprentice.")).toBeVisible();
  await page.getByRole("checkbox", { name: "Select: A new recipe" }).check();
  await page.getByLabel("Copy to").selectOption("A new guide");
  await page.getByRole("button", { name: "Copy", exact: true }).click();
  await expect(page.getByRole("link", { name: "Open draft" })).toBeVisible();

  await page.getByRole("link", { name: "Back to guides" }).click();
  await expect(row(page, "Data engineer")).toContainText("Has a draft");
  await expect(row(page, "Data engineer")).toContainText("12 questions");
  const drafts = page.getByRole("region", { name: "Drafts" });
  await expect(drafts).toContainText("Untitled guide");
  await expect(drafts).toContainText("1 question");
  await page.getByRole("button", { name: "Delete Untitled guide" }).click();
  await expect(drafts).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(drafts).toContainText("Untitled guide");
});

test(
  "questions are not taken into a guide that another tab is editing",
  { tag: "@long" },
  async ({ page, context }) => {
    const editor = await context.newPage();
    await editor.goto("/#/guides");
    await editor.getByRole("link", { name: "Edit Data engineer" }).click();
    await expect(editor.getByLabel("Question text")).toBeVisible();
    await page.goto("/#/guides");
    await page.getByRole("link", { name: "Backend developer", exact: true }).click();
    await page.getByRole("checkbox").first().check();
    await page.getByLabel("Copy to").selectOption("Data engineer");
    await page.getByRole("button", { name: "Copy", exact: true }).click();
    await expect(page.getByRole("alert")).toContainText("open in the editor in another tab");
  },
);

test(
  "a guide is found, opened and compared from the keyboard alone",
  { tag: "@firefox" },
  async ({ page }) => {
    await twoVersions(page);
    await page.getByRole("searchbox").focus();
    await page.keyboard.type("trials zebra");
    const tabTo = async (name: string, key = "Tab") => {
      const wanted = page.locator(":focus").filter({ hasText: name });
      for (let steps = 0; steps < 40; steps++) {
        await page.keyboard.press(key);
        // Firefox's driver answers before the focus has moved.
        await page.waitForTimeout(50);
        if ((await wanted.count()) > 0) return;
      }
      throw new Error(`The Tab key does not come to ${name}`);
    };
    await expect(page.getByText("No guides match.")).toBeVisible();
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type("proved door");
    await expect(guides(page)).toHaveCount(1);
    await tabTo("Night baker");
    await page.keyboard.press("Enter");
    await expect(page.getByText("version 2 of 2")).toBeVisible();
    await tabTo("History");
    await page.keyboard.press("Enter");
    await expect(page.getByText("4 differences")).toBeVisible();
    await tabTo("Guide", "Shift+Tab");
    await page.keyboard.press("Enter");
    await tabTo("Expand all");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    await expect(page.getByText("1 question selected")).toBeVisible();
    await tabTo("Copy");
    await page.keyboard.press("Enter");
    await expect(page.getByText("1 question was copied to the draft of a new guide.")).toBeVisible();
    await expect(page.getByRole("link", { name: "Open draft" })).toBeFocused();
  },
);

test("an address of a guide that is not here says so", async ({ page }) => {
  await page.goto("/#/guides/none");
  await expect(page.getByRole("heading", { name: "This guide is not on this device" })).toBeVisible();
  await page.getByRole("link", { name: "Back to guides" }).click();
  await expect(guides(page)).toHaveCount(6);
});

test("axe finds nothing on the screens of guides", { tag: "@long" }, async ({ page }) => {
  await twoVersions(page);
  await page.goto("/#/");
  const broken = Buffer.from('{"format":"interview-scorecard.guide"}');
  await page.getByTestId("import-file").setInputFiles({ ...guideFile(later), buffer: broken });
  await expect(page.getByText("Can’t be imported:")).toBeVisible();
  await page.getByRole("button", { name: "Archive Product manager" }).click();
  await page.getByLabel("Show archived (1)").check();
  await search(page, "a");
  await expect(guides(page)).toHaveCount(7);
  await expectAccessible(page, "guides");
  await page.getByRole("link", { name: "Night baker", exact: true }).click();
  await page.getByRole("button", { name: "Expand all" }).click();
  await page.getByRole("checkbox").first().check();
  await expectAccessible(page, "guide");
  await page.getByRole("button", { name: "Copy", exact: true }).click();
  await page.getByRole("link", { name: "History 2" }).click();
  await expect(page.getByText("4 differences")).toBeVisible();
  await expectAccessible(page, "history");
  await page.getByRole("link", { name: "Version 1" }).click();
  await expectAccessible(page, "older version");
});

test("nothing is cut off in 360 px, with very long names", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  const long = "Wolfeschlegelsteinhausenbergerdorff".repeat(3);
  await importGuide(page, {
    ...smallGuide,
    title: long,
    role: long,
    competencies: smallGuide.competencies.map((competency) => ({
      ...competency,
      name: `${long} ${competency.id}`,
    })),
  });
  const noSideways = async (screen: string) => {
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(over, screen).toBeLessThanOrEqual(0);
  };
  await noSideways("guides");
  await page.getByRole("link", { name: long, exact: true }).last().click();
  await page.getByRole("button", { name: "Expand all" }).click();
  await page.getByRole("checkbox").first().check();
  await noSideways("guide");
  await page.getByRole("link", { name: "History 1" }).click();
  await expect(page.getByText("This is the only version.")).toBeVisible();
  await noSideways("history");
});
