import { memo, useId } from "react";
import { areaAnswer, type Rating } from "../../domain/answer.ts";
import { anchorsFor, type Area } from "../../domain/guide.ts";
import { questionById } from "../../domain/session.ts";
import { useSessionState } from "../../state/sessionContext.ts";
import { RatingControl } from "../../ui/RatingControl.tsx";
import styles from "./AreaList.module.css";

interface Props {
  readonly questionId: string;
  readonly area: Area;
  /** The area in focus shows its anchors and its note field. */
  readonly isCurrent: boolean;
  readonly onCover: (covered: boolean) => void;
  readonly onRate: (rating: Rating | null) => void;
  readonly onNote: (note: string) => void;
}

export function AreaRow({ questionId, area, isCurrent, onCover, onRate, onNote }: Props) {
  const covered = useSessionState((state) => areaAnswer(state.whole.answers[questionId], area.id).covered);
  const rating = useSessionState((state) => areaAnswer(state.whole.answers[questionId], area.id).rating);
  const scale = useSessionState((state) => state.whole.guide.scale);
  const scoresHidden = useSessionState((state) => state.scoresHidden);
  return (
    <li className={styles.area} data-area={area.id} data-current={isCurrent || undefined}>
      <label className={styles.name}>
        <input type="checkbox" checked={covered} onChange={(event) => onCover(event.target.checked)} />
        <span dir="auto">{area.text}</span>
      </label>
      <RatingControl
        scale={scale}
        rating={rating}
        label={area.text}
        name={`rating-${area.id}`}
        isHidden={scoresHidden}
        tabIndex={isCurrent ? undefined : -1}
        onRate={onRate}
      />
      {isCurrent && <Anchors questionId={questionId} area={area} />}
      <NoteField questionId={questionId} area={area} isCurrent={isCurrent} onNote={onNote} />
    </li>
  );
}

type NoteProps = Pick<Props, "questionId" | "area" | "isCurrent" | "onNote">;

/**
 * A component of its own, so that a letter draws this and not the whole row. The field is always there,
 * so that a key or a tap reaches it; out of focus it looks like its text.
 */
function NoteField({ questionId, area, isCurrent, onNote }: NoteProps) {
  const note = useSessionState((state) => areaAnswer(state.whole.answers[questionId], area.id).note);
  const id = useId();
  return (
    <>
      <label className="heard" htmlFor={id}>
        Note on {area.text}
      </label>
      <textarea
        id={id}
        className={styles.note}
        dir="auto"
        rows={isCurrent ? 2 : 1}
        data-empty={note === "" || undefined}
        placeholder="What was said and done, and what came of it"
        tabIndex={isCurrent ? undefined : -1}
        value={note}
        onBlur={(event) => {
          event.currentTarget.scrollTop = 0;
        }}
        onChange={(event) => onNote(event.target.value)}
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
