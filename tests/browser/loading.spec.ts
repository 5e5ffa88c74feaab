import { expect, test, type Page } from "@playwright/test";
import { startInterview } from "./appPage.ts";

const away = "This part could not be loaded.";

const fileOf = {
  "its script": /\/assets\/GuidesPage-.*\.js$/u,
  "a script that every page begins with": /\/assets\/react-.*\.js$/u,
  "the style that every page begins with": /\/assets\/start-.*\.css$/u,
};

/**
 * Has the files fail as they would where the device goes over to another network, until the page was loaded that often.
 *
 * @returns how often it was loaded
 */
async function failing(page: Page, files: RegExp, times: number): Promise<{ count: number }> {
  const loads = { count: 0 };
  page.on("request", (request) => {
    if (request.isNavigationRequest()) loads.count++;
  });
  await page.route(files, (route) => (loads.count <= times ? route.abort("failed") : route.continue()));
  return loads;
}

for (const [name, file] of Object.entries(fileOf)) {
  test(
    `a screen comes up without being asked for again where ${name} failed to load`,
    { tag: "@firefox" },
    async ({ page }) => {
      const loads = await failing(page, file, 1);
      await page.goto("/#/guides");
      await expect(page.getByRole("heading", { name: "Guides", level: 1 })).toBeVisible();
      await expect(page.getByRole("navigation")).toHaveCSS("display", "flex");
      expect(loads.count).toBe(2);
    },
  );
}

test(
  "a wrap-up whose style failed to load during the call is not shown without it",
  { tag: "@firefox" },
  async ({ page }) => {
    await page.goto("/");
    const style = /\/assets\/WrapUpPage-.*\.css$/u;
    const loads = await failing(page, style, 0);
    const failed = page.waitForEvent("requestfailed", (request) => style.test(request.url()));
    await startInterview(page);
    await failed;
    await page.getByRole("button", { name: "Finish", exact: true }).click();
    await expect.poll(() => loads.count).toBe(1);
    await expect(page.getByRole("heading", { name: "Recommendation" })).toBeVisible();
    const isStyled = () =>
      [...document.styleSheets].some(
        ({ href, cssRules }) => href?.includes("WrapUpPage-") && cssRules.length > 0,
      );
    expect(await page.evaluate(isStyled)).toBe(true);
  },
);

test("a screen comes up by itself once the network is back", { tag: "@long" }, async ({ page, context }) => {
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await context.setOffline(true);
  await page.getByRole("link", { name: "Guides" }).click();
  await expect(page.getByRole("alert")).toContainText(away);
  await page.waitForTimeout(2000);
  await expect(page.getByRole("alert")).toContainText(away);
  await context.setOffline(false);
  await expect(page.getByRole("heading", { name: "Guides", level: 1 })).toBeVisible();
});

test("an app whose host has trouble stays as it is", { tag: "@long" }, async ({ page }) => {
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  const loads = await failing(page, fileOf["its script"], Infinity);
  await page.route(/\/$/u, (route) => route.fulfill({ status: 502 }));
  await page.getByRole("link", { name: "Guides" }).click();
  await expect(page.getByRole("alert")).toContainText(away);
  await page.waitForTimeout(2000);
  expect(loads.count).toBe(0);
  await page.getByRole("link", { name: "Settings" }).click();
  await expect(page.getByRole("heading", { name: "Settings", level: 1 })).toBeVisible();
});

test("who went on from a screen that can’t be had loses nothing that is typed", async ({ page }) => {
  await page.goto("/#/guides/bring-in");
  const field = page.getByRole("textbox").first();
  await expect(field).toBeVisible();
  await page.goto("/#/");
  await failing(page, fileOf["its script"], Infinity);
  // As slow as the network may be that comes back.
  await page.route(/\/$/u, async (route) => {
    await new Promise((resolve) => {
      setTimeout(resolve, 2000);
    });
    await route.continue();
  });
  await page.getByRole("link", { name: "Guides" }).click();
  await expect(page.getByRole("alert")).toContainText(away);
  await page.goto("/#/guides/bring-in");
  await field.fill("What happened?");
  await page.waitForTimeout(3000);
  await expect(field).toHaveValue("What happened?");
});

test(
  "a screen that can’t be had says so after the second time, and is there on a press once it can",
  { tag: "@firefox" },
  async ({ page }) => {
    const loads = await failing(page, fileOf["its script"], 2);
    await page.goto("/#/guides");
    await expect.poll(() => loads.count).toBe(2);
    const alert = page.getByRole("alert");
    await expect(alert).toContainText(away);
    await page.waitForTimeout(1000);
    await expect(alert).toBeVisible();
    expect(loads.count).toBe(2);
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(page.getByRole("heading", { name: "Guides", level: 1 })).toBeVisible();
  },
);

test("an app that can’t be had says so, in place of a blank page", { tag: "@firefox" }, async ({ page }) => {
  await failing(page, fileOf["a script that every page begins with"], Infinity);
  await page.goto("/");
  await expect(page.getByRole("alert")).toContainText("Interview Scorecard could not be loaded");
});

test("what works without a screen is asked for again until it is there", async ({ page }) => {
  let asked = 0;
  await page.route(/\/assets\/afterStart-.*\.js$/u, (route) =>
    ++asked <= 2 ? route.abort("failed") : route.continue(),
  );
  await page.goto("/");
  await expect.poll(() => asked).toBe(3);
});

test("where the style of a screen can't be had, that is said once, and of nothing else", async ({ page }) => {
  await page.route(/\/assets\/Settings.*\.css$/u, (route) => route.abort("failed"));
  const takesFiles = page.waitForResponse((response) => response.url().includes("/assets/FileDoor-"));
  await page.goto("/#/settings");
  await takesFiles;
  await expect(page.getByRole("alert")).toContainText(away);
  await page.waitForTimeout(500);
  await expect(page.getByRole("alert")).toHaveCount(1);
});

/** Runs in the page. What opens the database hears of it when `window.makeDatabase` is called. */
function holdDatabase(): void {
  const isOver = new Promise<void>((resolve) => {
    Object.assign(window, { makeDatabase: resolve });
  });
  const open = Object.getOwnPropertyDescriptor(IDBFactory.prototype, "open")?.value as (
    this: IDBFactory,
    ...asked: Parameters<IDBFactory["open"]>
  ) => IDBOpenDBRequest;
  IDBFactory.prototype.open = function (...asked) {
    const request = open.apply(this, asked);
    let isTold = false;
    request.addEventListener("success", (event) => {
      if (isTold) return;
      event.stopImmediatePropagation();
      void isOver.then(() => {
        isTold = true;
        request.dispatchEvent(new Event("success"));
      });
    });
    return request;
  };
}

test(
  "on a first visit planning takes input while the database is being made, and what is saved then is kept",
  { tag: "@firefox" },
  async ({ page }) => {
    await page.addInitScript(holdDatabase);
    await page.goto("/#/plan");
    await page.getByLabel("Candidate", { exact: true }).fill("Amira Haddad");
    await page.getByLabel("Interviewer").fill("Lea Sommer");
    await page.getByRole("button", { name: "Save for later" }).click();
    await expect(page.getByRole("button", { name: "Save for later" })).toBeDisabled();
    await page.evaluate(() => (window as unknown as { makeDatabase: () => void }).makeDatabase());
    await expect(page.getByRole("row", { name: /Amira Haddad/u })).toBeVisible();
    await page.reload();
    await page.evaluate(() => (window as unknown as { makeDatabase: () => void }).makeDatabase());
    await expect(page.getByRole("row", { name: /Amira Haddad/u })).toBeVisible();
  },
);
