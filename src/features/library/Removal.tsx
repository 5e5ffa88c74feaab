import { useEffect, useState } from "react";
import { errorToText } from "../../domain/text/errorText.ts";
import { quantityToText } from "../../domain/text/quantityText.ts";
import { useApp } from "../../state/app/appContext.ts";
import { dismissRemoved, putBackSessions, useRestorableSessions } from "../../state/session/removal.ts";
import type { RemovalQuestion, RemovedGroup } from "../../state/session/library.ts";
import { forgetTabDraftsOf } from "../../ui/page/tabDraft.ts";
import { useOpenDialog } from "../../ui/page/useOpenDialog.ts";
import { UndoNotice } from "../../ui/parts/UndoNotice.tsx";
import styles from "./LibraryPage.module.css";

/** Those that were on the screen before it was left and gone to again. */
const seen = new WeakSet<RemovedGroup>();
/** By the id of an interview that can be put back, what puts back what was typed about it and not saved. */
const drafts = new Map<string, () => void>();

interface Props {
  readonly question: RemovalQuestion | null;
  /** How the name of a candidate is shown. */
  readonly shown: (name: string) => string;
  /** Called with what is to be deleted after all. */
  readonly onRemove: (ids: readonly string[], seenIds: null) => Promise<void>;
  /** Called when the question is out of the way. */
  readonly onAnswered: (question: null) => void;
  /** Called with why something was not restored, or null where nothing is in the way. */
  readonly onProblem: (problem: string | null) => void;
}

/** Asks before interviews go, says which interviews were deleted, and brings them back. The last stays when they are, to say so. */
export function Removal({ question, shown, onRemove, onAnswered, onProblem }: Props) {
  const app = useApp();
  const groups = useRestorableSessions();
  const [said, setSaid] = useState("");

  useEffect(() => {
    const ids = new Set((groups ?? []).flatMap(idsOf));
    for (const id of drafts.keys()) if (!ids.has(id)) drafts.delete(id);
    for (const id of ids) if (!drafts.has(id)) drafts.set(id, forgetTabDraftsOf(id));
    return () => groups?.forEach((group) => seen.add(group));
  }, [groups]);

  const putBack = async (group: RemovedGroup) => {
    onProblem(null);
    setSaid("");
    const putBackDrafts = idsOf(group).map((id) => drafts.get(id));
    try {
      const problem = await putBackSessions(app, group);
      onProblem(problem);
      if (problem !== null) return;
      for (const putBackDraft of putBackDrafts) putBackDraft?.();
      setSaid(`Restored ${quantityToText(group.length, "interview")}.`);
    } catch (error) {
      onProblem(`It could not be restored: ${errorToText(error)} Try again.`);
    }
  };

  return (
    <>
      {question && (
        <DeleteDialog
          {...question}
          shown={shown}
          onDelete={() => void onRemove(question.ids, null)}
          onClose={() => onAnswered(null)}
        />
      )}
      {groups?.map((group) => {
        const [only] = group;
        return (
          <UndoNotice
            key={idsOf(group).join(" ")}
            isNew={!seen.has(group)}
            onUndo={() => void putBack(group)}
            onDismiss={() => dismissRemoved(group)}
          >
            {group.length > 1 || !only ? (
              <>Deleted {quantityToText(group.length, "interview")}.</>
            ) : (
              <>
                Deleted the interview with <bdi>{shown(only.first.session.candidate)}</bdi>.
              </>
            )}
          </UndoNotice>
        );
      })}
      <p className="heard" role="status">
        {said}
      </p>
    </>
  );
}

function idsOf(group: RemovedGroup): readonly string[] {
  return group.map(({ first }) => first.session.id);
}

interface QuestionProps extends RemovalQuestion {
  /** How the name of a candidate is shown. */
  readonly shown: (name: string) => string;
  readonly onDelete: () => void;
  readonly onClose: () => void;
}

/** Asks before ratings and notes go, and says once more how many interviews it is where not all of them are seen. */
function DeleteDialog({ ids, candidate, writtenCount, isAllSeen, shown, onDelete, onClose }: QuestionProps) {
  const dialog = useOpenDialog();
  const count = quantityToText(ids.length, "interview");
  return (
    <dialog ref={dialog} aria-labelledby="delete-interviews" onClose={onClose}>
      <h2 id="delete-interviews">
        {candidate !== null ? (
          <>
            Delete the interview with <bdi>{shown(candidate)}</bdi>?
          </>
        ) : (
          <>Delete {count}?</>
        )}
      </h2>
      <div className={styles.asking}>
        {writtenCount > 0 && (
          <p>
            {ids.length === 1
              ? "Its ratings and notes are deleted too."
              : `${writtenCount} of them ${writtenCount === 1 ? "has" : "have"} ratings or notes, which are deleted too.`}{" "}
            You can undo this until this page is closed or reloaded.
          </p>
        )}
        {!isAllSeen && (
          <p>
            Interviews that are not shown on this screen are among them. Submitted scorecards are kept, and so
            is what is on a legal hold.
          </p>
        )}
      </div>
      <div className="row">
        <button type="button" className="push" onClick={() => dialog.current?.close()}>
          Cancel
        </button>
        <button
          type="button"
          className="danger"
          onClick={() => {
            // Gives the focus back first: where nothing can be deleted it stays there.
            dialog.current?.close();
            onDelete();
          }}
        >
          Delete {candidate !== null ? "interview" : count}
        </button>
      </div>
    </dialog>
  );
}
