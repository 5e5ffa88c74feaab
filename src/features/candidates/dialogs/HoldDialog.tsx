import { useRef, useState, type SubmitEvent } from "react";
import type { Candidate } from "../../../domain/candidates/candidate.ts";
import { errorToText } from "../../../domain/text/errorText.ts";
import { useApp } from "../../../state/app/appContext.ts";
import { holdCandidate } from "../../../state/candidates/candidates.ts";
import { useOpenDialog } from "../../../ui/page/useOpenDialog.ts";
import { candidateName } from "../../../ui/words/candidateName.ts";
import { ReasonField } from "./ReasonField.tsx";
import styles from "../Candidates.module.css";

interface Props {
  readonly candidate: Candidate;
  readonly onClose: () => void;
}

/** Puts a hold on a candidate, with its reason. */
export function HoldDialog({ candidate, onClose }: Props) {
  const app = useApp();
  const dialog = useOpenDialog();
  const [reason, setReason] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const [reasonProblem, setReasonProblem] = useState<string | null>(null);
  const reasonField = useRef<HTMLTextAreaElement>(null);

  const hold = async (event: SubmitEvent) => {
    event.preventDefault();
    setProblem(null);
    if (reason.trim() === "") {
      setReasonProblem("Enter a reason.");
      reasonField.current?.focus();
      return;
    }
    try {
      await holdCandidate(app, candidate.key, reason.trim());
      dialog.current?.close();
    } catch (error) {
      setProblem(`The legal hold was not saved. ${errorToText(error)}`);
    }
  };

  return (
    <dialog ref={dialog} aria-labelledby="hold-title" className={styles.dialog} onClose={onClose}>
      <form className={styles.content} onSubmit={(event) => void hold(event)} noValidate>
        <h2 id="hold-title">
          Legal hold for <bdi>{candidateName(candidate.name)}</bdi>
        </h2>
        <p className="soft">
          This candidate’s data is kept until the hold is released, for example while a complaint is open.
          Deleting it anyway needs a written reason.
        </p>
        {problem !== null && (
          <p className="notice error" role="alert">
            {problem}
          </p>
        )}
        <ReasonField
          ref={reasonField}
          label="Reason for the legal hold"
          value={reason}
          problem={reasonProblem}
          onChange={(value) => {
            setReason(value);
            setReasonProblem(null);
          }}
        />
        <div className="row">
          <button type="button" className="push" onClick={() => dialog.current?.close()}>
            Cancel
          </button>
          <button type="submit" className="primary">
            Place hold
          </button>
        </div>
      </form>
    </dialog>
  );
}
