import { useLayoutEffect } from "react";
import {
  lockSubmission,
  submitsInMs,
  submitSoon,
  takeBackSubmission,
} from "../../domain/session/wholeSession.ts";
import { useRunningSession, useSessionState } from "../../state/session/sessionContext.ts";
import { forgetTabDraftsOf } from "../../ui/page/tabDraft.ts";

export interface Submission {
  /** Until it locks; null where nothing is submitted. */
  readonly secondsLeft: number | null;
  readonly submit: () => void;
  readonly takeBack: () => void;
  readonly lock: () => void;
}

/**
 * A submission that can be taken back for half a minute, as it is on the disk: it outlives this tab, and another one that
 * takes the session over goes on with it. Leaving the page locks it at once, where the browser says that it is left.
 */
export function useSubmission(): Submission {
  const running = useRunningSession();
  const secondsLeft = useSessionState(({ whole, now, mode, saveState }) => {
    // What was lost to another tab before it was written is on this screen alone.
    const isKept = mode === "writing" || saveState.kind === "saved";
    const left = isKept ? submitsInMs(whole.session, now) : null;
    return left === null ? null : Math.ceil(left / 1000);
  });

  // Before the session is closed, which is done in an effect.
  useLayoutEffect(() => {
    const leave = () => running.change(lockSubmission);
    addEventListener("pagehide", leave);
    return () => {
      removeEventListener("pagehide", leave);
      leave();
    };
  }, [running]);

  return {
    secondsLeft,
    submit: () => {
      running.change(submitSoon);
      // A question that was never asked.
      const { id } = running.store.getState().whole.session;
      forgetTabDraftsOf(id);
    },
    takeBack: () => running.change(takeBackSubmission),
    lock: () => running.change(lockSubmission),
  };
}
