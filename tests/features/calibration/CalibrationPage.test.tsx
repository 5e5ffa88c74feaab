// @vitest-environment jsdom
import { screen, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test } from "vitest";
import { startDebrief } from "../../../src/domain/panels/debrief.ts";
import type { Panel } from "../../../src/domain/panels/panel.ts";
import { encodeSessionFile } from "../../../src/interchange/formats/sessionFile.ts";
import type { AppParts } from "../../../src/state/app/appContext.ts";
import { savePanel } from "../../../src/state/panels/panels.ts";
import { addScorecardFiles } from "../../../src/state/panels/scorecardIntake.ts";
import { addPanel } from "../../../src/storage/panels/panels.ts";
import { writeSetting } from "../../../src/storage/session/sessions.ts";
import { MINUTE, smallGuide, START } from "../../smallInterview.ts";
import { smallPanel, smallScorecard } from "../../smallPanel.ts";
import { leaveApp, newApp, rowTexts, showApp } from "../shownApp.tsx";

let app: AppParts;

beforeEach(() => {
  app = newApp();
});
afterEach(() => leaveApp(app));

/** Adds a panel with Noor's scorecard and Ben's. */
async function addBoth(panel: Panel, isStarted: boolean): Promise<void> {
  await addPanel(app.database, { ...panel, publicKey: null }, smallGuide, null);
  const files = panel.interviewers.slice(0, 2).map(({ id, name }, at) => {
    const { first } = smallScorecard(id, { "failed.cause": 5 - at, "failed.after": 4 - at }, { name });
    return new File([encodeSessionFile(first, START, "Test 1")], `${id}.json`);
  });
  const work = { onProgress: () => {}, signal: new AbortController().signal };
  await addScorecardFiles(app, panel.id, files, work);
  const begin = (before: Panel) => ({
    ...before,
    debrief: startDebrief(before.debrief, START + 90 * MINUTE),
  });
  if (isStarted) await savePanel(app, panel.id, begin);
}

test("before any debrief there is nothing to compare, and no rating is shown", async () => {
  await addBoth(smallPanel, false);
  await showApp(app, "/calibration");
  expect(await screen.findByText(/^There is nothing to compare yet\./u)).toBeVisible();
  expect(screen.queryByLabelText("Who are you?")).toBeNull();
});

test("one’s own figures come first, and everybody’s when they are asked for", async () => {
  await addBoth(smallPanel, true);
  await writeSetting(app.database, "interviewer", "noor");
  await showApp(app, "/calibration");
  expect(await screen.findByLabelText("Who are you?")).toHaveDisplayValue("Noor");
  expect(screen.queryByRole("table")).toBeNull();
  await userEvent.click(screen.getByRole("button", { name: "Show figures" }));
  const own = screen.getByRole("region", { name: "Your figures, Noor" });
  expect(own).not.toHaveTextContent("Ben:");
  const counts = within(own).getByRole("table", { name: "How often each point was given" });
  expect(rowTexts(within(counts).getAllByRole("row"))[1]).toMatch(
    /^Noor2 ratings of 1 candidatetoo few ratings to tell00011$/u,
  );
  expect(screen.queryByRole("region", { name: "Everyone’s figures" })).toBeNull();
  await userEvent.click(screen.getByRole("button", { name: "Show everyone’s figures" }));
  const all = screen.getByRole("region", { name: "Everyone’s figures" });
  expect(all).toHaveTextContent("2 areas of 1 candidate were rated by two or more of 2 interviewers");
  expect(all).toHaveTextContent("Not enough overlap.");
});

test("who does not interview sees everybody’s at once", async () => {
  await addBoth(smallPanel, true);
  await showApp(app, "/calibration");
  expect(await screen.findByLabelText("Who are you?")).toHaveDisplayValue("None of these");
  await userEvent.click(screen.getByRole("button", { name: "Show figures" }));
  expect(screen.getByRole("region", { name: "Everyone’s figures" })).toBeVisible();
  expect(screen.queryByRole("region", { name: /^Your figures/u })).toBeNull();
});

test("two of one name in a panel are left out, and it is said what to do next time", async () => {
  const [noor, ben] = smallPanel.interviewers;
  await addBoth({ ...smallPanel, interviewers: [noor!, { ...ben!, name: "Noor" }] }, true);
  await showApp(app, "/calibration");
  expect(await screen.findByText(/^Not in these figures: the scorecards of/u)).toHaveTextContent(
    "Use different names when you plan the next panel.",
  );
});
