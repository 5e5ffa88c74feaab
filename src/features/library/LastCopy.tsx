import { Link } from "wouter";
import { useApp } from "../../state/app/appContext.ts";
import { useBackupRecord } from "../../state/backups/backupRecord.ts";
import { timeToText } from "../../ui/words/dates.ts";

/** When the last automatic backup was made and where it is, or that something is wrong with them. */
export function LastCopy() {
  const { clock } = useApp();
  const { status } = useBackupRecord();
  const { madeAt, isPrivate, isQuarantined, folder, isFolderLapsed, folderProblem, problem } = status;
  const isFolderWrong = isFolderLapsed || folderProblem !== null;
  const place = folder !== null && !isFolderWrong ? <bdi>“{folder}”</bdi> : null;
  const isWrong = problem !== null || isQuarantined || isFolderWrong || (!isPrivate && !place);
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
      {isWrong && <Link href="/settings">Check automatic backups</Link>}
    </span>
  );
}
