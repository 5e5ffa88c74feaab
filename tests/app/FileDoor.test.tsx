// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, test } from "vitest";
import { firstScreenDrawn } from "../../src/app/firstScreen.ts";
import { newKeyPair, seal } from "../../src/interchange/files/encryption.ts";
import { encodeGuideFile } from "../../src/interchange/formats/guideFile.ts";
import { encodeSessionFile } from "../../src/interchange/formats/sessionFile.ts";
import type { AppParts } from "../../src/state/app/appContext.ts";
import { loadWholeSession, putWholeSessions } from "../../src/storage/session/sessions.ts";
import { leaveApp, newApp, showApp } from "../features/shownApp.tsx";
import { liveInterview, plannedInterview, smallGuide, START } from "../smallInterview.ts";

let app: AppParts;

beforeEach(async () => {
  app = newApp();
  // It comes after the first screen, which a person waits for longer.
  await firstScreenDrawn;
  await import("../../src/app/screen/FileDoor.tsx");
});
afterEach(() => leaveApp(app));

const sessionFile = () => new File([encodeSessionFile(plannedInterview(), START, "Test 1")], "session.json");
const backupFile = () =>
  new File(['{"format":"interview-scorecard.backup","version":1,"entries":[]}'], "backup.json");
const drop = (...files: readonly File[]) =>
  fireEvent.drop(document.body, { dataTransfer: { files, types: ["Files"] } });
const expectAt = (address: string) => waitFor(() => expect(location.hash).toBe(`#${address}`));

const preview = async () => within(await screen.findByRole("region", { name: "Import" }));

test("a session that is dropped on any screen is previewed in the library, and comes in where somebody says so", async () => {
  await showApp(app, "/settings");
  drop(sessionFile());
  await expectAt("/");
  expect(await (await preview()).findByText(/^New interview:/u)).toBeInTheDocument();
  expect(await loadWholeSession(app.database, "s1")).toBeUndefined();
  fireEvent.click((await preview()).getByRole("button", { name: "Import" }));
  await waitFor(async () => expect(await loadWholeSession(app.database, "s1")).toBeDefined());
});

test("a guide goes to the guides", async () => {
  await showApp(app, "/settings");
  drop(new File([encodeGuideFile({ ...smallGuide, title: "Day baker" }, START, "Test 1")], "guide.json"));
  await expectAt("/guides");
  expect(await (await preview()).findByText(/^New guide:/u)).toBeInTheDocument();
});

test("files that come while others are being read wait, and none of them is lost", async () => {
  await showApp(app, "/settings");
  const named = (id: string) =>
    new File([encodeSessionFile(plannedInterview(id), START, "Test 1")], `${id}.json`);
  drop(...["a", "b", "c"].map(named));
  drop(named("d"));
  await expectAt("/");
  drop(named("e"), named("f"));
  const report = await preview();
  for (const name of ["a", "b", "c", "d", "e", "f"])
    expect(await report.findByText(`${name}.json`)).toBeInTheDocument();
  await waitFor(() => expect(report.getByRole("status")).toHaveTextContent("6 new"));
});

test("a backup goes to the settings, where it is shown what it would do", async () => {
  await showApp(app, "/guides");
  drop(backupFile());
  await expectAt("/settings");
  expect(await screen.findByText("backup.json")).toBeInTheDocument();
});

test("a sealed scorecard goes to the panels, and is refused there like any other that is chosen", async () => {
  const text = await seal("{}", (await newKeyPair()).publicKey);
  await showApp(app, "/guides");
  drop(new File([text], "theirs.age"));
  await expectAt("/panels");
  expect(await screen.findByText("theirs.age")).toBeInTheDocument();
});

test("a text of questions goes to where it is read line by line", async () => {
  await showApp(app, "/candidates");
  drop(new File(["1. What failed?\n2. What changed?"], "questions.md"));
  await expectAt("/guides/bring-in");
  // Reading it takes a worker, which there is none of here.
  expect(await screen.findByRole("alert")).toBeInTheDocument();
});

test("files of several kinds go to the library, where each is told of what it is", async () => {
  await showApp(app, "/guides");
  drop(sessionFile(), backupFile());
  await expectAt("/");
  const report = await preview();
  expect(await report.findByText(/This is a backup of everything/u)).toBeInTheDocument();
  expect(await report.findByText(/^New interview:/u)).toBeInTheDocument();
});

test("what is pasted is opened where it is of this app, and not into a field", async () => {
  const text = await sessionFile().text();
  await showApp(app, "/panels/new");
  const clipboardData = { files: [], getData: () => text };
  const field = screen.getAllByRole("textbox")[0]!;
  fireEvent.paste(field, { clipboardData });
  fireEvent.paste(document.body, { clipboardData: { files: [], getData: () => '{ "a": 1 }' } });
  expect(location.hash).toBe("#/panels/new");
  fireEvent.paste(document.body, { clipboardData });
  await expectAt("/");
  expect(await (await preview()).findByText(/^New interview:/u)).toBeInTheDocument();
});

test("during an interview no file takes one away from it, and it says why", async () => {
  await putWholeSessions(app.database, [liveInterview("now")], []);
  await showApp(app, "/session/now");
  await waitFor(() => expect(document.body).not.toHaveFocus());
  drop(sessionFile());
  expect(await screen.findByText(/^Files can’t be opened during an interview/u)).toBeInTheDocument();
  expect(location.hash).toBe("#/session/now");
});

test("under an open dialog no file takes one away from what is filled in there", async () => {
  await showApp(app, "/panels/new");
  const dialog = document.createElement("dialog");
  dialog.open = true;
  document.body.append(dialog);
  drop(sessionFile());
  expect(await screen.findByText("Close the dialog first.")).toBeInTheDocument();
  expect(location.hash).toBe("#/panels/new");
  dialog.remove();
});

test("a file that the browser opens with the app comes in by the same door", async () => {
  let consume: (launch: { readonly files: readonly object[] }) => void = () => {};
  Object.assign(window, { launchQueue: { setConsumer: (given: typeof consume) => (consume = given) } });
  await showApp(app, "/guides");
  consume({ files: [{ getFile: () => Promise.resolve(sessionFile()) }] });
  await expectAt("/");
  expect(await (await preview()).findByText(/^New interview:/u)).toBeInTheDocument();
  Reflect.deleteProperty(window, "launchQueue");
});
