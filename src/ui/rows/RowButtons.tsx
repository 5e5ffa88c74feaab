import styles from "./RowButtons.module.css";
import { ShutButton } from "../fields/ShutButton.tsx";

interface Props {
  /** What is in the row: "area 2". */
  readonly word: string;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /** @param step -1 or 1 */
  readonly onMove: (step: number) => void;
  readonly onRemove: () => void;
}

/** Moves a row of a list up or down, where dragging is no way, or takes it out. */
export function RowButtons({ word, isFirst, isLast, onMove, onRemove }: Props) {
  return (
    <>
      <ShutButton
        className={`plain ${styles.button}`}
        aria-label={`Move ${word} up`}
        title="Move up (Alt + ↑)"
        isShut={isFirst}
        onClick={() => onMove(-1)}
      >
        ↑
      </ShutButton>
      <ShutButton
        className={`plain ${styles.button}`}
        aria-label={`Move ${word} down`}
        title="Move down (Alt + ↓)"
        isShut={isLast}
        onClick={() => onMove(1)}
      >
        ↓
      </ShutButton>
      <button
        type="button"
        className={`plain ${styles.button}`}
        aria-label={`Remove ${word}`}
        title="Remove"
        onClick={onRemove}
      >
        ✕
      </button>
    </>
  );
}
