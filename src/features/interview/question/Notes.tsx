import type { Question } from "../../../domain/guides/guide.ts";
import { useCallback, useEffect, useRef, useState } from "react";
import { dropEmptyNotes, writeNote } from "../../../domain/session/answer.ts";
import { isSameItem, questionItem, runningItem } from "../../../domain/session/agenda.ts";
import { LONGEST_TEXT } from "../../../domain/text/limits.ts";
import { elapsedMs, msToClock, newTimer } from "../../../domain/session/timer.ts";
import { useApp } from "../../../state/app/appContext.ts";
import { useNoteReader } from "../../../state/notes/noteReading.ts";
import { useRunningSession, useSessionState, useSessionText } from "../../../state/session/sessionContext.ts";
import type { SessionState } from "../../../state/session/runningSession.ts";
import { NoteField } from "../../../ui/parts/NoteField.tsx";
import { NoteLine } from "../../../ui/parts/NoteLine.tsx";
import { keysOf } from "../keys/liveKeys.ts";
import styles from "./Notes.module.css";

/**
 * Timed notes of one question, whose name stands over them while the call is at something else. A quick note is a note from
 * its first letter on; Enter only begins the next.
 */
export function Notes({ question }: { readonly question: Question }) {
  const questionId = question.id;
  const { newId } = useApp();
  const running = useRunningSession();
  const notes = useSessionState((state) => state.whole.answers[questionId]?.notes) ?? [];
  const clock = useSessionState(({ whole, now }) =>
    msToClock(elapsedMs(whole.answers[questionId]?.timer ?? newTimer, now)),
  );
  const [openId, setOpenId] = useState<string | null>(null);
  const open = notes.find(({ id }) => id === openId);
  // Another note is another text: the field is empty after Enter, whatever of the last one is still to be told of.
  const openText = useCallback(
    ({ whole }: SessionState) => whole.answers[questionId]?.notes.find(({ id }) => id === openId)?.text ?? "",
    [questionId, openId],
  );
  const isElsewhere = useSessionState(({ whole }) => {
    const item = runningItem(whole);
    return item !== null && !isSameItem(item, questionItem(questionId));
  });
  const sessionId = useSessionState((state) => state.whole.session.id);
  const section = useRef<HTMLElement>(null);
  const readNote = useNoteReader();
  const log = useRef<HTMLOListElement>(null);
  const loggedCount = notes.filter(({ id }) => id !== openId).length;

  // What was written last stays in sight.
  useEffect(() => {
    if (log.current) log.current.scrollTop = log.current.scrollHeight;
  }, [loggedCount]);

  const write = (id: string, text: string) => {
    running.typeInAnswer(questionId, (before, now) => writeNote(before, id, text, now));
  };

  const tidy = () => running.changeAnswer(questionId, dropEmptyNotes);

  return (
    <section ref={section} className={styles.notes} aria-label="Timed notes">
      <h2 className={`heading ${styles.heading}`}>
        Notes
        {isElsewhere && (
          <>
            {" "}
            on <bdi>{question.title}</bdi>
          </>
        )}
      </h2>
      <ol ref={log} className={styles.log}>
        {notes
          .filter(({ id }) => id !== openId)
          .map((note) => (
            <li key={note.id} className={styles.entry}>
              <time className="soft figures">{msToClock(note.atMs)}</time>
              <NoteField
                className={styles.text}
                maxLength={LONGEST_TEXT}
                data-note={note.id}
                rows={Math.ceil((note.text.length + 1) / 34)}
                aria-label={`Note at ${msToClock(note.atMs)}`}
                text={note.text}
                onWrite={(text) => write(note.id, text)}
                onBlur={tidy}
              />
            </li>
          ))}
      </ol>
      <NoteField
        data-quick-note
        className={styles.quick}
        maxLength={LONGEST_TEXT}
        data-note={open?.id}
        rows={2}
        aria-label="Quick note"
        placeholder={`Note at ${clock} …`}
        text={useSessionText(openText)}
        onWrite={(text) => {
          const id = open?.id ?? newId();
          setOpenId(id);
          write(id, text);
        }}
        onBlur={tidy}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.shiftKey) return;
          if (event.key === "Enter") {
            event.preventDefault();
            setOpenId(null);
            tidy();
          } else if (event.key === "Escape") {
            setOpenId(null);
          }
        }}
        {...keysOf("quickNote")}
      />
      <div className={styles.hint}>
        <NoteLine noteId={`${sessionId} ${questionId}`} box={section} readNote={readNote} isHintOnly />
      </div>
    </section>
  );
}
