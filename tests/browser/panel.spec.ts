import { readFileSync } from "node:fs";
import { expect, type Page } from "@playwright/test";
import { launchAnswering } from "./answering.ts";
import { test } from "./appTest.ts";
import { firefoxLaunch } from "./browsers.ts";
import { downloadBy, toFile } from "./handedOver.ts";
import {
  AT_FIREFOX,
  countClicks,
  interviewAndSubmit,
  interviewAsLead,
  newMachine,
  OTHERS,
  planAndInvite,
  sendByHand,
  untilReceived,
} from "./panelOfFour.ts";
import { areas, expectAccessible, expectSaved, wrapUpAndSubmit, noteField } from "./appPage.ts";

const CANDIDATE = "Priya Raman";
/** Two of one name. */
const NAMES = ["Noor", "Jonas Weber", "Jonas Weber", "Mei Li"];
const QUESTIONS = ["Slow database or API", "Hard technical problem", "Designing a new API"];

/** What each of the four writes, which must be nowhere that it should not be. */
const noteOf = (index: number) => `secret-words-of-interviewer-${index}`;

/** The panels that are led from here and open, with where everybody stands. */
const boardOf = (page: Page) => page.getByRole("table", { name: "Open panels" });

/** Plans the panel with all four, everyone asked the same three questions; the lead interviews as the first. */
async function planPanel(page: Page): Promise<void> {
  await page.goto("/#/panels/new");
  // Typed, not filled: Firefox's driver sets a field past React.
  await page.getByLabel("Candidate", { exact: true }).pressSequentially(CANDIDATE);
  const add = page.getByRole("button", { name: "+ Add an interviewer" });
  await add.click();
  await add.click();
  for (const [index, name] of NAMES.entries()) {
    await page.getByLabel(`Name of interviewer ${index + 1}`).pressSequentially(name);
  }
  await page.getByLabel("Your role").selectOption("Lead and interviewer: Noor");
  for (const question of QUESTIONS) {
    const row = page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: question }) });
    for (const box of await row.getByRole("checkbox").all()) await box.check();
  }
  await page.getByRole("button", { name: "Save panel" }).click();
  await expect(page.getByRole("heading", { name: "Invitations" })).toBeVisible();
}

async function linksOf(page: Page): Promise<readonly string[]> {
  const fields = page.getByLabel(/^Invitation link for/u);
  await expect(fields).toHaveCount(NAMES.length);
  return Promise.all((await fields.all()).map((field) => field.inputValue()));
}

/** Opens the invitation, plans, interviews, wraps up and submits. */
async function interview(page: Page, link: string, index: number): Promise<void> {
  await openInvitation(page, link);
  await expect(page.getByText("This interview is part of a panel,")).toBeVisible();
  await page.getByRole("button", { name: "Start interview" }).click();
  await expect(areas(page).first()).toBeVisible();
  await areas(page).first().getByRole("radio").nth(index).check();
  await noteField(page).pressSequentially(noteOf(index));
  await expectSaved(page);
  await page.getByRole("button", { name: "Finish", exact: true }).click();
  await wrapUpAndSubmit(page);
}

async function openInvitation(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByRole("button", { name: "Plan your interview" }).click();
}

/** @returns all that lies in the page's IndexedDB, as text */
function dumpDatabase(page: Page): Promise<string> {
  return page.evaluate(
    () =>
      new Promise<string>((resolve, reject) => {
        const request = indexedDB.open("interview-scorecard");
        request.onerror = () => reject(request.error ?? new Error("It can't be opened."));
        request.onsuccess = () => {
          const database = request.result;
          const names = [...database.objectStoreNames];
          const transaction = database.transaction(names);
          const stores = names.map((name) => {
            const all = transaction.objectStore(name).getAll();
            return new Promise<unknown>((found) => {
              all.onsuccess = () => found([name, all.result]);
            });
          });
          void Promise.all(stores).then((rows) => {
            database.close();
            resolve(JSON.stringify(rows));
          });
        };
      }),
  );
}

/** Takes every secret key out of the page's IndexedDB, as a backup that was put back has none. */
async function loseKeys(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open("interview-scorecard");
        request.onerror = () => reject(request.error ?? new Error("It can't be opened."));
        request.onsuccess = () => {
          const transaction = request.result.transaction("panelKeys", "readwrite");
          transaction.objectStore("panelKeys").clear();
          transaction.oncomplete = () => {
            request.result.close();
            resolve();
          };
        };
      }),
  );
  await page.reload();
}

test(
  "a panel of four is planned, interviewed and brought together by files alone, and stays sealed until the lead submits",
  { tag: "@firefox" },
  async ({ page, browser }) => {
    test.setTimeout(240_000);
    await planPanel(page);
    const links = await linksOf(page);
    const recovery = await downloadBy(page, "Download recovery file");
    expect(recovery.text).toMatch(/^AGE-SECRET-KEY-1/mu);

    const sealed: { name: string; text: string }[] = [];
    for (const index of [1, 2, 3]) {
      const machine = await newMachine(browser);
      await interview(machine, links[index]!, index);
      const file = await downloadBy(machine, "Encrypted scorecard file");
      expect(file.name).toMatch(/\.age$/u);
      expect(file.text).toContain("BEGIN AGE ENCRYPTED FILE");
      expect(file.text).not.toContain(noteOf(index));
      // Nobody's machine holds the words of another, nor the secret key.
      const dump = await dumpDatabase(machine);
      expect(dump).toContain(noteOf(index));
      for (const other of [0, 1, 2, 3]) if (other !== index) expect(dump).not.toContain(noteOf(other));
      expect(dump).not.toContain("AGE-SECRET-KEY");
      sealed.push(file);
      await machine.context().close();
    }

    // The lead has an open session of the panel while the files come in, with bad ones among them.
    await openInvitation(page, links[0]!);
    await expect(page.getByText("This interview is part of a panel,")).toBeVisible();
    await page.goto("/#/panels");
    const [first, second, third] = sealed as [(typeof sealed)[0], (typeof sealed)[0], (typeof sealed)[0]];
    const lines = first.text.split("\n");
    const flipped = lines.with(
      30,
      lines[30]!.replace(/^./u, (letter) => (letter === "A" ? "B" : "A")),
    );
    await page
      .getByTestId("scorecard-files")
      .setInputFiles([
        toFile(third),
        toFile({ name: "flipped.age", text: flipped.join("\n") }),
        toFile({ name: "short.age", text: [...lines.slice(0, 40), lines.at(-2)].join("\n") }),
        toFile(first),
        toFile({ name: "again.age", text: first.text }),
        toFile({ name: "shopping.txt", text: "milk" }),
        toFile(second),
      ]);
    await expect(page.getByText("3 added · 1 duplicate · 3 not added")).toBeVisible();
    const bad = page.getByRole("list", { name: "Not added" }).getByRole("listitem");
    await expect(bad).toHaveCount(3);
    await expect(bad.filter({ hasText: "flipped.age" })).toContainText("changed or cut short");
    await expect(bad.filter({ hasText: "short.age" })).toContainText("changed or cut short");
    await expect(bad.filter({ hasText: "shopping.txt" })).toContainText("isn’t a file of this app");
    await expect(boardOf(page).getByText("received", { exact: true })).toHaveCount(3);

    // Nothing of the others is on the lead's machine in words: not on the screen, not on the disk, not in an export.
    const shown = await page.locator("body").innerText();
    const dump = await dumpDatabase(page);
    await page.goto("/#/");
    await page.getByRole("link", { name: `Export… ${CANDIDATE}` }).click();
    await page.getByRole("radio", { name: /^Session JSON/u }).check();
    await expect(page.getByLabel("Preview")).toHaveValue(/interview-scorecard\.session/u);
    const exported = await downloadBy(page, "Download");
    await page.goto("/#/");
    for (const text of [shown, dump, exported.text]) {
      for (const other of [1, 2, 3]) expect(text).not.toContain(noteOf(other));
      expect(text).not.toContain("Found the cause by method");
    }
    expect(exported.text).not.toContain("AGE-SECRET-KEY");

    await page.getByRole("link", { name: /^Open Priya Raman/u }).click();
    await page.getByRole("button", { name: "Start interview" }).click();
    await expect(areas(page).first()).toBeVisible();
    await page.getByRole("button", { name: "Finish", exact: true }).click();
    await wrapUpAndSubmitWithoutQuestion(page);
    await page.goto("/#/panels");
    await expect(boardOf(page)).toContainText("Start the debrief");
  },
);

test(
  "a panel of four comes to its debrief by files alone, one from each interviewer",
  { tag: "@long" },
  async ({ page: lead, browser, playwright, baseURL }) => {
    test.setTimeout(300_000);
    const firefox = await launchAnswering(() => playwright.firefox.launch(firefoxLaunch));
    try {
      await countClicks(lead);
      await lead.goto("/#/panels");
      const { plan, links } = await planAndInvite(lead);
      const files = await Promise.all(
        links.map(async (link, index) => {
          const seat = await newMachine(index === AT_FIREFOX ? firefox : browser, baseURL);
          await interviewAndSubmit(seat, link);
          return sendByHand(seat);
        }),
      );
      await lead.goto("/#/panels");
      await lead.getByTestId("scorecard-files").setInputFiles(files);
      await untilReceived(lead, OTHERS.length);
      await interviewAsLead(lead, plan);
    } finally {
      await firefox.close();
    }
  },
);

test(
  "a lost key is taken back from its recovery file, and from no other",
  { tag: "@long" },
  async ({ page }) => {
    await planPanel(page);
    const recovery = await downloadBy(page, "Download recovery file");
    await planPanel(page);
    const others = await downloadBy(page, "Download recovery file");
    const address = page.url();
    await loseKeys(page);
    await expect(page.getByRole("heading", { name: "This panel’s key is not on this device" })).toBeVisible();
    await page.getByRole("link", { name: "go to the panel", exact: true }).click();
    await expect(page.getByText("so encrypted scorecards can’t be opened here")).toBeVisible();
    await expectAccessible(page, "panel without its key");
    await page.getByTestId("scorecard-files").setInputFiles(toFile(recovery));
    await expect(page.getByRole("list", { name: "Not added" })).toContainText("belongs to another panel");
    await page.getByTestId("scorecard-files").setInputFiles(toFile(others));
    await expect(page.getByRole("list", { name: "Received or waiting" })).toContainText("key restored");
    await expect(page.getByText("so encrypted scorecards can’t be opened here")).toBeHidden();
    await page.goto(address);
    await page.reload();
    const [key] = /^AGE-SECRET-KEY-.+$/mu.exec(others.text) ?? [""];
    expect((await downloadBy(page, "Download recovery file")).text).toContain(key);
  },
);

test("a panel that is saved says so, and a key leads to its invitations; a change that is saved leaves one at the button", async ({
  page,
}) => {
  await planPanel(page);
  const said = page.getByRole("status").getByText("Saved", { exact: true });
  await expect(said).toBeVisible();
  const invitations = page.getByRole("heading", { name: "Invitations" });
  await expect(page.getByRole("button", { name: "Invitations" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(invitations).toBeFocused();
  await expect(invitations).toBeInViewport();

  await page.getByRole("textbox", { name: "Role" }).fill("Lead developer");
  await expect(said).toHaveCount(0);
  const button = page.getByRole("button", { name: "Save changes" });
  await button.press("Enter");
  await expect(said).toBeVisible();
  await expect(button).toBeFocused();
});

test("a wrong scorecard is taken out before the debrief starts, and put back; after it none is", async ({
  page,
}) => {
  await page.goto("/#/panels");
  await page.getByRole("button", { name: "Open a sample panel" }).click();
  const seats = page.getByRole("list", { name: "Interviewers" }).getByRole("listitem");
  const jonas = seats.filter({ hasText: "Jonas Weber" });
  await expect(jonas).toContainText("23 of 24 areas assessed");
  await expectAccessible(page, "scorecards that can be taken out");
  await page.getByRole("button", { name: "Remove the scorecard of Jonas Weber" }).click();
  await expect(jonas).toContainText("pending");
  await expect(page.getByText("Removed the scorecard of Jonas Weber.")).toBeVisible();
  await page.reload();
  await expect(jonas).toContainText("pending");
  await page.getByRole("button", { name: "Remove the scorecard of Mei Lin" }).click();
  await expect(page.getByRole("button", { name: "Undo" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(seats.filter({ hasText: "Mei Lin" })).toContainText("23 of 24 areas assessed");
  await page.getByRole("button", { name: "Start debrief" }).click();
  await page.getByRole("button", { name: "Start without them" }).click();
  await expect(page.getByRole("table").first()).toBeVisible();
  await expect(page.getByRole("button", { name: /^Remove/u })).toHaveCount(0);
});

test("a lead's own session is not taken out of its panel", { tag: "@long" }, async ({ page }) => {
  await planPanel(page);
  const [link = ""] = await linksOf(page);
  await interview(page, link, 1);
  await page.goto("/#/panels");
  await boardOf(page).getByRole("link").first().click();
  await expect(page.getByRole("list", { name: "Interviewers" })).toContainText("areas assessed");
  await expect(page.getByRole("button", { name: /^Remove/u })).toHaveCount(0);
});

/** Submits a session in which no question was asked. */
async function wrapUpAndSubmitWithoutQuestion(page: Page): Promise<void> {
  await page.getByRole("radio", { name: "No decision", exact: true }).check();
  await page.getByLabel(/^Summary/u).pressSequentially("The line was dead.");
  await page.getByRole("button", { name: "Submit the scorecard" }).click();
  await page.getByRole("button", { name: "Lock now" }).click();
  await expect(page.getByText("Submitted, read-only")).toBeVisible();
}

test(
  "a damaged or newer invitation plans nothing, and says what to do",
  { tag: "@long" },
  async ({ page }) => {
    await planPanel(page);
    const [link = ""] = await linksOf(page);
    await page.goto(link.slice(0, -30));
    await expect(page.getByRole("heading", { name: "This invitation can’t be opened" })).toBeVisible();
    await expect(page.getByRole("alert")).toContainText("Copy the whole link again");
    await expectAccessible(page, "damaged invitation");

    await page.goto("/#/panels");
    await page.getByRole("link", { name: /^Edit panel/u }).click();
    const file = await downloadBy(page, /^Download invitation file/u);
    await page.goto("/#/invitation");
    const chooser = page.getByTestId("invitation-file");
    await chooser.setInputFiles(
      toFile({ name: "newer.json", text: file.text.replace('"version": 1', '"version": 2') }),
    );
    await expect(page.getByRole("alert")).toContainText("newer version of the app");
    await page.goto("/#/");
    await expect(page.getByRole("heading", { name: /^Run a structured interview/u })).toBeVisible();

    // The same file, whole, is found by the library's import as well.
    await page.getByTestId("import-file").setInputFiles(toFile(file));
    await page.getByRole("link", { name: "Open invitation" }).click();
    await expect(page.getByRole("button", { name: "Plan your interview" })).toBeVisible();
  },
);

test(
  "a scorecard is revised with a reason; first and final are shown, and what was submitted stays",
  { tag: "@long" },
  async ({ page }) => {
    await planPanel(page);
    const [link = ""] = await linksOf(page);
    await interview(page, link, 1);
    const before = await downloadBy(page, "Export JSON");
    await page.getByRole("button", { name: "Revise" }).click();
    const dialog = page.getByRole("dialog", { name: "Revise scorecard" });
    await dialog.getByRole("button", { name: "Save revision" }).click();
    await expect(dialog.getByRole("alert")).toHaveText("Enter a reason for the revision.");
    await dialog.getByLabel("Area to revise").selectOption({ index: 1 });
    await dialog.getByRole("radio", { name: /^4:/u }).check();
    await dialog.getByLabel("Recommendation", { exact: true }).selectOption("Strong yes");
    await dialog.getByLabel("Reason for the revision").fill("Read my notes again.");
    await expectAccessible(page, "revise");
    await dialog.getByRole("button", { name: "Save revision" }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByRole("list", { name: "Revisions" })).toContainText("Read my notes again.");
    await expect(page.getByRole("heading", { name: "Recommendation: strong yes" })).toBeVisible();
    await expect(page.getByText("Submitted as: yes")).toBeVisible();
    await expect(page.getByText("first 2")).toBeVisible();
    await expectAccessible(page, "revised scorecard");

    const after = JSON.parse((await downloadBy(page, "Export JSON")).text) as Record<string, unknown>;
    const { revisions, exportedAt: _at, ...first } = after;
    expect(revisions).toMatchObject([{ reason: "Read my notes again.", recommendation: "strongYes" }]);
    const { exportedAt: _before, ...submitted } = JSON.parse(before.text) as Record<string, unknown>;
    expect(first).toEqual(submitted);
    await page.reload();
    await expect(page.getByText("Submitted as: yes")).toBeVisible();
  },
);

test(
  "a thousand files are cancelled without a trace, and the screen answers meanwhile",
  { tag: "@long" },
  async ({ page }) => {
    await page.goto("/#/panels");
    const sample = JSON.parse(readFileSync("tests/interchange/files/session-v1.json", "utf8")) as {
      readonly session: Record<string, unknown>;
    };
    const files = Array.from({ length: 1000 }, (_, index) => {
      const session = { ...sample.session, id: `s${index}`, interviewer: `Interviewer ${index}` };
      return toFile({ name: `${index}.json`, text: JSON.stringify({ ...sample, session }) });
    });
    const chooser = page.getByTestId("scorecard-files");
    await chooser.setInputFiles(files);
    await page.getByRole("button", { name: "Cancel" }).click();
    await expect(page.getByText("Cancelled. No files were added.")).toBeVisible();
    await expect(page.getByRole("list", { name: "Panels" })).toBeHidden();
    await chooser.setInputFiles(files);
    await expect(page.getByText("1000 added")).toBeVisible({ timeout: 60_000 });
    await expect(page.getByRole("list", { name: "Panels" })).toContainText("1000 of 1000 received");
  },
);

test("a panel is deleted with an undo as long as no scorecard is in; then it goes with its candidate", async ({
  page,
}) => {
  await planPanel(page);
  await page.goto("/#/panels");
  const panels = boardOf(page);
  await page.getByRole("button", { name: /^Delete/u }).click();
  await expect(panels).toBeHidden();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(panels.getByRole("rowheader")).toHaveCount(1);
  await page.getByRole("button", { name: /^Delete/u }).click();
  const text = readFileSync("tests/interchange/files/session-v1.json", "utf8");
  await page.getByTestId("scorecard-files").setInputFiles(toFile({ name: "one.json", text }));
  await expect(page.getByText("1 added")).toBeVisible();
  await page.getByRole("link", { name: /^Delete…/u }).click();
  // It leads to the candidate of the panel that is left; the deleted one was another's.
  await expect(page.getByRole("heading", { name: "Amira Haddad", level: 1 })).toBeVisible();
  const dialog = page.getByRole("dialog", { name: "Delete Amira Haddad" });
  await expect(dialog).toBeVisible();
  await page.reload();
  await expect(page.getByRole("heading", { name: "Amira Haddad", level: 1 })).toBeVisible();
  await expect(dialog).toBeHidden();
  await page.getByRole("link", { name: "Back to candidates" }).click();
  await expect(page.getByText(/panel, deleted .*; backups and files may still contain it/u)).toBeVisible();
});

test("axe finds nothing on the screens of panels", { tag: "@long" }, async ({ page }) => {
  await page.goto("/#/panels");
  await expectAccessible(page, "no panels");
  await page.goto("/#/panels/new");
  await expect(page.getByLabel("Candidate", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Save panel" }).click();
  await expectAccessible(page, "new panel");
  await planPanel(page);
  await expectAccessible(page, "plan of a panel");
  const [link = ""] = await linksOf(page);
  await page.goto("/#/panels");
  await page.getByTestId("scorecard-files").setInputFiles(toFile({ name: "a.age", text: "{" }));
  await expect(page.getByRole("list", { name: "Not added" })).toBeVisible();
  await expectAccessible(page, "panels");
  await page.goto(link);
  await expect(page.getByRole("button", { name: "Plan your interview" })).toBeVisible();
  await expectAccessible(page, "invitation");
  await page.getByRole("button", { name: "Plan your interview" }).click();
  await expect(page.getByText("This interview is part of a panel,")).toBeVisible();
  await expectAccessible(page, "plan of an invited session");
});
