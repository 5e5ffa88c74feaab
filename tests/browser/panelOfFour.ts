import { expect, type Browser, type Page } from "@playwright/test";
import { submitInWrapUp } from "./appPage.ts";
import { downloadBy, toFile } from "./handedOver.ts";
import { holdInterview, interviewFor, submitForGood } from "./teamPanel.ts";

/*
 * A panel from its plan to the debrief, four people with a browser profile each: what each of them clicks is counted. One
 * of the four sits at Firefox.
 */

const LEAD = "Lea";
export const OTHERS = ["Noor", "Mei Li", "Jonas Weber"];
/** Which of the others has Firefox. */
export const AT_FIREFOX = 1;

const [MOST_TO_PLAN, MOST_TO_BE_READY, MOST_TO_SEND] = [8, 2, 1];

/** Counts the clicks of the person on a page, through reloads. */
export async function countClicks(page: Page): Promise<void> {
  await page.addInitScript(() => {
    addEventListener(
      "click",
      ({ isTrusted }) => {
        const before = Number(sessionStorage.getItem("clicks") ?? 0);
        if (isTrusted) sessionStorage.setItem("clicks", String(before + 1));
      },
      { capture: true },
    );
  });
}

async function clicksIn(page: Page, work: () => Promise<void>): Promise<number> {
  const count = () => page.evaluate(() => Number(sessionStorage.getItem("clicks") ?? 0));
  const before = await count();
  await work();
  return (await count()) - before;
}

/** @param baseURL where it is not the browser of the test's own project */
export async function newMachine(browser: Browser, baseURL?: string): Promise<Page> {
  const context = await browser.newContext({
    serviceWorkers: "block",
    ...(baseURL !== undefined && { baseURL }),
  });
  const page = await context.newPage();
  await countClicks(page);
  return page;
}

/** @returns the address of the plan, and the links of the others */
export async function planAndInvite(
  lead: Page,
): Promise<{ readonly plan: string; readonly links: string[] }> {
  const links: string[] = [];
  const clicks = await clicksIn(lead, async () => {
    await lead.getByRole("link", { name: "Plan a panel" }).click();
    await lead.getByLabel("Candidate", { exact: true }).fill("Priya Raman");
    for (const [index, name] of [LEAD, ...OTHERS].entries()) {
      if (index > 1) await lead.getByRole("button", { name: "+ Add an interviewer" }).click();
      await lead.getByLabel(`Name of interviewer ${index + 1}`).fill(name);
    }
    await lead.getByRole("button", { name: "Assign all" }).click();
    await lead.getByRole("button", { name: "Save panel" }).click();
    await expect(lead.getByRole("heading", { name: "Invitations" })).toBeVisible();
    for (const name of OTHERS) {
      links.push(await lead.getByLabel(`Invitation link for ${name}`).inputValue());
      await lead.getByRole("button", { name: `Copy link for ${name}` }).click();
    }
  });
  expect(clicks, "the lead's clicks to plan and invite").toBeLessThanOrEqual(MOST_TO_PLAN);
  return { plan: lead.url(), links };
}

/** Opens the link and accepts, with what comes before that, then interviews and submits. */
export async function interviewAndSubmit(
  seat: Page,
  link: string,
  before: () => Promise<unknown> = async () => {},
): Promise<void> {
  await seat.goto(link);
  const clicks = await clicksIn(seat, async () => {
    await before();
    await seat.getByRole("button", { name: "Plan your interview" }).click();
    await expect(seat.getByRole("button", { name: "Start interview" })).toBeVisible();
  });
  expect(clicks, "an interviewer's clicks to be ready").toBeLessThanOrEqual(MOST_TO_BE_READY);
  await seat.getByRole("button", { name: "Start interview" }).click();
  await holdInterview(seat);
  await submitInWrapUp(seat);
}

/** What an interviewer does after the submission where nothing is to be sent by hand: it goes once it is locked. */
export async function untilDelivered(seat: Page): Promise<void> {
  const clicks = await clicksIn(seat, async () => {
    await expect(seat.getByText(`delivered to ${LEAD}`)).toBeVisible({ timeout: 60_000 });
  });
  expect(clicks, "an interviewer's clicks after the submission").toBe(0);
}

/** The same where the file is to be sent. @returns the file */
export async function sendByHand(seat: Page) {
  let file = { name: "", text: "" };
  const clicks = await clicksIn(seat, async () => {
    await expect(seat.getByText(/^submitted, not sent yet$/iu)).toBeVisible({ timeout: 60_000 });
    file = await downloadBy(seat, "Encrypted scorecard file");
  });
  expect(clicks, "an interviewer's clicks after the submission").toBeLessThanOrEqual(MOST_TO_SEND);
  return toFile(file);
}

export async function interviewAsLead(lead: Page, plan: string): Promise<void> {
  await lead.goto(plan);
  await lead.getByRole("link", { name: "Plan your interview" }).click();
  await interviewFor(lead);
  await submitForGood(lead);
  await lead.goto("/#/panels");
  await expect(boardOf(lead)).toContainText("Start the debrief");
}

const boardOf = (lead: Page) => lead.getByRole("table", { name: "Open panels" });

export async function untilReceived(lead: Page, count: number): Promise<void> {
  await expect(boardOf(lead).getByText("received", { exact: true })).toHaveCount(count);
}
