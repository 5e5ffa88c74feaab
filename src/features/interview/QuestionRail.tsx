import { useEffect, useMemo, useRef } from "react";
import { progressOf, type Progress } from "../../domain/session/answer.ts";
import type { Question } from "../../domain/guides/guide.ts";
import { plannedMs, questionsOf, sessionElapsedMs } from "../../domain/session/session.ts";
import { elapsedMs, msToClock, newTimer, paceOf } from "../../domain/session/timer.ts";
import type { SessionState } from "../../state/session/runningSession.ts";
import { useSessionFigures, useSessionState } from "../../state/session/sessionContext.ts";
import { minutesToText } from "../../ui/words/dates.ts";
import styles from "./QuestionRail.module.css";

interface Props {
  readonly onGo: (questionId: string) => void;
  readonly onAdd: () => void;
}

/** All questions of the session, with each one's time and progress. */
export function QuestionRail({ onGo, onAdd }: Props) {
  const session = useSessionState((state) => state.whole.session);
  const guide = useSessionState((state) => state.whole.guide);
  const used = useSessionState((state) => msToClock(sessionElapsedMs(state.whole.session, state.now)));
  const pace = useSessionState((state) =>
    paceOf(sessionElapsedMs(state.whole.session, state.now), state.whole.session.slotMinutes * 60_000),
  );
  return (
    <div className={styles.rail}>
      <h2 className={`heading ${styles.heading}`}>Questions</h2>
      <p className={`small soft figures ${styles.clock}`} data-pace={pace}>
        {used} of {session.slotMinutes}:00
      </p>
      <ol className={styles.list}>
        {questionsOf({ session, guide }).map((question, index) => (
          <li key={question.id}>
            <RailEntry
              question={question}
              position={index + 1}
              isCurrent={question.id === session.currentQuestionId}
              onGo={() => onGo(question.id)}
            />
          </li>
        ))}
      </ol>
      <button type="button" className={`plain ${styles.add}`} onClick={onAdd}>
        + Add a question
      </button>
    </div>
  );
}

interface Figures extends Progress {
  readonly plannedMinutes: number;
  /** Null before the question's timer ran. */
  readonly used: string | null;
}

/** @returns a selector that works the figures out anew only where what they come from has changed */
function figuresOf(question: Question): (state: SessionState) => Figures {
  let seen: SessionState | null = null;
  let figures: Figures | null = null;
  return (state) => {
    const { session, answers } = state.whole;
    const answer = answers[question.id];
    const isSame =
      seen?.now === state.now && seen.whole.session === session && seen.whole.answers[question.id] === answer;
    seen = state;
    if (figures && isSame) return figures;
    const usedMs = elapsedMs(answer?.timer ?? newTimer, state.now);
    figures = {
      ...progressOf(question, answer),
      plannedMinutes: plannedMs(session, question, answer?.addedMinutes) / 60_000,
      used: usedMs > 0 ? msToClock(usedMs) : null,
    };
    return figures;
  };
}

interface EntryProps {
  readonly question: Question;
  readonly position: number;
  readonly isCurrent: boolean;
  readonly onGo: () => void;
}

function RailEntry({ question, position, isCurrent, onGo }: EntryProps) {
  const figures = useMemo(() => figuresOf(question), [question]);
  const { plannedMinutes, used, covered, rated, total } = useSessionFigures(figures);
  const entry = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isCurrent) entry.current?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [isCurrent]);
  return (
    <button
      type="button"
      className={`plain ${styles.entry}`}
      ref={entry}
      aria-current={isCurrent ? "step" : undefined}
      onClick={onGo}
    >
      <span className={styles.position}>{total > 0 && rated === total ? "✓" : position}</span>
      <span dir="auto">{question.title}</span>
      <small className="figures">
        {used === null
          ? minutesToText(plannedMinutes)
          : `${used} · ${progressToText({ covered, rated, total })}`}
      </small>
      <progress className={styles.bar} max={total} value={covered} aria-label="Areas covered" />
    </button>
  );
}

function progressToText({ covered, rated, total }: Progress): string {
  if (rated === total) return `${rated} of ${total} rated`;
  return rated === 0 ? `${covered} of ${total} covered` : `${covered} covered, ${rated} rated`;
}
