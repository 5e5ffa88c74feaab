// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { lightFormat } from "date-fns";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { rateArea } from "../../../src/domain/session/answer.ts";
import type { Guide } from "../../../src/domain/guides/guide.ts";
import { MOST_OF_QUESTION } from "../../../src/domain/text/limits.ts";
import { planSegments } from "../../../src/domain/session/segment.ts";
import { changeAnswer, type WholeSession } from "../../../src/domain/session/wholeSession.ts";
import type { AppParts } from "../../../src/state/app/appContext.ts";
import { writeKeySetting } from "../../../src/state/session/keySettings.ts";
import { openSession } from "../../../src/state/session/runningSession.ts";
import { loadWholeSession, putWholeSessions } from "../../../src/storage/session/sessions.ts";
import { hashGuide, liveInterview, MINUTE, smallGuide, START } from "../../smallInterview.ts";
import { leaveApp, newApp, rowTexts, showApp } from "../shownApp.tsx";

let app: AppParts;
let now: number;

beforeEach(() => {
  now = START;
  app = { ...newApp(), clock: { now: () => now, monotonic: () => now - START } };
});
afterEach(async () => {
  await leaveApp(app);
  sessionStorage.clear();
});

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
const list = () => within(screen.getByRole("list", { name: "Areas to cover" }));
const pane = () => within(screen.getByRole("region", { name: "Area in focus" }));
const points = (name: string) =>
  within(list().getByRole("group", { name: `Rating: ${name}` })).getAllByRole("radio");
const reason = (name: string) => list().getByRole("combobox", { name: `Not assessed: ${name}` });
const clock = () => screen.getByRole("timer");
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

test("a rating takes one on to the next area that is open, and never back: a note is on what was just rated", async () => {
  await open();
  await keys("4");
  expect(area("What changed")).toHaveFocus();
  await keys("{Home}{Backspace}{End}3n");
  expect(screen.getByLabelText("Note on What changed")).toHaveFocus();
});

test("after a reload the first area that is open has the focus: the next digit rates none anew", async () => {
  const rated = changeAnswer(
    liveInterview(),
    "failed",
    (answer) => rateArea(answer, "failed.cause", 3),
    START,
  );
  await putWholeSessions(app.database, [rated], []);
  await showApp(app, "/session/s1");
  await waitFor(() => expect(area("What changed")).toHaveFocus());
  await keys("5");
  await expectKept("failed", { areas: { "failed.cause": { rating: 3 }, "failed.after": { rating: 5 } } });
});

test("a tab that is seen again shows the time at once, without waiting for its timer", async () => {
  await open();
  now += 7 * MINUTE;
  act(() => void document.dispatchEvent(new Event("visibilitychange")));
  expect(clock()).toHaveTextContent("7:00");
});

test("a question without areas says so, and N writes its quick note", async () => {
  const questions = smallGuide.questions.map((one) => (one.id === "failed" ? { ...one, areas: [] } : one));
  const whole = liveInterview();
  await putWholeSessions(app.database, [{ ...whole, guide: { ...smallGuide, questions } }], []);
  await showApp(app, "/session/s1");
  expect(await screen.findByText(/There are no areas to rate here/u)).toBeInTheDocument();
  expect(screen.getByText("no areas")).toBeInTheDocument();
  await keys("nIt came from the cache");
  expect(screen.getByLabelText("Quick note")).toHaveValue("It came from the cache");
});

test("by the settings a rating stays where it is, and keys of one letter or digit are off; arrows go on", async () => {
  await writeKeySetting(app, "nextAfterRating", false);
  await writeKeySetting(app, "singleKeys", false);
  await open();
  // From the first drawing on.
  expect(screen.getByRole("button", { name: /Keys/u })).toHaveAttribute("data-keys", "off");
  await keys("4nh");
  expect(points("The cause")[3]).not.toBeChecked();
  await keys("{ArrowDown}");
  expect(area("What changed")).toHaveFocus();
  await press(/Keys/u);
  const sheet = within(await screen.findByRole("dialog", { name: "Keys" }));
  await userEvent.click(sheet.getByRole("checkbox", { name: /^Use single-key shortcuts/u }));
  await userEvent.click(sheet.getByRole("button", { name: "Close" }));
  await waitFor(() =>
    expect(screen.getByRole("button", { name: /Keys/u })).toHaveAttribute("data-keys", "on"),
  );
  await keys("{Home}4");
  expect(area("The cause")).toHaveFocus();
  expect(points("The cause")[3]).toBeChecked();
});

test("0 goes through the reasons why an area is not assessed, Backspace takes a rating back", async () => {
  await open();
  await keys("0");
  expect(reason("The cause")).toHaveDisplayValue("not enough signal");
  await keys("0");
  expect(reason("The cause")).toHaveDisplayValue("not asked");
  await keys("0");
  expect(reason("The cause")).toHaveDisplayValue("not assessed…");
  said("The cause: not rated");
  await keys("5{ArrowUp}{Backspace}");
  expect(points("The cause")[4]).not.toBeChecked();
  await expectKept("failed", { areas: { "failed.cause": { rating: null } } });
});

test("a key with Ctrl does nothing of its own, nor does one that is held down", async () => {
  await open();
  await keys("{Control>}3{/Control}");
  expect(points("The cause")[2]).not.toBeChecked();
  await keys("{0>3/}");
  expect(reason("The cause")).toHaveDisplayValue("not enough signal");
});

test("keys act wherever the focus is, and a click on a button or on nothing gives it back to the area", async () => {
  await open();
  await keys("{ArrowDown}");
  await userEvent.click(screen.getByRole("heading", { level: 1 }));
  expect(area("What changed")).toHaveFocus();
  await press("+2 min");
  expect(area("What changed")).toHaveFocus();
  await userEvent.click(area("How did you know?"));
  expect(area("What changed")).toHaveFocus();
  act(() => document.body.focus());
  screen.getByRole("button", { name: "Finish" }).focus();
  await keys("4");
  expect(points("What changed")[3]).toBeChecked();
});

test("in the list of reasons its own keys are the list’s; those with Ctrl or Alt act, and Escape goes back to the area", async () => {
  await open();
  await keys("4");
  reason("What changed").focus();
  await keys("{Escape}");
  expect(area("What changed")).toHaveFocus();
  reason("What changed").focus();
  await keys("2{Control>}z{/Control}");
  said("Undone, now: The cause: not rated");
  expect(points("What changed")[1]).not.toBeChecked();
  reason("What changed").focus();
  await keys("{Alt>}2{/Alt}");
  expect(question()).toBe("Tell me about a recipe you made.");
});

test("coming back from another window the area has the focus; a button that was pressed by a key keeps it", async () => {
  await open();
  area("The cause").blur();
  window.dispatchEvent(new Event("focus"));
  expect(area("The cause")).toHaveFocus();
  screen.getByRole("button", { name: "+2 min" }).focus();
  await keys("{Enter}");
  expect(screen.getByRole("button", { name: "+2 min" })).toHaveFocus();
  await expectKept("failed", { addedMinutes: 2 });
});

test("N takes a note on the area, in which letters and digits are text; Escape goes back and empties nothing", async () => {
  await open();
  await keys("n3 loaves, q and f{Escape}");
  expect(screen.getByLabelText("Note on The cause")).toHaveValue("3 loaves, q and f");
  expect(area("The cause")).toHaveFocus();
  expect(points("The cause")[2]).not.toBeChecked();
  await waitFor(() => expect(list().getByText("3 loaves, q and f")).toBeInTheDocument());
  await expectKept("failed", {
    areas: { "failed.cause": { note: "3 loaves, q and f" } },
    followUpsAsked: {},
  });
});

test("N or Q that is held down goes to the text and writes nothing there", async () => {
  await open();
  await keys("{n>5/}");
  expect(screen.getByLabelText("Note on The cause")).toHaveFocus();
  expect(screen.getByLabelText("Note on The cause")).toHaveValue("");
  await keys("{n>3/}{Escape}{q>5/}");
  expect(screen.getByLabelText("Note on The cause")).toHaveValue("nnn");
  await waitFor(() => expect(document.activeElement).toHaveAttribute("data-quick-note"));
  expect(document.activeElement).toHaveValue("");
});

test("F notes that the next follow-up was asked, Shift + F takes the last back, and G with a digit chooses one", async () => {
  await open();
  await keys("f");
  expect(area("How did you know?")).toBeChecked();
  said("Asked: How did you know?");
  await keys("f");
  await expectKept("failed", { followUpsAsked: [{ followUpId: "failed.f1" }, { followUpId: "failed.f2" }] });
  await keys("{Shift>}f{/Shift}");
  said("Not asked: What did it cost?");
  await keys("g1");
  said("Not asked: How did you know?");
  await keys("g2");
  await expectKept("failed", { followUpsAsked: [{ followUpId: "failed.f2" }] });
  // The digit was for the follow-up alone, and another key gives it up.
  expect(points("The cause")[0]).not.toBeChecked();
  await keys("gg{Escape}3");
  expect(points("The cause")[2]).toBeChecked();
});

test("the button of the follow-ups does what its key does, and puts them away again", async () => {
  await open();
  await press(/^Follow-ups/u);
  await keys("1");
  said("Asked: How did you know?");
  await press(/^Follow-ups/u);
  await press(/^Follow-ups/u);
  await keys("3");
  expect(points("The cause")[2]).toBeChecked();
});

test("the buttons of the small screen speak of no keys; that of the notes puts the cursor in a new one", async () => {
  await open();
  await press(/^Follow-ups/u);
  expect(screen.queryByText(/press its digit/u)).toBeNull();
  await press("Notes");
  expect(screen.getByLabelText("Quick note")).toHaveFocus();
  await press("Notes");
  expect(screen.getByRole("button", { name: "Notes" })).toHaveAttribute("aria-expanded", "false");
});

test("while the clock of something else runs, the notes say which question they are filed under", async () => {
  await open();
  const heading = () => within(screen.getByRole("region", { name: "Timed notes" })).getByRole("heading");
  expect(heading()).toHaveTextContent(/^Notes$/u);
  await keys("{Alt>}2{/Alt}");
  expect(heading()).toHaveTextContent(/^Notes on A new recipe$/u);
  await keys("t");
  expect(heading()).toHaveTextContent(/^Notes$/u);
});

test("on a question without follow-ups F and G say so, and the digit that comes next rates", async () => {
  await open();
  await keys("{Alt>}2{/Alt}");
  await waitFor(() => expect(area("The trials")).toHaveFocus());
  const lastSaid = () => document.querySelector("footer [role=status]")?.textContent;
  await keys("f");
  expect(lastSaid()).toBe("No follow-ups prepared.");
  await keys("n{Escape}g");
  expect(lastSaid()).toBe("No follow-ups prepared.");
  await keys("3");
  expect(points("The trials")[2]).toBeChecked();
});

test("R says so where the guide has no advice on rehearsed answers", async () => {
  await open();
  await keys("r");
  expect(screen.getByText("This guide has no advice on rehearsed answers.")).toBeInTheDocument();
});

test("what was done last is announced in the window that is worked in alone", async () => {
  const hasFocus = vi.spyOn(document, "hasFocus").mockReturnValue(true);
  await open();
  await keys("4");
  const status = screen.getByText("The cause: 4, Strong");
  expect(status).not.toHaveAttribute("aria-live");
  hasFocus.mockReturnValue(false);
  act(() => void window.dispatchEvent(new Event("blur")));
  expect(status).toHaveAttribute("aria-live", "off");
  hasFocus.mockReturnValue(true);
  act(() => void window.dispatchEvent(new Event("focus")));
  expect(status).not.toHaveAttribute("aria-live");
  hasFocus.mockRestore();
});

test("after G a click gives up the choice: a digit rates again, and what is typed is text", async () => {
  await open();
  await keys("g");
  await userEvent.click(area("How did you know?"));
  await keys("2");
  expect(area("What did it cost?")).not.toBeChecked();
  expect(points("The cause")[1]).toBeChecked();
  await keys("g");
  await userEvent.click(screen.getByLabelText("Note on What changed"));
  await keys("7 words{Escape}");
  expect(area("What changed")).toHaveFocus();
});

test("taken over in mid-sentence, the rest of it does nothing in the tab that only reads now", async () => {
  await open();
  await keys("nwe tas");
  const elsewhere = await openSession(app, "s1");
  await act(async () => elsewhere?.takeOver());
  expect(await screen.findByText(/^This interview is being edited in another tab\./u)).toBeVisible();
  act(() => document.body.focus());
  await keys("th?mv");
  expect(screen.getByRole("button", { name: /Keys/u })).toHaveAttribute("data-keys", "off");
  expect(screen.getAllByRole("checkbox")[0]).toBeVisible();
  expect(screen.queryByRole("dialog")).toBeNull();
  expect(screen.getByRole("button", { name: "Menu" })).toHaveAttribute("aria-expanded", "false");
  elsewhere?.close();
});

test("Q takes a note with the time, Enter begins another, and one without words is not kept", async () => {
  await open();
  now = START + 65_000;
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

test("a question that is left with areas not rated is offered again, and looking back touches no clock", async () => {
  await open();
  now = START + MINUTE;
  await keys("3{Alt>}2{/Alt}");
  expect(screen.getByText(/^Looking ahead:/u).parentElement).toHaveTextContent(
    "Looking ahead: 00:00 of 10:00",
  );
  await press("Go back");
  await press(/^Next/u);
  expect(question()).toBe("Tell me about a recipe you made.");
  expect(screen.getByText(/^1 area of/u)).toHaveTextContent("1 area of “A failed batch” not rated yet.");
  await press("Rate now");
  expect(question()).toBe("Tell me about a batch that failed.");
  expect(screen.getByText(/^Looking back:/u).parentElement).toHaveTextContent("Looking back: 01:00 of 15:00");
  now = START + 3 * MINUTE;
  await waitFor(() => expect(clock()).toHaveTextContent("02:00"));
  await waitFor(async () => {
    const answers = (await kept())?.answers;
    expect(answers?.["failed"]?.timer.startedAt).toBeNull();
    expect(answers?.["recipe"]?.timer.startedAt).toBe(START + MINUTE);
  });
  await press("Go back");
  expect(question()).toBe("Tell me about a recipe you made.");
  await press("Later");
  expect(screen.queryByText(/^1 area of/u)).toBeNull();
});

test("whoever looks back while a question’s clock runs is not reminded of that question, but still of the one left before", async () => {
  await open(liveInterview("s1", { questionIds: ["recipe", "failed", "apprentice"] }));
  now = START + MINUTE;
  await press(/^Next/u);
  const reminder = () => document.querySelector("[data-left] > span")?.textContent;
  const ofTheFirst = "1 area of “A new recipe” not rated yet.";
  expect(reminder()).toBe(ofTheFirst);
  await keys("3");
  await keys("{Alt>}3{/Alt}");
  said("Question 3 of 3: An apprentice.");
  expect(reminder()).toBe(ofTheFirst);
  await keys("b{Alt>}1{/Alt}");
  said("Question 1 of 3: A new recipe.");
  expect(reminder()).toBeUndefined();
  await keys("{Alt>}3{/Alt}");
  expect(reminder()).toBe(ofTheFirst);
});

test("Ctrl + Enter starts the next question, with Shift it shows the one before, and Alt with a digit any", async () => {
  await open();
  await keys("{Control>}{Shift>}{Enter}{/Shift}{/Control}");
  said("This is the first question.");
  now = START + MINUTE;
  await keys("{Control>}{Enter}{/Control}");
  expect(question()).toBe("Tell me about a recipe you made.");
  said("A new recipe: clock started. 2 areas not rated on the previous question.");
  await waitFor(() => expect(area("The trials")).toHaveFocus());
  await keys("{Alt>}1{/Alt}");
  expect(question()).toBe("Tell me about a batch that failed.");
  await keys("b");
  expect(question()).toBe("Tell me about a recipe you made.");
  await keys("{Meta>}{Enter}{/Meta}");
  said("Nothing left on the agenda.");
  await press("Finish and wrap up");
  expect(await screen.findByRole("heading", { name: "Recommendation" })).toBeVisible();
});

test("introduction and candidate’s questions have clocks of their own, and Next goes through all of them", async () => {
  const segments = planSegments({ introduction: 5, candidateQuestions: 10 });
  await open(liveInterview("s1", { segments }));
  expect(screen.getByRole("heading", { name: "Introduction" })).toBeVisible();
  now = START + 4 * MINUTE;
  await waitFor(() => expect(screen.getByText("01:00 left of 05:00")).toBeVisible());
  expect(screen.getByText(/^This question:/u).parentElement).toHaveTextContent(
    "This question: 00:00 of 15:00",
  );
  await press("Next: A failed batch");
  expect(screen.getByRole("heading", { name: "This question" })).toBeVisible();
  expect(clock()).toHaveTextContent("00:00");
  now += MINUTE;
  await press("Next: A new recipe");
  now += MINUTE;
  await press("Next: candidate’s questions");
  expect(screen.getByRole("heading", { name: "Candidate’s questions" })).toBeVisible();
  expect(question()).toBe("Tell me about a recipe you made.");
  expect(screen.getByRole("button", { name: "Finish and wrap up" })).toBeVisible();
  await keys("i");
  expect(screen.getByRole("heading", { name: "Introduction" })).toBeVisible();
  expect(clock()).toHaveTextContent("04:00");
});

test("the header says when the call ends, and by how much it is behind its agenda or ahead", async () => {
  await open();
  const ends = lightFormat(START + 60 * MINUTE, "HH:mm");
  expect(screen.getByText("on time")).toBeVisible();
  expect(screen.getByText(`Ends ${ends} ·`)).toBeVisible();
  now = START + 19 * MINUTE;
  await waitFor(() => expect(screen.getByText("4 min behind")).toBeVisible());
});

test("a question of one’s own comes next, with the areas that were named or the usual three", async () => {
  await open();
  await press("+ Add a question");
  const dialog = within(screen.getByRole("dialog", { name: "Add a question" }));
  await userEvent.type(
    dialog.getByLabelText("Your own question"),
    "Tell me about the oven that broke last year.",
  );
  await userEvent.type(dialog.getByLabelText(/^Areas to cover/u), "The smoke\n\n  The fire ");
  await userEvent.click(dialog.getByRole("button", { name: "Add as next question" }));
  said("Added “Tell me about the oven that broke last …”. It comes next.");
  expect(question()).toBe("Tell me about a batch that failed.");
  await press("Next: Tell me about the oven that broke last …");
  expect(question()).toBe("Tell me about the oven that broke last year.");
  expect(list().getAllByRole("checkbox")).toHaveLength(2);
  expect(area("The fire")).toBeVisible();
  await press("+ Add a question");
  expect(dialog.getByLabelText("Your own question")).toHaveValue("");
  await userEvent.type(dialog.getByLabelText("Your own question"), "And the new one?");
  await userEvent.click(dialog.getByRole("button", { name: "Add as next question" }));
  await press("Next: And the new one?");
  expect(list().getAllByRole("checkbox")).toHaveLength(3);
  await waitFor(async () => expect((await kept())?.session.questionIds).toHaveLength(4));
});

test("a question of one’s own that is half typed is there again after a reload or another screen, until it is added", async () => {
  await open();
  const showDialog = async () => {
    await keys("a");
    return within(await screen.findByRole("dialog", { name: "Add a question" }));
  };
  const before = await showDialog();
  await userEvent.type(before.getByLabelText("Your own question"), "And the oven?");
  await userEvent.type(before.getByLabelText(/^Areas to cover/u), "The smoke");
  await showApp(app, "/guides");
  await showApp(app, "/session/s1");
  await waitFor(() => expect(area("The cause")).toHaveFocus());
  const again = await showDialog();
  expect(again.getByLabelText("Your own question")).toHaveValue("And the oven?");
  expect(again.getByLabelText(/^Areas to cover/u)).toHaveValue("The smoke");
  await userEvent.click(again.getByRole("button", { name: "Add as next question" }));
  expect(screen.getByRole("button", { name: "Next: And the oven?" })).toBeVisible();
  expect(Object.keys(sessionStorage).filter((key) => key.startsWith("draft"))).toEqual([]);
});

test("a question of one’s own with too many areas is not added, after a reload neither", async () => {
  const lines = Array.from({ length: MOST_OF_QUESTION + 1 }, (_, at) => `Area ${at}`).join("\n");
  sessionStorage.setItem("draft question s1", JSON.stringify({ text: "And the oven?", areas: lines }));
  await open();
  await keys("a");
  const dialog = within(await screen.findByRole("dialog", { name: "Add a question" }));
  expect(dialog.getByLabelText(/^Areas to cover/u)).toBeInvalid();
  await userEvent.click(dialog.getByRole("button", { name: "Add as next question" }));
  expect((await kept())?.session.ownQuestions ?? []).toEqual([]);
  await userEvent.clear(dialog.getByLabelText(/^Areas to cover/u));
  expect(dialog.getByLabelText(/^Areas to cover/u)).toBeValid();
});

test("what the guide has besides can be asked too; with nothing written, none of one’s own is added", async () => {
  await open();
  await press("+ Add a question");
  const dialog = within(screen.getByRole("dialog", { name: "Add a question" }));
  await userEvent.type(dialog.getByLabelText("Your own question"), "   ");
  await userEvent.click(dialog.getByRole("button", { name: "Add as next question" }));
  expect(screen.getByRole("dialog", { name: "Add a question" })).toBeVisible();
  await userEvent.click(dialog.getByRole("button", { name: /^An apprentice/u }));
  expect(screen.getByRole("button", { name: "Next: An apprentice" })).toBeVisible();
  await waitFor(async () =>
    expect((await kept())?.session.questionIds).toEqual(["failed", "apprentice", "recipe"]),
  );
});

test("Ctrl + Z takes a question off the agenda that was added by mistake", async () => {
  await open();
  await keys("a");
  const dialog = within(await screen.findByRole("dialog", { name: "Add a question" }));
  await userEvent.type(dialog.getByLabelText("Your own question"), "And the new one?");
  await userEvent.click(dialog.getByRole("button", { name: "Add as next question" }));
  expect(screen.getByRole("button", { name: "Next: And the new one?" })).toBeVisible();
  await keys("{Control>}z{/Control}");
  said("Undone, now: And the new one?: not on the agenda");
  expect(screen.getByRole("button", { name: "Next: A new recipe" })).toBeVisible();
  await waitFor(async () =>
    expect((await kept())?.session).toMatchObject({ questionIds: ["failed", "recipe"], ownQuestions: [] }),
  );
  await keys("{Control>}y{/Control}");
  expect(question()).toBe("Tell me about a batch that failed.");
  expect(screen.getByRole("button", { name: "Next: And the new one?" })).toBeVisible();
});

test("? shows the keys, and while they are shown no key acts", async () => {
  await open();
  await keys("?");
  const dialog = screen.getByRole("dialog", { name: "Keys" });
  expect(dialog).toHaveTextContent("BackspaceDeleteClear rating");
  await keys("{Control>}{Enter}{/Control}4");
  expect(question()).toBe("Tell me about a batch that failed.");
  expect(points("The cause")[3]).not.toBeChecked();
  await userEvent.click(within(dialog).getByRole("button", { name: "Close" }));
  expect(screen.queryByRole("dialog")).toBeNull();
});

test("T pauses this question’s clock and lets it go on where it stood; + and − give and take two minutes", async () => {
  await open();
  now = START + 3 * MINUTE;
  await keys("t");
  expect(clock()).toHaveTextContent("03:00");
  now = START + 5 * MINUTE;
  await keys("+");
  expect(screen.getByText("14:00 left of 17:00")).toBeVisible();
  await keys("+-");
  expect(screen.getByText("14:00 left of 17:00")).toBeVisible();
  await press("Resume");
  now = START + 20 * MINUTE;
  await press("Pause");
  expect(screen.getByText("01:00 over 17:00")).toBeVisible();
});

test("at the planned time there is nothing to take off, and key and button say so", async () => {
  await open();
  const less = screen.getByRole("button", { name: "−2 min" });
  expect(less).toHaveAttribute("aria-disabled", "true");
  await keys("-");
  said("This is the planned time; it can’t be made shorter.");
  await keys("+");
  expect(less).toHaveAttribute("aria-disabled", "false");
  await userEvent.click(less);
  said("A failed batch: planned time");
  await userEvent.click(less);
  said("This is the planned time; it can’t be made shorter.");
});

test("time in which the page was closed can be subtracted, or kept", async () => {
  const live = liveInterview();
  const away = { ...live, session: { ...live.session, seenAt: START } };
  now = START + 177_000;
  await open(away);
  expect(await screen.findByText("The timer ran 02:57 while you were away.")).toBeVisible();
  expect(clock()).toHaveTextContent("02:57");
  await press("Subtract 02:57");
  expect(clock()).toHaveTextContent("00:00");
  expect(screen.queryByText(/^The timer ran/u)).toBeNull();
});

test("time that was kept is asked about no more, also when the page is opened again", async () => {
  const live = liveInterview();
  const away = { ...live, session: { ...live.session, seenAt: START } };
  now = START + 177_000;
  await open(away);
  await screen.findByRole("button", { name: "Keep" });
  await press("Keep");
  expect(screen.queryByText(/^The timer ran/u)).toBeNull();
  expect(clock()).toHaveTextContent("02:57");
  await expectKept("failed", { gaps: [{ takenOff: false, kept: true }] });
});

test("such time can still be subtracted when another clock runs", async () => {
  const live = liveInterview();
  now = START + 177_000;
  await open({ ...live, session: { ...live.session, seenAt: START } });
  await press(/^Next/u);
  expect(screen.getByText("The timer ran 02:57 while you were away.")).toBeVisible();
  await keys("s");
  said("A failed batch: 02:57 subtracted.");
  expect(screen.queryByText(/^The timer ran/u)).toBeNull();
  await expectKept("failed", { timer: { startedAt: null, elapsedBeforeMs: 0 }, gaps: [{ takenOff: true }] });
});

test("screen-share mode shows the question and the timer alone; one key in, one out, and it is there again", async () => {
  await open();
  await keys("n{Escape}");
  await keys("4h");
  expect(question()).toBe("Tell me about a batch that failed.");
  expect(clock()).toBeVisible();
  const live = screen.getByRole("main");
  expect(live.textContent.replaceAll(/\d\d:\d\d/gu, "")).toBe(
    "Tell me about a batch that failed.NextLeave screen-share mode H",
  );
  expect(screen.queryByRole("checkbox")).toBeNull();
  expect(screen.queryByRole("textbox")).toBeNull();
  await keys("2nf?");
  expect(screen.queryByRole("dialog")).toBeNull();
  await expectKept("failed", { areas: { "failed.cause": { rating: 4 } }, followUpsAsked: [] });
  // The time beside a question is its own, whatever clock runs.
  now = START + MINUTE;
  await waitFor(() => expect(clock()).toHaveTextContent("01:00"));
  await keys("{Alt>}2{/Alt}");
  expect(question()).toBe("Tell me about a recipe you made.");
  expect(clock()).toHaveTextContent("00:00");
  await keys("{Alt>}1{/Alt}h");
  expect(points("The cause")[3]).toBeChecked();
  expect(points("What changed")[1]).not.toBeChecked();
});

test("on a shared screen keys say what they did, without the words of the guide", async () => {
  await open();
  const status = () => within(screen.getByRole("main")).getByRole("status");
  await keys("4h");
  expect(status()).toHaveTextContent(/^$/u);
  await keys("+");
  expect(status()).toHaveTextContent(/^2 minutes added$/u);
  await keys("t");
  expect(status()).toHaveTextContent(/^Paused\.$/u);
  now = START + MINUTE;
  await keys("t");
  expect(status()).toHaveTextContent(/^Clock started\.$/u);
  now = START + 2 * MINUTE;
  await keys("{Alt>}2{/Alt}");
  expect(status()).toHaveTextContent(/^Question 2 of 2\.$/u);
  await keys("c");
  expect(status()).toHaveTextContent("Candidate’s questions: no time is planned for it.");
});

test("with single keys off, the way out of screen-share mode names no key", async () => {
  await writeKeySetting(app, "singleKeys", false);
  await open();
  await press(/^Screen-share mode/u);
  const name = screen.getByRole("button", { name: "Leave screen-share mode" });
  await waitFor(() => expect(within(name).getByText("H")).toHaveAttribute("data-off"));
  await userEvent.click(name);
  expect(screen.getByRole("list", { name: "Areas to cover" })).toBeVisible();
});

test("screen-share mode that comes from another window closes an open dialog, and the focus is on the question", async () => {
  await open();
  await press("+ Add a question");
  expect(screen.getByRole("dialog")).toBeVisible();
  const hide = screen.getByRole("button", { name: /^Screen-share mode/u, hidden: true });
  act(() => hide.click());
  expect(screen.queryByRole("dialog")).toBeNull();
  expect(screen.getByRole("heading", { level: 1 })).toHaveFocus();
  await keys("h");
  await waitFor(() => expect(area("The cause")).toHaveFocus());
  expect(screen.queryByRole("dialog")).toBeNull();
});

test("the pane shows what the points of the area in focus sound like, its own or those of the competency", async () => {
  await open();
  const anchors = () => rowTexts(pane().getAllByRole("listitem"));
  expect(anchors()).toEqual(["5 shows how it was proved"]);
  await keys("{ArrowDown}");
  expect(anchors()).toEqual(["3 says how it was judged"]);
  // A click on a name is for that area, and ticks nothing.
  await userEvent.click(list().getByText("The cause"));
  expect(anchors()).toEqual(["5 shows how it was proved"]);
  expect(area("The cause")).not.toBeChecked();
});

test("arrows scroll what the points sound like and the whole question, and leave the area that is in focus", async () => {
  await open();
  const scrolls = (box: HTMLElement) => {
    box.focus();
    expect(box).toHaveFocus();
    // Not taken from the browser, which scrolls by them.
    return fireEvent.keyDown(box, { key: "ArrowDown", code: "ArrowDown" });
  };
  expect(scrolls(pane().getByRole("list"))).toBe(true);
  await keys("v");
  expect(scrolls(screen.getByRole("region", { name: "Whole question" }))).toBe(true);
  expect(pane().getByText("shows how it was proved")).toBeVisible();
});

test("a click on a point in a row rates that area and stays there; one in the pane goes on", async () => {
  await open();
  await userEvent.click(points("What changed")[1]!);
  expect(area("What changed")).toHaveFocus();
  await userEvent.click(list().getByText("The cause"));
  await userEvent.click(points("What changed")[1]!);
  expect(points("What changed")[1]).not.toBeChecked();
  await userEvent.click(list().getByText("The cause"));
  await userEvent.click(pane().getAllByRole("radio")[3]!);
  expect(points("The cause")[3]).toBeChecked();
  expect(area("What changed")).toHaveFocus();
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
  // Here, as in a small window, the list itself lies over the screen, and goes first.
  await keys("{Escape}{Escape}");
  expect(screen.getByText("No names")).not.toBeVisible();
});

test("while another tab writes, one reads along; the interview can be taken over, and goes on here", async () => {
  await putWholeSessions(app.database, [liveInterview()], []);
  const elsewhere = await openSession(app, "s1");
  await showApp(app, "/session/s1");
  expect(await screen.findByText(/^This interview is being edited in another tab\./u)).toBeVisible();
  expect(area("The cause")).toBeDisabled();
  expect(screen.getByRole("button", { name: "Finish" })).toBeDisabled();
  await press("Take over here");
  await waitFor(() => expect(area("The cause")).toHaveFocus());
  await keys("3");
  await expectKept("failed", { areas: { "failed.cause": { rating: 3 } } });
  await act(async () => elsewhere?.close());
});

test("Ctrl + Z outside of text takes back what was done last and names it, and with Shift it is done again", async () => {
  await open();
  await keys("4f");
  await press("+2 min");
  await keys("{Control>}z{/Control}");
  said("Undone, now: A failed batch: planned time");
  await keys("{Control>}z{/Control}");
  said("Undone, now: not asked: How did you know?");
  await keys("{Control>}z{/Control}");
  said("Undone, now: The cause: not rated");
  expect(area("The cause")).toHaveFocus();
  expect(area("The cause")).not.toBeChecked();
  await keys("{Control>}z{/Control}");
  said("There is nothing to undo.");
  await keys("{Control>}{Shift>}z{/Shift}{/Control}");
  said("Redone: The cause: 4, Strong");
  await keys("{Control>}y{/Control}");
  said("Redone: asked: How did you know?");
  await expectKept("failed", { areas: { "failed.cause": { rating: 4, covered: true } }, addedMinutes: 0 });
});

test("what is taken back on another question is shown, and Ctrl + Z in a note is the text’s own", async () => {
  await open();
  await keys("{ArrowDown}2{Control>}{Enter}{/Control}");
  expect(question()).toBe("Tell me about a recipe you made.");
  await keys("n{Control>}z{/Control}{Escape}");
  expect(question()).toBe("Tell me about a recipe you made.");
  await keys("{Control>}z{/Control}");
  expect(question()).toBe("Tell me about a batch that failed.");
  said("Undone, now: What changed: not rated");
  await waitFor(() => expect(area("What changed")).toHaveFocus());
});
