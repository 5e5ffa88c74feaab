import { useId, useRef, type ReactNode, type Ref } from "react";
import {
  afterStartWords,
  isToDiscuss,
  type Cell,
  type ComparedArea,
  type Seat,
  markToWords,
} from "../../../domain/panels/debrief.ts";
import { anchorsFor } from "../../../domain/guides/guide.ts";
import { LONGEST_TEXT } from "../../../domain/text/limits.ts";
import type { Agreed } from "../../../domain/panels/panel.ts";
import { fullTitle } from "../../../domain/guides/questionTitle.ts";
import { notAssessedWords, type TimedNote } from "../../../domain/session/answer.ts";
import { msToClock } from "../../../domain/session/timer.ts";
import { spreadWords } from "../../../interchange/documents/documentWords.ts";
import { useNoteReader } from "../../../state/notes/noteReading.ts";
import { NoteField } from "../../../ui/parts/NoteField.tsx";
import { NoteLine } from "../../../ui/parts/NoteLine.tsx";
import { RatingControl, toneOf } from "../../../ui/parts/RatingControl.tsx";
import { RatingMark } from "../../../ui/parts/RatingMark.tsx";
import styles from "./AreaFocus.module.css";

interface Props {
  readonly panelId: string;
  readonly compared: ComparedArea;
  readonly seats: readonly Seat[];
  readonly agreed: Agreed | undefined;
  readonly isLast: boolean;
  /** What leads on from the areas, where there is something. */
  readonly wayOn: ReactNode;
  /** One area with what is agreed has room on a wall; notes of the whole question have not. */
  readonly isProjected: boolean;
  /** Where one goes on from the list to it. */
  readonly headingRef: Ref<HTMLHeadingElement>;
  /** Where the key for a note goes. */
  readonly noteRef: Ref<HTMLTextAreaElement>;
  readonly onAgree: (change: Partial<Agreed>) => void;
  readonly onTakeBack: () => void;
  readonly onDone: () => void;
}

/** One area: where the ratings lie on the anchored scale, what each interviewer heard, and what was agreed. */
export function AreaFocus({
  panelId,
  compared,
  seats,
  agreed,
  isLast,
  wayOn,
  isProjected,
  headingRef,
  noteRef,
  onAgree,
  onTakeBack,
  onDone,
}: Props) {
  const noteId = useId();
  const box = useRef<HTMLDivElement>(null);
  const doneButton = useRef<HTMLButtonElement>(null);
  const readNote = useNoteReader();
  const { guide, question, area, cells, spread } = compared;
  const { points } = guide.scale;
  const seatOf = (cell: Cell) => seats.find(({ id }) => id === cell.seatId);
  const nameOf = (cell: Cell) => seatOf(cell)?.name ?? "";
  const rated = cells
    .filter(({ final }) => typeof final === "number")
    .toSorted((a, b) => Number(a.final) - Number(b.final));
  const heard = [
    ...rated,
    ...cells.filter(
      ({ final, note, timedNotes }) =>
        typeof final !== "number" && (final === "noEvidence" || note !== "" || timedNotes.length > 0),
    ),
  ];
  const silent = cells.filter((cell) => !heard.includes(cell) && cell.final !== "notPlanned");
  return (
    <>
      <div>
        <h2 dir="auto" tabIndex={-1} ref={headingRef}>
          {area.text}
        </h2>
        <p className={styles.question}>
          <bdi>{fullTitle(question)}</bdi>
          {spread !== "notComputed" && (
            <>
              {" "}
              ·{" "}
              <span className={isToDiscuss(compared) ? styles.wide : undefined}>
                {spread === null && "fewer than two ratings"}
                {spread && spread.range > 0 && "gap of "}
                {spreadWords(compared)}
              </span>
            </>
          )}
        </p>
      </div>
      <ol className={styles.scale} aria-label="Ratings on the scale">
        {points.map(({ value, label }, index) => (
          <li key={value}>
            <span className={styles.dots}>
              {cells
                .filter(({ first, final }) => first !== final && first === value)
                .map((cell) => (
                  <span key={cell.seatId} className={styles.dot} data-first title={`${nameOf(cell)}, first`}>
                    <span aria-hidden="true">{seatOf(cell)?.initials}</span>
                    <span className="heard">{nameOf(cell)}, first; </span>
                  </span>
                ))}
              {rated
                .filter(({ final }) => final === value)
                .map((cell) => (
                  <span
                    key={cell.seatId}
                    className={styles.dot}
                    data-tone={toneOf(index, points.length)}
                    title={nameOf(cell)}
                  >
                    <span aria-hidden="true">{seatOf(cell)?.initials}</span>
                    <span className="heard">{nameOf(cell)}; </span>
                  </span>
                ))}
            </span>
            <span className={styles.point}>
              <b>{value}</b> <span>{label.toLowerCase()}</span>
            </span>
          </li>
        ))}
      </ol>
      <dl className={styles.anchors} aria-label="Anchors">
        {anchorsFor(guide, question, area).map(({ point, text }) => (
          <div key={point}>
            <dt>{point}</dt>
            <dd dir="auto">{text}</dd>
          </div>
        ))}
      </dl>
      <ul className={styles.evidence} aria-label="Evidence">
        {heard.map((cell) => (
          <li key={cell.seatId}>
            <p className={styles.who}>
              <b dir="auto">{nameOf(cell)}</b>{" "}
              <RatingMark scale={guide.scale} mark={cell.final} toWords={markToWords} />
              {cell.first !== cell.final && (
                <span className={styles.first}>
                  first <RatingMark scale={guide.scale} mark={cell.first} toWords={markToWords} />
                </span>
              )}
            </p>
            {seatOf(cell)?.isAfterStart && <p className={styles.revised}>{afterStartWords}</p>}
            {cell.note === "" ? (
              <p className="soft">No note.</p>
            ) : (
              <p dir="auto" className={styles.note}>
                {cell.note}
              </p>
            )}
            {!isProjected && cell.timedNotes.length > 0 && (
              <TimedNotes notes={cell.timedNotes} name={nameOf(cell)} />
            )}
            {cell.reasons.length > 0 && (
              <p className={styles.revised}>
                Revised: <span dir="auto">{cell.reasons.join(" · ")}</span>
                {cell.firstNote !== cell.note && cell.firstNote !== "" && (
                  <>
                    {" "}
                    First note: <span dir="auto">{cell.firstNote}</span>
                  </>
                )}
              </p>
            )}
          </li>
        ))}
        {silent.map((cell) => (
          <li key={cell.seatId} className="soft">
            <bdi>{nameOf(cell)}</bdi>: {typeof cell.final === "number" ? "" : markToWords(cell.final)}
          </li>
        ))}
      </ul>
      <div className={`${styles.agreed} ${isProjected ? "" : styles.held}`}>
        <div className={styles.rating}>
          <h3>Agreed after discussion</h3>
          <RatingControl
            scale={guide.scale}
            reasonWords={notAssessedWords}
            rating={agreed?.rating ?? null}
            label={`agreed for ${area.text}`}
            name={`agreed-${compared.id}`}
            onRate={(rating) => onAgree({ rating })}
          />
        </div>
        <label htmlFor={noteId} className="heard">
          Note on the agreed rating
        </label>
        <div ref={box}>
          <NoteField
            key={compared.id}
            ref={noteRef}
            id={noteId}
            maxLength={LONGEST_TEXT}
            rows={2}
            placeholder="What settled it?"
            text={agreed?.note ?? ""}
            onWrite={(note) => onAgree({ note })}
          />
          <NoteLine
            key={`line ${compared.id}`}
            noteId={`${panelId} ${compared.id}`}
            box={box}
            readNote={readNote}
          />
        </div>
        <span className="row">
          <button type="button" ref={doneButton} className="primary" onClick={onDone}>
            {isLast ? "Done" : "Done, next area"}
          </button>
          {!isProjected && wayOn}
          {agreed && (
            <button
              type="button"
              className="plain"
              onClick={() => {
                // The button goes away with the press, and would take the focus with it.
                doneButton.current?.focus();
                onTakeBack();
              }}
            >
              Mark as not discussed
            </button>
          )}
        </span>
      </div>
    </>
  );
}

interface TimedNotesProps {
  readonly notes: readonly TimedNote[];
  /** Whose they are. */
  readonly name: string;
}

/** What one interviewer noted on a question, with its times. */
export function TimedNotes({ notes, name }: TimedNotesProps) {
  return (
    <ul className={styles.timed} aria-label={`${name}’s notes on the question`}>
      {notes.map(({ id, atMs, text }) => (
        <li key={id}>
          <time className="soft figures">{msToClock(atMs)}</time>
          <span dir="auto" className={styles.note}>
            {text}
          </span>
        </li>
      ))}
    </ul>
  );
}
