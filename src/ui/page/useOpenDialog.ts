import { useEffect, useRef, type RefObject } from "react";

/** @returns the ref of a dialog that is open from when it is drawn: closing it gives the focus back */
export function useOpenDialog(): RefObject<HTMLDialogElement | null> {
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (!ref.current?.open) ref.current?.showModal();
  }, []);
  return ref;
}
