import { expect, test } from "@playwright/test";
import { build } from "vite";
import { startAppServer } from "./appServer.ts";
import { expectSaved, noteField, openSession, say, startSession } from "./liveSession.ts";

/** Builds the app as its next release would be: with one table more. */
async function buildNextRelease(folder: string): Promise<void> {
  const last = "\n  return database;\n";
  await build({
    logLevel: "error",
    build: { outDir: folder },
    plugins: [
      {
        name: "next release",
        enforce: "pre",
        transform: (code, id) => {
          if (!id.endsWith("/src/storage/database.ts")) return null;
          if (!code.includes(last)) throw new Error("The database is not made there any more.");
          return code.replace(last, `\n  database.version(4000).stores({ somethingNew: "id" });${last}`);
        },
      },
    ],
  });
}

test.use({ baseURL: undefined, serviceWorkers: "block" });

test(
  "the next release with a new schema beside this one: this tab says so and keeps what is typed, and the next release has it once this tab is closed",
  { tag: "@firefox" },
  async ({ browser }) => {
    test.setTimeout(120_000);
    const next = test.info().outputPath("next release");
    await buildNextRelease(next);
    const server = await startAppServer("dist");
    try {
      const context = await browser.newContext({ baseURL: server.url, serviceWorkers: "block" });
      const live = await context.newPage();
      const id = await startSession(live);
      await noteField(live).focus();
      await live.keyboard.type("with this release");
      server.serve(next);
      const other = await context.newPage();
      const from = Date.now();
      await Promise.all([other.goto("/"), live.keyboard.type(", to the last key", { delay: 15 })]);
      await expect(live.getByText("A newer version of the app wrote the database.").first()).toBeVisible();
      say(`a tab of the release before is told ${Date.now() - from} ms after the next one is opened`);
      await expect(noteField(live)).toHaveValue("with this release, to the last key");
      // What it could not write any more goes with it.
      await live.close();
      await openSession(other, id);
      await expect(noteField(other)).toHaveValue("with this release, to the last key");
      await expectSaved(other);
      await context.close();
    } finally {
      await server.end();
    }
  },
);
