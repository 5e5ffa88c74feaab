import { memo, useEffect, useMemo, useRef } from "react";
import { progressOf, type Progress } from "../../../domain/session/answer.ts";
import type { Question } from "../../../domain/guides/guide.ts";
import {
  agendaOf,
  clockOf,
  elapsedMsOf,
  plannedMsOf,
  questionItem,
  type AgendaItem,
  type SegmentId,
} from "../../../domain/session/agenda.ts";
import { segmentWords } from "../../../domain/session/segment.ts";
import { questionById, questionsOf } from "../../../domain/session/wholeSession.ts";
import { isRunning, msToClock } from "../../../domain/session/timer.ts";
import type { SessionState } from "../../../state/session/runningSession.ts";
import { useSessionFigures, useSessionState } from "../../../state/session/sessionContext.ts";
import { minutesToText } from "../../../ui/words/dates.ts";
import { keysOf } from "../keys/liveKeys.ts";
import type { LiveActions } from "../liveActions.ts";
import { bringInto } from "../bringInto.ts";
import styles from "./AgendaRail.module.css";

/** What the call goes through, with each part's time, and each question's progress. */
export function AgendaRail({ actions }: { readonly actions: LiveActions }) {
  const session = useSessionState((state) => state.whole.session);
  const guide = useSessionState((state) => state.whole.guide);
  const asked = { session, guide };
  const questions = questionsOf(asked);
  return (
    <div className={styles.rail}>
      <h2 className={`heading ${styles.heading}`}>Agenda</h2>
      <ol className={styles.list}>
        {agendaOf(asked).map((item) => {
          if (item.kind === "segment") {
            return (
              <li key={item.id} className={styles.segmentItem}>
                <SegmentEntry id={item.id} actions={actions} />
              </li>
            );
          }
          const question = questionById(asked, item.id);
          const index = questions.findIndex(({ id }) => id === item.id);
          return (
            question && (
              <li key={item.id}>
                <QuestionEntry
                  question={question}
                  index={index}
                  isShown={question.id === session.currentQuestionId}
                  actions={actions}
                />
              </li>
            )
          );
        })}
      </ol>
      <button type="button" className={`plain ${styles.add}`} onClick={actions.openAdding} {...keysOf("add")}>
        + <span className={styles.addWords}>Add a question</span>
      </button>
    </div>
  );
}

interface Time {
  readonly plannedMinutes: number;
  /** Null before the clock ran. */
  readonly used: string | null;
  readonly isOn: boolean;
}

function timeOf({ whole, now }: SessionState, item: AgendaItem): Time {
  const usedMs = elapsedMsOf(whole, item, now);
  const isOn = isRunning(clockOf(whole, item).timer);
  return {
    plannedMinutes: plannedMsOf(whole, item) / 60_000,
    used: usedMs > 0 || isOn ? msToClock(usedMs) : null,
    isOn,
  };
}

/** @returns a selector that works the figures out anew only where what they come from has changed */
function figuresOf(question: Question): (state: SessionState) => Time & Progress {
  const item = questionItem(question.id);
  let seen: SessionState | null = null;
  let figures: (Time & Progress) | null = null;
  return (state) => {
    const { session, answers } = state.whole;
    const answer = answers[question.id];
    const isSame =
      seen?.now === state.now && seen.whole.session === session && seen.whole.answers[question.id] === answer;
    seen = state;
    if (figures && isSame) return figures;
    figures = { ...progressOf(question, answer), ...timeOf(state, item) };
    return figures;
  };
}

interface QuestionProps {
  readonly question: Question;
  /** Among the questions. */
  readonly index: number;
  readonly isShown: boolean;
  readonly actions: LiveActions;
}

/** Drawn again only where it reads otherwise: with another question on the screen, two of them do. */
const QuestionEntry = memo(function QuestionEntry({ question, index, isShown, actions }: QuestionProps) {
  const figures = useMemo(() => figuresOf(question), [question]);
  const { plannedMinutes, used, isOn, covered, rated, total } = useSessionFigures(figures);
  const entry = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const { current } = entry;
    const view = current?.ownerDocument.defaultView;
    if (!isShown || !view) return undefined;
    // Only the agenda is scrolled: a note that is being written may be in view below it.
    const show = () => {
      for (const box of [current.closest("nav"), current.closest("ol")]) if (box) bringInto(box, current);
    };
    show();
    view.addEventListener("resize", show);
    return () => view.removeEventListener("resize", show);
  }, [isShown]);
  return (
    <button
      type="button"
      className={`plain ${styles.entry}`}
      ref={entry}
      aria-current={isShown ? "step" : undefined}
      data-on={isOn || undefined}
      onClick={() => actions.show(question.id)}
      {...keysOf("show", index)}
    >
      <span className={styles.position}>{total > 0 && rated === total ? "✓" : index + 1}</span>
      <span className={styles.title} dir="auto">
        {question.title}
      </span>
      <bdi key={used === null ? "planned" : "used"} className={styles.time}>
        {used ?? minutesToText(plannedMinutes)}
      </bdi>
      <small className="figures">
        <bdi className={styles.progress}>{progressToText({ covered, rated, total })}</bdi>
        <bdi className={styles.figures} aria-hidden="true">
          {total > 0 && `${rated === 0 ? covered : rated}/${total}`}
        </bdi>
      </small>
    </button>
  );
});

interface SegmentProps {
  readonly id: SegmentId;
  readonly actions: LiveActions;
}

const SegmentEntry = memo(function SegmentEntry({ id, actions }: SegmentProps) {
  const figures = useMemo(() => {
    const item = { kind: "segment", id } as const;
    return (state: SessionState) => timeOf(state, item);
  }, [id]);
  const { plannedMinutes, used, isOn } = useSessionFigures(figures);
  return (
    <button
      type="button"
      className={`plain ${styles.entry} ${styles.segment}`}
      aria-pressed={isOn}
      data-on={isOn || undefined}
      title={isOn ? "Pause this clock" : "Start this clock"}
      onClick={() => actions.toggleSegment(id)}
      {...keysOf(id)}
    >
      <span className={styles.title}>{segmentWords[id]}</span>
      <bdi key={used === null ? "planned" : "used"} className={styles.time}>
        {used ?? minutesToText(plannedMinutes)}
      </bdi>
    </button>
  );
});

function progressToText({ covered, rated, total }: Progress): string {
  if (total === 0) return "no areas";
  return rated === 0 ? `${covered} of ${total} covered` : `${rated} of ${total} rated`;
}
