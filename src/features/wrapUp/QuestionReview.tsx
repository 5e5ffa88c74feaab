import { useId, useRef, type ReactNode } from "react";
import { dropEmptyNotes, writeNote } from "../../domain/session/answer.ts";
import type { Area } from "../../domain/guides/guide.ts";
import { LONGEST_TEXT } from "../../domain/text/limits.ts";
import { quantityToText } from "../../domain/text/quantityText.ts";
import type { ReportedQuestion } from "../../domain/session/scorecardReport.ts";
import { msToClock } from "../../domain/session/timer.ts";
import { isolated } from "../../domain/text/isolated.ts";
import { spentToText } from "../../interchange/documents/documentWords.ts";
import { useNoteReader } from "../../state/notes/noteReading.ts";
import { useRunningSession, useSessionState } from "../../state/session/sessionContext.ts";
import { NoteField } from "../../ui/parts/NoteField.tsx";
import { NoteLine } from "../../ui/parts/NoteLine.tsx";
import styles from "./Review.module.css";

interface Props {
  readonly reported: ReportedQuestion;
  /** Those of its areas that stand among the gaps. */
  readonly above: readonly Area[];
  readonly isCurrent: boolean;
  readonly onGo: (areaId: string) => void;
  /** The rows of its other areas. */
  readonly children: ReactNode;
}

/** What is there of one question: how long it took, what was covered and rated, what was asked further and noted. */
export function QuestionReview({ reported, above, isCurrent, onGo, children }: Props) {
  const id = useId();
  const { question } = reported;
  const facts = [
    isolated(reported.competency),
    spentToText(reported),
    `${reported.areas.filter(({ isCovered }) => isCovered).length} of ${quantityToText(question.areas.length, "area")} covered`,
  ];
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id} dir="auto">
          {question.title}
        </h2>
        <p className="small soft figures">{facts.filter((fact) => fact !== "").join(" · ")}</p>
        <p className="small soft" dir="auto">
          {question.text}
        </p>
      </div>
      {children}
      {above.length > 0 && (
        <p className={`small soft ${styles.above}`}>
          Above:
          {above.map((area) => (
            <button key={area.id} type="button" className="plain" onClick={() => onGo(area.id)}>
              <bdi>{area.text}</bdi>
            </button>
          ))}
        </p>
      )}
      {reported.followUpsAsked.length > 0 && (
        <>
          <h3 className="heading">Follow-ups asked</h3>
          <ul className={styles.log}>
            {reported.followUpsAsked.map(({ id: followUpId, text, atMs }) => (
              <li key={followUpId}>
                <time className="small soft figures">{msToClock(atMs)}</time>
                <span dir="auto">{text}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <TimedNotes questionId={question.id} isCurrent={isCurrent} />
    </section>
  );
}

function TimedNotes({ questionId, isCurrent }: { readonly questionId: string; readonly isCurrent: boolean }) {
  const running = useRunningSession();
  const sessionId = useSessionState((state) => state.whole.session.id);
  const notes = useSessionState((state) => state.whole.answers[questionId]?.notes);
  const box = useRef<HTMLDivElement>(null);
  const readNote = useNoteReader();
  if (notes === undefined || notes.length === 0) return null;
  return (
    <>
      <h3 className="heading">Notes</h3>
      <div ref={box} className={styles.note}>
        <ol className={styles.log}>
          {notes.map((note) => (
            <li key={note.id}>
              <time className="small soft figures">{msToClock(note.atMs)}</time>
              <NoteField
                className={styles.text}
                maxLength={LONGEST_TEXT}
                data-note={note.id}
                rows={1}
                aria-label={`Note at ${msToClock(note.atMs)}`}
                tabIndex={isCurrent ? undefined : -1}
                text={note.text}
                onWrite={(text) =>
                  running.typeInAnswer(questionId, (before, now) => writeNote(before, note.id, text, now))
                }
                onBlur={() => running.changeAnswer(questionId, dropEmptyNotes)}
              />
            </li>
          ))}
        </ol>
        <div className={styles.line}>
          <NoteLine noteId={`${sessionId} ${questionId}`} box={box} readNote={readNote} />
        </div>
      </div>
    </>
  );
}
