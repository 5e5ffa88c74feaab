import { useRef } from "react";
import {
  scheduleInterviewer,
  type PanelInterviewer,
  type SettledSeats,
} from "../../../domain/panels/panel.ts";
import { isTime, LONGEST_NAME, MOST_SEATS } from "../../../domain/text/limits.ts";
import { useApp } from "../../../state/app/appContext.ts";
import { buttonOfRow, focusAfter } from "../../../ui/page/focusAfter.ts";
import { fieldToTime, timeToField } from "../../../ui/words/dates.ts";
import { isPassedOver, passedOverWords } from "../../../ui/words/passedOver.ts";
import styles from "./PanelForm.module.css";

interface Props {
  readonly interviewers: readonly PanelInterviewer[];
  readonly settled: SettledSeats;
  /** Whether the interviewer of that id stays. */
  readonly isSettled: (id: string) => boolean;
  readonly namedOf: (interviewer: PanelInterviewer) => string;
  /** By interviewer, what stands in the field of a time that clocks pass over; nobody's plan holds it. */
  readonly passedOver: PassedOver;
  readonly onChange: (interviewers: readonly PanelInterviewer[]) => void;
  readonly onPassedOver: (passedOver: PassedOver) => void;
}

/** The text of a field by an interviewer's id. */
export type PassedOver = ReadonlyMap<string, string>;

/** Who interviews, and when. */
export function Interviewers({
  interviewers,
  settled,
  isSettled,
  namedOf,
  passedOver,
  onChange,
  onPassedOver,
}: Props) {
  const app = useApp();
  const { attendedIds, namedIds } = settled;
  const rows = useRef<HTMLOListElement>(null);
  const addButton = useRef<HTMLButtonElement>(null);
  // The button goes with its row.
  const remove = ({ id }: PanelInterviewer) => {
    const at = interviewers.filter((one) => !isSettled(one.id)).findIndex((one) => one.id === id);
    focusAfter(
      () => onChange(interviewers.filter((one) => one.id !== id)),
      () => buttonOfRow(rows.current, "[data-remove]", at) ?? addButton.current,
    );
  };
  const schedule = (id: string, field: string) => {
    const others = [...passedOver].filter(([other]) => other !== id);
    const at = timeOf(field);
    const isGone = at !== null && isPassedOver(field);
    onPassedOver(new Map(isGone ? [...others, [id, field]] : others));
    const chosen = isGone ? null : at;
    onChange(interviewers.map((one) => (one.id === id ? scheduleInterviewer(one, chosen) : one)));
  };
  const timeFieldOf = ({ id, scheduledAt }: PanelInterviewer) =>
    passedOver.get(id) ?? (scheduledAt === undefined ? "" : timeToField(scheduledAt));
  return (
    <>
      {interviewers.length > 0 && (
        <p className={`row small soft ${styles.heads}`} aria-hidden="true">
          <span className={styles.name}>Name</span>
          {interviewers.some(({ id }) => !attendedIds.has(id)) && (
            <span className={styles.time}>Interview time (optional)</span>
          )}
        </p>
      )}
      <ol ref={rows} className={styles.interviewers}>
        {interviewers.map((interviewer, index) => (
          <li key={interviewer.id} className="row">
            <label htmlFor={`name-${interviewer.id}`} className="heard">
              Name of interviewer {index + 1}
            </label>
            <input
              id={`name-${interviewer.id}`}
              dir="auto"
              maxLength={LONGEST_NAME}
              autoComplete="off"
              placeholder={`Interviewer ${index + 1}`}
              className={styles.name}
              readOnly={namedIds.has(interviewer.id)}
              aria-describedby={namedIds.has(interviewer.id) ? "names-settled" : undefined}
              value={namedOf(interviewer)}
              onChange={(event) =>
                onChange(
                  interviewers.map((one) =>
                    one.id === interviewer.id ? { ...one, name: event.target.value } : one,
                  ),
                )
              }
            />
            {attendedIds.has(interviewer.id) ? (
              <span className="chip">scorecard received</span>
            ) : (
              <>
                <label htmlFor={`time-${interviewer.id}`} className="heard">
                  Interview time of interviewer {index + 1} (optional)
                </label>
                <input
                  id={`time-${interviewer.id}`}
                  type="datetime-local"
                  className={styles.time}
                  max="9998-12-31T23:59"
                  aria-invalid={passedOver.has(interviewer.id)}
                  aria-describedby={`time-${interviewer.id}-error`}
                  value={timeFieldOf(interviewer)}
                  onChange={(event) => schedule(interviewer.id, event.target.value)}
                />
                {!isSettled(interviewer.id) && (
                  <button
                    type="button"
                    id={`remove-${interviewer.id}`}
                    className="plain"
                    aria-label={`Remove: ${interviewer.name === "" ? `interviewer ${index + 1}` : interviewer.name}`}
                    title="Remove"
                    data-remove
                    onClick={() => remove(interviewer)}
                  >
                    ✕
                  </button>
                )}
                <p id={`time-${interviewer.id}-error`} className={styles.error} role="alert">
                  {passedOver.has(interviewer.id) && passedOverWords}
                </p>
              </>
            )}
          </li>
        ))}
      </ol>
      {interviewers.some(({ id }) => namedIds.has(id)) && (
        <p id="names-settled" className="small soft">
          Once an invitation is sent, the interviewer’s name can’t change. To replace somebody, remove them
          and add the other person.
        </p>
      )}
      <div className="row">
        <button
          type="button"
          id="panel-add"
          ref={addButton}
          disabled={interviewers.length >= MOST_SEATS}
          onClick={() => {
            const id = app.newId();
            focusAfter(
              () => onChange([...interviewers, { id, name: "", questionIds: [] }]),
              () => document.querySelector<HTMLElement>(`#${CSS.escape(`name-${id}`)}`),
            );
          }}
        >
          + Add an interviewer
        </button>
      </div>
    </>
  );
}

/** @returns epoch ms; null where the field is empty, or is being filled in */
function timeOf(field: string): number | null {
  const at = fieldToTime(field);
  return isTime(at) ? at : null;
}
