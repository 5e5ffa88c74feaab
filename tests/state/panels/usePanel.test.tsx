// @vitest-environment jsdom
import { act, renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { agree, startDebrief } from "../../../src/domain/panels/debrief.ts";
import type { Panel } from "../../../src/domain/panels/panel.ts";
import { encodeSessionFile } from "../../../src/interchange/formats/sessionFile.ts";
import { AppContext, type AppParts } from "../../../src/state/app/appContext.ts";
import { removePanel, savePanel, usePanel } from "../../../src/state/panels/panels.ts";
import { addScorecardFiles } from "../../../src/state/panels/scorecardIntake.ts";
import { createDatabase } from "../../../src/storage/database.ts";
import { dropLeftBehind, isLeftBehind, leaveBehind } from "../../../src/storage/leftBehind.ts";
import { noteInvited } from "../../../src/state/panels/invitations.ts";
import { addPanel } from "../../../src/storage/panels/panels.ts";
import { putWholeSessions } from "../../../src/storage/session/sessions.ts";
import { liveInterview, smallGuide, START } from "../../smallInterview.ts";
import { smallPanel, smallScorecard } from "../../smallPanel.ts";

let app: AppParts;
let count = 0;
const panel: Panel = { ...smallPanel, publicKey: null };

beforeEach(async () => {
  let now = START;
  app = {
    database: createDatabase(`usePanel ${count++}`),
    clock: { now: () => now++, monotonic: () => 0 },
    newId: () => `id${count++}`,
    appName: "Test 1",
  };
  await addPanel(app.database, panel, smallGuide, null);
});

afterEach(() => app.database.close());

function watch() {
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <AppContext value={app}>{children}</AppContext>
  );
  return renderHook(() => usePanel(panel.id), { wrapper }).result;
}

async function drop(name: string): Promise<void> {
  const { first } = smallScorecard(name, { "failed.cause": 4 });
  await addScorecardFiles(app, panel.id, [new File([encodeSessionFile(first, START, "Test 1")], name)], {
    onProgress: () => {},
    signal: new AbortController().signal,
  });
}

const start = (before: Panel): Panel => ({ ...before, debrief: startDebrief(before.debrief, START) });
const note = (before: Panel): Panel => ({
  ...before,
  debrief: agree(before.debrief, "failed.cause", { note: "Talked." }),
});

test("a key in a note of the debrief reads the panel alone again; a scorecard that comes in is read", async () => {
  await drop("noor");
  const view = watch();
  await waitFor(() => expect(view.current?.attendance).toHaveLength(1));
  await act(() => savePanel(app, panel.id, start));
  await waitFor(() => expect(view.current?.panel.debrief.startedAt).toBe(START));
  const before = view.current!;
  const readRows = vi.spyOn(app.database.sealedScorecards, "where");

  await act(() => savePanel(app, panel.id, note));
  await waitFor(() =>
    expect(view.current?.panel.debrief.agreedByAreaId).toEqual({
      "failed.cause": { rating: null, note: "Talked." },
    }),
  );
  expect(readRows).not.toHaveBeenCalled();
  // What the areas are compared by is the same object, so they are not compared again.
  expect(view.current?.unseal).toBe(before.unseal);
  expect(view.current?.panel.interviewers).toBe(before.panel.interviewers);

  await act(() => drop("ben"));
  await waitFor(() => expect(view.current?.attendance).toHaveLength(2));
  expect(view.current?.unseal).not.toBe(before.unseal);
  expect(await view.current?.unseal()).toHaveLength(2);
});

test("a session with the candidate that is begun meanwhile shuts the panel, and nothing is opened", async () => {
  await drop("noor");
  const view = watch();
  await waitFor(() => expect(view.current?.shutReason).toBeNull());
  const { session, ...rest } = liveInterview("open");
  await act(() =>
    putWholeSessions(app.database, [{ ...rest, session: { ...session, candidate: panel.candidate } }]),
  );
  await waitFor(() => expect(view.current?.shutReason).toMatchObject({ kind: "openSession" }));
  await expect(view.current?.unseal()).rejects.toThrow("closed");
});

test("what a closed tab left in the debrief is there from the first moment, also where another tab writes it just then", async () => {
  await drop("noor");
  await savePanel(app, panel.id, start);
  const parts = [{ key: "agreed a", areaId: "a", agreed: { rating: null, note: "Salt." } }];
  leaveBehind(app.database, { kind: "debrief", panelId: panel.id, parts, at: START });
  const { panels } = app.database;
  const get = panels.get.bind(panels) as (id: string) => Promise<Panel | undefined>;
  // Between the reading and the screen the other tab has written it, and takes it away.
  vi.spyOn(panels, "get").mockImplementationOnce((async (id: string) => {
    const read = await get(id);
    dropLeftBehind({ kind: "debrief", id });
    return read;
  }) as never);
  const view = watch();
  await waitFor(() => expect(view.current).toBeDefined());
  expect(isLeftBehind({ kind: "debrief", id: panel.id })).toBe(false);
  expect(view.current).toMatchObject({ left: parts, panel: { debrief: { agreedByAreaId: {} } } });
});

test("a panel that is deleted is gone from the screen", async () => {
  const view = watch();
  await waitFor(() => expect(view.current?.panel.id).toBe(panel.id));
  await act(() => removePanel(app, panel.id));
  await waitFor(() => expect(view.current).toBeNull());
});

test("whose seat it is is settled once an invitation went out, somebody says there is an interview in it, or a scorecard of it is in", async () => {
  const view = watch();
  await waitFor(() => expect(view.current?.settled.namedIds).toEqual(new Set()));
  await act(() => noteInvited(app, "Invitation link", panel.id, "eva"));
  await waitFor(() => expect(view.current?.settled.namedIds).toEqual(new Set(["eva"])));
  const news = {
    number: 1,
    status: "planned",
    scheduledAt: START,
    startedAt: null,
    submittedAt: null,
  } as const;
  const link = { panelId: panel.id, seat: "ben", side: "lead", jwt: "", seed: "", news } as const;
  await act(() => app.database.teamLinks.put(link));
  await waitFor(() => expect(view.current?.settled.namedIds).toEqual(new Set(["eva", "ben"])));
  await act(() => drop("noor"));
  await waitFor(() => expect(view.current?.settled.namedIds).toEqual(new Set(["eva", "ben", "noor"])));
});
