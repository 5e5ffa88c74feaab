import { writeFileSync } from "node:fs";
import { expect, type Page } from "@playwright/test";
import { test } from "./appTest.ts";
import sample from "../../data/samples/panel.json" with { type: "json" };
import { seatPanel } from "../../src/domain/panels/debrief.ts";
import { attendanceOf, type Panel } from "../../src/domain/panels/panel.ts";
import { decodeDebrief } from "../../src/interchange/formats/debriefFile.ts";
import { encodePacket } from "../../src/interchange/documents/packet.ts";

const AT = Date.parse("2026-11-25T10:00:00Z");

/**
 * Writes the packet of the sample panel after its debrief.
 *
 * @param change makes other texts of those in the sample
 * @returns where it lies
 */
async function writePacket(change = (text: string) => text): Promise<string> {
  const decoded = await decodeDebrief(sample);
  if (!decoded.ok) throw new Error("The sample can't be read.");
  const debrief = JSON.parse(change(JSON.stringify(decoded.value))) as typeof decoded.value;
  const { scorecards } = debrief;
  const [firstAreaId = "", secondAreaId = ""] = Object.keys(sample.scorecards[0]!.answers[0]!.areas);
  const panel: Panel = {
    ...debrief.panel,
    debrief: {
      ...debrief.panel.debrief,
      startedAt: AT,
      recommendationsShownAt: AT,
      agreedByAreaId: {
        [firstAreaId]: { rating: 3, note: "Agreed." },
        [secondAreaId]: { rating: "noEvidence", note: "Nobody got to it." },
      },
      decision: { outcome: "hire", reason: "Finds causes and proves them.", decidedAt: AT },
    },
  };
  const attendance = scorecards.map(({ first }) => attendanceOf(panel, first));
  const path = test.info().outputPath("packet.html");
  writeFileSync(
    path,
    await encodePacket({ ...seatPanel(panel, scorecards), attendance, figures: "on" }, AT, "Test 1"),
  );
  return path;
}

const headingsOf = (page: Page) => page.getByRole("heading", { level: 2 }).allInnerTexts();

test(
  "the packet opens with scripts off, every part of it there",
  { tag: "@firefox" },
  async ({ browser }) => {
    const path = await writePacket();
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`file://${path}`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Amara Okafor (sample)");
    expect(await headingsOf(page)).toEqual([
      "Decision: hire",
      "Panel",
      "Recommendations",
      "Agreed in the debrief",
      "Competencies",
      "Questions",
      "Areas, largest gap first",
      "Scorecard of Ines Duarte",
      "Scorecard of Jonas Weber",
      "Scorecard of Mei Lin",
    ]);
    await expect(page.locator("script")).toHaveCount(0);
    for (const { session } of sample.scorecards) {
      await expect(page.getByText(session.summary).first()).toBeVisible();
    }
    // The style is let through by its hash, in every browser.
    await expect(page.locator(".decision")).toHaveCSS("border-top-width", "2px");
    await context.close();
  },
);

test("why an area has no rating is one line, and on a phone each row is a card: nothing scrolls sideways", async ({
  page,
}) => {
  await page.goto(`file://${await writePacket()}`);
  const reasons = page.locator(".rating").getByText("not enough signal");
  await expect(reasons).toHaveCount(3);
  for (const width of [1280, 390, 320]) {
    await page.setViewportSize({ width, height: 844 });
    for (const reason of await reasons.all())
      expect(await reason.evaluate((element) => element.getClientRects().length), `${width} px`).toBe(1);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), `${width} px`).toBe(width);
  }
  const gap = page.locator("section", { hasText: "Areas, largest gap first" }).locator("tr").nth(1);
  const words = await gap
    .locator("td")
    .evaluateAll((cells) => cells.map((cell) => getComputedStyle(cell, "::before").content));
  expect(words).toEqual(['"Ines Duarte"', '"Jonas Weber"', '"Mei Lin"', '"Gap"']);
});

test("long words in names, areas and notes leave the packet in the window, and on its sheets of paper", async ({
  page,
}) => {
  const long = "Wolfeschlegelstein".repeat(6);
  const words = /Okafor|Duarte|Weber|Plan for the fix|API|solving|[Tt]he index|can prove|Ask|figures/gu;
  await page.goto(`file://${await writePacket((text) => text.replaceAll(words, long))}`);
  const sideways = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  for (const width of [1280, 390, 320]) {
    await page.setViewportSize({ width, height: 844 });
    expect(await sideways(), `${width} px`).toBe(0);
  }
  await page.emulateMedia({ media: "print" });
  // As wide as an A4 sheet is between its margins.
  await page.setViewportSize({ width: 673, height: 1000 });
  expect(await sideways(), "on paper").toBe(0);
});
