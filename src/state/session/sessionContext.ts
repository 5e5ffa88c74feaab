import { createContext, useCallback, useContext, useEffect, useState, useSyncExternalStore } from "react";
import { useStore } from "zustand";
import { useShallow } from "zustand/react/shallow";
import { toError } from "../../domain/text/errorText.ts";
import { useApp } from "../app/appContext.ts";
import { openSession, type RunningSession, type SessionState } from "./runningSession.ts";

/** @returns the session opened for this screen, and closed with it; null where there is none, undefined until it is open */
export function useOpenSession(id: string): RunningSession | null | undefined {
  const app = useApp();
  const [running, setRunning] = useState<RunningSession | null>();
  const [error, setError] = useState<Error>();
  useEffect(() => {
    let isLeft = false;
    let opened: RunningSession | undefined;
    openSession(app, id).then(
      (session) => {
        opened = session;
        if (isLeft) session?.close();
        else setRunning(session ?? null);
      },
      (reason: unknown) => setError(toError(reason)),
    );
    return () => {
      isLeft = true;
      opened?.close();
      setRunning(undefined);
    };
  }, [app, id]);
  // For the screen that says what can be done.
  if (error) throw error;
  return running;
}

export const RunningSessionContext = createContext<RunningSession | null>(null);

/** @throws outside the provider */
export function useRunningSession(): RunningSession {
  const running = useContext(RunningSessionContext);
  if (!running) throw new Error("useRunningSession needs the RunningSessionContext around it");
  return running;
}

/** @returns what the selector picks from the running session, again whenever that changes */
export function useSessionState<T>(selector: (state: SessionState) => T): T {
  return useStore(useRunningSession().store, selector);
}

/** @returns whether all is saved, without the moment that other words of a letter may take */
export function useSaveKind(): SessionState["saveState"]["kind"] {
  const { store } = useRunningSession();
  return useSyncExternalStore(store.subscribeNow, () => store.getState().saveState.kind);
}

/**
 * Tells of changes once a frame, before it is drawn: for what is worked out from the answers and the clocks.
 *
 * @returns ends it
 */
export type OnFrame = (draw: () => void) => () => void;

/**
 * @param store of the session as the window has it
 * @param nextFrame calls back with the next frame of the window that the screen is in, also where the page itself lies
 *   behind another one and draws none
 */
export function followFrames(
  { store }: Pick<RunningSession, "store">,
  nextFrame: (draw: () => void) => void,
): OnFrame {
  const drawers = new Set<() => void>();
  let drawn = store.getState();
  let isWaiting = false;
  let unfollow: (() => void) | null = null;
  const drawAll = () => {
    isWaiting = false;
    drawn = store.getState();
    for (const draw of drawers) draw();
  };
  const onState = ({ whole, now }: SessionState) => {
    if (isWaiting || (whole === drawn.whole && now === drawn.now)) return;
    isWaiting = true;
    nextFrame(drawAll);
  };
  return (draw) => {
    drawers.add(draw);
    unfollow ??= store.subscribe(onState);
    return () => {
      drawers.delete(draw);
      if (drawers.size > 0) return;
      unfollow?.();
      unfollow = null;
    };
  };
}

export const OnFrameContext = createContext<OnFrame | null>(null);

/** @throws outside the provider */
function useOnFrame(): OnFrame {
  const onFrame = useContext(OnFrameContext);
  if (!onFrame) throw new Error("This needs the OnFrameContext around it");
  return onFrame;
}

/** @returns what the selector makes of the running session, again with the next frame once it is told that one of its fields reads otherwise */
export function useSessionFigures<T extends object>(selector: (state: SessionState) => T): T {
  const { store } = useRunningSession();
  const pick = useShallow(selector);
  return useSyncExternalStore(useOnFrame(), () => pick(store.getState()));
}

/**
 * A text of the running session for a field that follows it by hand: it changes on every key, which then costs no
 * drawing by React.
 *
 * @param pick the same function as long as it is about the same text
 * @returns what tells of the present text, then of that of the next frame after each change that is told, until it is told to stop
 */
export function useSessionText(
  pick: (state: SessionState) => string,
): (show: (text: string) => void) => () => void {
  const { store } = useRunningSession();
  const onFrame = useOnFrame();
  return useCallback(
    (show) => {
      const draw = () => show(pick(store.getState()));
      draw();
      return onFrame(draw);
    },
    [store, onFrame, pick],
  );
}
