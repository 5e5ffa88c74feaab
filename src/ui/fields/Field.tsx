import type { ReactNode } from "react";
import styles from "./Field.module.css";

interface Props {
  readonly label: string;
  /** Of the field inside. What is wrong with it has the id `${id}-error`. */
  readonly id: string;
  readonly error?: string | undefined;
  readonly children: ReactNode;
}

/** A field with its label and, below, what is wrong with it. */
export function Field({ label, id, error, children }: Props) {
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {children}
      {error !== undefined && (
        <p id={`${id}-error`} className={styles.error} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
