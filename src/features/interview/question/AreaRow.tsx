import { memo, useCallback, useId, useRef } from "react";
import { areaAnswer, type Rating, notAssessedWords } from "../../../domain/session/answer.ts";
import { anchorsFor, type Area, type Scale } from "../../../domain/guides/guide.ts";
import { LONGEST_TEXT } from "../../../domain/text/limits.ts";
import { questionById } from "../../../domain/session/session.ts";
import { useNoteReader } from "../../../state/notes/noteReading.ts";
import type { SessionState } from "../../../state/session/runningSession.ts";
import { useSessionState, useSessionText } from "../../../state/session/sessionContext.ts";
import { NoteField } from "../../../ui/parts/NoteField.tsx";
import { NoteLine } from "../../../ui/parts/NoteLine.tsx";
import { RatingControl } from "../../../ui/parts/RatingControl.tsx";
import styles from "./AreaList.module.css";

interface Props {
  readonly questionId: string;
  readonly area: Area;
  readonly scale: Scale;
  readonly isHidden: boolean;
  /** The area in focus shows its anchors and its note field. */
  readonly isCurrent: boolean;
  readonly onCover: (covered: boolean) => void;
  readonly onRate: (rating: Rating | null) => void;
  readonly onNote: (note: string) => void;
}

export function AreaRow({ questionId, area, scale, isHidden, isCurrent, onCover, onRate, onNote }: Props) {
  const covered = useSessionState((state) => areaAnswer(state.whole.answers[questionId], area.id).covered);
  const rating = useSessionState((state) => areaAnswer(state.whole.answers[questionId], area.id).rating);
  const sessionId = useSessionState((state) => state.whole.session.id);
  const readNote = useNoteReader();
  const row = useRef<HTMLLIElement>(null);
  return (
    <li ref={row} className={styles.area} data-area={area.id} data-current={isCurrent || undefined}>
      <label className={styles.name}>
        <input type="checkbox" checked={covered} onChange={(event) => onCover(event.target.checked)} />
        <span dir="auto">{area.text}</span>
      </label>
      <RatingControl
        scale={scale}
        reasonWords={notAssessedWords}
        rating={rating}
        label={area.text}
        name={`rating-${area.id}`}
        isHidden={isHidden}
        tabIndex={isCurrent ? undefined : -1}
        onRate={onRate}
      />
      {isCurrent && <Anchors questionId={questionId} area={area} />}
      <AreaNote questionId={questionId} area={area} isCurrent={isCurrent} onNote={onNote} />
      {isCurrent && (
        <div className={styles.noteLine}>
          <NoteLine noteId={`${sessionId} ${area.id}`} box={row} readNote={readNote} />
        </div>
      )}
    </li>
  );
}

type AreaNoteProps = Pick<Props, "questionId" | "area" | "isCurrent" | "onNote">;

/** The field is always there, so that a key or a tap reaches it; out of focus it looks like its text. */
function AreaNote({ questionId, area, isCurrent, onNote }: AreaNoteProps) {
  const id = useId();
  const note = useCallback(
    ({ whole }: SessionState) => areaAnswer(whole.answers[questionId], area.id).note,
    [questionId, area.id],
  );
  return (
    <>
      <label className="heard" htmlFor={id}>
        Note on {area.text}
      </label>
      <NoteField
        id={id}
        className={styles.note}
        text={useSessionText(note)}
        maxLength={LONGEST_TEXT}
        rows={isCurrent ? 2 : 1}
        placeholder="What was said and done, and what came of it"
        tabIndex={isCurrent ? undefined : -1}
        onWrite={onNote}
        onBlur={(event) => {
          event.currentTarget.scrollTop = 0;
        }}
      />
    </>
  );
}

const Anchors = memo(function Anchors({
  questionId,
  area,
}: {
  readonly questionId: string;
  readonly area: Area;
}) {
  const guide = useSessionState((state) => state.whole.guide);
  const question = useSessionState((state) => questionById(state.whole, questionId));
  const anchors = question ? anchorsFor(guide, question, area) : [];
  if (anchors.length === 0) return null;
  return (
    <ul className={styles.anchors} aria-label="What the points sound like">
      {anchors.map((anchor) => (
        <li key={anchor.point}>
          <b>{anchor.point}</b> <span dir="auto">{anchor.text}</span>
        </li>
      ))}
    </ul>
  );
});
