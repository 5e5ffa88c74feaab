import { quantityToText } from "../../../domain/text/quantityText.ts";
import type { AutoBackupFile } from "../../../state/backups/autoBackups.ts";
import { timeToSecondText, timeToText } from "../../../ui/words/dates.ts";
import { sizeToText } from "../../../ui/words/bytes.ts";
import styles from "./AutoBackups.module.css";

interface Props {
  readonly files: readonly AutoBackupFile[];
  /** Epoch ms. */
  readonly now: number;
  /** What can be done with each. `when` tells one from the others. */
  readonly actions: readonly {
    readonly label: string;
    readonly act: (file: AutoBackupFile, when: string) => void;
  }[];
}

/** Automatic backups with when they were made and what is in them, newest first. */
export function AutoBackupList({ files, now, actions }: Props) {
  const minutes = files.map(({ backup }) => timeToText(backup.madeAt, now));
  return (
    <ul className={`card ${styles.list}`} aria-label="Automatic backups">
      {files.map((file) => {
        const { madeAt, sessions, panels, guides, isQuarantined } = file.backup;
        const minute = timeToText(madeAt, now);
        const isOnlyOne = minutes.filter((one) => one === minute).length === 1;
        const when = isOnlyOne ? minute : timeToSecondText(madeAt, now);
        return (
          <li key={madeAt} className="row">
            <span>
              <b>{when}</b>{" "}
              <span className="soft">
                {quantityToText(sessions, "interview")}
                {panels > 0 && `, ${quantityToText(panels, "panel")}`}
                {guides > 0 && `, ${guides === 1 ? "1 guide or draft" : `${guides} guides and drafts`}`},{" "}
                {sizeToText(file.size)}
                {isQuarantined && " · much smaller than the one before"}
              </span>
            </span>
            <span className="push row">
              {actions.map(({ label, act }) => (
                <button key={label} type="button" onClick={() => act(file, when)}>
                  {label}
                  <span className="heard"> the backup of {when}</span>
                </button>
              ))}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
