import { Link } from "wouter";
import type { Candidate } from "../../domain/candidates/candidate.ts";
import { candidateDueAt } from "../../domain/candidates/retention.ts";
import { candidateName } from "../../ui/words/candidateName.ts";
import { contentsToText, dateToText, deletedByHandToText, partTimeToText, roleOf } from "./candidateWords.ts";
import { candidateAddress } from "../../ui/page/addresses.ts";
import { CandidateActions } from "./CandidateActions.tsx";
import type { CandidateWork } from "./useCandidateWork.ts";
import styles from "./Candidates.module.css";

interface Props {
  readonly candidate: Candidate;
  readonly months: number;
  /** Epoch ms. */
  readonly now: number;
  readonly work: CandidateWork;
}

/** One candidate: what there is, when it is due, and what can be done. */
export function CandidateRow({ candidate, months, now, work }: Props) {
  const { parts, deletedByHand, hold } = candidate;
  const due = candidateDueAt(candidate, months);
  const isAnything = due !== null;
  return (
    <li className={styles.row}>
      <div className={styles.about}>
        <CandidateName candidate={candidate} />{" "}
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
                <bdi>{one.role}</bdi>, {deletedByHandToText(one)}
              </li>
            ))}
          </ul>
        )}
        {hold && (
          <p className="small">
            <b>Legal hold</b> since {dateToText(hold.heldAt)}: <bdi>{hold.reason}</bdi>
          </p>
        )}
      </div>
      {hold ? <span className="chip">legal hold</span> : due !== null && <DueChip at={due} now={now} />}
      <CandidateActions candidate={candidate} work={work} />
    </li>
  );
}

/** The name, which leads to all that there is of the candidate. */
function CandidateName({ candidate }: Pick<Props, "candidate">) {
  const id = candidate.parts[0]?.id ?? candidate.deletedByHand[0]?.id;
  const name = <b dir="auto">{candidateName(candidate.name)}</b>;
  return id === undefined ? name : <Link href={candidateAddress(id)}>{name}</Link>;
}

export function DueChip({ at, now }: { readonly at: number; readonly now: number }) {
  return at <= now ? (
    <span className={`chip figures ${styles.due}`}>due for deletion since {dateToText(at)}</span>
  ) : (
    <span className="chip figures">kept until {dateToText(at)}</span>
  );
}
