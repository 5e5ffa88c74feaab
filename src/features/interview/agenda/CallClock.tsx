import type { Question } from "../../../domain/guides/guide.ts";
import {
  clockOf,
  elapsedMsOf,
  isSameItem,
  plannedMsOf,
  questionItem,
  runningItem,
} from "../../../domain/session/agenda.ts";
import { isRunning, msToClock, paceOf } from "../../../domain/session/timer.ts";
import { useRunningSession, useSessionState } from "../../../state/session/sessionContext.ts";
import { keysOf } from "../keys/liveKeys.ts";
import { itemToTitle, type LiveActions } from "../liveActions.ts";
import styles from "./CallClock.module.css";

interface Props {
  readonly question: Question;
  readonly actions: LiveActions;
}

/**
 * The clock that runs, whatever is on the screen: the soft one of a question or another part of the call. It colours and
 * counts over, and never goes on by itself. Where none runs, that of the question on the screen.
 */
export function CallClock({ question, actions }: Props) {
  const { store } = useRunningSession();
  const runningId = useSessionState(({ whole }) => runningItem(whole)?.id ?? null);
  const shown = questionItem(question.id);
  const running = runningId === null ? null : runningItem(store.getState().whole);
  const item = running ?? shown;
  const isShown = isSameItem(item, shown);
  const isQuestion = item.kind === "question";
  const isAhead = useSessionState(
    ({ whole: { session } }) =>
      session.questionIds.indexOf(question.id) > session.questionIds.indexOf(item.id),
  );
  // Whole seconds, so that it is drawn again only when it reads otherwise.
  const elapsed = useSessionState(({ whole, now }) => wholeSeconds(elapsedMsOf(whole, item, now)));
  const planned = useSessionState(({ whole }) => plannedMsOf(whole, item));
  const isLonger = useSessionState(({ whole }) => (whole.answers[item.id]?.addedMinutes ?? 0) > 0);
  const title = useSessionState(({ whole }) => itemToTitle(whole, item));
  const isOn = useSessionState(({ whole }) => isRunning(clockOf(whole, item).timer));
  const leftMs = planned - elapsed;
  const words = isOn ? "Pause" : elapsed > 0 ? "Resume" : "Start clock";
  return (
    // No paragraphs: whoever sets more space between these would push the clock out of its bar.
    <section className={styles.clock} aria-label="Clock" data-pace={paceOf(elapsed, planned)}>
      <h2 className={`heading ${styles.heading}`} dir="auto">
        {isShown ? "This question" : title}
      </h2>
      <div className={styles.time}>
        <bdi>
          <span role="timer">{msToClock(elapsed)}</span>
          <span className={styles.planned}> of {Math.round(planned / 60_000)}</span>
        </bdi>
      </div>
      <progress
        className={styles.bar}
        max={planned}
        value={Math.min(elapsed, planned)}
        aria-label="Time used"
      />
      <div className={`soft figures ${styles.left}`}>
        <bdi>
          {leftMs >= 0
            ? `${msToClock(leftMs)} left of ${msToClock(planned)}`
            : `${msToClock(-leftMs)} over ${msToClock(planned)}`}
        </bdi>
      </div>
      <div className={styles.buttons}>
        <button
          type="button"
          className={`${styles.pause} ${isOn ? "" : "primary"}`}
          onClick={isShown ? actions.toggleClock : actions.pauseRunning}
          {...keysOf(isShown ? "clock" : "pause")}
        >
          <span key={`${words}, ${isShown}`} className={styles.words}>
            {words} <kbd aria-hidden="true">{isShown ? "T" : "⇧T"}</kbd>
          </span>
          <span key={`sign ${words}`} className={styles.sign} aria-hidden="true">
            {isOn ? "❚❚" : "▶"}
          </span>
        </button>
        <button
          type="button"
          disabled={!isQuestion}
          onClick={() => actions.addMinutes(2)}
          {...keysOf("minutes", 0)}
        >
          <bdi>+2 min</bdi>
        </button>
        <button
          type="button"
          className={styles.less}
          disabled={!isQuestion}
          aria-disabled={!isLonger}
          onClick={() => actions.addMinutes(-2)}
          {...keysOf("minutes", 1)}
        >
          <bdi>−2 min</bdi>
        </button>
      </div>
      <div className={styles.other}>
        {!isShown && (
          <OtherClock
            question={question}
            looking={isQuestion ? (isAhead ? "Looking ahead" : "Looking back") : null}
            actions={actions}
          />
        )}
      </div>
    </section>
  );
}

interface OtherProps extends Props {
  /** From the question that is asked; null where none is. */
  readonly looking: "Looking ahead" | "Looking back" | null;
}

/** The time of the question on the screen while another clock runs, and the way back. */
function OtherClock({ question, looking, actions }: OtherProps) {
  const item = questionItem(question.id);
  const elapsed = useSessionState(({ whole, now }) => wholeSeconds(elapsedMsOf(whole, item, now)));
  const planned = useSessionState(({ whole }) => plannedMsOf(whole, item));
  return (
    <>
      <div className={styles.otherTime} data-looking={looking !== null || undefined}>
        <span>{looking ?? "This question"}:</span>{" "}
        <bdi>
          {msToClock(elapsed)}
          <span className={styles.otherPlanned}> of {msToClock(planned)}</span>
        </bdi>
      </div>
      <div className={styles.ways}>
        {looking !== null && (
          <button type="button" onClick={actions.backToRunning} {...keysOf("back")}>
            Go back <kbd aria-hidden="true">B</kbd>
          </button>
        )}
        <button type="button" onClick={actions.toggleClock} {...keysOf("clock")}>
          Start this clock <kbd aria-hidden="true">T</kbd>
        </button>
      </div>
    </>
  );
}

function wholeSeconds(ms: number): number {
  return Math.floor(ms / 1000) * 1000;
}
