import { useId, useRef, useState } from "react";
import { useHandedFiles } from "../../../state/admission/handedFiles.ts";
import { FileDrop } from "../../../ui/parts/FileDrop.tsx";
import styles from "./BackupSection.module.css";
import { Restoring } from "./Restoring.tsx";

/** Takes a backup file in. What it would do is shown first. */
export function RestoreSection() {
  const id = useId();
  /** With its number among those that were given: another file begins anew, also one of the same name. */
  const [given, setGiven] = useState<{ readonly file: File; readonly count: number } | null>(null);
  const take = (file: File | undefined) =>
    setGiven((before) => (file ? { file, count: (before?.count ?? 0) + 1 } : null));
  const section = useRef<HTMLElement>(null);
  useHandedFiles("/settings", ([first]) => {
    take(first);
    section.current?.scrollIntoView();
  });
  return (
    <section ref={section} className={styles.section} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>Restore</h2>
      <p className="soft">Preview changes before restoring. Newer data here is kept.</p>
      {given ? (
        <Restoring
          key={given.count}
          file={given.file}
          name={given.file.name}
          onClose={() => setGiven(null)}
        />
      ) : (
        <FileDrop
          choose="Choose a file…"
          accept=".json,.gz,.age,application/json"
          testId="backup-file"
          onFiles={([first]) => take(first)}
        >
          Drop a backup file here
        </FileDrop>
      )}
    </section>
  );
}
