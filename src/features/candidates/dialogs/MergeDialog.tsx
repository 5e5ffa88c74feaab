import { useDeferredValue, useState, type SubmitEvent } from "react";
import { isNamedBy, type Candidate } from "../../../domain/candidates/candidate.ts";
import type { NameMerge } from "../../../domain/candidates/nameMerges.ts";
import { errorToText } from "../../../domain/text/errorText.ts";
import { textToTokens } from "../../../domain/text/tokens.ts";
import { useApp } from "../../../state/app/appContext.ts";
import { useCandidates, type CandidateShelf } from "../../../state/candidates/candidates.ts";
import { mergeIntoOne } from "../../../state/candidates/merging.ts";
import { useOpenDialog } from "../../../ui/page/useOpenDialog.ts";
import { SearchField } from "../../../ui/parts/SearchField.tsx";
import { candidateName } from "../../../ui/words/candidateName.ts";
import { contentsToText } from "../candidateWords.ts";
import { MergeOutcome } from "./MergeOutcome.tsx";
import styles from "../Candidates.module.css";

interface Props {
  readonly candidate: Candidate;
  readonly onMerged: (merge: NameMerge) => void;
  readonly onClose: () => void;
}

/** Has a candidate count as one with another, after it was said which name stays and what comes of it. */
export function MergeDialog(props: Props) {
  const shelf = useCandidates();
  return shelf ? <MergeForm {...props} {...shelf} /> : null;
}

function MergeForm({ candidate, candidates, months, onMerged, onClose }: Props & CandidateShelf) {
  const app = useApp();
  const dialog = useOpenDialog();
  const [otherKey, setOtherKey] = useState<string | null>(null);
  const [staysKey, setStaysKey] = useState(candidate.key);
  const [problem, setProblem] = useState<string | null>(null);
  const other = candidates.find(({ key }) => key === otherKey);
  const stays = other?.key === staysKey ? other : candidate;
  const goes = other && (stays === other ? candidate : other);
  // Of one with but a legal hold only the key of the name is known.
  const others = candidates.filter(
    (one) => one.key !== candidate.key && one.parts.length + one.deletedByHand.length > 0,
  );

  const merge = async (event: SubmitEvent) => {
    event.preventDefault();
    if (!goes) {
      setProblem("Select the other candidate.");
      return;
    }
    try {
      const merged = await mergeIntoOne(app, goes, stays);
      if (merged) {
        dialog.current?.close();
        onMerged(merged);
      } else setProblem("The data of these candidates has changed. Close this dialog and check again.");
    } catch (error) {
      setProblem(`Nothing was merged. ${errorToText(error)}`);
    }
  };

  return (
    <dialog ref={dialog} aria-labelledby="merge-title" className={styles.dialog} onClose={onClose}>
      <form className={styles.content} onSubmit={(event) => void merge(event)} noValidate>
        <h2 id="merge-title">
          Merge <bdi>{candidateName(candidate.name)}</bdi> with another candidate
        </h2>
        <p className="soft">
          For one person who is recorded under two names. You can undo it on the candidate’s page.
        </p>
        {others.length > 0 ? (
          <OtherPicker
            candidate={candidate}
            others={others}
            otherKey={otherKey}
            onPick={(key) => {
              setOtherKey(key);
              setProblem(null);
            }}
          />
        ) : (
          <p>There is no other candidate on this device.</p>
        )}
        {goes && (
          <>
            <fieldset className={styles.parts}>
              <legend className="small soft">Name to keep</legend>
              {[candidate, other].map((one) => (
                <label key={one.key} className={styles.part}>
                  <input
                    type="radio"
                    name="stays"
                    checked={one === stays}
                    onChange={() => setStaysKey(one.key)}
                  />
                  <bdi>{candidateName(one.name)}</bdi>
                </label>
              ))}
            </fieldset>
            <MergeOutcome goes={goes} stays={stays} months={months} />
          </>
        )}
        {problem !== null && (
          <p className="notice error" role="alert">
            {problem}
          </p>
        )}
        <div className="row">
          <button type="button" className="push" onClick={() => dialog.current?.close()}>
            {others.length > 0 ? "Cancel" : "Close"}
          </button>
          {others.length > 0 && (
            <button type="submit" className="primary">
              Merge candidates
            </button>
          )}
        </div>
      </form>
    </dialog>
  );
}

const SHOWN = 6;

interface PickerProps {
  readonly candidate: Candidate;
  readonly others: readonly Candidate[];
  readonly otherKey: string | null;
  readonly onPick: (key: string) => void;
}

function OtherPicker({ candidate, others, otherKey, onPick }: PickerProps) {
  const [text, setText] = useState("");
  const words = textToTokens(useDeferredValue(text));
  const own = new Set(candidate.key.split(" "));
  const sharedCount = ({ key }: Candidate) => key.split(" ").filter((word) => own.has(word)).length;
  const found = others
    .filter((one) => isNamedBy(one, words))
    .toSorted((a, b) => sharedCount(b) - sharedCount(a));
  const picked = others.find(({ key }) => key === otherKey);
  const shown = found.slice(0, SHOWN);
  return (
    <>
      <SearchField placeholder="Name" value={text} onChange={setText} />
      <fieldset className={styles.parts}>
        <legend className="small soft">Other candidate</legend>
        {/* Who was picked stays in sight, whatever is looked for next. */}
        {(picked && !shown.includes(picked) ? [picked, ...shown] : shown).map((one) => (
          <label key={one.key} className={styles.option}>
            <input
              type="radio"
              name="other"
              checked={one.key === otherKey}
              onChange={() => onPick(one.key)}
            />
            <bdi>{candidateName(one.name)}</bdi>{" "}
            <span className="small soft">{contentsToText(one.parts)}</span>
          </label>
        ))}
        {found.length === 0 && <p className="soft">No candidate matches.</p>}
        {found.length > shown.length && (
          <p className="small soft">
            {found.length - shown.length} more. Enter part of the name to find them.
          </p>
        )}
      </fieldset>
    </>
  );
}
