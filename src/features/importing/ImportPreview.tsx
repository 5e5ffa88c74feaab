import { useId, useState } from "react";
import { quantityToText } from "../../domain/text/quantityText.ts";
import { focusOnMount } from "../../ui/page/focusOnMount.ts";
import { FoldedRows, splitRows } from "../../ui/rows/FoldedRows.tsx";
import { ShowMore } from "../../ui/rows/ShowMore.tsx";
import { ShutButton } from "../../ui/fields/ShutButton.tsx";
import { FoundInFile } from "./FoundInFile.tsx";
import { isOffered, isNew, isOpen, type ImportCount, type ImportEntry } from "./importWork.ts";
import styles from "./ImportPreview.module.css";

/** As many files are listed at first, and as many more by each press. */
const PAGE = 100;

interface Props {
  readonly entries: readonly ImportEntry[];
  /** While files are being read or imported. */
  readonly isBusy: boolean;
  readonly onTake: (id: string, isTaken: boolean) => void;
  /** How far the import is; null while nothing comes in. */
  readonly importCount: ImportCount | null;
  readonly onImport: () => void;
  readonly onStop: () => void;
  readonly onClose: () => void;
}

/** What files of any kind would do, and the button that does it; then what came of each. */
export function ImportPreview({ entries, isBusy, importCount, onTake, onImport, onStop, onClose }: Props) {
  const lineId = useId();
  const isImporting = importCount !== null;
  const hasWork = isImporting || entries.some(isOpen);
  const hasAnything = entries.some((entry) => isNew(entry) || (isOffered(entry) && entry.isTaken));
  // Among many files those that a person has to look at would not be found.
  const [first, rest] = splitRows(entries, needsSomebody);
  const title = hasWork ? "Import preview" : isDone(entries) ? "Import finished" : "Files read";
  return (
    <section className={`card ${styles.report}`} aria-label="Import">
      {/* The button that was pressed is gone then, and would take the focus with it. */}
      <h2 key={title} tabIndex={-1} ref={focusOnMount}>
        {title}
      </h2>
      {/* What changes several times a second is not read out. */}
      <p role="status" aria-live={isImporting ? "off" : "polite"} className="soft figures">
        {summaryOf(entries)}
      </p>
      <FileList part="first" entries={first} onTake={onTake} />
      <FoldedRows count={rest.length} words="without a problem">
        <FileList part="rest" entries={rest} onTake={onTake} />
      </FoldedRows>
      <div className={`row ${styles.bar}`}>
        {hasWork && (
          <ShutButton className="primary" isShut={isBusy || !hasAnything} onClick={onImport}>
            Import
          </ShutButton>
        )}
        <ShutButton
          isShut={isBusy && !isImporting}
          onClick={() => {
            if (isImporting) onStop();
            else onClose();
          }}
        >
          {isImporting || (hasWork && !isDone(entries)) ? "Cancel" : "Done"}
        </ShutButton>
        <span className="small soft">
          <span id={lineId} aria-live="polite">
            {isImporting ? "Importing" : hasWork && lineOf(entries)}
          </span>
          {isImporting && (
            <span className="figures">
              {" "}
              {importCount.done} of {importCount.of}
            </span>
          )}
        </span>
        {isImporting && (
          <progress
            className={styles.progress}
            aria-labelledby={lineId}
            max={importCount.of}
            value={importCount.done}
          />
        )}
      </div>
    </section>
  );
}

interface FileListProps extends Pick<Props, "entries" | "onTake"> {
  readonly part: "first" | "rest";
}

function FileList({ part, entries, onTake }: FileListProps) {
  const [shownCount, setShownCount] = useState(PAGE);
  if (entries.length === 0) return null;
  return (
    <>
      <ul className={styles.files} data-part={part}>
        {entries.slice(0, shownCount).map((entry) => (
          <li key={entry.id} className={styles.file}>
            <b dir="auto">{entry.name}</b>
            <FoundInFile entry={entry} onTake={(isTaken) => onTake(entry.id, isTaken)} />
          </li>
        ))}
      </ul>
      <ShowMore
        items={`[data-part="${part}"] > li`}
        count={Math.min(PAGE, entries.length - shownCount)}
        onMore={() => setShownCount(shownCount + PAGE)}
      />
    </>
  );
}

/** @returns how much of what can come in did */
function lineOf(entries: readonly ImportEntry[]): string {
  if (!isDone(entries)) return "Nothing has been imported yet.";
  const importedCount = entries.filter(({ isImported }) => isImported).length;
  return `${quantityToText(importedCount, "file")} imported, ${entries.filter(isOpen).length} not imported.`;
}

function isDone(entries: readonly ImportEntry[]): boolean {
  return entries.some(({ outcome, isImported }) => isImported || outcome !== null);
}

type Standing = "imported" | "new" | "asked" | "same" | "different" | "refused" | "failed" | "shown";

const standings: readonly (readonly [Standing, string])[] = [
  ["imported", "imported"],
  ["new", "new"],
  ["asked", "to decide"],
  ["same", "already here"],
  ["different", "different from here, not imported"],
  ["refused", "can’t be imported"],
  ["failed", "not imported"],
  ["shown", "to open or plan"],
];

/** @returns what there is, counted: "2 new · 1 already here" */
function summaryOf(entries: readonly ImportEntry[]): string {
  return standings
    .map(
      ([standing, word]) => [entries.filter((entry) => standingOf(entry) === standing).length, word] as const,
    )
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${count} ${word}`)
    .join(" · ");
}

const needingSomebody: ReadonlySet<Standing> = new Set(["asked", "failed", "refused", "different", "shown"]);

function needsSomebody(entry: ImportEntry): boolean {
  return needingSomebody.has(standingOf(entry));
}

function standingOf(entry: ImportEntry): Standing {
  if (entry.isImported) return "imported";
  if (isNew(entry)) return "new";
  if (isOffered(entry)) return "asked";
  if (entry.outcome !== null) return "failed";
  switch (entry.found.kind) {
    case "same":
    case "older":
    case "guideHere":
      return "same";
    case "refused":
      return "refused";
    case "invitation":
    case "appointments":
      return "shown";
    default:
      return "different";
  }
}
