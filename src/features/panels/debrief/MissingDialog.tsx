import { useOpenDialog } from "../../../ui/page/useOpenDialog.ts";
import styles from "./Debrief.module.css";

interface Props {
  /** What is about to be done, as a question. */
  readonly title: string;
  /** Those who have not submitted; one at least. */
  readonly missing: readonly string[];
  /** What comes of it. */
  readonly consequence: string;
  readonly confirm: string;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks before something is done that not everybody has submitted for yet. */
export function MissingDialog({ title, missing, consequence, confirm, onConfirm, onClose }: Props) {
  const ref = useOpenDialog();
  return (
    <dialog ref={ref} aria-labelledby="missing-title" onClose={onClose}>
      <div className={styles.dialog}>
        <h2 id="missing-title">{title}</h2>
        <p>
          Not received: <bdi>{missing.join(", ")}</bdi>. {consequence}
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
