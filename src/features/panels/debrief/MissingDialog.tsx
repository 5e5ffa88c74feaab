import { useOpenDialog } from "../../../ui/page/useOpenDialog.ts";
import styles from "./Debrief.module.css";

interface Props {
  /** What is about to be done, as a question. */
  readonly title: string;
  /** Those whose scorecards are not here, and those of whose that is still to be unlocked. */
  readonly missing: readonly string[];
  readonly locked: readonly string[];
  /** What comes of it. */
  readonly consequence: string;
  readonly confirm: string;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks before something is done too early: not everybody has submitted, or not all is discussed. */
export function MissingDialog({ title, missing, locked, consequence, confirm, onConfirm, onClose }: Props) {
  const ref = useOpenDialog();
  return (
    <dialog ref={ref} aria-labelledby="missing-title" onClose={onClose}>
      <div className={styles.dialog}>
        <h2 id="missing-title">{title}</h2>
        <p>
          {missing.length > 0 && (
            <>
              Not received: <bdi>{missing.join(", ")}</bdi>.{" "}
            </>
          )}
          {locked.length > 0 && (
            <>
              Still locked: <bdi>{locked.join(", ")}</bdi>.{" "}
            </>
          )}
          {consequence}
        </p>
        <span className="row actions">
          <button type="button" onClick={() => ref.current?.close()}>
            Cancel
          </button>
          <button
            type="button"
            className="primary"
            onClick={() => {
              onConfirm();
              ref.current?.close();
            }}
          >
            {confirm}
          </button>
        </span>
      </div>
    </dialog>
  );
}
