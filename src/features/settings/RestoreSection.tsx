import { useId, useRef, useState } from "react";
import styles from "./BackupSection.module.css";
import { Restoring } from "./Restoring.tsx";

/** Takes a backup file in. What it would do is shown first. */
export function RestoreSection() {
  const id = useId();
  const [file, setFile] = useState<File | null>(null);
  const [isOver, setOver] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <section className={styles.section} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>Restore</h2>
      <p className="soft">
        Takes in a backup. What it would do is shown first, and nothing that is newer here is lost.
      </p>
      {file ? (
        <Restoring file={file} name={file.name} onClose={() => setFile(null)} />
      ) : (
        <div
          className={styles.box}
          data-over={isOver || undefined}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={(event) => {
            event.preventDefault();
            setOver(false);
            setFile(event.dataTransfer.files[0] ?? null);
          }}
        >
          <p>Drop a backup file here</p>
          <button type="button" onClick={() => chooser.current?.click()}>
            Choose a file…
          </button>
          <input
            ref={chooser}
            type="file"
            accept=".json,.gz,.age,application/json"
            hidden
            data-testid="backup-file"
            onChange={(event) => {
              setFile(event.target.files?.[0] ?? null);
              event.target.value = "";
            }}
          />
        </div>
      )}
    </section>
  );
}
