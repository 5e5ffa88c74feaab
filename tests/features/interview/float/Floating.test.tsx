// @vitest-environment jsdom
import { screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { isLeftBehind } from "../../../../src/storage/leftBehind.ts";
import type { AppParts } from "../../../../src/state/app/appContext.ts";
import { loadWholeSession, putWholeSessions } from "../../../../src/storage/session/sessions.ts";
import { liveInterview } from "../../../smallInterview.ts";
import { leaveApp, newApp, showApp } from "../../shownApp.tsx";

let app: AppParts;
/** The windows that were opened over the page, oldest first: frames, which are realms of their own too. */
let panels: (Window & typeof globalThis)[];
let isRefused: boolean;

beforeEach(() => {
  app = newApp();
  sessionStorage.clear();
  panels = [];
  isRefused = false;
  vi.stubGlobal("documentPictureInPicture", {
    requestWindow: () =>
      isRefused ? Promise.reject(new DOMException("", "NotAllowedError")) : Promise.resolve(openFrame()),
  });
  vi.stubGlobal("open", () => null);
  vi.stubGlobal("focus", () => {});
});

afterEach(async () => {
  await leaveApp(app);
  vi.unstubAllGlobals();
});

function openFrame(): Window & typeof globalThis {
  const frame = document.createElement("iframe");
  frame.title = "panel";
  document.body.append(frame);
  const view = frame.contentWindow as (Window & typeof globalThis) | null;
  if (!view) throw new Error("jsdom gave the frame no window.");
  let isClosed = false;
  Object.assign(view, {
    scrollTo: () => {},
    // Also what another page, or the person, does to it.
    close: () => {
      if (isClosed) return;
      isClosed = true;
      view.dispatchEvent(new view.Event("pagehide"));
      frame.remove();
    },
  });
  Object.assign(view.Element.prototype, { scrollIntoView: () => {} });
  panels.push(view);
  return view;
}

/** Opens the interview, and floats it. @returns the panel */
async function float(): Promise<Window & typeof globalThis> {
  await open();
  await userEvent.click(screen.getByRole("button", { name: "Float over the call" }));
  return lastPanel(1);
}

async function open(): Promise<void> {
  await putWholeSessions(app.database, [liveInterview()], []);
  await showApp(app, "/session/s1");
  await waitFor(() => expect(screen.getAllByRole("checkbox")[0]).toHaveFocus());
}

async function lastPanel(count: number): Promise<Window & typeof globalThis> {
  await waitFor(() => expect(panels).toHaveLength(count));
  const panel = panels.at(-1)!;
  await waitFor(() => expect(inPanel(panel).getByRole("main")).toBeInTheDocument());
  return panel;
}

const inPanel = (panel: Window) => within(panel.document.body);
const rating = ({ document: { body } }: Window, point: number) =>
  within(body).getAllByRole("radio", { name: new RegExp(`^${point}:`, "u") })[0]!;
const kept = async () => (await loadWholeSession(app.database, "s1"))?.answers["failed"];

test("what is done in the panel by its keys shows in the tab, and is kept; so the other way", async () => {
  const panel = await float();
  const user = userEvent.setup({ document: panel.document });
  await waitFor(() => expect(inPanel(panel).getAllByRole("checkbox")[0]).toHaveFocus());
  await user.keyboard("n3 loaves burnt{Escape}4f");
  expect(rating(panel, 4)).toBeChecked();
  // The other window hears of it with its next frame.
  await waitFor(() => expect(rating(window, 4)).toBeChecked());
  await waitFor(async () =>
    expect(await kept()).toMatchObject({
      areas: { "failed.cause": { rating: 4, note: "3 loaves burnt" } },
      followUpsAsked: [{ followUpId: "failed.f1" }],
    }),
  );
  await waitFor(() => expect(screen.getByText("3 loaves burnt")).toBeInTheDocument());
  await userEvent.click(rating(window, 2));
  await waitFor(() => expect(rating(panel, 2)).toBeChecked());
});

test("a dialog opens in the window in which it was asked for", async () => {
  const panel = await float();
  Object.assign(panel.HTMLDialogElement.prototype, {
    showModal(this: HTMLDialogElement) {
      this.open = true;
    },
  });
  await userEvent.click(await inPanel(panel).findByRole("button", { name: /^Shortcuts/u }));
  await waitFor(() => expect(inPanel(panel).getByRole("dialog", { name: "Keys" })).toBeInTheDocument());
  expect(screen.queryByRole("dialog", { name: "Keys" })).toBeNull();
});

test("a panel that is closed from outside is missed in one line, and one key brings it back", async () => {
  (await float()).close();
  expect(await screen.findByText("The floating panel is closed.")).toBeInTheDocument();
  screen.getAllByRole("checkbox")[0]!.focus();
  await userEvent.keyboard("p");
  const panel = await lastPanel(2);
  expect(screen.queryByText("The floating panel is closed.")).toBeNull();
  expect(inPanel(panel).queryByText("The floating panel is closed.")).toBeNull();
});

test("a panel that is closed on purpose is not missed; nor one whose loss was dismissed", async () => {
  const panel = await float();
  const button = screen.getByRole("button", { name: "Float over the call" });
  await waitFor(() => expect(button).toHaveAttribute("aria-pressed", "true"));
  await userEvent.click(inPanel(panel).getByRole("button", { name: "Back to the tab" }));
  await waitFor(() => expect(screen.getAllByRole("main")).toHaveLength(1));
  expect(button).toHaveAttribute("aria-pressed", "false");
  expect(screen.queryByText("The floating panel is closed.")).toBeNull();
  await userEvent.click(screen.getByRole("button", { name: "Float over the call" }));
  (await lastPanel(2)).close();
  await userEvent.click(await screen.findByRole("button", { name: "Dismiss" }));
  expect(screen.queryByText("The floating panel is closed.")).toBeNull();
  location.hash = "#/settings";
  await waitFor(() => expect(screen.queryByRole("button", { name: "Float over the call" })).toBeNull());
  location.hash = "#/session/s1";
  await screen.findByRole("button", { name: "Float over the call" });
  expect(screen.queryByText("The floating panel is closed.")).toBeNull();
});

test("after a reload of the tab it is offered again; leaving the interview closes it", async () => {
  // Made first: a new app begins with an empty storage.
  const { database } = newApp();
  const panel = await float();
  const close = vi.spyOn(panel, "close");
  window.dispatchEvent(new Event("pagehide"));
  expect(close).toHaveBeenCalled();
  await leaveApp(app);
  app = { ...app, database };
  await open();
  await userEvent.click(await screen.findByRole("button", { name: "Float again" }));
  const again = await lastPanel(2);
  const closeAgain = vi.spyOn(again, "close");
  location.hash = "#/settings";
  await waitFor(() => expect(closeAgain).toHaveBeenCalled());
});

test("where the browser opens no window it is said what to do", async () => {
  isRefused = true;
  await open();
  await userEvent.click(screen.getByRole("button", { name: "Float over the call" }));
  expect(await screen.findByText(/^The browser blocked the floating panel/u)).toBeInTheDocument();
  isRefused = false;
  await userEvent.click(screen.getByRole("button", { name: "Try again" }));
  await lastPanel(1);
  expect(screen.queryByText(/^The browser blocked/u)).toBeNull();
});

test("a window that the page may not write into is closed and said to be blocked, and can be tried again", async () => {
  const close = vi.fn();
  const locked = {
    close,
    get document(): Document {
      throw new DOMException("", "SecurityError");
    },
  };
  const { documentPictureInPicture: real } = window as unknown as { documentPictureInPicture: object };
  Object.assign(window, { documentPictureInPicture: { requestWindow: () => Promise.resolve(locked) } });
  await open();
  await userEvent.click(screen.getByRole("button", { name: "Float over the call" }));
  expect(await screen.findByText(/^The browser blocked the floating panel/u)).toBeInTheDocument();
  expect(close).toHaveBeenCalled();
  Object.assign(window, { documentPictureInPicture: real });
  await userEvent.click(screen.getByRole("button", { name: "Try again" }));
  await lastPanel(1);
});

test("leaving the interview from the panel brings the tab to the front; closing the panel does not", async () => {
  const panel = await float();
  const front = vi.spyOn(window, "focus");
  panel.close();
  await screen.findByText("The floating panel is closed.");
  expect(front).not.toHaveBeenCalled();
  await userEvent.click(screen.getByRole("button", { name: "Float again" }));
  const again = await lastPanel(2);
  await userEvent.click(inPanel(again).getByRole("button", { name: "Hand over" }));
  await waitFor(() => expect(front).toHaveBeenCalled());
});

test("a panel that goes leaves behind what is not on the disk yet", async () => {
  const panel = await float();
  const user = userEvent.setup({ document: panel.document });
  await waitFor(() => expect(inPanel(panel).getAllByRole("checkbox")[0]).toHaveFocus());
  await user.keyboard("5");
  rating(panel, 4).click();
  panel.dispatchEvent(new Event("pagehide"));
  expect(isLeftBehind({ kind: "session", id: "s1" })).toBe(true);
});
