// @vitest-environment jsdom
import { screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Guide, Question } from "../../../../src/domain/guides/guide.ts";
import { readClocks } from "../../../../src/domain/session/clockGaps.ts";
import { startSession } from "../../../../src/domain/session/call.ts";
import { planSegments } from "../../../../src/domain/session/segment.ts";
import type { AppParts } from "../../../../src/state/app/appContext.ts";
import { toAriaKeys } from "../../../../src/ui/keys/chords.ts";
import { liveKeys } from "../../../../src/features/interview/keys/liveKeys.ts";
import { loadWholeSession, putWholeSessions } from "../../../../src/storage/session/sessions.ts";
import {
  askQuestion,
  hashGuide,
  liveInterview,
  MINUTE,
  plannedInterview,
  smallGuide,
  START,
} from "../../../smallInterview.ts";
import { leaveApp, newApp, showApp } from "../../shownApp.tsx";

let app: AppParts;

beforeEach(() => {
  app = newApp();
});
afterEach(() => leaveApp(app));

const points = [1, 2, 3, 4, 5];
const rows = liveKeys(points, true);

async function show(whole = liveInterview()): Promise<void> {
  await putWholeSessions(app.database, [whole], []);
  await showApp(app, "/session/s1");
  await waitFor(() => expect(screen.getAllByRole("checkbox")[0]).toHaveFocus());
}

/** What is pressed on the screen: all but checkboxes and points, which Space and digits are for, and the fields. */
const pressed = () =>
  Array.from(document.querySelectorAll("[data-live] :is(button, summary, a):not(dialog *)"));

const everyAdvice: Guide = {
  ...smallGuide,
  advice: [
    {
      id: "smooth",
      appliesTo: "rehearsedAnswer",
      title: "Smooth",
      text: "",
      signs: [],
      levels: [],
      followUps: [],
    },
  ],
};

test("every button of the live screen says its key, and the key is one of the table that does not do something else", async () => {
  const segments = planSegments({ introduction: 5, candidateQuestions: 10 });
  const live = liveInterview("s1", { segments, guideId: hashGuide(everyAdvice) });
  // A question is looked back at, and time was slept through: all that the screen can offer is on it.
  const slept = readClocks(
    { ...askQuestion(live, "recipe", START), guide: everyAdvice },
    { wallMs: START, monotonicMs: 0 },
    { wallMs: START + 3 * MINUTE, monotonicMs: 0 },
  );
  await show(slept);
  await userEvent.keyboard("{Alt>}1{/Alt}");
  const keys = rows.flatMap((row) => row.keys.map(toAriaKeys));
  const buttons = pressed();
  expect(buttons.length).toBeGreaterThan(18);
  const isKnown = (said: string | null) => said !== null && keys.some((key) => said.startsWith(key));
  expect(
    buttons
      .filter((button) => !isKnown(button.getAttribute("aria-keyshortcuts")))
      .map(({ outerHTML }) => outerHTML),
  ).toEqual([]);
});

test("no key stands in two rows, and no two rows say the same", () => {
  const all = rows.flatMap(({ keys }) => keys);
  expect(new Set(all).size).toBe(all.length);
  expect(new Set(rows.map(({ words }) => words)).size).toBe(rows.length);
});

test("the sheet names every row of the table with its keys; what can’t be done here is not in it", async () => {
  vi.spyOn(window, "matchMedia").mockImplementation(
    (media) =>
      Object.assign(new EventTarget(), { media, matches: media === "(pointer: coarse)" }) as MediaQueryList,
  );
  const here = liveKeys(points, false);
  await show();
  await userEvent.keyboard("?");
  const sheet = within(await screen.findByRole("dialog", { name: "Keys" }));
  for (const { words } of here) expect(sheet.getByText(words)).toBeVisible();
  expect(sheet.getAllByRole("definition")).toHaveLength(here.length);
  expect(sheet.queryByText(/^Float/u)).toBeNull();
});

test("32 areas are ticked and rated with at most 40 keys", async () => {
  const questionOf = (id: string): Question => ({
    id,
    title: id,
    text: `Tell me about ${id}.`,
    competencyId: "dough",
    plannedMinutes: 12,
    areas: Array.from({ length: 8 }, (_, at) => ({ id: `${id}.${at}`, text: `Area ${at}`, anchors: [] })),
    followUps: [],
  });
  const questionIds = ["rye", "wheat", "spelt", "oat"];
  const guide: Guide = { ...smallGuide, questions: questionIds.map(questionOf) };
  const planned = plannedInterview("s1", { questionIds, guideId: hashGuide(guide) });
  await show(startSession({ ...planned, guide }, START));
  let count = 0;
  const press = async (key: string) => {
    count++;
    await userEvent.keyboard(key);
  };
  for (const id of questionIds) {
    if (id !== "rye") await press("{Control>}{Enter}{/Control}");
    for (const digit of "34215432") await press(digit);
  }
  expect(count).toBeLessThanOrEqual(40);
  await waitFor(async () => {
    const answers = Object.values((await loadWholeSession(app.database, "s1"))?.answers ?? {});
    const areas = answers.flatMap((answer) => Object.values(answer.areas));
    expect(areas.filter(({ covered, rating }) => covered && rating !== null)).toHaveLength(32);
  });
});
