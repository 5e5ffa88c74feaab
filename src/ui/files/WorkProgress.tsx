import { useId } from "react";
import styles from "./WorkProgress.module.css";

interface Props {
  /** What is being done; it is read out when it changes. */
  readonly label: string;
  /** How far it is, in words that change often: they are shown, and not read out. */
  readonly detail?: string;
  /** Of 0 until it is known how many there are. */
  readonly work: { readonly done: number; readonly of: number };
  readonly onCancel: () => void;
}

/** How far long work is, and a way to stop it. */
export function WorkProgress({ label, detail, work: { done, of }, onCancel }: Props) {
  const id = useId();
  return (
    <div className={styles.work}>
      <span>
        <span id={id} role="status">
          {label}
        </span>
        {detail !== undefined && <span className="soft figures"> {detail}</span>}
      </span>
      {of === 0 ? <progress aria-labelledby={id} /> : <progress aria-labelledby={id} max={of} value={done} />}
      <button type="button" onClick={onCancel}>
        Cancel
      </button>
    </div>
  );
}
