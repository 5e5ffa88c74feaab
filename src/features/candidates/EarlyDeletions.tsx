import { quantityToText } from "../../domain/text/quantityText.ts";
import { useEarlyDeletions } from "../../state/candidates/candidates.ts";
import { dateToText } from "./candidateWords.ts";
import styles from "./Candidates.module.css";

/** Why data was deleted before it was due or under a legal hold, for whoever is responsible for it; no names. */
export function EarlyDeletions() {
  const deletions = useEarlyDeletions();
  if (deletions.length === 0) return null;
  return (
    <details>
      <summary>
        Early deletions <span className="soft small">{deletions.length}</span>
      </summary>
      <ul className={styles.early} aria-label="Early deletions">
        {deletions.map(({ deletedAt, reason, count }) => (
          <li key={`${deletedAt} ${reason}`}>
            <span className="soft small figures">
              {dateToText(deletedAt)}, {quantityToText(count, "record")}
            </span>
            <p dir="auto">{reason}</p>
          </li>
        ))}
      </ul>
    </details>
  );
}
