import { useId, useRef, useState } from "react";
import { useHandedFiles } from "../../../state/admission/handedFiles.ts";
import { FileDrop } from "../../../ui/parts/FileDrop.tsx";
import styles from "./BackupSection.module.css";
import { Restoring } from "./Restoring.tsx";

/** Takes a backup file in. What it would do is shown first. */
export function RestoreSection() {
  const id = useId();
  const [file, setFile] = useState<File | null>(null);
  const section = useRef<HTMLElement>(null);
  useHandedFiles("/settings", ([first]) => {
    setFile(first ?? null);
    section.current?.scrollIntoView();
  });
  return (
    <section ref={section} className={styles.section} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>Restore</h2>
      <p className="soft">Preview changes before restoring. Newer data here is kept.</p>
      {file ? (
        <Restoring file={file} name={file.name} onClose={() => setFile(null)} />
      ) : (
        <FileDrop
          choose="Choose a file…"
          accept=".json,.gz,.age,application/json"
          testId="backup-file"
          onFiles={([first]) => setFile(first ?? null)}
        >
          Drop a backup file here
        </FileDrop>
      )}
    </section>
  );
}
