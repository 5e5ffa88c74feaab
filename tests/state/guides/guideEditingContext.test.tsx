// @vitest-environment jsdom
import { act, cleanup, renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Guide } from "../../../src/domain/guides/guide.ts";
import { AppContext, type AppParts } from "../../../src/state/app/appContext.ts";
import type { EditingState, GuideEditing } from "../../../src/state/guides/guideEditing.ts";
import {
  GuideEditingContext,
  useEditedGuide,
  useEditingFollower,
  useEditingState,
  useOpenGuide,
  useSettledGuide,
} from "../../../src/state/guides/guideEditingContext.ts";
import { saveGuideVersion } from "../../../src/state/guides/guides.ts";
import { createDatabase } from "../../../src/storage/database.ts";
import { hashGuide, smallGuide } from "../../smallInterview.ts";
import { createLocks } from "../fakeLocks.ts";

let app: AppParts;
let id: string;
/** How often somebody stood in line. */
let waitCount: number;
let count = 0;

beforeEach(async () => {
  Object.defineProperty(navigator, "locks", { value: createLocks(), configurable: true });
  waitCount = 0;
  // Whoever waits for a tab that goes away waits no longer than that here.
  vi.spyOn(AbortSignal, "timeout").mockImplementation(() => {
    waitCount++;
    const giveUp = new AbortController();
    setTimeout(() => giveUp.abort(), 20);
    return giveUp.signal;
  });
  app = {
    database: createDatabase(`guide editing context ${count++}`),
    clock: { now: () => 1000, monotonic: () => 10_000 },
    newId: () => `new ${count++}`,
    appName: "Test 1",
  };
  ({ id } = await saveGuideVersion(app, smallGuide, null));
});

afterEach(async () => {
  vi.useRealTimers();
  cleanup();
  // What was typed outlives its screen until it is written.
  await untilNobodyWrites();
  app.database.close();
});

const untilNobodyWrites = () =>
  vi.waitFor(async () => expect((await navigator.locks.query()).held).toEqual([]));

/** Opens a guide in a screen of its own, as another tab does. */
function openTab(guideId = id) {
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <AppContext value={app}>{children}</AppContext>
  );
  return renderHook(() => useOpenGuide(guideId, false), { wrapper });
}

type Tab = ReturnType<typeof openTab>;
const untilKind = ({ result }: Tab, kind: string) => waitFor(() => expect(result.current?.kind).toBe(kind));
const held = async () => (await navigator.locks.query()).held;
const titled = (title: string) => (guide: Guide) => ({ ...guide, title });

function takeOver({ result }: Tab): void {
  const opened = result.current;
  if (opened?.kind !== "elsewhere") throw new Error("It is not open elsewhere.");
  act(opened.takeOver);
}

async function untilOpen(tab: Tab): Promise<GuideEditing> {
  await untilKind(tab, "open");
  const opened = tab.result.current;
  if (opened?.kind !== "open") throw new Error("It is not open.");
  return opened.editing;
}

describe("opening a guide", () => {
  test("a tab that waits for another one goes on by itself when that is closed", async () => {
    const first = openTab();
    (await untilOpen(first)).change(titled("Day baker"));
    const second = openTab();
    await untilKind(second, "elsewhere");
    first.unmount();
    const { store } = await untilOpen(second);
    expect(store.getState().history.present.title).toBe("Day baker");
    second.unmount();
    await waitFor(async () => expect(await held()).toEqual([]));
  });

  test("it is open as long as its screen, and free for another tab after", async () => {
    const first = openTab();
    expect(first.result.current).toBeUndefined();
    const editing = await untilOpen(first);
    expect(editing.store.getState().history.present).toEqual(smallGuide);
    first.unmount();
    await waitFor(async () => expect(await held()).toEqual([]));
    await untilKind(openTab(), "open");
  });

  test("one that another tab edits can be taken over, with what was typed there; that tab says so then", async () => {
    const first = openTab();
    const editing = await untilOpen(first);
    const second = openTab();
    await untilKind(second, "elsewhere");
    act(() => editing.change(titled("Day baker")));
    takeOver(second);
    expect((await untilOpen(second)).store.getState().history.present.title).toBe("Day baker");
    await untilKind(first, "elsewhere");
    // To and fro.
    takeOver(first);
    await untilKind(second, "elsewhere");
    takeOver(second);
    await untilOpen(second);
  });

  test("when the tab that edits it saves a version, one that waits and one that lost it are told which", async () => {
    const first = openTab();
    (await untilOpen(first)).change(titled("Day baker"));
    const second = openTab();
    await untilKind(second, "elsewhere");
    takeOver(second);
    const editing = await untilOpen(second);
    await untilKind(first, "elsewhere");
    const third = openTab();
    await untilKind(third, "elsewhere");
    let saved: unknown;
    await act(async () => {
      saved = await editing.saveVersion();
    });
    const versionId = hashGuide({ ...smallGuide, title: "Day baker" });
    expect(saved).toEqual({ kind: "saved", id: versionId });
    for (const tab of [first, third]) {
      await untilKind(tab, "saved");
      expect(tab.result.current).toEqual({ kind: "saved", versionId });
    }
    // The one that saved it goes to the guide by itself.
    expect(second.result.current?.kind).toBe("open");
    await waitFor(async () => expect(await held()).toEqual([]));
  });

  test("one that is not there is said not to be", async () => {
    const tab = openTab("unknown");
    await untilKind(tab, "failed");
    expect(tab.result.current).toMatchObject({
      message: expect.stringContaining("guide is not on this device") as string,
    });
    expect(await held()).toEqual([]);
  });

  test("a screen that is left before the guide is open holds nothing", async () => {
    openTab().unmount();
    await waitFor(async () => expect(await held()).toHaveLength(1));
    await waitFor(async () => expect(await held()).toEqual([]));
    const first = openTab();
    await untilKind(first, "open");
    openTab().unmount();
    await waitFor(() => expect(waitCount).toBe(3));
    first.unmount();
    await waitFor(async () => expect(await held()).toEqual([]));
  });
});

describe("a screen of the editor", () => {
  async function openEditor<T>(use: () => T) {
    const editing = await untilOpen(openTab());
    let drawn = 0;
    const { result } = renderHook(
      () => {
        drawn++;
        return use();
      },
      {
        wrapper: ({ children }) => <GuideEditingContext value={editing}>{children}</GuideEditingContext>,
      },
    );
    return { editing, result, drawnCount: () => drawn };
  }

  test("is drawn when what it shows changes, and not for other keys", async () => {
    const { editing, result, drawnCount } = await openEditor(() => ({
      ...useEditedGuide(({ title }) => ({ title })),
      place: useEditingState(({ place }) => place),
    }));
    const before = drawnCount();
    act(() => editing.change((guide) => ({ ...guide, introduction: "Otherwise." })));
    expect(drawnCount()).toBe(before);
    act(() => editing.change(titled("Day baker")));
    act(() => editing.show({ part: "scale" }));
    expect(result.current).toEqual({ title: "Day baker", place: { part: "scale" } });
  });

  test("that follows each key by hand is told of the first state and of each that comes", async () => {
    const titles: string[] = [];
    const follow = ({ history }: EditingState) => void titles.push(history.present.title);
    const { editing, drawnCount } = await openEditor(() => useEditingFollower(follow));
    act(() => editing.change(titled("Day baker")));
    expect([titles, drawnCount()]).toEqual([["Night baker", "Day baker"], 1]);
  });

  test("that looks the whole guide over does so once nothing was typed for a moment", async () => {
    const { editing, result } = await openEditor(() => useSettledGuide());
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    act(() => editing.change(titled("Day")));
    act(() => void vi.advanceTimersByTime(300));
    act(() => editing.change(titled("Day baker")));
    act(() => void vi.advanceTimersByTime(300));
    // Another part on the screen is no change of the guide.
    act(() => editing.show({ part: "scale" }));
    expect(result.current.title).toBe("Night baker");
    act(() => void vi.advanceTimersByTime(150));
    expect(result.current.title).toBe("Day baker");
  });
});
