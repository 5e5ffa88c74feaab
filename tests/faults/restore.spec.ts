import { expect } from "@playwright/test";
import { amountOf } from "../amount.ts";
import { test } from "./diskTest.ts";
import { killedFillings, LONG, type Kills } from "./filling.ts";
import { firstPage, shownPage } from "./liveSession.ts";

/** Firefox takes seconds to start. */
const FEWER = { restores: amountOf(4, 1), imports: amountOf(4, 1) };
/** By the project's name. */
const KILLS: Readonly<Record<string, Kills>> = {
  faults: { restores: amountOf(15, 3), imports: amountOf(30, 2) },
  "faults-sqlite": { restores: amountOf(6, 1), imports: amountOf(8, 1) },
};

test.describe.configure({ timeout: 1_200_000 });

for (const { title, check } of killedFillings)
  test(title, { tag: ["@firefox", "@sqlite"] }, async ({ disk }, { project }) => {
    const profile = disk.makeProfile();
    let browser = await disk.launch(profile);
    let page = await firstPage(browser.context);
    await check(
      {
        open: async (address) => {
          // Where only the hash differs, nothing would be loaded.
          await page.goto("about:blank");
          await page.goto(address);
          await page.getByRole("heading", { level: 1 }).waitFor();
        },
        choose: (testId, files) =>
          page.getByTestId(testId).setInputFiles(
            files.map(({ name, text }) => ({
              name,
              mimeType: "application/json",
              buffer: Buffer.from(text),
            })),
          ),
        expectText: (text) => expect(page.getByText(text)).toBeVisible(LONG),
        click: (button) => page.getByRole("button", { name: button, exact: true }).first().click(),
        ...shownPage(() => page),
        killAndStart: async () => {
          await browser.kill();
          browser = await disk.launch(profile);
          page = await firstPage(browser.context);
        },
      },
      KILLS[project.name] ?? FEWER,
    );
  });
