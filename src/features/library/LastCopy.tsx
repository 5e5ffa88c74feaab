import { Link } from "wouter";
import { isBackupWrong, isFolderWrong } from "../../domain/backups/backupRecord.ts";
import { useApp } from "../../state/app/appContext.ts";
import { useBackupRecord } from "../../state/backups/backupRecord.ts";
import { timeToText } from "../../ui/words/dates.ts";

/** When the last automatic backup was made and where it is, or that something is wrong with them. */
export function LastCopy() {
  const { clock } = useApp();
  const { status } = useBackupRecord();
  const { madeAt, isPrivate, folder } = status;
  const place = folder !== null && !isFolderWrong(status) ? <bdi>“{folder}”</bdi> : null;
  return (
    <span>
      {madeAt === null ? (
        "No automatic backup yet."
      ) : (
        <>
          Last automatic backup: {timeToText(madeAt, clock.now())}, {isPrivate && "in this browser"}
          {isPrivate && place && " and "}
          {place}.
        </>
      )}{" "}
      {isBackupWrong(status) && <Link href="/settings">Check automatic backups</Link>}
    </span>
  );
}
