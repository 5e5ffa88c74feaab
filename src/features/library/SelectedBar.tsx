import { useState } from "react";
import { quantityToText } from "../../domain/text/quantityText.ts";
import { useOpenDialog } from "../../ui/page/useOpenDialog.ts";
import styles from "./LibraryPage.module.css";

interface Props {
  /** The interviews that are selected and can be reached: those shown, and those further down that were counted. */
  readonly ids: readonly string[];
  /** How many of them are shown. */
  readonly shownCount: number;
  /** How many more are selected, and cannot be reached. */
  readonly hiddenCount: number;
  /** How many the filter matches, where all that are shown are selected and there are more; else 0. */
  readonly matchingCount: number;
  readonly onSelectAll: () => void;
  readonly onExport: () => void;
  readonly onRemove: (ids: readonly string[]) => void;
  readonly onClear: () => void;
}

/** What can be done with the rows that are selected: with those that are seen or were counted, and no other. */
export function SelectedBar({
  ids,
  shownCount,
  hiddenCount,
  matchingCount,
  onSelectAll,
  onExport,
  onRemove,
  onClear,
}: Props) {
  const [asked, setAsked] = useState<readonly string[] | null>(null);
  const further = ids.length - shownCount;
  return (
    <div className={`notice good row ${styles.selected}`} role="group" aria-label="Selected interviews">
      <span role="status">
        {quantityToText(ids.length, "interview")} selected
        {further > 0 && <span className="soft"> · {further} of them further down the list</span>}
        {hiddenCount > 0 && (
          <span className="soft">
            {" "}
            · {hiddenCount} more not shown here, and left as {hiddenCount === 1 ? "it is" : "they are"}
          </span>
        )}
      </span>
      {matchingCount > ids.length && (
        <button type="button" className="plain" onClick={onSelectAll}>
          Select all {matchingCount} that match
        </button>
      )}
      <span className="push row">
        <button type="button" disabled={ids.length === 0} onClick={onExport}>
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
