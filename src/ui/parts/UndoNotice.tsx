import type { ReactNode } from "react";
import { focusOnMount } from "../page/focusOnMount.ts";

interface Props {
  /** What was done. */
  readonly children: ReactNode;
  /** False where the screen was gone to with it: the focus is where it is on every screen. */
  readonly isNew?: boolean;
  readonly onUndo: () => void;
  readonly onDismiss: () => void;
}

/** Says that something went, and brings it back. The focus comes to it, and goes to the screen's own part with it. */
export function UndoNotice({ children, isNew = true, onUndo, onDismiss }: Props) {
  return (
    <div className="notice row" role="status">
      <span>{children}</span>
      <span className="push row">
        {/* The button that was pressed went with its row. */}
        <button type="button" ref={isNew ? focusOnMount : undefined} onClick={onUndo}>
          Undo
        </button>
        <button type="button" className="plain" onClick={onDismiss}>
          Dismiss
        </button>
      </span>
    </div>
  );
}
