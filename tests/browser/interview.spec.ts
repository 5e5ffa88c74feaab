import { readFileSync } from "node:fs";
import { expect } from "@playwright/test";
import { amountOf } from "../amount.ts";
import { test } from "./appTest.ts";
import { areas, expectSaved, importFile, noteField, startInterview, wrapUpAndSubmit } from "./appPage.ts";

test("an interview goes from the plan to a submitted scorecard", { tag: "@firefox" }, async ({ page }) => {
  await startInterview(page);
  const first = areas(page).first();
  await first.getByRole("radio", { name: /^4:/u }).check();
  await expect(first.getByRole("checkbox")).toBeChecked();
  await noteField(page).pressSequentially("Read the plan first.");
  await page.getByLabel("Quick note").pressSequentially("p95 from 4 s to 180 ms");
  await page.getByLabel("Quick note").press("Enter");
  await expect(page.getByLabel("Quick note")).toHaveValue("");
  await page.getByRole("checkbox", { name: /^What other ways/u }).check();

  // From the introduction to the first question, and on.
  await page.getByRole("button", { name: "Next: Hard technical problem" }).click();
  await page.getByRole("button", { name: /^Next/u }).click();
  await expect(page.getByText(/^Question 2 of \d ·/u)).toBeVisible();
  await expect(page.getByText(/7 areas of “Hard technical problem” not rated yet/u)).toBeVisible();
  await page.getByRole("button", { name: "Rate now" }).click();
  await expect(page.getByText(/^Question 1 of \d ·/u)).toBeVisible();

  await page.getByRole("button", { name: "Finish", exact: true }).click();
  await expect(page.getByRole("heading", { name: "7 areas left to rate" })).toBeVisible();
  await expect(page.getByRole("radio", { name: "Yes", exact: true })).toBeDisabled();
  await wrapUpAndSubmit(page);
  await expect(page.getByText("Read the plan first.")).toBeVisible();
  await expect(page.getByText("p95 from 4 s to 180 ms")).toBeVisible();
  await expect(page.getByText("Recommendation: yes")).toBeVisible();
  await expect(page.getByRole("textbox")).toHaveCount(0);
});

test("in the middle of a note the caret stays where one types", { tag: "@firefox" }, async ({ page }) => {
  await startInterview(page);
  const fields = [noteField(page), page.getByLabel("Quick note")];
  for (const field of fields) {
    await field.pressSequentially("salt and flour");
    await field.press("Home");
    await field.pressSequentially("more ");
    await expect(field).toHaveValue("more salt and flour");
  }
  await expectSaved(page);
  await page.reload();
  await expect(fields[0]!).toHaveValue("more salt and flour");
  await expect(page.getByRole("textbox", { name: /^Note at/u })).toHaveValue("more salt and flour");
});

test("Enter begins the next note however quickly it follows the last letter, also on a slow machine", async ({
  page,
}) => {
  await startInterview(page);
  const protocol = await page.context().newCDPSession(page);
  await protocol.send("Emulation.setCPUThrottlingRate", { rate: 6 });
  const quick = page.getByLabel("Quick note");
  await quick.focus();
  const texts = Array.from({ length: amountOf(12, 5) }, (_, at) => `said ${at} times`);
  for (const text of texts) {
    await page.keyboard.type(text);
    await page.keyboard.press("Enter");
    expect(await quick.inputValue()).toBe("");
  }
  await protocol.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  await expectSaved(page);
  const notes = page.getByRole("textbox", { name: /^Note at/u });
  await expect(notes).toHaveCount(texts.length);
  for (const [at, text] of texts.entries()) await expect(notes.nth(at)).toHaveValue(text);
});

test("what is composed of several keys is written as it stands, and nothing of it twice", async ({
  page,
}) => {
  await startInterview(page);
  const keys = await page.context().newCDPSession(page);
  const compose = async (text: string) =>
    keys.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
  const fields = [noteField(page), page.getByLabel("Quick note")];
  for (const field of fields) {
    await field.focus();
    for (const text of ["に", "にほ", "にほん"]) await compose(text);
    await expect(field).toHaveValue("にほん");
    await keys.send("Input.insertText", { text: "日本" });
    await field.pressSequentially(" ok");
    await expect(field).toHaveValue("日本 ok");
  }
  const quick = page.getByLabel("Quick note");
  await quick.press("Enter");
  await expect(quick).toHaveValue("");
  // Composed and left as it is: the browser's last input then changes nothing.
  await compose("パン");
  await keys.send("Input.insertText", { text: "パン" });
  await quick.press("Enter");
  await expect(quick).toHaveValue("");
  await expectSaved(page);
  await page.reload();
  await expect(fields[0]!).toHaveValue("日本 ok");
  const notes = page.getByRole("textbox", { name: /^Note at/u });
  await expect(notes).toHaveCount(2);
  await expect(notes.first()).toHaveValue("日本 ok");
  await expect(notes.last()).toHaveValue("パン");
});

test(
  "a live session is found in the library and goes on where it was left",
  { tag: "@firefox" },
  async ({ page }) => {
    await startInterview(page, "Ada Nowak");
    await areas(page).nth(2).getByRole("checkbox").check();
    await expectSaved(page);
    await page.getByRole("button", { name: "Back to interviews" }).click();
    const found = page.getByRole("link", { name: "Resume Ada Nowak" });
    await page.getByRole("searchbox").pressSequentially("nobody");
    await expect(found).toBeHidden();
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type("now");
    await found.click();
    await expect(areas(page).nth(2).getByRole("checkbox")).toBeChecked();
  },
);

test(
  "while keys come the chip goes on saying that it saves, and “Saved” once all of them are",
  { tag: "@firefox" },
  async ({ page }) => {
    await startInterview(page);
    await expectSaved(page);
    await page.evaluate(() => {
      const chip = document.querySelector<HTMLElement>("[data-save]")!;
      const said: string[] = [];
      new MutationObserver(() => said.push(chip.dataset["save"] ?? "")).observe(chip, {
        attributeFilter: ["data-save"],
      });
      Object.assign(window, { said });
    });
    await noteField(page).pressSequentially("Weighed the salt again, twice.", {
      delay: 25,
    });
    await expectSaved(page);
    const said = await page.evaluate(() => (window as unknown as { said: string[] }).said);
    expect(said.slice(-2)).toEqual(["saving", "saved"]);
    // With each key it would be 60 times. Where a busy machine holds up a key for longer, it says so once more.
    expect(said.length).toBeLessThan(30);
  },
);

test("a planned session waits, can be changed, and keeps its order", async ({ page }) => {
  await page.goto("/#/plan");
  await page.getByLabel("Candidate", { exact: true }).fill("Noor Haddad");
  await page.getByLabel("Interviewer").fill("Jonas Weber");
  await page.getByRole("button", { name: "Add: Slow database or API" }).click();
  await expect(page.getByText("15 min longer than the interview")).toBeVisible();
  await page.getByRole("button", { name: "Add: Fixing a security hole" }).click();
  await expect(page.getByText("5 questions leave little time")).toBeVisible();
  await expect(page.getByText("30 min longer than the interview")).toBeVisible();
  await page.getByRole("button", { name: "Remove: Slow database or API" }).click();
  const chosen = page.getByRole("list", { name: "Selected questions" }).getByRole("listitem");
  await page.getByRole("button", { name: "Move up: Fixing a security hole" }).focus();
  await page.keyboard.press("Alt+ArrowUp");
  await page.keyboard.press("Enter");
  await expect(chosen.nth(1)).toContainText("Fixing a security hole");
  await chosen.nth(3).getByTitle("Drag to move").dragTo(chosen.nth(0).getByTitle("Drag to move"));
  await expect(chosen.nth(2)).toContainText("Fixing a security hole");
  await page.getByRole("button", { name: "Save for later" }).click();
  await page.getByRole("link", { name: "Open Noor Haddad" }).click();
  await expect(chosen.nth(2)).toContainText("Fixing a security hole");
  await expect(page.getByLabel("Candidate", { exact: true })).toHaveValue("Noor Haddad");
});

test("the plan follows level, slot and time multiplier until questions are chosen by hand", async ({
  page,
}) => {
  await page.goto("/#/plan");
  const chosen = page.getByRole("list", { name: "Selected questions" }).getByRole("listitem");
  await expect(chosen).toHaveCount(3);
  await expect(page.getByText("60 min of 60 min")).toBeVisible();
  await page.getByLabel("Duration", { exact: true }).selectOption("45");
  await expect(chosen).toHaveCount(2);
  await page.getByLabel("Extra time").selectOption("2");
  await expect(chosen).toHaveCount(1);
  await expect(page.getByText("45 min of 45 min")).toBeVisible();
});

test("a plan without a candidate is not stored, and says what is missing", async ({ page }) => {
  await page.goto("/#/plan");
  await page.getByRole("button", { name: "Start interview" }).click();
  await expect(page.getByText("Enter the candidate’s name.")).toBeVisible();
  await page.goto("/#/");
  await expect(page.getByRole("heading", { name: /^Run a structured interview/u })).toBeVisible();
});

test("a question of the guide or an own one is added in the call and comes next", async ({ page }) => {
  await startInterview(page);
  await page.getByRole("button", { name: "Next: Hard technical problem" }).click();
  await page.getByRole("button", { name: "+ Add a question" }).click();
  await page.getByLabel("Your own question").fill("Tell me about a time you said no to a customer.");
  await page.getByLabel("Areas to cover, one per line").fill("What was asked\nHow the no was said");
  await page.getByRole("button", { name: "Add as next question" }).click();
  await page.getByRole("button", { name: "Next: Tell me about a time you said no …" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Tell me about a time you said no to a customer.",
  );
  await expect(areas(page)).toHaveCount(2);
  await page.getByRole("button", { name: "+ Add a question" }).click();
  await page.getByRole("button", { name: /^Fixing a security hole/u }).click();
  await page.getByRole("button", { name: "Next: Fixing a security hole" }).click();
  await expect(page.getByText(/^Question 3 of \d ·/u)).toBeVisible();
});

test("a question of one’s own is typed over what was left of another, and Ctrl + Enter asks it next", async ({
  page,
}) => {
  await startInterview(page);
  await page.keyboard.press("a");
  const dialog = page.getByRole("dialog", { name: "Add a question" });
  const own = page.getByLabel("Your own question");
  await expect(own).toBeFocused();
  expect((await dialog.boundingBox())?.width).toBeGreaterThan(560);
  const [ask, cancel] = [
    dialog.getByRole("button", { name: "Add as next question" }),
    dialog.getByText("Cancel"),
  ];
  expect((await ask.boundingBox())?.y).toBe((await cancel.boundingBox())?.y);
  await page.keyboard.type("An old draft");
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await page.keyboard.press("a");
  await expect(own).toBeFocused();
  await page.keyboard.type("What changed?");
  await expect(own).toHaveValue("What changed?");
  await page.keyboard.press("Control+Enter");
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("button", { name: "Next: What changed?" })).toBeVisible();
});

test("a key that comes before the page hears that the dialog was shut is typed over what was left, too", async ({
  page,
}) => {
  await startInterview(page);
  await page.getByRole("button", { name: "+ Add a question" }).click();
  const own = page.getByLabel("Your own question");
  await own.pressSequentially("An old draft");
  await page.evaluate(() => {
    document.querySelector<HTMLDialogElement>("dialog[open]")!.close();
    [...document.querySelectorAll("button")].find((it) => it.innerText.includes("Add a question"))!.click();
    const field = document.activeElement as HTMLTextAreaElement;
    field.setRangeText("W", field.selectionStart, field.selectionEnd, "end");
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  });
  await page.keyboard.type("hat changed?");
  await expect(own).toHaveValue("What changed?");
});

test("on a shared screen only the question and the timer are seen, also after a reload", async ({ page }) => {
  await startInterview(page);
  await areas(page).first().getByRole("radio", { name: /^5:/u }).check();
  await page.getByRole("button", { name: "Screen-share mode" }).click();
  await expect(areas(page)).toHaveCount(0);
  await expect(page.getByRole("timer")).toBeVisible();
  await page.reload();
  const leave = page.getByRole("button", { name: "Leave screen-share mode" });
  await expect(leave).toBeVisible();
  await expect(page.getByRole("checkbox")).toHaveCount(0);
  await expect(page.getByRole("textbox")).toHaveCount(0);
  await leave.click();
  await expect(areas(page).first().getByRole("radio", { name: /^5:/u })).toBeChecked();
});

test("a click on a rating lands where it was aimed, whatever area was open before", async ({ page }) => {
  await startInterview(page);
  for (const index of [7, 3, 5, 0, 6]) {
    const box = await areas(page).nth(index).getByRole("radio", { name: /^3:/u }).boundingBox();
    if (!box) throw new Error("The rating is not drawn.");
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.up();
    await expect(areas(page).nth(index).getByRole("radio", { name: /^3:/u })).toBeChecked();
  }
});

test("another guide is chosen in planning, and the session asks its questions", async ({ page }) => {
  await page.goto("/#/plan");
  await page.getByLabel("Guide", { exact: true }).selectOption({ label: "Data engineer" });
  await expect(page.getByLabel("Role", { exact: true })).toHaveValue("Data engineer");
  const asked = page.getByRole("list", { name: "Selected questions" }).getByRole("listitem");
  await expect(asked).toHaveCount(3);
  const text = (await asked.first().locator("[dir=auto]").last().textContent()) ?? "";
  await page.getByLabel("Candidate", { exact: true }).fill("Priya Raman");
  await page.getByLabel("Interviewer").fill("Jonas Weber");
  await page.getByRole("button", { name: "Start interview" }).click();
  await expect(areas(page)).toHaveCount(6);
  await expect(page.getByRole("heading", { name: text, exact: true })).toBeVisible();
});

test("a guide is exported, changed by hand, and imported as another one to plan with", async ({
  page,
}, testInfo) => {
  await page.goto("/#/plan");
  await page.getByText("About this guide").click();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export guide JSON" }).click();
  const path = testInfo.outputPath("guide.json");
  await (await download).saveAs(path);
  const file = JSON.parse(readFileSync(path, "utf8")) as { guide: { title: string; questions: unknown[] } };

  const choose = async (name: string, content: unknown) => {
    await page.goto("/#/");
    await page.getByTestId("import-file").setInputFiles({
      name,
      mimeType: "application/json",
      buffer: Buffer.from(JSON.stringify(content)),
    });
  };
  await choose("same.json", file);
  await expect(page.getByText(/^Already here, with the same content/u)).toBeVisible();
  const changed = {
    ...file,
    guide: { ...file.guide, title: "Ours", questions: file.guide.questions.slice(0, 3) },
  };
  await choose("broken.json", { ...changed, guide: { ...changed.guide, scale: { points: [] } } });
  await expect(page.getByText("Can’t be imported:")).toBeVisible();
  await expect(page.getByText("guide.scale", { exact: false }).first()).toBeVisible();
  await choose("ours.json", changed);
  await page.getByRole("region", { name: "Import" }).getByRole("button", { name: "Import" }).click();
  await page.getByRole("link", { name: "Plan an interview with it" }).click();
  await expect(page.getByLabel("Guide", { exact: true }).locator("option:checked")).toHaveText("Ours");
  await expect(page.getByRole("list", { name: "Selected questions" }).getByRole("listitem")).toHaveCount(3);
});

test("for a remote role the remote follow-ups are offered and logged", async ({ page }) => {
  await page.goto("/#/plan");
  await page.getByLabel("Candidate", { exact: true }).fill("Priya Raman");
  await page.getByLabel("Interviewer").fill("Jonas Weber");
  await page.getByLabel("The role is remote").check();
  await page.getByRole("button", { name: "Start interview" }).click();
  await expect(page.getByText("For a remote role")).toBeVisible();
  const probe = page.getByRole("region", { name: "Follow-ups" }).getByRole("checkbox").last();
  await probe.check();
  await page.getByRole("button", { name: "Finish", exact: true }).click();
  await wrapUpAndSubmit(page);
  await expect(page.getByRole("heading", { name: "Follow-ups asked" })).toBeVisible();
});

test("what was exported comes back in another browser, the same to the last note", async ({
  page,
  browser,
}) => {
  await startInterview(page, "שירה כהן");
  await noteField(page).pressSequentially("היא מצאה את הסיבה 🎯 <b>“quoted”</b>");
  await page.getByRole("button", { name: "Finish", exact: true }).click();
  await wrapUpAndSubmit(page);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Export JSON" }).click(),
  ]);
  const path = await download.path();
  const other = await browser.newContext();
  const otherPage = await other.newPage();
  await otherPage.goto("/");
  await importFile(otherPage, {
    name: download.suggestedFilename(),
    mimeType: "application/json",
    buffer: readFileSync(path),
  });
  await otherPage.getByRole("region", { name: "Import" }).getByRole("link", { name: "שירה כהן" }).click();
  await expect(otherPage.getByText("היא מצאה את הסיבה 🎯 <b>“quoted”</b>")).toBeVisible();
  const [again] = await Promise.all([
    otherPage.waitForEvent("download"),
    otherPage.getByRole("button", { name: "Export JSON" }).click(),
  ]);
  const withoutTime = (file: string) => ({
    ...(JSON.parse(readFileSync(file, "utf8")) as object),
    exportedAt: "",
  });
  expect(withoutTime(await again.path())).toEqual(withoutTime(path));
  await otherPage.goto("/#/");
  await otherPage.getByTestId("import-file").setInputFiles(path);
  await expect(otherPage.getByText("Already here, with the same content.")).toBeVisible();
  await other.close();
});

test("a wrong file is named with what is wrong and where, and changes nothing", async ({ page }) => {
  await page.goto("/");
  const sample = readFileSync("data/samples/session.json", "utf8");
  const files = {
    "not-json.json": "{ broken",
    "rating.json": sample.replace('"rating": 5', '"rating": 7'),
    "newer.json": sample.replace('"version": 1', '"version": 2'),
    "other.json": '{"hello":1}',
    "empty.json": "",
  };
  await page.getByTestId("import-file").setInputFiles(
    Object.entries(files).map(([name, text]) => ({
      name,
      mimeType: "application/json",
      buffer: Buffer.from(text),
    })),
  );
  const report = page.getByRole("region", { name: "Import" });
  await expect(report).toContainText("The file is damaged or cut off.");
  await expect(report).toContainText("The file is empty.");
  await expect(report).toContainText("7 is not on the scale 1 to 5");
  await expect(report).toContainText(/, question “.+”, area “.+”: 7 is not/u);
  await expect(report).toContainText("newer version of the app");
  await expect(report).toContainText("This isn’t a file of this app");
  await page.reload();
  await expect(page.getByRole("heading", { name: /^Run a structured interview/u })).toBeVisible();
});

test("the sample opens at first use and goes with one click; a deleted session comes back by undo", async ({
  page,
}) => {
  await page.goto("/");
  await page.getByRole("button", { name: "Open a sample interview" }).click();
  await expect(areas(page)).toHaveCount(8);
  await page.getByRole("button", { name: "Back to interviews" }).click();
  await page.getByRole("button", { name: /^Remove sample/u }).click();
  await expect(page.getByRole("heading", { name: /^Run a structured interview/u })).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("link", { name: /^Resume/u }).click();
  await expect(page.getByText("p95 went from 4 s to 180 ms")).toBeVisible();
});

test("the library is filtered by status, words and date", async ({ page }) => {
  await startInterview(page, "王小明");
  await page.getByRole("button", { name: "Back to interviews" }).click();
  const rows = page.getByRole("table", { name: "Interviews" }).getByRole("rowheader");
  await expect(rows).toHaveCount(1);
  await page.getByRole("searchbox").fill("小明 jon");
  await expect(rows).toHaveCount(1);
  await page.getByRole("searchbox").fill("nobody");
  await expect(page.getByText("No interviews match.")).toBeVisible();
  await page.getByRole("searchbox").fill("");
  await page.getByRole("button", { name: /^Planned/u }).click();
  await expect(page.getByText("No interviews match.")).toBeVisible();
  await page.getByRole("button", { name: /^Live/u }).click();
  await expect(rows).toHaveCount(1);
  await page.getByLabel("From").fill("2099-01-01");
  await expect(page.getByText("No interviews match.")).toBeVisible();
});

test("nothing is asked of another host, and a script in a name does not run", async ({ page, baseURL }) => {
  const own = new URL(baseURL ?? "").host;
  const foreign: string[] = [];
  page.on("request", (request) => {
    const { protocol, host } = new URL(request.url());
    if (protocol.startsWith("http") && host !== own) foreign.push(request.url());
  });
  await startInterview(page, "<img src=x onerror=document.title='run'>");
  await page.getByRole("button", { name: "Finish", exact: true }).click();
  expect(foreign).toEqual([]);
  await expect(page).toHaveTitle(/^Wrap-up · Interview Scorecard$/u);
});
