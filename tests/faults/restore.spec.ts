import { expect } from "@playwright/test";
import { amountOf } from "../amount.ts";
import { test } from "./diskTest.ts";
import { killedFillings, LONG } from "./filling.ts";
import { firstPage, shownPage } from "./liveSession.ts";

const RESTORES = amountOf(15, 3);
const IMPORTS = amountOf(30, 2);

test.describe.configure({ timeout: 1_200_000 });

for (const { title, check } of killedFillings(RESTORES, IMPORTS))
  test(title, async ({ disk }) => {
    const profile = disk.makeProfile();
    let browser = await disk.launch(profile);
    let page = await firstPage(browser.context);
    await check({
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
    });
  });
