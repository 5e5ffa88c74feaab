import { useState } from "react";
import { errorToText } from "../../../domain/text/errorText.ts";
import { quantityToText } from "../../../domain/text/quantityText.ts";
import { useApp } from "../../../state/app/appContext.ts";
import {
  readAutoBackup,
  startEmpty,
  useAutoBackups,
  type AutoBackupFile,
} from "../../../state/backups/autoBackups.ts";
import type { LastKnownAmount } from "../../../domain/backups/backupRecord.ts";
import { readRecord } from "../../../state/backups/backupRecord.ts";
import { timeToText } from "../../../ui/words/dates.ts";
import { AutoBackupList } from "./AutoBackupList.tsx";
import { Restoring } from "./Restoring.tsx";
import styles from "./AutoBackups.module.css";

interface Chosen {
  readonly file: File;
  readonly name: string;
}

/** What is shown where there was something and the database is empty now: a way to get them back before anything else. */
export function DataLossPage() {
  const app = useApp();
  const files = useAutoBackups();
  const [chosen, choose] = useState<Chosen | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  const chooseBackup = async ({ backup }: AutoBackupFile, when: string) => {
    setProblem(null);
    try {
      choose({ file: await readAutoBackup(backup), name: `Backup of ${when}` });
    } catch (error) {
      setProblem(`That backup can’t be read: ${errorToText(error)}`);
    }
  };

  // Nothing is drawn before it is known what can be restored.
  if (files === undefined) return null;
  const now = app.clock.now();
  const { lastKnown } = readRecord();
  return (
    <main className={`page ${styles.page}`}>
      <h1>Your data is missing from this browser</h1>
      <p>
        {lastKnown
          ? `This browser had ${amountToText(lastKnown)} (last counted ${timeToText(lastKnown.at, now)}), and now its database is empty.`
          : "This browser holds automatic backups, and its database is empty."}{" "}
        The browser may have cleared it, or found it damaged. Restore a backup to get its data back.
      </p>
      {chosen ? (
        <>
          <h2>Restore</h2>
          {/* Done or given up: what is there then decides what is shown. */}
          <Restoring {...chosen} onClose={openLibrary} />
        </>
      ) : (
        <>
          {files === null || files.length === 0 ? (
            <p>
              No automatic backup is left in this browser’s files. If you also backed up to a folder, choose
              the newest file there.
            </p>
          ) : (
            <>
              <h2>Automatic backups</h2>
              <AutoBackupList
                files={files}
                now={now}
                actions={[{ label: "Restore", act: (file, when) => void chooseBackup(file, when) }]}
              />
            </>
          )}
          {problem !== null && (
            <p className="notice error" role="alert">
              {problem}
            </p>
          )}
          <label className={styles.field}>
            <b>A backup file, or an automatic backup from a folder</b>
            <input
              type="file"
              accept=".json,.gz,.age,application/json"
              onChange={(event) => {
                const [file] = event.target.files ?? [];
                if (file) choose({ file, name: file.name });
              }}
            />
          </label>
          <div className="row">
            <button
              type="button"
              onClick={() => {
                startEmpty(app);
                openLibrary();
              }}
            >
              Start empty
            </button>
            {files !== null && files.length > 0 && (
              <span className="soft">
                The automatic backups are kept: you can restore them later in “Settings”.
              </span>
            )}
          </div>
        </>
      )}
    </main>
  );
}

function amountToText({ sessions, panels, guides, drafts }: LastKnownAmount): string {
  const kept = [
    [sessions, "interview"],
    [panels, "panel"],
    [guides - drafts, "guide"],
    [drafts, "guide draft"],
  ] as const;
  const texts = kept.filter(([count]) => count > 0).map(([count, what]) => quantityToText(count, what));
  const last = texts.pop() ?? "";
  return texts.length > 0 ? `${texts.join(", ")} and ${last}` : last;
}

/** With the database opened anew. */
function openLibrary(): void {
  location.hash = "#/";
  location.reload();
}
