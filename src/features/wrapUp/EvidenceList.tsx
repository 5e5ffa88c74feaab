import { useRef } from "react";
import { areaAnswer, isPoint, noteArea } from "../../domain/session/answer.ts";
import { LONGEST_TEXT } from "../../domain/text/limits.ts";
import type { OpenArea } from "../../domain/session/session.ts";
import { useNoteReader } from "../../state/notes/noteReading.ts";
import { useRunningSession, useSessionState } from "../../state/session/sessionContext.ts";
import { NoteField } from "../../ui/parts/NoteField.tsx";
import { NoteLine } from "../../ui/parts/NoteLine.tsx";
import { useOnceListed } from "./useOnceListed.ts";
import styles from "./WrapUpPage.module.css";

/** Areas at either end of the scale need what was said beside them. */
export function EvidenceList({ missing }: { readonly missing: readonly OpenArea[] }) {
  const listed = useOnceListed(missing);
  if (listed.length === 0) {
    return <p className="soft">Each of the lowest and highest ratings has its note.</p>;
  }
  return (
    <ul className={styles.evidence}>
      {listed.map((entry) => (
        <Evidence key={entry.area.id} {...entry} />
      ))}
    </ul>
  );
}

function Evidence({ question, area }: OpenArea) {
  const running = useRunningSession();
  const { note, rating } = useSessionState(({ whole }) => areaAnswer(whole.answers[question.id], area.id));
  const scoresHidden = useSessionState((state) => state.scoresHidden);
  const sessionId = useSessionState((state) => state.whole.session.id);
  const item = useRef<HTMLLIElement>(null);
  const readNote = useNoteReader();
  return (
    <li ref={item} className={styles.step}>
      <label htmlFor={`evidence-${area.id}`}>
        <bdi>{area.text}</bdi>
        {isPoint(rating) && !scoresHidden ? `, rated ${rating}` : ""}{" "}
        <span className="soft small">
          · <bdi>{question.title}</bdi>
        </span>
      </label>
      <NoteField
        id={`evidence-${area.id}`}
        maxLength={LONGEST_TEXT}
        rows={2}
        placeholder="What was said and done, and what came of it"
        text={note}
        onWrite={(text) => running.changeAnswer(question.id, (answer) => noteArea(answer, area.id, text))}
      />
      <NoteLine noteId={`${sessionId} ${area.id}`} box={item} readNote={readNote} />
    </li>
  );
}
