// @vitest-environment jsdom
import { format } from "date-fns";
import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { handOver } from "../../../src/domain/session/handOver.ts";
import type { WholeSession } from "../../../src/domain/session/wholeSession.ts";
import { encodeGuideFile } from "../../../src/interchange/formats/guideFile.ts";
import { encodeInvitationFile } from "../../../src/interchange/formats/invitationFile.ts";
import { encodeSessionFile } from "../../../src/interchange/formats/sessionFile.ts";
import type { AppParts } from "../../../src/state/app/appContext.ts";
import { holdCandidate } from "../../../src/state/candidates/candidates.ts";
import { openSession } from "../../../src/state/session/runningSession.ts";
import { bury } from "../../../src/storage/candidates/tombstones.ts";
import { deleteSession, loadWholeSession, putWholeSessions } from "../../../src/storage/session/sessions.ts";
import {
  completeInterview,
  hashGuide,
  liveInterview,
  MINUTE,
  plannedInterview,
  smallGuide,
  START,
  submittedInterview,
} from "../../smallInterview.ts";
import { smallRevision } from "../../smallPanel.ts";
import { leaveApp, newApp, rowTexts, showApp } from "../shownApp.tsx";

let app: AppParts;

beforeEach(() => {
  app = newApp();
});
afterEach(() => leaveApp(app));

const DAY = 24 * 60 * MINUTE;
const ben = { candidate: "Ben Okafor", role: "Miller", scheduledAt: START - DAY };

const keep = (...wholes: readonly WholeSession[]) => putWholeSessions(app.database, wholes, []);
const kept = (id: string) => loadWholeSession(app.database, id);

/** @returns the names in the list, once there are so many */
async function findNames(count: number): Promise<readonly string[]> {
  const rows = () => screen.getAllByRole("rowheader");
  await waitFor(() => expect(rows()).toHaveLength(count));
  return rows().map((row) => row.querySelector("b")?.textContent ?? "");
}

const asFile = (whole: WholeSession, name = "session.json") =>
  new File([encodeSessionFile(whole, START, "Test 1")], name);

test("only what is selected and seen is deleted; what a filter hides is counted and stays", async () => {
  await keep(
    liveInterview("s1"),
    plannedInterview("s2", ben),
    plannedInterview("s3", { candidate: "Eva Lund" }),
  );
  await showApp(app, "/");
  await findNames(3);
  await userEvent.click(screen.getByRole("checkbox", { name: "Select all that are shown" }));
  const bar = within(await screen.findByRole("group", { name: "Selected interviews" }));
  expect(bar.getByRole("status")).toHaveTextContent(/^3 interviews selected$/u);
  await userEvent.type(screen.getByRole("searchbox"), "ben");
  await findNames(1);
  expect(bar.getByRole("status")).toHaveTextContent("1 interview selected · 2 more not shown here");
  await userEvent.click(bar.getByRole("button", { name: "Delete selected" }));
  await waitFor(async () => expect(await kept("s2")).toBeUndefined());
  expect(await kept("s1")).toBeDefined();
  expect(await kept("s3")).toBeDefined();
  await waitFor(() => expect(bar.getByRole("button", { name: "Delete selected" })).toBeDisabled());
});

test("all that match can be selected past the shown page: they are counted, asked about once more, and no other goes", async () => {
  const many = Array.from({ length: 52 }, (_, at) =>
    plannedInterview(`s${at}`, { candidate: `Candidate ${at}`, scheduledAt: START + at * MINUTE }),
  );
  await keep(...many, plannedInterview("other", ben), submittedInterview("record"));
  await showApp(app, "/");
  await findNames(50);
  const search = screen.getByRole("searchbox");
  await userEvent.type(search, "cand");
  await findNames(50);
  await waitFor(() => expect(screen.queryByText("Amira Haddad")).toBeNull());
  await userEvent.click(screen.getByRole("checkbox", { name: "Select all that are shown" }));
  const bar = within(await screen.findByRole("group", { name: "Selected interviews" }));
  expect(bar.getByRole("status")).toHaveTextContent(/^50 interviews selected$/u);
  await userEvent.click(await bar.findByRole("button", { name: "Select all 52 that match" }));
  const all = /^52 interviews selected · 2 of them further down the list$/u;
  await waitFor(() => expect(bar.getByRole("status")).toHaveTextContent(all));
  expect(bar.queryByRole("button", { name: /that match/u })).toBeNull();
  // What comes in since was counted by nobody.
  await act(() => keep(plannedInterview("late", { candidate: "Candidate late", scheduledAt: START - 1 })));
  await userEvent.click(bar.getByRole("button", { name: "Delete selected…" }));
  const asked = within(await screen.findByRole("dialog"));
  expect(asked.getByRole("heading")).toHaveTextContent("Delete 52 interviews?");
  await userEvent.click(asked.getByRole("button", { name: "Delete 52 interviews" }));
  // To look through the page of 50 rows for words meanwhile would take a busy machine longer than all deletions.
  await waitFor(async () => expect(await app.database.sessions.count()).toBe(3));
  expect(await screen.findByText(/^Deleted 52 interviews/u)).toBeVisible();
  const left = await app.database.sessions.toCollection().primaryKeys();
  expect(left.toSorted()).toEqual(["late", "other", "record"]);
});

test("what was counted under one filter is out of reach under the next, and unticking all that is seen unticks the rest", async () => {
  const many = Array.from({ length: 51 }, (_, at) => plannedInterview(`s${at}`, { scheduledAt: START + at }));
  await keep(...many, plannedInterview("ben", { ...ben, scheduledAt: START + DAY }));
  await showApp(app, "/");
  await findNames(50);
  const tickAll = () => userEvent.click(screen.getByRole("checkbox", { name: "Select all that are shown" }));
  await tickAll();
  const bar = within(await screen.findByRole("group", { name: "Selected interviews" }));
  await userEvent.click(await bar.findByRole("button", { name: "Select all 52 that match" }));
  await waitFor(() => expect(bar.getByRole("status")).toHaveTextContent(/^52 interviews selected/u));
  await userEvent.type(screen.getByRole("searchbox"), "ben");
  await findNames(1);
  await waitFor(() => expect(bar.getByRole("status")).toHaveTextContent("1 interview selected · 51 more"));
  await userEvent.clear(screen.getByRole("searchbox"));
  await findNames(50);
  await waitFor(() => expect(bar.getByRole("status")).toHaveTextContent(/^52 interviews selected/u));
  await tickAll();
  await waitFor(() => expect(screen.queryByRole("group", { name: "Selected interviews" })).toBeNull());
});

test("a merged candidate is listed by the name that stays, and the interview keeps the one it was recorded with", async () => {
  await keep(liveInterview("s1", { candidate: "Jon Smth" }), plannedInterview("s2", ben));
  const merges = [{ name: "Jon Smth", intoName: "Jonathan Smith", mergedAt: START }];
  await app.database.settings.put({ key: "mergedNames", value: merges });
  await showApp(app, "/");
  await waitFor(async () => expect(await findNames(2)).toEqual(["Jonathan Smith", "Ben Okafor"]));
  expect(within(screen.getByRole("region", { name: "Up next" })).getByText("Jonathan Smith")).toBeVisible();
  expect(screen.queryByText("Jon Smth")).toBeNull();
  expect((await kept("s1"))?.session.candidate).toBe("Jon Smth");
});

/** Chooses files under "Import". @returns the preview, once all are read */
async function chooseAll(...files: readonly File[]): Promise<HTMLElement> {
  await userEvent.upload(screen.getByTestId("import-file"), [...files]);
  const report = await screen.findByRole("region", { name: "Import" });
  await waitFor(() =>
    expect(within(report).getAllByRole("listitem").length).toBeGreaterThanOrEqual(files.length),
  );
  return report;
}

const confirm = (report: HTMLElement) =>
  userEvent.click(within(report).getByRole("button", { name: "Import" }));

test("sessions are found by the beginnings of names and roles, and a search that finds none says what to do", async () => {
  await keep(liveInterview("s1"), plannedInterview("s2", ben));
  await showApp(app, "/");
  expect(await findNames(2)).toEqual(["Amira Haddad", "Ben Okafor"]);
  const search = screen.getByRole("searchbox");
  await userEvent.type(search, "mil OKA");
  expect(await findNames(1)).toEqual(["Ben Okafor"]);
  await userEvent.type(search, "x");
  expect(await screen.findByText("No interviews match. Try fewer words or another status.")).toBeVisible();
});

test("each status says how many sessions it has, and shows those alone", async () => {
  await keep(liveInterview("s1"), plannedInterview("s2", ben), submittedInterview("s3"));
  await showApp(app, "/");
  const statuses = within(screen.getByRole("group", { name: "Status" })).getAllByRole("button");
  await waitFor(() =>
    expect(rowTexts(statuses)).toEqual(["All 3", "Planned 1", "Live 1", "To wrap up 0", "Submitted 1"]),
  );
  await userEvent.click(statuses[1]!);
  expect(await findNames(1)).toEqual(["Ben Okafor"]);
  await userEvent.click(statuses[3]!);
  expect(await screen.findByText(/^No interviews match/u)).toBeVisible();
});

test("the list says when an interview was held, and of one that is planned when it is to be", async () => {
  const { session, ...rest } = liveInterview("s1");
  const late: WholeSession = { ...rest, session: { ...session, startedAt: START + 17 * MINUTE } };
  await keep(late, plannedInterview("s2", ben));
  await showApp(app, "/");
  await findNames(2);
  const [, ...rows] = rowTexts(within(screen.getByRole("table", { name: "Interviews" })).getAllByRole("row"));
  const clockOf = (at: number) => new Date(at).toTimeString().slice(0, 5);
  expect(rows[0]).toContain(clockOf(START + 17 * MINUTE));
  expect(rows[1]).not.toContain(clockOf(START + 17 * MINUTE));
});

test("the days of a search are both part of it", async () => {
  await keep(liveInterview("s1"), plannedInterview("s2", ben));
  await showApp(app, "/");
  await findNames(2);
  fireEvent.change(screen.getByLabelText(/^From/u), { target: { value: "2026-11-23" } });
  fireEvent.change(screen.getByLabelText(/^To /u), { target: { value: "2026-11-23" } });
  expect(await findNames(1)).toEqual(["Ben Okafor"]);
  fireEvent.change(screen.getByLabelText(/^To /u), { target: { value: "2026-11-24" } });
  expect(await findNames(2)).toEqual(["Amira Haddad", "Ben Okafor"]);
});

test("of many sessions the newest 50 are shown, and the rest when asked for", async () => {
  await keep(
    ...Array.from({ length: 51 }, (_, at) =>
      plannedInterview(`s${at}`, { candidate: `Candidate ${at}`, scheduledAt: START + at * MINUTE }),
    ),
  );
  await showApp(app, "/");
  expect(await findNames(50)).not.toContain("Candidate 0");
  await userEvent.click(await screen.findByRole("button", { name: "Show 50 more" }));
  expect(await findNames(51)).toContain("Candidate 0");
  expect(screen.queryByRole("button", { name: "Show 50 more" })).toBeNull();
  expect(screen.getAllByRole("row").at(-1)).toHaveFocus();
});

test("a session can be gone on with where it stands, and a submitted one is deleted where its candidate is", async () => {
  await keep(plannedInterview("s1"), liveInterview("s2"), completeInterview("s3"), submittedInterview("s4"));
  await showApp(app, "/");
  await findNames(4);
  const leadsTo = (name: RegExp) => screen.getByRole("link", { name }).getAttribute("href");
  expect(leadsTo(/^Open ?Amira Haddad$/u)).toBe("#/plan/s1");
  expect(leadsTo(/^Resume ?Amira Haddad$/u)).toBe("#/session/s2");
  expect(leadsTo(/^Wrap up ?Amira Haddad$/u)).toBe("#/session/s3");
  expect(leadsTo(/^View ?Amira Haddad$/u)).toBe("#/session/s4");
  expect(leadsTo(/^Delete… ?Amira Haddad$/u)).toBe("#/candidates/s4");
  expect(screen.getAllByRole("button", { name: /^Delete ?Amira Haddad$/u })).toHaveLength(3);

  await userEvent.click(screen.getByRole("link", { name: /^Delete… ?Amira Haddad$/u }));
  const dialog = await screen.findByRole("dialog", { name: "Delete Amira Haddad" });
  expect(dialog).toBeVisible();
  // People can share a name: no more is chosen than the row was of.
  const boxes = within(dialog).getAllByRole<HTMLInputElement>("checkbox");
  expect(boxes.map(({ checked }) => checked).filter(Boolean)).toHaveLength(1);
  expect(boxes).toHaveLength(4);
  expect(screen.getByRole("heading", { name: "Amira Haddad", level: 1 })).toBeInTheDocument();
});

const pressDelete = () => userEvent.click(screen.getByRole("button", { name: /^Delete ?Amira Haddad$/u }));
const answer = async (name: string) =>
  userEvent.click(within(await screen.findByRole("dialog")).getByRole("button", { name }));

/** Deletes all data of a candidate, with a reason where it is not due yet, and comes back to the interviews. */
async function deleteForGood(candidate: string, reason: string | null = "They asked for it."): Promise<void> {
  await userEvent.click(screen.getByRole("link", { name: /^Candidates/u }));
  await userEvent.click(
    await screen.findByRole("button", { name: new RegExp(`^Delete… ?${candidate}$`, "u") }),
  );
  const dialog = within(await screen.findByRole("dialog"));
  if (reason !== null) await userEvent.type(dialog.getByRole("textbox"), reason);
  const name = reason === null ? "Delete permanently" : "Override and delete";
  await userEvent.click(dialog.getByRole("button", { name }));
  await waitFor(() => expect(screen.queryAllByText(candidate)).toEqual([]));
  await userEvent.click(screen.getByRole("link", { name: /^Interviews/u }));
}

test("an interview with ratings or notes is deleted only once somebody has said so", async () => {
  await keep(completeInterview("s1"), plannedInterview("s2", ben));
  const before = await kept("s1");
  await showApp(app, "/");
  await findNames(2);
  await pressDelete();
  expect(within(await screen.findByRole("dialog")).getByRole("heading")).toHaveTextContent(
    "Delete the interview with Amira Haddad?",
  );
  await answer("Cancel");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(await kept("s1")).toEqual(before);
  await userEvent.click(screen.getByRole("checkbox", { name: "Select all that are shown" }));
  await userEvent.click(await screen.findByRole("button", { name: "Delete selected" }));
  expect(await screen.findByRole("dialog")).toHaveTextContent("1 of them has ratings or notes");
  await answer("Delete 2 interviews");
  expect(await screen.findByText("Deleted 2 interviews.")).toBeVisible();
  expect(await kept("s1")).toBeUndefined();
});

test("a deleted session comes back by Undo with its notes, and the focus is on it", async () => {
  await keep(completeInterview("s1"), plannedInterview("s2", ben));
  const before = await kept("s1");
  await showApp(app, "/");
  await findNames(2);
  await pressDelete();
  await answer("Delete interview");
  expect(await findNames(1)).toEqual(["Ben Okafor"]);
  expect(await kept("s1")).toBeUndefined();
  const undo = await screen.findByRole("button", { name: "Undo" });
  expect(undo).toHaveFocus();
  await userEvent.keyboard("{Enter}");
  expect(await findNames(2)).toContain("Amira Haddad");
  expect(await kept("s1")).toEqual(before);
  expect(screen.queryByRole("button", { name: "Undo" })).toBeNull();
  expect(screen.getByText("Restored 1 interview.")).toHaveRole("status");
  expect(screen.getByRole("heading", { level: 1 })).toHaveFocus();
});

test("with a deleted interview goes what was typed about it and not saved, and Undo brings both back", async () => {
  const typed = { "draft question s1": "Amira Haddad", "draft question s2": "Ben Okafor" };
  for (const [key, candidate] of Object.entries(typed))
    sessionStorage.setItem(key, JSON.stringify({ text: "And the oven?", candidate }));
  const left = () => Object.keys(typed).filter((key) => sessionStorage.getItem(key) !== null);
  await keep(completeInterview("s1"), plannedInterview("s2", ben));
  await showApp(app, "/");
  await findNames(2);
  await pressDelete();
  await answer("Delete interview");
  const undo = await screen.findByRole("button", { name: "Undo" });
  await waitFor(() => expect(left()).toEqual(["draft question s2"]));
  await userEvent.click(undo);
  await findNames(2);
  await waitFor(() => expect(left()).toEqual(Object.keys(typed)));
});

test("what was deleted can be undone after another screen was looked at, and does not take the focus there", async () => {
  await keep(plannedInterview("s1"), plannedInterview("s2", ben));
  const before = await kept("s1");
  await showApp(app, "/");
  await findNames(2);
  await pressDelete();
  await screen.findByRole("button", { name: "Undo" });
  await userEvent.click(screen.getByRole("link", { name: /^Panels/u }));
  await waitFor(() => expect(screen.queryByRole("button", { name: "Undo" })).toBeNull());
  await userEvent.click(screen.getByRole("link", { name: /^Interviews/u }));
  const undo = await screen.findByRole("button", { name: "Undo" });
  expect(await screen.findByRole("heading", { level: 1, name: "Interviews" })).toHaveFocus();
  await userEvent.click(undo);
  expect(await findNames(2)).toContain("Amira Haddad");
  expect(await kept("s1")).toEqual(before);
});

test("of an interview whose candidate was deleted since, no name and no Undo is left", async () => {
  await keep(plannedInterview("s1"), plannedInterview("s2", ben));
  await showApp(app, "/");
  await findNames(2);
  await pressDelete();
  await screen.findByRole("button", { name: "Undo" });
  // Only what was deleted by hand is left of them: nothing is due, and no reason is asked for.
  await deleteForGood("Amira Haddad", null);
  expect(await findNames(1)).toEqual(["Ben Okafor"]);
  expect(screen.queryByRole("button", { name: "Undo" })).toBeNull();
  expect(screen.queryByText(/Amira Haddad/u)).toBeNull();
});

test("the Undo of a deletion goes once another tab has deleted the candidate for good, and the others stay", async () => {
  await keep(plannedInterview("s1"), plannedInterview("s2", ben));
  await showApp(app, "/");
  await findNames(2);
  await pressDelete();
  await screen.findByText(/^Deleted the interview with/u);
  await userEvent.click(screen.getByRole("button", { name: /^Delete ?Ben Okafor$/u }));
  await waitFor(() => expect(screen.getAllByRole("button", { name: "Undo" })).toHaveLength(2));
  await bury(app.database, ["s1"], "", START);
  await waitFor(() => expect(screen.getAllByRole("button", { name: "Undo" })).toHaveLength(1));
  expect(screen.queryByText(/Amira Haddad/u)).toBeNull();
  await userEvent.click(screen.getByRole("button", { name: "Undo" }));
  expect(await findNames(1)).toEqual(["Ben Okafor"]);
});

test("what was deleted can be undone after somebody else was deleted for good", async () => {
  await keep(completeInterview("s1"), plannedInterview("s2", ben));
  const before = await kept("s1");
  await showApp(app, "/");
  await findNames(2);
  await pressDelete();
  await answer("Delete interview");
  await screen.findByRole("button", { name: "Undo" });
  await deleteForGood("Ben Okafor");
  await userEvent.click(await screen.findByRole("button", { name: "Undo" }));
  expect(await findNames(1)).toEqual(["Amira Haddad"]);
  expect(await kept("s1")).toEqual(before);
});

test("where a deleted interview came in again as it was before, Undo keeps what was deleted, and says how to have it back", async () => {
  await keep(completeInterview("s1"), plannedInterview("s2", ben));
  const before = await kept("s1");
  await showApp(app, "/");
  await findNames(2);
  await pressDelete();
  await answer("Delete interview");
  await findNames(1);
  await keep(plannedInterview("s1"));
  await findNames(2);
  await userEvent.click(screen.getByRole("button", { name: "Undo" }));
  expect(await screen.findByRole("alert")).toHaveTextContent(
    "Delete what is here now to restore what was deleted.",
  );
  expect(screen.getByRole("button", { name: "Undo" })).toBeVisible();
  await deleteSession(app.database, "s1", START);
  await userEvent.click(screen.getByRole("button", { name: "Undo" }));
  expect(await findNames(2)).toContain("Amira Haddad");
  expect(await kept("s1")).toEqual(before);
});

test("an interview that was imported again and deleted again stands once among what was deleted, and goes with its candidate", async () => {
  await keep(plannedInterview("s1"), plannedInterview("s2", ben));
  await showApp(app, "/");
  await findNames(2);
  await pressDelete();
  await findNames(1);
  await keep(plannedInterview("s1"));
  await findNames(2);
  await pressDelete();
  await findNames(1);
  expect(screen.getAllByText(/^Deleted the interview with/u)).toHaveLength(1);
  await keep(plannedInterview("s1"));
  await findNames(2);
  await deleteForGood("Amira Haddad");
  expect(await findNames(1)).toEqual(["Ben Okafor"]);
  // The rows go a moment before what this page keeps.
  await waitFor(() => expect(screen.queryByText(/Amira Haddad/u)).toBeNull());
});

test("whoever dismisses the last notice of a deletion, or undoes it, stays on the screen with the focus", async () => {
  await keep(plannedInterview("s1"));
  await showApp(app, "/");
  const press = async (name: string | RegExp) => {
    (await screen.findByRole("button", { name })).focus();
    await userEvent.keyboard("{Enter}");
  };
  await press(/^Delete ?Amira Haddad$/u);
  await press("Undo");
  await findNames(1);
  // The list may show it a moment before the notice goes.
  await waitFor(() => expect(screen.getByRole("heading", { level: 1 })).toHaveFocus());
  await press(/^Delete ?Amira Haddad$/u);
  await press("Dismiss");
  await waitFor(() =>
    expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("Run a structured interview"),
  );
  expect(screen.getByRole("heading", { level: 1 })).toHaveFocus();
});

test("several deletions are undone each for itself", async () => {
  await keep(
    plannedInterview("s1"),
    plannedInterview("s2", ben),
    plannedInterview("s3", { candidate: "Cem" }),
  );
  await showApp(app, "/");
  await findNames(3);
  await userEvent.click(screen.getByRole("button", { name: /^Delete ?Amira Haddad$/u }));
  await findNames(2);
  await userEvent.click(screen.getByRole("button", { name: /^Delete ?Ben Okafor$/u }));
  await findNames(1);
  const notices = () => screen.getAllByText(/^Deleted the interview with/u);
  await userEvent.click(within(notices()[1]!.parentElement!).getByRole("button", { name: "Undo" }));
  expect(await findNames(2)).toContain("Ben Okafor");
  await waitFor(() => expect(rowTexts(notices())).toEqual(["Deleted the interview with Amira Haddad."]));
  await userEvent.click(screen.getByRole("button", { name: "Dismiss" }));
  expect(screen.queryByText(/^Deleted the interview with/u)).toBeNull();
  expect(await kept("s1")).toBeUndefined();
});

test("a session that another tab has open is not deleted, and it is said what to do", async () => {
  await keep(liveInterview("s1"));
  const elsewhere = await openSession(app, "s1");
  await showApp(app, "/");
  await userEvent.click(await screen.findByRole("button", { name: /^Delete ?Amira Haddad$/u }));
  expect(await screen.findByRole("alert")).toHaveTextContent(
    "This interview is open in another tab. Close it there, then delete it here.",
  );
  expect(await kept("s1")).toBeDefined();
  elsewhere?.close();
});

test("a candidate on hold keeps the sessions, and it is said why", async () => {
  await keep(liveInterview("s1"));
  await holdCandidate(app, "amira haddad", "A complaint is open");
  await showApp(app, "/");
  await userEvent.click(await screen.findByRole("button", { name: /^Delete ?Amira Haddad$/u }));
  expect(await screen.findByRole("alert")).toHaveTextContent(/hold.*A complaint is open/u);
  expect(await kept("s1")).toBeDefined();
});

test("of each file it is said what it would do before it is done: what is new, here already, refused and where", async () => {
  await keep(liveInterview("s1"));
  await showApp(app, "/");
  await findNames(1);
  const broken = encodeSessionFile(liveInterview("s9"), START, "Test 1").replace(
    '"slotMinutes": 60',
    '"slotMinutes": "long"',
  );
  const report = await chooseAll(
    asFile(plannedInterview("s2", ben), "ben.json"),
    asFile(liveInterview("s1"), "again.json"),
    new File([broken], "broken.json"),
    new File([encodeGuideFile(smallGuide, START, "Test 1")], "guide.json"),
    new File(["no JSON"], "letter.json"),
  );
  const entries = () => rowTexts(within(report).getAllByRole("listitem"));
  const [added, same, refused, , guide, letter] = entries();
  expect(added).toMatch(/^ben\.jsonNew interview: Ben Okafor, Miller planned · .* · Noor$/u);
  expect(within(report).getByRole("status")).toHaveTextContent(
    "1 new · 2 already here · 2 can’t be imported",
  );
  expect(same).toBe("again.jsonAlready here, with the same content.");
  expect(refused).toMatch(/^broken\.jsonCan’t be imported:.*slotMinutes: /u);
  expect(guide).toMatch(/^guide\.jsonAlready here, with the same content: Night baker\./u);
  expect(letter).toMatch(/^letter\.jsonCan’t be imported:/u);
  expect(await kept("s2")).toBeUndefined();
  await confirm(report);
  expect(await within(report).findByRole("heading", { name: "Import finished" })).toHaveFocus();
  expect(entries()[0]).toBe("ben.jsonImported: Ben Okafor.");
  expect(await findNames(2)).toEqual(["Amira Haddad", "Ben Okafor"]);
  expect(await kept("s9")).toBeUndefined();
  await userEvent.click(within(report).getByRole("button", { name: "Done" }));
  expect(screen.queryByRole("region", { name: "Import" })).toBeNull();
  expect(screen.getByRole("heading", { level: 1 })).toHaveFocus();
});

test("nothing comes in where the preview is cancelled or left", async () => {
  await keep(liveInterview("s1"));
  await showApp(app, "/");
  await findNames(1);
  const report = await chooseAll(asFile(plannedInterview("s2", ben)));
  await userEvent.click(within(report).getByRole("button", { name: "Cancel" }));
  expect(screen.queryByRole("region", { name: "Import" })).toBeNull();
  await chooseAll(asFile(plannedInterview("s2", ben)));
  location.hash = "#/panels";
  await screen.findByRole("heading", { name: "Panels" });
  location.hash = "#/";
  expect(await findNames(1)).toEqual(["Amira Haddad"]);
  expect(screen.queryByRole("region", { name: "Import" })).toBeNull();
  expect(await kept("s2")).toBeUndefined();
});

test("where reading files takes its time it is said how far it is, and can be cancelled", async () => {
  let ms = 0;
  app = { ...app, clock: { ...app.clock, monotonic: () => (ms += 500) } };
  await showApp(app, "/");
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const isSaid = () => screen.queryByRole("region", { name: "Reading files" }) !== null;
  const files = Array.from({ length: 20 }, (_, at) => asFile(plannedInterview(`many ${at}`, ben)));
  for (const file of files) {
    const read = file.arrayBuffer.bind(file);
    // Once it is said, what comes next takes until it is cancelled.
    vi.spyOn(file, "arrayBuffer").mockImplementation(async () => {
      if (isSaid()) await released;
      return read();
    });
  }
  await userEvent.upload(screen.getByTestId("import-file"), files);
  const reading = within(await screen.findByRole("region", { name: "Reading files" }));
  // What is read out stays; how far it is changes several times a second.
  await waitFor(() => expect(reading.getByRole("status")).toHaveTextContent(/^Reading files$/u));
  expect(reading.getByText(/^\d+ of 20$/u)).toBeVisible();
  expect(reading.getByRole("progressbar", { name: /^Reading/u })).toHaveAttribute("max", "20");
  await userEvent.click(reading.getByRole("button", { name: "Cancel" }));
  release();
  await waitFor(() => expect(screen.queryByRole("region", { name: "Reading files" })).toBeNull());
  expect(screen.queryByRole("region", { name: "Import" })).toBeNull();
  expect(screen.getByRole("heading", { level: 1 })).toHaveFocus();
});

test("while files come in it is said beside the button how many are, and Cancel stops it: what is in stays, the rest is not", async () => {
  let ms = 0;
  app = { ...app, clock: { ...app.clock, monotonic: () => (ms += 500) } };
  await showApp(app, "/");
  const files = Array.from({ length: 20 }, (_, at) => asFile(plannedInterview(`many ${at}`, ben)));
  const report = await chooseAll(...files);
  const part = within(report);
  expect(part.getByText("Nothing has been imported yet.")).toBeVisible();
  await confirm(report);
  const button = part.getByRole("button", { name: "Import" });
  await waitFor(() => expect(part.getByText(/^[1-9]\d* of 20$/u)).toBeVisible());
  expect(part.queryByText("Nothing has been imported yet.")).toBeNull();
  expect(part.getByRole("progressbar", { name: "Importing" })).toHaveAttribute("max", "20");
  expect(button).toHaveFocus();
  fireEvent.click(part.getByRole("button", { name: "Cancel" }));
  const line = await part.findByText(/^\d+ files? imported, \d+ not imported\.$/u);
  const [inCount, outCount] = (line.textContent.match(/\d+/gu) ?? []).map(Number);
  expect(outCount).toBeGreaterThan(0);
  expect(await app.database.sessions.count()).toBe(inCount);
  expect(inCount! + outCount!).toBe(20);
  expect(button).toHaveFocus();
  await confirm(report);
  expect(await part.findByRole("heading", { name: "Import finished" })).toHaveFocus();
  expect(await app.database.sessions.count()).toBe(20);
  await userEvent.click(part.getByRole("button", { name: "Done" }));
  expect(screen.queryByRole("region", { name: "Import" })).toBeNull();
});

test.each([
  [
    "is full",
    "QuotaExceededError",
    "The disk has no room left for this browser. Free some space on the disk.",
  ],
  ["can’t be read", "UnknownError", "No room."],
])(
  "an import stops where the disk %s, and says so once; the rest waits, and comes in once it can",
  async (_what, name, said) => {
    await showApp(app, "/");
    const files = Array.from({ length: 5 }, (_, at) => asFile(plannedInterview(`many ${at}`, ben)));
    const report = await chooseAll(...files);
    const native = app.database.backendDB();
    const begin = native.transaction.bind(native);
    let left = 2;
    vi.spyOn(native, "transaction").mockImplementation((stores, mode, options) => {
      if (mode === "readwrite" && left-- <= 0) throw new DOMException("No room.", name);
      return begin(stores, mode, options);
    });
    await confirm(report);
    expect(await screen.findByRole("alert")).toHaveTextContent(
      `The import stopped. ${said} The rest waits: press “Import” to go on.`,
    );
    expect(within(report).getByText("2 files imported, 3 not imported.")).toBeVisible();
    expect(within(report).queryByText(/^Not imported/u)).toBeNull();
    left = Infinity;
    await confirm(report);
    expect(await within(report).findByRole("heading", { name: "Import finished" })).toBeVisible();
    expect(screen.queryByRole("alert")).toBeNull();
    expect(await app.database.sessions.count()).toBe(5);
  },
);

test("of very many files those that need somebody are listed, the others are folded, a part at a time, and all are counted", async () => {
  await showApp(app, "/");
  const files = Array.from({ length: 101 }, (_, at) => asFile(plannedInterview(`many ${at}`, ben)));
  files.push(new File(["none"], "none.json"));
  await userEvent.upload(screen.getByTestId("import-file"), files);
  const report = await screen.findByRole("region", { name: "Import" });
  expect(within(report).getByRole("status")).toHaveTextContent("101 new · 1 can’t be imported");
  expect(within(report).getAllByRole("listitem")[0]).toHaveTextContent("none.json");
  // What needs nobody is folded.
  expect(report.querySelector("details:not([open])")).toHaveTextContent(/^101 without a problem/u);
  await userEvent.click(within(report).getByText("101 without a problem"));
  await userEvent.click(within(report).getByRole("button", { name: "Show 1 more" }));
  expect(within(report).queryByRole("button", { name: /^Show/u })).toBeNull();
  const rows = [...report.querySelectorAll("ul:not(li ul) > li")];
  expect(rows.indexOf(document.activeElement!)).toBe(101);
});

test("an interview that a file brought without a name has a link to open it by", async () => {
  const nameless = plannedInterview("s1", ben);
  await keep({ ...nameless, session: { ...nameless.session, candidate: "" } });
  await showApp(app, "/");
  expect(await findNames(1)).toEqual(["No name"]);
  expect(screen.getByRole("link", { name: "No name" })).toBeVisible();
  expect(screen.getByRole("checkbox", { name: "Select No name" })).toBeVisible();
});

test("two files of one interview: the first comes in, and the other then waits for a decision", async () => {
  await keep(plannedInterview("s1", ben));
  await showApp(app, "/");
  await findNames(1);
  const first = completeInterview("s2");
  const report = await chooseAll(asFile(first, "one.json"), asFile(retold(first), "two.json"));
  expect(within(report).getByRole("status")).toHaveTextContent("2 new");
  await confirm(report);
  const box = await within(report).findByRole("checkbox", { name: /^Replace it with Eva’s interview/u });
  expect(await kept("s2")).toEqual(first);
  await userEvent.click(box);
  await confirm(report);
  await waitFor(async () => expect(await kept("s2")).toEqual(retold(first)));
});

test("a guide that came in can be planned with at once, and an invitation be opened", async () => {
  await keep(submittedInterview("s1"));
  await showApp(app, "/");
  await findNames(1);
  const guide = { ...smallGuide, title: "Day baker" };
  const invitation = encodeInvitationFile(
    {
      invitation: {
        panelId: "p1",
        interviewerId: "noor",
        publicKey: null,
        candidate: "Amira Haddad",
        role: "Baker",
        level: "mid",
        remote: false,
        interviewer: "Noor",
        questionIds: ["failed"],
        guideId: hashGuide(smallGuide),
      },
      guide: smallGuide,
    },
    START,
    "Test 1",
  );
  const report = await chooseAll(
    new File([encodeGuideFile(guide, START, "Test 1")], "guide.json"),
    new File([invitation], "invitation.json"),
  );
  expect(report).toHaveTextContent("New guide: Day baker 3 questions");
  await confirm(report);
  await within(report).findByText(/^Imported:/u);
  expect(within(report).getByRole("link", { name: "Plan an interview with it" })).toHaveAttribute(
    "href",
    `#/plan/with/${hashGuide(guide)}`,
  );
  expect(within(report).getByRole("link", { name: "Open invitation" }).getAttribute("href")).toMatch(
    /^#\/invitation\/./u,
  );
});

test("an interview without a candidate’s name has none in the preview, as anywhere else", async () => {
  await showApp(app, "/");
  const report = await chooseAll(asFile(plannedInterview("s2", { candidate: "" })));
  expect(rowTexts(within(report).getAllByRole("listitem"))[0]).toContain("New interview: No name, ");
});

test("of files that hold one new interview with different content, the preview says which comes in first", async () => {
  await showApp(app, "/");
  const report = await chooseAll(
    asFile(completeInterview("s1"), "first.json"),
    asFile(completeInterview("s1"), "again.json"),
    asFile(retold(completeInterview("s1")), "other.json"),
  );
  const entries = () => rowTexts(within(report).getAllByRole("listitem"));
  const [first, again, other] = entries();
  expect([first, again].join()).not.toContain("It is also in");
  expect(other).toMatch(
    /^other\.jsonNew interview: .*It is also in first\.json, with different content\. That one is imported first\.$/u,
  );
  await confirm(report);
  await waitFor(() => expect(entries()[0]).toMatch(/^first\.jsonImported/u));
  expect(entries()[2]).not.toContain("It is also in");
});

/** The interview as somebody else tells it. */
function retold(whole: WholeSession): WholeSession {
  return { ...whole, session: { ...whole.session, interviewer: "Eva", summary: "Otherwise." } };
}

test("a session that differs from the one here names both, and waits for a decision: it is kept, or replaced", async () => {
  const ofBen = { ...completeInterview("s2"), session: { ...completeInterview("s2").session, ...ben } };
  await keep(completeInterview("s1"), ofBen);
  await showApp(app, "/");
  await findNames(2);
  const report = await chooseAll(
    asFile(retold(completeInterview("s1")), "one.json"),
    asFile(retold(ofBen), "two.json"),
  );
  const [one, two] = within(report).getAllByRole("listitem");
  expect(one).toHaveTextContent("This interview is already here, with different content.");
  expect(within(one!).getByText("Amira Haddad")).toBeVisible();
  expect(one).toHaveTextContent(
    /Here: Noor’s interview to wrap up.*In the file: Eva’s interview to wrap up/u,
  );
  expect(within(report).getByRole("button", { name: "Import" })).toHaveAttribute("aria-disabled", "true");
  await userEvent.click(within(two!).getByRole("checkbox", { name: /^Replace it with Eva’s interview/u }));
  await confirm(report);
  expect(await within(two!).findByText("Imported from the file.")).toBeVisible();
  expect(one).toHaveTextContent("The one here was kept.");
  expect(await kept("s1")).toEqual(completeInterview("s1"));
  expect(await kept("s2")).toEqual(retold(ofBen));
});

test("a session that is open in another tab is not replaced by a file, and it is said what to do", async () => {
  await keep(completeInterview("s1"));
  const elsewhere = await openSession(app, "s1");
  await showApp(app, "/");
  await findNames(1);
  const report = await chooseAll(asFile(retold(completeInterview("s1"))));
  await userEvent.click(within(report).getByRole("checkbox", { name: /^Replace it/u }));
  await confirm(report);
  expect(
    await within(report).findByText(/^Not imported: the interview is open in another tab/u),
  ).toBeVisible();
  expect(await kept("s1")).toEqual(completeInterview("s1"));
  elsewhere?.close();
});

test("no file replaces a live interview, nor can one be asked to", async () => {
  await keep(liveInterview("s1"));
  await showApp(app, "/");
  await findNames(1);
  const report = await chooseAll(asFile(retold(completeInterview("s1"))));
  expect(report).toHaveTextContent("a live interview is never replaced");
  expect(report).toHaveTextContent("Here: Noor’s live interview");
  expect(within(report).queryByRole("checkbox")).toBeNull();
  expect(within(report).queryByRole("button", { name: "Import" })).toBeNull();
  expect(await kept("s1")).toEqual(liveInterview("s1"));
});

test("whoever continued an interview here that comes back from another device reads how to use that one", async () => {
  await keep(liveInterview("s1"));
  await showApp(app, "/");
  await findNames(1);
  const elsewhere = retold(liveInterview("s1"));
  const back = asFile(elsewhere);
  const report = await chooseAll(back);
  expect(report).toHaveTextContent(/choose “Hand over” in the interview here.*then import this file again/u);
  expect(within(report).queryByRole("checkbox")).toBeNull();
  await keep(handOver(liveInterview("s1"), START + 30 * MINUTE));
  const again = await chooseAll(back);
  await userEvent.click(await within(again).findByRole("checkbox", { name: /^Replace it with/u }));
  await confirm(again);
  expect(await within(again).findByText("Imported from the file.")).toBeVisible();
  expect(await kept("s1")).toEqual(elsewhere);
});

test("a revision in a file says whose it is, and comes in where somebody says so", async () => {
  await keep(submittedInterview("s1"));
  await showApp(app, "/");
  await findNames(1);
  const revision = { ...smallRevision("r1", START + 20 * MINUTE, "failed.cause", 3), sessionId: "s1" };
  const text = encodeSessionFile(submittedInterview("s1"), START, "Test 1", [revision]);
  const report = await chooseAll(new File([text], "a.json"));
  expect(report).toHaveTextContent("Use it only if you know that Noor made it.");
  expect(await app.database.revisions.count()).toBe(0);
  await userEvent.click(within(report).getByRole("checkbox", { name: /^Use Noor’s revision of /u }));
  await confirm(report);
  expect(await within(report).findByText("Imported from the file.")).toBeVisible();
  expect(await app.database.revisions.toArray()).toEqual([revision]);
});

test("no file changes a submitted scorecard, nor can one be asked to", async () => {
  await keep(submittedInterview("s1"));
  await showApp(app, "/");
  await findNames(1);
  const report = await chooseAll(asFile(retold(submittedInterview("s1"))), asFile(liveInterview("s1")));
  expect(report).toHaveTextContent("a submitted scorecard never changes");
  expect(report).toHaveTextContent("The interview here is newer than the file, and stays as it is.");
  expect(within(report).queryByRole("checkbox")).toBeNull();
  expect(within(report).queryByRole("button", { name: "Import" })).toBeNull();
  expect(await kept("s1")).toEqual(submittedInterview("s1"));
});

test("who comes for the first time can plan, or look at a sample that says it is one and goes with one click", async () => {
  await showApp(app, "/");
  expect(await screen.findByRole("link", { name: "Plan your first interview" })).toHaveAttribute(
    "href",
    "#/plan",
  );
  await userEvent.click(screen.getByRole("button", { name: "Open a sample interview" }));
  await waitFor(() => expect(location.hash).toMatch(/^#\/session\//u));
  await waitFor(async () => expect(await app.database.sessions.toArray()).toMatchObject([{ sample: true }]));
  location.hash = "#/";
  await userEvent.click(await screen.findByRole("button", { name: /^Remove sample/u }));
  expect(await screen.findByRole("link", { name: "Plan your first interview" })).toBeVisible();
});

test("an appointment from a calendar opens the plan with candidate, time and length filled in, once", async () => {
  const calendar = [
    "BEGIN:VCALENDAR",
    "BEGIN:VEVENT",
    `DTSTART:${new Date(START).toISOString().replaceAll(/[-:]|\.000/gu, "")}`,
    "DURATION:PT50M",
    "SUMMARY:Interview with Amira Haddad",
    "ORGANIZER;CN=Noor:mailto:noor@example.com",
    "END:VEVENT",
    "END:VCALENDAR",
  ].join("\r\n");
  await showApp(app, "/");
  await userEvent.upload(screen.getByTestId("import-file"), new File([calendar], "interview.ics"));
  await userEvent.click(await screen.findByRole("button", { name: /^Plan this interview ?Amira Haddad$/u }));
  expect(await screen.findByLabelText("Candidate")).toHaveValue("Amira Haddad");
  expect(screen.getByLabelText("Interviewer")).toHaveValue("Noor");
  expect(screen.getByLabelText("Date and time")).toHaveValue(format(START, "yyyy-MM-dd'T'HH:mm"));
  expect(screen.getByLabelText("Length in minutes")).toHaveValue(50);
  expect(screen.getByText(/^From the calendar:/u)).toHaveTextContent(
    "From the calendar: Interview with Amira Haddad. Interviewers: Noor. Check the fields, then save.",
  );
  await userEvent.click(screen.getByRole("link", { name: /^Interviews/u }));
  await userEvent.click((await screen.findAllByRole("link", { name: /^Plan /u }))[0]!);
  expect(await screen.findByLabelText("Candidate")).toHaveValue("");
  expect(screen.queryByText(/^From the calendar:/u)).toBeNull();
});
