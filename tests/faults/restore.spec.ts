import { expect, test } from "@playwright/test";
import { amountOf } from "../amount.ts";
import { canFindProcesses, launchOn, makeProfile, removeProfile } from "./browserProcess.ts";
import { killedFillings, LONG } from "./filling.ts";
import { firstPage, shownPage } from "./liveSession.ts";

const RESTORES = amountOf(15, 3);
const IMPORTS = amountOf(30, 2);

test.describe.configure({ timeout: 1_200_000 });
test.skip(!canFindProcesses, "The browser's processes are found in /proc, which this system has not.");

for (const { title, check } of killedFillings(RESTORES, IMPORTS))
  test(title, async ({ playwright, browserName, launchOptions, baseURL }) => {
    const profile = makeProfile("filled");
    const launch = () => launchOn(profile, playwright[browserName], launchOptions, baseURL);
    let browser = await launch();
    try {
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
          browser = await launch();
          page = await firstPage(browser.context);
        },
      });
    } finally {
      await browser.kill();
      await removeProfile(profile);
    }
  });
