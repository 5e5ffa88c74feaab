import { useEffect, useRef } from "react";
import type { Question } from "../../../domain/guides/guide.ts";
import { elapsedMsOf, questionItem } from "../../../domain/session/agenda.ts";
import { msToClock } from "../../../domain/session/timer.ts";
import { useKeySettings } from "../../../state/session/keySettings.ts";
import { useLiveViewState } from "../../../state/session/liveView.ts";
import { useSessionState } from "../../../state/session/sessionContext.ts";
import { keysOf } from "../keys/liveKeys.ts";
import type { LiveActions } from "../liveActions.ts";
import styles from "./ShareScreen.module.css";

interface Props {
  readonly question: Question | undefined;
  readonly actions: LiveActions;
}

/** What the candidate may see: the question and the timer. */
export function ShareScreen({ question, actions }: Props) {
  const language = useSessionState((state) => state.whole.guide.language);
  const canWrite = useSessionState((state) => state.mode === "writing");
  const { singleKeys } = useKeySettings();
  const said = useLiveViewState((state) => state.said);
  // Of this question alone: the candidate would take any other time for its own.
  const time = useSessionState(({ whole, now }) =>
    question ? msToClock(elapsedMsOf(whole, questionItem(question.id), now)) : "",
  );
  const text = useRef<HTMLHeadingElement>(null);
  // What had the focus is gone with the rest of the screen.
  useEffect(() => text.current?.focus({ preventScroll: true }), []);
  return (
    // By arrows a question that is longer than the screen is read to its end.
    <main className={styles.share} data-shared data-own-keys>
      <h1 ref={text} tabIndex={-1} className={styles.text} dir="auto" lang={language}>
        {question?.text}
      </h1>
      <div className={styles.foot}>
        <p className={styles.time} role="timer">
          {time}
        </p>
        <p role="status" className={`soft ${styles.said}`}>
          {said}
        </p>
        <div className={styles.buttons}>
          <button type="button" disabled={!canWrite} onClick={actions.next} {...keysOf("next")}>
            Next
          </button>
          <button type="button" onClick={actions.toggleShare} {...keysOf("share")}>
            Leave screen-share mode{" "}
            <kbd className={styles.key} data-off={!(singleKeys && canWrite) || undefined} aria-hidden="true">
              H
            </kbd>
          </button>
        </div>
      </div>
    </main>
  );
}
