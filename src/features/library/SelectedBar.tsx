import { quantityToText } from "../../domain/text/quantityText.ts";
import styles from "./LibraryPage.module.css";

interface Props {
  /** How many interviews are selected and shown. */
  readonly count: number;
  /** How many more are selected, and not shown. */
  readonly hiddenCount: number;
  readonly onExport: () => void;
  readonly onRemove: () => void;
  readonly onClear: () => void;
}

/** What can be done with the rows that are selected: with those that are seen, and no other. */
export function SelectedBar({ count, hiddenCount, onExport, onRemove, onClear }: Props) {
  return (
    <div className={`notice good row ${styles.selected}`} role="group" aria-label="Selected interviews">
      <span role="status">
        {quantityToText(count, "interview")} selected
        {hiddenCount > 0 && (
          <span className="soft">
            {" "}
            · {hiddenCount} more not shown here, and left as {hiddenCount === 1 ? "it is" : "they are"}
          </span>
        )}
      </span>
      <span className="push row">
        <button type="button" disabled={count === 0} onClick={onExport}>
          Export selected
        </button>
        <button type="button" className="danger" disabled={count === 0} onClick={onRemove}>
          Delete selected
        </button>
        <button type="button" className="plain" onClick={onClear}>
          Clear selection
        </button>
      </span>
    </div>
  );
}
