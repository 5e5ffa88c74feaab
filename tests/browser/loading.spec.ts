import { expect, test, type Page } from "@playwright/test";

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
  "a screen that can’t be had says so after the second time, and is there on a press once it can",
  { tag: "@firefox" },
  async ({ page }) => {
    const loads = await failing(page, fileOf["its script"], 2);
    await page.goto("/#/guides");
    await expect.poll(() => loads.count).toBe(2);
    const alert = page.getByRole("alert");
    await expect(alert).toContainText("This part could not be loaded.");
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
  await expect(page.getByText(/^Interview Scorecard could not be loaded\./u)).toBeVisible();
});

test("what works without a screen is asked for again until it is there", async ({ page }) => {
  let asked = 0;
  await page.route(/\/assets\/afterStart-.*\.js$/u, (route) =>
    ++asked <= 2 ? route.abort("failed") : route.continue(),
  );
  await page.goto("/");
  await expect.poll(() => asked).toBe(3);
});
