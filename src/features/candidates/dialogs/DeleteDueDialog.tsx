import { useState } from "react";
import type { Candidate } from "../../../domain/candidates/candidate.ts";
import { errorToText } from "../../../domain/text/errorText.ts";
import { quantityToText } from "../../../domain/text/quantityText.ts";
import { useApp } from "../../../state/app/appContext.ts";
import { deleteCandidates } from "../../../state/candidates/candidates.ts";
import { useOpenDialog } from "../../../ui/page/useOpenDialog.ts";
import { candidateName } from "../../../ui/words/candidateName.ts";
import { ShutButton } from "../../../ui/fields/ShutButton.tsx";
import { contentsToText, copyProblemToText } from "../candidateWords.ts";
import { OutOfReach } from "./OutOfReach.tsx";
import { forgetDraftsOf } from "../deletedDrafts.ts";
import styles from "../Candidates.module.css";

interface Props {
  readonly due: readonly Candidate[];
  /** How many more are due, and on hold. */
  readonly heldCount: number;
  readonly onDone: (message: string) => void;
  readonly onClose: () => void;
}

const SHOWN_NAMES = 20;

/** Says what deleting everything that is due takes, and does it. */
export function DeleteDueDialog({ due, heldCount, onDone, onClose }: Props) {
  const app = useApp();
  const dialog = useOpenDialog();
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);

  const remove = async () => {
    setBusy(true);
    try {
      const wanted = due.map((candidate) => ({ candidate, parts: candidate.parts }));
      const result = await deleteCandidates(app, wanted, "");
      if (result.kind === "done") {
        forgetDraftsOf(wanted.filter(({ candidate }) => !result.open.includes(candidate)));
        dialog.current?.close();
        const left = result.open.map(({ name }) => candidateName(name)).join(", ");
        onDone(
          `Deleted permanently: ${quantityToText(result.deletedCount, "candidate")}.${left === "" ? "" : ` Not deleted, because an interview with them is open in another tab: ${left}.`}${copyProblemToText(result.copyProblem)}`,
        );
      } else setProblem("The data has changed. Close this dialog and check again.");
    } catch (error) {
      setProblem(`Nothing was deleted. ${errorToText(error)}`);
    }
    setBusy(false);
  };

  return (
    <dialog ref={dialog} aria-labelledby="due-title" className={styles.dialog} onClose={onClose}>
      <div className={styles.content}>
        <h2 id="due-title">Delete all due</h2>
        <p>
          {[quantityToText(due.length, "candidate"), contentsToText(due.flatMap(({ parts }) => parts))]
            .filter((text) => text !== "")
            .join(": ")}
          , with all notes, ratings and revisions. This can’t be undone, and no file brings them back.
        </p>
        <ul className={styles.names}>
          {due.slice(0, SHOWN_NAMES).map((candidate) => (
            <li key={candidate.key} dir="auto">
              {candidateName(candidate.name)}
            </li>
          ))}
          {due.length > SHOWN_NAMES && <li className="soft">and {due.length - SHOWN_NAMES} more</li>}
        </ul>
        {heldCount > 0 && <p>Kept under a legal hold: {quantityToText(heldCount, "more candidate")}.</p>}
        {problem !== null && (
          <p className="notice error" role="alert">
            {problem}
          </p>
        )}
        <OutOfReach />
        <div className="row">
          <button type="button" className="push" onClick={() => dialog.current?.close()}>
            Cancel
          </button>
          <ShutButton className="danger" isShut={isBusy} onClick={() => void remove()}>
            {isBusy ? "Deleting…" : "Delete permanently"}
          </ShutButton>
        </div>
      </div>
    </dialog>
  );
}
