import { quantityToText } from "../../domain/text/quantityText.ts";
import type { DeletedSession } from "../../state/session/removal.ts";
import { UndoNotice } from "../../ui/parts/UndoNotice.tsx";

interface Props {
  /** What was deleted together. */
  readonly group: readonly DeletedSession[];
  /** How the name of a candidate is shown. */
  readonly shown: (name: string) => string;
  readonly onUndo: () => void;
  readonly onDismiss: () => void;
}

/** Says which interviews were deleted, and brings them back. */
export function RemovedNotice({ group, shown, onUndo, onDismiss }: Props) {
  const [only] = group;
  return (
    <UndoNotice onUndo={onUndo} onDismiss={onDismiss}>
      {group.length > 1 || !only ? (
        <>Deleted {quantityToText(group.length, "interview")}.</>
      ) : (
        <>
          Deleted the interview with <bdi>{shown(only.first.session.candidate)}</bdi>.
        </>
      )}
    </UndoNotice>
  );
}
