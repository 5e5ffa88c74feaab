// @vitest-environment jsdom
import { screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test } from "vitest";
import { rateArea, type Rating } from "../../../src/domain/session/answer.ts";
import { pauseItem, questionItem } from "../../../src/domain/session/agenda.ts";
import { finishSession } from "../../../src/domain/session/call.ts";
import { changeAnswer, type WholeSession } from "../../../src/domain/session/session.ts";
import type { AppParts } from "../../../src/state/app/appContext.ts";
import { openSession } from "../../../src/state/session/runningSession.ts";
import { loadWholeSession, putWholeSessions } from "../../../src/storage/session/sessions.ts";
import {
  askQuestion,
  liveInterview,
  liveInterviewWithSegments,
  MINUTE,
  START,
} from "../../smallInterview.ts";
import { leaveApp, newApp, showApp } from "../shownApp.tsx";

let app: AppParts;

beforeEach(() => {
  app = newApp();
});
afterEach(() => leaveApp(app));

/** An interview that is over, "A failed batch" and "A new recipe" were asked; ratings are by area id. */
function overInterview(ratings: Readonly<Record<string, Rating>> = {}): WholeSession {
  const asked = askQuestion(askQuestion(liveInterview(), "failed", START), "recipe", START + 5 * MINUTE);
  const rated = Object.entries(ratings).reduce<WholeSession>(
    (whole, [areaId, rating]) =>
      changeAnswer(whole, areaId.split(".")[0]!, (answer) => rateArea(answer, areaId, rating), START),
    asked,
  );
  return finishSession(rated, START + 10 * MINUTE);
}

async function wrapUp(whole: WholeSession): Promise<void> {
  await putWholeSessions(app.database, [whole], []);
  await showApp(app, "/session/s1");
  await screen.findByRole("heading", { name: "Recommendation" });
}

const kept = () => loadWholeSession(app.database, "s1");
const keptRating = async (areaId: string) =>
  (await kept())?.answers[areaId.split(".")[0]!]?.areas[areaId]?.rating ?? null;
const submit = () => screen.getByRole("button", { name: "Submit the scorecard" });
const missing = () => within(screen.getByRole("region", { name: "Submit" })).getByRole("status");
const rating = (area: string) => within(screen.getByRole("group", { name: `Rating: ${area}` }));
const allRated = { "failed.cause": 3, "failed.after": "noEvidence", "recipe.trial": 4 } as const;

test("it is said what is missing until nothing is; then the scorecard is submitted, and is read-only", async () => {
  await wrapUp(overInterview({ "failed.cause": 5, "recipe.trial": 3 }));
  expect(missing()).toHaveTextContent(
    "Still missing: a rating or a reason for 1 area, a note on 1 area, your recommendation, the reason for it.",
  );
  expect(submit()).toBeDisabled();
  await userEvent.click(rating("What changed").getByRole("radio", { name: /^2/u }));
  expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("Every area has a rating or a reason");
  await userEvent.type(screen.getByLabelText(/^The cause, rated 5/u), "Weighed the salt again.");
  await userEvent.click(screen.getByRole("radio", { name: "Yes" }));
  expect(missing()).toHaveTextContent("Still missing: the reason for it.");
  await userEvent.type(screen.getByLabelText(/^Why\?/u), "Found the cause.");
  expect(missing()).toHaveTextContent("Nothing is missing.");
  await userEvent.click(submit());
  expect(await screen.findByText("Submitted, read-only")).toBeVisible();
  await waitFor(async () =>
    expect((await kept())?.session).toMatchObject({
      status: "submitted",
      recommendation: "yes",
      summary: "Found the cause.",
    }),
  );
});

test("the recommendation is shut until every area has a rating or a reason", async () => {
  await wrapUp(overInterview({ "failed.cause": 3, "recipe.trial": 4 }));
  for (const choice of screen.getAllByRole("radio", { name: /^(?:Strong )?(?:no|yes)$|^No decision$/iu }))
    expect(choice).toBeDisabled();
  expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("Still open: 1 area");
  await userEvent.selectOptions(rating("What changed").getByRole("combobox"), "not asked");
  expect(screen.getByRole("radio", { name: "Strong yes" })).toBeEnabled();
  expect(await keptRating("failed.after")).toBe("notAsked");
});

test("one key rates an area and goes on to the next that is open; a key takes it back", async () => {
  await wrapUp(overInterview());
  const cause = rating("The cause").getAllByRole("radio");
  const after = rating("What changed").getAllByRole("radio");
  const trial = rating("The trials").getAllByRole("radio");
  after[0]!.focus();
  await userEvent.keyboard("4");
  expect(after[3]).toBeChecked();
  expect(trial[0]).toHaveFocus();
  await userEvent.keyboard("0");
  expect(cause[0]).toHaveFocus();
  await userEvent.keyboard("{ArrowDown}");
  expect(after[3]!.closest("li")).toContainElement(document.activeElement as HTMLElement);
  await userEvent.keyboard("{Backspace}");
  expect(after[3]).not.toBeChecked();
  expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("Still open: 2 areas");
  await userEvent.keyboard("{ArrowUp}{ArrowUp}");
  expect(cause[0]).toHaveFocus();
  expect(await keptRating("recipe.trial")).toBe("noEvidence");
});

test("what is left of a question is closed with one button, and what was rated stays", async () => {
  await wrapUp(overInterview({ "failed.cause": 4 }));
  await userEvent.click(
    screen.getByRole("button", { name: /^No evidence for the rest ?of A failed batch$/u }),
  );
  // The button went away under the focus, which goes on to what is still open.
  expect(rating("The trials").getAllByRole("radio")[0]).toHaveFocus();
  await userEvent.click(screen.getByRole("button", { name: /^Rest not asked ?: A new recipe$/u }));
  expect(screen.queryByRole("button", { name: /rest/iu })).toBeNull();
  expect(rating("The trials").getAllByRole("radio")[0]).toHaveFocus();
  await waitFor(async () => expect(await keptRating("recipe.trial")).toBe("notAsked"));
  expect(await keptRating("failed.cause")).toBe(4);
  expect(await keptRating("failed.after")).toBe("noEvidence");
});

test("an area stays where it is when it is rated, so that no other one comes under the pointer", async () => {
  await wrapUp(overInterview());
  const list = screen.getByRole("list", { name: "Open areas" });
  const before = list.textContent.length;
  await userEvent.click(rating("The cause").getByRole("radio", { name: /^3/u }));
  expect(list.querySelectorAll("[data-area]")).toHaveLength(3);
  expect(list.textContent).toHaveLength(before);
  expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("Still open: 2 areas");
});

test("the lowest and the highest ratings need what was said, and blanks are nothing said", async () => {
  await wrapUp(overInterview({ ...allRated, "failed.cause": 1, "recipe.trial": 5 }));
  expect(missing()).toHaveTextContent("a note on 2 areas");
  await userEvent.type(screen.getByLabelText(/^The cause, rated 1/u), "   ");
  expect(missing()).toHaveTextContent("a note on 2 areas");
  await userEvent.type(screen.getByLabelText(/^The cause, rated 1/u), "blamed the oven");
  expect(missing()).toHaveTextContent("a note on 1 area");
  // It stays, to be gone on with.
  expect(screen.getByLabelText(/^The cause, rated 1/u)).toHaveValue("   blamed the oven");
});

test("ratings in the middle need no note", async () => {
  await wrapUp(overInterview(allRated));
  expect(screen.getByText("Each of the lowest and highest ratings has its note.")).toBeVisible();
});

test("a reason of blanks is none", async () => {
  await wrapUp(overInterview(allRated));
  await userEvent.click(screen.getByRole("radio", { name: "No" }));
  await userEvent.type(screen.getByLabelText(/^Why\?/u), "   ");
  expect(submit()).toBeDisabled();
  expect(missing()).toHaveTextContent("Still missing: the reason for it.");
});

test("where no question was asked there is no decision to be made but “no decision”, with its reason", async () => {
  await wrapUp(finishSession(liveInterviewWithSegments(), START + MINUTE));
  expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("No question was asked");
  expect(screen.getByRole("radio", { name: "Strong yes" })).toBeDisabled();
  await userEvent.click(screen.getByRole("radio", { name: "No decision" }));
  await userEvent.type(screen.getByLabelText("Why no decision?"), "The call broke off.");
  await userEvent.click(submit());
  expect(await screen.findByText("Submitted, read-only")).toBeVisible();
});

test("hidden scores are hidden here too: neither ratings nor the recommendation can be read", async () => {
  await wrapUp(overInterview({ ...allRated, "failed.cause": 5 }));
  await userEvent.click(screen.getByRole("radio", { name: "No" }));
  await userEvent.click(screen.getByRole("button", { name: "Hide scores" }));
  expect(screen.getByRole("radio", { name: "No" })).not.toBeChecked();
  expect(screen.queryByLabelText(/rated 5/u)).toBeNull();
  await userEvent.click(screen.getByRole("button", { name: "Show scores" }));
  expect(screen.getByRole("radio", { name: "No" })).toBeChecked();
});

test("one can go back to the interview, and nothing is lost by it", async () => {
  await wrapUp(pauseItem(overInterview({ "failed.cause": 4 }), questionItem("recipe"), START + 10 * MINUTE));
  await userEvent.click(screen.getByRole("button", { name: "Back to the interview" }));
  expect(await screen.findByRole("button", { name: "Finish" })).toBeVisible();
  await waitFor(async () => expect((await kept())?.session.status).toBe("live"));
  expect(await keptRating("failed.cause")).toBe(4);
});

test("while another tab writes, nothing can be changed or submitted here until it is taken over", async () => {
  await putWholeSessions(app.database, [overInterview(allRated)], []);
  const elsewhere = await openSession(app, "s1");
  await showApp(app, "/session/s1");
  expect(await screen.findByText(/^This session is being written in another tab\./u)).toBeVisible();
  expect(screen.getByRole("radio", { name: "Yes" })).toBeDisabled();
  expect(screen.getByRole("button", { name: "Back to the interview" })).toBeDisabled();
  await userEvent.click(screen.getByRole("button", { name: "Take over here" }));
  await waitFor(() => expect(screen.getByRole("radio", { name: "Yes" })).toBeEnabled());
  elsewhere?.close();
});
