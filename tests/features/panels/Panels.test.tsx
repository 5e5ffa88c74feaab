// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { newAnswer, type Rating } from "../../../src/domain/session/answer.ts";
import type { Guide } from "../../../src/domain/guides/guide.ts";
import { decide, startDebrief, weigh } from "../../../src/domain/panels/debrief.ts";
import type { Panel } from "../../../src/domain/panels/panel.ts";
import { encodeSessionFile } from "../../../src/interchange/formats/sessionFile.ts";
import type { AppParts } from "../../../src/state/app/appContext.ts";
import { newKeyPair } from "../../../src/interchange/files/encryption.ts";
import { createPanel, savePanel } from "../../../src/state/panels/panels.ts";
import { addScorecardFiles } from "../../../src/state/panels/scorecardIntake.ts";
import { bury } from "../../../src/storage/candidates/tombstones.ts";
import { addPanel, readPanel } from "../../../src/storage/panels/panels.ts";
import { putWholeSessions } from "../../../src/storage/session/sessions.ts";
import { takeDownloads } from "../../downloads.ts";
import { hashGuide, liveInterview, smallGuide, START, submittedInterview } from "../../smallInterview.ts";
import { sealedRow, smallPanel, smallRevision, smallScorecard } from "../../smallPanel.ts";
import { leaveApp, newApp, rowTexts, showApp } from "../shownApp.tsx";

let app: AppParts;

beforeEach(() => {
  app = newApp();
  sessionStorage.clear();
});
afterEach(() => leaveApp(app));

/** A panel that is led from here. */
const plan = () => createPanel(app, smallPanel, smallGuide);
/** One that was made of files, and has no key. */
const made: Panel = { ...smallPanel, publicKey: null };

function scorecardFile(
  interviewerId: string,
  ratings: Readonly<Record<string, Rating>>,
  guide = smallGuide,
): File {
  const { first } = smallScorecard(interviewerId, ratings, { guide });
  return new File([encodeSessionFile(first, START, "Test 1")], `${interviewerId}.json`);
}

/** Noor's scorecard with a revision. */
function revisedFile(): File {
  const { first } = smallScorecard("noor", { "failed.cause": 4 });
  const revision = { ...smallRevision("r1", START, "failed.cause", 1), sessionId: first.session.id };
  return new File([encodeSessionFile(first, START, "Test 1", [revision])], "noor.json");
}

/** The small guide on another scale, which has no anchors. */
function guideOn(values: readonly number[]): Guide {
  return {
    ...smallGuide,
    scale: {
      ...smallGuide.scale,
      points: values.map((value) => ({ value, label: `Point ${value}`, meaning: "" })),
    },
    competencies: smallGuide.competencies.map((competency) => ({ ...competency, anchors: [] })),
    questions: smallGuide.questions.map((question) => ({
      ...question,
      areas: question.areas.map((area) => ({ ...area, anchors: [] })),
    })),
  };
}

/** Adds the panel made of files with those scorecards, its debrief begun or not. */
async function addMade(files: readonly File[], isStarted: boolean, guide = smallGuide): Promise<void> {
  await addPanel(app.database, { ...made, guideId: hashGuide(guide) }, guide, null);
  const work = { onProgress: () => {}, signal: new AbortController().signal };
  if (files.length > 0) await addScorecardFiles(app, "p1", files, work);
  const begin = (panel: Panel) => ({ ...panel, debrief: startDebrief(panel.debrief, START) });
  if (isStarted) await savePanel(app, "p1", begin);
}

/** Adds it with one scorecard and its recommendations shown, decided for that reason or not. */
async function addRevealed(reason?: string): Promise<void> {
  await addMade([scorecardFile("noor", { "failed.cause": 5 })], true);
  await savePanel(app, "p1", (panel) => {
    const shown = { ...panel.debrief, recommendationsShownAt: START };
    return { ...panel, debrief: reason === undefined ? shown : decide(shown, "hire", reason, START + 5) };
  });
}

const kept = async (id = "p1") => (await readPanel(app.database, id))?.panel;
const press = (name: string | RegExp) => userEvent.click(screen.getByRole("button", { name }));
const tick = (name: string) => userEvent.click(screen.getByRole("checkbox", { name }));
const coverage = () =>
  screen
    .getByRole("heading", { name: "Who asks what" })
    .parentElement!.parentElement!.querySelector<HTMLElement>("[role=status]")!;

test("of many panels the next are shown when asked for, and the focus goes on to the first of them", async () => {
  const led: Panel = { ...smallPanel, publicKey: "age1" };
  for (let at = 0; at < 51; at++) await addPanel(app.database, { ...led, id: `p${at}` }, smallGuide, "key");
  await showApp(app, "/panels");
  await userEvent.click(await screen.findByText("Show 1 more"));
  const rows = () => document.querySelectorAll("tbody tr");
  await waitFor(() => expect(rows()).toHaveLength(51));
  expect(screen.queryByText(/^Show/u)).toBeNull();
  expect(rows()[50]).toHaveFocus();
});

test("a panel needs its candidate and a name for every interviewer who is to ask something", async () => {
  await showApp(app, "/panels/new");
  await press("Save panel");
  expect(await screen.findByText("Enter the candidate’s name.")).toBeVisible();
  await userEvent.type(screen.getByLabelText("Candidate"), "Amira Haddad");
  await press("Save panel");
  expect(await screen.findByText(/^Name every interviewer/u)).toBeVisible();
  await userEvent.type(screen.getByLabelText("Name of interviewer 1"), "Noor");
  await userEvent.click(screen.getAllByRole("checkbox", { name: /^Interviewer 2 asks: /u })[0]!);
  await press("Save panel");
  expect(await app.database.panels.count()).toBe(0);
  await userEvent.type(screen.getByLabelText("Name of interviewer 2"), "Ben");
  await press("Save panel");
  expect(await screen.findByRole("heading", { name: "Invitations" })).toBeVisible();
  expect(await app.database.panels.toArray()).toMatchObject([
    { candidate: "Amira Haddad", interviewers: [{ name: "Noor" }, { name: "Ben" }] },
  ]);
});

test("who asks what says what nobody asks, what several ask, and how long each has", async () => {
  const { id } = await plan();
  await showApp(app, `/panels/${id}/plan`);
  expect(coverage()).toHaveTextContent(
    "Asked by several interviewers: A failed batch (Noor, Ben); An apprentice (Ben, Eva). Their ratings can be compared",
  );
  await tick("Noor asks: A new recipe");
  await tick("Eva asks: An apprentice");
  await tick("Ben asks: An apprentice");
  expect(coverage()).toHaveTextContent("No questions assigned to: Eva.");
  expect(coverage()).toHaveTextContent("No questions on: People.");
  expect(coverage()).toHaveTextContent("Unassigned: A new recipe, An apprentice.");
  await tick("Eva asks: A new recipe");
  expect(rowTexts(screen.getAllByRole("row")).at(-1)).toBe(
    "Total, with introduction and the candidate’s questions30 min30 min25 min",
  );
});

test("that two interviewers have one name is said while it can be changed", async () => {
  const interviewers = ["Ann", "Ann"].map((name, at) => ({ id: `i${at}`, name, questionIds: ["failed"] }));
  const { id } = await createPanel(app, { ...smallPanel, interviewers }, smallGuide);
  await showApp(app, `/panels/${id}/plan`);
  expect(coverage()).toHaveTextContent("More than one interviewer is called Ann. Add a surname");
});

test("of many who are given no question three are named, and the others counted where they are several", async () => {
  const interviewers = ["Noor", "Ben", "Eva", "Mei", "Omar"].map((name) => ({
    id: name,
    name,
    questionIds: [],
  }));
  const { id } = await createPanel(app, { ...smallPanel, interviewers }, smallGuide);
  await showApp(app, `/panels/${id}/plan`);
  expect(coverage()).toHaveTextContent("No questions assigned to: Noor, Ben, Eva and 2 more.");
  await press("Remove: Omar");
  expect(coverage()).toHaveTextContent("No questions assigned to: Noor, Ben, Eva, Mei.");
});

test("every question is assigned to everyone with one button, and taken from everyone with it again", async () => {
  const { id } = await plan();
  await showApp(app, `/panels/${id}/plan`);
  const ticks = () => screen.getAllByRole<HTMLInputElement>("checkbox", { name: / asks: /u });
  await press("Assign all");
  expect(ticks().every(({ checked }) => checked)).toBe(true);
  // Whom all of it falls to is said once, and not with each question.
  expect(coverage()).toHaveTextContent(
    "Asked by several interviewers: A failed batch, A new recipe, An apprentice (Noor, Ben, Eva). Their ratings",
  );
  await tick("Noor asks: A new recipe");
  await press("Assign all");
  await press("Unassign all");
  expect(ticks().some(({ checked }) => checked)).toBe(false);
  await press("Assign all");
  await press("Save changes");
  const all = smallGuide.questions.map((question) => question.id);
  await waitFor(async () =>
    expect((await kept(id))?.interviewers.map(({ questionIds }) => questionIds)).toEqual([all, all, all]),
  );
});

test("the list of panels says how many scorecards were received and, once it was decided, what", async () => {
  await addMade([scorecardFile("noor", { "failed.cause": 5 })], true);
  await showApp(app, "/panels");
  expect(await screen.findByText("1 of 3 received")).toBeVisible();
  await savePanel(app, "p1", (panel) => ({
    ...panel,
    debrief: decide(
      { ...panel.debrief, recommendationsShownAt: START + 500 },
      "noHire",
      "Asked again.",
      START + 1000,
    ),
  }));
  expect(await screen.findByText("Decided: no hire")).toBeVisible();
  expect(screen.queryByText("1 of 3 received")).toBeNull();
});

test("each step of a debrief has an address of its own, which leads back to it", async () => {
  await addMade([scorecardFile("noor", { "failed.cause": 5 })], true);
  await showApp(app, "/panels/p1/ratings");
  expect(await screen.findByRole("heading", { name: "Every rating" })).toBeVisible();
  const steps = within(screen.getByRole("navigation", { name: "Steps of the debrief" }));
  expect(steps.getByRole("link", { current: "step" })).toHaveTextContent("Every rating");
  await userEvent.click(steps.getByRole("link", { name: "Recommendations and decision" }));
  expect(location.hash).toBe("#/panels/p1/decision");
  expect(await screen.findByRole("heading", { name: "Recommendations" })).toBeVisible();
  await userEvent.click(steps.getByRole("link", { name: "Areas" }));
  expect(location.hash).toBe("#/panels/p1");
});

test("what was noted on a question without areas stands below the areas of the debrief", async () => {
  const questions = smallGuide.questions.map((one) => (one.id === "failed" ? { ...one, areas: [] } : one));
  const guide = { ...smallGuide, questions };
  const { first } = smallScorecard("noor", { "recipe.trial": 4 }, { guide });
  const said = { id: "n1", atMs: 65_000, text: "Wants a day shift." };
  const answers = {
    ...first.answers,
    failed: { ...newAnswer(first.session.id, "failed", START), notes: [said] },
  };
  const text = encodeSessionFile({ ...first, answers }, START, "Test 1");
  await addMade([new File([text], "noor.json")], true, guide);
  await showApp(app, "/panels/p1");
  const notes = await screen.findByRole("region", { name: "Notes on questions without areas" });
  expect(notes).toHaveTextContent(/A failed batch.*Noor.*1:05.*Wants a day shift\./u);
});

test("under a debrief’s note and the decision’s reasons there is the line that warns of sensitive words", async () => {
  await addMade([scorecardFile("noor", { "failed.cause": 5 })], true);
  await showApp(app, "/panels/p1");
  const line = (label: string) => screen.getByLabelText(label).parentElement;
  await screen.findByLabelText("Note on the agreed rating");
  expect(line("Note on the agreed rating")).toHaveTextContent("The candidate may request this note.");
  await userEvent.click(screen.getByRole("link", { name: "Recommendations and decision" }));
  await press("Reveal recommendations");
  await screen.findByLabelText("Reasons");
  expect(line("Reasons")).toHaveTextContent("The candidate may request this note.");
});

test("invitations wait until a changed plan is saved; who was left out is in it no more", async () => {
  const { id } = await plan();
  await showApp(app, `/panels/${id}/plan`);
  expect(await screen.findByLabelText("Invitation link for Eva")).toBeVisible();
  await press("Remove: Eva");
  expect(screen.getByText(/^The plan has unsaved changes\./u)).toBeVisible();
  expect(screen.queryByLabelText("Invitation link for Ben")).toBeNull();
  await press("Save changes");
  expect(await screen.findByLabelText("Invitation link for Ben")).toBeVisible();
  expect((await kept(id))?.interviewers.map(({ name }) => name)).toEqual(["Noor", "Ben"]);
});

test("what another tab saves of a panel’s plan brings nobody to the button that saves, whoever saved here before", async () => {
  const { id } = await plan();
  await showApp(app, `/panels/${id}/plan`);
  const role = () => screen.getByRole<HTMLInputElement>("textbox", { name: "Role" });
  const saveButton = () => screen.getByRole("button", { name: "Save changes" });
  await screen.findByLabelText("Invitation link for Eva");
  // Nothing is changed, and the form stays as it is.
  await userEvent.type(role(), "{Enter}");
  await waitFor(() => expect(saveButton()).toHaveAttribute("aria-disabled", "false"));
  expect(role()).toHaveFocus();
  await userEvent.type(role(), " for cakes");
  await press("Save changes");
  await waitFor(async () => expect((await kept(id))?.role).toBe("Baker for cakes"));
  await screen.findByLabelText("Invitation link for Eva");
  expect(saveButton()).toHaveFocus();
  await userEvent.click(role());
  await savePanel(app, id, (panel) => ({ ...panel, role: "Chief baker" }));
  await waitFor(() => expect(role()).toHaveValue("Chief baker"));
  expect(saveButton()).not.toHaveFocus();
});

test("where another tab saves a panel’s plan while one edits it, the focus stays where it was", async () => {
  // The table of who asks what is wider than its room, and takes the focus.
  vi.spyOn(Element.prototype, "scrollWidth", "get").mockReturnValue(500);
  const { id } = await plan();
  await showApp(app, `/panels/${id}/plan`);
  await screen.findByLabelText("Invitation link for Eva");
  let count = 0;
  const saveElsewhere = async () => {
    const role = `Baker ${++count}`;
    await savePanel(app, id, (panel) => ({ ...panel, role }));
    await waitFor(() => expect(screen.getByRole("textbox", { name: "Role" })).toHaveValue(role));
  };
  for (const find of [
    () => screen.getByRole("textbox", { name: "Role" }),
    () => screen.getByRole("checkbox", { name: "The role is remote" }),
    () => screen.getByLabelText("Name of interviewer 2"),
    () => screen.getByRole("button", { name: "Remove: Ben" }),
    () => screen.getByRole("checkbox", { name: "Ben asks: A failed batch" }),
    () => screen.getByRole("region", { name: "Who asks what" }),
    () => screen.getByRole("button", { name: "Assign all" }),
  ]) {
    find().focus();
    await saveElsewhere();
    expect(find()).toHaveFocus();
  }
  // What has no place of its own in the plan.
  (await screen.findByLabelText("Invitation link for Eva")).focus();
  await saveElsewhere();
  expect(screen.getByRole("heading", { name: "Candidate and guide" })).toHaveFocus();
  // Nobody is in the form, and nobody is brought there.
  screen.getByRole("heading", { name: "Candidate and guide" }).blur();
  await saveElsewhere();
  expect(document.body).toHaveFocus();
});

test("where another tab saves a panel’s plan, the next letter goes where one was typing, and not to the end", async () => {
  const { id } = await plan();
  await showApp(app, `/panels/${id}/plan`);
  const field = () => screen.getByLabelText<HTMLInputElement>("Name of interviewer 2");
  await screen.findByLabelText("Invitation link for Eva");
  const user = userEvent.setup();
  await user.clear(field());
  await user.type(field(), "Benjamn");
  field().setSelectionRange(6, 6);
  await savePanel(app, id, (panel) => ({ ...panel, remote: !panel.remote }));
  await screen.findByText(/^This is what you entered before/u);
  expect(field()).toHaveFocus();
  await user.keyboard("i");
  expect(field()).toHaveValue("Benjamin");
});

test("what another tab saved of a panel’s plan stays, but for what one has changed oneself", async () => {
  const { id } = await plan();
  await showApp(app, `/panels/${id}/plan`);
  await screen.findByLabelText("Invitation link for Eva");
  await userEvent.clear(screen.getByLabelText("Name of interviewer 2"));
  await userEvent.type(screen.getByLabelText("Name of interviewer 2"), "Benjamin");
  await savePanel(app, id, (panel) => ({ ...panel, role: "Chief baker" }));
  await screen.findByText(/^This is what you entered before/u);
  expect(screen.getByRole("textbox", { name: "Role" })).toHaveValue("Chief baker");
  await press("Save changes");
  await waitFor(async () => expect((await kept(id))?.interviewers[1]?.name).toBe("Benjamin"));
  expect((await kept(id))?.role).toBe("Chief baker");
});

test("an interviewer whom another tab adds to a panel stays, though one has changed another interviewer meanwhile", async () => {
  const { id } = await plan();
  await showApp(app, `/panels/${id}/plan`);
  await screen.findByLabelText("Invitation link for Eva");
  await userEvent.clear(screen.getByLabelText("Name of interviewer 2"));
  await userEvent.type(screen.getByLabelText("Name of interviewer 2"), "Benjamin");
  await press("Remove: Eva");
  const added = { id: "added", name: "Kim", questionIds: [] };
  await savePanel(app, id, (panel) => ({ ...panel, interviewers: [...panel.interviewers, added] }));
  expect(await screen.findByDisplayValue("Kim")).toBeVisible();
  const names = async () => (await kept(id))?.interviewers.map(({ name }) => name);
  await press("Save changes");
  await waitFor(async () => expect(await names()).toEqual(["Noor", "Benjamin", "Kim"]));
  // What comes in once more is not brought back by what was kept.
  await press("Remove: Kim");
  await press("Save changes");
  await waitFor(async () => expect(await names()).toEqual(["Noor", "Benjamin"]));
});

test("who removes an interviewer is at the next one’s button then, and after the last one at the one that adds", async () => {
  await showApp(app, "/panels/new");
  await userEvent.type(await screen.findByLabelText("Name of interviewer 1"), "Lea");
  await userEvent.type(screen.getByLabelText("Name of interviewer 2"), "Noor");
  await press("Remove: Lea");
  expect(screen.getByRole("button", { name: "Remove: Noor" })).toHaveFocus();
  await press("Remove: Noor");
  const add = screen.getByRole("button", { name: "+ Add an interviewer" });
  expect(add).toHaveFocus();
  // Who adds one is at the name.
  await userEvent.click(add);
  expect(screen.getByLabelText("Name of interviewer 1")).toHaveFocus();
});

test("of many scorecard files what waits for a decision is listed, and what needs nobody is folded", async () => {
  const { id: panelId } = await plan();
  await showApp(app, `/panels/${panelId}`);
  const whole = submittedInterview("own1");
  const uninvited = encodeSessionFile(
    { ...whole, session: { ...whole.session, interviewer: "Kim" } },
    START,
    "Test 1",
  );
  await userEvent.upload(await screen.findByTestId("scorecard-files"), [new File([uninvited], "kim.json")]);
  await userEvent.click(await screen.findByRole("button", { name: /^Add .*Kim/u }));
  await screen.findByText("1 added");
  const again = Array.from({ length: 12 }, (_, at) => new File([uninvited], `kim ${at}.json`));
  const other = encodeSessionFile(
    { ...whole, session: { ...submittedInterview("own2").session, interviewer: "Ida" } },
    START,
    "Test 1",
  );
  await userEvent.upload(screen.getByTestId("scorecard-files"), [...again, new File([other], "ida.json")]);
  await screen.findByText(/12 duplicates/u);
  const folded = screen.getByText("12 without a problem").closest("details");
  expect(folded).not.toHaveAttribute("open");
  expect(within(folded!).getAllByText("duplicate")).toHaveLength(12);
  const [first] = screen.getAllByRole("list", { name: "Received or waiting" });
  expect(within(first!).getByText("needs your decision")).toBeVisible();
});

test("two scorecards that wait for a decision are both added, however quickly one after the other", async () => {
  const { id: panelId } = await plan();
  await showApp(app, `/panels/${panelId}`);
  const ofUninvited = (id: string, interviewer: string) => {
    const whole = submittedInterview(id);
    const text = encodeSessionFile({ ...whole, session: { ...whole.session, interviewer } }, START, "Test 1");
    return new File([text], `${id}.json`);
  };
  const files = [ofUninvited("own1", "Kim"), ofUninvited("own2", "Ida")];
  await userEvent.upload(await screen.findByTestId("scorecard-files"), files);
  const waiting = await screen.findByRole("list", { name: "Received or waiting" });
  for (const button of within(waiting).getAllByRole("button", { name: /^Add/u })) fireEvent.click(button);
  await waitFor(async () =>
    expect((await kept(panelId))?.interviewers.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["Kim", "Ida"]),
    ),
  );
  expect(screen.queryByText(/was not added/u)).toBeNull();
});

test("another guide brings its role, and leaves one that was typed", async () => {
  await showApp(app, "/panels/new");
  const guide = await screen.findByLabelText("Guide");
  const role = screen.getByLabelText("Role");
  const [, second, third] = within(guide).getAllByRole<HTMLOptionElement>("option");
  await userEvent.selectOptions(guide, second!);
  await waitFor(() => expect(role).toHaveValue(second!.text));
  await userEvent.clear(role);
  await userEvent.type(role, "Head baker");
  await userEvent.selectOptions(guide, third!);
  await waitFor(() => expect(guide).toHaveValue(third!.value));
  expect(role).toHaveValue("Head baker");
});

test("a lead who is left out of the interviews leads only", async () => {
  const { id } = await plan();
  await showApp(app, `/panels/${id}/plan`);
  await userEvent.selectOptions(screen.getByLabelText("Your role"), "Lead and interviewer: Eva");
  await press("Save changes");
  await waitFor(async () => expect((await kept(id))?.leadId).toBe("eva"));
  expect(await screen.findByRole("link", { name: "Plan your interview" })).toBeVisible();
  await press("Remove: Eva");
  await press("Save changes");
  await waitFor(async () => expect((await kept(id))?.leadId).toBeNull());
});

test("once a scorecard is in, the candidate, the guide and its interviewer stay", async () => {
  const { id } = await plan();
  const { first } = smallScorecard("noor", { "failed.cause": 4 });
  const whole = {
    ...first,
    session: { ...first.session, panel: { panelId: id, interviewerId: "noor", publicKey: null } },
  };
  await addScorecardFiles(app, id, [new File([encodeSessionFile(whole, START, "Test 1")], "noor.json")], {
    onProgress: () => {},
    signal: new AbortController().signal,
  });
  await showApp(app, `/panels/${id}/plan`);
  expect(screen.getByLabelText("Candidate")).toHaveAttribute("readonly");
  expect(screen.getByLabelText("Guide")).toBeDisabled();
  expect(screen.getByLabelText("Your role")).toBeDisabled();
  expect(screen.queryByRole("button", { name: "Remove: Noor" })).toBeNull();
  expect(screen.getByRole("button", { name: "Remove: Ben" })).toBeVisible();
  const nameOf = (number: number) => screen.getByLabelText(`Name of interviewer ${number}`);
  expect(nameOf(1)).toHaveAttribute("readonly");
  expect(nameOf(1)).toHaveAccessibleDescription(/the interviewer’s name can’t change/u);
  expect(nameOf(2)).not.toHaveAttribute("readonly");
});

test("a name that was cleared before somebody took the seat is back then, and the plan is saved with it", async () => {
  const { id } = await plan();
  await showApp(app, `/panels/${id}/plan`);
  await userEvent.clear(await screen.findByLabelText("Name of interviewer 1"));
  await app.database.sealedScorecards.put(sealedRow(id, "noor"));
  await waitFor(() => expect(screen.getByLabelText("Name of interviewer 1")).toHaveValue("Noor"));
  await userEvent.clear(screen.getByLabelText("Role"));
  await press("Save changes");
  await waitFor(async () => expect((await kept(id))?.role).toBe(""));
  expect((await kept(id))?.interviewers[0]).toMatchObject({ id: "noor", name: "Noor" });
});

test("an invitation goes out as a link or a file, and each is written down; the link opens it", async () => {
  const downloads = takeDownloads();
  const { id } = await plan();
  await showApp(app, `/panels/${id}/plan`);
  const link = (await screen.findByLabelText<HTMLInputElement>("Invitation link for Noor")).value;
  expect(await screen.findByText(/^Links from this address open on this device only\./u)).toBeVisible();
  await press(/^Download invitation file ?for Noor$/u);
  expect(downloads.map(({ name }) => name)).toEqual(["Amira-Haddad_invitation_Noor.json"]);
  const person = userEvent.setup();
  await person.click(screen.getByRole("button", { name: /^Copy link ?for Noor$/u }));
  expect(await screen.findByText("Copied")).toBeVisible();
  expect(await navigator.clipboard.readText()).toBe(link);
  await waitFor(async () =>
    expect((await app.database.exportsMade.toArray()).map(({ form }) => form).toSorted()).toEqual([
      "Invitation file",
      "Invitation link",
    ]),
  );
  location.hash = new URL(link).hash;
  expect(await screen.findByRole("heading", { name: /Amira Haddad/u })).toBeVisible();
});

test("an invitation that can’t be looked up says why, whether it came as a link or as a file", async () => {
  const downloads = takeDownloads();
  const { id } = await plan();
  await showApp(app, `/panels/${id}/plan`);
  const link = (await screen.findByLabelText<HTMLInputElement>("Invitation link for Noor")).value;
  await press(/^Download invitation file ?for Noor$/u);
  const file = new File([downloads[0]!.blob], "invitation.json");
  const lookUp = vi.spyOn(app.database.tombstones, "bulkGet").mockImplementation(() => {
    throw new Error("The disk failed");
  });
  location.hash = new URL(link).hash;
  const said = await screen.findByRole("alert");
  expect(said).toHaveTextContent("This invitation can’t be openedNothing was changed.The disk failed.");
  lookUp.mockRestore();
  const field = screen.getByTestId("invitation-file");
  await userEvent.upload(field, file);
  expect(await screen.findByRole("heading", { name: /Amira Haddad/u })).toBeVisible();
  location.hash = "#/invitation";
  const empty = await screen.findByTestId("invitation-file");
  vi.spyOn(app.database.tombstones, "bulkGet").mockImplementation(() => {
    throw new Error("The disk failed");
  });
  await userEvent.upload(empty, file);
  expect(await screen.findByRole("alert")).toHaveTextContent("The disk failed.");
});

test("where an invitation can’t be made the screen says why, and no interviewer is left out of it unseen", async () => {
  const { id } = await plan();
  vi.spyOn(app.database.teamLinks, "count").mockImplementation(() => {
    throw new Error("The disk failed");
  });
  await showApp(app, `/panels/${id}/plan`);
  expect(await screen.findByRole("heading", { name: "Something went wrong" })).toBeVisible();
  expect(screen.getByText(/The disk failed/u)).toBeVisible();
});

test("who is invited with an earlier plan is named to the lead, and can take the new one", async () => {
  const downloads = takeDownloads();
  const { id } = await plan();
  await showApp(app, `/panels/${id}/plan`);
  const open = async () => {
    const link = await screen.findByLabelText<HTMLInputElement>("Invitation link for Ben");
    location.hash = new URL(link.value).hash;
  };
  await screen.findByLabelText("Invitation link for Ben");
  await press(/^Download invitation file ?for Ben$/u);
  await waitFor(() => expect(downloads).toHaveLength(1));
  await open();
  await userEvent.click(await screen.findByRole("button", { name: "Plan your interview" }));
  await screen.findByRole("button", { name: "Start interview" });

  location.hash = `#/panels/${id}/plan`;
  await screen.findByLabelText("Invitation link for Ben");
  await userEvent.selectOptions(screen.getByLabelText("Level"), "Lead");
  await press("Save changes");
  expect(await screen.findByText(/^Invited with an earlier plan:/u)).toHaveTextContent(
    "Invited with an earlier plan: Ben. Send their invitations again, so that they can update their plans.",
  );
  await open();
  expect(await screen.findByText(/^Your plan differs from this invitation in:/u)).toHaveTextContent(
    "Your plan differs from this invitation in: level.",
  );
  await press("Update my plan");
  expect(await screen.findByText("Your plan now matches this invitation.")).toBeVisible();
  const go = screen.getByRole("link", { name: "Go to the interview" });
  expect(go).toHaveFocus();
  await userEvent.click(go);
  const level = await screen.findByLabelText<HTMLSelectElement>("Level");
  expect(Array.from(level.options, ({ text }) => text)).toEqual(["Lead"]);
});

test("who opens an invitation where another interviewer of the panel accepted theirs is asked whether it is theirs", async () => {
  const { id } = await plan();
  const open = async (name: string) => {
    await showApp(app, `/panels/${id}/plan`);
    const link = await screen.findByLabelText<HTMLInputElement>(`Invitation link for ${name}`);
    location.hash = new URL(link.value).hash;
    return screen.findByRole("button", { name: "Plan your interview" });
  };
  const accept = await open("Ben");
  expect(screen.queryByText(/^This device already has/u)).toBeNull();
  await userEvent.click(accept);
  await screen.findByRole("button", { name: "Start interview" });
  await open("Noor");
  expect(screen.getByText(/^This device already has/u)).toHaveTextContent(
    "This device already has an interview in this panel, planned for Ben. Check that this invitation is for you.",
  );
});

test("an invitation that was accepted and comes again with another key changes nothing, and says so", async () => {
  const downloads = takeDownloads();
  const { id } = await plan();
  await showApp(app, `/panels/${id}/plan`);
  const link = await screen.findByLabelText<HTMLInputElement>("Invitation link for Ben");
  await press(/^Download invitation file ?for Ben$/u);
  await waitFor(() => expect(downloads).toHaveLength(1));
  location.hash = new URL(link.value).hash;
  await userEvent.click(await screen.findByRole("button", { name: "Plan your interview" }));
  await screen.findByRole("button", { name: "Start interview" });
  const text = await downloads[0]!.blob.text();
  const { publicKey } = await newKeyPair();
  const edited = text
    .replace(/"publicKey": ?"[^"]+"/u, `"publicKey":"${publicKey}"`)
    .replace(/"level": ?"[^"]+"/u, '"level":"lead"');
  await showApp(app, "/invitation");
  const field = await screen.findByTestId("invitation-file");
  await userEvent.upload(field, new File([edited], "invitation.json"));
  expect(await screen.findByRole("alert")).toHaveTextContent("with another key");
  expect(screen.getByRole("link", { name: "Go to the interview" })).toBeVisible();
  expect(screen.queryByRole("button", { name: "Update my plan" })).toBeNull();
});

test("a recovery file that can’t be made says so, and the next try makes it", async () => {
  const downloads = takeDownloads();
  const { id } = await plan();
  await showApp(app, `/panels/${id}/plan`);
  await screen.findByRole("button", { name: "Download recovery file" });
  vi.spyOn(URL, "createObjectURL").mockImplementationOnce(() => {
    throw new Error("No room.");
  });
  await press("Download recovery file");
  const said = await screen.findByText("The recovery file was not created. No room.");
  expect(said).toHaveRole("alert");
  await press("Download recovery file");
  await waitFor(() => expect(downloads).toHaveLength(1));
  expect(said).not.toBeInTheDocument();
});

test("the lead can keep the key in a file; where it is not here, it is said how it comes back", async () => {
  const downloads = takeDownloads();
  const { id } = await plan();
  await showApp(app, `/panels/${id}/plan`);
  await userEvent.click(await screen.findByRole("button", { name: "Download recovery file" }));
  await waitFor(() => expect(downloads.map(({ name }) => name)).toEqual(["Amira-Haddad_Baker_recovery.txt"]));
  expect(await downloads[0]!.blob.text()).toContain("AGE-SECRET-KEY-");
  await addPanel(app.database, { ...smallPanel, id: "p2", publicKey: "age1" }, smallGuide, null);
  location.hash = "#/panels/p2/plan";
  expect(
    await screen.findByRole("heading", { name: "This panel’s key is not on this device" }),
  ).toBeVisible();
});

test("each file that is dropped is told of: what came in, what was in already, what is none and why", async () => {
  await addMade([], false);
  await showApp(app, "/panels/p1");
  const start = screen.getByRole("button", { name: "Start debrief" });
  expect(start).toBeDisabled();
  expect(start).toHaveAccessibleDescription("The debrief can start once a scorecard has been received.");
  const other = { ...submittedInterview("s9") };
  await userEvent.upload(screen.getByTestId("scorecard-files"), [
    scorecardFile("noor", { "failed.cause": 4 }),
    scorecardFile("noor", { "failed.cause": 4 }),
    scorecardFile("ben", { "failed.cause": 2 }),
    new File(["Dear Amira"], "letter.json"),
    new File(
      [
        encodeSessionFile(
          { ...other, session: { ...other.session, candidate: "Ben Okafor" } },
          START,
          "Test 1",
        ),
      ],
      "okafor.json",
    ),
  ]);
  expect(await screen.findByText("2 added · 1 duplicate · 2 not added")).toBeVisible();
  const refused = rowTexts(within(screen.getByRole("list", { name: "Not added" })).getAllByRole("listitem"));
  expect(refused[0]).toMatch(/^letter\.json./u);
  expect(refused[1]).toMatch(/^okafor\.json.*Ben Okafor/u);
  expect(await screen.findByText("2 of 3 scorecards received")).toBeVisible();
  expect(screen.getByRole("button", { name: "Start debrief" })).toBeEnabled();
  await press("Done");
  expect(screen.queryByText(/duplicates? ·/u)).toBeNull();
});

test("a scorecard that was in with other ratings stays as it was, and it is said so", async () => {
  await addMade([scorecardFile("noor", { "failed.cause": 4 })], false);
  await showApp(app, "/panels/p1");
  await userEvent.upload(screen.getByTestId("scorecard-files"), scorecardFile("noor", { "failed.cause": 1 }));
  expect(await screen.findByText("1 not added")).toBeVisible();
  expect(screen.getByRole("list", { name: "Not added" })).toHaveTextContent(
    /never changes.*Here: Noor’s scorecard, submitted today.*In the file: Noor’s scorecard, submitted today/u,
  );
});

test("a revision in a file says whose it is, and comes in with a click", async () => {
  await addMade([scorecardFile("noor", { "failed.cause": 4 })], false);
  await showApp(app, "/panels/p1");
  await userEvent.upload(screen.getByTestId("scorecard-files"), revisedFile());
  expect(await screen.findByText("needs your decision")).toBeVisible();
  expect(screen.getByText("1 waiting for your decision")).toBeVisible();
  expect(screen.getByText(/Use it only if you know that Noor made it\./u)).toBeVisible();
  const rows = () => app.database.sealedScorecards.toArray();
  expect(JSON.stringify(await rows())).not.toContain("because of r1");
  await press(/^Use Noor’s revision of /u);
  expect(await screen.findByText("with an update", { exact: false })).toBeVisible();
  await waitFor(async () => expect(JSON.stringify(await rows())).toContain("because of r1"));
  expect(screen.queryByText("needs your decision")).toBeNull();
  // The button is gone; what came of it has the focus.
  expect(screen.getByRole("list", { name: "Received or waiting" }).firstElementChild).toHaveFocus();
});

/** Reads no further from the second file on, until `goOn` is called. */
function heldFiles(files: readonly File[]): () => void {
  let goOn = () => {};
  const going = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  for (const file of files) {
    const read = file.arrayBuffer.bind(file);
    vi.spyOn(file, "arrayBuffer").mockImplementation(async () => {
      await going;
      return read();
    });
  }
  return () => goOn();
}

test("files that came in before others were cancelled are told of", async () => {
  await addMade([], false);
  await showApp(app, "/panels/p1");
  const first = [scorecardFile("noor", { "failed.cause": 4 })];
  const later = [scorecardFile("ben", { "failed.cause": 4 }), new File(["Dear Amira"], "letter.json")];
  const goOnFirst = heldFiles(first);
  const goOn = heldFiles(later);
  await userEvent.upload(screen.getByTestId("scorecard-files"), first);
  await screen.findByRole("button", { name: "Cancel" });
  await userEvent.upload(screen.getByTestId("scorecard-files"), later);
  goOnFirst();
  expect(await screen.findByText("1 of 3 scorecards received")).toBeVisible();
  await press("Cancel");
  goOn();
  expect(await screen.findByText("Cancelled. Only the files listed here were read.")).toBeVisible();
  expect(screen.getByText("1 added")).toHaveRole("status");
  await press("Done");
  expect(screen.queryByText(/^Cancelled\./u)).toBeNull();
});

test("where a decision about one file can’t be stored, the others are still told of", async () => {
  await addMade([scorecardFile("noor", { "failed.cause": 4 })], false);
  await showApp(app, "/panels/p1");
  await userEvent.upload(screen.getByTestId("scorecard-files"), [
    revisedFile(),
    new File(["Dear Amira"], "letter.json"),
  ]);
  await screen.findByText("needs your decision");
  const full = vi.spyOn(app.database, "transaction").mockRejectedValue(new Error("The disk is full."));
  await press(/^Use Noor’s revision of /u);
  expect(await screen.findByText("The file was not added. The disk is full.")).toHaveRole("alert");
  full.mockRestore();
  expect(screen.getByRole("list", { name: "Not added" })).toHaveTextContent("letter.json");
  await press(/^Use Noor’s revision of /u);
  await waitFor(() => expect(screen.queryByText("needs your decision")).toBeNull());
  expect(screen.queryByText(/^The file was not added\./u)).toBeNull();
});

test("a deleted panel can be undone after somebody else was deleted for good", async () => {
  const { id } = await plan();
  await showApp(app, "/panels");
  await userEvent.click(await screen.findByRole("button", { name: /^Delete/u }));
  await screen.findByRole("button", { name: "Undo" });
  await bury(app.database, ["somebody-else"], "", START);
  await press("Undo");
  // The row of before may still be on the screen.
  await waitFor(async () => expect(await kept(id)).toMatchObject({ candidate: smallPanel.candidate }));
  await waitFor(() => expect(screen.getByRole("button", { name: /^Delete/u })).toBeVisible());
});

test("the Undo of a deleted panel goes once another tab has deleted its candidate for good", async () => {
  const { id } = await plan();
  await showApp(app, "/panels");
  await userEvent.click(await screen.findByRole("button", { name: /^Delete/u }));
  await screen.findByRole("button", { name: "Undo" });
  await bury(app.database, [id], "", START);
  await waitFor(() => expect(screen.queryByRole("button", { name: "Undo" })).toBeNull());
  await waitFor(() => expect(screen.queryByText(smallPanel.candidate)).toBeNull());
});

test("whoever rates under another name than the panel’s is named so, beside the name that was invited", async () => {
  const { first } = smallScorecard("ben", { "failed.cause": 4 }, { name: "Benedict Osei" });
  await addMade([new File([encodeSessionFile(first, START, "Test 1")], "ben.json")], false);
  await showApp(app, "/panels/p1");
  const seats = await screen.findByRole("list", { name: "Interviewers" });
  await waitFor(() => expect(within(seats).getByText("Benedict Osei")).toBeVisible());
  expect(within(seats).getByText(/^invited as/)).toHaveTextContent(
    "invited as Ben · 1 question · 1 of 2 areas assessed",
  );
});

test("an area without enough signal is none of those assessed, and is not called unrated: its interviewer was done with it", async () => {
  await addMade([scorecardFile("ben", { "failed.cause": 4, "failed.after": "noEvidence" })], false);
  await showApp(app, "/panels/p1");
  const seats = await screen.findByRole("list", { name: "Interviewers" });
  expect(await within(seats).findByText("1 question · 1 of 2 areas assessed")).toBeVisible();
  const asked = await screen.findByRole("table", { name: "Questions asked and areas assessed" });
  expect(within(asked).getByRole("cell", { name: "1 of 2 assessed" })).toBeVisible();
  expect(screen.getByRole("main")).not.toHaveTextContent(/\brated\b/u);
});

test("a scorecard is taken out before the debrief, and put back by Undo", async () => {
  await addMade([scorecardFile("noor", { "failed.cause": 4 })], false);
  await showApp(app, "/panels/p1");
  await press(/^Remove/u);
  expect(await screen.findByText("0 of 3 scorecards received")).toBeVisible();
  await press("Undo");
  expect(await screen.findByText("1 of 3 scorecards received")).toBeVisible();
});

test("a debrief that starts without somebody says who is missing, and can be closed again until something is decided", async () => {
  await addMade([scorecardFile("noor", { "failed.cause": 4 })], false);
  await showApp(app, "/panels/p1");
  await press("Start debrief");
  const dialog = screen.getByRole("dialog", { name: "Start the debrief without everyone?" });
  expect(dialog).toHaveTextContent("Not received: Ben, Eva.");
  await userEvent.click(within(dialog).getByRole("button", { name: "Cancel" }));
  expect((await kept())?.debrief.startedAt).toBeNull();
  await press("Start debrief");
  await press("Start without them");
  // Of one scorecard nobody says that all agree.
  expect(await screen.findByRole("heading", { name: "No gaps to discuss yet" })).toBeVisible();
  expect(screen.queryByText(/No major disagreements/u)).toBeNull();
  await press("Close debrief");
  expect(await screen.findByRole("heading", { name: "Before the debrief" })).toHaveFocus();
  await waitFor(async () => expect((await kept())?.debrief).toMatchObject({ startedAt: null }));
  expect((await kept())?.debrief.firstStartedAt).toBeGreaterThanOrEqual(START);
  // It was read.
  expect(screen.queryByRole("button", { name: /^Remove/u })).toBeNull();
});

test("the debrief file asks while scorecards are missing, and who submitted after the start is marked", async () => {
  const downloads = takeDownloads();
  await addMade([scorecardFile("noor", { "failed.cause": 4 })], true);
  await showApp(app, "/panels/p1");
  expect((await screen.findAllByText("Submitted after the debrief began")).length).toBeGreaterThan(0);
  await press("Save debrief file");
  expect(downloads).toEqual([]);
  await userEvent.click(
    within(screen.getByRole("dialog")).getByRole("button", { name: "Save debrief file" }),
  );
  await waitFor(() => expect(downloads).toHaveLength(1));
  expect(await downloads[0]!.blob.text()).not.toContain("noor would");
});

test("who has still to submit on the candidate starts no debrief, and reads why", async () => {
  await addMade([scorecardFile("noor", { "failed.cause": 4 })], false);
  await putWholeSessions(app.database, [liveInterview("mine")], []);
  await showApp(app, "/panels/p1");
  expect(screen.getByRole("button", { name: "Start debrief" })).toBeDisabled();
  expect(screen.getByRole("main")).toHaveTextContent(/submit/u);
});

test("recommendations stay hidden while an area is left to discuss, unless they are asked for all the same", async () => {
  await addMade(
    [scorecardFile("noor", { "failed.cause": 5 }), scorecardFile("ben", { "failed.cause": 2 })],
    true,
  );
  await showApp(app, "/panels/p1");
  await userEvent.click(await screen.findByRole("link", { name: "Recommendations and decision" }));
  expect(screen.getByText(/stay hidden until the areas are done: 1 area left to discuss\./u)).toBeVisible();
  expect(screen.getByRole("button", { name: "Reveal recommendations" })).toBeDisabled();
  expect(screen.queryByText("noor would")).toBeNull();
  await press("Reveal anyway…");
  expect(
    screen.getByRole("dialog", { name: /^Reveal the recommendations while 1 area is left/u }),
  ).toBeVisible();
  await press("Cancel");
  expect(screen.queryByText("noor would")).toBeNull();
  await press("Reveal anyway…");
  await userEvent.click(
    within(screen.getByRole("dialog")).getByRole("button", { name: "Reveal recommendations" }),
  );
  expect(await screen.findByText("noor would")).toBeVisible();
  expect(screen.getByRole("heading", { name: "Recommendations" })).toHaveFocus();
  expect(screen.getByText("ben would")).toBeVisible();
});

test("a copy of a debrief whose key is elsewhere is read: it reveals and decides nothing", async () => {
  await addMade([scorecardFile("noor", { "failed.cause": 5 })], true);
  await app.database.panels.update("p1", { publicKey: "age1elsewhere" });
  await showApp(app, "/panels/p1/decision");
  expect(await screen.findByText(/^This is a copy of the debrief, from a file\./u)).toBeVisible();
  expect(await screen.findByText("Not revealed when this copy was made.")).toBeVisible();
  expect(screen.queryByRole("button", { name: /^Reveal/u })).toBeNull();
  await savePanel(app, "p1", (panel) => ({
    ...panel,
    debrief: { ...panel.debrief, recommendationsShownAt: START },
  }));
  expect(await screen.findByText("noor would")).toBeVisible();
  expect(screen.getByRole("heading", { name: "No decision yet" })).toBeVisible();
  expect(screen.queryByRole("button", { name: "Record decision" })).toBeNull();
});

test("once no area is left to discuss the areas say so, and lead on to the recommendations", async () => {
  await addMade(
    [scorecardFile("noor", { "failed.cause": 5 }), scorecardFile("ben", { "failed.cause": 2 })],
    true,
  );
  await showApp(app, "/panels/p1");
  const areas = within(await screen.findByRole("region", { name: "Discuss these first" }));
  expect(areas.getByText(/^1 area with a gap of two or more points, 1 left to discuss\./u)).toHaveTextContent(
    /Recommendations stay hidden until the areas are done\.$/u,
  );
  expect(screen.queryByRole("link", { name: "Go to recommendations" })).toBeNull();
  await press("Done, next area");
  const done = within(await screen.findByRole("region", { name: "No area is left to discuss" }));
  const words = done.getByText(/^1 area with a gap of two or more points\. Largest gap first\./u);
  expect(within(words).getByRole("status")).toHaveTextContent("The recommendations can be revealed now.");
  const pane = within(screen.getByRole("region", { name: "The area in focus" }));
  expect(done.getAllByRole("link", { name: "Go to recommendations" })).toHaveLength(2);
  await userEvent.click(pane.getByRole("link", { name: "Go to recommendations" }));
  // The link is away with its step.
  expect(screen.getByRole("link", { name: "Recommendations and decision" })).toHaveFocus();
  await press("Reveal recommendations");
  await userEvent.click(screen.getByRole("link", { name: "Areas" }));
  expect(screen.getByRole("main")).not.toHaveTextContent(/can be revealed|stay hidden/u);
});

test("who takes back that an area was discussed stays at the area", async () => {
  await addMade([scorecardFile("noor", { "failed.cause": 5 })], true);
  await showApp(app, "/panels/p1");
  const pane = within(await screen.findByRole("region", { name: "The area in focus" }));
  await userEvent.click(pane.getByRole("radio", { name: /^3/u }));
  await userEvent.click(pane.getByRole("button", { name: "Mark as not discussed" }));
  expect(pane.queryByRole("button", { name: "Mark as not discussed" })).toBeNull();
  expect(pane.getByRole("button", { name: /^Done/u })).toHaveFocus();
});

test("without a gap nothing is said to be hidden until the areas are done", async () => {
  await addMade(
    [scorecardFile("noor", { "failed.cause": 5 }), scorecardFile("ben", { "failed.cause": 4 })],
    true,
  );
  await showApp(app, "/panels/p1");
  const areas = within(await screen.findByRole("region", { name: "No major disagreements" }));
  expect(areas.getByText(/^All areas, largest gap first\./u)).toHaveTextContent(
    /The recommendations can be revealed now\.$/u,
  );
  expect(areas.getAllByRole("link", { name: "Go to recommendations" })).toHaveLength(2);
});

test("a decision needs what was decided and a reason, stays, and can be changed", async () => {
  await addMade([scorecardFile("noor", { "failed.cause": 5 })], true);
  await showApp(app, "/panels/p1");
  await userEvent.click(await screen.findByRole("link", { name: "Recommendations and decision" }));
  await press("Reveal recommendations");
  await userEvent.click(await screen.findByRole("radio", { name: "Hire" }));
  await userEvent.type(screen.getByLabelText("Reasons"), "   ");
  await press("Record decision");
  expect(await screen.findByRole("alert")).toHaveTextContent("Enter a reason.");
  expect((await kept())?.debrief.decision).toBeNull();
  await userEvent.type(screen.getByLabelText("Reasons"), "Found the cause.");
  await press("Record decision");
  expect(await screen.findByRole("heading", { name: "Decision: hire" })).toHaveFocus();
  await press("Change decision");
  expect(screen.getByRole("heading", { name: "Decision" })).toHaveFocus();
  await userEvent.click(screen.getByRole("radio", { name: "No hire" }));
  await press("Record decision");
  expect(await screen.findByRole("heading", { name: "Decision: no hire" })).toBeVisible();
  expect((await kept())?.debrief.decision).toMatchObject({ outcome: "noHire", reason: "Found the cause." });

  const decideElsewhere = (panel: Panel) => ({
    ...panel,
    debrief: decide(panel.debrief, "hire", "Asked again.", START + 1000),
  });
  await savePanel(app, "p1", decideElsewhere);
  await screen.findByText("Asked again.");
  await press("Change decision");
  expect(screen.getByLabelText("Reasons")).toHaveValue("Asked again.");
  expect(screen.getByRole("radio", { name: "Hire" })).toBeChecked();
});

test("a change of the decision that is cancelled leaves what was recorded", async () => {
  await addRevealed();
  await showApp(app, "/panels/p1/decision");
  // Before the first one there is nothing to go back to.
  await userEvent.click(await screen.findByRole("radio", { name: "Hire" }));
  expect(screen.queryByRole("button", { name: "Cancel" })).toBeNull();
  await userEvent.type(screen.getByLabelText("Reasons"), "Found the cause.");
  await press("Record decision");
  await press("Change decision");
  await userEvent.click(screen.getByRole("radio", { name: "No hire" }));
  await userEvent.clear(screen.getByLabelText("Reasons"));
  await userEvent.type(screen.getByLabelText("Reasons"), "  ");
  await press("Record decision");
  expect(await screen.findByRole("alert")).toBeVisible();
  await press("Cancel");
  expect(screen.getByRole("button", { name: "Change decision" })).toHaveFocus();
  expect(screen.getByRole("region", { name: "Decision: hire" })).toHaveTextContent("Found the cause.");
  expect((await kept())?.debrief).toMatchObject({
    decision: { outcome: "hire", reason: "Found the cause." },
  });
  await press("Change decision");
  expect(screen.getByRole("radio", { name: "Hire" })).toBeChecked();
  expect(screen.getByLabelText("Reasons")).toHaveValue("Found the cause.");
  expect(screen.queryByRole("alert")).toBeNull();
});

test("what another tab decided shows in a form that nobody filled in, and beside what was filled in", async () => {
  await addRevealed();
  await showApp(app, "/panels/p1/decision");
  await screen.findByLabelText("Reasons");
  const decideElsewhere = (reason: string) =>
    savePanel(app, "p1", (panel) => ({
      ...panel,
      debrief: decide(panel.debrief, "hire", reason, START + 1000),
    }));
  await decideElsewhere("Found the cause.");
  const recorded = await screen.findByRole("region", { name: "Decision: hire" });
  expect(recorded).toHaveTextContent("Found the cause.");
  expect(Object.keys(sessionStorage)).toEqual([]);

  await press("Change decision");
  await userEvent.click(screen.getByRole("radio", { name: "No hire" }));
  await decideElsewhere("Asked again.");
  expect((await screen.findByText("Asked again.")).parentElement).toHaveTextContent(/^Recorded .*: hire\./u);
  expect(screen.getByRole("radio", { name: "No hire" })).toBeChecked();
  expect(screen.getByLabelText("Reasons")).toHaveValue("Found the cause.");
});

test("a decision that is half typed is there again after another step of the debrief or a reload, until it is recorded", async () => {
  await addRevealed();
  await showApp(app, "/panels/p1/decision");
  await userEvent.click(await screen.findByRole("radio", { name: "Hire" }));
  await userEvent.type(screen.getByLabelText("Reasons"), "Found the");
  await userEvent.click(screen.getByRole("link", { name: "Every rating" }));
  await waitFor(() => expect(screen.queryByLabelText("Reasons")).toBeNull());
  await userEvent.click(screen.getByRole("link", { name: "Recommendations and decision" }));
  expect(await screen.findByLabelText("Reasons")).toHaveValue("Found the");
  await showApp(app, "/panels/p1/decision");
  expect(await screen.findByRole("radio", { name: "Hire" })).toBeChecked();
  expect(screen.getByText(/entered before/u)).toBeVisible();
  await press("Start over");
  expect(screen.getByRole("radio", { name: "Hire" })).not.toBeChecked();
  expect(screen.getByRole("radio", { name: "Hire" })).toHaveFocus();
  expect(screen.getByLabelText("Reasons")).toHaveValue("");
  expect(Object.keys(sessionStorage)).toEqual([]);
  await userEvent.click(screen.getByRole("radio", { name: "No hire" }));
  await userEvent.type(screen.getByLabelText("Reasons"), "Asked again.");
  await press("Record decision");
  await screen.findByRole("heading", { name: "Decision: no hire" });
  expect(Object.keys(sessionStorage)).toEqual([]);
});

test("a change of the decision that is half typed is there again, and cancelled it is not", async () => {
  await addRevealed("Found the cause.");
  await showApp(app, "/panels/p1/decision");
  await userEvent.click(await screen.findByRole("button", { name: "Change decision" }));
  await userEvent.click(screen.getByRole("radio", { name: "No hire" }));
  await userEvent.type(screen.getByLabelText("Reasons"), " But");
  await showApp(app, "/panels/p1/decision");
  expect(await screen.findByLabelText("Reasons")).toHaveValue("Found the cause. But");
  expect(screen.getByRole("radio", { name: "No hire" })).toBeChecked();
  expect(screen.getByText(/entered before/u)).toBeVisible();
  await press("Cancel");
  expect(screen.getByRole("region", { name: "Decision: hire" })).toHaveTextContent("Found the cause.");
  expect(Object.keys(sessionStorage)).toEqual([]);
  await press("Change decision");
  expect(screen.getByLabelText("Reasons")).toHaveValue("Found the cause.");
  expect(screen.queryByText(/entered before/u)).toBeNull();
});

test("with a deleted panel goes what was typed about it and not saved, and Undo brings both back", async () => {
  const { id } = await plan();
  await showApp(app, `/panels/${id}/plan`);
  await userEvent.type(screen.getByLabelText("Role"), " II");
  const drafts = () => Object.keys(sessionStorage).filter((key) => key.endsWith(` ${id}`)).length;
  expect(drafts()).toBe(1);
  await showApp(app, "/panels");
  await userEvent.click(await screen.findByRole("button", { name: /^Delete/u }));
  await screen.findByRole("button", { name: "Undo" });
  expect(drafts()).toBe(0);
  await press("Undo");
  await screen.findByRole("button", { name: /^Delete/u });
  await showApp(app, `/panels/${id}/plan`);
  expect(screen.getByLabelText<HTMLInputElement>("Role").value).toMatch(/ II$/u);
});

test("with a candidate goes a decision about them that is half typed", async () => {
  await addRevealed();
  await showApp(app, "/panels/p1/decision");
  await userEvent.type(await screen.findByLabelText("Reasons"), "Found the");
  expect(Object.keys(sessionStorage)).toHaveLength(1);
  await showApp(app, "/candidates/p1");
  await userEvent.click(await screen.findByRole("button", { name: /^Delete/u }));
  const dialog = within(await screen.findByRole("dialog"));
  await userEvent.type(dialog.getByLabelText(/^Reason/u), "Asked for by mail");
  await userEvent.click(dialog.getByRole("button", { name: "Override and delete" }));
  await screen.findByText(/^Deleted permanently/u);
  expect(Object.keys(sessionStorage)).toEqual([]);
});

test("a changed decision keeps the earlier one", async () => {
  await addRevealed("Found the cause.");
  await showApp(app, "/panels/p1/decision");
  expect(screen.queryByRole("button", { name: "Close debrief" })).toBeNull();
  await userEvent.click(await screen.findByRole("button", { name: "Change decision" }));
  await userEvent.click(screen.getByRole("radio", { name: "No hire" }));
  await userEvent.clear(screen.getByLabelText("Reasons"));
  await userEvent.type(screen.getByLabelText("Reasons"), "Asked again.");
  await press("Record decision");
  const earlier = await screen.findByRole("region", { name: "Earlier decisions" });
  expect(earlier).toHaveTextContent(/Hire.*Found the cause\./u);
});

test("weights need a written reason, and the equal-weight mean stays beside the weighted one", async () => {
  await addMade(
    [scorecardFile("noor", { "failed.cause": 5 }), scorecardFile("eva", { "apprentice.way": 2 })],
    true,
  );
  await showApp(app, "/panels/p1");
  await userEvent.click(await screen.findByRole("link", { name: "Questions and competencies" }));
  await press("Weights…");
  const dialog = within(screen.getByRole("dialog", { name: "Weights" }));
  await userEvent.clear(dialog.getByLabelText("Dough"));
  await userEvent.type(dialog.getByLabelText("Dough"), "2");
  await userEvent.type(dialog.getByLabelText("Reason for these weights"), "  ");
  await userEvent.click(dialog.getByRole("button", { name: "Apply weights" }));
  expect(await dialog.findByRole("alert")).toHaveTextContent("Enter a reason.");
  expect((await kept())?.debrief.weights).toBeNull();
  await userEvent.type(dialog.getByLabelText("Reason for these weights"), "Bread first");
  await userEvent.click(dialog.getByRole("button", { name: "Apply weights" }));
  const overall = within(screen.getByRole("region", { name: "All competencies" }));
  expect(await overall.findByText("Bread first")).toBeVisible();
  expect(overall.getByText(/equal-weight mean of/u)).toHaveTextContent(
    /^3\.5 equal-weight mean of 2 competencies/u,
  );
  expect(overall.getByText(/weighted:/u)).toHaveTextContent("4.0 weighted: Bread first");
  const weighElsewhere = (panel: Panel) => ({
    ...panel,
    debrief: weigh(panel.debrief, { dough: 3, people: 1 }, "Bread above all"),
  });
  await savePanel(app, "p1", weighElsewhere);
  await overall.findByText("Bread above all");
  await press("Weights…");
  expect(dialog.getByLabelText("Dough")).toHaveValue(3);
  expect(dialog.getByLabelText("Reason for these weights")).toHaveValue("Bread above all");
  await userEvent.click(dialog.getByRole("button", { name: "Equal weights" }));
  await waitFor(() => expect(overall.queryByText("Bread first")).toBeNull());
});

test("a panel that was not saved is there again after the screen was left, and can be started over", async () => {
  await showApp(app, "/panels/new");
  await userEvent.type(screen.getByLabelText("Candidate"), "Amira Haddad");
  await userEvent.type(screen.getByLabelText("Name of interviewer 2"), "Ben");
  await showApp(app, "/panels/new");
  expect(screen.getByLabelText("Candidate")).toHaveValue("Amira Haddad");
  expect(screen.getByLabelText("Name of interviewer 2")).toHaveValue("Ben");
  await press("Start over");
  expect(screen.getByLabelText("Candidate")).toHaveValue("");
  expect(screen.getByLabelText("Name of interviewer 2")).toHaveValue("");
  await showApp(app, "/panels/new");
  expect(screen.queryByText(/entered before/u)).toBeNull();
});

test("a change of a plan that was not saved is there again, and the invitations wait for it", async () => {
  const { id } = await plan();
  await showApp(app, `/panels/${id}/plan`);
  await userEvent.type(screen.getByLabelText("Role"), " II");
  await showApp(app, `/panels/${id}/plan`);
  expect(screen.getByLabelText<HTMLInputElement>("Role").value).toMatch(/ II$/u);
  expect(screen.queryByRole("heading", { name: "Invitations" })).toBeNull();
  await press("Save changes");
  expect(await screen.findByRole("heading", { name: "Invitations" })).toBeVisible();
  expect(Object.keys(sessionStorage)).toEqual([]);
});

test("what was typed is there again with another guide that was chosen, and starting over brings the panel’s own", async () => {
  const { id } = await plan();
  await showApp(app, `/panels/${id}/plan`);
  const guide = () => screen.findByLabelText<HTMLSelectElement>("Guide");
  const own = (await guide()).value;
  const other = within(await guide()).getAllByRole<HTMLOptionElement>("option")[1]!.value;
  await userEvent.selectOptions(await guide(), other);
  await waitFor(async () => expect(await guide()).toHaveValue(other));
  const asks = () => screen.getAllByRole<HTMLInputElement>("checkbox", { name: /^Noor asks: / });
  await userEvent.click(asks()[0]!);
  await showApp(app, `/panels/${id}/plan`);
  expect(await guide()).toHaveValue(other);
  expect(asks()[0]).toBeChecked();
  await press("Start over");
  expect(await guide()).toHaveValue(own);
  expect(asks()).toHaveLength(smallGuide.questions.length);
});

test("each rating stands on the scale with its rater, the mean below it, and timed notes among the evidence", async () => {
  const { first } = smallScorecard("noor", { "failed.cause": 5 });
  const answer = first.answers["failed"]!;
  const timed = { id: "n1", atMs: 65_000, text: "asked for the log first" };
  const noted = { ...first, answers: { ...first.answers, failed: { ...answer, notes: [timed] } } };
  const file = new File([encodeSessionFile(noted, START, "Test 1")], "noor.json");
  await addMade([file, scorecardFile("ben", { "failed.cause": 2 })], true);
  await showApp(app, "/panels/p1");
  const notes = await screen.findByRole("list", { name: "Noor’s notes on the question" });
  expect(notes).toHaveTextContent("1:05asked for the log first");
  await userEvent.click(screen.getByRole("link", { name: "Questions and competencies" }));
  expect((await screen.findAllByText("Noor 5; Ben 2; mean 3.5")).length).toBeGreaterThan(1);
  expect(screen.getAllByTitle("Ben: 2").length).toBeGreaterThan(1);
  location.hash = "#/panels/compare";
  expect(await screen.findByText("Noor 5; Ben 2; mean 3.5")).toBeVisible();
});

test("once a scorecard is in, a lead who interviews stays an interviewer, whatever was typed before", async () => {
  const { id } = await createPanel(app, { ...smallPanel, leadId: "ben" }, smallGuide);
  await showApp(app, `/panels/${id}/plan`);
  await userEvent.clear(screen.getByLabelText("Candidate"));
  await userEvent.type(screen.getByLabelText("Candidate"), "Priya Nair");
  const { first } = smallScorecard("noor", { "failed.cause": 4 });
  const panel = { panelId: id, interviewerId: "noor", publicKey: null };
  const whole = { ...first, session: { ...first.session, panel } };
  await addScorecardFiles(app, id, [new File([encodeSessionFile(whole, START, "Test 1")], "noor.json")], {
    onProgress: () => {},
    signal: new AbortController().signal,
  });
  await waitFor(() => expect(screen.getByLabelText("Candidate")).toHaveValue("Amira Haddad"));
  expect(screen.getByLabelText("Candidate")).toHaveAttribute("readonly");
  expect(screen.queryByRole("button", { name: "Remove: Ben" })).toBeNull();
  await press("Remove: Eva");
  await press("Save changes");
  await waitFor(async () => expect((await kept(id))?.interviewers).toHaveLength(2));
  expect(await kept(id)).toMatchObject({ candidate: "Amira Haddad", leadId: "ben" });
});

test("what a panel decided is not told before the own scorecard on its candidate is submitted", async () => {
  await addMade([scorecardFile("noor", { "failed.cause": 5 })], true);
  await savePanel(app, "p1", (panel) => ({
    ...panel,
    debrief: decide({ ...panel.debrief, recommendationsShownAt: START }, "noHire", "Asked again.", START),
  }));
  await putWholeSessions(app.database, [liveInterview("mine", { interviewer: "Eva" })], []);
  await showApp(app, "/panels");
  expect(await screen.findByText("Decided")).toBeVisible();
  expect(document.body).not.toHaveTextContent(/no hire/iu);
  await showApp(app, "/candidates/p1");
  expect(await screen.findByText("Decided")).toBeVisible();
  expect(document.body).not.toHaveTextContent(/no hire|Asked again/iu);
});

test.each([
  {
    values: [0, 1, 2, 3, 4],
    key: "0",
    point: 0,
    words: /J K go to an area, 0 – 4 agree on a rating, X not/u,
  },
  {
    values: [10, 20, 30],
    key: "3",
    point: 30,
    words: /J K go to an area, 1 – 3 agree on a rating by its place on/u,
  },
  { values: [1, 2, 3, 4], key: "4", point: 4, words: /J K go to an area, 1 – 4 agree on a rating, 0 not/u },
])(
  "in the debrief a digit agrees on the same point of the scale $values that it rates in the interview",
  async ({ values, key, point, words }) => {
    const guide = guideOn(values);
    const [lowest, highest] = [values[0]!, values.at(-1)!];
    await addMade(
      [
        scorecardFile("noor", { "failed.cause": lowest }, guide),
        scorecardFile("ben", { "failed.cause": highest }, guide),
      ],
      true,
      guide,
    );
    await showApp(app, "/panels/p1");
    const area = await screen.findByRole("button", { name: /^The cause/u });
    area.focus();
    await userEvent.keyboard(key);
    await waitFor(async () =>
      expect((await kept())?.debrief.agreedByAreaId["failed.cause"]?.rating).toBe(point),
    );
    expect(screen.getByRole("main")).toHaveTextContent(words);
  },
);
