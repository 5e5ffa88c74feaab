import type { ReactNode } from "react";
import styles from "./FloatingMessage.module.css";

interface Props {
  readonly children: ReactNode;
  readonly onDismiss: () => void;
}

/** Says something over whatever screen it is. */
export function FloatingMessage({ children, onDismiss }: Props) {
  return (
    <p
      ref={(message) => message?.showPopover()}
      popover="manual"
      className={`notice row noPrint ${styles.message}`}
      role="alert"
    >
      {children}
      <button type="button" className="push" onClick={onDismiss}>
        Dismiss
      </button>
    </p>
  );
}
