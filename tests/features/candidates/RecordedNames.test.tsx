// @vitest-environment jsdom
import { screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { WholeSession } from "../../../src/domain/session/wholeSession.ts";
import type { AppParts } from "../../../src/state/app/appContext.ts";
import { holdCandidate } from "../../../src/state/candidates/candidates.ts";
import { noteExport } from "../../../src/state/exports/exportLog.ts";
import { putWholeSessions } from "../../../src/storage/session/sessions.ts";
import { addPanel } from "../../../src/storage/panels/panels.ts";
import { liveInterview, MINUTE, smallGuide, START, submittedInterview } from "../../smallInterview.ts";
import { smallPanel } from "../../smallPanel.ts";
import { leaveApp, newApp, rowTexts, showApp } from "../shownApp.tsx";

let app: AppParts;

beforeEach(async () => {
  app = newApp();
  const named = (id: string, candidate: string, role: string): WholeSession => {
    const { session, ...rest } = submittedInterview(id);
    return { ...rest, session: { ...session, candidate, role } };
  };
  await putWholeSessions(app.database, [
    named("jon", "Jon Smth", "Baker"),
    named("jonathan", "Jonathan Smith", "Miller"),
    named("eva", "Eva Lund", "Baker"),
  ]);
});
afterEach(() => leaveApp(app));

const dialog = () => within(screen.getByRole("dialog"));
const interviews = () =>
  rowTexts(within(screen.getByRole("region", { name: "Interviews" })).getAllByRole("listitem"));

async function askToMerge() {
  await userEvent.click(await screen.findByRole("button", { name: "Merge with another candidate…" }));
  await screen.findByRole("dialog");
}

async function mergeInto(name: string) {
  await askToMerge();
  await userEvent.click(dialog().getByRole("radio", { name: /^Jonathan Smith/u }));
  await userEvent.click(within(dialog().getByRole("group", { name: "Name to keep" })).getByLabelText(name));
  await userEvent.click(dialog().getByRole("button", { name: "Merge candidates" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
}

test("the dialog says who stays, who goes, what moves, until when it is kept and what is held", async () => {
  await holdCandidate(app, "jonathan smith", "A complaint is open");
  await noteExport(app, "CSV", { sessionIds: ["jon"], panelIds: [] });
  await showApp(app, "/candidates/jon");
  await askToMerge();
  await userEvent.click(dialog().getByRole("button", { name: "Merge candidates" }));
  expect(dialog().getByRole("alert")).toHaveTextContent("Select the other candidate.");
  await userEvent.type(dialog().getByRole("searchbox"), "smith");
  await waitFor(() => expect(dialog().queryByRole("radio", { name: /^Eva Lund/u })).toBeNull());
  await userEvent.click(dialog().getByRole("radio", { name: /^Jonathan Smith/u }));
  await userEvent.click(
    within(dialog().getByRole("group", { name: "Name to keep" })).getByLabelText("Jonathan Smith"),
  );
  const outcome = dialog().getByRole("list", { name: "What the merge does" });
  await waitFor(() => expect(outcome).toHaveTextContent("1 scorecard, 1 export"));
  expect(outcome).toHaveTextContent(/^Jon Smth is no longer listed\./u);
  expect(outcome).toHaveTextContent(/Everything is due for deletion 24 Nov 2027\./u);
  expect(outcome).toHaveTextContent("The legal hold on Jonathan Smith covers everything.");
  await userEvent.click(dialog().getByRole("button", { name: "Cancel" }));
  expect(interviews()).toHaveLength(1);
});

test("where there is no other candidate, the dialog says so and offers only to be closed", async () => {
  await app.database.sessions.bulkDelete(["jonathan", "eva"]);
  await showApp(app, "/candidates/jon");
  await askToMerge();
  expect(dialog().getByText("There is no other candidate on this device.")).toBeVisible();
  expect(dialog().queryByRole("button", { name: "Merge candidates" })).toBeNull();
  await userEvent.click(dialog().getByRole("button", { name: "Close" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
});

test("a merge is undone at once, or after the page was opened anew", async () => {
  await showApp(app, "/candidates/jon");
  await screen.findByRole("heading", { name: "Jon Smth" });
  await mergeInto("Jonathan Smith");
  expect(await screen.findByRole("heading", { level: 1, name: "Jonathan Smith" })).toBeVisible();
  expect(interviews()).toHaveLength(2);
  expect(interviews().filter((text) => text.includes("as Jon Smth"))).toHaveLength(1);
  expect(screen.getByRole("button", { name: "Undo" })).toHaveFocus();
  await userEvent.click(screen.getByRole("button", { name: "Undo" }));
  expect(await screen.findByRole("heading", { level: 1, name: "Jon Smth" })).toBeVisible();
  await mergeInto("Jon Smth");
  await leaveApp(app);
  await app.database.open();
  await showApp(app, "/candidates/jonathan");
  expect(await screen.findByRole("heading", { level: 1, name: "Jon Smth" })).toBeVisible();
  await userEvent.click(await screen.findByRole("button", { name: "Undo merge: Jonathan Smith" }));
  expect(await screen.findByRole("heading", { level: 1, name: "Jonathan Smith" })).toBeVisible();
  expect(interviews()).toHaveLength(1);
  const said = await screen.findByText(/^Merge undone: /u);
  expect(said).toHaveTextContent("Merge undone: Jonathan Smith and Jon Smth are two candidates again.");
  await waitFor(() => expect(said).toHaveFocus());
});

test("whoever asks under the name that was merged away is found, among the candidates and to merge with", async () => {
  await showApp(app, "/candidates/jon");
  await mergeInto("Jonathan Smith");
  await showApp(app, "/candidates/eva");
  await askToMerge();
  await userEvent.type(dialog().getByRole("searchbox"), "smth");
  expect(await dialog().findByRole("radio", { name: /^Jonathan Smith/u })).toBeVisible();
  await showApp(app, "/candidates");
  await userEvent.type(screen.getByRole("searchbox"), "jon smth");
  await waitFor(() => expect(screen.queryByRole("link", { name: "Eva Lund" })).toBeNull());
  expect(screen.getByRole("link", { name: "Jonathan Smith" })).toBeVisible();
});

test("the dialog says that scorecards stay closed only where an open interview keeps a panel closed", async () => {
  const closed = /scorecards stay closed until the open interviews are submitted/u;
  const { session, ...later } = liveInterview("later", { candidate: "Jon Smth" });
  await putWholeSessions(app.database, [{ ...later, session: { ...session, createdAt: START + MINUTE } }]);
  const outcomeNow = async () => {
    await showApp(app, "/candidates/jon");
    await askToMerge();
    await userEvent.click(dialog().getByRole("radio", { name: /^Jonathan Smith/u }));
    return dialog().getByRole("list", { name: "What the merge does" });
  };
  expect(await outcomeNow()).not.toHaveTextContent(closed);
  const panel = { ...smallPanel, candidate: "Jonathan Smith", publicKey: null };
  await addPanel(app.database, panel, smallGuide, null);
  expect(await outcomeNow()).toHaveTextContent(closed);
  const decision = { outcome: "hire", reason: "", decidedAt: START } as const;
  await app.database.panels.put({ ...panel, debrief: { ...panel.debrief, startedAt: START, decision } });
  expect(await outcomeNow()).not.toHaveTextContent(closed);
});
