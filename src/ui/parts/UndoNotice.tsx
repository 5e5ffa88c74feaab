import type { ReactNode } from "react";
import { focusOnMount } from "../page/focusOnMount.ts";

interface Props {
  /** What was done. */
  readonly children: ReactNode;
  readonly onUndo: () => void;
  readonly onDismiss: () => void;
}

/** Says that something went, and brings it back. */
export function UndoNotice({ children, onUndo, onDismiss }: Props) {
  return (
    <div className="notice row" role="status">
      <span>{children}</span>
      <span className="push row">
        {/* The button that was pressed went with its row. */}
        <button type="button" ref={focusOnMount} onClick={onUndo}>
          Undo
        </button>
        <button type="button" className="plain" onClick={onDismiss}>
          Dismiss
        </button>
      </span>
    </div>
  );
}
