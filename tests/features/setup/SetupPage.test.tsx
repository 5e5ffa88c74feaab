// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Guide } from "../../../src/domain/guides/guide.ts";
import { decodeCalendar } from "../../../src/interchange/formats/calendar.ts";
import type { AppParts } from "../../../src/state/app/appContext.ts";
import { savePlanned, startPlanned } from "../../../src/state/session/planning.ts";
import { removeSession } from "../../../src/state/session/removal.ts";
import { holdCandidate } from "../../../src/state/candidates/candidates.ts";
import { archiveGuide } from "../../../src/state/guides/guideLineages.ts";
import { acquireDocumentLock } from "../../../src/state/documents/documentLock.ts";
import { saveGuideVersion } from "../../../src/state/guides/guides.ts";
import { firstGuideId } from "../../../src/state/guides/guideVersions.ts";
import { putBackSession, putWholeSessions } from "../../../src/storage/session/sessions.ts";
import { takeDownloads } from "../../downloads.ts";
import {
  hashGuide,
  liveInterview,
  MINUTE,
  plannedInterview,
  smallGuide,
  START,
} from "../../smallInterview.ts";
import { leaveApp, newApp, rowTexts, showApp } from "../shownApp.tsx";

let app: AppParts;

beforeEach(async () => {
  app = newApp();
  sessionStorage.clear();
  await saveGuideVersion(app, smallGuide, null);
});
afterEach(() => leaveApp(app));

/** Shows the form at an address, with the questions, which come after its fields. */
async function showForm(address: string): Promise<void> {
  await showApp(app, address);
  await screen.findByRole("heading", { name: "Selected questions" });
}

/** Begins a plan with the small guide, the names filled in where they are given. */
async function begin(candidate = "", interviewer = ""): Promise<void> {
  await showForm(`/plan/with/${hashGuide(smallGuide)}`);
  if (candidate !== "") await userEvent.type(screen.getByLabelText("Candidate"), candidate);
  if (interviewer !== "") await userEvent.type(screen.getByLabelText("Interviewer"), interviewer);
}

/** Writes in a field in place of what is there. */
async function write(label: string, text: string): Promise<void> {
  await userEvent.clear(screen.getByLabelText(label));
  await userEvent.type(screen.getByLabelText(label), text);
}

const press = (name: string | RegExp) => userEvent.click(screen.getByRole("button", { name }));
const stored = () => app.database.sessions.toArray();
const asked = () =>
  rowTexts(within(screen.getByRole("list", { name: "Selected questions" })).getAllByRole("listitem")).map(
    (text) => /^\d(?<title>.+?) (?:Dough|People) ·/u.exec(text)?.groups?.["title"] ?? text,
  );

test("a plan needs the candidate’s name and one’s own, and each field says so", async () => {
  await begin();
  await press("Save for later");
  expect(await screen.findByText("Enter the candidate’s name.")).toBeVisible();
  expect(screen.getByText("Enter your name. It appears on the scorecard.")).toBeVisible();
  expect(screen.getByLabelText("Candidate")).toBeInvalid();
  await userEvent.type(screen.getByLabelText("Candidate"), "   ");
  await press("Start interview");
  expect(screen.getByLabelText("Candidate")).toBeInvalid();
  expect(await stored()).toEqual([]);
  await userEvent.type(screen.getByLabelText("Candidate"), "Amira Haddad ");
  await userEvent.type(screen.getByLabelText("Interviewer"), "Noor");
  await press("Save for later");
  await waitFor(() => expect(location.hash).toBe("#/"));
  expect(await stored()).toMatchObject([
    { candidate: "Amira Haddad", interviewer: "Noor", role: "Baker", status: "planned", slotMinutes: 60 },
  ]);
});

test("a plan that is saved for later leaves no earlier plan to go back to", async () => {
  await begin("Amira Haddad", "Noor");
  const before = history.length;
  await press("Save for later");
  await waitFor(() => expect(location.hash).toBe("#/"));
  expect(history.length).toBe(before);
});

test("a time that the clocks pass over is said to be none once its field is left, and is not saved", async () => {
  vi.stubEnv("TZ", "Europe/Berlin");
  await begin("Amira Haddad", "Noor");
  const field = screen.getByLabelText("Date and time");
  fireEvent.change(field, { target: { value: "2026-03-29T02:30" } });
  expect(field).toBeValid();
  fireEvent.blur(field);
  expect(await screen.findByText("The clocks go forward past this time. Enter another one.")).toBeVisible();
  await press("Save for later");
  expect(await stored()).toEqual([]);
  fireEvent.change(field, { target: { value: "2026-03-29T03:30" } });
  await waitFor(() => expect(field).toBeValid());
  await press("Save for later");
  await waitFor(async () =>
    expect(await stored()).toMatchObject([{ scheduledAt: Date.parse("2026-03-29T01:30Z") }]),
  );
  vi.unstubAllEnvs();
});

test("planning begins in the candidate’s field", async () => {
  await begin();
  expect(screen.getByLabelText("Candidate")).toHaveFocus();
});

test("Enter in a field saves the plan and goes on to the start: the next Enter starts the interview", async () => {
  await begin("Amira Haddad", "Noor{Enter}");
  await waitFor(async () => expect(await stored()).toMatchObject([{ status: "planned" }]));
  const [planned] = await stored();
  await waitFor(() => expect(location.hash).toBe(`#/plan/${planned!.id}`));
  expect(await screen.findByText(/^Saved\./u)).toBeVisible();
  await waitFor(() => expect(screen.getByRole("button", { name: "Start interview" })).toHaveFocus());
  await userEvent.keyboard("{Enter}");
  expect(await screen.findByRole("heading", { name: "Tell me about a batch that failed." })).toBeVisible();
  expect(await stored()).toMatchObject([{ id: planned!.id, status: "live" }]);
});

test("Enter saves a plan that is changed, says so until the next change, and starts nothing", async () => {
  await putWholeSessions(app.database, [plannedInterview("s1")], []);
  await showApp(app, "/plan/s1");
  await userEvent.type(screen.getByLabelText("Role"), " again{Enter}");
  await waitFor(() => expect(screen.getByRole("button", { name: "Start interview" })).toHaveFocus());
  expect(screen.getByText(/^Saved\./u)).toBeVisible();
  expect(await stored()).toMatchObject([{ id: "s1", role: "Baker again", status: "planned" }]);
  await userEvent.type(screen.getByLabelText("Role"), "!");
  expect(screen.queryByText(/^Saved\./u)).toBeNull();
});

test("Enter with a name that is missing goes back to its field", async () => {
  await begin("", "Noor{Enter}");
  expect(await screen.findByText("Enter the candidate’s name.")).toBeVisible();
  expect(screen.getByLabelText("Candidate")).toHaveFocus();
  expect(await stored()).toEqual([]);
});

test("a question is found by the beginnings of its words, its areas’ and its competency’s; Enter there saves nothing", async () => {
  await begin("Amira Haddad", "Noor");
  await press("Remove: A failed batch");
  const others = () => screen.queryAllByRole("button", { name: /^Add: /u }).map((one) => one.ariaLabel);
  expect(others()).toEqual(["Add: A failed batch", "Add: A new recipe"]);
  await userEvent.type(screen.getByRole("searchbox"), "recip{Enter}");
  expect(others()).toEqual(["Add: A new recipe"]);
  await userEvent.type(screen.getByRole("searchbox"), " nowhere");
  expect(others()).toEqual([]);
  expect(screen.getByText("No questions match.")).toBeVisible();
  expect(await stored()).toEqual([]);
});

test("the next plan knows one’s own name", async () => {
  await begin("Amira Haddad", "Noor");
  await press("Save for later");
  await waitFor(() => expect(location.hash).toBe("#/"));
  location.hash = "#/plan";
  expect(await screen.findByLabelText("Interviewer")).toHaveValue("Noor");
  expect(screen.getByLabelText("Candidate")).toHaveValue("");
});

test("the next plan has the guide of the last one, in its newest version; of one that is archived it has none", async () => {
  await begin("Amira Haddad", "Noor");
  await press("Save for later");
  await waitFor(() => expect(location.hash).toBe("#/"));
  location.hash = "#/plan";
  expect(await screen.findByRole("combobox", { name: "Guide" })).toHaveValue(hashGuide(smallGuide));
  expect(screen.getByLabelText("Role")).toHaveValue(smallGuide.role);
  const newer = { ...smallGuide, title: "Day baker" };
  await saveGuideVersion(app, newer, hashGuide(smallGuide));
  await showForm("/plan");
  expect(screen.getByRole("combobox", { name: "Guide" })).toHaveValue(hashGuide(newer));
  await archiveGuide(app, hashGuide(smallGuide));
  await showForm("/plan");
  expect(screen.getByRole("combobox", { name: "Guide" })).toHaveValue(firstGuideId);
});

test("another guide leaves a role that was typed, and whoever comes back to the first has the questions that were chosen", async () => {
  await begin();
  await write("Role", "Head baker");
  await press("Add: A new recipe");
  const guide = screen.getByLabelText("Guide");
  await userEvent.selectOptions(guide, firstGuideId);
  await waitFor(() => expect(asked()).not.toContain("A new recipe"));
  expect(screen.getByLabelText("Role")).toHaveValue("Head baker");
  await userEvent.selectOptions(guide, hashGuide(smallGuide));
  await waitFor(() => expect(asked()).toEqual(["A failed batch", "An apprentice", "A new recipe"]));
  expect(screen.getByLabelText("Role")).toHaveValue("Head baker");
});

test("the guide of an interview from a file is not taken for the last one used", async () => {
  await putWholeSessions(app.database, [plannedInterview("a")]);
  await showForm("/plan");
  expect(screen.getByRole("combobox", { name: "Guide" })).toHaveValue(firstGuideId);
});

test("an interview that is started asks its first question at once", async () => {
  await begin("Amira Haddad", "Noor");
  await press("Start interview");
  expect(await screen.findByRole("heading", { name: "Tell me about a batch that failed." })).toBeVisible();
  expect(await stored()).toMatchObject([{ status: "live", questionIds: ["failed", "apprentice"] }]);
});

test("an interview with a candidate under a legal hold is started as any other", async () => {
  await putWholeSessions(app.database, [plannedInterview("s1")], []);
  await holdCandidate(app, "amira haddad", "A complaint is open");
  await showForm("/plan/s1");
  await press("Start interview");
  expect(await screen.findByRole("heading", { name: "Tell me about a batch that failed." })).toBeVisible();
});

test("an interview that another tab has open is not started, the form says so, and then it can be", async () => {
  await putWholeSessions(app.database, [plannedInterview("s1")], []);
  await showForm("/plan/s1");
  const lock = await acquireDocumentLock("s1", { onAsked: () => Promise.resolve(), onLost: () => {} });
  await press("Start interview");
  expect(
    await screen.findByText(
      "The interview was not started. It is open in another tab. Close it there, then start it here.",
    ),
  ).toBeVisible();
  expect(location.hash).toBe("#/plan/s1");
  expect(await stored()).toMatchObject([{ status: "planned" }]);
  lock!.release();
  await press("Start interview");
  await waitFor(async () => expect(await stored()).toMatchObject([{ status: "live" }]));
});

test("no interview starts without a question; the plan can be saved without one", async () => {
  await begin("Amira Haddad", "Noor");
  await press("Remove: A failed batch");
  await press("Remove: An apprentice");
  expect(screen.getByText("No questions selected yet.")).toBeVisible();
  await press("Start interview");
  expect(await screen.findByText("Select at least one question to start.")).toBeVisible();
  expect(await stored()).toEqual([]);
  await press("Save for later");
  await waitFor(async () => expect(await stored()).toMatchObject([{ questionIds: [] }]));
});

test("questions are put in order with buttons and keys, and the plan keeps the order", async () => {
  await begin("Amira Haddad", "Noor");
  expect(asked()).toEqual(["A failed batch", "An apprentice"]);
  await press("Add: A new recipe");
  expect(asked()).toEqual(["A failed batch", "An apprentice", "A new recipe"]);
  await press("Move up: A new recipe");
  expect(screen.getByText("A new recipe: place 2 of 3")).toBeInTheDocument();
  screen.getByRole("button", { name: "Move down: A failed batch" }).focus();
  await userEvent.keyboard("{Alt>}{ArrowDown}{/Alt}");
  expect(asked()).toEqual(["A new recipe", "A failed batch", "An apprentice"]);
  await press("Move up: A new recipe");
  expect(asked()[0]).toBe("A new recipe");
  await press("Save for later");
  await waitFor(async () =>
    expect(await stored()).toMatchObject([{ questionIds: ["recipe", "failed", "apprentice"] }]),
  );
});

test("“Saved” goes with a change of the questions, and a button that does nothing keeps the focus", async () => {
  await begin("Amira Haddad", "Noor");
  await userEvent.keyboard("{Enter}");
  const saved = await screen.findByText(/^Saved\. Press Enter/u);
  await userEvent.click(await screen.findByRole("button", { name: "Remove: A failed batch" }));
  expect(saved).toBeEmptyDOMElement();
  await press("Remove: An apprentice");
  await press("Start interview");
  expect(await screen.findByText("Select at least one question to start.")).toBeVisible();
  expect(screen.getByRole("button", { name: "Start interview" })).toHaveFocus();
});

test("a question that is left out hands the focus on, and what the guide proposes can be had again", async () => {
  await begin();
  // Before the next key comes: it would take out another one.
  fireEvent.click(screen.getByRole("button", { name: "Remove: A failed batch" }));
  expect(screen.getByRole("button", { name: "Remove: An apprentice" })).toHaveFocus();
  expect(screen.getByRole("button", { name: "Add: A failed batch" })).toBeVisible();
  await press("Use suggested questions");
  expect(asked()).toEqual(["A failed batch", "An apprentice"]);
});

test("a question that is added hands the focus on to the next that can be, and the last one to its own row", async () => {
  await begin();
  const focusOn = (name: string) => expect(screen.getByRole("button", { name })).toHaveFocus();
  await press("Remove: A failed batch");
  await press("Remove: An apprentice");
  focusOn("Add: A failed batch");
  fireEvent.click(screen.getByRole("button", { name: "Add: A failed batch" }));
  focusOn("Add: A new recipe");
  fireEvent.click(screen.getByRole("button", { name: "Add: A new recipe" }));
  focusOn("Add: An apprentice");
  fireEvent.click(screen.getByRole("button", { name: "Add: An apprentice" }));
  focusOn("Remove: An apprentice");
});

test("who goes back to the suggested questions is told so, and gets the own choice again by Undo", async () => {
  await begin();
  const said = (text: RegExp) => screen.queryByText(text);
  await press("Add: A new recipe");
  await press("Remove: A failed batch");
  await press("Use suggested questions");
  expect(asked()).toEqual(["A failed batch", "An apprentice"]);
  expect(said(/removed$/u)).toBeNull();
  expect(screen.getByText("Replaced your selection with the suggested questions.")).toBeVisible();
  expect(screen.getByRole("button", { name: "Undo" })).toHaveFocus();
  await press("Undo");
  expect(asked()).toEqual(["An apprentice", "A new recipe"]);
  expect(said(/^Your own selection is restored\.$/u)).toHaveRole("status");
  await press("Use suggested questions");
  await press("Add: A new recipe");
  expect(screen.queryByRole("button", { name: "Undo" })).toBeNull();
});

test("the minutes count what each question gets, and say by how much they are longer than the interview", async () => {
  await begin();
  const meter = () => screen.getByRole("progressbar").previousElementSibling;
  expect(meter()).toHaveTextContent("45 min of 60 min");
  await press("Add: A new recipe");
  expect(meter()).toHaveTextContent("55 min of 60 min");
  await write("Introduction (minutes)", "2.5");
  expect(meter()).toHaveTextContent("52.5 min of 60 min");
  await userEvent.selectOptions(screen.getByLabelText("Extra time"), "+100 %");
  expect(meter()).toHaveTextContent("92.5 min of 60 min");
  expect(screen.getByText(/^The plan is 32.5 min longer than the interview\./u)).toBeVisible();
  await userEvent.selectOptions(screen.getByLabelText("Duration"), "90 min");
  expect(screen.getByText(/2.5 min longer than the interview/u)).toBeVisible();
  await write("Candidate’s questions (minutes)", "0");
  expect(screen.queryByText(/longer than the interview/u)).toBeNull();
});

test("a plan has five minutes for an introduction and ten for the candidate’s questions, or what is written there", async () => {
  await begin("Amira Haddad", "Noor");
  expect(screen.getByLabelText("Introduction (minutes)")).toHaveValue(5);
  await write("Candidate’s questions (minutes)", "-1");
  await press("Save for later");
  expect(await screen.findByText("Between 0 and 120 minutes.")).toBeVisible();
  await write("Candidate’s questions (minutes)", "15");
  await press("Save for later");
  await waitFor(async () =>
    expect(await stored()).toMatchObject([
      { segments: { introduction: { plannedMinutes: 5 }, candidateQuestions: { plannedMinutes: 15 } } },
    ]),
  );
});

test("the minutes of an introduction leave fewer for questions: the guide proposes as many as fit", async () => {
  await begin();
  await userEvent.selectOptions(screen.getByLabelText("Duration"), "45 min");
  expect(asked()).toEqual(["A failed batch", "An apprentice"]);
  await write("Introduction (minutes)", "6");
  expect(asked()).toEqual(["A failed batch"]);
});

test("while a field of minutes is empty or refused, nothing is summed up, and the proposal holds still", async () => {
  await begin();
  await userEvent.selectOptions(screen.getByLabelText("Duration"), "45 min");
  await write("Candidate’s questions (minutes)", "20");
  expect(asked()).toEqual(["A failed batch"]);
  const meter = () => screen.getByRole("progressbar").previousElementSibling;
  expect(meter()).toHaveTextContent("40 min of 45 min");
  const introduction = screen.getByLabelText("Introduction (minutes)");
  for (const value of ["", "-1", "121"]) {
    fireEvent.change(introduction, { target: { value } });
    expect(asked()).toEqual(["A failed batch"]);
    expect(screen.queryByRole("progressbar")).toBeNull();
  }
  await write("Introduction (minutes)", "0");
  await write("Candidate’s questions (minutes)", "10");
  expect(asked()).toEqual(["A failed batch", "An apprentice"]);
});

test("a plan with a length or minutes that can’t be says no sum and gives no advice until they can", async () => {
  await begin();
  const sumOrAdvice = () =>
    screen.queryAllByText(/ min of |^of .* min$|longer than the interview|^Extra time leaves/u);
  const put = (label: string, value: string) =>
    fireEvent.change(screen.getByLabelText(label), { target: { value } });
  await userEvent.selectOptions(screen.getByLabelText("Extra time"), "+100 %");
  await press("Add: A new recipe");
  await userEvent.selectOptions(screen.getByLabelText("Duration"), "Other length");
  put("Length in minutes", "10");
  expect(sumOrAdvice()).toHaveLength(2);
  for (const [label, bad, good] of [
    ["Length in minutes", "-5", "10"],
    ["Introduction (minutes)", "999", "5"],
    ["Candidate’s questions (minutes)", "", "10"],
  ] as const) {
    put(label, bad);
    expect(sumOrAdvice()).toEqual([]);
    put(label, good);
    expect(sumOrAdvice()).toHaveLength(2);
  }
});

test("where extra time leaves room for fewer questions than others are asked, the plan says what would be fair", async () => {
  await begin();
  await userEvent.selectOptions(screen.getByLabelText("Duration"), "45 min");
  expect(asked()).toEqual(["A failed batch", "An apprentice"]);
  await userEvent.selectOptions(screen.getByLabelText("Extra time"), "+50 %");
  expect(asked()).toEqual(["A failed batch"]);
  const words =
    "Extra time leaves room for 1 of the 2 questions that others are asked. All of them take 61 min.";
  expect(screen.getByText(words)).toBeVisible();
  await userEvent.selectOptions(screen.getByLabelText("Duration"), "Other length");
  await write("Length in minutes", "61");
  expect(asked()).toEqual(["A failed batch", "An apprentice"]);
  expect(screen.queryByText(/^Extra time leaves/u)).toBeNull();
});

test("one press plans the time in which a candidate with extra time is asked what others are", async () => {
  await begin();
  await userEvent.selectOptions(screen.getByLabelText("Duration"), "45 min");
  await userEvent.selectOptions(screen.getByLabelText("Extra time"), "+100 %");
  expect(asked()).toEqual(["A failed batch"]);
  await press("Plan 75 min");
  expect(asked()).toEqual(["A failed batch", "An apprentice"]);
  expect(screen.getByLabelText("Length in minutes")).toHaveValue(75);
  expect(screen.getByRole("progressbar").previousElementSibling).toHaveTextContent("75 min of 75 min");
  expect(screen.queryByText(/^Extra time leaves/u)).toBeNull();
  expect(screen.getByRole("heading", { name: "Questions" })).toHaveFocus();
});

test("one press makes the interview as long as the questions that were chosen for it take", async () => {
  await begin();
  await press("Add: A new recipe");
  await userEvent.selectOptions(screen.getByLabelText("Extra time"), "+50 %");
  await press("Plan 76 min");
  expect(asked()).toEqual(["A failed batch", "An apprentice", "A new recipe"]);
  expect(screen.getByLabelText("Length in minutes")).toHaveValue(76);
  expect(screen.queryByText(/longer than the interview/u)).toBeNull();
  expect(screen.getByRole("heading", { name: "Questions" })).toHaveFocus();
});

test("a slot of one’s own has between 5 and 480 minutes; one that was not used stands in nobody’s way", async () => {
  await begin("Amira Haddad", "Noor");
  await userEvent.selectOptions(screen.getByLabelText("Duration"), "Other length");
  const length = screen.getByLabelText("Length in minutes");
  await userEvent.clear(length);
  await userEvent.type(length, "4");
  await press("Save for later");
  expect(await screen.findByText("Between 5 and 480 minutes.")).toBeVisible();
  expect(await stored()).toEqual([]);
  await userEvent.selectOptions(screen.getByLabelText("Duration"), "45 min");
  await press("Save for later");
  await waitFor(async () => expect(await stored()).toMatchObject([{ slotMinutes: 45 }]));
});

test("what the guide says for the level and for remote roles is shown once it applies", async () => {
  await begin();
  expect(screen.queryByText("Ask about teaching.")).toBeNull();
  await userEvent.selectOptions(screen.getByLabelText("Level"), "Lead");
  expect(screen.getByText("Ask about teaching.")).toBeVisible();
  await userEvent.click(screen.getByLabelText("The role is remote"));
  expect(screen.getByText(/^Nobody bakes from home\./u)).toBeVisible();
});

test("a fifth interview on one day is said to be one; one of somebody else is not counted", async () => {
  await putWholeSessions(
    app.database,
    [1, 2, 3, 4].map((at) => plannedInterview(`s${at}`, { scheduledAt: START + at * MINUTE })),
    [],
  );
  await begin();
  await userEvent.type(screen.getByLabelText("Interviewer"), "Noor");
  expect(await screen.findByText(/^This would be interview number 5 on that day\./u)).toBeVisible();
  await userEvent.type(screen.getByLabelText("Interviewer"), "a");
  await waitFor(() => expect(screen.queryByText(/^This would be interview number/u)).toBeNull());
});

test("a plan is opened as it was saved, and stays one when it is changed", async () => {
  await putWholeSessions(
    app.database,
    [plannedInterview("s1", { slotMinutes: 50, level: "lead", remote: true, timeMultiplier: 1.5 })],
    [],
  );
  await showForm("/plan/s1");
  expect(screen.getByLabelText("Candidate")).toHaveValue("Amira Haddad");
  expect(screen.getByLabelText("Duration")).toHaveValue("own");
  expect(screen.getByLabelText("Length in minutes")).toHaveValue(50);
  expect(screen.getByLabelText("Level")).toHaveValue("lead");
  expect(screen.getByLabelText("Extra time")).toHaveValue("1.5");
  // It was saved before there were segments.
  expect(screen.getByLabelText("Introduction (minutes)")).toHaveValue(0);
  expect(asked()).toEqual(["A failed batch", "A new recipe"]);
  await press("Remove: A new recipe");
  await press("Save for later");
  await waitFor(async () =>
    expect(await stored()).toMatchObject([
      { id: "s1", questionIds: ["failed"], slotMinutes: 50, remote: true, scheduledAt: START },
    ]),
  );
});

test("what another tab saved of a plan is shown and stays, but for what one has changed oneself", async () => {
  const { session, guide, ...rest } = plannedInterview("s1");
  await putWholeSessions(app.database, [{ session, guide, ...rest }]);
  await showForm("/plan/s1");
  await write("Interviewer", "Ines");
  await savePlanned(app, "s1", { ...session, candidate: "Amira Roth", questionIds: ["recipe"] }, guide);
  await waitFor(() => expect(screen.getByLabelText("Candidate")).toHaveValue("Amira Roth"));
  expect(screen.getByLabelText("Interviewer")).toHaveValue("Ines");
  expect(asked()).toEqual(["A new recipe"]);
  await press("Save for later");
  await screen.findByRole("heading", { name: "Interviews" });
  const saved = { candidate: "Amira Roth", interviewer: "Ines", questionIds: ["recipe"] };
  expect(await stored()).toMatchObject([saved]);
});

test("an interview that another tab deleted does not come back by its plan: the form says so, and plans a new one if asked", async () => {
  const { session, guide, ...rest } = plannedInterview("s1");
  await putWholeSessions(app.database, [{ session, guide, ...rest }]);
  await showForm("/plan/s1");
  await savePlanned(app, "s1", { ...session, candidate: "Amira Roth" }, guide);
  await waitFor(() => expect(screen.getByLabelText("Candidate")).toHaveValue("Amira Roth"));
  await write("Interviewer", "Ines");
  const deleted = await removeSession(app, "s1");
  expect(await screen.findByText(/^This interview was deleted/u)).toBeVisible();
  for (const tried of ["Save for later", "Start interview"]) {
    await press(tried);
    // It holds still while the try is refused.
    expect(screen.getByRole("button", { name: "Plan as a new interview" })).toBeVisible();
    await waitFor(() =>
      expect(screen.getByRole("button", { name: tried })).not.toHaveAttribute("aria-disabled", "true"),
    );
  }
  expect(await stored()).toEqual([]);
  await press("Plan as a new interview");
  expect(screen.queryByText(/^This interview was deleted/u)).toBeNull();
  expect(screen.getByRole("button", { name: "Start interview" })).toHaveFocus();
  await press("Save for later");
  await screen.findByRole("heading", { name: "Interviews" });
  expect(await stored()).toMatchObject([{ candidate: "Amira Roth", interviewer: "Ines" }]);
  expect(await putBackSession(app.database, deleted!)).toBe("done");
  expect(await stored()).toHaveLength(2);
});

test("an interview that was deleted is planned anew by Enter, which goes on to the start of the new one", async () => {
  await putWholeSessions(app.database, [plannedInterview("s1")], []);
  await showForm("/plan/s1");
  await removeSession(app, "s1");
  await userEvent.click(await screen.findByRole("button", { name: "Plan as a new interview" }));
  await userEvent.type(screen.getByLabelText("Role"), " again{Enter}");
  await waitFor(() => expect(location.hash).not.toBe("#/plan/s1"));
  const [planned] = await stored();
  expect(location.hash).toBe(`#/plan/${planned!.id}`);
  expect(await screen.findByText(/^Saved\./u)).toBeVisible();
  expect(screen.queryByText(/^This interview was deleted/u)).toBeNull();
});

test("a panel’s interview that another tab deleted is planned again by its invitation alone", async () => {
  const whole = plannedInterview("s1");
  const panel = { panelId: "p1", interviewerId: "i1", publicKey: null };
  await putWholeSessions(app.database, [{ ...whole, session: { ...whole.session, panel } }]);
  await showForm("/plan/s1");
  await removeSession(app, "s1");
  expect(await screen.findByText(/open its invitation\.$/u)).toBeVisible();
  expect(screen.queryByRole("button", { name: "Plan as a new interview" })).toBeNull();
});

test("the plan of an interview that another tab started says so, and leads to the interview", async () => {
  const whole = plannedInterview("s1");
  await putWholeSessions(app.database, [whole]);
  await showForm("/plan/s1");
  await startPlanned(app, "s1");
  expect(await screen.findByText(/^This interview has started/u)).toBeVisible();
  await press("Save for later");
  expect(await screen.findByRole("link", { name: "Go to the interview" })).toHaveAttribute(
    "href",
    "#/session/s1",
  );
});

test("the guide that another tab gave a plan is the one that is saved here, with the questions chosen from it", async () => {
  const { session, guide, ...rest } = plannedInterview("s1");
  const other: Guide = { ...smallGuide, title: "Pastry chef", questions: [smallGuide.questions[1]!] };
  await saveGuideVersion(app, other, null);
  await putWholeSessions(app.database, [{ session, guide, ...rest }]);
  await showForm("/plan/s1");
  await write("Interviewer", "Ines");
  const guideId = hashGuide(other);
  const questionIds = [other.questions[0]!.id];
  await savePlanned(app, "s1", { ...session, guideId, questionIds }, other);
  await waitFor(() => expect(screen.getByLabelText("Guide")).toHaveValue(guideId));
  await press("Save for later");
  await screen.findByRole("heading", { name: "Interviews" });
  expect(await stored()).toMatchObject([{ guideId, questionIds, interviewer: "Ines" }]);
});

test("in a plan for a panel the candidate and the guide are the panel’s", async () => {
  const { session, ...rest } = plannedInterview("s1");
  const panel = { panelId: "p1", interviewerId: "noor", publicKey: null };
  await putWholeSessions(app.database, [{ ...rest, session: { ...session, panel } }], []);
  await showApp(app, "/plan/s1");
  expect(screen.getByText(/^This interview is part of a panel,/u)).toBeVisible();
  expect(screen.getByLabelText("Candidate")).toHaveAttribute("readonly");
  expect(screen.getByLabelText("Guide")).toBeDisabled();
  // They would be the guide's, and not the lead's.
  expect(screen.queryByRole("button", { name: "Use suggested questions" })).toBeNull();
  expect(screen.getByLabelText("Interviewer")).toHaveFocus();
});

test("in a plan for a panel it is said how many questions there are, and nothing of how many to choose: the lead chose", async () => {
  const guide: Guide = {
    ...smallGuide,
    questions: Array.from({ length: 5 }, (_, at) => {
      const { areas, ...question } = smallGuide.questions[0]!;
      return {
        ...question,
        id: `failed${at}`,
        areas: areas.map((area) => ({ ...area, id: `${area.id}${at}` })),
        followUps: [],
      };
    }),
    advice: [
      {
        id: "few",
        appliesTo: "planning",
        title: "Few",
        text: "Choose three or four.",
        signs: [],
        levels: [],
        followUps: [],
      },
    ],
  };
  const { id: guideId } = await saveGuideVersion(app, guide, null);
  const questionIds = guide.questions.map(({ id }) => id);
  const { session, answers } = plannedInterview("many", { guideId, questionIds });
  const panel = { panelId: "p1", interviewerId: "noor", publicKey: null };
  await putWholeSessions(app.database, [{ session: { ...session, panel }, guide, answers }], []);
  await showForm("/plan/many");
  expect(
    screen.getByText(
      "5 questions leave little time for follow-ups. Check with the panel’s lead before you remove any.",
    ),
  ).toBeVisible();
  expect(screen.getByRole("main")).not.toHaveTextContent(/three or four/iu);
});

test("under a hold the candidate gets no other name, and what was typed is still there", async () => {
  await putWholeSessions(app.database, [plannedInterview("s1")], []);
  await holdCandidate(app, "amira haddad", "A complaint is open");
  await showApp(app, "/plan/s1");
  await userEvent.type(screen.getByLabelText("Candidate"), "x");
  await press("Save for later");
  expect(await screen.findByText(/^The interview was not saved\..*hold/u)).toBeVisible();
  expect(screen.getByLabelText("Candidate")).toHaveValue("Amira Haddadx");
  expect(await stored()).toMatchObject([{ candidate: "Amira Haddad" }]);
});

test("the address of a plan leads on where the interview has begun, and back where there is none", async () => {
  await putWholeSessions(app.database, [liveInterview("s1")], []);
  await showApp(app, "/plan/s1");
  expect(screen.getByRole("heading")).toHaveTextContent("This interview has begun");
  expect(within(screen.getByRole("main")).getByRole("link")).toHaveAttribute("href", "#/session/s1");
  location.hash = "#/plan/nowhere";
  expect(await screen.findByRole("heading", { name: "This interview is not on this device" })).toBeVisible();
  expect(screen.getByText(/If you have its file, import it\.$/u)).toBeVisible();
  expect(screen.getByRole("link", { name: "Back to interviews" })).toHaveAttribute("href", "#/");
});

test("a plan with a guide that is not here says so, and leads to the guides", async () => {
  await showApp(app, "/plan/with/none");
  expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("This guide is not on this device");
  expect(screen.queryByRole("alert")).toBeNull();
  expect(screen.getByRole("link", { name: "Back to guides" })).toHaveAttribute("href", "#/guides");
});

test("what was entered and not saved is there again after the screen was left, and can be started over", async () => {
  await begin("Amira Haddad", "Noor");
  await userEvent.selectOptions(screen.getByLabelText("Duration"), "45");
  cleanup();
  await begin();
  expect(screen.getByLabelText("Candidate")).toHaveValue("Amira Haddad");
  expect(screen.getByLabelText("Duration")).toHaveValue("45");
  await press("Start over");
  await waitFor(() => expect(screen.getByLabelText("Candidate")).toHaveValue(""));
  expect(screen.queryByText(/entered before/u)).toBeNull();
  cleanup();
  await begin();
  expect(screen.queryByText(/entered before/u)).toBeNull();
});

test("of a plan that was saved, or only looked at, the tab keeps nothing", async () => {
  await begin();
  expect(Object.keys(sessionStorage)).toEqual([]);
  cleanup();
  await begin("Amira Haddad", "Noor");
  expect(Object.keys(sessionStorage)).toHaveLength(1);
  await press("Save for later");
  await waitFor(() => expect(location.hash).toBe("#/"));
  expect(Object.keys(sessionStorage)).toEqual([]);
});

test("a draft with a guide that is gone keeps its names, and proposes the questions anew", async () => {
  await begin("Amira Haddad", "Noor");
  const [key] = Object.keys(sessionStorage);
  const kept = JSON.parse(sessionStorage.getItem(key!)!) as object;
  sessionStorage.setItem(key!, JSON.stringify({ ...kept, guideId: "gone", questionIds: ["gone"], slot: 45 }));
  cleanup();
  await begin();
  expect(screen.getByLabelText("Candidate")).toHaveValue("Amira Haddad");
  expect(screen.getByLabelText("Duration")).toHaveValue("60");
  expect(asked().length).toBeGreaterThan(0);
});

test("a plan goes to the calendar as a file that is read back, with a link to it, and is listed as exported", async () => {
  const downloads = takeDownloads();
  await begin();
  await press("Save and download calendar file");
  expect(await screen.findByText("Enter the candidate’s name.")).toBeVisible();
  expect(downloads).toEqual([]);
  await userEvent.type(screen.getByLabelText("Candidate"), "Amira Haddad");
  await userEvent.type(screen.getByLabelText("Interviewer"), "Noor");
  await userEvent.selectOptions(screen.getByLabelText("Duration"), "45 min");
  await press("Save and download calendar file");
  await waitFor(() => expect(location.hash).toBe("#/"));
  const [session] = await stored();
  expect(downloads.map(({ name }) => name)).toEqual(["Amira-Haddad_interview.ics"]);
  const text = (await downloads[0]?.blob.text()) ?? "";
  expect(decodeCalendar(text)).toMatchObject({
    ok: true,
    value: [
      {
        candidate: "Amira Haddad",
        role: "Baker",
        interviewers: ["Noor"],
        startsAt: session?.scheduledAt,
        minutes: 45,
      },
    ],
  });
  expect(text.replaceAll("\r\n ", "")).toContain(`#/plan/${session?.id}\r\n`);
  expect(await app.database.exportsMade.toArray()).toMatchObject([
    { form: "Calendar file", sessionIds: [session?.id] },
  ]);
});

test("a plan whose calendar file could not be made is saved once, however often it is tried", async () => {
  takeDownloads();
  await begin("Amira Haddad", "Noor");
  vi.spyOn(URL, "createObjectURL").mockImplementationOnce(() => {
    throw new Error("No room.");
  });
  await press(/calendar/u);
  expect(await screen.findByText(/calendar.*No room\./u)).toBeVisible();
  await press(/calendar/u);
  await waitFor(() => expect(location.hash).toBe("#/"));
  expect(await stored()).toMatchObject([{ candidate: "Amira Haddad" }]);
});
