import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import { test } from "./appTest.ts";
import { pdfFile } from "../interchange/guideText/pdfFile.ts";
import { readControls } from "./accessibilityTree.ts";
import { areas, expectAccessible } from "./appPage.ts";

const file = (name: string) => join(import.meta.dirname, "files", name);

/** The same guide in every form: two questions with five areas and three follow-ups. */
const counted = "2 questions · 5 areas · 3 follow-ups";

const html = `<h1>Night baker</h1><p>We bake while the town is asleep.</p><h2>Interview questions</h2>
<h3>Tell me about a batch that failed. What did you do next?</h3><p><b>Areas to cover</b>
<ul><li>How the fault was noticed<li>What was thrown away<li>What changed for the next night</ul>
<p><b>Follow-up questions</b><ul><li>Who did you tell?<li>What did it cost?</ul>
<h3>Describe a night when you were one pair of hands short.</h3><p><b>Areas to cover</b>
<ul><li>What was left out<li>How the others were asked</ul><p><b>Follow-up questions</b>
<ul><li>What would you keep of that night?</ul>`;

const markdown = `# Night baker

## Interview questions

1. Tell me about a batch that failed. What did you do next?

   **Areas to cover**
   - How the fault was noticed
   - What was thrown away
   - What changed for the next night

   **Follow-up questions**
   - Who did you tell?
   - What did it cost?

2. Describe a night when you were one pair of hands short.

   **Areas to cover**
   - What was left out
   - How the others were asked

   **Follow-up questions**
   - What would you keep of that night?
`;

/** The same on a page: a head in larger letters, and lines one below the other. */
const printed = markdown
  .replaceAll("*", "")
  .split("\n")
  .map((text, index) => ({
    text: text.replace(/^#+ /u, "").trim(),
    x: 60 + 6 * (text.length - text.trimStart().length),
    y: 800 - 15 * index,
    size: text.startsWith("#") ? 18 : 11,
  }))
  .filter(({ text }) => text !== "");

async function openBringIn(page: Page): Promise<void> {
  await page.goto("/#/guides/bring-in");
  await expect(page.getByRole("textbox", { name: "Your questions" })).toBeVisible();
}

/** Pastes as a browser does that copied a page: rich text beside plain text. */
async function paste(page: Page, rich: string, plain: string): Promise<void> {
  await page.getByRole("textbox", { name: "Your questions" }).evaluate(
    (field, [asHtml, asText]) => {
      const clipboardData = new DataTransfer();
      if (asHtml) clipboardData.setData("text/html", asHtml);
      clipboardData.setData("text/plain", asText ?? "");
      field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    },
    [rich, plain],
  );
}

/** A hundred questions, each with three areas. */
const longText = Array.from(
  { length: 100 },
  (_, at) =>
    `${at + 1}. How did you find the cause of fault number ${at + 1}?\n\nWhat to listen for:\n\n` +
    `- Reads the log first\n- Checks the result once more\n- Names what it costs\n`,
).join("\n");

const lines = (page: Page) => page.getByRole("list", { name: "Line by line" }).getByRole("button");

test(
  "a page copied in the browser is in a session within a few presses",
  { tag: "@firefox" },
  async ({ page }) => {
    await page.goto(`data:text/html,${encodeURIComponent(html)}`);
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.press("ControlOrMeta+c");
    await openBringIn(page);
    await page.getByRole("textbox", { name: "Your questions" }).focus();
    await page.keyboard.press("ControlOrMeta+v");
    await expect(page.getByText(counted)).toBeVisible();
    await expect(lines(page).first()).toContainText("Title");
    await page.getByRole("textbox", { name: "Role" }).focus();
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type("Baker");
    await page.getByRole("button", { name: "Save guide" }).click();
    await expect(page.getByRole("combobox", { name: "Guide" })).toContainText("Night baker");
    await expect(page.getByRole("textbox", { name: "Role" })).toHaveValue("Baker");
    await page.getByLabel("Candidate", { exact: true }).fill("Ada Example");
    await page.getByLabel("Interviewer").fill("Bo Example");
    await page.getByRole("button", { name: "Start interview" }).click();
    await expect(page.getByText("Tell me about a batch that failed.").first()).toBeVisible();
  },
);

test(
  "a Word file, a PDF, a Markdown file and a web page give the same guide",
  { tag: "@firefox" },
  async ({ page }) => {
    const files = [
      { name: "night-baker.docx", buffer: readFileSync(file("night-baker.docx")) },
      { name: "night-baker.pdf", buffer: Buffer.from(pdfFile([printed])) },
      { name: "night-baker.md", buffer: Buffer.from(markdown) },
      { name: "night-baker.html", buffer: Buffer.from(html) },
    ];
    await openBringIn(page);
    for (const { name, buffer } of files) {
      await page
        .getByTestId("guide-file")
        .setInputFiles({ name, buffer, mimeType: "application/octet-stream" });
      await expect(page.getByText(counted), name).toBeVisible();
      await page.getByRole("button", { name: "Start over" }).click();
    }
  },
);

test("a line is put right with one key, several with Shift, and the draft follows", async ({ page }) => {
  await openBringIn(page);
  await paste(page, "", markdown);
  await expect(page.getByText(counted)).toBeVisible();
  const lastLine = lines(page).last();
  await expect(lastLine).toContainText("Follow-up of question 2");
  await lastLine.focus();
  await page.keyboard.press("a");
  await expect(page.getByText("2 questions · 6 areas · 2 follow-ups")).toBeVisible();
  await expect(lastLine).toContainText("Area of question 2 · yours");
  await page.keyboard.press("Backspace");
  await expect(page.getByText(counted)).toBeVisible();

  // Both areas of the second question, with the keys alone.
  await lines(page).filter({ hasText: "What was left out" }).focus();
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("x");
  await expect(page.getByText("2 questions · 3 areas · 3 follow-ups")).toBeVisible();
  await expect(lines(page).filter({ hasText: "How the others were asked" })).toContainText("Ignore · yours");

  // By the pointer.
  await lines(page).filter({ hasText: "What was left out" }).click();
  await page.getByRole("button", { name: "Question Q" }).click();
  await expect(page.getByText("3 questions ·")).toBeVisible();
});

test("a correction is made of all lines like it with one key, and undone with one", async ({ page }) => {
  await openBringIn(page);
  await paste(page, "", markdown);
  await expect(page.getByText(counted)).toBeVisible();
  await lines(page).filter({ hasText: "Who did you tell?" }).focus();
  await page.keyboard.press("a");
  await expect(page.getByRole("button", { name: "All 2 like this: Area L" })).toBeVisible();
  await expect(lines(page).filter({ hasText: "What did it cost?" })).toContainText("like it");
  await page.keyboard.press("l");
  await expect(page.getByText("2 questions · 8 areas · 0 follow-ups")).toBeVisible();
  await expect(page.getByText("2 corrections")).toBeVisible();
  await page.keyboard.press("u");
  await expect(page.getByText("2 questions · 6 areas · 2 follow-ups")).toBeVisible();
  await page.keyboard.press("u");
  await expect(page.getByText(counted)).toBeVisible();
});

const helpPage = Array.from(
  { length: 9 },
  (_, index) => `## Where do you leave bread number ${index}?\n\nAt the door, before seven in the morning.\n`,
).join("\n");

test("a page that is no guide says so, offers nothing, and is read anyway for whoever asks for it", async ({
  page,
}) => {
  await openBringIn(page);
  await paste(page, "", helpPage);
  await expect(page.getByText("This does not look like an interview guide.")).toBeVisible();
  await expect(page.getByText("No question was detected yet.")).toBeVisible();
  await expectAccessible(page, "a page that is no guide");
  await page.getByRole("button", { name: "Read it anyway" }).click();
  await expect(page.getByText("9 questions · 0 areas · 0 follow-ups")).toBeVisible();
  await expect(page.getByText("This does not look like an interview guide.")).toBeHidden();
});

test("a list of knowledge is offered where its file says that it is one of interview questions", async ({
  page,
}) => {
  await openBringIn(page);
  const study = Array.from({ length: 12 }, (_, at) => `${at + 1}. What is flour ${at + 1} made of?`);
  const buffer = Buffer.from(["# Flours", "", ...study, "", "Flour is kept in the cellar."].join("\n"));
  const choose = (name: string) =>
    page.getByTestId("guide-file").setInputFiles({ name, buffer, mimeType: "text/markdown" });
  await choose("flours.md");
  await expect(page.getByText("This does not look like an interview guide.")).toBeVisible();
  await page.getByRole("button", { name: "Start over" }).click();
  await choose("baker-interview-questions.md");
  await expect(page.getByText("12 questions · 0 areas")).toBeVisible();
});

test("several files make several drafts, and one that cannot be read stops no other", async ({ page }) => {
  await openBringIn(page);
  await page.getByTestId("guide-file").setInputFiles([
    { name: "baker.md", buffer: Buffer.from(markdown), mimeType: "text/markdown" },
    { name: "help.md", buffer: Buffer.from(helpPage), mimeType: "text/markdown" },
    { name: "page.html", buffer: Buffer.from(html), mimeType: "text/html" },
  ]);
  await expect(page.getByRole("heading", { name: "Drafts of 2 of 3 files" })).toBeVisible();
  await expect(page.getByText("help.md: This does not look like an interview guide.")).toBeVisible();
  await expectAccessible(page, "several files");
  await page.getByRole("link", { name: "page.html" }).click();
  await expect(page.getByLabel("Question text")).toHaveValue(/^Tell me about a batch/u);
});

test("a bare list of questions can be rated: each gets the answer as a whole", async ({ page }) => {
  await openBringIn(page);
  await paste(page, "", "1. Tell me about a batch that failed.\n2. Describe a night without help.\n");
  await expect(page.getByText("2 questions · 0 areas · 0 follow-ups")).toBeVisible();
  await expect(page.getByLabel(/^Add the area “The answer as a whole” to the 2 questions/u)).toBeChecked();
  await page.getByRole("button", { name: "Save guide" }).click();
  await page.getByLabel("Candidate", { exact: true }).fill("Ada Example");
  await page.getByLabel("Interviewer").fill("Bo Example");
  await page.getByRole("button", { name: "Start interview" }).click();
  await expect(areas(page)).toHaveCount(1);
  await expect(areas(page)).toContainText("The answer as a whole");
});

test("what was read can be gone on with in the editor", async ({ page }) => {
  await openBringIn(page);
  await paste(page, "", markdown);
  await page.getByRole("button", { name: "Edit guide" }).click();
  await expect(page.getByLabel("Question text")).toHaveValue(/^Tell me about a batch/u);
});

test("what cannot be read is said, and nothing is stored", async ({ page }) => {
  await openBringIn(page);
  const choose = (name: string, text: string) =>
    page
      .getByTestId("guide-file")
      .setInputFiles({ name, buffer: Buffer.from(text, "latin1"), mimeType: "application/octet-stream" });
  await choose("guide.docx", "this is no zip");
  await expect(page.getByRole("alert")).toContainText("no Word document");
  await choose("guide.pdf", "%PDF-1.7");
  await expect(page.getByRole("alert")).toContainText("This is no PDF, or it is damaged.");
  await choose("guide.odt", "PK\u0003\u0004");
  await expect(page.getByRole("alert")).toContainText("This kind of file can’t be read");
  await paste(page, "", "Nothing but a sentence on bread.");
  await expect(page.getByText("No question was detected yet.")).toBeVisible();
  await expect(page.getByText("Add at least one question.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Save guide" })).toBeDisabled();
});

test("a text that is brought in is held to what the editor holds a guide to, and says what is missing", async ({
  page,
}) => {
  await openBringIn(page);
  await paste(page, "", markdown);
  const save = page.getByRole("button", { name: "Save guide" });
  const title = page.getByRole("textbox", { name: "Title" });
  await expect(save).toBeEnabled();
  await title.fill("  ");
  await expect(page.getByText("Enter a title. People find the guide by it.")).toBeVisible();
  await expect(title).toHaveAttribute("aria-invalid", "true");
  await expect(save).toBeDisabled();
  await title.fill("  Day baker ");
  await save.click();
  await expect(page.getByRole("combobox", { name: "Guide" })).toContainText("Day baker");
  await page.goto("/#/guides");
  await expect(page.getByText("Day baker", { exact: true }).first()).toBeVisible();
});

test("a guide file from another device goes through the one door, and is previewed among the guides", async ({
  page,
}) => {
  await openBringIn(page);
  await page.getByTestId("guide-file").setInputFiles("tests/interchange/files/guide-v1.json");
  await expect(page).toHaveURL(/#\/guides$/u);
  const preview = page.getByRole("region", { name: "Import" });
  await expect(preview).toContainText("New guide:");
  await preview.getByRole("button", { name: "Import" }).click();
  await preview.getByRole("link", { name: "Plan an interview with it" }).click();
  await expect(page).toHaveURL(/#\/plan\/with\//u);
});

test("bringing in a guide is accessible, light and dark", async ({ page }) => {
  await openBringIn(page);
  await expectAccessible(page, "bring in");
  await paste(page, html, "");
  await expect(page.getByText(counted)).toBeVisible();
  await expectAccessible(page, "lines");
});

test("a screen reader is given every line of a long text, also those far below what is in view", async ({
  page,
}) => {
  await openBringIn(page);
  await paste(page, "", longText);
  await expect(lines(page)).toHaveCount(500);
  const names = (await readControls(page)).map(({ name }) => name);
  expect(names.filter((name) => name.includes("Names what it costs"))).toHaveLength(100);
});
