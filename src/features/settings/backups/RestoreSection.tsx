import { useId, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { quantityToText } from "../../../domain/text/quantityText.ts";
import { useHandedFiles } from "../../../state/admission/handedFiles.ts";
import { FileDrop } from "../../../ui/parts/FileDrop.tsx";
import styles from "./BackupSection.module.css";
import { Restoring } from "./Restoring.tsx";

const nothing = { files: [], count: 0 };

/** Takes a backup file in. What it would do is shown first. */
export function RestoreSection() {
  const id = useId();
  /** With their number among what was given: another file begins anew, also one of the same name. */
  const [given, setGiven] = useState<{ readonly files: readonly File[]; readonly count: number }>(nothing);
  const [file, ...later] = given.files;
  const take = (files: readonly File[]) => setGiven(({ count }) => ({ files, count: count + 1 }));
  const section = useRef<HTMLElement>(null);
  useHandedFiles("/settings", (files) => {
    take(files);
    section.current?.scrollIntoView();
  });
  const chooseAnother = () => {
    // The chooser opens only in answer to the press itself; there is none where another file waits.
    flushSync(() => take(later));
    section.current?.querySelector<HTMLInputElement>("input[type=file]")?.click();
  };
  return (
    <section ref={section} className={styles.section} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>Restore</h2>
      <p className="soft">Preview changes before restoring. Newer data here is kept.</p>
      {file ? (
        <>
          <Restoring
            key={given.count}
            file={file}
            name={file.name}
            onClose={() => take(later)}
            onAnother={chooseAnother}
          />
          {later.length > 0 && (
            <p className="small soft">
              One backup at a time: {quantityToText(later.length, "file")} will be previewed after this one.
            </p>
          )}
        </>
      ) : (
        <FileDrop
          choose="Choose a backup…"
          accept=".json,.gz,.age,application/json"
          testId="backup-file"
          onFiles={take}
        >
          Drop a backup file here
        </FileDrop>
      )}
    </section>
  );
}
