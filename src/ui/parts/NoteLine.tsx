import type { RefObject } from "react";
import { useNoteHint, type NoteReader } from "../page/noteHint.ts";
import { topicWords } from "../words/topicWords.ts";
import styles from "./NoteLine.module.css";

interface Props {
  /** Tells the note from all others of this device; notes that share a line add their `data-note`. */
  readonly noteId: string;
  /** The element that holds the notes and the line, and no other notes. */
  readonly box: RefObject<HTMLElement | null>;
  readonly readNote: NoteReader;
  /** Whether that the candidate may request it is said elsewhere on the screen: the line is there for a hint alone. */
  readonly isHintOnly?: boolean;
}

/** With it, the hint is two lines on a phone. Of more words the last says most: "he is very religious". */
const LONGEST_WORD = 18;

/**
 * The line under a note: that the candidate can ask to read it, and in its place a hint where a word is about
 * what a scorecard must not hold. It is as high for both, so that nothing moves while somebody types.
 */
export function NoteLine({ noteId, box, readNote, isHintOnly = false }: Props) {
  const { hint, said, onDismiss } = useNoteHint(noteId, box, readNote);
  return (
    <div className={`small ${styles.line}`}>
      {(hint ?? !isHintOnly) && (
        <div className={styles.room}>
          {hint ? (
            <>
              <span className={styles.hint} data-hint>
                <b>About {topicWords[hint.topic]}:</b> “<bdi>{shorten(hint.word)}</bdi>”? Keep to what was
                said and done.
              </span>
              <button
                type="button"
                className={`plain ${styles.dismiss}`}
                data-keeps-focus
                // The note keeps the focus, or the hint would be gone before the click.
                onMouseDown={(event) => event.preventDefault()}
                onClick={onDismiss}
              >
                <span aria-hidden="true">×</span>
                <span className="heard">No hints for this note</span>
              </button>
            </>
          ) : (
            <span className="soft">The candidate may request this note.</span>
          )}
        </div>
      )}
      <span className="heard" role="status">
        {said &&
          `About ${topicWords[said.topic]}: “${said.word}”? A scorecard should hold what was said and done.`}
      </span>
    </div>
  );
}

function shorten(word: string): string {
  return word.length > LONGEST_WORD ? `…${word.slice(1 - LONGEST_WORD)}` : word;
}
