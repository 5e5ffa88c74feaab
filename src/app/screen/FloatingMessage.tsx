import { useEffect, useState, type ReactNode } from "react";
import { createPortal } from "react-dom";
import styles from "./FloatingMessage.module.css";

interface Props {
  readonly children: ReactNode;
  readonly onDismiss: () => void;
}

/** Says something over whatever screen it is, and in the dialog that is open: beside one nothing can be read or pressed. */
export function FloatingMessage({ children, onDismiss }: Props) {
  const [place, setPlace] = useState(topmost);
  useEffect(() => {
    const onDialog = () => setPlace(topmost());
    for (const event of DIALOG_EVENTS) addEventListener(event, onDialog, true);
    return () => {
      for (const event of DIALOG_EVENTS) removeEventListener(event, onDialog, true);
    };
  }, []);
  return createPortal(
    <p className={`notice row noPrint ${styles.message}`} role="alert">
      {children}
      <button type="button" className="push" onClick={onDismiss}>
        Dismiss
      </button>
    </p>,
    place,
  );
}

/** Of one that opens or closes. */
const DIALOG_EVENTS = ["toggle", "close"];

function topmost(): Element {
  return Array.from(document.querySelectorAll("dialog[open]")).at(-1) ?? document.body;
}
