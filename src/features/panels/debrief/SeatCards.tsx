import type { Coverage } from "../../../domain/panels/debrief.ts";
import styles from "./Debrief.module.css";

interface Props {
  readonly coverage: Coverage;
  /** The sessions whose scorecards can be taken out. */
  readonly removableIds: ReadonlySet<string>;
  readonly onRemove: (sessionId: string) => void;
}

/** Who is in, and who is not. */
export function SeatCards({ coverage, removableIds, onRemove }: Props) {
  return (
    <ul className={styles.seats} aria-label="Interviewers">
      {coverage.seats.map(({ id, name, isIn, sessionId, questionCount, ratedCount, areaCount }) => (
        <li key={id} className={`card ${styles.seat}`} data-in={isIn}>
          <b dir="auto">{name}</b>
          <span className="small soft figures">
            {questionCount} {questionCount === 1 ? "question" : "questions"}
            {isIn ? ` · ${ratedCount} of ${areaCount} areas rated` : " · pending"}
          </span>
          {sessionId !== null && removableIds.has(sessionId) && (
            <button
              type="button"
              className={`plain noPrint ${styles.takeOut}`}
              onClick={() => onRemove(sessionId)}
            >
              Remove<span className="heard"> the scorecard of {name}</span>
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
