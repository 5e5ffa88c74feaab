import { memo, useId, useRef } from "react";
import { areaAnswer, isPoint, noteArea, notAssessedWords, type Rating } from "../../domain/session/answer.ts";
import { anchorsFor, type Area, type Guide, type Question } from "../../domain/guides/guide.ts";
import { isScaleEnd } from "../../domain/session/reviewHints.ts";
import { LONGEST_TEXT } from "../../domain/text/limits.ts";
import { useNoteReader } from "../../state/notes/noteReading.ts";
import { useRunningSession, useSessionState } from "../../state/session/sessionContext.ts";
import { NoteField } from "../../ui/parts/NoteField.tsx";
import { NoteLine } from "../../ui/parts/NoteLine.tsx";
import { RatingControl } from "../../ui/parts/RatingControl.tsx";
import stacked from "./Stack.module.css";
import styles from "./Review.module.css";

interface Props {
  readonly question: Question;
  readonly area: Area;
  /** The area that the keys act on. */
  readonly isCurrent: boolean;
  /** Whether every anchor is shown, or that of the point given alone. */
  readonly showsAnchors: boolean;
  readonly onRate: (question: Question, area: Area, rating: Rating | null) => void;
}

/** One area: its rating, what that point sounds like, and what was said. It is as high whatever the rating is. */
export const AreaReview = memo(function AreaReview({
  question,
  area,
  isCurrent,
  showsAnchors,
  onRate,
}: Props) {
  const guide = useSessionState((state) => state.whole.guide);
  const rating = useSessionState(({ whole }) => areaAnswer(whole.answers[question.id], area.id).rating);
  const given = isPoint(rating) ? rating : null;
  return (
    <li className={styles.area} data-area={area.id} data-current={isCurrent || undefined}>
      <span className={styles.name} dir="auto">
        {area.text}
      </span>
      <RatingControl
        scale={guide.scale}
        reasonWords={notAssessedWords}
        rating={rating}
        label={area.text}
        name={`rating-${area.id}`}
        tabIndex={isCurrent ? undefined : -1}
        onRate={(to) => onRate(question, area, to)}
      />
      {showsAnchors ? (
        <ul className={`small soft ${styles.anchors}`} aria-label="Anchors">
          {anchorsOrLabels(guide, question, area).map(({ point, text }) => (
            <li key={point} data-given={point === given || undefined}>
              <b>{point}</b> <bdi>{text}</bdi>
            </li>
          ))}
        </ul>
      ) : (
        // All of them, one over the other: the row is as high for each.
        <p className={`small soft ${stacked.stack}`}>
          {guide.scale.points.map(({ value, label, meaning }) => {
            const anchor = anchorsFor(guide, question, area).find(({ point }) => point === value);
            return (
              // Of a point's name and its meaning it is the meaning that says the direction: of a bdi it is not asked.
              <span key={value} data-shown={value === given || undefined} dir="auto">
                {anchor ? (
                  anchor.text
                ) : (
                  <>
                    <bdi>{label}</bdi>: {meaning}
                  </>
                )}
              </span>
            );
          })}
        </p>
      )}
      <AreaNote
        question={question}
        area={area}
        isCurrent={isCurrent}
        isEnd={isScaleEnd(guide.scale, given)}
      />
    </li>
  );
});

function anchorsOrLabels(guide: Guide, question: Question, area: Area) {
  const anchors = anchorsFor(guide, question, area);
  return anchors.length > 0
    ? anchors
    : guide.scale.points.map(({ value, label }) => ({ point: value, text: label }));
}

interface NoteProps extends Pick<Props, "question" | "area" | "isCurrent"> {
  /** Rated at an end of the scale, where what was said belongs beside it. */
  readonly isEnd: boolean;
}

function AreaNote({ question, area, isCurrent, isEnd }: NoteProps) {
  const running = useRunningSession();
  const sessionId = useSessionState((state) => state.whole.session.id);
  const note = useSessionState(({ whole }) => areaAnswer(whole.answers[question.id], area.id).note);
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const readNote = useNoteReader();
  const isBare = isEnd && note.trim() === "";
  return (
    <div ref={box} className={styles.note}>
      <label className="heard" htmlFor={id}>
        Note on {area.text}
      </label>
      <NoteField
        id={id}
        className={styles.text}
        data-bare={isBare || undefined}
        text={note}
        maxLength={LONGEST_TEXT}
        rows={1}
        placeholder={isBare ? "No evidence yet. What was said and done?" : "Add what was said and done"}
        tabIndex={isCurrent ? undefined : -1}
        onWrite={(text) => running.typeInAnswer(question.id, (answer) => noteArea(answer, area.id, text))}
      />
      {isCurrent && (
        <div className={styles.line}>
          <NoteLine noteId={`${sessionId} ${area.id}`} box={box} readNote={readNote} />
        </div>
      )}
    </div>
  );
}
