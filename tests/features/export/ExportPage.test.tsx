// @vitest-environment jsdom
import { act, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { agree, startDebrief } from "../../../src/domain/panels/debrief.ts";
import type { Panel } from "../../../src/domain/panels/panel.ts";
import type { WholeSession } from "../../../src/domain/session/wholeSession.ts";
import { encodeSessionFile } from "../../../src/interchange/formats/sessionFile.ts";
import { ExportPage } from "../../../src/features/export/ExportPage.tsx";
import { SelectSessions } from "../../../src/features/export/SelectSessions.tsx";
import { AppContext, type AppParts } from "../../../src/state/app/appContext.ts";
import { savePanel } from "../../../src/state/panels/panels.ts";
import { addScorecardFiles } from "../../../src/state/panels/scorecardIntake.ts";
import { createDatabase } from "../../../src/storage/database.ts";
import { addPanel } from "../../../src/storage/panels/panels.ts";
import { putWholeSessions } from "../../../src/storage/session/sessions.ts";
import { selectForExport } from "../../../src/state/exports/selectedForExport.ts";
import { takeDownloads } from "../../downloads.ts";
import {
  completeInterview,
  plannedInterview,
  smallGuide,
  START,
  submittedInterview,
} from "../../smallInterview.ts";
import { smallPanel, smallScorecard } from "../../smallPanel.ts";

let app: AppParts;
let count = 0;
const panel: Panel = { ...smallPanel, publicKey: null };

beforeEach(async () => {
  let now = START;
  app = {
    database: createDatabase(`export page ${count++}`),
    clock: { now: () => now++, monotonic: () => 0 },
    newId: () => `id${count++}`,
    appName: "Test 1",
  };
  await addPanel(app.database, panel, smallGuide, null);
  const { first } = smallScorecard("noor", { "failed.cause": 4, "failed.after": "noEvidence" });
  await addScorecardFiles(app, panel.id, [new File([encodeSessionFile(first, START, "Test 1")], "noor")], {
    onProgress: () => {},
    signal: new AbortController().signal,
  });
});

afterEach(() => app.database.close());

const show = () =>
  render(
    <AppContext value={app}>
      <ExportPage kind="panel" id={panel.id} />
    </AppContext>,
  );

const change = (to: (before: Panel) => Panel) => act(() => savePanel(app, panel.id, to));
const start = (before: Panel): Panel => ({
  ...before,
  debrief: { ...startDebrief(before.debrief, START), recommendationsShownAt: START },
});

test("of many interviews the next are shown when asked for, and the focus goes on to the first of them", async () => {
  await putWholeSessions(
    app.database,
    Array.from({ length: 52 }, (_, at) => plannedInterview(`many ${at}`)),
    [],
  );
  render(
    <AppContext value={app}>
      <SelectSessions />
    </AppContext>,
  );
  Element.prototype.scrollIntoView = () => {};
  const items = () => within(screen.getByRole("list", { name: "Interviews" })).getAllByRole("listitem");
  await userEvent.click(await screen.findByRole("button", { name: "Show 50 more" }));
  await waitFor(() => expect(items()).toHaveLength(52));
  expect(screen.queryByRole("button", { name: /^Show/u })).toBeNull();
  expect(items()[50]).toHaveFocus();
});

test("what a form loses is not counted again for a word in a note of the debrief", async () => {
  await change(start);
  show();
  await userEvent.click(await screen.findByRole("radio", { name: /^Lever/u }));
  const losses = await within(screen.getByRole("region", { name: "Not included in this format" })).findByRole(
    "list",
  );
  await change((before) => ({
    ...before,
    debrief: agree(before.debrief, "failed.cause", { note: "Talked." }),
  }));
  await change((before) => ({ ...before, candidate: "Amira H." }));
  await screen.findByRole("heading", { name: "Export the debrief of Amira H." });
  // It would have made way for a "Checking…".
  expect(losses).toBeInTheDocument();

  await userEvent.click(screen.getByRole("radio", { name: /^Markdown/u }));
  await waitFor(() => expect(screen.getByLabelText("Preview")).toHaveDisplayValue(/Talked\./u));
  await change((before) => ({
    ...before,
    debrief: agree(before.debrief, "failed.cause", { note: "Again." }),
  }));
  await waitFor(() => expect(screen.getByLabelText("Preview")).toHaveDisplayValue(/Again\./u));
});

test("a decision packet from here is written down under the name that it has in the debrief", async () => {
  const downloads = takeDownloads();
  await change(start);
  show();
  await userEvent.click(await screen.findByRole("button", { name: "Download" }));
  await screen.findByText("Downloaded.");
  expect(downloads.map(({ name }) => name)).toEqual(["Amira-Haddad_Baker_packet.html"]);
  expect(await app.database.exportsMade.toArray()).toMatchObject([
    { form: "Decision packet", panelIds: ["p1"], sessionIds: ["session-noor"] },
  ]);
});

test("nothing is shown of a panel before its debrief", async () => {
  show();
  await screen.findByText(/closed until its debrief starts/u);
  expect(screen.queryByRole("button", { name: "Download" })).toBeNull();
});

test.each([
  { kind: "session", heading: "This interview is not on this device", back: "Back to interviews" },
  { kind: "panel", heading: "This panel is not on this device", back: "Back to panels" },
] as const)(
  "of a $kind that is not here the screen says so and leads back, and nothing is offered of it",
  async ({ kind, heading, back }) => {
    render(
      <AppContext value={app}>
        <ExportPage kind={kind} id="none" />
      </AppContext>,
    );
    expect(await screen.findByRole("heading", { name: heading })).toBeVisible();
    expect(screen.getByRole("link", { name: back })).toBeVisible();
    expect(screen.queryByRole("button", { name: "Download" })).toBeNull();
  },
);

test("that it was stopped is said at once, also while the first interviews are still being read", async () => {
  await putWholeSessions(app.database, [completeInterview("s1"), completeInterview("s2")], []);
  selectForExport(new Set(["s1", "s2"]));
  const downloads = takeDownloads();
  render(
    <AppContext value={app}>
      <ExportPage kind={undefined} id={undefined} />
    </AppContext>,
  );
  await userEvent.click(await screen.findByRole("radio", { name: /^CSV \(one row per interview\)/u }));
  await waitFor(() => expect(screen.getByLabelText("Preview of the first")).not.toHaveValue(""));
  const never = vi.spyOn(app.database, "transaction").mockReturnValue(new Promise(() => {}) as never);
  await userEvent.click(screen.getByRole("button", { name: "Download" }));
  await userEvent.click(screen.getByRole("button", { name: "Cancel" }));
  expect(await screen.findByText("Cancelled. Nothing was exported.")).toBeVisible();
  expect(downloads).toEqual([]);
  never.mockRestore();
});

test("only what is ticked and seen is exported; what a filter hides is counted and stays out", async () => {
  const of = (id: string, candidate: string) => {
    const whole = completeInterview(id);
    return { ...whole, session: { ...whole.session, candidate } };
  };
  await putWholeSessions(app.database, [of("s1", "Two Tabs"), of("s2", "Cal Carla")], []);
  const downloads = takeDownloads();
  render(
    <AppContext value={app}>
      <ExportPage kind={undefined} id={undefined} />
    </AppContext>,
  );
  await userEvent.click(await screen.findByRole("checkbox", { name: /^Two Tabs/u }));
  await userEvent.type(screen.getByRole("searchbox"), "Carla");
  await waitFor(() => expect(screen.getAllByRole("checkbox")).toHaveLength(1));
  await userEvent.click(screen.getByRole("checkbox", { name: /^Cal Carla/u }));
  expect(
    await screen.findByText("1 interview selected", { exact: false, selector: "[role=status]" }),
  ).toHaveTextContent("1 interview selected · 1 more not shown here, and left as it is");
  await userEvent.click(await screen.findByRole("button", { name: "Download" }));
  await screen.findByText("Downloaded.");
  expect(await app.database.exportsMade.toArray()).toMatchObject([{ sessionIds: ["s2"] }]);
  expect(downloads).toHaveLength(1);

  await userEvent.type(screen.getByRole("searchbox"), " nobody");
  await screen.findByText("No interviews match.");
  await waitFor(() => expect(screen.queryByRole("button", { name: "Download" })).toBeNull());
  await userEvent.clear(screen.getByRole("searchbox"));
  await screen.findByRole("heading", { name: "Export 2 interviews" });
});

test("a scorecard that may not be read yet is not exported, not even by who is quick", async () => {
  const of = (whole: WholeSession, candidate: string, interviewer: string) => ({
    ...whole,
    session: { ...whole.session, candidate, interviewer },
  });
  await putWholeSessions(
    app.database,
    [
      of(submittedInterview("sealed"), "Amira", "Other"),
      of(plannedInterview("own"), "Amira", "Me"),
      of(submittedInterview("free"), "Zed", "Me"),
    ],
    [],
  );
  const downloads = takeDownloads();
  render(
    <AppContext value={app}>
      <ExportPage kind={undefined} id={undefined} />
    </AppContext>,
  );
  await userEvent.click(await screen.findByRole("checkbox", { name: /^Zed/u }));
  await screen.findByRole("heading", { name: "Export 1 interview" });
  await screen.findByRole("button", { name: "Download" });
  const headings = new Set<string>();
  const look = () =>
    screen.queryAllByRole("heading", { level: 2 }).forEach((one) => headings.add(one.textContent));
  const observer = new MutationObserver(look);
  observer.observe(document.body, { subtree: true, childList: true, characterData: true });
  fireEvent.click(screen.getByRole("checkbox", { name: /^Amira.*submitted/u }));
  look();
  await screen.findByText(/^Not exported: 1 interview\./u);
  expect(screen.getByRole("link", { name: "Open that interview" })).toBeVisible();
  observer.disconnect();
  expect([...headings]).not.toContain("Export 2 interviews");
  await userEvent.click(await screen.findByRole("button", { name: "Download" }));
  await screen.findByText("Downloaded.");
  expect(await app.database.exportsMade.toArray()).toMatchObject([{ sessionIds: ["free"] }]);
  expect(downloads).toHaveLength(1);
});

test("what was selected further down the list is exported with what is seen of it, and that is said", async () => {
  const ids = Array.from({ length: 52 }, (_, at) => `s${at}`);
  await putWholeSessions(
    app.database,
    ids.map((id) => completeInterview(id)),
    [],
  );
  selectForExport(new Set(ids));
  render(
    <AppContext value={app}>
      <ExportPage kind={undefined} id={undefined} />
    </AppContext>,
  );
  await screen.findByRole("heading", { name: "Export 52 interviews" });
  expect(
    screen.getByText("52 interviews selected", { exact: false, selector: "[role=status]" }),
  ).toHaveTextContent("52 interviews selected · 2 of them further down the list");
});
