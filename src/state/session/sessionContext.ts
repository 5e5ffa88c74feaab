import { createContext, useCallback, useContext, useEffect, useState, useSyncExternalStore } from "react";
import { useStore } from "zustand";
import { useShallow } from "zustand/react/shallow";
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
      (reason: unknown) => setError(reason instanceof Error ? reason : new Error(String(reason))),
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

/** @returns what the selector makes of the running session, again with the frame in which one of its fields reads otherwise */
export function useSessionFigures<T extends object>(selector: (state: SessionState) => T): T {
  const { store, onFrame } = useRunningSession();
  const pick = useShallow(selector);
  return useSyncExternalStore(onFrame, () => pick(store.getState()));
}

/**
 * A text of the running session for a field that follows it by hand: it changes on every key, which then costs no
 * drawing by React.
 *
 * @param pick the same function as long as it is about the same text
 * @returns what tells of the present text, then of that of each frame with a new state, until it is told to stop
 */
export function useSessionText(
  pick: (state: SessionState) => string,
): (show: (text: string) => void) => () => void {
  const { store, onFrame } = useRunningSession();
  return useCallback(
    (show) => {
      const draw = () => show(pick(store.getState()));
      draw();
      return onFrame(draw);
    },
    [store, onFrame, pick],
  );
}
