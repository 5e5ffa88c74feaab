import styles from "./SaveStatus.module.css";

interface Props {
  readonly kind: "saved" | "saving" | "failed";
}

const words = { saved: "Saved", saving: "Saving…", failed: "Not saved" } as const;

/** Says whether the last change is on the disk. It says "Saved" for a write that is complete, never before. */
export function SaveStatus({ kind }: Props) {
  return (
    <span className={`chip ${styles.status}`} data-save={kind}>
      <span aria-hidden="true" className={styles.tick} />
      {words[kind]}
    </span>
  );
}
