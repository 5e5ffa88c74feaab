// @vitest-environment jsdom
import { act, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Guide } from "../../../src/domain/guides/guide.ts";
import type { WholeSession } from "../../../src/domain/session/session.ts";
import type { AppParts } from "../../../src/state/app/appContext.ts";
import { openSession } from "../../../src/state/session/runningSession.ts";
import { loadWholeSession, putWholeSessions } from "../../../src/storage/session/sessions.ts";
import { askQuestion, hashGuide, liveInterview, MINUTE, smallGuide, START } from "../../smallInterview.ts";
import { leaveApp, newApp, rowTexts, showApp } from "../shownApp.tsx";

let app: AppParts;
let now: number;

beforeEach(() => {
  now = START;
  app = { ...newApp(), clock: { now: () => now, monotonic: () => now - START } };
});
afterEach(() => leaveApp(app));

/** Opens an interview. @returns once the first area has the focus, where there is one */
async function open(whole: WholeSession = liveInterview()): Promise<void> {
  await putWholeSessions(app.database, [whole], []);
  await showApp(app, "/session/s1");
  await waitFor(() => expect(screen.getAllByRole("checkbox")[0]).toHaveFocus());
}

const kept = () => loadWholeSession(app.database, "s1");

/** Waits until the disk has what is expected of an answer. */
const expectKept = (questionId: string, answer: object) =>
  waitFor(async () => expect((await kept())?.answers[questionId]).toMatchObject(answer));

const keys = (text: string) => userEvent.keyboard(text);
const press = (name: string | RegExp) => userEvent.click(screen.getByRole("button", { name }));
const area = (name: string) => screen.getByRole("checkbox", { name });
const points = (name: string) =>
  within(screen.getByRole("group", { name: `Rating: ${name}` })).getAllByRole("radio");
const question = () => screen.getByRole("heading", { level: 1 }).textContent;
const said = (text: string) => expect(screen.getByText(text)).toBeInTheDocument();

test("arrows go from area to area, a digit rates the one in focus and covers it, and it is said", async () => {
  await open();
  await keys("{ArrowDown}");
  expect(area("What changed")).toHaveFocus();
  await keys("{ArrowDown}4");
  expect(points("What changed")[3]).toBeChecked();
  expect(area("What changed")).toBeChecked();
  said("What changed: 4, Strong");
  await keys("{Home}2{End}");
  expect(area("What changed")).toHaveFocus();
  await expectKept("failed", {
    areas: { "failed.cause": { rating: 2 }, "failed.after": { rating: 4, covered: true } },
  });
});

test("0 goes through the reasons why an area is not assessed, Backspace takes a rating back", async () => {
  await open();
  const reason = screen.getByRole("combobox", { name: "Not assessed: The cause" });
  await keys("0");
  expect(reason).toHaveDisplayValue("no evidence");
  await keys("0");
  expect(reason).toHaveDisplayValue("not asked");
  await keys("0");
  expect(reason).toHaveDisplayValue("not assessed…");
  said("The cause: not rated");
  await keys("5{Backspace}");
  expect(points("The cause")[4]).not.toBeChecked();
  await expectKept("failed", { areas: { "failed.cause": { rating: null } } });
});

test("a key with Ctrl does nothing of its own, nor does one that is held down", async () => {
  await open();
  await keys("{Control>}3{/Control}");
  expect(points("The cause")[2]).not.toBeChecked();
  await keys("{0>3/}");
  expect(screen.getByRole("combobox", { name: "Not assessed: The cause" })).toHaveDisplayValue("no evidence");
});

test("N takes a note on the area, in which letters and digits are text; Escape goes back to the area", async () => {
  await open();
  await keys("n3 loaves, q and f{Escape}");
  expect(screen.getByLabelText("Note on The cause")).toHaveValue("3 loaves, q and f");
  expect(area("The cause")).toHaveFocus();
  expect(points("The cause")[2]).not.toBeChecked();
  await expectKept("failed", {
    areas: { "failed.cause": { note: "3 loaves, q and f" } },
    followUpsAsked: {},
  });
});

test("F notes that the next follow-up was asked, and what was asked can be taken back", async () => {
  await open();
  await keys("f");
  expect(area("How did you know?")).toBeChecked();
  said("Asked: How did you know?");
  await keys("f");
  await expectKept("failed", { followUpsAsked: [{ followUpId: "failed.f1" }, { followUpId: "failed.f2" }] });
  await userEvent.click(area("How did you know?"));
  said("Not asked: How did you know?");
});

test("Q takes a note with the time, Enter begins another, and one without words is not kept", async () => {
  await open();
  await press("Start timer");
  now = START + 65_000;
  screen.getByRole("checkbox", { name: "The cause" }).focus();
  await keys("qsalt{Enter}flour{Enter} {Enter}{Escape}");
  expect(area("The cause")).toHaveFocus();
  const notes = within(within(screen.getByRole("region", { name: "Timed notes" })).getByRole("list"));
  const typed = notes.getAllByRole<HTMLTextAreaElement>("textbox", { name: "Note at 01:05" });
  expect(typed.map(({ value }) => value)).toEqual(["salt", "flour"]);
  await waitFor(async () =>
    expect((await kept())?.answers["failed"]?.notes.map(({ text, atMs }) => [text, atMs])).toEqual([
      ["salt", 65_000],
      ["flour", 65_000],
    ]),
  );
});

test("a question that is left with areas not rated is offered again, and going back does not start its clock", async () => {
  await open(askQuestion(liveInterview(), "failed", START));
  now = START + MINUTE;
  await keys("3");
  await press(/^Next/u);
  expect(question()).toBe("Tell me about a recipe you made.");
  expect(screen.getByText(/^1 area of/u)).toHaveTextContent("1 area of “A failed batch” not rated yet.");
  await press("Rate now");
  expect(question()).toBe("Tell me about a batch that failed.");
  await waitFor(async () => {
    const answers = (await kept())?.answers;
    expect(answers?.["failed"]?.timer.startedAt).toBeNull();
    expect(answers?.["recipe"]?.timer.startedAt).toBe(START + MINUTE);
  });
  await press(/^Next/u);
  await press("Later");
  expect(screen.queryByText(/not rated yet/u)).toBeNull();
});

test("Ctrl + Enter asks the next question, with Shift the one before, and says so at either end", async () => {
  await open();
  await keys("{Control>}{Shift>}{Enter}{/Shift}{/Control}");
  said("This is the first question.");
  await keys("{Control>}{Enter}{/Control}");
  expect(question()).toBe("Tell me about a recipe you made.");
  said("Question 2 of 2: A new recipe.");
  await waitFor(() => expect(area("The trials")).toHaveFocus());
  await keys("{Meta>}{Enter}{/Meta}");
  said("This is the last question. Finish when you are done.");
  await press("Finish and wrap up");
  expect(await screen.findByRole("heading", { name: "Recommendation" })).toBeVisible();
});

test("a question of one’s own is asked at once, with the areas that were named or the usual three", async () => {
  await open();
  await press("+ Add a question");
  const dialog = within(screen.getByRole("dialog", { name: "Add a question" }));
  await userEvent.type(
    dialog.getByLabelText("Your own question"),
    "Tell me about the oven that broke last year.",
  );
  await userEvent.type(dialog.getByLabelText(/^Areas to listen for/u), "The smoke\n\n  The fire ");
  await userEvent.click(dialog.getByRole("button", { name: "Add and ask it" }));
  expect(question()).toBe("Tell me about the oven that broke last year.");
  const areas = () => within(screen.getByRole("list", { name: "Areas to cover" }));
  expect(areas().getAllByRole("checkbox")).toHaveLength(2);
  expect(area("The fire")).toBeVisible();
  await press("+ Add a question");
  expect(dialog.getByLabelText("Your own question")).toHaveValue("");
  await userEvent.type(dialog.getByLabelText("Your own question"), "And the new one?");
  await userEvent.click(dialog.getByRole("button", { name: "Add and ask it" }));
  expect(areas().getAllByRole("checkbox")).toHaveLength(3);
  await waitFor(async () => expect((await kept())?.session.questionIds).toHaveLength(4));
});

test("what the guide has besides can be asked too; with nothing written, none of one’s own is added", async () => {
  await open();
  await press("+ Add a question");
  const dialog = within(screen.getByRole("dialog", { name: "Add a question" }));
  await userEvent.type(dialog.getByLabelText("Your own question"), "   ");
  await userEvent.click(dialog.getByRole("button", { name: "Add and ask it" }));
  expect(screen.getByRole("dialog", { name: "Add a question" })).toBeVisible();
  await userEvent.click(dialog.getByRole("button", { name: /^An apprentice/u }));
  expect(question()).toBe("Tell me about somebody you taught.");
  await waitFor(async () =>
    expect((await kept())?.session.questionIds).toEqual(["failed", "recipe", "apprentice"]),
  );
});

test("? shows the keys, and while they are shown Ctrl + Enter asks nothing", async () => {
  await open();
  await keys("?");
  const dialog = screen.getByRole("dialog", { name: "Keys" });
  expect(dialog).toHaveTextContent("Backspacetake the rating back");
  await keys("{Control>}{Enter}{/Control}");
  expect(question()).toBe("Tell me about a batch that failed.");
  await userEvent.click(within(dialog).getByRole("button", { name: "Close" }));
  expect(screen.queryByRole("dialog")).toBeNull();
});

test("the timer starts, pauses and goes on where it stood; more time is given two minutes at a time", async () => {
  await open();
  await press("Start timer");
  now = START + 3 * MINUTE;
  await press("Pause");
  expect(screen.getByRole("timer")).toHaveTextContent("03:00");
  now = START + 5 * MINUTE;
  await press("+2 min");
  expect(screen.getByText("14:00 left of 17:00")).toBeVisible();
  await press("Resume");
  now = START + 20 * MINUTE;
  await press("Pause");
  expect(screen.getByText("01:00 over 17:00")).toBeVisible();
});

test("H hides every score, and rating goes on without showing one", async () => {
  await open();
  await keys("4h");
  expect(points("The cause")[3]).not.toBeChecked();
  expect(screen.getByRole("combobox", { name: "Not assessed: The cause" })).toHaveDisplayValue("(rated)");
  await keys("2");
  expect(points("The cause")[1]).not.toBeChecked();
  await keys("h");
  expect(points("The cause")[1]).toBeChecked();
});

test("the area in focus shows what its points sound like, its own or those of the competency", async () => {
  await open();
  const anchors = () =>
    rowTexts(within(screen.getByLabelText("What the points sound like")).getAllByRole("listitem"));
  expect(anchors()).toEqual(["5 shows how it was proved"]);
  await keys("{ArrowDown}");
  expect(anchors()).toEqual(["3 says how it was judged"]);
});

test("R shows how to tell a rehearsed answer, and what to ask then comes next", async () => {
  const guide: Guide = {
    ...smallGuide,
    advice: [
      {
        id: "smooth",
        appliesTo: "rehearsedAnswer",
        title: "Smooth",
        text: "",
        signs: ["No names"],
        levels: [],
        followUps: [{ id: "smooth.f1", text: "Who was there?" }],
      },
    ],
  };
  await open({ ...liveInterview("s1", { guideId: hashGuide(guide) }), guide });
  await keys("ff");
  await keys("r");
  expect(screen.getByText("No names")).toBeVisible();
  await keys("f");
  await expectKept("failed", {
    followUpsAsked: [{ followUpId: "failed.f1" }, { followUpId: "failed.f2" }, { followUpId: "smooth.f1" }],
  });
});

test("while another tab writes, one reads along; the interview can be taken over, and goes on here", async () => {
  await putWholeSessions(app.database, [liveInterview()], []);
  const elsewhere = await openSession(app, "s1");
  await showApp(app, "/session/s1");
  expect(await screen.findByText(/^This session is being written in another tab\./u)).toBeVisible();
  expect(area("The cause")).toBeDisabled();
  expect(screen.getByRole("button", { name: "Finish" })).toBeDisabled();
  await press("Take over here");
  await waitFor(() => expect(area("The cause")).toHaveFocus());
  await keys("3");
  await expectKept("failed", { areas: { "failed.cause": { rating: 3 } } });
  await act(async () => elsewhere?.close());
});
