import { useState } from "react";
import { errorToText } from "../../domain/text/errorText.ts";
import { quantityToText } from "../../domain/text/quantityText.ts";
import { useApp } from "../../state/app/appContext.ts";
import { putBackSessions, type DeletedSession } from "../../state/session/removal.ts";
import { UndoNotice } from "../../ui/parts/UndoNotice.tsx";

/** What was deleted together. */
type Group = readonly DeletedSession[];

interface Props {
  readonly groups: readonly Group[];
  /** How the name of a candidate is shown. */
  readonly shown: (name: string) => string;
  /** Called with what needs no notice any more. */
  readonly onDone: (group: Group) => void;
  /** Called with why something was not restored, or null where nothing is in the way. */
  readonly onProblem: (problem: string | null) => void;
}

/** Says which interviews were deleted, and brings them back. It stays when they are, to say so. */
export function RemovedNotices({ groups, shown, onDone, onProblem }: Props) {
  const app = useApp();
  const [said, setSaid] = useState("");

  const putBack = async (group: Group) => {
    onProblem(null);
    setSaid("");
    try {
      const problem = await putBackSessions(app, group);
      onProblem(problem);
      onDone(group);
      if (problem === null) setSaid(`Restored ${quantityToText(group.length, "interview")}.`);
    } catch (error) {
      onProblem(`It could not be restored: ${errorToText(error)} Try again.`);
    }
  };

  return (
    <>
      {groups.map((group) => {
        const [only] = group;
        return (
          <UndoNotice
            key={group.map(({ first }) => first.session.id).join(" ")}
            onUndo={() => void putBack(group)}
            onDismiss={() => onDone(group)}
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
