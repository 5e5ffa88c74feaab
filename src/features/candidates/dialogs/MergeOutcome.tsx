import type { Candidate } from "../../../domain/candidates/candidate.ts";
import { candidateDueAt } from "../../../domain/candidates/retention.ts";
import { keepsShut } from "../../../domain/panels/panel.ts";
import { quantityToText } from "../../../domain/text/quantityText.ts";
import { useExportsOf } from "../../../state/candidates/candidates.ts";
import { candidateName } from "../../../ui/words/candidateName.ts";
import { contentsToText, dateToText } from "../candidateWords.ts";
import styles from "../Candidates.module.css";

interface Props {
  readonly goes: Candidate;
  readonly stays: Candidate;
  /** For how many months candidates are kept. */
  readonly months: number;
}

/** What comes of a merge: what moves to whom, how long all of it is kept, and what goes on being held. */
export function MergeOutcome({ goes, stays, months }: Props) {
  const fileCount = useExportsOf(goes.parts).length;
  const moving = [
    ...(goes.parts.length > 0 ? [contentsToText(goes.parts)] : []),
    ...(goes.deletedByHand.length > 0
      ? [`${quantityToText(goes.deletedByHand.length, "record")} deleted earlier`]
      : []),
    ...(fileCount > 0 ? [quantityToText(fileCount, "export")] : []),
  ];
  const parts = [...stays.parts, ...goes.parts];
  const due = candidateDueAt({ ...stays, parts }, months);
  const held = [goes, stays].filter(({ hold }) => hold !== null);
  const sessions = parts.flatMap((part) => part.sessions);
  // All of it is one person's then.
  const personOf = () => stays.key;
  const isShut = parts.some(
    ({ panel }) => panel && sessions.some((session) => keepsShut(session, panel, personOf)),
  );
  return (
    <ul className={`small ${styles.outcome}`} aria-label="What the merge does">
      <li>
        <bdi>{candidateName(goes.name)}</bdi> is no longer listed. Moves to{" "}
        <bdi>{candidateName(stays.name)}</bdi>: {moving.join(", ")}. Each scorecard and file keeps the name it
        was recorded with.
      </li>
      {due !== null && (
        <li>Data retention: the later date applies. Everything is due for deletion {dateToText(due)}.</li>
      )}
      {held.map((one) => (
        <li key={one.key}>
          The legal hold on <bdi>{candidateName(one.name)}</bdi> covers everything.
        </li>
      ))}
      {isShut && <li>Other interviewers’ scorecards stay closed until the open interviews are submitted.</li>}
    </ul>
  );
}
