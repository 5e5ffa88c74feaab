// @vitest-environment jsdom
import { cleanup, render, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Scorecard } from "../../../src/domain/session/scorecard.ts";
import { ScorecardPage } from "../../../src/features/scorecard/ScorecardPage.tsx";
import { AppContext, type AppParts } from "../../../src/state/app/appContext.ts";
import { openSession, type RunningSession } from "../../../src/state/session/runningSession.ts";
import { RunningSessionContext } from "../../../src/state/session/sessionContext.ts";
import { recordRevision } from "../../../src/state/session/scorecards.ts";
import { createDatabase } from "../../../src/storage/database.ts";
import { loadRevisions } from "../../../src/storage/session/revisions.ts";
import { putWholeSessions } from "../../../src/storage/session/sessions.ts";
import { takeDownloads } from "../../downloads.ts";
import { revisedScorecard, unassessedScorecard } from "../../nastyScorecard.ts";
import { MINUTE, START, submittedInterview } from "../../smallInterview.ts";
import { createLocks } from "../../state/fakeLocks.ts";

let app: AppParts;
let count = 0;
let running: RunningSession | undefined;

beforeEach(() => {
  Object.defineProperty(navigator, "locks", { value: createLocks(), configurable: true });
  app = {
    database: createDatabase(`scorecard page ${count++}`),
    clock: { now: () => START + 40 * MINUTE, monotonic: () => 0 },
    newId: () => `e${count++}`,
    appName: "Test 1",
  };
});

afterEach(() => {
  vi.unstubAllGlobals();
  running?.close();
  app.database.close();
});

/** Shows the screen of a scorecard. @returns its main part, once its revisions are there */
async function show({ first, revisions }: Scorecard): Promise<HTMLElement> {
  await putWholeSessions(app.database, [first], revisions);
  running = await openSession(app, first.session.id);
  if (!running) throw new Error("There is no such session.");
  render(
    <AppContext value={app}>
      <RunningSessionContext value={running}>
        <ScorecardPage />
      </RunningSessionContext>
    </AppContext>,
  );
  await screen.findByRole("heading", { name: "Competencies" });
  if (revisions.length > 0) await screen.findByRole("list", { name: "Revisions" });
  return screen.getByRole("main");
}

/** @returns the texts of a table's or a list's rows, without needless space */
const rowsOf = (element: HTMLElement, role: "row" | "listitem") =>
  within(element)
    .getAllByRole(role)
    .map(({ textContent }) => textContent.replaceAll(/\s+/gu, " ").trim());

const exportsMade = () => app.database.exportsMade.toArray();

test("what was revised stands beside what was submitted", async () => {
  const main = await show(revisedScorecard());
  expect(within(main).getByRole("heading", { name: "Recommendation: no" })).toBeVisible();
  expect(main).toHaveTextContent(
    /Submitted as: yes.*Not the whole cause\..*Submitted as:.*Found the cause\./u,
  );
  expect(rowsOf(screen.getByRole("list", { name: "Revisions" }), "listitem")[0]).toMatch(
    /because of r1 Changed: The cause; the recommendation; its reasons$/u,
  );
  const [competencies, failed] = within(main).getAllByRole("table");
  expect(rowsOf(competencies!, "row").slice(1)).toEqual(["Dough3.011"]);
  expect(rowsOf(failed!, "row").slice(1)).toEqual([
    "3first 5The causerevised by r1First: weighed the salt again",
    "not enough signalWhat changed · not covered",
  ]);
});

test("a question that was asked says how long it took, what was probed and noted; others are named", async () => {
  const main = await show(revisedScorecard());
  const headings = within(main).getAllByRole("heading", { level: 2 });
  expect(headings.map(({ textContent }) => textContent)).toEqual([
    "Recommendation: no",
    "Revised",
    "Competencies",
    "A failed batch",
    "Not asked",
  ]);
  expect(main).toHaveTextContent("Dough · 07:00 of 15:00 · 1 of 2 areas covered");
  expect(main).toHaveTextContent("Follow-ups asked01:00How did you know?Notes02:00“it was the salt”");
  expect(main).toHaveTextContent(/Not askedThe ovenA new recipe$/u);
});

test("a scorecard that was not revised shows nothing twice", async () => {
  const main = await show({ ...revisedScorecard(), revisions: [] });
  expect(within(main).getByRole("heading", { name: "Recommendation: yes" })).toBeVisible();
  expect(main).not.toHaveTextContent(/Submitted as|Revised|first|First/u);
});

test("a question without a competency, and areas that could not be assessed, are said so", async () => {
  const main = await show(unassessedScorecard());
  const [competencies, own] = within(main).getAllByRole("table");
  expect(rowsOf(competencies!, "row").slice(1)).toEqual(["No competencynot assessed01"]);
  expect(rowsOf(own!, "row").slice(1)).toEqual(["not enough signalAnything · not covered"]);
  expect(main).toHaveTextContent("Baker, mid-level, remote");
});

test("what is seldom done with a scorecard stands behind one button, and one click copies it", async () => {
  await show(revisedScorecard());
  const head = within(screen.getByText("Scorecard", { selector: "header > b" }).parentElement!);
  const shown = head.getAllByRole("button").filter((button) => button.closest("details") === null);
  expect(shown.map((button) => button.textContent)).toEqual(["Copy", "Revise", "Export JSON"]);
  const menu = head.getByText(/^More/u).closest("details")!;
  expect(menu).not.toHaveAttribute("open");
  expect([...menu.querySelectorAll("a, button")].map((item) => item.textContent)).toEqual([
    "Export in another format…",
    "Paste into a form…",
    "Print",
  ]);
});

test("printing a scorecard is an export: it is written down", async () => {
  const print = vi.fn();
  vi.stubGlobal("print", print);
  await show(revisedScorecard());
  await userEvent.click(screen.getByRole("button", { name: "Print" }));
  expect(print).toHaveBeenCalledOnce();
  await vi.waitFor(async () =>
    expect(await exportsMade()).toMatchObject([{ form: "Scorecard, printed", sessionIds: ["s1"] }]),
  );
});

test("so is its file", async () => {
  const downloads = takeDownloads();
  await show(revisedScorecard());
  await userEvent.click(screen.getByRole("button", { name: "Export JSON" }));
  expect(downloads.map(({ name }) => name)).toEqual(["Amira-Haddad_Baker_Noor.json"]);
  await vi.waitFor(async () =>
    expect(await exportsMade()).toMatchObject([{ form: "Session JSON", sessionIds: ["s1"] }]),
  );
});

test("what was filled in to revise a scorecard is there after a reload, until it is saved or begun anew", async () => {
  sessionStorage.clear();
  const scorecard = { first: submittedInterview("s1"), revisions: [] };
  const dialog = () => within(document.querySelector<HTMLElement>("dialog[aria-labelledby=revise-title]")!);
  const find = (label: string) => dialog().getByLabelText<HTMLInputElement>(label);
  await show(scorecard);
  await userEvent.type(find("Reason for the revision"), "He said more.");
  await userEvent.selectOptions(find("Recommendation"), "Strong yes");
  await userEvent.selectOptions(find("Area to revise"), "The cause");
  await userEvent.type(find("Note: The cause"), " Twice.");
  const note = find("Note: The cause").value;
  cleanup();
  running?.close();
  await show(scorecard);
  expect(find("Reason for the revision")).toHaveValue("He said more.");
  expect(find("Recommendation")).toHaveDisplayValue("Strong yes");
  expect(find("Note: The cause")).toHaveValue(note);
  expect(note).toContain("Twice.");
  await userEvent.click(dialog().getByText("Start over"));
  expect(find("Reason for the revision")).toHaveValue("");
  expect(find("Area to revise")).toHaveFocus();
  expect(dialog().queryByLabelText("Note: The cause")).toBeNull();
  expect(sessionStorage).toHaveLength(0);
});

test("what another tab revised of an area meanwhile stays, but for what is to be otherwise", async () => {
  sessionStorage.clear();
  const scorecard = { first: submittedInterview("s1"), revisions: [] };
  await show(scorecard);
  const dialog = within(document.querySelector<HTMLElement>("dialog[aria-labelledby=revise-title]")!);
  await userEvent.selectOptions(dialog.getByLabelText("Area to revise"), "The cause");
  const rating = dialog.getByRole("group", { name: "Rating: The cause", hidden: true });
  await userEvent.click(within(rating).getByRole("radio", { name: /^1:/u, hidden: true }));
  const areas = { "failed.cause": { rating: 4, note: "Written in another tab." } };
  await recordRevision(app, scorecard, {
    reason: "Heard it again.",
    areas,
    recommendation: null,
    summary: "",
  });
  await waitFor(() =>
    expect(dialog.getByLabelText("Note: The cause")).toHaveValue("Written in another tab."),
  );
  await userEvent.type(dialog.getByLabelText("Reason for the revision"), "Too kind.");
  await userEvent.click(dialog.getByText("Save revision"));
  await waitFor(async () => expect(await loadRevisions(app.database, "s1")).toHaveLength(2));
  expect((await loadRevisions(app.database, "s1"))[1]).toMatchObject({
    reason: "Too kind.",
    areas: { "failed.cause": { rating: 1, note: "Written in another tab." } },
  });
});

test("what was missing from a revision is not said of what is filled in afterwards", async () => {
  sessionStorage.clear();
  // What the test's page lacks.
  Element.prototype.scrollIntoView = () => {};
  await show({ first: submittedInterview("s1"), revisions: [] });
  const dialog = within(document.querySelector<HTMLElement>("dialog[aria-labelledby=revise-title]")!);
  const problem = () => dialog.queryByRole("alert", { hidden: true });
  const save = () => userEvent.click(dialog.getByText("Save revision"));
  const reason = dialog.getByLabelText("Reason for the revision");
  await save();
  expect(problem()).toHaveTextContent("Enter a reason for the revision.");
  await userEvent.type(reason, "He said more.");
  expect(problem()).toBeNull();
  expect(reason).toHaveFocus();
  await save();
  expect(problem()).toHaveTextContent("Nothing has changed.");
  await userEvent.selectOptions(dialog.getByLabelText("Area to revise"), "The cause");
  expect(problem()).toBeNull();
  await save();
  expect(problem()).toHaveTextContent("Nothing has changed.");
  await userEvent.selectOptions(dialog.getByLabelText("Recommendation"), "Strong no");
  expect(problem()).toBeNull();
});
