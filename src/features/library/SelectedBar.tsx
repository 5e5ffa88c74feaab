import { useState } from "react";
import { reachOf, reachToText } from "../../domain/search/selection.ts";
import { quantityToText } from "../../domain/text/quantityText.ts";
import { useOpenDialog } from "../../ui/page/useOpenDialog.ts";
import styles from "./LibraryPage.module.css";

interface Props {
  readonly selected: ReadonlySet<string>;
  /** The interviews that are shown. */
  readonly shownIds: readonly string[];
  /** All that the filter matches, where they were counted. */
  readonly matchingIds: readonly string[];
  /** Whether they were selected as such. */
  readonly isCounted: boolean;
  readonly onSelectAll: () => void;
  readonly onExport: (ids: readonly string[]) => void;
  readonly onRemove: (ids: readonly string[]) => void;
  readonly onClear: () => void;
}

/** What can be done with the rows that are selected: with those that are seen or were counted, and no other. */
export function SelectedBar({
  selected,
  shownIds,
  matchingIds,
  isCounted,
  onSelectAll,
  onExport,
  onRemove,
  onClear,
}: Props) {
  const [asked, setAsked] = useState<readonly string[] | null>(null);
  const reach = reachOf(selected, shownIds, isCounted ? matchingIds : []);
  const { ids, furtherCount: further } = reach;
  const hasFurther = matchingIds.length > shownIds.length && shownIds.every((id) => selected.has(id));
  return (
    <div className={`notice good row ${styles.selected}`} role="group" aria-label="Selected interviews">
      <span role="status">{reachToText(reach)}</span>
      {hasFurther && matchingIds.length > ids.length && (
        <button type="button" className="plain" onClick={onSelectAll}>
          Select all {matchingIds.length} that match
        </button>
      )}
      <span className="push row">
        <button type="button" disabled={ids.length === 0} onClick={() => onExport(ids)}>
          Export selected
        </button>
        <button
          type="button"
          className="danger"
          disabled={ids.length === 0}
          onClick={() => (further > 0 ? setAsked(ids) : onRemove(ids))}
        >
          Delete selected{further > 0 && "…"}
        </button>
        <button type="button" className="plain" onClick={onClear}>
          Clear selection
        </button>
      </span>
      {asked && (
        <Asking
          ids={asked}
          onRemove={() => {
            setAsked(null);
            onRemove(asked);
          }}
          onClose={() => setAsked(null)}
        />
      )}
    </div>
  );
}

interface AskingProps {
  readonly ids: readonly string[];
  readonly onRemove: () => void;
  readonly onClose: () => void;
}

/** Nobody has looked at all of them: how many they are is said once more. */
function Asking({ ids, onRemove, onClose }: AskingProps) {
  const dialog = useOpenDialog();
  const count = quantityToText(ids.length, "interview");
  return (
    <dialog ref={dialog} aria-labelledby="delete-selected" onClose={onClose}>
      <h2 id="delete-selected">Delete {count}?</h2>
      <p className={styles.asking}>
        Interviews that are not shown on this screen are among them. Submitted scorecards are kept, and so is
        what is on a legal hold.
      </p>
      <div className="row">
        <button type="button" className="push" onClick={() => dialog.current?.close()}>
          Cancel
        </button>
        <button type="button" className="danger" onClick={onRemove}>
          Delete {count}
        </button>
      </div>
    </dialog>
  );
}
