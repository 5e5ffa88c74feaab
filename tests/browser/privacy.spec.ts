import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, type Locator, type Page } from "@playwright/test";
import canonicalize from "canonicalize";
import sampleSession from "../../data/samples/session.json" with { type: "json" };
import {
  areas,
  expectAccessible,
  expectSaved,
  importFile,
  noteField,
  overrideAndDelete,
  planForLater,
  startInterview,
  submitInWrapUp,
  wrapUpAndSubmit,
} from "./appPage.ts";
import { test } from "./appTest.ts";

const NAME = "Zuberi Quist";
const NOTE = "xylophone";

/** @returns the places of the origin in which one of the words is found: stores, caches, files */
function placesWith(page: Page, words: readonly string[]): Promise<readonly string[]> {
  return page.evaluate(async (wanted) => {
    const found: string[] = [];
    const look = (place: string, text: string) => {
      if (wanted.some((word) => text.toLowerCase().includes(word.toLowerCase()))) found.push(place);
    };
    const result = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error("It can't be read."));
      });
    for (const { name = "" } of await indexedDB.databases()) {
      const database = await result(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        const read = database.transaction(store).objectStore(store);
        const [keys, rows] = await Promise.all([result(read.getAllKeys()), result(read.getAll())]);
        look(`store ${store}`, JSON.stringify([keys, rows]));
      }
      database.close();
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        look(`cache ${request.url}`, request.url + (await (await cache.match(request))!.text()));
      }
    }
    look("localStorage", JSON.stringify(localStorage));
    look("sessionStorage", JSON.stringify(sessionStorage));
    const textOf = (file: File) =>
      file.name.endsWith(".gz")
        ? new Response(file.stream().pipeThrough(new DecompressionStream("gzip"))).text()
        : file.text();
    const filesIn = async (directory: FileSystemDirectoryHandle): Promise<[string, string][]> => {
      const files: [string, string][] = [];
      for await (const entry of directory.values()) {
        if (entry.kind === "directory") files.push([entry.name, ""], ...(await filesIn(entry)));
        else files.push([entry.name, await textOf(await entry.getFile())]);
      }
      return files;
    };
    const root = await navigator.storage.getDirectory();
    // The app puts copies in each other's place meanwhile: what is gone when it is to be read may have got another name.
    const files = await (async function again(): Promise<[string, string][]> {
      try {
        return await filesIn(root);
      } catch (error) {
        if (error instanceof DOMException && error.name === "NotFoundError") return again();
        throw error;
      }
    })();
    for (const [name, text] of files) {
      look(`name ${name}`, name);
      look(`file ${name}`, text);
    }
    return found;
  }, words);
}

/** Watches the titles that a page has, which browsers keep in their history. @returns them, as they come */
async function watchTitles(page: Page): Promise<ReadonlySet<string>> {
  const titles = new Set<string>();
  await page.exposeFunction("tellTitle", (title: string) => titles.add(title));
  await page.addInitScript(() => {
    const tell = () => (Reflect.get(window, "tellTitle") as (title: string) => void)(document.title);
    new MutationObserver(tell).observe(document, { subtree: true, childList: true, characterData: true });
  });
  return titles;
}

/** Begins an interview and writes a note. */
async function begin(page: Page, candidate: string): Promise<void> {
  await startInterview(page, candidate);
  await areas(page).first().getByRole("radio").nth(3).check();
  await noteField(page).pressSequentially(NOTE);
  await expectSaved(page);
}

/** Interviews, writes a note and submits. */
async function interview(page: Page, candidate: string): Promise<void> {
  await begin(page, candidate);
  await page.getByRole("button", { name: "Finish", exact: true }).click();
  await wrapUpAndSubmit(page);
}

function rowOf(page: Page, candidate: string): Locator {
  return page
    .getByRole("list", { name: "Candidates" })
    .getByRole("listitem")
    .filter({ hasText: candidate })
    .first();
}

async function openCandidates(page: Page): Promise<void> {
  await page.goto("/#/candidates");
  await expect(page.getByRole("heading", { name: "Candidates" })).toBeVisible();
}

test(
  "the audit log says what was taken back, rated, revised and exported, with old and new values, and goes with its candidate",
  { tag: "@long" },
  async ({ page }) => {
    await begin(page, NAME);
    await page.getByRole("button", { name: "Finish", exact: true }).click();
    await submitInWrapUp(page);
    await page.getByRole("button", { name: "Take back" }).click();
    await wrapUpAndSubmit(page);
    await page.getByRole("button", { name: "Revise" }).click();
    await page.getByLabel("Recommendation", { exact: true }).selectOption({ label: "No" });
    await page.getByLabel("Reason for the revision").fill(`Read the ${NOTE} again`);
    await page.getByRole("button", { name: "Save revision" }).click();
    await expect(page.getByRole("list", { name: "Revisions" })).toContainText(NOTE);
    await openCandidates(page);
    await page.getByRole("link", { name: NAME }).click();
    const saveLog = async () => {
      const [file] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name: "Save audit log" }).click(),
      ]);
      return readFileSync(await file.path(), "utf8");
    };
    await saveLog();
    await expect(page.getByRole("listitem").filter({ hasText: "Audit log (CSV)" })).toBeVisible();
    const rows = (await saveLog()).trim().split("\r\n").slice(1);
    const inOrder = [
      /Submission taken back,Jonas Weber/u,
      /Interview submitted,Jonas Weber/u,
      /Rating submitted,Jonas Weber,.*,4 Strong,/u,
      /Recommendation submitted,Jonas Weber,,,,yes,/u,
      /Recommendation revised,Jonas Weber,,,yes,no,Read the xylophone again/u,
      /File exported,device user,,,,Audit log \(CSV\),/u,
    ].map((line) => rows.findIndex((row) => line.test(row)));
    expect(inOrder).not.toContain(-1);
    expect(inOrder).toEqual(inOrder.toSorted((a, b) => a - b));
    expect(await placesWith(page, ["takenBack"])).toContain("store auditEntries");
    await overrideAndDelete(page, NAME);
    expect(await placesWith(page, ["takenBack", "zuberi", "quist", NOTE])).toEqual([]);
  },
);

test("of a deleted candidate nothing is left in any store, cache or file, and an old session file does not bring it back", async ({
  page,
}) => {
  const titles = await watchTitles(page);
  await interview(page, NAME);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Export JSON" }).click(),
  ]);
  const file = {
    name: "old.json",
    mimeType: "application/json",
    buffer: readFileSync(await download.path()),
  };
  expect(file.buffer.toString()).toContain(NAME);
  const before = await placesWith(page, ["zuberi", "quist", NOTE]);
  expect(before).toEqual(expect.arrayContaining(["store sessions", "store answers"]));
  // The submit has a copy made.
  await expect
    .poll(() => placesWith(page, [NOTE]))
    .toContainEqual(expect.stringMatching(/^file .*\.json\.gz$/u));

  await openCandidates(page);
  await page.getByRole("button", { name: `Delete… ${NAME}` }).click();
  await expect(page.getByText(/^Not due before \d+ \w+ \d{4}/u)).toBeVisible();
  await page.getByRole("button", { name: "Override and delete" }).click();
  await expect(page.getByRole("alert")).toHaveText("Enter a reason.");
  await page.getByLabel("Reason for early deletion").fill("Mr Quist asked for it.");
  await page.getByRole("button", { name: "Override and delete" }).click();
  await expect(page.getByRole("alert")).toContainText("contains “quist”");
  await expect(page.getByText("Deleted permanently")).toBeHidden();
  await page.getByLabel("Reason for early deletion").fill("Asked for in writing.");
  await page.getByRole("button", { name: "Override and delete" }).click();
  await expect(page.getByText("Deleted permanently: all data of the candidate.")).toBeVisible();
  await expect(page.getByText("No candidate data is stored on this device.")).toBeVisible();
  expect(await placesWith(page, ["zuberi", "quist", NOTE])).toEqual([]);

  await page.goto("/#/settings");
  await page.getByRole("radio", { name: "Plain" }).check();
  const [backup] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Back up everything" }).click(),
  ]);
  const backedUp = readFileSync(await backup.path(), "utf8");
  expect(backedUp).toContain("tombstone");
  expect(backedUp).not.toMatch(/zuberi|quist|xylophone/iu);

  await page.goto("/");
  await page.reload();
  await page.getByTestId("import-file").setInputFiles(file);
  await expect(page.getByText(/This was deleted here on \d+ \w+ \d{4}/u)).toBeVisible();
  await page.goto("/#/panels");
  await page.getByTestId("scorecard-files").setInputFiles(file);
  await expect(page.getByText(/This was deleted here on/u)).toBeVisible();
  expect(await placesWith(page, ["zuberi", "quist", NOTE])).toEqual([]);
  for (const screen of ["Live interview", "Wrap-up", "Scorecard"])
    expect([...titles]).toContain(`${screen} · Interview Scorecard`);
  expect([...titles].join()).not.toMatch(/zuberi|quist/iu);
});

test("a name in the id of a session from a file, or in a guide that came with it, goes with the candidate as well", async ({
  page,
}) => {
  const { session, ...rest } = sampleSession;
  const guide = { ...rest.guide, title: `For ${NAME}` };
  const guideId = createHash("sha256")
    .update(String(canonicalize(guide)))
    .digest("hex");
  const own = { ...session, id: "zuberi-quist/2026", candidate: NAME, sample: false, guideId };
  const file = {
    name: "quist.json",
    mimeType: "application/json",
    buffer: Buffer.from(JSON.stringify({ ...rest, guide, session: own })),
  };
  const titles = await watchTitles(page);
  await page.goto("/#/");
  await importFile(page, file);
  await page.getByRole("link", { name: NAME }).first().click();
  await expect(areas(page).first()).toBeVisible();
  expect(await placesWith(page, ["zuberi", "quist"])).toEqual(
    expect.arrayContaining(["store sessions", "store guides"]),
  );
  await openCandidates(page);
  await overrideAndDelete(page, NAME);
  expect(await placesWith(page, ["zuberi", "quist"])).toEqual([]);
  expect([...titles].join()).not.toMatch(/zuberi|quist/iu);
  await page.goto("/#/guides");
  await expect(page.getByRole("heading", { name: "Guides" })).toBeVisible();
  await expect(page.getByText(NAME)).toBeHidden();
  await page.goto("/#/");
  await page.getByTestId("import-file").setInputFiles(file);
  await expect(page.getByText(/This was deleted here on/u)).toBeVisible();
  expect(await placesWith(page, ["zuberi", "quist"])).toEqual([]);
});

/** Deletes the only interview of the list that is not submitted, which has notes. */
async function deleteInterview(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^Delete/u }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete interview" }).click();
}

test("a hold stops every way of deleting, until it is taken off", async ({ page }) => {
  await begin(page, NAME);
  await openCandidates(page);
  await page.getByRole("button", { name: `Place legal hold… ${NAME}` }).click();
  await page.getByRole("button", { name: "Place hold", exact: true }).click();
  await expect(page.getByRole("alert")).toHaveText("Enter a reason.");
  await page.getByLabel("Reason for the legal hold").fill("A complaint is open.");
  await page.getByRole("button", { name: "Place hold", exact: true }).click();
  await expect(rowOf(page, NAME)).toContainText("A complaint is open.");
  await page.getByRole("button", { name: `Delete… ${NAME}` }).click();
  await expect(page.getByRole("dialog")).toContainText("Legal hold since");
  await page.getByRole("button", { name: "Cancel" }).click();

  await page.getByRole("link", { name: /^Interviews/u }).click();
  await deleteInterview(page);
  await expect(page.getByRole("alert")).toContainText("“A complaint is open.”");
  await openCandidates(page);
  await page.getByRole("button", { name: `Release hold ${NAME}` }).click();
  await page.getByRole("link", { name: /^Interviews/u }).click();
  await deleteInterview(page);
  await expect(page.getByText(`Deleted the interview with ${NAME}`)).toBeVisible();
});

test(
  "all that is due is deleted at once, after it was said what it takes; what is on hold or not due stays",
  { tag: "@long" },
  async ({ browser }) => {
    const page = await (await browser.newContext()).newPage();
    await page.clock.setFixedTime(new Date("2026-01-10T10:00:00"));
    for (const candidate of ["Due One", "Due Two", "Held One"]) {
      await planForLater(page, candidate);
      await expect(page.getByRole("heading", { name: "Interviews", level: 1 })).toBeVisible();
    }
    await openCandidates(page);
    await page.getByRole("button", { name: "Place legal hold… Held One" }).click();
    await page.getByLabel("Reason for the legal hold").fill("A complaint is open.");
    await page.getByRole("button", { name: "Place hold", exact: true }).click();
    await expect(page.getByRole("button", { name: "Delete all due" })).toBeHidden();

    await page.clock.setFixedTime(new Date("2026-12-01T10:00:00"));
    await planForLater(page, "New One");
    await expect(page.getByRole("heading", { name: "Interviews", level: 1 })).toBeVisible();
    await page.goto("/#/settings");
    await page.getByRole("radio", { name: "6 months" }).check();
    await page.getByRole("main").getByRole("link", { name: "Candidates" }).click();
    await expect(page.getByRole("heading", { name: "3 candidates due" })).toBeVisible();
    await expect(rowOf(page, "New One")).toContainText("kept until 1 Jun 2027");
    await page.getByRole("button", { name: "Delete all due" }).click();
    const dialog = page.getByRole("dialog");
    await expect(dialog).toContainText("2 candidates: 2 interviews");
    await expect(dialog).toContainText("1 more candidate");
    await dialog.getByRole("button", { name: "Delete permanently" }).click();
    await expect(page.getByText("Deleted permanently: 2 candidates.")).toBeVisible();
    await expect(page.getByRole("list", { name: "Candidates" }).locator(":scope > li")).toHaveCount(2);
    expect(await placesWith(page, ["Due One", "Due Two"])).toEqual([]);
    await page.context().close();
  },
);

test("a candidate of whom a session is open in another tab is not deleted, and can be once that tab is closed", async ({
  page,
  context,
}) => {
  await startInterview(page, NAME);
  const other = await context.newPage();
  await openCandidates(other);
  await other.getByRole("button", { name: `Delete… ${NAME}` }).click();
  await other.getByLabel("Reason for early deletion").fill("Asked for in writing.");
  await other.getByRole("button", { name: "Override and delete" }).click();
  await expect(other.getByRole("alert")).toContainText("is open in another tab");
  expect(await placesWith(other, [NAME])).toContain("store sessions");
  await page.close();
  // A busy browser lets the lock of a closed tab go a little later.
  await expect
    .poll(() =>
      other.evaluate(async () =>
        ((await navigator.locks.query()).held ?? []).filter(({ name }) => name?.includes(" session ")),
      ),
    )
    .toEqual([]);
  await other.getByRole("button", { name: "Override and delete" }).click();
  await expect(other.getByText("Deleted permanently")).toBeVisible();
  expect(await placesWith(other, [NAME])).toEqual([]);
});

test(
  "a session that was deleted before in another tab has no Undo left there",
  { tag: "@long" },
  async ({ page, context }) => {
    await interview(page, NAME);
    await begin(page, NAME);
    await page.goto("/#/");
    // The submitted one is a record: it has no such button.
    await deleteInterview(page);
    await expect(page.getByRole("button", { name: "Undo" })).toBeVisible();
    const other = await context.newPage();
    await openCandidates(other);
    await overrideAndDelete(other, NAME);
    await expect(page.getByRole("button", { name: "Undo" })).toBeHidden();
    await expect(page.getByText(NAME)).toBeHidden();
    expect(await placesWith(other, [NAME, NOTE])).toEqual([]);
  },
);

test(
  "copies that could not be replaced with the deletion are named, and replaced when the app is opened again",
  { tag: "@long" },
  async ({ page }) => {
    await interview(page, NAME);
    await expect
      .poll(() => placesWith(page, [NAME]))
      .toContainEqual(expect.stringMatching(/^file .*\.json\.gz$/u));
    await openCandidates(page);
    await page.evaluate(() => {
      window.Worker = function NoWorker() {
        throw new Error("There is no room for a worker.");
      } as unknown as typeof Worker;
    });
    await overrideAndDelete(page, NAME);
    await expect(page.getByRole("status")).toContainText("There is no room for a worker.");
    expect(await placesWith(page, [NAME])).toEqual([expect.stringMatching(/^file .*\.json\.gz$/u)]);
    await page.reload();
    await expect.poll(() => placesWith(page, [NAME])).toEqual([]);
  },
);

test("of two people of one name, one is deleted and the other stays", { tag: "@long" }, async ({ page }) => {
  await interview(page, NAME);
  await page.goto("/#/plan");
  await page.getByLabel("Candidate", { exact: true }).fill("zuberi  quist");
  await page.getByLabel("Role", { exact: true }).fill("Night baker");
  await page.getByLabel("Interviewer").fill("Jonas Weber");
  await page.getByRole("button", { name: "Save for later" }).click();
  await expect(page.getByRole("heading", { name: "Interviews", level: 1 })).toBeVisible();
  await openCandidates(page);
  await page.getByRole("button", { name: /^Delete… zuberi/iu }).click();
  await page.getByRole("checkbox", { name: /^Night baker/u }).uncheck();
  await page.getByLabel("Reason for early deletion").fill("Asked for in writing.");
  await page.getByRole("button", { name: "Override and delete" }).click();
  await expect(page.getByText("Deleted permanently: the selected records.")).toBeVisible();
  await expect(rowOf(page, "zuberi")).toContainText("Night baker");
  expect(await placesWith(page, [NOTE])).toEqual([]);
});

test(
  "a candidate who asks gets one file, with other people's names blacked out; deleting then tells which files to delete by hand",
  { tag: "@long" },
  async ({ page, browser }) => {
    await interview(page, NAME);
    await openCandidates(page);
    await page.getByRole("button", { name: /^Access request/u }).click();
    await page.getByRole("checkbox", { name: "Jonas Weber" }).check();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Download the file" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("Zuberi-Quist_access-request.html");
    await expect(page.getByText("The file is ready.")).toBeVisible();
    const text = readFileSync(await download.path(), "utf8");
    expect(text).not.toMatch(/Jonas|Weber/u);
    const reader = await browser.newContext({ javaScriptEnabled: false });
    const file = await reader.newPage();
    await file.setContent(text);
    await expect(file.getByRole("heading", { name: NAME }).first()).toBeVisible();
    await expect(file.getByText(NOTE)).toBeVisible();
    await expect(file.getByText("█████").first()).toBeVisible();
    await reader.close();

    await overrideAndDelete(page, NAME);
    await page.reload();
    const exports = page.getByRole("region", { name: "Delete these exports yourself" });
    await expect(exports).toContainText("Access request");
    expect(await placesWith(page, ["zuberi", "quist", NOTE])).toEqual([]);
    await exports.getByRole("button", { name: /^Done/u }).click();
    await expect(exports).toBeHidden();
  },
);

test(
  "a link that invites to the panel of a deleted candidate opens nothing, neither for the lead nor for the invited",
  { tag: "@long" },
  async ({ page, browser }) => {
    await page.goto("/#/panels/new");
    await page.getByLabel("Candidate", { exact: true }).fill(NAME);
    await page.getByLabel("Name of interviewer 1").fill("Jonas Weber");
    await page.getByRole("button", { name: "+ Add an interviewer" }).click();
    await page.getByLabel("Name of interviewer 2").fill("Mei Li");
    await page.getByRole("button", { name: "Save panel" }).click();
    const link = await page
      .getByLabel(/^Invitation link for/u)
      .first()
      .inputValue();
    const invited = await (await browser.newContext()).newPage();
    await invited.goto(link);
    await invited.getByRole("button", { name: "Plan your interview" }).click();
    await expect(invited.getByText("This interview is part of a panel,")).toBeVisible();
    // The invitation's address holds the name: nothing leads back to it.
    await invited.goBack();
    expect(invited.url()).not.toContain("/invitation/");
    await invited.goForward();
    await expect(invited.getByText("This interview is part of a panel,")).toBeVisible();
    for (const one of [page, invited]) {
      await openCandidates(one);
      await overrideAndDelete(one, NAME);
      await one.goto(link);
      await expect(one.getByRole("alert")).toContainText(/was deleted here on/u);
      await expect(one.getByRole("button", { name: "Plan your interview" })).toBeHidden();
      expect(await placesWith(one, [NAME])).toEqual([]);
    }
    await invited.context().close();
  },
);

test(
  "a session that was deleted in the library comes back from a file, until its candidate is deleted as well",
  { tag: "@long" },
  async ({ page }) => {
    await begin(page, NAME);
    await page.goto("/#/");
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: `Export… ${NAME}` }).click();
    await page.getByRole("radio", { name: /^Session JSON/u }).check();
    await page.getByRole("button", { name: "Download" }).click();
    const file = await (await download).path();
    const remove = async () => {
      await page.goto("/#/");
      await deleteInterview(page);
      // That of the time before may still be offered beside it.
      await expect(page.getByRole("button", { name: /^Delete/u })).toBeHidden();
      await expect(page.getByRole("button", { name: "Undo" }).first()).toBeVisible();
    };
    await remove();
    await importFile(page, file);
    await expect(page.getByRole("table", { name: "Interviews" })).toContainText(NAME);
    await remove();
    await openCandidates(page);
    await expect(rowOf(page, NAME)).toContainText("backups and files may still contain it");
    await page.getByRole("button", { name: `Delete… ${NAME}` }).click();
    await page.getByRole("button", { name: "Delete permanently" }).click();
    await expect(page.getByText(/^Deleted permanently/u)).toBeVisible();
    await page.goto("/#/");
    await page.getByTestId("import-file").setInputFiles(file);
    await expect(page.getByText(/was deleted here on/u)).toBeVisible();
    expect(await placesWith(page, [NAME, NOTE])).toEqual([]);
  },
);

test(
  "axe finds nothing on the screens of what is kept, and 360 px are wide enough",
  { tag: "@long" },
  async ({ page }) => {
    await startInterview(page, "Wolfeschlegelsteinhausenbergerdorff".repeat(3));
    await page.getByRole("button", { name: "Finish", exact: true }).click();
    await page.setViewportSize({ width: 360, height: 700 });
    await openCandidates(page);
    await expect(page.getByRole("list", { name: "Candidates" })).toBeVisible();
    await expectAccessible(page, "candidates");
    await page.getByRole("button", { name: /^Access request/u }).click();
    await expectAccessible(page, "file for the candidate");
    await page.getByRole("button", { name: "Cancel" }).click();
    await page.getByRole("button", { name: /^Place legal hold/u }).click();
    await expectAccessible(page, "hold");
    await page.getByRole("button", { name: "Cancel" }).click();
    await page.getByRole("button", { name: /^Delete/u }).click();
    await expectAccessible(page, "delete");
    await page.getByRole("button", { name: "Cancel" }).click();
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(over).toBeLessThanOrEqual(0);
    await page.goto("/#/settings");
    await page.getByRole("radio", { name: "Custom" }).check();
    await expectAccessible(page, "settings");
  },
);
