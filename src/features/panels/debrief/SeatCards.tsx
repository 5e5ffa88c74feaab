import { afterStartWords, type Coverage } from "../../../domain/panels/debrief.ts";
import type { BoardSeat, SeatSide } from "../../../domain/panels/seatStatus.ts";
import { useApp } from "../../../state/app/appContext.ts";
import { SeatMark } from "../../../ui/seats/SeatMark.tsx";
import styles from "./Debrief.module.css";

interface Props {
  readonly coverage: Coverage;
  readonly board: readonly BoardSeat[];
  readonly side: SeatSide;
  /** Those whose scorecards are here, and can't be read yet. */
  readonly lockedIds: ReadonlySet<string>;
  /** The sessions whose scorecards can be taken out. */
  readonly removableIds: ReadonlySet<string>;
  readonly onRemove: (sessionId: string) => void;
}

/** Who is in, and who is not. */
export function SeatCards({ coverage, board, side, lockedIds, removableIds, onRemove }: Props) {
  const now = useApp().clock.now();
  return (
    <ul className={styles.seats} aria-label="Interviewers">
      {coverage.seats.map(
        ({
          id,
          name,
          plannedName,
          isIn,
          isAfterStart,
          sessionId,
          questionCount,
          assessedCount,
          areaCount,
        }) => (
          <li key={id} className={`card ${styles.seat}`} data-in={isIn || lockedIds.has(id)}>
            <b dir="auto">{name}</b>
            <span className={`small soft figures ${styles.counts}`}>
              {plannedName !== null && (
                <>
                  invited as <bdi>{plannedName}</bdi> ·{" "}
                </>
              )}
              {questionCount} {questionCount === 1 ? "question" : "questions"}
              {isIn && ` · ${assessedCount} of ${areaCount} areas assessed`}
              {!isIn && lockedIds.has(id) && " · locked"}
            </span>
            {board
              .filter(({ interviewer }) => interviewer.id === id)
              .map(({ status, isLeadSeat }) => (
                <span key={id} className={styles.stand}>
                  <SeatMark status={status} side={side} isLeadSeat={isLeadSeat} now={now} />
                </span>
              ))}
            {isAfterStart && <span className="small">{afterStartWords}</span>}
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
        ),
      )}
    </ul>
  );
}
