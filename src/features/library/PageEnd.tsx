import { Link } from "wouter";
import { isBackupWrong, isFolderWrong } from "../../domain/backups/backupRecord.ts";
import { useApp } from "../../state/app/appContext.ts";
import { useStorageProtection, type StorageProtection } from "../../state/app/storageProtection.ts";
import type { SessionFilter } from "../../state/session/library.ts";
import { useBackupRecord } from "../../state/backups/backupRecord.ts";
import { useKeptWords } from "../../ui/rows/keptWords.ts";
import { ShowMore } from "../../ui/rows/ShowMore.tsx";
import { timeToText } from "../../ui/words/dates.ts";
import type { FilterFields } from "./useFilter.ts";

interface Props extends Pick<FilterFields, "setText"> {
  readonly filter: Pick<SessionFilter, "text">;
  readonly moreCount: number;
  readonly onMore: () => void;
}

/** What stands below the interviews: more of them, and where everything is kept. */
export function PageEnd({ moreCount, onMore, filter, setText }: Props) {
  // Here, since the first screen does without it.
  useKeptWords(filter.text, setText);
  return (
    <>
      <ShowMore items="table > tbody > tr" count={moreCount} onMore={onMore} />
      <Protection />
    </>
  );
}

const words: Readonly<Record<StorageProtection, string>> = {
  protected: "Storage is protected.",
  unprotected: "The browser may clear it when the disk is nearly full. Export what you need to keep.",
  private:
    "This looks like a private window: what is here is deleted when it closes. Export what you need to keep.",
  unknown: "Export what you need to keep.",
};

/** Where everything is kept, and for how long one can be sure of it. */
function Protection() {
  const { protection, ask } = useStorageProtection();
  if (protection === undefined) return null;
  return (
    <footer className="small soft row">
      <span>Everything stays in this browser, on this device. {words[protection]}</span>
      {protection === "unprotected" && (
        <button type="button" onClick={ask}>
          Protect from automatic deletion
        </button>
      )}
      {/* Last, since it says otherwise after each copy, and would move what comes after it. */}
      <LastCopy />
    </footer>
  );
}

/** When the last automatic backup was made and where it is, or that something is wrong with them. */
function LastCopy() {
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
