// @vitest-environment jsdom
import { act, render } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { LiveHeader } from "../../../src/features/interview/frame/LiveHeader.tsx";
import { createLateStore } from "../../../src/state/documents/lateStore.ts";
import { createLiveView, LiveViewContext } from "../../../src/state/session/liveView.ts";
import type { RunningSession, SessionState } from "../../../src/state/session/runningSession.ts";
import {
  followFrames,
  OnFrameContext,
  RunningSessionContext,
} from "../../../src/state/session/sessionContext.ts";
import type { WholeSession } from "../../../src/domain/session/wholeSession.ts";
import { liveInterview, MINUTE, START } from "../../smallInterview.ts";

/** @param now epoch ms */
function show(whole: WholeSession, now = START) {
  const store = createLateStore<SessionState>({
    whole,
    mode: "writing",
    saveState: { kind: "saved" },
    now,
    isShared: false,
  });
  const running = { store };
  const view = createLiveView();
  const { container } = render(
    <LiveViewContext value={view}>
      <RunningSessionContext value={running as unknown as RunningSession}>
        <OnFrameContext value={followFrames(running, (draw) => void requestAnimationFrame(draw))}>
          <LiveHeader actions={{} as never} float={undefined} />
        </OnFrameContext>
      </RunningSessionContext>
    </LiveViewContext>,
  );
  return { container, store, view };
}

test("a change that is being written is never called saved, also where the menu is opened and closed meanwhile", () => {
  vi.useFakeTimers();
  const { container, store, view } = show(liveInterview("a"));
  const shown = () => container.querySelector<HTMLElement>("[data-save]")!.dataset["save"];
  const save = (kind: "saving" | "saved") => act(() => store.setState({ saveState: { kind } }));
  expect(shown()).toBe("saved");
  save("saving");
  expect(shown()).toBe("saving");
  act(() => view.setState({ sheet: "menu" }));
  save("saved");
  act(() => void vi.advanceTimersByTime(100));
  // The header is drawn anew before the word would change.
  act(() => view.setState({ sheet: null }));
  act(() => void vi.advanceTimersByTime(50));
  // Another letter, whose write hangs.
  save("saving");
  act(() => void vi.advanceTimersByTime(60_000));
  expect(shown()).toBe("saving");
  vi.useRealTimers();
});

test("who is behind by hours reads hours; midnight in a call changes nothing but the minutes; a call of another day says which", () => {
  const evening = new Date(START).setHours(23, 30);
  const shownAfter = (usedMinutes: number, now = evening) => {
    const { session, ...whole } = liveInterview("a");
    const clock = { startedAt: null, elapsedBeforeMs: usedMinutes * MINUTE };
    const { container } = show({ ...whole, session: { ...session, clock } }, now);
    const pace = container.querySelector<HTMLElement>("header .figures")!;
    return [pace.textContent, "long" in pace.dataset ? "as wide as it is" : "as wide as ever"];
  };
  expect(shownAfter(0)).toEqual(["Ends 00:30 · 15 min ahead", "as wide as ever"]);
  expect(shownAfter(15, evening + 45 * MINUTE)).toEqual(["Ends 01:00 · on time", "as wide as ever"]);
  expect(shownAfter(45)).toEqual(["Ends 23:45 · 30 min behind", "as wide as ever"]);
  expect(shownAfter(500)).toEqual(["Ends 16:10 · 8 h 5 min behind", "as wide as it is"]);
  expect(shownAfter(1500)).toEqual(["Ends yesterday, 23:30 · 24 h 45 min behind", "as wide as it is"]);
});
