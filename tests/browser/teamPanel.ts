import { expect, type Page } from "@playwright/test";
import { areas, expectSaved, noteField, submitInWrapUp } from "./appPage.ts";
import type { RunningTeamServer } from "./teamServer.ts";

/** Makes the page's device one that leads panels through the server. */
export async function connectToServer(page: Page, { leadPart }: RunningTeamServer): Promise<void> {
  await page.goto(`/${leadPart}`);
  await page.getByRole("button", { name: "Use this server" }).click();
  await expect(page.getByText("Connected.")).toBeVisible();
}

/** Connects the page to the server and plans a panel there, as `planPanel` does. */
export async function planTeamPanel(page: Page, server: RunningTeamServer): Promise<string> {
  await connectToServer(page, server);
  return planPanel(page);
}

/** Plans a panel that Lea leads, who interviews as well. @returns the link of Noor, the other interviewer */
export async function planPanel(page: Page): Promise<string> {
  await page.getByRole("link", { name: "Plan a panel" }).click();
  await page.getByLabel("Candidate", { exact: true }).fill("Priya Raman");
  await page.getByLabel("Name of interviewer 1").fill("Lea");
  await page.getByLabel("Name of interviewer 2").fill("Noor");
  const row = page
    .getByRole("row")
    .filter({ has: page.getByRole("rowheader", { name: "Slow database or API" }) });
  for (const box of await row.getByRole("checkbox").all()) await box.check();
  await page.getByRole("button", { name: "Save panel" }).click();
  return page.getByLabel("Invitation link for Noor").inputValue();
}

/** Accepts the invitation that is on the screen and holds the interview. It is in the wrap-up then. */
export async function interviewFor(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Plan your interview" }).click();
  await page.getByRole("button", { name: "Start interview" }).click();
  await holdInterview(page);
}

/** Rates and notes something in the interview that was just started, and finishes it. */
export async function holdInterview(page: Page): Promise<void> {
  await areas(page).first().getByRole("radio").nth(3).check();
  await noteField(page).fill("a note of Noor");
  await expectSaved(page);
  await page.getByRole("button", { name: "Finish", exact: true }).click();
}

/** Submits the interview and locks it: from then on it is to go to the lead. */
export async function submitForGood(page: Page): Promise<void> {
  await submitInWrapUp(page);
  await page.getByRole("button", { name: "Lock now" }).click();
}
