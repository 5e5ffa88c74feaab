import { expect } from "@playwright/test";
import {
  areas,
  expectAccessible,
  expectSecondClicksIgnored,
  noteField,
  startInterview,
  wrapUpAndSubmit,
} from "./appPage.ts";
import { test } from "./appTest.ts";

test("an interview is done by touch on a phone", async ({ page }) => {
  await startInterview(page);
  const pane = page.getByRole("region", { name: "Area in focus" });
  await areas(page).last().getByText(/./u).first().tap();
  await pane.getByRole("radio", { name: /^5:/u }).tap({ force: true });
  await expect(areas(page).last().getByRole("checkbox")).toBeChecked();
  await noteField(page).tap();
  await page.keyboard.type("Halved the error rate.");
  await expect(page.getByRole("timer")).toBeInViewport();
  await page.getByRole("button", { name: "Next: Hard technical problem" }).tap();
  // At another place: two taps in one go on by one question.
  await page.getByRole("button", { name: /^Next/u }).tap({ position: { x: 12, y: 12 } });
  await expect(page.getByRole("main").getByText(/^2\/\d/u)).toBeVisible();
  await page.getByRole("button", { name: "Menu" }).tap();
  await page.getByRole("button", { name: /Hard technical problem/u }).tap();
  await expect(page.getByRole("main").getByText(/^1\/\d/u)).toBeVisible();
  await expect(noteField(page)).toHaveValue("Halved the error rate.");
  await expectAccessible(page, "live on a phone");
  await page.getByRole("button", { name: "Menu" }).tap();
  await page.getByRole("button", { name: "Finish", exact: true }).tap();
  await wrapUpAndSubmit(page);
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(over).toBeLessThanOrEqual(0);
});

test("questions of a plan are put in order by a finger", async ({ page }) => {
  await page.goto("/#/plan");
  const chosen = page.getByRole("list", { name: "Selected questions" }).getByRole("listitem");
  await expect(chosen).toHaveCount(3);
  const last = await chosen.last().locator("b").textContent();
  const grip = chosen.last().getByTitle("Drag to move");
  await grip.scrollIntoViewIfNeeded();
  const [from, to] = await Promise.all([grip.boundingBox(), chosen.nth(1).boundingBox()]);
  const protocol = await page.context().newCDPSession(page);
  const x = from!.x + from!.width / 2;
  const touch = (type: "touchStart" | "touchMove", y: number) =>
    protocol.send("Input.dispatchTouchEvent", { type, touchPoints: [{ x, y }] });
  await touch("touchStart", from!.y + from!.height / 2);
  await touch("touchMove", (from!.y + to!.y) / 2);
  await touch("touchMove", to!.y + to!.height / 2);
  await protocol.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  await expect(chosen.nth(1).locator("b")).toHaveText(last!);
});

test("two quick taps on a point rate one area, though the next one is in focus by then", async ({ page }) => {
  await startInterview(page);
  await expectSecondClicksIgnored(page);
  const point = page.getByRole("region", { name: "Area in focus" }).getByRole("radio", { name: /^4:/u });
  const { x, y, width, height } = (await point.locator("xpath=..").boundingBox())!;
  const protocol = await page.context().newCDPSession(page);
  const touchPoints = [{ x: x + width / 2, y: y + height / 2 }];
  const at = Date.now() / 1000;
  // By the times that they are given, whatever else the machine does.
  const touch = (type: "touchStart" | "touchEnd", ms: number) =>
    protocol.send("Input.dispatchTouchEvent", {
      type,
      touchPoints: type === "touchStart" ? touchPoints : [],
      timestamp: at + ms / 1000,
    });
  await Promise.all([
    touch("touchStart", 0),
    touch("touchEnd", 40),
    touch("touchStart", 150),
    touch("touchEnd", 190),
  ]);
  const rated = page.getByText(/^\d of 8 rated$/u);
  await expect(rated).toHaveText("1 of 8 rated");
  // Where the second one counted, it did by then.
  await page.waitForTimeout(400);
  await expect(rated).toHaveText("1 of 8 rated");
});
