// @vitest-environment jsdom
import { readFileSync } from "node:fs";
import { act, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test } from "vitest";
import { routes, screensAnywhere } from "../../src/app/Routes.tsx";
import type { AppParts } from "../../src/state/app/appContext.ts";
import { createPanel } from "../../src/state/panels/panels.ts";
import { addPanel } from "../../src/storage/panels/panels.ts";
import { putWholeSessions } from "../../src/storage/session/sessions.ts";
import { guideAddress, guideEditAddress, guideHistoryAddress } from "../../src/ui/page/addresses.ts";
import { leaveApp, newApp, showApp } from "../features/shownApp.tsx";
import {
  completeInterview,
  hashGuide,
  liveInterview,
  plannedInterview,
  smallGuide,
  submittedInterview,
} from "../smallInterview.ts";
import { smallPanel } from "../smallPanel.ts";

const rooms = ["Interviews", "Guides", "Panels", "Candidates", "Settings"] as const;
const guideId = hashGuide(smallGuide);

/** An address of each route, and where in the navigation it is. */
const addresses: Readonly<Record<string, readonly [address: string, room: (typeof rooms)[number]]>> = {
  "/": ["/", "Interviews"],
  "/plan": ["/plan", "Interviews"],
  "/plan/with/:guideId": [`/plan/with/${guideId}`, "Interviews"],
  "/plan/:id": ["/plan/planned", "Interviews"],
  "/guides": ["/guides", "Guides"],
  "/guides/new": ["/guides/new", "Guides"],
  "/guides/bring-in": ["/guides/bring-in", "Guides"],
  "/guides/new/:id": ["/guides/new/d1", "Guides"],
  "/guides/:id/edit": [guideEditAddress(guideId), "Guides"],
  "/guides/:id/history": [guideHistoryAddress(guideId), "Guides"],
  "/guides/:id": [guideAddress(guideId), "Guides"],
  "/panels": ["/panels", "Panels"],
  "/panels/new": ["/panels/new", "Panels"],
  "/panels/compare": ["/panels/compare", "Panels"],
  "/panels/:id/plan": ["/panels/planned/plan", "Panels"],
  "/panels/:id/:step?": ["/panels/p1", "Panels"],
  "/calibration": ["/calibration", "Panels"],
  "/candidates": ["/candidates", "Candidates"],
  "/candidates/:id": ["/candidates/submitted", "Candidates"],
  "/invitation": ["/invitation", "Panels"],
  "/invitation/:data": ["/invitation/nothing", "Panels"],
  "/team": ["/team", "Panels"],
  "/team/:data": ["/team/nothing", "Panels"],
  "/export/panel/:id": ["/export/panel/p1", "Panels"],
  "/export/:kind?/:id?": ["/export", "Interviews"],
  "/settings": ["/settings", "Settings"],
  "/session/:id/:step?/:questionId?/:areaId?": ["/session/submitted", "Interviews"],
};

test("every screen is among those that are opened in a browser, looked at while they load and gone through by keys", () => {
  const list = readFileSync("tests/browser/everyScreen.ts", "utf8");
  expect(routes.map(({ path }) => path).filter((path) => !list.includes(`"${path}": `))).toEqual([]);
});

let app: AppParts;

beforeEach(async () => {
  sessionStorage.clear();
  app = newApp();
  await putWholeSessions(app.database, [
    plannedInterview("planned"),
    liveInterview("live"),
    completeInterview("wrapUp"),
    submittedInterview("submitted"),
  ]);
  await addPanel(app.database, { ...smallPanel, publicKey: null }, smallGuide, null);
});
afterEach(() => leaveApp(app));

/** A busy machine draws late. */
const patience = { timeout: 20_000 };

/** Waits until the tab has the screen's title: while one interview is read, the one before it still stands there. */
const untilTitled = (title: string) =>
  waitFor(() => expect(document.title).toBe(`${title} · Interview Scorecard`), patience);

/** Goes to an address as a link does. @returns once a heading has the focus */
async function go(address: string): Promise<void> {
  await act(async () => {
    const changed = new Promise((done) => {
      addEventListener("hashchange", done, { once: true });
    });
    location.hash = `#${address}`;
    await changed;
  });
  await waitFor(() => {
    expect(location.hash).toContain(address);
    expect(document.activeElement).toBe(document.querySelector("h1"));
  }, patience);
}

/** The links of the navigation; none where there is none. */
const links = () => [...document.querySelectorAll<HTMLElement>('nav[aria-label="Main"] li a')];

test("every screen has a title that names nobody, the way to all rooms, and the focus on its heading when it is gone to", async () => {
  // A new route has an address above.
  expect(Object.keys(addresses)).toEqual(routes.map(({ path }) => path));
  await showApp(app, "/guides/nowhere");
  for (const [address, room] of Object.values(addresses)) {
    await go(address);
    expect([address, document.title]).toEqual([
      address,
      expect.stringMatching(/^\p{Lu}[\p{L} -]+ · Interview Scorecard$/u),
    ]);
    expect(document.title).not.toMatch(/Amira|Haddad/u);
    expect(links().map(({ textContent }) => /^\p{L}+/u.exec(textContent)?.[0])).toEqual(rooms);
    const current = links().filter((link) => link.getAttribute("aria-current") !== "false");
    expect(current.map(({ textContent }) => textContent)).toEqual([expect.stringContaining(room)]);
  }
}, 120_000);

test("the palette goes to every screen that needs no id, by its title", () => {
  expect(screensAnywhere.map(({ address, words }) => [address, words])).toEqual([
    ["/", "Interviews"],
    ["/plan", "Plan an interview"],
    ["/guides", "Guides"],
    ["/guides/new", "New guide"],
    ["/guides/bring-in", "Import questions"],
    ["/panels", "Panels"],
    ["/panels/new", "Plan a panel"],
    ["/panels/compare", "Candidates side by side"],
    ["/calibration", "Calibration"],
    ["/candidates", "Candidates"],
    ["/invitation", "Open an invitation"],
    ["/team", "Shared folder"],
    ["/export", "Export"],
    ["/settings", "Settings"],
  ]);
});

test("no two screens have one title, but for those that plan an interview or begin a guide", () => {
  const titles = new Set(routes.map(({ title }) => title));
  expect(routes.length - titles.size).toBe(2);
});

test("a live call has a title and no way out but its own; what comes after it has the navigation again", async () => {
  await showApp(app, "/session/live");
  await untilTitled("Live interview");
  expect(links()).toEqual([]);
  await go("/session/wrapUp");
  await untilTitled("Wrap-up");
  expect(links()).toHaveLength(5);
  await go("/session/live/hand-over");
  await untilTitled("Hand over");
  expect(links()).toHaveLength(5);
});

test("an address that leads nowhere says so, and has the navigation", async () => {
  await showApp(app, "/nowhere");
  expect(screen.getByRole("heading", { name: "Page not found" })).toBeVisible();
  expect(document.title).toBe("Page not found · Interview Scorecard");
  expect(links()).toHaveLength(5);
});

test("the skip link leads past the navigation to the heading, and leaves the address as it is", async () => {
  await showApp(app, "/guides?role=Baker");
  const user = userEvent.setup();
  act(() => screen.getByRole("link", { name: "Skip to content" }).focus());
  await user.keyboard("{Enter}");
  expect(screen.getByRole("heading", { level: 1 })).toHaveFocus();
  expect(location.hash).toBe("#/guides?role=Baker");
});

test("what waits for a person is counted beside where it is done, in words for a screen reader", async () => {
  await createPanel(app, smallPanel, smallGuide);
  await app.database.panels.update("p1", { "debrief.startedAt": 1 });
  await showApp(app, "/settings");
  // Live, to wrap up, and planned for today.
  await waitFor(() => expect(links()[0]).toHaveAccessibleName("Interviews 3 to do"), patience);
  expect(links()[2]).toHaveAccessibleName("Panels 1 waiting for you");
  expect(links()[1]).toHaveAccessibleName("Guides");
});

test.each([
  { list: "interviews", address: "/" },
  { list: "candidates", address: "/candidates" },
] as const)(
  "what was looked for among $list is there on the way back, and stands neither in the address nor in the history",
  async ({ address }) => {
    const ben = plannedInterview("ben", { candidate: "Ben Okafor" });
    await putWholeSessions(app.database, [ben], []);
    await showApp(app, address);
    const user = userEvent.setup();
    const find = () => screen.findByRole("searchbox", { name: /^Find/u }, patience);
    const others = () => screen.queryAllByText("Amira Haddad");
    expect(others()).not.toEqual([]);
    await user.type(await find(), "okaf");
    await waitFor(() => expect(others()).toEqual([]), patience);
    await user.click(screen.getAllByRole("link", { name: /Ben Okafor/u })[0]!);
    await waitFor(() => expect(screen.queryByRole("searchbox")).toBeNull(), patience);
    act(() => history.back());
    await waitFor(async () => expect(await find()).toHaveValue("okaf"), patience);
    await waitFor(() => expect(others()).toEqual([]), patience);
    expect(location.href + JSON.stringify(history.state)).not.toContain("okaf");
    expect(JSON.stringify([sessionStorage, localStorage])).not.toContain("okaf");
    // Whoever goes to the list anew sees all of it.
    await user.click(screen.getByRole("link", { name: /^Guides/u }));
    await showApp(app, address);
    expect(await find()).toHaveValue("");
  },
);

test("a filter stands in the address, is there after a reload, and adds nothing to the way back", async () => {
  await showApp(app, "/guides");
  const user = userEvent.setup();
  const entries = history.length;
  await user.selectOptions(screen.getByRole("combobox", { name: "Role" }), "Data engineer");
  expect(location.hash).toBe("#/guides?role=Data+engineer");
  expect(history.length).toBe(entries);
  const rows = () => within(screen.getByRole("list", { name: "Guides" })).getAllByRole("listitem").length;
  const count = rows();
  await showApp(app, "/guides?role=Data+engineer");
  expect(screen.getByRole("combobox", { name: "Role" })).toHaveValue("Data engineer");
  expect(rows()).toBe(count);
  await user.selectOptions(screen.getByRole("combobox", { name: "Role" }), "");
  expect(location.hash).toBe("#/guides");
});
