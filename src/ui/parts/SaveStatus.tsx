import type { Ref } from "react";
import styles from "./SaveStatus.module.css";

interface Props {
  readonly kind: "saved" | "saving" | "held" | "failed" | "reconnecting";
  readonly ref?: Ref<HTMLElement>;
}

/**
 * Says whether the last change is on the disk. It says "Saved" for a write that is complete, never before.
 * All three words stand there and `data-save` picks one: the chip is as wide for each, and nothing moves.
 */
export function SaveStatus({ kind, ref }: Props) {
  return (
    <span ref={ref} className={`chip ${styles.status}`} data-save={kind}>
      <span className={styles.saved}>
        <span aria-hidden="true">✓</span> Saved
      </span>
      <span className={styles.saving}>Saving…</span>
      <span className={styles.failed}>Not saved</span>
    </span>
  );
}
