// @vitest-environment jsdom
import { screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { WholeSession } from "../../../src/domain/session/wholeSession.ts";
import { encodeSessionFile } from "../../../src/interchange/formats/sessionFile.ts";
import type { AppParts } from "../../../src/state/app/appContext.ts";
import { holdCandidate } from "../../../src/state/candidates/candidates.ts";
import { noteExport } from "../../../src/state/exports/exportLog.ts";
import { openSession } from "../../../src/state/session/runningSession.ts";
import type { TeamKeyRow } from "../../../src/storage/team/teamTables.ts";
import { addScorecardFiles } from "../../../src/state/panels/scorecardIntake.ts";
import { addPanel } from "../../../src/storage/panels/panels.ts";
import { putWholeSessions } from "../../../src/storage/session/sessions.ts";
import { takeDownloads } from "../../downloads.ts";
import {
  liveInterview,
  MINUTE,
  plannedInterview,
  smallGuide,
  START,
  submittedInterview,
} from "../../smallInterview.ts";
import { smallPanel, smallScorecard } from "../../smallPanel.ts";
import { leaveApp, newApp, showApp } from "../shownApp.tsx";

const YEAR = 366 * 24 * 60 * MINUTE;

let app: AppParts;
/** How much later it is than when the interviews were. */
let laterMs: number;

beforeEach(() => {
  laterMs = 0;
  const made = newApp();
  app = { ...made, clock: { ...made.clock, now: () => made.clock.now() + laterMs } };
});
afterEach(async () => {
  await leaveApp(app);
  sessionStorage.clear();
});

const keep = (...wholes: readonly WholeSession[]) => putWholeSessions(app.database, wholes, []);
const keptIds = () => app.database.sessions.toCollection().primaryKeys();
const row = async (name: string) =>
  within((await screen.findByText(name, { selector: "li b" })).closest("li")!);
const dialog = () => screen.getByRole("dialog");
const inDialog = (name: string | RegExp) => userEvent.click(within(dialog()).getByRole("button", { name }));
const deleteOf = async (name: string) =>
  userEvent.click((await row(name)).getByRole("button", { name: /^Delete/u }));

function named(id: string, candidate: string, role = "Baker"): WholeSession {
  const { session, ...rest } = submittedInterview(id);
  return { ...rest, session: { ...session, candidate, role } };
}

test("of many candidates the next are shown when asked for, and the focus goes on to the first of them", async () => {
  await keep(...Array.from({ length: 52 }, (_, at) => named(`s${at}`, `Candidate ${at}`)));
  await showApp(app, "/candidates");
  const names = () => screen.getAllByText(/^Candidate \d+$/u, { selector: "li b" });
  await userEvent.click(await screen.findByText("Show 2 more"));
  expect(names()).toHaveLength(52);
  expect(screen.queryByText(/^Show/u)).toBeNull();
  expect(names()[50]!.closest("li")).toHaveFocus();
});

test("before its time a candidate is deleted with a written reason only, which may not name the candidate", async () => {
  await keep(submittedInterview("s1"));
  await showApp(app, "/candidates");
  await deleteOf("Amira Haddad");
  expect(dialog()).toHaveTextContent(/Not due before 24 \w+ 2027: data is kept for/u);
  await inDialog("Override and delete");
  expect(await screen.findByRole("alert")).toHaveTextContent("Enter a reason.");
  const reason = screen.getByLabelText("Reason for early deletion");
  expect(reason).toHaveFocus();
  expect(reason).toBeInvalid();
  expect(reason).toHaveAccessibleDescription(/^Enter a reason\./u);
  await userEvent.type(reason, "  Amira asked for it");
  await inDialog("Override and delete");
  await waitFor(() =>
    expect(screen.getByRole("alert")).toHaveTextContent(/contains “\w+”.*write it without the name/u),
  );
  expect(await keptIds()).toEqual(["s1"]);
  await userEvent.clear(reason);
  await userEvent.type(reason, "Asked for by mail");
  await inDialog("Override and delete");
  expect(await screen.findByText(/^Deleted permanently: all data of the candidate\./u)).toBeVisible();
  expect(await screen.findByText("No candidate data is stored on this device.")).toBeVisible();
  expect(await keptIds()).toEqual([]);
  // The reason stays to be read; nothing else of the candidate does.
  await userEvent.click(screen.getByText("Early deletions"));
  const early = within(screen.getByRole("list", { name: "Early deletions" })).getAllByRole("listitem");
  expect(early).toHaveLength(1);
  expect(early[0]).toHaveTextContent(/^\d+ \w+ \d+, 1 recordAsked for by mail$/u);
});

test("who deletes what a lead’s panel is still to be unlocked with is told before", async () => {
  const { session, ...rest } = submittedInterview("s1");
  const panel = { panelId: "p1", interviewerId: "i1", publicKey: "age1" };
  await keep({ ...rest, session: { ...session, panel } });
  const pair = await crypto.subtle.generateKey("Ed25519", false, ["sign", "verify"]);
  const keys: TeamKeyRow = {
    panelId: "p1",
    seat: "i1",
    secretKey: pair.privateKey,
    publicKey: "",
    roster: { number: 1, seats: {}, leadSeat: "i2" },
    unlocking: { identity: pair.privateKey, recipient: "age1" },
  };
  await app.database.teamKeys.put(keys);
  await showApp(app, "/candidates");
  await deleteOf("Amira Haddad");
  expect(await within(dialog()).findByText(/they stay locked permanently/u)).toBeVisible();
  // The lead is bound to the own scorecard, and this browser has answered by itself.
  await app.database.teamKeys.put({ ...keys, commitment: "bound" });
  await waitFor(() => expect(within(dialog()).queryByText(/locked permanently/u)).toBeNull());
});

test("a candidate who is due is deleted without a reason, after it was said what it takes", async () => {
  await keep(submittedInterview("s1"));
  laterMs = 2 * YEAR;
  await showApp(app, "/candidates");
  expect((await row("Amira Haddad")).getByText(/^due for deletion since/u)).toBeVisible();
  await deleteOf("Amira Haddad");
  expect(screen.queryByLabelText(/^Reason/u)).toBeNull();
  expect(dialog()).toHaveTextContent("This can’t be undone, and no file brings them back.");
  await inDialog("Delete permanently");
  await waitFor(async () => expect(await keptIds()).toEqual([]));
  expect(screen.queryByText("Early deletions")).toBeNull();
});

test("all that is due is deleted at once; who is on hold stays, and is counted", async () => {
  await keep(named("s1", "Amira Haddad"), named("s2", "Ben Okafor"));
  await holdCandidate(app, "ben okafor", "A complaint is open");
  laterMs = 2 * YEAR;
  await showApp(app, "/candidates");
  expect(screen.getByRole("region", { name: "2 candidates due" })).toHaveTextContent(
    "1 of them under legal hold",
  );
  await userEvent.click(screen.getByRole("button", { name: "Delete all due…" }));
  expect(dialog()).toHaveTextContent("1 candidate: 1 scorecard, with all notes");
  expect(dialog()).toHaveTextContent("Kept under a legal hold: 1 more candidate.");
  await inDialog("Delete permanently");
  expect(await screen.findByText(/^Deleted permanently: 1 candidate\./u)).toBeVisible();
  expect(await keptIds()).toEqual(["s2"]);
});

test("a candidate has as many scorecards as their panel has received, those of this device’s interviews among them", async () => {
  await addPanel(app.database, { ...smallPanel, publicKey: null }, smallGuide, null);
  const file = new File([encodeSessionFile(smallScorecard("noor", {}).first, START, "Test 1")], "noor.json");
  await addScorecardFiles(app, "p1", [file], { onProgress: () => {}, signal: new AbortController().signal });
  const seatOf = (interviewerId: string) => ({ panelId: "p1", interviewerId, publicKey: null });
  const [submitted, live] = [submittedInterview("ben"), liveInterview("eva")];
  await keep(
    { ...submitted, session: { ...submitted.session, panel: seatOf("ben") } },
    { ...live, session: { ...live.session, panel: seatOf("eva") } },
  );
  await showApp(app, "/panels/p1");
  expect(await screen.findByText("2 of 3 scorecards received")).toBeVisible();
  await showApp(app, "/candidates");
  expect((await row("Amira Haddad")).getByText("1 panel, 2 scorecards, 1 interview")).toBeVisible();
});

test("a hold needs its reason, is shown with it, and is what deletion meets until it is taken off", async () => {
  await keep(submittedInterview("s1"));
  laterMs = 2 * YEAR;
  await showApp(app, "/candidates");
  await userEvent.click((await row("Amira Haddad")).getByRole("button", { name: /^Place legal hold/u }));
  await userEvent.type(screen.getByLabelText("Reason for the legal hold"), "  ");
  await inDialog("Place hold");
  expect(await screen.findByRole("alert")).toHaveTextContent("Enter a reason.");
  const reason = screen.getByLabelText("Reason for the legal hold");
  expect(reason).toHaveFocus();
  expect(reason).toBeInvalid();
  expect(reason).toHaveAccessibleDescription("Enter a reason.");
  await userEvent.type(reason, "A complaint is open");
  expect(reason).toBeValid();
  await inDialog("Place hold");
  expect(await screen.findByText("legal hold")).toBeVisible();
  expect(screen.queryByRole("dialog")).toBeNull();
  await deleteOf("Amira Haddad");
  expect(dialog()).toHaveTextContent(/Legal hold since \d+ \w+ \d+: A complaint is open/u);
  expect(screen.getByLabelText("Reason for overriding the legal hold")).toHaveAccessibleDescription(
    /^Only the person responsible for this data should override a legal hold\./u,
  );
  expect(within(dialog()).getByRole("button", { name: "Override and delete" })).toBeVisible();
  await inDialog("Cancel");
  await userEvent.click((await row("Amira Haddad")).getByRole("button", { name: /^Release hold/u }));
  await waitFor(() => expect(screen.queryByText("legal hold")).toBeNull());
});

test("of two people of one name one is deleted, and nothing where nothing is ticked", async () => {
  await keep(named("s1", "Amira Haddad"), named("s2", "Amira Haddad", "Miller"));
  laterMs = 2 * YEAR;
  await showApp(app, "/candidates");
  await deleteOf("Amira Haddad");
  const [first, second] = within(dialog()).getAllByRole("checkbox");
  await userEvent.click(first!);
  await userEvent.click(second!);
  await inDialog("Delete permanently");
  expect(await screen.findByRole("alert")).toHaveTextContent("Check the records to delete.");
  await userEvent.click(within(dialog()).getByRole("checkbox", { name: /^Miller/u }));
  await inDialog("Delete permanently");
  expect(await screen.findByText(/^Deleted permanently: the selected records\./u)).toBeVisible();
  expect(await keptIds()).toEqual(["s1"]);
});

test("with a candidate goes what was typed into a form of this tab about them, and nothing of anybody else", async () => {
  await keep(named("s1", "Amira Haddad"), named("s2", "Ben Okafor"), named("s3", "Ben Okafor", "Miller"));
  laterMs = 2 * YEAR;
  const typed = {
    "draft plan ": "amira  HADDAD",
    "draft plan s1": "A. Haddad",
    "draft panel": "Ben Okafor",
    "draft plan s2": "Ben Okafor",
    "draft plan s9": "Noor",
    "of another page": "Amira Haddad",
  };
  for (const [key, candidate] of Object.entries(typed))
    sessionStorage.setItem(key, JSON.stringify({ candidate }));
  const left = () => Object.keys(sessionStorage).filter((key) => key in typed);
  await showApp(app, "/candidates");
  await deleteOf("Amira Haddad");
  await inDialog("Delete permanently");
  await screen.findByText(/^Deleted permanently/u);
  expect(left()).toEqual(["draft panel", "draft plan s2", "draft plan s9", "of another page"]);
  // One of two of a name: a new plan may be about the other.
  await deleteOf("Ben Okafor");
  await userEvent.click(within(dialog()).getByRole("checkbox", { name: /^Miller/u }));
  await inDialog("Delete permanently");
  await screen.findByText("Deleted permanently: the selected records.");
  expect(left()).toEqual(["draft panel", "draft plan s9", "of another page"]);
  await userEvent.click(screen.getByRole("button", { name: "Delete all due…" }));
  await inDialog("Delete permanently");
  await screen.findByText(/^Deleted permanently: 1 candidate/u);
  expect(left()).toEqual(["draft plan s9", "of another page"]);
});

test("a candidate whose interview is open in another tab is not deleted, and it is said what to do", async () => {
  await keep(liveInterview("s1"));
  const elsewhere = await openSession(app, "s1");
  await showApp(app, "/candidates");
  await deleteOf("Amira Haddad");
  await userEvent.type(screen.getByLabelText(/^Reason/u), "Asked for by mail");
  await inDialog("Override and delete");
  expect(await screen.findByRole("alert")).toHaveTextContent("Close it there, then delete.");
  expect(await keptIds()).toEqual(["s1"]);
  elsewhere?.close();
});

test("a candidate with an interview ahead is planned for then, and was not changed then", async () => {
  await keep(plannedInterview("s1", { scheduledAt: START + YEAR }));
  await showApp(app, "/candidates");
  const there = await row("Amira Haddad");
  expect(there.getByText(/planned for 25 \w+ 2027/u)).toBeVisible();
  expect(there.queryByText(/last changed/u)).toBeNull();
});

test("a candidate is found by the beginning of the name", async () => {
  await keep(named("s1", "Amira Haddad"), named("s2", "Ben Okafor"));
  await showApp(app, "/candidates");
  await userEvent.type(screen.getByRole("searchbox"), "oka");
  await waitFor(() => expect(screen.queryByText("Amira Haddad")).toBeNull());
  await userEvent.type(screen.getByRole("searchbox"), "nobody");
  expect(await screen.findByText("No candidate matches.")).toBeVisible();
});

test("the page of a candidate has their interviews and files alone, and says so when they are deleted", async () => {
  await keep(named("s1", "Amira Haddad"), named("s2", "Ben Okafor"));
  await noteExport(app, "Session JSON", { sessionIds: ["s1"] });
  await noteExport(app, "CSV", { sessionIds: ["s2"] });
  laterMs = 2 * YEAR;
  await showApp(app, "/candidates");
  await userEvent.click(await screen.findByRole("link", { name: "Amira Haddad" }));
  expect(await screen.findByRole("heading", { level: 1 })).toHaveTextContent("Amira Haddad");
  expect(screen.getByRole("link", { name: "Baker, Noor" })).toHaveAttribute("href", "#/session/s1");
  expect(await screen.findByText("Session JSON")).toBeVisible();
  expect(screen.queryByText("CSV")).toBeNull();
  await userEvent.click(screen.getByRole("button", { name: /^Delete/u }));
  await inDialog("Delete permanently");
  expect(await screen.findByRole("heading", { name: "No data for this candidate" })).toBeVisible();
  expect(screen.getByText(/^Deleted permanently/u)).toBeVisible();
});

test("who deletes a candidate on the candidate’s own page is told there which files to delete, each told from the others", async () => {
  await keep(submittedInterview("s1"));
  await noteExport(app, "CSV", { sessionIds: ["s1"] });
  await noteExport(app, "Backup, encrypted", {
    isOfAll: true,
    fileName: "interview-scorecard-backup-2026-11-24-0930.json.age",
  });
  await noteExport(app, "Backup, encrypted", {
    isOfAll: true,
    fileName: "interview-scorecard-backup-2026-11-24-0931.json.age",
  });
  laterMs = 2 * YEAR;
  await showApp(app, "/candidates/s1");
  const exports = within(await screen.findByRole("region", { name: "Exports" }));
  expect((await exports.findAllByRole("listitem"))[0]).toHaveTextContent(/^CSV.*\d{2}:\d{2}:\d{2}$/u);
  expect(screen.queryByText("Delete these exports yourself")).toBeNull();
  await userEvent.click(screen.getByRole("button", { name: /^Delete/u }));
  await inDialog("Delete permanently");
  const left = within(await screen.findByRole("region", { name: "Delete these exports yourself" }));
  const [csv, first, second] = left.getAllByRole("listitem");
  expect(csv).toHaveTextContent(/^CSV, /u);
  expect(first).toHaveTextContent(
    /^Backup, encrypted: interview-scorecard-backup-2026-11-24-0930\.json\.age, /u,
  );
  expect(second).toHaveTextContent(/-0931\.json\.age, /u);
});

test("exports of a deleted candidate are listed until each is said to be deleted", async () => {
  await keep(submittedInterview("s1"));
  await noteExport(app, "Session JSON", { sessionIds: ["s1"] });
  await noteExport(app, "Scorecard, printed", { sessionIds: ["s1"] });
  laterMs = 2 * YEAR;
  await showApp(app, "/candidates");
  await deleteOf("Amira Haddad");
  await inDialog("Delete permanently");
  const left = await screen.findByRole("region", { name: "Delete these exports yourself" });
  expect(within(left).getAllByRole("listitem")).toHaveLength(2);
  await userEvent.click(within(left).getByRole("button", { name: /^Done ?: Session JSON, /u }));
  await waitFor(() => expect(within(left).getAllByRole("listitem")).toHaveLength(1));
  await userEvent.click(within(left).getByRole("button", { name: /^Done/u }));
  await waitFor(() => expect(left).not.toBeInTheDocument());
});

test("after each of two deletions the focus is on what is said of it, and on the heading once that is dismissed", async () => {
  await keep(named("s1", "Amira Haddad"), named("s2", "Ben Okafor"), named("s3", "Eva Lund"));
  laterMs = 2 * YEAR;
  await showApp(app, "/candidates");
  for (const name of ["Amira Haddad", "Ben Okafor"]) {
    await deleteOf(name);
    await inDialog("Delete permanently");
    await waitFor(() => expect(screen.queryByText(name, { selector: "li b" })).toBeNull());
    await waitFor(() => expect(screen.getByRole("button", { name: "Dismiss" })).toHaveFocus());
  }
  await userEvent.click(screen.getByRole("button", { name: "Dismiss" }));
  expect(screen.getByRole("heading", { level: 1 })).toHaveFocus();
});

test("whoever says of exports that they are deleted goes on with the next one, and from the last to the heading", async () => {
  await keep(submittedInterview("s1"));
  for (const form of ["CSV", "Session JSON", "Scorecard, printed", "Markdown"])
    await noteExport(app, form, { sessionIds: ["s1"] });
  laterMs = 2 * YEAR;
  await showApp(app, "/candidates");
  await deleteOf("Amira Haddad");
  await inDialog("Delete permanently");
  const left = within(await screen.findByRole("region", { name: "Delete these exports yourself" }));
  const done = (form: string) => left.getByRole("button", { name: new RegExp(`^Done ?: ${form}`, "u") });
  await userEvent.click(done("Session JSON"));
  await waitFor(() => expect(done("Scorecard, printed")).toHaveFocus());
  await userEvent.click(done("Markdown"));
  await waitFor(() => expect(done("Scorecard, printed")).toHaveFocus());
  await userEvent.click(left.getByRole("button", { name: "All done" }));
  await waitFor(() => expect(screen.getByRole("heading", { level: 1 })).toHaveFocus());
});

test("a candidate who asks gets one file, with the names that were ticked blacked out, and it is written down", async () => {
  const downloads = takeDownloads();
  await keep(submittedInterview("s1"));
  await showApp(app, "/candidates");
  await userEvent.click((await row("Amira Haddad")).getByRole("button", { name: /^Access request/u }));
  await userEvent.click(within(dialog()).getByRole("checkbox", { name: "Noor" }));
  await inDialog("Download the file");
  expect(await screen.findByText(/^The file is ready\. Read it before you send it/u)).toBeVisible();
  expect(downloads.map(({ name }) => name)).toEqual(["Amira-Haddad_access-request.html"]);
  const text = await downloads[0]!.blob.text();
  expect(text).toContain("Found the cause.");
  expect(text).not.toContain("Noor");
  expect(await app.database.exportsMade.toArray()).toMatchObject([{ form: "Access request" }]);
});
