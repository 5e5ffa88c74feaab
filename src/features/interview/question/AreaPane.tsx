import { memo, useCallback, useId, useMemo, useRef } from "react";
import { areaAnswer, noteArea, notAssessedWords } from "../../../domain/session/answer.ts";
import { anchorsFor, type Area, type Question } from "../../../domain/guides/guide.ts";
import { LONGEST_TEXT } from "../../../domain/text/limits.ts";
import { useNoteReader } from "../../../state/notes/noteReading.ts";
import type { SessionState } from "../../../state/session/runningSession.ts";
import { currentAreaOf, useLiveViewState } from "../../../state/session/liveView.ts";
import { useRunningSession, useSessionState, useSessionText } from "../../../state/session/sessionContext.ts";
import { NoteField } from "../../../ui/parts/NoteField.tsx";
import { NoteLine } from "../../../ui/parts/NoteLine.tsx";
import { RatingControl } from "../../../ui/parts/RatingControl.tsx";
import { keysOf } from "../keys/liveKeys.ts";
import type { LiveActions } from "../liveActions.ts";
import styles from "./AreaPane.module.css";

interface Props {
  readonly question: Question;
  readonly actions: LiveActions;
}

/** About as many characters of a name as a phone has room for in one line. */
const LONGEST_LINE = 44;

/** What belongs to the area in focus: what its points sound like, and its note. It has a place of its own, and keeps it. */
export function AreaPane({ question, actions }: Props) {
  const pane = useRef<HTMLElement>(null);
  const sessionId = useSessionState((state) => state.whole.session.id);
  const area = useLiveViewState((state) => currentAreaOf(question, state));
  const readNote = useNoteReader();
  return (
    <section
      ref={pane}
      className={styles.pane}
      data-pane
      // All areas of the question have the same room, so that nothing moves from one to the next.
      data-long={question.areas.some(({ text }) => text.length > LONGEST_LINE) || undefined}
      aria-label="Area in focus"
    >
      {!area ? (
        <p className={styles.none}>
          There are no areas to rate here. Quick notes (<kbd>Q</kbd>) belong to the question, and the
          candidate may request them.
        </p>
      ) : (
        <>
          <div className={styles.name} dir="auto">
            {area.text}
          </div>
          <PaneRating questionId={question.id} area={area} actions={actions} />
          <Anchors key={`anchors ${area.id}`} question={question} area={area} />
          <PaneNote key={area.id} questionId={question.id} area={area} />
          <div className={styles.line}>
            <NoteLine key={area.id} noteId={`${sessionId} ${area.id}`} box={pane} readNote={readNote} />
          </div>
        </>
      )}
    </section>
  );
}

interface PartProps {
  readonly questionId: string;
  readonly area: Area;
}

/** The points, where the row has no room for them. */
function PaneRating({ questionId, area, actions }: PartProps & Pick<Props, "actions">) {
  const rating = useSessionState((state) => areaAnswer(state.whole.answers[questionId], area.id).rating);
  const scale = useSessionState((state) => state.whole.guide.scale);
  return (
    <div className={styles.rating}>
      <RatingControl
        scale={scale}
        reasonWords={notAssessedWords}
        rating={rating}
        label={area.text}
        name="rating-in-focus"
        onRate={actions.ratePoint}
      />
    </div>
  );
}

function PaneNote({ questionId, area }: PartProps) {
  const running = useRunningSession();
  const id = useId();
  const note = useCallback(
    ({ whole }: SessionState) => areaAnswer(whole.answers[questionId], area.id).note,
    [questionId, area.id],
  );
  const write = useCallback(
    (text: string) => running.typeInAnswer(questionId, (answer) => noteArea(answer, area.id, text)),
    [running, questionId, area.id],
  );
  return (
    <div className={styles.note}>
      <label className="heard" htmlFor={id}>
        Note on {area.text}
      </label>
      <NoteField
        id={id}
        text={useSessionText(note)}
        maxLength={LONGEST_TEXT}
        placeholder="What was said and done, and what was the result?"
        onWrite={write}
        {...keysOf("note")}
      />
    </div>
  );
}

const Anchors = memo(function Anchors({ question, area }: Pick<Props, "question"> & { readonly area: Area }) {
  const guide = useSessionState((state) => state.whole.guide);
  const anchors = useMemo(() => anchorsFor(guide, question, area), [guide, question, area]);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- It scrolls where it has little room.
    <ul className={styles.anchors} aria-label="Anchors" tabIndex={0} data-own-keys>
      {anchors.map((anchor) => (
        <li key={anchor.point}>
          <b>{anchor.point}</b> <span dir="auto">{anchor.text}</span>
        </li>
      ))}
    </ul>
  );
});
