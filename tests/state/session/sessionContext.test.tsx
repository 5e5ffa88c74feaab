// @vitest-environment jsdom
import { act, renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { summarise } from "../../../src/domain/session/wholeSession.ts";
import { AppContext, type AppParts } from "../../../src/state/app/appContext.ts";
import type { RunningSession, SessionState } from "../../../src/state/session/runningSession.ts";
import {
  RunningSessionContext,
  useOpenSession,
  followFrames,
  OnFrameContext,
  useSessionFigures,
  useSessionState,
  useSessionText,
} from "../../../src/state/session/sessionContext.ts";
import { createDatabase } from "../../../src/storage/database.ts";
import { putWholeSessions } from "../../../src/storage/session/sessions.ts";
import { liveInterview, START } from "../../smallInterview.ts";
import { createLocks } from "../fakeLocks.ts";
import { Boundary } from "../boundary.tsx";

let app: AppParts;
let count = 0;
let failure: unknown;
const noteFailure = (error: unknown) => (failure = error);

beforeEach(async () => {
  Object.defineProperty(navigator, "locks", { value: createLocks(), configurable: true });
  failure = null;
  app = {
    database: createDatabase(`session context ${count++}`),
    clock: { now: () => START, monotonic: () => 0 },
    newId: () => `id ${count++}`,
    appName: "Test 1",
  };
  await putWholeSessions(app.database, [liveInterview("a")]);
});

afterEach(async () => {
  await untilNobodyWrites();
  app.database.close();
});

const held = async () => (await navigator.locks.query()).held;
const untilNobodyWrites = () => waitFor(async () => expect(await held()).toEqual([]));

function openScreen(id = "a") {
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <AppContext value={app}>
      <Boundary onFailure={noteFailure}>{children}</Boundary>
    </AppContext>
  );
  return renderHook(() => useOpenSession(id), { wrapper });
}

async function untilOpen({ result }: ReturnType<typeof openScreen>): Promise<RunningSession> {
  await waitFor(() => expect(result.current?.store.getState().mode).toBe("writing"));
  return result.current!;
}

describe("opening an interview", () => {
  test("it is open as long as its screen, and free for another tab after", async () => {
    const screen = openScreen();
    expect(screen.result.current).toBeUndefined();
    const running = await untilOpen(screen);
    expect(running.store.getState().whole.session.id).toBe("a");
    screen.unmount();
    await untilNobodyWrites();
    const again = openScreen();
    await untilOpen(again);
    again.unmount();
  });

  test("there is none of an id that nothing is stored under", async () => {
    const { result } = openScreen("unknown");
    await waitFor(() => expect(result.current).toBeNull());
  });

  test("a screen that is left before it is open holds nothing", async () => {
    openScreen().unmount();
    await waitFor(async () => expect(await held()).toHaveLength(1));
    await untilNobodyWrites();
  });

  test("where the database can’t be read, the screen for that takes over, and nothing is held", async () => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    app.database.close();
    openScreen();
    await waitFor(() => expect(failure).toMatchObject({ name: "DatabaseClosedError" }));
    expect(await held()).toEqual([]);
  });
});

describe("a screen of the interview", () => {
  async function openPart<T>(use: () => T) {
    const screen = openScreen();
    const running = await untilOpen(screen);
    let drawn = 0;
    const onFrame = followFrames(running, (draw) => void requestAnimationFrame(draw));
    const part = renderHook(
      () => {
        drawn++;
        return use();
      },
      {
        wrapper: ({ children }) => (
          <RunningSessionContext value={running}>
            <OnFrameContext value={onFrame}>{children}</OnFrameContext>
          </RunningSessionContext>
        ),
      },
    );
    return { ...part, running, drawnCount: () => drawn, screen };
  }

  const note = (running: RunningSession, text: string) =>
    act(() => running.change((whole, now) => summarise(whole, text, now)));

  test("is drawn when what it shows changes, and not for other keys", async () => {
    const { running, result, drawnCount, screen } = await openPart(() =>
      useSessionState(({ whole }) => whole.session.candidate),
    );
    note(running, "Found the cause.");
    expect([result.current, drawnCount()]).toEqual(["Amira Haddad", 1]);
    act(() =>
      running.change((whole) => ({ ...whole, session: { ...whole.session, candidate: "Eva Lund" } })),
    );
    expect(result.current).toBe("Eva Lund");
    screen.unmount();
  });

  test("of figures is drawn with the next frame, once for all keys before it", async () => {
    const { running, result, drawnCount, screen } = await openPart(() =>
      useSessionFigures(({ whole }) => ({ length: whole.session.summary.length })),
    );
    for (const text of ["F", "Fo", "Fou"]) note(running, text);
    await waitFor(() => expect(result.current).toEqual({ length: 3 }));
    expect(drawnCount()).toBe(2);
    screen.unmount();
  });

  test("that follows by hand is told of the first state and of each frame, until it is gone", async () => {
    const seen: string[] = [];
    const summary = ({ whole }: SessionState) => whole.session.summary;
    const { running, result, screen } = await openPart(() => useSessionText(summary));
    const stop = result.current((text) => void seen.push(text));
    for (const text of ["F", "Fo"]) note(running, text);
    await waitFor(() => expect(seen).toEqual(["", "Fo"]));
    stop();
    note(running, "Fou");
    await new Promise((resolve) => {
      requestAnimationFrame(resolve);
    });
    expect(seen).toEqual(["", "Fo"]);
    screen.unmount();
  });
});
