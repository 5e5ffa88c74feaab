// @vitest-environment jsdom
import { screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { AppParts } from "../../../src/state/app/appContext.ts";
import type { PickedFolder } from "../../../src/storage/pickedFolder.ts";
import type { LinkProblem } from "../../../src/domain/team/teamWay.ts";
import { leaveApp, newApp, showApp } from "../shownApp.tsx";

let app: AppParts;

beforeEach(() => {
  app = newApp();
  sessionStorage.clear();
});
afterEach(async () => {
  await leaveApp(app);
  vi.unstubAllGlobals();
});

/** What the database of these tests can keep: a copy has the name alone. */
class Folder {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

async function addSeat(seat: string, problem: LinkProblem, folderName?: string): Promise<void> {
  await app.database.teamLinks.put({
    panelId: "far",
    seat,
    side: "seat",
    jwt: "",
    seed: "s",
    leadKey: "k",
    problem,
    ...(folderName !== undefined && { folder: new Folder(folderName) as unknown as PickedFolder }),
  });
}

const press = (name: string | RegExp) => userEvent.click(screen.getByRole("button", { name }));
const folders = async () =>
  (await app.database.teamLinks.toArray()).map(
    (link) => "folder" in link && [link.folder.name, link.problem],
  );

test("a folder that is still to be picked is picked among the panels, and so is one that is gone or another one", async () => {
  const pick = vi.fn<() => Promise<Folder>>();
  vi.stubGlobal("showDirectoryPicker", pick);
  await addSeat("a", "noFolder");
  await showApp(app, "/panels");
  await screen.findByText(/through a folder that your team shares/u);
  pick.mockRejectedValueOnce(new DOMException("Not now.", "AbortError"));
  await press("Pick the folder…");
  pick.mockRejectedValueOnce(new Error("It belongs to the system."));
  await press("Pick the folder…");
  expect(await screen.findByRole("alert")).toHaveTextContent("It belongs to the system.");
  pick.mockResolvedValueOnce(new Folder("Panels"));
  await press("Pick the folder…");
  await waitFor(async () => expect(await folders()).toEqual([["Panels", ""]]));
  await waitFor(() => expect(screen.queryByRole("button", { name: "Pick the folder…" })).toBeNull());
  for (const [problem, words] of [
    ["folderGone", /^The app can’t find/u],
    ["panelMissing", /^There is nothing from your panel in/u],
  ] as const) {
    await addSeat("a", problem, "Panels");
    expect(await screen.findByText(words)).toHaveTextContent("the folder “Panels”");
    pick.mockResolvedValueOnce(new Folder("Panels"));
    await press("Pick the folder…");
    await waitFor(() => expect(screen.queryByText(words)).toBeNull());
  }
});

test("a folder that the browser asks for again says so, and where that is not allowed nothing changes", async () => {
  await addSeat("a", "askAgain", "Panels");
  await addSeat("b", "askAgain", "Others");
  await showApp(app, "/panels");
  expect(await screen.findByText(/asks again before the app may use the folders/u)).toHaveTextContent(
    "“Panels”, “Others”",
  );
  await press("Allow…");
  expect(await screen.findByRole("alert")).toHaveTextContent("The browser did not allow it.");
  expect(await folders()).toEqual([
    ["Panels", "askAgain"],
    ["Others", "askAgain"],
  ]);
});

test("a browser without folders says which have them, and what goes without", async () => {
  vi.stubGlobal("showDirectoryPicker", undefined);
  Reflect.deleteProperty(globalThis, "showDirectoryPicker");
  await addSeat("a", "noFolder");
  await showApp(app, "/panels");
  expect(await screen.findByText(/^This browser can’t use a folder/u)).toHaveTextContent(
    "Or send the encrypted file.",
  );
  await showApp(app, "/team");
  expect(await screen.findByText(/^This browser can’t use a folder/u)).toHaveTextContent("Chrome and Edge");
});
