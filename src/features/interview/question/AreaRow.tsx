import { memo, useEffect, useId, useRef, type RefObject } from "react";
import { areaAnswer, type Rating, notAssessedWords } from "../../../domain/session/answer.ts";
import { anchorsFor, type Area, type Scale } from "../../../domain/guides/guide.ts";
import { LONGEST_TEXT } from "../../../domain/text/limits.ts";
import { questionById } from "../../../domain/session/session.ts";
import { useNoteHint } from "../../../state/notes/noteHint.ts";
import { useSessionFollower, useSessionState } from "../../../state/session/sessionContext.ts";
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
      <NoteField questionId={questionId} area={area} isCurrent={isCurrent} onNote={onNote} />
      {isCurrent && <AreaNoteLine areaId={area.id} row={row} />}
    </li>
  );
}

type NoteProps = Pick<Props, "questionId" | "area" | "isCurrent" | "onNote">;

/** The field is always there, so that a key or a tap reaches it; out of focus it looks like its text. */
function NoteField({ questionId, area, isCurrent, onNote }: NoteProps) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const shown = useRef<string>("");
  useSessionFollower((state) => {
    const { note } = areaAnswer(state.whole.answers[questionId], area.id);
    if (note === shown.current || !field.current) return;
    shown.current = note;
    // What was typed stands there already.
    if (field.current.value !== note) field.current.value = note;
  });
  // Past React: its own way to a handler is a good part of what a key may cost.
  useEffect(() => {
    const { current } = field;
    const onInput = () => onNote(current?.value ?? "");
    current?.addEventListener("input", onInput);
    return () => current?.removeEventListener("input", onInput);
  }, [onNote]);
  return (
    <>
      <label className="heard" htmlFor={id}>
        Note on {area.text}
      </label>
      <textarea
        ref={field}
        id={id}
        className={styles.note}
        dir="auto"
        maxLength={LONGEST_TEXT}
        rows={isCurrent ? 2 : 1}
        placeholder="What was said and done, and what came of it"
        tabIndex={isCurrent ? undefined : -1}
        onBlur={(event) => {
          event.currentTarget.scrollTop = 0;
        }}
      />
    </>
  );
}

interface NoteLineProps {
  readonly areaId: string;
  /** The row, which holds the note. */
  readonly row: RefObject<HTMLLIElement | null>;
}

function AreaNoteLine({ areaId, row }: NoteLineProps) {
  const sessionId = useSessionState((state) => state.whole.session.id);
  return (
    <div className={styles.noteLine}>
      <NoteLine {...useNoteHint(`${sessionId} ${areaId}`, row)} />
    </div>
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
