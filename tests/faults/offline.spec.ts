import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { startAppServer, type AppServer } from "./appServer.ts";
import { areas, expectSaved, noteField, startSession, waitUntilOffline } from "./liveSession.ts";

let server: AppServer;

test.beforeEach(async () => {
  server = await startAppServer("dist");
});

test.afterEach(() => server.end());

/** Tells the next version from this one. */
const NEXT = "data-next-version";

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
      const page = readFileSync(join(next, "index.html"), "utf8");
      writeFileSync(join(next, "index.html"), page.replace("<html ", `<html ${NEXT}="yes" `));
      const worker = readFileSync(join(next, "serviceWorker.js"), "utf8");
      writeFileSync(
        join(next, "serviceWorker.js"),
        worker.replace(/interview-scorecard [0-9a-f]{16}/u, "interview-scorecard next"),
      );
      expect(readFileSync(join(next, "serviceWorker.js"), "utf8")).not.toBe(worker);

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
