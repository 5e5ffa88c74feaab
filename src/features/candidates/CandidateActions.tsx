import type { Candidate } from "../../domain/candidates/candidate.ts";
import { candidateName } from "../../ui/words/candidateName.ts";
import type { CandidateWork } from "./useCandidateWork.ts";
import styles from "./Candidates.module.css";

interface Props {
  readonly candidate: Candidate;
  readonly work: CandidateWork;
}

/** What can be done with a candidate. */
export function CandidateActions({ candidate, work: { want, release } }: Props) {
  const { parts, deletedByHand, hold } = candidate;
  const isAnything = parts.length + deletedByHand.length > 0;
  const name = candidateName(candidate.name);
  const forWhom = <span className="heard"> {name}</span>;
  return (
    <span className={styles.actions}>
      {parts.length > 0 && (
        <button type="button" className="plain" onClick={() => want({ kind: "access", candidate })}>
          Access request…{forWhom}
        </button>
      )}
      {hold ? (
        <button type="button" className={`plain ${styles.hold}`} onClick={() => release(candidate)}>
          Release hold{forWhom}
        </button>
      ) : (
        <button
          type="button"
          className={`plain ${styles.hold}`}
          onClick={() => want({ kind: "hold", candidate })}
        >
          Place legal hold…{forWhom}
        </button>
      )}
      {isAnything && (
        <button
          type="button"
          className={`plain danger ${styles.delete}`}
          onClick={() => want({ kind: "delete", candidate, onlyId: null })}
        >
          Delete…{forWhom}
        </button>
      )}
    </span>
  );
}
