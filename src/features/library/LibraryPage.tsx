import { addDays, parseISO } from "date-fns";
import { useDeferredValue, useRef, useState } from "react";
import { Link, useLocation } from "wouter";
import { errorToText } from "../../domain/errorText.ts";
import type { Scorecard } from "../../domain/scorecard.ts";
import { sessionStatuses, type SessionStatus } from "../../domain/session.ts";
import { useApp } from "../../state/appContext.ts";
import {
  importSession,
  putWholeSession,
  readWholeSession,
  removeSession,
  useSessionCounts,
  useSessions,
  type SessionFilter,
} from "../../state/library.ts";
import { useStorageProtection } from "../../state/storageProtection.ts";
import { focusOnMount } from "../../ui/focusOnMount.ts";
import { FirstUse } from "./FirstUse.tsx";
import { ImportReport, useImport } from "./ImportReport.tsx";
import { SessionRow } from "./SessionRow.tsx";
import { statusWords } from "./statusWords.ts";
import styles from "./LibraryPage.module.css";

const PAGE = 50;

/** Every session on this machine. */
export function LibraryPage() {
  const app = useApp();
  const [, navigate] = useLocation();
  const [status, setStatus] = useState<SessionStatus | null>(null);
  const [text, setText] = useState("");
  const [from, setFrom] = useState("");
  const [until, setUntil] = useState("");
  const [limit, setLimit] = useState(PAGE);
  const [removed, setRemoved] = useState<readonly Scorecard[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const [report, importFiles, clearReport] = useImport();
  const chooser = useRef<HTMLInputElement>(null);

  const filter: SessionFilter = {
    status,
    text: useDeferredValue(text),
    from: from === "" ? null : parseISO(from).getTime(),
    until: until === "" ? null : addDays(parseISO(until), 1).getTime(),
  };
  const page = useSessions(filter, limit);
  const counts = useSessionCounts();
  const isFiltered = status !== null || text !== "" || from !== "" || until !== "";

  const remove = async (id: string) => {
    setProblem(null);
    const scorecard = await removeSession(app, id);
    if (scorecard) setRemoved((before) => [...before, scorecard]);
    else setProblem("This session is open in another tab. Close it there, then delete it here.");
  };

  const putBack = async (scorecard: Scorecard) => {
    const { first, revisions } = scorecard;
    setProblem(null);
    try {
      const isHere = (await readWholeSession(app, first.session.id)) !== undefined;
      const put = isHere ? "final" : await putWholeSession(app, first, revisions);
      if (put !== "done")
        setProblem("A session of that id is here again; the deleted one was not put over it.");
      setRemoved((before) => before.filter((entry) => entry !== scorecard));
    } catch (error) {
      setProblem(`It could not be put back: ${errorToText(error)}. Try again.`);
    }
  };

  const openSample = async () => {
    const { default: sample } = await import("../../../data/samples/session.json");
    const imported = await importSession(app, sample);
    if (imported.ok) navigate(`/session/${imported.value.whole.session.id}`);
    else setProblem("The sample can't be read.");
  };

  const importDropped = (files: FileList) => {
    if (files.length > 0) void importFiles(Array.from(files));
  };

  // The newest sessions do not wait for the count of all.
  if (page === undefined || (counts === undefined && page.sessions.length === 0)) return null;
  return (
    <div
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        importDropped(event.dataTransfer.files);
      }}
    >
      <header className="topBar">
        <b className={styles.brand}>Interview Scorecard</b>
        <input
          ref={chooser}
          type="file"
          accept=".json,application/json"
          multiple
          hidden
          data-testid="import-file"
          onChange={(event) => {
            if (event.target.files) importDropped(event.target.files);
            event.target.value = "";
          }}
        />
        <span className="actions">
          <Link href="/guides" className="button plain">
            Guides
          </Link>
          <Link href="/panels" className="button plain">
            Panels
          </Link>
          <button type="button" onClick={() => chooser.current?.click()}>
            Import
          </button>
          <Link href="/plan" className="button primary">
            Plan a session
          </Link>
        </span>
      </header>
      <main className={`page ${styles.page}`}>
        {problem !== null && (
          <p className="notice error" role="alert">
            {problem}
          </p>
        )}
        <ImportReport report={report} onDone={clearReport} />
        {removed.map((scorecard) => (
          <p key={scorecard.first.session.id} className="notice row" role="status">
            <span>
              Deleted the session with <bdi>{scorecard.first.session.candidate}</bdi>.
            </span>
            {/* The button that was pressed went with its row. */}
            <button type="button" className="push" ref={focusOnMount} onClick={() => void putBack(scorecard)}>
              Undo
            </button>
            <button
              type="button"
              className="plain"
              onClick={() => setRemoved((before) => before.filter((entry) => entry !== scorecard))}
            >
              Dismiss
            </button>
          </p>
        ))}
        {counts?.all === 0 ? (
          <FirstUse onSample={() => void openSample()} />
        ) : (
          <>
            <h1>Sessions</h1>
            <search className={styles.filters}>
              <div className={styles.statuses} role="group" aria-label="Status">
                <StatusButton status={null} count={counts?.all} chosen={status} onChoose={setStatus} />
                {sessionStatuses.map((entry) => (
                  <StatusButton
                    key={entry}
                    status={entry}
                    count={counts?.[entry]}
                    chosen={status}
                    onChoose={setStatus}
                  />
                ))}
              </div>
              <label className={styles.find}>
                <span className="small soft">Find</span>
                <input
                  type="search"
                  dir="auto"
                  placeholder="Candidate, role or interviewer"
                  value={text}
                  onChange={(event) => setText(event.target.value)}
                />
              </label>
              <label>
                <span className="small soft">From</span>
                <input type="date" value={from} onChange={(event) => setFrom(event.target.value)} />
              </label>
              <label>
                <span className="small soft">To</span>
                <input type="date" value={until} onChange={(event) => setUntil(event.target.value)} />
              </label>
            </search>
            {page.sessions.length === 0 ? (
              <p className={`soft ${styles.nothing}`}>
                {isFiltered ? "No session matches. Try fewer words or another status." : "No sessions."}
              </p>
            ) : (
              <ul className={`card ${styles.list}`} aria-label="Sessions">
                {page.sessions.map((session) => (
                  <SessionRow key={session.id} session={session} onRemove={() => void remove(session.id)} />
                ))}
              </ul>
            )}
            {page.hasMore && (
              <button type="button" className={styles.more} onClick={() => setLimit(limit + PAGE)}>
                Show {PAGE} more
              </button>
            )}
          </>
        )}
        <Protection />
      </main>
    </div>
  );
}

interface StatusButtonProps {
  readonly status: SessionStatus | null;
  readonly count: number | undefined;
  readonly chosen: SessionStatus | null;
  readonly onChoose: (status: SessionStatus | null) => void;
}

function StatusButton({ status, count, chosen, onChoose }: StatusButtonProps) {
  return (
    <button
      type="button"
      className={styles.status}
      aria-pressed={status === chosen}
      onClick={() => onChoose(status)}
    >
      {status === null ? "All" : statusWords[status]} <span className="soft figures">{count ?? ""}</span>
    </button>
  );
}

function Protection() {
  const { protection, ask } = useStorageProtection();
  return (
    <footer className={`small soft row ${styles.protection}`}>
      <span>
        Everything stays in this browser, on this machine.{" "}
        {protection === "protected"
          ? "The browser has promised to keep it."
          : protection === "unprotected"
            ? "The browser may clear it when the disk is nearly full; export what you need to keep."
            : "Export what you need to keep."}
      </span>
      {protection === "unprotected" && (
        <button type="button" onClick={ask}>
          Ask the browser to keep it
        </button>
      )}
    </footer>
  );
}
