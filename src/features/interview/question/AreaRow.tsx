import { memo, useCallback, useId, useLayoutEffect, useRef } from "react";
import { areaAnswer, coverArea, notAssessedWords } from "../../../domain/session/answer.ts";
import type { Area, Scale } from "../../../domain/guides/guide.ts";
import type { SessionState } from "../../../state/session/runningSession.ts";
import { useRunningSession, useSessionState, useSessionText } from "../../../state/session/sessionContext.ts";
import { RatingControl } from "../../../ui/parts/RatingControl.tsx";
import type { LiveActions } from "../liveActions.ts";
import styles from "./AreaList.module.css";

interface Props {
  /** Its place in the list. */
  readonly at: number;
  readonly questionId: string;
  readonly area: Area;
  readonly scale: Scale;
  /** Its anchors and its note are in the pane. */
  readonly isCurrent: boolean;
  readonly actions: LiveActions;
}

/** One area in one line, as high as every other, whatever is in it. */
export const AreaRow = memo(function AreaRow({ at, questionId, area, scale, isCurrent, actions }: Props) {
  const running = useRunningSession();
  const covered = useSessionState((state) => areaAnswer(state.whole.answers[questionId], area.id).covered);
  const rating = useSessionState((state) => areaAnswer(state.whole.answers[questionId], area.id).rating);
  const nameId = useId();
  return (
    <li className={styles.area} data-area={area.id} data-current={isCurrent || undefined}>
      <label className={styles.tick}>
        <input
          type="checkbox"
          aria-labelledby={nameId}
          checked={covered}
          onChange={({ target: { checked } }) =>
            running.changeAnswer(questionId, (answer) => coverArea(answer, area.id, checked))
          }
        />
      </label>
      {/* Each text is a new one, which comes and does not move. */}
      <span key={area.id} id={nameId} className={styles.name} dir="auto" title={area.text}>
        {area.text}
      </span>
      <NoteStart key={`note ${area.id}`} questionId={questionId} areaId={area.id} />
      <div className={styles.rating}>
        <RatingControl
          scale={scale}
          reasonWords={notAssessedWords}
          rating={rating}
          label={area.text}
          name={`rating-${at}`}
          tabIndex={isCurrent ? undefined : -1}
          onRate={(given) => actions.rateArea(questionId, area, given)}
        />
      </div>
    </li>
  );
});

/** As much of a note as may be seen of it in a line. */
const SEEN_OF_NOTE = 160;

/** Drawn past React: it changes with every key in the note. */
function NoteStart({ questionId, areaId }: { readonly questionId: string; readonly areaId: string }) {
  const start = useRef<HTMLSpanElement>(null);
  const pick = useCallback(
    ({ whole }: SessionState) =>
      areaAnswer(whole.answers[questionId], areaId).note.slice(0, SEEN_OF_NOTE).trim(),
    [questionId, areaId],
  );
  const follow = useSessionText(pick);
  useLayoutEffect(
    () =>
      follow((text) => {
        const { current } = start;
        if (current && current.textContent !== text) current.textContent = text;
      }),
    [follow],
  );
  return <span ref={start} className={styles.noteStart} data-note-start dir="auto" />;
}
