import { useEffect, useRef, useState } from "react";
import { Link } from "wouter";
import { errorToText } from "../../../domain/text/errorText.ts";
import { isolated } from "../../../domain/text/isolated.ts";
import { useHandedFiles } from "../../../state/admission/handedFiles.ts";
import { useApp } from "../../../state/app/appContext.ts";
import {
  addScorecardFiles,
  type FileReport,
  type Problem,
  type Waiting,
} from "../../../state/panels/scorecardIntake.ts";
import { panelAddress } from "../../../ui/page/addresses.ts";
import { focusOnMount } from "../../../ui/page/focusOnMount.ts";
import { FoldedRows, splitRows } from "../../../ui/rows/FoldedRows.tsx";
import { FileDrop } from "../../../ui/parts/FileDrop.tsx";
import { timeToText } from "../../../ui/words/dates.ts";
import { bothToText, revisionToText } from "../../../ui/words/whoseWords.ts";
import styles from "./ScorecardIntake.module.css";

interface Props {
  /** The panel that the files are for; null where each is to find its own. */
  readonly panelId: string | null;
}

/** Why not all files were taken. */
interface Stop {
  readonly isError: boolean;
  readonly words: string;
}

/** Takes scorecard files that are dropped or chosen, any number at once, and says what came of each. */
export function ScorecardIntake({ panelId }: Props) {
  const app = useApp();
  const [progress, setProgress] = useState<{ readonly read: number; readonly of: number } | null>(null);
  const [files, setFiles] = useState<readonly FileReport[]>([]);
  const [stop, setStop] = useState<Stop | null>(null);
  /** The report whose button was pressed: the button is gone then, and would take the focus with it. */
  const [takenId, setTakenId] = useState<string | null>(null);
  const reading = useRef<AbortController>(null);
  /** What was given while other files were being read. */
  const queue = useRef<(readonly File[])[]>([]);
  // Files that are still being read when the screen is left are not stored behind one's back.
  useEffect(() => () => reading.current?.abort(), []);

  /** One after another: two that are staged at once would each find the panel changed by the other. */
  const lastTaken = useRef(Promise.resolve());
  const takeWaiting = (report: FileReport, key: string) => {
    lastTaken.current = lastTaken.current.then(() => addWaiting(report, key));
    return lastTaken.current;
  };

  const addWaiting = async ({ id, file }: FileReport, key: string) => {
    const { signal } = new AbortController();
    const options = { signal, onProgress: () => {}, taken: [key] };
    try {
      const again = await addScorecardFiles(app, panelId, [file], options);
      const [report] = again.kind === "done" ? again.files : [];
      setTakenId(report?.id ?? null);
      setStop(null);
      if (report) setFiles((before) => before.map((one) => (one.id === id ? report : one)));
    } catch (error) {
      setStop({ isError: true, words: `The file was not added. ${errorToText(error)}` });
    }
  };

  const readBatch = (batch: readonly File[]) => {
    const controller = new AbortController();
    reading.current = controller;
    setProgress({ read: 0, of: batch.length });
    return addScorecardFiles(app, panelId, batch, {
      signal: controller.signal,
      onProgress: (read, of) => setProgress({ read, of }),
    });
  };

  const clear = () => {
    setFiles([]);
    setStop(null);
  };

  const take = async (given: readonly File[]) => {
    if (given.length === 0) return;
    queue.current.push(given);
    if (reading.current) return;
    clear();
    // What was read before something stopped it is stored, and is reported.
    const reports: FileReport[] = [];
    let stopped: Stop | null = null;
    try {
      for (let next = queue.current.shift(); next; next = queue.current.shift()) {
        const intake = await readBatch(next);
        if (intake.kind === "done") reports.push(...intake.files);
        else {
          queue.current = [];
          stopped = { isError: false, words: `Cancelled. ${notAllWords(reports)}` };
        }
      }
    } catch (error) {
      queue.current = [];
      stopped = { isError: true, words: `${notAllWords(reports)} ${errorToText(error)}` };
    }
    reading.current = null;
    setProgress(null);
    setFiles(reports);
    setStop(stopped);
  };

  useHandedFiles(panelId === null ? "/panels" : null, (given) => void take(given));

  return (
    <section className={`noPrint ${styles.intake}`} aria-label="Add scorecards">
      <FileDrop
        choose="Choose scorecards…"
        note="Any number, in any order. Duplicates are ignored."
        accept=".age,.json,.txt,.zip,application/json,text/plain,application/zip"
        isMultiple
        testId="scorecard-files"
        onFiles={(given) => void take(given)}
        busy={
          progress ? (
            <div className={styles.reading}>
              <label htmlFor="intake-progress">
                Reading{" "}
                <span className="figures">
                  {progress.read} of {progress.of}
                </span>{" "}
                files
              </label>
              <progress id="intake-progress" max={progress.of} value={progress.read} />
              <button type="button" onClick={() => reading.current?.abort()}>
                Cancel
              </button>
            </div>
          ) : undefined
        }
      >
        Drop scorecard files here
      </FileDrop>
      <p role="status" className={stop?.isError === false ? "notice" : "heard"}>
        {stop?.isError === false && stop.words}
      </p>
      {stop?.isError && (
        <p className="notice error" role="alert">
          {stop.words}
        </p>
      )}
      <Report
        files={files}
        takenId={takenId}
        hasLinks={panelId === null}
        onTake={(report, key) => void takeWaiting(report, key)}
        onClose={clear}
      />
    </section>
  );
}

function notAllWords(reports: readonly FileReport[]): string {
  return reports.length === 0 ? "No files were added." : "Only the files listed here were read.";
}

const MOST_SHOWN = 50;
const MOST_ERRORS = 5;

interface ReportProps {
  readonly files: readonly FileReport[];
  readonly takenId: string | null;
  readonly hasLinks: boolean;
  /** @param key of what waits in the file */
  readonly onTake: (report: FileReport, key: string) => void;
  readonly onClose: () => void;
}

function Report({ files, takenId, hasLinks, onTake, onClose }: ReportProps) {
  const of = (kind: FileReport["result"]["kind"]) => files.filter(({ result }) => result.kind === kind);
  const isWaiting = ({ result }: FileReport) => result.kind !== "refused" && result.waiting.length > 0;
  const counts = [
    [of("added").length, "added"],
    [files.filter(isWaiting).length, "waiting for your decision"],
    [of("revised").filter((file) => !isWaiting(file)).length, "with an update to a scorecard here"],
    [of("restored").length, of("restored").length === 1 ? "panel restored" : "panels restored"],
    [of("key").length, of("key").length === 1 ? "key restored" : "keys restored"],
    [of("team").length, of("team").length === 1 ? "team restored" : "teams restored"],
    [of("same").length, of("same").length === 1 ? "duplicate" : "duplicates"],
    [of("conflict").length, "different from a scorecard here"],
    [of("refused").length, "not added"],
  ] as const;
  const refused = of("refused");
  const good = files.filter(({ result }) => result.kind !== "refused");
  const [first, rest] = splitRows(good, needsSomebody);
  const toList = (listed: readonly FileReport[]) => (
    <>
      <ul className={styles.files} aria-label="Received or waiting">
        {listed.slice(0, MOST_SHOWN).map((file) => (
          <GoodFile
            key={file.id}
            report={file}
            isTaken={file.id === takenId}
            hasLink={hasLinks}
            onTake={onTake}
          />
        ))}
      </ul>
      <More count={listed.length} />
    </>
  );
  return (
    <div className={files.length > 0 ? `card ${styles.report}` : "heard"}>
      <div className="row">
        {/* There before it says anything, and nothing but the sum: of the rows each would be read out. */}
        <p role="status">
          {counts
            .filter(([count]) => count > 0)
            .map(([count, words]) => `${count} ${words}`)
            .join(" · ")}
        </p>
        {files.length > 0 && (
          <button type="button" className="plain push" onClick={onClose}>
            Done
          </button>
        )}
      </div>
      {refused.length > 0 && (
        <>
          <h2>Not added. These files changed nothing</h2>
          <ul className={styles.files} aria-label="Not added">
            {refused.slice(0, MOST_SHOWN).map((file) => (
              <RefusedFile key={file.id} {...file} />
            ))}
          </ul>
          <More count={refused.length} />
        </>
      )}
      {first.length > 0 && toList(first)}
      <FoldedRows count={rest.length} words="without a problem">
        {toList(rest)}
      </FoldedRows>
    </div>
  );
}

/** Whether somebody has to decide on it, or to read why not all of it was added. */
function needsSomebody({ result }: FileReport): boolean {
  return (
    result.kind === "conflict" ||
    (result.kind !== "refused" && (result.waiting.length > 0 || result.problems.length > 0))
  );
}

function More({ count }: { readonly count: number }) {
  if (count <= MOST_SHOWN) return null;
  return <p className="small soft">… and {count - MOST_SHOWN} more.</p>;
}

function problemWords({ message, both }: Problem, now: number): string {
  return both ? `${message} ${bothToText(both.here, both.incoming, now)}` : message;
}

function RefusedFile({ name, result }: FileReport) {
  const now = useApp().clock.now();
  if (result.kind !== "refused") return null;
  return (
    <li>
      <b dir="auto">{name}</b>
      {result.errors.slice(0, MOST_ERRORS).map((problem) => (
        <span key={`${problem.path} ${problem.message}`} className={styles.error}>
          {problem.path !== "" && <code>{problem.path}: </code>}
          {problemWords(problem, now)}
        </span>
      ))}
      {result.errors.length > MOST_ERRORS && (
        <span className="small soft">… and {result.errors.length - MOST_ERRORS} more errors.</span>
      )}
    </li>
  );
}

const goodWords = {
  added: "added",
  revised: "revised",
  waits: "not added",
  restored: "panel restored",
  key: "key restored",
  team: "team restored",
  same: "duplicate",
  conflict: "not added",
} as const;

interface GoodFileProps extends Pick<ReportProps, "onTake"> {
  readonly report: FileReport;
  readonly isTaken: boolean;
  readonly hasLink: boolean;
}

function GoodFile({ report, isTaken, hasLink, onTake }: GoodFileProps) {
  const now = useApp().clock.now();
  const { name, result } = report;
  if (result.kind === "refused") return null;
  const { waiting, problems } = result;
  return (
    <li tabIndex={isTaken ? -1 : undefined} ref={isTaken ? focusOnMount : undefined}>
      <span className="row">
        <bdi>{result.interviewer === "" ? name : result.interviewer}</bdi>
        <span className="chip">{waiting.length > 0 ? "needs your decision" : goodWords[result.kind]}</span>
        {hasLink && (
          <Link href={panelAddress(result.panelId)}>
            <bdi>{result.candidate}</bdi>
          </Link>
        )}
      </span>
      {result.isTeamRestored && (
        <span className="small">Its scorecards come in automatically on this device now.</span>
      )}
      {waiting.map((one) => (
        <span key={one.key} className="row small">
          <span>{waitingWords(one, result.candidate)}</span>
          <button type="button" onClick={() => onTake(report, one.key)}>
            {takeWords(one, now)}
          </button>
        </span>
      ))}
      {problems.slice(0, MOST_ERRORS).map((problem) => (
        <span key={problem.message} className={styles.error}>
          {problemWords(problem, now)}
        </span>
      ))}
    </li>
  );
}

function takeWords(waiting: Waiting, now: number): string {
  switch (waiting.kind) {
    case "panel":
      return `Use the debrief of ${timeToText(waiting.at, now)}`;
    case "seat":
    case "name":
    case "locked":
      return `Add ${isolated(waiting.interviewer)}’s scorecard`;
    case "revision":
      return `Use ${revisionToText(waiting, now)}`;
  }
}

/** @param candidate of the panel */
function waitingWords({ kind, interviewer, named = "", isOwn }: Waiting, candidate: string): string {
  if (kind === "panel") {
    return "The file contains a different debrief. Using it replaces the notes and the decision here. Use it only if you know that the panel’s lead sent it.";
  }
  const name = isolated(interviewer);
  if (kind === "seat") {
    return `${name} was not planned for this panel. Add the scorecard only if you know who sent it.`;
  }
  if (kind === "name") {
    return `${name}’s scorecard is of “${isolated(named)}”, and this panel is for “${isolated(candidate)}”. Add it only if both names are the same person’s.`;
  }
  if (kind === "locked") {
    return `A scorecard from ${name}’s own device is already here, still locked. Add this one in its place only if that one can’t be unlocked and you know who sent this file.`;
  }
  const where = isOwn ? "your scorecard" : "a scorecard here";
  return `The file contains a revision of ${where}. Use it only if you know that ${name} made it.`;
}
