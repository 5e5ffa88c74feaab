import { useCallback, useRef, type RefCallback } from "react";

/** What such a dialog must be able to do. */
export type LaterElement = Pick<HTMLDialogElement, "showModal">;

/** A dialog that is read beside the screen that it belongs to. */
export interface LaterDialog {
  readonly ref: RefCallback<LaterElement>;
  /** Opens it: at once, or as soon as it is there. */
  readonly open: () => void;
}

/** @returns the ref of such a dialog, and what opens it; a key or a click that comes before it waits for it */
export function useLaterDialog(): LaterDialog {
  const dialog = useRef<LaterElement | null>(null);
  const isWanted = useRef(false);
  const ref = useCallback((element: LaterElement | null) => {
    dialog.current = element;
    if (!element || !isWanted.current) return;
    isWanted.current = false;
    element.showModal();
  }, []);
  const open = useCallback(() => {
    if (dialog.current) dialog.current.showModal();
    else isWanted.current = true;
  }, []);
  return { ref, open };
}
