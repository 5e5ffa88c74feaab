import type { Coverage } from "../../domain/debrief.ts";
import styles from "./Debrief.module.css";

/** Who is in, and who is not. */
export function SeatCards({ coverage }: { readonly coverage: Coverage }) {
  return (
    <ul className={styles.seats} aria-label="Interviewers">
      {coverage.seats.map((seat) => (
        <li key={seat.id} className={`card ${styles.seat}`} data-in={seat.isIn}>
          <b dir="auto">{seat.name}</b>
          <span className="small soft figures">
            {seat.questionCount} {seat.questionCount === 1 ? "question" : "questions"}
            {seat.isIn ? ` · ${seat.ratedCount} of ${seat.areaCount} areas rated` : " · not submitted yet"}
          </span>
        </li>
      ))}
    </ul>
  );
}
