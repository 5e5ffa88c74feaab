import { useCallback, useRef, useState } from "react";
import { errorToText } from "../../../domain/text/errorText.ts";
import { quantityToText } from "../../../domain/text/quantityText.ts";
import { useApp } from "../../../state/app/appContext.ts";
import {
  acceptQuarantined,
  askForFolder,
  forgetFolder,
  backUpNow,
  backUpIntoPicked,
  readAutoBackup,
  replaceAutoBackups,
  type AutoBackupFile,
} from "../../../state/backups/autoBackups.ts";
import { noteExport } from "../../../state/exports/exportLog.ts";
import { mustReplaceIn } from "../../../domain/backups/backupRecord.ts";
import { useBackupRecord } from "../../../state/backups/backupRecord.ts";
import { downloadBlob } from "../../../ui/files/download.ts";
import { focusOnMount } from "../../../ui/page/focusOnMount.ts";
import { canPickFolder, pickFolder } from "../../../ui/files/folderPicker.ts";
import { ShutButton } from "../../../ui/fields/ShutButton.tsx";
import { backupName } from "./backupName.ts";
import { AutoBackupList } from "./AutoBackupList.tsx";
import { Restoring } from "./Restoring.tsx";
import styles from "./AutoBackups.module.css";

/** One that is being restored. */
interface Chosen {
  readonly file: File;
  readonly name: string;
}

/**
 * The backups that the app makes without being asked: which there are, and where they go.
 *
 * @param files null where the browser keeps none for the app
 */
export function AutoBackupsSection({ files }: { readonly files: readonly AutoBackupFile[] | null }) {
  const app = useApp();
  const record = useBackupRecord();
  const { status } = record;
  const [isBusy, setBusy] = useState(false);
  const [said, say] = useState("");
  const [chosen, choose] = useState<Chosen | null>(null);
  const [isAsked, setAsked] = useState(false);
  const run = async (work: () => Promise<string>) => {
    setBusy(true);
    say("");
    try {
      say(await work());
    } catch (error) {
      say(`That didn’t work: ${errorToText(error)}`);
    }
    setBusy(false);
  };
  const replaceAll = async () => {
    setAsked(false);
    const { isQuarantined, leftIn } = await replaceAutoBackups(app);
    if (isQuarantined) return "The new backup contains much less than the others, so nothing was deleted.";
    return leftIn === null
      ? "One new backup was made. All older ones are deleted."
      : `One new backup was made. Older backups, or those of another browser, are still in the folder “${leftIn}”. Delete them yourself.`;
  };
  const withFile = (file: AutoBackupFile, use: (content: File) => void) =>
    void run(async () => {
      use(await readAutoBackup(file.backup));
      return "";
    });

  return (
    <section className={styles.section} aria-labelledby="automatic-backups">
      <h2 id="automatic-backups">Automatic backups</h2>
      <p>
        After each submit, and at most every five minutes while you make changes, the app backs everything up
        automatically. It keeps the newest two backups, and the last of each of seven days.{" "}
        {files === null
          ? "This browser keeps no files for the app: choose a folder, or make backups yourself."
          : "They are stored in this browser. Clearing this site’s data deletes them too."}
      </p>
      {status.problem !== null && (
        <p className="notice error" role="alert">
          The last automatic backup failed: {status.problem} The app will try again.
        </p>
      )}
      {status.leftOutCount > 0 && (
        <p className="notice error" role="alert">
          {quantityToText(status.leftOutCount, "item")} could not be backed up; everything else was. “Back up
          everything” below says which, and why.
        </p>
      )}
      {status.isQuarantined && (
        <div className="notice row" role="alert">
          <span>
            The last backup contains much less than the one before it, although not that much was deleted
            here. It does not replace any older backup.
            {mustReplaceIn(record) &&
              " Older backups still contain what was deleted here, until you confirm that this is everything."}
          </span>
          <ShutButton
            className="push"
            isShut={isBusy}
            onClick={() =>
              void run(async () => {
                await acceptQuarantined(app);
                return "From now on, new backups are compared with this one.";
              })
            }
          >
            Yes, this is everything
          </ShutButton>
        </div>
      )}
      {files !== null && files.length > 0 && (
        <AutoBackupList
          files={files}
          now={app.clock.now()}
          actions={[
            {
              label: "Download",
              act: (file) =>
                withFile(file, (content) => {
                  // The name that it is kept under is for the app: what is in it, and which browser wrote it.
                  const name = backupName(file.backup.madeAt, "json.gz");
                  downloadBlob(name, content);
                  void noteExport(app, "Automatic backup, downloaded", { isOfAll: true, fileName: name });
                }),
            },
            {
              label: "Restore",
              act: (file, when) =>
                withFile(file, (content) => choose({ file: content, name: `Backup of ${when}` })),
            },
          ]}
        />
      )}
      {chosen && <Restoring key={chosen.name} {...chosen} onClose={() => choose(null)} />}
      {files?.length === 0 && <p className="soft">No automatic backup yet.</p>}
      <div className="row">
        <ShutButton
          isShut={isBusy}
          onClick={() =>
            void run(async () => {
              const isMade = await backUpNow(app);
              return isMade
                ? "Backed up."
                : "No backup was made: this browser gives the app no place for one.";
            })
          }
        >
          Back up now
        </ShutButton>
        {files !== null && files.length > 0 && !isAsked && (
          <ShutButton isShut={isBusy} onClick={() => setAsked(true)}>
            Delete older backups…
          </ShutButton>
        )}
        <span role="status">{isBusy ? "Working…" : said}</span>
      </div>
      {isAsked && (
        <div className="notice row">
          <span>This makes a new backup and deletes all others. You can’t go back to an earlier day.</span>
          <span className="push row">
            <button type="button" className="danger" ref={focusOnMount} onClick={() => void run(replaceAll)}>
              Delete older backups
            </button>
            <button type="button" onClick={() => setAsked(false)}>
              Cancel
            </button>
          </span>
        </div>
      )}
      <FolderPart run={run} isBusy={isBusy} />
    </section>
  );
}

/** Under this the browser remembers the folder that was picked last. */
const PICKED_AS = "copies";

interface FolderProps {
  readonly run: (work: () => Promise<string>) => Promise<void>;
  readonly isBusy: boolean;
}

function FolderPart({ run, isBusy }: FolderProps) {
  const app = useApp();
  const pickButton = useRef<HTMLButtonElement>(null);
  const { folder, isFolderLapsed, folderProblem } = useBackupRecord().status;
  /** A button that goes with what its press did leaves the focus to the one that stays. */
  const leaveFocus = useCallback(
    (button: HTMLButtonElement) => () => {
      if (document.activeElement === button) pickButton.current?.focus();
    },
    [],
  );
  if (!canPickFolder())
    return (
      <p className="soft">This browser can’t save to a folder automatically. Download a backup regularly.</p>
    );
  return (
    <div className={folder !== null && (isFolderLapsed || folderProblem !== null) ? "notice row" : "row"}>
      <span>
        {folder === null ? (
          <>
            Backups in a folder survive if the browser’s data is cleared. They are not encrypted: anyone who
            can read the folder can read everything, including panel keys.
          </>
        ) : isFolderLapsed ? (
          <>
            No backups are saved to the folder <b dir="auto">{folder}</b> until you allow it again.
          </>
        ) : folderProblem === null ? (
          <>
            Backups are also saved to the folder <b dir="auto">{folder}</b>, not encrypted.
          </>
        ) : (
          <>
            The last backup was not saved to the folder <b dir="auto">{folder}</b>: {folderProblem}
          </>
        )}
      </span>
      {folder !== null && isFolderLapsed && (
        <ShutButton
          ref={leaveFocus}
          isShut={isBusy}
          onClick={() =>
            void run(async () => {
              const isAllowed = await askForFolder(app);
              return isAllowed ? "A backup was saved to the folder." : "The browser did not allow it.";
            })
          }
        >
          Allow access
        </ShutButton>
      )}
      {/* One button, whether a folder is picked or not: the focus stays on it. */}
      <ShutButton
        ref={pickButton}
        isShut={isBusy}
        onClick={() =>
          void run(async () => {
            const picked = await pickFolder(PICKED_AS);
            if (!picked) return "";
            await backUpIntoPicked(app, picked);
            return "A backup was saved to the folder.";
          })
        }
      >
        {folder === null ? (
          <>
            Choose folder<span className="heard"> for backups</span>
          </>
        ) : (
          "Choose another"
        )}
      </ShutButton>
      {folder !== null && (
        <ShutButton
          ref={leaveFocus}
          isShut={isBusy}
          onClick={() =>
            void run(async () => {
              await forgetFolder(app);
              return "No more backups are saved there. Existing ones stay in the folder.";
            })
          }
        >
          Stop using folder
        </ShutButton>
      )}
    </div>
  );
}
