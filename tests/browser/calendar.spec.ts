import { readFileSync } from "node:fs";
import { expect } from "@playwright/test";
import { expectAccessible } from "./appPage.ts";
import { test } from "./appTest.ts";

test(
  "a plan goes to the calendar, and from there into the plan of somebody else",
  { tag: "@long" },
  async ({ page, browser, baseURL }) => {
    await page.goto("/#/plan");
    await page.getByLabel("Candidate", { exact: true }).fill("Amira Haddad");
    await page.getByLabel("Interviewer").fill("Noor");
    await page.getByLabel("Date and time").fill("2031-03-04T10:30");
    await page.getByLabel("Duration", { exact: true }).selectOption("45");
    await expectAccessible(page, "plan");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Save and download calendar file" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("Amira-Haddad_interview.ics");
    await expect(page.getByRole("link", { name: "Amira Haddad" }).first()).toBeVisible();
    const buffer = readFileSync(await download.path());
    const link =
      /^URL:(?<link>.*)$/mu.exec(buffer.toString().replaceAll("\r\n ", ""))?.groups?.["link"] ?? "";
    await page.goto(link.trim());
    await expect(page.getByLabel("Candidate", { exact: true })).toHaveValue("Amira Haddad");

    const context = await browser.newContext({ baseURL: baseURL! });
    const other = await context.newPage();
    await other.goto("/");
    await other
      .getByTestId("import-file")
      .setInputFiles({ name: "interview.ics", mimeType: "text/calendar", buffer });
    const plan = other.getByRole("button", { name: "Plan this interview" });
    await expect(plan).toBeVisible();
    await expectAccessible(other, "import");
    await plan.click();
    await expect(other.getByLabel("Candidate", { exact: true })).toHaveValue("Amira Haddad");
    await expect(other.getByLabel("Date and time")).toHaveValue("2031-03-04T10:30");
    await expect(other.getByLabel("Duration", { exact: true })).toHaveValue("45");
    await expectAccessible(other, "plan from the calendar");
    await context.close();
  },
);
