import { useState } from "react";
import type { Candidate } from "../../domain/candidates/candidate.ts";
import { candidateKey } from "../../domain/candidates/candidateKey.ts";
import type { NameMerge } from "../../domain/candidates/nameMerges.ts";
import { errorToText } from "../../domain/text/errorText.ts";
import { useApp } from "../../state/app/appContext.ts";
import { separate } from "../../state/candidates/merging.ts";
import { focusOnMount } from "../../ui/page/focusOnMount.ts";
import { UndoNotice } from "../../ui/parts/UndoNotice.tsx";
import { candidateName } from "../../ui/words/candidateName.ts";
import { MergeDialog } from "./dialogs/MergeDialog.tsx";
import { dateToText } from "./candidateWords.ts";
import styles from "./Candidates.module.css";

interface Props {
  readonly candidate: Candidate;
}

/** The names that are this candidate's, of which each can be taken away again; another candidate's can be added. */
export function RecordedNames({ candidate }: Props) {
  const app = useApp();
  const [isAsking, setAsking] = useState(false);
  const [merged, setMerged] = useState<NameMerge | null>(null);
  const [undone, setUndone] = useState<NameMerge | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  const undo = async (merge: NameMerge) => {
    setProblem(null);
    try {
      await separate(app, merge);
      setMerged(null);
      setUndone(merge);
    } catch (error) {
      setProblem(`The merge was not undone. ${errorToText(error)} Try again.`);
    }
  };

  return (
    <section className={styles.section} aria-labelledby="names">
      <h2 id="names">Recorded names</h2>
      {problem !== null && (
        <p className="notice error" role="alert">
          {problem}
        </p>
      )}
      {merged && (
        <UndoNotice onUndo={() => void undo(merged)} onDismiss={() => setMerged(null)}>
          Merged <bdi>{merged.name}</bdi> into <bdi>{merged.intoName}</bdi>.
        </UndoNotice>
      )}
      {undone && (
        // The button that was pressed went with its row.
        <p key={undone.name} ref={focusOnMount} tabIndex={-1} className="notice good" role="status">
          Merge undone: <bdi>{undone.name}</bdi> and <bdi>{undone.intoName}</bdi> are two candidates again.
        </p>
      )}
      {candidate.merges.length === 0 ? (
        <p className="soft">
          <bdi>{candidateName(candidate.name)}</bdi> only.
        </p>
      ) : (
        <ul className={`card ${styles.list}`} aria-label="Merged names">
          {candidate.merges.map((merge) => (
            <li key={merge.name} className={styles.entry}>
              <bdi>{merge.name}</bdi>
              <span className="soft small figures">merged {dateToText(merge.mergedAt)}</span>
              <button type="button" className="plain" onClick={() => void undo(merge)}>
                Undo merge<span className="heard">: {merge.name}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <p>
        <button type="button" onClick={() => setAsking(true)}>
          Merge with another candidate…
        </button>
      </p>
      {isAsking && (
        <MergeDialog
          candidate={candidate}
          onMerged={(merge) => {
            setUndone(null);
            setMerged(merge);
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </section>
  );
}

/** The name that something was recorded under, where it is not the one that the candidate goes by. */
export function RecordedAs({ name, candidate }: { readonly name: string; readonly candidate: Candidate }) {
  if (candidateKey(name) === candidate.key) return null;
  return (
    <span className="soft small">
      {" "}
      as <bdi>{name}</bdi>
    </span>
  );
}
