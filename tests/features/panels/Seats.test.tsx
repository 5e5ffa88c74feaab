// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { SENT_FORM } from "../../../src/domain/panels/delivery.ts";
import type { PanelPlan } from "../../../src/domain/panels/panel.ts";
import type { SessionPanel } from "../../../src/domain/session/session.ts";
import { cardAbout, OTHER_DEVICE } from "../../../src/domain/team/outbox.ts";
import type { AppParts } from "../../../src/state/app/appContext.ts";
import { noteInvited } from "../../../src/state/panels/invitations.ts";
import { createPanel, savePanel } from "../../../src/state/panels/panels.ts";
import { readPanel } from "../../../src/storage/panels/panels.ts";
import { putWholeSessions } from "../../../src/storage/session/sessions.ts";
import { takeDownloads } from "../../downloads.ts";
import { HOUR, liveInterview, smallGuide, START, submittedInterview } from "../../smallInterview.ts";
import { sealedRow, smallPanel } from "../../smallPanel.ts";
import { leaveApp, newApp, rowTexts, showApp } from "../shownApp.tsx";

const DAY = 24 * HOUR;
let app: AppParts;

beforeEach(() => {
  vi.stubGlobal("fetch", () =>
    Promise.resolve(
      new Response("https://cards.example.org/app/\n", { headers: { "content-type": "text/plain" } }),
    ),
  );
  app = newApp();
  sessionStorage.clear();
});
afterEach(async () => {
  await leaveApp(app);
  // The next file has the same globals.
  vi.unstubAllGlobals();
});

const press = (name: string | RegExp) => userEvent.click(screen.getByRole("button", { name }));
const plan = (change: Partial<PanelPlan> = {}) => createPanel(app, { ...smallPanel, ...change }, smallGuide);

/** A scorecard that was submitted here, for a panel that Lea leads elsewhere. */
async function addOwn(change: Partial<SessionPanel> = {}): Promise<void> {
  const whole = submittedInterview("mine");
  const panel = { panelId: "far", interviewerId: "noor", publicKey: "age1x", lead: "Lea Vogt", ...change };
  await putWholeSessions(
    app.database,
    [{ ...whole, session: { ...whole.session, submittedAt: START - HOUR, panel } }],
    [],
  );
}

/** As a seat of this device that goes through a server. */
const joinTeam = (place: { readonly panelId: string; readonly seat: string }) =>
  app.database.teamLinks.put({ ...place, side: "seat", jwt: "jwt", seed: "", leadKey: "", problem: "" });

test("the lead plans by when and for when; the fields come back as they were saved", async () => {
  const { id } = await plan({ leadName: "Lea Vogt" });
  await showApp(app, `/panels/${id}/plan`);
  const due = await screen.findByLabelText("Scorecards due (optional)");
  await userEvent.type(due, "2001-11-27");
  expect(due).toHaveAccessibleDescription(/This date is in the past\./u);
  await userEvent.clear(due);
  await userEvent.type(due, "2026-11-27");
  expect(due).not.toHaveAccessibleDescription();
  await userEvent.type(
    screen.getByLabelText("Interview time of interviewer 2 (optional)"),
    "2026-11-26T10:00",
  );
  expect(screen.getByLabelText("Your name")).toHaveValue("Lea Vogt");
  await press("Save changes");
  await waitFor(async () =>
    expect((await readPanel(app.database, id))?.panel).toMatchObject({
      dueAt: new Date(2026, 10, 27, 23, 59, 59, 999).getTime(),
      interviewers: [{}, { scheduledAt: new Date(2026, 10, 26, 10).getTime() }, {}],
    }),
  );
  expect(await screen.findByLabelText("Scorecards due (optional)")).toHaveValue("2026-11-27");
  expect(screen.getByLabelText("Interview time of interviewer 2 (optional)")).toHaveValue("2026-11-26T10:00");
});

test("who was sent an invitation is waited for; who is late is reminded, with the link", async () => {
  const { id } = await plan({ dueAt: START - 1, leadName: "Lea Vogt" });
  await showApp(app, `/panels/${id}/plan`);
  const row = (name: string) =>
    within(screen.getByRole("list", { name: "Invitations" }))
      .getByText(name, { selector: "b" })
      .closest("li")!;
  await screen.findByLabelText("Invitation link for Ben");
  expect(row("Ben")).toHaveTextContent("not invited yet");
  const person = userEvent.setup();
  await person.click(within(row("Ben")).getByRole("button", { name: /^Invite/u }));
  expect(await screen.findByRole("heading", { name: "Invite Ben" })).toBeVisible();
  await person.click(screen.getByRole("button", { name: "Copy message" }));
  const invitation = await navigator.clipboard.readText();
  expect(invitation).toMatch(
    /^Hello Ben,.*with 2 questions to ask\..*\nhttps:\/\/cards\.example\.org\/app\/#\/invitation\/.*Lea Vogt$/su,
  );
  await person.click(screen.getByRole("button", { name: "Close" }));
  await waitFor(() => expect(row("Ben")).toHaveTextContent("1 day late"));
  expect((await readPanel(app.database, id))?.panel.invitedAtById?.["ben"]).toBeGreaterThanOrEqual(START);
  await person.click(within(row("Ben")).getByRole("button", { name: /^Remind/u }));
  expect((await screen.findByLabelText<HTMLTextAreaElement>("Message")).value).toMatch(
    /^Hello Ben,.*not received your scorecard.*It was due on .*#\/invitation\//su,
  );
  const mail = screen.getByRole("link", { name: "Open in email" }).getAttribute("href")!;
  expect(decodeURIComponent(mail)).toContain("mailto:?subject=Your scorecard: Baker");
  expect(mail.split("&body=")[0]).not.toContain("Amira");
});

test("whoever is sent the file of an invitation, saved beside the message, counts as invited", async () => {
  takeDownloads();
  // At an address of this device alone no link is sent.
  vi.stubGlobal("fetch", () => Promise.resolve(new Response("")));
  const { id } = await plan({ leadName: "Lea Vogt" });
  await showApp(app, `/panels/${id}/plan`);
  await screen.findByLabelText("Invitation link for Ben");
  await press(/^Invite… ?Ben$/u);
  await userEvent.click(await screen.findByRole("button", { name: "Save the file" }));
  await waitFor(async () =>
    expect((await readPanel(app.database, id))?.panel.invitedAtById?.["ben"]).toBeDefined(),
  );
});

test("a message that is being written stays as it is when the first scorecard comes in", async () => {
  const { id } = await plan({ leadName: "Lea Vogt" });
  await showApp(app, `/panels/${id}/plan`);
  await screen.findByLabelText("Invitation link for Ben");
  await press(/^Invite… ?Ben$/u);
  const message = await screen.findByLabelText("Message");
  await userEvent.clear(message);
  await userEvent.type(message, "In my own words");
  await app.database.sealedScorecards.put(sealedRow(id, "noor"));
  expect(await screen.findByText("scorecard received")).toBeInTheDocument();
  expect(screen.getByLabelText("Message")).toHaveValue("In my own words");
});

test("an interview that has a time goes out as a calendar file with its link", async () => {
  const downloads = takeDownloads();
  const interviewers = smallPanel.interviewers.map((one) => ({ ...one, scheduledAt: START + DAY }));
  const { id } = await plan({ interviewers });
  await showApp(app, `/panels/${id}/plan`);
  await screen.findByLabelText("Invitation link for Ben");
  await press(/^Download \.ics ?calendar file for Ben$/u);
  await waitFor(() => expect(downloads.map(({ name }) => name)).toEqual(["Amira-Haddad_interview_Ben.ics"]));
  expect((await downloads[0]!.blob.text()).replaceAll("\r\n ", "")).toMatch(
    /DTSTART:20\d{6}T\d{6}Z[^]*#\/invitation\//u,
  );
});

test("a calendar file that can’t be made says so at its interviewer, and the next try makes it", async () => {
  const downloads = takeDownloads();
  const [noor, ...others] = smallPanel.interviewers;
  const { id } = await plan({ interviewers: [{ ...noor!, scheduledAt: START + DAY }, ...others] });
  await showApp(app, `/panels/${id}/plan`);
  await screen.findByLabelText("Invitation link for Noor");
  vi.spyOn(URL, "createObjectURL").mockImplementationOnce(() => {
    throw new Error("No room.");
  });
  await press(/^Download \.ics ?calendar file for Noor$/u);
  const said = await screen.findByText("The calendar file was not created. No room.");
  expect(said).toHaveRole("alert");
  expect(said.closest("li")).toHaveTextContent("Noor");
  await press(/^Download \.ics ?calendar file for Noor$/u);
  await waitFor(() => expect(downloads).toHaveLength(1));
  expect(said).not.toBeInTheDocument();
});

test("an interviewer sees whose panel it is, by when, and that a submitted scorecard was not sent yet", async () => {
  await addOwn({ dueAt: START + DAY });
  await showApp(app, "/panels");
  const list = await screen.findByRole("list", { name: "Your interviews in panels" });
  expect(rowTexts(within(list).getAllByRole("listitem"))).toEqual([
    expect.stringMatching(
      /^Amira HaddadBaker · led by Lea Vogt · due tomorrow.*not sent yet.*Send to the lead/u,
    ),
  ]);
  location.hash = "#/";
  expect(await screen.findByText("Submitted, not sent yet")).toBeVisible();
  location.hash = "#/session/mine";
  expect(await screen.findByText("submitted, not sent yet")).toBeVisible();
  await app.database.exportsMade.put({
    id: "e1",
    at: START + 50 * DAY,
    form: SENT_FORM,
    sessionIds: ["mine"],
    panelIds: [],
  });
  expect(await screen.findByText(/^file saved /u)).toBeVisible();
  expect(screen.getByText("no receipt yet")).toBeVisible();
});

test("the lead’s own scorecard is never asked to be sent to the lead", async () => {
  await addOwn({ isLead: true });
  await showApp(app, "/panels");
  expect(await screen.findByText(/Move to your panel/u)).toBeVisible();
  location.hash = "#/session/mine";
  expect(await screen.findByText(/the device that you lead the panel from/u)).toBeVisible();
  location.hash = "#/";
  await screen.findByRole("heading", { name: "Interviews" });
  expect(screen.queryByText(/Send to the lead/u)).toBeNull();
});

test("a scorecard that the lead has is not asked for again, and one that was never sent is not sent again", async () => {
  await addOwn();
  await showApp(app, "/session/mine");
  expect(await screen.findByRole("button", { name: "Send to Lea Vogt" })).toBeVisible();
  const place = { panelId: "far", seat: "noor" };
  await app.database.outbox.put({
    ...place,
    hash: "h",
    kind: "card",
    about: cardAbout("mine", []),
    wire: "",
    state: "delivered",
    tries: 0,
    at: START,
  });
  await joinTeam(place);
  await waitFor(() =>
    expect(screen.getByText(/^This scorecard is part of a panel/u)).toHaveTextContent("Lea Vogt has it."),
  );
  expect(screen.queryByText(/Send its encrypted file/u)).toBeNull();
  expect(screen.getByRole("button", { name: "Send to Lea Vogt again" })).toBeVisible();
});

test("the lead plans the own interview from the board", async () => {
  await plan({ leadId: "noor" });
  await showApp(app, "/panels");
  await userEvent.click(await screen.findByRole("button", { name: /^Plan your interview/u }));
  expect(await screen.findByText("What happens next")).toBeVisible();
});

test("the lead reads among the panels that the team server can’t be reached", async () => {
  const link = { panelId: "", seat: "lead", side: "server", name: "lead-1", jwt: "jwt", seed: "" } as const;
  await app.database.teamLinks.put({ ...link, account: "", seatSeed: "", problem: "offline" });
  await showApp(app, "/panels");
  expect(await screen.findByText(/^Team server: It can’t be reached now/u)).toBeVisible();
  await app.database.teamLinks.put({ ...link, account: "", seatSeed: "", problem: "" });
  await waitFor(() => expect(screen.queryByText(/^Team server/u)).toBeNull());
});

test("on the device that leads the panel a scorecard is in it once it is submitted: there is nothing to send", async () => {
  const { id, publicKey } = await plan({ leadId: "noor" });
  await addOwn({ panelId: id, publicKey });
  await showApp(app, "/session/mine");
  expect(await screen.findByText("Submitted, read-only")).toBeVisible();
  expect(screen.queryByRole("button", { name: "Encrypted scorecard file" })).toBeNull();
  location.hash = `#/panels/${id}`;
  expect(await screen.findByText("submitted, yours")).toBeVisible();
  // Nothing is left to plan of it either.
  location.hash = `#/panels/${id}/plan`;
  expect(await screen.findByLabelText("Invitation link for Noor")).toBeVisible();
  expect(screen.getByText("submitted, yours")).toBeVisible();
  expect(screen.queryByRole("link", { name: "Plan your interview" })).toBeNull();
});

test("the board has a row for each candidate and a column for each person; who is late is reminded from it", async () => {
  const { id } = await plan({ dueAt: START - 1, leadName: "Lea Vogt" });
  await noteInvited(app, "Invitation link", id, "ben");
  await plan({ candidate: "Priya Nair", interviewers: smallPanel.interviewers.slice(1), dueAt: START + DAY });
  await showApp(app, "/panels");
  const board = await screen.findByRole("table", { name: "Open panels" });
  expect(screen.getByText("2 open · 1 late")).toBeVisible();
  expect(rowTexts(within(board).getAllByRole("columnheader"))).toEqual([
    "Candidate",
    "Noor",
    "Ben",
    "Eva",
    "Due",
    "Next",
  ]);
  const [, first, second] = rowTexts(within(board).getAllByRole("row"));
  expect(first).toMatch(
    /^Amira HaddadBaker, mid-level.*Noor1 day latenot invited yetBen1 day lateinvited, today/u,
  );
  expect(second).toMatch(/^Priya NairBaker, mid-level.*–not in this panelBennot invited yet.*tomorrow/u);
  await press("Remind Ben…");
  expect((await screen.findByLabelText<HTMLTextAreaElement>("Message")).value).toMatch(/#\/invitation\//u);
});

test("where one more would be left all of a large panel are named on the board", async () => {
  const named = (count: number) =>
    Array.from({ length: count }, (_, at) => ({
      id: `i${at}`,
      name: `Person ${at + 1}`,
      questionIds: ["failed"],
    }));
  await plan({ interviewers: named(9) });
  await plan({ candidate: "Priya Nair", interviewers: named(10) });
  await showApp(app, "/panels");
  const board = await screen.findByRole("table", { name: "Open panels" });
  const rows = rowTexts(within(board).getAllByRole("row"));
  const rowOf = (candidate: string) => rows.find((text) => text.startsWith(candidate));
  expect(rowOf("Amira Haddad")).toContain("Person 9");
  expect(rowOf("Amira Haddad")).not.toContain("and 1 more");
  expect(rowOf("Priya Nair")).not.toContain("Person 9");
  expect(rowOf("Priya Nair")).toContain("and 2 more");
});

test("a panel whose scorecards are all in waits for its debrief on the board, and one that is decided is not on it", async () => {
  const { id, publicKey } = await plan({ leadId: "noor", interviewers: smallPanel.interviewers.slice(0, 1) });
  await addOwn({ panelId: id, publicKey });
  await showApp(app, "/panels");
  expect(await screen.findByRole("link", { name: /^Start the debrief/u })).toBeVisible();
  await savePanel(app, id, (panel) => ({
    ...panel,
    debrief: { ...panel.debrief, decision: { outcome: "hire", reason: "Good.", decidedAt: START } },
  }));
  await waitFor(() => expect(screen.queryByRole("table", { name: "Open panels" })).toBeNull());
});

test("one press sends a submitted scorecard: a download, and a message that says to whom", async () => {
  const downloads = takeDownloads();
  const { publicKey } = await plan();
  await addOwn({ publicKey });
  await showApp(app, "/session/mine");
  await userEvent.click(await screen.findByRole("button", { name: "Send to Lea Vogt" }));
  expect(await screen.findByRole("heading", { name: "Send the file to Lea Vogt" })).toBeVisible();
  expect(downloads.map(({ name }) => name)).toEqual(["Amira-Haddad_Baker_Noor.age"]);
  expect(screen.getByLabelText<HTMLTextAreaElement>("Message").value).toMatch(
    /^Hello Lea Vogt,.*Amira-Haddad_Baker_Noor\.age.*encrypted for you/su,
  );
  expect(await screen.findByText(/^file saved /u)).toBeVisible();
  await press("Close");
  expect(screen.getByRole("button", { name: "Send to Lea Vogt again" })).toBeVisible();
});

test("where the device can share files the sheet takes it; one that is put away sends nothing", async () => {
  const downloads = takeDownloads();
  const shared: File[] = [];
  let isPutAway = true;
  Object.assign(navigator, {
    canShare: () => true,
    share: ({ files }: { readonly files: readonly File[] }) => {
      if (isPutAway) return Promise.reject(new DOMException("", "AbortError"));
      shared.push(...files);
      return Promise.resolve();
    },
  });
  const { publicKey } = await plan();
  await addOwn({ publicKey });
  await showApp(app, "/session/mine");
  const send = await screen.findByRole("button", { name: "Send to Lea Vogt" });
  await userEvent.click(send);
  await waitFor(() => expect(send).toHaveAttribute("aria-disabled", "false"));
  expect(await app.database.exportsMade.count()).toBe(0);
  isPutAway = false;
  await userEvent.click(send);
  expect(await screen.findByText(/^file saved /u)).toBeVisible();
  expect(shared.map(({ name }) => name)).toEqual(["Amira-Haddad_Baker_Noor.txt"]);
  expect(await shared[0]!.text()).toContain("BEGIN AGE ENCRYPTED FILE");
  expect(downloads).toEqual([]);
  Reflect.deleteProperty(navigator, "canShare");
  Reflect.deleteProperty(navigator, "share");
});

test("a time that the clocks pass over is said to be none in a panel’s plan too, and is not saved", async () => {
  vi.stubEnv("TZ", "Europe/Berlin");
  const { id } = await plan();
  await showApp(app, `/panels/${id}/plan`);
  const field = await screen.findByLabelText("Interview time of interviewer 1 (optional)");
  fireEvent.change(field, { target: { value: "2026-03-29T02:30" } });
  expect(field).toHaveValue("2026-03-29T02:30");
  expect(await screen.findByText("The clocks go forward past this time. Enter another one.")).toBeVisible();
  const timesOf = async () =>
    (await readPanel(app.database, id))?.panel.interviewers.map(({ scheduledAt }) => scheduledAt);
  const before = await timesOf();
  await press("Save changes");
  expect(field).toHaveFocus();
  expect(await timesOf()).toEqual(before);
  fireEvent.change(field, { target: { value: "2026-03-29T03:30" } });
  expect(field).toBeValid();
  await press("Save changes");
  await waitFor(async () => expect((await timesOf())?.[0]).toBe(Date.parse("2026-03-29T01:30Z")));
  vi.unstubAllEnvs();
});

test("a due date in a year that no file may say is not saved", async () => {
  const { id } = await plan({ leadName: "Lea Vogt" });
  await showApp(app, `/panels/${id}/plan`);
  await userEvent.type(await screen.findByLabelText("Scorecards due (optional)"), "0202-11-27");
  await press("Save changes");
  expect(await screen.findByText("Enter a year from 1970 to 9998.")).toBeVisible();
  expect((await readPanel(app.database, id))?.panel.dueAt).toBeUndefined();
});

test("a message from the board is still there once it was copied, and stays the message that it was", async () => {
  const writeText = vi.fn<(text: string) => Promise<void>>(() => Promise.resolve());
  const user = userEvent.setup();
  Object.defineProperty(navigator, "clipboard", { value: { writeText }, configurable: true });
  const { id } = await plan({ interviewers: smallPanel.interviewers.slice(1, 2), leadName: "Lea Vogt" });
  await showApp(app, "/panels");
  await user.click(await screen.findByRole("button", { name: "Invite Ben…" }));
  await user.click(await screen.findByRole("button", { name: "Copy message" }));
  const invitedAt = async () => (await readPanel(app.database, id))?.panel.invitedAtById?.["ben"];
  await waitFor(async () => expect(await invitedAt()).toBeDefined());
  const first = await invitedAt();
  // The board is drawn again.
  expect(await screen.findByText("nothing to do")).toBeInTheDocument();
  expect(screen.getByRole("dialog", { name: "Invite Ben" })).toBeVisible();
  const mail = screen.getByRole("link", { name: "Open in email" });
  expect(mail.getAttribute("href")).toMatch(/^mailto:\?subject=Interview%20panel/u);
  // What an email's address does not hold is copied, so that nobody sends an empty one.
  fireEvent.change(screen.getByLabelText("Message"), { target: { value: "long ".repeat(500) } });
  expect(mail.getAttribute("href")).not.toContain("body=");
  mail.addEventListener("click", (event) => event.preventDefault());
  await user.click(mail);
  expect(writeText.mock.lastCall?.[0]).toContain("long long");
  expect(await screen.findByText(/The message is copied: paste it/u)).toBeVisible();
  await waitFor(async () => expect(await invitedAt()).toBeGreaterThan(first ?? Number.NaN));
});

test("where it can’t be written down that a link or a file went, the interviewer’s row says so", async () => {
  takeDownloads();
  const user = userEvent.setup();
  const interviewers = smallPanel.interviewers.slice(1, 2).map((one) => ({ ...one, scheduledAt: START }));
  const { id } = await plan({ interviewers });
  await showApp(app, `/panels/${id}/plan`);
  await screen.findByLabelText("Invitation link for Ben");
  app.database.panels.hook("updating", () => {
    throw new Error("The disk failed");
  });
  for (const [name, went] of [
    [/^Copy link/u, "The link was copied"],
    [/^Download invitation file/u, "The invitation file was downloaded"],
    [/^Download \.ics/u, "The calendar file was downloaded"],
  ] as const) {
    await user.click(screen.getByRole("button", { name }));
    const said = `${went}, but this was not recorded. Reload the page, then do it again.`;
    expect(await screen.findByText(said)).toHaveRole("alert");
  }
  expect(screen.getByText("Copied")).toBeVisible();
  expect(screen.getByText("not invited yet")).toBeVisible();
});

test("where it can’t be written down that a message went, it says so", async () => {
  const user = userEvent.setup();
  const clipboard = { writeText: () => Promise.resolve() };
  Object.defineProperty(navigator, "clipboard", { value: clipboard, configurable: true });
  await plan({ interviewers: smallPanel.interviewers.slice(1, 2), leadName: "Lea Vogt" });
  await showApp(app, "/panels");
  await user.click(await screen.findByRole("button", { name: "Invite Ben…" }));
  const copy = await screen.findByRole("button", { name: "Copy message" });
  app.database.close();
  await user.click(copy);
  expect(await screen.findByText(/^This was not recorded as sent\./u)).toBeInTheDocument();
});

test("a scorecard that was sent is sent, though the clock was set back since it was submitted", async () => {
  takeDownloads();
  const { publicKey } = await plan();
  await addOwn({ publicKey });
  await app.database.sessions.update("mine", { submittedAt: START + DAY });
  await showApp(app, "/session/mine");
  await userEvent.click(await screen.findByRole("button", { name: "Send to Lea Vogt" }));
  expect(await screen.findByText(/^file saved /u)).toBeVisible();
});

test("somebody else’s scorecard stays closed until the own one is submitted: on its page, in a form’s run, in an export", async () => {
  await putWholeSessions(
    app.database,
    [submittedInterview("theirs"), liveInterview("mine", { interviewer: "Eva" })],
    [],
  );
  for (const address of ["/session/theirs", "/session/theirs/paste", "/export/session/theirs"]) {
    await showApp(app, address);
    expect(await screen.findByText(/is not submitted yet\. Until it is submitted/u)).toBeVisible();
    expect(document.body).not.toHaveTextContent(/Found the cause|Outstanding|Strong/u);
  }
  await showApp(app, "/export");
  await userEvent.click(await screen.findByRole("button", { name: "Select all matches" }));
  expect(await screen.findByText(/^Not exported: 1 interview\./u)).toBeVisible();
  expect(screen.getByRole("heading", { name: "Export 1 interview" })).toBeVisible();
  cleanup();
  await putWholeSessions(app.database, [submittedInterview("own"), submittedInterview("theirs2")], []);
  await app.database.sessions.delete("mine");
  await showApp(app, "/session/theirs");
  expect(await screen.findByText(/Found the cause/u)).toBeVisible();
});

test("what came in an interviewer’s name and was not taken in is told, and that another device can be let in", async () => {
  const { id } = await plan();
  const { teamLinks, inbox } = app.database;
  const seat = { panelId: id, seat: "ben" };
  await teamLinks.put({ ...seat, side: "lead", jwt: "", seed: "" });
  const foreign = "It comes from a device that was not let in.";
  await inbox.bulkPut([
    { ...seat, hash: "1", kind: "joined", at: START, refused: "", device: "first" },
    { ...seat, hash: "2", kind: "joined", at: START, refused: OTHER_DEVICE, device: "second" },
    { ...seat, hash: "3", kind: "card", at: START, refused: foreign },
    { ...seat, hash: "4", kind: "status", at: START, refused: "Newer news of the seat is here." },
  ]);
  await showApp(app, `/panels/${id}/plan`);
  const list = await screen.findByRole("list", { name: "Invitations" });
  const row = (await within(list).findByText("Ben", { selector: "b" })).closest("li")!;
  expect(row).toHaveTextContent(
    /Another device joined with this invitation \(.*Let this device in if Ben has moved to it/u,
  );
  expect(row).toHaveTextContent(foreign);
  expect(row).not.toHaveTextContent("Newer news");
  expect(within(row).getAllByRole("button", { name: /^Let this device in/u })).toHaveLength(1);
  // The panel itself says what was not added, until something of that seat is in.
  await showApp(app, `/panels/${id}`);
  expect(await screen.findByText(/^A scorecard that came in for/u)).toHaveTextContent(
    /for Ben was not added \(.*\): It comes from a device that was not let in\.$/u,
  );
});

test("an interviewer reads that the lead knows another device, and that the scorecard goes as a file", async () => {
  await addOwn();
  const place = { panelId: "far", seat: "noor" };
  await joinTeam(place);
  const roster = { number: 1, seats: { noor: "another" } };
  await app.database.teamKeys.put({ ...place, secretKey: {} as CryptoKey, publicKey: "this", roster });
  await showApp(app, "/panels");
  const list = await screen.findByRole("list", { name: "Your interviews in panels" });
  expect(list).toHaveTextContent("The lead knows you by another device. Ask the lead to let this one in");
  expect(within(list).getByRole("link", { name: /^Send to the lead/u })).toBeVisible();
});
