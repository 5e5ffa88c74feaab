import { expect, type Locator, type Page } from "@playwright/test";
import { test } from "./appTest.ts";
import { expectAccessible, startInterview } from "./appPage.ts";
import sample from "../../data/samples/panel.json" with { type: "json" };

/** Points that three interviewers give in turn: Jonas is half a point milder than Ines, Mei gives threes and fours. */
const given: Readonly<Record<string, readonly number[]>> = {
  "Ines Duarte": [1, 3, 4, 5, 2, 3, 4, 2],
  "Jonas Weber": [2, 3, 5, 5, 3, 3, 5, 2],
  "Mei Lin": [3, 3, 4, 4, 3, 3, 4, 3],
};

/** @returns the debrief file of another candidate's panel, its debrief started, by the interviewers of the sample */
function debriefFileOf(candidate: string): string {
  const id = `panel ${candidate}`;
  const scorecards = sample.scorecards.map(({ session, answers }) => ({
    session: {
      ...session,
      id: `${id} ${session.id}`,
      candidate,
      sample: false,
      panel: { ...session.panel, panelId: id },
    },
    answers: answers.map((answer) => ({
      ...answer,
      areas: Object.fromEntries(
        Object.keys(answer.areas).map((areaId, at) => [
          areaId,
          { covered: true, rating: given[session.interviewer]![at % 8]!, note: "Said so." },
        ]),
      ),
    })),
  }));
  const panel = {
    ...sample.panel,
    id,
    candidate,
    debrief: { ...sample.panel.debrief, startedAt: "2026-11-24T12:00:00.000Z" },
  };
  return JSON.stringify({ ...sample, panel, scorecards });
}

async function addPanels(page: Page, candidates: readonly string[]): Promise<void> {
  await page.goto("/#/panels");
  await page.getByTestId("scorecard-files").setInputFiles(
    candidates.map((candidate) => ({
      name: `${candidate}.json`,
      mimeType: "application/json",
      buffer: Buffer.from(debriefFileOf(candidate)),
    })),
  );
  await expect(page.getByRole("list", { name: "Panels" }).getByRole("listitem")).toHaveCount(
    candidates.length,
  );
  await page.getByRole("link", { name: "Calibration" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Calibration" })).toBeVisible();
}

const own = (page: Page): Locator => page.getByRole("region", { name: /^Your figures/u });
const everybody = (page: Page): Locator => page.getByRole("region", { name: "Everyone’s figures" });
const show = (page: Page): Promise<void> => page.getByRole("button", { name: "Show figures" }).click();

test(
  "one's own figures come first: who plans on this device is proposed, and the others unfold after",
  { tag: "@firefox" },
  async ({ page }) => {
    await addPanels(page, ["Priya Raman", "Anna Ort", "Tom Ives", "Zoë Ray"]);
    // Jonas Weber has another interview with Priya Raman: her panel is shut for him until he has submitted.
    await startInterview(page, "Priya Raman");
    await page.goto("/#/calibration");
    await expect(page.getByText("Not in these figures: the panel for Priya Raman.")).toBeVisible();
    await expect(page.getByLabel("Who are you?")).toHaveValue("jonas weber");
    await expect(page.getByText("adjusted")).toHaveCount(0);
    await expect(page.getByRole("table")).toHaveCount(0);

    await show(page);
    await expect(page.getByRole("heading", { name: "Your figures, Jonas Weber" })).toBeFocused();
    await expect(own(page).getByRole("listitem")).toHaveText([
      /^Jonas Weber\+0\.2 adjusted · \+0\.2 raw72 shared areas$/u,
    ]);
    await expect(
      own(page).getByRole("table", { name: "Agreement between two interviewers" }).getByRole("row"),
    ).toHaveText([
      /^With/u,
      /^Ines Duarte72 areas of 3 candidates50\s%100\s%0\.85$/u,
      /^Mei Lin48 areas of 3 candidates38\s%100\s%0\.64$/u,
    ]);
    await expect(
      own(page).getByRole("table", { name: "How often each point was given" }).getByRole("row"),
    ).toHaveText(["Interviewer12345", "Jonas Weber72 ratings of 3 candidates01827027"]);
    await expect(everybody(page)).toHaveCount(0);

    await page.getByRole("button", { name: "Show everyone’s figures" }).click();
    await expect(page.getByRole("heading", { name: "Everyone’s figures" })).toBeFocused();
    await expect(
      everybody(page).getByText("96 areas of 3 candidates were rated by two or more of 3"),
    ).toBeVisible();
    // Plain shares first, and after them what takes chance into account.
    await expect(everybody(page)).toContainText(
      /Two interviewers who rated the same area gave the same point in \d+\s% of \d+ comparisons, and were at most one point apart in \d+\s%\..*Krippendorff’s alpha0\.78/u,
    );
    await expect(
      everybody(page).getByRole("row", { name: /^Mei Lin.*narrow: nearly all on two points/u }),
    ).toBeVisible();

    // Another one looks: the others' figures fold away again.
    await page.getByLabel("Who are you?").selectOption("Mei Lin");
    await show(page);
    await expect(page.getByRole("heading", { name: "Your figures, Mei Lin" })).toBeFocused();
    await expect(everybody(page)).toHaveCount(0);
  },
);

test(
  "the sample panel alone is one candidate: the counts are shown, and no coefficient",
  { tag: "@firefox" },
  async ({ page }) => {
    await page.goto("/#/panels");
    await page.getByRole("button", { name: "Open a sample panel" }).click();
    await expect(page.getByRole("heading", { name: "Before the debrief" })).toBeVisible();
    await page.goto("/#/calibration");
    await expect(page.getByText("There is nothing to compare yet.")).toBeVisible();
    await page.goto("/#/panels");
    await page.getByRole("link", { name: /^Amara Okafor/u }).click();
    await page.getByRole("button", { name: "Start debrief" }).click();
    await page.getByRole("button", { name: "Start without them" }).click();
    await expect(page.getByRole("table").first()).toBeVisible();

    await page.goto("/#/calibration");
    await expect(page.getByText("These are sample scorecards.")).toBeVisible();
    await expect(page.getByLabel("Who are you?").getByRole("option", { selected: true })).toHaveText(
      "None of these",
    );
    await show(page);
    await expect(everybody(page).getByText("Not enough overlap.")).toBeVisible();
    await expect(everybody(page).getByText(/^29 areas of 1 candidate were rated/u)).toBeVisible();
    await expect(everybody(page).getByRole("listitem")).toHaveText([
      /^Ines Duarte: not enough overlap; \d+ areas of 1 candidate/u,
      /^Jonas Weber: not enough overlap; \d+ areas of 1 candidate/u,
      /^Mei Lin: not enough overlap; \d+ areas of 1 candidate/u,
    ]);
    await expect(
      everybody(page).getByText(
        "Shown once at least 2 of an interviewer’s candidates were also rated by others.",
      ),
    ).toBeVisible();
    await expect(
      everybody(page).getByRole("table", { name: "Agreement between two interviewers" }).getByRole("cell"),
    ).toHaveText(Array.from({ length: 3 }, () => "not enough overlap"));
    await expect(everybody(page).getByText(/alpha|ICC|\badjusted ·/u)).toHaveCount(0);
  },
);

test(
  "axe finds nothing, and nothing is cut off from 360 px",
  { tag: ["@firefox", "@long"] },
  async ({ page }) => {
    await page.goto("/#/calibration");
    await expect(page.getByText("There is nothing to compare yet.")).toBeVisible();
    await expectAccessible(page, "nothing to compare");
    await addPanels(page, ["Anna Ort", "Tom Ives", "Wolfeschlegelsteinhausenbergerdorff".repeat(3)]);
    await page.getByLabel("Who are you?").selectOption("Ines Duarte");
    await show(page);
    await page.getByRole("button", { name: "Show everyone’s figures" }).click();
    for (const width of [1280, 390, 360]) {
      await page.setViewportSize({ width, height: 800 });
      await expectAccessible(page, `figures at ${width}`);
      const over = await page.evaluate(() => [
        document.documentElement.scrollWidth - document.documentElement.clientWidth,
        ...Array.from(document.querySelectorAll("table"), ({ scrollWidth, parentElement }) =>
          Math.max(0, scrollWidth - (parentElement?.clientWidth ?? 0)),
        ),
      ]);
      expect(over, `at ${width}`).toEqual([0, 0, 0, 0, 0]);
    }
  },
);
