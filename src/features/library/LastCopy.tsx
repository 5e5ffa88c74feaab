import { Link } from "wouter";
import { useApp } from "../../state/app/appContext.ts";
import { useBackupRecord } from "../../state/backups/backupRecord.ts";
import { timeToText } from "../../ui/words/dates.ts";

/** When the last copy was made and where it is, or what is wrong with copies. */
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
        "No copy was made yet."
      ) : (
        <>
          Last copy: {timeToText(madeAt, clock.now())}, {isPrivate && "in this browser"}
          {isPrivate && place && " and "}
          {place}.
        </>
      )}{" "}
      {isWrong && <Link href="/settings">Copies need a look</Link>}
    </span>
  );
}
