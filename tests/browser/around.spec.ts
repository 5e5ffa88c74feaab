import { expect, type Page } from "@playwright/test";
import { encodeSessionFile } from "../../src/interchange/formats/sessionFile.ts";
import { START, submittedInterview } from "../smallInterview.ts";
import {
  areas,
  expectAccessible,
  importFile,
  noteField,
  noteOn,
  planForLater,
  startInterview,
} from "./appPage.ts";
import { test } from "./appTest.ts";

const rooms = ["Interviews", "Guides", "Panels", "Candidates", "Settings"];

const roomLink = (page: Page, room: string) =>
  page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: new RegExp(`^${room}`, "u") });

test("a newcomer is in a live interview after two clicks and two names", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("link", { name: /^Plan your first/u }).click();
  await page.getByLabel("Candidate", { exact: true }).fill("Ada Nowak");
  await page.getByLabel("Interviewer").fill("Jonas Weber");
  await page.getByRole("button", { name: "Start interview" }).click();
  await expect(areas(page).first()).toBeVisible();
});

test("from any room to any other is one click, to its heading, and back is back", async ({ page }) => {
  await page.goto("/#/panels/new");
  for (const from of rooms) {
    for (const to of rooms.filter((room) => room !== from)) {
      await roomLink(page, from).click();
      await expect(roomLink(page, from)).toHaveAttribute("aria-current", "page");
      await roomLink(page, to).click();
      await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
      await expect(page).toHaveTitle(`${to} · Interview Scorecard`);
    }
  }
  await page.goBack();
  await expect(page).toHaveTitle("Settings · Interview Scorecard");
});

test("on the way back a screen is where it was scrolled to, and a new one at its top", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 500 });
  await page.goto("/#/guides");
  await page.getByRole("link", { name: "Site reliability engineer" }).first().scrollIntoViewIfNeeded();
  const scrolled = await page.evaluate(() => scrollY);
  expect(scrolled).toBeGreaterThan(100);
  await page.getByRole("link", { name: "Site reliability engineer" }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  expect(await page.evaluate(() => scrollY)).toBe(0);
  await page.goBack();
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(scrolled);
});

test("back from an interview that was just started leads to where it was planned from", async ({ page }) => {
  await page.goto("/#/");
  await page.goto("/#/candidates");
  await page.goto("/#/plan");
  await page.getByLabel("Candidate", { exact: true }).fill("Priya Raman");
  await page.getByLabel("Interviewer").fill("Jonas Weber");
  await page.getByRole("button", { name: "Start interview" }).click();
  await expect(page.getByRole("timer").first()).toBeVisible();
  const { hash } = new URL(page.url());
  await page.goBack();
  await expect(page).toHaveTitle("Candidates · Interview Scorecard");
  await page.goForward();
  await expect(page.getByRole("timer").first()).toBeVisible();
  expect(new URL(page.url()).hash).toBe(hash);
});

test("the arrow of a scorecard leads to the list as it was left, and to all of it from anywhere else", async ({
  page,
}) => {
  const buffer = Buffer.from(encodeSessionFile(submittedInterview("s1"), START, "Test 1"));
  await page.goto("/#/");
  await importFile(page, { name: "a.json", mimeType: "application/json", buffer });
  const back = page.getByRole("link", { name: "Back to interviews" });
  await page.getByRole("button", { name: /^Submitted/u }).click();
  const find = page.getByRole("searchbox", { name: /^Find/u });
  const candidate = page.getByRole("rowheader").getByRole("link", { name: /^Amira Haddad/u });
  await find.fill("hadd");
  await candidate.click();
  await expect(page.getByText("Submitted, read-only")).toBeVisible();
  const address = page.url();
  const count = await page.evaluate(() => history.length);
  const elsewhere = page.context().waitForEvent("page");
  await back.click({ modifiers: ["ControlOrMeta"] });
  await (await elsewhere).close();
  await expect(page).toHaveURL(address);
  await back.click();
  await expect(find).toHaveValue("hadd");
  await expect(page).toHaveURL(/#\/\?status=submitted$/u);
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  expect(await page.evaluate(() => history.length)).toBe(count);
  await page.goto("/#/guides");
  await page.goto(address);
  await back.click();
  await expect(find).toHaveValue("");
  await expect(page).toHaveURL(/#\/$/u);
});

test("on a phone what has the focus is not behind the navigation at its foot", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/#/settings");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  const { y: foot } = (await page.getByRole("navigation", { name: "Main" }).boundingBox())!;
  const behind: string[] = [];
  for (let at = 0; at < 25; at += 1) {
    await page.keyboard.press("Tab");
    const { isBehind, words } = await page.evaluate((top) => {
      const element = document.activeElement!;
      const { bottom } = element.getBoundingClientRect();
      return { isBehind: !element.closest("nav") && bottom > top + 1, words: element.outerHTML.slice(0, 80) };
    }, foot);
    if (isBehind) behind.push(words);
  }
  expect(behind).toEqual([]);
});

test("a row opens by a click anywhere on it; those that are selected are deleted together, and come back together", async ({
  page,
}) => {
  for (const name of ["Ada Nowak", "Ben Okafor"]) {
    await planForLater(page, name);
    await expect(page.getByRole("heading", { name: "Interviews", exact: true })).toBeVisible();
  }
  const table = page.getByRole("table", { name: "Interviews" });
  await table.getByRole("button", { name: "Candidate" }).click();
  await expect(table.getByRole("rowheader")).toContainText(["Ada Nowak", "Ben Okafor"]);
  await expect(page).toHaveURL(/#\/\?sort=candidate$/u);
  await table.getByRole("checkbox", { name: "Select all that are shown" }).check();
  await page.getByRole("button", { name: "Delete selected" }).click();
  await expect(page.getByText("Deleted 2 interviews.")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(table.getByRole("rowheader")).toHaveCount(2);
  const box = await table.getByRole("cell", { name: "Planned" }).first().boundingBox();
  await page.mouse.click(box!.x + 5, box!.y + 5);
  await expect(page).toHaveTitle("Edit interview · Interview Scorecard");
});

test("what can be done with a row of a list stands at the same place in each of them", async ({ page }) => {
  const placesOf = (name: RegExp) =>
    page
      .getByRole("main")
      .getByRole("link", { name, includeHidden: true })
      .or(page.getByRole("main").getByRole("button", { name }))
      .evaluateAll((all) => [...new Set(all.map((one) => Math.round(one.getBoundingClientRect().left)))]);
  await startInterview(page, "Ada Nowak");
  await page.keyboard.press("4");
  await page.getByRole("button", { name: "Finish", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Recommendation" })).toBeVisible();
  await startInterview(page, "Ben Okafor");
  await page.goto("/#/");
  await expect(page.getByRole("link", { name: "Resume Ben Okafor", includeHidden: true })).toBeVisible();
  expect(await placesOf(/^(?:Resume|Wrap up) /u)).toHaveLength(1);
  expect(await placesOf(/^Export… ./u)).toHaveLength(1);

  await page.goto("/#/candidates");
  await page.getByRole("button", { name: "Place legal hold… Ada Nowak" }).click();
  await page.getByLabel("Reason for the legal hold").fill("A complaint is open.");
  await page.getByRole("button", { name: "Place hold", exact: true }).click();
  await expect(page.getByRole("button", { name: "Release hold Ada Nowak" })).toBeVisible();
  expect(await placesOf(/^Access request/u)).toHaveLength(1);
  expect(await placesOf(/^(?:Place legal|Release) hold/u)).toHaveLength(1);

  await page.goto("/#/guides");
  await page.getByRole("link", { name: "Edit Backend developer" }).click();
  await page.getByRole("textbox", { name: "Question text" }).first().fill("What went wrong?");
  await page.getByRole("link", { name: "Back to guides" }).click();
  await expect(page.getByRole("link", { name: "Continue editing Backend developer" })).toBeVisible();
  expect(await placesOf(/^(?:Edit|Continue editing) /u)).toHaveLength(1);
  expect(await placesOf(/^Export /u)).toHaveLength(1);
});

test("who comes back from planning finds what comes next and the list at once, and neither moves the other", async ({
  page,
}) => {
  const plan = async (name: string) => {
    await planForLater(page, name, "2026-01-12T10:00");
    await expect(page.getByRole("checkbox", { name: `Select ${name}` })).toBeVisible();
  };
  const waiting = roomLink(page, "Interviews");
  await plan("Ben Okafor");
  await expect(waiting).toContainText("1");
  await page.evaluate(() => {
    let wasThere = document.querySelector("main table") !== null;
    new MutationObserver(() => {
      const isThere = document.querySelector("main table") !== null;
      if (isThere && !wasThere)
        document.body.dataset["next"] = String(document.querySelectorAll("[aria-labelledby=next] li").length);
      wasThere = isThere;
    }).observe(document.body, { childList: true, subtree: true });
  });
  await plan("Priya Raman");
  await expect(waiting).toContainText("2");
  await expect(page.locator("body")).toHaveAttribute("data-next", "2");
});

test("a name of any length that was deleted leaves the page as wide as the window", async ({ page }) => {
  for (const [width, letters] of [
    [390, 60],
    [1280, 190],
  ] as const) {
    await page.setViewportSize({ width, height: 800 });
    const name = "W".repeat(letters);
    await planForLater(page, name);
    await page.getByRole("checkbox", { name: "Select all that are shown" }).check();
    await page.getByRole("button", { name: "Delete selected" }).click();
    await expect(page.getByText("Deleted the interview with")).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    await page.getByRole("button", { name: "Dismiss" }).click();
  }
});

test(
  "axe finds nothing on the start page and a candidate's, and 360 px are wide enough",
  { tag: "@long" },
  async ({ page }) => {
    await startInterview(page);
    await page.goto("/#/");
    await expect(page.getByRole("heading", { name: "Up next" })).toBeVisible();
    await page.getByRole("checkbox", { name: "Select Priya Raman" }).check();
    await expectAccessible(page, "start page");
    await page.setViewportSize({ width: 360, height: 800 });
    await expectAccessible(page, "start page on a phone");
    const over = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(await over()).toBeLessThanOrEqual(0);
    await page.goto("/#/candidates");
    await page.getByRole("link", { name: "Priya Raman" }).click();
    await expect(page).toHaveTitle("Candidate · Interview Scorecard");
    await expectAccessible(page, "candidate");
    expect(await over()).toBeLessThanOrEqual(0);
  },
);

test("a dialog that can’t be fetched in a call says so, what was typed stays, and one more try brings it", async ({
  page,
}) => {
  await page.route(/\/KeysDialog-/u, (route) => route.abort());
  await startInterview(page);
  await (await noteOn(page, 0)).pressSequentially("Asked the night shift first.");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: /^Shortcuts/u }).click();
  const missing = page.getByRole("dialog", { name: "Not loaded" });
  await expect(missing.getByRole("alert")).toContainText("This part could not be loaded.");
  await expect(noteField(page)).toHaveValue("Asked the night shift first.");
  await page.unroute(/\/KeysDialog-/u);
  await missing.getByRole("button", { name: "Try again" }).click();
  await expect(missing).toBeHidden();
  await noteOn(page, 0);
  await expect(noteField(page)).toHaveValue("Asked the night shift first.");
  await page.getByRole("button", { name: /^Shortcuts/u }).click();
  await expect(page.getByRole("dialog", { name: "Keys" })).toBeVisible();
});

test(
  "what a field has no room for is cut off with a sentence that says so: pasted, and typed",
  { tag: "@firefox" },
  async ({ page }) => {
    await page.goto("/#/plan");
    const field = page.getByLabel("Candidate", { exact: true });
    const said = page.getByRole("alert").filter({ hasText: /^This field holds at most/u });
    const source = await page.evaluateHandle(() =>
      document.body.appendChild(document.createElement("textarea")),
    );
    // It comes after the first screen, which takes the focus.
    await expect(async () => {
      await source.fill("Ada ".repeat(625));
      await source.selectText();
      await source.press("ControlOrMeta+x");
      await field.fill("");
      await field.press("ControlOrMeta+v");
      await expect(said).toContainText("at most 2,000 characters", { timeout: 500 });
    }).toPass();
    await expect(said).toContainText("was cut off: 500 characters.");
    await expect(field).toHaveValue("Ada ".repeat(500));
    await said.getByRole("button", { name: "Dismiss" }).click();
    await expect(said).toBeHidden();
    await field.press("End");
    await field.press("x");
    await expect(said).toContainText("was cut off: 1 character.");
    await said.getByRole("button", { name: "Dismiss" }).click();
    await field.fill("Ada".padEnd(1999));
    await field.press("End");
    await field.press("x");
    await expect(field).toHaveValue(`${"Ada".padEnd(1999)}x`);
    await expect(said).toBeHidden();
  },
);

test("what was pressed and could not be written is said, in a dialog as well, and nothing moves", async ({
  page,
}) => {
  await startInterview(page);
  await page.getByRole("button", { name: /^Shortcuts/u }).click();
  const dialog = page.getByRole("dialog", { name: "Keys" });
  await expect(dialog).toBeVisible();
  await page.evaluate(() => {
    const put = Reflect.get(IDBObjectStore.prototype, "put") as (
      ...row: unknown[]
    ) => IDBRequest<IDBValidKey>;
    IDBObjectStore.prototype.put = function putUnlessSetting(this: IDBObjectStore, ...row: unknown[]) {
      if (this.name === "settings") throw new DOMException("The disk failed.", "UnknownError");
      return put.apply(this, row);
    };
  });
  const box = await dialog.boundingBox();
  const choice = dialog.getByRole("checkbox").first();
  const said = dialog.getByRole("alert").filter({ hasText: "Not all of that was saved." });
  // It is loaded after the first screen.
  await expect(async () => {
    await choice.click();
    await expect(said).toBeVisible({ timeout: 1000 });
  }).toPass();
  expect(await dialog.boundingBox()).toEqual(box);
  await expectAccessible(page, "what was not saved");
  await said.getByRole("button", { name: "Dismiss" }).click();
  await expect(said).toBeHidden();
  await choice.click();
  await expect(said).toBeVisible();
  // With the dialog closed it is still there, and in the next one again.
  await page.keyboard.press("Escape");
  const onScreen = page.getByRole("alert").filter({ hasText: "Not all of that was saved." });
  await expect(onScreen).toBeVisible();
  await page.keyboard.press("?");
  await expect(said).toBeVisible();
  await said.getByRole("button", { name: "Dismiss" }).click();
  await expect(onScreen).toHaveCount(0);
});

test("in the list of candidates the name, how long it is kept and what can be done stand on one line", async ({
  page,
}) => {
  await startInterview(page);
  await page.goto("/#/candidates");
  const parts = [
    page.getByRole("link", { name: "Priya Raman" }),
    page.getByText(/^kept until/u),
    page.getByRole("button", { name: /^Delete…/u }),
  ];
  const middles: number[] = [];
  for (const part of parts) {
    await expect(part).toBeVisible();
    const { y, height } = (await part.boundingBox())!;
    middles.push(y + height / 2);
  }
  expect(Math.max(...middles) - Math.min(...middles)).toBeLessThan(2);
});
