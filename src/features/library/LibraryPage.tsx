import { addDays } from "date-fns";
import { lazy, Suspense, useDeferredValue, useRef, useState, type ReactNode } from "react";
import { Link, useLocation } from "wouter";
import { errorToText } from "../../domain/text/errorText.ts";
import { sessionStatuses, type SessionStatus, statusWords } from "../../domain/session/session.ts";
import { capitalised } from "../../domain/text/capitalised.ts";
import { handFiles, useHandedFiles } from "../../state/admission/handedFiles.ts";
import { useApp } from "../../state/app/appContext.ts";
import {
  removeSession,
  putBackRemovedSession,
  useSessionCounts,
  useSessions,
  type DeletedSession,
  type SessionFilter,
} from "../../state/session/library.ts";
import { useStorageProtection } from "../../state/app/storageProtection.ts";
import { sessionAddress } from "../../ui/page/addresses.ts";
import { UndoNotice } from "../../ui/parts/UndoNotice.tsx";
import { SearchField } from "../../ui/parts/SearchField.tsx";
import { FirstUse } from "./FirstUse.tsx";
import { SessionRow } from "./SessionRow.tsx";
import styles from "./LibraryPage.module.css";

const PAGE = 50;
/** Every kind that some screen of the app reads. */
const READ_FILES =
  ".json,.ics,.age,.gz,.docx,.md,.markdown,.html,.htm,.txt,application/json,text/calendar,text/plain";

const LastCopy = lazy(async () => ({ default: (await import("./LastCopy.tsx")).LastCopy }));

/** Every session on this device. */
export function LibraryPage() {
  const app = useApp();
  const [, navigate] = useLocation();
  const [status, setStatus] = useState<SessionStatus | null>(null);
  const [text, setText] = useState("");
  const [from, setFrom] = useState("");
  const [until, setUntil] = useState("");
  const [limit, setLimit] = useState(PAGE);
  const [removed, setRemoved] = useState<readonly DeletedSession[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const [importReport, setImportReport] = useState<ReactNode>(null);
  const chooser = useRef<HTMLInputElement>(null);

  const filter: SessionFilter = {
    status,
    text: useDeferredValue(text),
    from: from === "" ? null : startOfDay(from).getTime(),
    until: until === "" ? null : addDays(startOfDay(until), 1).getTime(),
  };
  const page = useSessions(filter, limit);
  const counts = useSessionCounts();
  const isFiltered = status !== null || text !== "" || from !== "" || until !== "";

  const remove = async (id: string) => {
    setProblem(null);
    try {
      const deleted = await removeSession(app, id);
      if (deleted) setRemoved((before) => [...before, deleted]);
      else setProblem("This interview is open in another tab. Close it there, then delete it here.");
    } catch (error) {
      setProblem(errorToText(error));
    }
  };

  const putBack = async (deleted: DeletedSession) => {
    setProblem(null);
    try {
      if (!(await putBackRemovedSession(app, deleted)))
        setProblem("It was not restored: it is already here, or a candidate has been deleted since.");
      setRemoved((before) => before.filter((entry) => entry !== deleted));
    } catch (error) {
      setProblem(`It could not be restored: ${errorToText(error)} Try again.`);
    }
  };

  const openSample = async () => {
    const [{ default: sample }, { importSession }] = await Promise.all([
      import("../../../data/samples/session.json"),
      import("../../state/session/importing.ts"),
    ]);
    const imported = await importSession(app, sample);
    if (imported.ok) navigate(sessionAddress(imported.value.whole.session.id));
    else setProblem("The sample can't be read.");
  };

  const importHere = async (files: readonly File[]) => {
    setProblem(null);
    try {
      const { importFiles } = await import("./ImportReport.tsx");
      await importFiles(app, files, setImportReport);
    } catch (error) {
      setProblem(`Nothing was imported: ${errorToText(error)} Try again.`);
    }
  };

  useHandedFiles("/", (files) => void importHere(files));

  const chooseFiles = (
    <button type="button" onClick={() => chooser.current?.click()}>
      Import
    </button>
  );
  // The newest sessions do not wait for the count of all.
  if (page === undefined || (counts === undefined && page.sessions.length === 0)) return null;
  return (
    <main className={`page ${styles.page}`}>
      {problem !== null && (
        <p className="notice error" role="alert">
          {problem}
        </p>
      )}
      <input
        ref={chooser}
        type="file"
        // A share sheet hands a session over as a text file.
        accept={READ_FILES}
        multiple
        hidden
        data-testid="import-file"
        onChange={(event) => {
          void handFiles(Array.from(event.target.files ?? [])).then((place) => navigate(place));
          event.target.value = "";
        }}
      />
      {importReport}
      {removed.map((deleted) => (
        <UndoNotice
          key={deleted.first.session.id}
          onUndo={() => void putBack(deleted)}
          onDismiss={() => setRemoved((before) => before.filter((entry) => entry !== deleted))}
        >
          Deleted the interview with <bdi>{deleted.first.session.candidate}</bdi>.
        </UndoNotice>
      ))}
      {counts?.all === 0 ? (
        <FirstUse onSample={() => void openSample()}>{chooseFiles}</FirstUse>
      ) : (
        <>
          <div className="row">
            <h1>Interviews</h1>
            <span className="actions">
              {chooseFiles}
              <Link href="/export" className="button">
                Export
              </Link>
              <Link href="/plan" className="button primary">
                Plan an interview
              </Link>
            </span>
          </div>
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
            <SearchField className={styles.find} placeholder="Name or role" value={text} onChange={setText} />
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
              {isFiltered ? "No interviews match. Try fewer words or another status." : "No interviews."}
            </p>
          ) : (
            <ul className={`card ${styles.list}`} aria-label="Interviews">
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
  );
}

/** @param day as a date field gives it: "2026-11-24" */
function startOfDay(day: string): Date {
  return new Date(`${day}T00:00`);
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
      {status === null ? "All" : capitalised(statusWords[status])}{" "}
      <span className="soft figures">{count ?? ""}</span>
    </button>
  );
}

function Protection() {
  const { protection, ask } = useStorageProtection();
  return (
    <footer className={`small soft row ${styles.protection}`}>
      <span>
        Everything stays in this browser, on this device.{" "}
        {protection === "protected"
          ? "Storage is protected."
          : protection === "unprotected"
            ? "The browser may clear it when the disk is nearly full. Export what you need to keep."
            : "Export what you need to keep."}
      </span>
      <Suspense>
        <LastCopy />
      </Suspense>
      {protection === "unprotected" && (
        <button type="button" onClick={ask}>
          Protect from automatic deletion
        </button>
      )}
    </footer>
  );
}
