// @vitest-environment jsdom
import { act, renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { noteArea } from "../../../src/domain/session/answer.ts";
import { changeAnswer, summarise, type WholeSession } from "../../../src/domain/session/wholeSession.ts";
import { AppContext, type AppParts } from "../../../src/state/app/appContext.ts";
import { useNamedThings } from "../../../src/state/search/namedThings.ts";
import { createNoteSearch, useFoundNotes } from "../../../src/state/search/noteSearch.ts";
import { createDatabase } from "../../../src/storage/database.ts";
import { addPanel } from "../../../src/storage/panels/panels.ts";
import { putWholeSessions } from "../../../src/storage/session/sessions.ts";
import { liveInterview, ownQuestion, plannedInterview, smallGuide, START } from "../../smallInterview.ts";
import { smallPanel } from "../../smallPanel.ts";
import { Boundary } from "../boundary.tsx";

let app: AppParts;
let count = 0;
let failure: unknown;
const noteFailure = (error: unknown) => (failure = error);

beforeEach(() => {
  failure = undefined;
  app = {
    database: createDatabase(`found notes ${count++}`),
    clock: { now: () => START, monotonic: () => 0 },
    newId: () => `id${count++}`,
    appName: "Test 1",
  };
});
afterEach(() => app.database.close());

function typeInto<T>(use: (text: string) => T, text: string) {
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <AppContext value={app}>
      <Boundary onFailure={noteFailure}>{children}</Boundary>
    </AppContext>
  );
  const { result, rerender, unmount } = renderHook((typed: string) => use(typed), {
    wrapper,
    initialProps: text,
  });
  return { result, type: rerender, unmount };
}

const written = (whole: WholeSession, text: string): WholeSession =>
  changeAnswer(whole, "failed", (answer) => noteArea(answer, "failed.cause", text), START);

const settle = () =>
  act(async () => {
    await new Promise((resolve) => {
      setTimeout(resolve, 150);
    });
  });

test("notes are found a moment after the words were typed, and those of other words are not shown meanwhile", async () => {
  await putWholeSessions(app.database, [written(liveInterview("a"), "the yeast was dead")]);
  const { result, type } = typeInto(useFoundNotes, "yeast");
  expect(result.current).toEqual([]);
  await waitFor(() => expect(result.current.map(({ area }) => area)).toEqual(["The cause"]));
  type("sugar");
  expect(result.current).toEqual([]);
  await settle();
  expect(result.current).toEqual([]);
  type("yeast dead");
  await waitFor(() => expect(result.current).toHaveLength(1));
});

test("only the words that were typed last are looked for, and nobody who has gone is told", async () => {
  await putWholeSessions(app.database, [written(liveInterview("a"), "the yeast was dead")]);
  const { result, type, unmount } = typeInto(useFoundNotes, "dead");
  for (const typed of ["dea", "salt", "yeas", "yeast"]) type(typed);
  await waitFor(() => expect(result.current).toHaveLength(1));
  expect(result.current[0]?.excerpt.found).toBe("yeast");
  type("dead");
  unmount();
  await settle();
  expect(failure).toBeUndefined();
  expect(result.current).toEqual([]);
});

test("a search that is given up finds no more: nobody waits for it", async () => {
  await putWholeSessions(app.database, [written(liveInterview("a"), "the yeast was dead")]);
  const given = AbortSignal.abort();
  expect(await createNoteSearch(app).find("yeast", 20, given)).toEqual([]);
});

test("a note that belongs to no question, and one on an own question, are found with what they are about", async () => {
  const live = liveInterview("a");
  const { session } = live;
  const asked = {
    ...live,
    session: { ...session, ownQuestions: [ownQuestion], questionIds: [...session.questionIds, "own"] },
  };
  const noted = changeAnswer(asked, "own", (answer) => noteArea(answer, "own.area", "yeast in it"), START);
  await putWholeSessions(app.database, [summarise(noted, "Knows yeast.", START)]);
  const { result } = typeInto(useFoundNotes, "yeast");
  await waitFor(() =>
    expect(result.current.map(({ question, area }) => [question, area])).toEqual([
      ["The oven", "Anything"],
      ["", ""],
    ]),
  );
});

test.each([
  ["the database’s own", new Error("It is damaged."), "It is damaged."],
  ["no error at all", "It is damaged.", "It is damaged."],
])(
  "a search for notes that fails is for the screen that says what can be done: %s",
  async (_, reason, message) => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    vi.spyOn(app.database.noteWords, "count").mockRejectedValue(reason);
    typeInto(useFoundNotes, "yeast");
    await waitFor(() => expect(failure).toEqual(new Error(message)));
  },
);

test("a search for notes that fails when it is no longer wanted tells nobody", async () => {
  let fail = (_reason: unknown) => {};
  vi.spyOn(app.database.noteWords, "count").mockImplementation(
    (() =>
      new Promise((_resolve, reject) => {
        fail = reject;
      })) as never,
  );
  const { type, result } = typeInto(useFoundNotes, "yeast");
  await settle();
  type("");
  fail(new Error("It is damaged."));
  await settle();
  expect(failure).toBeUndefined();
  expect(result.current).toEqual([]);
});

test("interviews, candidates and panels of a name are found, and what no longer fits goes with the letter", async () => {
  await putWholeSessions(app.database, [
    plannedInterview("a", { candidate: "Amira Haddad" }),
    plannedInterview("b", { candidate: "amira  haddad", scheduledAt: START + 1 }),
    plannedInterview("c", { candidate: "Amos Roth" }),
  ]);
  await addPanel(app.database, smallPanel, smallGuide, null);
  const { result, type } = typeInto(useNamedThings, "am");
  await waitFor(() => {
    expect(result.current.sessions.map(({ id }) => id).toSorted()).toEqual(["a", "b", "c"]);
    expect(result.current.panels.map(({ id }) => id)).toEqual([smallPanel.id]);
  });
  expect(result.current.candidates.map(({ name }) => name.toLowerCase().replaceAll(/\s+/gu, " "))).toEqual(
    expect.arrayContaining(["amira haddad", "amos roth"]),
  );
  expect(result.current.candidates).toHaveLength(2);
  type("amo");
  expect(result.current.sessions.map(({ id }) => id)).toEqual(["c"]);
  expect(result.current.panels).toEqual([]);
  type("");
  expect(result.current.sessions).toEqual([]);
  expect(result.current.candidates).toEqual([]);
});

test.each([
  ["the database’s own", new Error("It is damaged.")],
  ["no error at all", "It is damaged."],
])("a search for names that fails is for the screen that says what can be done: %s", async (_, reason) => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  vi.spyOn(app.database.sessions, "bulkGet").mockRejectedValue(reason);
  const { type } = typeInto(useNamedThings, "");
  await settle();
  expect(failure).toBeUndefined();
  type("amira");
  await waitFor(() => expect(failure).toEqual(new Error("It is damaged.")));
});

test("a search for names that fails when other letters are typed already tells nobody", async () => {
  let fail = (_reason: unknown) => {};
  vi.spyOn(app.database.sessions, "bulkGet").mockImplementation(
    (() =>
      new Promise((_resolve, reject) => {
        fail = reject;
      })) as never,
  );
  const { type, result } = typeInto(useNamedThings, "amira");
  await settle();
  type("");
  fail(new Error("It is damaged."));
  await settle();
  expect(failure).toBeUndefined();
  expect(result.current.sessions).toEqual([]);
});
