// @vitest-environment jsdom
import { act, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test } from "vitest";
import { finishSession } from "../../../src/domain/session/call.ts";
import type { WholeSession } from "../../../src/domain/session/wholeSession.ts";
import type { AppParts } from "../../../src/state/app/appContext.ts";
import { saveGuideVersion } from "../../../src/state/guides/guides.ts";
import { writeKeySetting } from "../../../src/state/session/keySettings.ts";
import { loadWholeSession, putWholeSessions } from "../../../src/storage/session/sessions.ts";
import {
  completeInterview,
  liveInterview,
  plannedInterview,
  smallGuide,
  START,
} from "../../smallInterview.ts";
import { smallPanel } from "../../smallPanel.ts";
import { leaveApp, newApp, rowTexts, showApp } from "../shownApp.tsx";

let app: AppParts;

beforeEach(() => {
  app = newApp();
});
afterEach(async () => {
  await leaveApp(app);
  sessionStorage.clear();
});

const palette = () => screen.queryByRole("dialog", { name: "Command palette" });
const field = () => screen.getByRole("combobox", { name: /^Find a screen/u });
const options = () => within(screen.getByRole("listbox", { name: "Found" })).queryAllByRole("option");
const group = (name: string) => screen.findByRole("group", { name });
const press = (keys: string) => userEvent.keyboard(keys);

/** Opens an interview. @returns once its screen takes keys */
async function openInterview(whole: WholeSession): Promise<void> {
  await putWholeSessions(app.database, [whole], []);
  await showApp(app, "/session/s1");
  await waitFor(() => expect(document.body).not.toHaveFocus());
}

/** Opens the palette. @returns once it has its list */
async function open(): Promise<void> {
  await press("{Control>}k{/Control}");
  await screen.findByRole("group", { name: "Go to" });
}

/** Types into the palette, as its field would get the keys in a browser. */
const type = (text: string) => userEvent.type(field(), text);

test("it closes when the browser goes back, and the focus is on the screen that is gone to", async () => {
  await showApp(app, "/guides");
  await userEvent.click(await screen.findByRole("link", { name: /^Candidates/u }));
  await waitFor(() => expect(document.title).toMatch(/^Candidates/u));
  await open();
  await type("ca");
  history.back();
  await waitFor(() => expect(document.title).toMatch(/^Guides/u));
  expect(palette()).toBeNull();
  await waitFor(() => expect(screen.getByRole("heading", { level: 1 })).toHaveFocus());
});

test("Ctrl or ⌘ and K opens it on any screen, and a few letters and Enter lead to another one", async () => {
  await showApp(app, "/guides");
  await press("{Meta>}k{/Meta}");
  await group("Go to");
  await type("cal");
  await waitFor(() => expect(rowTexts(options())).toEqual(["Calibration"]));
  expect(field()).toHaveAttribute("aria-activedescendant", options()[0]?.id);
  await type("{Enter}");
  await waitFor(() => expect(location.hash).toBe("#/calibration"));
  expect(palette()).toBeNull();
});

test("an interview, a candidate, a guide and a panel are found by the beginnings of their words", async () => {
  await putWholeSessions(app.database, [plannedInterview()], []);
  await saveGuideVersion(app, { ...smallGuide, title: "Haddock smoker" }, null);
  await app.database.panels.add({ ...smallPanel, candidate: "Ada Haddon" });
  await showApp(app, "/settings");
  await open();
  await type("had");
  expect(rowTexts(within(await group("Interviews")).getAllByRole("option"))).toEqual([
    expect.stringMatching(/^Amira HaddadBaker · planned · /u),
  ]);
  expect(rowTexts(within(await group("Candidates")).getAllByRole("option"))).toEqual([
    "Amira Haddad",
    "Ada Haddon",
  ]);
  expect(rowTexts(within(await group("Guides")).getAllByRole("option"))).toHaveLength(1);
  expect(rowTexts(within(await group("Panels")).getAllByRole("option"))).toEqual([
    expect.stringMatching(/^Ada Haddon/u),
  ]);
  await type("dad am");
  await waitFor(() => expect(screen.queryByRole("group", { name: "Panels" })).toBeNull());
  await userEvent.click(within(await group("Candidates")).getByRole("option"));
  await waitFor(() => expect(location.hash).toBe("#/candidates/s1"));
});

test("on the live screen it has every action with its key, and does it", async () => {
  await openInterview(liveInterview());
  await open();
  const actions = rowTexts(within(await group("On this screen")).getAllByRole("option"));
  expect(actions).toContain("Next: starts its clockCtrlEnter");
  expect(actions).toContain("Rate the area: 44");
  await type("rate 4");
  await waitFor(() => expect(rowTexts(options())).toEqual(["Rate the area: 44"]));
  await type("{Enter}");
  await waitFor(async () =>
    expect(
      (await loadWholeSession(app.database, "s1"))?.answers["failed"]?.areas["failed.cause"],
    ).toMatchObject({ rating: 4, covered: true }),
  );
});

test("keys that are off by the settings are not named, and what they do can be chosen all the same", async () => {
  await writeKeySetting(app, "singleKeys", false);
  await openInterview(liveInterview());
  await open();
  const actions = rowTexts(within(await group("On this screen")).getAllByRole("option"));
  expect(actions).toContain("Rate the area: 4");
  expect(actions).toContain("Next: starts its clockCtrlEnter");
});

test("in the wrap-up it has the keys of the wrap-up, and the buttons of its head that have none", async () => {
  await openInterview(finishSession(completeInterview(), START));
  await open();
  const actions = rowTexts(within(await group("On this screen")).getAllByRole("option"));
  expect(actions).toContain("Submit the scorecardCtrlEnter");
  expect(actions).toContain("Back to the interview");
  // Once, by its key.
  expect(actions.filter((words) => words.startsWith("Back to interviews"))).toHaveLength(1);
  expect(actions.filter((words) => words.includes("minutes"))).toEqual([]);
  await type("recom{Enter}");
  expect(screen.getByRole("radio", { name: "Yes" })).toHaveFocus();
});

test.each([
  ["/", "Import"],
  ["/candidates/s1", "Delete… Amira Haddad"],
])("on %s the buttons in the head of the screen are among its actions", async (address, words) => {
  await putWholeSessions(app.database, [plannedInterview()], []);
  const shown = await showApp(app, address);
  await waitFor(() => expect(rowTexts(within(shown).getAllByRole("button"))).toContain(words));
  await open();
  const actions = await group("On this screen");
  expect(rowTexts(within(actions).getAllByRole("option"))).toContain(words);
});

test("each option has an id of its own that the field can refer to, whatever the ids of what it found", async () => {
  await putWholeSessions(app.database, [plannedInterview("s 1"), liveInterview("s 2")], []);
  await showApp(app, "/session/s%202");
  await waitFor(() => expect(document.body).not.toHaveFocus());
  await open();
  const ids = () => options().map(({ id }) => id);
  const ofScreen = ids();
  await type("amira");
  await group("Interviews");
  for (const all of [ofScreen, ids()]) {
    expect(all.filter((id) => !/^\S+$/u.test(id))).toEqual([]);
    expect(new Set(all)).toHaveProperty("size", all.length);
  }
  // The field hears of it once the list is drawn.
  await waitFor(() => expect(ids()).toContain(field().getAttribute("aria-activedescendant")));
});

test("it is not there while the screen is shared, and goes where that begins", async () => {
  await openInterview(liveInterview());
  await open();
  await type("share");
  await type("{Enter}");
  await waitFor(() => expect(screen.queryByRole("navigation", { name: "Agenda" })).toBeNull());
  expect(palette()).toBeNull();
  await press("{Control>}k{/Control}");
  await act(() => Promise.resolve());
  expect(palette()).toBeNull();
});

test("arrows go round the list, and Enter takes nothing that nobody went to", async () => {
  await showApp(app, "/settings");
  await open();
  expect(field()).not.toHaveAttribute("aria-activedescendant");
  await type("{Enter}");
  expect(palette()).not.toBeNull();
  await type("{ArrowUp}");
  expect(options().at(-1)).toHaveAttribute("aria-selected", "true");
  await type("{ArrowDown}");
  expect(options()[0]).toHaveAttribute("aria-selected", "true");
  await type("nothing has this name");
  await waitFor(() =>
    expect(
      screen.getByText(/^Nothing found among screens, people, guides, actions and notes/u),
    ).toBeInTheDocument(),
  );
  expect(screen.getByText("0 results.")).toBeInTheDocument();
});

test("it does not lie over a dialog that is to be answered", async () => {
  await openInterview(liveInterview());
  await press("?");
  await screen.findByRole("dialog", { name: "Keys" });
  await press("{Control>}k{/Control}");
  expect(palette()).toBeNull();
});
