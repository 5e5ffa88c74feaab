import { useRef, useState, type SubmitEvent } from "react";
import { idsIn, type Candidate } from "../../../domain/candidates/candidate.ts";
import { errorToText } from "../../../domain/text/errorText.ts";
import { monthsToText } from "../../../domain/text/quantityText.ts";
import { deletionRefusal } from "../../../domain/candidates/retention.ts";
import { useApp } from "../../../state/app/appContext.ts";
import { useIsStillToUnlock } from "../../../state/team/earlyRequests.ts";
import { deleteCandidates, type CandidateDeletionResult } from "../../../state/candidates/candidates.ts";
import { useOpenDialog } from "../../../ui/page/useOpenDialog.ts";
import { candidateName } from "../../../ui/words/candidateName.ts";
import { ShutButton } from "../../../ui/fields/ShutButton.tsx";
import { copyProblemToText, dateToText, deletedByHandToText } from "../candidateWords.ts";
import { OutOfReach } from "./OutOfReach.tsx";
import { PartPicker } from "./PartPicker.tsx";
import { forgetDraftsOf } from "../deletedDrafts.ts";
import { ReasonField } from "./ReasonField.tsx";
import styles from "../Candidates.module.css";

interface Props {
  readonly candidate: Candidate;
  /** The interview or panel that is to go; null for all. */
  readonly onlyId: string | null;
  /** For how many months candidates are kept. */
  readonly months: number;
  readonly onDone: (message: string) => void;
  readonly onClose: () => void;
}

const changedWords = "This candidate’s data has changed. Close this dialog and check again.";

/** Says what deleting a candidate takes, why it is refused where it is, and does it. */
export function DeleteDialog({ candidate, onlyId, months, onDone, onClose }: Props) {
  const app = useApp();
  const dialog = useOpenDialog();
  const [leftOutIds, setLeftOutIds] = useState<ReadonlySet<string>>(
    () =>
      new Set(
        candidate.parts.flatMap((part) => (onlyId === null || idsIn([part]).has(onlyId) ? [] : part.id)),
      ),
  );
  const [reason, setReason] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const [reasonProblem, setReasonProblem] = useState<string | null>(null);
  const reasonField = useRef<HTMLTextAreaElement>(null);
  const [isBusy, setBusy] = useState(false);
  const { deletedByHand } = candidate;
  const parts = candidate.parts.filter(({ id }) => !leftOutIds.has(id));
  const isToUnlock = useIsStillToUnlock(
    parts.flatMap(({ sessions }) => sessions.flatMap(({ panel }) => panel?.panelId ?? [])),
  );
  const isWhole = parts.length === candidate.parts.length;
  const isNothing = parts.length === 0 && !isWhole;
  const refusal = isNothing ? null : deletionRefusal(parts, candidate.hold, months, app.clock.now());

  const refuseReason = (why: string) => {
    setProblem(null);
    setReasonProblem(why);
    reasonField.current?.focus();
  };

  const tell = (result: CandidateDeletionResult) => {
    switch (result.kind) {
      case "done":
        if (result.open.length > 0) {
          setProblem("An interview with this candidate is open in another tab. Close it there, then delete.");
          return;
        }
        forgetDraftsOf([{ candidate, parts }]);
        dialog.current?.close();
        onDone(
          `Deleted permanently: ${isWhole ? "all data of the candidate" : "the selected records"}.${copyProblemToText(result.copyProblem)}`,
        );
        return;
      case "named":
        refuseReason(
          `The reason contains “${result.word}”, part of the candidate’s name. The reason is kept after the deletion, so write it without the name.`,
        );
        return;
      case "changed":
        setProblem(changedWords);
        return;
      case "hold":
      case "early":
        // What came since the dialog was opened has no field for a reason here.
        setProblem(refusal ? "Deleting this now needs a written reason." : changedWords);
    }
  };

  const remove = async (event: SubmitEvent) => {
    event.preventDefault();
    setReasonProblem(null);
    if (isNothing) {
      setProblem("Nothing is selected. Check the records to delete.");
      return;
    }
    if (refusal && reason.trim() === "") {
      refuseReason("Enter a reason.");
      return;
    }
    setBusy(true);
    try {
      tell(await deleteCandidates(app, [{ candidate, parts }], refusal ? reason.trim() : ""));
    } catch (error) {
      setProblem(`Nothing was deleted. ${errorToText(error)}`);
    }
    setBusy(false);
  };

  return (
    <dialog ref={dialog} aria-labelledby="delete-title" className={styles.dialog} onClose={onClose}>
      <form className={styles.content} onSubmit={(event) => void remove(event)} noValidate>
        <h2 id="delete-title">
          Delete <bdi>{candidateName(candidate.name)}</bdi>
        </h2>
        {candidate.parts.length > 0 && (
          <PartPicker
            legend="People can share a name. Uncheck records that aren’t theirs."
            parts={candidate.parts}
            leftOutIds={leftOutIds}
            onLeaveOut={setLeftOutIds}
          />
        )}
        {deletedByHand.length > 0 && isWhole && (
          <div>
            <p className="small soft">
              Records deleted earlier won’t come back from a backup or a file either:
            </p>
            <ul className="small">
              {deletedByHand.map((one) => (
                <li key={one.id}>
                  <bdi>{one.role}</bdi>, {deletedByHandToText(one)}
                </li>
              ))}
            </ul>
          </div>
        )}
        {problem !== null && (
          <p className="notice error" role="alert">
            {problem}
          </p>
        )}
        {refusal && (
          <>
            <p className="notice">
              {refusal.kind === "hold" ? (
                <>
                  <b>Legal hold</b> since {dateToText(refusal.hold.heldAt)}: <bdi>{refusal.hold.reason}</bdi>
                </>
              ) : (
                <>
                  <b>Not due before {dateToText(refusal.dueAt)}</b>: data is kept for {monthsToText(months)}{" "}
                  after the decision, or after the last change.
                </>
              )}
            </p>
            <ReasonField
              ref={reasonField}
              label={
                refusal.kind === "hold" ? "Reason for overriding the legal hold" : "Reason for early deletion"
              }
              value={reason}
              problem={reasonProblem}
              hint={`Only the person responsible for this data should override ${refusal.kind === "hold" ? "a legal hold" : "retention"}. The reason is kept, so don’t name the candidate in it.`}
              onChange={(value) => {
                setReason(value);
                setReasonProblem(null);
              }}
            />
          </>
        )}
        <p className="small">
          Notes, ratings, recommendations, revisions and the panel’s keys are deleted too. This can’t be
          undone, and no file brings them back.
        </p>
        {isToUnlock && (
          <p className="notice">
            A lead who has still to submit can’t open this panel’s scorecards yet. This browser is one of
            those that unlock them; if no other interviewer’s can, they stay locked permanently.
          </p>
        )}
        <OutOfReach />
        <div className="row">
          <button type="button" className="push" onClick={() => dialog.current?.close()}>
            Cancel
          </button>
          <ShutButton type="submit" className="danger" isShut={isBusy}>
            {isBusy ? "Deleting…" : refusal ? "Override and delete" : "Delete permanently"}
          </ShutButton>
        </div>
      </form>
    </dialog>
  );
}
