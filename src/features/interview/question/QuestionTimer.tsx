import type { Question } from "../../../domain/guides/guide.ts";
import { pauseItem, questionItem, startItem } from "../../../domain/session/agenda.ts";
import { takeOffGap } from "../../../domain/session/clockGaps.ts";
import { changeAnswer, plannedMs } from "../../../domain/session/session.ts";
import { elapsedMs, isRunning, msToClock, newTimer, paceOf } from "../../../domain/session/timer.ts";
import { useRunningSession, useSessionState } from "../../../state/session/sessionContext.ts";
import styles from "./QuestionTimer.module.css";

const ADDED_MINUTES = 2;

/** The soft timer of one question: it colours and counts over, and never moves on by itself. */
export function QuestionTimer({ question }: { readonly question: Question }) {
  const running = useRunningSession();
  const session = useSessionState((state) => state.whole.session);
  const timer = useSessionState((state) => state.whole.answers[question.id]?.timer ?? newTimer);
  const addedMinutes = useSessionState((state) => state.whole.answers[question.id]?.addedMinutes ?? 0);
  const gaps = useSessionState((state) => state.whole.answers[question.id]?.gaps);
  // Whole seconds, so that it is drawn again only when it reads otherwise.
  const elapsed = useSessionState(({ now }) => Math.floor(elapsedMs(timer, now) / 1000) * 1000);
  const planned = plannedMs(session, question, addedMinutes);
  const isOn = isRunning(timer);
  const leftMs = planned - elapsed;

  return (
    <section
      className={styles.timer}
      aria-label="Time for this question"
      data-pace={paceOf(elapsed, planned)}
    >
      <h2 className={`heading ${styles.heading}`}>This question</h2>
      <p className={styles.clock} role="timer">
        {msToClock(elapsed)}
      </p>
      <progress
        className={styles.bar}
        max={planned}
        value={Math.min(elapsed, planned)}
        aria-label="Time used"
      />
      <p className={`soft figures ${styles.left}`}>
        {leftMs >= 0
          ? `${msToClock(leftMs)} left of ${msToClock(planned)}`
          : `${msToClock(-leftMs)} over ${msToClock(planned)}`}
      </p>
      <div className={styles.buttons}>
        <button
          type="button"
          className={isOn ? "" : "primary"}
          onClick={() =>
            running.change((whole, now) =>
              (isOn ? pauseItem : startItem)(whole, questionItem(question.id), now),
            )
          }
        >
          {isOn ? "Pause" : elapsed > 0 ? "Resume" : "Start timer"}
        </button>
        <button
          type="button"
          onClick={() =>
            running.change((whole, now) =>
              changeAnswer(
                whole,
                question.id,
                (before) => ({ ...before, addedMinutes: before.addedMinutes + ADDED_MINUTES }),
                now,
              ),
            )
          }
        >
          +{ADDED_MINUTES} min
        </button>
      </div>
      {gaps?.map((gap) => (
        <p key={gap.at} className={`small ${styles.gap}`}>
          {gap.gapMs < 0
            ? `The clock was set back by ${msToClock(-gap.gapMs)}. The timer went on without it.`
            : gap.takenOff
              ? `${msToClock(gap.gapMs)} was taken off.`
              : `The computer slept, the page was closed, or the clock changed: ${msToClock(gap.gapMs)} of this time.`}
          {gap.gapMs > 0 && !gap.takenOff && (
            <button
              type="button"
              onClick={() =>
                running.change((whole, now) => takeOffGap(whole, questionItem(question.id), gap.at, now))
              }
            >
              Take it off
            </button>
          )}
        </p>
      ))}
    </section>
  );
}
