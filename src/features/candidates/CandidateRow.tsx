import type { Candidate } from "../../domain/candidates/candidate.ts";
import { candidateDueAt } from "../../domain/candidates/retention.ts";
import {
  contentsToText,
  dayToText,
  deletedToText,
  nameOf,
  partTimeToText,
  roleOf,
} from "./candidateWords.ts";
import styles from "./Candidates.module.css";

interface Props {
  readonly candidate: Candidate;
  readonly months: number;
  /** Epoch ms. */
  readonly now: number;
  readonly onAccess: () => void;
  readonly onHold: () => void;
  readonly onRelease: () => void;
  readonly onDelete: () => void;
}

/** One candidate: what there is, when it is due, and what can be done. */
export function CandidateRow({ candidate, months, now, onAccess, onHold, onRelease, onDelete }: Props) {
  const { parts, deletedByHand, hold } = candidate;
  const due = candidateDueAt(candidate, months);
  const isAnything = due !== null;
  const name = nameOf(candidate);
  const forWhom = <span className="heard"> {name}</span>;
  return (
    <li className={styles.row}>
      <div className={styles.about}>
        <b dir="auto">{name}</b>{" "}
        <span className="soft small">{isAnything ? contentsToText(parts) : "legal hold only"}</span>
        {isAnything && (
          <ul className="small soft">
            {parts.map((part) => (
              <li key={part.id}>
                <bdi>{roleOf(part)}</bdi>, {part.panel ? "panel" : "interview"}, {partTimeToText(part)}
              </li>
            ))}
            {deletedByHand.map((one) => (
              <li key={one.id}>
                <bdi>{one.role}</bdi>, {deletedToText(one)}
              </li>
            ))}
          </ul>
        )}
        {hold && (
          <p className="small">
            <b>Legal hold</b> since {dayToText(hold.heldAt)}: <bdi>{hold.reason}</bdi>
          </p>
        )}
      </div>
      {hold ? <span className="chip">legal hold</span> : due !== null && <DueChip at={due} now={now} />}
      <span className={styles.actions}>
        {parts.length > 0 && (
          <button type="button" className="plain" onClick={onAccess}>
            Access request<span className="heard">: {name}</span>
          </button>
        )}
        {hold ? (
          <button type="button" className="plain" onClick={onRelease}>
            Release hold{forWhom}
          </button>
        ) : (
          <button type="button" className="plain" onClick={onHold}>
            Place legal hold{forWhom}
          </button>
        )}
        {isAnything && (
          <button type="button" className="plain danger" onClick={onDelete}>
            Delete{forWhom}
          </button>
        )}
      </span>
    </li>
  );
}

function DueChip({ at, now }: { readonly at: number; readonly now: number }) {
  return at <= now ? (
    <span className={`chip figures ${styles.due}`}>due since {dayToText(at)}</span>
  ) : (
    <span className="chip figures">due {dayToText(at)}</span>
  );
}
