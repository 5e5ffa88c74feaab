import { appendFileSync, cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { rehash } from "../rehash.ts";
import { startAppServer, type AppServer } from "./appServer.ts";
import { areas, expectSaved, noteField, startSession, waitUntilOffline } from "./liveSession.ts";

let server: AppServer;

test.beforeEach(async () => {
  server = await startAppServer("dist");
});

test.afterEach(() => server.end());

/** Tells the next version from this one. */
const NEXT = "data-next-version";

function markAsNext(folder: string): void {
  const page = readFileSync(join(folder, "index.html"), "utf8");
  writeFileSync(join(folder, "index.html"), page.replace("<html ", `<html ${NEXT}="yes" `));
}

test.describe(() => {
  test.use({ baseURL: undefined });

  test(
    "with the server gone, a reload and a deep link open the app, and the session goes on",
    {
      tag: "@firefox",
    },
    async ({ browser }) => {
      const context = await browser.newContext({ baseURL: server.url });
      const page = await context.newPage();
      const id = await startSession(page);
      await noteField(page).focus();
      await page.keyboard.type("with a server");
      await expectSaved(page);
      await waitUntilOffline(page);
      await server.end();

      await page.reload();
      await expect(noteField(page)).toHaveValue("with a server");
      await noteField(page).focus();
      await page.keyboard.press("End");
      await page.keyboard.type(", and without");
      await expectSaved(page);

      const deep = await context.newPage();
      await page.close();
      await deep.goto(`/#/session/${id}`);
      await expect(noteField(deep)).toHaveValue("with a server, and without");
      // Every screen is there, also those that were never opened.
      await deep.getByRole("button", { name: "Finish", exact: true }).click();
      await expect(deep.getByRole("heading", { name: "Recommendation" })).toBeVisible();
      await deep.getByRole("button", { name: "Back to interviews" }).click();
      await deep.getByRole("link", { name: "Plan an interview" }).click();
      await expect(deep.getByLabel("Candidate", { exact: true })).toBeVisible();
      await context.close();
    },
  );

  test(
    "a new version waits while a session is open in any tab, and comes when it is asked for",
    { tag: "@firefox" },
    async ({ browser }) => {
      const next = test.info().outputPath("next version");
      cpSync("dist", next, { recursive: true });
      markAsNext(next);
      rehash(next);

      const context = await browser.newContext({ baseURL: server.url });
      const live = await context.newPage();
      await startSession(live);
      await waitUntilOffline(live);
      server.serve(next);
      const planned = await context.newPage();
      await planned.goto("/#/plan");
      await planned.getByLabel("Candidate", { exact: true }).pressSequentially("Half a plan");
      const library = await context.newPage();
      await library.goto("/#/");
      await library.evaluate(async () => (await navigator.serviceWorker.ready).update());
      await expect
        .poll(() => library.evaluate(async () => (await navigator.serviceWorker.ready).waiting?.state))
        .toBe("installed");

      const offer = library.getByText("A new version of the app is ready.");
      // Longer than it takes to look for one.
      await library.waitForTimeout(6000);
      await expect(offer).toBeHidden();
      await expect(live.getByText("A new version of the app is ready.")).toBeHidden();
      await expect(areas(live)).toBeVisible();

      await live.getByRole("button", { name: "Back to interviews" }).click();
      await expect(offer).toBeVisible();
      await expect(library.locator("html")).not.toHaveAttribute(NEXT, "yes");
      await library.getByRole("button", { name: "Update now" }).click();
      await expect(library.locator("html")).toHaveAttribute(NEXT, "yes");
      await expect(library.getByRole("link", { name: /^Resume/u })).toBeVisible();
      // A tab left on the old version would look for files that are gone.
      await expect(live.locator("html")).toHaveAttribute(NEXT, "yes");
      await expect(planned.getByLabel("Candidate", { exact: true })).toHaveValue("Half a plan");
      await planned.getByRole("link", { name: /^Interviews/u }).click();
      await expect(planned.locator("html")).toHaveAttribute(NEXT, "yes");
      await context.close();
    },
  );

  test(
    "a new version of which one file is not as it was built is refused, and the one before goes on",
    { tag: "@firefox" },
    async ({ browser }) => {
      const next = test.info().outputPath("spoilt version");
      cpSync("dist", next, { recursive: true });
      markAsNext(next);
      rehash(next);
      const script = readdirSync(join(next, "assets")).find((name) => name.startsWith("SettingsPage")) ?? "";
      appendFileSync(join(next, "assets", script), "\n;window.spoilt = true;");

      const context = await browser.newContext({ baseURL: server.url });
      const page = await context.newPage();
      await page.goto("/#/");
      await waitUntilOffline(page);
      server.serve(next);
      const state = await page.evaluate(async () => {
        const registration = await navigator.serviceWorker.ready;
        const found = new Promise<ServiceWorker | null>((settle) => {
          registration.addEventListener("updatefound", () => settle(registration.installing), { once: true });
        });
        void registration.update();
        const worker = await found;
        return new Promise((settle) => {
          const look = () => worker?.state !== "installing" && settle(worker?.state);
          worker?.addEventListener("statechange", look);
          look();
        });
      });
      expect(state).toBe("redundant");
      await page.reload();
      await expect(page.getByRole("link", { name: "Plan your first interview" })).toBeVisible();
      await expect(page.locator("html")).not.toHaveAttribute(NEXT, "yes");
      await page.goto("/#/settings");
      await expect(page.getByText(/, build [0-9a-f]{16}/u)).toBeVisible();
      expect(await page.evaluate(() => Reflect.has(window, "spoilt"))).toBe(false);

      // Once the host has mended the file, the same version comes.
      cpSync(join("dist/assets", script), join(next, "assets", script));
      await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
      await expect
        .poll(() => page.evaluate(async () => (await navigator.serviceWorker.ready).waiting?.state))
        .toBe("installed");
      await context.close();
    },
  );

  test(
    "a second tab may take the app’s files from the first one’s memory, but asks for the page, which changes with a release",
    { tag: "@firefox" },
    async ({ browser }) => {
      const context = await browser.newContext({ baseURL: server.url });
      const page = await context.newPage();
      await page.goto("/#/");
      await waitUntilOffline(page);
      await page.reload();
      const rules = await page.evaluate(async () => {
        const ruleOf = async (url: string) => (await fetch(url)).headers.get("cache-control") ?? "";
        const scripts = [...document.scripts].flatMap(({ src }) => src || []);
        return { files: await Promise.all(scripts.map(ruleOf)), page: await ruleOf("./") };
      });
      expect(rules.files.length).toBeGreaterThan(1);
      for (const rule of rules.files) expect(rule).toContain("immutable");
      expect(rules.page).not.toContain("immutable");
      await context.close();
    },
  );

  test(
    "where the browser can’t read its copy of the app, the app comes from its server",
    { tag: "@firefox" },
    async ({ browser }) => {
      const unread = test.info().outputPath("unread copy");
      cpSync("dist", unread, { recursive: true });
      const worker = join(unread, "serviceWorker.js");
      const spoil = `addEventListener("message", () => {
        CacheStorage.prototype.open = () => Promise.reject(new DOMException("It can't be read.", "UnknownError"));
      });`;
      writeFileSync(worker, spoil + readFileSync(worker, "utf8"));
      server.serve(unread);

      const context = await browser.newContext({ baseURL: server.url });
      const page = await context.newPage();
      await page.goto("/#/");
      await waitUntilOffline(page);
      await page.evaluate(() => navigator.serviceWorker.controller?.postMessage("spoil"));
      await page.reload();
      await expect(page.getByRole("link", { name: "Plan your first interview" })).toBeVisible();
      await page.goto("/#/settings");
      await expect(page.getByText(/, build [0-9a-f]{16}/u)).toBeVisible();
      await context.close();
    },
  );

  test("interviews at an address whose server is gone move to another address through a backup", async ({
    browser,
  }) => {
    const context = await browser.newContext({ baseURL: server.url });
    const old = await context.newPage();
    const id = await startSession(old);
    await noteField(old).focus();
    await old.keyboard.type("from the old address");
    await expectSaved(old);
    await waitUntilOffline(old);
    await server.end();

    await old.goto("about:blank");
    await old.goto("/#/settings");
    await old.getByLabel("Plain").check();
    const downloading = old.waitForEvent("download");
    await old.getByRole("button", { name: "Back up everything" }).click();
    const backup = await (await downloading).path();

    server = await startAppServer("dist");
    const moved = await context.newPage();
    await moved.goto(`${server.url}/#/settings`);
    await moved.getByTestId("backup-file").setInputFiles(backup);
    await moved.getByRole("button", { name: "Restore", exact: true }).click();
    await expect(moved.getByText(/^Restored: 1 interview/u)).toBeVisible();
    await moved.goto(`${server.url}/#/session/${id}`);
    await expect(noteField(moved)).toHaveValue("from the old address");
    await context.close();
  });
});
