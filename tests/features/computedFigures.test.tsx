// @vitest-environment jsdom
import { screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test } from "vitest";
import { startDebrief } from "../../src/domain/panels/debrief.ts";
import { encodeSessionFile } from "../../src/interchange/formats/sessionFile.ts";
import type { AppParts } from "../../src/state/app/appContext.ts";
import { savePanel } from "../../src/state/panels/panels.ts";
import { addScorecardFiles } from "../../src/state/panels/scorecardIntake.ts";
import { addPanel } from "../../src/storage/panels/panels.ts";
import { putWholeSessions, readSetting, writeSetting } from "../../src/storage/session/sessions.ts";
import { SettingsPage } from "../../src/features/settings/SettingsPage.tsx";
import { computedIn } from "../computedFigures.ts";
import { revisedScorecard } from "../nastyScorecard.ts";
import { smallGuide, START } from "../smallInterview.ts";
import { smallPanel, smallScorecard } from "../smallPanel.ts";
import { leaveApp, newApp, rowTexts, showApp, showPart } from "./shownApp.tsx";

let app: AppParts;

beforeEach(async () => {
  app = newApp();
  await addPanel(app.database, { ...smallPanel, publicKey: null }, smallGuide, null);
  const scorecards = [
    smallScorecard("noor", { "failed.cause": 4, "failed.after": 3 }),
    smallScorecard("ben", { "failed.cause": 4, "failed.after": 1 }),
  ];
  const files = scorecards.map(
    ({ first }) => new File([encodeSessionFile(first, START, "Test 1")], `${first.session.id}.json`),
  );
  await addScorecardFiles(app, "p1", files, { onProgress: () => {}, signal: new AbortController().signal });
  await savePanel(app, "p1", (panel) => ({ ...panel, debrief: startDebrief(panel.debrief, START) }));
  const { first, revisions } = revisedScorecard();
  await putWholeSessions(app.database, [first], revisions);
});
afterEach(() => leaveApp(app));

const turnOff = () => writeSetting(app.database, "computedFigures", false);

/** @returns signs of computed figures on the screen, but for where it says that they are off */
function shown(): readonly string[] {
  const main = screen.getByRole("main").cloneNode(true) as HTMLElement;
  // A step that is come back to is kept meanwhile.
  for (const hidden of main.querySelectorAll("[style*='display: none']")) hidden.remove();
  return computedIn(main.textContent.replaceAll("Computed figures are off", ""));
}

/** Shows each step of the debrief and tells what was computed there. */
async function stepsOf(): Promise<readonly (readonly string[])[]> {
  await showApp(app, "/panels/p1");
  const steps = within(await screen.findByRole("navigation", { name: "Steps of the debrief" }));
  const found: (readonly string[])[] = [];
  for (const link of steps.getAllByRole("link")) {
    await userEvent.click(link);
    found.push(shown());
  }
  return found;
}

test("on, there are figures in three steps of the debrief: what looks for them finds them", async () => {
  expect((await stepsOf()).map((found) => found.length > 0)).toEqual([true, true, true, false]);
});

test("off, no step of the debrief shows one, and its areas come in the order of the guide", async () => {
  await turnOff();
  expect(await stepsOf()).toEqual([[], [], [], []]);
  await userEvent.click(screen.getByRole("link", { name: "Areas" }));
  const [, ...rows] = within(screen.getByRole("table")).getAllByRole("row");
  expect(rowTexts(rows).slice(0, 2)).toEqual([
    expect.stringMatching(/^The cause/u),
    expect.stringMatching(/^What changed/u),
  ]);
});

test("off, every area that somebody rated is talked about before the recommendations", async () => {
  await turnOff();
  await showApp(app, "/panels/p1");
  expect(await screen.findByText(/^2 areas left to discuss, in the order of the guide\./u)).toBeVisible();
  expect(screen.getByRole("heading", { name: "Discuss each area" })).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "Done, next area" }));
  // Nobody asked about the others.
  await userEvent.click(screen.getByRole("button", { name: "Done" }));
  expect(await screen.findByText(/^All areas, in the order of the guide\./u)).toBeVisible();
  expect(screen.getByRole("heading", { name: "No area is left to discuss" })).toBeVisible();
});

test("off, candidates stand side by side with the ratings of each interviewer", async () => {
  await turnOff();
  await showApp(app, "/panels/compare");
  expect(await screen.findByText(/ 4, 3(?:;|$)/u)).toBeVisible();
  expect(screen.getByText(/ 4, 1(?:;|$)/u)).toBeVisible();
  expect(shown()).toEqual([]);
});

test("off, calibration shows nothing but where to turn them on", async () => {
  await turnOff();
  await showApp(app, "/calibration");
  expect(await screen.findByText(/^Computed figures are off/u)).toBeVisible();
  expect(shown()).toEqual([]);
});

test("off, a scorecard has its ratings by competency, and no mean of them", async () => {
  await turnOff();
  await showApp(app, "/session/s1");
  expect(await screen.findByRole("columnheader", { name: "Ratings of areas" })).toBeVisible();
  expect(shown()).toEqual([]);
});

test("one switch in the settings is kept", async () => {
  showPart(app, <SettingsPage />);
  const box = await screen.findByRole("checkbox", { name: "Compute figures from ratings" });
  expect(box).toBeChecked();
  await userEvent.click(box);
  await waitFor(() => expect(box).not.toBeChecked());
  expect(await readSetting(app.database, "computedFigures")).toBe(false);
});
