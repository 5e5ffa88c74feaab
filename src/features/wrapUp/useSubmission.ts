import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { submitSession } from "../../domain/session/session.ts";
import { useApp } from "../../state/app/appContext.ts";
import { useRunningSession, useSessionState } from "../../state/session/sessionContext.ts";

/** For so long a submission can be taken back. */
const TAKE_BACK_MS = 30_000;

export interface Submission {
  /** Until it locks; null where nothing is submitted. */
  readonly secondsLeft: number | null;
  readonly submit: () => void;
  readonly takeBack: () => void;
  readonly lock: () => void;
}

/**
 * A submission that can be taken back for half a minute. Until it locks the session is still being wrapped up: a scorecard
 * that is submitted never changes, nothing of the panel is open before, and nothing can have been handed out. Leaving the
 * page locks it. A tab that another one took the session over from has nothing to lock any more.
 */
export function useSubmission(): Submission {
  const { clock } = useApp();
  const running = useRunningSession();
  const canWrite = useSessionState((state) => state.mode === "writing");
  const [submittedAt, setSubmittedAt] = useState<number | null>(null);
  if (submittedAt !== null && !canWrite) setSubmittedAt(null);
  const secondsLeft = useSessionState(({ now }) =>
    // However the clock was set meanwhile, it locks.
    submittedAt === null ? null : Math.max(0, Math.ceil((TAKE_BACK_MS - Math.abs(now - submittedAt)) / 1000)),
  );
  const isPending = useRef(false);

  const lock = () => running.change(submitSession);

  useEffect(() => {
    if (secondsLeft === 0) running.change(submitSession);
  }, [secondsLeft, running]);

  useLayoutEffect(() => {
    isPending.current = submittedAt !== null;
  }, [submittedAt]);

  // Before the session is closed, which is done in an effect.
  useLayoutEffect(() => {
    const leave = () => {
      if (isPending.current) running.change(submitSession);
    };
    addEventListener("pagehide", leave);
    return () => {
      removeEventListener("pagehide", leave);
      leave();
    };
  }, [running]);

  return {
    secondsLeft,
    submit: () => setSubmittedAt(clock.now()),
    takeBack: () => setSubmittedAt(null),
    lock,
  };
}
