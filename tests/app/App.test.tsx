// @vitest-environment jsdom
import { act, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { App } from "../../src/app/App.tsx";
import type { AppParts } from "../../src/state/app/appContext.ts";
import type { DatabaseOpening, Trouble } from "../../src/state/app/databaseOpening.ts";
import { createDatabase } from "../../src/storage/database.ts";
import { putWholeSessions } from "../../src/storage/session/sessions.ts";
import { sessionAddress } from "../../src/ui/page/addresses.ts";
import { completeInterview, START, submittedInterview } from "../smallInterview.ts";

let parts: AppParts;
let count = 0;

beforeEach(() => {
  parts = {
    database: createDatabase(`app ${count++}`),
    clock: { now: () => START, monotonic: () => 0 },
    newId: () => "id",
    appName: "Test 1",
  };
  vi.spyOn(console, "error").mockImplementation(() => {});
  vi.spyOn(console, "warn").mockImplementation(() => {});
});
afterEach(() => parts.database.close());

/** The database is open, with or without something to say about it. */
function opened(trouble: Trouble | null = null): DatabaseOpening {
  return { trouble: () => trouble, subscribe: () => () => {} };
}

function show(address: string, opening = opened()) {
  location.hash = address;
  return render(<App parts={parts} opening={opening} />);
}

const deletion = () => screen.queryByRole("heading", { name: "Reset and restore a backup" });

test("a tab of an older version names the newer one that has the database now, and offers no deletion", async () => {
  await parts.database.open();
  await new Promise<void>((resolve) => {
    const request = indexedDB.open(parts.database.name, 4000);
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
  });
  show("#/session/any");
  await waitFor(() => expect(screen.getByRole("alert")).toHaveTextContent("written by a newer version"));
  expect(deletion()).toBeNull();
});

test("a database that was closed under the tab asks for a reload, and offers no deletion", async () => {
  await parts.database.open();
  parts.database.close();
  show("#/session/any");
  await waitFor(() => expect(screen.getByRole("alert")).toHaveTextContent("closed under this tab"));
  expect(screen.getByRole("button", { name: "Reload" })).toBeVisible();
  expect(deletion()).toBeNull();
});

test("what a screen can’t read is no reason to delete the database before it was read anew", async () => {
  await parts.database.open();
  vi.spyOn(parts.database.sessions, "get").mockRejectedValue(
    Object.assign(new Error("A row is broken."), { name: "UnknownError" }),
  );
  show("#/session/any");
  await waitFor(() => expect(screen.getByRole("alert")).toHaveTextContent("can’t be read"));
  expect(deletion()).not.toBeNull();
  expect(screen.queryByRole("button", { name: "Delete and reset" })).toBeNull();
});

test("where the browser throws as a screen takes a row, the screen says what can be done, and nobody waits for good", async () => {
  await parts.database.open();
  show("#/");
  await screen.findByRole("heading", { level: 1 });
  const error = new DOMException("Cannot inject key into script value.", "UnknownError");
  act(() => void dispatchEvent(new ErrorEvent("error", { error })));
  await waitFor(() => expect(screen.getByRole("alert")).toHaveTextContent("can’t be read"));
});

test.each(["closed", "newer"] as const)(
  "an open session stays on the screen where the database is %s, and no other screen does",
  async (kind) => {
    const whole = submittedInterview("s1");
    await putWholeSessions(parts.database, [whole]);
    const first = show("#/session/s1", opened({ kind, message: "" }));
    const name = await screen.findAllByText(whole.session.candidate);
    expect(name.length).toBeGreaterThan(0);
    first.unmount();
    show("#/settings", opened({ kind, message: "" }));
    await waitFor(() =>
      expect(screen.getByRole("alert")).toHaveTextContent(/closed under this tab|newer version/u),
    );
  },
);

test("a screen that could not be drawn has a way home, and another address is drawn", async () => {
  await parts.database.open();
  const query = vi.spyOn(parts.database.sessions, "get").mockRejectedValue(new TypeError("A row is odd."));
  show("#/session/any");
  expect(await screen.findByText(/A row is odd\./u)).toBeVisible();
  query.mockRestore();
  await userEvent.click(screen.getByRole("link", { name: "Back to interviews" }));
  expect(await screen.findByRole("heading", { level: 1 })).toBeVisible();
  expect(screen.queryByText(/A row is odd\./u)).toBeNull();
  expect(location.hash).toBe("#/");
});

test("a screen that could not be drawn gives way to the one of an address that is typed", async () => {
  await parts.database.open();
  vi.spyOn(parts.database.sessions, "get").mockRejectedValue(new TypeError("A row is odd."));
  show("#/session/any");
  expect(await screen.findByText(/A row is odd\./u)).toBeVisible();
  location.hash = "#/nowhere";
  expect(await screen.findByRole("heading", { name: "Page not found" })).toBeVisible();
});

test.each(["a/b", "a?b", "..", "a#b", "100%", "a%2Fb", "%25", "ключ"])(
  "a session whose id is %s is opened by the link of the start page",
  async (id) => {
    await parts.database.open();
    const { session, guide, answers } = submittedInterview("s1");
    const kept = Object.values(answers).map((answer) => ({ ...answer, sessionId: id }));
    const whole = {
      session: { ...session, id },
      guide,
      answers: Object.fromEntries(kept.map((answer) => [answer.questionId, answer])),
    };
    await putWholeSessions(parts.database, [whole, submittedInterview("\uD800")]);
    show("#/");
    const links = await screen.findAllByRole("link", { name: /^View/u });
    expect(links).toHaveLength(2);
    const link = links.find((one) => !one.getAttribute("href")?.includes("%EF%BF%BD"));
    await userEvent.click(link!);
    expect(await screen.findByText("Submitted, read-only")).toBeVisible();
    expect(location.hash).toBe(`#${sessionAddress(id)}`);
  },
);

test.each([
  ["Wrap-up", completeInterview("s1")],
  ["Scorecard", submittedInterview("s1")],
])(
  "the title of the %s screen, which the browser keeps in its history, names nobody",
  async (word, whole) => {
    await parts.database.open();
    await putWholeSessions(parts.database, [whole]);
    document.title = "Interview Scorecard";
    show("#/session/s1");
    expect((await screen.findAllByText(whole.session.candidate)).length).toBeGreaterThan(0);
    await vi.waitFor(() => expect(document.title).toBe(`${word} · Interview Scorecard`));
  },
);
